"""Texts as weighted features, and how much alike they are: words and pairs of words, sequences of letters, both once
more for the title, and the resolutions cited.

Weights are those of TF-IDF: 1 + log of how often a feature stands in the text, times log((1 + n) / (1 + d)) + 1 for a
feature in d of n texts, each text of length 1 (Salton & Buckley 1988, with the smoothing of scikit-learn).
"""

from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

from model.progress import ProgressCallback, no_progress
from model.suggestion.reading import ReadText

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

KINDS = ("words", "letters", "title words", "title letters", "cited")
SHORTEST, LONGEST = 2, 5  # letters in a sequence; a word is read with a blank on both sides
_FREQUENT = 20_000  # features that stand in most texts are multiplied as full matrices, which takes a tenth of the time
_AT_ONCE = 4_000
_FEW = 0.25  # of all numbers of a matrix


@dataclass(frozen=True, slots=True)
class Similarities:
    """How much alike texts are (0 … 1): one matrix for each of ``KINDS``."""

    by_kind: "dict[str, Floats]"

    def mixed(self, weights: Mapping[str, float]) -> "Floats":
        """A weighted sum."""
        import numpy as np

        found: Floats = np.zeros_like(next(iter(self.by_kind.values())))
        for kind, weight in weights.items():
            found += weight * self.by_kind[kind]
        return found

    def of(self, row: int) -> "Similarities":
        """Those of one text alone, given by its row."""
        return Similarities({kind: matrix[row] for kind, matrix in self.by_kind.items()})


class Vectors:
    """The features of the texts that were learned from, to compare others with."""

    def __init__(self, texts: Sequence[ReadText], on_progress: ProgressCallback = no_progress) -> None:
        self._spaces = {kind: _Space() for kind in KINDS}
        self._learned: dict[str, Any] = {}  # by columns, which makes comparing with one text twice as fast
        self._added: dict[str, Any] = {}  # by rows: there, one more is cheap
        for number, (kind, space) in enumerate(self._spaces.items()):
            on_progress(number, len(KINDS))
            counts = _counts(kind, texts, space, grow=True)
            space.learn(counts)
            self._learned[kind] = space.weighed(counts).tocsc()
            self._added[kind] = _sparse().csr_matrix((0, counts.shape[1]), dtype="float32")

    def among_themselves(self, on_progress: ProgressCallback = no_progress) -> Similarities:
        """How much alike the texts are that were learned from; exactly 1 with itself, 0 where a text has no feature."""
        import numpy as np

        found: dict[str, Floats] = {}
        for number, kind in enumerate(KINDS):
            on_progress(number, len(KINDS))
            rows = self._rows_of(kind)
            found[kind] = _product(rows)
            filled = np.asarray(rows.multiply(rows).sum(axis=1)).ravel() > 0
            np.fill_diagonal(found[kind], filled.astype(np.float64))
        return Similarities(found)

    def compare(self, text: ReadText) -> Similarities:
        """How much a text is like each of those, shape (1, texts)."""
        import numpy as np

        found: dict[str, Floats] = {}
        for kind, space in self._spaces.items():
            row = space.weighed(_counts(kind, [text], space, grow=False))
            parts = [_times(self._learned[kind], row), _times(self._added[kind], row)]
            found[kind] = np.concatenate(parts).astype(np.float64)[None, :]
        return Similarities(found)

    def add(self, text: ReadText) -> None:
        """Take one more text in; how rare features are is not counted anew."""
        for kind, space in self._spaces.items():
            row = space.weighed(_counts(kind, [text], space, grow=True))
            rows = self._added[kind]
            rows.resize((rows.shape[0], row.shape[1]))
            self._added[kind] = _sparse().vstack([rows, row]).tocsr().astype("float32")

    def _rows_of(self, kind: str) -> Any:
        """All texts, a row each."""
        learned, added = self._learned[kind].tocsr(), self._added[kind]
        learned.resize((learned.shape[0], added.shape[1]))
        return _sparse().vstack([learned, added]).tocsr()


def weights_of(texts: Iterable[Iterable[Hashable]]) -> Any:
    """The weights of the features of some texts: a sparse matrix, a row a text of length 1, a column a feature. Texts
    are read one by one.
    """
    space = _Space()
    counts = _rows(texts, space.places, grow=True)
    space.learn(counts)
    return space.weighed(counts)


