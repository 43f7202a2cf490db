"""Whether the rows of a project file are those that its journal says were written, and the journal is whole.

Undo trusts the journal, and a dataset the rows; a byte that a disk has turned, or a hand that has changed a row with
another program, is seen only where both are held against each other. Reads in one pass, sorted by SQLite: memory does
not grow with the project. Changes nothing.
"""

import hashlib
import heapq
import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator
from operator import itemgetter

from model.errors import UserError
from model.storage import checksums, integrity, schema, stored_json
from model.storage.journal import damaged_history
from model.storage.row_kinds import called
from model.storage.tables import JOURNALLED, Row, Tables

# Every change as it took effect: an undo or a redo applies the changes of its target.
_EFFECTS = """
SELECT change.kind, change.row, acting.kind, acting.sequence, change.before, change.after FROM (
    SELECT operation.sequence, operation.kind, coalesce(target.sequence, operation.sequence) AS source
    FROM operation LEFT JOIN operation AS target ON target.id = operation.target
) AS acting JOIN change ON change.operation = acting.source"""
_BY_ROW = f"{_EFFECTS} ORDER BY change.kind, change.row, acting.sequence"
# 10,000 take 0.14 s, the 120,000 of a thousand resolutions with their clauses 2 s.
_NEWEST = f"{_EFFECTS} ORDER BY acting.sequence DESC, change.position DESC LIMIT 10000"
_Effect = tuple[str, str, str, int, str | None, str | None]

# A state that is known, null where the row is not there; or that the journal contradicts itself about the row.
_CONTRADICTORY = object()


def journal_problems(tables: Tables) -> Iterator[UserError]:
    """What is wrong with the journal in itself: the first operation of each run that is not as it was written, those
    out of turn, annotators who are not those who were entered.
    """
    was_wrong = False
    for sequence, kept, expected in checksums.of_operations(tables.connection):
        is_wrong = kept != expected
        if is_wrong and not was_wrong:
            yield damaged_history(sequence)
        was_wrong = is_wrong
    yield from _out_of_turn(tables)
    for row in tables.annotators():
        if row["checksum"] != checksums.of_annotator(str(row["id"]), str(row["name"])):
            yield UserError("The annotator “{name}” is not the one who was entered.", name=row["name"])


def row_problems(tables: Tables) -> Iterator[UserError]:
    """Every row that is not as the journal says it was left, in order of kind and id."""
    baseline: dict[str, dict[str, str]] = {}
    for row in tables.rows("SELECT kind, row, state FROM baseline"):
        baseline.setdefault(str(row["kind"]), {})[str(row["row"])] = str(row["state"])
    groups = itertools.groupby(_effects(tables, _BY_ROW), key=itemgetter(0))
    group = next(groups, None)
    for kind in sorted(JOURNALLED):
        while group is not None and group[0] < kind:
            yield _no_such_kind(next(group[1]))
            group = next(groups, None)
        of_kind: Iterable[_Effect] = ()
        if group is not None and group[0] == kind:
            of_kind = group[1]
        yield from _compared(tables, kind, _expected(tables, of_kind, baseline.get(kind, {})))
        if group is not None and group[0] == kind:
            group = next(groups, None)
    while group is not None:
        yield _no_such_kind(next(group[1]))
        group = next(groups, None)


def quick_problem(connection: sqlite3.Connection) -> str | UserError | None:
    """The first thing that is wrong with a file, looked for by what is quick: pages, indexes and what the tables demand
    of each row, the schema, what is stored as JSON, whether rows name rows that are there and limits lie in their text,
    texts by their SHA-256, whether there is a history, the journal in itself, the rows that were written last. Nothing
    where nothing is; what SQLite raises is passed on.
    """
    unsound = next(iter(integrity.unsound(connection, "quick_check")), None)
    if unsound is not None:
        return unsound
    found = schema.differences(connection)
    if found.wrong or found.acting:
        return schema.listed(found.wrong or found.acting)
    projects = connection.execute("SELECT count(*) FROM project").fetchone()[0]
    if projects != 1:
        return f"{projects} projects in it"
    column = stored_json.unsound_column(connection)
    if column is not None:
        return column
    tables = Tables(connection)
    dangling = next(iter(integrity.dangling(connection)), None)
    unsound = dangling or _outside_text(tables) or _altered_text(connection) or _without_history(tables)
    if unsound is not None or schema.missing_steps(connection):
        return unsound or next(_out_of_turn(tables), None)
    return next(journal_problems(tables), None) or _newest_unlike(tables)


