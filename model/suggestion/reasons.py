"""The reasons for and against each term that a text might have: what a ranking is learned from.

A row a candidate, with ``COLUMNS``: what the memory says of it, how its labels stand in the text, and what became of
that in the documents that were learned from. Terms that nothing speaks for are no candidates: the best of each way to
find them are.
"""

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.suggestion import memory as memory_room
from model.suggestion.labels import LabelFinder, LabelOccurrences, WordCover
from model.suggestion.memory import MIXTURES, KnownDocument, Memory, Remembered
from model.suggestion.reading import ReadText

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

COLUMNS = (
    *("ridge text", "ridge title", "ridge cited", "neighbours", "closest"),
    *("nearest 1", "nearest 2", "nearest 3", "likeness 1", "likeness 2", "likeness of title", "likeness of letters"),
    *("same title", "cited", "cited documents", "first cited", "last cited"),
    *("rank", "behind the first", "behind the fifth"),
    *("in text", "in title", "in leads", "first place", "words found", "spread"),
    *("exactly in text", "exactly in title"),
    *("words in title", "words in text", "label's weight", "sentences", "label's words", "weighed"),
    *("documents", "assigned where found", "documents found in", "assigned where in title", "documents titled"),
    *("recent share", "recent documents", "days since"),
    *("has a label", "organ", "usual number", "length", "indexed documents"),
)
# What can be switched off, to measure what it is worth: of ``labels`` a suggester is simply given none.
PARTS: Mapping[str, tuple[str, ...]] = {
    "ridge": ("ridge text", "ridge title", "ridge cited", "rank", "behind the first", "behind the fifth"),
    "neighbours": (
        *("neighbours", "closest", "nearest 1", "nearest 2", "nearest 3", "likeness 1", "likeness 2"),
        *("likeness of title", "likeness of letters", "same title"),
    ),
    "citations": ("ridge cited", "cited", "cited documents", "first cited", "last cited"),
}
NEAREST = 30
CLOSEST = 10
_NO_RANK = 60
_RANKED, _NEIGHBOURS, _TITLED = 40, 20, 10  # candidates of each kind from the memory
_FOUND, _RARE, _COVERED_TITLE, _COVERED = 25, 25, 12, 30  # and from the labels
_TITLE_COVER, _TEXT_COVER = 0.55, 0.99
_YEAR = 365.0  # days after which a document counts for 1 / e of one of the same day
_RECENT = 400  # days within which a document is recent: of the last session, or of the same time of the year before
_LONG_AGO = 3000  # days, where no document has the term
_ORGANS = ("GA", "SC", "ECOSOC", "HRC")
_NONE = -1.0  # where there is nothing to measure: the trees know no other sign for that


@dataclass(frozen=True, slots=True)
class Reasons:
    """The candidates of a text, their rows, and what is needed to show why."""

    terms: tuple[str, ...]
    rows: "Floats"
    found: dict[str, LabelOccurrences]
    near: tuple[int, ...]
    likeness: tuple[float, ...]


