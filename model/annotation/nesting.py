"""The rules of where spans may stand, as data of the scheme says, and what follows from containment.

Pure functions over spans in text order. Parents are never stored: containment says who they are.
"""

from collections.abc import Iterable, Iterator, Sequence

from model.annotation.layers import Label, Layer, Scheme
from model.annotation.values import Span, text_order
from model.errors import UserError


def parents(spans: Iterable[Span]) -> dict[str, Span | None]:
    """The innermost span that contains each one, by id; spans of one ``tree`` layer, none crossing."""
    found: dict[str, Span | None] = {}
    around: list[Span] = []
    for span in sorted(spans, key=text_order):
        while around and around[-1].end <= span.start:
            around.pop()
        found[span.id] = around[-1] if around else None
        around.append(span)
    return found


def ancestors(span: Span, parent_of: dict[str, Span | None]) -> list[Span]:
    """The spans around one, innermost first."""
    found: list[Span] = []
    parent = parent_of.get(span.id)
    while parent is not None:
        found.append(parent)
        parent = parent_of.get(parent.id)
    return found


def is_item(label: Label) -> bool:
    """Whether spans of a label are items of lists: they are numbered, and nest in each other."""
    return label.numbered and label.id in label.inside


def depth_of(label: Label, around: Sequence[Span]) -> int:
    """How deep a span of ``label`` stands with these spans around it.

    Items of lists (``is_item``: sub-clauses) count the items around them and start at 1, so
    that ``(أ)`` is 1 and ``’1‘`` in it 2; everything else counts whatever is around it (conventions of the corpus).
    """
    if is_item(label):
        return 1 + sum(1 for other in around if other.label == label.id)
    return len(around)


def check(scheme: Scheme, spans: Iterable[Span]) -> None:
    """Refuse the first broken rule among these spans of one document (rejected proposals are left out).

    Give all spans that meet the stretch in question, whatever their layer.
    """
    for _, refusal in breaches(scheme, spans):
        raise refusal


def breaches(scheme: Scheme, spans: Iterable[Span]) -> Iterator[tuple[Span, UserError]]:
    """Every span of one document that breaks a rule, with what is said of it; rejected proposals are left out.

    Of two that get in each other's way it is the later one in text order. One that breaks two rules comes twice.
    """
    by_layer: dict[str, list[Span]] = {}
    for span in spans:
        if span.status != "rejected":
            by_layer.setdefault(span.layer, []).append(span)
    for found in by_layer.values():
        found.sort(key=text_order)
    for layer_id, found in by_layer.items():
        layer = scheme.layer(layer_id)
        if layer.overlap == "tree":
            yield from _in_tree(scheme, found)
        elif layer.overlap == "apart":
            yield from _apart(layer, found)
        else:
            yield from _free(found)
        if layer.within is not None:
            yield from _within(layer, found, by_layer.get(layer.within, []))


def check_limits(start: int, end: int, length: int) -> None:
    """Refuse limits that are empty or reach outside a text of ``length`` code points."""
    if start >= end:
        raise UserError("Nothing is selected: a mark needs at least one character.")
    if start < 0 or end > length:
        raise UserError(
            "The limits {start}–{end} lie outside the text ({length} characters).", start=start, end=end, length=length
        )


def _in_tree(scheme: Scheme, spans: Sequence[Span]) -> Iterator[tuple[Span, UserError]]:
    labels = {label.id: label for label in scheme.labels()}
    around: list[Span] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        parent = around[-1] if around else None
        if parent is not None and parent.limits == span.limits:
            yield (
                span,
                UserError(
                    "Two marks of one layer cannot have the same limits: “{label}” stands there already.",
                    label=parent.label,
                ),
            )
            continue
        if parent is not None and span.end > parent.end:
            yield (
                span,
                UserError(
                    "Marks of this layer must not cross: “{label}” and “{other}” would overlap in part.",
                    label=span.label,
                    other=parent.label,
                ),
            )
            continue
        misplaced = _misplaced(labels[span.label], parent)
        if misplaced is not None:
            yield span, misplaced
        around.append(span)


def _misplaced(label: Label, parent: Span | None) -> UserError | None:
    if parent is None:
        if not label.top:
            return UserError("“{label}” cannot stand by itself; it belongs inside another mark.", label=label.id)
    elif parent.label not in label.inside:
        return UserError("“{label}” cannot stand inside “{parent}”.", label=label.id, parent=parent.label)
    return None


def _apart(layer: Layer, spans: Sequence[Span]) -> Iterator[tuple[Span, UserError]]:
    reached = 0
    for span in spans:
        if span.start < reached:
            yield span, UserError("Marks of the layer “{layer}” must not overlap.", layer=layer.id)
        reached = max(reached, span.end)


def _free(spans: Sequence[Span]) -> Iterator[tuple[Span, UserError]]:
    seen: set[tuple[str, int, int]] = set()
    for span in spans:
        key = (span.label, span.start, span.end)
        if key in seen:
            yield span, UserError("“{label}” is marked there already.", label=span.label)
        seen.add(key)


def _within(layer: Layer, spans: Sequence[Span], outer: Sequence[Span]) -> Iterator[tuple[Span, UserError]]:
    taken: set[str] = set()
    for span, holder, cutting in holders(spans, outer):
        if holder is None:
            yield (
                span,
                UserError(
                    "“{label}” must lie inside a mark of the layer “{layer}”.", label=span.label, layer=layer.within
                ),
            )
        elif cutting is not None:
            yield (
                span,
                UserError("“{label}” would be cut by the limit of “{other}”.", label=span.label, other=cutting.label),
            )
        elif holder.id in taken:
            yield span, UserError("“{parent}” has its “{label}” already.", parent=holder.label, label=span.label)
        else:
            taken.add(holder.id)


def holders(spans: Sequence[Span], outer: Sequence[Span]) -> Iterator[tuple[Span, Span | None, Span | None]]:
    """Each span with the innermost of ``outer`` in which it begins, and one of ``outer`` whose limit cuts it, if any.

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
        begun_inside = outer[place] if place < len(outer) and outer[place].start < span.end else None
        yield span, holder, holder if holder is not None and holder.end < span.end else begun_inside
