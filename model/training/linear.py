"""Training of ``HashedLinear``: a logistic regression. Needs scikit-learn, which the application does not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from model.segmentation.hashed_linear import buckets_of

if TYPE_CHECKING:
    import numpy as np

# How a logistic regression is fitted so that other processors give the same once the last bits are rounded away: by
# coordinates, one row after the other. Others that were tried add up vectors by BLAS, in another order where registers
# are wider, and one of them (the primal of the same solver) came to other weights by that.
SAME_EVERYWHERE: Mapping[str, Any] = {
    "solver": "liblinear",
    "dual": True,
    "tol": 1e-3,
    "max_iter": 1000,
    "random_state": 0,
}


def train_linear(
    rows: Sequence[Sequence[str]], truths: Sequence[bool], *, buckets: int, strength: float
) -> tuple["np.ndarray", float]:
    """The weights (float16, as many as ``buckets``, a power of two) and the bias (to float32) that tell the true rows
    from the rest.

    ``strength`` is how far a single row may pull (the C of scikit-learn). The same rows always give the same weights.
    Where all rows are of one truth, the weights are 0 and the bias says that truth.
    """
    import numpy as np

    if not any(truths) or all(truths):
        return np.zeros(buckets, dtype=np.float16), 20.0 if any(truths) else -20.0
    linear_model: Any = __import__("sklearn.linear_model", fromlist=["LogisticRegression"])
    sparse: Any = __import__("scipy.sparse", fromlist=["csr_matrix"])
    columns = [buckets_of(row, buckets) for row in rows]
    limits = np.cumsum([0, *map(len, columns)])
    indices = np.fromiter((at for row in columns for at in row), dtype=np.int32, count=int(limits[-1]))
    matrix = sparse.csr_matrix((np.ones(len(indices)), indices, limits), shape=(len(rows), buckets))
    model = linear_model.LogisticRegression(C=strength, **SAME_EVERYWHERE)
    model.fit(matrix, np.asarray(truths, dtype=bool))
    return model.coef_[0].astype(np.float16), float(np.float32(model.intercept_[0]))
