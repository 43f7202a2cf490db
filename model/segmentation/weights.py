"""The file of weights: all that the segmenter has learned, as arrays of numbers in one compressed file (npz).

It holds weights of hashed features, hashes of words around openings, trees, and the knots of the calibration; no text.
The same weights always make the same bytes.
"""

import hashlib
import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from model.refusal import Fault
from model.segmentation.calibration import Calibration, Knots
from model.segmentation.hashed_linear import HashedLinear
from model.segmentation.memory import Memory, Remembered
from model.segmentation.recitals import RecitalModel
from model.segmentation.trees import Trees

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.generic]

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "weights" / "segmenter.npz"
_FORMAT = 1  # of the file: another one is refused, not misread
# What numpy raises where a file is cut short, or is another kind of file.
_DAMAGES = (ValueError, TypeError, KeyError, EOFError, IndexError, NotImplementedError)
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


def read(path: Path = SHIPPED) -> Weights:
    """The weights of a file; refuses one that is missing or damaged."""
    import numpy as np

    try:
        data = path.read_bytes()
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return _weights(hashlib.sha256(data).hexdigest()[:10], dict(arrays.items()))
    except OSError as error:
        raise Fault("{path}: {reason}", path=path, reason=error.strerror or str(error)) from error
    except (
        ValueError,
        TypeError,
        KeyError,
        EOFError,
        IndexError,
        NotImplementedError,
        BadZipFile,
        zlib.error,
    ) as error:
        raise Fault("{path}: these are no weights of the segmenter.", path=path) from error


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
    np.savez_compressed(made, **arrays)  # type: ignore[arg-type]
    path.write_bytes(made.getvalue())


def _weights(version: str, arrays: "Mapping[str, npt.NDArray[np.generic]]") -> Weights:
    def number(name: str, place: int) -> float:
        return float(arrays[name].tolist()[place])

    if arrays["format"].tolist() != _FORMAT:
        raise ValueError("another format")
    knots = {
        name.removeprefix("knots_"): Knots(*(tuple(each) for each in array.tolist()))
        for name, array in arrays.items()
        if name.startswith("knots_")
    }
    model = RecitalModel(
        arrays["tables"],  # type: ignore[arg-type]
        arrays["table_biases"],  # type: ignore[arg-type]
        _memory(arrays, "recitals"),
        _memory(arrays, "paragraphs"),
        _trees(arrays, "first"),
        _trees(arrays, "second"),
    )
    return Weights(
        version,
        Linear(arrays["marks"], number("biases", 0)),  # type: ignore[arg-type]
        Linear(arrays["leads"], number("biases", 1)),  # type: ignore[arg-type]
        model,
        Calibration(knots),
    )


def _memory(arrays: "Mapping[str, npt.NDArray[np.generic]]", name: str) -> Memory:
    return Memory(Remembered(arrays[f"{name}_words"], arrays[f"{name}_truths"]))  # type: ignore[arg-type]


def _trees(arrays: "Mapping[str, npt.NDArray[np.generic]]", name: str) -> Trees:
    measure, threshold, left, right, value, base, depth = (arrays[f"{name}_{part}"] for part in _TREES)
    return Trees(measure, threshold, left, right, value, float(base.tolist()), int(depth.tolist()))  # type: ignore[arg-type]
