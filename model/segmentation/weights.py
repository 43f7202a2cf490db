"""The file of weights: all that the segmenter has learned, as arrays of numbers in one compressed file (npz).

It holds weights of hashed features, hashes of words around openings, trees, and the knots of the calibration; no text.
The same weights always make the same bytes.
"""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.boosting.trees import Trees
from model.errors import StorageError
from model.segmentation.calibration import Calibration, Knots
from model.segmentation.hashed_linear import HashedLinear
from model.segmentation.memory import REACH, Memory, Remembered
from model.segmentation.recital_inputs import FIRST_COLUMNS, SECOND_COLUMNS, VIEWS
from model.segmentation.recitals import RecitalModel

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[Any]

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "weights" / "segmenter.npz"
_FORMAT = 1  # of the file: another one is refused, not misread
_TREES = ("measure", "threshold", "left", "right", "value", "base", "depth")


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights (float16, their number a power of two) and the bias of a ``HashedLinear``."""

    weights: "npt.NDArray[np.float16]"
    bias: float

    def model(self) -> HashedLinear:
        """The model of these."""
        return HashedLinear(self.weights, self.bias)


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned: ``marks`` decide where numbers and letters open clauses, ``leads`` where leading phrases
    end, ``recitals`` where recitals do. ``version`` is made of the bytes of the file.
    """

    version: str
    marks: Linear
    leads: Linear
    recitals: RecitalModel
    calibration: Calibration


def version_of(data: bytes) -> str:
    """The version of a file of weights: the start of its SHA-256."""
    return hashlib.sha256(data).hexdigest()[:10]


def read(path: Path = SHIPPED) -> Weights:
    """The weights of a file; refuses one that is missing or damaged."""
    import numpy as np

    try:
        data = path.read_bytes()
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return _weights(version_of(data), dict(arrays.items()))
    except OSError as error:
        raise StorageError("{path}: {reason}", path=path, reason=error) from error
    except Exception as error:  # numpy and zipfile raise many kinds where a file is cut short or another one
        raise StorageError("{path}: these are no weights of the segmenter.", path=path) from error


def write(path: Path, weights: Weights) -> None:
    """Write the file; its version is that of its bytes, whatever the weights say."""
    import numpy as np

    model = weights.recitals
    arrays: dict[str, Array] = {
        "format": np.asarray(_FORMAT),
        "marks": weights.marks.weights,
        "leads": weights.leads.weights,
        "biases": np.asarray([weights.marks.bias, weights.leads.bias]),
        "tables": model.tables,
        "table_biases": model.biases,
    }
    for name, memory in (("recitals", model.recitals), ("paragraphs", model.paragraphs)):
        arrays[f"{name}_words"] = memory.remembered.words
        arrays[f"{name}_truths"] = memory.remembered.truths
    for name, trees in (("first", model.first), ("second", model.second)):
        for part in _TREES:
            arrays[f"{name}_{part}"] = np.asarray(getattr(trees, part))
    for label, knots in sorted(weights.calibration.knots.items()):
        arrays[f"knots_{label}"] = np.asarray([knots.raw, knots.worth])
    made = io.BytesIO()
    np.savez_compressed(made, allow_pickle=False, **arrays)
    path.write_bytes(made.getvalue())


def _weights(version: str, arrays: "Mapping[str, npt.NDArray[Any]]") -> Weights:
    def number(name: str, place: int) -> float:
        return float(arrays[name].tolist()[place])

    if arrays["format"].tolist() != _FORMAT:
        raise ValueError("another format")
    knots = {
        name.removeprefix("knots_"): Knots(*(tuple(each) for each in array.tolist()))
        for name, array in arrays.items()
        if name.startswith("knots_")
    }
    _check(arrays)
    model = RecitalModel(
        arrays["tables"],
        arrays["table_biases"],
        _memory(arrays, "recitals"),
        _memory(arrays, "paragraphs"),
        _trees(arrays, "first"),
        _trees(arrays, "second"),
    )
    return Weights(
        version,
        Linear(arrays["marks"], number("biases", 0)),
        Linear(arrays["leads"], number("biases", 1)),
        model,
        Calibration(knots),
    )


def _check(arrays: "Mapping[str, npt.NDArray[Any]]") -> None:
    """``ValueError`` where the shapes are not those that are read, or trees lead out of themselves."""
    shape = {name: array.shape for name, array in arrays.items()}
    models = 2 * len(VIEWS)
    sizes = (*shape["marks"], *shape["leads"], *shape["tables"][1:])
    sound = len(sizes) == 3 and all(size > 0 and not size & (size - 1) for size in sizes)
    sound &= shape["tables"][0] == models and shape["table_biases"] == (models,)
    for name in ("recitals", "paragraphs"):
        (count,) = shape[f"{name}_truths"]
        sound &= shape[f"{name}_words"] == (count, 2, REACH)
    for name, columns in (("first", FIRST_COLUMNS), ("second", SECOND_COLUMNS)):
        trees, nodes = shape[f"{name}_measure"]
        sound &= all(shape[f"{name}_{part}"] == (trees, nodes) for part in ("threshold", "left", "right", "value"))
        for part, most in (("measure", columns), ("left", nodes), ("right", nodes)):
            values: list[list[int]] = arrays[f"{name}_{part}"].tolist()
            sound &= all(0 <= value < most for row in values for value in row)
    for name, array in arrays.items():
        if name.startswith("knots_"):
            raw, worth = array.tolist()
            sound &= len(raw) == len(worth) > 0 and raw == sorted(raw)
    if not sound:
        raise ValueError("another shape")


def _memory(arrays: "Mapping[str, npt.NDArray[Any]]", name: str) -> Memory:
    return Memory(Remembered(arrays[f"{name}_words"], arrays[f"{name}_truths"]))


def _trees(arrays: "Mapping[str, npt.NDArray[Any]]", name: str) -> Trees:
    measure, threshold, left, right, value, base, depth = (arrays[f"{name}_{part}"] for part in _TREES)
    return Trees(measure, threshold, left, right, value, float(base.tolist()), int(depth.tolist()))
