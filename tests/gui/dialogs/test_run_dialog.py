"""No dialog stays in memory for as long as its window, although nobody sees it any more."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog

from gui.dialogs.about import show_about
from gui.dialogs.backups_dialog import BackupChoice, Source
from gui.dialogs.error import offer, report_bug, say
from gui.dialogs.run_dialog import run
from gui.dialogs.scheme_editor.questions import SchemeQuestions
from gui.project_io.backup_commands import BackupCommands
from model.annotation.scheme_use import Use
from model.backups.backup_folder import Backup
from model.backups.contents import Listed
from model.formats.importing import ImportReport
from model.recovery.report import RecoveryReport

GUI = Path(__file__).parents[3] / "gui"
BUG = ValueError("x")


def _recovery(desk):
    return desk.window.files.show_recovery(RecoveryReport(Path("x"), True, (), (), desk.project.scheme))


def _restore(desk):
    backup = Listed(Backup(Path("x"), datetime.now(UTC), "asked"), 1, None)
    choice = BackupChoice("restore", Source("x", "x.qarar"), backup)
    acts = desk.window.files.backups
    assert isinstance(acts, BackupCommands)
    return acts.ask_restore(choice)


ASKED = {
    "about": lambda desk: show_about(desk.window),
    "annotator": lambda desk: desk.window.files.ask_annotator(),
    "bug": lambda desk: report_bug(desk.window, ValueError, BUG, None, "log", kept=True),
    "delete layer": lambda desk: SchemeQuestions(desk.window, lambda: "en").delete_marks_of_layer(
        desk.project.scheme.layers[0], Use(1, 1, 0)
    ),
    "export": lambda desk: desk.window.files.ask_export(),
    "import": lambda desk: desk.window.files.ask_import(),
    "import report": lambda desk: desk.window.files.show_report(ImportReport()),
    "offer": lambda desk: offer(desk.window, "x", "x", "x"),
    "recovery report": _recovery,
    "restore": _restore,
    "sentence": lambda desk: say(desk.window, "x", "x"),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_was_shown_is_gone_when_it_has_been_left(desk, name, monkeypatch):
    shown: list[QDialog] = []
    monkeypatch.setattr(QDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    before = desk.window.findChildren(QDialog)
    ASKED[name](desk)
    assert len(shown) == 1
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert desk.window.findChildren(QDialog) == before


def test_what_was_chosen_can_be_read_before_it_goes(qtbot, monkeypatch):
    monkeypatch.setattr(QDialog, "exec", lambda dialog: 1)
    dialog = QDialog()
    dialog.setWindowTitle("x")
    assert run(dialog) == 1
    assert dialog.windowTitle() == "x"
