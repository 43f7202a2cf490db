"""Checksums by which it is seen that a project file is as Qarar wrote it.

Each operation has the SHA-256 of the operation before it, of itself and of all its changes: a chain, so that nothing in
the journal can be altered, taken out or put in between unseen. That its newest operations are gone, together with what
they changed, a chain cannot say. It begins with the *baseline*: the rows that a project starts with (scheme, own
vocabulary), which no operation wrote. Annotators are in no operation either; each has a checksum of its own. Texts are
kept under theirs. The checksums find damage, and changes made with another program; they are no signature.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

Value = str | int | float | None
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

OPERATION_COLUMNS = ("id", "name", "kind", "target", "annotator", "time")
STARTING_KINDS = ("project", "layer", "label", "vocabulary")  # what ``Project.create`` writes without an operation


class OperationChecksum:
    """The checksum of one operation: given the one before it (hex), fed with each change in turn."""

    def __init__(self, previous: str, sequence: int, operation: Sequence[Value]) -> None:
        """``operation`` holds the values of ``OPERATION_COLUMNS``."""
        self._hash = hashlib.sha256(encode([previous, sequence, *operation]).encode("utf-8", "surrogatepass"))

    def add(self, change: Sequence[Value]) -> None:
        """A change: position, kind, row, document, before and after (JSON or null)."""
        self._hash.update(encode(change).encode("utf-8", "surrogatepass"))

    def hexdigest(self) -> str:
        """The checksum, when all changes were added."""
        return self._hash.hexdigest()


def of_annotator(annotator: str, name: str) -> str:
    """The checksum of an annotator's row."""
    return hashlib.sha256(encode([annotator, name]).encode("utf-8", "surrogatepass")).hexdigest()


def keep_baseline(connection: sqlite3.Connection) -> None:
    """Keep the rows that were not written by an operation, as they are; of rows that operations have changed since, the
    state before the first of them.
    """
    connection.execute(
        """INSERT INTO baseline (kind, row, state) SELECT kind, row, before FROM
        (SELECT kind, row, before, min(operation) FROM change GROUP BY kind, row) WHERE before IS NOT NULL"""
    )
    for kind in STARTING_KINDS:
        rows = connection.execute(
            f"SELECT * FROM {kind} WHERE id NOT IN (SELECT row FROM change WHERE kind = ?) ORDER BY id", (kind,)
        ).fetchall()
        connection.executemany(
            "INSERT INTO baseline (kind, row, state) VALUES (?, ?, ?)",
            ((kind, row["id"], encode(dict(row))) for row in rows),
        )


def of_baseline(connection: sqlite3.Connection) -> str:
    """The checksum that the first operation follows."""
    return of_baseline_rows(connection.execute("SELECT kind, row, state FROM baseline ORDER BY kind, row"))


def of_baseline_rows(rows: Iterable[Iterable[Value]]) -> str:
    """The same of rows of the baseline: kind, row, state (JSON) each, in order."""
    found = hashlib.sha256()
    for row in rows:
        found.update(encode(list(row)).encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def newest(connection: sqlite3.Connection) -> tuple[int, str]:
    """Sequence and checksum of the newest operation; 0 and the baseline's where there is none."""
    row = connection.execute("SELECT sequence, checksum FROM operation ORDER BY sequence DESC LIMIT 1").fetchone()
    return (0, of_baseline(connection)) if row is None else (int(row[0]), str(row[1]))


def of_operations(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str]]:
    """Of every operation, oldest first: its sequence, the checksum that it has, and the one that it should have, given
    the one that the operation before it has.
    """
    previous = of_baseline(connection)
    cursor = connection.cursor()
    cursor.row_factory = None
    operations = f"SELECT sequence, checksum, {', '.join(OPERATION_COLUMNS)} FROM operation ORDER BY sequence"
    for sequence, kept, *operation in cursor.execute(operations).fetchall():
        yield sequence, kept, _of_operation(connection, previous, sequence, operation)
        previous = kept


def fill(connection: sqlite3.Connection) -> None:
    """Give everything in a file that has none yet its checksum."""
    for annotator, name in connection.execute("SELECT id, name FROM annotator").fetchall():
        connection.execute("UPDATE annotator SET checksum = ? WHERE id = ?", (of_annotator(annotator, name), annotator))
    keep_baseline(connection)
    previous = of_baseline(connection)
    operations = f"SELECT sequence, {', '.join(OPERATION_COLUMNS)} FROM operation ORDER BY sequence"
    for sequence, *operation in connection.execute(operations).fetchall():
        previous = _of_operation(connection, previous, sequence, operation)
        connection.execute("UPDATE operation SET checksum = ? WHERE sequence = ?", (previous, sequence))


def _of_operation(connection: sqlite3.Connection, previous: str, sequence: int, operation: Iterable[Value]) -> str:
    checksum = OperationChecksum(previous, sequence, list(operation))
    cursor = connection.cursor()
    cursor.row_factory = None
    changes = 'SELECT position, kind, "row", document, before, after FROM change WHERE operation = ? ORDER BY position'
    for change in cursor.execute(changes, (sequence,)):
        checksum.add(change)
    return checksum.hexdigest()
