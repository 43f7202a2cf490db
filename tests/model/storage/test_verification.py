import contextlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from model.annotation import documents, spans
from model.checking import soundness
from model.project import Project
from model.storage import schema, verification
from model.storage.connection import connected
from model.storage.folded_texts import FoldedTexts
from model.storage.tables import Row, Tables
from model.vocabulary import assignments, concepts
from tests.model.conftest import TEXT

DATA = Path(__file__).parents[2] / "data"
NO_CHAIN = "UPDATE operation SET checksum = ''; "  # what a careful hand would have to mend too


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which something was done, changed, undone and redone."""
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project:
        with project.operation("add document") as writing:
            document = documents.add(writing, "one", TEXT)
        with project.operation("mark") as writing:
            mark = spans.mark(writing, document, "preambular", 0, 10)
            spans.mark(writing, document, "preambular", 12, 30)
        with project.operation("change note") as writing:
            spans.set_note(writing, mark.id, "64")
        with project.operation("delete") as writing:
            spans.delete(writing, mark.id)
        project.undo()
        project.redo()
        project.undo()
    return path


def damaged(path: Path, script: str) -> list[str]:
    """What is found wrong with the file after an SQL script has changed it."""
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    with Project.open(path, None) as project:
        return [str(each) for each in soundness.problems(project.tables)]


def test_what_was_done_undone_and_done_again_is_sound(path: Path) -> None:
    assert damaged(path, "") == []


@pytest.mark.parametrize(
    "script, sentence",
    [
        ("UPDATE span SET note = '65' WHERE note = '64'", "is not as the history left it"),
        ("UPDATE label SET names = replace(names, 'e', 'a') WHERE id = 'preambular'", "is not as the history left it"),
        ("DELETE FROM span WHERE note = '64'", "is missing"),
        ("DELETE FROM label WHERE id = 'table'", "The label table is missing"),
        (
            "INSERT INTO document_tag SELECT 'x', id, 'mine' FROM document",
            "the tag x is there; according to the history it is not",
        ),
        ("UPDATE operation SET name = 'import' WHERE sequence = 2", "damaged at operation 2"),
        ("UPDATE operation SET time = '2020' WHERE sequence = 5", "damaged at operation 5"),
        ("DELETE FROM change WHERE operation = 3; DELETE FROM operation WHERE sequence = 3", "damaged at operation 4"),
        ("UPDATE change SET document = NULL WHERE operation = 3", "damaged at operation 3"),
        ("UPDATE baseline SET state = '{}' WHERE row = 'table'", "damaged at operation 1"),
        ("UPDATE annotator SET name = 'Badr'", "The annotator “Badr” is not the one"),
        ("INSERT INTO text VALUES ('00', 'نص')", "no document has"),
        (NO_CHAIN + "UPDATE change SET before = '{' WHERE operation = 4", "contradicts itself about the mark"),
        (NO_CHAIN + "UPDATE change SET after = replace(after, '64', '66') WHERE operation = 3", "contradicts itself"),
        (
            NO_CHAIN + "UPDATE change SET after = replace(after, 'annotator', 'annoTator') WHERE operation = 3",
            "contradicts itself about the mark",
        ),
        (NO_CHAIN + "UPDATE change SET kind = 'a' WHERE operation = 3", "damaged at operation 3"),
        (NO_CHAIN + "UPDATE change SET kind = 'z; DROP TABLE span' WHERE operation = 3", "damaged at operation 3"),
        (
            NO_CHAIN + "UPDATE operation SET target = (SELECT id FROM operation WHERE sequence = 1) WHERE sequence = 5",
            "damaged at operation 5",
        ),
    ],
)
def test_what_was_changed_from_outside_is_found(path: Path, script: str, sentence: str) -> None:
    found = damaged(path, script)
    assert any(sentence in problem for problem in found), found


def test_an_operation_is_told_once_of_a_run(path: Path) -> None:
    found = damaged(path, NO_CHAIN)
    assert found == ["The project's history is damaged at operation 1."]


def test_a_row_recorded_before_its_table_had_a_column(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step that adds a column: what was recorded before is sound, is undone to the start, and done again."""

    def certainty(db: object) -> None:
        db.conn.execute("ALTER TABLE span ADD COLUMN certainty TEXT")
        db.conn.execute("ALTER TABLE document ADD COLUMN pages INTEGER NOT NULL DEFAULT 7")

    with Project.open(path, None) as project:
        before = project.tables.all("span")
    steps = {**schema._STEPS, "9999_certainty": certainty}
    monkeypatch.setattr(schema, "_STEPS", steps)
    monkeypatch.setattr(schema, "KNOWN_STEPS", tuple(steps))
    with Project.open(path, "Amal") as project:
        assert list(soundness.problems(project.tables)) == []
        documents_before = project.tables.all("document")
        while project.undoable() is not None:
            project.undo()
        assert project.counts().documents == project.counts().spans == 0
        while project.redoable() is not None:
            project.redo()
        assert list(soundness.problems(project.tables)) == []
        assert project.tables.all("document") == documents_before
        (mark,) = (each for each in project.tables.all("span") if each["start"] == 12)
        assert mark == {**next(each for each in before if each["start"] == 12), "certainty": None}


