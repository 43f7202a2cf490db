"""A thesaurus independent of any project: concepts by URI, in the terms of SKOS; and a project's vocabulary as one.

``model.formats`` reads and writes thesauri as files, ``edition`` imports one into a project.

In a project the content of a concept is a set of *facts*: the kind of row with the columns of
``vocabulary_queries.CONTENT``, relations by the id of the other concept. Two editions of a concept differ in the facts
that only one of them has.
"""

import hashlib
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from model.errors import UserError
from model.storage import stored_json, vocabulary_queries
from model.storage.tables import Row, Tables
from model.storage.vocabulary_queries import CONTENT
from model.vocabulary import concepts
from model.vocabulary.concepts import OWN_VOCABULARY, LabelKind

# SKOS' documentation properties (https://www.w3.org/TR/skos-reference/#notes); ``note`` is the one for anything else.
NoteKind = Literal["scope", "definition", "example", "history", "editorial", "change", "note"]
NOTE_KINDS: tuple[NoteKind, ...] = ("scope", "definition", "example", "history", "editorial", "change", "note")


@dataclass(frozen=True, slots=True)
class ThesaurusConcept:
    """A concept of a thesaurus. Languages are BCP 47 codes, empty where unknown; other concepts are named by URI.

    ``labels`` are (language, kind, text) and ``notes`` (kind, language, text). ``broader`` holds also what a file says
    the other way round (narrower), ``related`` stands at both its ends; ``replaced_by`` names what is to be used
    instead. ``deprecated`` is what the vocabulary itself says; ``gone``, that its newest edition lacks the concept. All
    are in order, each once.
    """

    uri: str
    labels: tuple[tuple[str, LabelKind, str], ...]
    notes: tuple[tuple[NoteKind, str, str], ...] = ()
    notations: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    deprecated: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """A vocabulary with its concepts, by URI. ``names`` are (language, text) of the scheme itself, one a language.

    ``remarks`` are sentences about what of the file was left out; they are no part of the thesaurus.
    """

    uri: str
    names: tuple[tuple[str, str], ...]
    version: str
    concepts: tuple[ThesaurusConcept, ...]
    remarks: tuple[UserError, ...] = field(default=(), compare=False)


Fact = tuple[str, ...]

_NAMESPACE = uuid.UUID("0b9b52f6-9a3c-4a0e-8f0c-5c8e5a7f3d10").bytes
_VARIANTS = "89ab"
LABEL_KINDS: tuple[LabelKind, ...] = ("preferred", "alternative", "hidden")


def derived_id(*parts: str) -> str:
    """The id (UUID version 5) that follows from just these words: the same thesaurus makes the same rows in every
    project, so that two projects can be brought together.
    """
    # As uuid.uuid5 makes it (https://www.rfc-editor.org/rfc/rfc9562#section-5.5), which takes three times as long.
    found = hashlib.sha1(
        _NAMESPACE + "\0".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False
    ).hexdigest()
    variant = _VARIANTS[int(found[16], 16) & 3]
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"


def facts_of(concept: ThesaurusConcept, ids: Mapping[str, str]) -> set[Fact]:
    """What a concept of a thesaurus holds; ``ids`` are those of the vocabulary's concepts by URI. Relations to concepts
    that are not among them are left out.
    """
    found: set[Fact] = {("concept_label", *label) for label in concept.labels}
    for kind, language, text in concept.notes:
        found.add(
            ("concept_note", language, text) if kind == "scope" else ("concept_documentation", kind, language, text)
        )
    found.update(("concept_notation", text) for text in concept.notations)
    for kind, others in (
        ("broader", concept.broader),
        ("related", concept.related),
        ("replaced_by", concept.replaced_by),
    ):
        found.update(("concept_relation", kind, ids[other]) for other in others if other in ids)
    states = (("deprecated", concept.deprecated), ("gone", concept.gone))
    found.update(("concept_state", state) for state, holds in states if holds)
    return found


