"""All spans that break a rule of the scheme, where ``nesting.check`` refuses the first: for rules about to change."""

from collections.abc import Iterable, Iterator, Sequence

from model.annotation.layers import Scheme
from model.annotation.values import Span, text_order


def breaches(scheme: Scheme, spans: Iterable[Span]) -> set[str]:
    """Ids of the spans of one document that break a rule; none exactly where ``nesting.check`` is content.

    Of two that get in each other's way it is the later one in text order. Rejected proposals are left out.
    """
    by_layer: dict[str, list[Span]] = {}
    for span in sorted((span for span in spans if span.status != "rejected"), key=text_order):
        by_layer.setdefault(span.layer, []).append(span)
    found: set[str] = set()
    for layer_id, own in by_layer.items():
        layer = scheme.layer(layer_id)
        rule = {"tree": _in_tree, "apart": _apart, "free": _free}[layer.overlap]
        found |= {span.id for span in rule(scheme, own)}
        if layer.within is not None:
            found |= {span.id for span in _within(own, by_layer.get(layer.within, []))}
    return found


def _in_tree(scheme: Scheme, spans: Sequence[Span]) -> Iterator[Span]:
    labels = {label.id: label for label in scheme.labels()}
    around: list[Span] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        parent = around[-1] if around else None
        label = labels[span.label]
        if parent is None:
            misplaced = not label.top
        elif parent.limits == span.limits or span.end > parent.end:
            yield span
            continue
        else:
            misplaced = parent.label not in label.inside
        if misplaced:
            yield span
        around.append(span)


def _apart(_: Scheme, spans: Sequence[Span]) -> Iterator[Span]:
    reached = 0
    for span in spans:
        if span.start < reached:
            yield span
        reached = max(reached, span.end)


def _free(_: Scheme, spans: Sequence[Span]) -> Iterator[Span]:
    seen: set[tuple[str, int, int]] = set()
    for span in spans:
        key = (span.label, span.start, span.end)
        if key in seen:
            yield span
        seen.add(key)


def _within(spans: Sequence[Span], outer: Sequence[Span]) -> Iterator[Span]:
    taken: set[str] = set()
    for span, holder, cut in holders(spans, outer):
        if holder is None or cut or holder.id in taken:
            yield span
        else:
            taken.add(holder.id)


def holders(spans: Sequence[Span], outer: Sequence[Span]) -> Iterator[tuple[Span, Span | None, bool]]:
    """Each span with the innermost of ``outer`` in which it begins, and whether a limit of ``outer`` cuts it.

    Both are in text order, and ``outer`` are spans of another layer, none crossing.
    """
    around: list[Span] = []
    place = 0
    for span in spans:
        while place < len(outer) and outer[place].start <= span.start:
            while around and around[-1].end <= outer[place].start:
                around.pop()
            around.append(outer[place])
            place += 1
        while around and around[-1].end <= span.start:
            around.pop()
        holder = around[-1] if around else None
        begun_inside = place < len(outer) and outer[place].start < span.end
        yield span, holder, begun_inside or (holder is not None and holder.end < span.end)
