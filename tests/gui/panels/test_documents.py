import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui.item_models.documents import Column
from gui.panels.documents import FEW_DOCUMENTS, DocumentsPanel
from gui.text_view.theme import MARK_CONTRAST, contrast
from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.project import Project


@pytest.fixture
def panel(desk, qtbot) -> DocumentsPanel:
    panel = DocumentsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def current(panel: DocumentsPanel) -> str | None:
    return panel.model.document_at(panel.table.currentIndex().row())


def test_the_document_shown_is_the_current_row_and_the_other_way_round(desk, panel):
    assert current(panel) == desk.document
    desk.session.set_document(desk.other)
    assert current(panel) == desk.other
    panel.table.setCurrentIndex(panel.model.index(0, 0))
    assert desk.session.document == desk.document


def test_filtering_leaves_the_document_that_is_shown(desk, panel):
    panel.filter.setText("A_RES_2")
    assert panel.model.rowCount() == 1
    assert desk.session.document == desk.document
    assert not panel.table.selectionModel().hasSelection()
    assert panel.count.text() == "\u20661\u2069 of \u20662\u2069"
    panel.filter.clear()
    assert current(panel) == desk.document


def test_return_in_the_filter_opens_the_first_found_and_leads_back_to_the_text(desk, panel, qtbot):
    panel.filter.setText("A_RES_2")
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert desk.session.document == desk.other


def test_escape_empties_the_filter_and_then_leaves_it(panel, qtbot):
    panel.filter.setText("A")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)


def test_stepping_follows_the_rows_that_are_shown(desk, panel):
    panel.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert current(panel) == desk.document
    assert panel.table.selectionModel().hasSelection()
    panel.step(-1)
    assert desk.session.document == desk.other
    panel.step(-1)
    assert desk.session.document == desk.other
    panel.step(5)
    assert desk.session.document == desk.document


def test_a_changed_document_changes_one_row_and_a_new_one_adds_a_row(desk, panel, monkeypatch):
    monkeypatch.setattr(panel, "reload", lambda: pytest.fail("the list was read anew"))
    with desk.project.operation("change progress") as writing:
        documents.set_progress(writing, desk.document, "clause", "done")
    assert panel.model.index(0, 4).data().startswith("●")
    monkeypatch.undo()
    with desk.project.operation("import") as writing:
        documents.add(writing, "A_RES_0", "نص")
    assert panel.model.rowCount() == 3
    assert current(panel) == desk.document
    desk.project.undo()
    assert panel.model.rowCount() == 2


def test_without_a_project_the_list_is_empty(desk, panel):
    desk.session.set_project(None)
    assert panel.model.rowCount() == 0
    panel.step(1)


def test_names_stand_below_the_symbols_where_the_panel_is_narrow(desk, panel):
    table = panel.table
    table.fit(700)
    assert not table.isColumnHidden(Column.NAME)
    one_line = table.verticalHeader().defaultSectionSize()
    table.fit(260)
    assert table.isColumnHidden(Column.NAME)
    assert table.verticalHeader().defaultSectionSize() > one_line
    unnamed = table.grab().toImage()
    with desk.project.operation("correct metadata") as writing:
        documents.correct_metadata(writing, desk.session.document, Metadata(symbol="A/RES/59/187"))
    assert table.grab().toImage() != unnamed


def test_many_changed_documents_are_read_all_at_once(desk, panel, monkeypatch):
    with desk.project.operation("import") as writing:
        many = [documents.add(writing, f"more {number:02}", "نص") for number in range(FEW_DOCUMENTS + 1)]
    monkeypatch.setattr(Project, "summary", lambda *_: pytest.fail("one document was read by itself"))
    with desk.project.operation("import") as writing:
        for document in many:
            spans.mark(writing, document, "title", 0, 2)
    row = panel.model.row_of(many[-1])
    assert panel.model.index(row, Column.CLAUSES).data() == "1"
    assert current(panel) == desk.document


def test_marks_of_the_document_shown_are_counted_without_reading_it_anew(desk, panel, monkeypatch):
    with desk.project.operation("mark") as writing:
        documents.set_progress(writing, desk.document, "clause", "in-progress")
        spans.mark(writing, desk.document, "enacting", 0, 5)
    row = panel.model.row_of(desk.document)
    assert panel.model.index(row, Column.CLAUSES).data() == "1"
    with monkeypatch.context() as patched:
        patched.setattr(Project, "summary", lambda *_: pytest.fail("the document was read anew"))
        patched.setattr(Project, "documents", lambda *_: pytest.fail("all documents were read anew"))
        with desk.project.operation("mark") as writing:
            span = spans.mark(writing, desk.document, "preambular", 19, 30)
            spans.mark(writing, desk.document, "date", 6, 9)
        assert panel.model.index(row, Column.CLAUSES).data() == "2"
        desk.project.undo()
        assert panel.model.index(row, Column.CLAUSES).data() == "1"
        desk.project.redo()
        with desk.project.operation("reject") as writing:
            spans.set_status(writing, span.id, "rejected")
        assert panel.model.index(row, Column.CLAUSES).data() == "1"
    with desk.project.operation("mark") as writing:
        spans.mark(writing, desk.other, "title", 0, 4)
        spans.mark(writing, desk.document, "title", 10, 15)
    for document in (desk.document, desk.other):
        summary = desk.project.summary(document)
        assert panel.model.summary(document) == summary


def test_many_documents_are_counted_in_threes_however_many_are_shown(desk, panel):
    with desk.project.operation("import") as writing:
        for number in range(998):
            documents.add(writing, f"B_{number}", "قرار")
    assert "1,000" in panel.count.text()
    panel.filter.setText("A_RES")
    assert panel.count.text() == "\u20662\u2069 of \u20661,000\u2069"


def test_where_the_keys_go_is_seen(panel, qtbot):
    def corner() -> QColor:
        return panel.table.viewport().grab().toImage().pixelColor(1, panel.table.viewport().height() // 2)

    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.filter.setFocus()
    elsewhere = corner()
    panel.table.setFocus()
    here = corner()
    assert contrast(here, panel.palette().base().color()) >= MARK_CONTRAST
    panel.filter.setFocus()
    assert corner() == elsewhere == panel.palette().base().color()
