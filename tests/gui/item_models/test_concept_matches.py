from PySide6.QtCore import Qt

from gui.item_models.concept_matches import MatchModel, MatchRole
from model.vocabulary.concepts import Concept, ConceptLabel
from model.vocabulary.lookup import ConceptMatch

PEACE = Concept(
    "peace",
    "v",
    "u",
    (
        ConceptLabel("1", "ar", "preferred", "السلام"),
        ConceptLabel("2", "en", "preferred", "PEACE"),
        ConceptLabel("3", "en", "alternative", "amity"),
        ConceptLabel("4", "fr", "preferred", "PAIX"),
    ),
)


def _model(by: int, term: str, language: str = "ar", assigned: frozenset[str] = frozenset()) -> MatchModel:
    model = MatchModel()
    model.show_matches([ConceptMatch(PEACE, PEACE.labels[by])], term, assigned, language)
    return model


def _row(model: MatchModel, *roles: int) -> tuple:
    return tuple(model.index(0).data(role) for role in roles)


def test_a_row_has_both_labels_and_what_matched_where_it_is_neither():
    shown = (Qt.ItemDataRole.DisplayRole, MatchRole.SECOND, MatchRole.MATCHED)
    assert _row(_model(0, "السلام"), *shown) == ("السلام", "PEACE", "")
    assert _row(_model(1, "peace", "en"), *shown) == ("PEACE", "السلام", "")
    assert _row(_model(2, "ami"), *shown) == ("السلام", "PEACE", "amity")
    assert _row(_model(3, "paix"), *shown) == ("السلام", "PEACE", "PAIX")


def test_the_last_row_creates_the_term_unless_there_is_one_called_so():
    model = _model(1, "  pea   ce ")
    last = model.index(model.creation_row)
    assert (model.rowCount(), model.creation_row) == (2, 1)
    assert last.data(MatchRole.TERM) == "pea ce"
    assert "\u2068pea ce\u2069" in last.data()
    assert model.concept_id(last) is None
    assert model.concept_id(model.index(0)) == "peace"
    known = _model(1, "Peace")
    assert (known.rowCount(), known.creation_row) == (1, -1)


def test_what_folds_to_nothing_cannot_be_created():
    model = MatchModel()
    model.show_matches([], "ـــ\u064e", frozenset(), "ar")
    assert model.rowCount() == 0


def test_what_is_assigned_is_said():
    model = _model(0, "السلام", assigned=frozenset({"peace"}))
    assert _row(model, MatchRole.ASSIGNED) == (True,)
    assert "already assigned" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_tool_tips_do_not_read_markup():
    model = MatchModel()
    model.show_matches([], "<b>x</b>", frozenset(), "en")
    assert "&lt;b&gt;x&lt;/b&gt;" in model.index(0).data(Qt.ItemDataRole.ToolTipRole)
