from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.concept_tree import ConceptTreeModel, TreeRole
from model.vocabulary.hierarchy import Node

AID, FOOD, RICE = Node("aid", "AID", True), Node("food", "FOOD AID", True), Node("rice", "RICE", False)
OLD = Node("old", "OLD", False, "deprecated")
BELOW: dict[str, list[Node]] = {
    "v": [AID, OLD],
    "own": [Node("mine", "mine", False)],
    "aid": [FOOD],
    "food": [RICE, AID],  # a chain that comes back
}


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def model(asked) -> ConceptTreeModel:
    def read(vocabulary: str | None, concept: str | None) -> Sequence[Node]:
        asked.append(vocabulary or concept or "")
        return BELOW[asked[-1]]

    return ConceptTreeModel(read)


def _below(model: ConceptTreeModel, index: QModelIndex) -> list[str]:
    model.fetchMore(index)
    return [str(model.index(row, 0, index).data()) for row in range(model.rowCount(index))]


@pytest.mark.parametrize("vocabularies", [[("v", "UNBIS")], [("v", "UNBIS"), ("own", "Project terms")]])
def test_qt_finds_nothing_wrong_with_it(model, vocabularies):
    model.show_vocabularies(vocabularies)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.index_of("v", ["aid", "food", "rice"]).data() == "RICE"
    assert model.index_of("v", ["old"]).isValid()
    assert tester.model() is model


def test_several_vocabularies_have_rows_and_are_read_when_they_are_opened(model, asked):
    model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    assert [str(model.index(row).data()) for row in range(model.rowCount())] == ["UNBIS", "Project terms"]
    assert asked == []
    assert _below(model, model.index(0)) == ["AID", "OLD"]
    assert asked == ["v"]
    assert model.concept(model.index(0)) is None
    assert model.vocabulary(model.index(0, 0, model.index(0))) == "v"


def test_one_vocabulary_alone_has_no_row(model):
    model.show_vocabularies([("v", "UNBIS")])
    assert [str(model.index(row).data()) for row in range(model.rowCount())] == ["AID", "OLD"]
    assert [model.hasChildren(model.index(row)) for row in range(2)] == [True, False]


def test_a_chain_that_comes_back_ends(model):
    model.show_vocabularies([("v", "UNBIS")])
    food = model.index_of("v", ["aid", "food"])
    assert _below(model, food) == ["RICE"]
    assert model.path_of(model.index(0, 0, food)) == ("aid", "food", "rice")


def test_a_path_that_is_not_there_has_no_row(model):
    model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    assert not model.index_of("v", ["food"]).isValid()
    assert not model.index_of("gone", ["aid"]).isValid()


def test_what_is_assigned_and_what_has_become_of_a_term_is_told(model):
    model.show_vocabularies([("v", "UNBIS")])
    model.set_assigned({"old"})
    old = model.index_of("v", ["old"])
    assert old.data(TreeRole.ASSIGNED)
    assert old.data(TreeRole.STATE) == "deprecated"
    assert old.data(Qt.ItemDataRole.AccessibleTextRole) == "OLD; deprecated; already assigned"
    assert not model.index_of("v", ["aid"]).data(TreeRole.ASSIGNED)
