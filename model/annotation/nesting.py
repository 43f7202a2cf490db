"""The rules of where spans may stand, as data of the scheme says, and what follows from containment.

Pure functions over spans in text order. Parents are never stored: containment says who they are.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from model.annotation.layers import Label, Layer, Scheme
from model.annotation.values import Span, text_order
from model.refusal import Refusal


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
    by_layer: dict[str, list[Span]] = {}
    for span in spans:
        if span.status != "rejected":
            by_layer.setdefault(span.layer, []).append(span)
    for found in by_layer.values():
        found.sort(key=text_order)
    for layer_id, found in by_layer.items():
        layer = scheme.layer(layer_id)
        if layer.overlap == "tree":
            _check_tree(scheme, found)
        elif layer.overlap == "apart":
            _check_apart(layer, found)
        else:
            _check_free(found)
        if layer.within is not None:
            _check_within(layer, found, by_layer.get(layer.within, []))


def check_limits(start: int, end: int, length: int) -> None:
    """Refuse limits that are empty or reach outside a text of ``length`` code points."""
    if start >= end:
        raise Refusal("Nothing is selected: a mark needs at least one character.")
    if start < 0 or end > length:
        raise Refusal(
            "The limits {start}–{end} lie outside the text ({length} characters).", start=start, end=end, length=length
        )


def _check_tree(scheme: Scheme, spans: Sequence[Span]) -> None:
    around: list[Span] = []
    for span in spans:
        while around and around[-1].end <= span.start:
            around.pop()
        parent = around[-1] if around else None
        if parent is not None and parent.limits == span.limits:
            raise Refusal(
                "Two marks of one layer cannot have the same limits: “{label}” stands there already.",
                label=parent.label,
            )
        if parent is not None and span.end > parent.end:
            raise Refusal(
                "Marks of this layer must not cross: “{label}” and “{other}” would overlap in part.",
                label=span.label,
                other=parent.label,
            )
        _check_place(scheme.label(span.label), parent)
        around.append(span)


def _check_place(label: Label, parent: Span | None) -> None:
    if parent is None:
        if not label.top:
            raise Refusal("“{label}” cannot stand by itself; it belongs inside another mark.", label=label.id)
    elif parent.label not in label.inside:
        raise Refusal("“{label}” cannot stand inside “{parent}”.", label=label.id, parent=parent.label)


def _check_apart(layer: Layer, spans: Sequence[Span]) -> None:
    for one, other in pairwise(spans):
        if other.start < one.end:
            raise Refusal("Marks of the layer “{layer}” must not overlap.", layer=layer.id)


def _check_free(spans: Sequence[Span]) -> None:
    seen: set[tuple[str, int, int]] = set()
    for span in spans:
        key = (span.label, span.start, span.end)
        if key in seen:
            raise Refusal("“{label}” is marked there already.", label=span.label)
        seen.add(key)


def _check_within(layer: Layer, spans: Sequence[Span], outer: Sequence[Span]) -> None:
    taken: set[str] = set()
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
        if holder is None:
            raise Refusal(
                "“{label}” must lie inside a mark of the layer “{layer}”.", label=span.label, layer=layer.within
            )
        begun_inside = outer[place] if place < len(outer) and outer[place].start < span.end else None
        cutting = holder if holder.end < span.end else begun_inside
        if cutting is not None:
            raise Refusal("“{label}” would be cut by the limit of “{other}”.", label=span.label, other=cutting.label)
        if holder.id in taken:
            raise Refusal("“{parent}” has its “{label}” already.", parent=holder.label, label=span.label)
        taken.add(holder.id)
