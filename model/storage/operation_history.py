"""History as people read it: the operations that were done, newest first, with what has become of each.

An undo or a redo is no step of its own here: it shows in the state of the operation that it took back or did again.
Reads no further than the journal has been read, so that what is listed and its state are of one moment.
"""

from collections.abc import Collection
from dataclasses import dataclass

from model.storage.journal import Journal, OperationRecord, StepState, record_of
from model.storage.tables import Tables, Value

LOOKED_AT = 200  # changes of an operation, to name the documents it touched: a large import has a hundred thousand


@dataclass(frozen=True, slots=True)
class Step:
    """An operation that was done. Its ``state`` is ``done`` where it stands, ``undone`` where redo can bring it back,
    ``lost`` where that can no longer be; ``undone_by`` is the undo that took it back.
    """

    record: OperationRecord
    state: StepState
    undone_by: OperationRecord | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """The documents that an operation changed: pairs of id and name (as it is, or as it was where the document is
    gone), in the order in which they were touched. ``more``: there are others.
    """

    documents: tuple[tuple[str, str], ...]
    more: bool


class History:
    """The history of one open file."""

    def __init__(self, tables: Tables, journal: Journal) -> None:
        self._tables = tables
        self._journal = journal

    def steps(
        self,
        limit: int,
        before: int | None = None,
        *,
        after: int = 0,
        document: str | None = None,
        annotator: str | None = None,
        names: Collection[str] | None = None,
    ) -> list[Step]:
        """At most ``limit`` steps, newest first, earlier than the sequence ``before`` and later than ``after``; only
        those that touched a document, of an annotator (ids), and with one of the names, where these are given.
        """
        seen = self._journal.seen
        below = seen + 1 if before is None else min(before, seen + 1)
        conditions = ["kind = 'do'", "sequence > ? AND sequence < ?"]
        values: list[Value] = [after, below]
        if document is not None:
            touching = "SELECT operation FROM change WHERE document = ? AND operation > ? AND operation < ?"
            conditions.append(f"sequence IN ({touching})")
            values += [document, after, below]
        if annotator is not None:
            conditions.append("annotator = ?")
            values.append(annotator)
        if names is not None:
            conditions.append(f"name IN ({', '.join('?' for _ in names)})")
            values.extend(sorted(names))
        sql = f"SELECT * FROM operation WHERE {' AND '.join(conditions)} ORDER BY sequence DESC LIMIT ?"
        return [self._step(record_of(row)) for row in self._tables.rows(sql, [*values, limit])]

    def step(self, sequence: int) -> Step:
        """The operation of that sequence, which was done, as it stands now."""
        return self._step(record_of(self._tables.operation(sequence)))

    def after(self, sequence: int) -> list[OperationRecord]:
        """Everything later than a place in the journal, undo and redo too, oldest first."""
        sql = "SELECT * FROM operation WHERE sequence > ? AND sequence <= ? ORDER BY sequence"
        return [record_of(row) for row in self._tables.rows(sql, (sequence, self._journal.seen))]

    def names(self) -> list[str]:
        """The names of all operations, each once, in order."""
        return [str(row["name"]) for row in self._tables.rows("SELECT DISTINCT name FROM operation ORDER BY name")]

    def annotators(self) -> list[str]:
        """Ids of all who have done something, in order."""
        sql = """SELECT id FROM annotator
            WHERE EXISTS (SELECT 1 FROM operation WHERE operation.annotator = annotator.id) ORDER BY id"""
        return [str(row["id"]) for row in self._tables.rows(sql)]

    def size(self, sequence: int, limit: int) -> int:
        """How many rows an operation changed, counting no further than ``limit``."""
        sql = "SELECT count(*) FROM (SELECT 1 FROM change WHERE operation = ? LIMIT ?)"
        return int(self._tables.connection.execute(sql, (sequence, limit)).fetchone()[0])

    def touched(self, sequence: int, limit: int) -> Touched:
        """At most ``limit`` of the documents that an operation changed: those of its first changes, by name."""
        sql = "SELECT document FROM change WHERE operation = ? ORDER BY position LIMIT ?"
        rows = self._tables.rows(sql, (sequence, LOOKED_AT))
        found = list(dict.fromkeys(str(row["document"]) for row in rows if row["document"] is not None))
        shown = tuple((document, self._name(document)) for document in found[:limit])
        more = len(found) > limit or (len(rows) == LOOKED_AT and self._touches_others(sequence, found))
        return Touched(shown, more)

    def _touches_others(self, sequence: int, known: Collection[str]) -> bool:
        """Whether an operation changed documents beside these; counted in the index, for the changes are large."""
        connection = self._tables.connection
        sql = "SELECT count(*) FROM change WHERE document IS ? AND operation = ?"
        counted = sum(int(connection.execute(sql, (document, sequence)).fetchone()[0]) for document in (None, *known))
        last = connection.execute("SELECT max(position) FROM change WHERE operation = ?", (sequence,)).fetchone()[0]
        return counted <= int(last)

    def _name(self, document: str) -> str:
        present = self._tables.row("document", document)
        if present is not None:
            return str(present["name"])
        sql = """SELECT json_extract(coalesce(after, before), '$.name') AS name FROM change
            WHERE document = ? AND kind = 'document' ORDER BY operation DESC LIMIT 1"""
        return "".join(str(row["name"]) for row in self._tables.rows(sql, (document,)))

    def _step(self, record: OperationRecord) -> Step:
        by = self._journal.undone_by(record.sequence)
        undone_by = None if by is None else record_of(self._tables.operation(by))
        return Step(record, self._journal.state_of(record.sequence), undone_by)
