"""A new, sound project from a damaged file: everything that can still be read, and the history where all of it can.

The damaged file is read as bytes and never written to. The new one appears whole or not at all.
"""

import contextlib
import math
import operator
import os
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from model.checking import soundness
from model.errors import StorageError, UserError
from model.progress import ProgressCallback, ProgressParts, no_progress
from model.project import Project
from model.recovery.reading_journal import ReadJournal, read_journal
from model.recovery.rebuilding import Assembled, assemble
from model.recovery.report import RecoveryReport
from model.recovery.row_states import RowKey, Settled, settle
from model.storage import checksums, file, schema, sole_use, temp_files
from model.storage.connection import read_bytes
from model.storage.pages import Pages
from model.storage.readable_rows import ReadableRows, alike, read_rows
from model.storage.row_shapes import Shapes
from model.storage.tables import JOURNALLED, Row, Tables

OPERATION = "recover"
Told = Mapping[RowKey, Row | None]  # what the history says of a row that was read as another; null: it is not there
_PARTS = 4  # reading, putting together, writing, checking
_UNITS = 1000
_LARGEST = 1 << 31  # bytes; recovering takes more than three times as much memory
_STEP = re.compile("[0-9]{4}_[a-z_]+")
_TELLING = ("project", "document", "text", "span", "operation", "change")


def recover(damaged: Path, target: Path, annotator: str, on_progress: ProgressCallback = no_progress) -> RecoveryReport:
    """Read what a damaged project file still holds and write it to ``target``, which must not exist.

    ``annotator`` is who the history says did it, where that has to begin anew. ``on_progress`` is called with how much
    is done and how much there is; where it raises, there is no new file. Refuses what cannot be read or this process
    keeps open, and a file in which nothing of a project is left.
    """
    refuse_taken(target)
    parts = ProgressParts(on_progress, _PARTS, _UNITS)
    with contextlib.closing(Shapes()) as shapes:
        watching = parts.of(0)
        readable = read_rows(Pages(_content(damaged), _log_of(damaged), watching), shapes, watching)
        if _is_newer(readable.steps):
            raise UserError("{path}: made by a newer version of Qarar; this version cannot open it.", path=damaged)
        if not any(readable.rows[kind] for kind in _TELLING):
            raise UserError("{path}: nothing of a project can be found in it.", path=damaged)
        watching = parts.of(1)
        journal = read_journal(readable, shapes, watching)
        settled = settle(readable, journal, shapes, watching)
        assembled = assemble(readable, journal, settled, shapes, watching)
    watching(1, 1)
    try:
        with file.explained(target), temp_files.new_folder(target.parent) as folder:
            beside = folder / target.name
            with temp_files.called(beside, target):
                has_history = assembled.whole_history and (
                    _with_history(beside, assembled, journal, readable, settled.told, parts)
                    and _as_read(beside, assembled, settled.told, annotator, parts)
                )
                if not has_history:
                    _anew(beside, assembled, annotator, parts)
            temp_files.put_new(beside, target)
    except FileExistsError as error:
        raise UserError("{path}: there is a file of that name already.", path=target) from error
    except OSError as error:
        raise UserError("{path}: cannot be made ({reason}).", path=target, reason=error) from error
    parts.done()
    notes = [*_differing(settled, has_history=has_history), *assembled.notes]
    return RecoveryReport(target, has_history, assembled.documents, tuple(notes), assembled.scheme)


def _differing(settled: Settled, *, has_history: bool) -> Iterator[UserError]:
    """What is said of rows that differ from the history."""
    if settled.corrected:
        yield UserError("Entries corrected to match the history: {count}.", count=len(settled.corrected))
    if settled.told and has_history:
        yield UserError(
            "Entries that differ from the history: {count}. They were kept as found; undo the recovery to have them as "
            "the history says.",
            count=len(settled.told),
        )


def refuse_taken(target: Path) -> None:
    """Refuse a place for the new project where something stands already, or the log of another project beside it."""
    if os.path.lexists(target):
        raise UserError("{path}: there is a file of that name already.", path=target)
    file.refuse_log_beside(target)


def _is_newer(steps: Collection[str]) -> bool:
    """Whether a file has seen steps after all of those that this version knows. One with a byte turned is that step;
    what is no step's name, or comes without those before it, is damage.
    """
    known = schema.KNOWN_STEPS
    seen = {other for other in known for step in steps if step == other or alike(step, other)}
    later = [step for step in steps if _STEP.fullmatch(step) and step > known[-1] and not alike(step, known[-1])]
    return len(seen) == len(known) and bool(later)


def _content(path: Path) -> bytes:
    try:
        return read_bytes(path, _LARGEST, sole_use.PATIENCE)
    except UserError as refusal:
        if isinstance(refusal.__cause__, FileNotFoundError):
            raise UserError("{path}: there is no such file.", path=path) from refusal
        raise


def _log_of(path: Path) -> bytes:
    log = Path(f"{file.resolved(path)}-wal")
    return read_bytes(log, _LARGEST) if log.exists() else b""


