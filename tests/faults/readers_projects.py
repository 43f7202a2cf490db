"""The reader of project files in which rows were changed behind Qarar's back, by SQL; the file itself is whole."""

import contextlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from model.annotation import documents, spans
from model.checking import checks, soundness
from model.errors import UserError
from model.formats import dataset_jsonl, project_json, resolution_text
from model.project import Project
from model.search.query import Query
from model.vocabulary.thesaurus import of_vocabulary
from tests.faults.desk import Desk
from tests.faults.inputs import PROJECT
from tests.faults.mutations import changed_json, word
from tests.faults.readers import Reader

_INTEGERS = (0, 1, -1, 2, 7, 1000, 2**31, 2**63 - 1, -(2**63))
_SHADOWS = re.compile("sqlite_|.*_(data|idx|docsize|config|content)$")


@cache
def _base() -> tuple[bytes, dict[str, dict[str, list[object]]]]:
    """A project file with a bit of everything, and what is in its tables by column."""
    with TemporaryDirectory() as folder:
        path, source = Path(folder) / "base.qarar", Path(folder) / "a.json"
        source.write_bytes(PROJECT)
        with Project.create(path, "Amal") as project:
            with project.operation("import") as writing:
                project_json.read_into(writing, project, source)
            for note in ("a", "b"):
                with project.operation("note") as writing:
                    documents.set_note(writing, "document-1", note)
            project.undo()
            with project.operation("delete") as writing:
                spans.delete(writing, "span-5")
        connection = sqlite3.connect(path)
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        tables: dict[str, dict[str, list[object]]] = {}
        for name in names:
            if _SHADOWS.match(name):
                continue
            with contextlib.suppress(sqlite3.DatabaseError):
                found = connection.execute(f'SELECT * FROM "{name}"')
                rows = found.fetchall()
                columns = [each[0] for each in found.description]
                if rows:
                    tables[name] = {column: [row[place] for row in rows] for place, column in enumerate(columns)}
        connection.close()
        return path.read_bytes(), tables


def _change(chance: Random) -> bytes:
    return "\n".join(_statement(chance) for _ in range(chance.choice((1, 1, 1, 2, 4)))).encode("utf-8", "replace")


def _statement(chance: Random) -> str:
    _, tables = _base()
    table = chance.choice(list(tables))
    columns = tables[table]
    which = chance.randrange(len(next(iter(columns.values()))))
    row = f'rowid = (SELECT rowid FROM "{table}" LIMIT 1 OFFSET {which})'
    act = chance.randrange(12)
    if act == 0:
        return f'DELETE FROM "{table}" WHERE {row}'
    if act == 1:
        return f'DELETE FROM "{table}"' if chance.random() < 0.3 else f'DELETE FROM "{table}" WHERE NOT {row}'
    if act == 2:
        names = ", ".join(f'"{column}"' for column in columns)
        kept = ", ".join(
            f'"{column}"' + (" || '-'" if isinstance(values[0], str) and chance.random() < 0.5 else "")
            for column, values in columns.items()
        )
        return f'INSERT INTO "{table}" ({names}) SELECT {kept} FROM "{table}" WHERE {row}'
    column = chance.choice(list(columns))
    value = _value(columns[column], which, tables, chance)
    return f'UPDATE "{table}" SET "{column}" = {value}' + ("" if chance.random() < 0.15 else f" WHERE {row}")


def _value(values: list[object], which: int, tables: dict[str, dict[str, list[object]]], chance: Random) -> str:
    before = values[which]
    act = chance.randrange(6)
    if act == 0:
        return "NULL"
    if act == 1:
        return _literal(chance.choice(values))
    if act == 2:
        other = chance.choice(list(chance.choice(list(tables.values())).values()))
        return _literal(chance.choice(other))
    if isinstance(before, str):
        if before.startswith(("{", "[")) and act <= 4:
            with contextlib.suppress(ValueError):
                json.loads(before)
                return _literal(changed_json(before.encode(), chance).decode("utf-8", "replace"))
        return _literal(word(chance) if act == 3 else before[: len(before) // 2] + word(chance))
    if isinstance(before, bytes):
        return chance.choice(("x''", "zeroblob(9)", "x'00ff'", _literal(before[:-1] + b"\0")))
    return str(chance.choice(_INTEGERS)) if act < 5 else str(chance.choice((0.5, "'x'", "1e999")))


def _literal(value: object) -> str:
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''").replace("\0", "").replace("\n", " ") + "'"
    return "NULL" if value is None else str(value)


def _damaged(desk: Desk, content: bytes) -> Path:
    """The file after these statements, as far as SQLite itself does them; refused where it does none."""
    path = desk.folder / "rows.qarar"
    for each in desk.folder.glob("rows.qarar*"):
        each.unlink()
    path.write_bytes(_base()[0])
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        done = 0
        for line in content.decode().split("\n"):
            with contextlib.suppress(sqlite3.Error):
                connection.execute(line)
                done += 1
    finally:
        connection.close()
    if not done:
        raise UserError("no such rows")
    return path


def _everything(project: Project, desk: Desk) -> Iterator[Callable[[], object]]:
    """All that is read of a project by ``check``, ``info``, ``show``, ``find``, the window's panels, and exports."""
    tables = project.tables
    yield lambda: project.integrity_problems()
    yield lambda: [str(problem) for problem in soundness.problems(tables)]
    yield lambda: [str(checks.sentence(name, each)) for name, each in checks.project_problems(tables)]
    yield lambda: project.counts()
    yield lambda: (project.scheme.tasks(), project.tags(), project.annotators(), project.saved_searches())
    yield lambda: project.documents()
    for document in project.document_ids():
        yield lambda document=document: (project.document(document), project.summary(document))
        yield lambda document=document: project.text(document)
        yield lambda document=document: project.spans(document, rejected=True)
        yield lambda document=document: project.assignments(document, rejected=True)
    yield lambda: list(project.concepts())
    yield lambda: [project.read(of_vocabulary, each.id) for each in project.vocabularies()]
    yield lambda: project.search_concepts("book")
    yield lambda: list(project.find(Query("المكتبات")))
    yield lambda: list(project.find(Query("م.ت", regex=True, label="operative")))
    yield lambda: project.progress_report()
    yield lambda: [project.touched(each, 9) for each in project.history(99)]
    yield lambda: [(project.places(each), project.size(each, 9)) for each in project.history(99)]
    yield lambda: (project.steps(99), project.operation_names(), project.operating_annotators())
    yield lambda: (project.undoable(), project.redoable())
    yield lambda: project_json.write(project, desk.folder / "rows.json")
    yield lambda: dataset_jsonl.write(project, desk.folder / "rows.jsonl")
    yield lambda: resolution_text.write(project, desk.folder / "rows")


def _read(desk: Desk, content: bytes) -> object:
    path = _damaged(desk, content)
    with Project.open(path, None) as project:
        for read in _everything(project, desk):
            with contextlib.suppress(UserError):
                read()
    return path


def _work(desk: Desk, content: bytes) -> object:
    """Undo and redo all of history, as far as that goes, then write something."""
    path = _damaged(desk, content)
    with Project.open(path, "Amal") as project:
        for act in (*[project.undo] * 3, *[project.redo] * 3, project.undo):
            with contextlib.suppress(UserError):
                act()
        for document in project.document_ids():
            with contextlib.suppress(UserError), project.operation("mark") as writing:
                spans.mark(writing, document, "date", 0, 3)
        for read in _everything(project, desk):
            with contextlib.suppress(UserError):
                read()
    return path


READERS = (Reader("project-file", ".sql", _change, _read, _work, 2, every=4),)