class LabelRecord:
    """In how many indexed documents each term's label was found, in text and title, and how often it was assigned."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.assigned: Counter[str] = Counter()
        self.titled: Counter[str] = Counter()
        self.assigned_titled: Counter[str] = Counter()

    def add(self, found: dict[str, LabelOccurrences], terms: Collection[str], by: int = 1) -> None:
        """Count a document, or with ``by`` -1 take it out again."""
        for term, each in found.items():
            has = by * (term in terms)
            if each.count:
                self.found[term] += by
                self.assigned[term] += has
            if each.in_title:
                self.titled[term] += by
                self.assigned_titled[term] += has


class Reasoner:
    """Finds candidates and their rows, for texts that are not known and, to learn from, for those that are."""

    def __init__(
        self,
        memory: Memory,
        labels: LabelFinder,
        found: Sequence[dict[str, LabelOccurrences]],
        without: str | None = None,
    ) -> None:
        """``found``: what of the labels stands in each document of the memory. ``without``: one of ``PARTS`` that is
        not looked at.
        """
        self.without = without
        self._hidden = [COLUMNS.index(column) for column in PARTS[without]] if without is not None else []
        self.memory = memory
        self.labels = labels
        self.found = list(found)
        self.record = LabelRecord()
        frequency: Counter[str] = Counter()
        for document, each in zip(memory.documents, self.found, strict=True):
            self.record.add(each, document.terms)
            frequency.update({stem for stem in document.text.stems if stem is not None})
        self.cover = WordCover(labels, frequency, len(memory))

    def take_in(self, document: KnownDocument) -> None:
        """Learn from one more document, as far as the memory takes any, or from one whose terms have changed."""
        place = self.memory.place_of(document.name)
        if place is None and len(self.memory) >= memory_room.LIMIT:
            return
        if place is None:
            found = self.labels.find(document.text)
            self.found.append(found)
        else:
            found = self.found[place]
            self.record.add(found, self.memory.documents[place].terms, by=-1)
        self.record.add(found, document.terms)
        self.memory.take_in(document)

    def reasons(
        self, text: ReadText, said: Remembered, found: dict[str, LabelOccurrences], itself: int | None = None
    ) -> Reasons:
        """The candidates of a text, in order of their keys. ``itself``: its place in the memory, where it is known and
        is to be treated as if it were not.
        """
        own: frozenset[str] = self.memory.documents[itself].terms if itself is not None else frozenset()
        counted = self.found[itself] if itself is not None else {}  # its title may have changed since
        self.record.add(counted, own, by=-1)
        try:
            reasons = _Text(self, text, said, found, itself).reasons()
            reasons.rows[:, self._hidden] = 0
            return reasons
        finally:
            self.record.add(counted, own)


class _Text:
    """One text and what is counted once for all of its candidates."""

    def __init__(
        self,
        reasoner: Reasoner,
        text: ReadText,
        said: Remembered,
        found: dict[str, LabelOccurrences],
        itself: int | None,
    ) -> None:
        import numpy as np

        self.reasoner, self.text, self.said, self.found = reasoner, text, said, found
        memory = reasoner.memory
        self.stems = frozenset(stem for stem in text.stems if stem is not None)
        self.title = frozenset(stem for stem in text.title_stems if stem is not None)
        self.known = len(memory) - (itself is not None)
        self.near = _best(said.near, NEAREST)
        close = _best(said.letters, CLOSEST)
        self.neighbours = _votes(memory.has, said.near, self.near, 2)
        self.close = _votes(memory.has, said.letters, close, 4)
        self.cited = [place for place in memory.cited_by(text) if place != itself]
        self.times_cited = memory.has[self.cited].sum(axis=0) if self.cited else np.zeros(len(memory.terms))
        self.used = memory.has.sum(axis=0)
        if itself is not None:
            self.used = self.used - memory.has[itself]
        self.age = _age(memory.days, text.day, itself)
        weights = np.exp(-self.age / _YEAR)
        self.fresh = weights @ memory.has
        self.usually_fresh = float(weights.sum()) / max(1, self.known)
        self.recent = (self.age < _RECENT).astype(np.float64) @ memory.has
        self.scores = said.scores["text"]
        order = self._best_used(self.scores, _NO_RANK)
        self.rank = {int(place): rank for rank, place in enumerate(order)}
        best = self.scores[order]
        self.first = float(best[0]) if len(best) else 0.0
        self.fifth = float(best[min(4, len(best) - 1)]) if len(best) else 0.0
        weights = np.maximum(said.near[self.near], 0) ** 2
        counts = memory.has[self.near].sum(axis=1)
        self.usual = float((weights * counts).sum() / (weights.sum() + 1e-9)) if len(weights) else 0.0
        self.sentences = _sentences(text)

    def reasons(self) -> Reasons:
        import numpy as np

        terms = tuple(sorted(self._candidates()))
        rows = [self._row(term) for term in terms]
        return Reasons(
            terms,
            np.asarray(rows, dtype=np.float64).reshape(len(rows), len(COLUMNS)),
            self.found,
            tuple(int(place) for place in self.near[:CLOSEST]),
            tuple(float(self.said.near[place]) for place in self.near[:CLOSEST]),
        )

    def _candidates(self) -> set[str]:
        import numpy as np

        memory = self.reasoner.memory
        without = self.reasoner.without
        places: set[int] = set()
        if without != "ridge":
            places.update(self._best_used(self.scores, _RANKED))
            places.update(self._best_used(self.said.scores["title"], _TITLED))
        if without != "neighbours":
            voted = self._best_used(self.neighbours, _NEIGHBOURS)
            places.update(voted[self.neighbours[voted] > 0])
        if without != "citations":
            places.update(np.flatnonzero(self.times_cited))
        found = {memory.terms[int(place)] for place in places}
        return found | self._found_candidates()

    def _found_candidates(self) -> set[str]:
        cover, record = self.reasoner.cover, self.reasoner.record

        def promising(term: str) -> tuple[float, str]:
            each = self.found[term]
            rate = (record.assigned[term] + 0.3) / (record.found[term] + 3)
            return -(1 + math.log1p(each.count)) * (1 + 2 * (each.in_title > 0)) * each.length * rate, term

        def rare(term: str) -> tuple[float, str]:
            return -math.log1p(self.found[term].count) * cover.whole(term), term

        found = set(sorted(self.found, key=promising)[:_FOUND])
        found |= {term for term, each in self.found.items() if each.in_title}
        found |= set(sorted(self.found, key=rare)[:_RARE])
        title = cover.of_words(self.title)
        parts = {term: weight / cover.whole(term) for term, weight in title.items()}
        covered = [term for term, part in parts.items() if part > _TITLE_COVER]
        found |= set(sorted(covered, key=lambda term: (-title[term] * parts[term], term))[:_COVERED_TITLE])
        text = cover.nearly_whole(self.stems, _TEXT_COVER)
        return found | set(sorted(text, key=lambda term: (-text[term], term))[:_COVERED])

    def _row(self, term: str) -> list[float]:
        memory, cover, record = self.reasoner.memory, self.reasoner.cover, self.reasoner.record
        has, said = memory.has, self.said
        place = memory.places.get(term)
        if place is not None and not self.used[place]:
            place = None
        each = self.found.get(term, _NOT_FOUND)
        words = self.reasoner.labels.words(term)
        whole = cover.whole(term)

        def of(values: "Floats") -> float:
            return float(values[place]) if place is not None else 0.0

        def has_it(document: int) -> float:
            return float(has[document, place]) if place is not None else 0.0

        near = [int(document) for document in self.near[:3]]
        nearest = [has_it(document) * float(said.near[document]) for document in near] + [0.0] * (3 - len(near))
        likeness = [float(said.near[document]) for document in near[:2]] + [0.0] * (2 - len(near[:2]))
        score = of(self.scores)
        return [
            *(of(said.scores[name]) for name in MIXTURES),
            *(of(self.neighbours), of(self.close), *nearest, *likeness),
            *(_highest(said.title), _highest(said.letters)),
            has_it(int(said.title.argmax())) if _highest(said.title) > 0 else 0.0,
            *(of(self.times_cited) / max(1, len(self.cited)), len(self.cited)),
            *(has_it(self.cited[0]) if self.cited else _NONE, has_it(self.cited[-1]) if self.cited else _NONE),
            self.rank.get(place, _NO_RANK) if place is not None else _NO_RANK,
            *(score - self.first, score - self.fifth),
            *(math.log1p(each.count), each.in_title, math.log1p(each.in_leads)),
            *(each.first, each.length, each.last - each.first),
            *(math.log1p(each.exact), each.exact_in_title),
            *(cover.covered(term, self.title), cover.covered(term, self.stems), whole),
            *(math.log1p(self._sentences_with(words)), len(words), math.log1p(each.count) * whole),
            math.log1p(of(self.used)),
            *((record.assigned[term] + 0.2) / (record.found[term] + 2), math.log1p(record.found[term])),
            *((record.assigned_titled[term] + 0.2) / (record.titled[term] + 2), math.log1p(record.titled[term])),
            *(self._recent_share(place), math.log1p(of(self.recent)), self._days_since(place)),
            *(bool(words), _ORGANS.index(self.text.organ) if self.text.organ in _ORGANS else -1),
            *(self.usual, math.log1p(len(self.text.stems)), math.log1p(self.known)),
        ]

    def _recent_share(self, place: int | None) -> float:
        """How recent the documents are that have a term, against all documents (1: neither more nor less)."""
        if place is None:
            return 0.0
        few = 0.5
        share = (self.fresh[place] + few * self.usually_fresh) / (self.used[place] + few)
        return float(share / (self.usually_fresh + 1e-9))

    def _days_since(self, place: int | None) -> float:
        """How many days lie between the text and the nearest document that has a term, before or after it."""
        if place is None:
            return 0.0
        return float(min(_LONG_AGO, self.age[self.reasoner.memory.has[:, place] > 0].min()))

    def _best_used(self, values: "Floats", count: int) -> "npt.NDArray[np.int64]":
        """The places of the highest values, but for terms that only the text itself has, or no document any more: they
        are as unknown as those that none ever had.
        """
        order = _best(values, len(values))
        return order[self.used[order] > 0][:count]

    def _sentences_with(self, words: Sequence[str]) -> int:
        """In how many sentences all words of a label stand."""
        if not words or not self.stems.issuperset(words):
            return 0
        with_all = self.sentences[words[0]]
        for word in words[1:]:
            with_all = with_all & self.sentences[word]
        return len(with_all)


_NOT_FOUND = LabelOccurrences()


def _best(values: "Floats", count: int) -> "npt.NDArray[np.int64]":
    """The places of the highest values, best first; earlier ones first among equals."""
    import numpy as np

    return np.argsort(-values, kind="stable")[:count]


def _age(days: Sequence[int], day: int, itself: int | None) -> "Floats":
    """How many days lie between a text and each document; without end for ``itself``. What is of no known day counts
    as of the newest of the others.
    """
    import numpy as np

    known = np.asarray(days, dtype=np.float64)
    if itself is not None:
        known[itself] = 0
    newest = float(known.max()) if len(known) else 0.0
    found = np.abs(np.where(known > 0, known, newest) - (day or newest))
    if itself is not None:
        found[itself] = np.inf
    return found


def _votes(has: "Floats", likeness: "Floats", places: "npt.NDArray[np.int64]", power: int) -> "Floats":
    """Which terms the documents at these places have, by how like they are."""
    import numpy as np

    weights = np.maximum(likeness[places], 0) ** power
    return (weights @ has[places]) / (weights.sum() + 1e-9)


def _highest(values: "Floats") -> float:
    return float(values.max()) if len(values) else 0.0


def _sentences(text: ReadText) -> dict[str, set[int]]:
    """Of each stem in which sentences it stands: what is between stops, counted from 0."""
    found: dict[str, set[int]] = {}
    sentence = 0
    for stem in text.stems:
        if stem is None:
            sentence += 1
        else:
            found.setdefault(stem, set()).add(sentence)
    return found
