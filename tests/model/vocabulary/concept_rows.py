"""Concepts, their relations and states written into a project row by row, for tests."""

import uuid
from collections.abc import Mapping, Sequence

from model.storage.journal import Writing
from model.vocabulary import concepts
from model.vocabulary.concepts import ConceptState

VOCABULARY = "thesaurus"
Labels = Sequence[tuple[str, str] | tuple[str, str, concepts.LabelKind]]


def add_vocabulary(writing: Writing, vocabulary: str = VOCABULARY) -> str:
    """An empty vocabulary of that id."""
    row = {"id": vocabulary, "uri": f"http://example.org/{vocabulary}", "names": "{}", "version": "1", "own": 0}
    writing.insert("vocabulary", dict(row))
    return vocabulary


def add_concepts(writing: Writing, labels: Mapping[str, Labels], vocabulary: str = VOCABULARY) -> None:
    """Concepts by id, which is also the end of their URI, with labels as (language, text) or (language, text, kind)."""
    for concept, own in labels.items():
        writing.insert("concept", {"id": concept, "vocabulary": vocabulary, "uri": f"http://example.org/{concept}"})
        for label in own:
            kind = label[2] if len(label) == 3 else "preferred"
            concepts.add_label(writing, concept, label[1], label[0], kind)


def relate(writing: Writing, *relations: tuple[str, str, str]) -> None:
    """Relations as (concept, kind, other)."""
    for concept, kind, other in relations:
        row = {"id": str(uuid.uuid4()), "concept": concept, "kind": kind, "other": other}
        writing.insert("concept_relation", dict(row))


def set_state(writing: Writing, concept: str, state: ConceptState) -> None:
    """Have a concept be deprecated or gone."""
    writing.insert("concept_state", {"id": str(uuid.uuid4()), "concept": concept, "state": state})
