"""The numbers with which clauses open."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.numbering import ABJAD, NONE, Numbering, abjad_index, number_of


@pytest.mark.parametrize(
    "opening, number, kind",
    [
        ("1 - ", "1", "digit"),
        ("12- ", "12", "digit"),
        ("3 – ", "3", "digit"),
        ("4. ", "4", "digit"),
        ("\u200f20 -\u200f ", "20", "digit"),
        ("٢٠ - ", "٢٠", "digit"),
        ("244 -", "244", "digit"),
        ("1-2- ", "1", "digit"),
        ("(3) ", "3", "digit"),
        ("(أ) ", "أ", "letter"),
        ("(ه) ", "ه", "letter"),
        ("(هـ) ", "ه", "letter"),
        ("(ﻫ) ", "ه", "letter"),
        ("(أ أ) ", "أأ", "letter"),
        ("(بب) ", "بب", "letter"),
        ("( ج\u200f ) ", "ج", "letter"),
        ("(دُ)", "د", "letter"),
        ("(a) ", "a", "letter"),
        ("’1‘ ", "1", "quoted"),
        ("‘2’ ", "2", "quoted"),
        ("• ", None, "bullet"),
        (")أ( ", "أ", "letter"),
        (")هـ(", "ه", "letter"),
        (") أ أ ( ", "أأ", "letter"),
        (")٣( ", "٣", "digit"),
        ("١ ـ ", "١", "digit"),
        ("12ـ ", "12", "digit"),
        ("٤ـ٧ـ ", "٤", "digit"),
        ("٤-٧ ـ ", "٤", "digit"),
    ],
)
def test_openings(opening: str, number: str | None, kind: str) -> None:
    assert number_of(opening + "تقرر ما يلي؛") == Numbering(number, kind, len(opening))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "تقرر 1 - ما يلي",
        "59/187 - تعزيز",
        "75/100. - مسألة",
        "1.5 مليون",
        "2020-2021 الفترة",
        "2020. ثم",
        "(من) حيث",
        "(A/59/503)",
        "() ثم",
        "ديسمبر 2020",
        "- تحليل",
        ")( ثم",
        "(أ( ثم",
        "1 ـها",
        "1 ـُ",
    ],
)
def test_no_number(text: str) -> None:
    assert number_of(text) == NONE


@given(st.text())
def test_any_text(text: str) -> None:
    found = number_of(text)
    assert 0 <= found.end <= len(text)
    assert (found == NONE) == (found.kind is None)


def test_abjad_order() -> None:
    assert [abjad_index(letter) for letter in ABJAD] == list(range(1, 29))
    assert [abjad_index(number) for number in ("أأ", "بب", "ا")] == [29, 30, 1]
    assert [abjad_index(number) for number in ("", "1", "أب", "أأأ", "x")] == [None] * 5


def test_the_corpus(corpus: Path) -> None:
    right = wrong = 0
    invented: list[str] = []
    for path in sorted((corpus / "gold").glob("*/*.json")):
        lines = (corpus / "texts" / path.parent.name / f"{path.stem}.txt").read_bytes().decode().split("\n", 2)
        for clause in json.loads(path.read_bytes())["clauses"]:
            text = lines[2][clause["start"] : clause["end"]]
            number = number_of(text).number
            if clause["number"] is not None:
                right, wrong = right + (number == clause["number"]), wrong + (number != clause["number"])
            elif number is not None:
                invented.append(text[:30])
    assert right + wrong > 32_000
    assert right >= 0.998 * (right + wrong), wrong
    # One paragraph opens with a number that the gold leaves out.
    assert len(invented) <= 1, invented
    assert all(text.startswith("59. ") for text in invented)
