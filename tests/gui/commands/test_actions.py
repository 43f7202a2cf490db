import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from gui.commands.actions import Actions, shown_key
from gui.commands.command_table import BY_ID, CHECKABLE, COMMANDS
from gui.commands.key_map import Keymap
from model.annotation.layers import read_scheme
from tests.gui.refilled import left_by


class Window(QMainWindow):
    """Writes down what is done."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def act(self, command: str):
        return lambda: self.done.append(command)


@pytest.fixture
def window(qtbot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window) -> Actions:
    return Actions(window, window, Keymap())


def menu_actions(window) -> dict[str, str]:
    """Texts of all actions in the menu bar by their ids."""
    found = {}
    pending = [action.menu() for action in window.menuBar().actions()]
    while pending:
        for action in pending.pop().actions():
            if action.menu() is not None:
                pending.append(action.menu())
            elif action.objectName():
                found[action.objectName()] = action.text()
    return found


def test_every_action_is_in_the_menus_with_its_key(window, actions):
    shown = menu_actions(window)
    assert sorted(shown) == sorted(BY_ID)
    for command in COMMANDS:
        _, _, keys = shown[command.id].partition("\t")
        first = [*actions.keymap.text_keys(command.id)[:1], *actions.keymap.shortcuts(command.id)[:1]]
        assert keys == "  ".join(map(shown_key, first))
        assert bool(keys) == bool(command.keys)


def test_every_command_does_what_the_window_says(window, actions):
    actions.enable(project=True, document=True)
    actions.show_history("import", "import")
    for command in COMMANDS:
        actions[command.id].trigger()
    assert window.done == [command.id for command in COMMANDS]
    assert {command.id for command in COMMANDS if actions[command.id].isCheckable()} == CHECKABLE


def test_shortcuts_are_those_of_the_keymap_and_follow_it(actions):
    assert [key.toString() for key in actions["redo"].shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert [key.toString() for key in actions["fit"].shortcuts()] == ["Ctrl+Return", "Ctrl+Enter"]
    assert actions["repeat"].shortcuts() == []
    actions.keymap.give("repeat", "Ctrl+Y")
    assert [key.toString() for key in actions["repeat"].shortcuts()] == ["Ctrl+Y"]
    assert [key.toString() for key in actions["redo"].shortcuts()] == ["Ctrl+Shift+Z"]
    assert actions["repeat"].text().endswith(f"\t{shown_key(';')}  {shown_key('Ctrl+Y')}")
    assert shown_key("Ctrl+Y") in actions["repeat"].toolTip()


def test_only_what_can_be_done_can_be_chosen(actions):
    actions.enable(project=False, document=False)
    able = {command.id for command in COMMANDS if actions[command.id].isEnabled()}
    assert able >= {"new", "open", "keys", "display", "as_stored", "palette", "cheat_sheet", "about"}
    assert able.isdisjoint({"scheme", "import", "merge", "undo"})
    actions.enable(project=True, document=False)
    assert actions["scheme"].isEnabled()
    assert not actions["merge"].isEnabled()


def test_a_button_of_the_tool_bar_is_as_its_action_is_and_bound_to_it_once(actions):
    undo, hidden = actions["undo"], actions["show_hidden"]
    button = actions.toolbar.widgetForAction(undo)
    before = undo.receivers(SIGNAL("changed()"))
    for number in range(20):
        actions.show_history(f"step {number}", None)
        actions.show_history(None, None)
    actions.show_history("mark", None)
    assert (button.isEnabled(), button.text(), button.toolTip()) == (True, undo.iconText(), undo.toolTip())
    actions.show_history(None, None)
    assert (button.isEnabled(), button.text(), button.toolTip()) == (False, undo.iconText(), undo.toolTip())
    assert undo.receivers(SIGNAL("changed()")) == before
    actions.toolbar.addAction(hidden)
    switch = actions.toolbar.widgetForAction(hidden)
    switch.installEventFilter(actions)
    for is_checked in (True, False):
        hidden.setChecked(is_checked)
        assert (switch.isCheckable(), switch.isChecked()) == (True, is_checked)


def test_labels_are_listed_with_their_keys(window, actions):
    chosen = []
    actions.show_labels(read_scheme(), "en", chosen.append)
    listed = {action.data(): action for action in actions.menu("labels").actions() if not action.isSeparator()}
    assert listed["preambular"].text() == f"Preambular paragraph\t{shown_key('P')}"
    listed["preambular"].trigger()
    assert chosen == ["preambular"]


def test_labels_listed_before_go_also_while_a_context_menu_shows_them(window, actions):
    labels = actions.menu("labels")
    actions.show_labels(read_scheme(), "en", lambda _: None)
    count = len(labels.actions())
    shown = QMenu(window)
    shown.addActions(labels.actions())
    actions.show_labels(read_scheme(), "ar", lambda _: None)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    assert shown.isEmpty()
    assert len(labels.findChildren(QAction)) == count + 1  # and that of the menu itself
    assert left_by(lambda: actions.show_labels(read_scheme(), "en", lambda _: None)) == 0


def test_every_command_of_the_window_has_a_function(desk):
    missing = []
    for command in COMMANDS:
        try:
            assert callable(desk.window.act(command.id))
        except KeyError:
            missing.append(command.id)
    assert missing == []


def test_a_key_held_down_judges_finishes_and_mends_once(actions):
    once = {command.id for command in COMMANDS if not actions[command.id].autoRepeat()}
    assert once >= {"confirm", "reject", "confirm_sure", "confirm_document", "confirm_next", "delete", "mend_problem"}
    assert once >= {"clauses_done", "clauses_finish", "descriptors_done", "descriptors_finish"}
    assert once.isdisjoint({"undo", "next_document", "next_unsure", "next_problem", "grow", "zoom_in"})


def test_shortcuts_work_in_the_window(window, actions, qtbot):
    actions.enable(project=True, document=True)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    actions.keymap.give("split", "F4")
    qtbot.keyClick(window, Qt.Key.Key_F4)
    assert window.done == ["merge", "cheat_sheet", "split"]
