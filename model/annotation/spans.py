"""Marking: every way in which spans change, with its rules. All offsets are half-open code points of the document's
text.

Each function writes through a ``Writing`` and then has the rules checked over the stretch that it touched, so that a
refusal leaves nothing behind: the operation that it stands in is rolled back.
"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from model.annotation import nesting
from model.annotation.boundary_adjustment import NONE, BoundaryAdjustment
from model.annotation.layers import Label, Scheme
from model.annotation.scheme_rows import load_scheme
from model.annotation.span_rows import get, insert, insert_feature, remove, standing, to_row
from model.annotation.values import MANUAL, Origin, Span, Status
from model.errors import UserError
from model.storage.journal import Writing
from model.storage.tables import Tables
from model.text import numbering, words

Ancestry = Mapping[str, tuple[str, ...]]


def mark(
    writing: Writing,
    document: str,
    label: str,
    start: int,
    end: int,
    *,
    number: str | None = None,
    depth: int | None = None,
    features: Sequence[tuple[str, str]] = (),
    status: Status = "confirmed",
    origin: Origin = MANUAL,
) -> Span:
    """Mark ``start`` to ``end`` (without white space at its edges) with a label.

    Number and depth are read off the text and the place where they are not given.
    """
    scheme = load_scheme(writing.tables)
    kind = scheme.label(label)
    text = kept_text(writing.tables, document)
    nesting.check_limits(start, end, len(text))
    start, end = words.trim(text, start, end)
    nesting.check_limits(start, end, len(text))
    if number is None:
        number = _number(kind, text, start, end)
    span = Span(
        id=str(uuid.uuid4()),
        document=document,
        layer=kind.layer,
        label=label,
        start=start,
        end=end,
        number=number,
        depth=depth or 0,
        status=status,
        annotator=writing.annotator,
        created=writing.time,
        modified=writing.time,
        origin=origin,
        features=tuple(sorted(features)),
    )
    insert(writing, span)
    _settle(writing, scheme, span.layer, document, (start, end), span, keep=() if depth is None else {span.id})
    return get(writing.tables, span.id)


def relabel(writing: Writing, span_id: str, label: str) -> Span:
    """Give a span another label of its layer; its number and depth follow the new label."""
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    kind = scheme.label(label)
    if kind.layer != span.layer:
        raise UserError("“{label}” belongs to another layer than “{other}”.", label=label, other=span.label)
    number = _number(kind, kept_text(writing.tables, span.document), span.start, span.end)
    before = _ancestry(writing.tables, span.document, span.layer, *span.limits)
    inside = {
        other.id
        for other in standing(writing.tables, span.document, (span.layer,), *span.limits)
        if span.contains(other)
    }
    writing.update("span", span_id, label=label, number=number, modified=writing.time)
    _settle(writing, scheme, span.layer, span.document, span.limits, before, renew={span_id, *inside})
    return get(writing.tables, span_id)


def set_limits(writing: Writing, span_id: str, start: int, end: int, beside: BoundaryAdjustment = NONE) -> Span:
    """Move one edge or both; white space at the edges is left out. A moved proposal keeps the limits it was proposed
    with. ``beside``: what becomes of others in the same step.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    text = kept_text(writing.tables, span.document)
    nesting.check_limits(start, end, len(text))
    start, end = words.trim(text, start, end)
    nesting.check_limits(start, end, len(text))
    window = _window(writing.tables, beside, min(start, span.start), max(end, span.end))
    before = _ancestry(writing.tables, span.document, span.layer, *window)
    _make(writing, scheme, beside, text)
    _move(writing, span, scheme.label(span.label), start, end, text)
    _settle(writing, scheme, span.layer, span.document, window, before)
    return get(writing.tables, span_id)


