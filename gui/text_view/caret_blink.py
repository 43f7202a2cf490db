"""The blinking of a caret, as fast as the system's carets blink, or not at all."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication


class CaretBlink:
    """Says whether the caret is to be seen, and calls ``repaint`` whenever that changes by itself."""

    def __init__(self, repaint: Callable[[], None], owner: QObject) -> None:
        self.shown = True
        self._repaint = repaint
        self._timer = QTimer(owner)
        self._timer.timeout.connect(self._turn)

    def begin(self, focused: bool) -> None:
        """Show the caret now; from here on it blinks, if ``focused`` and where the system's carets do."""
        self._timer.stop()
        self.shown = True
        time = QGuiApplication.styleHints().cursorFlashTime()  # ms for on and off
        if focused and time >= 2:
            self._timer.start(time // 2)

    def _turn(self) -> None:
        self.shown = not self.shown
        self._repaint()
