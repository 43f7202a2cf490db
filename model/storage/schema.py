"""The tables of a project file and the steps that bring an older file up to date.

History of the file format: step ``0001_first`` is the first released schema; ``0002_search`` added the folded texts
and the index over their words, saved searches, and indexes for the counts in the list of documents;
``0003_vocabulary`` what thesauri say of concepts besides labels: notations, documentation, what is deprecated or
gone, and what replaces it; ``0004_checksums`` what ``checksums`` describes; ``0005_layout`` how texts were laid out in
their files. A step is never changed once released; a new one is added below it, and a project file made by the step
before is kept in ``tests/data``. A step may add columns that have a default: rows that the journal recorded before are
read with it. What a step changes in rows otherwise, it must change in the journal's records of them too.
"""

import functools
import re
import sqlite3
from collections.abc import Sequence, Set
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from sqlite_utils import Database

from model.progress import ProgressCallback
from model.storage import checksums, folded_texts
from model.storage.folded_texts import FoldedTexts, folded_text

SET = "qarar"

_ORIGIN = """
    origin_kind TEXT NOT NULL CHECK (origin_kind IN ('manual', 'import', 'model')),
    origin_version TEXT, origin_confidence REAL"""
_STATUS = "status TEXT NOT NULL CHECK (status IN ('suggested', 'confirmed', 'rejected'))"
_DOCUMENT = "document TEXT NOT NULL REFERENCES document(id)"
_ANNOTATOR = "annotator TEXT NOT NULL REFERENCES annotator(id)"
_LIMITS = """start INTEGER NOT NULL, "end" INTEGER NOT NULL, CHECK (0 <= start AND start < "end")"""

