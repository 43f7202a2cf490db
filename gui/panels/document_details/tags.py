"""The tags of a document: chips to take away, and a line to type more into."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from gui.panels.document_details.chips import Chips

SEPARATORS = ",،;؛"


class TagsField(QWidget):
    """``added`` and ``removed`` give tags, each when a person says so. ``offered`` gives the tags that are completed
    to, asked for whenever one begins to type. ``left``: back to the text.
    """

    added = Signal(list)
    removed = Signal(str)
    left = Signal()

    def __init__(self, offered: Callable[[], Iterable[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._tip = ""
        self._tags: Sequence[str] = ()
        self.chips = Chips(self)
        self.line = _TagLine(self)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chips)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.chips.removed.connect(self.removed)
        self.line.entered.connect(self.take_typed)
        self.line.begun.connect(self._offer)
        self.line.left.connect(self.left)
        completer.activated.connect(lambda _: self.take_typed())

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these; what is being typed stays."""
        self._tags = tags
        self.chips.show_chips([(tag, f"\u2068{tag}\u2069") for tag in tags], self._tip)
        if self.line.hasFocus():
            self._offer()

    def _offer(self) -> None:
        self._known.setStringList(sorted(set(self._offered()) - set(self._tags)))

    def set_words(self, name: str, placeholder: str, tip: str) -> None:
        """Take the field's name, what stands in the empty line, and what a click on a tag does."""
        self._tip = tip
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder)
        self.show_tags(self._tags)

    def set_writable(self, writable: bool) -> None:
        """Let a person change them, or only read."""
        self.line.setReadOnly(not writable)
        self.chips.setEnabled(writable)

    def typed(self) -> list[str]:
        """The tags that stand in the line, taken apart."""
        words = self.line.text()
        for separator in SEPARATORS:
            words = words.replace(separator, "\n")
        return [" ".join(word.split()) for word in words.split("\n") if word.strip()]

    def take_typed(self) -> None:
        """Have what is typed put on the document. The line is emptied by whoever does it (``forget_typed``)."""
        tags = self.typed()
        if tags:
            self.added.emit(tags)

    def forget_typed(self) -> None:
        """Be ready for the next one."""
        self.line.clear()


class _TagLine(QLineEdit):
    """``entered``: with Enter, or when it is left. ``begun``: with the focus."""

    entered = Signal()
    begun = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.begun.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)
