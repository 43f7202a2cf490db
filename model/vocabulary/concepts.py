"""Concepts: the terms that descriptors are taken from, with labels by language, in vocabularies (the model of SKOS)."""

import json
import unicodedata
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from model.errors import UserError
from model.storage import concept_queries, stored_json, vocabulary_queries
from model.storage.journal import Writing
from model.storage.tables import Row, Tables
from model.text.folding import fold

LabelKind = Literal["preferred", "alternative", "hidden"]

# Terms that only a file's header brought, or that an annotator made, are concepts of the project's own vocabulary.
# Its id is the same in every project, so that two projects can be brought together.
OWN_VOCABULARY = "5f0f6a5e-6d0f-4f7e-9a52-0d7f1c9be2a1"


@dataclass(frozen=True, slots=True)
class ConceptLabel:
    """A label of a concept in one language (BCP 47 code; empty where unknown)."""

    id: str
    language: str
    kind: LabelKind
    text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of a vocabulary, with its labels: by language, preferred first."""

    id: str
    vocabulary: str
    uri: str
    labels: tuple[ConceptLabel, ...]

    def label(self, language: str) -> str:
        """The preferred label in a language, else in English, else in Arabic, else any; the URI where there is none."""
        return self.label_in(language) or self.label_in("en") or self.label_in("ar") or self._any()

    def label_in(self, language: str) -> str | None:
        """The preferred label in exactly that language."""
        return next(
            (label.text for label in self.labels if label.language == language and label.kind == "preferred"), None
        )

    def _any(self) -> str:
        preferred = next((label.text for label in self.labels if label.kind == "preferred"), None)
        return preferred or (self.labels[0].text if self.labels else self.uri)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A set of concepts; ``own`` is the one that each project keeps for its own terms."""

    id: str
    uri: str
    names: tuple[tuple[str, str], ...]
    version: str
    own: bool


def label_key(text: str) -> str:
    """What a term is matched by: folded, so that case, spacing and Arabic spelling variants do not matter."""
    return fold(text).strip()


def language_of(term: str) -> str:
    """The language that a new term is taken to be in: Arabic where it has an Arabic letter, else English."""
    return "ar" if any("ARABIC" in unicodedata.name(character, "") for character in term) else "en"


def own_vocabulary_row() -> Row:
    """The row of the project's own vocabulary, as every new project has it."""
    names = json.dumps({"ar": "مصطلحات المشروع", "en": "Project terms"}, ensure_ascii=False, sort_keys=True)
    return {"id": OWN_VOCABULARY, "uri": f"urn:uuid:{OWN_VOCABULARY}", "names": names, "version": "", "own": 1}


def vocabularies(tables: Tables) -> list[Vocabulary]:
    """All vocabularies of the project, by URI."""
    found = [
        Vocabulary(
            str(row["id"]),
            str(row["uri"]),
            tuple(sorted(cast(dict[str, str], stored_json.read("vocabulary.names", row["names"])).items())),
            str(row["version"]),
            bool(row["own"]),
        )
        for row in tables.all("vocabulary")
    ]
    return sorted(found, key=lambda vocabulary: (vocabulary.uri, vocabulary.id))


def get(tables: Tables, concept_id: str) -> Concept:
    """The concept of that id; refuses one that is not there."""
    row = tables.row("concept", concept_id)
    if row is None:
        raise UserError("That term is no longer there.")
    return _concept(row, tables.concept_labels(concept_id))


def several(tables: Tables, ids: Sequence[str]) -> dict[str, Concept]:
    """Those of these concepts that are there, by id."""
    labels: dict[str, list[ConceptLabel]] = {}
    for concept, label, language, kind, text, _ in concept_queries.labels_of(tables, ids):
        labels.setdefault(concept, []).append(ConceptLabel(label, language, cast(LabelKind, kind), text))
    return {
        concept: Concept(concept, str(row["vocabulary"]), str(row["uri"]), tuple(labels.get(concept, ())))
        for concept, row in tables.rows_by_id("concept", ids).items()
    }


def of_labels(tables: Tables, labels: Sequence[str]) -> list[str]:
    """The concept (id) of each of these labels (ids) that is there."""
    return concept_queries.concepts_of_labels(tables, labels)


def has_own(tables: Tables) -> bool:
    """Whether the project has a term of its own."""
    return bool(concept_queries.own_concepts(tables))


