"""What keys do to caret and selection, and which they leave to the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.text_view.geometry import Hit
from gui.text_view.view import TextView
from model.text import words
from tests.gui.text_view.conftest import HARD, clause

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(view: TextView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    for _ in range(times):
        QTest.keyClick(view, key, modifiers)


def caret_point(view: TextView) -> tuple[int, int]:
    point = view.caret_point()
    return point.x(), point.y()


def test_left_goes_on_through_arabic_by_grapheme(make_view: Callable[..., TextView]) -> None:
    view = make_view("حِفْظُ النصّ")
    places = []
    for _ in range(4):
        press(view, Key.Key_Left)
        places.append(view.caret())
    assert places == [2, 4, 6, 7]
    press(view, Key.Key_Right, times=2)
    assert view.caret() == 4


@pytest.mark.parametrize("width", [330, 520, 900])
def test_left_always_goes_left_and_reaches_every_place(
    make_view: Callable[..., TextView], invented: str, hard: str, width: int
) -> None:
    """Each press moves the caret to the left on its row or to the next row, never back, and so to the text's end."""
    view = make_view(invented + hard, width, 4000)
    presses = 0
    before = caret_point(view)
    while presses < 2000:
        press(view, Key.Key_Left)
        presses += 1
        after = caret_point(view)
        if after == before:
            break
        assert after[1] > before[1] or (after[1] == before[1] and after[0] <= before[0])
        before = after
    assert 500 < presses < 2000
    rightward = 0
    while rightward < 2000:
        press(view, Key.Key_Right)
        rightward += 1
        after = caret_point(view)
        if after == before:
            break
        assert after[1] < before[1] or (after[1] == before[1] and after[0] >= before[0])
        before = after
    assert view.caret() == 0
    assert abs(rightward - presses) <= view.page.row_number(view.page.hit(0, 4000))[0] + presses // 10


@pytest.mark.parametrize("text", ["ب" * 200, "كلمة " * 40 + "آخرها"])
def test_each_press_crosses_one_letter_also_from_row_to_row(make_view: Callable[..., TextView], text: str) -> None:
    view = make_view(text, 420, 900)
    assert len(list(view.page.rows_meeting(0, len(text)))) > 2
    for expected in range(1, len(text) + 1):
        press(view, Key.Key_Left)
        assert view.caret() == expected
    for expected in range(len(text) - 1, -1, -1):
        press(view, Key.Key_Right)
        assert view.caret() == expected


def test_left_through_a_symbol_stays_on_the_screen_side(make_view: Callable[..., TextView]) -> None:
    view = make_view("أب 12 ج", 900)
    seen = []
    for _ in range(8):
        press(view, Key.Key_Left)
        seen.append(view.caret())
    assert seen == [1, 2, 3, 4, 3, 6, 7, 7]


def test_shift_extends_from_where_the_selection_began(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented)
    view.set_selection(10, 10)
    press(view, Key.Key_Left, SHIFT, 3)
    assert view.selection() == (10, 13)
    press(view, Key.Key_Right, SHIFT, 5)
    assert (view.selection(), view.caret()) == ((8, 10), 8)
    press(view, Key.Key_Left)
    assert view.selection() == (10, 10)
    view.set_selection(5, 9)
    press(view, Key.Key_Right)
    assert view.selection() == (5, 5)


def test_control_goes_by_word(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented)
    press(view, Key.Key_Left, CONTROL)
    assert view.caret() == words.next_word(invented, 0) == 5
    press(view, Key.Key_Left, CONTROL | SHIFT)
    assert view.selection() == (5, words.next_word(invented, 5))
    press(view, Key.Key_Right, CONTROL)
    assert view.caret() == 5


