from collections.abc import Mapping, Sequence

import pytest

from model.consistency import near_duplicates, terms
from model.consistency.values import Named
from model.project import Project
from tests.model.consistency.indexed import index
from tests.model.vocabulary.concept_rows import Labels

Found = list[tuple[str, list[str], list[str]]]


def found(
    project: Project, thesaurus: Mapping[str, Labels], free: Mapping[str, str], indexed: Mapping[str, Sequence[str]]
) -> Found:
    index(project, thesaurus, indexed, free)
    indexing = project.read(terms.read, {each.id: Named(each.id, each.name) for each in project.documents()})
    rows = project.read(near_duplicates.near_duplicates, indexing)
    return [(row.kind, [term.concept.label("en") for term in row.terms], list(row.labels)) for row in rows]


def test_a_free_term_is_called_as_a_concept(project: Project) -> None:
    thesaurus = {"a": [("en", "ABDUCTION"), ("en", "KIDNAPPING", "alternative"), ("fr", "RAPT")]}
    rows = found(project, thesaurus, {"f": "Kidnapping", "g": "Rapt"}, {"1": ["f", "g"]})
    assert rows == [("label", ["ABDUCTION", "Kidnapping"], ["KIDNAPPING", "Kidnapping"])]


@pytest.mark.parametrize(
    "free", ["HEALTH CARE DELIVERY", "Healthcare delivery", "HEALTH-CARE DELIVERY[", "Health care, delivery"]
)
def test_terms_that_differ_in_blanks_and_punctuation(project: Project, free: str) -> None:
    rows = found(project, {"a": [("en", "HEALTH-CARE DELIVERY")]}, {"f": free}, {"1": ["f"]})
    assert rows == [("spelling", ["HEALTH-CARE DELIVERY", free], ["HEALTH-CARE DELIVERY", free])]


def test_free_terms_among_themselves(project: Project) -> None:
    rows = found(project, {}, {"f": "E-MAIL", "g": "EMAIL", "h": "E MAIL"}, {"1": ["f"], "2": ["f", "g"]})
    assert rows == [("spelling", ["E-MAIL", "EMAIL"], ["E-MAIL", "EMAIL"])]


def test_terms_that_are_run_together(project: Project) -> None:
    thesaurus = {"a": [("en", "RACIAL DISCRIMINATION")], "b": [("en", "XENOPHOBIA")], "c": [("en", "RACIAL")]}
    free = {"f": "Racial Discriminationxenophobia", "g": "Racial xenophobia", "h": "Racial discriminations"}
    rows = found(project, thesaurus, free, {"1": ["f", "g", "h"]})
    assert [row for row in rows if row[0] == "joined"] == [
        (
            "joined",
            ["RACIAL DISCRIMINATION", "XENOPHOBIA", "Racial Discriminationxenophobia"],
            ["RACIAL DISCRIMINATION", "XENOPHOBIA", "Racial Discriminationxenophobia"],
        )
    ]


def test_the_same_arabic_label_of_two_terms_in_use(project: Project) -> None:
    thesaurus = {
        "a": [("en", "ETHICS"), ("ar", "قواعد السلوك")],
        "b": [("en", "CODES OF CONDUCT"), ("ar", "قَواعد السّلوك")],
        "c": [("en", "MANNERS"), ("ar", "قواعد السلوك")],
        "d": [("en", "CUSTOM"), ("ar", "العرف"), ("ar", "قواعد السلوك", "alternative")],
    }
    rows = found(project, thesaurus, {}, {"1": ["a", "d"], "2": ["b", "d"], "3": ["b"]})
    assert rows == [("arabic", ["CODES OF CONDUCT", "ETHICS"], ["قَواعد السّلوك", "قواعد السلوك"])]


def test_singular_and_plural_in_english(project: Project) -> None:
    thesaurus = {
        "a": [("en", "OIL SPILLS")],
        "b": [("en", "CUSTOMS")],
        "c": [("en", "TREATIES")],
        "d": [("en", "TREATY")],
        "e": [("en", "WARS")],
    }
    free = {"f": "Oil spill", "g": "Custom", "h": "WAR"}
    rows = found(project, thesaurus, free, {"1": ["f", "g", "c"], "2": ["e"]})
    assert rows == [("number", ["OIL SPILLS", "Oil spill"], ["OIL SPILLS", "Oil spill"])]


def test_two_concepts_in_use_that_differ_in_number(project: Project) -> None:
    rows = found(project, {"c": [("en", "TREATIES")], "d": [("en", "TREATY")]}, {}, {"1": ["c"], "2": ["c", "d"]})
    assert rows == [("number", ["TREATIES", "TREATY"], ["TREATIES", "TREATY"])]


def test_singular_and_plural_in_arabic(project: Project) -> None:
    thesaurus = {
        "a": [("en", "POLICIES"), ("ar", "السياسات العامة")],
        "b": [("en", "SEA"), ("ar", "البحر")],
        "c": [("en", "BAHRAIN"), ("ar", "البحرين")],
        "d": [("en", "LIBRARY"), ("ar", "مكتبة")],
    }
    free = {"f": "السياسة العامة", "g": "مكتب"}
    rows = found(project, thesaurus, free, {"1": ["f", "b", "d"], "2": ["c", "g"]})
    assert rows == [("number", ["POLICIES", "السياسة العامة"], ["السياسات العامة", "السياسة العامة"])]


def test_nothing_is_told_of_terms_that_nobody_uses(project: Project) -> None:
    thesaurus = {"a": [("en", "WARS"), ("ar", "الحرب")], "b": [("en", "WAR"), ("ar", "الحرب")]}
    assert found(project, thesaurus, {"f": "WAR.", "g": "wars"}, {"1": ["a"]}) == []


def test_a_pair_is_told_once_by_the_surest_reason(project: Project) -> None:
    thesaurus = {"a": [("en", "OIL SPILLS"), ("ar", "الانسكاب")]}
    free = {"f": "Oil Spills"}
    rows = found(project, thesaurus, free, {"1": ["f", "a"]})
    assert [row[0] for row in rows] == ["label"]
