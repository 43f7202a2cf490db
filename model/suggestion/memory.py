"""What was learned from indexed documents: which terms texts like these have.

Two ways to ask: kernel ridge regression over mixtures of similarities (each text's terms are a weighted sum of those of
all others; Saunders, Gammerman & Vovk 1998), and the nearest texts. What a document itself has is left out of what it
is told about itself, exactly: for ridge regression the answer without one document follows from the answer with it
(y - a / g, with a the weights and g the diagonal of the inverse; Hastie, Tibshirani & Friedman 2009, 7.10).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.progress import ProgressCallback, ProgressParts, no_progress
from model.suggestion.reading import ReadText
from model.suggestion.vectors import Similarities, Vectors

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

RIDGE = 0.1  # how much smoother than exact; chosen on older documents among .03, .1, .3
MIXTURES: Mapping[str, dict[str, float]] = {
    "text": {"words": 0.5, "letters": 0.5, "title words": 0.5, "title letters": 0.5},
    "title": {"title words": 1.0, "title letters": 1.0},
    "cited": {"cited": 1.0},
}
NEAR: dict[str, float] = {"words": 1 / 3, "title words": 1 / 3, "title letters": 1 / 3}
LIMIT = 2_000  # documents: what is kept grows with their square (0.9 GB while this many are learned from)


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """An indexed document: a name or id, its text as read, and its terms (keys)."""

    name: str
    text: ReadText
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the memory says of one text. ``scores``: for each of ``MIXTURES`` a row over ``Memory.terms``; ``near``,
    ``title`` and ``letters``: how much it is like each document, in the mixture ``NEAR`` and by words of the title and
    by letters alone; 0 for itself.
    """

    scores: "dict[str, Floats]"
    near: "Floats"
    title: "Floats"
    letters: "Floats"


