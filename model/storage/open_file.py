"""A project's file for as long as it is open: whether it is in its place and can be written to, and how it is kept
whole by itself although SQLite writes beside it first.
"""

import contextlib
import sqlite3
from collections.abc import Generator
from pathlib import Path, PurePath

from model.errors import StorageError, UserError
from model.progress import ProgressCallback, no_progress
from model.storage import file, schema
from model.storage.connection import identity


class OpenFile:
    """The file of one open connection. ``writing``: it was opened for that."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writing: bool) -> None:
        self._path = path
        self._connection = connection
        self._writing = writing
        self._log = Path(f"{path}-wal")
        self._identity = identity(path)
        self._log_identity = identity(self._log)
        self._stopped: UserError | None = None
        self._stopped_for_good = False

    @property
    def foreign(self) -> tuple[str, ...]:
        """Names of the tables and indexes in the file that are not Qarar's; they are left alone."""
        return schema.differences(self._connection).foreign

    @property
    def is_in_place(self) -> bool:
        """Whether the file of that path, and the log beside it, still are those that were opened."""
        return identity(self._path) == self._identity and self._has_log

    @property
    def _has_log(self) -> bool:
        # A connection that writes keeps its log open until it ends: nobody but a person's hand takes it away.
        return not self._writing or identity(self._log) == self._log_identity

    def check_place(self) -> None:
        """Refuse a file that is no longer in its place. What is written to it now would go where nobody finds it again,
        and SQLite's log stay at the old place; what is at that place now is another file.
        """
        if identity(self._path) != self._identity:
            raise StorageError(
                "{path}: the project file was moved, deleted or replaced; nothing more is written to it. "
                "Save a copy to keep what is here.",
                path=self._path,
            )
        if not self._has_log:
            raise StorageError(
                "{path}: the file {log} beside it, which belongs to it while it is open, was moved, deleted or "
                "replaced; nothing more is written to it. Save a copy to keep what is here.",
                path=self._path,
                log=PurePath(self._log.name),
            )

    def check_writable(self) -> None:
        """Refuse a file that is no longer in its place, that the system says is not to be written to, or in which what
        was written last cannot be read back: what is written after that can perhaps not be read either.
        """
        self.check_place()
        if self._stopped is not None:
            raise self._stopped
        file.check_writable(self._path)

    def check_now(self) -> None:
        """Refuse whatever keeps an act from being written just now; it waits for nobody and writes nothing."""
        self.check_writable()
        with file.explained(self._path), self._without_patience():
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("UPDATE project SET id = id")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
        file.check_room(self._path)

    @property
    def is_sound(self) -> bool:
        """Whether the file is where it was opened, and nothing was found that speaks against writing to it."""
        return self.is_in_place and self._stopped is None

    def stop_writing(self, refusal: UserError, *, for_good: bool = False) -> None:
        """Write nothing more, but refuse it with this: until what was written last is found in the file, or, ``for
        good``, for as long as it is open.
        """
        self._stopped = refusal
        self._stopped_for_good = self._stopped_for_good or for_good

    def named(self, problem: UserError) -> UserError:
        """A problem found in this file, as a sentence that names the file where it did not."""
        return file.named(self._path, problem)

    def look_over(self, on_progress: ProgressCallback = no_progress) -> UserError | None:
        """What is wrong with the file, looked for by what is quick. To be asked of a connection of another thread: it
        takes a second for a thousand resolutions. ``on_progress`` is asked again and again, and may raise.
        """
        return file.look_over(self._connection, self._path, on_progress)

    @property
    def is_whole(self) -> bool:
        """Whether the file alone is the whole project: nothing of it stands in the log beside it."""
        try:
            return self._log.stat().st_size == 0
        except OSError:
            return True

    def fold_log(self) -> bool:
        """Write what stands only in SQLite's log into the file itself, and empty the log, so that the file alone is the
        whole project: people move, copy and replace it by hand. Says whether that is so now.

        It waits for nobody: while others read or write, or where the disk is full, the log stays as it is. Refuses a
        file in which what was written last is not found afterwards. One that is not in its place is left alone.
        """
        if not self._writing or self._connection.in_transaction or not self.is_in_place:
            return self.is_whole
        try:
            with file.explained(self._path), self._without_patience():
                busy = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except UserError as refusal:
            if _passing(refusal):
                return False
            self.stop_writing(refusal)
            raise
        if busy:
            return False
        self._read_back()
        return True

    def holds_newest(self) -> bool:
        """Whether it is known that what was written last can be read from the file by others."""
        try:
            return self._read_back() and self.is_sound
        except (UserError, sqlite3.Error):
            return False

    def _read_back(self) -> bool:
        """See whether the file, read as a stranger reads it, holds what was written last: if so, it can be trusted.
        This connection itself has much of the file in memory, and would not notice. Says whether that was seen.
        """
        newest = "SELECT sequence, id FROM operation ORDER BY sequence DESC LIMIT 1"
        again = "SELECT sequence, id FROM operation WHERE sequence = ?"
        found = written = None
        try:
            with file.explained(self._path):
                written = self._connection.execute(newest).fetchone()
                if written is not None:
                    with contextlib.closing(file.open_file(self._path, writing=False)) as other:
                        found = other.execute(again, (written["sequence"],)).fetchone()
        except UserError as refusal:
            if isinstance(refusal, StorageError) or not self.is_in_place:
                return False  # it says nothing about what is in the file
            if not isinstance(refusal.__cause__, sqlite3.Error):
                self.stop_writing(refusal)  # another program has made something else of it: a newer version, say
                raise
            found = refusal
        if found == written:
            if not self._stopped_for_good:
                self._stopped = None
            return True
        damaged = UserError(
            "{path}: the project file was damaged from outside; nothing more is written to it. "
            "Save a copy to keep what can still be read.",
            path=self._path,
        )
        self.stop_writing(damaged)
        raise damaged

    def close(self) -> None:
        """Leave the file as whole as it can be just now, and close the connection."""
        with contextlib.suppress(sqlite3.Error, UserError):
            self.fold_log()
        self._connection.close()

    @contextlib.contextmanager
    def _without_patience(self) -> Generator[None]:
        patience = self._connection.execute("PRAGMA busy_timeout").fetchone()[0]
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {patience}")


def _passing(refusal: UserError) -> bool:
    """Whether nothing speaks against the file: others are in it, say, or the disk is full."""
    return isinstance(refusal, StorageError) and "cannot read or write it" not in refusal.template
