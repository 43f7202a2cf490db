import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import learning
from gui.learning import Learning
from gui.segmenting import Segmenting
from gui.session import Session
from model.annotation import documents, spans
from model.project import Project
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد التزامها، وإذ تشير إلى غيره، 1 - تقرر شيئا."
NAMES = ("a", "b", "c", "d", "e")
RECITALS = [(19, 42), (43, 61)]


class Made:
    version = "made"

    def __init__(self) -> None:
        self.known: dict[str, list[tuple[int, int]]] = {}
        self.asked_from: set[threading.Thread] = set()

    def segment(self, text: str) -> tuple[ProposedClause, ...]:
        return (ProposedClause(6, 18, "title", confidence=len(self.known) / 10),)

    def learn(self, document: str, text: str, recitals) -> bool:
        assert text == TEXT
        self.asked_from.add(threading.current_thread())
        news = self.known.get(document) != list(recitals)
        self.known[document] = list(recitals)
        return news

    def forget(self, document: str) -> bool:
        self.asked_from.add(threading.current_thread())
        return self.known.pop(document, None) is not None


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "a.qarar", "Sara") as project:
        with project.operation("import") as writing:
            for name in NAMES:
                document = documents.add(writing, name, TEXT)
                for limits in RECITALS:
                    spans.mark(writing, document, "preambular", *limits, status="suggested")
                spans.mark(writing, document, "operative", 62, len(TEXT))
        yield project


@pytest.fixture
def session(qapp, project: Project, made: Made) -> Iterator[Session]:
    segmenting = Segmenting(lambda: made)
    session = Session(segmenting=segmenting)
    Learning(session, segmenting)
    session.set_project(project)
    segmenting.load()
    yield session
    session.set_project(None)


def judge(session: Session, status: str, *names: str) -> None:
    """Confirm or reject the recitals of these documents, in one step."""
    assert session.project is not None
    wanted = [
        span.id
        for name in names
        for span in session.project.spans(ids(session)[name], rejected=True)
        if span.label == "preambular"
    ]

    def write(project: Project) -> None:
        with project.operation("confirm") as writing:
            for span in wanted:
                spans.set_status(writing, span, status)

    session.attempt(write)


def ids(session: Session) -> dict[str, str]:
    assert session.project is not None
    return {summary.name: summary.id for summary in session.project.documents()}


def show(session: Session, name: str) -> None:
    session.set_document(None)
    session.set_document(ids(session)[name])


def test_a_document_teaches_what_is_confirmed_in_it_as_soon_as_another_is_shown(session, made):
    show(session, "b")
    (before,) = (span for span in session.proposed if span.label == "title")
    judge(session, "confirmed", "a")
    assert session.proposed == [before]  # what is looked at stays as it is
    show(session, "c")
    assert made.known == {ids(session)["a"]: RECITALS}
    assert next(span for span in session.proposed if span.label == "title").origin.confidence == 0.1
    session.attempt(lambda project: project.undo())
    show(session, "b")
    assert made.known == {}
    session.attempt(lambda project: project.redo())
    show(session, "c")
    assert made.known == {ids(session)["a"]: RECITALS}


def test_what_is_only_proposed_or_rejected_teaches_nothing(session, made):
    judge(session, "rejected", "a")
    judge(session, "confirmed", "b")
    show(session, "c")
    assert made.known == {ids(session)["b"]: RECITALS}


def test_many_documents_and_long_ones_are_taken_in_beside(session, made, qtbot, monkeypatch):
    judge(session, "confirmed", *NAMES)
    show(session, "c")
    qtbot.waitUntil(lambda: sorted(made.known) == sorted(ids(session).values()))
    judge(session, "suggested", "a")
    monkeypatch.setattr(learning, "AT_ONCE", 5)
    show(session, "b")
    qtbot.waitUntil(lambda: ids(session)["a"] not in made.known)
    assert threading.current_thread() not in made.asked_from


def test_what_was_confirmed_before_is_taken_in_when_the_project_is_opened(session, project, made, qtbot):
    judge(session, "confirmed", "b")
    path = project.path
    session.set_project(None)
    made.known.clear()
    session.set_project(Project.open(path, "Sara"))
    qtbot.waitUntil(lambda: made.known == {ids(session)["b"]: RECITALS})


def test_a_project_that_is_only_read_teaches_nothing(session, project, made, qtbot):
    judge(session, "confirmed", "b")
    path = project.path
    made.known.clear()
    session.set_project(Project.open(path, None))
    qtbot.wait(30)
    assert made.known == {}
