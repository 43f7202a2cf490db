import pytest
from PySide6.QtCore import Qt

from gui.item_models.documents import SIGNS, SOON, Column, DocumentModel
from model.annotation.document_list import DocumentSummary
from model.errors import UserError


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
    words = ("Symbol", "Name", "Clauses", "Descriptors", "Progress", "Organ", "Adopted", "Length", "Assignee", "Folder")
    model.set_words(words, lambda summary: "words")
    fill(model, [summary(number) for number in range(5)], ("clause", "descriptors"))
    qtmodeltester.check(model)
    return model


def fill(model: DocumentModel, documents: list[DocumentSummary], tasks: tuple[str, ...]) -> None:
    """Show these documents, all of them read."""
    by_id = {each.id: each for each in documents}
    model.set_documents(list(by_id), tasks, lambda ids: [by_id[each] for each in ids])
    model.read_all()


def row(model: DocumentModel, number: int) -> list[str]:
    return [model.index(number, column).data() for column in list(Column)[:5]]


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
    fill(model, [summary(number) for number in range(20_000)], ("clause",))
    model.set_filter("59/19")
    assert model.rowCount() == sum("59/19" in f"59/{number}" for number in range(20_000))


def test_symbols_are_in_the_order_of_their_numbers(qapp):
    model = DocumentModel()
    fill(model, [summary(number, symbol=f"A/RES/75/{number}") for number in (100, 9, 10)], ("clause",))
    model.sort(Column.SYMBOL)
    assert [model.document_at(number) for number in range(3)] == ["id9", "id10", "id100"]


def test_order_and_places_are_known_before_anything_is_read_and_rows_are_read_when_they_are_painted(qapp):
    asked: list[str] = []

    def read(ids):
        asked.extend(ids)
        return [summary(int(each[2:])) for each in ids]

    model = DocumentModel()
    model.set_documents([f"id{number}" for number in range(1000)], ("clause",), read)
    assert (model.rowCount(), model.total, model.unread, asked) == (1000, 1000, 1000, [])
    assert model.place_of("id700") == model.row_of("id700") == 700
    assert row(model, 500)[Column.SYMBOL] == "\u2066A/RES/59/500\u2069"
    assert "id500" in asked and len(asked) < 150
    asked.clear()
    while model.read_some(100):
        pass
    assert len(asked) > 800 and "id500" not in asked
    asked.clear()
    assert row(model, 20)[0] and model.summary("id999") and not asked


def test_until_all_are_read_a_filtered_list_shows_those_that_are(qapp):
    ids = [f"id{number}" for number in range(2 * SOON)]
    model = DocumentModel()
    model.set_documents(ids, (), lambda some: [summary(int(each[2:])) for each in some])
    model.read_some(400)
    model.set_filter("RES")
    assert model.rowCount() == 400
    model.read_some(SOON)
    assert model.rowCount() == 400  # it does not jump while it is read
    model.read_all()
    assert model.rowCount() == 2 * SOON


def test_few_documents_are_read_at_once_where_they_are_filtered(qapp):
    model = DocumentModel()
    model.set_documents(["id1", "id2"], (), lambda some: [summary(int(each[2:])) for each in some])
    model.set_filter("59/2")
    assert model.rowCount() == 1 and model.unread == 0


def test_what_changed_is_read_once_more_and_what_did_not_is_not(qapp):
    asked: list[str] = []
    known = {f"id{number}": summary(number) for number in range(4)}

    def read(ids):
        asked.extend(ids)
        return [known[each] for each in ids]

    model = DocumentModel()
    model.set_documents(list(known), (), read)
    model.read_all()
    asked.clear()
    known["id1"], known["id9"] = summary(1, span_count=77), summary(9)
    del known["id3"]
    model.set_documents(list(known), (), read, frozenset({"id1"}))
    assert model.index(1, Column.CLAUSES).data() == "1"  # as it was, until it is read
    model.read_all()
    assert sorted(asked) == ["id1", "id9"]
    assert model.index(1, Column.CLAUSES).data() == "77"
    assert model.summary("id3") is None and model.rowCount() == 4


def test_a_document_that_is_gone_meanwhile_has_an_empty_row(qapp):
    model = DocumentModel()
    model.set_documents(["id1", "id2"], (), lambda ids: [summary(1)] if "id1" in ids else [])
    assert model.index(1, Column.NAME).data() is None
    model.read_all()
    assert model.index(0, Column.NAME).data()


def test_what_is_refused_while_a_row_is_painted_leaves_it_empty_and_is_read_later(qapp):
    broken = True

    def read(ids):
        if broken:
            raise UserError("damaged")
        return [summary(int(each[2:])) for each in ids]

    model = DocumentModel()
    model.set_documents(["id1", "id2"], (), read)
    assert model.index(0, Column.NAME).data() is None
    with pytest.raises(UserError):
        model.read_some(1)
    broken = False
    model.read_all()
    assert model.index(0, Column.NAME).data() and model.index(1, Column.NAME).data()


def test_arranging_what_stays_as_it_is_resets_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset):
        model.arrange()
        model.set_filter("RES")
        model.sort(Column.NAME)
    with qtbot.waitSignal(model.modelReset):
        model.sort(Column.NAME, Qt.SortOrder.DescendingOrder)


def test_the_next_wanted_document_is_looked_for_all_around(model):
    def below(limit):
        return lambda document: model.summary(document).span_count < limit

    assert model.next_wanted("id0", below(2), 1) == "id1"
    assert model.next_wanted("id1", below(2), 1) == "id0"
    assert model.next_wanted("id3", below(2), -1) == "id1"
    assert model.next_wanted("id0", below(2), -1) == "id1"
    assert model.next_wanted("id0", below(1), 1) == "id0"
    assert model.next_wanted("id0", below(0), 1) is None
    assert model.next_wanted(None, below(5), 1) == "id0"
    model.set_filter("59/3")
    assert model.next_wanted("id0", below(5), 1) == "id3"
    assert model.next_wanted("id4", below(5), -1) == "id3"


def test_the_tool_tip_says_what_the_row_has_no_room_for(model):
    model.change(summary(1, assignee="s", tags=("a",), adopted="2004-12-20"))
    model.set_people({"s": "Sara"})
    tip = model.index(1, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert all(words in tip for words in ("A_RES_59_1", "2004-12-20", "words"))
    assert model.index(1, Column.ASSIGNEE).data() == "Sara"
    assert model.index(1, Column.ADOPTED).data() == "\u20662004-12-20\u2069"
