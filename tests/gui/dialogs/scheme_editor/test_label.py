import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui.commands.command_table import COMMANDS
from gui.commands.keyboard import is_text_key
from model.annotation.scheme_soundness import LABEL_KEYS


@pytest.fixture
def page(scheme_desk):
    scheme_desk.choose("label", "table")
    return scheme_desk.editor.label_page


def label(desk, label_id: str = "table"):
    return desk.project.scheme.label(label_id)


def test_names_change_one_by_one_and_keep_other_languages(scheme_desk, page):
    with scheme_desk.project.operation("x") as writing:
        writing.update("label", "table", names='{"ar": "جدول", "en": "Table", "fr": "Tableau"}')
    field = page.names.fields["ar"]
    field.setText("  لوحة ")
    field.flush()
    assert dict(label(scheme_desk).names) == {"ar": "لوحة", "en": "Table", "fr": "Tableau"}
    assert field.text() == "لوحة"
    page.names.fields["en"].setText("")
    page.names.flush()
    assert dict(label(scheme_desk).names) == {"ar": "لوحة", "fr": "Tableau"}


def test_the_last_name_cannot_go(scheme_desk, page):
    with scheme_desk.project.operation("x") as writing:
        writing.update("label", "table", names='{"en": "Table"}')
    field = page.names.fields["en"]
    field.setText(" ")
    field.flush()
    assert field.text() == "Table"
    assert "needs a name in one language at least" in scheme_desk.said()


def test_a_field_in_which_one_types_goes_back_too(qtbot, scheme_desk, page):
    with scheme_desk.project.operation("x") as writing:
        writing.update("label", "table", names='{"en": "Table"}')
    field = page.names.fields["en"]
    scheme_desk.editor.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("")
    scheme_desk.press(field, Qt.Key.Key_Return, "\r")
    assert field.text() == "Table"
    assert scheme_desk.editor.isVisible()


def test_guidelines_are_taken_when_one_leaves_or_presses_ctrl_enter(qtbot, scheme_desk, page):
    field = page.definitions.fields["ar"]
    scheme_desk.editor.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setPlainText("سطر أول\nوثان")
    scheme_desk.press(field, Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.ControlModifier)
    assert label(scheme_desk).definition("ar") == "سطر أول\nوثان"
    field.setPlainText("آخر")
    page.definitions.fields["en"].setFocus()
    assert label(scheme_desk).definition("ar") == "آخر"
    assert scheme_desk.names()[:2] == ["write guideline", "write guideline"]
    scheme_desk.press(field, Qt.Key.Key_Tab, "\t")
    assert label(scheme_desk).definition("ar") == "آخر"


def test_a_key_is_recorded_by_its_place_and_clashes_are_told_at_once(scheme_desk, page):
    line = page.key.line
    line.setFocus()  # and not the tree, in which Delete deletes
    scheme_desk.press(line, Qt.Key.Key_Z, "z")
    assert (label(scheme_desk).key, line.text()) == ("Z", "Z")
    scheme_desk.press(line, Qt.Key(ord("ن")), "ن")  # where K is
    assert label(scheme_desk).key == "K"
    scheme_desk.press(line, Qt.Key.Key_7, "7")
    assert label(scheme_desk).key == "7"
    scheme_desk.press(line, Qt.Key.Key_O, "o")
    assert (label(scheme_desk).key, line.text()) == ("7", "7")
    assert "Operative paragraph" in page.key.hint.text()
    assert "Operative paragraph" in scheme_desk.said()
    scheme_desk.press(line, Qt.Key.Key_BracketRight, "]")
    assert label(scheme_desk).key == "7"
    assert "letters and digits can" in page.key.hint.text()
    scheme_desk.press(line, Qt.Key.Key_Delete)
    assert (label(scheme_desk).key, line.text()) == ("", "")
    assert not page.key.none.isEnabled()


def test_the_no_key_button_takes_the_key_away(qtbot, scheme_desk, page):
    qtbot.mouseClick(page.key.none, Qt.MouseButton.LeftButton)
    assert label(scheme_desk).key == ""


def test_no_key_that_a_label_can_have_is_a_command_of_the_text_to_begin_with():
    usual = {key for command in COMMANDS for key in command.keys if is_text_key(key)}
    assert usual & set(LABEL_KEYS) == set()


def test_colours_are_chosen_or_typed_and_seen_before_they_are_taken(scheme_desk, page):
    scheme_desk.ask.chosen_colour = QColor("#abcdef")
    page.colour.swatch.click()
    assert label(scheme_desk).colour == page.colour.colour == "#abcdef"
    assert scheme_desk.ask.asked[-1] == ("colour", "#5d7f3b")
    scheme_desk.ask.chosen_colour = None
    page.colour.swatch.click()
    page.colour.code.setText("00ff00")
    page.colour.code.flush()
    assert label(scheme_desk).colour == "#00ff00"
    page.colour.code.setText("green")
    page.colour.code.flush()
    assert page.colour.colour == label(scheme_desk).colour == "#00ff00"
    assert "no colour of the form #rrggbb" in scheme_desk.said()


def test_text_on_every_colour_can_be_read_on_both_grounds(page):
    for colour in ("#ffffff", "#000000", "#ff0000", "#ffff00", "#0000ff", "#808080"):
        page.colour.show_colour(colour)
        for sample in page.colour.samples.values():
            assert sample.contrast() >= 4.5


def test_nesting_is_checked_against_the_marks(scheme_desk, page):
    scheme_desk.choose("label", "subclause")
    inside = {
        page.inside.item(row).data(Qt.ItemDataRole.UserRole): page.inside.item(row)
        for row in range(page.inside.count())
    }
    inside["title"].setCheckState(Qt.CheckState.Checked)
    assert "title" in label(scheme_desk, "subclause").inside
    inside["operative"].setCheckState(Qt.CheckState.Unchecked)
    assert "operative" in label(scheme_desk, "subclause").inside
    assert inside["operative"].checkState() == Qt.CheckState.Checked
    assert scheme_desk.said().startswith("Marks that would break this rule: \u20663\u2069, the first in “A_RES_0”")
    page.top.setChecked(False)
    assert not label(scheme_desk, "subclause").top
    assert scheme_desk.names()[0] == "change nesting"


def test_what_does_not_nest_has_no_nesting_to_set(scheme_desk, page):
    assert page.inside.isEnabled()
    scheme_desk.choose("label", "date")
    assert not page.inside.isEnabled()
    assert not page.top.isEnabled()
    assert not page.nesting_words.isHidden()


def test_numbers_can_be_read_off_or_not(scheme_desk, page):
    page.numbered.setChecked(True)
    assert label(scheme_desk).numbered
    assert scheme_desk.names()[0] == "change numbering"
