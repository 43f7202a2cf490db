"""Folding and the way back."""

import re
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.text.folding import ALONE, Stretches, fold, fold_with_stretches

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
@example("ا  \u0640 ب\u200f  ")
@example(" ¨")
def test_the_stretches_lead_back(text: str) -> None:
    folded, stretches = fold_with_stretches(text)
    assert folded == fold(text)
    limits = [stretches.source_limits(index, index + 1) for index in range(len(folded))]
    assert limits == sorted(limits)
    assert all(0 <= start < end <= len(text) for start, end in limits)
    # Neighbours share what they came from, or follow each other with only what folding drops between them.
    for (_, end), (next_start, next_end) in pairwise(limits):
        assert end <= next_end
        assert fold(text[end:next_start]).strip() == ""


@given(TEXTS, st.data())
def test_a_hit_covers_what_it_came_from(text: str, data: st.DataObject) -> None:
    folded, stretches = fold_with_stretches(text)
    if not folded:
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    first, last = stretches.source_limits(start, end)
    assert 0 <= first < last <= len(text)
    assert folded[start:end].strip() in fold(text[first:last])
    assert Stretches(stretches.packed()).source_limits(start, end) == (first, last)


def test_characters_that_fold_alone_have_the_limits_that_folding_them_one_by_one_gives() -> None:
    text = "قد تُسلِّمُ \u200fبهذﻻ… المـــؤرخ"
    folded, stretches = fold_with_stretches(text)
    slow = [(place, place + 1) for place, character in enumerate(text) for _ in fold(character)]
    assert [stretches.source_limits(index, index + 1) for index in range(len(folded))] == slow


def test_a_hit_in_a_ligature_is_the_whole_ligature() -> None:
    folded, stretches = fold_with_stretches("سﻻم")
    assert folded == "سلام"
    assert stretches.source_limits(1, 2) == stretches.source_limits(2, 3) == (1, 2)


def test_a_hit_ends_with_the_last_letter_that_is_in_it() -> None:
    text = "قد تُسلِّمُ بهذا"
    folded, stretches = fold_with_stretches(text)
    start = folded.index("تسلم")
    first, last = stretches.source_limits(start, start + 4)
    assert text[first:last] == "تُسلِّم"


def test_a_run_of_blanks_is_one_blank_that_came_from_all_of_it() -> None:
    folded, stretches = fold_with_stretches("ا \u00a0\n ب")
    assert folded == "ا ب"
    assert stretches.source_limits(1, 2) == (1, 5)


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
