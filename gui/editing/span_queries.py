"""The marks of the document shown, asked by place: which one is worked on, which hold it, which stand beside it.

Nothing here changes a mark or the selection. All offsets are half-open code points.
"""

from bisect import bisect_left

from gui.session.session import Session
from gui.text_view.view import TextView
from model.annotation import unmarked_text
from model.annotation.layers import Layer
from model.annotation.values import Span, text_order
from model.text import words


class Marks:
    """The marks as the text view has them."""

    def __init__(self, session: Session, view: TextView) -> None:
        self._session = session
        self._view = view

    def get(self, span_id: str | None) -> Span | None:
        """The mark of that id, or nothing where it is gone."""
        return None if span_id is None else self._view.page.spans.get(span_id)

    def layer_of(self, label_id: str) -> Layer:
        """The layer of a label; a project must be open."""
        assert self._session.project is not None
        scheme = self._session.project.scheme
        return scheme.layer(scheme.label(label_id).layer)

    def tree(self) -> str | None:
        """The id of the layer of clauses; None while no document is shown."""
        if self._session.project is None or self._session.document is None:
            return None
        clauses = self._session.project.scheme.clauses
        return None if clauses is None else clauses.id

    def meeting(self, layer: str) -> unmarked_text.Meeting:
        """Gives the marks of a layer that share a code point with a range."""
        spans = self._view.page.spans
        return lambda start, end: [span for span in spans.meeting(start, end) if span.layer == layer]

    def of_layer(self, layer: str) -> list[Span]:
        """All marks of a layer in text order."""
        return sorted((span for span in self._view.page.spans if span.layer == layer), key=text_order)

    def within(self, outer: Span) -> list[Span]:
        """All marks that lie within another one, whatever their layer, without it, in text order."""
        there = self._view.page.spans.meeting(*outer.limits)
        return sorted((span for span in there if span.id != outer.id and outer.contains(span)), key=text_order)

    def innermost(self, offset: int, layer: str | None) -> Span | None:
        """The innermost mark, of a layer or any, that holds the character behind the caret, or else the one before."""
        for place in (offset, offset - 1):
            found = (
                [span for span in self._view.span_at(place) if layer is None or span.layer == layer]
                if place >= 0
                else []
            )
            if found:
                return min(found, key=unmarked_text.length)
        return None

    def exactly(self, start: int, end: int, layer: str) -> Span | None:
        """The mark of a layer with exactly these limits."""
        return next((span for span in self.meeting(layer)(start, end) if span.limits == (start, end)), None)

    def with_limits(self, start: int, end: int, layer: Layer | None) -> Span | None:
        """The mark with exactly these limits, white space at the edges aside."""
        start, end = words.trim(self._session.text, start, end)
        for span in self._view.span_at(start):
            if span.limits == (start, end) and (layer is None or span.layer == layer.id):
                return span
        return None

    def next_open(self, after: Span | None = None, *, least: int = 0, forward: bool = True) -> Span | None:
        """The next clause after a mark, or before it, that is a proposal; ``least`` is where it must begin at the
        earliest. A leading phrase counts as one where its clause is none any more.
        """
        spans = self._session.suggested
        if after is not None:
            place = bisect_left(spans, text_order(after), key=text_order)
            spans = spans[place:] if forward else spans[:place]
        after_id = None if after is None else after.id
        for span in spans if forward else reversed(spans):
            if span.start >= least and span.id != after_id and self.is_of_clauses(span) and self.is_open(span):
                return span
        return None

    def is_of_clauses(self, span: Span) -> bool:
        """Whether a mark is a clause, or one that must lie in a clause."""
        tree = self.tree()
        return tree is not None and (span.layer == tree or self.layer_of(span.label).within == tree)

    def is_open(self, span: Span) -> bool:
        """Whether a mark is a proposal that is to be judged by itself."""
        if span.status != "suggested":
            return False
        within = self.layer_of(span.label).within
        holder = None if within is None else unmarked_text.holder_of(self.meeting(within), span)
        return holder is None or holder.status != "suggested"

    def most_like(self, start: int, end: int) -> Span | None:
        """The mark that has most in common with a range, of whatever layer; of two alike the shorter one."""
        there = self._view.page.spans.meeting(start, end)
        return max(there, key=lambda each: _likeness(each, start, end), default=None)

    def is_holder(self, span: Span, clause: Span) -> bool:
        """Whether a clause is the innermost one around a mark of another layer."""
        holder = unmarked_text.holder_of(self.meeting(clause.layer), span)
        return holder is not None and holder.id == clause.id


def _likeness(span: Span, start: int, end: int) -> tuple[float, int]:
    """How much of a mark and a range is common to both (0 to 1); of two alike the shorter mark is more."""
    common = min(span.end, end) - max(span.start, start)
    return common / (max(span.end, end) - min(span.start, start)), -unmarked_text.length(span)
