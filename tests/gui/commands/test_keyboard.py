import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.commands.keyboard import (
    canonical_key,
    is_system_key,
    is_text_key,
    key_of_letter,
    physical_key,
    place_of_key,
    pressed_key,
    text_key,
)

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def event(key: int = 0, text: str = "", scan: int = 0, virtual: int = 0, held=NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, scan, virtual, 0, text)


# By the systems' own tables P and [ are evdev 25 and 26 (+ 8), set 1 0x19 and 0x1a, kVK_ANSI 0x23 and 0x21.
@pytest.mark.parametrize(
    "platform, code, key",
    [
        ("linux", {"scan": 33}, "P"),
        ("linux", {"scan": 34}, "["),
        ("linux", {"scan": 38}, "A"),
        ("linux", {"scan": 58}, "M"),
        ("linux", {"scan": 10}, "1"),
        ("win32", {"scan": 0x19}, "P"),
        ("win32", {"scan": 0x1A}, "["),
        ("win32", {"scan": 0x1E}, "A"),
        ("darwin", {"virtual": 0x23}, "P"),
        ("darwin", {"virtual": 0x21}, "["),
        ("darwin", {"virtual": 0x2F}, "."),
    ],
)
def test_a_key_is_known_by_its_place_whatever_letter_it_gives(platform, code, key):
    assert physical_key(event(ord("ح"), "ح", **code), platform) == key


def test_on_macos_the_key_a_has_code_0_and_is_known_by_its_letter():
    assert physical_key(event(ord("ش"), "ش"), "darwin") == "A"
    assert physical_key(event(int(Qt.Key.Key_A), "a"), "darwin") == "A"


def test_without_a_place_the_letter_tells_the_key():
    arabic = "ضصثقفغعهخحجد شسيبلاتنمكط ئءؤر ىةوزظ".replace(" ", "")
    latin = "QWERTYUIOP[]ASDFGHJKL;'ZXCVNM,./"
    assert "".join(physical_key(event(ord(letter), letter), "linux") for letter in arabic) == latin
    assert physical_key(event(0, "لا"), "linux") == "B"
    assert physical_key(event(ord("ﻻ"), "ﻻ"), "linux") == "B"
    assert physical_key(event(int(Qt.Key.Key_P), "p"), "linux") == "P"


def test_a_key_that_stands_on_no_keyboard_is_none():
    assert key_of_letter(int(Qt.Key.Key_F5), "") == ""
    assert key_of_letter(ord("я"), "я") == ""
    assert key_of_letter(0, "") == ""


@pytest.mark.parametrize(
    "pressed, held, written",
    [
        ({"key": ord("P"), "text": "p"}, NONE, "P"),
        ({"key": ord("ح"), "text": "ح"}, NONE, "P"),
        ({"key": ord("ح"), "text": "ح", "scan": 43}, NONE, "H"),
        ({"key": int(Qt.Key.Key_BraceRight), "text": "}"}, SHIFT, "}"),
        ({"key": ord("<"), "text": "<", "scan": 35}, SHIFT, "}"),  # what Arabic 101 gives there
        ({"key": ord("د"), "text": "د"}, NONE, "]"),
        ({"key": int(Qt.Key.Key_Plus), "text": "+"}, SHIFT, "+"),
        ({"key": int(Qt.Key.Key_Space), "text": " "}, NONE, "Space"),
        ({"key": int(Qt.Key.Key_Delete)}, SHIFT, "Shift+Del"),
        ({"key": int(Qt.Key.Key_Enter)}, NONE, "Return"),
        ({"key": int(Qt.Key.Key_F2)}, NONE, ""),
        ({"key": int(Qt.Key.Key_Left)}, NONE, ""),
        ({"key": ord("P"), "text": "p"}, CONTROL, ""),
    ],
)
def test_keys_of_the_text_are_written_by_their_places(pressed, held, written):
    assert text_key(event(**pressed, held=held)) == written


@pytest.mark.parametrize(
    "pressed, held, written",
    [
        ({"key": ord("M"), "text": "m"}, CONTROL, "Ctrl+M"),
        ({"key": ord("ئ"), "text": "ئ"}, CONTROL, "Ctrl+Z"),
        ({"key": ord("ئ"), "scan": 30}, CONTROL | SHIFT, "Ctrl+Shift+U"),
        ({"key": 0, "text": "لا", "scan": 56}, CONTROL, "Ctrl+B"),
        ({"key": int(Qt.Key.Key_BraceRight), "text": "}"}, CONTROL | SHIFT, "Ctrl+Shift+]"),
        ({"key": int(Qt.Key.Key_F5)}, NONE, "F5"),
        ({"key": int(Qt.Key.Key_F5)}, SHIFT, "Shift+F5"),
        ({"key": int(Qt.Key.Key_Return)}, CONTROL, "Ctrl+Return"),
        ({"key": int(Qt.Key.Key_Enter)}, CONTROL | Qt.KeyboardModifier.KeypadModifier, "Ctrl+Return"),
        ({"key": int(Qt.Key.Key_Left)}, ALT | SHIFT, "Alt+Shift+Left"),
        ({"key": int(Qt.Key.Key_Left)}, NONE, "Left"),
        ({"key": ord("ش"), "text": "ش"}, NONE, "A"),
        ({"key": int(Qt.Key.Key_Control)}, CONTROL, ""),
        ({"key": int(Qt.Key.Key_Tab), "text": "\t"}, NONE, ""),
        ({"key": int(Qt.Key.Key_Pause)}, NONE, ""),
        ({"key": ord("я"), "text": "я"}, CONTROL, ""),
    ],
)
def test_a_pressed_key_is_written_as_commands_have_it(pressed, held, written):
    assert pressed_key(event(**pressed, held=held), "linux") == written


