from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.item_models.concept_places import ConceptPlaces, Place, state_words, vocabulary_name
from model.project import Project
from model.vocabulary import concepts, hierarchy
from model.vocabulary.concepts import Vocabulary
from tests.model.vocabulary.concept_rows import add_concepts, add_vocabulary, relate, set_state


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        with project.operation("thesaurus") as writing:
            add_vocabulary(writing)
            labels = {name: [("en", name.upper())] for name in ("water", "floods", "deluges")}
            add_concepts(writing, {**labels, "seas": [("ar", "البحار"), ("en", "SEAS")], "gulfs": [("en", "GULFS")]})
            relate(writing, *(("floods", "broader", "water"), ("deluges", "broader", "floods")))
            relate(writing, *(("seas", "broader", "water"), ("gulfs", "broader", "seas")))
            set_state(writing, "deluges", "deprecated")
        yield project


def of(project: Project, concept: str, language: str = "en") -> Place:
    return ConceptPlaces(project, language).of(project.concept(concept))


def test_a_concept_stands_below_its_broader_terms(project):
    assert of(project, "water") == Place("", "")
    assert of(project, "floods") == Place("\u2068WATER\u2069", "")
    assert of(project, "gulfs") == Place("\u2068WATER\u2069 › \u2068SEAS\u2069", "")
    assert of(project, "gulfs", "ar").where == "\u2068WATER\u2069 › \u2068البحار\u2069"


def test_what_has_become_of_it_is_said(project):
    assert of(project, "deluges") == Place("\u2068WATER\u2069 › \u2068FLOODS\u2069", "deprecated")
    assert [state_words(each) for each in ("deprecated", "gone", None)] == [
        *("deprecated", "no longer in the thesaurus", ""),
    ]


def test_a_free_term_says_that_it_is_one(project):
    with project.operation("term") as writing:
        free = concepts.add(writing, "Afloat", "en").id
    assert of(project, free) == Place("free term", "")


def test_thesauri_are_named_only_where_there_are_several(project):
    with project.operation("another") as writing:
        other = {"id": "w", "uri": "http://example.org/w", "version": "", "own": 0}
        writing.insert("vocabulary", {**other, "names": '{"en": "Words"}'})
        add_concepts(writing, {"waves": [("en", "WAVES")]}, "w")
    assert of(project, "waves").where == "\u2068Words\u2069"
    assert of(project, "floods").where == "\u2068http://example.org/thesaurus\u2069 › \u2068WATER\u2069"


def test_thesauri_of_one_name_are_told_apart(project):
    with project.operation("two more") as writing:
        for name in ("w", "x"):
            row = {"id": name, "uri": f"http://example.org/{name}", "version": "", "own": 0, "names": '{"en": "Words"}'}
            writing.insert("vocabulary", dict(row))
            add_concepts(writing, {f"{name}aves": [("en", "WAVES")]}, name)
    assert [of(project, each).where.translate({0x2068: None, 0x2069: None}) for each in ("waves", "xaves")] == [
        "Words (http://example.org/w)",
        "Words (http://example.org/x)",
    ]


def test_a_place_is_read_once(project, monkeypatch):
    asked: list[str] = []
    real = hierarchy.path
    monkeypatch.setattr(hierarchy, "path", lambda tables, *given: asked.append(given[0]) or real(tables, *given))
    places = ConceptPlaces(project, "en")
    assert places.of(project.concept("floods")) is places.of(project.concept("floods"))
    assert asked == ["floods"]


def test_what_is_gone_meanwhile_stands_nowhere(project):
    with project.operation("term") as writing:
        free = concepts.add(writing, "Afloat", "en")
    project.undo()
    assert ConceptPlaces(project, "en").of(free) == Place()


def test_a_vocabulary_has_a_name_in_any_language():
    def named(**names: str) -> str:
        return vocabulary_name(Vocabulary("v", "urn:v", tuple(names.items()), "", False), "fr")

    assert named(en="Words", fr="Mots", ar="كلمات") == "Mots"
    assert named(ar="كلمات", en="Words") == "Words"
    assert named(es="Palabras", ar="كلمات") == "كلمات"
    assert named(es="Palabras") == "Palabras"
    assert named() == "urn:v"
