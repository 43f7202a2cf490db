"""A line in which terms are looked for while a person types."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.widgets.row_views import claims

_OWN = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down}
    | {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
)


class LookUpLine(QLineEdit):
    """Keys that go through what was found, take it or leave are its own; undo is not, as long as nothing is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            if undoes and not self.text():
                return False  # nothing was typed: it is the last assignment that is to be taken back
        return claims(event, lambda key: key.key() in _OWN) or super().event(event)
