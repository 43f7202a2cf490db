"""The fields of the inspector: each shows a value, keeps what a person has begun to type, and says when they are done.

A field is edited when a person has put something else into it than what it was last shown; what it is given to show, or
to choose from, is no edit. Showing a value leaves an edited field as it is, so that nobody's typing is lost to what
others write; ``put_back`` forgets the typing.
"""

from abc import abstractmethod
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QRegularExpressionValidator,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

NUMBER = r"[+-]?[0-9]*(\.[0-9]*)?"
OFFSET = r"[0-9]{0,9}"
NOTE_LINES = 3


class FieldEvents(QObject):
    """``committed``: the person is done with the field. ``left``: back to the text."""

    committed = Signal()
    left = Signal()


class Field:
    """What all fields have beside being widgets.

    ``keeps_typing``: what was typed stays where it could not be written, for it is no fault of the words.
    """

    keeps_typing = False
    events: FieldEvents
    _known: object
    _touched: bool
    _showing: bool

    def _begin(self, known: object = "") -> None:
        self.events = FieldEvents(cast(QWidget, self))  # it goes with the widget, and lets go of who listens
        self._known = known
        self._touched = self._showing = False

    def _touch(self, *_: object) -> None:
        """The widget holds something else now: by a person, unless it is being shown something."""
        if not self._showing:
            self._touched = True

    def _show(self, value: object) -> None:
        """Put a value into the widget that is nobody's edit."""
        self._showing = True
        self._display(value)
        self._showing = self._touched = False

    @abstractmethod
    def value(self) -> object:
        """What the field holds."""

    @abstractmethod
    def _display(self, value: object) -> None:
        """Put a value into the widget."""

    @abstractmethod
    def set_writable(self, writable: bool) -> None:
        """Let a person edit it, or only read."""

    def is_edited(self) -> bool:
        """Whether it holds something of a person's that was not committed."""
        return self._touched and self.value() != self._known

    def show_value(self, value: object) -> None:
        """Show what the project has, unless a person is editing it."""
        edited = self.is_edited()
        self._known = value
        if not edited and self.value() != value:
            self._show(value)

    def settle(self) -> None:
        """What it holds is being committed."""
        self._known = self.value()
        self._touched = False

    def type_again(self, value: object) -> None:
        """Show what a person typed before, and what is to be committed still."""
        self._display(value)
        self._touched = True

    def put_back(self, value: object) -> None:
        """Show what the project has, whatever was typed."""
        self._known = value
        self._touched = False
        if self.value() != value:
            self._show(value)


