"""What is painted, pixel by pixel: fills in exactly their boxes, lanes below letters, no slits, no clipped marks."""

import random
from collections.abc import Callable
from dataclasses import replace
from math import ceil

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.text_view.display import DisplayOptions
from gui.text_view.handles import EdgeHandles
from gui.text_view.painting import Lanes, Shown, TextPainter, arranged_in_lanes
from gui.text_view.view import TextView
from model.annotation.layers import Scheme
from tests.gui.text_view.conftest import clause, mark, painted


def differing_columns(one: QImage, other: QImage, top: int, bottom: int) -> set[int]:
    """x of every pixel column in which two images differ between two y."""
    return {
        x for x in range(one.width()) if any(one.pixel(x, y) != other.pixel(x, y) for y in range(max(0, top), bottom))
    }


def boxes_columns(view: TextView, start: int, end: int, row) -> set[int]:
    """x of every pixel column whose middle lies in the box of a character of a range on a row."""
    columns: set[int] = set()
    for offset in range(max(start, row.start), min(end, row.end)):
        left, right = row.boxes.box(offset)
        columns.update(range(ceil(left + view.column_left - 0.5), ceil(right + view.column_left - 0.5)))
    return columns


@pytest.mark.parametrize(
    "options",
    [
        DisplayOptions(),
        DisplayOptions(as_stored=True, show_hidden=True, mend_brackets=False),
        DisplayOptions(as_stored=True, line_spacing=1.7),
        DisplayOptions(show_hidden=True, line_spacing=0.8, reading_width=0),
    ],
)
def test_a_painted_selection_covers_exactly_the_boxes_of_its_characters(
    make_view: Callable[..., TextView],
    invented: str,
    hard: str,
    options: DisplayOptions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(8)
    text = invented + hard
    view = make_view(text, 420, 700, options=options)
    monkeypatch.setattr(EdgeHandles, "grips", lambda _: [])  # which are painted over the selection's ends
    view.clearFocus()
    bare = painted(view)
    for _ in range(25):
        start = chance.randrange(len(text))
        end = min(len(text), start + chance.randrange(1, 90))
        view.set_selection(start, end, reveal=False)
        start, end = view.selection()
        image = painted(view)
        for row, top in view.page.rows_meeting(0, len(text)):
            if top + row.height <= image.height():
                expected = boxes_columns(view, start, end, row)
                assert differing_columns(bare, image, top, top + row.height) == expected


def test_the_rectangles_of_a_thousand_ranges_cover_exactly_their_boxes(
    make_view: Callable[..., TextView], invented: str, hard: str
) -> None:
    chance = random.Random(9)
    text = hard + invented
    view = make_view(text, 450, 1500)
    rows = list(view.page.rows_meeting(0, len(text)))
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for ratio in (1.0, 1.25, 1.5, 2.0):
        shown = Shown(view.page.spans, view._shown.theme, view._lanes)
        drawing = TextPainter(painter, view.page.typography, view.column_left, ratio, shown)
        for _ in range(250):
            start, end = sorted((chance.randrange(len(text)), chance.randrange(len(text) + 1)))
            for row, top in rows:
                columns: set[int] = set()
                for rectangle in drawing.rectangles(row, top, start, end):
                    columns.update(range(round(rectangle.left() * ratio), round(rectangle.right() * ratio)))
                expected: set[int] = set()
                for offset in range(max(start, row.start), min(end, row.end)):
                    left, right = ((edge + view.column_left) * ratio - 0.5 for edge in row.boxes.box(offset))
                    expected.update(range(ceil(left), ceil(right)))
                assert columns == expected
    painter.end()


def test_neighbouring_fills_leave_no_slit_and_rows_of_a_clause_none_between_them(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented, 420, 600, [clause(0, len(invented) - 1)])
    image = painted(view)
    fill = view._shown.theme.of_label("operative").fill
    x = view.column_left + view.page.width - 3
    first, last = view.character_box(0), list(view.page.rows_meeting(0, len(invented)))[-2][1]
    assert first is not None
    ground = view._shown.theme.ground
    assert all(QColor(image.pixel(x, y)) != ground for y in range(int(first.top()), min(last, image.height())))
    assert QColor(image.pixel(x, int(first.top()) + 1)) == fill


def test_the_blank_between_two_sub_clauses_shows_no_stub_of_their_parent(make_view: Callable[..., TextView]) -> None:
    text = "تطلب: (أ) كتابا؛ (ب) قلما؛"
    view = make_view(text, 700, 300, [clause(0, 26), clause(6, 16, "subclause"), clause(17, 26, "subclause")])
    box = view.character_box(16)
    assert box is not None
    assert text[16] == " "
    assert QColor(painted(view).pixel(int(box.center().x()), int(box.center().y()))) == view._shown.theme.ground


def test_marks_above_and_below_letters_are_not_clipped(make_view: Callable[..., TextView]) -> None:
    """The ink of a row between two others is the ink it has alone."""
    line = "وَحِفْظُ إِلَّا لَأَكَّدَ ججج ععع "
    alone = make_view(line, 900, 300)
    among = make_view("ممم\n" + line + "\nممم", 900, 300)
    one, other = painted(alone), painted(among)
    row, top = next(iter(alone.page.rows_meeting(0, 1)))
    _, other_top = next(iter(among.page.rows_meeting(4, 5)))
    left = alone.column_left
    for y in range(-3, row.height + 3):
        for x in range(left, left + alone.page.width):
            assert one.pixel(x, top + y) == other.pixel(x, other_top + y) or y < 0 or y >= row.height


def test_every_layer_is_seen_where_three_overlap(make_view: Callable[..., TextView], invented: str) -> None:
    spans = [
        clause(0, 60, name="c"),
        mark(5, 40, name="l"),
        mark(10, 30, "reference", "date", "d"),
        mark(12, 20, "reference", "symbol", "s"),
    ]
    view = make_view(invented, 900, 300, spans)
    theme = view._shown.theme
    box = view.character_box(16)
    assert box is not None
    image = painted(view)
    seen = {
        QColor(image.pixel(x, y)).name()
        for x in range(int(box.left()) - 6, int(box.right()) + 6)
        for y in range(int(box.top()), int(box.bottom()))
    }
    assert theme.of_label("operative").fill.name() in seen
    assert {theme.of_label(label).bar.name() for label in ("lead", "date", "symbol")} <= seen


def test_overlapping_spans_of_a_layer_take_free_lanes(scheme: Scheme) -> None:
    lanes = Lanes.of(scheme)
    assert (lanes.trees, lanes.lane, lanes.count) == ({"clause"}, {"lead": 0, "reference": 1}, 3)
    spans = [
        mark(0, 9),
        mark(0, 5, "reference", "date"),
        mark(2, 4, "reference", "symbol"),
        mark(5, 8, "reference", "date"),
        mark(6, 7, "reference", "symbol"),
        mark(6, 7, "reference", "footnote"),
    ]
    assert [lane for _, lane in arranged_in_lanes(spans, lanes)] == [0, 1, 2, 1, 2, 1]


def test_of_layers_whose_spans_nest_the_first_is_filled_and_makes_paragraphs_and_others_are_underlined(
    make_view: Callable[..., TextView], invented: str, scheme: Scheme
) -> None:
    clauses = scheme.layers[0]
    second = replace(
        clauses,
        id="parts",
        labels=tuple(replace(label, id=f"part-{label.id}", layer="parts") for label in clauses.labels),
    )
    with_two = replace(scheme, layers=(*scheme.layers, second))
    lanes = Lanes.of(with_two)
    assert (lanes.paragraphs, lanes.trees) == ({"clause"}, {"clause", "parts"})
    assert set(lanes.lane) == {"lead", "reference", "parts"}
    spans = [clause(0, 160), mark(20, 60, "parts", "part-adoption"), mark(30, 50, "parts", "part-heading")]
    view = make_view(invented, 700, 400)
    view.set_document(invented, spans[:1], with_two)
    plain, blocks = painted(view), len(view.page.blocks)
    view.replace_spans([], spans[1:])
    assert len(view.page.blocks) == blocks
    image = painted(view)
    (row, top), fill = next(iter(view.page.rows_meeting(25, 26))), view._shown.theme.of_label("operative").fill
    middle = top + row.height // 2
    assert differing_columns(plain, image, top, middle) & boxes_columns(view, 0, 160, row) == set()
    assert image.pixelColor(round(view.column_left + row.boxes.box(22)[0]), top + 1) == fill
    below = {x for x in differing_columns(plain, image, middle, top + row.height) if x < view._repaint.margin_left}
    assert below == boxes_columns(view, 20, 60, row)  # lines in lanes of their own, one below the other where they nest
    marks = view._margin.marks(view.page, view.page.placed(), view._lanes)
    assert {mark.span.layer for mark in marks} == {"clause", "parts"}
    assert len({mark.lane for mark in marks}) == 3


def test_the_labels_of_a_layer_have_strokes_of_their_own(scheme: Scheme) -> None:
    reference = scheme.layer("reference")
    names = [f"label-{number}" for number in range(7)]
    many = replace(reference, labels=tuple(replace(reference.labels[0], id=name) for name in names))
    dashes = Lanes.of(replace(scheme, layers=(many,))).dashes
    assert len({tuple(dashes[name]) for name in names}) == 7


def test_without_a_scheme_there_are_no_lanes() -> None:
    assert (Lanes.of(None).count, Lanes.of(None).trees) == (0, frozenset())


@pytest.mark.parametrize("what", ["evidence", "current", "suggested"])
def test_evidence_the_current_span_and_proposals_are_told_apart(
    make_view: Callable[..., TextView], invented: str, what: str
) -> None:
    plain = make_view(invented, 700, 300, [clause(0, 60, name="c")])
    other = make_view(
        invented, 700, 300, [clause(0, 60, name="c", status="suggested" if what == "suggested" else "confirmed")]
    )
    if what == "evidence":
        other.set_evidence([(10, 30)])
    elif what == "current":
        other.set_current_span("c")
    assert painted(plain) != painted(other)
    other.set_evidence([])
    other.set_current_span(None)
    assert (painted(plain) == painted(other)) == (what != "suggested")


def test_the_caret_stands_at_its_letters_edge(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 700, 300)
    view.setFocus()
    view.set_selection(7, 7)
    with_caret = painted(view)
    view._blink.shown = False
    columns = differing_columns(painted(view), with_caret, 3, 60)
    box = view.character_box(7)
    assert box is not None
    assert columns
    assert abs((min(columns) + max(columns) + 1) / 2 - box.right()) <= 1
    assert len(columns) == 2
