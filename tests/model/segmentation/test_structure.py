"""The structure of resolutions, by the rule alone."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.marks import Candidate
from model.segmentation.structure import Structure, structure
from model.segmentation.values import ProposedClause
from model.text import words
from model.text.reading_form import reading_form
from tests.model.typed_otherwise import gold_documents

HEADER = "قرار اتخذته الجمعية العامة في 3 أيار/مايو 2023 [دون الإحالة إلى لجنة رئيسية (A/77/L.1)] 77/9 المكتبات "
FORMULA = "إن الجمعية العامة، "
RECITALS = "إذ تشير إلى المكتبات، وإذ تلاحظ حاجتها، "
CLOSING = "الجلسة العامة 12 3 أيار/مايو 2023"

Line = tuple[str, str | None, int, str]


def lines(text: str, found: Structure | None = None) -> list[Line]:
    """Each clause as label, number, depth and its text."""
    found = found or structure(text)
    return [(one.label, one.number, one.depth, text[one.start : one.end]) for one in found.clauses]


def body(text: str) -> list[Line]:
    """What stands behind formula and recitals."""
    return [line for line in lines(FORMULA + RECITALS + text) if line[0] != "enacting"]


def preambles(text: str) -> list[str]:
    return [text[one.start : one.end] for one in structure(text).preambles]


def test_a_whole_resolution() -> None:
    text = f"{HEADER}{FORMULA}{RECITALS}1 - تطلب فتحها؛ 2 - تقرر النظر. {CLOSING} "
    assert [line[:3] for line in lines(text)] == [
        ("adoption", None, 0),
        ("source", None, 0),
        ("title", None, 0),
        ("enacting", None, 0),
        ("operative", "1", 0),
        ("operative", "2", 0),
        ("closing", None, 0),
    ]
    assert preambles(text) == [RECITALS.strip()]


def test_no_clause_begins_behind_the_full_stop_of_a_number() -> None:
    text = FORMULA + RECITALS + "1. تطلب فتحها؛ 2. تقرر النظر. 3. تحث."
    paragraphs = [("1", "1. تطلب فتحها؛"), ("2", "2. تقرر النظر."), ("3", "3. تحث.")]
    found = structure(text, lambda _: 0.9)
    assert [line for line in lines(text, found) if line[0] != "enacting"] == [
        ("operative", number, 0, words) for number, words in paragraphs
    ]


def test_a_paragraph_lasts_to_the_end_of_its_list() -> None:
    assert body("1 - تطلب ما يلي: (أ) فتحها: ’1‘ اليوم؛ ’2‘ غدا؛ (ب) دعمها؛ 2 - تقرر.") == [
        ("operative", "1", 0, "1 - تطلب ما يلي: (أ) فتحها: ’1‘ اليوم؛ ’2‘ غدا؛ (ب) دعمها؛"),
        ("subclause", "أ", 1, "(أ) فتحها: ’1‘ اليوم؛ ’2‘ غدا؛"),
        ("subclause", "1", 2, "’1‘ اليوم؛"),
        ("subclause", "2", 2, "’2‘ غدا؛"),
        ("subclause", "ب", 1, "(ب) دعمها؛"),
        ("operative", "2", 0, "2 - تقرر."),
    ]


def test_headings_stand_between_paragraphs() -> None:
    assert body("1 - تقرر؛ أولا الإدارة 2 - تقرر؛ ثانيا 3 - تطلب.")[1:] == [
        ("heading", None, 0, "أولا الإدارة"),
        ("operative", "2", 0, "2 - تقرر؛"),
        ("heading", None, 0, "ثانيا"),
        ("operative", "3", 0, "3 - تطلب."),
    ]


def test_a_heading_may_end_the_recitals() -> None:
    text = f"{FORMULA}{RECITALS}أولا الإدارة 1 - تقرر."
    found = structure(text, lambda _: 0.9)
    assert [text[one.start : one.end] for one in found.preambles] == [RECITALS.strip()]
    assert [line[0] for line in lines(text, found)] == ["enacting", "heading", "operative"]


def test_bullets_are_paragraphs_of_their_paragraph() -> None:
    assert body("1 - تطلب ما يلي: • كذا؛ • كذا؛")[1:] == [
        ("paragraph", None, 1, "• كذا؛"),
        ("paragraph", None, 1, "• كذا؛"),
    ]


def test_recitals_may_stand_behind_a_heading() -> None:
    text = f"{FORMULA}أولا أنشطة المكتبات إذ تشير إلى كذا، 1 - تقرر؛ ثانيا المتاحف وقد نظرت في كذا، 2 - تطلب."
    found = structure(text, lambda _: 0.9)
    assert [text[one.start : one.end] for one in found.preambles] == ["إذ تشير إلى كذا،", "وقد نظرت في كذا،"]
    assert [line[0] for line in lines(text, found)] == ["enacting", "heading", "operative", "heading", "operative"]


def test_a_lone_paragraph_has_no_number() -> None:
    text = f"{FORMULA}تعتمد الإعلان المرفق بهذا القرار. {CLOSING}"
    assert [line[:2] for line in lines(text)] == [("enacting", None), ("operative", None), ("closing", None)]
    assert preambles(text) == []


def test_what_introduces_numbered_paragraphs_is_a_paragraph() -> None:
    assert lines(f"{FORMULA}تقرر ما يلي: 1 - كذا؛ 2 - كذا.")[1][:1] == ("paragraph",)


def test_a_list_within_a_recital_is_told_and_no_clause() -> None:
    text = f"{FORMULA}إذ تشير إلى ما يلي: (أ) كذا، (ب) كذا، وإذ تلاحظ كذا، 1 - تقرر."
    found = structure(text)
    (preamble,) = found.preambles
    assert [text[slice(*limits)] for limits in preamble.lists] == ["(أ) كذا، (ب) كذا،"]
    assert [line[0] for line in lines(text, found)] == ["enacting", "operative"]


def test_annexes() -> None:
    text = f"{FORMULA}{RECITALS}1 - تقرر. {CLOSING} المرفق الأول قواعد المكتبات 1 - كذا: (أ) كذا؛ 2 - كذا."
    found = [one for one in structure(text).clauses if one.annex]
    assert [(one.label, one.number) for one in found] == [
        ("annex_title", None),
        ("operative", "1"),
        ("subclause", "أ"),
        ("operative", "2"),
    ]
    assert text[found[0].start : found[0].end] == "المرفق الأول قواعد المكتبات"


def test_parts_each_have_a_preamble() -> None:
    part = f"{FORMULA}{RECITALS}1 - تقرر. {CLOSING}"
    assert preambles(f"{HEADER}{part} باء المتاحف {part}") == [RECITALS.strip()] * 2


def test_the_chances_are_those_of_the_openings() -> None:
    def opens(candidate: Candidate) -> float:
        return {"1": 0.9, "2": 0.8, "3": 0.3}.get(candidate.number or "", 0.0)

    text = f"{FORMULA}{RECITALS}1 - تقرر؛ 2 - تطلب؛ 3 - تحث."
    found = structure(text, opens)
    chances = {one.number: one.confidence for one in found.clauses if one.label == "operative"}
    assert chances == {"1": pytest.approx(0.8), "2": pytest.approx(0.7)}
    assert found.preambles[0].confidence == pytest.approx(0.9)


def test_an_unsure_item_does_not_make_its_paragraph_unsure() -> None:
    def opens(candidate: Candidate) -> float:
        return {"ب": 0.6, "ج": 0.39}.get(candidate.number or "", 0.95)

    found = structure(f"{FORMULA}{RECITALS}1 - ما يلي: (أ) كذا؛ (ب) كذا؛ (ج) كذا؛ 2 - تطلب.", opens)
    chances = {one.number: one.confidence for one in found.clauses if one.number}
    assert chances == {
        number: pytest.approx(chance) for number, chance in (("1", 0.95), ("أ", 0.6), ("ب", 0.6), ("2", 0.95))
    }


def test_the_first_resolution_of_the_corpus(corpus: Path) -> None:
    text = reading_form(next(corpus.glob("seed/*.txt")).read_text("utf-8").split("\n")[2]).text
    found = structure(text)
    labels = [one.label for one in found.clauses]
    assert labels == ["adoption", "source", "title", "enacting", *["operative"] * 10, "closing"]
    assert [one.number for one in found.clauses if one.number] == [str(number) for number in range(1, 11)]
    (preamble,) = found.preambles
    assert text[preamble.start :].startswith("إذ تعيد تأكيد التزامها")
    assert text[: preamble.end].endswith("بشأن قضايا حقوق الإنسان()،")
    assert text[found.clauses[4].start - 1 : found.clauses[4].start] == " "


def test_the_paragraphs_of_the_corpus_by_the_rule_alone(corpus: Path) -> None:
    right = total = 0
    for document in gold_documents(corpus, every=12):
        read_in = document.in_reading_form()
        found = {(one.limits, one.label, one.number) for one in structure(read_in.text).clauses}
        numbered = [clause for clause in read_in.clauses if clause.label == "operative" and not clause.annex]
        total += len(numbered)
        right += sum((clause.limits, clause.label, clause.number) in found for clause in numbered)
    assert total > 2_000
    assert right / total > 0.98


# Any text


def assert_sound(text: str, found: Structure) -> None:
    """Clauses and preambles lie within the text, nested or apart, in order; no clause reaches across a preamble."""
    ranges = [(one.start, one.end) for one in found.clauses]
    assert ranges == sorted(ranges, key=lambda limits: (limits[0], -limits[1]))
    assert len(set(ranges)) == len(ranges)
    stops = [(one.start, one.end) for one in found.preambles]
    assert all(end <= start for (_, end), (start, _) in pairwise(sorted(stops)))
    open_ends: list[int] = []
    for start, end in sorted([*ranges, *stops], key=lambda limits: (limits[0], -limits[1])):
        assert 0 <= start < end <= len(text)
        assert words.trim(text, start, end) == (start, end)
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        assert not open_ends or end <= open_ends[-1]
        open_ends.append(end)
    for preamble in found.preambles:
        assert all(preamble.start <= start < end <= preamble.end for start, end in preamble.lists)
        assert not any(one.start < preamble.end and preamble.start < one.end for one in found.clauses)
    assert all(0 <= one.confidence <= 1 for one in [*found.clauses, *found.preambles])
    assert all(isinstance(one, ProposedClause) and one.lead is None for one in found.clauses)


PIECES = (
    *(
        HEADER,
        FORMULA,
        RECITALS,
        CLOSING,
        "إذ تشير،",
        "وإذ",
        "وقد نظرت",
        "1 - تقرر؛",
        "2 - تطلب ما يلي:",
        "3.",
        "(أ) كذا؛",
    ),
    *(
        "(ب)",
        "(هـ)",
        "(أ أ)",
        "(1)",
        "’1‘ كذا،",
        "• كذا",
        "- كذا",
        "أولا",
        "ثانيا الإدارة",
        "المرفق",
        "المرفق الثاني",
        "؛",
        ".",
    ),
    *(
        "\u200f",
        "\u202c",
        "النـزاع",
        "000 280",
        "()",
        "۲۰۱5",
        "”كذا“",
        "ﻫ",
        "تَسَلَّم",
        "\u00a0",
        "A/59/503/Add.2",
        "[",
        "]",
    ),
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join)))
def test_any_text_has_a_sound_structure(text: str) -> None:
    assert_sound(text, structure(text))


@given(st.lists(st.sampled_from(PIECES), max_size=24).map(" ".join), st.randoms(use_true_random=False))
def test_whatever_opens_gives_a_sound_structure(text: str, random: object) -> None:
    chances: dict[int, float] = {}

    def opens(candidate: Candidate) -> float:
        return chances.setdefault(candidate.start, random.random())  # type: ignore[attr-defined]

    assert_sound(text, structure(text, opens))


@pytest.mark.parametrize(
    "piece", ["(أ) ", "1 - ", "؛ ", "، تقرر ", FORMULA, "الجلسة 1 ", "\u200f ", "[", "• ", "، وإذ ", "’1‘ "]
)
def test_a_long_text_of_one_piece_is_read(piece: str) -> None:
    text = piece * 5_000
    assert_sound(text, structure(text))
