import contextlib
import sqlite3
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation.documents import sha256_of
from model.backups import compacting
from model.backups.compacting import compact
from model.checking import soundness
from model.errors import Cancelled, DamagedProjectError, StorageError, UserError
from model.project import Project
from model.search.query import Query
from tests.model.backups.conftest import mark, spoil, spoil_note
from tests.model.conftest import TEXT

ROOT = Path(__file__).parents[3]
ORPHAN = "نص لا تسميه أي وثيقة، فيه كلمة مهجورة."


def add_orphan(path: Path) -> None:
    """A text that no document ever had, as a file brought together by other means may hold."""
    with Project.open(path, "Amal") as project, project.tables.transaction():
        project.tables.add_text(sha256_of(ORPHAN), ORPHAN)
        project.tables.folded.list_words()


def texts(path: Path) -> set[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return {row[0] for row in connection.execute("SELECT body FROM text")}


def sound(project: Project) -> bool:
    return project.integrity_problems() == [] and list(soundness.problems(project.tables)) == []


def found(project: Project, words: str) -> int:
    return sum(len(each.hits) for each in project.find(Query(words)))


def test_only_what_nothing_names_is_dropped(path: Path) -> None:
    before = texts(path)
    add_orphan(path)
    done = compact(path)
    assert done.texts == 1
    assert texts(path) == before
    assert done.after == path.stat().st_size
    with Project.open(path, "Amal") as project:
        assert sound(project)
        assert found(project, "المكتبات") == 4
        words = {row["word"] for row in project.tables.rows("SELECT word FROM folded_word")}
        assert "مهجوره" not in words
        assert "المكتبات" in words


def test_undo_and_redo_go_on_as_before(path: Path) -> None:
    """An import that was undone has taken its documents away; redo brings them back, with their texts."""
    with Project.open(path, "Amal") as project:
        project.undo()
        project.undo()
        assert project.documents() == []
    add_orphan(path)
    assert compact(path).texts == 1
    with Project.open(path, "Amal") as project:
        assert sound(project)
        project.redo()
        project.redo()
        assert sound(project)
        assert [each.name for each in project.documents()] == ["أخرى", "مكتبات"]
        assert found(project, "مواصله النظر") == 2
        assert len(project.spans(project.find_document("مكتبات").id)) == 1  # type: ignore[union-attr]
        assert project.undo().name == "mark clause"


def test_what_can_no_longer_be_redone_is_history_all_the_same(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        with project.operation("add document") as writing:
            documents.add(writing, "ثالثة", "نص ثالث.")
        project.undo()
        mark(project, project.document_ids()[0], "2 - تقرر مواصلة النظر.")  # makes an end of redo
    assert compact(path).texts == 0
    assert "نص ثالث." in texts(path)


def test_room_that_was_given_up_is_given_back(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        connection = project.tables.connection
        connection.execute("CREATE TABLE much (x TEXT)")
        connection.executemany("INSERT INTO much VALUES (?)", [("x" * 4000,)] * 500)
        connection.execute("DROP TABLE much")
    done = compact(path)
    assert done.before - done.after > 1_500_000
    assert done.room["free"] == 0
    assert sum(done.room.values()) <= done.after
    assert {"change", "text", "span", "folded_index"} <= done.room.keys()
    again = compact(path)
    assert (again.before, again.after) == (done.after, done.after)


def test_it_stays_a_project_and_nothing_is_left_beside_it(path: Path) -> None:
    compact(path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with Project.open(path, "Badr") as project:
        assert project.counts().documents == 2


@pytest.mark.parametrize("annotator", ["Badr", None])
def test_a_project_that_is_open_is_refused(annotator: str | None, path: Path) -> None:
    with Project.open(path, annotator) as project:
        with pytest.raises(UserError, match="open elsewhere"):
            compact(path)
        assert len(project.documents()) == 2


def rows(path: Path) -> list[str]:
    """All that SQLite has to tell of a file; of a damaged one nothing."""
    with contextlib.closing(sqlite3.connect(path)) as connection, contextlib.suppress(sqlite3.DatabaseError):
        kinds = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return [repr(row) for kind in kinds for row in connection.execute(f"SELECT * FROM {kind}")]
    return []


def untouched(path: Path, refused: type[Exception], words: str) -> None:
    before = rows(path), path.stat().st_ino
    with pytest.raises(refused, match=words):
        compact(path)
    assert (rows(path), path.stat().st_ino) == before
    assert [entry.name for entry in path.parent.iterdir() if entry.suffix == ".partial"] == []


def test_a_damaged_project_is_left_alone(path: Path) -> None:
    spoil(path)
    untouched(path, UserError, "damaged")


def test_a_disk_without_room_leaves_the_project_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_orphan(path)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(compacting.shutil, "disk_usage", lambda _: usage(1, 1, compacting.RESERVE))
    untouched(path, StorageError, "too little room")


@pytest.mark.parametrize("part", ["drop_unused", "room_taken", "_compare"])
def test_a_disk_that_fills_up_leaves_the_project_as_it_was(
    part: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    add_orphan(path)
    monkeypatch.setattr(compacting, part, full)
    untouched(path, StorageError, "disk is full")


def test_a_smaller_file_that_lacks_something_is_not_taken(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(connection: sqlite3.Connection) -> int:
        return connection.execute("DELETE FROM span").rowcount

    monkeypatch.setattr(compacting, "drop_unused", lose)
    untouched(path, StorageError, "not what was copied")


def test_it_can_be_stopped(path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    before = rows(path), path.stat().st_ino
    with pytest.raises(Cancelled):
        compact(path, on_progress=stop)
    assert (rows(path), path.stat().st_ino) == before


def test_an_unsound_project_is_refused(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("""UPDATE span SET "end" = 100000""")
    untouched(path, UserError, "is not as the history left it")


def test_a_project_with_words_that_cannot_be_read_is_named(path: Path) -> None:
    spoil_note(path)
    with pytest.raises(DamagedProjectError, match="Could not decode") as caught:
        compact(path)
    assert caught.value.values["path"] == path


def test_text_that_is_needed_again_comes_back_with_its_import(path: Path) -> None:
    add_orphan(path)
    compact(path)
    with Project.open(path, "Amal") as project:
        with project.operation("add document") as writing:
            documents.add(writing, "عادت", ORPHAN)
        assert sound(project)
        assert found(project, "مهجوره") == 1
        assert TEXT in texts(path)


@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_one_that_is_killed_leaves_the_project_and_nothing_that_stays(step: int, path: Path) -> None:
    add_orphan(path)
    program = f"""
import os, signal
from pathlib import Path
from model.backups.compacting import compact
def watch(done, total):
    if done == {step}:
        os.kill(os.getpid(), signal.SIGKILL)
compact(Path({str(path)!r}), on_progress=watch)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9
    with Project.open(path, "Amal") as project:
        assert sound(project)
        assert project.counts().operations == 2
    assert compact(path).texts == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
