"""In an Arabic window nothing is left in English: every panel, dialog and menu is opened and read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFontComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from gui.dialogs.annotator_dialog import AnnotatorDialog
from gui.dialogs.display_dialog import DisplayDialog
from gui.dialogs.export_dialog import ExportDialog
from gui.dialogs.import_dialog import ImportDialog
from gui.dialogs.keys_dialog import KeysDialog
from gui.i18n.translation import Translation
from gui.main_window import MainWindow
from gui.printing.print_dialog import PrintChoice, PrintDialog
from gui.start.sample import sample_project
from tests.open_window import open_window

# Names and data: of keys, files, codes, formats, vocabularies, people; and the other language's own name.
_DATA = re.compile(
    r"\b(?:Qarar|English|Lina|Ctrl|Shift|Alt|Esc|Space|Del|Backspace|Enter|Home|End|PgUp|PgDown|Tab|Ins|F\d+|UNBIS|JSON|"
    r"JSONL|PDF|CSV|PNG|SVG|Word|Akoma|Ntoso|GA|SC|ECOSOC|HRC|qarar|txt|json|docx|xml|NFKC|UTF|LF|CR|Amiri|A4|Letter|"
    r"Python|PySide6|Qt|SQLite|Apache|License|MB|KB)\b"
)
_ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")
_ENGLISH = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def arabic(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The window in Arabic on the sample, with all panels shown."""
    before = QLocale()
    translation = Translation(qapp)
    translation.use("ar")
    with open_window("Lina") as window:
        window.session.set_language("ar")
        window.files.open(sample_project(tmp_path, "Lina"))
        for dock in window.docks.values():
            dock.show()
        QApplication.processEvents()
        yield window
    translation.use("en")
    translation.leave()
    QLocale.setDefault(before)


def words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget says, with where it says it; what comes from documents and terms is left out."""
    name = type(widget).__name__
    yield f"{name}.windowTitle", widget.windowTitle()
    yield f"{name}.toolTip", widget.toolTip()
    yield f"{name}.accessibleName", widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        yield f"{name}.text", widget.text()
    if isinstance(widget, QGroupBox):
        yield f"{name}.title", widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield f"{name}.placeholder", widget.placeholderText()
    if isinstance(widget, QComboBox) and not isinstance(widget, QFontComboBox):
        yield from ((f"{name}.item", widget.itemText(number)) for number in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from ((f"{name}.tab", widget.tabText(number)) for number in range(widget.count()))
    if isinstance(widget, QHeaderView) and widget.model() is not None:
        for section in range(widget.count()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                said = widget.model().headerData(section, widget.orientation(), role)
                if isinstance(said, str):
                    yield f"{name}.header", said
    for action in widget.actions():
        yield f"{name}.action", _without_key(action)
        yield f"{name}.action tip", _without_key(action, action.toolTip())


def _without_key(action: QAction, text: str | None = None) -> str:
    return (action.text() if text is None else text).partition("\t")[0]


def english(widget: QWidget) -> set[tuple[str, str]]:
    """What a window says in English."""
    found: set[tuple[str, str]] = set()
    for each in (widget, *widget.findChildren(QWidget)):
        if isinstance(each.parent(), QAbstractItemView) and isinstance(each, QLabel):
            continue
        for place, text in words_of(each):
            bare = _DATA.sub("", _ISOLATED.sub("", re.sub("<[^>]+>", "", text)).replace("&", ""))
            if _ENGLISH.search(bare):
                found.add((place, text))
    return found


def test_english_is_noticed(arabic: MainWindow) -> None:
    arabic.finding.setToolTip("Words in English")
    assert ("FindPanel.toolTip", "Words in English") in english(arabic)


def test_the_window_with_all_its_panels(arabic: MainWindow) -> None:
    for act in ("find", "find_in_project"):
        arabic.act(act)()
    assert english(arabic) == set()


def test_without_a_project(arabic: MainWindow) -> None:
    arabic.session.set_project(None)
    QApplication.processEvents()
    assert english(arabic) == set()


def test_the_windows_beside_it(arabic: MainWindow) -> None:
    for act in ("palette", "cheat_sheet", "scheme", "progress_plots"):
        arabic.act(act)()
        QApplication.processEvents()
    for dialog in arabic.findChildren(QDialog):
        assert english(dialog) == set(), type(dialog).__name__
        dialog.close()


def test_the_dialogs(arabic: MainWindow, tmp_path: Path) -> None:
    project = arabic.session.project
    assert project is not None
    dialogs: list[QDialog] = [
        ImportDialog(arabic, language="ar"),
        ExportDialog(tmp_path, "x", "ar", arabic),
        KeysDialog(arabic.actions_, arabic.session, arabic),
        AnnotatorDialog("Lina", arabic),
        DisplayDialog(arabic.display.options, lambda options: None, arabic),
        PrintDialog((1, 2, 3), PrintChoice(), None, arabic),
    ]
    for dialog in dialogs:
        dialog.show()
        QApplication.processEvents()
        assert english(dialog) == set(), type(dialog).__name__
        dialog.close()
        dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