def split(writing: Writing, span_id: str, offset: int) -> tuple[Span, Span]:
    """Cut a span in two at ``offset``; white space around the cut belongs to neither.

    The first part keeps the id, the second takes label and features. What lies inside goes with the part that it lies
    in; a mark that the cut would go through refuses it.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    text = kept_text(writing.tables, span.document)
    if not span.start < offset < span.end:
        raise UserError("The place to split at must lie inside the mark.")
    _, first_end = words.trim(text, span.start, offset)
    second_start, _ = words.trim(text, offset, span.end)
    if first_end <= span.start or second_start >= span.end:
        raise UserError("The place to split at must lie inside the mark.")
    before = _ancestry(writing.tables, span.document, span.layer, *span.limits)
    kind = scheme.label(span.label)
    _move(writing, span, kind, span.start, first_end, text)
    second = Span(
        id=str(uuid.uuid4()),
        document=span.document,
        layer=span.layer,
        label=span.label,
        start=second_start,
        end=span.end,
        number=_number(kind, text, second_start, span.end),
        status=span.status,
        annotator=writing.annotator,
        created=writing.time,
        modified=writing.time,
        origin=span.origin,
        confirmed_by=span.confirmed_by,
        proposed=_proposed(span, second_start, span.end),
        features=span.features,
    )
    insert(writing, second)
    _settle(writing, scheme, span.layer, span.document, span.limits, before)
    return get(writing.tables, span_id), get(writing.tables, second.id)


def merge(writing: Writing, span_id: str, next_id: str, beside: BoundaryAdjustment = NONE) -> Span:
    """Join two neighbours of one layer into the first, which keeps its label, number, features and note.

    They must stand side by side with nothing of their layer between them. What lay inside the second now lies inside
    the first; where a layer allows one span in each (leads), the second's is deleted if the first has one. A second one
    that was proposed is kept as rejected: when the first goes, it must not be proposed again. ``beside``: what becomes
    of others in the same step.
    """
    scheme = load_scheme(writing.tables)
    first, second = sorted((get(writing.tables, span_id), get(writing.tables, next_id)), key=lambda span: span.start)
    if (
        first.id == second.id
        or first.document != second.document
        or first.layer != second.layer
        or second.start < first.end
    ):
        raise UserError("Only two marks of one layer that stand side by side can be merged.")
    between = standing(writing.tables, first.document, (first.layer,), first.end, second.start)
    if any(first.end <= other.start and other.end <= second.start for other in between):
        raise UserError("Another mark stands between the two.")
    window = _window(writing.tables, beside, first.start, second.end)
    text = kept_text(writing.tables, first.document)
    before = _ancestry(writing.tables, first.document, first.layer, *window)
    _make(writing, scheme, beside, text)
    for layer in scheme.layers:
        if layer.within == first.layer and _own(writing.tables, layer.id, first):
            for inner in _own(writing.tables, layer.id, second):
                remove(writing, inner.id)
    if was_proposed(second):
        writing.update("span", second.id, status="rejected", modified=writing.time)
    else:
        remove(writing, second.id)
    joined = replace(first, note="\n".join(part for part in (first.note, second.note) if part))
    if "confirmed" in (first.status, second.status) and first.status != "confirmed":
        # A confirmed mark must not become a proposal again: whoever joins the two confirms the whole.
        joined = replace(joined, status="confirmed", confirmed_by=writing.annotator)
    writing.update("span", first.id, **to_row(replace(joined, modified=writing.time)))
    _move(writing, joined, scheme.label(first.label), first.start, second.end, text)
    _settle(writing, scheme, first.layer, first.document, window, before)
    return get(writing.tables, first.id)


def nest(writing: Writing, span_id: str, label: str | None = None) -> Span:
    """Put a span into the neighbour before it, which is lengthened to hold it.

    It keeps its label where that may stand there, or takes ``label``, or the first label of the layer that may.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    around = _around(writing.tables, span)
    parent_of = nesting.parents(around)
    siblings = [other for other in around if other.end <= span.start and parent_of[other.id] == parent_of[span.id]]
    if not siblings:
        raise UserError("There is no mark before this one that could hold it.")
    holder = siblings[-1]
    wanted = label or span.label
    if holder.label not in scheme.label(wanted).inside:
        wanted = next((kind.id for kind in scheme.layer(span.layer).labels if holder.label in kind.inside), wanted)
    before = _ancestry(writing.tables, span.document, span.layer, holder.start, span.end)
    _move(writing, holder, scheme.label(holder.label), holder.start, span.end, kept_text(writing.tables, span.document))
    if wanted != span.label:
        number = _number(scheme.label(wanted), kept_text(writing.tables, span.document), span.start, span.end)
        writing.update("span", span_id, label=wanted, number=number, modified=writing.time)
    _settle(writing, scheme, span.layer, span.document, (holder.start, span.end), before, renew={span_id})
    return get(writing.tables, span_id)


