"""Suggests descriptors for a text: learned from indexed documents, and from the labels of a vocabulary alone where
there are none.

A ``Suggester`` may be used from any thread; one waits for the other.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from model.boosting.tree_training import single_thread
from model.progress import ProgressCallback, ProgressParts, no_progress
from model.suggestion import ranking
from model.suggestion.labels import LabelFinder, LabelOccurrences, Occurrences
from model.suggestion.memory import KnownDocument, Memory
from model.suggestion.ranking import Ranking
from model.suggestion.reading import ReadText, places_of
from model.suggestion.reasons import Reasoner, Reasons
from model.text.folding import fold_with_stretches
from model.text.reading_form import ReadingForm, reading_form
from model.text.words import grapheme_end

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

PLACES = 5  # stretches of evidence that are given for a term
_SIMILAR = 5  # documents named as similar


@dataclass(frozen=True, slots=True)
class Similar:
    """An indexed document that a text is like, how much (0 … 1), and its terms."""

    name: str
    likeness: float
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that a text might have: its chance (0 … 1), whether a program would assign it, and why.

    ``evidence`` are half-open code points of the text where one of its labels stands, the title's and clauses' first
    words before others, but in the order of the text. ``found`` says how often all of that is there, ``in_title``
    whether its very words are; ``similar`` names the most similar documents that have the term.
    """

    term: str
    chance: float
    assign: bool
    evidence: tuple[tuple[int, int], ...]
    found: int
    in_title: bool
    similar: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is suggested for a text, best first, and the documents that it is like, nearest first."""

    terms: tuple[Suggestion, ...]
    similar: tuple[Similar, ...]


class Suggester:
    """What was learned; see ``learn``."""

    def __init__(self, reasoner: Reasoner, ranks: Ranking) -> None:
        self._reasoner = reasoner
        self._ranks = ranks
        self._one_at_a_time = Lock()  # asking too counts in what was learned, where the text is among it

    @classmethod
    def learn(
        cls,
        labels: Iterable[tuple[str, str]],
        documents: Iterable[KnownDocument],
        on_progress: ProgressCallback = no_progress,
        start: Ranking | None = None,
        without: str | None = None,
        alone: bool = False,
    ) -> "Suggester":
        """Learn from indexed documents and from (term, label) pairs; the same give the same.

        ``on_progress`` is told how much is done and of how much; where it raises, nothing is learned. How much each
        reason is worth is known from ``start`` (the ranking that comes with Qarar where none is given), and learned
        besides from ``ranking.OWN_FROM`` documents on. ``without`` is one of ``reasons.PARTS`` that is not looked at;
        with ``alone`` what is learned besides counts alone.
        """
        known = list(documents)
        parts = ProgressParts(on_progress, 4, len(known) or 1)
        with single_thread():
            memory = Memory(known, parts.of(0))
            index = LabelFinder(labels)
            found: list[dict[str, LabelOccurrences]] = []
            for done, document in enumerate(memory.documents):
                parts.of(1)(done, len(memory))
                found.append(index.find(document.text))
            reasoner = Reasoner(memory, index, found, without)
            given = start if start is not None else ranking.shipped()
            ranks = given.of_few()
            if len(memory) >= ranking.OWN_FROM:
                reasons, truths = learning_rows(reasoner, parts.of(2))
                if ranking.can_learn(truths):
                    own = Ranking.learn(reasons, truths, parts.of(3))
                    ranks = own if alone else own.beside(given)
        parts.done()
        return cls(reasoner, ranks)

    def __len__(self) -> int:
        """How many documents were learned from."""
        return len(self._reasoner.memory)

    def take_in(self, document: KnownDocument) -> None:
        """Learn from one more document, or from one whose terms have changed. How the reasons are weighed stays."""
        with self._one_at_a_time, single_thread():
            self._reasoner.take_in(document)

    def take_in_terms(self, name: str, terms: frozenset[str], read: Callable[[], ReadText]) -> bool:
        """Learn what a document's terms are now; gives whether that is news. ``read`` gives the text, where it has not
        been read yet. One that has no terms and never had any teaches nothing.
        """
        memory = self._reasoner.memory
        place = memory.place_of(name)
        if place is None:
            if not terms:
                return False
            self.take_in(KnownDocument(name, read(), terms))
            return True
        before = memory.documents[place]
        if before.terms == terms:
            return False
        self.take_in(KnownDocument(name, before.text, terms))
        return True

    def forget(self, name: str) -> None:
        """A document is no longer there: it has no terms any more, which is all that it can say."""
        place = self._reasoner.memory.place_of(name)
        if place is not None:
            self.take_in_terms(name, frozenset(), lambda: self._reasoner.memory.documents[place].text)

    def suggest(
        self, source: str, text: ReadText, limit: int, *, name: str = "", known: frozenset[str] = frozenset()
    ) -> Suggestions:
        """At most ``limit`` terms for a text, best first, without those that are ``known``.

        ``source`` is the text itself. A document that was learned from under this ``name`` is looked at as if it had
        not been, but for how the reasons are weighed, which all documents together have taught.
        """
        reasoner = self._reasoner
        memory = reasoner.memory
        with self._one_at_a_time, single_thread():
            itself = memory.place_of(name)
            occurrences = reasoner.labels.occurrences(text.stems, text.bare)
            found = reasoner.labels.find(text, occurrences)
            reasons = reasoner.reasons(text, memory.ask(text, itself), found, itself)
            return self._suggestions(source, text, occurrences, reasons, limit, known)

    def repeats(self, text: ReadText, least: float, name: str = "") -> bool:
        """Whether a text has the title of a document that was learned from, or words at ``least`` as like its own; one
        of this ``name`` does not count.
        """
        memory = self._reasoner.memory
        itself = memory.place_of(name)
        likeness = memory.vectors.compare(text).by_kind["words"][0]
        others = [place for place in range(len(memory)) if place != itself]
        title = text.title_words
        return any(
            likeness[place] > least or (title and memory.documents[place].text.title_words == title) for place in others
        )

    def _suggestions(
        self,
        source: str,
        text: ReadText,
        occurrences: Occurrences,
        reasons: Reasons,
        limit: int,
        known: frozenset[str],
    ) -> Suggestions:
        memory = self._reasoner.memory
        chances = [float(chance) for chance in self._ranks.chances(reasons)]
        order = sorted(range(len(chances)), key=lambda place: (-chances[place], reasons.terms[place]))
        assigned = set(order[: ranking.assigned([chances[place] for place in order])])
        chosen = [place for place in order if reasons.terms[place] not in known][:limit]
        evidence = self._evidence(source, text, occurrences, [reasons.terms[place] for place in chosen])
        near = [each for each in zip(reasons.near, reasons.likeness, strict=True) if each[1] > 0]
        alike = [memory.documents[at] for at, _ in near]
        suggested: list[Suggestion] = []
        for place in chosen:
            term = reasons.terms[place]
            each = reasons.found.get(term)
            having = [document.name for document in alike if term in document.terms]
            suggested.append(
                Suggestion(
                    term,
                    chances[place],
                    place in assigned,
                    evidence.get(term, ()),
                    (each.exact or each.count) if each is not None else 0,
                    each is not None and each.exact_in_title > 0,
                    tuple(having[:_SIMILAR]),
                )
            )
        similar = [
            Similar(memory.documents[at].name, likeness, memory.documents[at].terms) for at, likeness in near[:_SIMILAR]
        ]
        return Suggestions(tuple(suggested), tuple(similar))

    def _evidence(
        self, source: str, text: ReadText, occurrences: Occurrences, terms: Sequence[str]
    ) -> dict[str, tuple[tuple[int, int], ...]]:
        """Where labels of these terms stand in the text, in code points of it: their very words, or, where these stand
        nowhere, others of the same stems.
        """
        labels = self._reasoner.labels
        wanted = set(terms)
        title = text.title_places
        exactly: dict[str, list[tuple[int, int, int]]] = {}
        roughly: dict[str, list[tuple[int, int, int]]] = {}
        for place, length, having in occurrences:
            after = 0 if place in title else 1 if text.leads[place] else 2
            for term in wanted.intersection(having):
                is_exact = labels.is_exact(term, text.bare[place : place + length])
                (exactly if is_exact else roughly).setdefault(term, []).append((after, place, place + length - 1))
        found = {**roughly, **exactly}
        if not found:
            return {}
        form = reading_form(source)
        folded, stretches = fold_with_stretches(form.text)
        places = places_of(folded)
        limits: dict[str, tuple[tuple[int, int], ...]] = {}
        for term, each in found.items():
            best = sorted(each)[:PLACES]
            limits[term] = tuple(
                sorted(
                    _whole(source, form, *stretches.source_limits(places[first][0], places[last][1]))
                    for _, first, last in best
                )
            )
        return limits


def _whole(source: str, form: ReadingForm, start: int, end: int) -> tuple[int, int]:
    """The limits in the source of ``form.text[start:end]``, with the vowel marks of the last letter, which no mark of
    an annotator would be without.
    """
    return form.source_place(start), grapheme_end(source, form.source_place(end - 1) + 1)


def learning_rows(
    reasoner: Reasoner, on_progress: ProgressCallback = no_progress
) -> "tuple[list[Reasons], list[npt.NDArray[np.bool_]]]":
    """For each document of the memory the reasons as if it were not known, and which of its candidates are right."""
    import numpy as np

    memory = reasoner.memory
    reasons: list[Reasons] = []
    truths: list[npt.NDArray[np.bool_]] = []
    for place, said in enumerate(memory.ask_without_themselves()):
        on_progress(place, len(memory))
        document = memory.documents[place]
        each = reasoner.reasons(document.text, said, reasoner.found[place], itself=place)
        reasons.append(each)
        truths.append(np.asarray([term in document.terms for term in each.terms], dtype=bool))
    return reasons, truths
