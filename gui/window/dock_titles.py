"""The bars above panels: those of panels that lie over one another have no title, for the tab above them says it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDockWidget, QMainWindow, QProxyStyle, QStyle, QStyleOption, QWidget


class DockTitles(QProxyStyle):
    """Style it docks with: it paints the titles of those that have no tab."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__("Fusion")
        self.setParent(window)

    def use(self, dock: QDockWidget) -> None:
        """Paint the bar of this dock."""
        dock.setStyle(self)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.ControlElement.CE_DockWidgetTitle or not has_tab(widget):
            super().drawControl(element, option, painter, widget)


def has_tab(dock: QObject | None) -> bool:
    """Whether a dock lies over others, or below, that can be seen."""
    if not isinstance(dock, QDockWidget):
        return False
    window = dock.parent()
    return isinstance(window, QMainWindow) and any(not other.isHidden() for other in window.tabifiedDockWidgets(dock))