_FIRST = f"""
CREATE TABLE project (
    id TEXT PRIMARY KEY,
    scheme TEXT NOT NULL, scheme_version TEXT NOT NULL, scheme_names TEXT NOT NULL
) STRICT;
CREATE TABLE annotator (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE layer (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, names TEXT NOT NULL,
    overlap TEXT NOT NULL CHECK (overlap IN ('tree', 'apart', 'free')),
    within TEXT REFERENCES layer(id)
) STRICT;
CREATE TABLE label (
    id TEXT PRIMARY KEY, layer TEXT NOT NULL REFERENCES layer(id), position INTEGER NOT NULL,
    names TEXT NOT NULL, colour TEXT NOT NULL, key TEXT NOT NULL, definitions TEXT NOT NULL,
    inside TEXT NOT NULL, top INTEGER NOT NULL, numbered INTEGER NOT NULL, features TEXT NOT NULL
) STRICT;

CREATE TABLE text (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE document (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, order_key TEXT NOT NULL,
    text_sha256 TEXT NOT NULL REFERENCES text(sha256), length INTEGER NOT NULL, folder TEXT NOT NULL,
    header TEXT, bom INTEGER NOT NULL, final_newline INTEGER NOT NULL,
    newline TEXT NOT NULL CHECK (newline IN ('lf', 'crlf', 'mixed')),
    recognised_symbol TEXT, recognised_organ TEXT, recognised_session TEXT,
    recognised_adopted TEXT, recognised_title TEXT,
    corrected_symbol TEXT, corrected_organ TEXT, corrected_session TEXT,
    corrected_adopted TEXT, corrected_title TEXT,
    note TEXT NOT NULL, assignee TEXT REFERENCES annotator(id), created TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX document_name ON document(name_key);
CREATE INDEX document_order ON document(order_key, name_key, id);
CREATE INDEX document_text ON document(text_sha256);
CREATE TABLE document_tag (id TEXT PRIMARY KEY, {_DOCUMENT}, tag TEXT NOT NULL) STRICT;
CREATE INDEX document_tag_document ON document_tag(document);
CREATE TABLE progress (
    id TEXT PRIMARY KEY, {_DOCUMENT}, task TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'in-progress', 'done')),
    {_ANNOTATOR}, modified TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX progress_task ON progress(document, task);

CREATE TABLE span (
    id TEXT PRIMARY KEY, {_DOCUMENT},
    layer TEXT NOT NULL REFERENCES layer(id), label TEXT NOT NULL REFERENCES label(id),
    {_ANNOTATOR}, created TEXT NOT NULL, modified TEXT NOT NULL,
    number TEXT, depth INTEGER NOT NULL, note TEXT NOT NULL, {_STATUS}, {_ORIGIN},
    confirmed_by TEXT REFERENCES annotator(id), proposed_start INTEGER, proposed_end INTEGER,
    {_LIMITS}
) STRICT;
CREATE INDEX span_place ON span(document, layer, start, "end");
CREATE INDEX span_label ON span(label);
CREATE TABLE feature (
    id TEXT PRIMARY KEY, {_DOCUMENT}, span TEXT NOT NULL REFERENCES span(id),
    name TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX feature_name ON feature(span, name);
CREATE INDEX feature_document ON feature(document);

CREATE TABLE vocabulary (
    id TEXT PRIMARY KEY, uri TEXT NOT NULL, names TEXT NOT NULL, version TEXT NOT NULL, own INTEGER NOT NULL
) STRICT;
CREATE TABLE concept (
    id TEXT PRIMARY KEY, vocabulary TEXT NOT NULL REFERENCES vocabulary(id), uri TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX concept_uri ON concept(vocabulary, uri);
CREATE TABLE concept_label (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id), language TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('preferred', 'alternative', 'hidden')), text TEXT NOT NULL, key TEXT NOT NULL
) STRICT;
CREATE INDEX concept_label_concept ON concept_label(concept);
CREATE INDEX concept_label_key ON concept_label(key);
CREATE TABLE concept_note (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id), language TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX concept_note_concept ON concept_note(concept);
CREATE TABLE concept_relation (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id),
    kind TEXT NOT NULL CHECK (kind IN ('broader', 'related')), other TEXT NOT NULL REFERENCES concept(id)
) STRICT;
CREATE INDEX concept_relation_concept ON concept_relation(concept);
CREATE INDEX concept_relation_other ON concept_relation(other);

CREATE TABLE assignment (
    id TEXT PRIMARY KEY, {_DOCUMENT}, concept TEXT NOT NULL REFERENCES concept(id),
    term TEXT, rank INTEGER NOT NULL, major INTEGER NOT NULL,
    {_ANNOTATOR}, created TEXT NOT NULL, modified TEXT NOT NULL,
    {_STATUS}, {_ORIGIN}, confirmed_by TEXT REFERENCES annotator(id)
) STRICT;
CREATE INDEX assignment_document ON assignment(document, rank);
CREATE INDEX assignment_concept ON assignment(concept);
CREATE TABLE evidence (
    id TEXT PRIMARY KEY, {_DOCUMENT}, assignment TEXT NOT NULL REFERENCES assignment(id),
    {_ANNOTATOR}, created TEXT NOT NULL, {_ORIGIN},
    {_LIMITS}
) STRICT;
CREATE INDEX evidence_assignment ON evidence(assignment);
CREATE INDEX evidence_document ON evidence(document);

CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), target TEXT REFERENCES operation(id),
    {_ANNOTATOR}, time TEXT NOT NULL
) STRICT;
CREATE TABLE change (
    operation INTEGER NOT NULL REFERENCES operation(sequence), position INTEGER NOT NULL,
    kind TEXT NOT NULL, row TEXT NOT NULL, document TEXT, before TEXT, after TEXT,
    PRIMARY KEY (operation, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_document ON change(document);
"""


_SAVED_SEARCH = """
CREATE TABLE saved_search (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, text TEXT NOT NULL,
    whole_words INTEGER NOT NULL, exact INTEGER NOT NULL, regex INTEGER NOT NULL, label TEXT,
    created TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX saved_search_name ON saved_search(name_key)
"""

# The list of documents counts all spans by the index of their places, less the rejected ones, of which there are few:
# so no span is touched (54 ms instead of 147 for 428,000).
_SEARCH = f"""
{folded_texts.SCHEMA};
{_SAVED_SEARCH};
CREATE INDEX span_rejected ON span(document, layer) WHERE status = 'rejected';
CREATE INDEX assignment_rejected ON assignment(document) WHERE status = 'rejected'
"""

