from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from gui.panels.suggestions.rows import SuggestionList


@pytest.fixture
def shown(qtbot) -> Iterator[SuggestionList]:
    held = QWidget()
    qtbot.addWidget(held)
    held.resize(300, 200)
    view = SuggestionList(QStringListModel(["a", "b", "c"], held), QStyledItemDelegate(held), held)
    view.resize(300, 200)
    held.show()
    held.activateWindow()
    qtbot.waitActive(held)
    view.setFocus()
    yield view
    held.close()


def press(view: SuggestionList, key: Qt.Key, repeated: bool = False, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    QCoreApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", repeated))


def test_words_stand_in_the_place_of_rows_and_never_beside_them(qtbot, shown):
    shown.say("Nothing more.")
    assert (shown.words.isVisible(), shown.accessibleDescription()) == (False, "")
    shown.model().setStringList([])
    shown.say("Nothing more.")
    qtbot.waitUntil(lambda: shown.words.width() == shown.viewport().width())
    assert shown.words.lines() == ["Nothing more."]
    assert shown.words.isVisible() and shown.hasFocus()
    assert shown.accessibleDescription() == "Nothing more."
    shown.model().setStringList(["d"])
    shown.say("Nothing more.")
    assert (shown.words.isVisible(), shown.accessibleDescription()) == (False, "")


def test_down_in_the_last_row_leads_on_but_not_while_it_is_held(qtbot, shown):
    asked: list[bool] = []
    shown.down_requested.connect(lambda: asked.append(True))
    press(shown, Qt.Key.Key_Down)
    press(shown, Qt.Key.Key_Down, repeated=True)
    press(shown, Qt.Key.Key_Down, repeated=True)
    assert (shown.currentIndex().row(), asked) == (2, [])
    press(shown, Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.AltModifier)  # moves a row, where rows can be moved
    assert asked == []
    press(shown, Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.KeypadModifier)
    assert asked == [True]


def test_down_leads_on_from_an_empty_list(shown):
    asked: list[bool] = []
    shown.down_requested.connect(lambda: asked.append(True))
    shown.model().setStringList([])
    press(shown, Qt.Key.Key_Down)
    assert asked == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_a_key_that_is_held_acts_once(shown, key):
    acts: list[str] = []
    shown.chosen.connect(lambda: acts.append("chosen"))
    shown.remove_wanted.connect(lambda: acts.append("removed"))
    shown.toggle_wanted.connect(lambda: acts.append("toggled"))
    press(shown, key)
    press(shown, key, repeated=True)
    assert len(acts) == 1


def test_it_says_when_the_keys_come_and_go(qtbot, shown):
    told: list[bool] = []
    shown.left.connect(lambda: told.append(shown.hasFocus()))
    shown.clearFocus()
    shown.setFocus()
    assert told == [False, True]
