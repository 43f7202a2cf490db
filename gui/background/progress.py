"""A modal dialog that shows the progress of a worker and can cancel it."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from gui.background.worker import Worker
from gui.i18n.error_messages import directed, isolated
from model.errors import Cancelled
from model.progress import ProgressCallback

SHOWN_AFTER = 300  # ms: work that ends sooner shows no dialog

Result = TypeVar("Result")


def run_with_progress(
    title: str, work: Callable[[ProgressCallback], Result], parent: QWidget | None, *, cancellable: bool = True
) -> Result:
    """Run work in a worker thread and wait for its result, with its progress shown. Raises what the work raised, and
    ``Cancelled`` where the user cancelled it.
    """
    dialog = ProgressDialog(title, work, parent, cancellable=cancellable)
    try:
        result = dialog.run()
    finally:
        dialog.deleteLater()
    if dialog.cancelled:
        raise Cancelled
    return cast(Result, result)


class ProgressDialog(QDialog):
    """``run`` gives the work's result, raises what it raised, and gives None where it was ``cancelled``.

    Work that is not ``cancellable`` (it is one step and calls no progress callback) is waited for.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[ProgressCallback], object],
        parent: QWidget | None = None,
        *,
        cancellable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(420)
        self._title = title
        self.cancelled = False
        self._result: object = None
        self._error: Exception | None = None
        self._ended = False
        self.worker = Worker(work)
        self._cancellable = cancellable
        self._said = QLabel(title, self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.rejected.connect(self.reject)
        self.buttons.setVisible(cancellable)
        column = QVBoxLayout(self)
        for part in (self._said, self.bar, self.buttons):
            column.addWidget(part)
        self.worker.progressed.connect(self._progressed)
        self.worker.succeeded.connect(self._succeeded)
        self.worker.failed.connect(self._failed)
        self.worker.cancelled.connect(self._on_cancelled)
        # Closed only when the thread has ended, since the caller waits for its result.
        self.worker.finished.connect(self._end)

    def run(self) -> object:
        """Do the work; the dialog opens where that takes longer than ``SHOWN_AFTER``."""
        first = QEventLoop(self)
        self.worker.finished.connect(first.quit)
        QTimer.singleShot(SHOWN_AFTER, first.quit)
        self.worker.start()
        first.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        if not self._ended:
            self.exec()
            parent = self.parentWidget()
            if parent is not None:
                parent.activateWindow()  # not every window system reactivates it
        self.worker.wait()
        if self._error is not None:
            raise self._error
        return self._result

    def reject(self) -> None:
        """Cancel the work; the dialog closes when it has ended."""
        if not self._cancellable:
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
            # A percentage, since the unit differs: pages of a file, documents, parts of the work.
            self._said.setText(directed(f"{self._title} · {isolated(f'{min(done, total) * 100 // total}%')}"))

    def _succeeded(self, result: object) -> None:
        self._result = result

    def _failed(self, error: Exception) -> None:
        self._error = error

    def _on_cancelled(self) -> None:
        self.cancelled = True
