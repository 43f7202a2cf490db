from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.commands.key_map import Keymap
from gui.editing.text_keys import TextKeys, label_keys
from model.annotation.layers import read_scheme

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass
class Text:
    """A widget whose keys are taken, and what came of them."""

    widget: QWidget
    keymap: Keymap
    done: list[str] = field(default_factory=list)

    def press(self, key: int, text: str = "", held=NONE, repeated: bool = False) -> list[str]:
        """What a key did."""
        self.done.clear()
        QCoreApplication.sendEvent(self.widget, QKeyEvent(QEvent.Type.KeyPress, key, held, text, repeated))
        return self.done


@pytest.fixture
def text(qtbot) -> Text:
    widget = QLineEdit()
    qtbot.addWidget(widget)
    text = Text(widget, Keymap())
    keys = TextKeys(
        widget,
        lambda command: lambda: text.done.append(command),
        lambda label, with_lead: text.done.append(f"label {label}{' with its lead' if with_lead else ''}"),
        text.keymap,
    )
    keys.labels = {"P": "preambular"}
    return text


def test_usual_keys_of_the_text_do_their_commands(text):
    pressed = [
        (Qt.Key.Key_BracketRight, "]", NONE, "lengthen"),
        (Qt.Key.Key_BraceLeft, "{", SHIFT, "start_back"),
        (Qt.Key.Key_Space, " ", NONE, "propose"),
        (Qt.Key.Key_Delete, "", NONE, "delete"),
        (Qt.Key.Key_Backspace, "", SHIFT, "delete_all"),
        (Qt.Key.Key_Equal, "=", NONE, "grow"),
        (Qt.Key.Key_Minus, "-", NONE, "shrink"),
        (Qt.Key.Key_Greater, ">", SHIFT, "begin_later"),
        (Qt.Key.Key_Comma, ",", NONE, "end_earlier"),
        (Qt.Key.Key_Semicolon, ";", NONE, "repeat"),
    ]
    for key, letters, held, command in pressed:
        assert text.press(int(key), letters, held) == [command]


def test_they_do_the_same_under_an_arabic_layout(text):
    for letter, command in (("ك", "repeat"), ("ط", "copy_marks"), ("ز", "end_later"), ("و", "end_earlier")):
        assert text.press(ord(letter), letter) == [command]
    assert text.press(ord("ح"), "ح") == ["label preambular"]


def test_changed_keys_count_at_once_and_the_old_ones_no_more(text):
    text.keymap.give("merge", "W")
    text.keymap.take("repeat", ";")
    assert text.press(int(Qt.Key.Key_W), "w") == ["merge"]
    assert text.press(ord("ص"), "ص") == ["merge"]
    assert text.press(int(Qt.Key.Key_Semicolon), ";") == []


def test_a_label_goes_before_a_command(text):
    text.keymap.give("merge", "7")
    assert text.press(int(Qt.Key.Key_7), "7") == ["merge"]
    text.keymap.set_labels({"7": "title"})
    assert text.press(int(Qt.Key.Key_7), "7") == ["label title"]


def test_a_label_is_chosen_once_by_a_key_held_down_and_not_with_shift(text):
    assert text.press(int(Qt.Key.Key_P), "p", repeated=True) == []
    assert text.press(int(Qt.Key.Key_P), "P", SHIFT) == []
    assert text.press(int(Qt.Key.Key_Period), ".", repeated=True) == ["end_later"]


def test_keys_with_control_and_keys_that_move_are_left_to_others(text):
    assert text.press(int(Qt.Key.Key_P), "", Qt.KeyboardModifier.ControlModifier) == []
    assert text.press(int(Qt.Key.Key_Left)) == []
    assert text.press(int(Qt.Key.Key_Escape)) == []


def test_with_shift_a_clauses_key_marks_its_leading_phrase_too(text):
    text.keymap.set_labels(label_keys(read_scheme()))
    assert text.press(int(Qt.Key.Key_P), "P", SHIFT) == ["label preambular with its lead"]
    assert text.press(int(Qt.Key.Key_P), "p") == ["label preambular"]
    assert text.press(int(Qt.Key.Key_Y), "Y", SHIFT) == []
    assert text.press(int(Qt.Key.Key_L), "L", SHIFT) == []