@pytest.mark.parametrize("step", schema.KNOWN_STEPS)
def test_every_older_file_undoes_to_its_start_and_redoes_to_the_same_rows(step: str, tmp_path: Path) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(DATA / f"schema-{step}.qarar", path)
    with Project.open(path, "Amal") as project:
        rows = {kind: project.tables.all(kind) for kind in ("document", "span", "feature", "assignment", "concept")}
        steps = 0
        while project.undoable() is not None:
            project.undo()
            steps += 1
        assert steps == 2
        assert project.counts().documents == project.counts().spans == project.counts().concepts == 0
        assert list(soundness.problems(project.tables)) == []
        while project.redoable() is not None:
            project.redo()
        assert {kind: project.tables.all(kind) for kind in rows} == rows
        assert list(soundness.problems(project.tables)) == []


def test_a_document_without_a_name_is_called_by_its_id(path: Path) -> None:
    found = damaged(path, f"UPDATE document SET name = ''; UPDATE span SET \"end\" = {len(TEXT) + 1} WHERE start = 12")
    with Project.open(path, None) as project:
        (document,) = project.document_ids()
        assert f"The document {document} is not as the history left it." in found
        assert f"{document}: “preambular” at 12–{len(TEXT) + 1} reaches outside the text." in found
        assert f"{document}: “preambular” at 12–" in str(verification.quick_problem(project.tables.connection))
    assert [each for each in found if each.startswith(":")] == []


@pytest.mark.parametrize(
    "script, found",
    [
        ("DELETE FROM project", "0 projects in it"),
        ("UPDATE label SET names = '[]' WHERE id = 'table'", "label.names"),
        ("UPDATE label SET inside = '{' WHERE id = 'table'", "label.inside"),
        ("DROP INDEX span_label", "span_label"),
        ("UPDATE operation SET checksum = 'x' WHERE sequence = 3", "operation 3"),
        (
            "PRAGMA ignore_check_constraints = ON; UPDATE span SET start = -5; PRAGMA ignore_check_constraints = OFF",
            "CHECK constraint failed in span",
        ),
        ("UPDATE span SET label = 'gone'", "names no label"),
        ("UPDATE text SET sha256 = '00'", "names no text"),
        ("UPDATE text SET body = 'نص'", "text "),
        ('UPDATE span SET "end" = 100000 WHERE start = 12', "one: “preambular” at 12–100000 reaches outside the text."),
        ("UPDATE span SET note = '65' WHERE note = '64'", "one: the mark"),
        ("DELETE FROM span WHERE note = '64'", "is missing; according to the history it is there."),
        ("DELETE FROM change; DELETE FROM operation", "is there; according to the history it is not."),
        ("DELETE FROM change; DELETE FROM operation; DELETE FROM baseline", "one: the document"),
    ],
)
def test_the_quick_look_finds_what_keeps_a_project_from_working(path: Path, script: str, found: str) -> None:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    assert verification.quick_problem(connection) is None
    connection.executescript(script)
    assert found in str(verification.quick_problem(connection))
    connection.close()


