"""Which limits of a proposal are unsure.

A segmenter gives one chance for a clause: that start, end and label are all right. A limit that a sure mark has too, or
that touches one, is as sure as that one; what is unsure then is the other limit, or the label.
"""

from gui.text_view.span_index import SpanIndex
from model.annotation.values import Span, is_unsure

REACH = 4  # code points of white space between two clauses that touch


def unsure_limits(span: Span, spans: SpanIndex, text: str, below: float) -> tuple[bool, bool]:
    """Whether start and end are unsure, for proposals whose chance is below this."""
    if not is_unsure(span, below):
        return False, False

    def sure(start: int, end: int) -> list[Span]:
        near = spans.meeting(max(0, start), end)
        return [other for other in near if other.layer == span.layer and not is_unsure(other, below)]

    start, end = span.limits
    start_is_sure = any(
        other.start == start or (other.end <= start and not text[other.end : start].strip())
        for other in sure(start - REACH, start + 1)
    )
    end_is_sure = any(
        other.end == end or (other.start >= end and not text[end : other.start].strip())
        for other in sure(end - 1, end + REACH)
    )
    return not start_is_sure, not end_is_sure
