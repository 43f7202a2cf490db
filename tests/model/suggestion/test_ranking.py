"""The ranking: how its file is read, and how many terms it would assign."""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.boosting.trees import Trees
from model.errors import StorageError
from model.suggestion import ranking
from model.suggestion.ranking import Ranking, assigned, can_learn, shipped
from model.suggestion.reasons import COLUMNS, Reasons
from tests.model.suggestion.indexed_resolutions import rank_little

chances = st.lists(st.floats(1e-6, 1), max_size=12).map(lambda each: sorted(each, reverse=True))


def reasons(rows: np.ndarray) -> Reasons:
    return Reasons(tuple(f"{number:03}" for number in range(len(rows))), rows, {}, (), ())


def drawn(count: int, seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(count, len(COLUMNS))).round(1)


@pytest.fixture
def learned(monkeypatch: pytest.MonkeyPatch) -> Ranking:
    rank_little(monkeypatch)
    rows = drawn(300)
    return Ranking.learn([reasons(rows[:100]), reasons(rows[100:])], [rows[:100, 0] > 0.5, rows[100:, 0] > 0.5])


def expected_f1(given_ones: list[float], count: int) -> float:
    right = sum(given_ones[:count])
    return 2 * right / (count + sum(given_ones) + ranking._BEYOND)


@given(chances)
def test_so_many_are_assigned_that_their_expected_f1_is_highest(given_ones: list[float]) -> None:
    found = assigned(given_ones)
    possible = sum(chance >= ranking.LEAST_ASSIGNED for chance in given_ones)
    if not possible:
        assert found == 0
        return
    best = max(expected_f1(given_ones, count) for count in range(1, possible + 1))
    assert expected_f1(given_ones, found) == pytest.approx(best)


@pytest.mark.parametrize(
    "given_ones, count",
    [
        ([0.9], 1),
        ([0.01], 0),
        ([0.16], 1),
        ([0.14, 0.13], 0),
        ([1, 1, 1], 3),
        ([0.9, 0.01], 1),
        ([0.9, 0.8, 0.7, 0.05], 3),
        ([], 0),
    ],
)
def test_sure_ones_are_assigned_and_none_that_are_hardly_likely(given_ones: list[float], count: int) -> None:
    assert assigned(given_ones) == count


def test_what_is_learned_tells_right_candidates_from_others(learned: Ranking) -> None:
    rows = drawn(200, seed=4)
    found = learned.chances(reasons(rows))
    assert ((found > 0) & (found < 1)).all()
    assert found[rows[:, 0] > 0.5].min() > found[rows[:, 0] <= 0.5].max()
    assert learned.chances(reasons(rows[:0])).shape == (0,)


def test_of_two_rankings_the_mean_of_the_log_odds_counts(learned: Ranking) -> None:
    rows = reasons(drawn(20))
    (trees,) = learned.trees
    other = Ranking(Trees(trees.measure, trees.threshold, trees.left, trees.right, trees.value * 3, 1.0, trees.depth))
    odds = [np.log(each.chances(rows) / (1 - each.chances(rows))) for each in (learned, other)]
    both = learned.beside(other).chances(rows)
    assert np.log(both / (1 - both)) == pytest.approx(np.mean(odds, axis=0))


@pytest.mark.parametrize(
    "truths, can",
    [
        ([], False),
        ([[]], False),
        ([[True]], False),
        ([[False]], False),
        ([[True], [False]], True),
        ([[True, False]], True),
    ],
)
def test_both_right_and_other_candidates_are_needed(truths: list[list[bool]], can: bool) -> None:
    assert can_learn([np.asarray(each, dtype=bool) for each in truths]) == can


