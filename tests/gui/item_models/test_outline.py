import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTreeView

from gui.item_models import outline
from gui.item_models.outline import OutlineModel, OutlineRole
from model.annotation.layers import read_scheme
from model.annotation.values import Origin, Span, text_order
from tests.gui.item_models.kept import standard_items

TEXT = "إن الجمعية العامة، إذ تعيد تأكيد ذلك، وإذ ترحب به، 1 - تطلب إليه: (أ) الإعداد، (ب) النشر؛ 2 - تقرر النظر."


def _span(quote: str, label: str, layer: str = "clause", **more) -> Span:
    start = TEXT.index(quote)
    return Span(f"{label} {quote[:6]}", "d", layer, label, start, start + len(quote), **more)


FIRST, SECOND = _span("إذ تعيد تأكيد ذلك،", "preambular"), _span("وإذ ترحب به،", "preambular")
LISTING = _span("1 - تطلب إليه: (أ) الإعداد، (ب) النشر؛", "operative", number="1")
ITEM = _span("(أ) الإعداد،", "subclause", number="أ", depth=1)
LEAD = _span("إذ تعيد تأكيد", "lead", "lead")


def _is_unsure(span: Span) -> bool:
    return (span.origin.confidence or 0) < 0.8


@pytest.fixture
def model(qtbot) -> OutlineModel:
    model = OutlineModel(_is_unsure)
    model.show_document(read_scheme(), "ar", TEXT, [FIRST, SECOND, LISTING, ITEM, LEAD])
    return model


def _tree(model: OutlineModel, parent: QModelIndex | None = None) -> list:
    """Keys as nested lists."""
    above = QModelIndex() if parent is None else parent
    found: list = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        found.append(model.key(index))
        if model.rowCount(index):
            found.append(_tree(model, index))
    return found


def test_the_tree_is_that_of_the_clauses(model):
    assert _tree(model) == ["preamble 1", [FIRST.id, SECOND.id], LISTING.id, [ITEM.id]]


def test_a_row_has_its_number_its_leading_phrase_and_what_comes_after_it(model):
    line = model.line(FIRST.id)
    assert (line.label, line.number, line.before, line.lead, line.rest) == (
        "preambular",
        "",
        "",
        "إذ تعيد تأكيد",
        "ذلك،",
    )
    assert model.line(LISTING.id).number == "1"
    assert model.line(LISTING.id).rest.startswith("تطلب إليه:")
    assert (model.line(ITEM.id).number, model.line(ITEM.id).rest) == ("(أ)", "الإعداد،")
    assert model.index_of(FIRST.id).data() == "إذ تعيد تأكيد ذلك،"


def test_words_before_a_leading_phrase_are_not_lost(model):
    lead = replace(LEAD, start=LEAD.start + len("إذ "))
    model.change_spans([], [lead])
    line = model.line(FIRST.id)
    assert (line.before, line.lead, line.rest) == ("إذ", "تعيد تأكيد", "ذلك،")


def test_a_leading_phrase_that_comes_moves_or_goes_changes_one_row(qtbot, model):
    told: list[str | None] = []
    model.dataChanged.connect(lambda top, *_: told.append(model.key(top)))
    assert model.line(SECOND.id).lead == ""
    model.change_spans([], [_span("وإذ ترحب", "lead", "lead")])
    assert told == [SECOND.id]
    assert model.line(SECOND.id).lead == "وإذ ترحب"
    model.change_spans([LEAD.id], [])
    assert told == [SECOND.id, FIRST.id]
    assert model.line(FIRST.id).lead == ""


def test_the_leading_phrase_of_a_clause_inside_is_not_that_of_the_one_around_it(model):
    model.change_spans([], [_span("الإعداد", "lead", "lead")])
    assert model.line(LISTING.id).lead == ""
    assert model.line(ITEM.id).lead == "الإعداد"


