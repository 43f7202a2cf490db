"""A field that waits for a key and says which it was, whatever the keyboard's layout."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStyle, QStyleOptionFrame, QWidget

from gui.commands.actions import shown_key
from gui.commands.keyboard import pressed_key
from gui.style.theme import theme_of
from gui.widgets.row_painting import dim, draw_focus, draw_key_cap, draw_text, key_cap_size, smaller

_ALONE = frozenset(
    {
        *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
        *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock),
    }
)


class KeyRecorder(QFrame):
    """Takes every key while it has the focus, also Tab and the window's shortcuts; only Escape leads out.

    ``pressed`` has the key as ``gui.commands.keyboard`` writes it, an empty text where it is none; ``left`` comes with
    Escape and where the focus goes elsewhere in the window.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._prompt = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMinimumHeight(key_cap_size("W", self.font()).height() + 16)

    @property
    def key(self) -> str:
        """The key that is shown; empty where one is waited for."""
        return self._key

    def ask(self, prompt: str) -> None:
        """Wait for a key; ``prompt`` says so."""
        self._key, self._prompt = "", prompt
        self.setAccessibleName(prompt)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._press(event)
            return True
        return super().event(event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() in _ALONE or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
            return
        self._key = pressed_key(event)
        self.update()
        self.pressed.emit(self._key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette(), None)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ground)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Frame, option, painter, self)
        inside = self.rect().adjusted(10, 0, -10, 0)
        if self._key:
            shown = shown_key(self._key)
            place = QRect(inside)
            place.setWidth(key_cap_size(shown, self.font()).width())
            place = QStyle.visualRect(self.layoutDirection(), inside, place)
            draw_key_cap(painter, place, shown, self.font(), theme.ground, theme.text)
        else:
            painter.setPen(dim(theme.ground, theme.text))
            draw_text(painter, inside, self._prompt, self.layoutDirection(), smaller(self.font(), 1.0))
        if self.hasFocus():
            draw_focus(painter, self.rect(), theme.focus)
        painter.end()
