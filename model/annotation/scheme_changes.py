"""Changing the scheme of a project in which there are marks, so that no mark and no value is lost without being asked.

Every change is written as a whole or refused as a whole. What a rule would newly forbid is counted over all documents
that have marks under it, one document after the other; what was broken before is in nobody's way.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from model.annotation import documents, nesting, scheme_edits, span_rows
from model.annotation.features import fits
from model.annotation.layers import Feature, Layer, Scheme
from model.annotation.scheme_rows import load_scheme, replace_scheme
from model.annotation.scheme_soundness import check_change
from model.annotation.values import Span
from model.errors import UserError
from model.storage import scheme_queries
from model.storage.journal import Writing
from model.storage.tables import Tables
from model.text import numbering


def change(writing: Writing, edit: Callable[[Scheme], Scheme]) -> Scheme:
    """Write what ``edit`` makes of the project's scheme; gives it.

    Refuses what is wrong in itself, what would leave marks without their label or values without their feature, and
    rules that marks would break.
    """
    before = load_scheme(writing.tables)
    after = edit(before)
    _write(writing, before, after)
    return after


def delete_label(writing: Writing, label: str, *, to: str | None = None, delete_marks: bool = False) -> Scheme:
    """Take a label away. Its marks, rejected proposals too, go to the label ``to`` of the same layer, or are deleted.

    Marks that get another label are treated as when one is relabelled by hand, but a number stays where the other
    label has numbers too. With marks that are deleted go those that must lie within them (leads); what stands inside
    moves up.
    Refuses where the label is in use and neither was asked for, and where the rules forbid what would come of it.
    """
    before = load_scheme(writing.tables)
    found = before.label(label)
    layer = before.layer(found.layer)
    if to is not None and (to == label or before.label(to).layer != layer.id):
        raise UserError("“{label}” belongs to another layer than “{other}”.", label=to, other=label)
    touched = scheme_queries.documents_with_labels(writing.tables, [label])
    if touched and to is None and not delete_marks:
        raise _in_use(writing.tables, label)
    after = scheme_edits.remove_label(before, label)
    broken = {document: _broken(writing.tables, before, document) for document in touched}
    for document in touched:
        if to is not None:
            _relabel_all(writing, before, after, document, {label: to})
        else:
            _delete_all(writing, before, document, {label})
    _write(writing, before, after, broken)
    return after


def delete_layer(writing: Writing, layer: str, *, delete_marks: bool = False) -> Scheme:
    """Take a layer away with its labels and its progress, and, where that is asked for, with its marks.

    Refuses where marks are there and that was not asked for, and where another layer must lie within this one.
    """
    before = load_scheme(writing.tables)
    gone = before.layer(layer)
    if any(other.within == layer for other in before.layers):
        raise UserError("The layer “{layer}” stays: the marks of another one must lie within its marks.", layer=layer)
    labels = [label.id for label in gone.labels]
    touched = scheme_queries.documents_with_labels(writing.tables, labels)
    if touched and not delete_marks:
        raise UserError(
            "The layer “{layer}” is in use (marks: {count}).",
            layer=layer,
            count=scheme_queries.use_of_labels(writing.tables, labels)[0],
        )
    for document in touched:
        _delete_all(writing, before, document, set(labels))
    for row in writing.tables.progress():
        if row["task"] == layer:
            writing.delete("progress", str(row["id"]))
    after = scheme_edits.remove_layer(before, layer)
    _write(writing, before, after)
    return after


def delete_feature(writing: Writing, label: str, feature: str, *, delete_values: bool = False) -> Scheme:
    """Take a feature away from a label, and, where that is asked for, the values that its spans have."""
    if delete_values:
        for row in scheme_queries.feature_rows(writing.tables, label, feature):
            writing.delete("feature", str(row["id"]))
            writing.update("span", str(row["span"]), modified=writing.time)
    return change(writing, lambda scheme: scheme_edits.remove_feature(scheme, label, feature))


def replace_choice(writing: Writing, label: str, feature: str, choice: str, new: str) -> Scheme:
    """Put another wording in the place of a choice, also in the spans that have it."""
    known = load_scheme(writing.tables).label(label).feature(feature)
    if choice not in known.choices:
        raise UserError("“{value}” is none of the choices of the feature “{feature}”.", value=choice, feature=feature)
    wanted = [new if each == choice else each for each in known.choices]
    before = load_scheme(writing.tables)
    edited = scheme_edits.set_choices(before, label, feature, wanted)
    wording = edited.label(label).feature(feature).choices[known.choices.index(choice)]
    for row in scheme_queries.feature_rows(writing.tables, label, feature):
        if row["value"] == choice and wording != choice:
            writing.update("feature", str(row["id"]), value=wording)
            writing.update("span", str(row["span"]), modified=writing.time)
    _write(writing, before, edited)
    return edited


def delete_choice(writing: Writing, label: str, feature: str, choice: str, *, delete_values: bool = False) -> Scheme:
    """Offer a choice no longer, and, where that is asked for, take it off the spans that have it."""
    if delete_values:
        for row in scheme_queries.feature_rows(writing.tables, label, feature):
            if row["value"] == choice:
                writing.delete("feature", str(row["id"]))
                writing.update("span", str(row["span"]), modified=writing.time)

    def edit(scheme: Scheme) -> Scheme:
        left = [each for each in scheme.label(label).feature(feature).choices if each != choice]
        return scheme_edits.set_choices(scheme, label, feature, left)

    return change(writing, edit)


def use_scheme(writing: Writing, wanted: Scheme, moves: Mapping[str, str]) -> Scheme:
    """Have the project use another scheme, in which marks of some labels (keys of ``moves``) get another label.

    Refuses where a label that is in use would be missing or in another layer, and all that ``change`` refuses.
    """
    before = load_scheme(writing.tables)
    touched = scheme_queries.documents_with_labels(writing.tables, list(moves))
    broken = {document: _broken(writing.tables, before, document) for document in touched}
    for label, to in moves.items():
        if before.label(label).layer != wanted.label(to).layer:
            raise UserError("“{label}” belongs to another layer than “{other}”.", label=to, other=label)
    for document in touched:
        _relabel_all(writing, before, wanted, document, moves)
    kept = {layer.id for layer in wanted.layers}
    for row in writing.tables.progress():
        if row["task"] not in kept and row["task"] in {layer.id for layer in before.layers}:
            writing.delete("progress", str(row["id"]))
    _write(writing, before, wanted, broken)
    return wanted


# What marks bear


def _write(writing: Writing, before: Scheme, after: Scheme, broken: Mapping[str, set[str]] | None = None) -> None:
    """Write a scheme in the place of another. ``broken`` names the documents whose marks were changed for its sake,
    with the marks in them that broke a rule before that.
    """
    known: dict[str, set[str] | None] = {**broken} if broken else {}
    check_change(before, after)
    _check_labels(writing.tables, before, after)
    _check_values(writing.tables, before, after)
    for document in scheme_queries.documents_with_labels(writing.tables, _tightened(before, after)):
        known.setdefault(document, None)
    _check_marks(writing.tables, before, after, known)
    replace_scheme(writing, after)
    _count_depths_anew(writing, before, after)


def _check_labels(tables: Tables, before: Scheme, after: Scheme) -> None:
    places = {label.id: label.layer for label in after.labels()}
    moved = {label.id: label.layer for label in before.labels() if places.get(label.id) != label.layer}
    if not moved:
        return
    used = scheme_queries.spans_by_label(tables)
    for label in moved:
        if label in used and label in places:
            raise UserError(
                "“{label}” is in use and cannot move from the layer “{layer}” to another.",
                label=label,
                layer=moved[label],
            )
        if label in used:
            raise _in_use(tables, label)


def _check_values(tables: Tables, before: Scheme, after: Scheme) -> None:
    """Refuse to take away, or to make wrong, what spans say."""
    known = {label.id: label for label in after.labels()}
    for label in before.labels():
        if label.id not in known or known[label.id].features == label.features:
            continue
        features = {feature.name: feature for feature in known[label.id].features}
        for feature in label.features:
            new = features.get(feature.name)
            if new is not None and (new.kind, new.choices) == (feature.kind, feature.choices):
                continue
            values = scheme_queries.spans_by_value(tables, label.id, feature.name)
            _check_feature(label.id, feature, new, values)


def _check_feature(label: str, before: Feature, after: Feature | None, values: Mapping[str, int]) -> None:
    if after is None:
        if values:
            raise UserError(
                "Marks of “{label}” have a value for “{feature}” (count: {count}).",
                label=label,
                feature=before.name,
                count=sum(values.values()),
            )
        return
    wrong = {value: count for value, count in values.items() if fits(before, value) and not fits(after, value)}
    if wrong:
        raise UserError(
            "Marks of “{label}” have values of “{feature}” that would no longer be allowed, such as “{value}” "
            "(count: {count}).",
            label=label,
            feature=before.name,
            value=min(wrong),
            count=sum(wrong.values()),
        )


def _tightened(before: Scheme, after: Scheme) -> list[str]:
    """Labels whose marks a new rule could forbid."""
    layers = {layer.id: layer for layer in before.layers}
    known = {label.id: label for label in before.labels()}
    found: list[str] = []
    for layer in after.layers:
        old = layers.get(layer.id)
        if old is None:
            continue
        if layer.within != old.within or layer.overlap != old.overlap:
            found += [label.id for label in layer.labels]
        elif layer.overlap == "tree":
            there = {label.id for label in layer.labels}
            for label in layer.labels:
                was = known.get(label.id)
                if was is not None and (
                    (was.top and not label.top) or (set(was.inside) & there).difference(label.inside)
                ):
                    found.append(label.id)
    return found


def _check_marks(tables: Tables, before: Scheme, after: Scheme, broken: Mapping[str, set[str] | None]) -> None:
    """Refuse rules that marks in these documents newly break: how many, in which document first, and why."""
    count, first, reason = 0, "", None
    for document in tables.document_ids() if broken else ():
        if document not in broken:
            continue
        spans = _spans(tables, document)
        found = _breaking(after, spans)
        if not found:
            continue
        earlier = broken[document]
        old = _breaking(before, spans) if earlier is None else earlier
        new = found - old
        if new and reason is None:
            row = tables.row("document", document)
            first = "" if row is None else str(row["name"])
            reason = _reason(after, [span for span in spans if span.id not in found & old])
        count += len(new)
    if reason is not None:
        raise UserError(
            "Marks that would break this rule: {count}, the first in “{name}”: {problem}",
            count=count,
            name=first,
            problem=reason,
        )


def _reason(scheme: Scheme, spans: Iterable[Span]) -> UserError:
    try:
        nesting.check(scheme, spans)
    except UserError as refusal:
        return refusal
    return UserError("The marks do not fit together.")  # what is left out above stood in the way of what is counted


def _in_use(tables: Tables, label: str) -> UserError:
    spans, places, _ = scheme_queries.use_of_labels(tables, [label])
    return UserError(
        "The label “{label}” is in use (marks: {count}, documents: {documents}).",
        label=label,
        count=spans,
        documents=places,
    )


# Marks


def _spans(tables: Tables, document: str) -> list[Span]:
    """A document's spans without their features, in text order."""
    return [span_rows.from_row(row) for row in tables.spans(document)]


