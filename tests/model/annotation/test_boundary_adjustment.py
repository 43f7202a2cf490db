"""What becomes of the marks beside one that is moved. How it is written is tested with ``edges``."""

from dataclasses import replace

import pytest

from model.annotation.boundary_adjustment import (
    NONE,
    BoundaryAdjustment,
    Wish,
    begun_again,
    ended_again,
    is_numbered,
    room,
)
from model.annotation.layers import read_scheme
from model.annotation.values import Span
from tests.model.conftest import TEXT, place

SCHEME = read_scheme()


def mark(part: str, label: str, *, confirmed: bool = False) -> Span:
    start, end = place(part)
    status = "confirmed" if confirmed else "suggested"
    return Span(f"{label} {start} {end}", "d", SCHEME.label(label).layer, label, start, end, status=status)


FIRST = mark("إذ تشير إلى أهمية المكتبات،", "preambular")
SECOND = mark("وإذ تلاحظ حاجتها،", "preambular")
SECOND_LEAD = mark("وإذ تلاحظ", "lead")
ONE = mark(TEXT[TEXT.index("1 - تطلب") : TEXT.index(" 2 - تقرر")], "operative")
A = mark("(أ) فتح المكتبات؛", "subclause")
B = mark(TEXT[TEXT.index("(ب)") : TEXT.index(" 2 - تقرر")], "subclause")
MONEY, BOOKS = mark("’1‘ المال؛", "subclause"), mark("’2‘ الكتب؛", "subclause")
TWO = mark("2 - تقرر مواصلة النظر.", "operative")
ALL = [FIRST, SECOND, SECOND_LEAD, ONE, A, B, MONEY, BOOKS, TWO]


def found(span: Span, start: int, end: int, *confirmed: Span, spans: list[Span] = ALL, **more) -> BoundaryAdjustment:
    there = [replace(each, status="confirmed") if each in confirmed else each for each in spans]
    return room(SCHEME, TEXT, there, Wish(span, start, end, **more))


def quotes(found: BoundaryAdjustment) -> list[str]:
    return [TEXT[start:end] for start, end in found.limits.values()]


def test_nothing_is_to_be_done_where_nothing_is_reached() -> None:
    assert found(FIRST, FIRST.start + 3, FIRST.end) == NONE == BoundaryAdjustment()


def test_one_beside_it_is_cut_and_its_leading_phrase_is_loose() -> None:
    made = found(FIRST, FIRST.start, SECOND.start + len("وإذ"))
    assert (quotes(made), made.loose, made.gone) == (["تلاحظ حاجتها،"], (SECOND_LEAD.id,), ())
    assert found(FIRST, FIRST.start, SECOND.start + len("وإذ"), SECOND_LEAD).loose == ()  # the rules forbid it then


def test_a_proposal_of_which_no_word_is_left_goes_and_a_confirmed_mark_forbids_it() -> None:
    made = found(FIRST, FIRST.start, SECOND.end - 1)  # only a comma would be left
    assert (made.limits, made.gone, made.loose) == ({}, (SECOND.id,), (SECOND_LEAD.id,))
    lost = found(FIRST, FIRST.start, SECOND.end, SECOND).lost
    assert lost is not None and lost.id == SECOND.id


def test_a_firm_mark_stays_and_proposals_give_way() -> None:
    assert found(FIRST, FIRST.start, SECOND.start + 3, SECOND, firm=True) == NONE
    assert quotes(found(FIRST, FIRST.start, SECOND.start + 3, firm=True)) == ["تلاحظ حاجتها،"]


def test_what_holds_it_grows() -> None:
    made = found(B, B.start, TWO.start + len("2 - تقرر"))
    assert made.limits[ONE.id] == (ONE.start, TWO.start + len("2 - تقرر"))
    assert quotes(made)[1:] == ["مواصلة النظر."]


def test_items_that_are_reached_stay_in_it_where_they_may_stand() -> None:
    made = found(SECOND, SECOND.start, TWO.start - 1)  # a recital over a whole paragraph, whose items it may hold
    assert (made.limits, made.gone) == ({}, (ONE.id,))
    made = found(A, A.start, TWO.start - 1)  # an item over the next one, which is none of its own
    assert made.gone == (B.id,)


def test_what_is_left_outside_stays_where_it_may_stand() -> None:
    made = found(ONE, ONE.start, B.start - 1)
    assert made == NONE
    other = mark("’2‘ الكتب؛", "paragraph")
    made = found(ONE, ONE.start, BOOKS.start - 1, spans=[ONE, B, other])
    assert made.gone == ()
    inner = replace(SCHEME.label("paragraph"), top=False)
    layers = tuple(
        replace(layer, labels=tuple(inner if label.id == inner.id else label for label in layer.labels))
        for layer in SCHEME.layers
    )
    wish = Wish(ONE, ONE.start, BOOKS.start - 1)
    assert room(replace(SCHEME, layers=layers), TEXT, [ONE, other], wish).gone == (other.id,)


def test_one_that_is_cut_to_the_limits_of_one_in_it_goes() -> None:
    made = found(SECOND, SECOND.start, B.start - 1)
    assert made.gone == (ONE.id,)
    assert ONE.id not in made.limits


def test_what_replaces_another_makes_no_room_in_it() -> None:
    made = found(B, B.start, TWO.end, instead=[TWO.id], firm=True)
    assert made.limits == {ONE.id: (ONE.start, TWO.end)}


def test_what_adjoins_follows_a_limit_that_moves_away() -> None:
    end = FIRST.start + len("إذ تشير إلى أهمية")
    assert found(FIRST, FIRST.start, end) == NONE
    assert quotes(found(FIRST, FIRST.start, end, closing=True)) == ["المكتبات، وإذ تلاحظ حاجتها،"]
    assert quotes(found(SECOND, SECOND.start + len("وإذ "), SECOND.end, closing=True)) == [
        "إذ تشير إلى أهمية المكتبات، وإذ"
    ]
    assert found(FIRST, FIRST.start, end, SECOND, closing=True) == NONE


@pytest.mark.parametrize("span", [SECOND, B, MONEY])
def test_what_opens_with_its_number_or_is_no_sibling_does_not_follow(span: Span) -> None:
    end = TEXT.rindex(" ", span.start, span.end)
    assert found(span, span.start, end, closing=True).limits.keys() <= {BOOKS.id}
    assert BOOKS.id not in found(span, span.start, end, closing=True).limits or span is B


def test_a_number_that_is_left_out_is_no_part_of_what_stands_before() -> None:
    assert found(TWO, TWO.start + len("2 - "), TWO.end, closing=True) == NONE


def test_where_what_adjoins_begins_and_ends_again() -> None:
    text = "إذ تشير إلى كذا، وإذ"
    assert begun_again(text, 11, 16) == 12
    assert begun_again(text, 15, 16) is None  # only the stop comes free
    assert begun_again(text, 16, 11) is None
    assert ended_again(text, 3, 8) == 7
    assert ended_again("1 - تقرر", 0, 4) is None
    assert (is_numbered("1 - تقرر", 0), is_numbered("تقرر", 0)) == (True, False)
