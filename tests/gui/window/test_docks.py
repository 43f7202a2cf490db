"""The panels' places in the window as it starts, speaks another language, and comes back."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QTabBar

from gui.main_window import MainWindow


def tab_bars(window: MainWindow) -> list[list[str]]:
    """What the tab bars that can be seen of a window's docks say."""
    for _ in range(3):  # Qt takes away those that are no longer used a turn later
        QApplication.processEvents()
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    seen = [bar for bar in bars if not bar.visibleRegion().isEmpty()]
    return [[bar.tabText(place) for place in range(bar.count())] for bar in seen]


@pytest.fixture
def again(desk):
    """Closes the window, and opens another one as it was left."""
    made: list[MainWindow] = []

    def open_again() -> MainWindow:
        desk.window.close()
        made.append(MainWindow(desk.window.session, desk.window.settings))
        made[0].show()
        return made[0]

    yield open_again
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_panels_that_lie_over_each_other_have_one_bar_of_tabs(desk):
    assert tab_bars(desk.window) == [["Labels", "Mark"]]


def test_there_is_one_bar_in_a_window_that_is_opened_as_it_was_left(again):
    assert tab_bars(again()) == [["Labels", "Mark"]]


def test_there_is_one_bar_in_another_size_and_another_language(desk, qapp):
    window = desk.window
    window.resize(900, 600)
    assert tab_bars(window) == [["Labels", "Mark"]]
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert tab_bars(window) == [["Labels", "Mark"]]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert tab_bars(window) == [["Labels", "Mark"]]


def test_history_and_others_are_closed_at_first_and_stay_as_they_were_left(desk, again):
    closed = {"outline", "document", "suggestions", "thesaurus", "history", "problems", "bidi", "find"}
    docks = desk.window.docks
    assert {name for name in docks if docks[name].isHidden()} == closed
    docks["history"].show()
    docks["labels"].close()
    docks = again().docks
    assert {name for name in docks if docks[name].isHidden()} == closed - {"history"} | {"labels"}


def test_a_window_that_is_hidden_and_comes_back_is_as_it_was(desk):
    window = desk.window
    window.docks["descriptors"].close()
    window.hide()
    window.show()
    assert window.docks["descriptors"].isHidden()


def test_the_text_has_room_beside_the_panels_in_a_small_window(desk):
    desk.window.resize(900, 600)
    QApplication.processEvents()
    assert desk.window.middle.width() >= 440


def test_the_panels_are_wider_in_a_wide_window(desk):
    window = desk.window
    widths = []
    for width in (900, 2400):
        window.resize(width, 800)
        QApplication.processEvents()
        widths.append(window.docks["documents"].width())
    assert widths == [216, 300]


def test_usual_widths_are_not_taken_for_a_persons_wish(desk, again):
    desk.window.resize(780, 600)
    QApplication.processEvents()
    window = again()
    QApplication.processEvents()
    assert window.width() == 780
    assert window.docks["documents"].width() < 216
    window.resize(2400, 800)
    QApplication.processEvents()
    assert window.docks["documents"].width() == 300
    window.resize(780, 600)
    QApplication.processEvents()
    window.resizeDocks([window.docks["documents"]], [250], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    window.close()
    other = MainWindow(window.session, window.settings)
    other.show()
    QApplication.processEvents()
    try:
        other.resize(2400, 800)
        QApplication.processEvents()
        assert other.docks["documents"].width() == 250
    finally:
        other.close()
        other.deleteLater()


@pytest.mark.parametrize("name", ["outline", "document", "history", "inspector", "bidi", "problems", "find"])
def test_a_panel_that_is_opened_by_its_menu_lies_in_front(desk, name):
    docks = desk.window.docks
    action = docks[name].toggleViewAction()
    if action.isChecked():  # it lies behind another one
        action.trigger()
    action.trigger()
    tab_bars(desk.window)
    assert not docks[name].visibleRegion().isEmpty()
    assert docks[name].widget() is not None
