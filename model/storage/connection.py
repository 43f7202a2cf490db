"""Connections to project files. A file is untrusted input: here alone one is opened, restricted in what it may do.

The bytes of a file that this process has open are never read beside SQLite. A POSIX system takes every lock that a
process has on a file from it as soon as the process closes any handle on that file
(https://www.sqlite.org/howtocorrupt.html, 2.2): another program could then write in the midst of what SQLite does.
"""

import contextlib
import os
import sqlite3
import sys
import threading
import time
import weakref
from collections.abc import Callable, Generator
from pathlib import Path
from urllib.parse import quote

from model import regular_file
from model.errors import StorageError
from model.progress import ProgressCallback

APPLICATION_ID = 0x51415241  # "QARA"; written into the file's header so that a stranger's database is told apart
PATIENCE = 10.0  # seconds that an act waits while another program writes

_BETWEEN_LOOKS = 10_000  # steps of SQLite's machine: a few milliseconds at the most
_BETWEEN_TRIES = 0.05  # seconds
_TRIES = 10  # some file systems give a file another number whenever it is looked at: never wait for ever

# What a file may ask of SQLite at the most. A text has 64 MiB, and folding can make it longer.
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1 << 29,  # bytes of one value or row
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,  # VACUUM attaches one
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}

_Identity = tuple[int, int]


class _Connection(sqlite3.Connection):
    """A connection whose file is known to be open until this is closed or gone."""

    def close(self) -> None:
        """Let go of the file."""
        super().close()
        with _lock:
            _open.pop(self, None)


_lock = threading.Lock()
_open: "weakref.WeakKeyDictionary[_Connection, _Identity | None]" = weakref.WeakKeyDictionary()
_read: list[_Identity | None] = []  # files whose bytes are just being read


def identity(path: Path) -> _Identity | None:
    """What tells the file of a path from any other, whatever its name; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def connected(path: Path, *, writing: bool, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to the file of a path, which must be there; what SQLite raises is passed on. ``patience`` is in
    seconds.
    """
    return in_place(path, lambda: _writing(path, patience) if writing else _reading(path, patience))


def opened(path: Path, how: str, patience: float = PATIENCE) -> sqlite3.Connection:
    """The same with the parameters ``how`` of SQLite's URI (``mode=rw``), and nothing else set up."""
    return in_place(path, lambda: _opened(path, how, patience))


def in_place(path: Path, connect: Callable[[], sqlite3.Connection]) -> sqlite3.Connection:
    """What ``connect`` gives for the file of a path. While it waited, another file may have taken the place of the one
    that it opened, a restored backup say: then it is called again.
    """
    tried = 0
    while True:
        tried += 1
        before = identity(path)
        connection = connect()
        if identity(path) == before or tried == _TRIES:
            return connection
        connection.close()


def read_bytes(path: Path, largest: int, patience: float = 0.0) -> bytes:
    """The content of a file; refuses one that this process has open and does not let go of within ``patience``
    seconds, what is no file, and one of more than ``largest`` bytes.
    """
    until = time.monotonic() + patience
    while not (reading := _begin_reading(path)):
        if time.monotonic() >= until:
            raise _elsewhere(path)
        time.sleep(_BETWEEN_TRIES)
    try:
        return regular_file.read_bytes(path, largest)
    finally:
        with _lock:
            _read.remove(reading[0])


def _begin_reading(path: Path) -> tuple[_Identity | None] | None:
    """Have nobody open a file whose bytes are to be read; gives which it is, or nothing where somebody has it open."""
    with _lock:
        found = identity(path)
        if found is not None and found in _open.values():
            return None
        _read.append(found)
    return (found,)


def _elsewhere(path: Path) -> StorageError:
    return StorageError("{path}: it is open elsewhere; close it there first.", path=path)


@contextlib.contextmanager
def stoppable(connection: sqlite3.Connection, on_progress: ProgressCallback) -> Generator[None]:
    """Call ``on_progress`` again and again while statements are carried out in the block, however long one takes; what
    it raises ends the statement and the block.
    """
    raised: list[BaseException] = []

    def look() -> bool:
        try:
            on_progress(0, 0)
        except BaseException as error:  # SQLite would swallow it
            raised.append(error)
        return bool(raised)

    connection.set_progress_handler(look, _BETWEEN_LOOKS)
    try:
        yield
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


@contextlib.contextmanager
def one_state(connection: sqlite3.Connection) -> Generator[None]:
    """Read one state of the file in the block, whatever others write meanwhile; within a transaction, that one's."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # from here on
        yield
    finally:
        if connection.in_transaction:  # SQLite has ended it where the disk cannot be read
            connection.execute("ROLLBACK")


def temporary() -> sqlite3.Connection:
    """A file of SQLite's own that goes with the connection, for a copy of a project."""
    connection = sqlite3.connect("", isolation_level=None)
    connection.row_factory = sqlite3.Row
    _restrict(connection)
    return connection


def _writing(path: Path, patience: float) -> sqlite3.Connection:
    # From here on it holds a lock until it is closed, so that nobody can put another file there.
    connection = opened(path, "mode=rw", patience)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _reading(path: Path, patience: float) -> sqlite3.Connection:
    beside = [Path(f"{path}{part}") for part in ("-wal", "-journal")]
    alone = not any(each.exists() and each.stat().st_size for each in beside)  # it is the whole project
    if alone and not os.access(path, os.W_OK) and not Path(f"{path}-shm").exists():
        # Nobody has it open. SQLite would make its two files beside it, as read-only as the file is, and nobody could
        # write to the project any more when that is allowed again.
        return _opened(path, "mode=ro&immutable=1", patience)
    try:
        return _opened(path, "mode=ro", patience)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK and os.access(path, os.W_OK) and _is_ours(path):
            # A crash cut off a step that is not written to the log: making one, or leaving it. SQLite takes it back.
            _opened(path, "mode=rw", patience).close()
            return _opened(path, "mode=ro", patience)
        # In a folder that cannot be written to, or on a full disk, SQLite cannot share its index of the log. One that
        # is being written is never read past its log.
        if not alone or "locked" in str(error) or "busy" in str(error):
            raise
        return _opened(path, "mode=ro&immutable=1", patience)


def _is_ours(path: Path) -> bool:
    """Whether the file itself, without what is beside it, says that it is a project."""
    with contextlib.closing(_opened(path, "mode=ro&immutable=1")) as connection:
        return connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID


def _opened(path: Path, how: str, patience: float = PATIENCE) -> sqlite3.Connection:
    # isolation_level None: every transaction is begun by hand, as IMMEDIATE (a deferred one that reads and then writes
    # fails at once when another process has written meanwhile).
    uri = f"file:{quote(os.fsencode(path.resolve()))}?{how}"
    with _lock:
        found = identity(path)
        if found is not None and found in _read:
            raise _elsewhere(path)
        connection = sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, factory=_Connection)
        _open[connection] = found
    try:
        connection.row_factory = sqlite3.Row
        _restrict(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # waits for who has the file alone
    except BaseException:
        connection.close()
        raise
    return connection


def _restrict(connection: sqlite3.Connection) -> None:
    """Let the file do little by itself: values and rows are limited, an index or a check in its schema can call no
    function that is not harmless, and pages are looked at before they are read.

    From Python 3.12 on its triggers and views do nothing at all, and SQLite refuses statements that would damage the
    file. Python 3.11 cannot ask SQLite for that: there triggers act, though none sets off another, and views can be
    read. What keeps them out in both is that a file which has any is refused (``schema.differences``), before
    anything is written or read of its tables.
    """
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
