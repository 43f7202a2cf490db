"""Panels about a text in windows of every width."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from gui.window.dock_widths import NARROWEST, TEXT, DockWidths

USUAL = 240


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QWidget())
    docks: list[QDockWidget] = []
    for name, area in (
        ("left", Qt.DockWidgetArea.LeftDockWidgetArea),
        ("right", Qt.DockWidgetArea.RightDockWidgetArea),
        ("below", Qt.DockWidgetArea.BottomDockWidgetArea),
    ):
        dock = QDockWidget(made)
        dock.setObjectName(name)
        dock.setWidget(QWidget())
        made.addDockWidget(area, dock)
        docks.append(dock)
    widths = DockWidths(made, docks, lambda width: USUAL)
    made.resize(1400, 600)
    made.show()
    widths.begin(as_left=False)
    QApplication.processEvents()
    return made


def dock(window: QMainWindow, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, name)
    assert isinstance(found, QDockWidget)
    return found


def widths(window: QMainWindow) -> tuple[int, int, int]:
    """Of the panel at the left, the text, and the panel at the right, once all has come to rest."""
    QApplication.processEvents()
    middle = window.centralWidget()
    assert middle is not None
    return dock(window, "left").width(), middle.width(), dock(window, "right").width()


def drag_left_edge(window: QMainWindow, by: int) -> None:
    left = dock(window, "left")
    place = QPoint(left.geometry().right() + 3, left.geometry().center().y())
    pressed, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, moved, button, held in (
        (QEvent.Type.HoverMove, 0, none, none),  # Qt knows by it that the mouse is at an edge
        (QEvent.Type.MouseButtonPress, 0, pressed, pressed),
        (QEvent.Type.MouseMove, by, none, pressed),
        (QEvent.Type.MouseButtonRelease, by, pressed, none),
    ):
        at = QPointF(place + QPoint(moved, 0))
        if kind == QEvent.Type.HoverMove:
            event = QHoverEvent(kind, at, QPointF(window.mapToGlobal(at.toPoint())), at)
        else:
            whole = QPointF(window.mapToGlobal(at.toPoint()))
            event = QMouseEvent(kind, at, whole, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, event)
        QTest.qWait(20)  # Qt moves the edge a little later, if the button is held still


def test_panels_have_their_usual_width_at_first(window):
    left, _, right = widths(window)
    assert (left, right) == (USUAL, USUAL)


def test_in_a_narrow_window_the_panels_give_way_before_the_text(window):
    window.resize(860, 600)
    left, text, right = widths(window)
    assert left == right
    assert NARROWEST < left < USUAL
    assert text >= TEXT


def test_panels_never_become_too_narrow_to_be_read(window):
    window.resize(600, 600)
    left, text, right = widths(window)
    assert (left, right) == (NARROWEST, NARROWEST)
    assert text < TEXT


def test_where_there_is_room_again_they_take_what_they_had(window):
    window.resize(700, 600)
    widths(window)
    window.resize(1400, 600)
    left, _, right = widths(window)
    assert (left, right) == (USUAL, USUAL)


def test_a_width_that_a_person_gave_comes_back(window):
    drag_left_edge(window, 160)
    wanted, _, _ = widths(window)
    assert wanted == USUAL + 160
    window.resize(800, 600)
    assert widths(window)[0] < wanted
    window.resize(1500, 600)
    assert widths(window)[0] == wanted


def test_many_sizes_in_a_row_are_one_change(window):
    for width in (1300, 1000, 700, 600, 900, 1400):
        window.resize(width, 600)
    left, _, right = widths(window)
    assert (left, right) == (USUAL, USUAL)


def test_panels_side_by_side_are_left_alone(window):
    left = dock(window, "left")
    beside = QDockWidget(window)
    beside.setWidget(QWidget())
    window.splitDockWidget(left, beside, Qt.Orientation.Horizontal)
    beside.show()
    QApplication.processEvents()
    before = left.width()
    window.resize(1000, 600)
    assert widths(window)[0] == before


def test_what_qt_does_to_a_panel_is_nobodys_wish(window):
    window.resizeDocks([dock(window, "left")], [320], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    window.resize(1500, 600)
    left, _, right = widths(window)
    assert (left, right) == (USUAL, USUAL)


@pytest.mark.parametrize("left, right, then", [(300, 300, (USUAL, USUAL)), (300, 200, (300, 200))])
def test_panels_that_come_back_equally_wide_had_what_was_usual_in_another_window(window, left, right, then):
    given = window.findChild(DockWidths)
    assert given is not None
    docks = [dock(window, "left"), dock(window, "right")]
    window.resizeDocks(docks, [left, right], Qt.Orientation.Horizontal)
    given.begin(as_left=True)
    found = widths(window)
    assert (found[0], found[2]) == then


def test_a_closed_panel_is_no_hindrance(window):
    dock(window, "left").close()
    window.resize(700, 600)
    QApplication.processEvents()
    assert dock(window, "right").width() == USUAL


def test_a_panel_out_of_sight_that_is_resized_is_nobodys_wish(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QWidget())
    docks = [QDockWidget(window), QDockWidget(window)]
    for each in docks:
        each.setWidget(QWidget())
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, each)
    window.tabifyDockWidget(*docks)
    docks[1].hide()  # it was never seen, and has a size of Qt's
    given = DockWidths(window, docks, lambda width: USUAL)
    window.resize(1400, 600)
    window.show()
    given.begin(as_left=False)
    QApplication.processEvents()
    window.grab()  # Qt tells hidden widgets of their sizes then
    window.resize(1500, 600)
    QApplication.processEvents()
    assert docks[0].width() == USUAL
