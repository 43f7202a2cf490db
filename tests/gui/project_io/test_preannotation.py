import itertools
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.background.progress import ProgressDialog
from gui.dialogs.preannotate_dialog import PreannotateChoice
from gui.project_io.preannotation import Preannotation
from gui.session.session import Session
from model.annotation import documents, spans
from model.errors import Cancelled, UserError
from model.project import Project
from model.proposals.preannotation import Report
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تشير إلى قرارها 58/170، 1 - تقرر أن تنظر في المسألة."


class Segments:
    """Three clauses for every text."""

    version = "w1"

    def __init__(self) -> None:
        self.threads: set[int] = set()

    def segment(self, text: str, _: object = None) -> list[ProposedClause]:
        self.threads.add(threading.get_ident())
        places = [0, text.index("إذ"), text.index("1 -"), len(text) + 1]
        limits = [(start, end - 1) for start, end in itertools.pairwise(places)]
        labels = ("enacting", "preambular", "operative")
        return [ProposedClause(*each, label, confidence=0.9) for each, label in zip(limits, labels, strict=True)]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    project = Project.create(tmp_path / "p.qarar", "Sara")
    with project.operation("import") as writing:
        for name in ("A", "B", "C"):
            documents.add(writing, name, TEXT)
    session = Session()
    session.set_language("en")
    session.set_project(project)
    session.set_document(project.document_ids()[0])
    session.said = []
    session.message.connect(lambda text: session.said.append(text) if text else None)
    yield session
    session.set_project(None)


@pytest.fixture
def acts(qtbot, session, monkeypatch) -> Preannotation:
    """Its dialogs answered: all documents, no references; what is told in boxes is collected."""
    window = QWidget()
    qtbot.addWidget(window)
    segments = Segments()
    ids = session.project.document_ids()
    acts = Preannotation(session, window, lambda: ids[:2], lambda: ids[1:], lambda: segments)
    acts.segments, acts.told = segments, []
    monkeypatch.setattr(acts, "ask", lambda: PreannotateChoice())
    monkeypatch.setattr(acts, "show_error", lambda title, refusal: acts.told.append(str(refusal)))
    monkeypatch.setattr(acts, "show_refused", acts.told.append)
    return acts


def _proposed(session) -> list[int]:
    """How many proposals each document has."""
    return [len(session.project.spans(document)) for document in session.project.document_ids()]


def test_proposals_are_stored_beside_the_window_in_one_step_and_it_says_how_many(acts, session):
    acts.start()
    assert _proposed(session) == [3, 3, 3]
    assert threading.get_ident() not in acts.segments.threads
    assert session.said == ["9 clause(s) proposed in 3 document(s)."]
    assert {span.status for span in session.spans} == {"suggested"}
    assert session.project.undo().name == "propose clauses"
    assert _proposed(session) == [0, 0, 0]


@pytest.mark.parametrize("which, proposed", [("shown", [3, 0, 0]), ("selected", [3, 3, 0]), ("listed", [0, 3, 3])])
def test_only_the_chosen_documents_are_proposed_for(acts, session, monkeypatch, which, proposed):
    monkeypatch.setattr(acts, "ask", lambda: PreannotateChoice(which))
    acts.start()
    assert _proposed(session) == proposed


def test_the_dialog_that_is_left_does_nothing_and_a_choice_is_kept(acts, session, monkeypatch):
    monkeypatch.setattr(acts, "ask", lambda: PreannotateChoice("shown", references=True))
    acts.start()
    assert _proposed(session) == [4, 0, 0]
    assert "1 reference(s) proposed." in session.said[-1]
    monkeypatch.setattr(acts, "ask", lambda: None)
    acts.start()
    assert acts._choice == PreannotateChoice("shown", references=True)


def test_stopped_nothing_is_written(acts, session, monkeypatch):
    def stop(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr(acts.segments, "segment", stop)
    acts.start()
    assert _proposed(session) == [0, 0, 0]
    assert session.said == ["Stopped. Nothing was changed."]
    assert session.project.undoable().name == "import"


def test_the_person_can_stop_it(acts, session, monkeypatch):
    real = ProgressDialog.run

    def run(dialog: ProgressDialog) -> object:
        dialog.reject()
        return real(dialog)

    monkeypatch.setattr(ProgressDialog, "run", run)
    acts.start()
    assert _proposed(session) == [0, 0, 0]


def test_a_project_that_is_open_for_reading_is_refused(acts, session):
    session.project.annotator = None
    acts.start()
    assert len(session.said) == 1 and "open for reading only" in session.said[0]


def test_without_a_project_nothing_happens(acts, session):
    session.set_project(None)
    acts.start()
    assert session.said == [] and acts.told == []


def test_what_was_left_alone_is_said(acts, session):
    first, second, _ = session.project.document_ids()
    with session.project.operation("import") as writing:
        documents.set_progress(writing, first, "clause", "done")
        spans.mark(writing, second, "paragraph", 19, 30)
        crossing = spans.mark(writing, second, "paragraph", 31, 40)
        writing.update("span", crossing.id, start=25)  # as another program could have left it
    acts.start()
    assert session.said == []
    words, line = acts.told[0].split("\n")
    assert words == (
        "3 clause(s) proposed in 1 document(s). 1 document(s) that are done were left alone. "
        "1 document(s) were left alone because their marks break the rules."
    )
    assert line.startswith("\u2066B\u2069: ")


def test_what_was_added_to_the_scheme_is_said(acts):
    acts._tell(Report(documents=1, clauses=2, references=1, labels=("symbol",)))
    assert acts._session.said == [
        "2 clause(s) proposed in 1 document(s). 1 reference(s) proposed. "
        "Layers and labels: references have a new feature, what each one stands for."
    ]


def test_many_refused_documents_are_named_in_part(acts):
    refusal = UserError("No.")
    acts._tell(Report(refused=[(str(number), refusal) for number in range(9)]))
    assert acts.told[0].count("\n") == 6 and acts.told[0].endswith("…")


def test_doing_it_again_says_that_nothing_is_new_and_newer_proposals_replace_older_ones(acts, session):
    acts.start()
    acts.start()
    assert session.said[-1] == "Nothing new was proposed."
    acts.segments.version = "w2"
    acts.start()
    assert session.said[-1] == "9 clause(s) proposed in 3 document(s). 9 proposal(s) of before gave way."
    assert _proposed(session) == [3, 3, 3]
