"""Spans that stay in order while they change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from gui.session.ordered_spans import FEW, OrderedSpans
from model.annotation.values import Span, text_order

SPANS = st.builds(
    lambda name, start, length, label: Span(name, "d", "clause", label, start, start + length),
    st.sampled_from("abcdefgh"),
    st.integers(0, 9),
    st.integers(1, 9),
    st.sampled_from(["title", "operative"]),
)


@given(
    st.lists(SPANS, max_size=8), st.lists(st.tuples(st.lists(st.sampled_from("abcdefgh")), st.lists(SPANS)), max_size=5)
)
def test_they_are_in_text_order_whatever_changes(first, changes):
    known = {span.id: span for span in first}
    ordered = OrderedSpans(first)
    for gone, different in changes:
        for span_id in gone:
            known.pop(span_id, None)
        different = list({span.id: span for span in different}.values())
        known.update((span.id, span) for span in different)
        ordered.update(gone, different)
        assert ordered.list() == sorted(known.values(), key=text_order)


def test_many_changes_are_put_in_order_at_once():
    spans = [Span(f"{place}", "d", "clause", "title", place, place + 1) for place in range(3 * FEW)]
    ordered = OrderedSpans(spans)
    moved = [replace(span, start=span.start + 500, end=span.end + 500) for span in spans[: 2 * FEW]]
    ordered.update([spans[-1].id], moved)
    assert ordered.list() == [*spans[2 * FEW : -1], *moved]


def test_what_is_given_is_nobodys_to_change():
    ordered = OrderedSpans([Span("a", "d", "clause", "title", 0, 1)])
    ordered.list().clear()
    assert len(ordered.list()) == 1
