from PySide6.QtCore import Qt

from gui.dialogs.about import AboutDialog
from model.version import VERSION


def test_the_version_can_be_read_and_copied(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert VERSION in dialog.label.text()
    assert "Apache-2.0" in dialog.label.text()
    assert dialog.label.textFormat() == Qt.TextFormat.PlainText
    assert dialog.label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_every_paragraph_stands_at_the_side_of_the_window(qtbot, qapp):
    for direction, mark in ((Qt.LayoutDirection.RightToLeft, "\u200f"), (Qt.LayoutDirection.LeftToRight, "\u200e")):
        qapp.setLayoutDirection(direction)
        try:
            dialog = AboutDialog()
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qtbot.addWidget(dialog)
        assert all(paragraph.startswith(mark) for paragraph in dialog.label.text().split("\n\n"))
