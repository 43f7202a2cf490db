import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from gui.window.dock_titles import DockTitles, has_tab


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QWidget())
    titles = DockTitles(made)
    docks = [QDockWidget("WWWWWW", made) for _ in range(2)]
    for dock in docks:
        titles.use(dock)
        dock.setWidget(QWidget())
        made.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    made.tabifyDockWidget(*docks)
    made.resize(600, 400)
    made.show()
    docks[0].raise_()
    QApplication.processEvents()
    return made


def docks(window: QMainWindow) -> list[QDockWidget]:
    return window.findChildren(QDockWidget)


def painted(dock: QDockWidget) -> int:
    """How many colours the beginning of a dock's bar has."""
    widget = dock.widget()
    assert widget is not None
    image = dock.grab(QRect(0, 2, 60, widget.y() - 4)).toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())})


def test_a_panel_below_a_tab_has_no_title(window):
    first, second = docks(window)
    assert has_tab(first) and painted(first) < 5
    second.close()
    QApplication.processEvents()
    assert not has_tab(first) and painted(first) > 5
    second.show()
    QApplication.processEvents()
    assert has_tab(first) and painted(first) < 5


def test_a_panel_that_floats_has_its_title(window):
    first, second = docks(window)
    first.setFloating(True)
    QApplication.processEvents()
    assert not has_tab(first) and not has_tab(second)