@pytest.mark.parametrize(
    "script, found",
    [
        ("UPDATE label SET key = 'q' WHERE id = 'table'", "The label table is not as the history left it."),
        ("INSERT INTO document_tag SELECT 'x', id, 'mine' FROM document", "the tag x is there"),
        ("UPDATE folded_text SET stretches = x'00ff'", "folded_text "),
        ("DELETE FROM folded_word", "folded_text "),
    ],
)
def test_the_longer_look_goes_through_the_rows_too(path: Path, script: str, found: str) -> None:
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    assert verification.problem(connection) is None
    connection.executescript(script)
    assert verification.quick_problem(connection) is None
    assert found in str(verification.problem(connection))
    connection.close()


def test_the_quick_look_takes_the_rows_as_undo_and_redo_left_them(path: Path) -> None:
    """A row counts as the newest operation left it, and rows that the newest operations did not write do not count."""
    with Project.open(path, "Amal") as project:
        connection = project.tables.connection
        while project.undoable() is not None:
            assert verification.quick_problem(connection) is None
            project.undo()
        assert verification.quick_problem(connection) is None
        while project.redoable() is not None:
            project.redo()
            assert verification.quick_problem(connection) is None


def test_the_quick_look_reads_one_state_while_others_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.open(path, "Amal") as project, project.open_again(None) as own:
        rows_by_id = type(own.tables).rows_by_id

        def meanwhile(tables: Tables, kind: str, ids: Sequence[str]) -> dict[str, Row]:
            if kind == "span" and tables.connection is own.tables.connection:
                project.undo()
            return rows_by_id(tables, kind, ids)

        monkeypatch.setattr(Tables, "rows_by_id", meanwhile)
        assert verification.quick_problem(own.tables.connection) is None
        monkeypatch.undo()
        assert verification.quick_problem(own.tables.connection) is None


@pytest.mark.parametrize("step", schema.KNOWN_STEPS[:-1])
def test_the_quick_look_finds_that_an_older_file_has_lost_its_history(step: str, tmp_path: Path) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(DATA / f"schema-{step}.qarar", path)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        assert verification.quick_problem(connection) is None
        connection.executescript("DELETE FROM change; DELETE FROM operation")
        assert "is there; according to the history it is not." in str(verification.quick_problem(connection))


def test_evidence_outside_the_text_is_found_quickly(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        (document,) = project.document_ids()
        with project.operation("add descriptor") as writing:
            assignment = assignments.assign(writing, document, concepts.create(writing, "WATER").id)
            assignments.add_evidence(writing, assignment.id, 0, 5)
        connection = project.tables.connection
        assert verification.quick_problem(connection) is None
        connection.execute('UPDATE evidence SET "end" = 100000')
        assert str(verification.quick_problem(connection)) == "one: evidence at 0–100000 reaches outside the text."


def test_recorded_rows_keep_their_columns(path: Path) -> None:
    """What the fixture relies on: the state of a span is recorded with every column."""
    with Project.open(path, None) as project:
        (row,) = project.tables.rows("SELECT after FROM change WHERE operation = 3")
        assert json.loads(str(row["after"])).keys() == project.tables.all("span")[0].keys()


def test_what_others_write_while_a_file_is_looked_at_is_no_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = FoldedTexts.audit

    def audit(folded: FoldedTexts) -> Callable[[str, str], bool]:
        is_found = known(folded)
        with Project.open(path, "Badr") as other, other.operation("add document") as writing:
            documents.add(writing, "two", "نص لم يكن هناك")
        return is_found

    monkeypatch.setattr(FoldedTexts, "audit", audit)
    with contextlib.closing(connected(path, writing=False)) as connection:
        assert verification.problem(connection) is None
