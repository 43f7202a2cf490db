import errno
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from model.backups.backup_folder import (
    Backup,
    BackupFolder,
    backup_folders,
    backup_of,
    check_folder,
    default_backup_folder,
    delete,
    remark_on,
)
from model.errors import StorageError, UserError
from tests.model.backups.conftest import NOON

ROOT = Path(__file__).parents[3]


def test_a_name_tells_the_time_in_utc_and_the_reason(tmp_path: Path) -> None:
    backup_folder = BackupFolder(tmp_path, "an-id")
    cairo = datetime(2026, 3, 1, 14, 5, 6, 789000, tzinfo=timezone(timedelta(hours=2)))
    usual, asked = backup_folder.new_path(cairo, "automatic"), backup_folder.new_path(cairo, "asked")
    assert usual == tmp_path / "an-id" / "20260301-120506-789Z.qarar"
    assert asked.name == "20260301-120506-789Z.asked.qarar"
    assert backup_of(usual) == Backup(usual, cairo.astimezone(UTC), "automatic")
    assert backup_of(asked) == Backup(asked, cairo, "asked")


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "project.qarar",
        "20260301-120506-789Z.qarar-wal",
        "20260231-120506-789Z.qarar",
        "20260301-120506-789Z.curious.qarar",
        ".qarar-0123.partial",
    ],
)
def test_other_files_are_no_backups(name: str, tmp_path: Path) -> None:
    assert backup_of(tmp_path / name) is None


def test_the_newest_comes_first_and_nothing_has_the_name_of_another(tmp_path: Path) -> None:
    backup_folder = BackupFolder(tmp_path, "an-id")
    assert backup_folder.backups() == []
    backup_folder.path.mkdir()
    for hours in (0, 2, 1):
        backup_folder.new_path(NOON + timedelta(hours=hours), "automatic").touch()
    assert [each.made.hour for each in backup_folder.backups()] == [14, 13, 12]
    with pytest.raises(UserError, match="already"):
        backup_folder.new_path(NOON, "automatic")


@pytest.mark.parametrize("project", ["../../elsewhere", "/etc", "", "..", "a" * 500, "مشروع"])
def test_an_id_leads_nowhere_else(project: str, tmp_path: Path) -> None:
    assert BackupFolder(tmp_path, project).path.resolve().parent == tmp_path.resolve()


def test_only_automatic_ones_are_removed_when_they_are_old(tmp_path: Path) -> None:
    backup_folder = BackupFolder(tmp_path, "an-id")
    backup_folder.path.mkdir()
    (backup_folder.path / "notes.txt").touch()
    for minutes in range(3):
        for reason in ("automatic", "asked", "replaced"):
            backup_folder.new_path(NOON + timedelta(minutes=minutes), reason).touch()
    gone = backup_folder.remove_old(NOON + timedelta(minutes=5))
    assert sorted(each.path.name for each in gone) == ["20260301-120000-000Z.qarar", "20260301-120100-000Z.qarar"]
    assert len(list(backup_folder.path.iterdir())) == 8


def test_unsound_ones_do_not_take_the_place_of_sound_ones(tmp_path: Path) -> None:
    backup_folder = BackupFolder(tmp_path, "an-id")
    backup_folder.path.mkdir()
    backup_folder.new_path(NOON, "automatic").touch()
    for minutes in (10, 20, 30):
        backup_folder.new_path(NOON + timedelta(minutes=minutes), "unsound").touch()
    backup_folder.remove_old(NOON + timedelta(minutes=40), hours=1, days=1)
    assert [(each.made.minute, each.reason) for each in backup_folder.backups()] == [(30, "unsound"), (0, "automatic")]


def test_the_logs_of_a_damaged_project_go_with_its_backup(tmp_path: Path) -> None:
    path = BackupFolder(tmp_path, "an-id").new_path(NOON, "replaced")
    path.parent.mkdir()
    for part in ("", "-wal", "-shm"):
        Path(f"{path}{part}").touch()
    backup = Backup(path, NOON, "replaced")
    delete(backup)
    assert list(path.parent.iterdir()) == []
    delete(backup)


def test_projects_that_have_backups(tmp_path: Path) -> None:
    for project in ("b", "a", "empty"):
        BackupFolder(tmp_path, project).path.mkdir()
    for project in ("b", "a"):
        BackupFolder(tmp_path, project).new_path(NOON, "automatic").touch()
    assert [backup_folder.path.name for backup_folder in backup_folders(tmp_path)] == ["a", "b"]
    assert backup_folders(tmp_path / "missing") == []


def test_the_default_folder() -> None:
    home = Path("/home/sara")
    linux = default_backup_folder({"HOME": "/home/sara"}, "linux")
    assert linux == home / ".local" / "share" / "qarar" / "backups"
    assert default_backup_folder({"HOME": "/home/sara", "XDG_DATA_HOME": "/data"}, "linux") == Path(
        "/data/qarar/backups"
    )
    assert default_backup_folder({"HOME": "/home/sara", "XDG_DATA_HOME": "data"}, "linux") == linux
    assert default_backup_folder({"HOME": "/home/sara"}, "darwin").parts[-4:-2] == ("Library", "Application Support")
    assert default_backup_folder({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/qarar/backups")


def test_it_is_among_what_qt_has_for_the_data_of_a_user() -> None:
    """Where windows have had it from the beginning."""
    program = (
        "from pathlib import Path; from PySide6.QtCore import QStandardPaths; "
        "from model.backups.backup_folder import default_backup_folder; "
        "data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation); "
        "print(default_backup_folder() == Path(data) / 'qarar' / 'backups')"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the backups of other projects are found all the same."""
    for name in ("first", "second"):
        path = BackupFolder(tmp_path, name).new_path(NOON, "asked")
        path.parent.mkdir()
        path.touch()
    scandir = os.scandir

    def closed(path: Path) -> object:
        if Path(path).name == "first":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(StorageError) as refused:
        BackupFolder(tmp_path, "first").backups()
    assert str(refused.value) == f"{tmp_path / 'first'}: cannot be read (Permission denied)."
    assert [each.path.name for each in backup_folders(tmp_path)] == ["second"]


def test_what_can_be_no_folder_of_backups(tmp_path: Path) -> None:
    check_folder(tmp_path)
    check_folder(tmp_path / "not" / "yet")
    taken = tmp_path / "file"
    taken.touch()
    for folder in (taken, taken / "a" / "b"):
        with pytest.raises(UserError) as refused:
            check_folder(folder)
        assert str(refused.value) == f"{taken}: this is a file, not a folder."


def test_a_project_in_the_folder_of_its_backups_is_remarked_on(tmp_path: Path) -> None:
    project = tmp_path / "work" / "mine" / "p.qarar"
    project.parent.mkdir(parents=True)
    project.touch()
    link = tmp_path / "link.qarar"
    link.symlink_to(project)
    for folder in (project.parent, tmp_path / "work"):
        for path in (project, link):
            assert "the project itself is in this folder" in str(remark_on(folder, path))
    for folder in (project.parent / "backups", tmp_path / "wor", tmp_path / "elsewhere"):
        assert remark_on(folder, project) is None
