import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.suggestions import (
    NAMED,
    SimilarModel,
    SimilarRow,
    SuggestionModel,
    SuggestionRole,
    SuggestionRow,
)
from model.suggestion.suggester import Similar, Suggestion

TOLD = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def suggested(
    term: str = "PEACE",
    *,
    found: int = 0,
    places: int = 0,
    in_title: bool = False,
    like: tuple[str, ...] = (),
    assign: bool = False,
    second: str = "السلام",
) -> SuggestionRow:
    evidence = tuple((10 * each, 10 * each + 5) for each in range(places))
    return SuggestionRow(Suggestion(term, 0.876, assign, evidence, found, in_title, like), term, second, like)


def similar(**more) -> SimilarRow:
    held = {"name": "A/RES/58/3", "title": "\u2068A/RES/58/3\u2069 · السلام", "new": (), "besides": (), "both": ()}
    return SimilarRow(Similar("d", 0.999, frozenset()), **{**held, **more})


def reason(row: SuggestionRow, named: int = NAMED) -> str:
    return SuggestionModel().reason(row, named)


def test_suggestions_are_rows_found_by_their_terms(qtbot):
    model = SuggestionModel()
    QAbstractItemModelTester(model)
    rows = [suggested("PEACE"), suggested("TRADE")]
    model.show_rows(rows)
    assert (model.rowCount(), model.rows) == (2, tuple(rows))
    assert [model.row_of(term) for term in ("PEACE", "TRADE", "WATER", None)] == [0, 1, -1, -1]
    assert model.at(model.index(1)) is model.index(1).data(SuggestionRole.ROW) is rows[1]
    assert model.at(model.index(-1)) is None
    assert model.index(0).data() == "PEACE"
    assert model.rowCount(model.index(0)) == 0


@pytest.mark.parametrize(
    "row, words",
    [
        (suggested(in_title=True), "in the title"),
        (suggested(found=3, places=3), "3 time(s) in the text"),
        (suggested(found=20, places=5), "20 time(s) in the text, 5 shown"),
        (suggested(found=1200, places=5), "1,200 time(s) in the text, 5 shown"),
        (suggested(found=5, places=5), "5 time(s) in the text"),
        (suggested(found=2), "2 time(s) in the text"),
        (suggested(like=("A", "B")), "as in \u2068A\u2069, \u2068B\u2069"),
        (suggested(like=("A", "B", "C", "D")), "as in \u2068A\u2069, \u2068B\u2069 and 2 more"),
        (suggested(in_title=True, found=1, places=1, like=("A",)), "in the title · 1 time(s) in the text · as in ⁨A⁩"),
        (suggested(), "learned from documents like this"),
    ],
)
def test_a_reason_says_where_it_comes_from_and_how_many_places_are_shown(row, words):
    assert reason(row) == words


def test_a_row_is_told_in_full(qtbot):
    model = SuggestionModel()
    model.show_rows([suggested(found=20, places=5, like=("A", "B", "C"), assign=True), suggested(second="")])
    assert model.index(0).data(SuggestionRole.REASON).endswith("and 1 more")
    for role in TOLD:
        told = model.index(0).data(role)
        for words in ("PEACE", "السلام", "Chance: 87%", "Would be assigned", "20 time(s) in the text, 5 shown"):
            assert words in told
        assert "as in \u2068A\u2069, \u2068B\u2069, \u2068C\u2069" in told
    told = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "PEACE; Chance: 87%; learned from documents like this"


def test_tool_tips_do_not_read_markup(qtbot):
    model = SuggestionModel()
    model.show_rows([suggested("<b>PEACE</b>")])
    assert "&lt;b&gt;PEACE&lt;/b&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_differences_of_a_similar_document():
    model = SimilarModel()
    assert model.differences(similar()) == ["Nothing to take over"]
    assert model.differences(similar(new=("ONE", "اثنان"), both=("THREE",), besides=("FOUR",))) == [
        "To take over: \u2068ONE\u2069, \u2068اثنان\u2069",
        "In both: \u2068THREE\u2069",
        "Only here: \u2068FOUR\u2069",
    ]


def test_a_similar_document_is_told_with_its_title_and_likeness(qtbot):
    model = SimilarModel()
    QAbstractItemModelTester(model)
    model.show_rows([similar(both=("ONE",)), similar(title="")])
    index = model.index(0)
    assert (index.data(), index.data(SuggestionRole.REASON)) == ("A/RES/58/3", "Nothing to take over")
    for role in TOLD:
        for words in ("A/RES/58/3", "السلام", "Similarity: 99%", "In both: \u2068ONE\u2069"):
            assert words in index.data(role)
    told = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "A/RES/58/3; Similarity: 99%; Nothing to take over"


def test_similar_documents_that_are_shown_already_are_not_shown_anew(qtbot):
    model = SimilarModel()
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_rows([similar()])
    model.show_rows([similar()])
    assert resets == [True]
    model.show_rows([similar(new=("ONE",))])
    assert (len(resets), model.rows[0].new) == (2, ("ONE",))
