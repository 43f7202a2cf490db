"""The journal: the one way to write, and what follows from it: undo, redo, provenance and the notice of change.

Every operation is one ``BEGIN IMMEDIATE`` transaction. ``Writing`` records each row's state before and after; at the
end the record is stored in the same transaction. Undo writes the ``before`` states back as a new operation: history
only grows.
"""

import contextlib
import json
import uuid
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast

from model.refusal import Refusal
from model.storage.tables import Row, Tables, Value

OperationKind = Literal["do", "undo", "redo"]
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OperationRecord:
    """An operation as the journal keeps it. ``target`` is, for undo and redo, the operation taken back or done
    again.
    """

    sequence: int
    id: str
    name: str
    kind: OperationKind
    target: str | None
    annotator: str
    time: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What one commit changed: ids of rows by kind, and the documents that they belong to.

    ``operation`` is the newest operation among them.
    """

    operation: OperationRecord
    rows: Mapping[str, frozenset[str]]
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A document that an operation changed and, where a mark or evidence did, its limits before or after (code
    points).
    """

    document: str
    limits: tuple[int, int] | None


class Writing:
    """The only handle that writes rows; it lives as long as its operation.

    ``time`` is the operation's (ISO 8601, UTC, milliseconds); ``annotator`` the id of who does it.
    """

    def __init__(self, tables: Tables, annotator: str) -> None:
        self.tables = tables
        self.annotator = annotator
        self.time = now()
        self.changes: dict[_Key, tuple[Row | None, Row | None]] = {}
        self._attempts: list[list[tuple[_Key, tuple[Row | None, Row | None] | None]]] = []

    def insert(self, kind: str, row: Row) -> Row:
        """Write a new row; every column must be given."""
        self.tables.insert(kind, row)
        self._record(kind, str(row["id"]), None, row)
        return row

    def update(self, kind: str, row_id: str, **changed: Value) -> Row:
        """Write some columns of a row; one that would not change is left alone. Gives the row as it is then.

        A new time of modification is no change where it comes with others and none of them is.
        """
        before = self.tables.row(kind, row_id)
        if before is None:
            raise Refusal("What was to be changed is no longer there.")
        different = {column: value for column, value in changed.items() if before[column] != value}
        if not different or (different.keys() == {"modified"} and len(changed) > 1):
            return before
        self.tables.update(kind, row_id, different)
        after = {**before, **different}
        self._record(kind, row_id, before, after)
        return after

    def delete(self, kind: str, row_id: str) -> None:
        """Take a row away, having recorded it."""
        before = self.tables.row(kind, row_id)
        if before is None:
            raise Refusal("What was to be deleted is no longer there.")
        self.tables.delete(kind, row_id)
        self._record(kind, row_id, before, None)

    @contextlib.contextmanager
    def attempt(self) -> Generator[None]:
        """A part of the operation that leaves nothing behind where it raises, while the rest goes on."""
        connection = self.tables.connection
        connection.execute("SAVEPOINT attempt")
        self._attempts.append([])
        try:
            yield
        except BaseException:
            written = self._attempts.pop()
            # Where the disk is full, SQLite has taken the whole transaction back, and the savepoint with it.
            if connection.in_transaction:
                connection.execute("ROLLBACK TO attempt")
                connection.execute("RELEASE attempt")
            for key, earlier in reversed(written):
                if earlier is None:
                    self.changes.pop(key, None)
                else:
                    self.changes[key] = earlier
            raise
        written = self._attempts.pop()
        if self._attempts:
            self._attempts[-1].extend(written)
        connection.execute("RELEASE attempt")

    def _record(self, kind: str, row_id: str, before: Row | None, after: Row | None) -> None:
        earlier = self.changes.get((kind, row_id))
        if self._attempts:
            self._attempts[-1].append(((kind, row_id), earlier))
        if earlier is not None:
            before = earlier[0]
        if before is None and after is None:
            del self.changes[kind, row_id]
        else:
            self.changes[kind, row_id] = (before, after)


