import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections import namedtuple
from datetime import timedelta
from pathlib import Path

import pytest

from model.annotation import documents
from model.backups import making
from model.backups.backup_folder import BackupFolder
from model.backups.making import back_up, copy_verified, keep_up
from model.errors import Cancelled, DamagedProjectError, StorageError, UserError
from model.project import Project
from tests.model.backups.conftest import NOON, alter_text, mark, spoil, spoil_note
from tests.model.conftest import TEXT

ROOT = Path(__file__).parents[3]
HOUR = timedelta(hours=1)


def files(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.rglob("*") if entry.is_file()) if folder.exists() else []


def test_a_backup_is_the_project_with_its_history(opened: Project, backup_folder: BackupFolder) -> None:
    made = back_up(opened, backup_folder, now=NOON)
    assert made is not None
    assert (made.path.name, made.problems) == ("20260301-120000-000Z.qarar", ())
    assert made.size == made.path.stat().st_size
    with Project.open(made.path, "Badr") as copy:
        assert copy.id == opened.id
        assert copy.history(9) == opened.history(9)
        assert copy.undo().name == "mark clause"
        assert copy.spans(copy.document_ids()[0]) == []


def test_reading_a_backup_leaves_nothing_beside_it(opened: Project, backup_folder: BackupFolder) -> None:
    made = back_up(opened, backup_folder, now=NOON)
    assert made is not None
    with Project.open(made.path, None) as copy:
        assert len(copy.documents()) == 2
        assert files(backup_folder.path) == [made.path.name]
    assert files(backup_folder.path) == [made.path.name]


def test_nothing_is_made_where_nothing_has_changed(opened: Project, backup_folder: BackupFolder) -> None:
    assert back_up(opened, backup_folder, now=NOON) is not None
    assert back_up(opened, backup_folder, now=NOON + HOUR) is None
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    assert back_up(opened, backup_folder, now=NOON + HOUR) is not None
    assert back_up(opened, backup_folder, now=NOON + 2 * HOUR) is None
    # Taking back is a change too.
    opened.undo()
    assert back_up(opened, backup_folder, now=NOON + 2 * HOUR) is not None
    assert len(backup_folder.backups()) == 3


def test_after_the_clock_was_set_back_nothing_is_made_where_nothing_has_changed(
    opened: Project, backup_folder: BackupFolder
) -> None:
    assert back_up(opened, backup_folder, now=NOON + 1000 * HOUR) is not None
    assert back_up(opened, backup_folder, now=NOON) is None
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    assert back_up(opened, backup_folder, now=NOON) is not None
    assert back_up(opened, backup_folder, now=NOON + HOUR) is None


def test_one_made_while_the_clock_was_ahead_does_not_make_the_next_due_each_minute(
    opened: Project, backup_folder: BackupFolder
) -> None:
    def kept_up(minutes: int) -> bool:
        mark(opened, opened.document_ids()[0], words.pop())
        return keep_up(opened, backup_folder, HOUR, (24, 30), now=NOON + timedelta(minutes=minutes)) is not None

    words = ["الكتب", "وإذ تلاحظ حاجتها،", "تقرر"]
    assert back_up(opened, backup_folder, now=NOON + 1000 * HOUR) is not None
    assert kept_up(0)
    assert not kept_up(1)
    assert kept_up(60)


def test_a_backup_that_cannot_be_read_is_none(opened: Project, backup_folder: BackupFolder) -> None:
    made = back_up(opened, backup_folder, now=NOON)
    assert made is not None
    made.path.write_bytes(b"")
    assert back_up(opened, backup_folder, now=NOON + HOUR) is not None


