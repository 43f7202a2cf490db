import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shiboken6 import delete, isValid

from gui.session import online_learning
from gui.session.online_learning import OnlineLearning
from gui.session.segmentation_service import SegmentationService
from gui.session.session import Session
from model.annotation import documents, spans
from model.errors import UserError
from model.project import Project
from model.segmentation.values import ProposedClause

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد التزامها، وإذ تشير إلى غيره، 1 - تقرر شيئا."
NAMES = ("a", "b", "c", "d", "e")
RECITALS = [(19, 42), (43, 61)]


class Made:
    version = "made"
    is_prompt = True

    def __init__(self) -> None:
        self.known: dict[str, list[tuple[int, int]]] = {}
        self.asked_from: set[threading.Thread] = set()
        self.before: Callable[[str], object] = str  # called with a document's id before it teaches

    def segment(self, text: str, _: object = None) -> tuple[ProposedClause, ...]:
        return (ProposedClause(6, 18, "title", confidence=len(self.known) / 10),)

    def prepare(self) -> None:
        """There is nothing to prepare."""

    def learn(self, document: str, text: str, recitals) -> bool:
        assert text == TEXT
        self.asked_from.add(threading.current_thread())
        self.before(document)
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
    segmenting = SegmentationService(lambda: made)
    session = Session(segmenting=segmenting)
    OnlineLearning(session, segmenting)
    session.set_project(project)
    segmenting.load()
    yield session
    if isValid(session):
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


def titles(session: Session) -> list[float | None]:
    """The chances of the titles that are proposed; they tell how many documents had taught by then."""
    return [span.origin.confidence for span in session.proposed if span.label == "title"]


def is_idle(session: Session) -> bool:
    """Whether nothing is taken in beside the window."""
    found = session.findChild(OnlineLearning)
    return isinstance(found, OnlineLearning) and not found._reading


class Gate:
    """Holds up those that take in a document, once it is read, until it is opened."""

    def __init__(self, made: Made, document: str) -> None:
        self.reached, self.open = threading.Event(), threading.Event()
        self._document = document
        made.before = self.hold

    def hold(self, document: str) -> None:
        if document == self._document:
            self.reached.set()
            assert self.open.wait(20)


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
    assert len(titles(session)) == 1  # of many it is not known when they are all taken in: nobody waits for that
    qtbot.waitUntil(lambda: is_idle(session))
    judge(session, "suggested", "a")
    monkeypatch.setattr(online_learning, "AT_ONCE", 5)
    show(session, "b")
    assert titles(session) == []  # a few are waited for, so that they teach the next document
    qtbot.waitUntil(lambda: titles(session) == [0.4])
    assert ids(session)["a"] not in made.known
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


def read_anew(session: Session, made: Made) -> None:
    """Open the project again; what is confirmed in it is taken in beside the window."""
    assert session.project is not None
    path = session.project.path
    session.set_project(None)
    made.known.clear()
    session.set_project(Project.open(path, "Sara"))
    assert session.proposals.segmenting is not None
    session.proposals.segmenting.load()


def test_what_changes_during_the_first_reading_is_not_taught_as_it_was_before(session, made, qtbot):
    judge(session, "confirmed", "a", "b")
    known = ids(session)
    gate = Gate(made, known["a"])
    read_anew(session, made)
    qtbot.waitUntil(gate.reached.is_set)
    judge(session, "rejected", "a")
    show(session, "c")
    assert titles(session) == []  # it waits until that is known
    assert session.proposals.state == "coming"
    qtbot.wait(20)
    gate.open.set()
    qtbot.waitUntil(lambda: titles(session) != [])
    qtbot.waitUntil(lambda: is_idle(session))
    assert made.known == {known["b"]: RECITALS}


def test_another_document_is_not_kept_waiting_for_the_whole_first_reading(session, made, qtbot):
    judge(session, "confirmed", *NAMES[:4])
    known = ids(session)
    read_anew(session, made)
    gate = Gate(made, known["d"])
    qtbot.waitUntil(gate.reached.is_set)
    show(session, "e")
    assert len(titles(session)) == 1  # nothing has changed
    gate.open.set()
    qtbot.waitUntil(lambda: len(made.known) == 4)