def unnest(writing: Writing, span_id: str, label: str | None = None) -> Span:
    """Take a span out of the one that holds it, which is shortened to end before it (so it must be the last in there).

    It keeps its label where that may stand outside, or takes ``label``, or the holder's label.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    around = _around(writing.tables, span)
    parent_of = nesting.parents(around)
    holder = parent_of[span.id]
    if holder is None:
        raise UserError("This mark stands in no other.")
    text = kept_text(writing.tables, span.document)
    rest_start, rest_end = words.trim(text, span.end, holder.end)
    if rest_start < rest_end:
        raise UserError("Only the last mark inside another can be taken out of it.")
    _, end = words.trim(text, holder.start, span.start)
    nesting.check_limits(holder.start, end, len(text))
    outer = parent_of[holder.id]
    wanted = label or span.label
    kind = scheme.label(wanted)
    fits = kind.top if outer is None else outer.label in kind.inside
    if not fits or (label is None and kind.numbered and wanted in kind.inside and outer is None):
        wanted = holder.label  # an item of a list that leaves it becomes what held the list
    before = _ancestry(writing.tables, span.document, span.layer, *holder.limits)
    _move(writing, holder, scheme.label(holder.label), holder.start, end, text)
    if wanted != span.label:
        number = _number(scheme.label(wanted), text, span.start, span.end)
        writing.update("span", span_id, label=wanted, number=number, modified=writing.time)
    _settle(writing, scheme, span.layer, span.document, holder.limits, before, renew={span_id})
    return get(writing.tables, span_id)


def delete(writing: Writing, span_id: str, *, children: bool = False) -> None:
    """Delete a span; with ``children`` all of its layer inside it too, else they move up (and must be allowed there).

    Spans of layers that must lie within this one (leads) go with it where nothing else may hold them.
    """
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    before = _ancestry(writing.tables, span.document, span.layer, *span.limits)
    doomed = [span]
    if children and scheme.layer(span.layer).overlap == "tree":
        doomed = [
            other
            for other in standing(writing.tables, span.document, (span.layer,), *span.limits)
            if span.contains(other)
        ]
    for layer in scheme.layers:
        if layer.within == span.layer:
            for holder in doomed:
                for inner in _own(writing.tables, layer.id, holder):
                    remove(writing, inner.id)
    for other in doomed:
        remove(writing, other.id)
    _settle(writing, scheme, span.layer, span.document, span.limits, before)


def set_number(writing: Writing, span_id: str, number: str | None) -> Span:
    """Correct the number that was read off the text; an empty one is none."""
    writing.update("span", span_id, number=number or None, modified=writing.time)
    return get(writing.tables, span_id)


def set_note(writing: Writing, span_id: str, note: str) -> Span:
    """Write the annotator's note on a span."""
    writing.update("span", span_id, note=note, modified=writing.time)
    return get(writing.tables, span_id)


def set_features(writing: Writing, span_id: str, features: Mapping[str, str]) -> Span:
    """Replace a span's features by these (name to value)."""
    span = get(writing.tables, span_id)
    if dict(span.features) == dict(features):
        return span
    stored = {str(row["name"]): row for row in writing.tables.features_of(span_id)}
    for name, row in stored.items():
        if name not in features:
            writing.delete("feature", str(row["id"]))
        elif row["value"] != features[name]:
            writing.update("feature", str(row["id"]), value=features[name])
    for name in sorted(features.keys() - stored.keys()):
        insert_feature(writing, span, name, features[name])
    writing.update("span", span_id, modified=writing.time)
    return get(writing.tables, span_id)


def set_status(writing: Writing, span_id: str, status: Status) -> Span:
    """Confirm or reject a proposal; its origin stays, with who confirmed it."""
    scheme = load_scheme(writing.tables)
    span = get(writing.tables, span_id)
    before = _ancestry(writing.tables, span.document, span.layer, *span.limits)
    confirmed_by = writing.annotator if status == "confirmed" and span.origin.kind == "model" else span.confirmed_by
    writing.update("span", span_id, status=status, confirmed_by=confirmed_by, modified=writing.time)
    _settle(writing, scheme, span.layer, span.document, span.limits, before)
    return get(writing.tables, span_id)


def was_proposed(span: Span) -> bool:
    """Whether a span was put forward, so that it is kept as rejected where a person takes it away."""
    return span.origin.kind == "model" or span.status == "suggested"


def kept_text(tables: Tables, document: str) -> str:
    """The text of a document; refuses one that is not there."""
    row = tables.row("document", document)
    if row is None:
        raise UserError("That document is no longer there.")
    return tables.kept_text(str(row["text_sha256"]))


def _number(kind: Label, text: str, start: int, end: int) -> str | None:
    return numbering.number_of(text[start:end]).number if kind.numbered else None


