"""What a row of each table must look like, as the migrations make the tables: by this the rows of a damaged file are
told apart, and from what only looks like one.
"""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from model.storage import schema
from model.storage.pages import Stored
from model.storage.tables import Row, Value, column_list

# What is made anew from the rest is not looked for, nor what tells of the migrations.
_DERIVED = ("folded_", "sqlite_", "_sqlite_")
_TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}


@dataclass(frozen=True, slots=True)
class Shape:
    """One table. ``columns`` are in the order in which a record has them; ``required`` is how many a record has at
    least, the others having been added later with ``defaults`` (one value for each column; null where there is none).
    """

    table: str
    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    nullable: tuple[bool, ...]
    defaults: tuple[Value, ...]
    required: int
    key: tuple[int, ...]  # places of the columns of the primary key
    alias: int | None  # the place of the column that stands for the rowid, and is stored as null
    without_rowid: bool
    references: tuple[tuple[int, str], ...]  # place of a column, and the table that it names a row of

    def row(self, values: Sequence[Value]) -> Row:
        """A row as a dict."""
        return dict(zip(self.columns, values, strict=True))

    def takes(self, values: Sequence[Stored]) -> bool:
        """Whether values have the types of the columns, which true and false never have."""
        for value, types, nullable in zip(values, self.types, self.nullable, strict=True):
            if value is None:
                if not nullable:
                    return False
            elif not isinstance(value, types) or isinstance(value, bool):
                return False
        return True

    def key_of(self, values: Sequence[Value]) -> tuple[Value, ...]:
        """The values of the primary key."""
        return tuple(values[place] for place in self.key)


class Shapes:
    """The tables of a project whose rows count, and whether something can be a row of one. ``names`` are of all tables
    that a project has.
    """

    def __init__(self) -> None:
        self._connection = schema.made_in_memory()
        self.names = frozenset({schema.MIGRATIONS, *(name for name, _ in self._made("table"))})
        self.tables: dict[str, Shape] = {shape.table: shape for shape in self._read()}
        for name, _ in self._made("index"):
            self._connection.execute(f"DROP INDEX {name}")
        self._insert = {
            name: f"INSERT INTO {name} ({column_list(shape.columns)}) VALUES ({', '.join('?' for _ in shape.columns)})"
            for name, shape in self.tables.items()
        }

    def close(self) -> None:
        """Let go of what rows are tried on."""
        self._connection.close()

    def row(self, shape: Shape, rowid: int, record: Sequence[Stored]) -> tuple[Value, ...] | None:
        """The values of a row that a record holds, by the types of its table; nothing where it can be none."""
        if not shape.required <= len(record) <= len(shape.columns):
            return None
        values: list[Stored] = [*record, *shape.defaults[len(record) :]]
        if shape.alias is not None:
            if values[shape.alias] is not None:
                return None
            values[shape.alias] = rowid
        # No table of a project has other types.
        return tuple(cast("list[Value]", values)) if shape.takes(values) else None

    def accepts(self, table: str, values: Sequence[Value]) -> bool:
        """Whether SQLite would take a row, by the checks that its table makes of it alone."""
        return self.accepts_all(table, [values])

    def accepts_all(self, table: str, rows: Sequence[Sequence[Value]]) -> bool:
        """The same of several rows at once."""
        self._connection.execute("BEGIN")
        try:
            self._connection.executemany(self._insert[table], rows)
        except (sqlite3.Error, OverflowError, UnicodeEncodeError):
            return False
        finally:
            self._connection.execute("ROLLBACK")
        return True

    def complete(self, table: str, recorded: Row) -> tuple[Value, ...] | None:
        """The values of a row as the journal recorded it, later columns by default; nothing where it is no row."""
        shape = self.tables[table]
        if not recorded.keys() <= set(shape.columns):
            return None
        values = tuple(
            recorded.get(column, default) for column, default in zip(shape.columns, shape.defaults, strict=True)
        )
        return values if shape.takes(values) and self.accepts(table, values) else None

    def _made(self, kind: str) -> list[tuple[str, str]]:
        found = self._connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = ?", (kind,))
        return [(str(row[0]), str(row[1])) for row in found if row[1] is not None]

    def _read(self) -> Iterator[Shape]:
        run = self._connection.execute
        without = {str(row["name"]) for row in run("PRAGMA table_list") if row["wr"]}
        for name, _ in self._made("table"):
            if name.startswith(_DERIVED):
                continue
            found = run(f"PRAGMA table_info({name})").fetchall()
            if name in without:
                found.sort(key=lambda column: column["pk"] or sys.maxsize)
            columns = tuple(str(column["name"]) for column in found)
            defaults = tuple(run(f"SELECT {column['dflt_value'] or 'NULL'}").fetchone()[0] for column in found)
            required = len(found)
            while required and found[required - 1]["dflt_value"] is not None:
                required -= 1
            alone = [place for place, column in enumerate(found) if column["pk"]]
            alias = (
                alone[0] if len(alone) == 1 and found[alone[0]]["type"] == "INTEGER" and name not in without else None
            )
            references = {str(row["from"]): str(row["table"]) for row in run(f"PRAGMA foreign_key_list({name})")}
            yield Shape(
                table=name,
                columns=columns,
                types=tuple(_TYPES[str(column["type"])] for column in found),
                nullable=tuple(not column["notnull"] and not column["pk"] for column in found),
                defaults=defaults,
                required=required,
                key=tuple(alone),
                alias=alias,
                without_rowid=name in without,
                references=tuple((columns.index(column), table) for column, table in references.items()),
            )
