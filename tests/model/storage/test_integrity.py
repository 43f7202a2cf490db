import contextlib
import sqlite3
from pathlib import Path

import pytest

from model.annotation import documents
from model.project import Project
from model.storage import integrity
from model.storage.connection import connected
from tests.model.conftest import TEXT

FOREIGN = (
    "CREATE TABLE fa (x PRIMARY KEY); CREATE TABLE fb (y REFERENCES fa(x)); INSERT INTO fb VALUES (3)",
    "CREATE TABLE fa (x); CREATE TABLE fb (y REFERENCES fa(x)); INSERT INTO fb VALUES (3)",
    "CREATE TABLE fb (y REFERENCES nowhere(x)); INSERT INTO fb VALUES (3)",
    "CREATE TABLE fc (x CHECK (x > 5)); PRAGMA ignore_check_constraints = ON; INSERT INTO fc VALUES (1)",
    'CREATE TABLE "f""d" (x CHECK (strange(x))); INSERT INTO "f""d" VALUES (1)',
    "CREATE TABLE fe (x); INSERT INTO fe VALUES (1); CREATE INDEX fe_x ON fe(strange(x))",
    "CREATE TABLE ff (x); INSERT INTO ff VALUES ('a'); CREATE INDEX ff_x ON ff(x COLLATE strange)",
    """CREATE TABLE fg (x); INSERT INTO fg VALUES (NULL); PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = 'CREATE TABLE fg(x NOT NULL)' WHERE name = 'fg'""",
)
OURS = (
    ("UPDATE text SET sha256 = 'x'", "foreign key of document row 1 names no text"),
    (
        "PRAGMA ignore_check_constraints = ON; UPDATE document SET newline = 'x'",
        "CHECK constraint failed in document",
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project, project.operation("add document") as writing:
        documents.add(writing, "one", TEXT)
    return path


def change(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.create_function("strange", 1, lambda value: value, deterministic=True)
    connection.create_collation("strange", lambda one, other: (one > other) - (one < other))
    connection.executescript(script)
    connection.close()


@pytest.mark.parametrize("script", FOREIGN)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_rows_of_others_are_no_concern_of_ours(path: Path, script: str, annotator: str | None) -> None:
    change(path, script)
    with Project.open(path, annotator) as project:
        assert project.file.foreign != ()
        assert project.integrity_problems() == []
        assert project.file.look_over() is None


@pytest.mark.parametrize("foreign", ["", *FOREIGN])
@pytest.mark.parametrize("script, problem", OURS)
def test_what_is_wrong_is_found_beside_them(path: Path, foreign: str, script: str, problem: str) -> None:
    change(path, foreign)
    change(path, script)
    with contextlib.closing(connected(path, writing=True)) as connection:
        assert any(each.startswith(problem) for each in integrity.problems(connection))
        quick = integrity.unsound(connection, "quick_check") + integrity.dangling(connection)
        assert any(each.startswith(problem) for each in quick)


@pytest.mark.parametrize("foreign", ["", *FOREIGN])
def test_a_damaged_page_is_found_beside_them(path: Path, foreign: str) -> None:
    change(path, foreign)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'text'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * size + 7)  # how many bytes of the page are in no use
        file.write(b"\x33")
    with contextlib.closing(connected(path, writing=True)) as connection:
        for check in ("integrity_check", "quick_check"):
            assert any(f"reported as 51 on page {root}" in each for each in integrity.unsound(connection, check))


def test_damaged_pages_of_others_are_damage(path: Path) -> None:
    change(
        path,
        """CREATE TABLE mine (a); PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'span') WHERE name = 'mine'
        """,
    )
    with Project.open(path, None) as project:
        assert any("2nd reference to page" in each for each in project.integrity_problems())
        assert "2nd reference to page" in str(project.file.look_over())
