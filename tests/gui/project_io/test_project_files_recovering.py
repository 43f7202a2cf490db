"""Recovering a damaged project from the window."""

import contextlib
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from gui.background.worker import Worker
from model.errors import Cancelled
from model.project import Project
from model.storage import sole_use


@pytest.fixture
def files(desk, monkeypatch):
    """The project menu's doings; what it would say in boxes is collected in ``said``."""
    files = desk.window.files
    files.said = []
    monkeypatch.setattr(files, "show_error", lambda title, refusal: files.said.append(str(refusal)))
    monkeypatch.setattr(files, "ask_annotator", lambda: pytest.fail("the name is known"))
    return files


def damaged_copy(desk, path: Path) -> Path:
    desk.project.file.fold_log()
    content = bytearray(desk.project.path.read_bytes())
    content[:4096] = bytes(4096)
    path.write_bytes(content)
    return path


def test_a_damaged_project_is_recovered_into_a_new_one_and_opened(desk, files, tmp_path, monkeypatch):
    path, target = damaged_copy(desk, tmp_path / "damaged.qarar"), tmp_path / "recovered.qarar"
    expected = [document.name for document in desk.project.documents()]
    reports = []
    monkeypatch.setattr(files, "ask_damaged_path", lambda: path)
    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr(files, "show_recovery", lambda report: reports.append(report) or True)
    files.recover()
    assert [report.has_history for report in reports] == [True]
    assert desk.window.session.project.path == target
    assert [document.name for document in desk.window.session.project.documents()] == expected
    assert files.said == []


def test_a_recovery_that_is_not_wanted_or_not_possible_leaves_all_as_it_is(desk, files, tmp_path, monkeypatch):
    empty, target = tmp_path / "empty.qarar", tmp_path / "recovered.qarar"
    empty.write_bytes(b"nothing")
    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr(files, "show_recovery", lambda _: pytest.fail("there is nothing to report"))
    files.recover(empty)
    assert "nothing of a project" in files.said[0]
    monkeypatch.setattr(files, "ask_damaged_path", lambda: None)
    files.recover()
    assert not target.exists()
    assert desk.window.session.project is desk.project


def second_document(desk) -> str:
    """Show the second document, where a project that is opened shows the one that was shown last."""
    second = desk.project.document_ids()[1]
    desk.session.set_document(second)
    return second


def test_the_open_project_is_let_go_before_its_bytes_are_read(desk, files, tmp_path, monkeypatch):
    path, target, document = desk.project.path, tmp_path / "recovered.qarar", second_document(desk)
    closed = []
    desk.session.project_changed.connect(lambda: closed.append(desk.session.project is None))
    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr(files, "show_recovery", lambda _: False)
    files.recover(path)
    assert target.exists()
    # The new one is not wanted yet: work goes on where it was.
    assert closed == [True, False]
    assert (desk.session.project.path, desk.session.document) == (path, document)


def test_of_the_open_project_the_recovered_one_is_opened_in_its_place(desk, files, tmp_path, monkeypatch):
    path, target = desk.project.path, tmp_path / "recovered.qarar"
    opened = []
    desk.session.project_changed.connect(lambda: opened.append(desk.session.project and desk.session.project.path))
    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr(files, "show_recovery", lambda _: True)
    files.recover(path)
    assert opened == [None, target]


def test_a_project_that_another_window_has_open_as_well_is_not_recovered(desk, files, tmp_path, monkeypatch):
    path, target, document = desk.project.path, tmp_path / "recovered.qarar", second_document(desk)
    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr(files, "show_recovery", lambda _: pytest.fail("there is nothing to report"))
    monkeypatch.setattr(sole_use, "PATIENCE", 0)
    with Project.open(path, "Sara"):
        files.recover(path)
    assert "it is open elsewhere; close it there first" in files.said[0]
    assert not target.exists()
    assert (desk.session.project.path, desk.session.document) == (path, document)


def test_after_a_recovery_that_is_refused_the_open_project_is_open_again(desk, files, tmp_path, monkeypatch):
    path, document = desk.project.path, second_document(desk)
    monkeypatch.setattr(files, "ask_recovered_path", lambda: tmp_path / "none" / "recovered.qarar")
    files.recover(path)
    assert len(files.said) == 1
    assert (desk.session.project.path, desk.session.document) == (path, document)


