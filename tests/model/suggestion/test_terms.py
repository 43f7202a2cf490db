"""What terms in headers stand for, and how they are written."""

from pathlib import Path

import pytest

from model.project import Project
from model.suggestion.terms import Terms, is_arabic
from model.vocabulary import concepts, edition
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept


def concept(
    uri: str, *labels: tuple[str, LabelKind, str], deprecated: bool = False, gone: bool = False
) -> ThesaurusConcept:
    return ThesaurusConcept(uri, labels, deprecated=deprecated, gone=gone)


def terms(*concepts: ThesaurusConcept) -> Terms:
    return Terms(Thesaurus("http://example.org/t", (), "1", concepts))


BOOKS = concept(
    "u:books",
    *(("en", "preferred", "BOOKS"), ("en", "alternative", "Volumes  of paper"), ("en", "hidden", "BOKS")),
    *(("ar", "preferred", "الكتب"), ("ar", "alternative", "المؤلَّفات"), ("fr", "preferred", "LIVRES")),
)


@pytest.mark.parametrize(
    "term",
    ["BOOKS", " books ", "Volumes of paper", "volumes\tof  PAPER", "boks", "الكتب", "الكُتـــب", "المؤلفات", "Livres"],
)
def test_a_term_is_matched_by_any_label_without_regard_to_case_and_spacing(term: str) -> None:
    assert terms(BOOKS).keys([term]) == {"u:books"}


def test_a_term_that_no_concept_has_is_one_by_itself() -> None:
    made = terms(BOOKS)
    assert made.keys(["HUMAN  RIGHTS", "human rights", "books"]) == {"human rights", "u:books"}
    assert (made.uri("human rights"), made.uri("u:books")) == (None, "u:books")


@pytest.mark.parametrize("empty", ["", " ", "\u200f", "ـ"])
def test_a_term_of_nothing_is_none(empty: str) -> None:
    assert terms(BOOKS).keys([empty]) == frozenset()


AMBIGUOUS = (
    concept("u:1", ("en", "alternative", "NOTE"), ("fr", "preferred", "PAIN"), ("en", "preferred", "كتب")),
    concept("u:2", ("fr", "preferred", "NOTE"), ("en-GB", "hidden", "PAIN"), ("", "preferred", "ROSE")),
    concept("u:3", ("en", "hidden", "NOTE"), ("en", "preferred", "ONE"), ("fr", "preferred", "ROSE"), deprecated=True),
    concept("u:4", ("en", "alternative", "ONE"), ("ar-EG", "hidden", "كتب"), ("fr", "preferred", "BAT")),
    concept("u:5", ("en", "alternative", "ONE"), ("en", "preferred", "BAT"), deprecated=True),
    concept("u:0", ("en", "preferred", "NOTE"), ("en", "preferred", "LAST"), gone=True),
)


@pytest.mark.parametrize(
    "term, expected",
    [
        ("NOTE", "u:1"),  # not gone, in the term's language, though in another one it is preferred
        ("PAIN", "u:2"),
        ("ROSE", "u:2"),  # of no language before another one
        ("ONE", "u:4"),  # not deprecated before preferred, then by URI
        ("BAT", "u:5"),  # the language before what is deprecated
        ("كُتب", "u:4"),  # an Arabic term is rather an Arabic label
        ("LAST", "u:0"),
    ],
)
def test_of_several_concepts_a_term_is_the_one_that_a_project_takes(tmp_path: Path, term: str, expected: str) -> None:
    assert terms(*AMBIGUOUS).keys([term]) == {expected}
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        with project.operation(edition.OPERATION) as writing:
            edition.bring_in(writing, Thesaurus("http://example.org/t", (), "1", AMBIGUOUS))
        found = project.read(concepts.matching, term)
        assert found is not None and project.concept(found).uri == expected


def test_a_term_is_written_as_headers_write_it_most_often() -> None:
    made = terms(BOOKS)
    assert made.label("u:books") == "BOOKS"
    made.keys(["Books"])
    assert made.label("u:books") == "Books"
    made.keys(["volumes  of paper"])
    made.keys(["volumes of\tpaper"])
    assert made.label("u:books") == "volumes of paper"
    made.keys(["Books"])
    assert made.label("u:books") == "Books"  # of equals the first by its letters
    assert (made.keys(["Human Rights"]), made.label("human rights")) == ({"human rights"}, "Human Rights")


@pytest.mark.parametrize(
    "labels, wanted",
    [
        ([("fr", "preferred", "a"), ("ar", "preferred", "ب"), ("en", "preferred", "c")], "c"),
        ([("fr", "preferred", "a"), ("ar-EG", "preferred", "ب")], "ب"),
        ([("en", "alternative", "x"), ("fr", "preferred", "a")], "a"),
        ([("EN-gb", "preferred", "c"), ("ar", "preferred", "ب")], "c"),
        ([("en", "alternative", "x")], "u:1"),
        ([], "u:1"),
    ],
)
def test_what_no_header_writes_is_written_as_the_thesaurus_does(
    labels: list[tuple[str, LabelKind, str]], wanted: str
) -> None:
    assert terms(concept("u:1", *labels)).label("u:1") == wanted


def test_labels_that_may_stand_in_a_text_are_the_arabic_ones_preferred_ones_first() -> None:
    made = terms(
        BOOKS,
        concept("u:a", ("", "preferred", "قلم"), ("", "preferred", "pen"), ("ar-EG", "hidden", "أقلام")),
        concept("u:old", ("ar", "preferred", "لوح"), deprecated=True),
        concept("u:gone", ("ar", "preferred", "رق"), gone=True),
    )
    made.keys(["نهر", "RIVERS", "الكتب"])
    assert made.labels() == [
        *(("u:a", "قلم"), ("u:books", "الكتب"), ("نهر", "نهر")),
        *(("u:books", "المؤلَّفات"), ("u:a", "أقلام")),
    ]


def test_without_a_thesaurus_terms_are_what_they_are() -> None:
    made = Terms(None)
    assert (made.labels(), made.keys(["BOOKS"]), made.label("books"), made.uri("books")) == (
        [],
        {"books"},
        "BOOKS",
        None,
    )


@pytest.mark.parametrize(
    "language, text, arabic",
    [
        ("ar", "x", True),
        ("AR-eg", "x", True),
        ("", "كتاب", True),
        ("", "x", False),
        ("fa", "كتاب", False),
        ("arz", "x", False),
    ],
)
def test_whether_a_label_may_stand_in_an_arabic_text(language: str, text: str, arabic: bool) -> None:
    assert is_arabic(language, text) == arabic
