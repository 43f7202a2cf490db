"""A dialog that stays open for as long as a worker works, shows how far it is, and lets one stop it."""

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from gui.background.worker import Worker
from gui.i18n.error_messages import directed, isolated
from model.progress import ProgressCallback

SHOWN_AFTER = 300  # ms: what is done sooner needs no dialog


class ProgressDialog(QDialog):
    """``run`` gives the work's result, raises what it raised, and gives None where it was stopped (``stopped``).

    Work that is not ``stoppable`` (it is one step, and asks no watcher) is waited for.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[ProgressCallback], object],
        parent: QWidget | None = None,
        *,
        stoppable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._title = title
        self.stopped = False
        self._result: object = None
        self._error: Exception | None = None
        self._ended = False
        self.worker = Worker(work)
        self._stoppable = stoppable
        self._said = QLabel(title, self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.rejected.connect(self.reject)
        self.buttons.setVisible(stoppable)
        column = QVBoxLayout(self)
        for part in (self._said, self.bar, self.buttons):
            column.addWidget(part)
        self.worker.progressed.connect(self._progressed)
        self.worker.succeeded.connect(self._succeeded)
        self.worker.failed.connect(self._failed)
        self.worker.cancelled.connect(self._cancelled)
        # Closed only when the thread has ended: whoever asked waits for what comes of it.
        self.worker.finished.connect(self._end)

    def run(self) -> object:
        """Do the work, with the dialog open where it takes a while."""
        first = QEventLoop(self)
        self.worker.finished.connect(first.quit)
        QTimer.singleShot(SHOWN_AFTER, first.quit)
        self.worker.start()
        first.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._ended:
            self.exec()
            parent = self.parentWidget()
            if parent is not None:
                parent.activateWindow()  # not every window system goes back to where it came from
        self.worker.wait()
        if self._error is not None:
            raise self._error
        return self._result

    def reject(self) -> None:
        """Ask the work to stop; the dialog closes when it has."""
        if not self._stoppable:
            return
        self.worker.cancel()
        self._said.setText(self.tr("Stopping…"))
        self.buttons.setEnabled(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.worker.is_running:
            event.ignore()
            self.reject()

    def _end(self) -> None:
        self._ended = True
        self.accept()

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if total and not self.worker.stopping:
            # Not how many of how many: what is counted may be pages of a file, or parts of the work.
            self._said.setText(directed(f"{self._title} · {isolated(f'{min(done, total) * 100 // total}%')}"))

    def _succeeded(self, result: object) -> None:
        self._result = result

    def _failed(self, error: Exception) -> None:
        self._error = error

    def _cancelled(self) -> None:
        self.stopped = True
