"""Which spans meet a stretch of text, found without looking at the others."""

from collections import defaultdict
from collections.abc import Iterable

from model.annotation.values import Span, text_order

BUCKET = 512  # code points
LONG = 16  # buckets: a longer span is kept apart, so that adding one never touches many buckets


class SpanIndex:
    """Spans by the buckets of text that they meet. Adding, removing and asking cost the same whatever the number of
    spans.

    Rejected spans and empty ones are not kept: neither is shown.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._by_id: dict[str, Span] = {}
        self._buckets: defaultdict[int, dict[str, Span]] = defaultdict(dict)
        self._long: dict[str, Span] = {}
        for span in spans:
            self.add(span)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self):
        return iter(self._by_id.values())

    def get(self, span_id: str) -> Span | None:
        """The span of that id, if it is here."""
        return self._by_id.get(span_id)

    def add(self, span: Span) -> None:
        """Add a span; one of the same id is replaced."""
        if span.id in self._by_id:
            self.remove(span.id)
        if span.status == "rejected" or span.end <= span.start:
            return
        self._by_id[span.id] = span
        first, last = span.start // BUCKET, (span.end - 1) // BUCKET
        if last - first > LONG:
            self._long[span.id] = span
        else:
            for number in range(first, last + 1):
                self._buckets[number][span.id] = span

    def remove(self, span_id: str) -> Span | None:
        """Take a span out, and give it; None where it is not here."""
        span = self._by_id.pop(span_id, None)
        if span is None or self._long.pop(span_id, None) is not None:
            return span
        for number in range(span.start // BUCKET, (span.end - 1) // BUCKET + 1):
            bucket = self._buckets[number]
            del bucket[span_id]
            if not bucket:
                del self._buckets[number]
        return span

    def meeting(self, start: int, end: int) -> list[Span]:
        """The spans that share at least one code point with ``start`` to ``end``, in text order."""
        if end <= start or not self._by_id:
            return []
        found: dict[str, Span] = {}
        numbers = range(start // BUCKET, (end - 1) // BUCKET + 1)
        if len(numbers) > len(self._buckets):
            numbers = [number for number in self._buckets if number in numbers]
        for number in numbers:
            found.update(self._buckets.get(number, ()))
        found.update(self._long)
        return sorted((span for span in found.values() if span.start < end and span.end > start), key=text_order)

    def at(self, offset: int) -> list[Span]:
        """The spans that hold the code point at ``offset``; in each layer the innermost is last."""
        return self.meeting(offset, offset + 1)
