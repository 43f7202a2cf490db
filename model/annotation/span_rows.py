"""Spans as rows of the project file: reading them, and writing one as it is."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from model.annotation.values import Origin, OriginKind, Span, Status
from model.errors import UserError
from model.storage.journal import Writing
from model.storage.tables import Row, Tables


def of_document(tables: Tables, document: str) -> list[Span]:
    """All spans of a document in text order, whatever their layer and status."""
    features: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in tables.features(document):
        span = str(row["span"])
        features[span] = (*features.get(span, ()), (str(row["name"]), str(row["value"])))
    return _from_values(document, tables.span_values(document, _COLUMNS), features)


def meeting(tables: Tables, document: str, layers: Sequence[str], start: int, end: int) -> list[Span]:
    """The spans of some layers that share a code point with a range, in text order, whatever their status. They come
    without their features.
    """
    return _from_values(document, tables.span_values_meeting(document, layers, start, end, _COLUMNS), {})


def standing(tables: Tables, document: str, layers: Sequence[str], start: int, end: int) -> list[Span]:
    """As ``meeting``, without rejected proposals: what the rules are about."""
    return [span for span in meeting(tables, document, layers, start, end) if span.status != "rejected"]


def get(tables: Tables, span_id: str) -> Span:
    """The span of that id; refuses one that is not there."""
    row = tables.row("span", span_id)
    if row is None:
        raise UserError("That mark is no longer there.")
    return from_row(row, [(str(f["name"]), str(f["value"])) for f in tables.features_of(span_id)])


def insert(writing: Writing, span: Span) -> None:
    """Write a span as it is, features and all, without looking at the rules (imports check a whole document at
    once).
    """
    writing.insert("span", to_row(span))
    for name, value in span.features:
        insert_feature(writing, span, name, value)


def remove(writing: Writing, span_id: str) -> None:
    """Take a span and its features away without looking at the rules."""
    for row in writing.tables.features_of(span_id):
        writing.delete("feature", str(row["id"]))
    writing.delete("span", span_id)


def from_row(row: Row, features: Iterable[tuple[str, str]] = ()) -> Span:
    """The span of a row."""
    proposed = None
    if row["proposed_start"] is not None:
        proposed = (cast(int, row["proposed_start"]), cast(int, row["proposed_end"]))
    return Span(
        id=cast(str, row["id"]),
        document=cast(str, row["document"]),
        layer=cast(str, row["layer"]),
        label=cast(str, row["label"]),
        start=cast(int, row["start"]),
        end=cast(int, row["end"]),
        number=cast("str | None", row["number"]),
        depth=cast(int, row["depth"]),
        note=cast(str, row["note"]),
        status=cast(Status, row["status"]),
        annotator=cast(str, row["annotator"]),
        created=cast(str, row["created"]),
        modified=cast(str, row["modified"]),
        origin=origin_of(row),
        confirmed_by=cast("str | None", row["confirmed_by"]),
        proposed=proposed,
        features=tuple(features),
    )


# In the order in which _from_values takes them.
_COLUMNS = (
    "id",
    "layer",
    "label",
    "start",
    "end",
    "number",
    "depth",
    "note",
    "status",
    "annotator",
    "created",
    "modified",
    "origin_kind",
    "origin_version",
    "origin_confidence",
    "confirmed_by",
    "proposed_start",
    "proposed_end",
)


def _from_values(
    document: str, found: Iterable[tuple[Any, ...]], features: Mapping[str, tuple[tuple[str, str], ...]]
) -> list[Span]:
    """Spans from the values of ``_COLUMNS``: what ``from_row`` does, in half the time where there are thousands."""
    origins: dict[tuple[OriginKind, str | None, float | None], Origin] = {}
    spans: list[Span] = []
    for (
        span_id,
        layer,
        label,
        start,
        end,
        number,
        depth,
        note,
        status,
        annotator,
        created,
        modified,
        kind,
        version,
        confidence,
        confirmed_by,
        proposed_start,
        proposed_end,
    ) in found:
        origin = origins.get((kind, version, confidence))
        if origin is None:
            origin = origins[kind, version, confidence] = Origin(kind, version, confidence)
        spans.append(
            Span(
                span_id,
                document,
                layer,
                label,
                start,
                end,
                number,
                depth,
                note,
                status,
                annotator,
                created,
                modified,
                origin,
                confirmed_by,
                None if proposed_start is None else (proposed_start, proposed_end),
                features.get(span_id, ()),
            )
        )
    return spans


def to_row(span: Span) -> Row:
    """The row of a span; its features are rows of their own."""
    return {
        "id": span.id,
        "document": span.document,
        "layer": span.layer,
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "number": span.number,
        "depth": span.depth,
        "note": span.note,
        "status": span.status,
        "annotator": span.annotator,
        "created": span.created,
        "modified": span.modified,
        **origin_columns(span.origin),
        "confirmed_by": span.confirmed_by,
        "proposed_start": None if span.proposed is None else span.proposed[0],
        "proposed_end": None if span.proposed is None else span.proposed[1],
    }


def insert_feature(writing: Writing, span: Span, name: str, value: str) -> None:
    """Give a span one more feature."""
    writing.insert(
        "feature", {"id": str(uuid.uuid4()), "document": span.document, "span": span.id, "name": name, "value": value}
    )


def origin_of(row: Row) -> Origin:
    """The origin that a row of any kind names in its three columns."""
    return Origin(
        cast(OriginKind, row["origin_kind"]),
        cast("str | None", row["origin_version"]),
        cast("float | None", row["origin_confidence"]),
    )


def origin_columns(origin: Origin) -> Row:
    """The three columns of an origin."""
    return {
        "origin_kind": origin.kind,
        "origin_version": origin.version,
        "origin_confidence": origin.confidence,
    }
