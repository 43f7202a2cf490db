from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.annotator_dialog import AnnotatorDialog


def test_a_name_is_needed_and_loses_needless_blanks(qtbot):
    dialog = AnnotatorDialog("", None)
    qtbot.addWidget(dialog)
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled()
    dialog.line.setText("  ")
    assert not button.isEnabled()
    dialog.line.setText(" مريم  العلي ")
    assert button.isEnabled()
    assert dialog.name == "مريم العلي"
