import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.free_terms import FreeColumn, FreeRow, FreeTermModel, are_alike
from model.vocabulary.concepts import Concept, ConceptLabel


def concept(english: str, arabic: str = "") -> Concept:
    labels = [ConceptLabel("1", "en", "preferred", english)]
    labels += [ConceptLabel("2", "ar", "preferred", arabic)] if arabic else []
    return Concept(english, "v", "u", tuple(labels))


PEACE, PEACE_TOO = concept("PEACE", "السلام"), concept("PEACE (1999)")
ROWS = (
    FreeRow(concept("<b>Peace</b>"), 1234, (PEACE, PEACE_TOO)),
    FreeRow(concept("Trade", "التجارة"), 1, (PEACE,)),
    FreeRow(concept("Zzz"), 0, ()),
)


def shown(language: str = "en") -> FreeTermModel:
    model = FreeTermModel()
    model.show_rows(ROWS, language)
    return model


def cells(model: FreeTermModel, row: int) -> list[str]:
    plain = {0x2068: None, 0x2069: None}
    return [model.index(row, column).data().translate(plain) for column in FreeColumn]


def test_terms_with_their_use_and_what_carries_their_label(qtbot):
    model = shown()
    QAbstractItemModelTester(model)
    assert (model.rowCount(), model.columnCount()) == (3, 3)
    assert cells(model, 0) == ["<b>Peace</b>", "1,234", "PEACE · PEACE (1999)"]
    assert cells(model, 2) == ["Zzz", "0", ""]
    assert model.index(0, FreeColumn.CANDIDATE).data() == "\u2068PEACE\u2069 · \u2068PEACE (1999)\u2069"
    assert [cells(shown("ar"), row)[0] for row in (0, 1)] == ["<b>Peace</b>", "التجارة"]
    assert cells(shown("ar"), 1)[2] == "السلام"


def test_only_one_concept_is_sure():
    assert [row.is_sure for row in ROWS] == [False, True, False]


def test_rows_are_found_by_index_and_by_term():
    model = shown()
    assert model.row(model.index(1, 2)) is ROWS[1]
    assert model.row(model.index(-1, 0)) is None
    assert [model.first_of(terms) for terms in (("PEACE", "Zzz", "Trade"), ("PEACE",), ())] == [2, -1, -1]


@pytest.mark.parametrize(
    "one, other, alike",
    [
        (("HUMAN RIGHTS",), ("Human  rights",), True),
        (("HEALTH-CARE",), ("Healthcare",), True),
        (("CITIES",), ("City",), True),
        (("PEACE", "السلام"), ("السَّلام",), True),
        (("مفاوضات",), ("مفاوضة",), True),
        (("مفاوضة",), ("مفاوضات",), True),
        (("SEA", "البحر"), ("BAHRAIN", "البحرين"), False),
        (("TRADE",), ("TRADE BARRIERS",), False),
        (("2030 AGENDA",), ("KYOTO DECLARATION ON THE 2030 AGENDA",), False),
        (("A-B",), ("AB",), False),
    ],
)
def test_what_is_called_alike(one, other, alike):
    def labelled(*texts: str) -> Concept:
        languages = ["ar" if text[0] >= "\u0600" else "en" for text in texts]
        labels = [ConceptLabel(text, of, "preferred", text) for of, text in zip(languages, texts, strict=True)]
        return Concept("c", "v", "u", tuple(labels))

    assert are_alike(labelled(*one), labelled(*other)) is alike


def test_columns_are_named_and_numbers_stand_in_the_middle():
    model = shown()
    across = Qt.Orientation.Horizontal
    assert [model.headerData(each, across) for each in FreeColumn] == [
        *("Free term", "Documents", "Carries the same label"),
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    sides = [Qt.AlignmentFlag(model.index(0, each).data(Qt.ItemDataRole.TextAlignmentRole)) for each in FreeColumn]
    middle = Qt.AlignmentFlag.AlignHCenter
    assert [bool(side & middle) for side in sides] == [False, True, False]


def test_tool_tips_do_not_read_markup():
    model = shown()
    assert "&lt;b&gt;Peace&lt;/b&gt;" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(2, FreeColumn.CANDIDATE).data(Qt.ItemDataRole.ToolTipRole) == ""
