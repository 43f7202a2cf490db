"""A short soak, in which everything is done that there is; and what the judgement of a long one finds."""

import gc
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QMenu, QWidget

from model.project import Project
from tests.faults import soak as soak_module
from tests.faults import soak_counts
from tests.faults.fault_desk import fault_desk
from tests.faults.soak import Soak, run, settle
from tests.faults.soak_acts import Acts
from tests.faults.soak_counts import Count, grown, leaks, take

ROUNDS = 3  # of everything that there is
MORE_ROUNDS = 4  # where there is more after each of them: pages are made when they are first shown, a leak goes on
ACTS = 40


@pytest.fixture
def soak(qapp, tmp_path: Path) -> Iterator[Soak]:
    with fault_desk(tmp_path) as desk:
        yield Soak(desk, tmp_path, seed=1, count=5, rounds=0)
    gc.collect()


def growing(counts: list[Count]) -> dict[str, int]:
    """The kinds of Qt's objects of which there are more at every count than before, and how many more in all. What is
    made when it is first needed, or comes and goes, is not among them.
    """
    last = counts[-1].kinds
    steps = list(pairwise(each.kinds for each in counts))
    kinds = {kind for kind in last if kind.startswith("Qt: ") and all(new[kind] > old[kind] for old, new in steps)}
    return {kind: last[kind] - counts[0].kinds[kind] for kind in kinds}


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # what offscreen Qt says when a menu opens
def test_nothing_is_left_of_what_is_done_again_and_again(soak: Soak) -> None:
    counts: list[Count] = []
    for _ in range(ROUNDS):
        soak.acts.each_once()
        counts.append(soak.count())
    while growing(counts) and len(counts) < ROUNDS + MORE_ROUNDS:
        soak.acts.each_once()
        counts.append(soak.count())
    assert growing(counts) == {}
    assert counts[-1].handles < counts[0].handles + len(counts)
    assert counts[-1].threads == counts[0].threads
    soak.work(ACTS)
    assert soak.end() == []
    assert soak.done.total() == ACTS


def documents_in(path: Path) -> list[str]:
    with Project.open(path, None) as project:
        return [f"{len(project.document_ids())} documents"]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_soak_ends_when_its_time_is_over_and_keeps_what_it_found(
    qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))  # put back afterwards
    monkeypatch.setattr(Acts, "each_once", lambda acts: None)
    monkeypatch.setattr(soak_module, "_unsound", documents_in)
    finds = tmp_path / "finds"
    assert run(5000, 1, finds, ends=0.0, count=5) == (1, 0)
    assert (finds / "soak-seed-1.txt").read_text("utf-8").splitlines()[0] == "5 documents"
    gc.collect()


def test_what_is_left_each_time_is_found(qapp) -> None:
    parent = QWidget()
    counts: list[Count] = []
    for _ in range(ROUNDS):
        QMenu(parent)
        settle()
        counts.append(take(len(counts), 0))
    assert growing(counts) == {"Qt: QMenu": ROUNDS - 1, "Qt: QAction": ROUNDS - 1}
    parent.deleteLater()
    settle()


def counted(*widgets: int, memory: float = 500.0) -> list[Count]:
    chance = Random(1)
    return [
        Count(
            acts=1000 + 250 * place,
            seconds=place,
            memory=memory + chance.uniform(-5, 5),
            handles=15 + place % 3,
            threads=1,
            windows=10,
            widgets=number,
            objects=2000,
            python=250_000 + 200 * place,
            kinds=Counter({"Qt: QMenu": number}),
        )
        for place, number in enumerate(widgets)
    ]


def test_what_goes_on_growing_is_a_leak() -> None:
    found = counted(*range(1000, 1017))
    assert leaks(found) == ["widgets: 1,000.0 → 1,016.0, +16.0 in 4000 acts"]
    assert grown(found) == [("Qt: QMenu", 1000, 1016, pytest.approx(16.0))]
    assert len(leaks([*found[:12], *(each for each in counted(*range(1000, 1017), memory=900.0)[12:])])) == 2


def test_what_only_goes_up_and_down_is_none() -> None:
    assert leaks(counted(*(1000 + place % 4 for place in range(17)))) == []
    assert leaks(counted(*range(1000, 1016))[: soak_counts._FEWEST - 1]) == []
