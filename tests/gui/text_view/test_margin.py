"""The margin: which clauses have a bracket and a name there, where, and how wide it is."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from gui.text_view.display import DisplayOptions
from gui.text_view.margin import MOST_BRACKETS, WIDEST_SHARE, Margin
from gui.text_view.painting import Lanes
from gui.text_view.view import TextView
from model.annotation.layers import Scheme
from tests.gui.text_view.conftest import clause, mark, painted


@pytest.fixture
def margin(scheme: Scheme, qapp) -> Margin:
    result = Margin()
    result.measure(900, scheme, "ar", qapp.font(), 20)
    return result


def test_brackets_nest_and_names_stand_where_clauses_begin(
    make_view: Callable[..., TextView], scheme: Scheme, margin: Margin, invented: str
) -> None:
    spans = [
        clause(0, 300, name="outer", number="1"),
        clause(100, 200, "subclause", "first"),
        clause(100, 150, "subclause", "inner"),
        clause(310, 400, name="next"),
        mark(5, 9),
    ]
    view = make_view(invented, 500, 900, spans)
    marks = {mark.span.id: mark for mark in margin.marks(view.page, view.page.placed(), Lanes.of(scheme))}
    assert list(marks) == ["outer", "first", "inner", "next"]
    assert [marks[name].lane for name in marks] == [0, 1, 2, 0]
    assert marks["outer"].top <= marks["first"].top == marks["inner"].top
    assert marks["outer"].bottom >= marks["first"].bottom > marks["inner"].bottom
    assert marks["inner"].name_top >= marks["first"].name_top + marks["first"].name_height
    assert marks["outer"].bottom < marks["next"].top
    box = view.character_box(100)
    assert box is not None
    assert marks["first"].top == box.top()
    assert margin.span_at(list(marks.values()), marks["inner"].name_top + 1) == spans[2]
    assert margin.span_at(list(marks.values()), marks["next"].bottom + 500) is None


def test_names_never_overlap(make_view: Callable[..., TextView], scheme: Scheme, margin: Margin, invented: str) -> None:
    spans = [clause(start, end, name=f"{start}-{end}") for start in range(0, 40, 10) for end in (400, 300, 60, 45, 42)]
    view = make_view(invented, 500, 700, spans)
    marks = margin.marks(view.page, view.page.placed(), Lanes.of(scheme))
    shown = [mark for mark in marks if mark.name_height]
    assert len(shown) > 4
    for one, other in pairwise(shown):
        assert one.name_top + one.name_height <= other.name_top
    assert max(mark.lane for mark in marks) == MOST_BRACKETS - 1


def test_a_clause_that_began_above_still_has_its_name(
    make_view: Callable[..., TextView], scheme: Scheme, margin: Margin, invented: str
) -> None:
    view = make_view(invented * 8, 400, 300, [clause(0, len(invented) * 8 - 1)])
    view.verticalScrollBar().setValue(600)
    (found,) = margin.marks(view.page, view.page.placed(), Lanes.of(scheme))
    assert (found.name_top, found.ends_here) == (2, False)
    assert found.top < 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_its_width_is_that_of_the_longest_name_within_its_share(scheme: Scheme, qapp, language: str) -> None:
    margin = Margin()
    widths = []
    for viewport in (200, 500, 900, 1400, 3000):
        margin.measure(viewport, scheme, language, qapp.font(), 20)
        widths.append(margin.width)
        assert margin.width <= max(24, viewport * WIDEST_SHARE)
    assert widths == sorted(widths)
    assert widths[-1] == widths[-2]


def test_a_name_may_take_lines_and_the_number_one_of_its_own(scheme: Scheme, qapp) -> None:
    margin = Margin()
    margin.measure(3000, scheme, "en", qapp.font(), 20)
    assert margin._name_lines(clause(0, 1, number="12"), 3).lines == ("Operative paragraph",)
    margin.measure(480, scheme, "en", qapp.font(), 20)
    name = margin._name_lines(clause(0, 1, number="12"), 3)
    assert name.lines == ("Operative", "paragraph")
    assert name.count in (2, 3)
    assert margin._name_lines(clause(0, 1, number="12"), 1).count == 1
    assert margin._name_lines(clause(0, 1, number="12"), 0).count == 0


def test_names_are_never_rich_text_and_unknown_labels_are_named_by_their_id(
    make_view: Callable[..., TextView], invented: str
) -> None:
    view = make_view(invented, 700, 400, [clause(0, 99, "<b>unknown</b>", "x")])
    image = painted(view)
    left = view.viewport().width() - 130
    colours = {QColor(image.pixel(x, y)).name() for x in range(left, image.width()) for y in range(5, 40)}
    assert len(colours) > 3


def test_the_language_of_names_can_be_changed(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 900, 400, [clause(0, 200)])
    arabic = painted(view)
    view.set_language("en")
    assert painted(view) != arabic
    view.set_language("ar")
    assert painted(view) == arabic


def test_as_stored_brackets_run_from_row_to_row_and_names_stand_where_clauses_begin(
    make_view: Callable[..., TextView], scheme: Scheme, margin: Margin, invented: str
) -> None:
    spans = [clause(0, 150, name="first"), clause(151, 400, "preambular", "second"), clause(152, 170, "table", "third")]
    view = make_view(invented, 500, 900, spans, options=DisplayOptions(as_stored=True))
    assert len(view.page.blocks) == 1
    for found in margin.marks(view.page, view.page.placed(), Lanes.of(scheme)):
        first, last = view.character_box(found.span.start), view.character_box(found.span.end - 1)
        assert first is not None
        assert last is not None
        assert (found.top, found.bottom) == (first.top(), last.bottom())
        assert found.name_top >= found.top
    marks = margin.marks(view.page, view.page.placed(), Lanes.of(scheme))
    assert marks[0].bottom > marks[1].top  # they share a row, so their brackets stand beside each other
    assert [found.lane for found in marks] == [0, 1, 2]


def test_a_bracket_begins_at_the_first_letter_and_ends_at_the_last(
    make_view: Callable[..., TextView], scheme: Scheme, margin: Margin
) -> None:
    text = "أولا،" + " " * 60 + "ثانيا؛ " + " " * 60 + "ثالثا."
    spans = [clause(5, 80, name="blanks around"), clause(120, 139, name="last")]
    view = make_view(text, 300, 400, spans)
    marks = margin.marks(view.page, view.page.placed(), Lanes.of(scheme))
    box = view.character_box(65)
    assert box is not None
    assert (marks[0].top, marks[0].bottom) == (box.top(), box.bottom())