# A table's check cannot be widened: it is made anew.
_VOCABULARY = """
CREATE TABLE concept_relation_of_more_kinds (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id),
    kind TEXT NOT NULL CHECK (kind IN ('broader', 'related', 'replaced_by')), other TEXT NOT NULL REFERENCES concept(id)
) STRICT;
INSERT INTO concept_relation_of_more_kinds SELECT id, concept, kind, other FROM concept_relation;
DROP TABLE concept_relation;
ALTER TABLE concept_relation_of_more_kinds RENAME TO concept_relation;
CREATE INDEX concept_relation_concept ON concept_relation(concept);
CREATE INDEX concept_relation_other ON concept_relation(other);
CREATE TABLE concept_notation (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id), text TEXT NOT NULL
) STRICT;
CREATE INDEX concept_notation_concept ON concept_notation(concept);
CREATE TABLE concept_documentation (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id),
    kind TEXT NOT NULL CHECK (kind IN ('definition', 'example', 'history', 'editorial', 'change', 'note')),
    language TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX concept_documentation_concept ON concept_documentation(concept);
CREATE TABLE concept_state (
    id TEXT PRIMARY KEY, concept TEXT NOT NULL REFERENCES concept(id),
    state TEXT NOT NULL CHECK (state IN ('deprecated', 'gone'))
) STRICT;
CREATE UNIQUE INDEX concept_state_concept ON concept_state(concept, state)
"""

_CHECKSUMS = """
ALTER TABLE operation ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
ALTER TABLE annotator ADD COLUMN checksum TEXT NOT NULL DEFAULT '';
CREATE TABLE baseline (
    kind TEXT NOT NULL, row TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (kind, row)
) STRICT, WITHOUT ROWID
"""

# The default is written out so that rows from before, which end without it, are told to be whole (see ``shapes``).
_LAYOUT = "ALTER TABLE document ADD COLUMN layout TEXT DEFAULT NULL"


def _run(db: "Database", script: str) -> None:
    for statement in script.split(";"):
        if statement.strip():
            db.conn.execute(statement)


def _first(db: "Database") -> None:
    _run(db, _FIRST)


def _search(db: "Database") -> None:
    _run(db, _SEARCH)


def _vocabulary(db: "Database") -> None:
    _run(db, _VOCABULARY)


def _checksums(db: "Database") -> None:
    _drop_searcher(db)
    _run(db, _CHECKSUMS)
    checksums.fill(db.conn)


def _layout(db: "Database") -> None:
    _run(db, _LAYOUT)


def _drop_searcher(db: "Database") -> None:
    """Early files of ``0002_search`` name who made a saved search, which nothing reads; none could be saved there."""
    if not any(row[1] == "annotator" for row in db.conn.execute("PRAGMA table_info(saved_search)")):
        return
    db.conn.execute("ALTER TABLE saved_search RENAME TO early_saved_search")
    db.conn.execute("DROP INDEX saved_search_name")
    _run(db, _SAVED_SEARCH)
    columns = "id, name, name_key, text, whole_words, exact, regex, label, created"
    db.conn.execute(f"INSERT INTO saved_search ({columns}) SELECT {columns} FROM early_saved_search")
    db.conn.execute("DROP TABLE early_saved_search")
    db.conn.execute(
        """UPDATE change SET before = json_remove(before, '$.annotator'), after = json_remove(after, '$.annotator')
        WHERE kind = 'saved_search'"""
    )


_STEPS = {
    "0001_first": _first,
    "0002_search": _search,
    "0003_vocabulary": _vocabulary,
    "0004_checksums": _checksums,
    "0005_layout": _layout,
}
KNOWN_STEPS = tuple(_STEPS)


