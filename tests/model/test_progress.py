"""Parts of work that are told as one."""

import pytest

from model.progress import ProgressParts, no_progress


def test_each_part_counts_for_as_many_units() -> None:
    told: list[tuple[int, int]] = []
    parts = ProgressParts(lambda done, total: told.append((done, total)), 3, 10)
    for done in (0, 1, 4):
        parts.of(1)(done, 4)
    parts.of(2)(500, 1_000)
    parts.done()
    assert told == [(10, 30), (12, 30), (20, 30), (25, 30), (30, 30)]


def test_a_part_of_unknown_size_is_at_its_beginning() -> None:
    told: list[tuple[int, int]] = []
    ProgressParts(lambda done, total: told.append((done, total)), 2, 10).of(1)(7, 0)
    assert told == [(10, 20)]


def test_what_the_watcher_raises_goes_through() -> None:
    def stop(done: int, total: int) -> None:
        raise KeyError(done, total)

    with pytest.raises(KeyError):
        ProgressParts(stop, 2, 10).of(0)(1, 2)
    no_progress(1, 2)
