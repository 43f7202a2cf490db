"""Long work beside the window, in a thread of its own: it opens the project for itself, and can be stopped."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal

from model.formats.watching import Watcher
from model.refusal import Cancelled

REPORT_SECONDS = 0.05  # between two reports of progress: no more than can be seen


class Worker(QThread):
    """Runs one function with a watcher. ``progressed`` gives done and total (0: unknown); then comes exactly one of
    ``succeeded`` with the result, ``failed`` with the exception, and ``cancelled``."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Callable[[Watcher], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._reported = 0.0

    def cancel(self) -> None:
        """Have the work stop at the next document; what it has begun is taken back."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def run(self) -> None:
        """The thread's own part."""
        try:
            result = self._work(self._watch)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:  # told to the window, which explains it or treats it as a bug
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _watch(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._reported >= REPORT_SECONDS or done == total:
            self._reported = now
            self.progressed.emit(done, total)