def _relabel_all(writing: Writing, before: Scheme, after: Scheme, document: str, moves: Mapping[str, str]) -> None:
    """Give all spans of some labels another label, their number and depth with it."""
    spans = _spans(writing.tables, document)
    text: str | None = None
    for span in spans:
        if span.label not in moves:
            continue
        to = after.label(moves[span.label])
        number = span.number if to.numbered else None
        if to.numbered and number is None:
            text = documents.text_of(writing.tables, document) if text is None else text
            number = numbering.number_of(text[span.start : span.end]).number
        writing.update("span", span.id, label=to.id, number=number, modified=writing.time)
    _renew_depths(writing, before, after, document, spans, {before.label(label).layer for label in moves})


def _delete_all(writing: Writing, scheme: Scheme, document: str, labels: Collection[str]) -> None:
    """Delete all spans of some labels, and those that must lie within them and in nothing of their layer inside."""
    spans = _spans(writing.tables, document)
    doomed = {span.id for span in spans if span.label in labels}
    layers = {span.layer for span in spans if span.id in doomed}
    pending = list(layers)
    while pending:
        outer_layer = pending.pop()
        outer = _standing(spans, outer_layer)
        for layer in scheme.layers:
            if layer.within != outer_layer:
                continue
            held = {
                span.id
                for span, holder, _ in nesting.holders(_standing(spans, layer.id), outer)
                if holder is not None and holder.id in doomed
            }
            if held - doomed:
                doomed |= held
                layers.add(layer.id)
                pending.append(layer.id)
    for span in spans:
        if span.id in doomed:
            span_rows.remove(writing, span.id)
    _renew_depths(writing, scheme, scheme, document, spans, layers)