def test_after_a_recovery_that_was_stopped_the_open_project_is_open_again(desk, files, tmp_path, monkeypatch):
    path, target, document = desk.project.path, tmp_path / "recovered.qarar", second_document(desk)

    def stop(*_):
        raise Cancelled

    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr("model.recovery.recovering.recover", stop)
    files.recover(path)
    assert (files.said, desk.message()) == ([], "Stopped. Nothing was changed.")
    assert (desk.session.project.path, desk.session.document) == (path, document)


def test_nothing_is_closed_for_a_recovery_onto_a_file_that_is_there(desk, files, tmp_path, monkeypatch):
    there = tmp_path / "there.qarar"
    there.write_text("mine")
    monkeypatch.setattr(files, "ask_recovered_path", lambda: there)
    files.recover(desk.project.path)
    assert files.said == [f"{there}: there is a file of that name already."]
    assert desk.session.project is desk.project
    assert there.read_text() == "mine"


OLDER = tuple(sorted((Path(__file__).parents[2] / "data").glob("schema-000[1234]*.qarar")))


@pytest.mark.parametrize("older", OLDER, ids=lambda path: path.stem)
def test_of_an_older_project_whose_scheme_is_damaged_nothing_is_opened_or_changed(desk, tmp_path, monkeypatch, older):
    files, path, before = desk.window.files, Path(shutil.copy(older, tmp_path / "old.qarar")), desk.project
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript("UPDATE label SET features = '[1]'")
    offered = []
    monkeypatch.setattr("gui.project_io.project_files.offer", lambda *words: offered.append(words[2]) and False)
    assert not files.open(path)
    (words,) = offered
    assert "damaged (label.features), so nothing is written to it" in words
    assert desk.session.project is before
    assert list(tmp_path.glob("old.before-migration-*")) == []


def test_it_is_not_tried_again_and_again_to_write_to_a_damaged_older_project(desk, tmp_path):
    files, path = desk.window.files, Path(shutil.copy(OLDER[0], tmp_path / "old.qarar"))
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "UPDATE operation SET sequence = 7 WHERE sequence = 2; UPDATE change SET operation = 7 WHERE operation = 2"
        )
    assert files.open(path)
    assert desk.session.project.annotator is None
    assert not files._again.isActive()


@pytest.mark.parametrize(
    "script, said",
    [
        ("CREATE VIEW v AS SELECT 1", "triggers, views, indexes or tables of another program"),
        ("CREATE UNIQUE INDEX v ON span(start)", "which could change what is read or keep work from being saved"),
        ("UPDATE operation SET kind = 'redo' WHERE sequence = 1", "history is damaged at operation"),
        ("UPDATE label SET names = '{' WHERE id = 'title'", "damaged (label.names)"),
        ("UPDATE label SET features = '{' WHERE id = 'title'", "damaged (label.features)"),
        ("UPDATE layer SET names = '[]'", "damaged (layer.names)"),
        ("UPDATE project SET scheme_names = ''", "damaged (project.scheme_names)"),
        ("UPDATE vocabulary SET names = '{'", "damaged (vocabulary.names)"),
    ],
)
def test_what_is_said_of_a_damaged_project_offers_to_recover_it(desk, tmp_path, monkeypatch, script, said):
    files, path, before = desk.window.files, tmp_path / "damaged.qarar", desk.project
    before.save_copy(path)
    connection = sqlite3.connect(path)
    connection.execute(script)
    connection.commit()
    connection.close()
    offered, recovered = [], []
    monkeypatch.setattr(
        "gui.project_io.project_files.offer", lambda _, title, words, remedy: offered.append((words, remedy)) or True
    )
    monkeypatch.setattr("gui.project_io.project_files.say", lambda *_: pytest.fail("there is a remedy"))
    monkeypatch.setattr(files, "recover", recovered.append)
    assert not files.open(path)
    assert recovered == [path]
    (words, remedy) = offered[0]
    assert said in words
    assert remedy == "Recover…"
    assert desk.window.session.project is before  # nothing is open half-way


def test_work_beside_the_window_that_is_given_up_has_its_moment_to_end(desk, files, tmp_path, monkeypatch):
    target, path = tmp_path / "recovered.qarar", desk.project.path
    monkeypatch.setattr(files, "ask_recovered_path", lambda: target)
    monkeypatch.setattr(files, "show_recovery", lambda _: True)
    reading, project = threading.Event(), desk.project

    def work(_) -> None:
        with project.open_again(None):
            reading.set()
            time.sleep(0.5)  # until it asks whether it is still wanted

    worker = Worker(work)
    worker.start()
    assert reading.wait(10)
    files.recover(path)
    assert files.said == []
    assert desk.window.session.project.path == target
    worker.wait()
