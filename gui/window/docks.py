"""The panels' places about the text: which there are, on which side, how wide, and whether they are seen at first."""

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QByteArray, QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from gui.commands.command_table import PANELS
from gui.widgets.tab_order import InReadingOrder
from gui.window.dock_titles import DockTitles
from gui.window.dock_widths import DockWidths

# The groups of panels that lie one over the other: where reading begins, opposite, and below the text.
_LEADING = (("documents", "outline", "document", "thesaurus", "history"),)
_TRAILING = (("labels", "inspector"), ("descriptors", "suggestions"))
_BELOW = (("problems", "bidi", "find"),)
_CLOSED_AT_FIRST = frozenset({"outline", "problems", "document", "suggestions", "thesaurus", "history", "bidi", "find"})
_SIDE = (216, 300, 22)  # least and largest width at first, in logical pixels, and its share of the window's in percent
_BOTTOM = (190, 320, 36)  # the same for the height of what is below the text
_TALL = 700  # logical pixels: in a lower window the labels get more of the height, and the descriptors less


class Docks(Mapping[str, QDockWidget]):
    """The docks of one window by name, each with its panel."""

    def __init__(self, window: QMainWindow, panels: Mapping[str, QWidget | Callable[[], object]]) -> None:
        """What is given for a panel that is made late is called when its dock is first seen, and fills the dock."""
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        self._unfilled: dict[str, Callable[[], object]] = {}
        self._placed = False
        self._arranging = False
        self._titles = DockTitles(window)
        for name, panel in panels.items():
            dock = _Dock(window)
            dock.setObjectName(name)
            if isinstance(panel, QWidget):
                dock.setWidget(panel)
            else:
                self._unfilled[name] = panel
                dock.visibilityChanged.connect(lambda seen, name=name: self._fill(name) if seen else None)
            dock.toggleViewAction().triggered.connect(
                lambda shown, name=name: self._docks[name].raise_() if shown else None
            )
            self._titles.use(dock)
            dock.hide()  # until it has a place
            self._docks[name] = dock
        self._widths = DockWidths(window, self._docks.values(), lambda width: _share_of(width, _SIDE))
        window.setDockOptions(QMainWindow.DockOption.AllowNestedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.retranslate()

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._docks)

    def __len__(self) -> int:
        return len(self._docks)

    def retranslate(self) -> None:
        """Take the titles of the window's language."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(QCoreApplication.translate("Docks", str(PANELS[name])))

    def opener(self, name: str, focus: Callable[[], object]) -> Callable[[], None]:
        """A function that shows a panel, in front of those that lie over it, and has the keys go there."""

        def open_panel() -> None:
            self._docks[name].show()
            self._docks[name].raise_()
            focus()

        return open_panel

    def arrange(self, state: QByteArray) -> None:
        """Put all docks in their places (Qt mirrors no dock areas), then as they were left, where that is known.

        In a window that is not shown yet this waits for ``size``: a layout that is built unseen keeps the tab bars of
        every step on the way to it, and shows them all.
        """
        if not self._window.isVisible():
            return
        mirrored = self._window.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        leading, trailing = (right, left) if mirrored else (left, right)
        below = Qt.DockWidgetArea.BottomDockWidgetArea
        self._arranging = True
        for area, groups in ((leading, _LEADING), (trailing, _TRAILING), (below, _BELOW)):
            for group in groups:
                self._place(area, [self._docks[name] for name in group if name in self._docks])
        self._placed = True
        self._size(state)
        self._arranging = False
        QTimer.singleShot(0, self._window, self._fill_seen)  # once they are laid out

    def _fill_seen(self) -> None:
        for name in list(self._unfilled):
            if not self._docks[name].visibleRegion().isEmpty():
                self._fill(name)

    def _fill(self, name: str) -> None:
        """Have a panel made that can be seen now. On the way to their places docks are seen that are not there at the
        end.
        """
        if not self._arranging and name in self._unfilled:
            self._unfilled.pop(name)()

    def size(self, state: QByteArray) -> None:
        """What is to be done when the window is shown: all of it the first time, nothing when it only comes back."""
        if not self._placed:
            self.arrange(state)

    def _place(self, area: Qt.DockWidgetArea, group: list[QDockWidget]) -> None:
        for dock in group:
            open_now = not dock.isHidden() if self._placed else dock.objectName() not in _CLOSED_AT_FIRST
            self._window.addDockWidget(area, dock)
            if dock is not group[0]:
                self._window.tabifyDockWidget(group[0], dock)
            dock.setVisible(open_now)
        if group:
            group[0].raise_()

    def _size(self, state: QByteArray) -> None:
        """The panels' sizes as they were left, or such that a text of usual width has room between them."""
        side = _share_of(self._window.width(), _SIDE)
        below = [self._docks[name] for name in _BELOW[0] if name in self._docks]
        beside = [dock for dock in self._docks.values() if dock not in below]
        self._window.resizeDocks(beside, [side] * len(beside), Qt.Orientation.Horizontal)
        heights = [430, 320] if self._window.height() >= _TALL else [430, 200]
        self._window.resizeDocks([self._docks["labels"], self._docks["descriptors"]], heights, Qt.Orientation.Vertical)
        height = _share_of(self._window.height(), _BOTTOM)
        self._window.resizeDocks(below, [height] * len(below), Qt.Orientation.Vertical)
        self._widths.begin(as_left=self._window.restoreState(state))


class _Dock(InReadingOrder, QDockWidget):
    """A dock; a floating one is a window, with an order of its own."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.isWindow():
            return super().focusNextPrevChild(forward)
        return QDockWidget.focusNextPrevChild(self, forward)


def _share_of(size: int, limits: tuple[int, int, int]) -> int:
    least, largest, percent = limits
    return max(least, min(largest, size * percent // 100))