def test_an_open_row_is_told_of_when_a_clause_comes_into_it_that_takes_its_leading_phrase(model):
    lead = _span("الإعداد", "lead", "lead")
    model.change_spans([ITEM.id], [lead])
    assert model.line(LISTING.id).lead == "الإعداد"
    model.change_spans([], [ITEM])
    assert model.line(LISTING.id).lead == ""


def test_proposals_and_unsure_ones_are_told_apart(model):
    sure = replace(SECOND, status="suggested", origin=Origin("model", "w", 0.97))
    model.change_spans([], [sure, replace(LISTING, status="suggested", origin=Origin("model", "w", 0.5))])
    assert [(model.line(key).proposed, model.line(key).unsure) for key in (FIRST.id, SECOND.id, LISTING.id)] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    spoken = model.index_of(LISTING.id).data(Qt.ItemDataRole.AccessibleTextRole)
    name = read_scheme().label("operative").name("ar")
    assert spoken == model.tr("{clause}, proposed, unsure: {words}").format(
        clause=f"{name} 1", words=model.line(LISTING.id).words
    )


def test_a_group_says_how_many_paragraphs_it_has_as_they_come(model):
    told: list[str | None] = []
    model.dataChanged.connect(lambda top, *_: told.append(model.key(top)))
    assert model.line("preamble 1").count == 2
    model.change_spans([], [_span("إن الجمعية العامة،", "preambular")])
    assert model.line("preamble 1").count == 3
    assert "preamble 1" in told


def test_a_group_that_is_parted_says_how_many_are_left(model):
    assert model.line("preamble 1").count == 2
    model.change_spans([], [replace(_span("ذلك، وإذ", "operative"), start=FIRST.end, end=FIRST.end + 1)])
    assert model.line("preamble 1").count == 1
    assert model.line("preamble 2").count == 1


def test_a_change_of_few_spans_changes_few_rows(qtbot, model):
    kept = {key: model.index_of(key) for key in (FIRST.id, ITEM.id)}
    changed: list[str] = []
    for name in ("rowsInserted", "rowsRemoved", "modelReset"):
        getattr(model, name).connect(lambda *_, name=name: changed.append(name))
    last = _span("2 - تقرر النظر.", "operative", number="2")
    model.change_spans([], [last])
    assert changed == ["rowsInserted"]
    assert _tree(model) == ["preamble 1", [FIRST.id, SECOND.id], LISTING.id, [ITEM.id], last.id]
    model.change_spans([SECOND.id], [])
    assert changed == ["rowsInserted", "rowsRemoved"]
    model.change_spans([], [replace(FIRST, note="x"), replace(ITEM, number="ب")])
    assert len(changed) == 2
    assert {key: model.index_of(key) for key in kept} == kept


def test_the_innermost_clause_at_a_place_is_found(model):
    assert model.innermost(0) is None
    assert model.innermost(FIRST.start) == FIRST.id
    assert model.innermost(FIRST.end) is None  # the blank between two
    assert model.innermost(ITEM.end - 1) == ITEM.id
    assert model.innermost(ITEM.end) == LISTING.id
    assert model.innermost(LISTING.end) is None


def test_one_row_is_that_of_the_clause_at_the_caret(model):
    model.set_at_caret(ITEM.id)
    assert model.index_of(ITEM.id).data(OutlineRole.AT_CARET)
    model.set_at_caret(FIRST.id)
    assert [key for key in (FIRST.id, ITEM.id) if model.index_of(key).data(OutlineRole.AT_CARET)] == [FIRST.id]


def test_rejected_spans_and_those_of_other_layers_have_no_rows(model):
    model.change_spans([], [replace(SECOND, status="rejected"), _span("الجمعية", "symbol", "reference")])
    assert _tree(model) == ["preamble 1", [FIRST.id], LISTING.id, [ITEM.id]]


def test_a_scheme_without_clauses_has_no_outline(model):
    scheme = read_scheme()
    model.show_document(replace(scheme, layers=scheme.layers[1:]), "ar", TEXT, [FIRST, LEAD])
    assert model.rowCount() == 0
    model.show_document(None, "ar", "", [])
    assert model.rowCount() == 0


