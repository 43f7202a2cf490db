"""Edges dragged by their grips."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.text_view.geometry import Hit
from gui.text_view.handles import Grip, edge_near
from gui.text_view.view import TextView
from tests.gui.text_view.conftest import clause, mark, painted

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "تشجع المكتبات الوطنية على أن تعدّ فهرساً كاملاً للمخطوطات؛\u200f 2 - تطلب إلى الأمين العام أن يقدم تقريرا"


def grip(view: TextView, at_start: bool, of_span: bool = False) -> Grip:
    return next(
        grip for grip in view._handles.grips() if grip.at_start == at_start and (grip.span is not None) == of_span
    )


def knob(view: TextView, at_start: bool, of_span: bool = False) -> QPoint:
    return grip(view, at_start, of_span).knob.center().toPoint()


def before(view: TextView, offset: int) -> QPoint:
    """A point on the character at an offset, in the half that is nearer to the text's beginning."""
    box = view.character_box(offset)
    assert box is not None
    return QPointF(box.right() - box.width() * 0.25, box.center().y()).toPoint()


def move(view: TextView, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    where = QPointF(point)
    event = QMouseEvent(QMouseEvent.Type.MouseMove, where, view.viewport().mapToGlobal(where), LEFT, LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def drag(view: TextView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, (start + end) / 2, modifiers)
    move(view, end, modifiers)


def release(view: TextView, point: QPoint) -> None:
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point)


@pytest.fixture
def told() -> list[tuple[str, int, int]]:
    return []


@pytest.fixture
def view(make_view: Callable[..., TextView], told: list) -> TextView:
    result = make_view(TEXT, 900, 400, [clause(0, 58, name="one"), mark(5, 22, name="two")], size=26)
    result.limits_dragged.connect(lambda *limits: told.append(limits))
    return result


def test_grips_stand_at_both_edges_of_the_selection_and_of_the_current_span(view: TextView) -> None:
    assert view._handles.grips() == []
    view.set_selection(5, 13)
    view.set_current_span("one")
    for at_start, of_span, place in (
        (True, False, Hit(5, False)),
        (False, False, Hit(13, True)),
        (True, True, Hit(0, False)),
        (False, True, Hit(58, True)),
    ):
        found = grip(view, at_start, of_span)
        (row, top) = next(iter(view.page.rows_at(place)))
        assert found.x == pytest.approx(row.boxes.caret_x(place) + view.column_left, abs=1)
        assert (found.top, found.bottom) == (top, top + row.height)
        assert QPointF(found.knob.center()).y() < found.bottom
    assert len(view._handles.grips()) == 4
    view.set_selection(0, 58)
    # the same edges: one pair is enough, and it is the mark that is worked on
    assert [grip.span and grip.span.id for grip in view._handles.grips()] == ["one", "one"]


def test_they_are_painted_and_the_selections_are_round(view: TextView) -> None:
    view.set_selection(5, 13)
    image = painted(view)
    selected = grip(view, True)
    corner, middle = selected.knob.topLeft().toPoint(), selected.knob.center().toPoint()
    assert image.pixelColor(middle) == view._shown.theme.focus
    assert image.pixelColor(corner) != view._shown.theme.focus
    view.set_selection(0, 0)
    view.set_current_span("two")
    image = painted(view)
    square = grip(view, False, of_span=True).knob.toRect()
    colour = view._shown.theme.of_label("lead").bar
    assert image.pixelColor(square.center()) == image.pixelColor(square.topLeft() + QPoint(2, 2)) == colour


def test_the_cursor_says_what_can_be_taken_hold_of(view: TextView) -> None:
    view.set_selection(5, 13)
    for point, shape in (
        (knob(view, True), Qt.CursorShape.SizeHorCursor),
        (before(view, 30), Qt.CursorShape.IBeamCursor),
        (QPoint(round(grip(view, False).x), round(grip(view, False).top) + 9), Qt.CursorShape.SizeHorCursor),
        (QPoint(view.viewport().width() - 5, 50), Qt.CursorShape.PointingHandCursor),
    ):
        QTest.mouseMove(view.viewport(), point)
        QApplication.processEvents()
        assert view.viewport().cursor().shape() == shape


def test_an_edge_of_the_selection_goes_to_word_edges_and_with_control_to_letters(view: TextView) -> None:
    view.set_selection(5, 13)
    drag(view, knob(view, False), before(view, 17))
    assert view.selection() == (5, 14 + len("الوطنية"))
    release(view, before(view, 17))
    drag(view, knob(view, True), before(view, 2), CONTROL)
    assert view.selection() == (2, 21)
    release(view, before(view, 2))
    assert not view._handles.dragging


def test_an_edge_dragged_over_the_other_one_takes_its_place(view: TextView) -> None:
    view.set_selection(14, 21)
    drag(view, knob(view, False), before(view, 1))
    release(view, before(view, 1))
    assert view.selection() == (0, 14)


def test_escape_gives_up(view: TextView, told: list) -> None:
    pressed: list[None] = []
    shortcut = QShortcut(Qt.Key.Key_Escape, view.window())
    shortcut.activated.connect(lambda: pressed.append(None))
    view.setFocus()
    view.set_selection(5, 13)
    view.set_current_span("one")
    drag(view, knob(view, False), before(view, 30))
    assert view.selection() != (5, 13)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection() == (5, 13)
    release(view, before(view, 30))
    assert view.selection() == (5, 13)
    drag(view, knob(view, False, of_span=True), before(view, 40))
    assert view._shown.coming is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    release(view, before(view, 40))
    assert (view._shown.coming, told) == (None, [])
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert len(pressed) == 1  # with nothing held it is the window's
    shortcut.setEnabled(False)


def test_the_current_spans_edge_shows_the_coming_limits_and_tells_them_at_the_end(view: TextView, told: list) -> None:
    view.set_current_span("one")
    still = painted(view)
    target = before(view, TEXT.index("إلى") + 1)
    start = knob(view, False, of_span=True)
    drag(view, start, target)
    assert told == []
    assert view._shown.coming is not None
    assert view._shown.coming.limits == (0, TEXT.index("إلى") + 3)
    assert painted(view) != still
    release(view, target)
    assert told == [("one", 0, TEXT.index("إلى") + 3)]
    assert painted(view) == still  # the span is as it was until whoever was told changes it
    view.replace_spans(["one"], [clause(0, told[0][2], name="one")])
    assert painted(view) != still


def test_a_span_keeps_at_least_a_letter(view: TextView, told: list) -> None:
    view.set_current_span("two")
    end = before(view, 1)
    drag(view, knob(view, False, of_span=True), end)
    release(view, end)
    assert told == [("two", 5, 6)]


def test_the_same_limits_are_not_told(view: TextView, told: list) -> None:
    view.set_current_span("two")
    start = knob(view, True, of_span=True)
    drag(view, start, start + QPoint(-9, 0))
    move(view, start)
    release(view, start)
    assert told == []


def test_a_click_on_a_grip_is_a_click_in_the_text(view: TextView) -> None:
    view.set_selection(5, 13)
    QTest.mouseClick(view.viewport(), LEFT, NONE, knob(view, False))
    assert view.selection() == (13, 13)


def test_shift_and_a_click_on_a_grip_extend(view: TextView) -> None:
    view.set_selection(5, 13)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, knob(view, False))
    assert not view._handles.dragging
    assert view.selection() == (5, 13)


