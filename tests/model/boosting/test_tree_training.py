"""Growing of trees: told, stopped between trees, and the same every time."""

from typing import Any

import numpy as np
import pytest

from model.boosting.tree_training import grow
from model.boosting.trees import Trees


def rows_and_truths(count: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """Rows of eight measures, of which the first two tell what is true, mostly."""
    drawn = np.random.default_rng(5)
    rows = drawn.normal(size=(count, 8))
    return rows, rows[:, 0] + rows[:, 1] + drawn.normal(scale=0.3, size=count) > 0


def grown(on_progress: Any = lambda done, total: None, seeds: tuple[int, ...] = (1, 2)) -> Trees:
    rows, truths = rows_and_truths()
    return grow(rows, truths, seeds, rounds=6, leaves=5, rate=0.3, measures=0.7, on_progress=on_progress)


def test_what_is_grown_tells_new_rows_apart() -> None:
    rows, truths = rows_and_truths(2_000)
    right = ((grown().scores(rows[400:]) > 0) == truths[400:]).mean()
    assert right > 0.85


def test_it_tells_each_tree_and_stops_where_it_is_told_to() -> None:
    told: list[tuple[int, int]] = []
    grown(lambda done, total: told.append((done, total)))
    assert told == [(done, 12) for done in range(12)]

    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 8:
            raise StoppedError

    told.clear()
    with pytest.raises(StoppedError):
        grown(stop)
    assert told == [(done, 12) for done in range(9)]


def test_the_same_rows_give_the_same_bits() -> None:
    one, other = grown(), grown()
    for name in ("measure", "threshold", "left", "right", "value"):
        assert np.array_equal(getattr(one, name), getattr(other, name))
    assert (one.base, one.depth) == (other.base, other.depth)
