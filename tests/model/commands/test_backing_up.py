import contextlib
import re
import sqlite3
from pathlib import Path

import pytest

from model import cli
from model.backups.backup_folder import BackupFolder, default_backup_folder
from model.commands import backing_up
from model.project import Project
from model.storage.unused_rows import room_taken
from tests.model.backups.conftest import made_project, mark, spoil, spoil_note


def run(*arguments: object) -> int:
    return cli.main([str(argument) for argument in arguments])


def backup_folder(path: Path, folder: Path | None = None) -> BackupFolder:
    with Project.open(path, None) as project:
        return BackupFolder(folder or default_backup_folder(), project.id)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_project(tmp_path / "مشروع.qarar")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my backups"


def test_a_backup_is_made_beside_the_data_of_the_user(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backup", path) == 0
    (made,) = backup_folder(path).backups()
    assert made.reason == "asked"
    out, err = capsys.readouterr()
    assert re.fullmatch(re.escape(str(made.path)) + r": \d+\.\d [kM]B\.\n", out)
    assert err == ""


def test_a_backup_is_made_where_it_is_wanted(path: Path, folder: Path, tmp_path: Path) -> None:
    assert run("backup", path, "--folder", folder) == 0
    assert len(backup_folder(path, folder).backups()) == 1
    target = tmp_path / "copy.qarar"
    assert run("backup", path, "--out", target) == 0
    with Project.open(target, None) as copy:
        assert copy.counts().operations == 2


def test_what_is_refused(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backup", path, "--out", path) == 1
    assert capsys.readouterr().err == f"{path}: there is a file of that name already.\n"
    assert run("backup", path, "--out", tmp_path / "none" / "copy.qarar") == 1
    assert "no such folder" in capsys.readouterr().err
    assert run("backup", path, "--out", tmp_path / "x", "--folder", tmp_path) == 2
    assert run("restore", path, "--out", tmp_path / "x", "--folder", tmp_path) == 2


def test_backups_are_listed_with_what_they_hold(path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backups", path, "--folder", folder) == 0
    assert capsys.readouterr().out == f"0 backups in {backup_folder(path, folder).path}.\n"
    assert run("backup", path, "--folder", folder) == 0
    made = backup_folder(path, folder).backups()[0].path
    capsys.readouterr()
    assert run("backups", path, "--folder", folder) == 0
    line, last = capsys.readouterr().out.splitlines()
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  " + re.escape(made.name), line)
    assert "2 documents, 1 marks, 0 descriptors, 2 operations" in line
    assert "last: mark clause (Amal, " in line
    assert line.endswith("made by command")
    assert last == f"1 backup in {made.parent}."
    # The project is gone: its backups can still be found, by one of them or by their folder's name.
    path.unlink()
    for named in (made, made.parent.name):
        assert run("backups", named, "--folder", folder) == 0
        assert capsys.readouterr().out.splitlines()[0] == line


def test_backups_of_what_is_not_there(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for gone in (tmp_path / "none.qarar", Path("typo.qarar"), tmp_path / ("x" * 300)):
        assert run("backups", gone, "--folder", folder) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"{gone}: ")
        assert err.count("\n") == 1
    assert run("backups", tmp_path / "none.qarar", "--folder", folder) == 1
    assert capsys.readouterr().err == f"{tmp_path / 'none.qarar'}: there is no such file.\n"
    unused = "00ce062c-f71d-4484-85da-9d9a16930508"  # a project that has no backup yet
    assert run("backups", unused, "--folder", folder) == 0
    assert capsys.readouterr().out == f"0 backups in {folder / unused}.\n"


def test_projects_that_have_backups_are_listed(
    path: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backups", "--folder", folder) == 0
    assert capsys.readouterr().out == f"0 projects with backups in {folder}.\n"
    assert run("backup", path, "--folder", folder) == run("backup", path, "--folder", folder) == 0
    other = made_project(tmp_path / "other.qarar")
    assert run("backup", other, "--folder", folder) == 0
    ids = [backup_folder(each, folder).path.name for each in (path, other)]
    capsys.readouterr()
    assert run("backups", "--folder", folder) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(ids)
    (line,) = (line for line in lines if line.startswith(ids[0]))
    assert re.search(r"  2 backups, the newest \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ; 2 documents, 1 marks, ", line)
    assert "last: mark clause (Amal, " in line
    assert last == f"2 projects with backups in {folder}."


@pytest.mark.parametrize("content", [b"", b"no project"])
def test_how_to_find_the_backups_of_what_cannot_be_opened(
    path: Path, folder: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    """It may have been a project."""
    path.write_bytes(content)
    assert run("backups", path, "--folder", folder) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{path}: not a Qarar project. ")
    assert "“backups” without PROJECT lists the backups of all projects" in err


def test_how_to_find_the_backups_of_a_damaged_project(
    path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(path)
    assert run("backups", path, "--folder", folder) == 1
    err = capsys.readouterr().err
    assert "damaged" in err
    assert "“backups” without PROJECT lists the backups of all projects" in err


def test_a_folder_of_backups_that_is_a_file(path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write_text("mine")
    for where in (folder, folder / "below"):
        for words in (("backup", path), ("backups", path), ("backups",), ("restore", path, "--out", path, "--replace")):
            assert run(*words, "--folder", where) == 1
            assert capsys.readouterr() == ("", f"{folder}: this is a file, not a folder.\n")
    assert folder.read_text() == "mine"


def test_a_folder_of_backups_in_which_the_project_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup is made all the same."""
    (tmp_path / "work" / "mine").mkdir(parents=True)
    path = made_project(tmp_path / "work" / "mine" / "p.qarar")
    monkeypatch.chdir(path.parent)
    for folder, is_told in ((path.parent, True), (Path(), True), (path.parents[1], True), (path.parent / "b", False)):
        assert run("backup", "p.qarar", "--folder", folder) == 0
        out, err = capsys.readouterr()
        assert out.count("\n") == 1
        assert err.startswith(f"{folder}: the project itself is in this folder") == is_told
        assert bool(err) == is_told
    assert len(list(tmp_path.rglob("*.asked.qarar"))) == 4


def test_one_that_cannot_be_read_is_listed_too(path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backup", path, "--folder", folder) == 0
    made = backup_folder(path, folder).backups()[0].path
    made.write_bytes(b"")
    capsys.readouterr()
    assert run("backups", path, "--folder", folder) == 0
    assert "not a Qarar project" in capsys.readouterr().out


def test_a_project_with_words_that_cannot_be_read_is_backed_up_and_named(
    path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil_note(path)
    assert run("backup", path, "--folder", folder) == 0
    (made,) = backup_folder(path, folder).backups()
    out, err = capsys.readouterr()
    assert out.startswith(f"{made.path}: ")
    assert f"{path}: the project file is damaged" in err
    assert str(made.path) not in err


def test_a_backup_is_restored(path: Path, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backup", path, "--folder", folder) == 0
    made = backup_folder(path, folder).backups()[0].path
    with Project.open(path, "Amal") as project:
        mark(project, project.document_ids()[0], "2 - تقرر مواصلة النظر.")
    capsys.readouterr()
    assert run("restore", made, "--out", path) == 1
    assert capsys.readouterr().err == f"{path}: there is a file of that name already.\n"
    assert run("restore", made, "--out", path, "--replace", "--folder", folder) == 0
    kept = backup_folder(path, folder).backups()[0].path
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{path}: what was there is kept as {kept}."
    assert second.startswith(f"{path}: restored, ")
    with Project.open(path, None) as project, Project.open(kept, None) as before:
        assert (project.counts().operations, before.counts().operations) == (2, 3)
    spoil(made)
    assert run("restore", made, "--out", tmp_path / "new.qarar") == 1
    err = capsys.readouterr().err
    assert "damaged" in err
    assert err.count("\n") == 1
    assert not (tmp_path / "new.qarar").exists()


def test_a_backup_that_has_gone_is_named(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = tmp_path / "gone.qarar"
    assert run("restore", gone, "--out", path, "--replace") == 1
    assert capsys.readouterr().err == f"{gone}: there is no such file.\n"


def test_a_project_is_compacted(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compact", path) == 0
    first, *room = capsys.readouterr().out.splitlines()
    assert re.fullmatch(re.escape(str(path)) + r": [\d.,]+ [kM]B before, [\d.,]+ [kM]B now\.", first)
    assert any("history, which undo needs" in line for line in room)
    with Project.open(path, "Amal"):
        assert run("compact", path) == 1
    assert "open elsewhere" in capsys.readouterr().err


def test_what_takes_the_room_is_called_as_people_call_it(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert [table for table in room_taken(connection) if table not in backing_up._ROOM] == []


def test_the_room_of_another_programs_table_is_told_by_its_name(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE notes_of_mine AS SELECT zeroblob(100000) AS content")
    assert run("compact", path) == 0
    assert "0.1 MB  notes_of_mine\n" in capsys.readouterr().out
