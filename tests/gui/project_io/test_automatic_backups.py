import threading
import time
from pathlib import Path

import pytest

from gui.background.worker import THREAD_NAME
from gui.project_io import automatic_backups
from gui.project_io.automatic_backups import AutomaticBackups
from model.backups.backup_folder import Backup, BackupFolder
from model.errors import StorageError
from model.project import Project
from tests.open_window import open_window


@pytest.fixture
def backups(desk, tmp_path):
    desk.window.settings.set_backups(True, tmp_path / "backups", (24, 30))
    made = AutomaticBackups(desk.session, desk.window.settings, desk.window)
    made._follow_project()
    return made


@pytest.fixture(autouse=True)
def checked_here(monkeypatch):
    """Starting a process for each copy would make the tests slow; it has tests of its own."""
    from model.backups.making import check_copy

    monkeypatch.setattr("model.backups.check_process.check_beside", check_copy)


@pytest.fixture
def no_hour_between(monkeypatch):
    monkeypatch.setattr(automatic_backups, "EVERY", automatic_backups.EVERY * 0)


def standing(desk) -> list[Backup]:
    return BackupFolder(desk.window.settings.backup_folder, desk.project.id).backups()


def look(qtbot, backups: AutomaticBackups) -> None:
    backups.look()
    qtbot.waitUntil(lambda: not backups.is_working)


def mark(desk, words: str) -> None:
    desk.select(words)
    desk.type("P")


def test_a_backup_is_made_beside_the_work(qtbot, desk, backups):
    backups.look()
    assert backups.is_working
    mark(desk, "إذ تعيد تأكيد التزامها،")  # nobody waits for it
    assert len(desk.marks()) == 1
    qtbot.waitUntil(lambda: not backups.is_working)
    (made,) = standing(desk)
    with Project.open(made.path, None) as copy:
        assert copy.id == desk.project.id
        assert copy.integrity_problems() == []
    assert desk.message() == ""
    assert desk.window.settings.project_files == {desk.project.id: desk.project.path}


def test_none_is_made_within_the_hour_nor_where_nothing_has_changed(qtbot, desk, backups, monkeypatch):
    look(qtbot, backups)
    mark(desk, "إذ تعيد تأكيد التزامها،")
    first = standing(desk)
    look(qtbot, backups)
    assert standing(desk) == first
    monkeypatch.setattr(automatic_backups, "EVERY", automatic_backups.EVERY * 0)
    look(qtbot, backups)
    assert standing(desk)[0].made > first[0].made
    backups.look()
    assert not backups.is_working, "nothing has changed: nobody needs to look into the files for that"


def test_none_is_made_where_they_are_not_wanted(desk, backups, tmp_path):
    desk.window.settings.set_backups(False, tmp_path / "backups", (24, 30))
    backups.look()
    assert not backups.is_working


def test_none_is_made_while_an_import_is_under_way(desk, backups):
    with desk.session.working_beside():
        backups.look()
        assert not backups.is_working


def test_one_window_makes_it_for_all(qtbot, desk, backups):
    other = AutomaticBackups(desk.session, desk.window.settings, desk.window)
    other._follow_project()
    backups.look()
    other.look()
    assert (backups.is_working, other.is_working) == (True, False)
    qtbot.waitUntil(lambda: not backups.is_working)
    look(qtbot, other)
    assert len(standing(desk)) == 1


def test_older_ones_are_removed(qtbot, desk, backups, no_hour_between, tmp_path):
    desk.window.settings.set_backups(True, tmp_path / "backups", (1, 0))
    for words in ("إذ تعيد تأكيد التزامها،", "وإذ تشير إلى قراراتها السابقة،"):
        mark(desk, words)
        look(qtbot, backups)
    assert len(standing(desk)) == 1


def test_what_keeps_it_from_being_made_is_said_once_and_work_goes_on(qtbot, desk, backups, tmp_path, monkeypatch):
    monkeypatch.setattr(automatic_backups, "AGAIN", 0.0)
    closed = tmp_path / "closed"
    closed.touch()
    desk.window.settings.set_backups(True, closed, (24, 30))
    look(qtbot, backups)
    assert desk.message().startswith("No sound backup could be made: ")
    assert "cannot be made" in desk.message()
    mark(desk, "إذ تعيد تأكيد التزامها،")
    assert len(desk.marks()) == 1
    assert desk.message() == ""
    look(qtbot, backups)
    assert desk.message() == "", "it was said"
    # Where one can be made, the next fault is a new one.
    desk.window.settings.set_backups(True, tmp_path / "backups", (24, 30))
    look(qtbot, backups)
    assert len(standing(desk)) == 1


def test_after_a_fault_it_is_not_tried_again_at_once(qtbot, desk, backups, monkeypatch):
    def full(*_, **__):
        raise StorageError("{path}: the disk is full.", path=Path("/backups"))

    monkeypatch.setattr("model.backups.making.keep_up", full)
    look(qtbot, backups)
    assert "the disk is full" in desk.message()
    backups.look()
    assert not backups.is_working


def test_what_is_wrong_with_the_project_s_own_file_is_said_by_others(qtbot, desk, backups, monkeypatch):
    def moved(*_, **__):
        raise StorageError("{path}: the file is read-only, so nothing can be written to it.", path=desk.project.path)

    monkeypatch.setattr("model.backups.making.keep_up", moved)
    look(qtbot, backups)
    assert desk.message() == ""
    monkeypatch.undo()
    desk.project.path.rename(desk.project.path.with_name("elsewhere.qarar"))
    backups._not_before = 0.0
    backups.look()
    assert not backups.is_working


def test_that_the_project_is_unsound_is_said(qtbot, desk, backups):
    desk.project.tables.connection.execute("UPDATE document SET length = length + 1")
    look(qtbot, backups)
    assert "is not as the history left it" in desk.message()
    assert [each.reason for each in standing(desk)] == ["unsound"]


def test_a_project_that_is_closed_is_let_go_at_once(qtbot, desk, backups, monkeypatch):
    from model.backups.making import check_copy

    def slow(copy, newest, on_progress):
        for _ in range(1000):
            on_progress(0, 0)
            time.sleep(0.01)
        return check_copy(copy, newest, on_progress)

    monkeypatch.setattr("model.backups.check_process.check_beside", slow)
    backups.look()
    desk.session.set_project(None)
    assert not backups.is_working
    qtbot.waitUntil(lambda: not any(thread.name == THREAD_NAME for thread in threading.enumerate()))
    assert standing_in(desk.window.settings.backup_folder) == []


def standing_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*.qarar") if path.is_file()]


def test_every_window_has_its_own(qtbot):
    from PySide6.QtWidgets import QApplication

    from gui.i18n.translation import Translation
    from gui.settings import Settings
    from gui.windows import Windows

    settings = Settings()
    settings.annotator = "Sara"
    translation = Translation(QApplication.instance())
    windows = Windows(settings, translation)
    window = windows.add()
    assert len(window.findChildren(AutomaticBackups)) == 1
    windows.close_all()
    translation.leave()
    window.deleteLater()


def test_a_window_without_a_project_has_nothing_to_do(qtbot):
    with open_window("Sara") as window:
        backups = AutomaticBackups(window.session, window.settings, window)
        backups.look()
        assert not backups.is_working
        assert not backups._timer.isActive()
