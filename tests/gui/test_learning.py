from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import document_operations, learning
from gui.learning import Learning
from gui.segmenting import Segmenting
from gui.session import Session
from model.annotation import documents, spans
from model.project import Project
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد التزامها، وإذ تشير إلى غيره، 1 - تقرر شيئا."
RECITALS = [(19, 42), (43, 61)]


class Made:
    version = "made"

    def __init__(self) -> None:
        self.known: dict[str, list[tuple[int, int]]] = {}

    def segment(self, text: str) -> tuple[ProposedClause, ...]:
        return (ProposedClause(6, 18, "title", confidence=len(self.known) / 10),)

    def learn(self, document: str, text: str, recitals) -> bool:
        assert text == TEXT
        self.known[document] = list(recitals)
        return True

    def forget(self, document: str) -> bool:
        return self.known.pop(document, None) is not None


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "a.qarar", "Sara") as project:
        with project.operation("import") as writing:
            for name in ("one", "two"):
                document = documents.add(writing, name, TEXT)
                for limits in RECITALS:
                    spans.mark(writing, document, "preambular", *limits)
                spans.mark(writing, document, "operative", 62, len(TEXT))
                spans.mark(writing, document, "preambular", 0, 5, status="suggested")
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


def declare(session: Session, state, *wanted: str) -> None:
    session.attempt(document_operations.set_progress, wanted, "clause", state)


def test_a_document_teaches_as_soon_as_its_clauses_are_done_and_until_they_are_not(session, project, made):
    first, second = project.document_ids()
    session.set_document(second)
    (before,) = session.proposed
    declare(session, "done", first)
    assert made.known == {first: RECITALS}  # not what is only proposed, nor other clauses
    assert session.proposed == [before]  # what is looked at stays as it is
    session.set_document(None)
    session.set_document(second)
    assert session.proposed[0].origin.confidence == 0.1
    declare(session, "in-progress", first)
    assert made.known == {}
    session.attempt(lambda project: project.undo())
    assert made.known == {first: RECITALS}


def test_many_documents_and_long_ones_are_taken_in_beside(session, project, made, qtbot, monkeypatch):
    declare(session, "done", *project.document_ids())
    qtbot.waitUntil(lambda: sorted(made.known) == sorted(project.document_ids()))
    declare(session, "new", *project.document_ids())
    assert made.known == {}
    monkeypatch.setattr(learning, "AT_ONCE", 5)
    declare(session, "done", project.document_ids()[0])
    qtbot.waitUntil(lambda: list(made.known) == project.document_ids()[:1])


def test_what_was_done_before_is_taken_in_when_the_project_is_opened(session, project, made, qtbot):
    declare(session, "done", project.document_ids()[1])
    path = project.path
    session.set_project(None)
    made.known.clear()
    session.set_project(Project.open(path, "Sara"))
    qtbot.waitUntil(lambda: made.known == {project_id(session): RECITALS})


def project_id(session: Session) -> str:
    assert session.project is not None
    return session.project.document_ids()[1]


def test_a_project_that_is_only_read_teaches_nothing(session, project, made, qtbot):
    declare(session, "done", project.document_ids()[1])
    path = project.path
    made.known.clear()
    session.set_project(Project.open(path, None))
    qtbot.wait(30)
    assert made.known == {}
