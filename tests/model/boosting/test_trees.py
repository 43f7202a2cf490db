"""Decision trees read by numpy, held against scikit-learn's own answers."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from model.boosting.tree_training import grow, single_thread
from model.boosting.trees import Trees
from model.progress import no_progress

MEASURES = 6
SEEDS = (1, 2, 3)


def by_hand() -> Trees:
    """Two trees: the first asks two questions, the second none."""
    return Trees(
        measure=np.asarray([[0, 0, 1, 0, 0], [0, 0, 0, 0, 0]], dtype=np.int16),
        threshold=np.asarray([[2.0, 0, -1.0, 0, 0], [0, 0, 0, 0, 0]]),
        left=np.asarray([[1, 1, 3, 3, 4], [0, 0, 0, 0, 0]], dtype=np.int16),
        right=np.asarray([[2, 1, 4, 3, 4], [0, 0, 0, 0, 0]], dtype=np.int16),
        value=np.asarray([[0, 10.0, 0, 20.0, 30.0], [0.5, 0, 0, 0, 0]], dtype=np.float32),
        base=-1.0,
        depth=2,
    )


@pytest.mark.parametrize(
    "row, leaf",
    [((2.0, 5.0), 10), ((2.5, -1.0), 20), ((2.5, -0.9), 30), ((-9.0, 0.0), 10), ((float("inf"), float("-inf")), 20)],
)
def test_a_row_goes_left_up_to_the_threshold(row: tuple[float, float], leaf: float) -> None:
    assert by_hand().scores(np.asarray([row])).tolist() == [leaf + 0.5 - 1.0]


def test_no_rows_have_no_scores() -> None:
    assert by_hand().scores(np.zeros((0, 2))).shape == (0,)


def grown(rows: np.ndarray, truths: np.ndarray, **settings: int) -> tuple[Trees, Callable[[np.ndarray], np.ndarray]]:
    """Trees as they are read, and what scikit-learn's models of them say to rows together."""
    ensemble = pytest.importorskip("sklearn.ensemble")
    made: list[Any] = []

    class Kept(ensemble.HistGradientBoostingClassifier):
        def fit(self, *arguments: Any, **named: Any) -> Any:
            made.append(self)
            return super().fit(*arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ensemble, "HistGradientBoostingClassifier", Kept)
        trees = grow(rows, truths, SEEDS, rate=0.03, measures=0.4, on_progress=no_progress, **settings)
    assert [model.random_state for model in made] == list(SEEDS)

    def wanted(rows: np.ndarray) -> np.ndarray:
        with single_thread():
            return np.mean([model.decision_function(rows) for model in made], axis=0)

    return trees, wanted


@pytest.fixture(scope="module")
def trained() -> tuple[Trees, Callable[[np.ndarray], np.ndarray], np.ndarray]:
    draw = np.random.default_rng(7)
    rows = draw.normal(size=(900, MEASURES)).round(1)
    rows[:, 1] = draw.integers(0, 3, 900)
    truths = rows[:, 0] * rows[:, 1] + rows[:, 2] ** 2 + draw.normal(size=900) > 1
    return *grown(rows, truths, rounds=40, leaves=9), rows


def test_scores_are_those_of_scikit_learn(
    trained: tuple[Trees, Callable[[np.ndarray], np.ndarray], np.ndarray],
) -> None:
    trees, wanted, rows = trained
    scores = trees.scores(rows)
    assert scores == pytest.approx(wanted(rows), abs=1e-5)
    assert scores.std() > 0.3
    on_thresholds = np.unique(trees.threshold)[:, None].repeat(MEASURES, axis=1)
    assert trees.scores(on_thresholds) == pytest.approx(wanted(on_thresholds), abs=1e-5)


@settings(max_examples=30)
@given(rows=arrays.arrays(np.float64, st.tuples(st.integers(1, 6), st.just(MEASURES)), elements=st.floats(-1e6, 1e6)))
def test_any_rows_are_scored_as_by_scikit_learn(
    trained: tuple[Trees, Callable[[np.ndarray], np.ndarray], np.ndarray], rows: np.ndarray
) -> None:
    trees, wanted, _ = trained
    assert trees.scores(rows) == pytest.approx(wanted(rows), abs=1e-5)


def test_a_single_row_is_scored_as_among_others(
    trained: tuple[Trees, Callable[[np.ndarray], np.ndarray], np.ndarray],
) -> None:
    trees, _, rows = trained
    assert [float(trees.scores(rows[at : at + 1])[0]) for at in range(20)] == trees.scores(rows[:20]).tolist()


def test_trees_of_a_single_leaf_say_how_many_are_true() -> None:
    truths = np.arange(60) < 15
    trees, wanted = grown(np.zeros((60, 2)), truths, rounds=3, leaves=4)
    rows = np.asarray([[0.0, 5.0], [-3.0, 0.0]])
    assert trees.scores(rows) == pytest.approx(wanted(rows), abs=1e-6)
    assert trees.scores(rows) == pytest.approx([np.log(15 / 45)] * 2, abs=1e-3)