class LineField(QLineEdit, Field):
    """One line of text. Done with Enter and with leaving it."""

    keeps_typing = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin()
        self.textChanged.connect(self._touch)
        self.editingFinished.connect(self.events.committed)
        self.setMinimumWidth(40)

    def value(self) -> str:
        return self.text().strip()

    def _display(self, value: object) -> None:
        self.setText(str(value))
        self.setCursorPosition(0)

    def set_writable(self, writable: bool) -> None:
        self.setReadOnly(not writable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.events.left.emit()
        else:
            super().keyPressEvent(event)


class NumberField(LineField):
    """A line that takes a decimal number only, in western digits; Arabic digits become those as they are typed."""

    keeps_typing = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(DigitsValidator(NUMBER, self))


class DigitsValidator(QRegularExpressionValidator):
    """Takes what fits a pattern (a regular expression), once its digits are western ones."""

    def __init__(self, pattern: str, parent: QObject) -> None:
        super().__init__(QRegularExpression(pattern), parent)

    def validate(self, text: str, place: int) -> object:
        return super().validate(western(text), place)


def western(text: str) -> str:
    """The text with Arabic-Indic and Persian digits and the Arabic decimal sign written the western way."""
    return text.translate(_WESTERN)


_WESTERN = {
    **{zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
    0x66B: ".",
}


class NoteField(QPlainTextEdit, Field):
    """Several lines of plain text. Done with leaving it, and with Ctrl+Enter, which goes back to the text.

    ``arabic``: what stands in it is Arabic in any window.
    """

    keeps_typing = True

    def __init__(self, parent: QWidget | None = None, *, arabic: bool = False) -> None:
        super().__init__(parent)
        self._begin()
        self._arabic = arabic
        self._align()
        self.textChanged.connect(self._touch)
        self.setTabChangesFocus(True)
        around = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * self.frameWidth() + 8
        self.setFixedHeight(NOTE_LINES * QFontMetrics(self.font()).lineSpacing() + around)

    def value(self) -> str:
        return plain_text(self)

    def _display(self, value: object) -> None:
        self.setPlainText(str(value))

    def set_writable(self, writable: bool) -> None:
        self.setReadOnly(not writable)

    def _align(self) -> None:
        """Have the lines begin where reading does, which Qt leaves at the left."""
        from_right = self._arabic or self.isRightToLeft()
        option = QTextOption(Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(self.wordWrapMode())
        if self._arabic:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_done(event):
            event.accept()  # in the text the same key is another command
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_done(event):
            self.events.committed.emit()
            self.events.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.events.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.events.committed.emit()


def plain_text(edit: QPlainTextEdit) -> str:
    """What stands in it. Its own ``toPlainText`` gives spaces for those that do not break."""
    return edit.document().toRawText().replace("\u2029", "\n")


def _is_done(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(
        event.modifiers() & Qt.KeyboardModifier.ControlModifier
    )


class QuietCombo(QComboBox):
    """A combo box that neither the wheel nor an arrow key changes by the way: arrows open its list."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)


class ChoiceField(QuietCombo, Field):
    """One of some values, or none: the first row. A value that is none of them is shown all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin(None)  # it has been shown nothing
        self._choices: list[tuple[str, str]] = []
        self.left.connect(self.events.left)
        self.activated.connect(self._chosen)

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Offer pairs of value and words, the first of which is for none; what is shown stays so."""
        if choices == self._choices:
            return
        self._choices = choices
        self.clear()
        for value, words in choices:
            self.addItem(words, value)
        if self._known is not None:
            self._show(self._known)

    def _chosen(self, _: int) -> None:
        self._touch()
        self.events.committed.emit()

    def value(self) -> str:
        return str(self.currentData() or "")

    def _display(self, value: object) -> None:
        found = self.findData(value)
        if found < 0:
            self.addItem(str(value), value)
            found = self.count() - 1
        self.setCurrentIndex(found)

    def set_writable(self, writable: bool) -> None:
        self.setEnabled(writable)


class LimitsField(QWidget, Field):
    """Where a mark starts and ends, in code points: two lines that are committed together, with Enter in either or when
    both are left.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begin((None, None))
        self.start, self.end = QLineEdit(self), QLineEdit(self)
        self.dash = QLabel("–", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for line in (self.start, self.end):
            line.setValidator(DigitsValidator(OFFSET, line))
            line.setMinimumWidth(QFontMetrics(line.font()).horizontalAdvance("0") * 4 + 12)
            line.installEventFilter(self)
            line.textChanged.connect(self._touch)
            line.returnPressed.connect(self.events.committed)
        row.addWidget(self.start, 1)
        row.addWidget(self.dash)
        row.addWidget(self.end, 1)
        self.setFocusProxy(self.start)

    def value(self) -> tuple[int | None, int | None]:
        return _number(self.start.text()), _number(self.end.text())

    def _display(self, value: object) -> None:
        assert isinstance(value, tuple)
        for line, number in zip((self.start, self.end), value, strict=True):
            text = "" if number is None else str(number)
            if line.text() != text:
                line.setText(text)

    def set_writable(self, writable: bool) -> None:
        self.start.setReadOnly(not writable)
        self.end.setReadOnly(not writable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.events.left.emit()
            return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            other = self.end if watched is self.start else self.start
            if event.reason() != Qt.FocusReason.PopupFocusReason and not _takes_focus(other):
                self.events.committed.emit()
        return super().eventFilter(watched, event)


def _takes_focus(line: QLineEdit) -> bool:
    """Whether a line has the focus already that another one is losing."""
    window = line.window()
    return window.focusWidget() is line


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() else None
