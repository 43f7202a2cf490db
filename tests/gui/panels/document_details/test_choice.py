import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.panels.document_details.choice import Choice, ChoicePopup

CHOICES = (
    Choice("", "none", "3"),
    Choice("GA", "GA", "5"),
    Choice("GA/59", "GA/59", "2", "GA"),
    Choice("ليلى", "لَيلى", "1"),
)


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(QPushButton("Filter"))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def button(window) -> QPushButton:
    return window.findChild(QPushButton)


@pytest.fixture
def popup(button) -> ChoicePopup:
    popup = ChoicePopup("Folder", CHOICES, button)
    popup.open_below(button)
    return popup


def test_typing_leaves_those_that_hold_the_words_in_any_spelling(popup):
    assert popup.values() == ["", "GA", "ليلى"]
    popup.line.setText("ليلي")
    assert popup.values() == ["ليلى"]
    popup.line.setText("ga")
    assert popup.values() == ["GA", "GA/59"]


def test_enter_takes_the_current_one_and_closes(popup, qtbot):
    qtbot.keyClick(popup.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as told:
        qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert told.args == ["GA"]
    assert not popup.isVisible()


def test_arrows_stay_within_the_list(popup, qtbot):
    qtbot.keyClick(popup.line, Qt.Key.Key_Up)
    for _ in range(9):
        qtbot.keyClick(popup.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(popup.chosen) as told:
        qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert told.args == ["ليلى"]


def test_escape_and_another_window_close_it_without_a_choice(button, qtbot):
    for close in (
        lambda popup: qtbot.keyClick(popup.line, Qt.Key.Key_Escape),
        lambda popup: button.window().activateWindow(),
    ):
        popup = ChoicePopup("Folder", CHOICES, button)
        popup.open_below(button)
        qtbot.waitUntil(popup.isActiveWindow)
        chosen: list[str] = []
        popup.chosen.connect(chosen.append)
        close(popup)
        qtbot.waitUntil(lambda: button.findChild(ChoicePopup) is None)
        assert not chosen


def test_enter_on_nothing_found_chooses_nothing(popup, qtbot):
    popup.line.setText("zzz")
    with qtbot.assertNotEmitted(popup.chosen):
        qtbot.keyClick(popup.line, Qt.Key.Key_Return)


def test_what_is_asked_for_is_shown_as_it_comes(button):
    popup = ChoicePopup("Term", (), button, lambda typed: [Choice(typed, typed.upper())] if typed else [])
    popup.open_below(button)
    assert popup.values() == []
    popup.line.setText("peace")
    assert popup.list.topLevelItem(0).text(0) == "PEACE"


def test_it_stays_on_the_screen_and_begins_where_reading_does(button):
    window = button.window()
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        window.setLayoutDirection(direction)
        room = window.screen().availableGeometry()
        window.move(room.bottomRight())
        popup = ChoicePopup("Folder", CHOICES, button)
        popup.open_below(button)
        assert room.contains(popup.geometry())
        popup.close()