def migrate(connection: sqlite3.Connection, on_progress: ProgressCallback | None = None) -> None:
    """Bring the file to today's schema in one transaction: all steps or none.

    ``on_progress`` is called with how many texts are folded and indexed and how many there are; where it raises, the
    file is as it was.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = Migrations(SET)
    for name, step in _STEPS.items():
        steps(name=name)(step)
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(Database(connection, execute_plugins=False))
        _fold_texts(connection, on_progress)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _fold_texts(connection: sqlite3.Connection, on_progress: ProgressCallback | None) -> None:
    """Fold and index the texts of a file from the time before they were."""
    folded = FoldedTexts(connection)
    missing = folded.missing()
    for done, sha256 in enumerate(missing):
        if on_progress is not None:
            on_progress(done, len(missing))
        row = connection.execute("SELECT body FROM text WHERE sha256 = ?", (sha256,)).fetchone()
        folded.add(folded_text(str(row[0])))
    folded.list_words()


def lacks_folded_texts(connection: sqlite3.Connection) -> bool:
    """Whether a text is there that nothing can be found in; ``migrate`` mends that."""
    counts = "SELECT (SELECT count(*) FROM text) > (SELECT count(*) FROM folded_text)"
    return bool(connection.execute(counts).fetchone()[0])


def missing_steps(connection: sqlite3.Connection) -> list[str]:
    """Names of the steps that the file has not seen yet."""
    applied = _applied(connection)
    return [name for name in KNOWN_STEPS if name not in applied]


def is_older(connection: sqlite3.Connection) -> bool:
    """Whether the file was made by an older version, and has not seen all steps."""
    applied = _applied(connection)
    return _are_in_turn(applied) and len(applied) < len(KNOWN_STEPS)


def is_newer(connection: sqlite3.Connection) -> bool:
    """Whether the file was made by a newer version: it has seen all steps and others."""
    return _applied(connection) > set(KNOWN_STEPS)


@dataclass(frozen=True, slots=True)
class SchemaDifferences:
    """How a file's schema differs from what the migrations make; names in order.

    ``wrong``: tables and indexes of ours that are missing or not as they are made, or the table that says which steps
    the file has seen. ``acting``: what no project has and could change what is read or keep rows from being written:
    triggers, views, and indexes on our tables or references to them that make demands. ``foreign``: tables and indexes
    that are not ours and do no harm. ``in_the_way``: those among them that have a name which a missing step needs.
    """

    wrong: tuple[str, ...]
    acting: tuple[str, ...]
    foreign: tuple[str, ...]
    in_the_way: tuple[str, ...]


MOST_NAMED = 10
MIGRATIONS = "_sqlite_migrations"  # sqlite-utils' own table
_SEARCHER = "annotator TEXT NOT NULL REFERENCES annotator(id), "  # see ``_drop_searcher``
_EXPRESSION = -2  # in the place of a column's number: https://www.sqlite.org/pragma.html#pragma_index_info
_COLLATIONS = frozenset({"BINARY", "NOCASE", "RTRIM"})  # that every SQLite has
_INDEX = "folded_index"
# Columns of the tables that FTS5 makes below it, and what keeps rows from being written to them.
_INDEX_COLUMNS = frozenset({"id", "block", "segid", "term", "pgno", "k", "v"})
_DEMANDS = frozenset(
    {"AS", "CHECK", "COLLATE", "CONFLICT", "FOREIGN", "NOT", "NULL", "REFERENCES", "STRICT", "UNIQUE", "WITHOUT"}
)
# Tables that steps make and take away again.
_IN_PASSING = {"0003_vocabulary": "concept_relation_of_more_kinds", "0004_checksums": "early_saved_search"}
# Type, name, table, and the statement that made it: words with one blank between them, without quotation marks.
_Item = tuple[str, str, str, str]


def differences(connection: sqlite3.Connection) -> SchemaDifferences:
    """Compare the schema of a file with what the steps make that it has seen."""
    steps = _applied(connection)
    in_turn = _are_in_turn(steps)
    expected = _expected(steps)
    found = _items(connection)
    wrong = {item[1] for item in expected - found} if in_turn else {MIGRATIONS}
    names = {item[1] for item in expected}
    others = {item for item in found - expected if item[1] not in names}
    ours = {item[1].lower() for item in expected if item[0] == "table"}
    acting = {item for item in found - expected if item[0] in ("trigger", "view")}
    acting |= {item for item in others - acting if _makes_demands(connection, item, ours)}
    foreign = sorted(item[1] for item in others - acting if not _is_sqlites(item))
    needed = {item[1] for item in _made_by(KNOWN_STEPS) - expected}
    needed |= {name for step, name in _IN_PASSING.items() if step not in steps}
    return SchemaDifferences(
        wrong=tuple(sorted(wrong - {item[1] for item in acting})),
        acting=tuple(sorted(item[1] for item in acting)),
        foreign=tuple(foreign),
        in_the_way=tuple(name for name in foreign if name.lower() in needed),
    )


def own_tables(connection: sqlite3.Connection) -> list[str]:
    """Names of the tables that the steps make which the file has seen, and of the one that says which these are."""
    return sorted({item[1] for item in _expected(_applied(connection)) if item[0] == "table"} | {MIGRATIONS})


def is_own(name: str) -> bool:
    """Whether that is the name of a table or an index that a step makes."""
    return name == MIGRATIONS or name in {item[1] for item in _made_by(KNOWN_STEPS)}


def _expected(steps: Set[str]) -> frozenset[_Item]:
    """What the steps make that a file has seen; where that cannot be so, what all make."""
    return _made_by(tuple(step for step in KNOWN_STEPS if step in steps) if _are_in_turn(steps) else KNOWN_STEPS)


def listed(names: Sequence[str]) -> str:
    """Names that a file gives, for a sentence: the first of them, and how many more there are."""
    more = len(names) - MOST_NAMED
    return ", ".join(shown(name) for name in names[:MOST_NAMED]) + (f", … (+{more:,})" if more > 0 else "")


def shown(name: str) -> str:
    """A name that a file gives, with escapes for what would not print, or would turn the line around it."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in name)


