"""The SQLite file of a project: making it, opening it, copying it, and saying in one sentence why that cannot be
done.
"""

import contextlib
import errno
import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Callable, Generator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from model.errors import DamagedProjectError, StorageError, UserError
from model.progress import ProgressCallback, no_progress
from model.storage import schema, temp_files, verification
from model.storage.connection import APPLICATION_ID, PATIENCE, connected, one_state, opened, stoppable, temporary
from model.storage.journal import DamagedHistoryError

PAGES = 2000  # copied between two looks at whether the copy is still wanted
ROOM = 1 << 18  # bytes: with less on a disk, what cannot be written there cannot for want of room

# What SQLite says of statements that are wrong whatever the file holds.
_BUGS = ("syntax error", "no such column", "no such savepoint", "within a transaction", "no transaction is active")
# What it says of a table or an index with a function that could do harm: it then reads no table at all.
_UNSAFE = re.compile(r"malformed database schema \((.*)\) - unsafe use of ", re.DOTALL)
# What rows are refused for that are right in themselves, but not beside those that are there.
_OUTDATED = ("SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")
# What is raised over rows that are not what they should be.
_OVER_ROWS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError)
_Look = Callable[[sqlite3.Connection], str | UserError | None]


@contextlib.contextmanager
def created(path: Path) -> Generator[sqlite3.Connection]:
    """A new project file with today's schema, to be filled; it appears whole when the block ends, or, where it raises,
    not at all. Refuses a path that exists.
    """
    taken = UserError("{path}: there is a file of that name already.", path=path)
    if os.path.lexists(path):
        raise taken
    with explained(path):
        try:
            refuse_log_beside(path)
            temp_files.clear_leftovers(path.parent)
            with temp_files.new_file(path.parent) as (beside, descriptor):
                os.close(descriptor)
                with contextlib.closing(opened(beside, "mode=rw")) as connection:
                    connection.execute("PRAGMA foreign_keys = ON")
                    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                    stay_beside(connection)
                    schema.migrate(connection)
                    yield connection
                temp_files.put_new(beside, path)
        except FileExistsError as error:
            raise taken from error
        except OSError as error:
            raise UserError("{path}: cannot be made ({reason}).", path=path, reason=error) from error


def stay_beside(connection: sqlite3.Connection) -> None:
    """Have SQLite sort in memory, and not in files of its own in the system's temporary folder: where that is full,
    what is written elsewhere would fail, and the wrong disk be named.
    """
    connection.execute("PRAGMA temp_store = MEMORY")


def resolved(path: Path) -> Path:
    """The file that a symbolic link leads to, since SQLite keeps its log beside that one; any other path as it is."""
    if os.path.islink(path):
        with contextlib.suppress(OSError, RuntimeError):  # one that leads nowhere is refused when it is opened
            return path.resolve(strict=True)
    return path


def refuse_log_beside(path: Path) -> None:
    """Refuse a place for a new project beside which the log of another was left: SQLite would read it into that one."""
    for suffix in ("-wal", "-journal"):
        log = Path(f"{resolved(path)}{suffix}")
        if os.path.lexists(log):
            raise UserError(
                "{path}: {log} lies beside it, which SQLite would read as a part of it. Move that file away first.",
                path=path,
                log=log.name,
            )


def remove(path: Path) -> None:
    """Take a project file away that nobody has open; its log first, which would be read into the next one there."""
    for part in ("-journal", "-wal", "-shm", ""):
        with contextlib.suppress(OSError):
            Path(f"{path}{part}").unlink(missing_ok=True)


