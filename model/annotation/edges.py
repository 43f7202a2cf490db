"""Moving an edge of a mark where others stand in its way: what stands beside it gives way, what holds it grows.

A limit between two clauses is one place to an annotator, though each of the two stores it for itself. All offsets are
half-open code points.
"""

from model.annotation import spans
from model.annotation.boundary_adjustment import NONE, REACH, BoundaryAdjustment, Wish, room
from model.annotation.layers import Scheme
from model.annotation.scheme_rows import load_scheme
from model.annotation.span_rows import get, standing
from model.annotation.values import Span
from model.errors import UserError
from model.storage.journal import Writing


def move(writing: Writing, span_id: str, start: int, end: int, *, firm: bool = False, closing: bool = False) -> Span:
    """Give a mark other limits. Where its layer does not let marks cross, others make room within the same operation.

    A mark beside it that would be cut begins or ends at the new limit; one that holds it grows with it; one inside it
    of the same layer is cut back to its new limits. Refused where a confirmed one would have nothing left, and where a
    rule forbids what would come out; then nothing is changed. Clauses that hold others keep these: a limit moved into
    a list of items cuts the list's last or first item, not the whole of it.

    A proposal of which no word would be left is rejected, and the leading phrase of one that does not fit any more
    taken away. ``firm`` and ``closing`` are those of ``Wish``.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    made = _room(writing, scheme, Wish(span, start, end, firm=firm, closing=closing))
    return spans.set_limits(writing, span_id, start, end, made)


def merge(writing: Writing, span_id: str, next_id: str) -> Span:
    """As ``spans.merge``; proposals around the two make room for the whole, as for a mark that is moved."""
    scheme = load_scheme(writing.tables)
    found = (get(writing.tables, each) for each in (span_id, next_id))
    first, second = sorted(found, key=lambda span: span.start)
    made = NONE
    if first.layer == second.layer and first.document == second.document and first.end <= second.start:
        made = _room(writing, scheme, Wish(first, first.start, second.end, instead=(second.id,), firm=True))
    return spans.merge(writing, span_id, next_id, made)


def _room(writing: Writing, scheme: Scheme, wish: Wish) -> BoundaryAdjustment:
    """The room for other limits of a mark among the rows of its document."""
    span, text = wish.span, spans.kept_text(writing.tables, wish.span.document)
    if scheme.layer(span.layer).overlap == "free" or not 0 <= wish.start < wish.end <= len(text):
        return NONE
    layers = [span.layer, *(layer.id for layer in scheme.layers_within(span.layer))]
    start, end = min(wish.start, span.start), max(wish.end, span.end)
    near = standing(writing.tables, span.document, layers, max(0, start - REACH), end + REACH)
    made = room(scheme, text, near, wish)
    if made.lost is not None:
        raise UserError("Nothing would be left of “{label}”.", label=made.lost.label)
    return made
