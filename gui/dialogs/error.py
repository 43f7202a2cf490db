"""The two boxes that stop the work: a sentence that cannot wait, and a bug."""

import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.dialogs.run_dialog import run
from gui.i18n.error_messages import directed


def say(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say one sentence, never read as markup."""
    box = _box(parent, QMessageBox.Icon.Warning, title, sentence)
    run(box)


def offer(parent: QWidget | None, title: str, sentence: str, remedy: str) -> bool:
    """Say one sentence and what can be done about it, on a button; says whether that is wanted."""
    box = _box(parent, QMessageBox.Icon.Warning, title, sentence)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    button = box.addButton(remedy, QMessageBox.ButtonRole.ActionRole)
    run(box)
    return box.clickedButton() is button


def report_bug(
    parent: QWidget | None,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    log: str,
    *,
    kept: bool,
) -> None:
    """Say that something went wrong that should not have, with what a developer needs, and where that is kept.

    ``kept``: it was seen that all that was marked is in the files of the projects that are open.
    """
    translate = QCoreApplication.translate
    text = translate("ErrorDialog", "Something went wrong in Qarar. Everything that was marked is on disk.")
    if not kept:
        text = translate("ErrorDialog", "Something went wrong in Qarar. See whether what was marked last is there.")
    box = _box(parent, QMessageBox.Icon.Critical, translate("ErrorDialog", "Qarar"), text)
    where = translate("ErrorDialog", "The details were written to {path}.").format(path=f"\u2066{log}\u2069")
    box.setInformativeText(directed(where))
    box.setDetailedText("".join(traceback.format_exception(kind, error, trace)))
    run(box)


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(directed(text))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
