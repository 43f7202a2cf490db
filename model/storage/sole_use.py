"""A project's file in nobody else's use, so that another file can take its place; and what makes a file last."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Generator
from pathlib import Path

from model.errors import StorageError
from model.storage import file, schema
from model.storage.connection import in_place, opened
from model.storage.temp_files import sync_folder

PATIENCE = 3.0  # seconds
_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file
_DAMAGE = ("malformed", "not a database", "corrupt")  # what SQLite says of a file that it cannot open any more


class SoleUse:
    """A file that only this process has open, and only here. ``connection`` is none where the file is too damaged for
    SQLite to open it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection | None) -> None:
        self.path = path.resolve()
        self.connection = connection

    def project_id(self) -> str | None:
        """The id of the project in the file; nothing where it cannot be read, or where something else stands in the
        place of the table that has it.
        """
        if self.connection is None:
            return None
        try:
            differences = schema.differences(self.connection)
            if differences.acting or "project" in differences.wrong:
                return None
            found = self.connection.execute("SELECT id FROM project").fetchone()
        except (sqlite3.DatabaseError, UnicodeDecodeError):  # of a damaged schema not even the names may be text
            return None
        return None if found is None else str(found[0])

    def copy_as_it_is(self, target: Path) -> None:
        """A copy of the file, and of the logs beside it, byte by byte: for one that SQLite cannot read. All of it or,
        where the disk fills up, nothing.
        """
        try:
            for suffix in ("", *_BESIDE):
                source, copy = Path(f"{self.path}{suffix}"), Path(f"{target}{suffix}")
                if source.exists():
                    shutil.copyfile(source, copy)
                    sync_file(copy)
        except BaseException:
            file.remove(target)
            raise

    def replace_by(self, new: Path) -> None:
        """Have a file, which must stand in the same folder, take the place of this one, at once and as a whole."""
        shutil.copymode(self.path, new)
        sync_file(new)
        # SQLite has taken its log away where it could open the file. Another file must never be read with it.
        for suffix in _BESIDE:
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)
        if os.name == "nt" and self.connection is not None:
            self.connection.close()  # no open file can be replaced there
        os.replace(new, self.path)
        sync_folder(self.path.parent)


@contextlib.contextmanager
def sole_use(path: Path, patience: float | None = None) -> Generator[SoleUse]:
    """Have a file for oneself; refuses one that another program, or another part of this one, has open.

    Who has it open for writing holds a lock on it for as long as it is open, and so does who reads it while its folder
    can be written to. ``patience`` is in seconds (``PATIENCE`` unless given): work that a window has
    given up needs a moment to end.
    """
    file.check_writable(path)
    try:
        connection = in_place(path, lambda: _alone(path, PATIENCE if patience is None else patience))
    except sqlite3.DatabaseError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StorageError("{path}: it is open elsewhere; close it there first.", path=path) from error
        if not any(sign in str(error) for sign in _DAMAGE):
            with file.explained(path):
                raise
        connection = None
    try:
        yield SoleUse(path, connection)
    finally:
        if connection is not None:
            connection.close()


def _alone(path: Path, patience: float) -> sqlite3.Connection:
    """A connection that holds a lock on the file for as long as it is open, so that nobody else has one."""
    connection = opened(path, "mode=rw", patience)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")  # nobody can be in the file for that
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # the lock stays
        Path(f"{path.resolve()}-shm").unlink(missing_ok=True)  # left by those who only read
    except BaseException:
        connection.close()
        raise
    return connection


def as_one_file(path: Path) -> None:
    """Have a copy that nobody has open read without SQLite making files beside it, until it is written to again."""
    with file.explained(path):
        connection = opened(path, "mode=rw")
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        finally:
            connection.close()


def sync_file(path: Path) -> None:
    """See to it that what is in a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing; the names of all of them are on the disk then."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for each in missing:
        sync_folder(each.parent)
