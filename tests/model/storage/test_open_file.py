import shutil
import sqlite3
from pathlib import Path

import pytest

from model.annotation import documents
from model.errors import Cancelled, StorageError, UserError
from model.project import Project
from tests.model.conftest import TEXT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "p.qarar"
    Project.create(path, "Amal").close()
    return path


def add(project: Project, name: str) -> None:
    with project.operation("add document") as writing:
        documents.add(writing, name, f"{TEXT} {name}")


def count(path: Path) -> int:
    """How many documents the bare file holds, without what stands beside it."""
    copy = shutil.copy(path, path.with_name("copy.qarar"))
    with Project.open(Path(copy), None) as project:
        return len(project.documents())


def test_a_folded_log_is_in_the_file(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        add(project, "one")
        assert not project.file.is_whole
        assert count(path) == 0
        assert project.file.fold_log()
        assert project.file.is_whole
        assert count(path) == 1
        assert project.file.fold_log()


def test_a_log_that_others_read_is_folded_when_they_have_finished(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        add(project, "one")
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM document").fetchone()
        add(project, "two")
        assert not project.file.fold_log()
        with project.operation("add document") as writing:  # within an operation there is nothing to be folded
            documents.add(writing, "three", TEXT)
            assert not project.file.fold_log()
        reader.close()
        assert project.file.fold_log()
        assert count(path) == 3


def test_nobody_is_waited_for(path: Path) -> None:
    with Project.open(path, "Amal", patience=600) as project:
        add(project, "one")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        project.file.fold_log()
        with pytest.raises(StorageError, match="another program"):
            project.file.check_now()
        other.close()
        project.file.check_now()
        assert project.tables.connection.execute("PRAGMA busy_timeout").fetchone()[0] == 600_000
        assert project.history(1)[0].name == "add document"


def test_who_only_reads_folds_nothing(path: Path) -> None:
    with Project.open(path, "Amal") as writer, Project.open(path, None) as reader:
        add(writer, "one")
        assert not reader.file.fold_log()
        assert writer.file.fold_log()
        assert reader.file.fold_log()


def test_a_project_that_others_have_open_is_whole_when_it_is_closed(path: Path) -> None:
    with Project.open(path, None):
        with Project.open(path, "Amal") as project:
            add(project, "one")
        assert count(path) == 1


def test_a_file_that_is_not_in_its_place_is_not_folded_and_not_opened_again(path: Path) -> None:
    elsewhere = path.with_name("elsewhere.qarar")
    with Project.open(path, "Amal") as project:
        add(project, "one")
        path.rename(elsewhere)
        assert not project.file.is_in_place
        assert not project.file.fold_log()
        for name in ("Amal", None):
            with pytest.raises(StorageError, match="moved, deleted or replaced"):
                project.open_again(name)
        elsewhere.rename(path)
        assert project.file.is_sound
        with project.open_again(None) as again:
            assert len(again.documents()) == 1
        with project.open_again("Badr", patience=0.25) as again:
            assert again.annotator is not None and again.annotator.name == "Badr"
            assert again.tables.connection.execute("PRAGMA busy_timeout").fetchone()[0] == 250


def test_what_cannot_be_read_back_ends_writing(path: Path) -> None:
    with Project.open(path, "Amal") as project:
        add(project, "one")
        project.file.fold_log()
        with path.open("r+b") as file:
            file.write(b"nothing of SQLite's" * 200)
        add(project, "two")
        with pytest.raises(UserError, match="damaged from outside"):
            project.file.fold_log()
        assert not project.file.is_sound
        with pytest.raises(UserError, match="damaged from outside"):
            add(project, "three")
        assert len(project.documents()) == 2


def test_looking_a_file_over_is_stopped_while_statements_are_carried_out(path: Path) -> None:
    looks: list[int] = []

    def on_progress(done: int, total: int) -> None:
        looks.append(total)
        if len(looks) == 2:
            raise Cancelled

    with Project.open(path, "Amal") as project:
        for number in range(300):
            add(project, str(number))
        assert project.file.look_over() is None
        with project.open_again(None) as own:
            with pytest.raises(Cancelled):
                own.file.look_over(on_progress)
            assert len(looks) == 2
            assert own.file.look_over() is None
