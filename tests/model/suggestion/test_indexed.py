from collections.abc import Iterator
from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation.metadata import Metadata
from model.project import Project
from model.suggestion import indexed
from model.vocabulary import assignments, concepts

TEXT = (
    "قرار اتخذته الجمعية العامة في 20 كانون الأول/ديسمبر 2004 59/4. - نزع السلاح إن الجمعية العامة، "
    "إذ تشير إلى قرارها 58/3،"
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        yield project


def test_a_document_is_indexed_once_it_has_a_confirmed_descriptor(project: Project) -> None:
    with project.operation("x") as writing:
        ids = [documents.add(writing, name, f"{TEXT} {name}") for name in ("a", "b", "c")]
        peace, trade = (concepts.add(writing, term, "en").id for term in ("PEACE", "TRADE"))
        assignments.assign(writing, ids[0], peace)
        assignments.assign(writing, ids[0], trade, status="suggested")
        assignments.assign(writing, ids[1], trade, status="suggested")
    seen: list[tuple[int, int]] = []
    found = project.read(indexed.known, ids, lambda done, total: seen.append((done, total)))
    assert [(each.name, each.terms) for each in found] == [(ids[0], {peace})]
    assert seen == [(0, 3), (1, 3), (2, 3)]
    assert project.read(indexed.terms_of, ids[1], "suggested") == {trade}


def test_what_people_have_corrected_counts(project: Project) -> None:
    with project.operation("x") as writing:
        document = documents.add(writing, "a", TEXT)
    text, read = project.read(indexed.read_document, document)
    assert (text, read.title_words, read.number, read.cited) == (TEXT, ("نزع", "السلاح"), "59/4", ("58/3",))
    with project.operation("x") as writing:
        documents.correct_metadata(writing, document, Metadata(symbol="A/RES/60/9", title="السلام"))
    _, read = project.read(indexed.read_document, document)
    assert (read.title_words, read.number) == (("السلام",), "60/9")


def test_arabic_labels_of_concepts_that_are_not_outdated(project: Project) -> None:
    with project.operation("x") as writing:
        peace, old, trade = (concepts.add(writing, term, "en").id for term in ("PEACE", "OLD", "TRADE"))
        concepts.add_label(writing, peace, "سلم", "ar", "alternative")
        concepts.add_label(writing, peace, "السلام", "ar", "preferred")
        concepts.add_label(writing, old, "قديم", "ar", "preferred")
        concepts.add_label(writing, trade, "تجارة", "", "hidden")
        writing.insert("concept_state", {"id": "s", "concept": old, "state": "gone"})
    assert project.read(indexed.labels) == [(peace, "السلام"), (peace, "سلم"), (trade, "تجارة")]
    assert project.read(indexed.outdated) == {old}