def all_concepts(tables: Tables) -> Iterator[Concept]:
    """Every concept of the project, by id."""
    labels: dict[str, list[Row]] = {}
    for label in tables.all_concept_labels():
        labels.setdefault(str(label["concept"]), []).append(label)
    for row in tables.all("concept"):
        yield _concept(row, labels.get(str(row["id"]), ()))


def of_vocabulary(tables: Tables, vocabulary: str) -> list[Concept]:
    """Every concept of one vocabulary (its id), by id; none where there is no such vocabulary."""
    labels: dict[str, list[Row]] = {}
    for label in vocabulary_queries.labels(tables, vocabulary):
        labels.setdefault(str(label["concept"]), []).append(label)
    return [
        _concept({"id": concept, "vocabulary": vocabulary, "uri": uri}, labels.get(concept, ()))
        for concept, uri in sorted(vocabulary_queries.concept_uris(tables, vocabulary))
    ]


def matching(tables: Tables, term: str) -> str | None:
    """The id of the concept that carries a term as one of its labels, whatever the case, spacing and Arabic spelling.

    Of several: thesauri before own terms, then labels in the term's language (see ``language_of``) before others; the
    whole order stands at ``vocabulary_queries.concepts_with_label``.
    """
    found = vocabulary_queries.concepts_with_label(tables, label_key(term), language_of(term))
    return found[0] if found else None


def create(writing: Writing, label: str, language: str = "en") -> Concept:
    """Make a concept of the project's own vocabulary with one preferred label. Refuses an empty label, one with ``|``
    (it separates terms in a file's header), and one that a concept carries already; white space is folded."""
    text = " ".join(label.split())
    if not label_key(text):
        raise UserError("A term cannot be empty.")
    if "|" in text:
        raise UserError("A term cannot hold “|”: it separates terms in a file's header.")
    if matching(writing.tables, text) is not None:
        raise UserError("There is a term “{term}” already.", term=text)
    return add(writing, text, language)


def add(writing: Writing, label: str, language: str) -> Concept:
    """Make an own concept whose label is exactly that, without looking whether there is one (imports have looked)."""
    concept_id = str(uuid.uuid4())
    row: Row = {"id": concept_id, "vocabulary": OWN_VOCABULARY, "uri": f"urn:uuid:{concept_id}"}
    writing.insert("concept", row)
    label_row: Row = {
        "id": str(uuid.uuid4()),
        "concept": concept_id,
        "language": language,
        "kind": "preferred",
        "text": label,
        "key": label_key(label),
    }
    writing.insert("concept_label", label_row)
    return _concept(row, [label_row])


def add_label(writing: Writing, concept_id: str, text: str, language: str, kind: LabelKind = "alternative") -> None:
    """Give a concept one more label; a second preferred one in a language is refused."""
    concept = get(writing.tables, concept_id)
    if kind == "preferred" and concept.label_in(language) is not None:
        raise UserError("“{term}” has a preferred label in that language already.", term=concept.label("en"))
    writing.insert(
        "concept_label",
        {
            "id": str(uuid.uuid4()),
            "concept": concept_id,
            "language": language,
            "kind": kind,
            "text": " ".join(text.split()),
            "key": label_key(text),
        },
    )


def _concept(row: Row, labels: Iterable[Row]) -> Concept:
    return Concept(
        id=str(row["id"]),
        vocabulary=str(row["vocabulary"]),
        uri=str(row["uri"]),
        labels=tuple(
            ConceptLabel(str(each["id"]), str(each["language"]), cast(LabelKind, each["kind"]), str(each["text"]))
            for each in labels
        ),
    )


# ``deprecated``: the thesaurus itself says so (owl:deprecated). ``gone``: a newer edition no longer has it. Of a
# concept that is both, ``gone`` is told.
ConceptState = Literal["deprecated", "gone"]


def all_states(tables: Tables) -> dict[str, ConceptState]:
    """The states of the concepts that are not current, by id."""
    return cast(dict[str, ConceptState], dict(concept_queries.states(tables)))


def states_of(tables: Tables, concepts: Sequence[str]) -> dict[str, ConceptState]:
    """The states of those of these concepts that are not current, by id."""
    return cast(dict[str, ConceptState], dict(concept_queries.states_of(tables, concepts)))
