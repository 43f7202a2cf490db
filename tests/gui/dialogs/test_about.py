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
