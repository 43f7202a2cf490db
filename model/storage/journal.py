"""The journal: the one way to write, and what follows from it: undo, redo, provenance and the notice of change.

Every operation is one ``BEGIN IMMEDIATE`` transaction. ``Writing`` records each row's state before and after; at the
end the record is stored in the same transaction. Undo writes the ``before`` states back as a new operation: history
only grows.
"""

import bisect
import contextlib
import json
import operator
import time
import uuid
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, cast

from model.errors import UserError
from model.progress import ProgressCallback, cancellable, no_progress
from model.storage import checksums
from model.storage.tables import Row, Tables, Value

OperationKind = Literal["do", "undo", "redo"]
StepState = Literal["done", "undone", "lost"]
AT_ONCE = 0.2  # seconds: going far back lets others write, and tells how far it is, as often as that
_WHEN = ("before", "after")
_Key = tuple[str, str]
_Change = tuple[str, str, Row | None, Row | None]


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

    ``time`` is the operation's (ISO 8601, UTC, milliseconds); ``annotator`` the id of who does it. ``on_progress`` is
    told while the record of a large operation is stored: until that is done it can be stopped.
    """

    def __init__(self, tables: Tables, annotator: str) -> None:
        self.tables = tables
        self.annotator = annotator
        self.time = now()
        self.on_progress: ProgressCallback = no_progress
        self.changes: dict[_Key, tuple[Row | None, Row | None]] = {}
        self._attempts: list[list[tuple[_Key, tuple[Row | None, Row | None] | None]]] = []

    def insert(self, kind: str, row: Row) -> Row:
        """Write a new row; every column must be given."""
        self.tables.insert(kind, row)
        self._record(kind, str(row["id"]), None, row)
        return row

    def insert_all(self, kind: str, rows: Sequence[Row]) -> None:
        """Write many new rows; every column of each must be given."""
        self.tables.insert_all(kind, rows)
        for row in rows:
            self._record(kind, str(row["id"]), None, row)

    def update(self, kind: str, row_id: str, **changed: Value) -> Row:
        """Write some columns of a row; one that would not change is left alone. Gives the row as it is then.

        A new time of modification is no change where it comes with others and none of them is.
        """
        before = self.tables.row(kind, row_id)
        if before is None:
            raise UserError("What was to be changed is no longer there.")
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
            raise UserError("What was to be deleted is no longer there.")
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
        self._done: list[int] = []  # ascending
        self._undone: list[int] = []  # descending: the last one is redone first
        self._undone_by: dict[int, int] = {}  # also of those that a new operation has made an end of
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
        self._tables.folded.list_words()
        changed = [(key, states) for key, states in writing.changes.items() if states[0] != states[1]]
        if changed:
            self._add(
                writing,
                name,
                "do",
                None,
                (
                    (position, key[0], key[1], _document(key, before, after), _as_json(before), _as_json(after))
                    for position, (key, (before, after)) in enumerate(cancellable(changed, writing.on_progress))
                ),
            )
        self._tables.connection.execute("COMMIT")

    def roll_back(self) -> None:
        """End the transaction as if nothing had been written."""
        self._tables.taken_back()
        if self._tables.connection.in_transaction:
            self._tables.connection.execute("ROLLBACK")

    def take_changes(self) -> Changes | None:
        """Everything written since the last call, by this connection or another; nothing where there is nothing."""
        self._catch_up()
        if self._seen == self._told:
            return None
        rows: dict[str, set[str]] = {}
        documents: set[str] = set()
        for kind, row, document in self._tables.change_keys_after(self._told):
            rows.setdefault(kind, set()).add(row)
            if document is not None:
                documents.add(document)
        newest = self._tables.operation(self._seen)
        self._told = self._seen  # not before all of it could be read
        return Changes(record_of(newest), {kind: frozenset(ids) for kind, ids in rows.items()}, frozenset(documents))

    def undoable(self) -> OperationRecord | None:
        """The newest operation that is not undone."""
        return record_of(self._tables.operation(self._done[-1])) if self._done else None

    def redoable(self) -> OperationRecord | None:
        """The operation that redo would do again."""
        return record_of(self._tables.operation(self._undone[-1])) if self._undone else None

    @property
    def seen(self) -> int:
        """The sequence of the newest operation that was read; 0 where there is none."""
        return self._seen

    def state_of(self, sequence: int) -> StepState:
        """What has become of an operation that was done: it stands, could be redone, or was undone for good."""
        if sequence not in self._undone_by:
            return "done"
        return "undone" if self._redoable(sequence) else "lost"

    def undone_by(self, sequence: int) -> int | None:
        """The sequence of the undo that took an operation back; nothing where it stands."""
        return self._undone_by.get(sequence)

    def between(self, sequence: int, kind: Literal["undo", "redo"]) -> tuple[int, ...]:
        """What is to be undone for an operation to be the newest that stands (without itself), or to be redone for it
        to stand again (with itself), in that order; nothing where it can be neither.
        """
        count = self.distance(sequence, kind)
        place = self._done if kind == "undo" else self._undone
        return tuple(reversed(place[len(place) - count :]))

    def distance(self, sequence: int, kind: Literal["undo", "redo"]) -> int:
        """How many operations ``between`` gives."""
        if kind == "undo":
            after = bisect.bisect_right(self._done, sequence)
            return len(self._done) - after if after and self._done[after - 1] == sequence else 0
        return len(self._undone) - self._place_of_undone(sequence) if self._redoable(sequence) else 0

    def _redoable(self, sequence: int) -> bool:
        place = self._place_of_undone(sequence)
        return place < len(self._undone) and self._undone[place] == sequence

    def _place_of_undone(self, sequence: int) -> int:
        return bisect.bisect_left(self._undone, -sequence, key=operator.neg)

    def replay(self, annotator: str, kind: Literal["undo", "redo"], expected: str | None = None) -> OperationRecord:
        """Undo the newest operation, or redo the one undone last, as a new operation. Gives the one taken back or
        redone.

        Refuses where there is none, where it is another than the one ``expected`` (its id), or where its rows are no
        longer as it left them.
        """
        writing = self.begin(annotator)
        try:
            self._catch_up()
            place = self._done if kind == "undo" else self._undone
            if not place:
                raise (
                    UserError("There is nothing to undo.") if kind == "undo" else UserError("There is nothing to redo.")
                )
            if expected is not None and record_of(self._tables.operation(place[-1])).id != expected:
                raise UserError("Somebody else has just written into this project; look before you go on.")
            target = self._replay(writing, kind, place[-1])
            self._tables.connection.execute("COMMIT")
        except BaseException:
            self.roll_back()
            raise
        return target

    def replay_to(
        self, annotator: str, kind: Literal["undo", "redo"], sequence: int, on_progress: ProgressCallback
    ) -> int:
        """Undo or redo, one after the other, all that ``between`` names, each as an operation of its own; gives how
        many.

        ``on_progress`` is called with how many are done and how many there are, a few times a second, while others may
        write. Where it raises, where one is refused, or where others have written, those before stay undone or redone.
        """
        wanted: tuple[int, ...] | None = None
        done = 0
        while wanted is None or done < len(wanted):
            refused: UserError | None = None
            writing = self.begin(annotator)
            try:
                self._catch_up()
                if wanted is None:
                    wanted = self.between(sequence, kind)
                    if not wanted:
                        raise (
                            UserError("There is nothing to undo.")
                            if kind == "undo"
                            else UserError("There is nothing to redo.")
                        )
                elif (self._done if kind == "undo" else self._undone)[-1:] != [wanted[done]]:
                    raise UserError("Somebody else has written meanwhile; the rest was left as it is.")
                ends = time.monotonic() + AT_ONCE
                try:
                    for each in wanted[done:]:
                        self._replay(writing, kind, each)
                        done += 1
                        if time.monotonic() >= ends:
                            break
                except UserError as refusal:  # it has written nothing, and what went before it is sound
                    refused = refusal
                self._tables.connection.execute("COMMIT")
            except BaseException:
                self.roll_back()
                raise
            if refused is not None:
                raise refused
            on_progress(done, len(wanted))
        return done

    def _replay(self, writing: Writing, kind: Literal["undo", "redo"], sequence: int) -> OperationRecord:
        """Undo or redo the operation whose turn it is; one that is refused has written nothing."""
        target = record_of(self._tables.operation(sequence))
        changes = _read_changes(self._tables, sequence)
        if kind == "undo":
            changes = [(table, row_id, after, before) for table, row_id, before, after in reversed(changes)]
        by_table: dict[str, list[str]] = {}
        for table, row_id, _, _ in changes:
            by_table.setdefault(table, []).append(row_id)
        found = {table: self._tables.rows_by_id(table, ids) for table, ids in by_table.items()}
        if any(found[table].get(row_id) != expected for table, row_id, expected, _ in changes):
            raise UserError(
                "“{operation}” can no longer be taken back: what it changed has changed since.",
                operation=target.name,
            )
        self._replace(changes)
        self._add(writing, target.name, kind, target.id)
        return target

    def places(self, sequence: int, limit: int) -> list[Place]:
        """Where an operation changed documents, looking at its first ``limit`` changes."""
        found: dict[Place, None] = {}
        for change in self._tables.changes_of(sequence, limit):
            if change["document"] is None:
                continue
            document = str(change["document"])
            for state in _states(sequence, change):
                if state is not None:
                    ranged = change["kind"] in ("span", "evidence")
                    limits = (cast(int, state["start"]), cast(int, state["end"])) if ranged else None
                    found[Place(document, limits)] = None
        return list(found)

    def records(self, limit: int, before: int | None = None, document: str | None = None) -> list[OperationRecord]:
        """Operations, newest first: at most ``limit``, earlier than the sequence ``before``, touching ``document``."""
        return [record_of(row) for row in self._tables.operations_before(before, limit, document)]

    def _add(
        self,
        writing: Writing,
        name: str,
        kind: OperationKind,
        target: str | None,
        changes: Iterable[Sequence[Value]] = (),
    ) -> None:
        row: Row = {
            "id": str(uuid.uuid4()),
            "name": name,
            "kind": kind,
            "target": target,
            "annotator": writing.annotator,
            "time": writing.time,
        }
        self._tables.add_operation(row, changes)

    def _replace(self, changes: list[_Change]) -> None:
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
                different = {column: value for column, value in state.items() if current[column] != value}
                self._tables.update(table, row_id, different)
        for table, rows in back.items():
            self._tables.insert_all(table, rows)

    def _catch_up(self) -> None:
        """Read on in the journal and derive the place in history from it.

        Undo takes the newest operation off what is done; a new operation ends redo.
        """
        for sequence, kind in self._tables.kinds_of_operations_after(self._seen):
            if kind != "do" and not (self._done if kind == "undo" else self._undone):
                raise damaged_history(sequence)
            self._seen = sequence
            if kind == "do":
                self._done.append(sequence)
                self._undone.clear()
            elif kind == "undo":
                self._undone.append(self._done.pop())
                self._undone_by[self._undone[-1]] = sequence
            else:
                self._done.append(self._undone.pop())
                del self._undone_by[self._done[-1]]


def now() -> str:
    """The time in UTC, ISO 8601 with milliseconds and ``Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _document(key: _Key, before: Row | None, after: Row | None) -> str | None:
    kind, row_id = key
    if kind == "document":
        return row_id
    document = (after or before or {}).get("document")
    return None if document is None else str(document)