def _ancestry(tables: Tables, document: str, layer: str, start: int, end: int) -> Ancestry:
    """Who stands around whom among the spans that meet a range: ids from the innermost outward, by id."""
    return _ancestry_among(standing(tables, document, (layer,), start, end))


def _ancestry_among(spans: Collection[Span]) -> dict[str, tuple[str, ...]]:
    parent_of = nesting.parents(spans)
    return {span.id: tuple(other.id for other in nesting.ancestors(span, parent_of)) for span in spans}


def _around(tables: Tables, span: Span) -> list[Span]:
    """The spans of this one's layer in the whole document, in text order."""
    return standing(tables, span.document, (span.layer,), 0, 2**62)


def _own(tables: Tables, layer: str, holder: Span) -> list[Span]:
    """The spans of a dependent layer that lie in ``holder`` and in nothing of its layer inside it."""
    inner = [
        other
        for other in standing(tables, holder.document, (holder.layer,), *holder.limits)
        if other.id != holder.id and holder.contains(other)
    ]
    found = [span for span in standing(tables, holder.document, (layer,), *holder.limits) if holder.contains(span)]
    return [span for span in found if not any(other.contains(span) for other in inner)]


def _move(writing: Writing, span: Span, kind: Label, start: int, end: int, text: str) -> None:
    """Write new limits; a number that was read off the text is read again, a proposal's own limits are kept."""
    moved = replace(span, start=start, end=end)
    if span.number == _number(kind, text, span.start, span.end):
        moved = replace(moved, number=_number(kind, text, start, end))
    moved = replace(moved, proposed=_proposed(span, start, end))
    if moved != span:
        writing.update("span", span.id, **to_row(replace(moved, modified=writing.time)))


def _window(tables: Tables, beside: BoundaryAdjustment, start: int, end: int) -> tuple[int, int]:
    """A stretch widened to all that is changed beside it."""
    limits = [*beside.limits.values(), *(get(tables, span_id).limits for span_id in (*beside.limits, *beside.gone))]
    return min(start, *(low for low, _ in limits), start), max(end, *(high for _, high in limits), end)


def _make(writing: Writing, scheme: Scheme, beside: BoundaryAdjustment, text: str) -> None:
    """Write what becomes of others, without looking at the rules."""
    for span_id in beside.loose:  # not judged: it is proposed again where it fits again
        remove(writing, span_id)
    for span_id in beside.gone:
        writing.update("span", span_id, status="rejected", modified=writing.time)
    for span_id, limits in beside.limits.items():
        span = get(writing.tables, span_id)
        _move(writing, span, scheme.label(span.label), *limits, text)


def _proposed(span: Span, start: int, end: int) -> tuple[int, int] | None:
    """The limits that a proposal was made with, once it has others."""
    corrected = span.origin.kind == "model" and span.limits != (start, end)
    return span.limits if corrected and span.proposed is None else span.proposed


def _settle(
    writing: Writing,
    scheme: Scheme,
    layer: str,
    document: str,
    window: tuple[int, int],
    before: Ancestry | Span,
    renew: Collection[str] = (),
    keep: Collection[str] = (),
) -> None:
    """Check the rules over the stretch that was touched, then renew the depth of what stands in something else now.

    ``before`` says who stood around whom there before, or is the one span that did not stand there yet. ``renew`` names
    spans whose depth is renewed in any case, ``keep`` those whose depth was given.
    """
    tables = writing.tables
    layers = [each.id for each in scheme.layers]
    found = standing(tables, document, layers, *window)
    # One lead in each clause: whoever holds or is held reaches further than the stretch itself.
    holding = {other.within for other in scheme.layers}
    start, end = window
    for holder in found:
        if holder.layer in holding:
            start, end = min(start, holder.start), max(end, holder.end)
    wider = found if (start, end) == window else standing(tables, document, layers, start, end)
    nesting.check(scheme, sorted(wider, key=lambda span: layers.index(span.layer)))  # what is refused first, stays so
    if scheme.layer(layer).overlap != "tree":
        return
    spans = {span.id: span for span in found if span.layer == layer}
    if isinstance(before, Span):
        before = _ancestry_among([span for span in spans.values() if span.id != before.id])
    parent_of = nesting.parents(spans.values())
    for span in spans.values():
        around = nesting.ancestors(span, parent_of)
        moved = before.get(span.id) != tuple(other.id for other in around)
        if span.id in renew or (moved and span.id not in keep):
            depth = nesting.depth_of(scheme.label(span.label), around)
            writing.update("span", span.id, depth=depth)