def _renew_depths(
    writing: Writing, before: Scheme, after: Scheme, document: str, spans: Sequence[Span], layers: Iterable[str]
) -> None:
    """Write the depth anew of what stands otherwise now than in ``spans``, which were there before."""
    now = _spans(writing.tables, document)
    for layer in layers:
        if layer in {each.id for each in after.layers} and after.layer(layer).overlap == "tree":
            was = _depths(before, _standing(spans, layer))
            for span_id, depth in _depths(after, _standing(now, layer)).items():
                if was.get(span_id) != depth:
                    writing.update("span", span_id, depth=depth)


def _count_depths_anew(writing: Writing, before: Scheme, after: Scheme) -> None:
    """Write the depths of layers in which they are counted by another rule now: nested or not, items or not."""
    known = {layer.id: layer for layer in before.layers}
    for layer in after.layers:
        was = known.get(layer.id)
        if was is None or _counting(was) == _counting(layer):
            continue
        labels = [label.id for label in layer.labels]
        for document in scheme_queries.documents_with_labels(writing.tables, labels):
            standing = _standing(_spans(writing.tables, document), layer.id)
            depths = _depths(after, standing) if layer.overlap == "tree" else {}
            for span in standing:
                writing.update("span", span.id, depth=depths.get(span.id, 0))


def _counting(layer: Layer) -> tuple[bool, frozenset[str]]:
    """What the depths of a layer's marks depend on beside the marks: whether they nest, and which are items."""
    nested = layer.overlap == "tree"
    return nested, frozenset(label.id for label in layer.labels if nested and nesting.is_item(label))


def _depths(scheme: Scheme, spans: Sequence[Span]) -> dict[str, int]:
    labels = {label.id: label for label in scheme.labels()}
    parent_of = nesting.parents(spans)
    return {
        span.id: nesting.depth_of(labels[span.label], nesting.ancestors(span, parent_of))
        for span in spans
        if span.label in labels
    }


def _breaking(scheme: Scheme, spans: Iterable[Span]) -> set[str]:
    """The ids of the spans that break a rule."""
    return {span.id for span, _ in nesting.breaches(scheme, spans)}


def _standing(spans: Iterable[Span], layer: str) -> list[Span]:
    return [span for span in spans if span.layer == layer and span.status != "rejected"]


def _broken(tables: Tables, scheme: Scheme, document: str) -> set[str]:
    return _breaking(scheme, _spans(tables, document))
