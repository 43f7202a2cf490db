"""Labels to choose from: layer by layer, each with its colour; what was chosen stays so while it is there."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu

from gui.panels.find.labels import LabelChooser, fill_label_menu
from model.annotation.layers import Scheme, read_scheme


@pytest.fixture
def scheme() -> Scheme:
    return read_scheme()


@pytest.fixture
def chooser(qtbot, scheme: Scheme) -> LabelChooser:
    chooser = LabelChooser()
    qtbot.addWidget(chooser)
    chooser.show_scheme(scheme, "en", "All text")
    return chooser


def test_all_text_comes_first_and_names_of_layers_cannot_be_chosen(chooser, scheme):
    assert (chooser.itemText(0), chooser.label()) == ("All text", None)
    layers = {layer.name("en") for layer in scheme.layers}
    model = chooser.model()
    able = {chooser.itemText(row): bool(model.flags(model.index(row, 0)).value & 32) for row in range(chooser.count())}
    assert not any(able[name] for name in layers)
    assert all(able[label.name("en")] for label in scheme.labels())


def test_a_label_is_chosen_by_its_id(chooser):
    assert chooser.choose("operative")
    assert (chooser.label(), chooser.currentText()) == ("operative", "Operative paragraph")
    assert not chooser.choose("none")
    assert chooser.label() is None


def test_the_choice_stays_in_another_language_and_is_told_where_it_is_gone(chooser, scheme, qtbot):
    chooser.choose("reference" if any(label.id == "reference" for label in scheme.labels()) else "date")
    kept = chooser.label()
    chooser.show_scheme(scheme, "ar", "كل النص")
    assert chooser.label() == kept
    with qtbot.waitSignal(chooser.currentIndexChanged, timeout=1000):
        chooser.show_scheme(replace(scheme, layers=scheme.layers[:1]), "ar", "كل النص")
    assert chooser.label() is None


def test_the_menu_has_every_label_with_its_colour(qtbot, scheme):
    menu, chosen = QMenu(), []
    qtbot.addWidget(menu)
    fill_label_menu(menu, scheme, "en", chosen.append, enabled=True)
    actions = [action for action in menu.actions() if action.data()]
    assert [action.data() for action in actions] == [label.id for label in scheme.labels()]
    assert not any(action.icon().isNull() for action in actions)
    actions[2].trigger()
    assert chosen == [actions[2].data()]