def test_what_is_written_is_read_again(learned: Ranking, tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    learned.write(path)
    rows = reasons(drawn(50))
    read = Ranking.read(path)
    assert read.chances(rows).tobytes() == learned.chances(rows).tobytes()
    read.write(tmp_path / "b.npz")
    assert (tmp_path / "b.npz").read_bytes() == path.read_bytes()


def test_of_several_trees_all_are_written_and_the_first_count_for_few_documents(
    learned: Ranking, tmp_path: Path
) -> None:
    (trees,) = learned.trees
    other = Ranking(Trees(trees.measure, trees.threshold, trees.left, trees.right, trees.value * 3, 1.0, trees.depth))
    learned.beside(other, other).write(tmp_path / "a.npz")
    read = Ranking.read(tmp_path / "a.npz")
    rows = reasons(drawn(50))
    assert [Ranking(each).chances(rows).tobytes() for each in read.trees] == [
        each.chances(rows).tobytes() for each in (learned, other, other)
    ]
    assert read.of_few().chances(rows).tobytes() == learned.chances(rows).tobytes()


def test_what_comes_with_qarar_gives_chances() -> None:
    rows = np.concatenate([drawn(200), np.zeros((1, len(COLUMNS))), np.full((1, len(COLUMNS)), -1.0)])
    found = shipped().chances(reasons(rows))
    assert ((found > 0) & (found < 1)).all()
    assert shipped() is shipped()
    assert ranking.SHIPPED.stat().st_size < 200_000


def test_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as refused:
        Ranking.read(tmp_path / "none.npz")
    assert str(refused.value) == f"{tmp_path / 'none.npz'}: No such file or directory"
    with pytest.raises(StorageError):
        Ranking.read(tmp_path)


def refused(path: Path) -> None:
    with pytest.raises(StorageError) as found:
        Ranking.read(path)
    assert str(found.value) == f"{path}: this is no ranking of descriptors."


def zipped(**arrays: np.ndarray) -> bytes:
    made = io.BytesIO()
    np.savez(made, **arrays)
    return made.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"\x93NUMPY", b"words", zipped(), zipped(columns=np.asarray(len(COLUMNS))), b"PK\5\6" + bytes(18)],
)
def test_what_is_no_ranking_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(content)
    refused(path)


def test_a_file_that_was_cut_short_or_altered_is_refused(learned: Ranking, tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    learned.write(path)
    whole = path.read_bytes()
    for size in range(0, len(whole), len(whole) // 20):
        path.write_bytes(whole[:size])
        refused(path)
    with zipfile.ZipFile(io.BytesIO(whole)) as files:
        place = next(each.header_offset for each in files.infolist() if each.filename == "threshold.npy") + 80
    path.write_bytes(whole[:place] + bytes(byte ^ 255 for byte in whole[place : place + 9]) + whole[place + 9 :])
    refused(path)


BAD: list[tuple[str, Any]] = [
    ("columns", lambda old: old + 1),
    ("columns", lambda old: np.asarray("many")),
    ("measure", lambda old: old - 1),
    ("measure", lambda old: old + len(COLUMNS)),
    ("measure", lambda old: old.astype(float)),
    ("measure", lambda old: old[:, :-1]),
    ("measure", lambda old: old[:0]),
    ("threshold", lambda old: old[0]),
    ("threshold", lambda old: old * np.nan),
    ("threshold", lambda old: old.astype(str)),
    ("left", lambda old: old - 1),
    ("right", lambda old: old + old.shape[1]),
    ("value", lambda old: old + np.inf),
    ("base", lambda old: np.asarray([0.0, 1.0])),
    ("base", lambda old: np.asarray(np.nan)),
    ("depth", lambda old: np.asarray(10**9)),
    ("depth", lambda old: np.asarray(-1)),
    ("depth", lambda old: np.asarray(1.5)),
]


@pytest.mark.parametrize("suffix", ["", "2"])
@pytest.mark.parametrize("number", range(len(BAD)))
def test_numbers_that_make_no_trees_are_refused(learned: Ranking, tmp_path: Path, number: int, suffix: str) -> None:
    part, alter = BAD[number]
    part += suffix if part != "columns" else ""
    path = tmp_path / "a.npz"
    learned.beside(learned).write(path)
    with np.load(path) as arrays:
        parts = dict(arrays.items())
    parts[part] = np.asarray(alter(parts[part]))
    path.write_bytes(zipped(**parts))
    refused(path)


@pytest.mark.parametrize(
    "part", [*ranking._PARTS, "columns", *(f"{part}2" for part in ranking._PARTS if part != "measure")]
)
def test_a_part_that_is_missing_is_refused(learned: Ranking, tmp_path: Path, part: str) -> None:
    path = tmp_path / "a.npz"
    learned.beside(learned).write(path)
    with np.load(path) as arrays:
        path.write_bytes(zipped(**{name: each for name, each in arrays.items() if name != part}))
    refused(path)


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.folder),)


def test_nothing_pickled_is_ever_read(learned: Ranking, tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    learned.write(path)
    with np.load(path) as arrays:
        parts = dict(arrays.items())
    parts["base"] = np.asarray(Trap(tmp_path / "trap"), dtype=object)
    path.write_bytes(zipped(**parts))
    refused(path)
    assert not (tmp_path / "trap").exists()
