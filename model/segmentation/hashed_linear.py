"""A linear model over features that are words: each is hashed to one weight, and what is kept is the weights alone.

Two features may share a weight; with far more weights than features that matter, this costs next to nothing, and no
word of the texts that it was trained on can be read from it.
"""

import math
import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np


class HashedLinear:
    """Gives the chance of a yes from the features that are there; how often each is named does not count twice."""

    def __init__(self, weights: "np.ndarray", bias: float) -> None:
        """``weights`` are of any real type, and their number is a power of two; ``ValueError`` where it is not."""
        size = len(weights)
        if size < 1 or size & (size - 1):
            raise ValueError(f"{size} weights: not a power of two")
        self._weights = array("f", weights.astype("float32").tobytes())  # read faster than numpy's, one at a time
        self._mask = size - 1
        self._bias = float(bias)

    def score(self, features: Iterable[str]) -> float:
        """The weights of the features and the bias, added up: above 0 is yes."""
        weights, mask, crc32 = self._weights, self._mask, zlib.crc32
        return sum([weights[at] for at in {crc32(one.encode()) & mask for one in features}], self._bias)

    def chance(self, features: Iterable[str]) -> float:
        """The chance of a yes, 0 … 1."""
        score = max(-60.0, min(60.0, self.score(features)))
        return 1 / (1 + math.exp(-score))

    @staticmethod
    def bucket(feature: str, size: int) -> int:
        """The place of a feature's weight among ``size``, a power of two; the same on every machine."""
        return zlib.crc32(feature.encode()) & (size - 1)


def buckets_of(features: Sequence[str], size: int) -> list[int]:
    """The places of the features among ``size`` weights, each once, in order."""
    return sorted({HashedLinear.bucket(one, size) for one in features})
