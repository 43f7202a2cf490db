"""A project that another program has changed, recovered."""

import contextlib
import shutil
import sqlite3
import uuid
from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation import spans as marks
from model.errors import UserError
from model.project import Project
from model.recovery.recovering import recover
from model.storage import schema
from tests.faults.damaged_copies import documents_of
from tests.model.recovery.damaging import PAGE, all_of, recovered, replace

DATA = Path(__file__).parents[2] / "data"
OLDER = sorted(path.name for path in DATA.glob("schema-*.qarar"))


def _changed(path: Path, script: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(script)


def test_a_time_alone_that_the_history_tells_otherwise_is_kept_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    shutil.copy(DATA / "schema-0001_first.qarar", path)
    expected = documents_of(path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        once = "SELECT row FROM change WHERE kind = 'span' GROUP BY row HAVING count(*) = 1"
        mark, time = connection.execute(f"SELECT id, modified FROM span WHERE id IN ({once})").fetchone()
    _changed(path, f"UPDATE change SET after = json_set(after, '$.modified', '2099{time[4:]}') WHERE row = '{mark}'")
    report, target = recovered(path)
    assert report.has_history
    assert documents_of(target) == expected


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


def test_a_project_of_a_newer_version_is_refused_but_not_for_a_byte_nor_without_our_steps(path: Path) -> None:
    replace(path, b"0005_layout", b"0005_layouu")
    assert recovered(path)[0].has_history
    _changed(
        path,
        f"INSERT INTO {schema.MIGRATIONS} SELECT 6, migration_set, '0006_different', applied_at "
        f"FROM {schema.MIGRATIONS} WHERE id = 1",
    )
    with pytest.raises(UserError, match="newer version"):
        recover(path, path.with_name("newer.qarar"), "Sara")
    _changed(path, f"DELETE FROM {schema.MIGRATIONS} WHERE id = 5")
    path.with_name("new.qarar").unlink()
    assert recovered(path)[0].has_history


@pytest.mark.parametrize("name", ["CAST(x'FF' AS TEXT)", "x'FF'", "NULL", "'checks'", "'0005_LAYOUT'"])
def test_a_project_of_which_a_steps_name_is_damaged_is_of_no_newer_version(path: Path, name: str) -> None:
    expected = all_of(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {schema.MIGRATIONS} SET name = {name} WHERE name = '0005_layout'")
    report, target = recovered(path)
    assert report.has_history
    assert all_of(target) == expected


def _cut(path: Path, last: int) -> None:
    """Take the operations after one away."""
    _changed(path, f"DELETE FROM change WHERE operation > {last}; DELETE FROM operation WHERE sequence > {last}")


@pytest.mark.parametrize("name", ["", *OLDER])
def test_where_the_whole_history_is_gone_everything_else_is_kept_and_that_is_told(path: Path, name: str) -> None:
    if name:
        path.write_bytes((DATA / name).read_bytes())
    expected = documents_of(path)
    baseline = "" if name else "; DELETE FROM baseline"
    _changed(path, f"DELETE FROM change; DELETE FROM operation{baseline}")
    report, target = recovered(path)
    assert not report.has_history
    assert documents_of(target) == expected


@pytest.mark.parametrize("name", ["", *OLDER])
def test_where_the_newest_operations_are_gone_what_they_did_is_kept_and_told(path: Path, name: str) -> None:
    if name:
        path.write_bytes((DATA / name).read_bytes())
    expected = documents_of(path)
    with Project.open(path, None) as project:
        kept = len(project.history(1000)) // 2
    _cut(path, kept)
    report, target = recovered(path)
    assert documents_of(target) == expected
    assert report.has_history
    assert any("Entries that differ from the history" in str(note) for note in report.notes)
    with Project.open(target, "Badr") as project:
        assert len(project.history(1000)) == kept + 1
        project.undo()
    before = documents_of(target)
    assert before != expected
    partial = {document.id: [str(each) for each in document.details] for document in report.of("partial")}
    assert partial.keys() == {document for document, each in expected.items() if before.get(document) != each}
    assert all(any("Differing from the history:" in each for each in details) for details in partial.values())


def test_what_was_modified_after_the_last_operation_is_newer_though_no_entry_is_new(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        document = project.document_ids()[0]
        with project.operation("write note on document") as writing:
            documents.set_note(writing, document, "أحدث")
        with project.operation("write note") as writing:
            marks.set_note(writing, project.spans(document)[0].id, "أحدث")
        operations = len(project.history(1000))
    expected = documents_of(path)
    _cut(path, operations - 2)
    report, target = recovered(path)
    assert documents_of(target) == expected
    assert report.has_history
    (partial,) = report.of("partial")
    assert partial.id == document
    assert [str(each) for each in partial.details][:2] == [
        "Differing from the history: document (1).",
        "Differing from the history: mark (1).",
    ]


def test_entries_that_another_program_has_added_are_kept_and_told(path: Path) -> None:
    document = next(iter(documents_of(path)))
    _changed(path, f"INSERT INTO document_tag VALUES ('{uuid.uuid4()}', '{document}', 'مضافة')")
    report, target = recovered(path)
    assert documents_of(target) == documents_of(path)
    assert [each.id for each in report.of("partial")] == [document]


def test_an_entry_that_is_set_right_by_the_history_is_told_with_its_document(path: Path) -> None:
    expected = documents_of(path)
    document = next(iter(expected))
    _changed(path, f"UPDATE document SET folder = 'x' WHERE id = '{document}'")
    report, target = recovered(path)
    assert documents_of(target) == expected
    assert {each.state for each in report.documents} == {"whole"}
    told = "Entries corrected to match the history: 1."
    assert [str(note) for note in report.notes] == [told]
    assert {each.id: [str(detail) for detail in each.details] for each in report.documents if each.details} == {
        document: [told]
    }


@pytest.mark.parametrize("layout", ["'{'", "'{\"paragraphs\":[999999]}'", "'{}'", "'[1]'"])
def test_a_layout_that_cannot_be_one_is_left_out_and_that_is_told(path: Path, layout: str) -> None:
    expected = documents_of(path)
    document = next(key for key, each in expected.items() if "layout" in each)
    # Where nothing else tells how it was.
    _changed(path, f"UPDATE document SET layout = {layout} WHERE id = '{document}'; DELETE FROM change")
    report, target = recovered(path)
    del expected[document]["layout"]
    assert documents_of(target) == expected
    told = {each.id: [str(detail) for detail in each.details] for each in report.of("partial")}
    assert "Its paragraphs and italics are no longer known." in told[document]
