from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models import concept_tree
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


class Shelf:
    """A long list of concepts, read at once or when it is said to be there; a page of it is five rows."""

    def __init__(self, count: int, *, at_once: bool = True) -> None:
        self.nodes = [Node(f"{number:03}", f"N{number:03}", False) for number in range(count)]
        self.at_once = at_once
        self.model = ConceptTreeModel(lambda vocabulary, _: self.nodes if vocabulary and self.at_once else None)

    def labels(self) -> list[str]:
        return [str(self.model.index(row).data()) for row in range(self.model.rowCount())]

    def change(self, *changed: str, new: bool = False) -> None:
        known = [node for node in self.nodes if node.concept in changed]
        self.model.follow(set(changed), known, {"v"} if new else set())


@pytest.fixture
def pages(monkeypatch) -> None:
    monkeypatch.setattr(concept_tree, "PAGE", 5)
    monkeypatch.setattr(concept_tree, "FAR", 10)


@pytest.mark.usefixtures("pages")
def test_of_a_long_list_a_page_is_made_at_a_time():
    shelf = Shelf(12)
    top = QModelIndex()
    shelf.model.show_vocabularies([("v", "UNBIS")])
    for rows in (5, 10, 12):
        assert shelf.labels() == [node.label for node in shelf.nodes[:rows]]
        assert shelf.model.canFetchMore(top) is (rows < 12)
        shelf.model.fetchMore(top)
    assert len(shelf.labels()) == 12


@pytest.mark.usefixtures("pages")
def test_a_row_further_down_is_made_with_those_before_it_unless_they_are_very_many():
    shelf = Shelf(40)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    assert not shelf.model.index_of("v", ["015"]).isValid()
    assert len(shelf.labels()) == 5
    assert shelf.model.index_of("v", ["014"]).data() == "N014"
    assert len(shelf.labels()) == 19
    assert shelf.model.index_of("v", ["020"]).row() == 20


@pytest.mark.usefixtures("pages")
def test_what_has_no_row_yet_has_the_row_that_it_is_to_have_when_it_changed():
    shelf = Shelf(8)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    shelf.nodes = [*shelf.nodes[:6], Node("006", "CHANGED", False)]
    shelf.change("006", "007")
    shelf.model.fetchMore(QModelIndex())
    assert shelf.labels() == [node.label for node in shelf.nodes]


