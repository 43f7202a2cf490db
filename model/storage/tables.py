"""The SQL of a project file but its schema: the statements that write rows, and the queries about them.

Some subjects have their queries in rooms of their own: ``history``, ``scheme_queries``, ``document_queries``,
``folded_texts``.
A row is a plain dict by column name. Nothing here decides anything: rules live in the rooms above, the record of what
was written lives in ``journal``.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from model.storage import checksums
from model.storage.connection import one_state
from model.storage.folded_texts import FoldedText, FoldedTexts, folded_text

Value = str | int | float | None
Row = dict[str, Value]
_Kept = TypeVar("_Kept")

# The kinds of rows that have an id and are written through the journal.
JOURNALLED = (
    "project",
    "layer",
    "label",
    "document",
    "document_tag",
    "progress",
    "span",
    "feature",
    "vocabulary",
    "concept",
    "concept_label",
    "concept_note",
    "concept_relation",
    "concept_notation",
    "concept_documentation",
    "concept_state",
    "assignment",
    "evidence",
    "saved_search",
)


# One look at each table; the distinct values are few.
_NAMED_ANNOTATORS = " UNION ".join(
    f"SELECT {column} AS id FROM {kind} WHERE {column} IS NOT NULL"
    for kind, column in (
        ("document", "assignee"),
        ("progress", "annotator"),
        ("span", "annotator"),
        ("span", "confirmed_by"),
        ("assignment", "annotator"),
        ("assignment", "confirmed_by"),
        ("evidence", "annotator"),
    )
)
_TEXT_ORDER = 'ORDER BY start, "end" DESC, label, id'
_AT_ONCE = 500  # ids in one statement; SQLite takes at least 999


class Tables:
    """The tables of one open connection. Queries give rows in a fixed order."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._columns: dict[str, tuple[str, ...]] = {}
        self._defaults: dict[str, Row] = {}
        for kind in JOURNALLED:
            columns = connection.execute(f"PRAGMA table_info({kind})").fetchall()
            self._columns[kind] = tuple(str(column["name"]) for column in columns)
            self._defaults[kind] = {
                str(column["name"]): connection.execute(f"SELECT {column['dflt_value'] or 'NULL'}").fetchone()[0]
                for column in columns
                if column["dflt_value"] is not None or not column["notnull"]
            }
        names = {kind: ", ".join(f'"{column}"' for column in columns) for kind, columns in self._columns.items()}
        self._insert = {
            kind: f"INSERT INTO {kind} ({names[kind]}) VALUES ({', '.join('?' for _ in columns)})"
            for kind, columns in self._columns.items()
        }
        self.folded = FoldedTexts(connection)
        self._text: tuple[str, str] | None = None
        self._kept: dict[object, tuple[int, frozenset[str], object]] = {}
        self._unsettled: set[str] = set()  # kinds of rows written since a transaction was last seen to have ended

    # Transactions

    @contextlib.contextmanager
    def transaction(self) -> Generator[None]:
        """Write or leave it, as a whole; other processes cannot write meanwhile."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            self.taken_back()
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def taken_back(self) -> None:
        """To be called where a transaction is taken back: what is remembered of it is forgotten."""
        self.folded.forget()

    @contextlib.contextmanager
    def snapshot(self) -> Generator[None]:
        """Read one state of the file, whatever others write meanwhile; within a transaction, that one's."""
        with one_state(self.connection):
            yield

    # What is made of rows, and kept

    def kept(self, make: Callable[["Tables"], _Kept], kinds: frozenset[str]) -> _Kept:
        """What ``make`` reads from rows of these kinds; read again only where one of them may have changed.

        What this connection writes is known to ``insert``, ``update`` and ``delete``. Until the transaction in which
        one of these kinds was written has ended, nothing is kept: it may still be taken back, in part or as a whole.
        What others commit, SQLite tells by a number (https://www.sqlite.org/pragma.html#pragma_data_version).
        """
        self._settle()
        if not kinds.isdisjoint(self._unsettled):
            return make(self)
        version = int(self.connection.execute("PRAGMA data_version").fetchone()[0])
        known = self._kept.get(make)
        if known is not None and known[0] == version:
            return cast(_Kept, known[2])
        made = make(self)
        self._kept[make] = (version, kinds, made)
        return made

    def _settle(self) -> None:
        """Where no transaction is under way, forget what was made of rows that have been written since."""
        if self._unsettled and not self.connection.in_transaction:
            gone = [make for make, (_, kinds, _) in self._kept.items() if not kinds.isdisjoint(self._unsettled)]
            for make in gone:
                del self._kept[make]
            self._unsettled.clear()

    # Rows

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query."""
        return [dict(row) for row in self.connection.execute(sql, parameters)]

    def _tuples(self, sql: str, parameters: Sequence[Value]) -> list[tuple[Any, ...]]:
        cursor = self.connection.cursor()
        cursor.row_factory = None
        return cursor.execute(sql, parameters).fetchall()

    def iterate(self, sql: str, parameters: Sequence[Value] = ()) -> Iterator[Row]:
        """The rows of a query one by one, so that memory does not grow with them."""
        for row in self.connection.execute(sql, parameters):
            yield dict(row)

    def completed(self, kind: str, recorded: Row) -> Row:
        """A row as the journal recorded it, with the columns that its table has gained since, each with its default.

        Raises ``LookupError`` where the kind is none of the journal's, or the record has not the columns of such a row.
        """
        row = {**self._defaults[kind], **recorded}
        if row.keys() != set(self._columns[kind]):
            raise LookupError(kind)
        return row

    def row(self, kind: str, row_id: str) -> Row | None:
        """The row of that kind and id, or nothing."""
        found = self.connection.execute(f"SELECT * FROM {kind} WHERE id = ?", (row_id,)).fetchone()
        return None if found is None else dict(found)

    def all(self, kind: str) -> list[Row]:
        """Every row of a kind, by id."""
        return self.rows(f"SELECT * FROM {kind} ORDER BY id")

    def count(self, kind: str) -> int:
        """How many rows of a kind there are."""
        return int(self.connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0])

    def insert(self, kind: str, row: Mapping[str, Value]) -> None:
        """Write a new row; every column must be given."""
        self._unsettled.add(kind)
        self.connection.execute(self._insert[kind], [row[column] for column in self._columns[kind]])

    def update(self, kind: str, row_id: str, changed: Mapping[str, Value]) -> None:
        """Write the given columns of a row that is there."""
        self._unsettled.add(kind)
        assignments = ", ".join(f'"{column}" = ?' for column in changed)
        self.connection.execute(f"UPDATE {kind} SET {assignments} WHERE id = ?", [*changed.values(), row_id])

    def delete(self, kind: str, row_id: str) -> None:
        """Take a row away."""
        self._unsettled.add(kind)
        self.connection.execute(f"DELETE FROM {kind} WHERE id = ?", (row_id,))

    def rows_by_id(self, kind: str, ids: Sequence[str]) -> dict[str, Row]:
        """Those rows of a kind that are there, by id."""
        found: dict[str, Row] = {}
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            places = ", ".join("?" for _ in some)
            for row in self.rows(f"SELECT * FROM {kind} WHERE id IN ({places})", some):
                found[str(row["id"])] = row
        return found

    def insert_all(self, kind: str, rows: Iterable[Mapping[str, Value]]) -> None:
        """Write many new rows; every column of each must be given."""
        self._unsettled.add(kind)
        columns = self._columns[kind]
        self.connection.executemany(self._insert[kind], ([row[column] for column in columns] for row in rows))

    def delete_all(self, kind: str, ids: Iterable[str]) -> None:
        """Take many rows away."""
        self._unsettled.add(kind)
        self.connection.executemany(f"DELETE FROM {kind} WHERE id = ?", ((row_id,) for row_id in ids))

    # Texts and annotators are only ever added: the journal does not record them, so no undo can take away what other
    # rows, or the journal itself, still name.

    def add_annotator(self, annotator: str, name: str) -> None:
        """Keep a person under an id; one who is there already stays as they are."""
        self.connection.execute(
            "INSERT OR IGNORE INTO annotator (id, name, checksum) VALUES (?, ?, ?)",
            (annotator, name, checksums.of_annotator(annotator, name)),
        )

    def annotator_named(self, name: str) -> Row | None:
        """The annotator of that name; of several (files were brought together) the one who was there first."""
        found = self.rows("SELECT * FROM annotator WHERE name = ? ORDER BY rowid LIMIT 1", (name,))
        return found[0] if found else None

    def annotators(self) -> list[Row]:
        """All annotators by name, then id."""
        return self.rows("SELECT * FROM annotator ORDER BY name, id")

    def add_text(self, sha256: str, body: str, folded: FoldedText | None = None) -> None:
        """Keep a text under its SHA-256 (hex), and what it is found by; one that is there already stays. ``folded`` is
        the text folded, where that is done already.
        """
        written = self.connection.execute("INSERT OR IGNORE INTO text (sha256, body) VALUES (?, ?)", (sha256, body))
        if written.rowcount:
            self.folded.add(folded or folded_text(body))

    def text(self, sha256: str) -> str:
        """The text of that SHA-256, as it stands in the file."""
        return str(self.connection.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone()[0])

    def kept_text(self, sha256: str) -> str:
        """The same, read only where it is not the one asked for last: no text ever changes, and marking needs it each
        time. What is to be handed on to others is read with ``text``.
        """
        if self._text is None or self._text[0] != sha256:
            self._text = sha256, self.text(sha256)
        return self._text[1]

    def named_annotators(self) -> set[str]:
        """Ids of the annotators whom rows of documents name (the journal's operations do not count)."""
        return {str(row[0]) for row in self.connection.execute(_NAMED_ANNOTATORS)}

    # Documents

    def document_by(self, column: str, value: str) -> list[Row]:
        """Documents whose column has exactly that value, in project order."""
        return self.rows(f"SELECT * FROM document WHERE {column} = ? ORDER BY order_key, name_key, id", (value,))

    def documents_by_symbol(self, symbol: str) -> list[Row]:
        """Documents whose symbol (as corrected, else as recognised) is that, in project order."""
        return self.rows(
            """SELECT * FROM document WHERE coalesce(corrected_symbol, recognised_symbol) = ? COLLATE NOCASE
            ORDER BY order_key, name_key, id""",
            (symbol,),
        )

    def document_ids(self) -> list[str]:
        """All documents' ids in project order: by name without regard to case, then id."""
        found = self._tuples("SELECT id FROM document ORDER BY order_key, name_key, id", ())
        return [document for (document,) in found]

    def tags(self, document: str) -> list[Row]:
        """A document's tags in order."""
        return self.rows("SELECT * FROM document_tag WHERE document = ? ORDER BY tag, id", (document,))

    def progress(self, document: str | None = None) -> list[Row]:
        """Progress rows of a document, or of all."""
        if document is None:
            return self.rows("SELECT * FROM progress ORDER BY document, task")
        return self.rows("SELECT * FROM progress WHERE document = ? ORDER BY task", (document,))

    # Spans

    def spans(self, document: str) -> list[Row]:
        """A document's spans in text order."""
        return self.rows(f"SELECT * FROM span WHERE document = ? {_TEXT_ORDER}", (document,))

    def span_values(self, document: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        """These columns of a document's spans in text order: for the many spans of a document, rows are too slow."""
        return self._tuples(f"SELECT {column_list(columns)} FROM span WHERE document = ? {_TEXT_ORDER}", (document,))

    def span_values_meeting(
        self, document: str, layers: Sequence[str], start: int, end: int, columns: Sequence[str]
    ) -> list[tuple[Any, ...]]:
        """These columns of the spans of some layers that share at least one code point with ``start`` to ``end``, in
        text order.
        """
        places = ", ".join("?" for _ in layers)
        return self._tuples(
            f"""SELECT {column_list(columns)} FROM span WHERE document = ? AND layer IN ({places})
            AND start < ? AND "end" > ? {_TEXT_ORDER}""",
            (document, *layers, end, start),
        )

    def features(self, document: str) -> list[Row]:
        """The features of all spans of a document, by span and name."""
        return self.rows("SELECT * FROM feature WHERE document = ? ORDER BY span, name", (document,))

    def features_of(self, span: str) -> list[Row]:
        """One span's features by name."""
        return self.rows("SELECT * FROM feature WHERE span = ? ORDER BY name", (span,))

    # Vocabulary

    def label_limits(self, document: str, layer: str, label: str) -> list[tuple[int, int]]:
        """The limits of a document's spans with a label, in order of their starts; rejected proposals are left out."""
        return self._tuples(
            """SELECT start, "end" FROM span WHERE document = ? AND layer = ? AND label = ? AND status != 'rejected'
            ORDER BY start""",
            (document, layer, label),
        )

    def concept_labels(self, concept: str) -> list[Row]:
        """A concept's labels: by language, preferred first, then text."""
        return self.rows(
            """SELECT * FROM concept_label WHERE concept = ?
            ORDER BY language, CASE kind WHEN 'preferred' THEN 0 WHEN 'alternative' THEN 1 ELSE 2 END, text, id""",
            (concept,),
        )

    def all_concept_labels(self) -> Iterator[Row]:
        """All labels of all concepts, in the order of ``concept_labels`` within each concept."""
        return self.iterate(
            """SELECT * FROM concept_label
            ORDER BY concept, language, CASE kind WHEN 'preferred' THEN 0 WHEN 'alternative' THEN 1 ELSE 2 END, text,
            id
            """
        )

    def assignments(self, document: str) -> list[Row]:
        """A document's descriptor assignments by rank."""
        return self.rows("SELECT * FROM assignment WHERE document = ? ORDER BY rank, id", (document,))

    def evidence(self, document: str) -> list[Row]:
        """All evidence of a document in text order."""
        return self.rows('SELECT * FROM evidence WHERE document = ? ORDER BY assignment, start, "end", id', (document,))

    def evidence_of(self, assignment: str) -> list[Row]:
        """One assignment's evidence in text order."""
        return self.rows('SELECT * FROM evidence WHERE assignment = ? ORDER BY start, "end", id', (assignment,))

    # The journal

    def kinds_of_operations_after(self, sequence: int) -> list[tuple[int, str]]:
        """Sequence and kind of the operations later than a place in the journal, oldest first."""
        self._settle()  # it is asked after every commit
        found = self.connection.execute(
            "SELECT sequence, kind FROM operation WHERE sequence > ? ORDER BY sequence", (sequence,)
        )
        return [(int(row[0]), str(row[1])) for row in found]

    def operation(self, sequence: int) -> Row:
        """The operation at a place in the journal."""
        return self.rows("SELECT * FROM operation WHERE sequence = ?", (sequence,))[0]

    def operations_before(self, sequence: int | None, limit: int, document: str | None = None) -> list[Row]:
        """The newest operations earlier than a place (or of all), newest first; of one document where given."""
        below = 2**62 if sequence is None else sequence
        if document is None:
            return self.rows(
                "SELECT * FROM operation WHERE sequence < ? ORDER BY sequence DESC LIMIT ?", (below, limit)
            )
        return self.rows(
            """WITH touching AS (SELECT DISTINCT operation AS sequence FROM change WHERE document = ?)
            SELECT * FROM operation WHERE sequence < ? AND (sequence IN touching OR target IN (
                SELECT id FROM operation WHERE sequence IN touching
            )) ORDER BY sequence DESC LIMIT ?""",
            (document, below, limit),
        )

    def add_operation(self, row: Mapping[str, Value], changes: Iterable[Sequence[Value]]) -> None:
        """Append an operation with its changes: (position, kind, row, document, before, after) each, the last two as
        JSON or null.
        """
        newest, previous = checksums.newest(self.connection)
        sequence = newest + 1
        operation = [row[column] for column in checksums.OPERATION_COLUMNS]
        checksum = checksums.OperationChecksum(previous, sequence, operation)

        def added() -> Iterator[tuple[Value, ...]]:
            for change in changes:
                checksum.add(change)
                yield sequence, *change

        # The operation last: its checksum is known when all changes are written. References are looked at later.
        self.connection.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", added())
        self.connection.execute(
            f"""INSERT INTO operation (sequence, {", ".join(checksums.OPERATION_COLUMNS)}, checksum)
            VALUES (?, {", ".join("?" for _ in operation)}, ?)""",
            (sequence, *operation, checksum.hexdigest()),
        )

    def changes_of(self, operation: int, limit: int = -1) -> list[Row]:
        """The changes of an operation in the order in which rows were first touched; at most ``limit`` unless
        negative.
        """
        return self.rows("SELECT * FROM change WHERE operation = ? ORDER BY position LIMIT ?", (operation, limit))

    def change_keys_after(self, sequence: int) -> Iterator[tuple[str, str, str | None]]:
        """Kind, row and document of every change later than a place in the journal, undo and redo included."""
        found = self.connection.execute(
            """WITH later AS (SELECT coalesce(target.sequence, operation.sequence) AS sequence
                FROM operation LEFT JOIN operation AS target ON target.id = operation.target
                WHERE operation.sequence > ?)
            SELECT kind, row, document FROM change WHERE operation IN later""",
            (sequence,),
        )
        yield from found


def column_list(columns: Sequence[str]) -> str:
    """Names of columns for a statement."""
    return ", ".join(f'"{column}"' for column in columns)
