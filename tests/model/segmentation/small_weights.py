"""Weights trained on a few invented resolutions: made once in each process that runs tests."""

from functools import lru_cache

import pytest

from model.segmentation.weights import Weights
from model.training import segmenter as training
from tests.model.resolutions import resolutions, train_little


@lru_cache(maxsize=1)
def small_weights() -> Weights:
    """Good on other invented resolutions, and on nothing else."""
    pytest.importorskip("sklearn")
    with pytest.MonkeyPatch.context() as patch:
        train_little(patch)
        return training.train(resolutions(24))
