"""Every harness for some seconds; what must survive does, and what is careless is found."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.faults.batches import batches
from tests.faults.case import Task
from tests.faults.small_disk import cannot
from tests.faults.tally import Tally

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes cannot be forked here")


def harm(folder: Path, *words: str) -> tuple[int, dict[str, Any]]:
    """Have a harness work in a process of its own; gives its exit status and what it counted."""
    found = folder / "found.json"
    command = [
        sys.executable,
        "-P",
        "-m",
        "tests.faults",
        "--json",
        str(found),
        "--finds",
        str(folder / "finds"),
        *words,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert found.exists(), done.stderr
    counted = json.loads(found.read_text("utf-8"))
    assert "Traceback" not in done.stderr, done.stderr
    if counted["skipped"]:
        cannot(str(counted["skipped"]))
    return done.returncode, counted


@pytest.mark.parametrize(
    "words",
    [("--kills", "32"), ("--io", "30"), ("--power", "40"), ("--windows", "0.1")],
    ids=lambda words: words[0][2:],
)
def test_what_is_acknowledged_survives(words: tuple[str, str], tmp_path: Path) -> None:
    status, counted = harm(tmp_path, *words, "--seed", "1")
    assert (status, counted["finds"]) == (0, [])
    assert sum(counted["tried"].values()) >= (float(words[1]) if words[0] != "--windows" else 1)
    assert counted["tried"] == counted["survived"]


def test_a_batch_that_takes_long_is_told_when_its_time_is_over(tmp_path: Path, monkeypatch) -> None:
    def run(count: int, seed: int, finds: Path, *, ends: float) -> tuple[int, int]:
        assert os.environ["XDG_CONFIG_HOME"] == os.environ["XDG_DATA_HOME"] == str(tmp_path)
        while time.monotonic() < ends:
            time.sleep(0.01)
        return count, count

    monkeypatch.setitem(sys.modules, "patient", SimpleNamespace(run=run))
    task = Task(Tally(), tmp_path, tmp_path, tmp_path, 1, float("inf"), time.monotonic() + 0.2, ())
    batches("patient", 7, timed=True)(task)
    assert (task.tally.tried, task.tally.survived) == ({"patient": 7}, {"patient": 7})


@pytest.mark.parametrize(
    "harness, victim", [("kills", "overwrite"), ("io", "overwrite"), ("power", "overwrite"), ("power", "replace")]
)
def test_what_is_careless_is_found_and_kept(harness: str, victim: str, tmp_path: Path) -> None:
    words = ("--victims", "tests.faults.careless", "--victim", victim)
    status, counted = harm(tmp_path, f"--{harness}", "40", *words)
    assert status == 1
    assert sum(counted["survived"].values()) < sum(counted["tried"].values())
    assert sorted(counted["finds"]) == sorted(str(each) for each in (tmp_path / "finds").iterdir())


def test_the_table_is_markdown() -> None:
    tally = Tally()
    tally.count("killed: edit", None)
    tally.count("killed: edit", Path("finds/a.tar.gz"))
    tally.skipped["io"] = "there is no C compiler"
    lines = [" ".join(line.split()) for line in tally.table().splitlines()]
    assert "| killed: edit | 2 | 1 |" in lines
    assert lines[-2:] == ["- left out: io: there is no C compiler", "- find: finds/a.tar.gz"]
