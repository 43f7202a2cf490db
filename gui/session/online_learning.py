"""What annotators confirm teaches the segmenter: at once, without training, for the project that is open.

A document teaches by the recitals that are confirmed in it, whether it is done or not. What has changed is taken in
when clauses are asked for the next time, which is when another document is shown: the one that a person looks at keeps
its proposals, and nothing in it jumps about. What was confirmed before is taken in beside the window when a project is
opened.
"""

import time
from collections.abc import Sequence
from threading import Lock

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from gui.background.worker import Worker
from gui.session.segmentation_service import Learner, SegmentationService
from gui.session.session import Session
from model.errors import StorageError
from model.progress import ProgressCallback, no_progress
from model.project import Changes, Project

FEW = 4  # documents that may be taken in before the next one is shown …
AT_ONCE = 60_000  # … and while a person waits for it, where they have no more code points than these: 2 to 7 ms each
GIVE_WAY = 0.005  # seconds between two documents of a long reading while a person waits for another


class OnlineLearning(QObject):
    """Follows one session, and tells its ``segmenting`` what has been confirmed.

    Of a document that several threads take in, the last to read it is the last to teach it. What could not be taken in
    is tried again after the next change.
    """

    def __init__(self, session: Session, segmenting: SegmentationService) -> None:
        super().__init__(session)
        self._session = session
        self._segmenting = segmenting
        self._changed: set[str] = set()  # documents that may have changed since they were taken in
        self._unread = False  # what was confirmed before the project was opened could not be taken in
        self._held_up = False  # it has failed, and nothing has changed since
        self._reading: list[Worker] = []
        self._awaited: list[Worker] = []  # those of them for which the next document waits
        self._turn = Lock()  # held from reading a document until it has taught
        session.project_changed.connect(self._start_anew)
        session.changes.connect(self._follow)
        segmenting.catch_up = self.catch_up

    def catch_up(self) -> bool:
        """Take in what has changed: a few documents before the next one is shown, many of them beside the window.

        Says whether the few are known; else the ``segmenting`` is told when they are.
        """
        project = self._session.project
        if project is None or self._held_up or not self._segmenting.version:
            return not self._awaited
        if self._unread:
            self._unread = False
            self._read(project, None)
        documents = sorted(self._changed)
        if not documents:
            return not self._awaited
        self._changed.clear()
        if len(documents) > FEW:
            self._read(project, documents)
        elif self._reading or not self._learn_now(project, documents):
            self._awaited.append(self._read(project, documents))
        return not self._awaited

    def _learn_now(self, project: Project, documents: list[str]) -> bool:
        """Take in these documents here, unless they are too long for that."""
        try:
            if sum(summary.length for summary in project.summaries(documents)) > AT_ONCE:
                return False
            if _learn(self._segmenting.load(), project, documents, self._turn):
                self._segmenting.forget()
        except Exception as error:  # as in the thread beside: told to the window, which goes on without
            self._put_back(documents)
            if isinstance(error, StorageError):  # of the project's file: whoever looks after that tells of it
                return True
            QTimer.singleShot(0, self, lambda error=error: self._segmenting.failed.emit(error))
        return True

    def _put_back(self, documents: Sequence[str] | None) -> None:
        """These are still to be taken in, or some of them."""
        self._changed.update(documents or ())
        self._unread |= documents is None
        self._held_up = True
        self._segmenting.forget()  # some may have taught something

    def _start_anew(self) -> None:
        for worker in self._reading:
            worker.cancel()  # before there is another segmenter, so that it teaches that one nothing
        self._reading.clear()
        self._awaited.clear()
        self._changed.clear()
        self._unread = self._held_up = False
        self._turn = Lock()
        self._segmenting.start_anew()
        project = self._session.project
        if project is not None and project.annotator is not None and project.scheme.clauses is not None:
            QTimer.singleShot(self._segmenting.wait, self, lambda: self._read_all(project))

    def _follow(self, changes: Changes) -> None:
        if changes.rows.keys() & {"span", "document"}:
            self._changed |= changes.documents
            self._held_up = False

    def _read_all(self, project: Project) -> None:
        if self._session.project is project:
            self._read(project, None)

    def _read(self, project: Project, documents: Sequence[str] | None) -> Worker:
        """Take in documents (None: all that teach) beside the window."""
        segmenting, turn = self._segmenting, self._turn

        def considerate(on_progress: ProgressCallback) -> ProgressCallback:
            """Let those have their turn for whom somebody waits: a lock goes to whoever asks for it at the moment."""

            def watching(done: int, total: int) -> None:
                on_progress(done, total)
                if self._awaited and worker not in self._awaited:
                    time.sleep(GIVE_WAY)

            return watching

        def work(on_progress: ProgressCallback) -> bool:
            learner = segmenting.load()
            with project.open_again(None) as own:
                wanted = _teaching(own) if documents is None else documents
                news = _learn(learner, own, wanted, turn, considerate(on_progress))
            learner.prepare()
            return news

        def take(news: object) -> None:
            if isValid(self) and worker in self._reading and news:
                segmenting.forget()

        def put_back() -> None:
            if isValid(self) and worker in self._reading:
                self._put_back(documents)

        def fail(error: object) -> None:
            put_back()
            # That there is no segmenter is told where clauses are asked for.
            if isValid(self) and worker in self._reading and segmenting.version and not isinstance(error, StorageError):
                segmenting.failed.emit(error)

        def end() -> None:
            if not isValid(self) or worker not in self._reading:
                return
            self._reading.remove(worker)
            if worker in self._awaited:
                self._awaited.remove(worker)
                if not self._awaited:
                    segmenting.go_on()

        worker = Worker(work)
        self._reading.append(worker)
        worker.succeeded.connect(take)
        worker.failed.connect(fail)
        worker.cancelled.connect(put_back)
        worker.finished.connect(end)
        worker.start()
        return worker


def learn_all(learner: Learner, project: Project, on_progress: ProgressCallback) -> None:
    """Have a segmenter that knows nothing yet learn all that is confirmed in a project; from any thread."""
    _learn(learner, project, _teaching(project), Lock(), on_progress)
    learner.prepare()


def _teaching(project: Project) -> list[str]:
    from model.proposals import training_examples as learning  # with what it needs, once the window is there

    return project.read(learning.teaching_documents)


def _learn(
    learner: Learner,
    project: Project,
    documents: Sequence[str],
    turn: Lock,
    on_progress: ProgressCallback = no_progress,
) -> bool:
    """Take in these documents as they stand now; gives whether that is news."""
    from model.proposals import training_examples as learning

    news = False
    for number, document in enumerate(documents):
        on_progress(number, len(documents))
        with turn:
            found = project.read(learning.lesson, document)
            news |= learner.forget(document) if found is None else learner.learn(document, *found)
    return news
