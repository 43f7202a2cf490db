"""Descriptors that no vocabulary contains, in a project that has one."""

from collections.abc import Iterator

from model.checking.problems import Fix, Problem
from model.errors import UserError
from model.storage.tables import Tables
from model.vocabulary import assignments, concepts
from model.vocabulary.concepts import OWN_VOCABULARY


def outside_vocabulary(tables: Tables, document: str) -> Iterator[Problem]:
    """Confirmed descriptors that are free terms, in a project that has a vocabulary beside its own.

    A concept of a vocabulary with the same label is offered instead.
    """
    if all(vocabulary.own for vocabulary in concepts.vocabularies(tables)):
        return
    for assignment in assignments.of_document(tables, document):
        if assignment.status != "confirmed":
            continue
        concept = concepts.get(tables, assignment.concept)
        if concept.vocabulary != OWN_VOCABULARY:
            continue
        term = assignment.term or concept.label("en")
        message = UserError("The descriptor “{term}” is in no vocabulary.", term=term)
        start, end = next(((shown.start, shown.end) for shown in assignment.evidence), (0, 0))
        other = concepts.matching(tables, term)
        fix = None
        if other is not None and (known := concepts.get(tables, other)).vocabulary != OWN_VOCABULARY:
            offer = UserError("Take “{term}” of the vocabulary", term=known.label("en"))
            fix = Fix("replace-term", offer, assignment.id, value=other)
        yield Problem("vocabulary", None, start, end, message, fix)
