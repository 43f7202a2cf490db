import pytest
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from gui.printing.print_dialog import PrintChoice, PrintDialog

USUAL = PrintChoice()


def made(qtbot, counts=(1, 0, 5), before=USUAL, page_setup=None) -> PrintDialog:
    dialog = PrintDialog(counts, before, page_setup)
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize(
    "counts, offered",
    [
        ((1, 1, 5), ["shown", "all"]),
        ((1, 3, 5), ["shown", "selected", "all"]),
        ((1, 0, 1), ["shown"]),
        ((0, 0, 1), ["all"]),
        ((0, 2, 2000), ["selected", "all"]),
    ],
)
def test_only_what_is_there_can_be_chosen(qtbot, counts, offered):
    dialog = made(qtbot, counts)
    assert [dialog.which.itemData(row) for row in range(dialog.which.count())] == offered
    if counts[2] == 2000:
        assert "2,000" in dialog.which.itemText(1)


def test_what_was_chosen_before_is_chosen_again(qtbot):
    before = PrintChoice("all", marks=False, descriptors=False, paper="Letter")
    assert made(qtbot, before=before).choice() == before
    assert made(qtbot, counts=(1, 0, 1), before=before).choice().which == "shown"


def test_the_choice_is_what_is_ticked(qtbot):
    dialog = made(qtbot)
    assert dialog.choice() == PrintChoice()
    dialog.marks.setChecked(False)
    dialog.descriptors.setChecked(False)
    dialog.paper.setCurrentIndex(1)
    dialog.which.setCurrentIndex(1)
    assert dialog.choice() == PrintChoice("all", marks=False, descriptors=False, paper="Letter")


def test_a_printer_has_its_own_paper(qtbot):
    asked = []
    dialog = made(qtbot, page_setup=lambda: asked.append(1))
    assert dialog.windowTitle() == "Print"
    assert dialog.paper.isHidden()
    setup = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Page set&up…")
    setup.click()
    assert asked == [1]
    pdf = made(qtbot)
    assert pdf.windowTitle() == "Export as PDF"
    assert not pdf.paper.isHidden()
    assert pdf.buttons.button(QDialogButtonBox.StandardButton.Ok).text() == "&Save as PDF…"
