import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.annotation import documents
from model.errors import Cancelled, DamagedProjectError, UserError
from model.project import Project
from model.storage import file, schema
from model.storage.connection import APPLICATION_ID
from tests.model.conftest import TEXT

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project:
        for number in range(200):
            with project.operation("add document") as writing:
                documents.add(writing, f"document {number}", f"{TEXT} {number}")
    return path


def refusal(path: Path, annotator: str | None = "Amal") -> str:
    with pytest.raises(UserError) as caught:
        Project.open(path, annotator)
    assert str(path) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("annotator", ["Amal", None])
def test_what_is_no_project(tmp_path: Path, annotator: str | None) -> None:
    assert "no such file" in refusal(tmp_path / "missing.qarar", annotator)
    assert "not a Qarar project" in refusal(tmp_path, annotator)
    closed = tmp_path / "text.qarar" / "x.qarar"
    closed.parent.touch()
    assert "cannot be read" in refusal(closed, annotator)
    text = tmp_path / "text.qarar"
    text.write_text("%%%A|\n\nنص\n")
    assert "not a Qarar project" in refusal(text, annotator)
    empty = tmp_path / "empty.qarar"
    empty.touch()
    assert "not a Qarar project" in refusal(empty, annotator)
    stranger = tmp_path / "stranger.qarar"
    connection = sqlite3.connect(stranger)
    connection.execute("CREATE TABLE x (y)")
    connection.close()
    before = stranger.read_bytes()
    assert "not a Qarar project" in refusal(stranger, annotator)
    assert stranger.read_bytes() == before


def test_a_newer_version_is_refused_untouched(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('qarar', '9999_later', 'x')"
    )
    connection.commit()
    connection.close()
    assert "newer version" in refusal(path)
    assert "newer version" in refusal(path, None)


@pytest.mark.parametrize("old, new", [("name_key", "ncme_key"), (" ON ", " OL ")])
def test_a_schema_in_which_a_byte_was_turned(path: Path, old: str, new: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'document_name'", (old, new))
        connection.commit()
    assert "the project file is damaged (malformed database schema (document_name)" in refusal(path)
    assert "the project file is damaged (malformed database schema (document_name)" in refusal(path, None)


def test_a_damaged_file(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content) - 4096, 4096):
        content[place : place + 64] = os.urandom(64)
    path.write_bytes(content)
    assert "damaged" in refusal(path)


def test_a_cut_off_file(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)
    # How far SQLite gets before it notices depends on what is missing; that it is noticed does not.
    with pytest.raises(UserError, match="damaged"), Project.open(path, None) as project:
        raise UserError("damaged: {found}", found=project.integrity_problems()[0])


def test_a_read_only_file_is_told_at_once_and_can_be_read(path: Path) -> None:
    folder = Path(tempfile.mkdtemp())  # not below the tests' own folders, which are closed to others
    path = path.rename(folder / path.name)
    path.chmod(0o444)
    folder.chmod(0o555)
    program = f"""
import os, sys
from pathlib import Path
from model.project import Project
from model.errors import UserError
if os.geteuid() == 0:
    os.seteuid(65534)  # root may write to anything
try:
    Project.open(Path({str(path)!r}), "Amal")
except UserError as refusal:
    print(refusal)
with Project.open(Path({str(path)!r}), None) as project:
    print(len(project.documents()))
"""
    root = Path(__file__).parents[3]
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    folder.chmod(0o755)
    shutil.rmtree(folder)
    assert done.stderr == ""
    told, count = done.stdout.splitlines()
    assert "read-only" in told or "cannot be opened" in told
    assert count == "200"


def test_a_file_that_another_process_writes(path: Path) -> None:
    other = sqlite3.connect(path)
    with Project.open(path, "Amal", patience=0.05) as project:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="another program"), project.operation("add document") as writing:
            documents.add(writing, "new", TEXT)
        assert len(project.documents()) == 200
        other.rollback()
        with project.operation("add document") as writing:
            documents.add(writing, "new", TEXT)
    other.close()


def test_a_full_disk(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        pages = project.tables.connection.execute("PRAGMA page_count").fetchone()[0]
        project.tables.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError, match="disk is full"), project.operation("add document") as writing:
            documents.add(writing, "large", TEXT * 1000)
        project.tables.connection.execute("PRAGMA max_page_count = 1000000")
        assert len(project.documents()) == 200
        with project.operation("add document") as writing:
            documents.add(writing, "large", TEXT * 1000)


