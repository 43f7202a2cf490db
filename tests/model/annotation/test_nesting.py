from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.annotation import nesting
from model.annotation.layers import OVERLAPS, Scheme, read_scheme
from model.annotation.values import Span
from model.errors import UserError

SCHEME = read_scheme()
PLACES = {"title": "clause", "operative": "clause", "subclause": "clause", "lead": "lead", "date": "reference"}


@st.composite
def cases(draw: st.DrawFn) -> tuple[Scheme, list[Span]]:
    """A few marks, and the default scheme under other rules."""
    layers = []
    for layer in SCHEME.layers:
        others = st.lists(st.sampled_from([label.id for label in layer.labels]), max_size=3, unique=True)
        labels = tuple(replace(label, top=draw(st.booleans()), inside=tuple(draw(others))) for label in layer.labels)
        layers.append(replace(layer, overlap=draw(st.sampled_from(OVERLAPS)), labels=labels))
    found = []
    for number in range(draw(st.integers(0, 6))):
        label = draw(st.sampled_from(sorted(PLACES)))
        start, length = draw(st.integers(0, 8)), draw(st.integers(1, 8))
        status = draw(st.sampled_from(("confirmed", "suggested", "rejected")))
        found.append(Span(str(number), "d", PLACES[label], label, start, start + length, status=status))
    return replace(SCHEME, layers=tuple(layers)), found


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def placed(scheme: Scheme, span: Span, others: list[Span]) -> bool:
    """Whether a span of a nested layer may stand where it does, by looking at all others."""
    around = [other for other in others if other.contains(span)]
    if any(overlap(span, other) and not other.contains(span) and not span.contains(other) for other in others):
        return False
    if any(other.limits == span.limits for other in others):
        return False
    label = scheme.label(span.label)
    parent = min(around, key=lambda other: other.end - other.start, default=None)
    return label.top if parent is None else parent.label in label.inside


def holder(span: Span, outer: list[Span]) -> Span | None:
    """The innermost clause around a span; None where a limit of one cuts it, or none is there."""
    if any(overlap(span, other) and not other.contains(span) for other in outer):
        return None
    return min(
        (other for other in outer if other.contains(span)), key=lambda other: other.end - other.start, default=None
    )


def kept(scheme: Scheme, spans: list[Span]) -> bool:
    """Whether all rules are kept, in the simplest words."""
    for layer in scheme.layers:
        own = [span for span in spans if span.layer == layer.id and span.status != "rejected"]
        pairs = [(one, other) for one in own for other in own if one is not other]
        if layer.overlap == "tree" and not all(placed(scheme, one, [o for o in own if o is not one]) for one in own):
            return False
        if layer.overlap == "apart" and any(overlap(one, other) for one, other in pairs):
            return False
        if layer.overlap == "free" and any((a.label, a.limits) == (b.label, b.limits) for a, b in pairs):
            return False
        if layer.within is not None:
            outer = [span for span in spans if span.layer == layer.within and span.status != "rejected"]
            found = [holder(span, outer) for span in own]
            if None in found or len({each.id for each in found if each is not None}) < len(found):
                return False
    return True


@given(case=cases())
@settings(max_examples=1000)
def test_the_rules_are_those_in_the_simplest_words(case: tuple[Scheme, list[Span]]) -> None:
    scheme, spans = case
    # Where clauses may cross, which of them is the innermost around a phrase has no answer.
    assume(scheme.layer("clause").overlap != "free")
    assert (breaking(scheme, spans) == set()) == kept(scheme, spans)
    if kept(scheme, spans):
        nesting.check(scheme, spans)
    else:
        with pytest.raises(UserError):
            nesting.check(scheme, spans)


def breaking(scheme: Scheme, spans: list[Span]) -> set[str]:
    return {span.id for span, _ in nesting.breaches(scheme, spans)}


def test_all_of_them_are_counted():
    spans = [Span(str(place), "d", "clause", "title", place * 10, place * 10 + 5) for place in range(4)]
    inner = [Span(f"in{place}", "d", "clause", "title", place * 10, place * 10 + 3) for place in range(3)]
    assert breaking(SCHEME, [*spans, *inner]) == {"in0", "in1", "in2"}
    assert breaking(SCHEME, spans) == set()
