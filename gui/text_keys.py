"""The keys of the text that are no shortcuts, for elsewhere one types them: letters, brackets, space, Delete."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.keyboard import MODIFIERS, physical_key

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TextKeys(QObject):
    """Takes keys from a widget before it sees them. ``labels`` maps physical keys to labels' ids; ``acts`` those of
    ``COMMAND_KEYS`` to functions by command."""

    def __init__(
        self, widget: QWidget, acts: Callable[[str], Callable[[], object]], choose: Callable[[str], None]
    ) -> None:
        super().__init__(widget)
        self.labels: Mapping[str, str] = {}
        self._acts = acts
        self._choose = choose
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        modifiers = event.modifiers() & MODIFIERS
        if modifiers not in (_NONE, _SHIFT):
            return False
        shift = modifiers == _SHIFT
        command = self._command(event, shift)
        if command is not None:
            self._acts(command)()
            return True
        label = self.labels.get(physical_key(event))
        if label is None or shift:
            return False
        if not event.isAutoRepeat():  # a key held down marks once
            self._choose(label)
        return True

    def _command(self, event: QKeyEvent, shift: bool) -> str | None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return "delete_all" if shift else "delete"
        if event.key() == Qt.Key.Key_Space and not shift:
            return "propose"
        return COMMAND_KEYS.get((physical_key(event), shift))


COMMAND_KEYS = {
    ("]", False): "lengthen",
    ("[", False): "shorten",
    ("]", True): "start_forward",
    ("[", True): "start_back",
}
