"""Asks for the annotator's name: once, at the first start, and whenever someone else sits down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.run_dialog import run
from gui.widgets.tab_order import InReadingOrder
from gui.widgets.wrapped_label import WrappedLabel


class AnnotatorDialog(InReadingOrder, QDialog):
    """A line for a name; accepted only with one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Annotator"))
        self.setMinimumWidth(420)
        words = WrappedLabel(self.tr("Your name. Every mark that you make is signed with it."), self)
        self.line = QLineEdit(name, self)
        self.line.setAccessibleName(self.tr("Your name"))
        words.setBuddy(self.line)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, Qt.Orientation.Horizontal, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(self._see_name)
        column = QVBoxLayout(self)
        for part in (words, self.line, self.buttons):
            column.addWidget(part)
        self._see_name(name)
        self.line.selectAll()

    @property
    def name(self) -> str:
        """The name, without needless blanks."""
        return " ".join(self.line.text().split())

    def _see_name(self, _: str) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(self.name))


def ask_annotator(name: str, parent: QWidget | None) -> str | None:
    """The name that was given; None where the dialog was left."""
    dialog = AnnotatorDialog(name, parent)
    return dialog.name if run(dialog) else None
