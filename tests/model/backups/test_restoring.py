import contextlib
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from model.backups import making, restoring
from model.backups.backup_folder import BackupFolder
from model.backups.making import back_up
from model.backups.restoring import restore
from model.errors import DamagedProjectError, StorageError, UserError
from model.project import Project
from model.storage import sole_use
from tests.model.backups.conftest import NOON, alter_text, mark, spoil

ROOT = Path(__file__).parents[3]
LATER = NOON.replace(hour=15)

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def backup(path: Path, backup_folder: BackupFolder) -> Path:
    with Project.open(path, None) as project:
        made = back_up(project, backup_folder, now=NOON)
    assert made is not None
    return made.path


@pytest.fixture
def worked_on(path: Path, backup: Path) -> Path:
    """The project, in which another mark was made since the backup."""
    with Project.open(path, "Amal") as project:
        mark(project, project.document_ids()[0], "وإذ تلاحظ حاجتها،")
    return path


def operations(path: Path) -> int:
    with Project.open(path, None) as project:
        assert project.integrity_problems() == []
        return project.counts().operations


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_as_a_new_file(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "restored.qarar"
    restored = restore(backup, target)
    assert (restored.path, restored.kept, restored.size) == (target, None, target.stat().st_size)
    with Project.open(target, "Badr") as project:
        assert project.undo().name == "mark clause"
    assert operations(backup) == 2


def test_one_of_an_older_schema_stays_as_it_is_and_comes_back_with_todays(tmp_path: Path) -> None:
    older = Path(shutil.copy(DATA / "schema-0001_first.qarar", tmp_path))
    before = older.read_bytes()
    assert Project.needs_migration(older)
    restored = restore(older, tmp_path / "new.qarar")
    assert older.read_bytes() == before
    assert not Project.needs_migration(restored.path)
    with Project.open(restored.path, None) as project:
        assert project.counts().spans == 147


def test_an_existing_file_is_never_overwritten_unasked(backup: Path, worked_on: Path) -> None:
    before = worked_on.read_bytes()
    with pytest.raises(UserError, match="already"):
        restore(backup, worked_on)
    assert worked_on.read_bytes() == before


def test_a_backup_that_has_gone_is_named(backup: Path, worked_on: Path, tmp_path: Path) -> None:
    backup.unlink()
    before = worked_on.read_bytes()
    with pytest.raises(UserError) as refused:
        restore(backup, worked_on, keep_in=tmp_path / "backups")
    assert str(refused.value) == f"{backup}: there is no such file."
    assert worked_on.read_bytes() == before


def test_in_the_place_of_the_project_which_is_kept_first(
    backup: Path, worked_on: Path, backup_folder: BackupFolder
) -> None:
    worked_on.chmod(0o640)
    restored = restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER)
    assert operations(worked_on) == 2
    assert stat.S_IMODE(worked_on.stat().st_mode) == 0o640
    assert restored.kept == backup_folder.path / "20260301-150000-000Z.replaced.qarar"
    assert operations(restored.kept) == 3
    assert names(worked_on.parent) == [worked_on.name]
    # And there is a way back.
    restore(restored.kept, worked_on, keep_in=backup_folder.path.parent, now=LATER.replace(minute=1))
    assert operations(worked_on) == 3


def test_what_stands_only_in_the_log_is_kept_too(
    backup: Path, worked_on: Path, backup_folder: BackupFolder, tmp_path: Path
) -> None:
    """A process that was killed has left its log beside the file."""
    program = f"""
import os
from pathlib import Path
from model.annotation import documents
from model.project import Project
project = Project.open(Path({str(worked_on)!r}), "Amal")
with project.operation("write note") as writing:
    documents.set_note(writing, project.document_ids()[0], "kept")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
    assert Path(f"{worked_on}-wal").stat().st_size > 0
    restored = restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER)
    assert restored.kept is not None
    assert operations(restored.kept) == 4
    assert operations(worked_on) == 2
    assert not Path(f"{worked_on}-wal").exists()


def test_a_project_that_is_open_is_refused_as_it_is(backup: Path, worked_on: Path, backup_folder: BackupFolder) -> None:
    for annotator in ("Badr", None):
        with Project.open(worked_on, annotator) as project:
            with pytest.raises(UserError, match="open elsewhere"):
                restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER)
            if annotator is not None:
                mark(project, project.document_ids()[0], "2 - تقرر مواصلة النظر.")  # work goes on
    assert operations(worked_on) == 4
    assert len(backup_folder.backups()) == 1


def test_one_that_another_process_has_open(backup: Path, worked_on: Path, backup_folder: BackupFolder) -> None:
    program = f"""
from pathlib import Path
from model.project import Project
with Project.open(Path({str(worked_on)!r}), "Amal"):
    print("open", flush=True)
    input()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(UserError, match="open elsewhere"):
            restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER)
        other.communicate("\n")
    assert restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER).kept is not None


