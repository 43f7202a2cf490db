import pytest
from PySide6.QtCore import Qt

from gui.item_models.documents import SIGNS, Column, DocumentModel
from model.annotation.documents import DocumentSummary


def summary(number: int, **changed) -> DocumentSummary:
    values = {
        "id": f"id{number}",
        "name": f"A_RES_59_{number}",
        "folder": "",
        "symbol": f"A/RES/59/{number}",
        "organ": "GA",
        "session": "59",
        "adopted": None,
        "title": f"تعزيز التعاون {number}",
        "length": 100,
        "span_count": number,
        "assignment_count": 2,
        "progress": {},
    }
    return DocumentSummary(**(values | changed))


@pytest.fixture
def model(qapp, qtmodeltester) -> DocumentModel:
    model = DocumentModel()
    model.set_words(("Symbol", "Name", "Clauses", "Descriptors", "Progress"), lambda summary: "words")
    model.set_documents([summary(number) for number in range(5)], ("clause", "descriptors"))
    qtmodeltester.check(model)
    return model


def row(model: DocumentModel, number: int) -> list[str]:
    return [model.index(number, column).data() for column in Column]


def test_a_row_shows_a_document(model):
    assert row(model, 3) == ["\u2066A/RES/59/3\u2069", "\u2066A_RES_59_3\u2069", "3", "2", "○○"]
    model.change(summary(3, symbol=None, progress={"descriptors": "done", "clause": "in-progress"}))
    assert row(model, 3) == ["\u2066A_RES_59_3\u2069", "\u2066A_RES_59_3\u2069", "3", "2", "◐●"]


def test_narrow_columns_have_signs_for_headers_and_say_in_words_what_they_are(model):
    for column in (Column.CLAUSES, Column.DESCRIPTORS, Column.PROGRESS):
        assert model.headerData(column, Qt.Orientation.Horizontal) == SIGNS[column]
    tip = model.headerData(Column.CLAUSES, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Clauses"


@pytest.mark.parametrize(
    "typed, found", [("59/3", [3]), ("تعزيز  التعاون 4", [4]), ("تَعــزيز", [0, 1, 2, 3, 4]), ("RES x", [])]
)
def test_the_filter_finds_words_in_name_symbol_and_title(model, typed, found):
    model.set_filter(typed)
    assert [model.document_at(number) for number in range(model.rowCount())] == [f"id{number}" for number in found]
    assert model.total == 5
    model.set_filter("")
    assert model.rowCount() == 5


def test_rows_are_sorted_and_the_projects_order_comes_back(model):
    model.sort(Column.CLAUSES, Qt.SortOrder.DescendingOrder)
    assert model.document_at(0) == "id4"
    assert model.row_of("id0") == 4
    model.sort(-1)
    assert model.document_at(0) == "id0"
    assert model.place_of("id2") == 2


def test_a_changed_document_stays_in_its_row(model, qtbot):
    with qtbot.waitSignal(model.dataChanged) as told:
        model.change(summary(2, span_count=99))
    assert told.args[0].row() == 2
    assert row(model, 2)[Column.CLAUSES] == "99"
    with qtbot.assertNotEmitted(model.dataChanged):
        model.change(summary(2, span_count=99))
        model.change(summary(77))


def test_the_filter_finds_among_20_000_documents(qapp):
    model = DocumentModel()
    model.set_documents([summary(number) for number in range(20_000)], ("clause",))
    model.set_filter("a")  # the first one folds all names
    model.set_filter("59/19")
    assert model.rowCount() == sum("59/19" in f"59/{number}" for number in range(20_000))
