"""Backups, restoring and compacting on a disk that fills up for real: a sentence each, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from model.annotation import documents
from model.backups import compacting, making
from model.backups.backup_folder import BackupFolder
from model.backups.compacting import compact
from model.backups.making import back_up
from model.backups.restoring import restore
from model.errors import StorageError
from model.project import Project
from tests.faults.small_disk import SmallDisk, small_disks


@pytest.fixture
def disk(tmp_path):
    yield from small_disks(tmp_path)


@pytest.fixture(autouse=True)
def no_look_at_the_room_beforehand(monkeypatch):
    """Others fill a disk too, after it was looked at."""
    monkeypatch.setattr(making, "RESERVE", -(1 << 40))
    monkeypatch.setattr(compacting, "RESERVE", -(1 << 40))


@pytest.fixture
def project_file(tmp_path: Path) -> Path:
    """A project of which one fits on the disk, and no two do."""
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project, project.operation("import") as writing:
        for number in range(3):
            documents.add(writing, f"{number}", f"{number} " + "قرار نصه طويل جدا " * 25_000)
    assert 4_500_000 < path.stat().st_size < 7_000_000
    return path


def whole(path: Path) -> bool:
    with Project.open(path, None) as project:
        return project.integrity_problems() == [] and project.counts().documents == 3


def files(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.rglob("*") if entry.is_file() and entry.suffix != ".qarar-shm")


def test_a_backup(disk: SmallDisk, project_file: Path) -> None:
    with Project.open(project_file, None) as project:
        backup_folder = BackupFolder(disk.folder / "backups", project.id)
        first = back_up(project, backup_folder, "asked")
        assert first is not None
        with pytest.raises(StorageError, match="full"):
            back_up(project, backup_folder, "asked")
    assert files(backup_folder.path) == [first.path.name]
    assert whole(first.path)


def test_compacting(disk: SmallDisk, project_file: Path) -> None:
    path = Path(shutil.copy(project_file, disk.folder))
    with pytest.raises(StorageError, match="full"):
        compact(path)
    assert files(disk.folder) == ["p.qarar"]
    assert whole(path)
    disk.fill()
    with pytest.raises(StorageError, match="full"):
        compact(path)
    disk.free()
    with Project.open(path, "Amal") as project:
        assert project.undo().name == "import"
        assert project.redo().name == "import"
    assert whole(path)


def test_restoring(disk: SmallDisk, project_file: Path, tmp_path: Path) -> None:
    backup, path = project_file, Path(shutil.copy(project_file, disk.folder))
    with pytest.raises(StorageError, match="full"):
        restore(backup, path, keep_in=tmp_path / "backups")
    assert files(disk.folder) == ["p.qarar"]
    assert whole(path)
    # There is room for the backup, and none to keep what it would replace.
    disk.fill()
    with pytest.raises(StorageError, match=r"full|cannot be made"):
        restore(path, backup, keep_in=disk.folder / "backups")
    assert whole(backup)
