"""Bringing a thesaurus into a project: a new vocabulary, or a newer edition of one that is there."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from model.errors import UserError
from model.progress import ProgressCallback, no_progress
from model.storage import vocabulary_queries
from model.storage.journal import Writing
from model.storage.tables import Row
from model.vocabulary import concepts, merging
from model.vocabulary.concepts import OWN_VOCABULARY, Concept, Vocabulary
from model.vocabulary.merging import FreeTerm
from model.vocabulary.thesaurus import Fact, Thesaurus, concept_id, derived_id, facts_of, present_facts, row_of

OPERATION = "import vocabulary"
_AT_ONCE = 500  # concepts or rows between two looks at whether to go on

_TERMS_AT_ONCE = 20  # each moves all its assignments
_Each = TypeVar("_Each")

Part = Literal["labels", "notes", "notations", "relations", "state"]
_PARTS: dict[str, Part] = {
    "concept_label": "labels",
    "concept_note": "notes",
    "concept_documentation": "notes",
    "concept_notation": "notations",
    "concept_relation": "relations",
    "concept_state": "state",
}


@dataclass(frozen=True, slots=True)
class ChangedConcept:
    """A concept (id) that the edition has changed, and in which parts."""

    concept: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class MatchedTerm:
    """A free term, as it was, that has become a concept (id) of the thesaurus. ``uses`` is how many assignments were
    moved; ``others`` are ids of concepts that carry the term too, where it could have been one of them.
    """

    term: Concept
    concept: str
    uses: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionReport:
    """What bringing in a thesaurus did. Ids of concepts, in order of their URIs.

    ``gone`` are those that the edition lacks and that had not been gone before: they stay, marked. ``returned`` are
    those that had been gone; they are among ``changed``. ``renamed`` is whether names or version of the vocabulary
    (its id) changed. ``matched`` and ``unmatched`` are the free terms that the thesaurus has, and has not. ``shared``
    are the project's other vocabularies that have concepts of the same URIs, with how many.
    """

    vocabulary: str
    new: bool
    renamed: bool
    added: tuple[str, ...]
    changed: tuple[ChangedConcept, ...]
    gone: tuple[str, ...]
    returned: tuple[str, ...]
    unchanged: int
    matched: tuple[MatchedTerm, ...]
    unmatched: tuple[FreeTerm, ...]
    shared: tuple[tuple[Vocabulary, int], ...] = ()

    @property
    def ambiguous(self) -> tuple[MatchedTerm, ...]:
        """The matched terms that several concepts carry."""
        return tuple(term for term in self.matched if term.others)

    def remarks(self, name: Callable[[Vocabulary], str]) -> tuple[UserError, ...]:
        """Sentences about what may not have been meant, in which vocabularies have these names."""
        return tuple(
            UserError(
                "{count} of its concepts have URIs that the vocabulary “{name}” has already.",
                count=count,
                name=name(vocabulary),
            )
            for vocabulary, count in self.shared
        )


def bring_in(writing: Writing, thesaurus: Thesaurus, on_progress: ProgressCallback = no_progress) -> EditionReport:
    """Bring a thesaurus in, within one operation (``OPERATION``): as a new vocabulary, or as the state of the one that
    has its URI.

    Concepts are the same where their URIs are: they keep their ids and with them what they are assigned to; labels,
    notes, notations, relations and states become those of the thesaurus. What it lacks is kept and marked ``gone``,
    the mark is taken off where it comes back; a thesaurus that lacks all of them is refused. Of the project's own
    vocabulary nothing is gone: it may have more terms than a file that was written from it, or from another project's.

    Free terms that carry a label of the thesaurus become its concepts (see ``merging.merge``), of several the best by
    the order of ``concepts.matching``. Where nothing is new nothing is written. ``on_progress`` is called with how many
    concepts are done and how many there are, and goes on being called with all of them while what was found is written,
    terms are matched, and the operation's record is stored; where it raises, the operation is to be given up.
    """
    total = len(thesaurus.concepts)
    vocabulary, new, renamed = _vocabulary(writing, thesaurus)
    ids = {} if new else {uri: concept for concept, uri in vocabulary_queries.concept_uris(writing.tables, vocabulary)}
    present = {} if new else present_facts(writing.tables, vocabulary)
    if ids and not thesaurus.concepts and vocabulary != OWN_VOCABULARY:
        raise UserError(
            "The vocabulary “{uri}” has {count} concepts in the project, and none in the file: all would be marked as "
            "gone.",
            uri=thesaurus.uri,
            count=len(ids),
        )
    added = _add_concepts(writing, thesaurus, vocabulary, ids)
    one = _Edition(writing, present, frozenset(ids.values()))
    changed: list[ChangedConcept] = []
    returned: list[str] = []
    for done, concept in enumerate(thesaurus.concepts):
        if done % _AT_ONCE == 0:
            on_progress(done, total)
        found, wanted = ids[concept.uri], facts_of(concept, ids)
        parts = one.bring(found, wanted)
        if parts and found not in added:
            changed.append(ChangedConcept(found, parts))
            if ("concept_state", "gone") in present.get(found, {}) and not concept.gone:
                returned.append(found)
    gone: list[str] = []
    kept = {concept.uri for concept in thesaurus.concepts}
    # What follows writes most, and has no measure of its own: it is only to be stopped.
    if vocabulary != OWN_VOCABULARY:
        for uri in _looking(sorted(ids.keys() - kept), _AT_ONCE, on_progress, total):
            if one.mark_gone(ids[uri]):
                gone.append(ids[uri])
    one.write(on_progress, total)
    on_progress(total, total)
    matched = () if vocabulary == OWN_VOCABULARY else _match(writing, vocabulary, on_progress, total)
    on_progress(total, total)
    writing.on_progress = lambda _done, _total: on_progress(total, total)
    return EditionReport(
        vocabulary=vocabulary,
        new=new,
        renamed=renamed,
        added=tuple(added),
        changed=tuple(changed),
        gone=tuple(gone),
        returned=tuple(returned),
        unchanged=total - len(added) - len(changed),
        matched=matched,
        unmatched=tuple(merging.free_terms(writing.tables)),
        shared=tuple(_sharing(writing, vocabulary, kept)),
    )


def _sharing(writing: Writing, vocabulary: str, uris: Collection[str]) -> Iterator[tuple[Vocabulary, int]]:
    """The other vocabularies that have concepts of these URIs, with how many."""
    for other in concepts.vocabularies(writing.tables):
        if other.id != vocabulary:
            count = sum(uri in uris for _, uri in vocabulary_queries.concept_uris(writing.tables, other.id))
            if count:
                yield other, count


def _looking(some: Iterable[_Each], at_once: int, on_progress: ProgressCallback, total: int) -> Iterator[_Each]:
    """Each of some, with a look at whether to go on before every ``at_once`` of them."""
    for done, each in enumerate(some):
        if done % at_once == 0:
            on_progress(total, total)
        yield each


def _vocabulary(writing: Writing, thesaurus: Thesaurus) -> tuple[str, bool, bool]:
    """The id of the vocabulary with the thesaurus' URI, made where there is none; whether it is new, and renamed."""
    names = json.dumps(dict(thesaurus.names), ensure_ascii=False, sort_keys=True)
    found = vocabulary_queries.vocabularies_with_uri(writing.tables, thesaurus.uri)
    if found:
        row, vocabulary = found[0], str(found[0]["id"])
        changed = json.loads(str(row["names"])) != dict(thesaurus.names) or row["version"] != thesaurus.version
        if changed and vocabulary != OWN_VOCABULARY:
            writing.update("vocabulary", vocabulary, names=names, version=thesaurus.version)
        return vocabulary, False, changed and vocabulary != OWN_VOCABULARY
    vocabulary = derived_id("vocabulary", thesaurus.uri)
    writing.insert(
        "vocabulary",
        {"id": vocabulary, "uri": thesaurus.uri, "names": names, "version": thesaurus.version, "own": 0},
    )
    return vocabulary, True, False


