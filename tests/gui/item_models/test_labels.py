import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.labels import LabelModel, LabelRole
from model.annotation.layers import read_scheme
from model.annotation.values import Span


def _span(name: str, label: str, **values) -> Span:
    return Span(name, "d", "clause", label, 0, 1, **values)


def _counts(model: LabelModel) -> dict[str, int]:
    rows = (model.index(row) for row in range(model.rowCount()))
    return {row.data(LabelRole.LABEL_ID): row.data(LabelRole.COUNT) for row in rows if row.data(LabelRole.COUNT)}


def test_each_layer_stands_above_its_labels(qapp):
    model = LabelModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    scheme = read_scheme()
    model.set_scheme(scheme, "en")
    names = [model.index(row).data() for row in range(model.rowCount())]
    assert names[:2] == ["Clauses", "Adoption line"]
    assert len(names) == len(scheme.layers) + len(list(scheme.labels()))
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEnabled
    assert tester.model() is model


def test_counting_one_by_one_equals_counting_anew():
    counted, anew = LabelModel(), LabelModel()
    for model in (counted, anew):
        model.set_scheme(read_scheme(), "en")
    chance = random.Random(3)
    spans: dict[str, str] = {}
    for _ in range(300):
        name = str(chance.randrange(20))
        label = chance.choice(["title", "operative", "subclause", None])
        if label is None:
            spans.pop(name, None)
        else:
            spans[name] = label
        counted.change_spans({name: label})
        anew.set_spans([_span(each, kept) for each, kept in spans.items()])
        assert _counts(counted) == _counts(anew)
    assert sum(_counts(counted).values()) == len(spans)


def test_rejected_proposals_are_not_counted():
    model = LabelModel()
    model.set_scheme(read_scheme(), "en")
    model.set_spans([_span("a", "title"), _span("b", "title", status="rejected")])
    assert _counts(model) == {"title": 1}


def test_only_the_rows_that_change_are_told():
    model = LabelModel()
    model.set_scheme(read_scheme(), "en")
    told: list[str] = []
    model.dataChanged.connect(lambda first, last, roles: told.append(first.data()))
    model.change_spans({"a": "title"})
    model.change_spans({"a": "title"})
    model.set_at_caret("operative")
    model.set_at_caret("operative")
    assert told == ["Title", "Operative paragraph"]


def test_labels_that_the_scheme_does_not_have_do_no_harm():
    model = LabelModel()
    model.set_scheme(read_scheme(), "en")
    model.set_spans([_span("a", "gone")])
    model.set_at_caret("gone")
    assert _counts(model) == {}
    assert not model.index_of("gone").isValid()
    assert not model.index_of(None).isValid()
