from PySide6.QtCore import QPersistentModelIndex, Qt

from gui.item_models.problems import ProblemModel, ProblemRole, kind_name
from model.checking.checks import CHECKS
from model.checking.problems import Problem
from model.errors import UserError
from tests.model.checking.marked import FRAME, SCHEME, Marked

ITEMS = [("subclause", "(أ) أمر؛"), ("subclause", "(ج) أمر؛")]
FOUND = Marked(
    "قبل ذلك",
    *FRAME,
    ("operative", "1 - <تطلب>:", ITEMS),
    ("operative", "2 - <تؤيد> التقرير"),
    "كله؛ وغيره؛",
    ("operative", "3 - <تقرر> أمرا."),
).problems()


def _model(found=FOUND, language: str = "en") -> ProblemModel:
    model = ProblemModel()
    model.key = "F12"
    model.show(found, SCHEME, language)
    return model


def _told(model: ProblemModel, role: int) -> list:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_a_row_says_what_is_wrong_and_where(qtbot):
    model = _model()
    assert _told(model, Qt.ItemDataRole.DisplayRole) == [
        "In no clause: “\u2068قبل ذلك\u2069”",
        "\u2067(ج)\u2069 comes after \u2067(أ)\u2069; \u2067(ب)\u2069 is missing.",
        "It ends without a stop.",
        "In no clause: “\u2068كله؛ وغيره؛\u2069”",
    ]
    assert _told(model, ProblemRole.PLACE) == [
        "at the beginning",
        "Operative paragraph \u20661\u2069 \u2067(ج)\u2069",
        "Operative paragraph \u20662\u2069",
        "after Operative paragraph \u20662\u2069",
    ]
    assert _told(model, ProblemRole.LABEL_ID) == [None, "subclause", "operative", None]
    assert _told(model, ProblemRole.FIX)[2] == "Lengthen it to “\u2068كله؛\u2069”"


def test_names_of_labels_are_those_of_the_language(qtbot):
    assert _told(_model(language="ar"), ProblemRole.PLACE)[2] == "فقرة من المنطوق \u20662\u2069"


def test_a_screen_reader_hears_all_of_a_row(qtbot):
    told = _told(_model(), Qt.ItemDataRole.AccessibleTextRole)[2]
    assert (
        told
        == "It ends without a stop. Operative paragraph \u20662\u2069; Ending; F12: Lengthen it to “\u2068كله؛\u2069”"
    )
    assert "Lengthen it" in _told(_model(), Qt.ItemDataRole.ToolTipRole)[2]


def test_what_is_still_there_stays_where_it_is(qtbot):
    model = _model()
    kept = QPersistentModelIndex(model.index(3))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show([FOUND[0], *FOUND[2:]], SCHEME, "en")
    assert model.rowCount() == 3 and kept.row() == 2
    model.show(FOUND, SCHEME, "en")
    assert kept.row() == 3 and model.problem(model.index(1)) == FOUND[1]
    model.show([], SCHEME, "en")
    assert model.rowCount() == 0 and not kept.isValid()


def test_nothing_is_touched_where_nothing_is_new(qtbot):
    model = _model()
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.assertNotEmitted(model.rowsRemoved):
        model.show(list(FOUND), SCHEME, "en")


def test_a_row_is_found_by_a_place_in_the_text(qtbot):
    model = _model()
    assert model.row_behind(-1) == 0
    assert model.row_behind(FOUND[1].start) == 2
    assert model.row_behind(10_000) == 4


def test_every_kind_has_a_name(qtbot):
    kinds = [check.kind for check in CHECKS]
    names = {kind_name(Problem(kind, None, 0, 1, UserError("x"))) for kind in kinds}
    assert len(names) == len(kinds)


def test_a_descriptor_has_no_place(qtbot):
    model = _model([Problem("vocabulary", None, 0, 0, UserError("x"))])
    assert _told(model, ProblemRole.PLACE) == [""]


def test_a_label_that_is_gone_is_shown_by_its_id(qtbot):
    model = _model([Problem("ending", "a", 0, 1, UserError("x"), path=(("gone", "x"),))])
    assert _told(model, ProblemRole.PLACE) == ["gone (x)"]
