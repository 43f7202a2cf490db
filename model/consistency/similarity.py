"""How much alike texts are by their words, for very many pairs of texts.

Each word of a text weighs 1 + log of how often it stands in it, times log((1 + n) / (1 + d)) + 1 for a word in d of n
texts (TF-IDF as scikit-learn has it); the similarity of two texts is the cosine of their weights, 0 … 1.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from model.storage.folded_texts import words_of

if TYPE_CHECKING:
    import numpy as np

_AT_ONCE = 250  # texts that are compared with all others at a time
Watch = Callable[[int, int], None]


class Texts:
    """Texts, counted: first all are added, then they are compared."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._limits = array("q", [0])
        self._numbers = array("i")
        self._counts = array("f")

    def add(self, folded: str) -> None:
        """Count the words of a folded text."""
        for word, count in Counter(words_of(folded)).items():
            self._numbers.append(self._words.setdefault(word, len(self._words)))
            self._counts.append(count)
        self._limits.append(len(self._numbers))

    def rows(self, wanted: Sequence[int]) -> "Iterator[tuple[int, np.ndarray]]":
        """The number of each text that is wanted, in order, with its similarity to every text, itself among them. Texts
        are numbered from 0 in the order in which they were added.
        """
        weights = self._weights
        turned = weights.T.tocsr()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            yield from zip(some, (weights[list(some)] @ turned).toarray(), strict=True)

    def pairs(self, wanted: Sequence[tuple[int, int]]) -> list[float]:
        """The similarity of the texts of each pair (their numbers)."""
        import numpy as np

        weights = self._weights
        one, other = weights[[one for one, _ in wanted]], weights[[other for _, other in wanted]]
        return np.asarray(one.multiply(other).sum(axis=1)).ravel().tolist()

    @cached_property
    def _weights(self) -> Any:
        """A row a text, a column a word."""
        import numpy as np

        sparse: Any = __import__("scipy.sparse", fromlist=["csr_matrix"])

        texts = len(self._limits) - 1
        numbers = np.frombuffer(self._numbers, dtype=np.int32) if self._numbers else np.zeros(0, dtype=np.int32)
        counts = np.frombuffer(self._counts, dtype=np.float32) if self._counts else np.zeros(0, dtype=np.float32)
        held_by = np.bincount(numbers, minlength=len(self._words))
        rarity = np.log((1 + texts) / (1 + held_by)) + 1
        values = ((1 + np.log(counts)) * rarity[numbers]).astype(np.float32)
        limits = np.frombuffer(self._limits, dtype=np.int64)
        length = np.sqrt(np.bincount(np.repeat(np.arange(texts), np.diff(limits)), weights=values**2, minlength=texts))
        length[length == 0] = 1
        values = (values / np.repeat(length, np.diff(limits))).astype(np.float32)
        return sparse.csr_matrix((values, numbers, limits), shape=(texts, len(self._words)))
