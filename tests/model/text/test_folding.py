"""Folding and the way back."""

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.text.folding import ALONE, fold, fold_with_map, source_range

HARD = st.text(
    st.sampled_from(
        "اأإآٱؤئىةهويءبـ\u064b\u0651\u0653\u0654\u0655\u0670 \u00a0\t١۲3ﻻﷲﹱﹰﳲ\u200f\u202cAßİe\u0301\u0308가각ﾞｶ…¨क़"
    )
)
TEXTS = st.one_of(st.text(), HARD)


@pytest.mark.parametrize(
    "text, folded",
    [
        ("المـــؤرخ", "المورخ"),
        ("تُسلِّمُ", "تسلم"),
        ("أإآٱ ؤ ئى ة", "اااا و يي ه"),
        ("۲۰۱5 ٣", "2015 3"),
        ("ﻗﺮﺍﺭ ﻻ", "قرار لا"),
        ("A/RES/59\u200f/187", "a/res/59/187"),
        ("قرار \u00a0\n\t\u200f قرار", "قرار قرار"),
        ("ا\u0640\u0654", "ا"),
        ("هٰذا", "هذا"),
        (" x ", " x "),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXTS)
@example("ى\u0654")
@example("ﹱ\u0654")
@example("ا\u0640\u0654")
@example("ᄀ\u0640ᅡ")
def test_fold_twice_is_fold_once(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert unicodedata.is_normalized("NFKC", folded)
    assert "  " not in folded


@given(TEXTS)
def test_the_map_leads_back(text: str) -> None:
    folded, sources = fold_with_map(text)
    assert folded == fold(text)
    assert len(sources) == len(folded) + 1
    assert sources[-1] == len(text)
    assert list(sources) == sorted(sources)


@given(TEXTS, st.data())
def test_a_hit_covers_what_it_came_from(text: str, data: st.DataObject) -> None:
    folded, sources = fold_with_map(text)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    first, last = source_range(sources, start, end)
    assert 0 <= first < last <= len(text)
    assert folded[start:end].strip() in fold(text[first:last])


def test_a_hit_in_a_ligature_is_the_whole_ligature() -> None:
    folded, sources = fold_with_map("سﻻم")
    assert folded == "سلام"
    assert source_range(sources, 1, 2) == source_range(sources, 2, 3) == (1, 2)


def test_a_hit_takes_its_marks_along() -> None:
    text = "قد تُسلِّمُ بهذا"
    folded, sources = fold_with_map(text)
    start = folded.index("تسلم")
    first, last = source_range(sources, start, start + 4)
    assert text[first:last] == "تُسلِّمُ"


def test_an_empty_hit_is_a_place() -> None:
    _, sources = fold_with_map("ابج")
    assert source_range(sources, 1, 1) == (1, 1)


def test_what_folds_alone_never_joins_what_stands_before_it() -> None:
    alone = [chr(code) for code in range(sys.maxunicode + 1) if re.match(f"[{ALONE}]", chr(code))]
    for character in alone:
        folded = fold(character)
        assert not folded or not unicodedata.combining(folded[0]), hex(ord(character))
        assert fold("ا" + character) == fold("ا") + folded, hex(ord(character))


def test_every_code_point_folds_stably() -> None:
    for code in range(0x3000):
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)
