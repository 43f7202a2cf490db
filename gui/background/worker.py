"""Worker threads: each runs one function, which opens the project for itself and can be cancelled.

They are Python threads. Destroying a running ``QThread`` ends the process, so a window would have to wait for it before
it closes.
"""

import atexit
import sys
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from model.errors import Cancelled
from model.progress import ProgressCallback

THREAD_NAME = "worker"
REPORT_SECONDS = 0.05  # between two reports of progress
LAST_SECONDS = 3.0  # that the process waits for cancelled workers when it exits

_ARENA_MAX = -8  # glibc's M_ARENA_MAX, https://man7.org/linux/man-pages/man3/mallopt.3.html
_HEAPS = 2

_running: set["Worker"] = set()  # keeps them alive while they run
_emitting = threading.Lock()
_exiting = threading.Event()  # Qt's objects are about to be destroyed: no signal may be emitted


class Worker(QObject):
    """Runs one function with a progress callback. ``progressed`` has done and total (0: unknown); then comes one of
    ``succeeded`` with the result, ``failed`` with the exception, and ``cancelled``, and last ``finished``.

    It lives in the thread that made it, and stays alive until its function has ended.
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
        self._thread = threading.Thread(target=self._run, name=THREAD_NAME, daemon=True)
        self.finished.connect(self._release)

    def start(self) -> None:
        """Start the thread."""
        _running.add(self)
        self._thread.start()

    def cancel(self) -> None:
        """Have the next progress report of the function raise ``Cancelled``."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether it was cancelled."""
        return self._stop.is_set()

    @property
    def is_running(self) -> bool:
        """Whether it was started and has not ended."""
        return self in _running and not self._ended.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end, for ``seconds`` at most; returns whether it has ended."""
        if self in _running:
            self._thread.join(seconds)
        return not self.is_running

    def _run(self) -> None:
        try:
            result = self._work(self._on_progress)
        except Cancelled:
            self.tell(self.cancelled)
        except Exception as error:  # the receiver shows it or treats it as a bug
            self.tell(self.failed, error)
        else:
            self.tell(self.succeeded, result)
        self._ended.set()
        self.tell(self.finished)

    def tell(self, signal: SignalInstance, *values: object) -> None:
        """Emit a signal of this worker from its thread."""
        with _emitting:
            if not _exiting.is_set():
                signal.emit(*values)

    def _release(self) -> None:
        """Drop the worker once every receiver has got ``finished``: the thread may still be emitting it."""
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
    """Let all threads share two heaps of the C library; call it before any thread starts. glibc gives each new thread a
    heap of its own, up to eight a processor, and no other thread reuses what was freed there: about 40 MB after a few
    thousand jobs.
    """
    if sys.platform == "linux":
        import ctypes

        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_ARENA_MAX, _HEAPS)


def end_all(seconds: float) -> None:
    """Cancel all workers and wait for them, for ``seconds`` at most."""
    until = time.monotonic() + seconds
    running = tuple(_running)
    for worker in running:
        worker.cancel()
    for worker in running:
        worker.wait(max(0.0, until - time.monotonic()))


def _end_with_process() -> None:
    """Cancel what runs. A worker that goes on ends with the process; SQLite rolls back what it has half written."""
    end_all(LAST_SECONDS)
    with _emitting:
        _exiting.set()


atexit.register(_end_with_process)  # runs before Qt's objects are destroyed
