import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from gui.item_models.documents import Column, DocumentModel
from gui.panels.documents.table import DocumentsTable
from model.annotation.document_list import DocumentSummary

PLAIN = DocumentSummary("id", "A_RES_59_187", "GA", "A/RES/59/187", "GA", "59", "2004-12-20", None, 9, 1, 2, {})


def shown(*summaries: DocumentSummary) -> DocumentModel:
    model = DocumentModel()
    by_id = {each.id: each for each in summaries}
    model.set_documents(list(by_id), ("clause",), lambda ids: [by_id[each] for each in ids])
    return model


@pytest.fixture
def model(qapp) -> DocumentModel:
    return shown(PLAIN)


@pytest.fixture
def table(model, qtbot) -> DocumentsTable:
    table = DocumentsTable(model)
    qtbot.addWidget(table)
    table.resize(216, 300)
    table.show()
    return table


def columns(table: DocumentsTable) -> list[Column]:
    return [column for column in Column if not table.isColumnHidden(column)]


def test_more_columns_are_shown_where_there_is_room(table):
    always = [Column.SYMBOL, Column.CLAUSES, Column.DESCRIPTORS, Column.PROGRESS]
    table.fit(260)
    assert columns(table) == always
    table.fit(420)
    assert columns(table) == sorted([*always, Column.NAME])
    table.fit(640)
    assert Column.ADOPTED in columns(table) and Column.LENGTH not in columns(table)
    table.fit(1600)
    assert columns(table) == list(Column)
    table.fit(260)
    assert columns(table) == always


def test_counts_give_way_before_a_symbol_is_cut(table):
    needed = table.fontMetrics().horizontalAdvance("S/RES/2506 (2020)")
    seen = set()
    for width in range(160, 300, 4):
        table.fit(width)
        taken = sum(table.columnWidth(column) for column in columns(table)[1:])
        assert width - taken > needed or columns(table) == [Column.SYMBOL, Column.PROGRESS]
        assert Column.CLAUSES in columns(table) or Column.DESCRIPTORS not in columns(table)
        seen.add(len(columns(table)))
    assert seen == {2, 3, 4}


@pytest.mark.parametrize("width", [216, 700])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_note_tags_and_assignee_each_have_a_sign(table, model, width, direction):
    table.setLayoutDirection(direction)
    table.resize(width, 300)
    QApplication.processEvents()
    seen = []
    for changed in ({}, {"has_note": True}, {"tags": ("a",)}, {"assignee": "s"}):
        values = {name: getattr(PLAIN, name) for name in PLAIN.__slots__}
        model.change(DocumentSummary(**(values | changed)))
        QApplication.processEvents()
        seen.append(table.viewport().grab().toImage())
    assert all(one != other for number, one in enumerate(seen) for other in seen[:number])


def test_signs_take_nothing_from_the_symbol_in_a_narrow_panel(qtbot):
    values = {name: getattr(PLAIN, name) for name in PLAIN.__slots__}
    images = []
    for changed in ({}, {"has_note": True, "tags": ("a",), "assignee": "s"}):
        table = DocumentsTable(shown(DocumentSummary(**(values | changed))))
        qtbot.addWidget(table)
        table.resize(216, 300)
        table.show()
        QApplication.processEvents()
        cell = table.visualRect(table.model().index(0, 0))
        cell.setHeight(cell.height() // 2)
        images.append(table.viewport().grab(cell).toImage())
    assert images[0] == images[1]


def test_a_menu_is_asked_for_at_its_place(table, qtbot):
    with qtbot.waitSignal(table.menu_wanted) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(105, 205))
        QApplication.sendEvent(table.viewport(), event)
    assert told.args == [QPoint(105, 205)]
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(table.menu_wanted) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(105, 205))
        QApplication.sendEvent(table.viewport(), event)
    assert table.visualRect(table.currentIndex()).contains(table.viewport().mapFromGlobal(told.args[0]))


def test_return_and_escape_lead_away(table, qtbot):
    with qtbot.waitSignal(table.entered_row):
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.left):
        qtbot.keyClick(table, Qt.Key.Key_Escape)
