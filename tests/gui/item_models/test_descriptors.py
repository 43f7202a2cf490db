import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from gui.item_models.descriptors import (
    DescriptorModel,
    DescriptorRole,
    DescriptorRow,
    EvidenceModel,
    EvidenceRole,
    descriptor_row,
    other_language,
)
from model.annotation.values import MANUAL, Origin
from model.vocabulary.assignments import Assignment, Evidence
from model.vocabulary.concepts import Concept, ConceptLabel


def _assignment(name: str, **values) -> Assignment:
    given = {
        "id": name,
        "document": "d",
        "concept": f"c-{name}",
        "term": None,
        "rank": 0,
        "major": False,
        "annotator": "a",
        "created": "",
        "modified": "",
        "status": "confirmed",
        "origin": MANUAL,
        "confirmed_by": None,
    }
    return Assignment(**(given | values))


def _concept(*labels: tuple[str, str]) -> Concept:
    return Concept("c", "v", "u", tuple(ConceptLabel(text, language, "preferred", text) for language, text in labels))


def _row(name: str, **values) -> DescriptorRow:
    return DescriptorRow(_assignment(name, **values), name, "")


def _evidence(start: int, end: int) -> Evidence:
    return Evidence(f"e{start}", "d", "a", start, end, "s", "", MANUAL)


def test_the_second_label_is_the_other_languages_else_the_headers_term():
    both = _concept(("ar", "السلام"), ("en", "PEACE"))
    assert descriptor_row(_assignment("a"), both, "ar") == DescriptorRow(_assignment("a"), "السلام", "PEACE")
    assert descriptor_row(_assignment("a"), both, "en").second == "السلام"
    english = _concept(("en", "PEACE"))
    assert descriptor_row(_assignment("a", term="PEACE"), english, "ar").second == ""
    assert descriptor_row(_assignment("a", term="Peace"), english, "en").second == ""  # but for its case the same
    assert descriptor_row(_assignment("a", term="Peace, the"), english, "en").second == "Peace, the"
    assert (other_language("ar"), other_language("en")) == ("en", "ar")


def test_any_order_becomes_any_other_row_by_row(qapp):
    model = DescriptorModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    chance = random.Random(7)
    names = [chr(ord("a") + place) for place in range(9)]
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    for _ in range(200):
        rows = [_row(name, major=chance.random() < 0.2) for name in chance.sample(names, chance.randrange(9))]
        model.update(rows)
        assert [model.assignment(model.index(place)) for place in range(model.rowCount())] == [
            row.assignment for row in rows
        ]
    assert resets == []
    assert tester.model() is model


def test_rows_are_found_by_assignment_and_by_concept():
    model = DescriptorModel()
    model.reset([_row("a"), _row("b"), _row("c", status="suggested")])
    assert (model.row_of("b"), model.row_of("x"), model.row_of(None)) == (1, -1, -1)
    assert (model.row_of_concept("c-b"), model.row_of_concept("x")) == (1, -1)
    assert model.assigned_concepts() == {"c-a", "c-b"}


def test_what_the_signs_mean_is_said_in_words_without_markup():
    model = DescriptorModel()
    marked = _assignment(
        "a",
        term="<i>PEACE</i>",
        major=True,
        status="suggested",
        origin=Origin("model", "1", 0.5),
        evidence=(_evidence(0, 3),),
    )
    model.reset([DescriptorRow(marked, "السلام", "PEACE")])
    told = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    for words in ("السلام", "PEACE", "Major descriptor", "Suggested", "Origin: model", "<i>PEACE</i>"):
        assert words in told
    tip = str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;i&gt;PEACE&lt;/i&gt;" in tip
    assert model.index(0).data(DescriptorRole.SECOND) == "PEACE"


def test_evidence_is_quoted_in_one_line_and_not_endlessly():
    model = EvidenceModel()
    text = "كلمة\nثم  أخرى " + "س" * 1000
    model.show_evidence((_evidence(0, 14), _evidence(14, 1000)), text)
    assert model.index(0).data() == "كلمة ثم أخرى"
    assert len(model.index(1).data()) == 301
    assert model.index(1).data().endswith("…")
    assert model.evidence(model.index(1)) == _evidence(14, 1000)


def test_the_same_evidence_is_not_shown_anew():
    model = EvidenceModel()
    model.show_evidence((_evidence(0, 3),), "نص النص")
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_evidence((_evidence(0, 3),), "نص النص")
    assert resets == []


def test_what_comes_after_a_stretch_tells_the_same_words_apart():
    model = EvidenceModel()
    model.show_evidence((_evidence(0, 3), _evidence(11, 13)), "نص  الأول  نص الثاني")
    assert [model.index(row).data(EvidenceRole.AFTER) for row in range(2)] == ["الأول نص الثاني", "الثاني"]
