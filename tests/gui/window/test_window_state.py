import pytest
from PySide6.QtCore import QRect

from gui.settings import Settings
from gui.window.window_state import STEP, cascaded
from model.annotation import documents
from model.project import Project
from tests.open_window import open_window

pytestmark = pytest.mark.usefixtures("qapp")
ROOM = QRect(0, 0, 1000, 800)


def project(path):
    made = Project.create(path, "Sara")
    with made.operation("import") as writing:
        documents.add(writing, path.stem, "قرار اتخذته الجمعية العامة")
    return made


def test_each_project_has_the_window_as_it_was_left_with_it(tmp_path):
    for name, width, hidden in (("one", 700, "labels"), ("two", 640, "documents")):
        with open_window("Sara") as window:
            window.session.set_project(project(tmp_path / f"{name}.qarar"))
            window.docks["labels"].show()
            window.docks["documents"].show()
            window.docks[hidden].hide()
            window.resize(width, 600)
    for name, width, hidden, seen in (("one", 700, "labels", "documents"), ("two", 640, "documents", "labels")):
        with open_window("Sara") as window:
            assert window.files.open(tmp_path / f"{name}.qarar")
            assert window.width() == width
            assert window.docks[hidden].isHidden()
            assert not window.docks[seen].isHidden()


def test_another_project_opened_in_the_window_moves_the_panels_and_not_the_window(tmp_path):
    with open_window("Sara") as window:
        window.session.set_project(project(tmp_path / "one.qarar"))
        window.docks["descriptors"].hide()
        window.resize(700, 600)
    with open_window("Sara") as window:
        window.session.set_project(project(tmp_path / "two.qarar"))
        window.docks["descriptors"].show()
        window.resize(640, 500)
        assert window.files.open(tmp_path / "one.qarar")
        assert window.width() == 640
        assert window.docks["descriptors"].isHidden()
        assert window.files.open(tmp_path / "two.qarar")
        assert not window.docks["descriptors"].isHidden()


def test_a_project_never_seen_has_the_window_as_the_last_one_was(tmp_path):
    with open_window("Sara") as window:
        window.session.set_project(project(tmp_path / "one.qarar"))
        window.docks["descriptors"].hide()
        window.resize(690, 600)
    with open_window("Sara") as window:
        window.session.set_project(project(tmp_path / "new.qarar"))
        assert window.width() == 690
        assert window.docks["descriptors"].isHidden()


def test_what_the_version_before_has_kept_is_taken(tmp_path):
    """It had one place for all projects."""
    with open_window("Sara") as window:
        window.docks["labels"].hide()
        window.resize(680, 600)
        geometry, layout = window.saveGeometry(), window.saveState()
    settings = Settings()
    settings._store.clear()
    settings._store.setValue("geometry", geometry)
    settings._store.setValue("layout_en", layout)
    settings._store.sync()
    with open_window("Sara") as window:
        window.session.set_project(project(tmp_path / "one.qarar"))
        assert window.width() == 680
        assert window.docks["labels"].isHidden()


def test_the_panels_of_each_language_are_kept_for_the_project(tmp_path, qapp):
    one = project(tmp_path / "one.qarar")
    settings = Settings()
    with open_window("Sara") as window:
        window.session.set_project(one)
        window.docks["descriptors"].hide()
        english = window.saveState()
        window.session.set_language("ar")
        assert settings.layout("en", one.id) == english
        assert settings.layout("ar", one.id).isEmpty()
        identifier = one.id
    assert not settings.layout("ar", identifier).isEmpty()
    assert settings.layout("en", identifier) == english


def test_a_window_that_is_not_the_first_keeps_no_place(tmp_path):
    settings = Settings()
    with open_window("Sara") as window:
        made = project(tmp_path / "one.qarar")
        identifier = made.id
        window.session.set_project(made)
        window.state.is_first = lambda: False
        window.session.set_language("ar")
    assert not settings.knows(identifier)
    assert settings.geometry.isEmpty()
    assert settings.layout("en").isEmpty()


def test_such_a_window_has_its_own_panels_again_when_its_language_comes_back():
    with open_window("Sara") as window:
        window.state.is_first = lambda: False
        window.docks["descriptors"].hide()
        left = window.saveState()
        window.session.set_language("ar")
        window.session.set_language("en")
        assert window.state.layout() == left


def test_a_further_window_stands_a_step_away_and_within_the_screen():
    assert cascaded(QRect(100, 50, 400, 300), ROOM) == QRect(100 + STEP, 50 + STEP, 400, 300)
    assert cascaded(QRect(590, 490, 400, 300), ROOM).topLeft() == ROOM.topLeft()
    assert cascaded(QRect(590, 50, 400, 300), ROOM) == QRect(0, 50 + STEP, 400, 300)
    assert ROOM.contains(cascaded(QRect(-50, -50, 3000, 2000), ROOM))
    assert cascaded(ROOM, ROOM) == ROOM.adjusted(STEP, STEP, 0, 0)


def test_without_a_project_the_place_is_kept_for_all():
    with open_window("Sara") as window:
        window.resize(710, 600)
    with open_window("Sara") as window:
        assert window.width() == 710
