import threading

import pytest
from PySide6.QtCore import Qt

from gui import history, operations
from model.annotation import documents, spans
from model.project import Project
from model.refusal import Refusal

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def threads(monkeypatch):
    """Whether each undo and redo was done in the window's own thread."""
    found: list[bool] = []
    for name in ("undo", "redo"):
        act = getattr(operations, name)

        def watched(project, act=act):
            found.append(threading.current_thread() is threading.main_thread())
            return act(project)

        monkeypatch.setattr(operations, name, watched)
    return found


def mark_many(desk, count: int) -> None:
    with desk.project.operation("mark reference") as writing:
        for place in range(count):
            start = desk.letters(desk.first)[place]
            spans.mark(writing, desk.first, "symbol", start, start + 1)


def test_a_large_operation_is_undone_and_redone_beside_the_window(desk, threads):
    mark_many(desk, history.LARGE)
    assert len(desk.shown()) == history.LARGE
    desk.window.view.set_selection(5, 9)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert (desk.shown(), desk.spans()) == ([], [])
    assert desk.window.view.selection() == (0, 0)
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert len(desk.shown()) == history.LARGE
    assert desk.shown() == desk.spans()
    assert threads == [False, False]


def test_a_small_one_is_undone_at_once(desk, threads):
    mark_many(desk, 3)
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert threads == [True, True]
    assert len(desk.shown()) == 3


def test_an_import_is_undone_beside_the_window_whatever_it_brought(desk, threads):
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document is None
    assert threads == [False]


def test_what_is_refused_beside_the_window_is_said(desk, monkeypatch):
    def refused(project):
        raise Refusal("There is nothing to undo.")

    monkeypatch.setattr(operations, "undo", refused)
    desk.window.actions_["undo"].trigger()
    assert desk.message() == "There is nothing to undo."
    assert desk.session.document == desk.first


def test_nothing_is_undone_in_a_project_that_can_only_be_read(desk, threads):
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.window.history.undo()
    assert "reading only" in desk.message()


def test_undo_shows_what_it_changed_where_others_have_written_unseen(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.window.view.set_selection(0, 0)
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
        third = documents.add(writing, "A_RES_61_1", "نص ثالث.")
    desk.window.history.undo()  # Omar's, of which the window has not heard yet
    assert [span.label for span in desk.shown()] == ["preambular"]
    assert desk.shown() == desk.spans()
    assert desk.window.view.selection() == (0, 9)
    assert desk.window.documents.model.place_of(third) == -1
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.second, "title", 0, 8)
        spans.mark(writing, desk.first, "title", 0, 9)
    desk.window.history.undo()
    desk.window.history.undo()
    assert (desk.shown(), desk.spans()) == ([], [])
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"
