"""A damaged project recovered: what comes back, what is told, and that the damaged file stays as it is."""

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from model.annotation import documents
from model.checking import soundness
from model.errors import Cancelled, StorageError, UserError
from model.project import Project
from model.recovery import recovering
from model.recovery.recovering import OPERATION, recover
from model.recovery.report import RecoveryReport
from model.storage import readable_rows, sole_use
from model.storage.tables import Tables
from tests.faults.damaged_copies import documents_of
from tests.model.formats.projects import content
from tests.model.recovery.damaging import PAGE, all_of, recovered, zero_tables

DATA = Path(__file__).parents[2] / "data"


def test_a_sound_project_comes_back_with_its_whole_history(path: Path) -> None:
    report, target = recovered(path)
    assert report.has_history
    assert report.notes == ()
    assert {document.state for document in report.documents} == {"whole"}
    assert all_of(target) == all_of(path)


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.glob("schema-*.qarar")))
def test_a_project_of_every_version_gives_what_migrating_it_gives(name: str, tmp_path: Path) -> None:
    older, migrated = tmp_path / name, tmp_path / "migrated.qarar"
    for copy in (older, migrated):
        copy.write_bytes((DATA / name).read_bytes())
    Project.open(migrated, "Sara").close()
    report, target = recovered(older)
    assert report.has_history
    Project.open(target, "Sara").close()
    with Project.open(target, None) as one, Project.open(migrated, None) as other:
        for kind in ("operation", "change", "baseline", "span", "concept", "text"):
            sql = f"SELECT * FROM {kind} ORDER BY 1, 2"
            assert one.tables.rows(sql) == other.tables.rows(sql)
    assert documents_of(target) == documents_of(migrated)


def test_what_stands_in_the_log_beside_the_file_is_recovered(made: Path, tmp_path: Path) -> None:
    path = tmp_path / "open.qarar"
    path.write_bytes(made.read_bytes())
    with Project.open(path, "Sara") as project:
        with project.operation("write note on document") as writing:
            documents.set_note(writing, project.document_ids()[0], "في السجل")
        log = Path(f"{path}-wal").read_bytes()
        copy = tmp_path / "copy.qarar"
        copy.write_bytes(path.read_bytes())
        Path(f"{copy}-wal").write_bytes(log)
        expected = content(project)
    report, target = recovered(copy)
    assert report.has_history
    assert all_of(target) == expected
    assert Path(f"{copy}-wal").read_bytes() == log


def test_a_table_that_is_gone_is_written_again_from_the_journal(path: Path) -> None:
    expected = documents_of(path)
    zero_tables(path, "span", "feature", "assignment")
    report, target = recovered(path)
    assert report.has_history
    assert documents_of(target) == expected


def test_where_the_journal_is_gone_history_begins_with_the_recovery(path: Path) -> None:
    expected = documents_of(path)
    zero_tables(path, "change")
    report, target = recovered(path)
    assert not report.has_history
    assert documents_of(target) == expected
    with Project.open(target, "Sara") as project:
        assert [operation.name for operation in project.history(5)] == [OPERATION]
        project.undo()
        assert project.document_ids() == []
        project.redo()
    assert documents_of(target) == expected


