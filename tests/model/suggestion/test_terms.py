"""What terms in headers stand for, and how they are written."""

import pytest

from model.suggestion.terms import Terms, is_arabic
from model.vocabulary.concepts import LabelKind
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept


def concept(uri: str, *labels: tuple[str, LabelKind, str], deprecated: bool = False) -> ThesaurusConcept:
    return ThesaurusConcept(uri, labels, deprecated=deprecated)


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


def test_preferred_labels_are_matched_before_others_and_english_before_other_languages() -> None:
    made = terms(
        concept("u:1", ("en", "alternative", "NOTE"), ("fr", "preferred", "PAIN"), ("ar", "preferred", "ا")),
        concept("u:2", ("fr", "preferred", "NOTE"), ("en-GB", "preferred", "PAIN")),
        concept("u:3", ("en", "hidden", "NOTE"), ("en", "preferred", "ONE"), deprecated=True),
        concept("u:4", ("en", "preferred", "ONE")),
        concept("u:5", ("en", "preferred", "ONE")),
    )
    assert [made.keys([term]) for term in ("NOTE", "PAIN", "ONE")] == [{"u:2"}, {"u:2"}, {"u:4"}]


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
        BOOKS, concept("u:a", ("", "preferred", "قلم"), ("", "preferred", "pen"), ("ar-EG", "hidden", "أقلام"))
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
