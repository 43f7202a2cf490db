from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialogButtonBox

from gui.dialogs.vocabulary_import_dialog import VocabularyChoice, VocabularyImportDialog
from model.formats.vocabulary_columns import Role

TABLE = "id,English,Arabic,BT,Remarks\n1,PEACE,السلام,,x\n2,WAR,الحرب,PEACE,\n"


@pytest.fixture
def dialog(qtbot) -> VocabularyImportDialog:
    dialog = VocabularyImportDialog("en")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def table(tmp_path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(TABLE, "utf-8")
    return path


def _ok(dialog: VocabularyImportDialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_without_a_file_nothing_is_imported(dialog, tmp_path, monkeypatch):
    assert not _ok(dialog).isEnabled()
    monkeypatch.setattr(dialog, "ask_file", lambda: tmp_path / "a.ttl")
    dialog.choose_button.click()
    assert _ok(dialog).isEnabled()
    assert dialog.choice() == VocabularyChoice(tmp_path / "a.ttl")
    assert not dialog.columns.isVisible()


def test_the_columns_of_a_table_are_guessed_and_shown_with_their_first_values(dialog, table):
    dialog.take(table)
    assert dialog.columns.isVisible()
    shown = [dialog.columns.item(row, 0).text() for row in range(dialog.columns.rowCount())]
    assert shown == ["id", "English", "Arabic", "BT", "Remarks"]
    assert dialog.columns.item(1, 3).text() == "\u2068PEACE\u2069 · \u2068WAR\u2069"
    guessed = (Role("uri"), Role("preferred", "en"), Role("preferred", "ar"), Role("broader"), None)
    assert dialog.choice() == VocabularyChoice(table, guessed)
    assert not dialog.grab().isNull()


def test_what_a_column_holds_is_chosen_with_its_language(dialog, table):
    dialog.take(table)
    columns = dialog.columns
    roles, language = columns.cellWidget(4, 1), columns.cellWidget(4, 2)
    assert not language.isEnabled()
    roles.setCurrentIndex(roles.findData("scope"))
    assert language.isEnabled()
    language.setCurrentText("français")
    assert dialog.choice().mapping[4] == Role("scope", "fr")
    language.setCurrentText("de")
    assert dialog.choice().mapping[4] == Role("scope", "de")
    language.setCurrentText("no language at all")
    assert dialog.state.text() == "A language is given by its code: \u2066ar, en, fr …\u2069."
    assert not _ok(dialog).isEnabled()


def test_columns_of_which_nothing_is_made_are_told(dialog, table):
    assert not dialog.left_out.isVisible()
    dialog.take(table)
    assert dialog.left_out.isVisible()
    assert dialog.left_out.text() == "1 column(s) left out: \u2068Remarks\u2069."
    box = dialog.columns.cellWidget(4, 1)
    box.setCurrentIndex(box.findData("note"))
    assert not dialog.left_out.isVisible()
    dialog.columns.cellWidget(3, 1).setCurrentIndex(0)
    assert dialog.left_out.text() == "1 column(s) left out: \u2068BT\u2069."
    assert _ok(dialog).isEnabled()


def test_of_many_columns_that_are_left_out_the_first_are_named(dialog, tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("label," + ",".join(f"x{number}" for number in range(1, 11)) + "\nA" + ",1" * 10 + "\n", "utf-8")
    dialog.take(path)
    named = ", ".join(f"\u2068x{number}\u2069" for number in range(1, 9))
    assert dialog.left_out.text() == "10 column(s) left out: " + f"{named}, …."


def test_a_table_needs_preferred_labels(dialog, table):
    dialog.take(table)
    for row in (1, 2):
        dialog.columns.cellWidget(row, 1).setCurrentIndex(0)
    assert dialog.state.text() == "Say which column holds the preferred labels."
    assert not _ok(dialog).isEnabled()


def test_a_table_that_cannot_be_read_says_why(dialog, tmp_path):
    path = tmp_path / "empty.csv"
    path.write_text("", "utf-8")
    dialog.take(path)
    assert "the table is empty" in dialog.state.text()
    assert not _ok(dialog).isEnabled()
    assert not dialog.columns.isVisible()
    other = tmp_path / "a.ttl"
    dialog.take(other)
    assert dialog.state.text() == ""


def test_a_table_in_another_encoding_says_how_to_save_it(dialog, tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes("معرف,مصطلح\n".encode("cp1256"))
    dialog.take(path)
    assert "save it as UTF-8" in dialog.state.text()
    assert not dialog.left_out.isVisible()
    assert not _ok(dialog).isEnabled()


def test_a_file_can_be_dropped(dialog, table):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    drop = QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(drop)
    assert dialog.choice().path == table
