"""Searching all texts of a project beside the window; what is found streams in, and a newer search ends an older."""

import time
from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from gui.background.worker import Worker
from gui.item_models.packed_hits import PackedHits
from model.errors import UserError
from model.progress import ProgressCallback
from model.project import Project
from model.search.query import Query

FIRST = 100  # hits that are shown as soon as they are known
SECONDS = 0.1  # between two batches
LETTING_GO = 0.1  # seconds that closing waits for the file to be let go: an expression may go on for longer in one text


class _Searcher(Worker):
    """Tells what it has found, with the number of its search."""

    found = Signal(int, object)
    estimated = Signal(int, int, bool)


class ProjectSearch(QObject):
    """``found`` gives ``PackedHits``, again and again, in project order; ``estimated`` how many documents may have
    hits, and whether they do; ``ended`` comes once: with None when all is through, else with what it was refused for.

    All three are of the newest search alone; one that was stopped says nothing any more.
    """

    found = Signal(object)
    estimated = Signal(int, bool)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0  # of the newest search
        self._workers: set[_Searcher] = set()
        self._running = False

    @property
    def is_running(self) -> bool:
        """Whether more may come."""
        return self._running

    def search(self, project: Project, query: Query, documents: Collection[str] | None = None) -> None:
        """Search a project (its file is opened anew), or only some of its documents (ids)."""
        self.stop()
        number = self._number
        among = None if documents is None else frozenset(documents)

        def work(on_progress: ProgressCallback) -> None:
            with project.open_again(None) as own:
                put = own.search(query)
                worker.tell(worker.estimated, number, *put.count_documents())
                pack, since, first = PackedHits(), time.monotonic(), True
                for found in put.documents(among, on_progress):
                    pack.add(found)
                    now = time.monotonic()
                    if now - since >= SECONDS or (first and len(pack.starts) >= FIRST):
                        worker.tell(worker.found, number, pack)
                        pack, since, first = PackedHits(), now, False
                worker.tell(worker.found, number, pack)

        worker = _Searcher(work)
        self._workers.add(worker)
        self._running = True
        worker.found.connect(self._pass_found)
        worker.estimated.connect(self._pass_estimated)
        worker.succeeded.connect(lambda _: self._end(number, None))
        worker.failed.connect(lambda error: self._end(number, error))
        worker.finished.connect(lambda: self._workers.discard(worker))
        worker.start()

    def stop(self) -> None:
        """Hear no more of the search that is running."""
        self._number += 1
        self._running = False
        for worker in self._workers:
            worker.cancel()

    def close(self) -> None:
        """Stop, and give the workers a moment to let go of the project's file; one that goes on meets nobody here."""
        self.stop()
        until = time.monotonic() + LETTING_GO
        for worker in tuple(self._workers):
            worker.wait(max(0.0, until - time.monotonic()))
        self._workers.clear()

    def _pass_found(self, number: int, found: PackedHits) -> None:
        if number == self._number and found.documents:
            self.found.emit(found)

    def _pass_estimated(self, number: int, documents: int, exact: bool) -> None:
        if number == self._number:
            self.estimated.emit(documents, exact)

    def _end(self, number: int, error: Exception | None) -> None:
        refused = error if isinstance(error, UserError) else None
        if number == self._number:
            self._running = False
            self.ended.emit(refused)
        if error is not None and refused is None:
            raise error
