"""Finding concepts by typing: any label in any language, words in any order, prefixes, Arabic folded."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.text.folding import fold
from model.vocabulary.concepts import Concept, ConceptLabel


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """A concept found, and the label by which it was."""

    concept: Concept
    label: ConceptLabel


class Lookup:
    """The labels of a project's concepts in memory, folded once.

    A query matches a label when each of its words begins a word of the label. Better first: the whole label, then
    labels that begin with the query, then those whose words stand in its order; preferred before other labels, short
    before long.
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._entries = [
            (label_key, f" {label_key}", concept, label)
            for concept in concepts
            for label in concept.labels
            for label_key in (fold(label.text).strip(),)
        ]

    def find(self, query: str, limit: int = 50) -> list[ConceptMatch]:
        """The best ``limit`` concepts for a query, each once; none for an empty query."""
        folded = fold(query).strip()
        if not folded:
            return []
        pieces = [f" {word}" for word in folded.split(" ")]
        whole = f" {folded}"
        found: dict[str, tuple[tuple[int, int, int, str, str], ConceptMatch]] = {}
        for key, spaced, concept, label in self._entries:
            if not all(piece in spaced for piece in pieces):
                continue
            closeness = 0 if key == folded else 1 if key.startswith(folded) else 2 if whole in spaced else 3
            order = (closeness, 0 if label.kind == "preferred" else 1, len(key), key, concept.id)
            if concept.id not in found or order < found[concept.id][0]:
                found[concept.id] = (order, ConceptMatch(concept, label))
        return [match for _, match in sorted(found.values(), key=lambda entry: entry[0])[:limit]]
