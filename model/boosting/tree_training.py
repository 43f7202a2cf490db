"""Growing of ``Trees`` by scikit-learn: gradient boosting of decision trees over histograms."""

import importlib
import itertools
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from model.boosting.trees import Trees
from model.progress import ProgressCallback, ProgressParts, no_progress

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


def grow(
    rows: "npt.NDArray[np.float64]",
    truths: "npt.NDArray[np.bool_]",
    seeds: Sequence[int],
    *,
    rounds: int,
    leaves: int,
    rate: float,
    measures: float,
    on_progress: ProgressCallback = no_progress,
) -> Trees:
    """Trees that tell the true rows from the rest, of several seeds whose mean is less a matter of luck than those of
    one.

    ``rounds`` trees a seed with at most so many ``leaves``, each of which holds 40 rows or more; every split looks at a
    part of the ``measures`` (0 … 1). No row may hold nan, which ``Trees`` does not know. The same rows always give the
    same bits: one thread makes them. ``on_progress`` is told before each tree that is grown and may raise.
    """
    import numpy as np

    parts = ProgressParts(on_progress, len(seeds), rounds)
    models = [
        _boosted(rows, truths, seed, rounds, leaves, rate, measures, parts.of(number))
        for number, seed in enumerate(seeds)
    ]
    grown = [predictor[0].nodes for model in models for predictor in model._predictors]
    size = max(len(nodes) for nodes in grown)
    shape = (len(grown), size)
    measure, left, right = (np.zeros(shape, dtype=np.int16) for _ in range(3))
    threshold, value = np.zeros(shape), np.zeros(shape, dtype=np.float32)
    for tree, nodes in enumerate(grown):
        own = np.arange(len(nodes))
        leaf = nodes["is_leaf"].astype(bool)
        measure[tree, : len(nodes)] = np.where(leaf, 0, nodes["feature_idx"])
        threshold[tree, : len(nodes)] = np.where(leaf, 0.0, nodes["num_threshold"])
        left[tree, : len(nodes)] = np.where(leaf, own, nodes["left"])
        right[tree, : len(nodes)] = np.where(leaf, own, nodes["right"])
        value[tree, : len(nodes)] = np.where(leaf, nodes["value"] / len(models), 0.0)
    depth = max(int(nodes["depth"].max()) for nodes in grown)
    base = float(np.mean([model._baseline_prediction.ravel()[0] for model in models]))
    return Trees(measure, threshold, left, right, value, base, depth)


def single_thread() -> Any:
    """A context in which sums are made in one order, so that every run gives the same bits, with one processor or more.

    Nor does one thread wait for others while it spins, where the processors have other things to do.
    """
    return _threads().limit(limits=1)


@cache
def _threads() -> Any:
    """All pools of threads there will be. They must be loaded before, or what limits them would not know of them."""
    for name in ("numpy.linalg", "scipy.sparse", "sklearn.ensemble"):
        importlib.import_module(name)
    threads: Any = __import__("threadpoolctl")
    return threads.ThreadpoolController()


def _boosted(
    rows: "npt.NDArray[np.float64]",
    truths: "npt.NDArray[np.bool_]",
    seed: int,
    rounds: int,
    leaves: int,
    rate: float,
    measures: float,
    on_progress: ProgressCallback,
) -> Any:
    ensemble: Any = __import__("sklearn.ensemble", fromlist=["HistGradientBoostingClassifier"])
    model = ensemble.HistGradientBoostingClassifier(
        loss=_watched_loss(rounds, on_progress),
        max_iter=rounds,
        max_leaf_nodes=leaves,
        learning_rate=rate,
        max_features=measures,
        min_samples_leaf=40,
        l2_regularization=5.0,
        early_stopping=False,
        random_state=seed,
    )
    with single_thread():
        model.fit(rows, truths)
    return model


def _watched_loss(rounds: int, on_progress: ProgressCallback) -> Any:
    """Log loss that tells how many trees there are: scikit-learn has no other way to learn of it, or to stop."""
    loss: Any = __import__("sklearn._loss", fromlist=["HalfBinomialLoss"]).HalfBinomialLoss()
    count = loss.gradient_hessian  # what each tree is grown from
    trees = itertools.count()

    def counted(*given: Any, **named: Any) -> Any:
        on_progress(min(next(trees), rounds), rounds)
        return count(*given, **named)

    loss.gradient_hessian = counted
    return loss
