"""What annotators confirm teaches the segmenter: at once, document by document, for the project that is open.

A document teaches when its clauses are declared done, and no longer when they are not. What was done before is taken in
beside the window when a project is opened. The document that is shown keeps its proposals: nothing that a person looks
at jumps about.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer

from gui.background.worker import Worker
from gui.segmenting import AT_ONCE, Segmenting
from gui.session import Session
from model.annotation.values import Span
from model.formats.watching import Watcher
from model.project import Changes, Project

RECITAL = "preambular"  # the label whose limits are learned


class Learning(QObject):
    """Follows one session, and tells its ``segmenting`` what has been confirmed."""

    def __init__(self, session: Session, segmenting: Segmenting) -> None:
        super().__init__(session)
        self._session = session
        self._segmenting = segmenting
        self._reading: Worker | None = None  # what takes in what was done before
        session.project_changed.connect(self._start_anew)
        session.changes.connect(self._follow)

    def _start_anew(self) -> None:
        self._stop_reading()
        self._segmenting.start_anew()
        project = self._session.project
        clauses = None if project is None else project.scheme.clauses
        if project is None or clauses is None or project.annotator is None:
            return
        done = sorted(project.documents_done(clauses.id))
        if done:
            QTimer.singleShot(self._segmenting.wait, self, lambda: self._read(project, clauses.id, done))

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _read(self, project: Project, task: str, documents: Sequence[str]) -> None:
        """Take in these documents, beside the window."""
        if self._session.project is not project:
            return
        segmenting = self._segmenting

        def work(watch: Watcher) -> bool:
            learner = segmenting.load()
            news = False
            with project.open_again(None) as own:
                for number, document in enumerate(documents):
                    watch(number, len(documents))
                    if own.summary(document) is not None:
                        recitals = _recitals(own.spans(document), task)
                        news |= learner.learn(document, own.text(document), recitals)
            return news

        def take(news: object) -> None:
            if news and self._reading is worker:
                segmenting.forget()

        self._stop_reading()
        worker = self._reading = Worker(work)
        worker.succeeded.connect(take)
        worker.failed.connect(lambda error: segmenting.failed.emit(error))
        worker.start()

    def _follow(self, changes: Changes) -> None:
        """Take in documents that are done now, and forget those that are not any more."""
        project = self._session.project
        clauses = None if project is None else project.scheme.clauses
        if project is None or clauses is None or "progress" not in changes.rows:
            return
        if not self._segmenting.version:
            return  # nothing has been proposed yet; what is done then is taken in with what was before
        done: list[str] = []
        news = False
        learner = self._segmenting.load()
        for summary in project.summaries(sorted(changes.documents)):
            if summary.state(clauses.id) == "done":
                done.append(summary.id)
            else:
                news |= learner.forget(summary.id)
        if len(done) == 1 and len(project.text(done[0])) <= AT_ONCE:
            recitals = _recitals(project.spans(done[0]), clauses.id)
            news |= learner.learn(done[0], project.text(done[0]), recitals)
        elif done:
            self._read(project, clauses.id, done)
        if news:
            self._segmenting.forget()


def _recitals(spans: Sequence[Span], layer: str) -> list[tuple[int, int]]:
    """The limits of the recitals that somebody has confirmed, or marked by hand."""
    return [
        span.limits for span in spans if span.layer == layer and span.label == RECITAL and span.status == "confirmed"
    ]
