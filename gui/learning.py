"""What annotators confirm teaches the segmenter: at once, without training, for the project that is open.

A document teaches by the recitals that are confirmed in it, whether it is done or not. What has changed is taken in
when clauses are asked for the next time, which is when another document is shown: the one that a person looks at keeps
its proposals, and nothing in it jumps about. What was confirmed before is taken in beside the window when a project is
opened.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from gui.background.worker import Worker
from gui.segmenting import AT_ONCE, Learner, Segmenting
from gui.session import Session
from model.formats.watching import Watcher, unwatched
from model.project import Changes, Project

FEW = 4  # documents that may be taken in while a person waits for another one: some milliseconds each


class Learning(QObject):
    """Follows one session, and tells its ``segmenting`` what has been confirmed."""

    def __init__(self, session: Session, segmenting: Segmenting) -> None:
        super().__init__(session)
        self._session = session
        self._segmenting = segmenting
        self._changed: set[str] = set()  # documents that may have changed since they were taken in
        self._reading: list[Worker] = []
        session.project_changed.connect(self._start_anew)
        session.changes.connect(self._follow)
        segmenting.catch_up = self.catch_up

    def catch_up(self) -> None:
        """Take in what has changed: a few documents now, many of them beside the window."""
        project = self._session.project
        if project is None or not self._changed or not self._segmenting.version:
            return
        documents = sorted(self._changed)
        self._changed.clear()
        if sum(summary.length for summary in project.summaries(documents)) > AT_ONCE or len(documents) > FEW:
            self._read(project, lambda _: documents)
        elif _learn(self._segmenting.load(), project, documents):
            self._segmenting.forget()

    def _start_anew(self) -> None:
        for worker in self._reading:
            worker.cancel()
        self._reading.clear()
        self._changed.clear()
        self._segmenting.start_anew()
        project = self._session.project
        if project is not None and project.annotator is not None and project.scheme.clauses is not None:
            QTimer.singleShot(self._segmenting.wait, self, lambda: self._read(project, _teaching))

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"span", "document"}:
            self._changed |= changes.documents

    def _read(self, project: Project, wanted: Callable[[Project], Sequence[str]]) -> None:
        """Take in documents beside the window."""
        if self._session.project is not project:
            return
        segmenting = self._segmenting

        def work(watch: Watcher) -> bool:
            with project.open_again(None) as own:
                documents = wanted(own)
                return bool(documents) and _learn(segmenting.load(), own, documents, watch)

        def take(news: object) -> None:
            if news and worker in self._reading:
                segmenting.forget()

        def end() -> None:
            if worker in self._reading:
                self._reading.remove(worker)

        worker = Worker(work)
        self._reading.append(worker)
        worker.succeeded.connect(take)
        worker.failed.connect(lambda error: segmenting.failed.emit(error))
        worker.finished.connect(end)
        worker.start()


def _teaching(project: Project) -> list[str]:
    from model.segmentation import learning  # with what it needs, once the window is there

    return project.read(learning.teaching_documents)


def _learn(learner: Learner, project: Project, documents: Sequence[str], watch: Watcher = unwatched) -> bool:
    """Take in these documents as they stand now; gives whether that is news."""
    from model.segmentation import learning

    news = False
    for number, document in enumerate(documents):
        watch(number, len(documents))
        found = project.read(learning.lesson, document)
        news |= learner.forget(document) if found is None else learner.learn(document, *found)
    return news