def let_dangle(path: Path) -> None:
    """Have a row name another that is not there."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE document SET assignee = 'nobody'")


@pytest.mark.parametrize(
    "damage", [spoil, alter_text, let_dangle, lambda path: os.truncate(path, path.stat().st_size // 2)]
)
def test_a_damaged_backup_is_refused_in_one_sentence(
    damage, backup: Path, worked_on: Path, backup_folder: BackupFolder
) -> None:
    damage(backup)
    before = worked_on.read_bytes()
    for target in (worked_on, worked_on.with_name("new.qarar")):
        with pytest.raises(DamagedProjectError, match="damaged") as caught:
            restore(backup, target, keep_in=backup_folder.path.parent, now=LATER)
        assert str(backup) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert worked_on.read_bytes() == before
    assert names(worked_on.parent) == [worked_on.name]


@pytest.mark.parametrize("damage", [spoil, lambda path: os.truncate(path, path.stat().st_size // 2)])
def test_a_damaged_project_is_kept_as_it_is_and_replaced(
    damage, backup: Path, worked_on: Path, backup_folder: BackupFolder
) -> None:
    damage(worked_on)
    damaged = worked_on.read_bytes()
    restored = restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER)
    assert restored.kept is not None
    assert restored.kept.parent == backup_folder.path
    assert len(restored.kept.read_bytes()) == len(damaged)
    assert restored.kept.read_bytes()[4096:] == damaged[4096:]
    assert operations(worked_on) == 2


def test_no_other_file_is_replaced(backup: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sara")
    with pytest.raises(UserError, match="not a Qarar project"):
        restore(backup, letter, keep_in=tmp_path / "backups", now=LATER)
    assert letter.read_text() == "Dear Sara"
    with pytest.raises(UserError, match="the backup itself"):
        restore(backup, backup, keep_in=tmp_path / "backups", now=LATER)


def test_through_a_link_the_project_itself_is_replaced(
    backup: Path, worked_on: Path, backup_folder: BackupFolder, tmp_path: Path
) -> None:
    link = tmp_path / "link.qarar"
    link.symlink_to(worked_on)
    restore(backup, link, keep_in=backup_folder.path.parent, now=LATER)
    assert link.is_symlink()
    assert operations(worked_on) == 2


def test_where_the_present_state_cannot_be_kept_nothing_is_replaced(
    backup: Path, worked_on: Path, tmp_path: Path
) -> None:
    (tmp_path / "closed").touch()
    with pytest.raises(UserError, match="cannot be made"):
        restore(backup, worked_on, keep_in=tmp_path / "closed", now=LATER)
    assert operations(worked_on) == 3


def test_where_there_is_no_room_the_file_that_was_to_be_is_named(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(making.shutil, "disk_usage", lambda _: usage(1, 1, making.RESERVE))
    target = tmp_path / "new.qarar"
    with pytest.raises(StorageError) as refused:
        restore(backup, target)
    assert str(refused.value) == f"{target}: there is too little room for it on its disk."
    assert not target.exists()


def test_where_the_disk_fills_up_nothing_is_replaced(
    backup: Path, worked_on: Path, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        with restoring.file.explained(backup_folder.path):
            raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(restoring.file, "save_copy", full)
    with pytest.raises(UserError, match="disk is full"):
        restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER)
    assert names(worked_on.parent) == [worked_on.name]
    assert operations(worked_on) == 3


@pytest.mark.parametrize("part", ["_keep", "SoleUse.replace_by"])
def test_one_that_is_killed_has_replaced_nothing(
    part: str, backup: Path, worked_on: Path, backup_folder: BackupFolder
) -> None:
    program = f"""
import os, signal
from pathlib import Path
from model.backups import making, restoring
from model.storage.sole_use import SoleUse
restoring.{part} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
restoring.restore(Path({str(backup)!r}), Path({str(worked_on)!r}), keep_in=Path({str(backup_folder.path.parent)!r}))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9
    assert operations(worked_on) == 3
    assert restore(backup, worked_on, keep_in=backup_folder.path.parent, now=LATER).kept is not None
    assert names(worked_on.parent) == [worked_on.name]


def test_what_is_kept_is_on_the_disk_with_its_folders_before_the_project_is_replaced(
    backup: Path, worked_on: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept"
    synced: list[Path] = []
    replaced: list[set[Path]] = []
    original = os.replace
    monkeypatch.setattr(sole_use, "sync_folder", synced.append)

    def replace(new: Path, target: Path) -> None:
        if target == worked_on:
            replaced.append(set(synced))
        original(new, target)

    monkeypatch.setattr(os, "replace", replace)
    restore(backup, worked_on, keep_in=kept)
    (at_that_time,) = replaced
    assert {kept, kept.parent} <= at_that_time


def test_the_log_of_a_project_that_was_deleted_is_not_read_into_what_is_restored(backup: Path, tmp_path: Path) -> None:
    target = tmp_path / "again.qarar"
    Path(f"{target}-wal").write_bytes(b"x")
    with pytest.raises(UserError, match="-wal lies beside it"):
        restore(backup, target)
    assert not target.exists()


def test_a_path_that_the_system_refuses_is_told_in_one_sentence(
    backup: Path, backup_folder: BackupFolder, tmp_path: Path
) -> None:
    target = tmp_path / ("x" * 300)
    for keep_in in (None, backup_folder.path.parent):
        with pytest.raises(UserError) as refused:
            restore(backup, target, keep_in=keep_in)
        assert str(refused.value) == f"{target}: cannot be made (File name too long)."
    with Project.open(backup, None) as project, pytest.raises(UserError) as refused:
        project.save_copy(target)
    assert str(refused.value) == f"{target}: cannot be made (File name too long)."
