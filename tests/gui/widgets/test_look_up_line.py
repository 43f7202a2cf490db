import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.widgets.look_up_line import LookUpLine


@pytest.fixture
def line(qtbot) -> LookUpLine:
    made = LookUpLine()
    qtbot.addWidget(made)
    return made


def claimed(line: LookUpLine, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> bool:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(line, event)
    return event.isAccepted()


@pytest.mark.parametrize("key", ["Return", "Enter", "Escape", "Up", "Down", "PageUp", "PageDown"])
def test_the_keys_that_go_through_what_was_found_are_its_own(line, key):
    assert claimed(line, Qt.Key[f"Key_{key}"])


def test_the_windows_other_keys_are_not(line):
    assert not claimed(line, Qt.Key.Key_F8)
    assert not claimed(line, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_undo_is_the_windows_as_long_as_nothing_is_typed(line):
    control = Qt.KeyboardModifier.ControlModifier
    assert not claimed(line, Qt.Key.Key_Z, control)
    assert not claimed(line, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    line.setText("a")
    assert claimed(line, Qt.Key.Key_Z, control)


def test_what_was_typed_can_be_taken_away_at_once(line):
    assert line.isClearButtonEnabled()
