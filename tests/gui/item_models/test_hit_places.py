"""What stands about a hit is read when it is looked at, of the last documents kept, and empty where it is gone."""

from pathlib import Path

import pytest

from gui.item_models import hit_places
from gui.item_models.hit_places import HitPlaces
from gui.session.session import Session
from model.annotation import documents, spans
from model.project import Project

TEXT = "1 - تقرر ما يلي: (أ) بند أول؛ (ب) بند ثان."


@pytest.fixture
def session(qapp, tmp_path: Path):
    project = Project.create(tmp_path / "places.qarar", "Sara")
    with project.operation("import") as writing:
        first = documents.add(writing, "A_RES_59_187", TEXT)
        for number in range(5):
            documents.add(writing, f"B{number}", f"نص {number}")
        spans.mark(writing, first, "operative", 0, len(TEXT))
        spans.mark(writing, first, "subclause", TEXT.index("(أ)"), TEXT.index(" (ب)"))
    session = Session()
    session.set_language("en")
    session.set_project(project)
    yield session
    session.set_project(None)


def test_the_innermost_clause_that_holds_a_hit_is_named(session):
    places, document = HitPlaces(session), session.project.document_ids()[0]
    at = TEXT.index
    assert places.clause_name(document, at("تقرر"), at("تقرر") + 4) == "Operative paragraph"
    assert places.clause_name(document, at("أول"), at("أول") + 3) == "Sub-clause"
    assert places.clause_name(document, at("أول"), at("ثان")) == "Operative paragraph"
    assert places.clause_name(session.project.document_ids()[1], 0, 2) == ""


def test_clauses_are_read_anew_after_they_have_changed(session):
    places, document = HitPlaces(session), session.project.document_ids()[0]
    assert places.clause(document, 0, 3) == "operative"
    with session.project.operation("delete mark") as writing:
        spans.delete(writing, session.project.spans(document)[0].id)
    places.forget_clauses()
    assert places.clause(document, 0, 3) is None


def test_few_documents_are_kept(session, monkeypatch):
    monkeypatch.setattr(hit_places, "KEPT", 3)
    places = HitPlaces(session)
    for document in session.project.document_ids():
        assert places.text(document)
    assert len(places._kept) == 3
    assert places._length == sum(len(read.text) for read in places._kept.values())


def test_a_document_that_is_gone_is_empty(session):
    places = HitPlaces(session)
    assert (places.text("gone"), places.symbol("gone"), places.clause("gone", 0, 1)) == ("", "", None)


def test_another_project_has_other_texts(session):
    places, document = HitPlaces(session), session.project.document_ids()[0]
    assert places.text(document) == TEXT
    session.set_project(None)
    assert places.text(document) == ""
