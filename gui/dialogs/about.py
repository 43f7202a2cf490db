"""What Qarar is, and in which version: for a report of a fault, ready to be copied."""

import platform
import sqlite3

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import isolated
from gui.widgets.tab_order import InReadingOrder
from model.version import VERSION


class AboutDialog(InReadingOrder, QDialog):
    """A few lines that can be selected with mouse and keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Qarar"))
        self.label = QLabel(self._text(), self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setMinimumWidth(420)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, Qt.Orientation.Horizontal, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.label)
        column.addWidget(buttons)

    def _text(self) -> str:
        versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, SQLite {sqlite3.sqlite_version}"
        # Each paragraph of a text that can be selected stands at the side of its first letter, isolated or not.
        mark = "\u200f" if self.isRightToLeft() else "\u200e"
        return "\n\n".join(
            mark + paragraph
            for paragraph in (
                self.tr("Qarar {version}").format(version=isolated(VERSION)),
                self.tr("Annotates Arabic resolutions of the United Nations: clauses and descriptors, right to left."),
                self.tr("Licence: {name}").format(name=isolated("Apache-2.0")),
                isolated(versions),
            )
        )


def show_about(parent: QWidget | None) -> None:
    """Show it until it is closed."""
    run(AboutDialog(parent))