def open_file(
    path: Path, *, writing: bool, patience: float = PATIENCE, on_progress: ProgressCallback | None = None
) -> sqlite3.Connection:
    """Open a project file; an older one is copied beside itself, then migrated (only when ``writing``).

    Refuses what is missing, is no project, was made by a newer version, is damaged, or (``writing``) is read-only. One
    in which ``look_over`` finds something is not migrated. ``on_progress`` is called while a file is migrated with how
    much is done and how much there is (0: unknown); where it raises, the file is as it was.
    """
    path = resolved(path)
    _refuse_strangers(path)
    if writing:
        check_writable(path)
        if not Path(f"{path}-wal").exists() and not os.access(path.resolve().parent, os.W_OK):
            # SQLite has to make its two files beside it.
            raise StorageError("{path}: its folder is read-only, so nothing can be written to the project.", path=path)
    with explained(path):
        connection = connected(path, writing=writing, patience=patience)
        try:
            if schema.is_newer(connection):
                raise UserError("{path}: made by a newer version of Qarar; this version cannot open it.", path=path)
            check_schema(connection, path)
            if schema.missing_steps(connection) and writing:
                _migrate(connection, path, on_progress)
            elif schema.missing_steps(connection):
                connection = _up_to_date(connection, on_progress)
            elif writing and schema.lacks_folded_texts(connection):
                schema.migrate(connection, on_progress)
            if writing:
                # A read-only file opens without complaint and fails at the first mark: ask now, while nothing is lost.
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("UPDATE project SET id = id")
                connection.execute("ROLLBACK")
        except sqlite3.IntegrityError as error:  # of rows that an older version cannot have written
            connection.close()
            raise damaged(path, str(error)) from error
        except BaseException:
            connection.close()
            raise
        return connection