def problem(connection: sqlite3.Connection) -> str | UserError | None:
    """The same, and last whether any row is not as the journal says, or a text is not found by its words; that takes
    longer the more was done in a project, and others may write meanwhile.
    """
    found = quick_problem(connection)
    if found is None and not schema.missing_steps(connection):
        tables = Tables(connection)
        with tables.snapshot():
            found = next(row_problems(tables), None) or _not_found_text(tables)
    return found


def _outside_text(tables: Tables) -> UserError | None:
    """A mark, or a stretch of evidence, that ends where its document's text has ended."""
    outside = 'JOIN document ON document.id = document WHERE "end" > length LIMIT 1'
    name = "coalesce(nullif(name, ''), document) AS name"
    for row in tables.rows(f'SELECT {name}, label, start, "end" FROM span {outside}'):
        return UserError("{name}: “{label}” at {start}–{end} reaches outside the text.", **row)
    for row in tables.rows(f'SELECT {name}, start, "end" FROM evidence {outside}'):
        return UserError("{name}: evidence at {start}–{end} reaches outside the text.", **row)
    return None


def _altered_text(connection: sqlite3.Connection) -> str | None:
    """A text that is not the one that its SHA-256 names."""
    for sha256, body in connection.execute("SELECT sha256, CAST(body AS BLOB) FROM text"):
        if hashlib.sha256(body).hexdigest() != sha256:
            return f"text {sha256}"
    return None


def _without_history(tables: Tables) -> UserError | None:
    """A document of a project in which nothing was ever done, as its journal has it."""
    documents = "SELECT * FROM document WHERE NOT EXISTS (SELECT 1 FROM operation) LIMIT 1"
    return next((_unknown(tables, "document", row) for row in tables.rows(documents)), None)


def _not_found_text(tables: Tables) -> str | None:
    """A text that is not found by its words."""
    is_found = tables.folded.audit()
    for row in tables.iterate("SELECT sha256, body FROM text"):
        if not is_found(str(row["sha256"]), str(row["body"])):
            return f"folded_text {row['sha256']}"
    return None


def _newest_unlike(tables: Tables) -> UserError | None:
    """One of the rows that were written last that is not as that left it; others may write meanwhile."""
    with tables.snapshot():
        left: dict[str, dict[str, str | None]] = {kind: {} for kind in JOURNALLED}
        for kind, row_id, acting, sequence, before, after in _effects(tables, _NEWEST):
            if kind not in left:
                return damaged_history(sequence)
            left[kind].setdefault(row_id, before if acting == "undo" else after)
        for kind, states in left.items():
            found = tables.rows_by_id(kind, list(states))
            for row_id, state in states.items():
                unlike = _difference(tables, kind, row_id, state, found.get(row_id))
                if unlike is not None:
                    return unlike
    return None


def _out_of_turn(tables: Tables) -> Iterator[UserError]:
    """Undo takes back the newest operation that stands, redo the one undone last, and operations are numbered one after
    the other; anything else was not Qarar's.
    """
    done: list[str] = []
    undone: list[str] = []
    rows = tables.rows("SELECT sequence, id, kind, target FROM operation ORDER BY sequence")
    for number, row in enumerate(rows, 1):
        if row["kind"] == "do" and row["sequence"] == number:
            done.append(str(row["id"]))
            undone.clear()
            continue
        source, goal = (done, undone) if row["kind"] == "undo" else (undone, done)
        if row["sequence"] != number or source[-1:] != [row["target"]]:
            yield damaged_history(int(row["sequence"] or 0))
            return
        goal.append(source.pop())


