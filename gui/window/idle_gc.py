"""Python's search for garbage in cycles, kept to moments in which nobody waits, and to the window's own thread."""

import gc

from PySide6.QtCore import QObject, QTimer

TICK = 1000  # milliseconds
FEW = 700  # objects made since the last tick and still there: fewer are not looked through, and mean that nobody works
QUIET = 3  # ticks in a row with so few, before everything is looked through
YOUNG = 5  # times that young objects were looked through, before it is worth looking through everything


class IdleCollection(QObject):
    """Takes the search over from Python until it is stopped.

    Python begins a search whenever enough objects were made, and looks through all there are every so often: with a
    long document open that takes 40 to 90 ms, in the middle of scrolling as soon as anywhere else. It also begins in
    whatever thread makes objects, and must not there: Qt's objects belong to the thread that made them.
    Here young objects are looked through once a second, which takes a few milliseconds, and all of them only when next
    to nothing was made for some seconds. What is there at the first of those times is not looked at again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet = 0
        self._young = YOUNG
        self._frozen = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        gc.disable()

    def tick(self) -> None:
        """Look through what is due."""
        made = gc.get_count()[0]
        if made > FEW:
            self._quiet = 0
            self._young += 1
            gc.collect(1)
            return
        self._quiet += 1
        if self._quiet >= QUIET and self._young >= YOUNG:
            self._young = 0
            gc.collect()
            if not self._frozen:
                self._frozen = True
                gc.freeze()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
