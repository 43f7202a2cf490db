"""Training of the linear model; where scikit-learn is not, only what needs none."""

import numpy as np
import pytest

from model.segmentation.hashed_linear import HashedLinear
from model.training.linear import train_linear

ROWS = [["أ", "ج"], ["ب", "ج"], ["أ"], ["ب"]] * 10
TRUTHS = [True, False, True, False] * 10


@pytest.mark.parametrize("truth", [True, False])
def test_rows_of_one_truth_are_learned_without_weights(truth: bool) -> None:
    weights, bias = train_linear(ROWS, [truth] * len(ROWS), buckets=64, strength=1.0)
    assert not weights.any()
    assert (HashedLinear(weights, bias).chance(["أ"]) > 0.99) is truth


def test_no_rows_are_a_no() -> None:
    weights, bias = train_linear([], [], buckets=64, strength=1.0)
    assert HashedLinear(weights, bias).chance([]) < 0.01


def test_what_tells_the_rows_apart_is_learned() -> None:
    pytest.importorskip("sklearn")
    weights, bias = train_linear(ROWS, TRUTHS, buckets=256, strength=1.0)
    model = HashedLinear(weights, bias)
    assert weights.dtype == np.float16
    assert len(weights) == 256
    assert model.chance(["أ"]) > 0.7
    assert model.chance(["ب", "ج"]) < 0.3


def test_the_same_rows_give_the_same_weights() -> None:
    pytest.importorskip("sklearn")
    first, first_bias = train_linear(ROWS, TRUTHS, buckets=256, strength=1.0)
    second, second_bias = train_linear(ROWS, TRUTHS, buckets=256, strength=1.0)
    assert first.tobytes() == second.tobytes()
    assert first_bias == second_bias
