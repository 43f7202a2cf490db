"""In the Arabic interface Qt's own dialogs speak Arabic too: no word of theirs is left in English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDir, Qt
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QColorDialog,
    QComboBox,
    QDialog,
    QFileDialog,
    QFileSystemModel,
    QInputDialog,
    QMessageBox,
    QTabWidget,
    QWidget,
)

from gui.dialogs.export_dialog import ExportDialog
from gui.dialogs.vocabulary_export_dialog import VocabularyExportDialog
from gui.i18n.translation import Translation
from model.vocabulary.concepts import Vocabulary

TEXTS = (
    *("windowTitle", "text", "title", "toolTip", "statusTip", "accessibleName", "accessibleDescription"),
    *("placeholderText", "prefix", "suffix", "informativeText"),
)
# What is the same in every language: names of formats and paper sizes, units of type; and a file's size, whose unit the
# system's own language gives.
NAMES = re.compile(r"^[0-9.]+ (bytes|KiB)$|\b(PDF|HTML|CSV|ANSI|DD|CC|JIS|PRC|[ABC]\d+)\b|#[0-9a-f]{6}|/\S*|\*\.\w+")
WORD = re.compile("[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def arabic(qapp) -> Iterator[None]:
    translation = Translation(qapp)
    translation.use("ar")
    yield
    translation.use("en")
    translation.leave()


def texts(dialog: QWidget) -> Iterator[str]:
    """All that a shown dialog says, but for names of files, templates of pages and places of the machine."""
    for widget in (dialog, *dialog.findChildren(QWidget)):
        for name in TEXTS:
            text = getattr(widget, name, str)()
            if isinstance(text, str):
                yield text
        for action in widget.actions():
            yield from (action.text(), action.toolTip())
        if isinstance(widget, QComboBox) and widget.objectName() not in ("lookInCombo", "pageSizeCombo"):
            yield from map(widget.itemText, range(widget.count()))
        if isinstance(widget, QTabWidget):
            yield from map(widget.tabText, range(widget.count()))
        if isinstance(widget, QAbstractItemView) and isinstance(widget.model(), QFileSystemModel):
            yield from cells(widget)


def cells(view: QAbstractItemView) -> Iterator[str]:
    """The headers of a list of files, and what stands beside their names."""
    model, root = view.model(), view.rootIndex()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        if column:
            yield from (str(model.index(row, column, root).data()) for row in range(model.rowCount(root)))


def english(qtbot, dialog: QDialog) -> list[str]:
    """The texts of a dialog that have English words in them."""
    qtbot.addWidget(dialog)
    dialog.show()
    QCoreApplication.processEvents()
    said = [text for text in texts(dialog) if text]
    assert len(said) > 1
    dialog.hide()
    return sorted({text for text in said if WORD.search(NAMES.sub("", text))})


@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
@pytest.mark.parametrize("accept", list(QFileDialog.AcceptMode))
def test_file_dialogs_are_arabic_throughout(qtbot, tmp_path: Path, mode, accept):
    (tmp_path / "مجلد").mkdir()
    for size in (0, 1, 2, 5, 11, 100):
        (tmp_path / f"{size}.csv").write_text("x" * size)
    (tmp_path / "5").write_text("x")
    dialog = QFileDialog(None, "حفظ", str(tmp_path), "كل الملفات (*)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setFilter(dialog.filter() | QDir.Filter.Files)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, False)
    view = dialog.findChild(QAbstractItemView, "treeView")
    assert isinstance(view, QAbstractItemView)
    dialog.show()
    wanted = 8 if mode != QFileDialog.FileMode.Directory else 1
    qtbot.waitUntil(lambda: view.model().rowCount(view.rootIndex()) >= wanted)
    assert english(qtbot, dialog) == []


def test_boxes_colours_and_printing_are_arabic_throughout(qtbot):
    box = QMessageBox(QMessageBox.Icon.Critical, "عنوان", "نص")
    for button in QMessageBox.StandardButton:
        if 0x400 <= button.value <= 0x8000000:
            box.addButton(button)
    box.setDetailedText("تفصيل")
    colours = QColorDialog()
    colours.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    found = {
        type(each).__name__: english(qtbot, each) for each in (box, colours, QInputDialog(), QPrintDialog(printer))
    }
    assert {name: said for name, said in found.items() if said} == {}


@pytest.mark.qt_log_ignore("Cannot be used on non-native printers")
def test_the_page_is_set_up_in_arabic(qtbot):
    said = english(qtbot, QPageSetupDialog(QPrinter()))
    assert said == []


def test_kinds_of_files_are_named_in_arabic(qtbot, tmp_path, monkeypatch):
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: offered.append(given[3]) or ("", ""))
    terms = Vocabulary("v", "urn:v", (("ar", "مصطلحات"),), "1", False)
    dialogs = ExportDialog(tmp_path, "desk", "ar"), VocabularyExportDialog([terms], tmp_path, "ar")
    for dialog, kinds in zip(dialogs, (dialogs[0].formats, dialogs[1].notations), strict=True):
        qtbot.addWidget(dialog)
        for row in range(kinds.count()):
            kinds.setCurrentIndex(row)
            if not dialog.writes_folder():
                dialog.browse.click()
    assert len(offered) == 7
    assert [each for each in offered if not re.search("[\u0621-\u064a]{4,}", each)] == []
    assert all(re.search(r" \(\*\.\w+\)$", each) for each in offered)
