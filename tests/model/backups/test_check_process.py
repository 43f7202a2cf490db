import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from model import worker_process
from model.backups import check_process
from model.backups.check_process import check_beside
from model.backups.making import newest_operation
from model.errors import Cancelled, UserError
from model.progress import no_progress
from model.project import Project
from tests.model.backups.conftest import mark, spoil


@pytest.fixture
def copy(opened: Project, tmp_path: Path) -> Path:
    copy = tmp_path / "copy.qarar"
    opened.save_copy(copy)
    return copy


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> "list[subprocess.Popen[bytes]]":
    """The processes that were started; what is checked here after all fails the test."""
    processes: list[subprocess.Popen[bytes]] = []
    original = subprocess.Popen

    def start(*given, **named):
        processes.append(original(*given, **named))
        return processes[-1]

    monkeypatch.setattr(worker_process.subprocess, "Popen", start)
    monkeypatch.setattr(check_process, "check_copy", lambda *_: pytest.fail("was checked here"))
    return processes


def test_a_sound_copy(opened: Project, copy: Path, started: "list[subprocess.Popen[bytes]]") -> None:
    assert check_beside(copy, newest_operation(opened), no_progress) == ()
    assert len(started) == 1
    assert started[0].returncode is not None


def test_a_copy_of_another_state(opened: Project, copy: Path, started: "list[subprocess.Popen[bytes]]") -> None:
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    with pytest.raises(UserError, match="not what was copied"):
        check_beside(copy, newest_operation(opened), no_progress)


def test_a_damaged_copy(opened: Project, copy: Path, started: "list[subprocess.Popen[bytes]]") -> None:
    spoil(copy)
    with pytest.raises(UserError, match="damaged") as caught:
        check_beside(copy, newest_operation(opened), no_progress)
    assert caught.value.values["path"] == copy


def test_it_is_ended_where_it_is_no_longer_wanted(
    opened: Project, copy: Path, started: "list[subprocess.Popen[bytes]]"
) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check_beside(copy, newest_operation(opened), stop)
    assert started[0].returncode is not None


@pytest.mark.parametrize("reason", ["no interpreter", "one file", "no process", "ended"])
def test_where_no_process_can_be_had_it_is_checked_here(
    reason: str, opened: Project, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_, **__):
        raise OSError("no more processes")

    if reason == "no interpreter":
        monkeypatch.setattr(sys, "executable", "")
    elif reason == "one file":
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    elif reason == "no process":
        monkeypatch.setattr(worker_process.subprocess, "Popen", none)
    else:
        monkeypatch.setattr(worker_process, "_SERVE", "import os; os._exit(3)")
    here: list[Path] = []
    monkeypatch.setattr(check_process, "check_copy", lambda each, *_: here.append(each) or ())
    assert check_beside(copy, newest_operation(opened), no_progress) == ()
    assert here == [copy]
    assert os.path.exists(copy)


def test_what_is_found_in_a_copy_comes_back(opened: Project, started: "list[subprocess.Popen[bytes]]") -> None:
    with sqlite3.connect(opened.path) as connection:
        connection.execute("UPDATE document SET name = 'آخر'")
    connection.close()
    found, *_ = check_beside(opened.path, newest_operation(opened), no_progress)
    assert "is not as the history left it" in str(found)


@pytest.mark.parametrize("answered", ["{}", '{"refused": null, "problems": 1}', '{"refused": {}, "problems": []}'])
def test_what_is_no_answer_is_not_believed(
    answered: str, opened: Project, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = len(answered).to_bytes(8, "big") + answered.encode()
    monkeypatch.setattr(worker_process, "_SERVE", f"import sys; sys.stdin.read(); sys.stdout.buffer.write({written!r})")
    here: list[Path] = []
    monkeypatch.setattr(check_process, "check_copy", lambda each, *_: here.append(each) or ())
    assert check_beside(copy, newest_operation(opened), no_progress) == ()
    assert here == [copy]