def _with_history(
    path: Path, assembled: Assembled, journal: ReadJournal, readable: ReadableRows, told: Told, parts: ProgressParts
) -> bool:
    """Write a project with everything that was done, and as that left it; gives whether it is sound. Where it is not,
    there is none.
    """
    try:
        with file.created(path) as connection:
            tables = Tables(connection)
            with tables.transaction():
                connection.execute("PRAGMA defer_foreign_keys = ON")
                _write_rows(tables, assembled, parts)
                for kind in JOURNALLED:
                    tables.insert_all(kind, _in_order(assembled, readable, kind, told))
                columns = ("sequence", *checksums.OPERATION_COLUMNS, "checksum")
                connection.executemany(
                    f"INSERT INTO operation ({', '.join(columns)}) VALUES ({', '.join('?' for _ in columns)})",
                    ([row[column] for column in columns] for row in journal.operations),
                )
                connection.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", journal.changes)
                if journal.has_checksums or (journal.baseline and not journal.operations):
                    connection.executemany("INSERT INTO baseline VALUES (?, ?, ?)", journal.baseline)
                else:
                    checksums.fill(connection)
                tables.folded.list_words()
    except (UserError, sqlite3.IntegrityError) as error:
        if _do_not_fit(error):
            return False
        raise
    if _is_sound(path, parts):
        return True
    file.remove(path)
    return False


def _do_not_fit(error: Exception) -> bool:
    """Whether it is said of rows that do not go together."""
    return isinstance(error.__cause__ or error, sqlite3.IntegrityError)


def _write_rows(tables: Tables, assembled: Assembled, parts: ProgressParts) -> None:
    for annotator, name in assembled.annotators.items():
        tables.add_annotator(annotator, name)
    on_progress = parts.of(2)
    for done, (sha256, text) in enumerate(assembled.texts.items()):
        on_progress(done, len(assembled.texts))
        tables.add_text(sha256, text)


def _as_read(path: Path, assembled: Assembled, told: Told, annotator: str, parts: ProgressParts) -> bool:
    """Have rows of which the history tells another state as they were read, in an operation that can be undone; gives
    whether the project is sound. Where it is not, there is none.
    """
    if not told:
        return True
    try:
        with _opened(path, annotator) as project, project.operation(OPERATION) as writing:
            for kind, row_id in sorted(told):  # first, since what comes after may have their names
                if row_id not in assembled.rows[kind]:
                    writing.delete(kind, row_id)
            for (kind, row_id), row in sorted(told.items(), key=operator.itemgetter(0)):
                read = assembled.rows[kind].get(row_id)
                if read is None:
                    continue
                if row is None:
                    writing.insert(kind, read)
                else:  # what differs alone: a time of modification is then a change by itself
                    differing = {column: value for column, value in read.items() if value != row[column]}
                    writing.update(kind, row_id, **differing)
    except (UserError, sqlite3.IntegrityError) as error:
        if not _do_not_fit(error):
            raise
    else:
        if _is_sound(path, parts):
            return True
    file.remove(path)
    return False


def _opened(path: Path, annotator: str | None) -> Project:
    project = Project.open(path, annotator)
    file.stay_beside(project.tables.connection)
    return project


def _in_order(assembled: Assembled, readable: ReadableRows, kind: str, told: Told) -> list[Row]:
    """The rows of a kind as they were written, those whose place is not known last."""
    found = readable.rows[kind]
    rows = dict(assembled.rows[kind])
    for (_, row_id), row in ((key, row) for key, row in told.items() if key[0] == kind):
        rows.pop(row_id, None)
        if row is not None:
            rows[row_id] = row
    places = {row_id: found[row_id,][0].rowid if (row_id,) in found else math.inf for row_id in rows}
    return [rows[row_id] for row_id in sorted(rows, key=lambda row_id: (places[row_id], row_id))]


def _is_sound(path: Path, parts: ProgressParts) -> bool:
    try:
        with _opened(path, None) as project:
            if project.integrity_problems():
                return False
            return next(soundness.problems(project.tables), None) is None
    except StorageError:  # of the disk, not of what was written
        raise
    except (UserError, sqlite3.Error, LookupError, ValueError, TypeError):
        return False
    finally:
        parts.of(3)(1, 1)


def _anew(path: Path, assembled: Assembled, annotator: str, parts: ProgressParts) -> None:
    """Write a project whose history begins with its being recovered."""
    with Project.create(path, annotator, assembled.scheme) as project:
        tables = project.tables
        file.stay_beside(tables.connection)
        with project.operation(OPERATION) as writing:
            _write_rows(tables, assembled, parts)
            for kind in ("vocabulary", "label", "layer", "project"):
                for row in tables.all(kind):
                    if str(row["id"]) not in assembled.rows[kind]:
                        writing.delete(kind, str(row["id"]))
            for kind in JOURNALLED:
                wanted = assembled.rows[kind]
                present = {str(row["id"]) for row in tables.all(kind)}
                for row_id in sorted(present & wanted.keys()):
                    writing.update(kind, row_id, **wanted[row_id])
                writing.insert_all(kind, [row for row_id, row in sorted(wanted.items()) if row_id not in present])
        problems = project.integrity_problems() or list(soundness.problems(tables))
    parts.of(3)(1, 1)
    if problems:
        raise UserError("{path}: what could be read makes no sound project ({reason}).", path=path, reason=problems[0])