def test_home_and_end_of_row_and_text(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 400)
    view.set_selection(60, 60)
    press(view, Key.Key_End)
    _, row = view.page.row_of(Hit(60, False))
    assert row.start <= 60 < row.end
    assert view.caret() == row.start + len(invented[row.start : row.end].rstrip())
    press(view, Key.Key_Home, SHIFT)
    assert view.selection() == (row.start, row.start + len(invented[row.start : row.end].rstrip()))
    press(view, Key.Key_End, CONTROL)
    assert view.caret() == len(invented)
    press(view, Key.Key_Home, CONTROL | SHIFT)
    assert view.selection() == (0, len(invented))


def test_down_and_up_keep_their_x(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented * 3, 500, 400, [clause(0, 40, "title"), clause(41, 300)])
    view.set_selection(12, 12)
    start = caret_point(view)
    for _ in range(12):
        press(view, Key.Key_Down)
    assert view.caret() > 300
    for _ in range(12):
        press(view, Key.Key_Up)
    assert view.caret() == 12
    assert caret_point(view)[0] == start[0]
    press(view, Key.Key_Up)
    assert view.caret() == 0
    view.set_selection(len(invented) * 3 - 3, len(invented) * 3 - 3)
    press(view, Key.Key_Down, SHIFT)
    assert view.selection() == (len(invented) * 3 - 3, len(invented) * 3)


def test_pages_come_back_to_where_they_began(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented * 12, 500, 400)
    view.set_selection(100, 100)
    places = [view.caret()]
    for _ in range(4):
        press(view, Key.Key_PageDown)
        places.append(view.caret())
        assert view.character_box(view.caret()) is not None
    assert places == sorted(set(places))
    press(view, Key.Key_PageUp, times=4)
    assert view.caret() == 100
    press(view, Key.Key_PageDown, times=60)
    assert view.caret() == len(invented) * 12
    press(view, Key.Key_PageUp, times=60)
    assert view.caret() == 0
    press(view, Key.Key_PageDown, SHIFT)
    assert view.selection()[0] == 0


def test_the_caret_is_always_revealed(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented * 6, 500, 300)
    for _ in range(40):
        press(view, Key.Key_Down)
        point = view.caret_point()
        assert 0 < point.y() <= view.viewport().height()


def test_copy_gives_the_stored_text(make_view: Callable[..., TextView], hard: str) -> None:
    view = make_view(hard + "\nسطر\t2\u2028")
    press(view, Key.Key_A, CONTROL)
    assert view.selection() == (0, len(view.page.text))
    press(view, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == hard + "\nسطر\t2\u2028"
    view.set_selection(4, 4)
    press(view, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == hard + "\nسطر\t2\u2028"


@pytest.mark.parametrize(
    "key, modifiers",
    [
        (Key.Key_P, NONE),
        (Key.Key_Space, NONE),
        (Key.Key_Delete, NONE),
        (Key.Key_Return, NONE),
        (Key.Key_Escape, NONE),
        (Key.Key_Z, CONTROL),
        (Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Key.Key_Right, Qt.KeyboardModifier.AltModifier | SHIFT),
        (Key.Key_PageDown, CONTROL),
    ],
)
def test_other_keys_are_left_to_the_window(
    make_view: Callable[..., TextView], invented: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    view = make_view(invented)
    view.set_selection(3, 8)
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "ح" if key == Key.Key_P else "")
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()
    assert view.selection() == (3, 8)


def test_keys_in_an_empty_view_do_nothing(make_view: Callable[..., TextView]) -> None:
    view = make_view("")
    for key in (Key.Key_Left, Key.Key_Down, Key.Key_End, Key.Key_PageDown, Key.Key_A):
        press(view, key, CONTROL if key == Key.Key_A else NONE)
    assert view.selection() == (0, 0)


def test_every_caret_place_is_a_grapheme_limit(make_view: Callable[..., TextView]) -> None:
    text = HARD
    limits = {0}
    while max(limits) < len(text):
        limits.add(words.next_grapheme(text, max(limits)))
    view = make_view(text, 400, 800)
    for key in (Key.Key_Left, Key.Key_Down, Key.Key_Left, Key.Key_Up, Key.Key_Right):
        for _ in range(40):
            press(view, key)
            assert view.caret() in limits
