import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.dialogs.key_recorder import KeyRecorder

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def recorder(qtbot) -> KeyRecorder:
    recorder = KeyRecorder()
    qtbot.addWidget(recorder)
    recorder.show()
    recorder.ask("Press the key")
    return recorder


def press(recorder, key: int, held=NONE, text: str = "", scan: int = 0) -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QCoreApplication.sendEvent(recorder, QKeyEvent(kind, key, held, scan, 0, 0, text))


@pytest.mark.parametrize(
    "key, held, text, written",
    [
        (ord("M"), CONTROL, "", "Ctrl+M"),
        (ord("ة"), CONTROL, "ة", "Ctrl+M"),
        (ord("ة"), NONE, "ة", "M"),
        (int(Qt.Key.Key_F6), NONE, "", "F6"),
        (int(Qt.Key.Key_Tab), NONE, "\t", ""),
        (int(Qt.Key.Key_Return), CONTROL, "", "Ctrl+Return"),
    ],
)
def test_a_key_is_told_whatever_the_layout(recorder, qtbot, key, held, text, written):
    with qtbot.waitSignal(recorder.pressed) as told:
        press(recorder, key, held, text)
    assert told.args == [written]
    assert recorder.key == written
    recorder.grab()


def test_a_modifier_alone_is_waited_through(recorder, qtbot):
    with qtbot.assertNotEmitted(recorder.pressed):
        press(recorder, int(Qt.Key.Key_Control), CONTROL)
        press(recorder, int(Qt.Key.Key_Shift), Qt.KeyboardModifier.ShiftModifier)
    assert recorder.key == ""


def test_escape_leads_out(recorder, qtbot):
    with qtbot.waitSignal(recorder.left), qtbot.assertNotEmitted(recorder.pressed):
        press(recorder, int(Qt.Key.Key_Escape))


def test_it_tells_a_screen_reader_what_it_waits_for(recorder):
    assert recorder.accessibleName() == "Press the key"
    recorder.grab()
