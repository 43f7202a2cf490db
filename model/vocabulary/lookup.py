"""Finding concepts by typing: any label in any language, words in any order, each of them but a beginning.

What is better comes first, by these in turn:

1. concepts that are current;
2. the label that is the query; then labels that have the same words in another order (``rights human``); that have as
   many words, the query's being their beginnings (``rights hum``); that have all its words whole; that begin with it;
   that have all its beginnings. ``s``, ``of`` and ``the`` count for nothing where a label's words are counted;
3. within each of these, words as they are typed, or with an article that was not typed (``مياه``: ``المياه``), before
   those with another article or particle before it (``والمياه``: ``المياه``), and these before those without the
   article (``والمياه``: ``مياه``). Of mere beginnings those without the article come behind all others; and behind
   everything comes what is found but for a ``و ف ب ك ل`` alone, which may as well be a root's first letter;
4. preferred labels, then alternative and hidden ones; the languages of the window; thesauri before the project's own
   terms; what is assigned often before what is assigned at all; what begins with the query; short before long.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from model.storage import concept_queries
from model.storage.tables import Tables
from model.vocabulary import concepts
from model.vocabulary.concepts import Concept, ConceptLabel, ConceptState, all_states, label_key
from model.vocabulary.label_index import Circumstances, LabelIndex, LabelMatch
from model.vocabulary.label_words import words

if TYPE_CHECKING:
    import numpy as np

LANGUAGES = ("ar", "en")
MOST_APART = 1_000  # concepts that changed and are indexed apart; with more of them all are indexed anew
_LABELS = frozenset({"concept", "concept_label"})
_CIRCUMSTANCES = frozenset({"concept", "concept_state", "vocabulary", "assignment"})
_FOLLOWED = _LABELS | _CIRCUMSTANCES


@dataclass(frozen=True, slots=True)
class ConceptMatch:
    """A concept found, and the label by which it was. ``state``: null where the concept is current."""

    concept: Concept
    label: ConceptLabel
    state: ConceptState | None = None


class Lookup:
    """The concepts of one project, to be found by typing.

    The index is made when it is first asked, which takes a tenth of a second for a thesaurus of 7,000 concepts in six
    languages (an empty query asks for just that). Concepts that changed since are indexed apart, beside it.
    """

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._index: _Indexed | None = None
        self._written: list[Mapping[str, Iterable[str]]] = []

    def follow(self, rows: Mapping[str, Iterable[str]]) -> None:
        """Take notice of what was written: ids of rows by kind. It is looked at when something is looked for."""
        if self._index is not None and not _FOLLOWED.isdisjoint(rows):
            self._written.append(rows)

    def find(self, query: str, limit: int = 50, languages: Sequence[str] = LANGUAGES) -> list[ConceptMatch]:
        """The best ``limit`` concepts for a query, each once; none for a query without words."""
        if self._tables.connection.in_transaction:
            index = _Indexed(self._tables)  # what is written in it may yet be taken back: none of it is kept
        else:
            index = self._index = self._up_to_date() or _Indexed(self._tables)
        return index.find(label_key(query), limit, tuple(languages))

    def _up_to_date(self) -> "_Indexed | None":
        """The index with all that was written since; null where it must be made anew."""
        written, self._written = self._written, []
        known = self._index is not None and all(self._index.follow(rows) for rows in written)
        return self._index if known else None


class _Indexed:
    """What is indexed of a project: all concepts as they were, and those that changed since as they are."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._all = LabelIndex(concept_queries.label_columns(tables))
        self._apart = LabelIndex(("", "", "", ""))
        self._changed: set[str] = set()
        self._stale = False
        self._circumstances: Circumstances | None = None
        self._states: dict[str, ConceptState] = {}
        self._standing: dict[tuple[str, ...], tuple[np.ndarray, np.ndarray]] = {}

    def follow(self, rows: Mapping[str, Iterable[str]]) -> bool:
        """Take notice of what was written; no where too much of it was to be indexed apart, or it cannot be told which
        concepts it belongs to.
        """
        if not _CIRCUMSTANCES.isdisjoint(rows):
            self._circumstances = None
        if _LABELS.isdisjoint(rows):
            return True
        written, labels = set(rows.get("concept", ())), list(rows.get("concept_label", ()))
        if len(written) > MOST_APART or len(labels) > 10 * MOST_APART:
            return False
        of_labels = concept_queries.concepts_of_labels(self._tables, labels)
        if not self._are_of(written, len(labels) - len(of_labels)):
            return False
        self._changed |= written | set(of_labels)
        self._stale = True
        return len(self._changed) <= MOST_APART

    def _are_of(self, written: Iterable[str], gone: int) -> bool:
        """Whether so many labels that are no longer there can all have been labels of these concepts."""
        for concept in written if gone else ():
            indexed = self._all.labels_of(concept)
            known = self._apart.labels_of(concept) if indexed is None else indexed
            if known is None:
                return True  # come and gone again, since anything was looked for
            gone -= known
        return gone <= 0

    def find(self, key: str, limit: int, languages: tuple[str, ...]) -> list[ConceptMatch]:
        """See ``Lookup.find``."""
        if self._stale:
            self._all.leave_out(self._changed)
            self._apart = LabelIndex(concept_queries.label_columns(self._tables, sorted(self._changed)))
            self._standing.clear()
            self._stale = False
        of_all, of_apart = self._ranked(languages)
        found = self._all.find(key, of_all, limit) + self._apart.find(key, of_apart, limit)
        return self._matches(found)[:limit]

    def _ranked(self, languages: tuple[str, ...]) -> "tuple[np.ndarray, np.ndarray]":
        """How the labels of both indexes stand to each other, whatever is looked for."""
        if self._circumstances is None:
            self._states = all_states(self._tables)
            uses = dict(concept_queries.counts_of_use(self._tables))
            own = concept_queries.own_concepts(self._tables)
            self._circumstances = Circumstances(uses=uses, outdated=self._states, own=own)
            self._standing.clear()
        if languages not in self._standing:
            now = replace(self._circumstances, languages=languages)
            self._standing[languages] = self._all.standing(now), self._apart.standing(now)
        return self._standing[languages]

    def _matches(self, found: Sequence[LabelMatch]) -> list[ConceptMatch]:
        """Concepts and labels as they stand in the project, in order; what is equally good is in that of letters."""
        known = concepts.several(self._tables, [each.concept for each in found])
        ordered: list[tuple[tuple[int, str, str], ConceptMatch]] = []
        for each in found:
            concept = known.get(each.concept)
            label = None if concept is None else _met(each, concept)
            if concept is not None and label is not None:
                match = ConceptMatch(concept, label, self._states.get(concept.id))
                ordered.append(((each.rank, label_key(label.text), concept.uri), match))
        return [match for _, match in sorted(ordered, key=lambda entry: entry[0])]


def _met(found: LabelMatch, concept: Concept) -> ConceptLabel | None:
    """The label of a concept by which it was found; null where the project no longer has it."""
    alike = (
        label
        for label in concept.labels
        if (label.language.replace("\n", " "), label.kind) == (found.language, found.kind)
    )
    return next((label for label in alike if tuple(words(label_key(label.text))) == found.words), None)
