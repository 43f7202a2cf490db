"""``docs/sqlite-schema.md`` describes the tables of a project as they are."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from model.project import Project
from model.storage import schema

PAGE = (Path(__file__).parents[3] / "docs" / "sqlite-schema.md").read_text(encoding="utf-8")
SHADOW = re.compile("folded_index_[a-z]+")  # the tables in which FTS5 keeps the index, as its version sees fit
Column = tuple[str, str, bool]  # name, type, whether it may be null


@pytest.fixture(scope="module")
def connection(tmp_path_factory):
    path = tmp_path_factory.mktemp("schema") / "new.qarar"
    Project.create(path, "Amal").close()
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def described() -> dict[str, list[Column]]:
    tables: dict[str, list[Column]] = {}
    for section in re.split(r"^##+ ", PAGE, flags=re.MULTILINE):
        heading = re.match(r"`(\w+)`\n", section)
        if heading is not None:
            rows = re.findall(r"^\| `(\w+)` \| (\w*) ?\| (yes|no) \| \S.* \|$", section, re.MULTILINE)
            tables[heading[1]] = [(name, kind, null == "yes") for name, kind, null in rows]
    return tables


def present(connection: sqlite3.Connection) -> dict[str, list[Column]]:
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        name: [
            (column, kind, not required and not key)
            for _, column, kind, required, _, key in connection.execute(f"PRAGMA table_info({name})")
        ]
        for name in names
        if not SHADOW.fullmatch(name)
    }


def test_the_page_describes_every_table_and_column_and_no_others(connection):
    assert described() == present(connection)


def test_the_page_names_the_tables_of_the_search_index(connection):
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert set(SHADOW.findall(PAGE)) == {name for name in names if SHADOW.fullmatch(name)}


def test_the_page_names_what_a_column_references(connection):
    for table in described():
        section = PAGE[PAGE.index(f"### `{table}`\n") :].split("\n## ")[0].split("\n### ")[0]
        named = dict(re.findall(r"^\| `(\w+)` \|.*references `(\w+)`", section, re.MULTILINE))
        found = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        assert named == {row[3]: row[2] for row in found}, table


def test_the_page_names_every_step(connection):
    assert tuple(re.findall(r"^\| `(\d{4}_\w+)` \|", PAGE, re.MULTILINE)) == schema.KNOWN_STEPS


def test_the_page_gives_the_values_that_a_table_allows(connection):
    for table, sql in connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        for column, values in re.findall(r"CHECK \((\w+) IN \(([^)]*)\)\)", sql):
            section = PAGE[PAGE.index(f"### `{table}`\n") :]
            line = re.search(rf"^\| `{column}` \|.*$", section, re.MULTILINE)
            assert line is not None
            if "as of a span" not in line[0]:
                assert set(re.findall("'([^']*)'", values)) <= set(re.findall("`([^`]*)`", line[0])), (table, column)
