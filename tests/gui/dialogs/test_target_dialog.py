from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from gui.dialogs.target_dialog import TargetDialog


class Asking(TargetDialog):
    """One that has a target and nothing else."""

    def __init__(self) -> None:
        super().__init__("Export", "en")
        self.add_target()
        self.is_folder = False

    def writes_folder(self) -> bool:
        return self.is_folder


@pytest.fixture
def dialog(qtbot) -> Asking:
    made = Asking()
    qtbot.addWidget(made)
    return made


def test_only_what_has_a_name_can_be_written(dialog):
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    for text, enabled in (("a.ttl", True), (" ", False), ("/", False), ("/tmp/a", True), ("", False)):
        dialog.target.setText(text)
        assert button.isEnabled() == enabled


@pytest.mark.parametrize("folder", [True, False])
def test_what_is_there_is_asked_about(dialog, tmp_path, monkeypatch, folder):
    """Where a folder is written an empty one is not; where a file is, no folder can be the target."""
    dialog.is_folder = folder
    asked, refused = [], []
    monkeypatch.setattr(dialog, "ask_replace", lambda target: asked.append(target.name) or False)
    monkeypatch.setattr(dialog, "show_error", lambda refusal: refused.append(str(refusal)))
    for name in ("empty", "full"):
        (tmp_path / name).mkdir()
    (tmp_path / "full" / "a").touch()
    (tmp_path / "file").touch()
    accepted = []
    for name in ("empty", "full", "file", "none"):
        dialog.setResult(0)
        dialog.target.setText(str(tmp_path / name))
        dialog.accept()
        accepted += [name] * dialog.result()
    assert asked == (["full", "file"] if folder else ["file"])
    assert accepted == (["empty", "none"] if folder else ["none"])
    assert len(refused) == (0 if folder else 2) and all("a folder, not a file" in each for each in refused)


def test_what_the_systems_dialog_asked_about_is_not_asked_again(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(dialog, "ask_replace", lambda target: pytest.fail("asked"))
    (tmp_path / "file").touch()
    dialog._take_target(str(tmp_path / "file"), confirmed=True)
    dialog._take_target("", confirmed=True)  # closed: what was chosen stays
    assert dialog.target.text() == str(tmp_path / "file")
    dialog.accept()
    assert dialog.result() == 1


def test_a_target_that_cannot_be_looked_at_is_refused(dialog, monkeypatch):
    said = []
    monkeypatch.setattr(dialog, "show_error", lambda refusal: said.append(str(refusal)))
    dialog.target.setText("/" + "a" * 5000)
    dialog.accept()
    assert dialog.result() == 0
    assert len(said) == 1 and "cannot be read" in said[0]


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_the_question_names_the_file(dialog, monkeypatch, answer):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()) or answer)
    assert dialog.ask_replace(Path("/x/a.ttl")) == (answer == QMessageBox.StandardButton.Yes)
    assert "/x/a.ttl" in shown[0] and "Write over it?" in shown[0]
