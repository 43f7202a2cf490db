"""Files of every released schema are opened as they were written, and give what they held."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from model.annotation import documents
from model.checking import soundness
from model.errors import DamagedProjectError
from model.project import Project
from model.search.query import Query
from model.storage import schema
from model.text.layout import NO_LAYOUT, Layout

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize("step", schema.KNOWN_STEPS)
def test_a_file_of_that_schema(step: str, tmp_path: Path) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(DATA / f"schema-{step}.qarar", path)
    with Project.open(path, "Amal") as project:
        symbols = [summary.symbol for summary in project.documents()]
        assert symbols == ["A/HRC/RES/57/901", "A/RES/79/901", "S/RES/2990 (2024)"]
        counts = project.counts()
        assert (counts.documents, counts.spans, counts.assignments) == (3, 147, 17)
        assert list(soundness.problems(project.tables)) == []
        assert project.count_documents_with(Query("تقرر")) == (1, True)
        assert project.count_documents_with(Query("تطلب")) == (1, True)
        project.undo()
        project.redo()
        assert project.counts().spans == 147
        project.undo()
        project.undo()
        assert project.counts().documents == 0


def test_an_older_file_is_read_where_it_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(DATA / "schema-0001_first.qarar", path)
    before = path.read_bytes()
    with Project.open(path, None) as project:
        assert project.count_documents_with(Query("تقرر")) == (1, True)
        assert project.saved_searches() == [] and project.counts().spans == 147
        assert [each.name for each in project.find(Query("تقرر"))] == ["79session__79_901_A"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["schema-0001_first", "schema-0002_search"])
def test_an_older_file_is_checked_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(DATA / f"{name}.qarar", path)
    before = path.read_bytes()
    with Project.open(path, None) as project:
        assert list(soundness.problems(project.tables)) == []
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            project.tables.connection.execute("DELETE FROM span")
    assert path.read_bytes() == before


def test_texts_that_nothing_is_found_in_are_mended_when_the_project_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    shutil.copy(DATA / "schema-0002_search.qarar", path)
    with Project.open(path, "Amal") as project:
        project.tables.connection.execute("DELETE FROM folded_text WHERE id = 2")
        assert list(soundness.problems(project.tables)) != []
    with Project.open(path, "Amal") as project:
        assert list(soundness.problems(project.tables)) == []


@pytest.mark.parametrize("annotator", ["Amal", None])
def test_rows_that_no_older_version_wrote_are_damage(tmp_path: Path, annotator: str | None) -> None:
    path = tmp_path / "old.qarar"
    shutil.copy(DATA / "schema-0001_first.qarar", path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        concept = connection.execute("SELECT id FROM concept LIMIT 1").fetchone()[0]
        connection.execute("INSERT INTO concept_relation VALUES ('a', ?, 'b', ?)", (concept, concept))
    connection.close()
    with pytest.raises(DamagedProjectError, match=r"old\.qarar: the project file is damaged \(CHECK constraint failed"):
        Project.open(path, annotator)


@pytest.mark.parametrize(
    "script",
    [
        "CREATE UNIQUE INDEX x ON span(start)",
        "CREATE INDEX x ON span(abs(start))",
        "CREATE INDEX x ON span(strange(note))",
        "CREATE INDEX x ON span(note) WHERE abs(depth) = 1",
        "CREATE INDEX x ON span(note COLLATE strange)",
        "CREATE UNIQUE INDEX x ON folded_index_config(v)",
        "CREATE TABLE x (mine TEXT REFERENCES Span(id))",
        "CREATE TABLE x (mine TEXT REFERENCES span(note))",
    ],
)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_what_others_added_that_can_keep_rows_from_being_written_is_refused(
    tmp_path: Path, script: str, annotator: str | None
) -> None:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    connection = sqlite3.connect(path)
    connection.create_function("strange", 1, str, deterministic=True)
    connection.create_collation("strange", lambda one, other: (one > other) - (one < other))
    connection.executescript(script)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DamagedProjectError, match=r"p\.qarar: the file holds .* tables of another program \(x\)"):
        Project.open(path, annotator)
    assert path.read_bytes() == before


def changed(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


@pytest.mark.parametrize(
    "older, script, names",
    [
        ("0003_vocabulary", "CREATE TABLE Baseline (a)", "Baseline"),
        ("0002_search", "CREATE TABLE concept_state (a); CREATE INDEX of_it ON concept_state(a)", "concept_state"),
        ("0001_first", "CREATE TABLE folded_index_data (a PRIMARY KEY)", "folded_index_data"),
        ("0001_first", "CREATE INDEX span_rejected ON span(note)", "span_rejected"),
        (
            "0001_first",
            "CREATE TABLE concept_relation_of_more_kinds (a); CREATE TABLE early_saved_search (a)",
            "concept_relation_of_more_kinds, early_saved_search",
        ),
    ],
)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_what_others_made_under_a_name_that_a_later_step_needs(
    tmp_path: Path, older: str, script: str, names: str, annotator: str | None
) -> None:
    path = tmp_path / "p.qarar"
    shutil.copy(DATA / f"schema-{older}.qarar", path)
    changed(path, script)
    before = path.read_bytes()
    with pytest.raises(
        DamagedProjectError, match=rf"another program under names that this version of Qarar needs \({names}\)"
    ):
        Project.open(path, annotator)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.before-migration-*")) == []


@pytest.mark.parametrize(
    "script",
    [
        "ALTER TABLE _sqlite_migrations RENAME COLUMN name TO nom",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN migration_set TO of",
        "UPDATE _sqlite_migrations SET name = '0004_checksumt' WHERE name LIKE '0004%'",
        "UPDATE _sqlite_migrations SET name = x'ff' WHERE name LIKE '0004%'",
        "UPDATE _sqlite_migrations SET name = '9999_later' WHERE name LIKE '0002%'",
        "DELETE FROM _sqlite_migrations WHERE name NOT LIKE '0004%'",
        "DELETE FROM _sqlite_migrations",
        "DROP TABLE _sqlite_migrations",
    ],
)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_steps_that_no_file_can_have_seen_are_damage(tmp_path: Path, script: str, annotator: str | None) -> None:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    changed(path, script)
    assert not Project.needs_migration(path)
    with pytest.raises(
        DamagedProjectError, match=r"p\.qarar: the project file is damaged \(schema: _sqlite_migrations\)"
    ):
        Project.open(path, annotator)


@pytest.mark.parametrize(
    "table, columns",
    [
        ("data", "id INTEGER PRIMARY KEY, block BLOB, CHECK (id < 3)"),
        ("data", "id INTEGER PRIMARY KEY, block BLOB NOT NULL"),
        ("data", "id INTEGER PRIMARY KEY, other BLOB"),
        ("idx", "segid, term, pgno UNIQUE, PRIMARY KEY (segid, term)"),
        ("idx", "segid, term, pgno, PRIMARY KEY (segid)"),
        ("config", "k PRIMARY KEY, v REFERENCES span(id)"),
    ],
)
def test_what_would_keep_words_from_being_indexed_is_damage(tmp_path: Path, table: str, columns: str) -> None:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    end = "" if table == "data" else " WITHOUT ROWID"
    changed(
        path,
        f"""PRAGMA writable_schema = ON; UPDATE sqlite_schema
        SET sql = 'CREATE TABLE folded_index_{table}({columns}){end}' WHERE name = 'folded_index_{table}'""",
    )
    with pytest.raises(DamagedProjectError, match=rf"damaged \(schema: folded_index_{table}\)"):
        Project.open(path, None)


def test_the_tables_below_the_index_may_be_of_another_version_of_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    changed(
        path,
        """PRAGMA writable_schema = ON; UPDATE sqlite_schema
        SET sql = 'CREATE TABLE "folded_index_data" (id INTEGER PRIMARY KEY, block BLOB, more ANY)'
        WHERE name = 'folded_index_data'""",
    )
    with Project.open(path, "Amal") as project:
        assert project.file.foreign == ()


@pytest.mark.parametrize("older", sorted(DATA.glob("schema-000[1234]*.qarar")), ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "script, said",
    [
        ("UPDATE label SET features = '[{}]'", "damaged (label.features)"),
        ("UPDATE label SET names = '{\"ar\": {}}'", "damaged (label.names)"),
        ("DELETE FROM annotator", "names no annotator"),
        (
            "UPDATE change SET operation = 9223372036854775807 WHERE operation = 2; "
            "UPDATE operation SET sequence = 9223372036854775807 WHERE sequence = 2",
            "history is damaged at operation 9223372036854775807",
        ),
    ],
)
def test_a_damaged_older_file_is_not_brought_up_to_date(tmp_path: Path, older: Path, script: str, said: str) -> None:
    path = Path(shutil.copy(older, tmp_path / "old.qarar"))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA journal_mode = DELETE; {script}")
    before = path.read_bytes()
    with pytest.raises(DamagedProjectError) as caught:
        Project.open(path, "Amal")
    sentence = str(caught.value)
    assert said in sentence
    assert "so nothing is written to it" in sentence
    assert sentence.endswith("Recover the project into a new file.")
    assert path.read_bytes()[100:] == before[100:]
    assert schema_steps(path) == schema_steps(older)
    assert [each.name for each in tmp_path.iterdir() if "before-migration" in each.name] == []


def schema_steps(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]


@pytest.mark.parametrize(
    "script, found",
    [
        ("CREATE INDEX x ON span(json_extract(note, '$'))", r"tables of another program \(x\), which could change"),
        ("CREATE INDEX \"x\n(y)\x1b\" ON span(json_extract(note, '$'))", r"program \(x\\n\(y\)\\x1b\), which"),
        (
            """PRAGMA writable_schema = ON; UPDATE sqlite_schema
            SET sql = 'CREATE INDEX span_label ON span(json_extract(label, 1))' WHERE name = 'span_label'""",
            r"the project file is damaged \(.*span_label",
        ),
    ],
)
@pytest.mark.parametrize("annotator", ["Amal", None])
def test_what_calls_functions_that_sqlite_takes_for_unsafe(
    tmp_path: Path, script: str, found: str, annotator: str | None
) -> None:
    """SQLite, until 3.41 or so, then reads no table at all."""
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    changed(path, script)
    with pytest.raises(DamagedProjectError, match=found):
        Project.open(path, annotator)


def test_of_many_names_the_first_are_told(tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    changed(path, "".join(f"CREATE VIEW v{number:03} AS SELECT 1;" for number in range(200)))
    with pytest.raises(DamagedProjectError, match=r"another program \(v000, v001, .*, v009, … \(\+190\)\), which"):
        Project.open(path, None)


def test_the_layouts_of_a_file_from_before_are_unknown_and_can_be_kept(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-0004_checksums.qarar", tmp_path / "old.qarar"))
    with Project.open(path, None) as project:
        assert {project.layout(document) for document in project.document_ids()} == {NO_LAYOUT}
    with Project.open(path, "Amal") as project:
        document = project.document_ids()[0]
        with project.operation("import") as writing:
            assert documents.keep_layout(writing, document, Layout(paragraphs=(95,)))
        for _ in range(3):
            project.undo()
        for _ in range(3):
            project.redo()
        assert project.layout(document) == Layout(paragraphs=(95,))
        assert list(soundness.problems(project.tables)) == []


def test_a_file_of_today_has_layouts(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-0005_layout.qarar", tmp_path / "p.qarar"))
    assert not Project.needs_migration(path)
    with Project.open(path, None) as project:
        for document in project.document_ids():
            layout = project.layout(document)
            clauses = [span for span in project.spans(document) if span.layer == "clause"]
            assert {span.start for span in clauses} <= {0, *layout.paragraphs}
            leads = {(span.start, span.end) for span in project.spans(document) if span.layer == "lead"}
            assert leads <= set(layout.italics)
            assert layout.lines
