import pytest
from PySide6.QtCore import Qt

from gui.settings import Settings
from model.annotation import spans
from model.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def steps(desk):
    desk.window.first_steps.begin()
    return desk.window.first_steps


def words(steps) -> str:
    return steps.words.text().replace("\u2066", "").replace("\u2069", "")


def test_nothing_is_shown_unless_it_is_asked_for(desk):
    assert desk.window.first_steps.isHidden()


def test_three_steps_that_go_on_when_they_are_done_in_the_text(desk, steps):
    assert steps.isVisible()
    assert "Press Space" in words(steps)
    assert "1 of 3" in steps.number.text().replace("\u2066", "").replace("\u2069", "")
    desk.press(Qt.Key.Key_Space)
    assert steps.step == "mark"
    assert "P for “Preambular paragraph”" in words(steps)
    desk.type("A")
    assert steps.step == "correct"
    assert "Ctrl+Z" in words(steps)
    assert "F9" in words(steps)
    desk.type("E")  # going on is no reason to leave out how to correct
    assert steps.step == "correct"
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert steps.step == "done"
    assert Settings().first_steps_seen
    assert steps.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_BracketRight, Qt.Key.Key_F9])
def test_correcting_an_end_or_being_done_is_the_third_step_too(desk, steps, key):
    desk.press(Qt.Key.Key_Space)
    desk.type("A")
    desk.press(key, text="]" if key == Qt.Key.Key_BracketRight else "")
    assert steps.step == "done"


def test_whoever_marks_at_once_is_not_told_of_proposals(desk, steps):
    desk.select("إذ تعيد تأكيد التزامها،")
    assert steps.step == "propose"
    desk.type("P")
    assert steps.step == "correct"


def test_what_others_write_is_no_step(desk, steps):
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
    desk.session.refresh()
    assert steps.step == "propose"


def test_the_keys_are_those_that_the_person_has(desk, steps):
    desk.window.keymap.give("propose", "Ins")
    desk.window.keymap.take("propose", "Space")
    assert "Press Ins" in words(steps)
    desk.window.keymap.take("propose", "Ins")
    assert "“Propose the next stretch”" in words(steps)
    desk.window.keymap.reset_all()


def test_where_all_is_marked_it_is_said_how_to_try_it(desk):
    steps, text = desk.window.first_steps, desk.session.text
    with desk.project.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "paragraph", 0, len(text))
    steps.begin()
    assert "Everything is marked" in words(steps)
    desk.window.marking.step(True)
    desk.press(Qt.Key.Key_Delete)
    assert steps.step == "mark"
    desk.type("P")
    assert steps.step == "correct"


def test_one_click_puts_it_away_for_good_and_the_command_brings_it_back(desk, steps, qtbot):
    qtbot.mouseClick(steps.close_button, Qt.MouseButton.LeftButton)
    assert steps.isHidden()
    assert Settings().first_steps_seen
    desk.press(Qt.Key.Key_Space)
    assert steps.isHidden()
    desk.window.actions_["welcome"].trigger()
    assert steps.isVisible()
    assert steps.step == "propose"


def test_the_keys_stay_in_the_text(desk, steps, qtbot):
    desk.window.focus_text()
    assert desk.window.focusWidget() is desk.window.view
    qtbot.mouseClick(steps.words, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(steps.close_button, Qt.MouseButton.LeftButton)
    assert desk.window.focusWidget() is desk.window.view


def test_it_waits_for_a_document_and_speaks_the_windows_language(desk, steps):
    desk.session.set_document(None)
    assert steps.isHidden()
    desk.session.set_document(desk.first)
    assert steps.isVisible()
    desk.press(Qt.Key.Key_Space)
    desk.session.set_language("ar")
    assert "فقرة من الديباجة" in words(steps)
