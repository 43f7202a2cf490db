"""The lists of the suggestions panel: rows to be judged one after the other, or a sentence where there are none."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QSizePolicy, QVBoxLayout, QWidget

from gui.panels.descriptors.lists import ActingList
from gui.widgets.row_painting import SIDE
from gui.widgets.wrapped_label import WrappedLabel


class SuggestionList(ActingList):
    """The keys stay here when the last row goes: from an empty list too they lead on, and rows that come are judged at
    once. ``left``: the keys have come or gone; ``down_requested``: Down in the last row.
    """

    left = Signal()
    down_requested = Signal()

    def __init__(self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, parent: QWidget) -> None:
        super().__init__(model, delegate, parent)
        self.words = WrappedLabel("", self.viewport())
        self.words.setContentsMargins(SIDE, 4, SIDE, 4)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(self.viewport())
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.words)

    def say(self, words: str) -> None:
        """Say something in the place of rows; nothing is said beside them."""
        said = "" if self.model().rowCount() else words
        self.words.setText(said)
        self.words.setVisible(bool(said))
        self.setAccessibleDescription(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key held down judges once: nobody is to run through what they have not read."""
        is_down = event.key() == Qt.Key.Key_Down and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.isAutoRepeat() and event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.accept()
        elif is_down and not event.isAutoRepeat() and self.currentIndex().row() == self.model().rowCount() - 1:
            self.down_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.left.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
