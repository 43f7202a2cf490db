"""Decision trees added up (gradient boosting), as they are read: by numpy, over many rows at once."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Trees:
    """All arrays have the shape (trees, nodes); ``base`` is added to the values of the leaves that a row comes to.

    At a node a row goes ``left`` where its ``measure`` is at most ``threshold``, else ``right``; a leaf leads to
    itself.
    """

    measure: "npt.NDArray[np.int16]"
    threshold: "npt.NDArray[np.float64]"
    left: "npt.NDArray[np.int16]"
    right: "npt.NDArray[np.int16]"
    value: "npt.NDArray[np.float32]"
    base: float
    depth: int

    def scores(self, rows: "npt.NDArray[np.float64]") -> "npt.NDArray[np.float64]":
        """One number for each row, shape (rows,): log odds, above 0 is yes. ``rows`` has the shape (rows, measures)."""
        import numpy as np

        count = len(self.left)
        if not len(rows):
            return np.zeros(0)
        trees = np.arange(count)[None, :]
        places = np.arange(len(rows))[:, None]
        nodes = np.zeros((len(rows), count), dtype=np.int16)
        for _ in range(self.depth):
            goes_left = rows[places, self.measure[trees, nodes]] <= self.threshold[trees, nodes]
            nodes = np.where(goes_left, self.left[trees, nodes], self.right[trees, nodes])
        return self.value[trees, nodes].astype(np.float64).sum(axis=1) + self.base
