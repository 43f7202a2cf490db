"""From the model's ``Changes`` to one Qt signal, also for what other processes write into the open file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from model.project import Changes, Project
from model.refusal import Refusal

POLL_MILLISECONDS = 1000


class ProjectSignals(QObject):
    """Tells of every commit to the watched project: ``changed`` with the ``Changes``, on the thread that opened it.

    ``refused`` says, once, that the file can no longer be read; it is looked at again all the same.
    """

    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._reported = ""
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self.refresh)

    def watch(self, project: Project | None) -> None:
        """Listen to another project, or to none."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._project = project
        self._reported = ""
        if project is None:
            self._timer.stop()
            return
        self._unsubscribe = project.subscribe(self._tell)
        self._timer.start()

    def refresh(self) -> None:
        """Ask the file whether others have written; listeners are told of it as of everything else."""
        if self._project is None:
            return
        try:
            self._project.refresh()
            self._reported = ""
        except Refusal as refusal:
            if str(refusal) != self._reported:
                self._reported = str(refusal)
                self.refused.emit(refusal)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