def record_of(row: Row) -> OperationRecord:
    """The record that a row of the table ``operation`` holds."""
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
    return None if row is None else checksums.encode(row)


def _states(sequence: int, change: Row) -> list[Row | None]:
    """The states before and after that a row of the table ``change`` holds."""
    try:
        return [None if change[when] is None else cast(Row, json.loads(str(change[when]))) for when in _WHEN]
    except ValueError as error:
        raise damaged_history(sequence) from error


def _read_changes(tables: Tables, sequence: int) -> list[_Change]:
    """The changes of an operation, with their states read all at once and completed with the columns that their tables
    have gained since. Refuses what no operation can have recorded.
    """
    kept = [(str(row["kind"]), str(row["row"]), row["before"], row["after"]) for row in tables.changes_of(sequence)]
    texts = ["null" if state is None else str(state) for change in kept for state in change[2:]]
    try:
        states = cast("list[Row | None]", json.loads(f"[{','.join(texts)}]"))
        if len(states) != len(texts):
            raise ValueError
        complete = [
            None if state is None else tables.completed(kept[place // 2][0], state)
            for place, state in enumerate(states)
        ]
        if any(
            (complete[2 * place] or complete[2 * place + 1] or {})["id"] != row
            for place, (_, row, *_) in enumerate(kept)
        ):
            raise ValueError
    except (LookupError, ValueError, TypeError) as error:
        raise damaged_history(sequence) from error
    return [(kind, row, complete[2 * place], complete[2 * place + 1]) for place, (kind, row, *_) in enumerate(kept)]


class DamagedHistoryError(UserError):
    """What is said of a journal that cannot be read at an operation, where it is not known of which file it is: see
    ``file.explained``.
    """


def damaged_history(sequence: int) -> DamagedHistoryError:
    """The journal cannot be read at the operation of that sequence."""
    return DamagedHistoryError("The project's history is damaged at operation {number}.", number=sequence)
