from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from gui.dialogs.import_dialog import NAMES, PURPOSES, ImportChoice, ImportDialog
from model.formats.input_formats import KINDS, RESOLUTION
from tests.model.formats.test_importing_kinds import WORD, XML, put


@pytest.fixture
def opened(qtbot):
    """Opens dialogs, and ends them with what they read."""
    dialogs: list[ImportDialog] = []

    def open_dialog(*sources: Path) -> ImportDialog:
        dialog = ImportDialog(sources=sources)
        qtbot.addWidget(dialog)
        dialogs.append(dialog)
        dialog.show()
        return dialog

    yield open_dialog
    for dialog in dialogs:
        dialog.done(0)


def test_files_and_folders_are_listed_once_and_can_be_taken_off(opened):
    dialog = opened()
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not accept.isEnabled()
    dialog.add(["a.txt", "b", "a.txt", ""])
    dialog.rename.setChecked(True)
    assert accept.isEnabled()
    assert dialog.choice() == ImportChoice((Path("a.txt"), Path("b")), rename=True, clauses=None, kind=None)
    dialog.list.selectAll()
    dialog._remove()
    assert not accept.isEnabled()


def test_it_opens_with_what_was_handed_over_and_takes_what_is_dropped(opened, tmp_path):
    first, second = put(tmp_path, "a.txt", b"%%%\n\nx"), put(tmp_path, "b.txt", b"%%%\n\ny")
    dialog = opened(first)
    assert dialog.choice().sources == (first,)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(second)), QUrl("https://example.invalid/c.txt")])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, none)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, none))
    assert dialog.choice().sources == (first, second)
    words = QMimeData()
    words.setText("a.txt")
    refused = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, words, buttons, none)
    refused.ignore()
    dialog.dragEnterEvent(refused)
    assert not refused.isAccepted()


def test_every_kind_can_be_chosen_and_says_what_it_reads(opened):
    dialog = opened()
    assert [*NAMES] == [*PURPOSES] == [RESOLUTION, *(kind.id for kind in KINDS)]
    for row, kind in enumerate((None, "plain-text", "docx", "akoma-ntoso")):
        dialog.kinds.setCurrentIndex(row)
        assert dialog.choice().kind == kind
        assert "*." in dialog.purpose.text()
        assert "{" not in dialog.purpose.text()


def test_another_kind_is_suggested_and_chosen_only_by_a_click(opened, qtbot, tmp_path):
    put(tmp_path, "a.xml", XML)
    dialog = opened(tmp_path)
    qtbot.waitUntil(lambda: dialog.use_suggestion.isVisible())
    assert dialog.suggestion.text() == "These files look like another kind: Akoma Ntoso of the United Nations."
    assert dialog.choice().kind is None
    dialog.use_suggestion.click()
    assert dialog.choice().kind == "akoma-ntoso"
    qtbot.waitUntil(lambda: dialog.preview.table.rowCount() == 1 and not dialog.preview.reading)
    assert not dialog.use_suggestion.isVisible()


def test_files_are_asked_for_by_the_kind(opened, monkeypatch, tmp_path):
    dialog = opened()
    asked: list[str] = []
    path = str(put(tmp_path, "a.docx", WORD))

    def ask(parent, title, folder, kinds):
        asked.append(kinds)
        return [path], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    dialog.kinds.setCurrentIndex(2)
    dialog._add_files()
    assert asked == ["Word files (*.docx);;All files (*)"]
    assert dialog.choice().sources == (Path(path),)


def test_it_fits_a_small_screen(opened):
    hint = opened().minimumSizeHint()
    assert (hint.width() <= 900, hint.height() <= 600) == (True, True)
