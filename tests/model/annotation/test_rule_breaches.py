from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from model.annotation import nesting
from model.annotation.layers import OVERLAPS, Scheme, read_scheme
from model.annotation.rule_breaches import breaches
from model.annotation.values import Span
from model.refusal import Refusal

SCHEME = read_scheme()
PLACES = {"title": "clause", "operative": "clause", "subclause": "clause", "lead": "lead", "date": "reference"}


@st.composite
def cases(draw: st.DrawFn) -> tuple[Scheme, list[Span]]:
    """A few marks, and the default scheme under other rules."""
    layers = []
    for layer in SCHEME.layers:
        labels = tuple(replace(label, top=draw(st.booleans())) for label in layer.labels)
        layers.append(replace(layer, overlap=draw(st.sampled_from(OVERLAPS)), labels=labels))
    found = []
    for number in range(draw(st.integers(0, 6))):
        label = draw(st.sampled_from(sorted(PLACES)))
        start, length = draw(st.integers(0, 8)), draw(st.integers(1, 8))
        status = draw(st.sampled_from(("confirmed", "suggested", "rejected")))
        found.append(Span(str(number), "d", PLACES[label], label, start, start + length, status=status))
    return replace(SCHEME, layers=tuple(layers)), found


@given(case=cases())
@settings(max_examples=500)
def test_there_are_some_exactly_where_the_check_refuses(case: tuple[Scheme, list[Span]]) -> None:
    scheme, spans = case
    try:
        nesting.check(scheme, spans)
        refused = False
    except Refusal:
        refused = True
    # A holder that crosses another is no holder of anything: then the check of its layer has refused already.
    assert bool(breaches(scheme, spans)) == refused


def test_all_of_them_are_counted():
    spans = [Span(str(place), "d", "clause", "title", place * 10, place * 10 + 5) for place in range(4)]
    inner = [Span(f"in{place}", "d", "clause", "title", place * 10, place * 10 + 3) for place in range(3)]
    assert breaches(SCHEME, [*spans, *inner]) == {"in0", "in1", "in2"}
    assert breaches(SCHEME, spans) == set()