def test_a_span_that_goes_while_it_is_held_is_let_go(view: TextView, told: list) -> None:
    view.set_current_span("one")
    end = before(view, 40)
    drag(view, knob(view, False, of_span=True), end)
    view.replace_spans([], [mark(1, 3, name="other")])
    assert view._handles.dragging
    view.replace_spans(["one"], [])
    assert not view._handles.dragging
    assert view._shown.coming is None
    release(view, end)
    assert told == []
    view.set_selection(5, 13)
    drag(view, knob(view, False), end)
    assert view._scheme is not None
    view.set_document("نص آخر", [], view._scheme)
    assert not view._handles.dragging


def test_dragging_beyond_the_lower_edge_scrolls(make_view: Callable[..., TextView], qtbot, invented: str) -> None:
    view = make_view(invented * 6, 500, 300)
    view.set_selection(10, 30)
    start = knob(view, False)
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, QPoint(200, 340))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 60)
    release(view, QPoint(200, 340))
    assert view.selection()[0] == 10
    assert view.selection()[1] > 300
    position = view.verticalScrollBar().value()
    qtbot.wait(90)
    assert view.verticalScrollBar().value() == position


@pytest.mark.parametrize("at_start", [True, False])
def test_every_place_of_a_text_has_an_edge_near_it(invented: str, hard: str, at_start: bool) -> None:
    text = invented + hard
    for offset in range(len(text) + 1):
        edge = edge_near(text, offset, at_start)
        assert abs(edge - offset) < 30
        if at_start:
            assert edge == len(text) or not text[edge].isspace() or text[edge + 1] == "\u0651"  # a blank with a mark
        else:
            assert edge == 0 or not text[edge - 1].isspace()
            assert text[edge : edge + 1] not in ("\u200f", "\u200e")


@pytest.mark.parametrize(
    "text, offset, start, end",
    [
        ("أولا، ثانيا", 0, 0, 4),
        ("أولا، ثانيا", 4, 4, 4),  # a stop is a sign of its own
        ("أولا، ثانيا", 7, 6, 5),
        ("أولا،\u200f ثانيا", 5, 4, 6),  # the mark goes with the stop
        ("في (A/59/503/Add.2) ثم", 7, 4, 3 + 1),
        ("", 0, 0, 0),
        ("   ", 2, 2, 2),
    ],
)
def test_edges_are_those_of_words_and_signs(text: str, offset: int, start: int, end: int) -> None:
    assert (edge_near(text, offset, True), edge_near(text, offset, False)) == (start, end)


@pytest.mark.parametrize(
    "part, expected",
    [
        ("ديسمبر 2004", "outer"),  # a clause ends behind its year, for a reader from the right
        ("2004", "outer"),
        ("20", "inner"),  # but part of a number ends at its own last digit
        ("ديسمبر", "outer"),
    ],
)
def test_behind_a_number_the_grip_stands_at_its_far_side(
    make_view: Callable[..., TextView], part: str, expected: str
) -> None:
    text = "الجلسة العامة 74 ديسمبر 2004 ثم"
    view = make_view(text, 900, 200)
    start = text.index(part)
    view.set_selection(start, start + len(part))
    row = next(iter(view.page.rows_meeting(start, start + 1)))[0]
    extents = row.boxes.extents(start, start + len(part))
    left, right = min(one for one, _ in extents), max(other for _, other in extents)
    ends = (right, left) if expected == "outer" else (left, right)
    found = [grip(view, at_start).x - view.column_left for at_start in (True, False)]
    assert found == [pytest.approx(x, abs=1) for x in ends]
