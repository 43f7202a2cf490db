import pytest
from PySide6.QtWidgets import QMenu

from gui.window.task_progress import TaskProgress
from model.project import Project
from tests.gui.refilled import left_by


@pytest.fixture
def progress(desk) -> TaskProgress:
    desk.session.set_language("en")
    return TaskProgress(desk.session, desk.window.actions_, desk.window)


def states(desk, document: str) -> dict[str, str]:
    return {task: each.state for task, each in desk.project.document(document).progress.items()}


def test_a_command_toggles_the_task_of_the_document_shown(desk, progress):
    progress.toggle("descriptors_done")
    assert states(desk, desk.first) == {"descriptors": "done"}
    assert desk.window.actions_["descriptors_done"].isChecked()
    progress.toggle("descriptors_done")
    assert states(desk, desk.first) == {"descriptors": "in-progress"}


def test_several_are_done_together_unless_all_are_done(desk):
    both = [desk.first, desk.second]
    progress = TaskProgress(desk.session, desk.window.actions_, desk.window, acted_on=lambda: both)
    desk.session.set_document(desk.second)
    progress.toggle("clauses_done")
    desk.project.undo()
    with desk.project.operation("change progress"):
        TaskProgress(desk.session, desk.window.actions_).toggle("clauses_done")
    assert (states(desk, desk.first), states(desk, desk.second)) == ({}, {"clause": "done"})
    progress.toggle("clauses_done")
    assert states(desk, desk.first) == states(desk, desk.second) == {"clause": "done"}
    progress.toggle("clauses_done")
    assert states(desk, desk.first) == states(desk, desk.second) == {"clause": "in-progress"}


def test_the_menu_has_every_task_of_the_scheme_with_its_state(desk, progress):
    menu = QMenu()
    progress.fill_menu(menu)
    assert [action.text() for action in menu.actions()] == [
        *(layer.name("en") for layer in desk.project.scheme.layers),
        "Descriptors",
    ]
    reference = menu.actions()[2].menu()
    assert [action.isChecked() for action in reference.actions()] == [True, False, False]
    reference.actions()[2].trigger()
    assert states(desk, desk.first) == {"reference": "done"}
    progress.fill_menu(menu)
    assert [action.isChecked() for action in menu.actions()[2].menu().actions()] == [False, False, True]
    assert left_by(lambda: progress.fill_menu(menu)) == 0


def test_who_reads_only_changes_nothing(desk, progress):
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.session.set_document(desk.first)
    menu = QMenu()
    progress.fill_menu(menu)
    assert not any(action.isEnabled() for action in menu.actions())


def test_a_command_knows_its_task(progress):
    assert progress.task("clauses_next") == "clause"
    assert progress.task("descriptors_done") == "descriptors"