def _add_concepts(writing: Writing, thesaurus: Thesaurus, vocabulary: str, ids: dict[str, str]) -> dict[str, None]:
    """Write the concepts that are not there yet, and note their ids by URI; gives them in order."""
    rows: list[Row] = []
    for concept in thesaurus.concepts:
        if concept.uri not in ids:
            ids[concept.uri] = concept_id(thesaurus.uri, concept.uri)
            rows.append({"id": ids[concept.uri], "vocabulary": vocabulary, "uri": concept.uri})
    writing.insert_all("concept", rows)
    return {str(row["id"]): None for row in rows}


class _Edition:
    """Collects what has to be written, so that many rows are written at once."""

    def __init__(
        self, writing: Writing, present: Mapping[str, dict[Fact, list[str]]], concepts: frozenset[str]
    ) -> None:
        self._writing = writing
        self._present = present
        self._concepts = concepts
        self._new: dict[str, list[Row]] = {}
        self._gone: list[tuple[str, str]] = []

    def bring(self, concept: str, wanted: set[Fact]) -> tuple[Part, ...]:
        """Have a concept hold exactly these facts; gives the parts in which it held others."""
        present = self._present.get(concept, {})
        # What leads out of the vocabulary is none of its own business.
        outside = {fact for fact in present if fact[0] == "concept_relation" and fact[2] not in self._concepts}
        taken = {row_id for row_ids in present.values() for row_id in row_ids}
        new, old = wanted - present.keys(), present.keys() - wanted - outside
        for fact in sorted(new):
            self._new.setdefault(fact[0], []).append(row_of(concept, fact, taken))
        self._gone += [(fact[0], row_id) for fact in sorted(old) for row_id in present[fact]]
        parts = {_PARTS[fact[0]] for fact in new | old}
        return tuple(part for part in dict.fromkeys(_PARTS.values()) if part in parts)

    def mark_gone(self, concept: str) -> bool:
        """Mark a concept as gone from the newest edition; gives whether it was not before."""
        present = self._present.get(concept, {})
        if ("concept_state", "gone") in present:
            return False
        self.bring(concept, {*present, ("concept_state", "gone")})
        return True

    def write(self, on_progress: ProgressCallback, total: int) -> None:
        """Write all of it, in pieces between which ``on_progress`` is called."""
        for kind, row_id in _looking(self._gone, _AT_ONCE, on_progress, total):
            self._writing.delete(kind, row_id)
        for kind, rows in self._new.items():
            for start in range(0, len(rows), _AT_ONCE):
                on_progress(total, total)
                self._writing.insert_all(kind, rows[start : start + _AT_ONCE])


def _match(writing: Writing, vocabulary: str, on_progress: ProgressCallback, total: int) -> tuple[MatchedTerm, ...]:
    """Make concepts of a vocabulary of the free terms that carry its labels."""
    candidates: dict[str, list[str]] = {}
    for term, other in vocabulary_queries.labels_shared(writing.tables, OWN_VOCABULARY, vocabulary):
        candidates.setdefault(term, []).append(other)
    matched: list[MatchedTerm] = []
    for term, (best, *others) in _looking(candidates.items(), _TERMS_AT_ONCE, on_progress, total):
        free = concepts.get(writing.tables, term)
        matched.append(MatchedTerm(free, best, merging.move(writing, term, best), tuple(others)))
    return tuple(sorted(matched, key=lambda each: (-each.uses, each.term.label("en"), each.term.id)))