@pytest.mark.parametrize(
    "typed, written",
    [
        ("ctrl+m", "Ctrl+M"),
        ("a", "A"),
        ("Shift+]", "}"),
        ("Ctrl+Enter", "Ctrl+Return"),
        ("Delete", "Del"),
        ("Ctrl+ئ", "Ctrl+Z"),
        ("Shift+Space", "Shift+Space"),
        ("Ctrl+K, Ctrl+C", ""),
        ("Ctrl+Tab", ""),
        ("Ctrl", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_a_key_has_one_way_to_be_written(typed, written):
    assert canonical_key(typed) == written
    assert canonical_key(written) == written


def test_one_place_has_one_name():
    assert place_of_key("}") == place_of_key("Shift+]")
    assert place_of_key("Ctrl++") == place_of_key("Ctrl+Shift+=") == place_of_key("Ctrl+Shift++")
    assert place_of_key("F1") == "F1"
    assert len({place_of_key(key) for key in ("=", "+", "Ctrl+=", "Ctrl++", "Alt+=")}) == 5


def test_the_two_sorts_of_keys():
    assert all(map(is_text_key, ("A", "7", "]", "}", "Space", "Shift+Del", "Shift+A", "Esc")))
    assert not any(map(is_text_key, ("Ctrl+A", "F5", "Alt+Left", "Left", "", "Ctrl+]")))


def test_what_the_system_takes():
    assert is_system_key("Alt+F4", "linux")
    assert is_system_key("Ctrl+Alt+K", "win32")
    assert is_system_key("Meta+K", "linux")
    assert not is_system_key("Ctrl+K", "linux")
    assert not is_system_key("Meta+K", "darwin")


def test_label_keys_work_under_an_arabic_layout(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.press(Qt.Key(ord("ح")), text="ح")
    assert desk.marks() == [("preambular", "إذ تعيد تأكيد التزامها،")]
    desk.press(Qt.Key(ord("خ")), text="خ", scan=43)  # the place wins: 43 is H
    assert [label for label, _ in desk.marks()] == ["preambular", "heading"]


def test_shortcuts_work_under_an_arabic_layout(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.press(Qt.Key(ord("ئ")), CONTROL)
    assert desk.marks() == []
    desk.press(Qt.Key(ord("غ")), CONTROL, scan=29)
    assert len(desk.marks()) == 1


def test_a_line_of_text_keeps_its_own_shortcuts_under_an_arabic_layout(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    line = desk.window.documents.filter
    desk.window.documents.focus_filter()
    line.insert("قرار")
    QCoreApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, ord("ئ"), CONTROL))
    assert line.text() == ""
    assert len(desk.marks()) == 1


def test_letters_typed_elsewhere_mark_nothing(desk, qtbot):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.window.documents.focus_filter()
    qtbot.keyClicks(desk.window.documents.filter, "pas")
    assert desk.marks() == []
    assert desk.window.documents.filter.text() == "pas"


def test_a_key_held_down_marks_once(desk):
    desk.press(Qt.Key.Key_Space)
    for repeated in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_P), NONE, "p", repeated)
        desk.window.text_keys.eventFilter(desk.window.view, held)
    assert len(desk.marks()) == 1


def test_a_key_held_down_under_an_arabic_layout_does_once_what_is_done_once(desk):
    action = desk.window.actions_["clauses_done"]
    done = []
    action.triggered.connect(lambda *_: done.append(1))
    action.setShortcuts(["Ctrl+J"])
    for repeated in (False, True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, ord("ت"), CONTROL, "", repeated)
        QCoreApplication.sendEvent(desk.window.view, held)
    assert len(done) == 1
    action.setAutoRepeat(True)
    for repeated in (True, True):
        held = QKeyEvent(QEvent.Type.KeyPress, ord("ت"), CONTROL, "", repeated)
        QCoreApplication.sendEvent(desk.window.view, held)
    assert len(done) == 3


def test_redo_works_under_an_arabic_layout_where_shift_gives_a_sign(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.press(Qt.Key(ord("ئ")), CONTROL)
    assert desk.marks() == []
    desk.press(Qt.Key.Key_AsciiTilde, CONTROL | Qt.KeyboardModifier.ShiftModifier, scan=52)
    assert len(desk.marks()) == 1
