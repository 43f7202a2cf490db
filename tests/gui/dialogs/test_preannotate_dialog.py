import pytest
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.preannotate_dialog import DocumentCounts, PreannotateChoice, PreannotateDialog


def _dialog(qtbot, counts: DocumentCounts, before: PreannotateChoice | None = None, **named) -> PreannotateDialog:
    dialog = PreannotateDialog(counts, before or PreannotateChoice(), **named)
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize(
    "counts, sets",
    [
        (DocumentCounts(1, 1, 1, 1), ["shown"]),
        (DocumentCounts(1, 1, 3, 3), ["shown", "all"]),
        (DocumentCounts(1, 2, 3, 9), ["shown", "selected", "listed", "all"]),
        (DocumentCounts(0, 0, 0, 0), ["all"]),
        (DocumentCounts(0, 0, 1, 4), ["all"]),
    ],
)
def test_each_set_of_documents_is_offered_once(qtbot, counts, sets):
    dialog = _dialog(qtbot, counts)
    assert [dialog.which.itemData(row) for row in range(dialog.which.count())] == sets


def test_all_are_chosen_at_first_those_selected_before_others_and_else_what_was_chosen_last(qtbot):
    assert _dialog(qtbot, DocumentCounts(1, 1, 3, 9)).choice() == PreannotateChoice("all", references=False)
    assert _dialog(qtbot, DocumentCounts(1, 4, 9, 9)).choice().which == "selected"
    before = PreannotateChoice("listed", references=True)
    assert _dialog(qtbot, DocumentCounts(1, 1, 3, 9), before).choice() == before
    # What is no longer to be had is not chosen.
    assert _dialog(qtbot, DocumentCounts(1, 1, 9, 9), before).choice().which == "all"
    assert _dialog(qtbot, DocumentCounts(1, 1, 1, 1)).choice().which == "shown"


def test_numbers_stand_in_what_can_be_chosen(qtbot):
    dialog = _dialog(qtbot, DocumentCounts(1, 2, 1_200, 12_345))
    words = [dialog.which.itemText(row) for row in range(1, 4)]
    assert [number in text for number, text in zip(("2", "1,200", "12,345"), words, strict=True)] == [True] * 3


def test_a_scheme_without_references_offers_none(qtbot):
    dialog = _dialog(qtbot, DocumentCounts(1, 0, 1, 1), PreannotateChoice(references=True), with_references=False)
    assert dialog.references.isHidden()
    assert not dialog.choice().references


def test_without_documents_there_is_nothing_to_propose(qtbot):
    button = QDialogButtonBox.StandardButton.Ok
    assert not _dialog(qtbot, DocumentCounts(0, 0, 0, 0)).buttons.button(button).isEnabled()
    assert _dialog(qtbot, DocumentCounts(0, 0, 0, 1)).buttons.button(button).isEnabled()
