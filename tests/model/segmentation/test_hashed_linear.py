"""The linear model over hashed features."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.hashed_linear import HashedLinear, buckets_of


def with_weight(feature: str, weight: float, bias: float = 0.0) -> HashedLinear:
    weights = np.zeros(64, dtype=np.float16)
    weights[zlib.crc32(feature.encode()) % 64] = weight
    return HashedLinear(weights, bias)


def test_the_score_is_the_weights_and_the_bias() -> None:
    model = with_weight("ب", 2.0, bias=-0.5)
    assert model.score(["ب"]) == 1.5
    assert model.score([]) == -0.5


def test_a_feature_named_twice_counts_once() -> None:
    assert with_weight("ب", 2.0).score(["ب", "ب"]) == 2.0


def test_a_score_of_nothing_is_an_even_chance() -> None:
    assert with_weight("ب", 2.0).chance([]) == 0.5
    assert with_weight("ب", 2.0).chance(["ب"]) == pytest.approx(0.8808, abs=1e-4)


@pytest.mark.parametrize("weight", [60_000.0, -60_000.0])
def test_no_score_is_too_great_for_a_chance(weight: float) -> None:
    assert 0.0 <= with_weight("ب", weight).chance(["ب"]) <= 1.0


@pytest.mark.parametrize("size", [0, 3, 100])
def test_the_number_of_weights_is_a_power_of_two(size: int) -> None:
    with pytest.raises(ValueError, match="power of two"):
        HashedLinear(np.zeros(size), 0.0)


@given(st.text(), st.sampled_from([1, 2, 64, 2**16]))
def test_a_bucket_is_one_of_the_weights(feature: str, size: int) -> None:
    assert 0 <= HashedLinear.bucket(feature, size) < size


def test_buckets_are_each_named_once_and_in_order() -> None:
    assert buckets_of(["أ", "ب", "أ"], 2**16) == sorted({zlib.crc32(one.encode()) % 2**16 for one in "أب"})
