"""Selecting with the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.text_view.view import TextView
from model.text import words
from tests.gui.text_view.conftest import clause

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def at(view: TextView, offset: int, share: float = 0.75) -> QPoint:
    """A point on the character at an offset; ``share`` of its width from its right edge."""
    box = view.character_box(offset)
    assert box is not None
    return QPointF(box.right() - box.width() * share, box.center().y()).toPoint()


def press(view: TextView, point: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view.viewport(), LEFT, modifiers, point)


def move(view: TextView, point: QPoint) -> None:
    QTest.mouseMove(view.viewport(), point)
    QApplication.processEvents()


def release(view: TextView, point: QPoint) -> None:
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point)


def double_click(view: TextView, point: QPoint) -> None:
    QTest.mouseDClick(view.viewport(), LEFT, NONE, point)


def test_a_drag_selects_from_letter_to_letter(make_view: Callable[..., TextView], qtbot, invented: str) -> None:
    view = make_view(invented, 500, size=30)
    told: list[tuple[int, int]] = []
    view.selection_changed.connect(lambda start, end: told.append((start, end)))
    first = invented.index("التجريبية")
    press(view, at(view, first, 0.2))
    assert view.selection() == (first, first)
    last = invented.index("اللجنة")
    move(view, at(view, last + 2))
    assert view.selection() == (first, last + 3)
    move(view, at(view, 2, 0.2))
    assert (view.selection(), view.caret()) == ((2, first), 2)
    release(view, at(view, 2, 0.2))
    move(view, at(view, 30))
    assert view.selection() == (2, first)
    assert told[-1] == (2, first)


def test_shift_and_click_extend(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, size=30)
    view.set_selection(10, 10)
    press(view, at(view, 30, 0.8), Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (10, 31)


def test_a_double_click_selects_the_word_and_a_drag_whole_words(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented, 900, size=24)
    start = invented.index("A/99/412/Add.3")
    point = at(view, start + 9, 0.5)
    QTest.mousePress(view.viewport(), LEFT, NONE, point)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, point)
    double_click(view, point)
    assert view.selection() == (start, start + len("A/99/412/Add.3"))
    place = invented.index("المخطوطات")
    press(view, point)
    release(view, point)
    QTest.mousePress(view.viewport(), LEFT, NONE, at(view, place + 3))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at(view, place + 3))
    double_click(view, at(view, place + 3))
    assert view.selection() == words.word_at(invented, place)


def test_a_word_drag_takes_whole_words_in_both_directions(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 900, size=24)
    place = invented.index("قرارها")
    point = at(view, place + 2)
    view._mouse.double_click(_event(view, point))
    move(view, at(view, place + 10))
    assert view.selection() == (place, words.word_at(invented, place + 10)[1])
    move(view, at(view, place - 3))
    assert view.selection() == (words.word_at(invented, place - 3)[0], place + len("قرارها"))


def _event(view: TextView, point: QPoint) -> QMouseEvent:
    return QMouseEvent(
        QEvent.Type.MouseButtonDblClick, QPointF(point), view.viewport().mapToGlobal(QPointF(point)), LEFT, LEFT, NONE
    )


def test_a_third_click_selects_the_clause(make_view: Callable[..., TextView], invented: str) -> None:
    clauses = [clause(0, 100), clause(20, 60, "subclause"), clause(120, 200)]
    view = make_view(invented, 900, 500, clauses, size=24)
    outside = words.trim(invented, 200, view.page.blocks[-1].limits.end)
    for offset, expected in ((30, (20, 60)), (5, (0, 100)), (130, (120, 200)), (300, outside)):
        point = at(view, offset)
        double_click(view, point)
        press(view, point)
        release(view, point)
        assert view.selection() == expected


def test_dragging_beyond_an_edge_scrolls(make_view: Callable[..., TextView], qtbot, invented: str) -> None:
    view = make_view(invented * 6, 500, 300)
    press(view, QPoint(300, 100))
    move(view, QPoint(300, 420))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100, timeout=60_000)
    assert view.selection()[1] > 300
    move(view, QPoint(300, -60))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == 0, timeout=60_000)
    release(view, QPoint(300, -60))


def test_a_click_in_the_margin_tells_the_clause(make_view: Callable[..., TextView], qtbot, invented: str) -> None:
    outer, inner = clause(0, 300, name="outer", number="1"), clause(120, 200, "subclause", "inner")
    view = make_view(invented, 700, 500, [outer, inner])
    box = view.character_box(121)
    first = view.character_box(0)
    assert box is not None
    assert first is not None
    x = view.viewport().width() - 10
    with qtbot.waitSignal(view.span_activated) as told:
        press(view, QPoint(x, round(box.center().y())))
    assert told.args == ["inner"]
    with qtbot.waitSignal(view.span_activated) as told:
        double_click(view, QPoint(x, round(first.center().y())))
    assert told.args == ["outer"]
    assert view.selection() == (0, 0)


def test_a_right_click_outside_the_selection_moves_the_caret(
    make_view: Callable[..., TextView], qtbot, invented: str
) -> None:
    view = make_view(invented, size=30)
    view.set_selection(5, 20)
    asked: list[QPoint] = []
    view.context_menu_requested.connect(asked.append)
    for offset, expected in ((10, (5, 20)), (40, (41, 41))):
        point = at(view, offset, 0.8)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
        assert view.selection() == expected
        assert asked[-1] == view.viewport().mapToGlobal(point)


def test_the_menu_key_opens_at_the_caret(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented)
    view.set_selection(30, 30)
    asked: list[QPoint] = []
    view.context_menu_requested.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    assert asked == [view.viewport().mapToGlobal(view.caret_point())]


@pytest.mark.parametrize("turn, larger", [(120, True), (-120, False)])
def test_control_and_wheel_zoom(make_view: Callable[..., TextView], invented: str, turn: int, larger: bool) -> None:
    view = make_view(invented)
    before = view.page.typography.row_height
    for modifiers, zooms in ((Qt.KeyboardModifier.ControlModifier, True), (NONE, False)):
        event = QWheelEvent(
            QPointF(100, 100),
            QPointF(100, 100),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        view.zoom_reset()
        QApplication.sendEvent(view.viewport(), event)
        assert (view.page.typography.row_height != before) == zooms
        assert not zooms or (view.page.typography.row_height > before) == larger