def test_a_row_that_a_disk_has_changed_is_as_the_journal_left_it(path: Path) -> None:
    expected = documents_of(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE span SET note = 'غريب' WHERE note != ''")
    connection.close()
    report, target = recovered(path)
    assert report.has_history
    assert documents_of(target) == expected


def test_what_was_deleted_does_not_come_back_from_pages_that_were_left_over(path: Path) -> None:
    damaged = bytearray(path.read_bytes())
    damaged[:PAGE] = bytes(PAGE)  # neither roots nor the list of free pages
    path.write_bytes(damaged)
    report, _ = recovered(path)
    assert len(report.documents) == len(report.of("whole"))
    assert "Thesaurus" not in {document.name for document in report.documents}


def test_a_document_whose_text_is_lost_is_told_with_its_name_and_marks(path: Path) -> None:
    expected = documents_of(path)
    zero_tables(path, "text")
    report, target = recovered(path)
    assert {document.id for document in report.of("lost")} == expected.keys()
    assert {document.name for document in report.of("lost")} == {each["name"] for each in expected.values()}
    assert any("Marks lost" in str(detail) for document in report.of("lost") for detail in document.details)
    assert documents_of(target) == {}


def test_a_damaged_text_that_is_as_long_is_kept_and_its_document_partial(path: Path) -> None:
    document = next(iter(documents_of(path)))
    with Project.open(path, None) as project:
        text = project.text(document)
    piece = text[20:40]
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE text SET body = replace(body, ?, ?) WHERE body = ?", (piece, piece[::-1], text))
    connection.close()
    report, target = recovered(path)
    assert [each.id for each in report.of("partial")] == [document]
    with Project.open(target, None) as project:
        assert project.text(document) == text.replace(piece, piece[::-1])
        assert len(project.spans(document)) > 3
        assert {each.name for each in project.annotators()} == {"أمل", "Sara"}


@pytest.mark.parametrize("damaged", ["'g' || substr(sha256, 2)", "substr(sha256, 50)"])
def test_a_text_of_which_only_the_sha256_is_damaged_is_the_one_that_was_imported(path: Path, damaged: str) -> None:
    expected = documents_of(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE text SET sha256 = {damaged}")
    connection.close()
    report, target = recovered(path)
    assert {document.state for document in report.documents} == {"whole"}
    assert documents_of(target) == expected


@pytest.mark.parametrize("kind", ["document", "span"])
def test_a_row_of_which_only_the_id_is_damaged_is_the_one_that_the_history_knows(path: Path, kind: str) -> None:
    expected = documents_of(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {kind} SET id = 'x' || substr(id, 2) WHERE id = (SELECT min(id) FROM {kind})")
        connection.execute("UPDATE operation SET checksum = 'x' WHERE sequence > 3")
    connection.close()
    report, target = recovered(path)
    assert {document.state for document in report.documents} == {"whole"}
    assert documents_of(target) == expected


def test_a_row_that_may_be_another_under_a_damaged_id_is_not_called_whole(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document SET id = 'x', folder = 'x' WHERE id = (SELECT min(id) FROM document)")
        connection.execute("UPDATE operation SET checksum = 'x' WHERE sequence > 3")
    connection.close()
    report, _ = recovered(path)
    assert "x" in {document.id for document in report.of("partial")}
    assert len(report.of("lost")) == 1


def test_a_damaged_text_of_another_length_is_kept_without_marks_and_told(path: Path) -> None:
    document = next(iter(documents_of(path)))
    with Project.open(path, None) as project:
        text = project.text(document)
        marks = len(project.spans(document))
    shorter = text[:20] + text[25:]
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE text SET body = ? WHERE body = ?", (shorter, text))
    connection.close()
    report, target = recovered(path)
    (partial,) = report.of("partial")
    assert partial.id == document
    told = [str(detail) for detail in partial.details]
    assert "Its text is damaged and of another length: it was kept without marks." in told
    assert f"Marks lost: {marks}." in told
    with Project.open(target, None) as project:
        assert project.text(document) == shorter
        assert project.spans(document) == []
        assert project.document(document).tags != ()


def test_what_differs_where_the_history_is_damaged_is_not_called_whole(path: Path) -> None:
    document = next(iter(documents_of(path)))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document SET folder = 'x' WHERE id = ?", (document,))
        connection.execute("UPDATE operation SET checksum = 'x' WHERE sequence > 3")
    connection.close()
    report, target = recovered(path)
    assert documents_of(target)[document]["folder"] == "x"
    (partial,) = report.of("partial")
    assert (partial.id, [str(detail) for detail in partial.details]) == (
        document,
        ["Some of it may be wrong: it is not as the history says, and that may be damaged as well."],
    )


def _partial(report: RecoveryReport) -> set[str]:
    assert report.of("lost") == []
    return {document.id for document in report.of("partial")}


@pytest.mark.parametrize(
    "kind, column, turned",
    [("document", "text_sha256", "substr(text_sha256, 2) || '`'"), ("span", "created", "replace(created, ':', ';')")],
)
@pytest.mark.parametrize("in_journal", [True, False])
def test_a_byte_that_was_turned_before_there_were_checksums_leaves_its_document_partial(
    tmp_path: Path, kind: str, column: str, turned: str, *, in_journal: bool
) -> None:
    path = tmp_path / "first.qarar"
    path.write_bytes((DATA / "schema-0001_first.qarar").read_bytes())
    expected = documents_of(path)
    with sqlite3.connect(path) as connection:
        sql = f"SELECT id, {'id' if kind == 'document' else 'document'}, {column}, {turned} FROM {kind} LIMIT 1"
        row, document, old, new = connection.execute(sql).fetchone()
        if in_journal:
            sql = "UPDATE change SET after = replace(after, ?, ?) WHERE row = ?"
            connection.execute(sql, (f'"{column}":"{old}"', f'"{column}":"{new}"', row))
        else:
            connection.execute(f"UPDATE {kind} SET {column} = ? WHERE id = ?", (new, row))
    connection.close()
    report, target = recovered(path)
    assert _partial(report) == {document}
    if in_journal or column == "text_sha256":  # else nothing tells which is right
        assert documents_of(target) == expected
    else:
        del expected[document]
        assert documents_of(target).items() >= expected.items()


def test_both_documents_are_doubtful_where_a_tag_names_another_than_the_history_says(path: Path) -> None:
    one, other = list(documents_of(path))[:2]
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document_tag SET document = ? WHERE document = ?", (other, one))
        connection.execute("UPDATE operation SET checksum = 'x' WHERE sequence > 3")
    connection.close()
    assert _partial(recovered(path)[0]) == {one, other}


def test_a_tag_whose_document_is_not_there_is_of_the_one_that_the_history_names(path: Path) -> None:
    expected = documents_of(path)
    document = next(iter(expected))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document_tag SET document = 'x' WHERE document = ?", (document,))
        connection.execute("UPDATE operation SET checksum = 'x' WHERE sequence > 3")
    connection.close()
    report, target = recovered(path)
    assert _partial(report) == {document}
    assert documents_of(target) == expected


def test_an_annotator_whose_row_is_gone_is_called_by_the_id(path: Path) -> None:
    zero_tables(path, "annotator")
    report, target = recovered(path)
    with Project.open(target, None) as project:
        (lost,) = [each for each in project.annotators() if each.name != "Sara"]
        assert lost.name == f"? {lost.id}"
    assert any(lost.id in str(note) for note in report.notes)


def test_what_holds_nothing_of_a_project_gives_no_file(tmp_path: Path) -> None:
    for found in (b"", b"\0" * 20000, b"SQLite format 3\0" * 300):
        path, target = tmp_path / "x.qarar", tmp_path / "new.qarar"
        path.write_bytes(found)
        with pytest.raises(UserError, match="nothing of a project"):
            recover(path, target, "Sara")
        assert not target.exists()


def test_a_file_that_is_there_is_refused_and_stays(path: Path) -> None:
    target = path.with_name("new.qarar")
    target.write_bytes(b"mine")
    with pytest.raises(UserError, match="there is a file of that name already"):
        recover(path, target, "Sara")
    assert target.read_bytes() == b"mine"
    with pytest.raises(UserError, match="no such file"):
        recover(path.with_name("none.qarar"), path.with_name("other.qarar"), "Sara")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
@pytest.mark.parametrize("suffix", ["", "-wal"])
def test_what_is_no_file_is_refused_and_not_waited_for(path: Path, suffix: str) -> None:
    pipe, target = path.with_name(f"pipe.qarar{suffix}"), path.with_name("new.qarar")
    if suffix:
        path.rename(pipe.with_name("pipe.qarar"))
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="because it is a device, a pipe or a socket"):
        recover(pipe.with_name("pipe.qarar"), target, "Sara")
    with pytest.raises(UserError, match="because it is a folder"):
        recover(path.parent, target, "Sara")
    assert not target.exists()


def test_a_file_that_is_larger_than_can_be_handled_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = path.with_name("new.qarar")
    size = path.stat().st_size
    monkeypatch.setattr(recovering, "_LARGEST", size - 1)
    with pytest.raises(UserError, match="larger than"):
        recover(path, target, "Sara")
    monkeypatch.setattr(recovering, "_LARGEST", size)
    Path(f"{path}-wal").write_bytes(bytes(size + 1))
    with pytest.raises(UserError, match="larger than"):
        recover(path, target, "Sara")
    assert not target.exists()


def test_a_project_that_this_process_has_open_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sole_use, "PATIENCE", 0)
    target = path.with_name("new.qarar")
    with Project.open(path, "Sara"), pytest.raises(UserError, match="is open elsewhere"):
        recover(path, target, "Sara")
    recover(path, target, "Sara")  # which is refused where there is such a file
    with Project.open(target, None), pytest.raises(UserError, match="is open elsewhere"):
        recover(target, path.with_name("newer.qarar"), "Sara")


def test_stopped_half_way_there_is_no_file(path: Path) -> None:
    for stop in (1, 1500, 2500, 3500):

        def on_progress(done: int, total: int, stop: int = stop) -> None:
            assert 0 <= done <= total
            if done >= stop:
                raise Cancelled

        target = path.with_name("stopped.qarar")
        with pytest.raises(Cancelled):
            recover(path, target, "Sara", on_progress)
        assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_each_step_of_a_large_recovery_can_be_stopped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.progress._AT_ONCE", 1)
    monkeypatch.setattr(readable_rows, "_AT_ONCE", 10**9)  # pages
    steps = ["Pages", "read_journal", "settle", "assemble"]
    begun: list[str] = []
    for name in steps:
        step = getattr(recovering, name)

        def begin(*arguments, step=step, name=name):
            begun.append(name)
            made = step(*arguments)
            begun.append("")
            return made

        monkeypatch.setattr(recovering, name, begin)
    with Project.open(path, "Sara") as project:
        with project.operation("write note on document") as writing:
            documents.set_note(writing, project.document_ids()[0], "في السجل")
        content, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    copy = path.with_name("copy.qarar")
    copy.write_bytes(content)
    Path(f"{copy}-wal").write_bytes(log)
    for last in steps:

        def on_progress(done: int, total: int, last: str = last) -> None:
            assert 0 <= done <= total
            if begun[-1:] == [last]:
                raise Cancelled

        begun.clear()
        with pytest.raises(Cancelled):
            recover(copy, path.with_name("stopped.qarar"), "Sara", on_progress)
        assert begun[-1] == last


def test_more_entries_than_bytes_are_turned_by_chance_are_as_a_history_that_fits_together_says(tmp_path: Path) -> None:
    path = tmp_path / "first.qarar"
    path.write_bytes((DATA / "schema-0001_first.qarar").read_bytes())
    expected = documents_of(path)
    with sqlite3.connect(path) as connection:
        changed = connection.execute("UPDATE span SET start = 0, end = 3").rowcount
    connection.close()
    assert changed > 8
    report, target = recovered(path)
    assert report.has_history
    assert len(report.of("whole")) == len(expected)
    assert [str(note) for note in report.notes] == [f"Entries corrected to match the history: {changed}."]
    assert documents_of(target) == expected


def test_the_history_stays_where_an_entry_is_not_as_it_says_and_undo_gives_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "first.qarar"
    path.write_bytes((DATA / "schema-0001_first.qarar").read_bytes())
    expected = documents_of(path)
    with Project.open(path, None) as project:
        operations = len(project.history(1000))
    with sqlite3.connect(path) as connection:
        (document,) = connection.execute("SELECT document FROM span LIMIT 1").fetchone()
        connection.execute("UPDATE span SET note = 'x' WHERE id = (SELECT id FROM span LIMIT 1)")
    connection.close()
    report, target = recovered(path)
    assert report.has_history
    assert _partial(report) == {document}
    assert documents_of(target) != expected
    with Project.open(target, "Badr") as project:
        assert [record.name for record in project.history(1)] == [OPERATION]
        assert len(project.history(1000)) == operations + 1
        project.undo()
    assert documents_of(target) == expected


@pytest.mark.parametrize("has_history", [True, False])
def test_a_full_disk_is_told_of_the_file_that_was_to_be(
    path: Path, monkeypatch: pytest.MonkeyPatch, has_history: bool
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    if not has_history:
        zero_tables(path, "change")
    monkeypatch.setattr(Tables, "insert_all", full)
    target = path.with_name("new.qarar")
    with pytest.raises(StorageError) as refused:
        recover(path, target, "Sara")
    assert str(refused.value) == f"{target}: the disk is full."
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE folded_text SET body = body || 'x'",
        "UPDATE folded_text SET stretches = x''",
        "DELETE FROM folded_word WHERE id % 2",
        "INSERT INTO folded_index (folded_index) VALUES ('delete-all')",
        "DELETE FROM folded_text",
    ],
)
def test_what_texts_are_found_by_is_made_anew_and_the_history_stays(path: Path, damage: str) -> None:
    """As ``check`` says of such a file."""
    whole = all_of(path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(damage)
    with Project.open(path, None) as project:
        told = [str(problem) for problem in soundness.problems(project.tables)]
        assert told and all("recover the project" in each and "keeps the history" in each for each in told)
    report, target = recovered(path)
    assert report.has_history
    assert all_of(target) == whole
    with Project.open(path, None) as damaged, Project.open(target, None) as project:
        assert project.history(100) == damaged.history(100)


def test_sqlite_has_no_files_in_another_folder_than_the_new_project(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system's temporary folder is full, neither the project nor its history is lost."""
    seen: set[tuple[str, int]] = set()

    def watched(name: str, connection: sqlite3.Connection) -> None:
        seen.add((name, connection.execute("PRAGMA temp_store").fetchone()[0]))

    insert_all, problems, update = Tables.insert_all, soundness.problems, Tables.update
    monkeypatch.setattr(
        Tables, "insert_all", lambda self, *found: (watched("insert", self.connection), insert_all(self, *found))[1]
    )
    monkeypatch.setattr(
        Tables, "update", lambda self, *found: (watched("update", self.connection), update(self, *found))[1]
    )
    monkeypatch.setattr(soundness, "problems", lambda tables: (watched("look", tables.connection), problems(tables))[1])
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("DELETE FROM change WHERE operation > 4; DELETE FROM operation WHERE sequence > 4")
        connection.execute("UPDATE project SET scheme_version = 'x'")
    assert recover(path, path.with_name("new.qarar"), "Sara").has_history
    zero_tables(path, "change")
    assert not recover(path, path.with_name("newer.qarar"), "Sara").has_history
    in_memory = 2
    assert seen == {(name, in_memory) for name in ("insert", "update", "look")}


def test_a_disk_that_is_full_when_the_new_project_is_looked_over_does_not_cost_its_history(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = soundness.problems

    def full_once(_: Tables) -> None:
        monkeypatch.setattr(soundness, "problems", problems)
        raise StorageError("{path}: the disk is full.", path=path)

    monkeypatch.setattr(soundness, "problems", full_once)
    target = path.with_name("new.qarar")
    with pytest.raises(StorageError):
        recover(path, target, "Sara")
    assert not target.exists()
