from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.vocabulary_export_dialog import NOTATIONS, VocabularyExportChoice, VocabularyExportDialog
from model.formats.skos import SUFFIXES
from model.vocabulary.concepts import Vocabulary

VOCABULARIES = (
    Vocabulary("own", "urn:own", (("en", "Project terms"),), "", True),
    Vocabulary("unbis", "http://x/", (("ar", "مكنز"), ("en", "Thesaurus")), "", False),
)


def _dialog(qtbot, folder) -> VocabularyExportDialog:
    dialog = VocabularyExportDialog(VOCABULARIES, folder, "ar")
    qtbot.addWidget(dialog)
    return dialog


def test_thesauri_come_before_own_terms_and_the_suffix_follows_the_notation(qtbot, tmp_path):
    dialog = _dialog(qtbot, tmp_path)
    assert dialog.vocabularies.currentText() == "\u2068مكنز\u2069"
    assert dialog.choice() == VocabularyExportChoice("unbis", tmp_path / "vocabulary.ttl")
    dialog.target.setText(str(tmp_path / "mine.ttl"))
    dialog.notations.setCurrentIndex(dialog.notations.findData(".csv"))
    assert dialog.choice().target == tmp_path / "mine.csv"
    dialog.target.setText(str(tmp_path / "mine"))
    assert dialog.choice().target == tmp_path / "mine.csv"
    dialog.target.setText(" ")
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_every_notation_can_be_written():
    assert set(NOTATIONS) <= {*SUFFIXES, ".csv"}


def test_what_is_there_is_written_over_only_where_that_is_said(qtbot, tmp_path, monkeypatch):
    dialog = _dialog(qtbot, tmp_path)
    (tmp_path / "vocabulary.ttl").write_text("", "utf-8")
    monkeypatch.setattr(dialog, "ask_replace", lambda target: False)
    dialog.accept()
    assert dialog.result() == 0
    monkeypatch.setattr(dialog, "ask_replace", lambda target: True)
    dialog.accept()
    assert dialog.result() == 1
