"""How much alike texts are by their words, for very many pairs of texts: the cosine of their weights, 0 … 1 (TF-IDF,
see ``suggestion.vectors``).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from model.storage.folded_texts import words_of
from model.suggestion.vectors import weights_of

if TYPE_CHECKING:
    import numpy as np

_AT_ONCE = 250  # texts that are compared with all others at a time


class Texts:
    """Folded texts, read one by one and counted, to be compared. They are numbered from 0 in their order."""

    def __init__(self, folded: Iterable[str]) -> None:
        self._weights = weights_of(map(words_of, folded))

    def rows(self, wanted: Sequence[int]) -> "Iterator[tuple[int, np.ndarray]]":
        """The number of each text that is wanted, in order, with its similarity to every text, itself among them."""
        turned = self._weights.T.tocsr()
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            yield from zip(some, (self._weights[list(some)] @ turned).toarray(), strict=True)

    def pairs(self, wanted: Sequence[tuple[int, int]]) -> list[float]:
        """The similarity of the texts of each pair (their numbers)."""
        import numpy as np

        one, other = (self._weights[[pair[side] for pair in wanted]] for side in (0, 1))
        return np.asarray(one.multiply(other).sum(axis=1)).ravel().tolist()
