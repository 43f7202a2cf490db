"""Descriptor assignments: which concepts a document is about, in what order, and where the text shows it."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from model.annotation import nesting
from model.annotation.span_rows import origin_columns, origin_of
from model.annotation.values import MANUAL, Origin, Status
from model.errors import UserError
from model.storage.journal import Writing
from model.storage.tables import Row, Tables


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of text, half-open code points, that shows why a descriptor was assigned."""

    id: str
    document: str
    assignment: str
    start: int
    end: int
    annotator: str
    created: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Assignment:
    """One descriptor of a document.

    ``term`` is the term as a header had it (null otherwise); ``rank`` counts from 0 in the order of the document's
    list.
    """

    id: str
    document: str
    concept: str
    term: str | None
    rank: int
    major: bool
    annotator: str
    created: str
    modified: str
    status: Status
    origin: Origin
    confirmed_by: str | None
    evidence: tuple[Evidence, ...] = ()


def of_document(tables: Tables, document: str) -> list[Assignment]:
    """A document's assignments by rank, with their evidence in text order, whatever their status."""
    evidence: dict[str, list[Evidence]] = {}
    for row in tables.evidence(document):
        evidence.setdefault(str(row["assignment"]), []).append(evidence_from_row(row))
    return [from_row(row, evidence.get(str(row["id"]), ())) for row in tables.assignments(document)]


def get(tables: Tables, assignment_id: str) -> Assignment:
    """The assignment of that id; refuses one that is not there."""
    row = tables.row("assignment", assignment_id)
    if row is None:
        raise UserError("That descriptor is no longer there.")
    return from_row(row, map(evidence_from_row, tables.evidence_of(assignment_id)))


def assign(
    writing: Writing,
    document: str,
    concept: str,
    *,
    term: str | None = None,
    status: Status = "confirmed",
    origin: Origin = MANUAL,
) -> Assignment:
    """Assign a concept to a document, last in order. Refuses one that the document has.

    Only a header may name a concept twice (it is kept as found); a person who does so has mistyped.
    """
    present = writing.tables.assignments(document)
    if origin.kind != "import" and any(row["concept"] == concept and row["status"] != "rejected" for row in present):
        raise UserError("The document has this descriptor already.")
    rank = 1 + max((cast(int, row["rank"]) for row in present), default=-1)
    assignment = _made(writing, document, concept, rank, term, status, origin)
    writing.insert("assignment", to_row(assignment))
    return assignment


def assign_found(writing: Writing, document: str, found: Sequence[tuple[str, str]], origin: Origin) -> None:
    """Assign what a file's header names to a document that has no descriptor yet: concepts with the terms as found, in
    order. A header may name a concept twice.
    """
    made = (
        _made(writing, document, concept, rank, term, "confirmed", origin) for rank, (concept, term) in enumerate(found)
    )
    writing.insert_all("assignment", [to_row(each) for each in made])


def _made(
    writing: Writing, document: str, concept: str, rank: int, term: str | None, status: Status, origin: Origin
) -> Assignment:
    return Assignment(
        id=str(uuid.uuid4()),
        document=document,
        concept=concept,
        term=term,
        rank=rank,
        major=False,
        annotator=writing.annotator,
        created=writing.time,
        modified=writing.time,
        status=status,
        origin=origin,
        confirmed_by=None,
    )


def unassign(writing: Writing, assignment_id: str) -> None:
    """Take a descriptor off its document, with its evidence; the others keep their order."""
    for row in writing.tables.evidence_of(assignment_id):
        writing.delete("evidence", str(row["id"]))
    writing.delete("assignment", assignment_id)


def move(writing: Writing, assignment_id: str, place: int) -> None:
    """Put a descriptor at a place in its document's order, counted from 0; the others close up around it."""
    assignment = get(writing.tables, assignment_id)
    order = [str(row["id"]) for row in writing.tables.assignments(assignment.document)]
    order.remove(assignment_id)
    order.insert(max(0, min(place, len(order))), assignment_id)
    for rank, other in enumerate(order):
        writing.update("assignment", other, rank=rank)


def set_major(writing: Writing, assignment_id: str, major: bool) -> None:
    """Say whether the document is mainly about this."""
    writing.update("assignment", assignment_id, major=int(major), modified=writing.time)


def set_status(writing: Writing, assignment_id: str, status: Status) -> None:
    """Confirm or reject a proposed descriptor; its origin stays, with who confirmed it."""
    assignment = get(writing.tables, assignment_id)
    confirmed = status == "confirmed" and assignment.origin.kind == "model"
    confirmed_by = writing.annotator if confirmed else assignment.confirmed_by
    writing.update("assignment", assignment_id, status=status, confirmed_by=confirmed_by, modified=writing.time)


def add_evidence(writing: Writing, assignment_id: str, start: int, end: int, origin: Origin = MANUAL) -> Evidence:
    """Attach a stretch of the document's text; refuses limits outside it and a stretch that is attached already."""
    assignment = get(writing.tables, assignment_id)
    document = writing.tables.row("document", assignment.document)
    nesting.check_limits(start, end, cast(int, (document or {"length": 0})["length"]))
    if any((each.start, each.end) == (start, end) for each in assignment.evidence):
        raise UserError("This stretch is evidence of the descriptor already.")
    evidence = Evidence(
        id=str(uuid.uuid4()),
        document=assignment.document,
        assignment=assignment_id,
        start=start,
        end=end,
        annotator=writing.annotator,
        created=writing.time,
        origin=origin,
    )
    writing.insert("evidence", evidence_to_row(evidence))
    return evidence


def remove_evidence(writing: Writing, evidence_id: str) -> None:
    """Detach a stretch of text."""
    writing.delete("evidence", evidence_id)


def to_row(assignment: Assignment) -> Row:
    """The row of an assignment; its evidence are rows of their own."""
    return {
        "id": assignment.id,
        "document": assignment.document,
        "concept": assignment.concept,
        "term": assignment.term,
        "rank": assignment.rank,
        "major": int(assignment.major),
        "annotator": assignment.annotator,
        "created": assignment.created,
        "modified": assignment.modified,
        "status": assignment.status,
        **origin_columns(assignment.origin),
        "confirmed_by": assignment.confirmed_by,
    }


def from_row(row: Row, evidence: Iterable[Evidence] = ()) -> Assignment:
    """The assignment of a row."""
    return Assignment(
        id=str(row["id"]),
        document=str(row["document"]),
        concept=str(row["concept"]),
        term=cast("str | None", row["term"]),
        rank=cast(int, row["rank"]),
        major=bool(row["major"]),
        annotator=str(row["annotator"]),
        created=str(row["created"]),
        modified=str(row["modified"]),
        status=cast(Status, row["status"]),
        origin=origin_of(row),
        confirmed_by=cast("str | None", row["confirmed_by"]),
        evidence=tuple(evidence),
    )


def evidence_to_row(evidence: Evidence) -> Row:
    """The row of a piece of evidence."""
    return {
        "id": evidence.id,
        "document": evidence.document,
        "assignment": evidence.assignment,
        "start": evidence.start,
        "end": evidence.end,
        "annotator": evidence.annotator,
        "created": evidence.created,
        **origin_columns(evidence.origin),
    }


def evidence_from_row(row: Row) -> Evidence:
    """The evidence of a row."""
    return Evidence(
        id=str(row["id"]),
        document=str(row["document"]),
        assignment=str(row["assignment"]),
        start=cast(int, row["start"]),
        end=cast(int, row["end"]),
        annotator=str(row["annotator"]),
        created=str(row["created"]),
        origin=origin_of(row),
    )