@pytest.mark.usefixtures("pages")
def test_what_changes_in_a_long_list_changes_its_rows():
    shelf = Shelf(12)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    shelf.nodes = [Node("new", "A", False), *shelf.nodes]
    shelf.change("new", new=True)
    assert shelf.labels() == ["A", "N000", "N001", "N002", "N003"]
    shelf.nodes = [node for node in shelf.nodes if node.concept != "001"]
    shelf.change("001")
    assert shelf.labels() == ["A", "N000", "N002", "N003", "N004"]
    for _ in range(2):
        shelf.model.fetchMore(QModelIndex())
    assert shelf.labels() == [node.label for node in shelf.nodes]


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("vocabularies", [[("v", "UNBIS")], [("own", "Project terms"), ("v", "UNBIS")]])
def test_a_list_that_takes_long_is_shown_when_it_has_come(vocabularies):
    shelf = Shelf(7, at_once=False)
    model = shelf.model
    model.show_vocabularies(vocabularies)
    top = QModelIndex() if len(vocabularies) == 1 else model.index(1)
    if top.isValid():
        assert model.canFetchMore(top)
        model.fetchMore(top)
    assert model.hasChildren(top) and not model.canFetchMore(top)
    assert (model.rowCount(top), model.index_of("v", ["000"]).isValid()) == (0, False)
    model.fill("gone", shelf.nodes)
    model.fill("v", shelf.nodes)
    assert model.rowCount(top) == 5
    assert model.index_of("v", ["006"]).data() == "N006"
    model.follow({"new"}, [], {"v"})  # is read again, and what is there stays until it has come
    assert model.rowCount(top) == 7
    model.fill("v", shelf.nodes[1:])
    assert model.rowCount(top) == 6


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("vocabularies", [[("v", "UNBIS")], [("own", "Project terms"), ("v", "UNBIS")]])
def test_qt_finds_nothing_wrong_with_a_long_list_either(vocabularies):
    shelf = Shelf(23, at_once=False)
    tester = QAbstractItemModelTester(shelf.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shelf.model.show_vocabularies(vocabularies)
    if len(vocabularies) > 1:
        shelf.model.fetchMore(shelf.model.index(1))
    shelf.model.fill("v", shelf.nodes)
    shelf.model.fill("v", [Node("new", "A", False), *shelf.nodes[3:12], Node("002", "Z", False)])
    assert shelf.model.index_of("v", ["002"]).data() == "Z"
    assert tester.model() is shelf.model


def test_a_long_list_may_turn_out_to_be_empty():
    shelf = Shelf(0, at_once=False)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    shelf.model.fill("v", [])
    assert (shelf.labels(), shelf.model.hasChildren(), shelf.model.canFetchMore(QModelIndex())) == ([], False, False)


@pytest.mark.usefixtures("pages")
def test_a_long_list_is_read_again_only_for_what_changed_in_it():
    shelf, read = Shelf(12), []
    shelf.model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    shelf.model.fetchMore(shelf.model.index(0))
    real = shelf.model._read
    shelf.model._read = lambda vocabulary, concept: read.append(vocabulary) or real(vocabulary, concept)
    shelf.model.follow({"mine"}, [Node("mine", "mine", False)], {"own"})  # of another vocabulary
    shelf.change("011")  # looks as it did
    assert read == []
    shelf.nodes = [*shelf.nodes[:11], Node("011", "CHANGED", False)]
    shelf.change("011")
    assert read == ["v"]
    shelf.nodes = shelf.nodes[:11]
    shelf.change("011")
    assert read == ["v", "v"]


def test_what_a_vocabulary_has_at_its_top_is_counted_where_it_was_read(model):
    model.show_vocabularies([("v", "UNBIS"), ("own", "Project terms")])
    assert (model.count_at_top("v"), model.count_at_top("gone")) == (None, None)
    model.fetchMore(model.index(0))
    assert model.count_at_top("v") == 2
    shelf = Shelf(700)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    assert (len(shelf.labels()), shelf.model.count_at_top("v")) == (concept_tree.PAGE, 700)


def test_what_does_not_come_is_awaited_no_longer_and_what_is_there_stays():
    shelf = Shelf(3, at_once=False)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    shelf.model.give_up("gone")
    assert shelf.model.hasChildren()
    shelf.model.give_up("v")
    assert (shelf.labels(), shelf.model.hasChildren(), shelf.model.canFetchMore(QModelIndex())) == ([], False, False)
    shelf.model.fill("v", shelf.nodes)
    assert shelf.labels() == ["N000", "N001", "N002"]
    shelf.change("new", new=True)
    shelf.model.give_up("v")
    assert shelf.labels() == ["N000", "N001", "N002"]


@pytest.mark.usefixtures("pages")
def test_what_goes_wrong_while_rows_come_does_not_hinder_the_next_ones(monkeypatch):
    shelf = Shelf(23)
    shelf.model.show_vocabularies([("v", "UNBIS")])
    tester = QAbstractItemModelTester(shelf.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def fail(*_: object) -> None:
        raise MemoryError

    for act in (
        lambda: shelf.model.fetchMore(QModelIndex()),
        lambda: shelf.model.fill("v", [Node("new", "A", False), *shelf.nodes]),
    ):
        with monkeypatch.context() as patch, pytest.raises(MemoryError):
            patch.setattr(shelf.model, "_made", fail)
            act()
        before = len(shelf.labels())
        shelf.model.fetchMore(QModelIndex())
        assert len(shelf.labels()) == before + 5
    assert tester.model() is shelf.model
