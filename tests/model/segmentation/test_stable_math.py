"""Logarithms and chances that are the same bits everywhere."""

import math

import numpy as np
import pytest

from model.segmentation.stable_math import logistic, rarities


def test_chances_are_those_of_the_formula() -> None:
    found = logistic(np.asarray([-2.0, 0.0, 0.5]))
    assert found.tolist() == pytest.approx([1 / (1 + math.exp(2.0)), 0.5, 1 / (1 + math.exp(-0.5))], rel=1e-7)


@pytest.mark.parametrize("score, chance", [(1e6, 1.0), (-1e6, 0.0), (math.inf, 1.0), (-math.inf, 0.0)])
def test_no_score_is_too_far(score: float, chance: float) -> None:
    assert logistic(np.asarray([score])).tolist() == [pytest.approx(chance)]


def test_no_scores() -> None:
    assert logistic(np.zeros(0)).shape == (0,)


def test_rarities_are_those_of_the_formula() -> None:
    found = rarities(np.asarray([0, 3, 1, 3]), 7)
    assert found.tolist() == pytest.approx([math.log(8 / each) for each in (1, 4, 2, 4)], rel=1e-7)


def test_the_last_bits_are_left_out() -> None:
    assert (logistic(np.asarray([0.3])) == logistic(np.asarray([0.3 + 1e-12]))).all()


def test_no_counts() -> None:
    assert rarities(np.zeros(0, dtype=np.int64), 7).shape == (0,)