def test_the_file_is_what_the_design_says(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        connection = project.tables.connection
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        for (sql,) in connection.execute(
            """SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'
            AND name NOT LIKE 'folded_index%'"""  # FTS5 makes its own tables
        ):
            assert "STRICT" in sql and "CASCADE" not in sql.upper(), sql


def test_an_older_file_is_copied_and_migrated_all_or_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def later(db: object) -> None:
        db.conn.execute("CREATE TABLE later (id TEXT PRIMARY KEY) STRICT")

    def broken(db: object) -> None:
        raise sqlite3.OperationalError("no such table: nonsense")

    steps = {**schema._STEPS, "9998_later": later, "9999_broken": broken}
    monkeypatch.setattr(schema, "_STEPS", steps)
    monkeypatch.setattr(schema, "KNOWN_STEPS", tuple(steps))
    before = path.read_bytes()
    assert "damaged" in refusal(path, None)
    assert "damaged" in refusal(path)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone()[0] == 0
    connection.close()

    for copy in path.parent.glob("*before-migration*"):
        copy.unlink()
    del steps["9999_broken"]
    monkeypatch.setattr(schema, "KNOWN_STEPS", tuple(steps))
    with Project.open(path, None) as project:
        assert len(project.documents()) == 200
        assert schema.missing_steps(project.tables.connection) == []
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            project.tables.connection.execute("DELETE FROM document")
    assert path.read_bytes() == before  # what is only read stays as it is
    with Project.open(path, "Amal") as project:
        assert len(project.documents()) == 200
        assert schema.missing_steps(project.tables.connection) == []
    (copy,) = path.parent.glob("*before-migration*")
    connection = sqlite3.connect(copy)
    assert connection.execute("SELECT count(*) FROM document").fetchone()[0] == 200
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").fetchone()[0] == 0
    connection.close()


def test_a_migration_that_was_cut_off_is_done_in_the_same_second(tmp_path: Path, monkeypatch) -> None:
    class Standing(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    monkeypatch.setattr(file, "datetime", Standing)
    path = shutil.copy(DATA / "schema-0001_first.qarar", tmp_path / "old.qarar")
    cut_off = tmp_path / "old.before-migration-20260102-030405.qarar"
    shutil.copy(path, cut_off)
    with Project.open(path, "Amal") as project:
        assert project.counts().spans == 147
    kept = tmp_path / "old.before-migration-20260102-030405-2.qarar"
    assert without_version(kept) == without_version(cut_off)


def without_version(path: Path) -> bytes:
    """All that a database holds but for the version of SQLite that has written it last, which its header names."""
    content = path.read_bytes()
    return content[:96] + content[100:]


def test_a_copy_that_cannot_be_removed_does_not_hide_what_stopped_a_migration(tmp_path: Path, monkeypatch) -> None:
    path = Path(shutil.copy(sorted(DATA.glob("schema-*.qarar"))[0], tmp_path))

    def fail(*given: object, **named: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    def keep(*given: object, **named: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(schema, "migrate", fail)
    monkeypatch.setattr(Path, "unlink", keep)
    assert "cannot read or write it" in refusal(path)


def test_faults_met_while_reading_are_one_sentence(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        document = project.document_ids()[0]
        project.tables.connection.execute("DROP TABLE feature")
        with pytest.raises(UserError, match="damaged"):
            project.spans(document)
        assert project.text(document)


def test_a_copy_disturbs_no_other_file(path: Path) -> None:
    beside = path.with_name(".copy.qarar.partial")
    beside.write_text("mine")
    with Project.open(path, "Amal") as project:
        project.save_copy(path.with_name("copy.qarar"))
        with pytest.raises(UserError, match="copy"):
            project.save_copy(path.parent / "missing" / "copy.qarar")
    assert beside.read_text() == "mine"
    assert sorted(each.name for each in path.parent.iterdir()) == [".copy.qarar.partial", "copy.qarar", path.name]


def test_a_full_disk_in_a_part_of_an_operation(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        pages = project.tables.connection.execute("PRAGMA page_count").fetchone()[0]
        project.tables.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError, match="disk is full"), project.operation("import") as writing, writing.attempt():
            documents.add(writing, "large", TEXT * 1000)
        project.tables.connection.execute("PRAGMA max_page_count = 1000000")
        with project.operation("import") as writing:
            documents.add(writing, "large", TEXT * 1000)


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_moved_away_takes_no_more_marks_and_can_be_copied(path: Path, replaced: bool) -> None:
    elsewhere, copy = path.with_name("elsewhere.qarar"), path.with_name("copy.qarar")
    with Project.open(path, "Amal") as project:
        with project.operation("add document") as writing:
            documents.add(writing, "before", TEXT)
        path.rename(elsewhere)
        if replaced:
            path.write_text("another file")
        for act in (project.undo, lambda: project.operation("add document").__enter__()):
            with pytest.raises(UserError, match="moved, deleted or replaced"):
                act()
        project.save_copy(copy)
    with Project.open(copy, "Amal") as project:
        assert len(project.documents()) == 201


def test_a_migration_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(Path(__file__).parents[2] / "data" / "schema-0001_first.qarar", path)
    assert Project.needs_migration(path)
    before = path.read_bytes()
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        Project.open(path, "Amal", on_progress=stop)
    assert told[0] == (0, 0)  # while it is copied, which has pages and no texts
    assert told[-1] == (2, 3)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before
    assert Project.needs_migration(path)
    with Project.open(path, "Amal", on_progress=lambda *_: None) as project:
        assert len(project.documents()) == 3
    assert not Project.needs_migration(path)
    (copy,) = tmp_path.glob("*before-migration*")
    assert Project.needs_migration(copy)


def test_a_copy_tells_how_far_it_is_and_can_be_stopped(path: Path) -> None:
    def stop(done: int, total: int) -> None:
        assert 0 < done <= total
        raise Cancelled

    with Project.open(path, "Amal") as project:
        with pytest.raises(Cancelled):
            project.save_copy(path.with_name("copy.qarar"), stop)
        assert not project.tables.connection.in_transaction
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_reading_what_is_read_only_leaves_nothing_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What SQLite leaves would be read-only too, and keep everybody from writing when it is allowed again."""
    monkeypatch.setattr(file.os, "access", lambda place, mode: mode != os.W_OK)
    with Project.open(path, None) as project:
        assert len(project.documents()) == 200
        assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON operation BEGIN DELETE FROM span; END",
        "CREATE TRIGGER t AFTER UPDATE ON document BEGIN UPDATE document SET note = 'x'; END",
        "CREATE VIEW t AS SELECT * FROM span",
        "DROP TABLE saved_search; CREATE VIEW saved_search AS WITH RECURSIVE n(x) AS "
        "(SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS id FROM n",
    ],
)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_a_file_that_acts_by_itself_is_refused_untouched(path: Path, script: str, annotator: str | None) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    before = path.read_bytes()
    assert "triggers, views, indexes or tables of another program (" in refusal(path, annotator)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "script, name",
    [
        ("ALTER TABLE span ADD COLUMN mine TEXT", "span"),
        ("ALTER TABLE span DROP COLUMN note", "span"),
        ("DROP TABLE evidence", "evidence"),
        ("DROP INDEX span_place", "span_place"),
        ("DROP TABLE folded_index", "folded_index"),
        ("DROP INDEX document_name; CREATE INDEX document_name ON document(name_key)", "document_name"),
    ],
)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_tables_that_are_not_as_the_migrations_make_them(
    path: Path, script: str, name: str, annotator: str | None
) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    assert f"damaged (schema: {name}" in refusal(path, annotator)


def test_what_is_not_ours_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(
        """ANALYZE; CREATE TABLE mine (id TEXT PRIMARY KEY, other TEXT REFERENCES mine(id));
        CREATE INDEX by_note ON span(note DESC, status COLLATE NOCASE); CREATE UNIQUE INDEX of_mine ON mine(other)"""
    )
    connection.close()
    with Project.open(path, "Amal") as project:
        assert project.file.foreign == ("by_note", "mine", "of_mine", "sqlite_stat1")
        with project.operation("add document") as writing:
            documents.add(writing, "one more", TEXT)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM mine").fetchone()[0] == 0
    connection.close()


def test_no_more_than_one_project_is_in_a_file(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO project SELECT 'another', scheme, scheme_version, scheme_names FROM project")
    connection.commit()
    assert "damaged (2 projects in it)" in refusal(path)
    connection.execute("DELETE FROM project")
    connection.commit()
    connection.close()
    assert "damaged (0 projects in it)" in refusal(path)


def test_a_project_opened_through_a_link_keeps_its_log_where_the_file_is(tmp_path: Path, path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.qarar"
    link.symlink_to(path)
    with Project.open(link, "Amal") as project:
        with project.operation("add document") as writing:
            documents.add(writing, "through the link", TEXT)
        assert project.path == path
        assert not project.file.is_whole
        with Project.open(link, None) as other:
            assert other.find_document("through the link") is not None
        # A log that is taken away from beside the file is noticed, whatever way led to it.
        Path(f"{path}-wal").unlink()
        with pytest.raises(UserError, match="-wal"), project.operation("add document") as writing:
            documents.add(writing, "lost", TEXT)


def test_the_newest_acts_are_read_through_a_link_where_nothing_can_be_written(tmp_path: Path, path: Path) -> None:
    with Project.open(path, "Amal") as project:
        with project.operation("add document") as writing:
            documents.add(writing, "the newest", TEXT)
        folder = tmp_path / "read-only"
        folder.mkdir()
        for name in (path.name, f"{path.name}-wal"):
            shutil.copy(path.with_name(name), folder / name)
    link = tmp_path / "link.qarar"
    link.symlink_to(folder / path.name)
    for each in (*folder.iterdir(), folder):
        each.chmod(each.stat().st_mode & ~0o222)
    with Project.open(link, None) as project:
        assert project.find_document("the newest") is not None
    folder.chmod(0o700)


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    link = tmp_path / "link.qarar"
    link.symlink_to(tmp_path / "gone.qarar")
    assert "no such file" in refusal(link)
    link.unlink()
    link.symlink_to(link)
    assert "cannot be read" in refusal(link)


def test_rows_that_no_qarar_wrote_are_damage_and_not_a_bug(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE label SET names = '{' WHERE id = 'table'")
    connection.commit()
    connection.close()
    with pytest.raises(UserError, match="damaged"), Project.open(path, None) as project:
        project.scheme.label("table")


def test_what_is_wrong_in_the_code_is_not_taken_for_damage(path: Path) -> None:
    with pytest.raises(KeyError), Project.open(path, None):
        raise KeyError("mine")
    with pytest.raises(KeyError), file.created(path.with_name("new.qarar")):  # where there is none yet to look at
        raise KeyError("mine")


NOT_THERE = "UPDATE document SET assignee = 'nobody'"
TWICE = "INSERT INTO annotator (id, name) SELECT id, name FROM annotator"
SAME_NAME = "UPDATE document SET name_key = 'same'"


@pytest.mark.parametrize("statement", [NOT_THERE, TWICE, SAME_NAME])
def test_what_does_not_go_with_the_rows_that_are_there_is_to_be_looked_at_again(path: Path, statement: str) -> None:
    changed = pytest.raises(UserError, match="another window or program has changed")
    with Project.open(path, "Amal") as project, changed, file.explained(path):
        project.tables.connection.execute(statement)


NO_VALUE = "UPDATE document SET name = NULL"
NO_SUCH_VALUE = "UPDATE document SET newline = 'none'"
NO_NUMBER = "UPDATE document SET length = 'long'"


@pytest.mark.parametrize("statement", [NO_VALUE, NO_SUCH_VALUE, NO_NUMBER])
def test_a_value_that_no_table_takes_is_a_bug_or_damage_and_nobody_s_change(path: Path, statement: str) -> None:
    with Project.open(path, "Amal") as project:
        with pytest.raises(sqlite3.IntegrityError), file.explained(path):
            project.tables.connection.execute(statement)
        project.tables.connection.execute("UPDATE operation SET name = 'mark'")
        with pytest.raises(DamagedProjectError, match="history is damaged at operation 1"), file.explained(path):
            project.tables.connection.execute(statement)


@pytest.mark.parametrize("suffix", ["-wal", "-journal"])
def test_no_project_is_made_where_the_log_of_another_lies(tmp_path: Path, suffix: str) -> None:
    """SQLite would read what stands in it into the new project."""
    new, log = tmp_path / "new.qarar", tmp_path / f"new.qarar{suffix}"
    log.write_bytes(b"x")
    with Project.create(tmp_path / "old.qarar", "Amal") as old:
        for make in (lambda: Project.create(new, "Amal"), lambda: old.save_copy(new)):
            with pytest.raises(UserError, match=f"{log.name} lies beside it"):
                make()
    assert not new.exists()