def _no_such_kind(effect: _Effect) -> UserError:
    return damaged_history(effect[3])


def _effects(tables: Tables, query: str) -> Iterator[_Effect]:
    cursor = tables.connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query)


def _expected(tables: Tables, effects: Iterable[_Effect], baseline: dict[str, str]) -> Iterator[tuple[str, object]]:
    """Each row that the journal or the baseline knows, in order of ids, with the state that it should have."""
    touched = (
        (row_id, _replayed(tables, baseline.get(row_id), of_row))
        for row_id, of_row in itertools.groupby(effects, key=itemgetter(1))
    )
    last: str | None = None
    # Of a row that both know, the journal's comes first and counts.
    for row_id, state in heapq.merge(touched, sorted(baseline.items()), key=itemgetter(0)):
        if row_id != last:
            yield row_id, state
        last = row_id


def _replayed(tables: Tables, state: str | None, effects: Iterable[_Effect]) -> object:
    """The state that a row has after all that was done to it, as JSON, or null where it is gone."""
    contradictory = False
    for kind, row_id, acting, _, before, after in effects:
        if acting == "undo":
            before, after = after, before
        if before != state and _row(tables, kind, row_id, before) != _row(tables, kind, row_id, state):
            contradictory = True
        if acting == "do" and after is not None and _row(tables, kind, row_id, after) is None:
            contradictory = True
        state = after
    return _CONTRADICTORY if contradictory else state


def _row(tables: Tables, kind: str, row_id: str, state: str | None) -> Row | None:
    """The row that a recorded state describes; nothing where it describes none."""
    if state is None:
        return None
    try:
        row = tables.completed(kind, json.loads(state))
    except (ValueError, LookupError, TypeError):
        return None
    return row if row["id"] == row_id else None


def _compared(tables: Tables, kind: str, expected: Iterator[tuple[str, object]]) -> Iterator[UserError]:
    """Go through what should be there and what is, both in order of ids."""
    rows = tables.iterate(f"SELECT * FROM {kind} ORDER BY id")
    row = next(rows, None)
    for row_id, state in expected:
        while row is not None and str(row["id"]) < row_id:
            yield _unknown(tables, kind, row)
            row = next(rows, None)
        found = row if row is not None and row["id"] == row_id else None
        if found is not None:
            row = next(rows, None)
        if state is _CONTRADICTORY:
            yield UserError("The history contradicts itself about the {kind} {id}.", kind=called(kind), id=row_id)
            continue
        unlike = _difference(tables, kind, row_id, None if state is None else str(state), found)
        if unlike is not None:
            yield unlike
    while row is not None:
        yield _unknown(tables, kind, row)
        row = next(rows, None)


def _difference(tables: Tables, kind: str, row_id: str, state: str | None, found: Row | None) -> UserError | None:
    """What is wrong with a row, given the state that it should have; nothing where it has it."""
    if state is None:
        return None if found is None else _unknown(tables, kind, found)
    if found is None:
        return UserError(
            "The {kind} {id} is missing; according to the history it is there.", kind=called(kind), id=row_id
        )
    if _row(tables, kind, row_id, state) == found:
        return None
    name = _document(tables, kind, found)
    if name is None:
        return UserError("The {kind} {id} is not as the history left it.", kind=called(kind), id=row_id)
    return UserError("{name}: the {kind} {id} is not as the history left it.", name=name, kind=called(kind), id=row_id)


def _unknown(tables: Tables, kind: str, row: Row) -> UserError:
    name, row_id = _document(tables, kind, row), row["id"]
    if name is None:
        return UserError("The {kind} {id} is there; according to the history it is not.", kind=called(kind), id=row_id)
    return UserError(
        "{name}: the {kind} {id} is there; according to the history it is not.",
        name=name,
        kind=called(kind),
        id=row_id,
    )


def _document(tables: Tables, kind: str, row: Row) -> str | None:
    """The name of the document that a row belongs to, where it belongs to one that has a name."""
    document = row["id"] if kind == "document" else row.get("document")
    found = None if document is None else tables.row("document", str(document))
    return None if found is None else str(found["name"]) or None
