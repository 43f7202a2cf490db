import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.keyboard import key_of_letter, physical_key

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def event(key: int = 0, text: str = "", scan: int = 0, virtual: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, NONE, scan, virtual, 0, text)


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
