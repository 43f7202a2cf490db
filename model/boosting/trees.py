"""Decision trees added up (gradient boosting), as they are read: by numpy, over many rows at once."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Places = npt.NDArray[np.int32]


@dataclass(frozen=True)
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

        if not len(rows):
            return np.zeros(0)
        roots, measure, threshold, children, value = self._flat
        nodes: Places = np.broadcast_to(roots, (len(rows), len(roots))).copy()
        first: Places = (np.arange(len(rows), dtype=np.int32) * rows.shape[1])[:, None]
        flat = np.ascontiguousarray(rows).ravel()
        for _ in range(self.depth):
            goes_left = flat.take(first + measure.take(nodes)) <= threshold.take(nodes)
            nodes = children.take(2 * nodes + goes_left)
        return value.take(nodes).astype(np.float64).sum(axis=1) + self.base

    @cached_property
    def _flat(self) -> "tuple[Places, Places, npt.NDArray[np.float64], Places, npt.NDArray[np.float32]]":
        """All trees as one row of nodes: where each begins; of each node its measure, threshold, both children (right,
        left) and value. To look up by one number takes a third of the time that it takes by two.
        """
        import numpy as np

        count, size = self.left.shape
        roots: Places = np.arange(count, dtype=np.int32) * size
        children: Places = np.stack([self.right, self.left], axis=2).astype(np.int32) + roots[:, None, None]
        measure: Places = self.measure.astype(np.int32)
        return roots, measure.ravel(), self.threshold.ravel(), children.ravel(), self.value.ravel()
