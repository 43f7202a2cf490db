"""The terms of a project by use, those that are outdated, and those that a document has twice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from model.consistency.values import Named, Outdated, TermUse
from model.storage import concept_queries, indexing_queries
from model.storage.tables import Tables
from model.vocabulary import concepts
from model.vocabulary.concepts import OWN_VOCABULARY, all_states


@dataclass(frozen=True, slots=True)
class Indexing:
    """Who has what: documents by id, in project order, each with the concepts (ids) that it has, as often as it has
    them; and the terms by concept.
    """

    documents: Mapping[str, Named]
    concepts: Mapping[str, Sequence[str]]
    terms: Mapping[str, TermUse]


def read(tables: Tables, documents: Mapping[str, Named]) -> Indexing:
    """Read the confirmed descriptors of these documents."""
    of_document: dict[str, list[str]] = {}
    of_concept: dict[str, dict[str, Named]] = {}
    for document, concept in indexing_queries.confirmed(tables):
        if document in documents:
            of_document.setdefault(document, []).append(concept)
            of_concept.setdefault(concept, {})[document] = documents[document]
    return Indexing(documents, of_document, term_uses(tables, of_concept))


def term_uses(tables: Tables, users: Mapping[str, Mapping[str, Named]]) -> dict[str, TermUse]:
    """Terms by concept, with the documents that have them."""
    states, known = all_states(tables), concepts.several(tables, list(users))
    return {
        concept: TermUse(
            known[concept],
            known[concept].vocabulary == OWN_VOCABULARY,
            states.get(concept),
            tuple(users[concept].values()),
        )
        for concept in users
        if concept in known
    }


def by_use(indexing: Indexing) -> tuple[TermUse, ...]:
    """The terms, those most used first, then by their English labels."""
    return tuple(sorted(indexing.terms.values(), key=lambda term: (-len(term.documents), name_of(term))))


def name_of(term: TermUse) -> tuple[str, str]:
    """What terms of equal standing are sorted by."""
    return concepts.label_key(term.concept.label("en")), term.concept.uri


def twice(indexing: Indexing) -> tuple[TermUse, ...]:
    """The terms that a document has more than once, with these documents."""
    found: dict[str, list[Named]] = {}
    for document, held in indexing.concepts.items():
        for concept, count in Counter(held).items():
            if count > 1 and concept in indexing.terms:
                found.setdefault(concept, []).append(indexing.documents[document])
    terms = [replace(indexing.terms[concept], documents=tuple(some)) for concept, some in found.items()]
    return tuple(sorted(terms, key=lambda term: (-len(term.documents), name_of(term))))


def outdated(tables: Tables, indexing: Indexing) -> tuple[Outdated, ...]:
    """The terms in use that are deprecated or gone, with what replaces them."""
    found: list[Outdated] = []
    for term in by_use(indexing):
        if term.state is not None:
            others = concept_queries.others(tables, term.concept.id, "replaced_by")
            known = concepts.several(tables, others)
            found.append(Outdated(term, tuple(known[other] for other in others if other in known)))
    return tuple(found)
