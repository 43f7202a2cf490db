"""Hits as rows: which document each is of, one document alone, ticks, and what acts are about."""

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.hit_places import HitPlaces
from gui.item_models.hits import HitColumn, HitModel
from gui.item_models.packed_hits import PackedHits
from gui.session.session import Session
from model.search.hit_finder import DocumentHits


def found(*documents: tuple[str, list[tuple[int, int]]]) -> PackedHits:
    result = PackedHits()
    for document, hits in documents:
        result.add(DocumentHits(document, document.upper(), tuple(hits)))
    return result


@pytest.fixture
def model(qapp):
    model = HitModel(HitPlaces(Session()))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.add(found(("a", [(0, 2), (5, 7)]), ("b", [(1, 4)])))
    model.add(found(("c", [(3, 9), (10, 12), (20, 22)])))
    return model


def rows(model: HitModel) -> list[tuple[str, tuple[int, int]]]:
    return [(model.document_at(row), model.limits(row)) for row in range(model.rowCount())]


ALL = [("a", (0, 2)), ("a", (5, 7)), ("b", (1, 4)), ("c", (3, 9)), ("c", (10, 12)), ("c", (20, 22))]


def test_every_row_is_a_hit_of_its_document(model):
    assert rows(model) == ALL
    assert (model.total, model.document_count) == (6, 3)


def test_one_document_alone(model):
    model.narrow(2)
    assert rows(model) == ALL[3:]
    model.add(found(("d", [(0, 1)])))
    assert rows(model) == ALL[3:]
    model.narrow(None)
    assert rows(model) == [*ALL, ("d", (0, 1))]


def test_hits_and_rows_of_a_document(model):
    assert model.hits_in("c") == [(3, 9), (10, 12), (20, 22)]
    assert model.hits_in("none") == []
    assert [model.row_of("c", start) for start in (0, 4, 20, 21)] == [3, 4, 5, -1]
    model.narrow(2)
    assert [model.row_of("c", 4), model.row_of("a", 0)] == [1, -1]


def test_a_box_is_ticked_by_the_view(model):
    index = model.index(2, HitColumn.DOCUMENT)
    assert model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert (model.ticked, model.is_ticked(2), model.is_ticked(1)) == (1, True, False)


def test_ranges_are_ticked_and_counted_once(model):
    model.tick(0, 3, True)
    model.tick(2, 5, True)
    assert model.ticked == 5
    model.tick(1, 3, False)
    assert [model.is_ticked(row) for row in range(6)] == [True, False, False, True, True, False]
    model.untick_all()
    assert model.ticked == 0


def test_ticks_stay_with_their_hits_where_one_document_is_listed_alone(model):
    model.tick(3, 4, True)
    model.narrow(2)
    assert [model.is_ticked(row) for row in range(3)] == [True, False, False]
    model.tick(*model.rows_of_document(0), True)
    model.narrow(None)
    assert [model.is_ticked(row) for row in range(6)] == [False, False, False, True, True, True]


def chosen(model: HitModel) -> list[tuple[str, str, tuple[tuple[int, int], ...]]]:
    return [(each.document, each.name, each.hits) for each in model.chosen_hits()]


def test_acts_are_about_what_is_ticked_else_about_what_is_listed(model):
    assert (model.chosen(), len(chosen(model))) == (6, 3)
    model.narrow(1)
    assert (model.chosen(), chosen(model)) == (1, [("b", "B", ((1, 4),))])
    model.narrow(None)
    model.tick(1, 2, True)
    model.tick(5, 6, True)
    model.narrow(1)
    assert (model.chosen(), chosen(model)) == (2, [("a", "A", ((5, 7),)), ("c", "C", ((20, 22),))])


def test_what_an_act_is_about_does_not_change_under_it(model):
    hits = model.chosen_hits()
    model.add(found(("d", [(0, 1)])))
    model.clear()
    assert [len(each.hits) for each in hits] == [2, 1, 3]


def test_neither_do_ticks(model):
    model.tick(0, 1, True)
    hits = model.chosen_hits()
    model.tick(0, 6, True)
    assert [each.hits for each in hits] == [((0, 2),)]


def test_cleared_it_is_as_at_first(model):
    model.narrow(1)
    model.tick(0, 1, True)
    model.clear()
    assert (model.rowCount(), model.total, model.ticked, model.only) == (0, 0, 0, None)
    model.add(found(("z", [(0, 1)])))
    assert rows(model) == [("z", (0, 1))]


def test_hits_take_a_few_bytes_each(model):
    assert isinstance(model._starts, array)
    assert model._starts.itemsize + model._ends.itemsize + 1 <= 9