def present_facts(tables: Tables, vocabulary: str) -> dict[str, dict[Fact, list[str]]]:
    """What the concepts of a vocabulary hold: by concept, the ids of the rows that say each fact."""
    found: dict[str, dict[Fact, list[str]]] = {}
    for kind in CONTENT:
        for row_id, concept, *columns in vocabulary_queries.content(tables, vocabulary, kind):
            found.setdefault(concept, {}).setdefault((kind, *columns), []).append(row_id)
    return found


def row_of(concept: str, fact: Fact, taken: Collection[str]) -> Row:
    """The row of a fact of a concept (id); its id follows from both and is none of those ``taken``."""
    kind, *values = fact
    row_id, number = derived_id(concept, *fact), 1
    while row_id in taken:
        number += 1
        row_id = derived_id(concept, *fact, str(number))
    row: Row = {"id": row_id, "concept": concept, **dict(zip(CONTENT[kind], values, strict=True))}
    if kind == "concept_label":
        row["key"] = concepts.label_key(str(row["text"]))
    return row


def of_vocabulary(tables: Tables, vocabulary: str) -> Thesaurus:
    """A vocabulary of the project (its id) as a thesaurus; refuses one that is not there. Relations that lead out of
    the vocabulary are left out.
    """
    row = tables.row("vocabulary", vocabulary)
    if row is None:
        raise UserError("That vocabulary is no longer there.")
    uris = dict(vocabulary_queries.concept_uris(tables, vocabulary))
    facts = present_facts(tables, vocabulary)
    names = cast(dict[str, str], stored_json.read("vocabulary.names", row["names"]))
    other_ends: dict[str, set[str]] = {}  # of relations that may be told at one end only
    for concept, held in facts.items():
        for kind, *values in held:
            if kind == "concept_relation" and values[0] == "related" and concept in uris:
                other_ends.setdefault(values[1], set()).add(uris[concept])
    made = (
        _concept(uri, facts.get(concept, {}), uris, other_ends.get(concept, set())) for concept, uri in uris.items()
    )
    return Thesaurus(
        str(row["uri"]),
        tuple(sorted(names.items())),
        str(row["version"]),
        tuple(sorted(made, key=lambda concept: concept.uri)),
    )


def _concept(uri: str, facts: Collection[Fact], uris: Mapping[str, str], related: Collection[str]) -> ThesaurusConcept:
    by_kind: dict[str, list[Any]] = {kind: [] for kind in CONTENT}
    for kind, *values in facts:
        by_kind[kind].append(tuple(values))
    notes = [("scope", *note) for note in by_kind["concept_note"]] + by_kind["concept_documentation"]
    states = {state for (state,) in by_kind["concept_state"]}

    def others(wanted: str) -> tuple[str, ...]:
        return tuple(
            sorted({uris[each] for kind, each in by_kind["concept_relation"] if kind == wanted and each in uris})
        )

    return ThesaurusConcept(
        uri=uri,
        labels=in_order_of_labels(by_kind["concept_label"]),
        notes=in_order_of_notes(notes),
        notations=tuple(sorted(text for (text,) in by_kind["concept_notation"])),
        broader=others("broader"),
        related=tuple(sorted({*others("related"), *related})),
        replaced_by=others("replaced_by"),
        deprecated="deprecated" in states,
        gone="gone" in states,
    )


def in_order_of_labels(labels: Collection[Any]) -> tuple[Any, ...]:
    """Labels by language, preferred first, then text; each once."""
    return tuple(sorted(set(labels), key=lambda label: (label[0], LABEL_KINDS.index(label[1]), label[2])))


def in_order_of_notes(notes: Collection[Any]) -> tuple[Any, ...]:
    """Notes by kind, language and text; each once."""
    return tuple(sorted(set(notes), key=lambda note: (NOTE_KINDS.index(note[0]), note[1], note[2])))


def concept_id(vocabulary_uri: str, uri: str) -> str:
    """The id that a concept gets where a project takes it in: of an own term (``urn:uuid:…``) the one that it had."""
    if vocabulary_uri == f"urn:uuid:{OWN_VOCABULARY}" and uri.startswith("urn:uuid:"):
        return uri.removeprefix("urn:uuid:")
    return derived_id("concept", vocabulary_uri, uri)
