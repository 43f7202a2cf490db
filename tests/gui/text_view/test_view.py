"""The view as the window uses it, and texts that nobody should meet."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPalette, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.style.fonts import LARGEST_PIXEL_SIZE, SMALLEST_PIXEL_SIZE
from gui.text_view.geometry import Hit
from gui.text_view.view import TextView
from model.annotation.layers import Layer, Scheme
from model.text import words
from tests.gui.text_view.conftest import HARD, clause, clauses_of, mark, painted


def test_a_document_is_shown_from_its_top_with_the_caret_before_it(
    make_view: Callable[..., TextView], invented: str, scheme: Scheme
) -> None:
    view = make_view(invented * 9, 500, 300)
    view.set_selection(2000, 2100)
    told: list[tuple[int, int]] = []
    view.selection_changed.connect(lambda start, end: told.append((start, end)))
    view.set_document(invented, [], scheme)
    assert (view.selection(), view.caret(), view.verticalScrollBar().value(), told) == ((0, 0), 0, 0, [(0, 0)])
    view.clear()
    assert view.selection() == (0, 0)
    assert view.character_box(0) is None
    assert view.span_at(0) == []
    assert view.offset_at(QPointF(50, 50)) == 0


def test_a_view_without_a_document_can_be_used(qtbot) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.show()
    view.set_selection(3, 9)
    view.replace_spans(["x"], [clause(0, 3)])
    view.set_evidence([(0, 3)])
    view.set_current_span("x")
    view.reveal(99)
    view.zoom_in()
    view.copy()
    view.select_all()
    assert view.selection() == (0, 0)


def test_selections_are_snapped_and_told_once(make_view: Callable[..., TextView]) -> None:
    view = make_view("حِفْظُ النصّ")
    told: list[tuple[int, int]] = []
    view.selection_changed.connect(lambda start, end: told.append((start, end)))
    view.set_selection(1, 3)
    view.set_selection(1, 3)
    assert told == [(0, 4)]
    view.set_selection(5, 2)
    assert (view.selection(), view.caret()) == ((2, 6), 2)
    view.set_selection(-5, 99)
    assert view.selection() == (0, 12)


def test_a_selection_is_revealed_at_its_start(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented * 20, 500, 300)
    view.set_selection(5000, 9000)
    box = view.character_box(5000)
    assert box is not None
    assert 0 <= box.top() < view.viewport().height()
    view.set_selection(0, 10, reveal=False)
    assert view.character_box(0) is None


def test_spans_are_found_innermost_last(make_view: Callable[..., TextView], invented: str) -> None:
    spans = [clause(0, 90, name="outer"), clause(10, 60, "subclause", "inner"), mark(20, 30, name="lead")]
    view = make_view(invented, spans=spans)
    assert [span.id for span in view.span_at(25)] == ["outer", "inner", "lead"]
    view.replace_spans(["inner"], [mark(24, 26, "reference", "date", "date")])
    assert [span.id for span in view.span_at(25)] == ["outer", "lead", "date"]
    view.replace_spans([], [clause(50, 60, name="outer")])
    assert [span.id for span in view.span_at(25)] == ["lead", "date"]


def test_replacing_spans_shows_what_setting_them_shows(
    make_view: Callable[..., TextView], invented: str, scheme: Scheme
) -> None:
    openings = ("قرار اتخذته", "[بناء", "99/187", "إن الهيئة", "إذ تستذكر", "وإذ تدرك", "1 - ", "2 - ", "الجلسة")
    spans = clauses_of(invented, *openings)
    view = make_view(invented, 600, 900, spans)
    at_once = painted(view)
    view.set_document(invented, [], scheme)
    for span in reversed(spans):
        view.replace_spans([], [span])
    assert painted(view) == at_once
    view.replace_spans([span.id for span in spans], [])
    bare = painted(view)
    view.set_document(invented, [], scheme)
    assert painted(view) == bare


def test_a_clause_is_a_paragraph_of_its_own(make_view: Callable[..., TextView], invented: str) -> None:
    spans = clauses_of(invented, "قرار اتخذته", "[بناء", "99/187", "إن الهيئة", "إذ تستذكر", "1 - ", "2 - ")
    view = make_view(invented, 900, 900, spans)
    for span in spans:
        _, row = view.page.row_of(Hit(span.start, False))
        assert row.start == span.start
        assert max(row.boxes.right) == pytest.approx(view.page.width, abs=6)


def test_another_scheme_may_change_which_layers_make_paragraphs(
    make_view: Callable[..., TextView], invented: str, scheme: Scheme
) -> None:
    view = make_view(invented, 600, 600, [clause(30, 90)])
    flat = Scheme(
        scheme.id,
        scheme.version,
        scheme.names,
        tuple(Layer(layer.id, layer.names, "free", None, layer.labels) for layer in scheme.layers),
    )
    assert len(view.page.blocks) == 3
    view.set_scheme(flat)
    assert len(view.page.blocks) == 1
    view.set_scheme(scheme)
    assert len(view.page.blocks) == 3


def test_zoom_and_font(make_view: Callable[..., TextView], invented: str, other_family: str) -> None:
    view = make_view(invented)
    told: list[int] = []
    view.font_size_changed.connect(told.append)
    first = painted(view)
    view.zoom_in()
    view.zoom_out()
    assert painted(view) == first
    for _ in range(60):
        view.zoom_in()
    assert told[-1] == LARGEST_PIXEL_SIZE
    for _ in range(90):
        view.zoom_out()
    assert told[-1] == SMALLEST_PIXEL_SIZE
    view.zoom_reset()
    assert painted(view) == first
    view.set_text_font(other_family, 31)
    assert view.page.typography.font.family() == other_family
    view.zoom_in()
    view.zoom_reset()
    assert told[-1] == 31


def test_it_follows_the_palette(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, spans=[clause(0, 60)])
    light = painted(view)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#101010"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#eeeeee"))
    view.setPalette(palette)
    dark = painted(view)
    assert QColor(dark.pixel(2, 200)) == QColor("#101010")
    assert dark != light
    view.setPalette(QPalette())


def test_it_stays_right_to_left_in_a_left_to_right_window(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented)
    view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    one = view.character_box(0)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    other = view.character_box(0)
    assert one is not None
    assert other is not None
    for box in (one, other):
        assert box.right() > view.viewport().width() * 0.6
    assert view.in_margin(view.viewport().width() - 1)


def test_very_narrow_and_very_wide(make_view: Callable[..., TextView], invented: str) -> None:
    for width, height in ((60, 40), (90, 300), (3000, 200), (500, 10)):
        view = make_view(invented, width, height, [clause(0, 60)])
        painted(view)
        view.set_selection(100, 200)
        assert view.page.width >= 80


# Faults


def walk_through(view: TextView) -> None:
    """Open, page to the end, select, hit and mark: nothing may fail, and the view stays consistent."""
    length = len(view.page.text)
    painted(view)
    bar = view.verticalScrollBar()
    for _ in range(12):
        bar.setValue(bar.value() + bar.pageStep())
        painted(view)
    bar.setValue(bar.maximum())
    painted(view)
    view.set_selection(length // 3, length // 2)
    view.replace_spans([], [clause(length // 3, length // 2, name="walk"), mark(length // 4, length // 3, name="lead")])
    painted(view)
    offset = view.offset_at(QPointF(view.viewport().width() / 2, view.viewport().height() / 2))
    assert offset == words.grapheme_start(view.page.text, offset)
    view.replace_spans(["walk", "lead"], [])
    assert (
        "".join(view.page.text[block.limits.start : block.limits.end] for block in view.page.blocks) == view.page.text
    )


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "\n",
        "ا",
        "\u064b",
        HARD * 40,
        "أ" + "\u0301" * 10_000 + " بعدها",
        "\u202e\u202b\u2067" * 200 + "نص" + "\u202c\u2069" * 200,
        "<b>نص</b> <img src='x'> &amp; " * 50,
        "".join(chr(plane * 0x10000 + 0x41) for plane in range(17)) + "\U0010fffd\U0001f9ff",
        "ب" * 9000,
        "\u200f" * 3000,
        "\x00\x01\x1b\x7f",
        "س\r\nص\r\n" * 300,
        "\ufffc\ufffd\ufeff\ud7ff\ue000",
    ],
    ids=range(14),
)
def test_hard_texts(make_view: Callable[..., TextView], text: str) -> None:
    view = make_view(text, 500, 400)
    walk_through(view)
    for row, _ in view.page.rows_meeting(0, len(text)):
        assert all(left <= right for left, right in zip(row.boxes.left, row.boxes.right, strict=True))


def test_ten_thousand_marks_on_one_letter_are_one_place(make_view: Callable[..., TextView]) -> None:
    view = make_view("أ" + "\u0301" * 10_000 + " بعدها", 500, 400)
    view.set_selection(5, 6)
    assert view.selection() == (0, 10_001)
    assert view.character_box(0) == view.character_box(10_000)


def test_a_million_characters_in_one_line_lay_out_only_what_is_seen(
    make_view: Callable[..., TextView], invented: str
) -> None:
    text = (invented * (1_000_000 // len(invented) + 1))[:1_000_000]
    view = make_view(text, 700, 500)
    assert view.page.laid_out_count() < 8
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    painted(view)
    assert view.page.laid_out_count() < 20
    view.set_selection(999_000, 999_010)
    assert view.character_box(999_005) is not None
    view.replace_spans([], [clause(500_000, 500_100)])
    assert view.page.laid_out_count() < 40


def test_two_hundred_layers_at_one_place(make_view: Callable[..., TextView], invented: str) -> None:
    spans = [clause(n, 500 - n, name=f"c{n}") for n in range(100)]
    spans += [mark(50, 90, "reference", "date", f"r{n}") for n in range(100)]
    view = make_view(invented, 500, 400, spans)
    walk_through(view)
    assert len(view.span_at(60)) == 161


class Regions(QObject):
    """Gathers which part of a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_a_page_down_moves_the_scroll_bar_along_and_paints_all_anew(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented * 40, 400, 300)
    view.set_selection(0, 0)
    view.show()
    QApplication.processEvents()
    painted_anew = Regions(view.viewport())
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        painted_anew.region = QRegion()
        position = view.page.position
        QTest.keyClick(view, key)
        QApplication.processEvents()
        assert view.page.position != position
        assert view.verticalScrollBar().value() == view.page.position
        assert painted_anew.region.contains(view.viewport().rect())
        assert painted_anew.region.boundingRect() == view.viewport().rect()