class Journal:
    """The operations of one open file."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        # How far the journal was read, and how far listeners were told of it: an undo reads on before it writes, and
        # what others wrote meanwhile has still to be told.
        self._seen = 0
        self._done: list[int] = []
        self._undone: list[int] = []
        self._catch_up()
        self._told = self._seen

    def begin(self, annotator: str) -> Writing:
        """Start an operation; other processes can no longer write until it ends."""
        self._tables.connection.execute("BEGIN IMMEDIATE")
        # Undoing takes rows away and puts them back in whatever order: references are looked at when it is complete.
        self._tables.connection.execute("PRAGMA defer_foreign_keys = ON")
        return Writing(self._tables, annotator)

    def commit(self, writing: Writing, name: str) -> None:
        """Store the record and end the transaction; where nothing changed there is no operation."""
        changed = [(key, states) for key, states in writing.changes.items() if states[0] != states[1]]
        if changed:
            sequence = self._add(writing, name, "do", None)
            self._tables.add_changes(
                (sequence, position, key[0], key[1], _document(key, before, after), _as_json(before), _as_json(after))
                for position, (key, (before, after)) in enumerate(changed)
            )
        self._tables.connection.execute("COMMIT")

    def roll_back(self) -> None:
        """End the transaction as if nothing had been written."""
        if self._tables.connection.in_transaction:
            self._tables.connection.execute("ROLLBACK")

    def take_changes(self) -> Changes | None:
        """Everything written since the last call, by this connection or another; nothing where there is nothing."""
        self._catch_up()
        if self._seen == self._told:
            return None
        since, self._told = self._told, self._seen
        rows: dict[str, set[str]] = {}
        documents: set[str] = set()
        for kind, row, document in self._tables.change_keys_after(since):
            rows.setdefault(kind, set()).add(row)
            if document is not None:
                documents.add(document)
        newest = self._tables.operation(self._told)
        return Changes(_record(newest), {kind: frozenset(ids) for kind, ids in rows.items()}, frozenset(documents))

    def undoable(self) -> OperationRecord | None:
        """The newest operation that is not undone."""
        return _record(self._tables.operation(self._done[-1])) if self._done else None

    def redoable(self) -> OperationRecord | None:
        """The operation that redo would do again."""
        return _record(self._tables.operation(self._undone[-1])) if self._undone else None

    def replay(self, annotator: str, kind: Literal["undo", "redo"]) -> OperationRecord:
        """Undo the newest operation, or redo the one undone last, as a new operation. Gives the one taken back or
        redone.

        Refuses where there is none, or where its rows are no longer as it left them.
        """
        writing = self.begin(annotator)
        try:
            self._catch_up()
            target = self.undoable() if kind == "undo" else self.redoable()
            if target is None:
                raise Refusal("There is nothing to undo.") if kind == "undo" else Refusal("There is nothing to redo.")
            changes = [
                (str(row["kind"]), str(row["row"]), _from_json(row["before"]), _from_json(row["after"]))
                for row in self._tables.changes_of(target.sequence)
            ]
            if kind == "undo":
                changes = [(table, row_id, after, before) for table, row_id, before, after in reversed(changes)]
            by_table: dict[str, list[str]] = {}
            for table, row_id, _, _ in changes:
                by_table.setdefault(table, []).append(row_id)
            found = {table: self._tables.rows_by_id(table, ids) for table, ids in by_table.items()}
            if any(found[table].get(row_id) != expected for table, row_id, expected, _ in changes):
                raise Refusal(
                    "“{operation}” can no longer be taken back: what it changed has changed since.",
                    operation=target.name,
                )
            self._replace(changes)
            self._add(writing, target.name, kind, target.id)
            self._tables.connection.execute("COMMIT")
        except BaseException:
            self.roll_back()
            raise
        return target

    def places(self, sequence: int, limit: int) -> list[Place]:
        """Where an operation changed documents, looking at its first ``limit`` changes."""
        found: dict[Place, None] = {}
        for change in self._tables.changes_of(sequence, limit):
            if change["document"] is None:
                continue
            document = str(change["document"])
            for state in (_from_json(change["before"]), _from_json(change["after"])):
                if state is not None:
                    ranged = change["kind"] in ("span", "evidence")
                    limits = (cast(int, state["start"]), cast(int, state["end"])) if ranged else None
                    found[Place(document, limits)] = None
        return list(found)

    def records(self, limit: int, before: int | None = None, document: str | None = None) -> list[OperationRecord]:
        """Operations, newest first: at most ``limit``, earlier than the sequence ``before``, touching ``document``."""
        return [_record(row) for row in self._tables.operations_before(before, limit, document)]

    def _add(self, writing: Writing, name: str, kind: OperationKind, target: str | None) -> int:
        return self._tables.add_operation(
            {
                "id": str(uuid.uuid4()),
                "name": name,
                "kind": kind,
                "target": target,
                "annotator": writing.annotator,
                "time": writing.time,
            }
        )

    def _replace(self, changes: list[tuple[str, str, Row | None, Row | None]]) -> None:
        # Deletions first, insertions last: a name that is unique must be free before another row takes it.
        gone: dict[str, list[str]] = {}
        back: dict[str, list[Row]] = {}
        for table, row_id, current, state in changes:
            if state is None:
                gone.setdefault(table, []).append(row_id)
            elif current is None:
                back.setdefault(table, []).append(state)
        for table, ids in gone.items():
            self._tables.delete_all(table, ids)
        for table, row_id, current, state in changes:
            if state is not None and current is not None:
                self._tables.update(table, row_id, state)
        for table, rows in back.items():
            self._tables.insert_all(table, rows)

    def _catch_up(self) -> None:
        """Read on in the journal and derive the place in history from it.

        Undo takes the newest operation off what is done; a new operation ends redo.
        """
        for sequence, kind in self._tables.kinds_of_operations_after(self._seen):
            self._seen = sequence
            if kind == "do":
                self._done.append(sequence)
                self._undone.clear()
            elif kind == "undo":
                self._undone.append(self._done.pop())
            else:
                self._done.append(self._undone.pop())


def now() -> str:
    """The time in UTC, ISO 8601 with milliseconds and ``Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _document(key: _Key, before: Row | None, after: Row | None) -> str | None:
    kind, row_id = key
    if kind == "document":
        return row_id
    document = (after or before or {}).get("document")
    return None if document is None else str(document)


def _record(row: Row) -> OperationRecord:
    target = row["target"]
    return OperationRecord(
        sequence=cast(int, row["sequence"]),
        id=str(row["id"]),
        name=str(row["name"]),
        kind=cast(OperationKind, row["kind"]),
        target=None if target is None else str(target),
        annotator=str(row["annotator"]),
        time=str(row["time"]),
    )


def _as_json(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _from_json(text: Value) -> Row | None:
    return None if text is None else cast(Row, json.loads(str(text)))
