from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.backup_settings_dialog import BackupChoices, BackupSettingsDialog
from model.backups.backup_folder import default_backup_folder

CHOICES = BackupChoices(False, Path("/somewhere"), (5, 7))


@pytest.fixture
def dialog(qtbot):
    made = BackupSettingsDialog(CHOICES, 10_000_000)
    qtbot.addWidget(made)
    return made


def test_it_shows_and_gives_what_is_chosen(dialog, monkeypatch):
    assert dialog.choices == CHOICES
    dialog.made.setChecked(True)
    dialog.hours.setValue(48)
    dialog.days.setValue(0)
    monkeypatch.setattr(dialog, "ask_folder", lambda: Path("/elsewhere"))
    dialog.choose_button.click()
    assert dialog.choices == BackupChoices(True, Path("/elsewhere"), (48, 0))
    monkeypatch.setattr(dialog, "ask_folder", lambda: None)
    dialog.choose_button.click()
    assert dialog.choices.folder == Path("/elsewhere")


def test_it_says_how_much_room_they_take(dialog):
    assert dialog.room.text().startswith("At most 12 backup")
    assert "120.0" in dialog.room.text()
    dialog.hours.setValue(0)
    dialog.days.setValue(0)
    assert dialog.room.text().startswith("At most 1 backup"), "the newest always stays"


def test_the_usual_can_be_had_again(dialog):
    dialog.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).click()
    assert dialog.choices == BackupChoices(True, default_backup_folder(), (24, 30))


def test_a_folder_that_holds_the_project_is_remarked_on(qtbot, tmp_path, monkeypatch):
    dialog = BackupSettingsDialog(CHOICES, 10_000_000, None, tmp_path / "p.qarar")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.remark.isVisible()
    monkeypatch.setattr(dialog, "ask_folder", lambda: tmp_path)
    dialog.choose_button.click()
    assert dialog.remark.isVisible()
    assert "the project itself is in this folder" in dialog.remark.text()
    assert all("…" not in line for line in dialog.remark.lines())
    monkeypatch.setattr(dialog, "ask_folder", lambda: tmp_path / "backups")
    dialog.choose_button.click()
    assert not dialog.remark.isVisible()
