"""The list of documents beside a concordance, by its keys and its headers."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.item_models.hits_documents import CountColumn, HitDocumentModel
from gui.panels.find.documents import DocumentTable


@pytest.fixture
def table(qtbot) -> DocumentTable:
    model = HitDocumentModel({"a": "A/RES/1"}.get, None)
    model.set_words(("Document", "Hits"), "All documents")
    model.add([("a", "A", 2), ("b", "B", 30), ("c", "C", 1)])
    table = DocumentTable(model)
    qtbot.addWidget(table)
    table.resize(210, 200)
    table.show()
    return table


def shown(table: DocumentTable) -> list[tuple[str, str]]:
    cells = ((table.model().index(row, 0).data(), table.model().index(row, 1).data()) for row in range(4))
    return [(name.strip("\u2066\u2069"), hits) for name, hits in cells]


def press(table: DocumentTable, key: Qt.Key) -> None:
    QCoreApplication.sendEvent(table, QKeyEvent(QEvent.Type.KeyPress, int(key), Qt.KeyboardModifier.NoModifier))


def test_documents_stand_in_project_order_until_a_header_is_clicked_and_again_at_the_third_click(table):
    given = [("All documents", "33"), ("A/RES/1", "2"), ("B", "30"), ("C", "1")]
    assert shown(table) == given
    header = table.horizontalHeader()
    header.setSortIndicator(CountColumn.HITS, Qt.SortOrder.DescendingOrder)
    assert [hits for _, hits in shown(table)] == ["33", "30", "2", "1"]
    header.setSortIndicator(CountColumn.HITS, Qt.SortOrder.AscendingOrder)
    assert [hits for _, hits in shown(table)] == ["33", "1", "2", "30"]
    assert header.isSortIndicatorClearable()
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert shown(table) == given


def test_arrows_choose_one_and_escape_leaves(table, qtbot):
    table.setCurrentIndex(table.model().index(0, 0))
    press(table, Qt.Key.Key_Down)
    (chosen,) = table.selectionModel().selectedRows()
    assert table.model().place_at(chosen.row()) == 0
    with qtbot.waitSignal(table.left):
        press(table, Qt.Key.Key_Escape)


def test_a_long_name_gives_way_to_the_number_of_hits(table):
    width = table.columnWidth(CountColumn.HITS)
    assert width >= table.fontMetrics().horizontalAdvance("999,999")
    table.resize(120, 200)
    QCoreApplication.processEvents()
    assert table.columnWidth(CountColumn.HITS) == width
    assert table.horizontalHeader().length() <= table.viewport().width()