@functools.cache
def _made_by(steps: Sequence[str]) -> frozenset[_Item]:
    connection = made_in_memory(steps)
    try:
        return frozenset(_items(connection))
    finally:
        connection.close()


def made_in_memory(steps: Sequence[str] = KNOWN_STEPS) -> sqlite3.Connection:
    """The empty tables that some steps make, in a database in memory, which is the caller's to close."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    for step in steps:
        _STEPS[step](cast("Database", SimpleNamespace(conn=connection)))
    return connection


def _items(connection: sqlite3.Connection) -> set[_Item]:
    found: set[_Item] = set()
    for kind, name, table, sql in connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"):
        statement = " ".join(str(sql or "").replace('"', "").split())
        if kind == "table" and name == MIGRATIONS:
            continue
        if name.startswith(f"{_INDEX}_") and kind == "table":
            statement = _demands(connection, name, statement)
        if name == "saved_search":
            statement = statement.replace(_SEARCHER, "")
        found.add((kind, name, table, statement))
    return found


def _demands(connection: sqlite3.Connection, table: str, statement: str) -> str:
    """What of a table that FTS5 made can keep it from writing there; the rest it makes as its version sees fit."""
    columns = connection.execute('SELECT name, "notnull", pk FROM pragma_table_xinfo(?) ORDER BY cid', (table,))
    kept = [f"{name} {null} {key}" for name, null, key in columns if null or key or name in _INDEX_COLUMNS]
    return " ".join([*kept, *sorted(_DEMANDS & set(re.findall(r"\w+", statement.upper())))])


def _makes_demands(connection: sqlite3.Connection, item: _Item, ours: Set[str]) -> bool:
    """Whether a stranger's table or index can make SQLite refuse rows of ours (names in lower case): by having values
    be unique, by expressions, conditions or collations that fail or are unknown here, by references to rows.
    """
    kind, name, table, _ = item
    if kind == "table":
        named = connection.execute('SELECT "table" FROM pragma_foreign_key_list(?)', (name,))
        return any(str(row[0]).lower() in ours for row in named)
    if table.lower() not in ours:
        return False
    plain = """SELECT 1 FROM pragma_index_list(?) WHERE name = ? AND NOT "unique" AND NOT partial"""
    columns = "SELECT cid, coll FROM pragma_index_xinfo(?)"
    return connection.execute(plain, (table, name)).fetchone() is None or any(
        row[0] == _EXPRESSION or str(row[1]).upper() not in _COLLATIONS for row in connection.execute(columns, (name,))
    )


def _is_sqlites(item: _Item) -> bool:
    """Whether SQLite made it for a table of its own or of strangers, or sqlite-utils for its migrations."""
    return item[1].startswith("sqlite_autoindex_") or item[2] == MIGRATIONS


def _are_in_turn(steps: Set[str]) -> bool:
    """Whether a file can have seen just these steps: the first of ours, or all of ours and newer ones."""
    first = set(KNOWN_STEPS[: len(steps)])
    return bool(steps) and steps >= first


def _applied(connection: sqlite3.Connection) -> Set[str]:
    """Names of the steps that the file has seen; none where the table does not say it. Read without sqlite-utils, which
    takes longer to load than a project to open, and is needed only where there is something to migrate.
    """
    table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"
    columns = "SELECT count(*) FROM pragma_table_info(?) WHERE name IN ('migration_set', 'name')"
    if connection.execute(table, (MIGRATIONS,)).fetchone() is None:
        return set()
    if connection.execute(columns, (MIGRATIONS,)).fetchone()[0] < 2:
        return set()
    found = connection.execute(f"SELECT name FROM {MIGRATIONS} WHERE migration_set = ?", (SET,))
    return {str(row[0]) for row in found}
