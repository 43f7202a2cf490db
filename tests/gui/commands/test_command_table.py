import re

import pytest

from gui.commands.command_table import BY_ID, CHECKABLE, COMMANDS, MENUS, SEPARATOR, SUBMENUS, TOOLBAR, worded
from gui.commands.keyboard import canonical_key, place_of_key
from model.annotation.layers import read_scheme


def test_every_command_is_in_one_menu():
    listed = [entry for _, entries in MENUS for entry in entries if entry not in (SEPARATOR, *SUBMENUS)]
    assert sorted(listed) == sorted(BY_ID)
    assert len(BY_ID) == len(COMMANDS)
    assert BY_ID.keys() >= CHECKABLE
    assert set(TOOLBAR) - {SEPARATOR} <= BY_ID.keys()


def test_usual_keys_are_written_the_one_way_and_no_two_commands_or_labels_have_the_same():
    keys = [key for command in COMMANDS for key in command.keys]
    assert [canonical_key(key) for key in keys] == keys
    places = [place_of_key(key) for key in keys] + [label.key for label in read_scheme().labels() if label.key]
    assert sorted(place for place in places if places.count(place) > 1) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_mnemonics_within_a_menu_differ(language):
    groups = [[title for title, _ in MENUS]]
    groups += [
        [BY_ID[entry].text if entry in BY_ID else SUBMENUS[entry] for entry in each if entry] for _, each in MENUS
    ]
    for group in groups:
        words = [worded(str(text), language) for text in group]
        letters = [found.group(1).upper() for word in words if (found := re.search("&(.)", word))]
        assert sorted(letter for letter in letters if letters.count(letter) > 1) == [], words


def test_texts_are_known_in_both_languages_whatever_the_window_speaks():
    assert worded("&Quit", "en") == "&Quit"
    assert re.search("[a-z]", worded("&Quit", "ar")) is None
    assert worded("No such text", "ar") == "No such text"