def look_over(
    connection: sqlite3.Connection, path: Path, on_progress: ProgressCallback | None = None
) -> DamagedProjectError | None:
    """What is wrong with a file, looked for by what is quick: a second for a thousand resolutions. ``on_progress`` is
    asked again and again, and may raise.
    """
    with explained(path), stoppable(connection, on_progress or no_progress):
        problem = verification.quick_problem(connection)
    if problem is None:
        return None
    if isinstance(problem, UserError):
        return DamagedProjectError(
            "{path}: the project file is damaged, so nothing is written to it. {problem} "
            "Recover the project into a new file.",
            path=path,
            problem=problem,
        )
    return DamagedProjectError(
        "{path}: the project file is damaged ({reason}), so nothing is written to it. "
        "Recover the project into a new file.",
        path=path,
        reason=problem,
    )


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables are not those that Qarar makes: a view in a table's place shows what nobody wrote, a
    trigger writes what nobody asked for, and an index that wants values to be unique refuses marks for no reason.
    """
    found = schema.differences(connection)
    if found.acting:
        raise _acting(path, found.acting)
    if found.wrong:
        raise damaged(path, f"schema: {schema.listed(found.wrong)}")
    if found.in_the_way:
        raise DamagedProjectError(
            "{path}: the file holds tables or indexes of another program under names that this version of Qarar needs "
            "({names}); recover the project into a new file, which has none.",
            path=path,
            names=schema.listed(found.in_the_way),
        )


def _acting(path: Path, names: Sequence[str]) -> DamagedProjectError:
    return DamagedProjectError(
        "{path}: the file holds triggers, views, indexes or tables of another program ({names}), which could "
        "change what is read or keep work from being saved; recover the project into a new file, which has none.",
        path=path,
        names=schema.listed(names),
    )


def _migrate(connection: sqlite3.Connection, path: Path, on_progress: ProgressCallback | None) -> None:
    """Copy an older file beside itself and bring it up to date. Where that fails it is as it was, and needs no copy.
    One that is damaged is refused: what is wrong with it would be given checksums as if it were right.
    """
    found = look_over(connection, path, on_progress)
    if found is not None:
        raise found
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    stem = f"{path.stem}.before-migration-{stamp}"
    copy = path.with_name(f"{stem}{path.suffix}")
    number = 1
    while copy.exists():  # of one that was cut off in this very second
        number += 1
        copy = path.with_name(f"{stem}-{number}{path.suffix}")
    save_copy(connection, copy, lambda done, total: None if on_progress is None else on_progress(0, 0))
    try:
        schema.migrate(connection, on_progress)
    except BaseException:
        with contextlib.suppress(OSError):  # what stopped the migration is what people must hear
            copy.unlink(missing_ok=True)
        raise


def _up_to_date(older: sqlite3.Connection, on_progress: ProgressCallback | None) -> sqlite3.Connection:
    """What an older file holds, as this version has it, for reading: in a file of SQLite's own that goes with the
    connection. The older connection is closed.
    """
    newer = temporary()
    try:
        older.backup(newer)
        schema.migrate(newer, on_progress)
        newer.execute("PRAGMA query_only = ON")
    except BaseException:
        newer.close()
        raise
    older.close()
    return newer


def needs_migration(path: Path) -> bool:
    """Whether opening the file for writing brings it up to date first, which may take a while. Refuses what is no
    project, or cannot be read.
    """
    path = resolved(path)
    _refuse_strangers(path)
    with explained(path):
        connection = connected(path, writing=False)
        try:
            return schema.is_older(connection)
        finally:
            connection.close()


def check_writable(path: Path) -> None:
    """Refuse a file that the system says is not to be written to, be it open for writing already: what is written to it
    would be the last for whoever opens it next.
    """
    if not os.access(path, os.W_OK):
        raise StorageError("{path}: the file is read-only, so nothing can be written to it.", path=path)


def is_project(path: Path) -> bool:
    """Whether a path leads to a project file, or to one of the two files that SQLite keeps beside it. What is damaged,
    or cannot be looked at because another program has it alone, may be one, and counts as one.
    """
    for suffix in ("-wal", "-shm"):
        if path.name.endswith(suffix):
            return is_project(path.with_name(path.name.removesuffix(suffix)))
    try:
        _refuse_strangers(path)
    except UserError as refusal:
        return isinstance(refusal, (DamagedProjectError, StorageError))
    return True


def save_copy(connection: sqlite3.Connection, target: Path, on_progress: ProgressCallback | None = None) -> None:
    """A consistent copy of the project as ``target`` (SQLite's backup, so that the write-ahead log is in it).

    ``target`` appears whole or not at all; an existing file is refused. ``on_progress`` is called with how many pages
    are copied and how many there are; where it raises, there is no copy.
    """
    if os.path.lexists(target):
        raise UserError("{path}: there is a file of that name already.", path=target)
    refuse_log_beside(target)

    def told(_: int, remaining: int, total: int) -> None:
        if on_progress is not None:
            on_progress(total - remaining, total)

    with explained(target):
        try:
            temp_files.clear_leftovers(target.parent)
            with temp_files.new_file(target.parent) as (beside, descriptor):
                os.close(descriptor)
                copy = opened(beside, "mode=rw")
                try:
                    with one_state(connection):  # else it would begin anew whenever somebody has written
                        connection.backup(copy, pages=PAGES, progress=told)
                finally:
                    copy.close()
                temp_files.put_new(beside, target)
        except FileExistsError as error:
            raise UserError("{path}: there is a file of that name already.", path=target) from error
        except OSError as error:
            raise UserError("{path}: cannot be made ({reason}).", path=target, reason=error) from error


@contextlib.contextmanager
def explained(path: Path, *, replaying: bool = False) -> Generator[None]:
    """Turn what SQLite raises about the file into one sentence that names it; likewise what is raised over rows that no
    Qarar can have written, where the file shows itself to be damaged, and a history that cannot be read. ``replaying``:
    it is about what was in the file before, so that rows which do not go with it are looked for however long it takes.
    """
    try:
        yield
    except DamagedHistoryError as history:
        raise named(path, history) from history
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorname not in _OUTDATED:
            _raise_damage(path, error)
            raise  # a value that the tables do not allow is a bug in a sound file
        _raise_damage(path, error, verification.problem if replaying else verification.quick_problem)
        # An act may name what another window or program has taken away since it was shown, or make what is there.
        raise UserError(
            "{path}: another window or program has changed what this act needs; look again, then repeat it.", path=path
        ) from error
    except sqlite3.ProgrammingError:
        raise  # a wrong use of the tables is a bug, not a fault of the file
    except sqlite3.DatabaseError as error:
        text = str(error)
        # Of a statement that makes a table or an index, it is the file that is wrong.
        if "malformed" not in text and any(sign in text for sign in _BUGS):
            raise
        raise _told(path, text) from error
    except _OVER_ROWS as error:
        _raise_damage(path, error)
        raise


def named(path: Path, problem: UserError) -> UserError:
    """A damaged history as damage of that file, which can be recovered; any other problem as it is."""
    if not isinstance(problem, DamagedHistoryError):
        return problem
    return DamagedProjectError(
        "{path}: the project's history is damaged at operation {number}.", path=path, **problem.values
    )


def damaged(path: Path, reason: str | UserError) -> DamagedProjectError:
    """What is said of a file that holds what Qarar did not write."""
    if isinstance(reason, UserError):
        return DamagedProjectError(
            "{path}: the project file is damaged. {problem} Recover the project into a new file.",
            path=path,
            problem=reason,
        )
    return DamagedProjectError(
        "{path}: the project file is damaged ({reason}). Recover the project into a new file.",
        path=path,
        reason=reason,
    )


def _raise_damage(path: Path, error: Exception, look: _Look = verification.problem) -> None:
    """Raise that the file is damaged, where ``look`` finds that it is, as the reason for an error."""
    problem = _problem(path, look)
    if problem is not None:
        raise damaged(path, problem) from error


def _problem(path: Path, look: _Look) -> str | UserError | None:
    """What is wrong with a file; nothing where nothing is found, or where it cannot be looked at. Where its schema is
    damaged, even what SQLite says of it may be no text.
    """
    try:
        with contextlib.closing(connected(path, writing=False)) as connection:
            return look(connection)
    except UnicodeDecodeError:
        return "schema"
    except sqlite3.Error as error:
        return None if isinstance(_told(path, str(error)), StorageError) else str(error)
    except _OVER_ROWS as error:
        return str(error)


def _told(path: Path, text: str) -> UserError:
    """What SQLite says of a file, as one sentence."""
    if "readonly" in text or "read-only" in text:
        return StorageError("{path}: the file is read-only, so nothing can be written to it.", path=path)
    if "locked" in text or "busy" in text:
        return StorageError("{path}: another program is writing to it; try again when it has finished.", path=path)
    if "is full" in text:
        return _full(path)
    if "disk I/O" in text:
        try:
            check_room(path)
        except StorageError as full:
            return full
        return StorageError("{path}: the system cannot read or write it; perhaps the disk is full.", path=path)
    if "unable to open" in text:
        return StorageError("{path}: cannot be opened.", path=path)
    unsafe = _UNSAFE.match(text)
    if unsafe is not None and not schema.is_own(unsafe[1]):
        return _acting(path, [unsafe[1]])
    return damaged(path, text)


def check_room(path: Path) -> None:
    """Refuse a disk that is full. Where that cannot be known, it is taken as one that is not."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(path.resolve().parent).free < ROOM:
            raise _full(path)


def _full(path: Path) -> StorageError:
    return StorageError("{path}: the disk is full.", path=path)


def _refuse_strangers(path: Path) -> None:
    """Refuse what is not a project, without a trace in it: SQLite opens it for reading only.

    The file's header is not read by hand. In a process that has the file open already, closing a second handle on it
    gives up SQLite's locks (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError("{path}: not a Qarar project.", path=path)
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except FileNotFoundError as error:
        raise UserError("{path}: there is no such file.", path=path) from error
    except OSError as error:
        raise UserError("{path}: cannot be read ({reason}).", path=path, reason=error) from error
    with explained(path):
        try:
            connection = connected(path, writing=False)
        except sqlite3.DatabaseError as error:
            if "not a database" in str(error):
                raise UserError("{path}: not a Qarar project.", path=path) from error
            raise
        try:
            marked = connection.execute("PRAGMA application_id").fetchone()[0]
        finally:
            connection.close()
    if marked != APPLICATION_ID:
        raise UserError("{path}: not a Qarar project.", path=path)
