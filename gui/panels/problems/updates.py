"""What is likely to be wrong in the document shown, kept up to date while it is worked on.

Of a document of usual size it is found out at once, in the turn of the event loop after a change; of one with very many
marks in a thread of its own, a moment after the last change, so that nobody who marks has to wait. What nobody sees is
found out when it is seen.
"""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from gui.background.worker import Worker
from gui.session.session import Session
from model.annotation.layers import Scheme
from model.annotation.values import Span
from model.checking.checks import clause_problems, descriptor_problems, text_order
from model.checking.problems import Problem
from model.project import Changes

MANY = 1_200  # marks: looking at so many takes about a frame
LONG = 200_000  # code points: the same
PAUSE = 200  # ms after a change before so many are looked at again

State = Literal["closed", "unmarked", "looking", "known"]
_OF_DESCRIPTORS = frozenset({"assignment", "evidence", "concept", "concept_label", "vocabulary"})
_OF_ALL = frozenset({"progress", "project", "layer", "label"})


class ProblemUpdates(QObject):
    """``changed``: other problems are known than before, or the state is another one.

    ``is_seen`` says whether anybody sees what is known; where nobody does, it is found out when
    ``catch_up`` or ``be_seen`` asks for it.

    ``state``: ``closed`` where no document is shown, ``unmarked`` where none of its clauses is confirmed and nothing is
    said of it, ``looking`` before the first result, else ``known``.
    """

    changed = Signal()

    def __init__(
        self, session: Session, parent: QObject | None = None, is_seen: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._is_seen = is_seen
        self.problems: list[Problem] = []
        self.state: State = "closed"
        self._of_descriptors: list[Problem] | None = None
        self._worker: Worker | None = None
        self._again = False  # something has changed since the worker began
        self._stale = False  # something has changed while nobody saw it
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        session.project_changed.connect(self._begin)
        session.document_changed.connect(self._begin)
        session.spans_changed.connect(self._soon)
        session.changes.connect(self._follow)
        self._begin()

    def catch_up(self) -> None:
        """Find out at once what is to be found out soon, or when it is seen, where that is not done in a thread."""
        if self._timer.isActive() or self._stale:
            self._look()

    def be_seen(self) -> None:
        """Find out soon what has changed while nobody saw it."""
        if self._stale:
            self._soon()

    @property
    def is_busy(self) -> bool:
        """Whether what is known may be out of date."""
        return self._stale or self._timer.isActive() or self._worker is not None

    def _begin(self, *_: object) -> None:
        """Another document: what was known is of no use."""
        self._of_descriptors = None
        self._again = False
        self._worker = None  # what it finds is of another document
        self._take([], "closed" if self._session.document is None else "looking")
        self._timer.stop()
        self._stale = False
        self._soon(at_once=True)

    def _follow(self, changes: Changes) -> None:
        kinds = changes.rows.keys()
        of_document = self._session.document in changes.documents
        if kinds & _OF_DESCRIPTORS and (of_document or kinds & {"vocabulary", "concept", "concept_label"}):
            self._of_descriptors = None
            self._soon()
        elif kinds & _OF_ALL and (of_document or kinds & {"project", "layer", "label"}):
            self._soon()

    def _soon(self, *_: object, at_once: bool = False) -> None:
        if self._session.document is None:
            return
        self._stale = not self._is_seen()
        if self._stale:
            self._timer.stop()
        else:
            self._timer.start(0 if at_once or not self._is_large() else PAUSE)

    def _is_large(self) -> bool:
        session = self._session
        return len(session.text) > LONG or len(session.spans) > MANY

    def _look(self) -> None:
        self._timer.stop()
        self._stale = False
        project, document = self._session.project, self._session.document
        if project is None or document is None:
            return
        if self._worker is not None:
            self._again = True
            return
        look = _looker(project.scheme, self._session.text, self._session.spans, project.document(document).complete())
        if not self._is_large():
            self._found(look())
            return
        worker = Worker(lambda _on_progress: look())
        self._worker = worker
        worker.succeeded.connect(lambda found, worker=worker: self._arrive(worker, found))
        worker.failed.connect(_raise)
        worker.start()

    def _arrive(self, worker: Worker, found: tuple[bool, list[Problem]]) -> None:
        if not isValid(self) or worker is not self._worker:
            return
        self._worker = None
        self._found(found)
        if self._again:
            self._again = False
            self._soon()

    def _found(self, found: tuple[bool, list[Problem]]) -> None:
        project, document = self._session.project, self._session.document
        if project is None or document is None:
            return
        if self._of_descriptors is None:
            self._of_descriptors = project.read(descriptor_problems, document)
        marked, problems_of_marks = found
        known = sorted([*problems_of_marks, *self._of_descriptors], key=text_order)
        self._take(known, "known" if marked or known else "unmarked")

    def _take(self, found: list[Problem], state: State) -> None:
        if found != self.problems or state != self.state:
            self.problems, self.state = found, state
            self.changed.emit()


def _looker(
    scheme: Scheme, text: str, spans: list[Span], done: tuple[str, ...]
) -> Callable[[], tuple[bool, list[Problem]]]:
    """Looks at a document as it is now, in whatever thread; says too whether any of its clauses is confirmed."""
    clauses = None if scheme.clauses is None else scheme.clauses.id

    def look() -> tuple[bool, list[Problem]]:
        marked = any(span.status == "confirmed" and span.layer == clauses for span in spans)
        return marked, clause_problems(scheme, text, spans, done=done) if marked else []

    return look


def _raise(error: Exception) -> None:
    raise error
