"""The table of hits: boxes are ticked by the mouse, rows read where they are painted, narrow tables lose a column."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.item_models.hit_places import HitPlaces
from gui.item_models.hits import HitColumn, HitModel
from gui.item_models.packed_hits import PackedHits
from gui.panels.find.concordance import NARROW, Concordance
from gui.session.session import Session
from gui.style.theme import theme_of
from model.annotation import documents
from model.project import Project
from model.search.hit_finder import DocumentHits

TEXT = "كلمة " * 2000
DOCUMENTS = 40


@pytest.fixture
def table(qtbot, tmp_path: Path):
    project = Project.create(tmp_path / "table.qarar", "Sara")
    with project.operation("import") as writing:
        ids = [documents.add(writing, f"D{number:02}", f"{number} {TEXT}") for number in range(DOCUMENTS)]
    session = Session()
    session.set_project(project)
    model = HitModel(HitPlaces(session))
    found = PackedHits()
    for document in ids:
        hits = tuple((start, start + 4) for start in range(3, 9000, 5))
        found.add(DocumentHits(document, document, hits))
    model.add(found)
    table = Concordance(model, theme_of(QPalette(), None))
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    yield table
    session.set_project(None)


def model_of(table: Concordance) -> HitModel:
    model = table.model()
    assert isinstance(model, HitModel)
    return model


def box_of(table: Concordance, row: int) -> QPoint:
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    index = model_of(table).index(row, HitColumn.DOCUMENT)
    option.rect = table.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    return table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table).center()


def test_a_box_is_ticked_where_it_is_clicked(table):
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box_of(table, 2))
    model = model_of(table)
    assert [model.is_ticked(row) for row in range(4)] == [False, False, True, False]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box_of(table, 2))
    assert model.ticked == 0


def test_only_documents_that_are_painted_are_read(table, qtbot):
    table.grab()
    places = model_of(table).places
    assert len(places._kept) == 1
    assert len(table._delegate._lines._kept) < 30
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    table.grab()
    assert len(places._kept) == 2


def test_a_narrow_table_has_no_column_of_clauses(table, qtbot):
    assert not table.isColumnHidden(HitColumn.CLAUSE)
    table.resize(NARROW - 100, 300)
    qtbot.waitUntil(lambda: table.isColumnHidden(HitColumn.CLAUSE))


def test_a_row_that_is_chosen_is_told_and_seen(table):
    told: list[int] = []
    table.row_chosen.connect(told.append)
    table.choose(300)
    table.choose(10_000_000)
    assert (told, table.currentIndex().row()) == ([300], 300)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_the_current_row_is_told_again_where_it_is_chosen_or_clicked_again(table):
    told: list[int] = []
    table.row_chosen.connect(told.append)
    table.choose(2)
    table.choose(2)
    assert told == [2, 2]
    place = table.visualRect(table.model().index(2, HitColumn.CONTEXT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [2, 2, 2]
    place = table.visualRect(table.model().index(3, HitColumn.CONTEXT)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [2, 2, 2, 3]


def test_a_document_that_is_gone_paints_nothing_and_fails_nowhere(table):
    model = model_of(table)
    found = PackedHits()
    found.add(DocumentHits("gone", "gone", ((0, 4),)))
    model.clear()
    model.add(found)
    table.grab()
    assert model.index(0, HitColumn.DOCUMENT).data().strip("\u2066\u2069") == "gone"
