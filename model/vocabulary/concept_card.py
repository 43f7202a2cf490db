"""A concept's card: all that the project knows of it, as a librarian looks it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from model.annotation.values import Status
from model.storage import concept_queries
from model.storage.tables import Tables
from model.vocabulary import concepts
from model.vocabulary.concepts import Concept, ConceptState, Vocabulary, label_key, states_of
from model.vocabulary.hierarchy import filing_key
from model.vocabulary.thesaurus import NoteKind


@dataclass(frozen=True, slots=True)
class Note:
    """Something written about a concept; ``scope`` is the kind that says what it is used for. The language is a BCP 47
    code, empty where unknown.
    """

    kind: NoteKind
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Use:
    """A document (id, name, and symbol where one is known) to which a concept is assigned."""

    document: str
    name: str
    symbol: str | None
    status: Status
    major: bool


@dataclass(frozen=True, slots=True)
class ConceptCard:
    """A concept, which carries its labels, and what else is known of it.

    Concepts beside it are in the order of their labels in the language asked for; ``replaces`` are those that this one
    is to be used instead of. ``uses`` are in project order, rejected proposals among them.
    """

    concept: Concept
    vocabulary: Vocabulary
    state: ConceptState | None
    notes: tuple[Note, ...]
    notations: tuple[str, ...]
    broader: tuple[Concept, ...]
    narrower: tuple[Concept, ...]
    related: tuple[Concept, ...]
    replaced_by: tuple[Concept, ...]
    replaces: tuple[Concept, ...]
    uses: tuple[Use, ...]


def card(tables: Tables, concept_id: str, language: str = "ar") -> ConceptCard:
    """The card of a concept; refuses one that is not there."""
    concept = concepts.get(tables, concept_id)
    held = next(each for each in concepts.vocabularies(tables) if each.id == concept.vocabulary)

    def beside(ids: Sequence[str]) -> tuple[Concept, ...]:
        found = [concepts.get(tables, each) for each in dict.fromkeys(ids) if each != concept_id]
        return tuple(sorted(found, key=lambda each: (filing_key(label_key(each.label(language)), language), each.uri)))

    def others(kind: str) -> list[str]:
        return concept_queries.others(tables, concept_id, kind)

    def others_back(kind: str) -> list[str]:
        return concept_queries.others_back(tables, concept_id, kind)

    return ConceptCard(
        concept=concept,
        vocabulary=held,
        state=states_of(tables, [concept_id]).get(concept_id),
        notes=tuple(
            Note(cast(NoteKind, kind), of, text) for kind, of, text in concept_queries.notes(tables, concept_id)
        ),
        notations=tuple(concept_queries.notations(tables, concept_id)),
        broader=beside(others("broader")),
        narrower=beside(others_back("broader")),
        # Said by either of the two, it holds for both (SKOS S23: skos:related is symmetric).
        related=beside([*others("related"), *others_back("related")]),
        replaced_by=beside(others("replaced_by")),
        replaces=beside(others_back("replaced_by")),
        uses=_uses(tables, concept_id),
    )


def _uses(tables: Tables, concept: str) -> tuple[Use, ...]:
    return tuple(
        Use(document, name, symbol, cast(Status, status), bool(major))
        for document, name, symbol, status, major in concept_queries.uses(tables, concept)
    )
