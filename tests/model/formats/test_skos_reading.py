from collections.abc import Callable
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats.thesaurus_file import read_thesaurus
from model.vocabulary.thesaurus import Thesaurus, ThesaurusConcept
from tests.conftest import shared
from tests.model.vocabulary.thesauri import HERE, PREFIXES, small, written

Read = Callable[[str], Thesaurus]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads a thesaurus of these Turtle statements."""
    return lambda text: small(tmp_path, PREFIXES + text)


def concept(thesaurus: Thesaurus, name: str) -> ThesaurusConcept:
    return next(each for each in thesaurus.concepts if each.uri == HERE + name)


def remarks(thesaurus: Thesaurus) -> list[str]:
    return [str(remark).partition(": ")[2] for remark in thesaurus.remarks]


def test_all_that_a_thesaurus_says(tmp_path: Path) -> None:
    found = small(tmp_path)
    assert (found.uri, found.names, found.version) == (f"{HERE}t", (("ar", "القراءة"), ("en", "Reading")), "1")
    assert [each.uri.removeprefix(HERE) for each in found.concepts] == ["books", "letters", "libraries", "reading"]
    assert concept(found, "books") == ThesaurusConcept(
        uri=f"{HERE}books",
        labels=(
            ("ar", "preferred", "الكتب"),
            ("en", "preferred", "BOOKS"),
            ("en", "alternative", "VOLUMES"),
            ("en", "hidden", "BOKS"),
            ("es", "preferred", "libros"),
        ),
        notes=(("scope", "en", "Bound paper."), ("history", "en", "Since 1450.")),
        notations=("01",),
        broader=(f"{HERE}reading",),
        related=(f"{HERE}libraries",),
    )
    letters = concept(found, "letters")
    assert (letters.deprecated, letters.replaced_by, letters.gone) == (True, (f"{HERE}books",), False)
    assert found.remarks == ()


def test_what_is_said_the_other_way_round(read: Read) -> None:
    found = read(
        """:t skos:hasTopConcept :a . :a skos:prefLabel "a" . :a skos:narrower :b, :c .
        :b a skos:Concept ; dcterms:replaces :c ; skos:related :c . :c a skos:Concept ; skos:broader :b ."""
    )
    assert concept(found, "b").broader == (f"{HERE}a",)
    assert concept(found, "c").broader == (f"{HERE}a", f"{HERE}b")
    assert concept(found, "c").replaced_by == (f"{HERE}b",)
    assert (concept(found, "b").related, concept(found, "c").related) == ((f"{HERE}c",), (f"{HERE}b",))
    assert found.uri == f"{HERE}t"


def test_kinds_of_broader_concepts(read: Read) -> None:
    found = read(
        """@prefix iso: <http://purl.org/iso25964/skos-thes#> .
        :a a skos:Concept . :b a skos:Concept ; iso:broaderPartitive :a . :c a skos:Concept .
        :a iso:narrowerGeneric :c ."""
    )
    assert concept(found, "b").broader == concept(found, "c").broader == (f"{HERE}a",)


def test_only_the_nearest_where_a_file_tells_all_that_is_above(read: Read) -> None:
    text = """:a a skos:Concept . :b a skos:Concept ; skos:broaderTransitive :a .
        :c a skos:Concept ; skos:broaderTransitive :a, :b . :a skos:narrowerTransitive :d . :d a skos:Concept ."""
    found = read(text)
    assert [concept(found, name).broader for name in "abcd"] == [(), (f"{HERE}a",), (f"{HERE}b",), (f"{HERE}a",)]
    direct = read(text + " :c skos:broader :a .")
    assert [concept(direct, name).broader for name in "abcd"] == [(), (), (f"{HERE}a",), ()]


def test_labels_and_notes_that_are_resources(read: Read) -> None:
    found = read(
        """@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
        :t a skos:ConceptScheme ; xl:prefLabel [ xl:literalForm "Reading"@en ] .
        :a a skos:Concept ; skos:inScheme :t ; xl:prefLabel :l ; xl:altLabel [ xl:literalForm "كتاب"@ar ] ;
            skos:definition [ rdf:value "Paper."@en ] ; skos:definition <http://example.org/elsewhere> .
        :l a xl:Label ; skos:inScheme :t ; xl:literalForm "BOOK"@en ."""
    )
    assert found.names == (("en", "Reading"),)
    (only,) = found.concepts
    assert only.labels == (("ar", "alternative", "كتاب"), ("en", "preferred", "BOOK"))
    assert only.notes == (("definition", "en", "Paper."),)
    assert remarks(found) == [
        f"1 labels or notes are no texts, and were left out (the first: of {HERE}a).",
    ]


def test_languages_are_spelled_as_usual(read: Read) -> None:
    found = read(
        ':a a skos:Concept ; skos:prefLabel "b"@ZH-HANS, "o"@pt-br, "x" ; skos:altLabel "z"@EN, "n"@toolonglanguage .'
    )
    (only,) = found.concepts
    assert only.labels == (
        ("", "preferred", "x"),
        ("en", "alternative", "z"),
        ("pt-BR", "preferred", "o"),
        ("zh-Hans", "preferred", "b"),
    )
    assert remarks(found) == ["1 labels or notes in “toolonglanguage”, which is no language code, were left out."]


def test_white_space_and_doubles_fold(read: Read) -> None:
    (only,) = read(
        r""":a a skos:Concept ; skos:prefLabel " a\n  b "@en, "a b"@en ; skos:altLabel "a b"@en, "c"@en, " " ;
        skos:hiddenLabel "c"@en, "d"@en ; skos:note " one\n two " ; skos:notation " 1  2 ", "" ."""
    ).concepts
    assert only.labels == (("en", "preferred", "a b"), ("en", "alternative", "c"), ("en", "hidden", "d"))
    assert (only.notes, only.notations) == ((("note", "", "one\n two"),), ("1 2",))


def test_several_schemes_are_one_vocabulary(read: Read) -> None:
    found = read(
        """:t a skos:ConceptScheme ; skos:prefLabel "All"@en . :domain a skos:ConceptScheme ; skos:prefLabel "Part"@en .
        :a a skos:Concept ; skos:prefLabel "a" ; skos:inScheme :t, :domain .
        :b a skos:Concept ; skos:prefLabel "b" ; skos:inScheme :t ."""
    )
    assert (found.uri, found.names, len(found.concepts)) == (f"{HERE}t", (("en", "All"),), 2)
    assert remarks(found) == ["has 2 schemes, whose concepts are read as one vocabulary."]


@pytest.mark.parametrize(
    "uris, expected",
    [
        (["http://a.org/x/1", "http://a.org/x/2"], "http://a.org/x/"),
        (["http://a.org/x/10", "http://a.org/x/12"], "http://a.org/x/"),
        (["http://a.org/x#1"], "http://a.org/x#"),
        (["urn:x:1", "urn:x:2"], "urn:x:"),
        (["http://a.org/1", "http://b.org/1"], "urn:uuid:"),
        (["urn:a:1", "http://a.org/1"], "urn:uuid:"),
    ],
)
def test_without_a_scheme_it_is_what_the_concepts_have_in_common(read: Read, uris: list[str], expected: str) -> None:
    found = read(" ".join(f"<{uri}> a skos:Concept ." for uri in uris))
    assert found.uri == expected if expected != "urn:uuid:" else found.uri.startswith(expected)
    assert read(" ".join(f"<{uri}> a skos:Concept ." for uri in uris)).uri == found.uri


@pytest.mark.parametrize(
    "said, version",
    [
        ('owl:versionInfo "2.1" ; dcterms:modified "2024"', "2.1"),
        ('dcterms:modified "2023-01-01", "2024-12-31" ; dcterms:issued "2025"', "2024-12-31"),
        ('dcterms:issued "2025"', "2025"),
        ('dcterms:title "Reading"', ""),
    ],
)
def test_the_version(read: Read, said: str, version: str) -> None:
    assert read(f":t a skos:ConceptScheme ; {said} . :a a skos:Concept ; skos:inScheme :t .").version == version


def test_names_by_the_better_property(read: Read) -> None:
    found = read(
        """@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        :t a skos:ConceptScheme ; rdfs:label "worse"@en, "only"@fr ; dcterms:title "better"@en .
        :a a skos:Concept ; skos:inScheme :t ."""
    )
    assert found.names == (("en", "better"), ("fr", "only"))


def test_what_stands_in_the_wrong_place_is_left_out_and_told(read: Read) -> None:
    found = read(
        """:a a skos:Concept ; skos:prefLabel "a" ; skos:broader "b", :b, :elsewhere, [] ; skos:altLabel :b ;
            skos:notation :b ; owl:deprecated "no", :b . :b a skos:Concept ; skos:prefLabel "b" ; skos:related "x" .
        [] a skos:Concept ; skos:prefLabel "nobody" . :c a skos:Collection ; skos:inScheme :t ; skos:prefLabel "c" ."""
    )
    assert [each.uri for each in found.concepts] == [f"{HERE}a", f"{HERE}b"]
    assert concept(found, "a").broader == (f"{HERE}b",)
    assert not concept(found, "a").deprecated
    assert remarks(found) == [
        "1 concepts have no URI, and were left out.",
        f"1 labels or notes are no texts, and were left out (the first: of {HERE}a).",
        f"2 texts stand where a concept should be named, and were left out (the first: of {HERE}a).",
        "1 relations lead to concepts that are not in the file, and were left out (the first: "
        f"from {HERE}a to {HERE}elsewhere).",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":a a owl:Class .",
        ":t a skos:ConceptScheme . :a a owl:Class .",
        ":t a skos:ConceptScheme . :u a skos:ConceptScheme .",
        "[] a skos:ConceptScheme .",
        ":t a skos:ConceptScheme, owl:Ontology .",
    ],
)
def test_a_file_without_concepts_is_refused(read: Read, text: str) -> None:
    with pytest.raises(UserError, match=r"t\.ttl: no concepts \(skos:Concept\) here\.$"):
        read(text)


@pytest.mark.parametrize("concept", ["[]", "_:a"])
def test_a_file_whose_concepts_have_no_uri_is_refused(read: Read, concept: str) -> None:
    with pytest.raises(UserError, match=r"t\.ttl: its concepts have no URI, and each needs one\.$"):
        read(f'{concept} a skos:Concept ; skos:prefLabel "A"@en .')


def test_a_relative_uri_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, PREFIXES + "<a> a skos:Concept .")
    with pytest.raises(UserError) as refused:
        read_thesaurus(path)
    assert str(refused.value) == f"{path}: “a” is no absolute URI, and nothing says what it is relative to."
    with pytest.raises(UserError, match="“s” is no absolute URI"):
        read_thesaurus(
            written(tmp_path, PREFIXES + "<s> a skos:ConceptScheme . :a a skos:Concept ; skos:inScheme <s> .")
        )


def test_unbis() -> None:
    """The facts that are known of it (see its README)."""
    found = read_thesaurus(shared("thesaurus/unbis.ttl"))
    assert (found.uri, len(found.concepts)) == ("http://metadata.un.org/thesaurus/", 7207)
    assert dict(found.names)["en"] == "UNBIS Thesaurus"
    languages = {language for each in found.concepts for language, _, _ in each.labels}
    assert languages == {"ar", "en", "es", "fr", "ru", "zh"}
    without = [each for each in found.concepts if not any(label[0] == "ar" for label in each.labels)]
    assert len(without) == 86
    arabic: dict[str, int] = {}
    for each in found.concepts:
        for language, _, text in each.labels:
            if language == "ar":
                arabic[text] = arabic.get(text, 0) + 1
    assert sum(count > 1 for count in arabic.values()) == 36
    # Of all languages: zh 65, ar 36, ru 11, fr 2, es 1.
    (remark,) = remarks(found)
    assert remark.startswith("115 preferred labels are those of several concepts in one language, and stay so (")
