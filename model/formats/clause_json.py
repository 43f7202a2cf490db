"""Clauses of a document from a JSON file beside it, as gold annotation comes.

One JSON object with ``text_sha256`` and ``clauses``; each clause has ``start`` and ``end`` (half-open code points of
the text), ``type`` (a label of the layer ``clause``), ``number`` (text or null), ``depth``, and where there is one
``lead`` (``[start, end]`` of the leading phrase) and ``annex`` (true where it lies in an annex). A file that names a
``segmenter`` (the version of what made it) holds proposals that nobody has looked at, each with a ``confidence``
(0 … 1). What else the file says is not looked at.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard, cast

from model.annotation import documents, nesting, span_rows
from model.annotation.documents import Document
from model.annotation.layers import Scheme
from model.annotation.scheme_rows import load_scheme
from model.annotation.values import Origin, Span
from model.errors import UserError
from model.formats import json_file
from model.storage.journal import Writing

ORIGIN = Origin("import", "clauses")
CLAUSES, LEAD = "clause", "lead"
_LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a file; limits as half-open code points."""

    start: int
    end: int
    type: str
    number: str | None
    depth: int
    lead: tuple[int, int] | None
    annex: bool
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ClauseFile:
    """The clauses of the document whose text has that SHA-256 (hex)."""

    path: Path
    text_sha256: str
    clauses: tuple[Clause, ...]
    origin: Origin = ORIGIN
    segmenter: str | None = None


def read(path: Path) -> ClauseFile:
    """The clauses of a file; refuses one that cannot be read or does not have the shape."""
    data: object = json_file.parse(path)
    if not isinstance(data, dict):
        raise UserError("{path}: not a file of clauses: it must be a JSON object.", path=path)
    top = cast(dict[str, object], data)
    sha256, clauses = top.get("text_sha256"), top.get("clauses")
    if not isinstance(sha256, str) or not isinstance(clauses, list):
        raise UserError("{path}: not a file of clauses: it needs “text_sha256” and a list “clauses”.", path=path)
    segmenter = top.get("segmenter")
    if not (segmenter is None or isinstance(segmenter, str)):
        raise UserError("{path}: “segmenter” must be a text.", path=path)
    found = tuple(_clause(path, place, clause) for place, clause in enumerate(cast(list[object], clauses)))
    return ClauseFile(path, sha256, found, segmenter=segmenter)


def add(writing: Writing, document_id: str, file: ClauseFile) -> int:
    """Add the clauses to a document as confirmed ones of origin ``import``, their leads as spans of the layer ``lead``;
    gives how many spans were added. What a segmenter has made is added as proposals.

    Those that stand there already, with the same label and limits, are passed over, proposals also where such a one
    was rejected. Refuses the file whole where a
    limit lies outside the text, a label is unknown, or a rule of nesting would be broken, also by marks that are there.
    """
    tables = writing.tables
    # Not the project's own copy: what was imported before in the same operation may have brought another scheme.
    scheme = load_scheme(tables)
    document = documents.get(tables, document_id)
    if document.text_sha256 != file.text_sha256:
        raise UserError(
            "{path}: these clauses were made for another text than that of “{name}”.",
            path=file.path,
            name=document.name,
        )
    present = span_rows.of_document(tables, document_id)
    standing = {
        (span.layer, span.label, span.limits)
        for span in present
        if span.status == "confirmed" or file.segmenter is not None
    }
    new: list[Span] = []
    for place, clause in enumerate(file.clauses):
        try:
            spans = list(_spans(writing, scheme, document, clause, file))
        except UserError as refusal:
            raise _about(file.path, place, refusal) from refusal
        new += [span for span in spans if (span.layer, span.label, span.limits) not in standing]
    try:
        nesting.check(scheme, [*present, *new])
    except UserError as refusal:
        raise UserError("{path}: {reason}", path=file.path, reason=refusal) from refusal
    for span in new:
        span_rows.insert(writing, span)
    return len(new)


def _spans(writing: Writing, scheme: Scheme, document: Document, clause: Clause, file: ClauseFile) -> Iterator[Span]:
    """The clause and its lead as spans."""
    origin, status = file.origin, "confirmed"
    if file.segmenter is not None:
        origin, status = Origin("model", file.segmenter, clause.confidence), "suggested"
    marks = [(clause.type, (clause.start, clause.end), clause.number, clause.depth, clause.annex)]
    if clause.lead is not None:
        marks.append((LEAD, clause.lead, None, 0, False))
    for label_id, (start, end), number, depth, annex in marks:
        label = scheme.label(label_id)
        if label.layer != (LEAD if label_id == LEAD else CLAUSES):
            raise UserError("“{label}” is no label of clauses.", label=label_id)
        nesting.check_limits(start, end, document.length)
        yield Span(
            id=str(uuid.uuid4()),
            document=document.id,
            layer=label.layer,
            label=label_id,
            start=start,
            end=end,
            number=number,
            depth=depth,
            annotator=writing.annotator,
            created=writing.time,
            modified=writing.time,
            status=status,
            origin=origin,
            features=(("annex", "true"),) if annex else (),
        )


def _clause(path: Path, place: int, data: object) -> Clause:
    """The clause of a JSON value; refuses what is none."""
    if not isinstance(data, dict):
        raise UserError("{path}: /clauses/{place} must be a JSON object.", path=path, place=place)
    clause = cast(dict[str, object], data)
    start, end, label, number = (clause.get(key) for key in ("start", "end", "type", "number"))
    depth, lead, annex = clause.get("depth", 0), clause.get("lead"), clause.get("annex", False)
    if not _is_offset(start) or not _is_offset(end):
        raise UserError("{path}: /clauses/{place} needs “start” and “end”, whole numbers.", path=path, place=place)
    if not isinstance(label, str):
        raise UserError("{path}: /clauses/{place} needs a “type”, a text.", path=path, place=place)
    if not (number is None or isinstance(number, str)):
        raise UserError("{path}: /clauses/{place}: “number” must be a text or null.", path=path, place=place)
    if not _is_offset(depth):
        raise UserError("{path}: /clauses/{place}: “depth” must be a whole number.", path=path, place=place)
    if not isinstance(annex, bool):
        raise UserError("{path}: /clauses/{place}: “annex” must be true or false.", path=path, place=place)
    confidence = clause.get("confidence")
    if confidence is not None and not _is_chance(confidence):
        raise UserError("{path}: /clauses/{place}: “confidence” must be a number from 0 to 1.", path=path, place=place)
    limits: tuple[int, int] | None = None
    if lead is not None:
        pair = cast(list[object], lead) if isinstance(lead, list) else []
        if len(pair) != 2 or not _is_offset(pair[0]) or not _is_offset(pair[1]):
            raise UserError(
                "{path}: /clauses/{place}: “lead” must be a list of two whole numbers.", path=path, place=place
            )
        limits = (pair[0], pair[1])
        if not start <= limits[0] < limits[1] <= end:
            raise UserError("{path}: /clauses/{place}: “lead” must lie inside its clause.", path=path, place=place)
    return Clause(start, end, label, number, depth, limits, annex, confidence)


def _is_chance(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_offset(value: object) -> TypeGuard[int]:
    """Whether it is a whole number that a text could have as an offset (true and false are none)."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _LARGEST


def _about(path: Path, place: int, refusal: UserError) -> UserError:
    return UserError("{path}: /clauses/{place}: {reason}", path=path, place=place, reason=refusal)
