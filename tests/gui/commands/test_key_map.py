import itertools

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.commands.command_table import BY_ID, COMMANDS
from gui.commands.key_map import Clash, Keymap, text_view_keys
from gui.settings import Settings
from gui.text_view.keys import handle_key
from gui.text_view.view import TextView
from model.annotation.layers import read_scheme


class Store:
    def __init__(self, keys=None) -> None:
        self.keys = {} if keys is None else keys


def usual(*without: str) -> dict[str, tuple[str, ...]]:
    return {command.id: command.keys for command in COMMANDS if command.id not in without}


def kept(keymap: Keymap, *without: str) -> dict[str, tuple[str, ...]]:
    return {command.id: keymap.assigned(command.id) for command in COMMANDS if command.id not in without}


def test_commands_have_their_usual_keys_of_both_sorts():
    keymap = Keymap()
    assert kept(keymap) == usual()
    assert keymap.text_keys("lengthen") == ("]",)
    assert keymap.shortcuts("lengthen") == ("Alt+Left",)
    assert keymap.owner("Shift+]") == "start_forward"
    assert keymap.owner("Ctrl+Shift+=") == "zoom_in"


def test_a_key_is_given_and_taken_from_who_had_it_and_only_what_is_unusual_is_remembered(qtbot):
    store = Store()
    keymap = Keymap(store)
    with qtbot.waitSignal(keymap.changed):
        keymap.give("merge", "Ctrl+/")
    assert keymap.keys("merge") == ("Ctrl+M", "Ctrl+/")
    assert keymap.keys("split") == ()
    assert store.keys == {"split": [], "merge": ["Ctrl+M", "Ctrl+/"]}
    keymap.take("merge", "Ctrl+/")
    assert store.keys == {"split": []}
    assert keymap.reset("split") == []
    assert store.keys == {}


def test_keys_are_remembered_from_one_start_to_the_next():
    keymap = Keymap(Settings())
    keymap.give("merge", "W")
    keymap.give("split", "Ctrl+M")
    again = Keymap(Settings())
    assert (again.keys("merge"), again.keys("split")) == (("W",), ("Ctrl+/", "Ctrl+M"))
    again.reset_all()
    assert kept(Keymap(Settings())) == usual()
    assert Settings().keys == {}


def test_a_reset_command_takes_its_keys_back_and_tells_from_whom():
    keymap = Keymap()
    keymap.give("split", "Ctrl+M")
    assert keymap.reset("merge") == ["split"]
    assert (keymap.keys("merge"), keymap.keys("split")) == (("Ctrl+M",), ("Ctrl+/",))


@pytest.mark.parametrize(
    "stored",
    [
        {"merge": ["nonsense", "Ctrl+"]},
        {"merge": ["Left"]},
        {"merge": ["Ctrl+C"]},
        {"merge": ["Alt+F4", "Ctrl+Alt+M"]},
        {"merge": "Ctrl+J"},
        {"merge": [7]},
        {"no such command": ["Ctrl+J"]},
        {"to_text": [], "copy": ["Ctrl+J"]},
        [],
        None,
    ],
)
def test_useless_entries_are_ignored_and_usual_keys_stay(stored):
    store = Store(stored)
    store.keys = stored
    assert kept(Keymap(store)) == usual()


def test_what_is_useful_among_useless_keys_is_kept_and_of_two_the_first_has_a_key():
    keymap = Keymap(Store({"merge": ["Ctrl+J", "nonsense"], "split": ["ctrl+j"], "nest": []}))
    assert keymap.assigned("split") == ("Ctrl+J",)  # it stands first in the menu
    assert keymap.assigned("merge") == ("Ctrl+M",)
    assert keymap.assigned("nest") == ()
    assert kept(keymap, "merge", "split", "nest") == usual("merge", "split", "nest")


@pytest.mark.parametrize("key", ["F4", "F5", "F6", "Ctrl+F6", "F11", "F12"])
def test_a_key_that_the_person_gave_away_before_a_new_command_came_with_it_stays_theirs(key):
    (new,) = (command for command in COMMANDS if key in command.keys)
    store = Store({"merge": ["Ctrl+M", key]})
    keymap = Keymap(store)
    assert (keymap.assigned("merge"), keymap.owner(key)) == (("Ctrl+M", key), "merge")
    assert keymap.assigned(new.id) == tuple(each for each in new.keys if each != key)
    keymap.give("split", "Ctrl+J")
    assert set(store.keys) == {"merge", "split"}  # that the new one has to go without is nobody's wish
    keymap.take("merge", key)
    assert keymap.assigned(new.id) == tuple(each for each in new.keys if each != key)
    keymap.reload()
    assert keymap.assigned(new.id) == new.keys


