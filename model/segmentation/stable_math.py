"""Logarithms and chances without the last bits, in which processors differ.

Other code computes these on processors with wider registers, and rounds the last bit otherwise. Trees are grown from
such numbers, and one bit there becomes other trees. So they are rounded to float32, with steps 500 million times wider.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FARTHEST = 700.0  # log odds beyond which ``exp`` would overflow: a chance of 0 or 1 long before


def logistic(scores: "npt.NDArray[np.float64]") -> "npt.NDArray[np.float64]":
    """The chances (0 … 1) that log odds stand for; the same shape, (rows,)."""
    import numpy as np

    return (1 / (1 + np.exp(np.minimum(-scores, _FARTHEST)))).astype(np.float32).astype(np.float64)


def rarities(counts: "npt.NDArray[np.int64]", total: int) -> "npt.NDArray[np.float64]":
    """The inverse document frequency of what occurs so often, log((``total`` + 1) / (count + 1)): more where rarer."""
    import numpy as np

    return np.log((total + 1) / (counts + 1)).astype(np.float32).astype(np.float64)
