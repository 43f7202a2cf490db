"""Fields of the scheme editor for what a label looks like and which key it has."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from gui.commands.keyboard import MODIFIERS, physical_key
from gui.dialogs.scheme_editor.fields import LineField
from gui.style.theme import LabelColours, Theme, contrast, label_colours, theme_of
from gui.widgets.wrapped_label import WrappedLabel

_LIGHT = ("#ffffff", "#141414", "#2f6fd0")  # ground, text, accent of a window in light colours
_DARK = ("#1e1f22", "#f2f2f2", "#5b9bf0")
_QUOTE = "وإذ تشير إلى قرارها 59/187،"  # how the text begins where a label stands; no words of the window


def _palette(ground: str, text: str, accent: str) -> QPalette:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(ground))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(accent))
    return palette


class ColourSample(QWidget):
    """A few words as they look in the text when they are marked: plain and as the current mark."""

    def __init__(self, dark: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = theme_of(_palette(*(_DARK if dark else _LIGHT)), None)
        self.colours: LabelColours = self.theme.unknown
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colour(self, colour: str) -> None:
        """Show a label's colour, ``#rrggbb``."""
        theme = self.theme
        selections = (theme.selection, theme.selection_unfocused)
        self.colours = label_colours(QColor(colour), theme.ground, theme.text, theme.margin, *selections)
        self.update()

    def contrast(self) -> float:
        """The lowest contrast of the text with what is below it, 1 … 21."""
        return min(contrast(self.theme.text, ground) for ground in (self.colours.fill, self.colours.strong))

    def sizeHint(self) -> QSize:
        return QSize(150, self.fontMetrics().height() + 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # of the words, not of the window
        painter.fillRect(self.rect(), self.theme.ground)
        half = self.width() // 2
        for place, fill in enumerate((self.colours.strong, self.colours.fill)):
            box = QRect(place * half + 5, 5, half - 10, self.height() - 10)
            painter.fillRect(box, fill)
            painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), self.colours.bar)
            painter.setPen(self.theme.text)
            words = self.fontMetrics().elidedText(_QUOTE, Qt.TextElideMode.ElideRight, box.width() - 8)
            painter.drawText(box.adjusted(4, 0, -4, -2), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(self.theme.rule)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class ColourField(QWidget):
    """A label's colour: a swatch that asks for another, its code, and how it looks on light and on dark ground.

    ``entered`` tells a code that was typed; ``asked`` that another is to be chosen.
    """

    entered = Signal(str)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatch = _Swatch(self)
        self.code = LineField(self, Qt.LayoutDirection.LeftToRight)
        self.code.setFixedWidth(self.code.fontMetrics().horizontalAdvance("#DDDDDD") + 32)
        self.code.setMaxLength(7)
        self.samples = {False: ColourSample(False, self), True: ColourSample(True, self)}
        self.values = {False: QLabel(self), True: QLabel(self)}
        line = QHBoxLayout()
        line.addWidget(self.swatch)
        line.addWidget(self.code)
        line.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addLayout(line, 0, 0, 1, 2)
        for row, dark in enumerate((False, True), start=1):
            self.values[dark].setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(self.samples[dark], row, 0)
            grid.addWidget(self.values[dark], row, 1)
        grid.setColumnStretch(0, 1)
        self.swatch.clicked.connect(self.asked)
        self.code.entered.connect(self._tell)
        self.code.textChanged.connect(self._preview)
        self._retranslate()

    @property
    def colour(self) -> str:
        """The code that is shown."""
        return self.code.text()

    def show_colour(self, colour: str) -> None:
        """Show what is stored now."""
        self.code.show_text(colour)
        self._preview(self.code.text())

    def restore(self) -> None:
        """Go back to what is stored."""
        self.code.restore()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self.code.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _tell(self, text: str) -> None:
        text = text.strip()
        self.entered.emit(text if text.startswith("#") or not text else f"#{text}")

    def _preview(self, text: str) -> None:
        colour = QColor(text)
        if len(text) == 7 and colour.isValid():
            self.swatch.set_colour(colour)
            for sample in self.samples.values():
                sample.set_colour(text)
            self._retranslate()

    def _retranslate(self) -> None:
        self.swatch.setAccessibleName(self.tr("Choose a colour"))
        self.swatch.setToolTip(self.tr("Choose a colour"))
        self.code.setAccessibleName(self.tr("Colour as #rrggbb"))
        for dark, value in self.values.items():
            number = self.locale().toString(self.samples[dark].contrast(), "f", 1)
            template = self.tr("Light: contrast {number}") if not dark else self.tr("Dark: contrast {number}")
            value.setText(template.format(number=f"\u2066{number}\u2069"))
            self.samples[dark].setAccessibleName(value.text())


class _Swatch(QPushButton):
    """A button in a colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor("white")
        self.setAutoDefault(False)

    def set_colour(self, colour: QColor) -> None:
        """Be painted in a colour."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(44, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setBrush(self._colour)
        painter.drawRoundedRect(self.rect().adjusted(8, 6, -9, -7), 3, 3)
        painter.end()


class KeyField(QWidget):
    """Takes the next key that is pressed in it, by its place on the keyboard. ``entered`` tells it; empty is no key."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _KeyLine(self)
        self.none = QPushButton(self)
        self.none.setAutoDefault(False)
        self.hint = WrappedLabel("", self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.line)
        line.addWidget(self.none)
        line.addWidget(self.hint, 1)
        self.setFocusProxy(self.line)
        self.line.pressed.connect(self.entered)
        self.none.clicked.connect(lambda: self.entered.emit(""))
        self._retranslate()

    def show_key(self, key: str) -> None:
        """Show what is stored now."""
        self.line.setText(key)
        self.none.setEnabled(bool(key))
        self.warn("")

    def warn(self, sentence: str) -> None:
        """Say beside the field why the key that was pressed cannot be it; empty takes that away."""
        self.hint.setText(sentence or self.tr("Press a letter or a digit here."))
        font = QFont(self.font())
        font.setBold(bool(sentence))
        self.hint.setFont(font)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.none.setText(self.tr("No key"))
        self.line.setAccessibleName(self.tr("Key of the label"))
        self.line.setAccessibleDescription(self.tr("Press a letter or a digit here."))
        self.warn("")


class _KeyLine(QLineEdit):
    """Shows a key and takes another."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("W") * 3 + 16)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if not self._is_key(event):
                event.ignore()
                return True
            event.accept()  # no single key of the window's is meant here
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.pressed.emit("")
        elif self._is_key(event):
            if not event.isAutoRepeat():
                self.pressed.emit(physical_key(event))
        else:
            event.ignore()

    def _is_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & MODIFIERS
        return modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier) and bool(
            physical_key(event)
        )
