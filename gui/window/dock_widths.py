"""Panels beside the text give way where the window becomes narrow, and take their widths again where there is room."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QStyle

TEXT = 450  # logical pixels: before the text has less, the panels beside it become narrower
NARROWEST = 160  # logical pixels, of panels that give way
ROUNDING = 2  # logical pixels that Qt adds or takes where it hands out what is left over
LET_GO = 100  # milliseconds: Qt moves an edge a little later than the mouse, and perhaps once more when it is let go
SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class DockWidths(QObject):
    """Watches the size of a window: Qt takes what the window loses from the text, and only then from the panels.

    The widths that a person gave the panels are kept in mind while they have less. ``usual`` gives the width of panels
    to which nobody gave one, by that of the window, in logical pixels.
    """

    def __init__(self, window: QMainWindow, docks: Iterable[QDockWidget], usual: Callable[[int], int]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = list(docks)
        self._usual = usual
        self._wanted: dict[Qt.DockWidgetArea, int] = {}
        self._fitted = QSize()  # the window's size that the panels have their widths for
        self._adjusting = False
        self._held = False  # whether the mouse holds the window at an edge between panels
        self._let_go = QTimer(self)
        self._let_go.setSingleShot(True)
        self._let_go.setInterval(LET_GO)
        self._let_go.timeout.connect(self._release)
        self._soon = QTimer(self)  # once the window is laid out at its new size
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.adjust)
        for watched in (window, *self._docks):
            watched.installEventFilter(self)

    def begin(self, *, as_left: bool) -> None:
        """The panels were placed anew; ``as_left``: what is unusual about their widths was somebody's wish.

        Panels that are equally wide at both sides have the width that was usual when they were left, in a window of
        perhaps another size: nobody draws two edges to the same pixel.
        """
        self._wanted.clear()
        self._fitted = QSize()
        if as_left:
            self._lay_out()
            sides = self._sides()
            usual = self._fitting(sides)
            widths = {area: dock.width() for area, dock in sides.items()}
            if len(widths) < len(SIDES) or max(widths.values()) - min(widths.values()) > ROUNDING:
                self._wanted.update(
                    {area: width for area, width in widths.items() if abs(width - usual[area]) > ROUNDING}
                )
        self._soon.start()

    def adjust(self) -> None:
        """Give the panels at each side what is wanted, or what the text leaves."""
        self._lay_out()  # what they have now may be waiting to be laid out
        sides = self._sides()
        given = self._fitting(sides)
        if any(dock.width() != given[area] for area, dock in sides.items()):
            self._adjusting = True
            widths = [given[area] for area in sides]
            self._window.resizeDocks(list(sides.values()), widths, Qt.Orientation.Horizontal)
            self._lay_out()
            self._adjusting = False
        self._fitted = self._window.size()

    def _release(self) -> None:
        self._held = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.MouseButtonPress:
            self._let_go.stop()
            self._held = True
        elif watched is self._window and event.type() == QEvent.Type.MouseButtonRelease:
            self._let_go.start()
        if not isinstance(event, QResizeEvent) or not self._window.isVisible():
            return False
        if watched is self._window:
            self._soon.start()
        elif isinstance(watched, QDockWidget) and self._is_drawn() and _in_sight(watched):
            # Somebody drew at an edge. A panel that is out of sight is resized for reasons of its own.
            self._wanted[self._window.dockWidgetArea(watched)] = event.size().width()
        return False

    def _fitting(self, sides: Iterable[Qt.DockWidgetArea]) -> dict[Qt.DockWidgetArea, int]:
        """The widths that are wanted, less what the text needs of them."""
        usual = self._usual(self._window.width())
        wanted = {area: self._wanted.get(area, usual) for area in sides}
        style = self._window.style()
        edges = len(wanted) * style.pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent, None, self._window)
        share = (self._window.width() - edges - TEXT) / max(1, sum(wanted.values()))
        return {area: max(min(width, NARROWEST), int(width * min(1.0, share))) for area, width in wanted.items()}

    def _is_drawn(self) -> bool:
        """Whether the mouse gives widths now: the window's size is not new, and nobody else is giving any.

        Qt resizes panels of its own accord too, when their words become longer or a layout waits to be done.
        """
        return self._held and not self._adjusting and self._window.size() == self._fitted

    def _lay_out(self) -> None:
        layout = self._window.layout()
        assert layout is not None
        layout.activate()

    def _sides(self) -> dict[Qt.DockWidgetArea, QDockWidget]:
        """A panel of each side that is as wide as all of it; none where panels lie side by side, or there is none."""
        found: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for area in SIDES:
            there = self._window.findChildren(QDockWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            there = [dock for dock in there if self._window.dockWidgetArea(dock) == area and _in_sight(dock)]
            docks = [dock for dock in there if dock in self._docks]
            whole = QRect()
            for dock in there:
                whole = whole.united(dock.geometry())
            if docks and docks[0].width() == whole.width():
                found[area] = docks[0]
        return found


def _in_sight(dock: QDockWidget) -> bool:
    """Whether a panel is at its side, and not behind another one."""
    return dock.isVisible() and not dock.isFloating() and not dock.visibleRegion().isEmpty()
