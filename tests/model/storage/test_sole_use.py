import errno
import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from model.errors import StorageError
from model.project import Project
from model.storage.sole_use import SoleUse, as_one_file, make_folder, sole_use


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    return path


def test_nobody_can_open_what_somebody_has_alone(path: Path) -> None:
    with sole_use(path) as alone:
        assert alone.connection is not None
        assert alone.project_id() is not None
        other = sqlite3.connect(path, timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("SELECT count(*) FROM label")
        other.close()
    Project.open(path, "Badr").close()


@pytest.mark.parametrize("annotator", ["Badr", None])
def test_what_is_open_cannot_be_had_alone(path: Path, annotator: str | None) -> None:
    with Project.open(path, annotator), pytest.raises(StorageError, match="open elsewhere"), sole_use(path, 0.05):
        pass
    with sole_use(path):
        pass


def test_what_no_longer_is_a_database_can_still_be_replaced(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"no database" * 1000)
    new, kept = tmp_path / "new", tmp_path / "kept"
    new.write_bytes(b"new")
    with sole_use(path) as alone:
        assert alone.connection is None
        assert alone.project_id() is None
        alone.copy_as_it_is(kept)
        alone.replace_by(new)
    assert path.read_bytes() == b"new"
    assert kept.read_bytes() == b"no database" * 1000
    assert not new.exists()


@pytest.mark.parametrize(
    "script",
    [
        "ALTER TABLE project RENAME TO ours; CREATE VIEW project AS SELECT '../else' AS id",
        "ALTER TABLE project RENAME TO ours; CREATE TABLE project (id TEXT); INSERT INTO project VALUES ('../else')",
        "CREATE TRIGGER t AFTER INSERT ON span BEGIN DELETE FROM span; END",
    ],
)
def test_no_id_is_taken_from_what_is_no_table_of_ours(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    with sole_use(path) as alone:
        assert alone.connection is not None
        assert alone.project_id() is None


def test_logs_go_with_their_file(path: Path, tmp_path: Path) -> None:
    """Another file must never be read with them."""
    log, new, kept = Path(f"{path}-wal"), tmp_path / "new", tmp_path / "kept"
    log.write_bytes(b"a log")
    new.write_bytes(b"new")
    damaged = SoleUse(path, None)
    damaged.copy_as_it_is(kept)
    damaged.replace_by(new)
    assert Path(f"{kept}-wal").read_bytes() == b"a log"
    assert not log.exists()


def test_where_the_disk_fills_up_no_part_of_a_copy_stays(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among backups it would pass for one."""
    Path(f"{path}-wal").write_bytes(b"a log")
    kept = tmp_path / "kept"
    copied = shutil.copyfile

    def full(source: Path, target: Path) -> None:
        copied(source, target)
        if source.name.endswith("-wal"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space left"):
        SoleUse(path, None).copy_as_it_is(kept)
    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, f"{path.name}-wal"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write to anything")
def test_a_read_only_file_is_refused(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(StorageError, match="read-only"), sole_use(path):
        pass


def test_a_copy_is_read_without_files_beside_it(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "folder" / "copy.qarar"
    copy.parent.mkdir()
    with Project.open(path, None) as project:
        project.save_copy(copy)
    as_one_file(copy)
    connection = sqlite3.connect(f"file:{copy}?mode=ro", uri=True)
    assert connection.execute("SELECT count(*) FROM label").fetchone()[0] > 0
    assert os.listdir(copy.parent) == ["copy.qarar"]
    connection.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the names of folders by itself")
def test_a_folder_that_is_made_is_on_the_disk_with_all_above_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a power failure could take away what is kept in it."""
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_ino))
    folder = tmp_path / "a" / "b" / "c"
    make_folder(folder)
    assert set(synced) == {each.stat().st_ino for each in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")}
    synced.clear()
    make_folder(folder)
    assert synced == []
