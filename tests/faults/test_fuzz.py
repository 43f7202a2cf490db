"""All readers on some thousand changed inputs, on every input that was ever a find, and what counts as a find."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from model.errors import Cancelled, UserError
from tests.faults import fuzz
from tests.faults.desk import Desk
from tests.faults.fuzz import replay, run
from tests.faults.readers import Read, Reader, readers

COUNT = 5000
# Qt says so of a variant in a file of settings whose type nobody knows, and gives nothing for it.
pytestmark = pytest.mark.qt_log_ignore("QVariant::load: unknown user type")
FINDS = sorted((Path(__file__).parent / "finds").iterdir())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def test_some_thousand_inputs_are_read_or_refused(tmp_path: Path, qapp: QApplication) -> None:
    found = run(COUNT, 1, tmp_path)
    kept = [path.read_text("utf-8")[-2000:] for path in tmp_path.glob("*.trace")]
    assert [(name, tried) for name, tried, _ in found] == [(name, survived) for name, _, survived in found], kept
    assert sum(tried for _, tried, _ in found) >= COUNT - len(found)


@pytest.mark.parametrize("path", FINDS, ids=lambda path: path.name)
def test_what_was_once_a_find_is_none_any_more(path: Path, qapp: QApplication) -> None:
    replay(path)


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_the_same_seed_makes_the_same_inputs_which_are_read_now_and_then(
    reader: Reader, desk: Desk, tmp_path: Path, qapp: QApplication
) -> None:
    inputs = [reader.change(Random(f"{reader.name} 2 {number}")) for number in range(60)]
    assert inputs == [reader.change(Random(f"{reader.name} 2 {number}")) for number in range(60)]
    assert len(set(inputs)) > 40
    tally = fuzz.fuzz(reader, desk, range(60), 2, tmp_path)
    assert (tally.tried, tally.survived) == (60, 60)
    assert 0 < tally.read < 60 or reader.name == "settings"  # of a file of settings nothing is refused


def _refusing(_: Desk, content: bytes) -> object:
    raise UserError("no") if content == b"0" else Cancelled


def _failing(_: Desk, content: bytes) -> object:
    raise KeyError(content)


def _hanging(_: Desk, content: bytes) -> object:
    while True:
        pass


def _filling(_: Desk, content: bytes) -> object:
    return _peaks.append(_peaks[-1] + (21 << 20))


_peaks = [1 << 20]  # what the process is said to have had at most, so that no test need fill the machine's memory


def _long_winded(_: Desk, content: bytes) -> object:
    raise UserError("one\ntwo")


@pytest.mark.parametrize(
    "read, wrong",
    [
        (_refusing, ""),
        (_failing, "KeyError in test_fuzz.py:_failing"),
        pytest.param(_hanging, "TakesTooLong", marks=pytest.mark.skipif(sys.platform == "win32", reason="no alarms")),
        (_filling, "AssertionError"),
        (_long_winded, "AssertionError"),
    ],
)
def test_what_counts_as_a_find(
    read: Read, wrong: str, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if wrong == "TakesTooLong":
        monkeypatch.setattr(fuzz, "LONGEST", 0.5)
    monkeypatch.setattr(fuzz, "LARGEST", 20 << 20)
    monkeypatch.setattr(fuzz, "_peak", lambda: _peaks[-1])
    reader = Reader("made-up", ".bin", lambda chance: b"%d" % chance.randrange(2), read, read, 1)
    finds = tmp_path / "finds"
    tally = fuzz.fuzz(reader, desk, range(4 if wrong != "AssertionError" else 1), 1, finds)
    if not wrong:
        assert (tally.tried, tally.survived, finds.exists()) == (4, 4, False)
        return
    assert tally.survived == 0
    assert all(kind.startswith(wrong) for kind in tally.finds)
    kept = sorted(path.suffix for path in finds.iterdir())
    assert kept == [".bin", ".trace"]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the system does not tell what a process has now")
def test_the_peak_is_in_bytes_and_no_less_than_what_the_process_has_now() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    now = pages * os.sysconf("SC_PAGE_SIZE")
    # The kernel counts pages of each processor by itself and adds them up now and then.
    assert now * 0.9 <= fuzz._peak() < now * 100