class _Space:
    """The features of one kind, numbered in the order in which they were met."""

    def __init__(self) -> None:
        self.places: dict[Hashable, int] = {}
        self._rarity: Any = None
        self._unseen = 1.0
        self._cut: dict[str, array[int]] = {}

    def learn(self, counts: Any) -> None:
        """Count how rare each feature is."""
        import numpy as np

        texts = counts.shape[0]
        frequency = np.bincount(counts.indices, minlength=counts.shape[1])
        self._rarity = np.log((1 + texts) / (1 + frequency)) + 1
        self._unseen = float(np.log(1 + texts) + 1)

    def cut_up(self, words: Iterable[str], *, grow: bool) -> Any:
        """Where the sequences of letters of words stand, a row a word, once for each time; unseen ones as in
        ``_counts``. The places of words that were learned are kept: to find them takes half of the time that it takes
        to compare a text.
        """
        import numpy as np

        unseen: dict[Hashable, int] = {}
        indices = array("i")
        limits = [0]
        for word in words:
            places = self._cut.get(word)
            if places is None:
                places = array("i", (_place(each, self.places, unseen, grow=grow) for each in _sequences(word)))
                if grow:
                    self._cut[word] = places
            indices.extend(places)
            limits.append(len(indices))
        shape = (len(limits) - 1, len(self.places) + len(unseen))
        ones = np.ones(len(indices), np.float32)
        return _sparse().csr_matrix((ones, np.asarray(indices, np.int32), limits), shape=shape)

    def weighed(self, counts: Any) -> Any:
        """Rows of weights, each of length 1. What was met after ``learn`` is as rare as what was never met."""
        import numpy as np

        more = counts.shape[1] - len(self._rarity)
        if more > 0:
            self._rarity = np.concatenate([self._rarity, np.full(more, self._unseen)])
        weights = (1 + np.log(counts.data.astype(np.float64))) * self._rarity[counts.indices]
        sizes = np.diff(counts.indptr)
        length = np.sqrt(np.bincount(np.repeat(np.arange(len(sizes)), sizes), weights**2, len(sizes)))
        length[length == 0] = 1
        weights *= np.repeat(1 / length, sizes)
        return _sparse().csr_matrix((weights.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)


def _counts(kind: str, texts: Sequence[ReadText], space: _Space, *, grow: bool) -> Any:
    """How often each feature stands in each text; a row a text. Features that the space has not met are added to it
    where it may ``grow``, else numbered behind its own, so that they count in the length of the row.
    """
    match kind:
        case "words":
            return _rows((_pairs(text.words) for text in texts), space.places, grow=grow)
        case "title words":
            return _rows((_pairs(text.title_words) for text in texts), space.places, grow=grow)
        case "letters":
            return _letters([text.words for text in texts], space, grow=grow)
        case "title letters":
            return _letters([text.title_words for text in texts], space, grow=grow)
        case _:
            return _rows((text.cited for text in texts), space.places, grow=grow)


def _pairs(words: Sequence[str]) -> Iterable[Hashable]:
    return (*words, *pairwise(words))


def _letters(texts: Sequence[Sequence[str]], space: _Space, *, grow: bool) -> Any:
    """Sequences of letters are those of the words: each different word is cut up once."""
    words: dict[Hashable, int] = {}
    by_word = _rows(texts, words, grow=True)
    return (by_word @ space.cut_up(map(str, words), grow=grow)).tocsr()


def _sequences(word: str) -> Iterable[Hashable]:
    padded = f" {word} "
    return [
        padded[start : start + length]
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(padded) - length + 1)
    ]


def _rows(texts: Iterable[Iterable[Hashable]], places: "dict[Hashable, int]", *, grow: bool) -> Any:
    import numpy as np

    sparse = _sparse()
    unseen: dict[Hashable, int] = {}
    # Arrays, not lists: making those of numpy of millions of numbers would hold up the window for half a second.
    indices, values = array("i"), array("f")
    limits = [0]
    for text in texts:
        counted = Counter(text)
        found = list(map(places.get, counted))
        if None in found:
            features = list(counted)
            into, first = (places, 0) if grow else (unseen, len(places))
            for at in [at for at, place in enumerate(found) if place is None]:
                found[at] = first + into.setdefault(features[at], len(into))
        indices.extend(cast("list[int]", found))
        values.extend(counted.values())
        limits.append(len(indices))
    width = len(places) + len(unseen)
    shape = (len(limits) - 1, width)
    if not indices:
        return sparse.csr_matrix(shape, dtype=np.float32)
    made = (np.frombuffer(values, np.float32), np.frombuffer(indices, np.int32), limits)
    return sparse.csr_matrix(made, shape=shape)


def _place(feature: Hashable, places: "dict[Hashable, int]", unseen: "dict[Hashable, int]", *, grow: bool) -> int:
    place = places.get(feature)
    if place is None and grow:
        place = places[feature] = len(places)
    return len(places) + unseen.setdefault(feature, len(unseen)) if place is None else place


def _times(rows: Any, row: Any) -> "Floats":
    """Every row times the one, of which features behind those of the rows do not count; shape (rows,)."""
    import numpy as np

    known = row.indices < rows.shape[1]
    features, weights = row.indices[known], row.data[known]
    # Of few features, only the columns that they are in are looked at; of many, picking those out takes longer.
    if rows.format == "csc" and np.diff(rows.indptr)[features].sum() < _FEW * rows.nnz:
        return rows[:, features] @ weights
    dense = np.zeros(rows.shape[1], dtype=np.float32)
    dense[features] = weights
    return rows @ dense


def _product(rows: Any) -> "Floats":
    """Every row times every other, outside the diagonal."""
    import numpy as np

    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    shared = np.flatnonzero(frequency > 1)  # what stands in one text alone makes none like another
    order = shared[np.argsort(-frequency[shared], kind="stable")]
    columns = rows.tocsc()
    frequent = columns[:, order[:_FREQUENT]]
    found = np.zeros((rows.shape[0], rows.shape[0]), dtype=np.float32)
    for start in range(0, frequent.shape[1], _AT_ONCE):
        part = frequent[:, start : start + _AT_ONCE].toarray()
        found += part @ part.T
    rare = columns[:, order[_FREQUENT:]].tocsr()
    return (found + (rare @ rare.T).toarray()).astype(np.float64)


def _sparse() -> Any:
    return __import__("scipy.sparse", fromlist=["csr_matrix"])
