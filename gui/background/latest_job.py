"""A job that runs behind an open window; starting it again drops the run before it."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from gui.background.worker import Worker
from model.errors import UserError
from model.progress import ProgressCallback

Result = TypeVar("Result")


class LatestJob(QObject):
    """Runs functions in a worker thread and reports only on the one that was started last.

    ``progressed`` has done and total (0: unknown).
    """

    progressed = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: Worker | None = None

    @property
    def is_running(self) -> bool:
        """Whether a result is still to come."""
        return self._worker is not None

    def start(
        self,
        work: Callable[[ProgressCallback], Result],
        on_result: Callable[[Result], object],
        on_error: Callable[[Exception], object],
    ) -> None:
        """Run ``work``, then call back with its result or with what it raised; ``is_running`` is false by then. What is
        not a ``UserError`` is a bug, and is raised as well.
        """
        self.cancel()
        worker = self._worker = Worker(work)

        def ends() -> bool:
            if not self._is_current(worker):
                return False
            self._worker = None
            return True

        def succeed(result: object) -> None:
            if ends():
                on_result(cast(Result, result))

        def fail(error: Exception) -> None:
            if ends():
                on_error(error)
            if not isinstance(error, UserError):
                raise error

        def progress(done: int, total: int) -> None:
            if self._is_current(worker):
                self.progressed.emit(done, total)

        worker.progressed.connect(progress)
        worker.succeeded.connect(succeed)
        worker.failed.connect(fail)
        worker.start()

    def cancel(self) -> None:
        """Drop the run that is going on: it ends as soon as it can, and is not reported."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None

    def _is_current(self, worker: Worker) -> bool:
        return isValid(self) and self._worker is worker
