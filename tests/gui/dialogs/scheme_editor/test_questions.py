import pytest
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.scheme_editor.questions import (
    DELETE_MARKS,
    DeleteLabelDialog,
    MissingLabelsDialog,
    NewItem,
    NewItemDialog,
    SchemeQuestions,
)
from model.annotation.layers import read_scheme
from model.annotation.scheme_use import Use
from model.formats.scheme_json import DROP, KEEP, MissingLabel, To

SCHEME = read_scheme()
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def new(qtbot) -> NewItemDialog:
    dialog = NewItemDialog("Add label", ["title", "label"], "label")
    qtbot.addWidget(dialog)
    return dialog


def test_an_id_is_made_of_the_english_name_until_one_is_written(new):
    assert not new.buttons.button(OK).isEnabled()
    new.lines["ar"].setText("تصويت")
    assert new.item() == NewItem({"ar": "تصويت", "en": ""}, "label_2")
    assert new.buttons.button(OK).isEnabled()
    new.lines["en"].setText("Title")
    assert new.identity.text() == "title_2"
    new.identity.setText("vote")
    new.lines["en"].setText("Another")
    assert new.item().id == "vote"


def test_an_id_is_needed_that_nothing_has(new):
    new.lines["en"].setText("Vote")
    for wrong in ("", " ", "title", "x" * 61, "a\u202eb"):
        new.identity.setText(wrong)
        assert not new.buttons.button(OK).isEnabled(), wrong
    new.identity.setText("vote")
    assert new.buttons.button(OK).isEnabled()


def test_where_marks_go_is_never_guessed(qtbot):
    others = [SCHEME.label("paragraph"), SCHEME.label("title")]
    dialog = DeleteLabelDialog(SCHEME.label("operative"), Use(7, 3, 2), others, "en")
    qtbot.addWidget(dialog)
    assert "Operative paragraph" in dialog.words.text()
    assert "7" in dialog.words.text()
    assert "3" in dialog.words.text()
    assert "2" in dialog.words.text()
    assert dialog.fate() is None
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.target.setCurrentIndex(0)
    assert dialog.fate() == To("paragraph")
    assert dialog.buttons.button(OK).isEnabled()
    dialog.target.setCurrentIndex(1)
    assert dialog.fate() == To("title")
    dialog.remove.setChecked(True)
    assert dialog.fate() == DELETE_MARKS
    dialog.target.activated.emit(0)
    assert dialog.fate() == To("title")


def test_where_there_is_no_other_label_nothing_is_chosen_to_begin_with(qtbot):
    dialog = DeleteLabelDialog(SCHEME.label("lead"), Use(1, 1, 0), [], "ar")
    qtbot.addWidget(dialog)
    assert dialog.fate() is None
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.remove.setChecked(True)
    assert dialog.buttons.button(OK).isEnabled()


def test_of_each_label_that_a_file_lacks_it_is_asked(qtbot):
    missing = [
        MissingLabel(SCHEME.label("operative"), 5, ("paragraph", "title")),
        MissingLabel(SCHEME.label("table"), 0, ("paragraph",)),
        MissingLabel(SCHEME.label("lead"), 2, ()),
    ]
    dialog = MissingLabelsDialog(missing, SCHEME, "en")
    qtbot.addWidget(dialog)
    assert dialog.fates() == {"operative": KEEP, "table": KEEP, "lead": KEEP}
    dialog.boxes["operative"].setCurrentIndex(2)
    dialog.boxes["table"].setCurrentIndex(1)
    assert dialog.fates() == {"operative": To("title"), "table": DROP, "lead": KEEP}
    assert [dialog.boxes[label].count() for label in ("operative", "table", "lead")] == [3, 2, 1]


def test_use_is_told_in_words(qtbot, scheme_desk):
    questions = SchemeQuestions(scheme_desk.editor, lambda: "en")
    assert questions.counted(Use(3, 2, 0)).startswith("3 mark")
    assert "rejected" not in questions.counted(Use(3, 2, 0))
    assert "1 rejected" in questions.counted(Use(3, 2, 1))
