"""One chance for each candidate, out of all reasons, and from the chances the terms that a program would assign."""

import io
import math
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.boosting.tree_training import grow
from model.boosting.trees import Trees
from model.errors import StorageError
from model.progress import ProgressCallback, no_progress
from model.suggestion.reasons import COLUMNS, Reasons

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "weights" / "suggester.npz"
OWN_FROM = 150  # indexed documents: from fewer no ranking is learned, and the one that comes with Qarar is alone
SEEDS = (1, 2)
ROUNDS, LEAVES, RATE, MEASURES = 250, 15, 0.05, 0.5  # hardly matter: 120 to 500 rounds and 7 to 31 leaves do the same
LEAST_ASSIGNED = 0.15  # a set of which hardly one is right has its expected F1 too, and nobody would call it sure
_BEYOND = 0.5  # right terms that are not among the candidates, in the mean
_PARTS = ("measure", "threshold", "left", "right", "value", "base", "depth")


class Ranking:
    """Weighs reasons by decision trees; how far their chances hold is in `docs/suggestions.md`."""

    def __init__(self, *trees: Trees) -> None:
        """Of several the mean of the log odds counts."""
        self.trees = trees

    def of_few(self) -> "Ranking":
        """What counts where few documents are indexed, or none: the first of those that come with Qarar."""
        return Ranking(self.trees[0])

    def beside(self, *others: "Ranking") -> "Ranking":
        """All together: what was learned from many documents of one kind, and from few."""
        return Ranking(*self.trees, *(trees for other in others for trees in other.trees))

    @classmethod
    def learn(
        cls,
        reasons: Sequence[Reasons],
        truths: "Sequence[npt.NDArray[np.bool_]]",
        on_progress: ProgressCallback = no_progress,
    ) -> "Ranking":
        """The ranking that tells right candidates from others; needs scikit-learn, and some of both. ``on_progress``
        may raise.
        """
        import numpy as np

        rows = np.concatenate([each.rows for each in reasons])
        right = np.concatenate(truths)
        return cls(
            grow(
                rows, right, SEEDS, rounds=ROUNDS, leaves=LEAVES, rate=RATE, measures=MEASURES, on_progress=on_progress
            )
        )

    @classmethod
    def read(cls, path: Path) -> "Ranking":
        """The ranking of a file; refuses what is none."""
        import numpy as np

        try:
            with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
                parts = dict(arrays.items())
            return cls(*(_trees(parts, name) for name in _names(parts)))
        except OSError as error:
            raise StorageError("{path}: {reason}", path=path, reason=error) from error
        except Exception as error:  # numpy and zipfile raise many kinds where a file is cut short or another one
            raise StorageError("{path}: this is no ranking of descriptors.", path=path) from error

    def write(self, path: Path) -> None:
        """Write the ranking's file."""
        import numpy as np

        made = io.BytesIO()
        arrays: dict[str, Any] = {"columns": np.asarray(len(COLUMNS))}
        for number, trees in enumerate(self.trees):
            arrays |= {part + _suffix(number): np.asarray(getattr(trees, part)) for part in _PARTS}
        np.savez_compressed(made, allow_pickle=False, **arrays)
        path.write_bytes(made.getvalue())

    def chances(self, reasons: Reasons) -> "Floats":
        """The chance (0 … 1) of each candidate that the document has the term."""
        import numpy as np

        scores = np.mean([trees.scores(reasons.rows) for trees in self.trees], axis=0)
        return 1 / (1 + np.exp(-scores))


@lru_cache(maxsize=1)
def shipped() -> Ranking:
    """The ranking that comes with Qarar, read once."""
    return Ranking.read(SHIPPED)


def can_learn(truths: "Sequence[npt.NDArray[np.bool_]]") -> bool:
    """Whether there are right candidates and others, which ``Ranking.learn`` needs."""
    return any(each.any() for each in truths) and not all(each.all() for each in truths)


def assigned(chances: Sequence[float]) -> int:
    """How many of the terms a program would assign that are given by their chances, the highest first: so many that
    the expected F1 of the set is highest, but none whose chance is below ``LEAST_ASSIGNED``.

    F1 of k terms with c of them right is 2 c / (k + n), n being how many are right of all: for n and c their
    expectations are taken (as in Lipton, Elkan & Naryanaswamy 2014).
    """
    expected = sum(chances) + _BEYOND
    best, worth, right = 0, 0.0, 0.0
    for count, chance in enumerate(chances, start=1):
        if chance < LEAST_ASSIGNED:
            break
        right += chance
        if 2 * right / (count + expected) > worth:
            best, worth = count, 2 * right / (count + expected)
    return best


def _suffix(number: int) -> str:
    """What the names of the parts of the first, second … trees of a file end in."""
    return str(number + 1) if number else ""


def _names(arrays: "dict[str, npt.NDArray[Any]]") -> list[str]:
    """The suffixes of all trees of a file, one at least."""
    count = max(1, sum(name.startswith("measure") for name in arrays))
    return [_suffix(number) for number in range(count)]


def _trees(arrays: "dict[str, npt.NDArray[Any]]", suffix: str) -> Trees:
    if int(arrays["columns"].tolist()) != len(COLUMNS):
        raise ValueError("another version")
    measure, threshold, left, right, value, base, depth = (arrays[part + suffix] for part in _PARTS)
    shape = measure.shape
    sound = len(shape) == 2 and all(each.shape == shape for each in (threshold, left, right, value))
    if not sound or measure.min() < 0 or measure.max() >= len(COLUMNS) or base.ndim or depth.ndim:
        raise ValueError("another shape")
    whole, parts = (measure, left, right, depth), (threshold, value, base)
    if any(each.dtype.kind != "i" for each in whole) or any(each.dtype.kind != "f" for each in parts):
        raise ValueError("other numbers")
    if any(not math.isfinite(each.sum()) for each in parts) or not 0 <= int(depth.tolist()) <= shape[1]:
        raise ValueError("numbers that are none, or trees deeper than they are large")
    if any(each.min() < 0 or each.max() >= shape[1] for each in (left, right)):
        raise ValueError("trees that lead out of themselves")
    return Trees(measure, threshold, left, right, value, float(base.tolist()), int(depth.tolist()))