def test_a_command_that_goes_without_its_usual_key_can_be_given_it_back():
    store = Store({"merge": ["F5"]})
    keymap = Keymap(store)
    assert keymap.reset("confirm_sure") == ["merge"]
    assert (keymap.keys("confirm_sure"), keymap.keys("merge")) == (("F5",), ())
    again = Keymap(store)
    assert (again.keys("confirm_sure"), again.keys("merge")) == (("F5",), ())


def test_a_command_that_lost_one_key_to_the_person_keeps_what_else_it_is_given():
    store = Store({"merge": ["F4"]})
    keymap = Keymap(store)
    keymap.give("next_unsure", "Ctrl+J")
    assert Keymap(store).keys("next_unsure") == ("?", "Ctrl+J")


def test_whatever_is_stored_no_two_commands_have_one_key():
    keys = ["Ctrl+J", "Ctrl+Z", "=", "Shift+=", "W", "Ctrl+M"]
    commands = ["merge", "split", "undo", "grow"]
    for first, second in itertools.product(itertools.permutations(keys, 2), repeat=2):
        stored = dict(zip(commands, ([*first], [*second], [first[0]], [second[1]]), strict=True))
        keymap = Keymap(Store(stored))
        every = [key for command in COMMANDS for key in keymap.assigned(command.id)]
        assert len(every) == len(set(every))
        assert all(keymap.owner(key) is not None for key in every)


def test_clashes_are_named():
    keymap = Keymap()
    keymap.set_labels({"P": "preambular", "=": "other"})
    assert keymap.clash("Ctrl+J", "merge") is None
    assert keymap.clash("Ctrl+M", "merge") is None
    assert keymap.clash("Ctrl+M", "split") == Clash("command", "merge")
    assert keymap.clash("Ctrl+Shift+=", "split") == Clash("command", "zoom_in")
    assert keymap.clash("P", "split") == Clash("label", "preambular")
    assert keymap.clash("Ctrl+Shift+Left", "split") == Clash("text")
    assert keymap.clash("Ctrl+C", "split") == Clash("fixed", "copy")
    assert keymap.clash("Esc", "split") == Clash("fixed", "to_text")
    assert keymap.clash("Alt+F4", "split") == Clash("system")
    assert keymap.clash("Alt+E", "split") == Clash("menu", "&Edit")
    assert keymap.clash("", "split") == Clash("no")


def test_alt_with_the_arabic_letter_of_a_menu_is_taken_too():
    # تحرير, whose letter ت stands on the key J
    assert Keymap().clash("Alt+J", "split") == Clash("menu", "&Edit")


def test_reserved_keys_cannot_be_given():
    keymap = Keymap()
    for key in ("Left", "Ctrl+C", "Alt+F4", "Alt+E", "Esc", "nonsense", "Tab"):
        keymap.give("merge", key)
    keymap.give("copy", "Ctrl+J")
    keymap.take("copy", "Ctrl+C")
    assert kept(keymap) == usual()


def test_a_labels_key_goes_before_a_commands_as_long_as_the_project_is_open():
    keymap = Keymap()
    keymap.give("merge", "7")
    keymap.set_labels({"7": "title"})
    assert keymap.keys("merge") == ("Ctrl+M",)
    assert keymap.assigned("merge") == ("Ctrl+M", "7")
    keymap.set_labels({})
    assert keymap.keys("merge") == ("Ctrl+M", "7")


def test_labels_of_the_usual_scheme_take_no_commands_key():
    keymap = Keymap()
    keymap.set_labels({label.key: label.id for label in read_scheme().labels() if label.key})
    assert all(keymap.keys(command.id) == command.keys for command in COMMANDS)


def test_what_moves_in_the_text_is_what_the_text_view_takes(qtbot):
    view = TextView()
    qtbot.addWidget(view)
    view.set_document("إن الجمعية العامة، إذ تعيد تأكيد التزامها،", [], read_scheme())
    moving = ("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown")
    taken = set()
    for held, name in itertools.product(("", "Shift+", "Ctrl+", "Ctrl+Shift+", "Alt+", "Alt+Shift+"), moving):
        combination = QKeySequence(held + name)[0]
        event = QKeyEvent(QEvent.Type.KeyPress, int(combination.key()), combination.keyboardModifiers())
        if handle_key(view, event):
            taken.add(held + name)
    assert taken == text_view_keys()


def test_what_the_text_view_copies_with_is_fixed():
    for command, standard in (
        ("copy", QKeySequence.StandardKey.Copy),
        ("select_all", QKeySequence.StandardKey.SelectAll),
    ):
        assert BY_ID[command].fixed
        assert QKeySequence(BY_ID[command].keys[0]) in QKeySequence.keyBindings(standard)


def test_function_keys_and_text_keys_are_told_apart():
    keymap = Keymap()
    keymap.give("merge", "F4")
    keymap.give("merge", "Shift+W")
    assert keymap.shortcuts("merge") == ("Ctrl+M", "F4")
    assert keymap.text_keys("merge") == ("Shift+W",)
