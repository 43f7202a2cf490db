"""A project that another program has changed, recovered."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from model.project import Project
from model.recovery.recovering import recover
from model.refusal import Refusal
from model.storage import schema
from tests.faults.damaged_copies import documents_of
from tests.model.recovery.damaging import PAGE, all_of, recovered, replace


def test_triggers_views_and_strange_tables_are_left_behind(path: Path) -> None:
    expected = documents_of(path)
    with sqlite3.connect(path) as connection:
        connection.executescript(
            """CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM span; END; CREATE UNIQUE INDEX u ON span(id);
            CREATE VIEW v AS SELECT 1; CREATE TABLE odd (a REFERENCES span); INSERT INTO odd SELECT id FROM span"""
        )
    connection.close()
    report, target = recovered(path)
    assert report.has_history
    assert documents_of(target) == expected
    with Project.open(target, "Amal") as project:  # which refuses what can act
        assert project.file.foreign == ()


@pytest.mark.parametrize(
    "strange",
    [
        "ANALYZE",
        "CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT); INSERT INTO people VALUES ('a', 'Zayd')",
        "CREATE TABLE people (id TEXT, name TEXT, mail TEXT); INSERT INTO people VALUES ('a', 'Zayd', 'z@example.org')",
        "CREATE TABLE span_copy AS SELECT * FROM span; UPDATE span_copy SET id = 'x' || id",
    ],
)
@pytest.mark.parametrize("has_first_page", [True, False])
def test_rows_of_strange_tables_are_no_rows_of_ours(path: Path, strange: str, *, has_first_page: bool) -> None:
    expected = all_of(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(strange)
    if not has_first_page:
        path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    report, target = recovered(path)
    assert report.has_history
    assert report.notes == ()
    assert {document.state for document in report.documents} == {"whole"}
    assert all_of(target) == expected


def test_a_table_of_ours_that_was_given_another_name_is_read(path: Path) -> None:
    expected = documents_of(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("ALTER TABLE span RENAME TO marks; DELETE FROM change WHERE kind = 'span'")
    _, target = recovered(path)
    assert {key: len(each["spans"]) for key, each in documents_of(target).items()} == {
        key: len(each["spans"]) for key, each in expected.items()
    }


def test_a_project_of_a_newer_version_is_refused_but_not_for_a_byte(path: Path) -> None:
    replace(path, b"0004_checksums", b"0004_checksumt")
    assert recovered(path)[0].has_history
    replace(path, b"0004_checksumt", b"0005_different")
    with pytest.raises(Refusal, match="newer version"):
        recover(path, path.with_name("newer.qarar"), "Sara")


@pytest.mark.parametrize("name", ["CAST(x'FF' AS TEXT)", "x'FF'", "NULL", "'checks'", "'0004_CHECKSUMS'"])
def test_a_project_of_which_a_steps_name_is_damaged_is_of_no_newer_version(path: Path, name: str) -> None:
    expected = all_of(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {schema.MIGRATIONS} SET name = {name} WHERE name = '0004_checksums'")
    report, target = recovered(path)
    assert report.has_history
    assert all_of(target) == expected
