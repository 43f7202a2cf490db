import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.display_dialog import DisplayDialog
from gui.text_view.display import READING_WIDTH, DisplayOptions


@pytest.fixture
def seen():
    return []


@pytest.fixture
def dialog(qtbot, seen):
    made = DisplayDialog(DisplayOptions(line_spacing=1.2), seen.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_chosen_is_shown_at_once(dialog, seen):
    assert dialog.spacing.value() == pytest.approx(1.2)
    dialog.spacing.setValue(1.5)
    dialog.width_.setValue(60)
    dialog.whole.setChecked(True)
    assert [(options.line_spacing, options.reading_width) for options in seen] == [
        (pytest.approx(1.5), READING_WIDTH),
        (pytest.approx(1.5), 60),
        (pytest.approx(1.5), 0),
    ]
    assert not dialog.width_.isEnabled()
    assert dialog.options == seen[-1]


def test_leaving_it_brings_back_what_was_shown_before(dialog, seen):
    dialog.spacing.setValue(2.0)
    dialog.reject()
    assert seen[-1] == DisplayOptions(line_spacing=1.2)


def test_the_usual_values_come_back_at_a_press_and_the_switches_stay(qtbot, seen):
    dialog = DisplayDialog(DisplayOptions(line_spacing=1.2, reading_width=0, show_hidden=True), seen.append)
    qtbot.addWidget(dialog)
    dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert seen[-1] == DisplayOptions(show_hidden=True)
    assert dialog.width_.isEnabled()


def test_only_typefaces_with_arabic_letters_are_offered(dialog):
    assert dialog.family.findText("Amiri") >= 0
    assert not dialog.family.isEditable()


def test_all_numbers_stand_at_the_side_of_the_window(qtbot, qapp):
    sides = (
        (Qt.LayoutDirection.RightToLeft, Qt.AlignmentFlag.AlignRight),
        (Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignLeft),
    )
    for direction, side in sides:
        qapp.setLayoutDirection(direction)
        try:
            dialog = DisplayDialog(DisplayOptions(), lambda options: None)
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qtbot.addWidget(dialog)
        for number in (dialog.spacing, dialog.width_):
            assert number.alignment() & Qt.AlignmentFlag.AlignAbsolute
            assert number.alignment() & side
