"""Free terms: own terms of a project that no thesaurus has, and how one becomes a concept of a thesaurus."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from model.errors import UserError
from model.storage import vocabulary_queries
from model.storage.journal import Writing
from model.storage.tables import Row, Tables
from model.storage.vocabulary_queries import CONTENT
from model.vocabulary import concepts
from model.vocabulary.concepts import OWN_VOCABULARY, Concept

_STATUSES = ("confirmed", "suggested", "rejected")  # the strongest first


@dataclass(frozen=True, slots=True)
class FreeTerm:
    """A concept of the project's own vocabulary. ``uses`` is in how many documents it is a descriptor; ``candidates``
    are ids of thesaurus concepts with one of its labels, the best first.
    """

    concept: Concept
    uses: int
    candidates: tuple[str, ...]


def free_terms(tables: Tables) -> list[FreeTerm]:
    """The own terms of a project, those of most documents first, then by label and id."""
    uses = vocabulary_queries.uses(tables, OWN_VOCABULARY)
    candidates: dict[str, list[str]] = {}
    for vocabulary in tables.all("vocabulary"):
        if not vocabulary["own"]:
            for term, other in vocabulary_queries.labels_shared(tables, OWN_VOCABULARY, str(vocabulary["id"])):
                candidates.setdefault(term, []).append(other)
    found = [
        FreeTerm(concept, uses.get(concept.id, 0), tuple(candidates.get(concept.id, ())))
        for concept in concepts.of_vocabulary(tables, OWN_VOCABULARY)
    ]
    return sorted(found, key=lambda term: (-term.uses, term.concept.label("en"), term.concept.id))


def merge(writing: Writing, term: str, into: str) -> int:
    """Move the assignments of a free term to another concept (ids), evidence and all, and take the term away; gives how
    many were moved.

    Each keeps its place in its document and the term as its file's header had it, so that the header is written back as
    it was. A header may name one concept twice, and rejected proposals may stand beside what was assigned; otherwise a
    document has a concept once: where it has both, the one that a header named stays, else the one there was; it takes
    over the evidence of the other and is confirmed, or major, where one of them was.

    Refuses a concept of a thesaurus in the place of the free term (the thesaurus says what it has), and a term merged
    into itself.
    """
    row = writing.tables.row("concept", term)
    if row is None or writing.tables.row("concept", into) is None:
        raise UserError("That term is no longer there.")
    if row["vocabulary"] != OWN_VOCABULARY:
        name = concepts.get(writing.tables, term).label("en")
        raise UserError("“{term}” is a concept of a thesaurus; only a term of the project can be merged.", term=name)
    if term == into:
        raise UserError("A term cannot be merged into itself.")
    return move(writing, term, into)


def move(writing: Writing, term: str, into: str) -> int:
    """``merge`` without looking whether it may be."""
    tables = writing.tables
    moved = vocabulary_queries.assignments_of(tables, term)
    there: dict[str, list[Row]] = {}
    for row in vocabulary_queries.assignments_of(tables, into) if moved else ():
        there.setdefault(str(row["document"]), []).append(row)
    for row in moved:
        writing.update("assignment", str(row["id"]), concept=into, modified=writing.time)
    for document in sorted({str(row["document"]) for row in moved} & there.keys()):
        both = [*there[document], *(row for row in moved if row["document"] == document)]
        _join(writing, [row for row in both if row["status"] != "rejected"])
    for kind in CONTENT:
        for row_id in vocabulary_queries.content_of(tables, term, kind):
            writing.delete(kind, row_id)
    writing.delete("concept", term)
    return len(moved)


def _join(writing: Writing, rows: Sequence[Row]) -> None:
    """Make one of a document's assignments of one concept; those that its header named all stay."""
    named = [row for row in rows if row["term"] is not None]
    others = [row for row in rows if row["term"] is None]
    if len(rows) < 2:
        return
    stays = named[0] if named else others.pop(0)
    evidence = {(row["start"], row["end"]) for row in writing.tables.evidence_of(str(stays["id"]))}
    for other in others:
        for row in writing.tables.evidence_of(str(other["id"])):
            if (row["start"], row["end"]) in evidence:
                writing.delete("evidence", str(row["id"]))
            else:
                evidence.add((row["start"], row["end"]))
                writing.update("evidence", str(row["id"]), assignment=stays["id"])
        writing.delete("assignment", str(other["id"]))
    joined = [stays, *others]
    # A header's order is kept; where none named it, the first place of the two is its.
    rank = stays["rank"] if named else min(cast(int, row["rank"]) for row in joined)
    status = min((str(row["status"]) for row in joined), key=_STATUSES.index)
    confirmer = next((row["confirmed_by"] for row in joined if row["status"] == status), None)
    writing.update(
        "assignment",
        str(stays["id"]),
        rank=rank,
        major=max(cast(int, row["major"]) for row in joined),
        status=status,
        confirmed_by=confirmer,
        modified=writing.time,
    )
