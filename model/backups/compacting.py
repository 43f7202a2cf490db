"""Compacting: a project file without what nothing in it leads to any more, as small as SQLite can make it.

The smaller file is written beside the project, checked against it, and only then takes its place: whatever happens
meanwhile, be it a disk that fills up, the project has all that it had.
"""

import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from model.backups.making import RESERVE, Check, check_copy, newest_operation
from model.errors import StorageError, UserError
from model.progress import ProgressCallback, no_progress
from model.project import SUFFIX, OperationRecord, Project
from model.storage import file, temp_files
from model.storage.connection import opened
from model.storage.sole_use import SoleUse, sole_use
from model.storage.tables import JOURNALLED
from model.storage.unused_rows import drop_unused, room_taken

STEPS = 4  # that a watcher is told of


@dataclass(frozen=True, slots=True)
class Compacted:
    """Sizes in bytes; how many texts were dropped; what takes the room now (bytes by table, the most first)."""

    before: int
    after: int
    texts: int
    room: dict[str, int]


def compact(path: Path, *, check: Check = check_copy, on_progress: ProgressCallback = no_progress) -> Compacted:
    """Make the file of a project as small as it can be; its history stays, and can be undone as before.

    Refuses a file that is damaged, that is open anywhere, or for which there is no room. ``on_progress`` may raise.
    """
    newest = _look_at(path)
    on_progress(0, STEPS)
    with sole_use(path) as alone:
        if alone.connection is None:
            raise file.damaged(path, "not readable")
        with file.explained(path):
            file.check_schema(alone.connection, path)
        before = alone.path.stat().st_size
        _check_room(path, before)
        try:
            temp_files.clear_leftovers(alone.path.parent)
            with temp_files.new_folder(alone.path.parent) as folder:
                copy = folder / f"copy{SUFFIX}"
                with temp_files.called(copy, path):
                    with file.explained(copy):
                        texts, room = _write(alone.connection, copy, on_progress)
                        _compare(alone, copy)
                    problems = check(copy, newest, on_progress)
                if problems:
                    raise problems[0].renamed(copy, path)
                on_progress(3, STEPS)
                after = copy.stat().st_size
                if after < before or texts:
                    alone.replace_by(copy)
        except OSError as error:
            raise StorageError("{path}: cannot be made ({reason}).", path=path, reason=error) from error
    on_progress(STEPS, STEPS)
    return Compacted(before, min(before, after), texts, room)


def _look_at(path: Path) -> OperationRecord | None:
    """Refuse what is no project, or would have to be brought up to date first; gives what was done last in it."""
    if Project.needs_migration(path):
        raise UserError(
            "{path}: made by an older version of Qarar; open it in the window once, then compact it.", path=path
        )
    with Project.open(path, None) as opened:
        return newest_operation(opened)


def _check_room(path: Path, size: int) -> None:
    """Refuse where there is no room for the new file and, while it is made smaller still, for it once more."""
    try:
        free = shutil.disk_usage(path.resolve().parent).free
    except OSError:
        return
    if free < 2 * size + RESERVE:
        raise StorageError("{path}: there is too little room on its disk to compact it.", path=path)


def _write(connection: sqlite3.Connection, copy: Path, on_progress: ProgressCallback) -> tuple[int, dict[str, int]]:
    """Write the smaller file; gives how many texts were dropped and what takes its room."""
    connection.execute("VACUUM INTO ?", (os.fspath(copy),))
    on_progress(1, STEPS)
    smaller = opened(copy, "mode=rw")
    try:
        texts = drop_unused(smaller)
        smaller.execute("VACUUM")
        on_progress(2, STEPS)
        return texts, room_taken(smaller)
    finally:
        smaller.close()


def _compare(alone: SoleUse, copy: Path) -> None:
    """Refuse a copy that has not as many rows of every kind as the project."""
    assert alone.connection is not None
    kinds = ("annotator", "operation", "change", *JOURNALLED)
    count = " UNION ALL ".join(f"SELECT count(*) FROM {kind}" for kind in kinds)
    other = opened(copy, "mode=ro")
    try:
        before, after = ([row[0] for row in each.execute(count)] for each in (alone.connection, other))
    finally:
        other.close()
    if before != after:
        raise StorageError("{path}: the copy is not what was copied.", path=copy)
