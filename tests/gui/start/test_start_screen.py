import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt

from gui.settings import Settings
from gui.start.start_screen import NARROW, StartScreen, ThereRole, _folder
from model.annotation import documents
from model.project import Project


@pytest.fixture
def projects(tmp_path):
    """Three that were opened; the one in the middle is gone."""
    paths = [tmp_path / f"{name}.qarar" for name in ("one", "two", "three")]
    for path in paths:
        Project.create(path, "Sara").close()
        Settings().add_recent(path)
    paths[1].unlink()
    return paths[::-1]


@pytest.fixture
def start(desk, projects):
    desk.session.set_project(None)
    desk.window.focus_text()
    return desk.window.welcome.start


def rows(start) -> list[str]:
    return [start.model.index(row).data() for row in range(start.model.rowCount())]


def test_the_projects_opened_last_are_listed_with_folder_and_time_and_those_that_are_gone_are_told(
    start, projects, qtbot
):
    assert start.isVisible()
    assert rows(start) == ["three", "two", "one"]
    indexes = [start.model.index(row) for row in range(3)]
    qtbot.waitUntil(lambda: [index.data(ThereRole) for index in indexes] == [True, False, True])
    assert start.model.when(indexes[1]) == "not found"
    assert start.model.when(indexes[0]) != ""
    assert str(projects[0].parent) in indexes[0].data(Qt.ItemDataRole.AccessibleTextRole)


def test_arrows_and_return_open_one(desk, start, projects, qtbot):
    assert desk.window.focusWidget() is start.list
    for _ in range(2):
        qtbot.keyClick(start.list, Qt.Key.Key_Down)
    qtbot.keyClick(start.list, Qt.Key.Key_Return)
    assert desk.session.project.path == projects[2]
    bring = desk.window.welcome.bring
    assert desk.window.focusWidget() is bring  # it has no documents yet
    with desk.session.project.operation("import") as writing:
        document = documents.add(writing, "A_RES_1", "نص")
    desk.session.set_document(document)
    assert desk.window.focusWidget() is desk.window.view


def test_a_drive_that_does_not_answer_holds_nothing_up(start, projects, qtbot, monkeypatch):
    exists, going_on = os.path.exists, threading.Event()

    def slow(path):
        assert path != projects[1] or going_on.wait(60)
        return exists(path)

    monkeypatch.setattr(os.path, "exists", slow)
    qtbot.waitUntil(lambda: not start.model._asked)
    projects[0].unlink()
    projects[1].touch()
    start.read()
    start.read()
    qtbot.waitUntil(lambda: len(start.model._asked) == 1)
    # Of the one that does not answer, what was last known is shown.
    assert [start.model.index(row).data(ThereRole) for row in range(3)] == [False, False, True]
    going_on.set()
    qtbot.waitUntil(lambda: start.model.index(1).data(ThereRole))
    assert not start.model._asked


def test_one_that_is_gone_is_not_opened_but_can_be_taken_off_the_list(desk, start, projects, qtbot):
    qtbot.waitUntil(lambda: not start.model._asked)
    qtbot.keyClick(start.list, Qt.Key.Key_Down)
    qtbot.keyClick(start.list, Qt.Key.Key_Return)
    assert desk.session.project is None
    assert "two.qarar" in start.refused.text()
    assert start.refused.isVisible()
    qtbot.keyClick(start.list, Qt.Key.Key_Delete)
    assert rows(start) == ["three", "one"]
    assert start.list.currentIndex().row() == 1
    assert Settings().recent == [projects[0], projects[2]]


def test_a_click_opens_and_one_on_the_cross_takes_away(desk, start, projects, qtbot):
    index = start.model.index(0)
    qtbot.mouseClick(start.list.viewport(), Qt.MouseButton.LeftButton, pos=start.list.cross(index).center())
    assert rows(start) == ["two", "one"]
    assert desk.session.project is None
    place = start.list.visualRect(start.model.index(1)).topLeft() + QPoint(20, 8)
    qtbot.mouseClick(start.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.session.project.path == projects[2]
    assert projects[0].exists()  # taken off the list, not away


def test_without_projects_the_ways_to_begin_have_the_keys(desk, qtbot):
    desk.session.set_project(None)
    desk.window.focus_text()
    start = desk.window.welcome.start
    assert start.list.isHidden()
    assert start.none.isVisible()
    assert desk.window.focusWidget() is start.new


def test_the_buttons_do_what_the_menu_does(desk, start, monkeypatch, qtbot):
    asked = []
    monkeypatch.setattr(desk.window.files, "ask_open_path", lambda: asked.append("open"))
    monkeypatch.setattr(desk.window.files, "ask_new_path", lambda: asked.append("new"))
    for button in (start.open, start.new):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(start.sample_requested):
        qtbot.mouseClick(start.sample, Qt.MouseButton.LeftButton)
    assert asked == ["open", "new"]


def test_a_refusal_is_said_until_a_project_is_open(desk, start):
    desk.window.welcome.tell("It cannot be opened.")
    assert start.refused.isVisible()
    assert desk.window.files.open(desk.project.path)
    desk.session.set_project(None)
    assert start.refused.isHidden()


def test_in_a_narrow_window_nothing_is_cut_off(projects, qtbot):
    start = StartScreen(lambda _: lambda: None, Settings())
    qtbot.addWidget(start)
    start.show()
    for width in (NARROW - 150, NARROW + 200):
        start.resize(width, 500)
        QCoreApplication.processEvents()
        assert start.width() == width
        for part in (start.name, start.about, start.sample, start.title, start.list, start.hint):
            left = part.mapTo(start, QPoint()).x()
            assert left >= 0
            assert left + part.width() <= width
        stacked = start.sample.mapTo(start, QPoint()).y() < start.title.mapTo(start, QPoint()).y()
        assert stacked == (width < NARROW)


def test_a_list_kept_by_the_version_before_is_read():
    settings = Settings()
    settings._store.setValue("recent", "/a/one.qarar\n/b/two.qarar")
    settings._store.sync()
    assert Settings().recent == [Path("/a/one.qarar"), Path("/b/two.qarar")]
    assert Settings().opened(Path("/a/one.qarar")) == ""


def test_a_folder_of_ones_own_is_told_from_there(monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    told = [_folder(tmp_path / name) for name in ("a.qarar", "work/a.qarar")] + [_folder(Path("/elsewhere/a.qarar"))]
    assert told == ["~", "~/work", "/elsewhere"]
