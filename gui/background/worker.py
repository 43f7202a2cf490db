"""Work beside the window, in a thread of its own: it opens the project for itself, and can be stopped.

The thread is Python's own, not one of Qt's: a ``QThread`` that goes while it runs takes the process with it, while of
this nobody who has lost interest has to wait for the end. A window closes at once, whatever it has begun.
"""

import atexit
import sys
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from model.errors import Cancelled
from model.progress import ProgressCallback

REPORT_SECONDS = 0.05  # between two reports of progress: no more than can be seen
LAST_SECONDS = 3.0  # that a process waits at its end for work that nobody wants any more

_ARENA_MAX = -8  # glibc's M_ARENA_MAX, https://man7.org/linux/man-pages/man3/mallopt.3.html
_HEAPS = 2

_running: set["Worker"] = set()  # whether anybody else keeps them or not
_telling = threading.Lock()
_over = threading.Event()  # the process ends: nobody can be told anything any more


class Worker(QObject):
    """Runs one function with a watcher. ``progressed`` gives done and total (0: unknown); then comes exactly one of
    ``succeeded`` with the result, ``failed`` with the exception, and ``cancelled``, and last ``finished``.

    It belongs to the thread that made it, and lives there until it has ended, kept or not.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Callable[[ProgressCallback], object]) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._reported = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="beside", daemon=True)
        self.finished.connect(self._let_go)

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        self._thread.start()

    def cancel(self) -> None:
        """Have the work stop at the next document; what it has begun is taken back."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    @property
    def is_running(self) -> bool:
        """Whether it has begun and not ended."""
        return self in _running and not self._ended.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end of what has begun, however long or at most so many seconds; says whether it has ended."""
        if self in _running:
            self._thread.join(seconds)
        return not self.is_running

    def _run(self) -> None:
        """The thread's own part."""
        try:
            result = self._work(self._on_progress)
        except Cancelled:
            self.tell(self.cancelled)
        except Exception as error:  # told to the window, which explains it or treats it as a bug
            self.tell(self.failed, error)
        else:
            self.tell(self.succeeded, result)
        self._ended.set()
        self.tell(self.finished)

    def tell(self, signal: SignalInstance, *values: object) -> None:
        """Emit a signal of this worker, out of its thread."""
        with _telling:
            if not _over.is_set():
                signal.emit(*values)

    def _let_go(self) -> None:
        """Be no longer, once all have heard the end of it: the thread may still be telling the others."""
        self._thread.join()
        self.deleteLater()
        QTimer.singleShot(0, lambda: _running.discard(self))

    def _on_progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._reported >= REPORT_SECONDS or done == total:
            self._reported = now
            self.tell(self.progressed, done, total)


def share_heaps() -> None:
    """Have all threads share two of the C library's heaps; to be called before there are any. glibc would give each new
    one a heap of its own, up to eight a processor, and what a thread has freed there serves no other: some 40 MB after
    a few thousand acts.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_ARENA_MAX, _HEAPS)


def end_all(seconds: float) -> None:
    """Stop all work, and wait so long at most until it has ended."""
    until = time.monotonic() + seconds
    running = tuple(_running)
    for worker in running:
        worker.cancel()
    for worker in running:
        worker.wait(max(0.0, until - time.monotonic()))


def _end_with_process() -> None:
    """What goes on after this ends with the process, wherever it is; what it has written halfway, SQLite takes back."""
    end_all(LAST_SECONDS)
    with _telling:
        _over.set()


atexit.register(_end_with_process)  # runs before Qt's objects are taken away
