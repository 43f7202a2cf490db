"""Commands that write look a project over first."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from model import cli
from model.annotation import documents, spans
from model.commands.opening import opened_for_writing
from model.errors import DamagedProjectError
from model.project import Project
from tests.model.conftest import TEXT

WRITING = (
    ("import", "PROJECT", "SOURCE.txt"),
    ("segment", "PROJECT", "--write"),
    ("vocabulary", "import", "PROJECT", "SOURCE.csv"),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    with Project.create(path, "Amal") as project, project.operation("add document") as writing:
        spans.mark(writing, documents.add(writing, "one", TEXT), "preambular", 0, 10)
    (tmp_path / "SOURCE.txt").write_text("%%%PEACE|\n\nنص القرار", "utf-8")
    (tmp_path / "SOURCE.csv").write_text("scheme,uri,en\nhttp://a/,http://a/1,Peace\n", "utf-8")
    return path


def run(arguments: Sequence[str], path: Path) -> int:
    places = {"PROJECT": path, "SOURCE.txt": path.with_name("SOURCE.txt"), "SOURCE.csv": path.with_name("SOURCE.csv")}
    return cli.main([str(places.get(each, each)) for each in arguments])


def content(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        return [
            repr(connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall())
            for table in ("operation", "change", "annotator", "document", "text", "span", "label", "concept")
        ]


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
@pytest.mark.parametrize(
    "script, said",
    [
        ("DELETE FROM annotator", "names no annotator"),
        ("DELETE FROM text", "names no text"),
        ("UPDATE label SET names = CAST(x'ff41' AS TEXT) WHERE id = 'date'", "damaged (label.names)"),
        ("UPDATE span SET note = 'x'", "one: the mark"),
    ],
)
def test_nothing_is_written_to_a_damaged_project(
    path: Path, capsys: pytest.CaptureFixture[str], arguments: Sequence[str], script: str, said: str
) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)
    before = content(path)
    assert run(arguments, path) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "so nothing is written to it" in err
    assert err.endswith("Recover the project into a new file.\n")
    assert len(err.splitlines()) == 1
    assert content(path) == before


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_a_sound_project_is_written_to(path: Path, arguments: Sequence[str]) -> None:
    before = content(path)
    assert run(arguments, path) == 0
    assert content(path) != before


def test_who_is_new_is_not_entered_in_a_damaged_project(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript("UPDATE text SET body = 'نص'")
    with pytest.raises(DamagedProjectError), opened_for_writing(path, "Badr"):
        pytest.fail("it is damaged")
    with Project.open(path, None) as project:
        assert [annotator.name for annotator in project.annotators()] == ["Amal"]