class Memory:
    """Indexed documents, learned from, of each name the last one. At first at most ``LIMIT`` of them, the newest, to
    which those are added that are taken in.
    """

    def __init__(self, documents: Iterable[KnownDocument], on_progress: ProgressCallback = no_progress) -> None:
        """``on_progress`` is told between the steps and may raise."""
        import numpy as np

        self.documents: list[KnownDocument] = []
        self.terms: list[str] = []
        self.places: dict[str, int] = {}
        self.days: list[int] = []  # of adoption, a document each; see ``ReadText.day``
        self._named: dict[str, int] = {}
        self._numbered: dict[str, list[int]] = {}
        known = _newest(list({document.name: document for document in documents}.values()))
        parts = ProgressParts(on_progress, 3, 100)
        self.vectors = Vectors([document.text for document in known], parts.of(0))
        for document in known:
            self._enter(document)
        self.has = np.zeros((len(known), len(self.terms)))
        for place, document in enumerate(known):
            self.has[place] = self._row(document)
        self._alike: Similarities | None = self.vectors.among_themselves(parts.of(1))
        self._inverse: dict[str, Floats] = {}
        self._weights: dict[str, Floats] = {}
        for number, (name, mixture) in enumerate(MIXTURES.items()):
            parts.of(2)(number, len(MIXTURES))
            matrix = self._alike.mixed(mixture) + RIDGE * np.eye(len(known))
            self._inverse[name] = np.linalg.inv(matrix).astype(np.float64)
            self._weights[name] = self._inverse[name] @ self.has

    def __len__(self) -> int:
        return len(self.documents)

    def place_of(self, name: str) -> int | None:
        """Where the document of that name stands, or nothing."""
        return self._named.get(name)

    def cited_by(self, text: ReadText) -> list[int]:
        """The documents that a text cites, in the order of its citations."""
        found = (place for number in text.cited for place in self._numbered.get(number, ()))
        return list(dict.fromkeys(found))

    def ask(self, text: ReadText, itself: int | None = None) -> Remembered:
        """What the memory says of a text that it does not know. ``itself``: its place, where the memory does know it
        and is to say what it would if it did not.
        """
        alike = self.vectors.compare(text)
        if itself is None:
            scores = {name: (alike.mixed(mixture) @ self._weights[name])[0] for name, mixture in MIXTURES.items()}
            return _remembered(scores, alike, 0)
        for rows in alike.by_kind.values():
            rows[0, itself] = 0
        return _remembered({name: self._without(name, itself) for name in MIXTURES}, alike, 0)

    def ask_without_themselves(self) -> Iterator[Remembered]:
        """What the memory would say of each of its own documents if it did not know it."""
        import numpy as np

        alike = self._alike if self._alike is not None else self.vectors.among_themselves()
        self._alike = None  # it is as large as all else that is kept, and is asked for once
        for matrix in alike.by_kind.values():
            np.fill_diagonal(matrix, 0)
        for place in range(len(self)):
            yield _remembered({name: self._without(name, place) for name in MIXTURES}, alike, place)

    def take_in(self, document: KnownDocument) -> None:
        """Learn from one more document, or from one whose terms have changed. How rare words are is not counted
        anew. Beyond ``LIMIT`` nothing more is learned from.
        """
        import numpy as np

        self._alike = None
        place = self._named.get(document.name)
        if place is not None:
            self._learn_anew(place, document)
            return
        if len(self) >= LIMIT:
            return
        alike = self.vectors.compare(document.text)
        self.vectors.add(document.text)
        self._enter(document)
        self._widen()
        self.has = np.vstack([self.has, self._row(document)])
        for name, mixture in MIXTURES.items():
            itself = sum(weight for kind, weight in mixture.items() if document.text.has(kind))
            self._inverse[name], across, rest = _bordered(self._inverse[name], alike.mixed(mixture)[0], itself + RIDGE)
            # What the new inverse times all terms comes to, from the weights that are there: a hundredth of the work.
            surprise = rest * (self.has[-1] - across @ self.has[:-1])
            self._weights[name] = np.vstack([self._weights[name] - across[:, None] * surprise, surprise[None, :]])

    def _without(self, name: str, place: int) -> "Floats":
        """The scores of a document by a mixture that leaves it out."""
        return self.has[place] - self._weights[name][place] / self._inverse[name][place, place]

    def _learn_anew(self, place: int, document: KnownDocument) -> None:
        """Other terms of a document that is known: the inverse stays, the weights of what changed do not."""
        import numpy as np

        self.documents[place] = document
        self.days[place] = document.text.day
        self._number_terms(document)
        self._widen()
        row = self._row(document)
        changed = np.flatnonzero(row != self.has[place])
        difference = row[changed] - self.has[place, changed]
        self.has[place] = row
        for name, inverse in self._inverse.items():
            self._weights[name][:, changed] += inverse[:, place][:, None] * difference[None, :]

    def _enter(self, document: KnownDocument) -> None:
        self._named[document.name] = len(self.documents)
        if document.text.number:
            self._numbered.setdefault(document.text.number, []).append(len(self.documents))
        self.documents.append(document)
        self.days.append(document.text.day)
        self._number_terms(document)

    def _number_terms(self, document: KnownDocument) -> None:
        for term in sorted(document.terms):
            if term not in self.places:
                self.places[term] = len(self.terms)
                self.terms.append(term)

    def _row(self, document: KnownDocument) -> "Floats":
        import numpy as np

        row = np.zeros(len(self.terms))
        row[[self.places[term] for term in document.terms]] = 1
        return row

    def _widen(self) -> None:
        """Columns for terms that are new."""
        import numpy as np

        more = len(self.terms) - self.has.shape[1]
        if more:
            self.has = np.pad(self.has, ((0, 0), (0, more)))
            self._weights = {name: np.pad(weights, ((0, 0), (0, more))) for name, weights in self._weights.items()}


def _newest(documents: list[KnownDocument]) -> list[KnownDocument]:
    """At most ``LIMIT`` of the documents, in their order: those adopted last, and of one day the last."""
    if len(documents) <= LIMIT:
        return documents
    rising = sorted(range(len(documents)), key=lambda place: documents[place].text.day)
    return [documents[place] for place in sorted(rising[-LIMIT:])]


def _remembered(scores: "dict[str, Floats]", alike: Similarities, row: int) -> Remembered:
    own = alike.of(row)
    return Remembered(scores, own.mixed(NEAR), own.by_kind["title words"], own.by_kind["letters"])


def _bordered(inverse: "Floats", column: "Floats", corner: float) -> "tuple[Floats, Floats, float]":
    """The inverse of a symmetric matrix that has one more row and column (block inversion); the inverse before times
    that column, and the corner of the new one.
    """
    import numpy as np

    across = inverse @ column
    rest = 1 / (corner - column @ across)
    found = np.empty((len(inverse) + 1, len(inverse) + 1))
    found[:-1, :-1] = inverse + rest * np.outer(across, across)
    found[-1, :-1] = found[:-1, -1] = -rest * across
    found[-1, -1] = rest
    return found, across, float(rest)
