"""What is done with hits: marked after a question where they are many, told in one line, written into a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.find import hit_actions
from gui.find.hit_actions import HitActions
from gui.item_models.hit_places import HitPlaces
from gui.item_models.hits import HitModel
from gui.item_models.packed_hits import PackedHits
from gui.session.session import Session
from model.annotation import documents
from model.project import Project
from model.search.query import Query

TEXTS = ("القرار 59/187 والقرار 60/1", "القرار 61/2")


class Desk:
    def __init__(self, session: Session, project: Project, window: QWidget) -> None:
        self.session, self.project = session, project
        self.model = HitModel(HitPlaces(session))
        self.acts = HitActions(session, self.model, window)
        self.asked: list[str] = []
        self.answer = True
        self.told: list[str] = []
        self.acts.ask_mark = lambda question: (self.asked.append(question), self.answer)[1]
        session.message.connect(self.told.append)

    def find(self, pattern: str) -> None:
        self.model.clear()
        found = PackedHits()
        for hits in self.project.find(Query(pattern, regex=True)):
            found.add(hits)
        self.model.add(found)

    def marks(self) -> int:
        return sum(len(self.project.spans(document)) for document in self.project.document_ids())

    def last(self) -> str:
        return self.told[-1].replace("\u2066", "").replace("\u2069", "").replace("\u2068", "")


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "acts.qarar", "Sara")
    with project.operation("import") as writing:
        for number, text in enumerate(TEXTS):
            documents.add(writing, f"D{number}", text)
    session = Session()
    session.set_language("en")
    session.set_project(project)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield Desk(session, project, window)
    session.set_project(None)


def test_few_hits_are_marked_without_a_question_and_it_is_told(desk):
    desk.find(r"\d+/\d+")
    desk.acts.mark("resolution")
    assert (desk.marks(), desk.asked) == (3, [])
    assert desk.last() == "3 hit(s) marked."


def test_what_was_refused_is_told_with_the_reason(desk):
    desk.find("القرار 59/187")
    desk.acts.mark("title")
    desk.find("187 والقرار")
    desk.acts.mark("operative")
    assert desk.last().startswith("0 hit(s) marked. 1 refused: ")
    assert "Title" in desk.last()


def test_hits_that_are_marked_already_are_told(desk):
    desk.find(r"\d+/\d+")
    desk.acts.mark("resolution")
    desk.acts.mark("resolution")
    assert desk.last() == "0 hit(s) marked. 3 marked already."


def test_many_hits_are_asked_about_and_left_where_the_answer_is_no(desk, monkeypatch):
    monkeypatch.setattr(hit_actions, "ASKED_ABOVE", 2)
    desk.find(r"\d+/\d+")
    desk.answer = False
    assert desk.acts.mark("resolution") is None
    question = desk.asked[0].replace("\u2068", "").replace("\u2069", "")
    assert question == "Mark 3 hit(s) in 2 document(s) as Cited resolution?"
    assert desk.marks() == 0
    desk.answer = True
    desk.acts.mark("resolution")
    assert desk.marks() == 3


def test_a_great_many_are_marked_beside_the_window_and_heard_of(desk, monkeypatch):
    monkeypatch.setattr(hit_actions, "BESIDE_ABOVE", 1)
    heard = []
    desk.session.changes.connect(heard.append)
    desk.find(r"\d+/\d+")
    desk.acts.mark("resolution")
    assert (desk.marks(), desk.last()) == (3, "3 hit(s) marked.")
    assert len(heard) == 1
    assert len(heard[0].documents) == 2
    desk.project.undo()
    assert desk.marks() == 0


def test_only_ticked_hits_are_marked(desk):
    desk.find(r"\d+/\d+")
    desk.model.tick(1, 2, True)
    desk.acts.mark("resolution")
    assert desk.marks() == 1


def test_hits_are_written_into_a_table(desk, tmp_path):
    desk.find(r"\d+/\d+")
    target = tmp_path / "hits.csv"
    desk.acts.ask_path = lambda: target
    desk.acts.export()
    lines = target.read_text("utf-8-sig").splitlines()
    assert len(lines) == 4
    assert "59/187" in lines[1]
    assert desk.last() == f"3 hit(s) exported to {target}."


def test_a_file_that_cannot_be_written_is_told(desk, tmp_path):
    desk.find(r"\d+/\d+")
    desk.acts.ask_path = lambda: tmp_path / "none" / "hits.csv"
    desk.acts.export()
    assert "hits.csv" in desk.last()


def test_a_project_that_is_read_only_says_so(desk):
    desk.find(r"\d+/\d+")
    desk.session.replace_project(Project.open(desk.project.path, None))
    assert desk.acts.mark("resolution") is None
    assert "reading only" in desk.last()


def test_hits_whose_documents_are_gone_are_left_out_and_both_acts_say_so(desk, tmp_path):
    with desk.project.operation("import") as writing:
        documents.add(writing, "D2", "القرار 62/1 والقرار 62/2")
    desk.find(r"\d+/\d+")
    desk.project.undo()
    target = tmp_path / "hits.csv"
    desk.acts.ask_path = lambda: target
    desk.acts.export()
    assert len(target.read_text("utf-8-sig").splitlines()) == 4
    gone = "2 left out: their documents are no longer in the project."
    assert desk.last() == f"3 hit(s) exported to {target}. {gone}"
    desk.acts.mark("resolution")
    assert (desk.marks(), desk.last()) == (3, f"3 hit(s) marked. {gone}")
