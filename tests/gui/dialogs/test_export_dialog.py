import errno
import os
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.export_dialog import NAMES, PROPOSED, PURPOSES, ExportChoice, ExportDialog
from model.formats.export_formats import FORMATS


def test_every_format_is_offered_with_its_own_target(qtbot, tmp_path):
    dialog = ExportDialog(tmp_path, "desk", "en")
    qtbot.addWidget(dialog)
    targets = []
    for row in range(dialog.formats.count()):
        dialog.formats.setCurrentIndex(row)
        targets.append(dialog.choice())
        assert dialog.purpose.text()
    assert targets == [
        ExportChoice("project-json", tmp_path / "desk.json"),
        ExportChoice("dataset-jsonl", tmp_path / "desk.jsonl"),
        ExportChoice("resolution-text", tmp_path / "desk"),
    ]


def test_proposals_are_asked_for_only_where_they_can_be_left_out(qtbot, tmp_path):
    dialog = ExportDialog(tmp_path, "desk", "en")
    qtbot.addWidget(dialog)
    assert not dialog.suggested.isEnabled()
    dialog.formats.setCurrentIndex(dialog.formats.findData("dataset-jsonl"))
    dialog.suggested.setChecked(True)
    assert dialog.choice().include_suggested


def test_without_a_target_nothing_is_exported(qtbot, tmp_path):
    dialog = ExportDialog(tmp_path, "desk", "en")
    qtbot.addWidget(dialog)
    dialog.target.setText("  ")
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_what_is_there_is_replaced_only_when_that_is_wished(qtbot, tmp_path, monkeypatch):
    (tmp_path / "desk.json").write_text("old")
    dialog = ExportDialog(tmp_path, "desk", "en")
    qtbot.addWidget(dialog)
    for wished in (False, True):
        monkeypatch.setattr(dialog, "ask_replace", lambda path, wished=wished: wished)
        dialog.accept()
        assert bool(dialog.result()) == wished


def test_a_target_that_cannot_be_looked_at_is_refused_in_one_sentence(qtbot, tmp_path, monkeypatch):
    dialog = ExportDialog(tmp_path, "desk", "en")
    qtbot.addWidget(dialog)
    dialog.formats.setCurrentIndex(dialog.formats.findData("resolution-text"))
    (tmp_path / "desk").mkdir()
    said = []
    monkeypatch.setattr(dialog, "show_error", lambda refusal: said.append(str(refusal)))

    def closed(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "iterdir", closed)
    dialog.accept()
    assert said == [f"{tmp_path / 'desk'}: cannot be read (Permission denied)."]
    assert not dialog.result()


def test_every_format_of_the_catalogue_has_words():
    ids = {each.id for each in FORMATS}
    assert set(NAMES) == set(PURPOSES) == ids
    assert {each.id: each.name for each in FORMATS} == NAMES


def test_it_says_which_proposals_a_format_holds_where_they_can_be_left_out(qtbot, tmp_path):
    dialog = ExportDialog(tmp_path, "desk", "en")
    qtbot.addWidget(dialog)
    for row, each in enumerate(FORMATS):
        dialog.formats.setCurrentIndex(row)
        assert bool(dialog.proposed.text()) == dialog.suggested.isEnabled() == (each.id in PROPOSED)
    dialog.formats.setCurrentIndex(dialog.formats.findData("dataset-jsonl"))
    assert "not done" in dialog.proposed.text()
