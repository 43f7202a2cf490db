"""Documents with hits: all of them first, then each with its number, in any order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.hits_documents import CountColumn, HitDocumentModel


@pytest.fixture
def model(qapp):
    model = HitDocumentModel(lambda document: "A/RES/1" if document == "a" else "")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_words(("Document", "Hits"), "All documents")
    model.add([("a", "first", 3), ("b", "second", 1200)])
    model.add([("c", "third", 7)])
    return model


def rows(model: HitDocumentModel) -> list[tuple[str, ...]]:
    return [
        tuple(str(model.index(row, column).data()).strip("\u2066\u2069") for column in CountColumn)
        for row in range(model.rowCount())
    ]


def test_all_come_first_then_symbols_or_names(model):
    assert rows(model) == [("All documents", "1,210"), ("A/RES/1", "3"), ("second", "1,200"), ("third", "7")]
    assert [model.place_at(row) for row in range(5)] == [None, 0, 1, 2, None]


def test_sorted_by_hits_the_first_row_stays_and_places_follow(model):
    model.sort(CountColumn.HITS, Qt.SortOrder.DescendingOrder)
    assert [model.place_at(row) for row in range(4)] == [None, 1, 2, 0]
    model.add([("d", "fourth", 50)])
    model.sort_again()
    assert [model.place_at(row) for row in range(5)] == [None, 1, 3, 2, 0]
    model.sort(-1)
    assert [model.place_at(row) for row in range(5)] == [None, 0, 1, 2, 3]


def test_the_chosen_document_stays_chosen_when_sorted(model):
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(model.index(1, 0))
    model.sort(CountColumn.HITS, Qt.SortOrder.DescendingOrder)
    assert model.place_at(kept.row()) == 0
