"""What is told where the mouse rests."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from gui.text_view.hover import LONGEST_NOTE, MOST_TOLD
from gui.text_view.view import TextView
from model.annotation.values import Span
from tests.gui.text_view.conftest import clause, mark

OUTER = clause(0, 200, name="outer", number="3", note="ملاحظة <b>غير غليظة</b>")
INNER = clause(20, 100, "subclause", name="inner", number="أ")
PHRASE = mark(22, 40, name="phrase")


@pytest.fixture
def view(make_view: Callable[..., TextView], invented: str) -> TextView:
    return make_view(invented, 800, 400, [OUTER, INNER, PHRASE])


def point(view: TextView, offset: int) -> QPoint:
    box = view.character_box(offset)
    assert box is not None
    return box.center().toPoint()


def rest_at(view: TextView, where: QPoint) -> str:
    """Rest the mouse somewhere; the text of the tip that is shown."""
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, where, view.viewport().mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_each_span_is_told_from_the_innermost_outwards(view: TextView) -> None:
    assert view._hover.spans_under(QPointF(point(view, 30))) == [PHRASE, INNER, OUTER]
    tip = rest_at(view, point(view, 30))
    places = [tip.index(view.label_name(name)) for name in ("lead", "subclause", "operative")]
    assert places == sorted(places)
    assert f"{view.label_name('subclause')} أ" in tip
    assert f"{view.label_name('operative')} 3" in tip
    assert view.label_name("lead") not in rest_at(view, point(view, 60))


def test_it_follows_the_language_of_the_window(view: TextView) -> None:
    view.set_language("en")
    assert "Operative paragraph 3" in rest_at(view, point(view, 150))


def test_what_people_typed_is_never_markup(view: TextView) -> None:
    tip = rest_at(view, point(view, 150))
    assert "&lt;b&gt;" in tip
    assert "<b>" not in tip


def test_beside_the_letters_and_in_unmarked_text_nothing_is_told(view: TextView) -> None:
    assert rest_at(view, point(view, 300)) == ""
    row, top = next(iter(view.page.rows_meeting(199, 200)))
    left = min(row.boxes.left) + view.column_left
    assert left > 30
    assert rest_at(view, QPoint(round(left) - 20, top + 10)) == ""
    assert rest_at(view, QPoint(300, 395)) == ""


def test_the_margin_tells_what_stands_there(view: TextView) -> None:
    x = view.viewport().width() - 20
    assert view.label_name("operative") in rest_at(view, QPoint(x, point(view, 150).y()))


def test_a_describer_says_what_is_told(view: TextView) -> None:
    def describe(span: Span) -> str:
        return f"{span.id}\n<i>{span.label}</i>"

    view.set_describer(describe)
    tip = rest_at(view, point(view, 30))
    assert tip.index("phrase") < tip.index("inner") < tip.index("outer")
    assert "&lt;i&gt;lead&lt;/i&gt;" in tip
    view.set_describer(None)
    assert "phrase" not in rest_at(view, point(view, 30))


def test_of_very_many_spans_and_very_long_notes_only_the_beginning_is_told(
    make_view: Callable[..., TextView], invented: str
) -> None:
    spans = [mark(10, 60 + n, "reference", "date", f"m{n:03}", note="طويلة " * 400) for n in range(200)]
    view = make_view(invented, 800, 400, spans)
    lines = view._hover.lines(view._hover.spans_under(QPointF(point(view, 30))))
    assert len(lines) == 2 * MOST_TOLD + 1
    assert str(200 - MOST_TOLD) in lines[-1]
    assert max(map(len, lines)) <= LONGEST_NOTE + 1


def test_hidden_marks_and_labels_that_the_scheme_does_not_have_do_no_harm(make_view: Callable[..., TextView]) -> None:
    view = make_view("كلمة() ثم", spans=[clause(0, 9, "<u>gone</u>"), mark(4, 6, "reference", "footnote")])
    assert "&lt;u&gt;gone" in rest_at(view, point(view, 2))
