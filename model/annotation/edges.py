"""Moving an edge of a mark where others stand in its way: what stands beside it gives way, what holds it grows.

A limit between two clauses is one place to an annotator, though each of the two stores it for itself. All offsets are
half-open code points of the document's text.
"""

from model.annotation import spans
from model.annotation.scheme_rows import load_scheme
from model.annotation.span_rows import get, standing
from model.annotation.values import Span
from model.refusal import Refusal
from model.storage.journal import Writing


def move(writing: Writing, span_id: str, start: int, end: int) -> Span:
    """Give a mark other limits. Where its layer does not let marks cross, others make room within the same operation.

    A mark beside it that would be cut begins or ends at the new limit; one that holds it grows with it; one inside it
    of the same layer is cut back to its new limits. Refused where one of them would have nothing left, and where a
    rule forbids what would come out; then nothing is changed. Clauses that hold others keep these: a limit moved into
    a list of items cuts the list's last or first item, not the whole of it.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    if scheme.layer(span.layer).overlap == "free":
        return spans.set_limits(writing, span_id, start, end)
    window = (min(start, span.start), max(end, span.end))
    others = [other for other in standing(writing.tables, span.document, (span.layer,), *window) if other.id != span.id]
    others.sort(key=lambda other: other.end - other.start)
    # Each step must keep the rules: the inner ones are cut before the outer ones, and the outer ones grow first.
    for other in others:
        if not other.contains(span):
            _give_way(writing, span, other, start, end)
    for other in reversed(others):
        if other.contains(span):
            _hold(writing, other, start, end)
    return spans.set_limits(writing, span_id, start, end)


def _give_way(writing: Writing, span: Span, other: Span, start: int, end: int) -> None:
    """Cut another mark back to the side of the new limits on which it stands."""
    low, high = other.limits
    if span.contains(other):
        low, high = max(low, start), min(high, end)
    elif other.start >= span.end:
        low = max(low, end)
    elif other.end <= span.start:
        high = min(high, start)
    if (low, high) == other.limits:
        return
    if low >= high:
        raise Refusal("Nothing would be left of “{label}”.", label=other.label)
    spans.set_limits(writing, other.id, low, high)


def _hold(writing: Writing, holder: Span, start: int, end: int) -> None:
    """Lengthen a mark so that it goes on holding the one inside it."""
    low, high = min(holder.start, start), max(holder.end, end)
    if (low, high) != holder.limits:
        spans.set_limits(writing, holder.id, low, high)
