import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.scheme import SCHEME, Node, SchemeModel, SchemeRole
from model.annotation import scheme_edits as edits
from model.annotation.layers import read_scheme
from tests.gui.item_models.kept import standard_items

DEFAULT = read_scheme()


@pytest.fixture
def model(qtbot) -> SchemeModel:
    model = SchemeModel()
    model.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_scheme(DEFAULT, "en")
    return model


def test_labels_stand_in_layers_and_layers_in_the_scheme(model):
    assert model.index_of(SCHEME).data() == "UN resolutions"
    layer = model.index_of(Node("layer", "reference"))
    assert (layer.parent(), model.rowCount(layer)) == (model.index_of(SCHEME), 4)
    label = model.index_of(Node("label", "date"))
    assert label.parent() == layer
    assert model.node(label) == ("label", "date")
    assert (label.data(SchemeRole.KEY), label.data(SchemeRole.COLOUR)) == ("D", "#2d8a57")
    assert not label.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.node(QModelIndex()) is None
    assert not model.index_of(Node("label", "nowhere")).isValid()


def test_rows_stay_where_none_comes_goes_or_moves(model):
    index = model.index_of(Node("label", "date"))
    assert not model.show_scheme(edits.rename_label(DEFAULT, "date", {"en": "Day"}), "en")
    assert (index.isValid(), index.data()) == (True, "Day")
    assert model.show_scheme(edits.move_label(DEFAULT, "date", -1), "ar")
    assert model.index_of(Node("label", "date")).row() == 1
    assert model.index_of(Node("label", "date")).data() == "تاريخ"
    assert model.show_scheme(edits.remove_label(DEFAULT, "date"), "ar")
    assert not model.index_of(Node("label", "date")).isValid()
    assert model.show_scheme(None, "ar")
    assert model.rowCount() == 0


def test_marks_are_counted_by_label_and_layer_and_said(model):
    model.set_counts({"date": 2, "symbol": 3, "title": 1})
    assert model.index_of(Node("label", "date")).data(SchemeRole.COUNT) == 2
    assert model.index_of(Node("layer", "reference")).data(SchemeRole.COUNT) == 5
    spoken = model.index_of(Node("label", "date")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Date; key D; 2 mark")
    assert model.index_of(Node("layer", "reference")).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Layer Ref")
    model.show_scheme(edits.set_key(DEFAULT, "date", ""), "en")
    spoken = model.index_of(Node("label", "date")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Date; 2 mark")


def test_a_scheme_named_in_another_language_only_has_that_name(model):
    model.show_scheme(edits.describe(DEFAULT, {"fr": "Résolutions"}, "1"), "ar")
    assert model.index_of(SCHEME).data() == "Résolutions"


def test_rows_made_anew_take_the_place_of_those_before_in_memory_too(model):
    before = standard_items()
    for language in ("ar", "en") * 3:
        model.show_scheme(None, language)
        model.show_scheme(DEFAULT, language)
    assert standard_items() == before