def test_an_empty_project_has_nothing_to_back_up_but_what_is_asked_for_is_made(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.qarar", "Amal") as project:
        backup_folder = BackupFolder(tmp_path / "backups", project.id)
        assert back_up(project, backup_folder, now=NOON) is None
        assert back_up(project, backup_folder, "asked", now=NOON) is not None


def test_what_others_write_meanwhile_is_not_waited_for_and_not_in_it(
    path: Path, opened: Project, backup_folder: BackupFolder
) -> None:
    with Project.open(path, None) as own:
        written: list[int] = []

        def on_progress(done: int, total: int) -> None:
            if not written:  # in the middle of copying
                with opened.operation("add document") as writing:
                    documents.add(writing, "late", TEXT)
                written.append(len(opened.documents()))

        made = back_up(own, backup_folder, now=NOON, on_progress=on_progress)
    assert made is not None
    assert written == [3]
    with Project.open(made.path, None) as copy:
        assert len(copy.documents()) == 2


def test_one_of_an_older_version_is_one_of_this_version(tmp_path: Path) -> None:
    older = tmp_path / "older.qarar"
    shutil.copyfile(ROOT / "tests" / "data" / "schema-0001_first.qarar", older)
    before = older.read_bytes()
    with Project.open(older, None) as project:
        made = back_up(project, BackupFolder(tmp_path / "backups", project.id), "asked", now=NOON)
        assert made is not None
    assert not Project.needs_migration(made.path)
    assert older.read_bytes() == before


def test_a_file_that_has_come_meanwhile_is_not_overwritten(opened: Project, tmp_path: Path) -> None:
    target = tmp_path / "copy.qarar"

    def come(*_: object) -> tuple[UserError, ...]:
        target.write_text("somebody else's")
        return ()

    with pytest.raises(UserError, match="a file of that name already"):
        copy_verified(opened, target, check=come)
    assert target.read_text() == "somebody else's"


def test_where_it_is_stopped_there_is_none(opened: Project, backup_folder: BackupFolder) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up(opened, backup_folder, now=NOON, on_progress=stop)
    assert files(backup_folder.path) == []


def test_a_copy_that_is_damaged_is_refused_and_gone(
    opened: Project, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "as_one_file", spoil)
    with pytest.raises(UserError, match="damaged") as caught:
        back_up(opened, backup_folder, now=NOON)
    assert "20260301-120000-000Z.qarar" in str(caught.value)
    assert ".partial" not in str(caught.value)
    assert files(backup_folder.path) == []


def test_letters_that_have_changed_are_damage(
    opened: Project, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "as_one_file", alter_text)
    with pytest.raises(DamagedProjectError, match=r"the text of .* has changed"):
        back_up(opened, backup_folder, now=NOON)
    assert files(backup_folder.path) == []


def test_a_copy_in_which_something_else_was_done_last_is_refused(
    opened: Project, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def behind(copy: Path) -> None:
        with Project.open(copy, "Badr") as project:
            project.undo()

    monkeypatch.setattr(making, "as_one_file", behind)
    with pytest.raises(UserError, match="not what was copied"):
        back_up(opened, backup_folder, now=NOON)
    assert files(backup_folder.path) == []


def test_a_true_copy_of_an_unsound_project_is_kept_apart(path: Path, backup_folder: BackupFolder) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("""UPDATE span SET "end" = 100000""")
    with Project.open(path, None) as project:
        made = back_up(project, backup_folder, now=NOON)
        assert made is not None
        assert made.path.name == "20260301-120000-000Z.unsound.qarar"
        assert "is not as the history left it" in str(made.problems[0])
        assert back_up(project, backup_folder, now=NOON + HOUR) is None


def test_a_true_copy_of_a_project_with_words_that_cannot_be_read_is_kept_and_the_project_named(
    path: Path, backup_folder: BackupFolder
) -> None:
    spoil_note(path)
    with Project.open(path, None) as project:
        made = back_up(project, backup_folder, now=NOON)
    assert made is not None
    assert made.path.name == "20260301-120000-000Z.unsound.qarar"
    damage = made.problems[-1]
    assert isinstance(damage, DamagedProjectError)
    assert str(damage).startswith(f"{path}: the project file is damaged (Could not decode to UTF-8 column 'note'")


def test_a_project_too_damaged_for_a_backup_is_named_instead_of_the_backup(
    path: Path, backup_folder: BackupFolder
) -> None:
    alter_text(path)
    with (
        Project.open(path, None) as project,
        pytest.raises(DamagedProjectError, match=r"the text of .* has changed") as caught,
    ):
        back_up(project, backup_folder, now=NOON)
    assert caught.value.values["path"] == path
    assert files(backup_folder.path) == []


def test_a_folder_that_cannot_be_written_to(opened: Project, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot be made"):
        back_up(opened, BackupFolder(tmp_path / "file", opened.id), now=NOON)


def test_a_full_disk(opened: Project, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(making.shutil, "disk_usage", lambda _: usage(1, 1, making.RESERVE))
    with pytest.raises(StorageError, match="too little room"):
        back_up(opened, backup_folder, now=NOON)
    assert files(backup_folder.path) == []


def test_a_disk_that_fills_up_meanwhile(
    opened: Project, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(making, "sync_file", fail)
    with pytest.raises(StorageError, match="cannot be made \\(No space left"):
        back_up(opened, backup_folder, now=NOON)
    assert files(backup_folder.path) == []


def test_a_file_that_is_there_is_refused(opened: Project, tmp_path: Path) -> None:
    target = tmp_path / "there.qarar"
    target.write_text("mine")
    with pytest.raises(UserError, match="already"):
        copy_verified(opened, target)
    assert target.read_text() == "mine"


def test_one_that_was_killed_leaves_nothing_that_stays(
    path: Path, opened: Project, backup_folder: BackupFolder
) -> None:
    program = f"""
import os, signal
from pathlib import Path
from model.backups.making import back_up
from model.backups.backup_folder import BackupFolder
from model.project import Project
def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)
with Project.open(Path({str(path)!r}), None) as project:
    back_up(project, BackupFolder(Path({str(backup_folder.path.parent)!r}), project.id), on_progress=kill)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9
    assert backup_folder.backups() == []
    assert len(list(backup_folder.path.iterdir())) == 1
    made = back_up(opened, backup_folder, now=NOON)
    assert made is not None
    assert [entry.name for entry in backup_folder.path.iterdir()] == [made.path.name]


def test_two_at_once_make_two_sound_ones(path: Path, backup_folder: BackupFolder) -> None:
    """Two processes may have the project open; each makes its own, and neither is in the other's way."""
    made: list[object] = []

    def work(minutes: int) -> None:
        with Project.open(path, None) as own:
            made.append(back_up(own, backup_folder, "asked", now=NOON + timedelta(minutes=minutes)))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(backup_folder.backups()) == 4
    for backup in backup_folder.backups():
        with Project.open(backup.path, None) as copy:
            assert copy.integrity_problems() == []
