"""The index finds what looking at every span finds."""

import random
from dataclasses import replace

from gui.text_view.span_index import SpanIndex
from tests.gui.text_view.conftest import clause


def test_it_finds_what_looking_at_all_finds():
    chance = random.Random(3)
    index = SpanIndex()
    present = {}
    for number in range(600):
        if present and chance.random() < 0.3:
            name = chance.choice(list(present))
            assert index.remove(name) == present.pop(name)
        start = chance.randrange(40_000)
        span = clause(start, start + chance.choice([1, 20, 600, 20_000]), name=str(number % 200))
        index.add(span)
        present[span.id] = span
        low = chance.randrange(41_000)
        high = low + chance.choice([1, 100, 5000, 60_000])
        expected = sorted(
            (span for span in present.values() if span.start < high and span.end > low),
            key=lambda span: (span.start, -span.end, span.label, span.id),
        )
        assert index.meeting(low, high) == expected
        assert len(index) == len(present)


def test_rejected_and_empty_spans_are_not_kept():
    index = SpanIndex([clause(0, 5, status="rejected"), clause(3, 3)])
    assert len(index) == 0
    span = clause(0, 5)
    index.add(span)
    index.add(replace(span, status="rejected"))
    assert index.meeting(0, 9) == []


def test_the_innermost_is_last():
    index = SpanIndex([clause(0, 9, name="a"), clause(2, 5, name="b"), clause(0, 7, name="c")])
    assert [span.id for span in index.at(3)] == ["a", "c", "b"]


def test_removing_what_is_not_there_is_no_fault():
    assert SpanIndex().remove("x") is None
