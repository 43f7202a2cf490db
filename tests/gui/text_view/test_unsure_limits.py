import pytest

from gui.text_view.span_index import SpanIndex
from gui.text_view.unsure_limits import unsure_limits
from model.annotation.values import Origin, Span, Status, is_unsure

TEXT = "واحد اثنان ثلاثة أربعة"
BELOW = 0.8


def span(start: int, end: int, chance: float | None, layer: str = "clause", status: Status = "suggested") -> Span:
    origin = Origin("model", "w", chance)
    return Span(f"{layer} {start} {end}", "d", layer, "preambular", start, end, status=status, origin=origin)


FIRST, SECOND, THIRD = (0, 4), (5, 10), (11, 16)


def found(about: Span, *others: Span) -> tuple[bool, bool]:
    return unsure_limits(about, SpanIndex([about, *others]), TEXT, BELOW)


@pytest.mark.parametrize(
    "chance, status, unsure",
    [
        (0.79, "suggested", True),
        (0.8, "suggested", False),
        (None, "suggested", False),
        (0.1, "confirmed", False),
    ],
)
def test_a_proposal_with_a_small_chance_is_unsure(chance, status, unsure):
    about = span(*SECOND, chance, status=status)
    assert is_unsure(about, BELOW) == unsure
    assert found(about) == (unsure, unsure)


def test_a_limit_beside_a_sure_clause_is_as_sure_as_that():
    about = span(*SECOND, 0.5)
    assert found(about, span(*FIRST, 0.9)) == (False, True)
    assert found(about, span(*THIRD, 0.9)) == (True, False)
    assert found(about, span(*FIRST, 0.9), span(*THIRD, 0.9)) == (False, False)
    assert found(about, span(*FIRST, 0.5), span(*THIRD, 0.5)) == (True, True)
    assert found(about, span(*FIRST, None, status="confirmed")) == (False, True)


def test_a_limit_that_a_sure_clause_has_too_is_sure():
    about = span(*SECOND, 0.5)
    assert found(about, span(5, 16, 0.9)) == (False, True)
    assert found(about, span(0, 10, 0.9)) == (True, False)


def test_what_does_not_touch_or_is_of_another_layer_says_nothing():
    about = span(*SECOND, 0.5)
    assert found(about, span(0, 3, 0.9)) == (True, True)  # a letter stands between
    assert found(about, span(12, 16, 0.9)) == (True, True)
    assert found(about, span(*FIRST, 0.9, layer="lead")) == (True, True)
    assert found(about, span(0, 16, 0.9)) == (True, True)
