"""What people do with suggested descriptors, written into the project.

An accepted one is confirmed, with the program as its origin and who confirmed it beside; a rejected one is kept as
such, so that it is not suggested again (``assignments.set_status``).

The ``confidence`` of an origin is the chance that the term is right where it was suggested (``SUGGESTER``). Of what was
taken over from a similar document (``SIMILAR``) it is how alike the two documents are, the same for all its terms.
"""

from collections.abc import Collection

from model.annotation.values import Origin
from model.storage.journal import Writing
from model.suggestion.suggester import Suggestion
from model.vocabulary import assignments
from model.vocabulary.assignments import Assignment

SUGGESTER = "suggester-1"  # what suggested, as an origin says it: another number where it suggests otherwise
SIMILAR = "similar-document-1"


def accept(writing: Writing, document: str, suggested: Suggestion) -> Assignment:
    """Assign a suggested term, last in order, with its places as evidence. Refuses one that the document has."""
    origin = _origin(SUGGESTER, suggested.chance)
    made = _confirmed(writing, document, suggested.term, origin)
    for start, end in suggested.evidence:
        assignments.add_evidence(writing, made.id, start, end, origin)
    return made


def reject(writing: Writing, document: str, suggested: Suggestion) -> Assignment:
    """Keep in mind that a term is not meant for this document."""
    origin = _origin(SUGGESTER, suggested.chance)
    made = assignments.assign(writing, document, suggested.term, status="suggested", origin=origin)
    assignments.set_status(writing, made.id, "rejected")
    return made


def take_over(
    writing: Writing, document: str, other: str, likeness: float, wanted: Collection[str]
) -> list[Assignment]:
    """Assign what a similar document has, in its order: those of its concepts (ids) that are ``wanted`` and neither
    there yet nor rejected, major ones as such. Evidence is not taken over: it stands in another text.
    """
    origin = _origin(SIMILAR, likeness)
    present = {each.concept for each in assignments.of_document(writing.tables, document)}
    found: list[Assignment] = []
    for each in assignments.of_document(writing.tables, other):
        if each.status != "confirmed" or each.concept in present or each.concept not in wanted:
            continue
        present.add(each.concept)
        made = _confirmed(writing, document, each.concept, origin)
        if each.major:
            assignments.set_major(writing, made.id, True)
        found.append(made)
    return found


def _confirmed(writing: Writing, document: str, concept: str, origin: Origin) -> Assignment:
    made = assignments.assign(writing, document, concept, status="suggested", origin=origin)
    assignments.set_status(writing, made.id, "confirmed")  # says who confirmed it
    return made


def _origin(version: str, chance: float) -> Origin:
    return Origin("model", version, round(min(1.0, max(0.0, chance)), 4))
