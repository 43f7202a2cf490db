"""What belongs to a proposal among the marks of a document: what is written, moved, or judged along with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from model.annotation import nesting
from model.annotation.boundary_adjustment import Wish, room
from model.annotation.layers import Scheme
from model.annotation.values import Span, text_order
from model.proposals.proposals import Adoption, around, is_proposal


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person says one thing of: proposals in memory, and rows that are proposals (ids)."""

    document: str
    proposals: tuple[Span, ...]
    rows: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.proposals) + len(self.rows)


def adoption(
    scheme: Scheme,
    spans: Sequence[Span],
    span: Span,
    beside: Sequence[Span] = (),
    limits: tuple[int, int] | None = None,
) -> Adoption:
    """A mark as acts take it, with what must be written along; ``beside``: proposals that the act moves with it, which
    it will have ``limits`` after.
    """
    start, end = limits or span.limits
    if is_proposal(span.id):
        proposed = [each for each in spans if is_proposal(each.id)]
        needed = {each.id: each for each in (*around(scheme, proposed, span.label, *span.limits), *beside)}
        own = leads_of(scheme, spans, span)
        leads = tuple(each for each in own if is_proposal(each.id) and start <= each.start and each.end <= end)
    else:
        needed, leads = {each.id: each for each in beside}, ()
    needed.pop(span.id, None)
    return Adoption(span, leads, tuple(sorted(needed.values(), key=text_order)))


def leads_of(scheme: Scheme, spans: Sequence[Span], clause: Span) -> list[Span]:
    """The marks that must lie in clauses and lie in this one itself."""
    layers = {layer.id for layer in scheme.layers_within(clause.layer)}
    near = [span for span in spans if span.start < clause.end and span.end > clause.start]
    outer = [span for span in near if span.layer == clause.layer]
    inner = [span for span in near if span.layer in layers]
    return [lead for lead, holder, _ in nesting.holders(inner, outer) if holder is not None and holder.id == clause.id]


def given_way(scheme: Scheme, text: str, spans: Iterable[Span], wish: Wish) -> list[Span]:
    """The proposals among all marks that other limits of one move too (see ``model.annotation.boundary_adjustment``).

    One of which no word would be left is not among them: it makes way for good.
    """
    found = list(spans)
    limits = room(scheme, text, found, wish).limits
    return [each for each in found if each.id in limits and each.status == "suggested"]


def whole(scheme: Scheme, spans: Sequence[Span], span: Span) -> list[Span]:
    """A mark with all that is confirmed along with it: what lies in it of its layer, and the leading phrases of all."""
    inside = [each for each in spans if each.layer == span.layer and span.contains(each)]
    layers = {layer.id for layer in scheme.layers_within(span.layer)}
    return [*inside, *(each for each in spans if each.layer in layers and span.contains(each))]


def judged(document: str, spans: Iterable[Span]) -> Judged:
    """Those of some marks that are proposals, to be judged together."""
    open_ones = {span.id: span for span in spans if span.status == "suggested"}.values()
    return Judged(
        document,
        tuple(span for span in open_ones if is_proposal(span.id)),
        tuple(span.id for span in open_ones if not is_proposal(span.id)),
    )