@pytest.mark.parametrize("many", [outline.MANY, 3])
def test_after_any_changes_the_tree_is_the_one_made_anew(qtbot, monkeypatch, many):
    monkeypatch.setattr(outline, "MANY", many)
    chosen = random.Random(11)
    scheme = read_scheme()
    text = "".join(chosen.choice("أولاقرر ؛.") for _ in range(200))
    labels = ["preambular", "preambular", "operative", "subclause", "heading", "paragraph", "annex_title", "closing"]
    model = OutlineModel(_is_unsure)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    there: dict[str, Span] = {}
    view = QTreeView()
    qtbot.addWidget(view)
    view.setModel(model)
    model.parents_made.connect(lambda keys: [view.expand(model.index_of(key)) for key in keys])
    model.show_document(scheme, "en", text, [])
    for step in range(300):
        gone = [key for key in there if chosen.random() < 0.08]
        for key in gone:
            del there[key]
        different = []
        for _ in range(chosen.randrange(3)):
            key = chosen.choice([*there, f"new {step} {chosen.random()}"])
            start = chosen.randrange(199)
            end = min(200, start + chosen.choice([3, 20, 60]))
            features = (("annex", "true"),) if chosen.random() < 0.2 else ()
            there[key] = Span(key, "d", "clause", chosen.choice(labels), start, end, features=features)
            different = [each for each in different if each.id != key] + [there[key]]
        model.change_spans(gone, different)
        anew = OutlineModel(_is_unsure)
        anew.show_document(scheme, "en", text, there.values())
        assert [model.clause(key) for key in _flat(model)] == [anew.clause(key) for key in _flat(anew)]
        assert _shape(_tree(model)) == _shape(_tree(anew))
        ordered = sorted(there.values(), key=text_order)
        assert [key for key in _flat(model) if model.clause(key)] == [span.id for span in ordered]
        holding = [model.index_of(key) for key in _flat(model) if model.rowCount(model.index_of(key))]
        assert all(map(view.isExpanded, holding))


def _flat(model: OutlineModel) -> list[str]:
    found: list[str] = []

    def add(tree: list) -> None:
        for each in tree:
            add(each) if isinstance(each, list) else found.append(each)

    add(_tree(model))
    return found


def _shape(tree: list) -> list:
    """A tree without the numbers of its groups."""
    return [
        _shape(each) if isinstance(each, list) else each.split()[0] if each[:4] in ("prea", "anne") else each
        for each in tree
    ]


def test_rows_of_documents_shown_before_are_not_kept(model):
    before = standard_items()
    for _ in range(5):
        model.show_document(read_scheme(), "ar", TEXT, [FIRST])
        model.show_document(read_scheme(), "ar", TEXT, [FIRST, SECOND, LISTING, ITEM, LEAD])
    assert standard_items() == before


def test_rows_that_were_taken_out_are_not_kept(model):
    spans = [FIRST, SECOND, ITEM, LISTING]

    def change() -> None:
        model.change_spans([span.id for span in spans], [])
        model.change_spans([], spans)
        model.change_spans([], [replace(LISTING, start=LISTING.start + 4)])  # what lies below moves with it
        model.show_document(read_scheme(), "ar", TEXT, spans)
        model.change_spans([LISTING.id], [])
        model.change_spans([], [LISTING])

    change()
    before = standard_items()
    for _ in range(5):
        change()
    assert standard_items() == before


def test_rows_that_were_put_in_are_there_until_it_is_said_that_they_go(model):
    """A view that is not told goes on asking for what is below them, which ends the process."""
    model.change_spans([LISTING.id], [])
    model.change_spans([], [LISTING])
    rows: list[list] = []
    model.rowsAboutToBeRemoved.connect(lambda *_: rows.append(_tree(model)))
    before = _tree(model)
    model.show_document(None, "ar", "", [])
    assert rows == [before]
    assert _tree(model) == []
