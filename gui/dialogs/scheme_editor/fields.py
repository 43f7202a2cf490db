"""Fields of the scheme editor that hold text: a change is told when one leaves the field, not at every letter."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from gui.panels.inspector.fields import plain_text

LANGUAGES = ("ar", "en")
_DIRECTIONS = {"ar": Qt.LayoutDirection.RightToLeft, "en": Qt.LayoutDirection.LeftToRight}


def _goes_back(event: QEvent) -> bool:
    """Whether a key that is asked about is that of undo or redo."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


class LineField(QLineEdit):
    """One line. ``entered`` tells what was typed, on Enter or when the field is left. Undo is the field's own only
    while something is typed that was not told yet.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None, direction: Qt.LayoutDirection | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        if direction is not None:
            self.setLayoutDirection(direction)
        self.editingFinished.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Show what is stored now; what someone is typing just now stays."""
        typing = self.hasFocus() and self.text() != self._told
        self._told = text
        if not typing and self.text() != text:
            self.setText(text)

    def restore(self) -> None:
        """Go back to what is stored."""
        if self.text() != self._told:
            self.setText(self._told)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.text() != self._told:
            self.entered.emit(self.text())

    def event(self, event: QEvent) -> bool:
        if _goes_back(event) and self.text() == self._told:
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            event.accept()  # and no button of the dialog is pressed by it
        else:
            super().keyPressEvent(event)


class TextField(QPlainTextEdit):
    """Several lines; Tab leaves the field, Ctrl+Enter tells at once. Otherwise as ``LineField``."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None, direction: Qt.LayoutDirection | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.setTabChangesFocus(True)
        if direction is not None:
            self.setLayoutDirection(direction)
            option = self.document().defaultTextOption()
            option.setTextDirection(direction)
            right = direction == Qt.LayoutDirection.RightToLeft
            option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(self._lines(3))

    def sizeHint(self) -> QSize:
        return QSize(240, self._lines(4))

    def _lines(self, count: int) -> int:
        return self.fontMetrics().lineSpacing() * count + 12

    def typed(self) -> str:
        """What stands in it."""
        return plain_text(self)

    def show_text(self, text: str) -> None:
        """Show what is stored now; what someone is typing just now stays."""
        typing = self.hasFocus() and self.typed() != self._told
        if not typing and self.typed() != text:
            self.setPlainText(text)
        # As the field has it: what it cannot hold as it is, such as other ends of lines, nobody has typed.
        self._told = text if typing else self.typed()

    def restore(self) -> None:
        """Go back to what is stored."""
        if self.typed() != self._told:
            self.setPlainText(self._told)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.typed() != self._told:
            self.entered.emit(self.typed())

    def event(self, event: QEvent) -> bool:
        if _goes_back(event) and self.typed() == self._told:
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            event.accept()
        else:
            super().keyPressEvent(event)


class TextsField(QObject):
    """A text in Arabic and in English: two rows of a form. ``entered`` tells both, with those of other languages that
    were there.
    """

    entered = Signal(dict)

    def __init__(self, form: QFormLayout, parent: QWidget, *, lines: bool) -> None:
        super().__init__(parent)
        self._texts: dict[str, str] = {}
        self.fields: dict[str, LineField | TextField] = {}
        self._labels: dict[str, QLabel] = {}
        for language in LANGUAGES:
            kind = TextField if lines else LineField
            field = kind(parent, _DIRECTIONS[language])
            label = QLabel(parent)
            label.setBuddy(field)
            form.addRow(label, field)
            field.entered.connect(self._tell)
            self.fields[language], self._labels[language] = field, label

    def set_titles(self, titles: Mapping[str, str], spoken: Mapping[str, str]) -> None:
        """What stands beside the fields, and what a screen reader says of them, by language."""
        for language, field in self.fields.items():
            self._labels[language].setText(titles[language])
            field.setAccessibleName(spoken[language])

    def show_texts(self, texts: tuple[tuple[str, str], ...]) -> None:
        """Show what is stored now."""
        self._texts = dict(texts)
        for language, field in self.fields.items():
            field.show_text(self._texts.get(language, ""))

    def restore(self) -> None:
        """Go back to what is stored."""
        for field in self.fields.values():
            field.restore()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for field in self.fields.values():
            field.flush()

    def texts(self) -> dict[str, str]:
        """What the fields hold now, with the texts of other languages."""
        held = {
            language: field.text() if isinstance(field, LineField) else field.typed()
            for language, field in self.fields.items()
        }
        return {**self._texts, **held}

    def _tell(self, _: str) -> None:
        self.entered.emit(self.texts())
