from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui import document_operations, operations, scheme_operations
from gui.dialogs.import_preview import ImportPreview
from gui.main_window import MainWindow
from gui.panels.document_details.choice import ChoicePopup
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation import documents
from model.annotation.metadata import Metadata
from model.project import Project
from tests.open_window import open_window

SOURCES = Path(__file__).parents[3] / "gui"
# What makes a tool tip, or words of our own; those of actions are looked at where they are set.
READY = {"self.tr", "plain_tool_tip", "self._with_keys", "action.toolTip"}


def test_markup_is_shown_as_typed(qapp):
    document = QTextDocument()
    document.setHtml(plain_tool_tip("<b>a</b> & <img src=x>", "", "سطر"))
    assert document.toPlainText() == "<b>a</b> & <img src=x>\nسطر"


def test_nothing_gives_no_tip():
    assert plain_tool_tip("", "") == ""


def shown(tip: str) -> str:
    """What is seen of a tool tip."""
    document = QTextDocument()
    if QtGui.Qt.mightBeRichText(tip):
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()


def indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            yield model.index(row, column, parent)
        yield from indexes(model, model.index(row, 0, parent))


def tips(root: QWidget) -> Iterator[str]:
    """All tool tips of a widget, of what is in it, and of the rows of its lists."""
    for each in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
        yield each.toolTip()
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is not None:
            for index in indexes(model, QModelIndex()):
                yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def told(root: QWidget) -> set[str]:
    """Which of the names that are markup are read as such nowhere: ``a`` for ``<b>⟨a⟩``."""
    found: set[str] = set()
    for tip in tips(root):
        text = shown(tip)
        for name in NAMES:
            assert text.count(f"⟨{name}⟩") == text.count(named(name)), tip
            if f"⟨{name}⟩" in text:
                found.add(name)
    return found


NAMES = ("project", "folder", "document", "title", "annotator", "tag", "label", "guideline", "file")


def named(name: str) -> str:
    """A name that rich text would show without its beginning; a slash would begin another folder."""
    return f"<b>⟨{name}⟩"


@dataclass
class Desk:
    window: MainWindow
    project: Project
    document: str


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[Desk]:
    """A window on a project in which every name is markup."""
    path = tmp_path / f"{named('project')}.qarar"
    project = Project.create(path, named("annotator"))
    with project.operation("import") as writing:
        document = documents.add(
            writing,
            named("document"),
            "إن الجمعية العامة، 1 - تقرر شيئا.",
            folder=named("folder"),
            recognised=Metadata(title=named("title")),
        )
    scheme_operations.rename_label(project, "enacting", {"en": named("label")})
    scheme_operations.define_label(project, "enacting", {"en": named("guideline")})
    document_operations.assign_to(project, [document], project.annotators()[0].id)
    document_operations.change_tags(project, [document], add=[named("tag")])
    operations.mark(project, document, "enacting", 0, 18)
    project.close()
    project = Project.open(path, "Sara")  # who works in the window is called "me" in it
    with open_window("Sara") as window:
        window.session.set_project(project)
        window.session.set_document(document)
        yield Desk(window, project, document)


def test_names_in_a_project_are_never_markup_in_the_tool_tips_of_the_window(desk, qtbot):
    labels, panel = desk.window.labels, desk.window.documents
    place = labels.view.visualRect(labels.model.index_of("enacting")).center()
    QCoreApplication.sendEvent(labels.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, QPoint()))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert told(desk.window) >= {"project", "document", "title", "annotator", "tag", "label", "guideline"}


@pytest.mark.parametrize("kind, name", [("folders", "folder"), ("tags", "tag"), ("assignees", "annotator")])
def test_what_the_list_of_documents_is_narrowed_to_is_never_markup(desk, monkeypatch, kind, name):
    monkeypatch.setattr("gui.panels.documents.filters.IN_MENU", 0)
    filters = desk.window.documents.filters
    filters.fill_menu()
    filters.offer_read()
    title = {"folders": "Folder…", "tags": "Tag…", "assignees": "Assignee…"}[kind]
    next(action for action in filters.menu.actions() if action.text().replace("&", "") == title).trigger()
    (popup,) = filters.button.findChildren(ChoicePopup)
    assert name in told(popup)
    popup.close()


def test_what_an_import_says_of_a_file_is_never_markup(qtbot, tmp_path):
    (tmp_path / f"{named('file')}.txt").write_bytes(b"\xff")
    preview = ImportPreview("en", None)
    qtbot.addWidget(preview)
    preview.look([tmp_path], None)
    qtbot.waitUntil(lambda: not preview._readers)
    assert told(preview) == {"file"}