@pytest.mark.parametrize("few", [True, False], ids=["at once", "beside"])
def test_what_could_not_be_taken_in_is_tried_again_after_the_next_change(session, made, qtbot, monkeypatch, few):
    monkeypatch.setattr(online_learning, "FEW", 4 if few else 0)
    show(session, "c")
    qtbot.waitUntil(lambda: is_idle(session))
    tried = []

    def refuse(document: str) -> None:
        tried.append(document)
        raise UserError("It is gone.")

    made.before = refuse
    judge(session, "confirmed", "a")
    with qtbot.waitSignal(session.proposals.failed) as told:
        show(session, "b")
        assert len(titles(session)) == 1  # that teaching failed is no reason to propose nothing
    assert isinstance(told.args[0], UserError)
    assert session.proposals.state == "known"
    qtbot.waitUntil(lambda: is_idle(session))
    show(session, "c")
    assert tried == [ids(session)["a"]]  # not again before anything changes
    made.before = str
    judge(session, "confirmed", "b")
    show(session, "d")
    qtbot.waitUntil(lambda: made.known == {ids(session)[name]: RECITALS for name in "ab"})


@pytest.mark.parametrize("stopped", [True, False])
def test_a_first_reading_that_came_to_nothing_is_done_again(session, made, qtbot, stopped):
    judge(session, "confirmed", "a", "b")
    known = ids(session)
    gate = Gate(made, known["a"])
    read_anew(session, made)
    qtbot.waitUntil(gate.reached.is_set)
    if stopped:
        session.findChild(OnlineLearning)._reading[0].cancel()
    else:
        hold = made.before

        def refuse(document: str) -> None:
            hold(document)
            raise UserError("It is gone.")

        made.before = refuse
        made.known.clear()
    gate.open.set()
    qtbot.waitUntil(lambda: is_idle(session))
    made.before = str
    judge(session, "confirmed", "c")
    show(session, "e")
    qtbot.waitUntil(lambda: made.known == {known[name]: RECITALS for name in "abc"})


def test_what_is_begun_for_one_project_teaches_nothing_to_another(session, project, made, qtbot, tmp_path):
    judge(session, "confirmed", "a", "b")
    gate = Gate(made, ids(session)["a"])
    read_anew(session, made)
    qtbot.waitUntil(gate.reached.is_set)
    other = Made()
    session.proposals.segmenting._load = lambda: other
    session.set_project(Project.create(tmp_path / "b.qarar", "Sara"))
    session.proposals.segmenting.load()
    gate.open.set()
    qtbot.wait(50)
    assert other.known == {}


def test_a_window_that_is_closed_while_it_learns_hears_nothing_of_it(session, project, made, qtbot):
    judge(session, "confirmed", "a", "b")
    gate = Gate(made, ids(session)["b"])
    read_anew(session, made)
    qtbot.waitUntil(gate.reached.is_set)
    (worker,) = session.findChild(OnlineLearning)._reading
    own = session.project
    delete(session)
    with qtbot.captureExceptions() as raised:
        gate.open.set()
        qtbot.waitUntil(lambda: not worker.is_running)
        qtbot.wait(20)
    assert raised == []
    own.close()


def test_under_another_annotator_s_name_the_proposals_stay_and_what_was_confirmed_teaches(
    session, project, made, qtbot
):
    judge(session, "confirmed", "a")
    show(session, "b")
    before = session.proposed
    assert titles(session) == [0.1]
    made.known.clear()
    session.replace_project(session.project.open_again("Omar"))
    assert session.proposed == before
    assert session.proposals.state == "known"
    qtbot.waitUntil(lambda: made.known == {ids(session)["a"]: RECITALS})
    qtbot.waitUntil(lambda: is_idle(session))
    assert session.proposed == before
    show(session, "c")
    qtbot.waitUntil(lambda: titles(session) == [0.1])


def test_the_first_act_in_a_document_moves_none_of_its_proposals(session, project, made, qtbot):
    show(session, "b")
    (before,) = (span for span in session.proposed if span.label == "title")
    judge(session, "confirmed", "a")

    def begin(project: Project) -> None:
        with project.operation("progress") as writing:
            documents.set_progress(writing, ids(session)["b"], "clause", "in-progress")

    session.attempt(begin)
    assert session.proposed == [before]
