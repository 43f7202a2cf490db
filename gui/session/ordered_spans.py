"""Spans in text order, kept so while some of them change: a document may have ten thousand, and a key changes few."""

from bisect import bisect_left, insort
from collections.abc import Iterable

from model.annotation.values import Span, text_order

FEW = 50  # changes that are made one by one; beyond, all is put in order anew when it is next asked for


class OrderedSpans:
    """Spans of one document, each id once."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._by_id = {span.id: span for span in spans}
        self._ordered: list[Span] | None = None

    def list(self) -> list[Span]:
        """All of them, in text order."""
        if self._ordered is None:
            self._ordered = sorted(self._by_id.values(), key=text_order)
        return self._ordered.copy()

    def update(self, gone: Iterable[str], different: Iterable[Span]) -> None:
        """Leave out those of the ids that are there, and take in spans that are new or different."""
        gone, different = list(gone), list(different)
        if len(gone) + len(different) > FEW:
            self._ordered = None
        for span_id in (*gone, *(span.id for span in different)):
            before = self._by_id.pop(span_id, None)
            if before is not None and self._ordered is not None:
                del self._ordered[bisect_left(self._ordered, text_order(before), key=text_order)]
        for span in different:
            self._by_id[span.id] = span
            if self._ordered is not None:
                insort(self._ordered, span, key=text_order)
