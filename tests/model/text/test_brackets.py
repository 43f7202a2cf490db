"""Reversed brackets: which are found, which are not, and that nothing else of a text is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.brackets import REACH, exchanged, reversed_pairs

BRACKETED = st.text("[]() ،ابa1", max_size=60)


@pytest.mark.parametrize(
    "text, mended",
    [
        ("في 2031 ]بناء على تقرير (A/99/1)[ 99/187 - صون", "في 2031 [بناء على تقرير (A/99/1)] 99/187 - صون"),
        ("ذات الصلة)(، وضرورة", "ذات الصلة()، وضرورة"),
        ("المنشآت)4( ودليل", "المنشآت(4) ودليل"),
        ("المرأة)(، واتفاقية الطفل)(، واتفاقية", "المرأة()، واتفاقية الطفل()، واتفاقية"),
        ("قبلها (مغلق) ثم )مقلوب(؛ ثم (مغلق)", "قبلها (مغلق) ثم (مقلوب)؛ ثم (مغلق)"),
        ("]أ[", "[أ]"),
    ],
)
def test_reversed_pairs_are_turned(text: str, mended: str) -> None:
    assert mend(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "المعاهدة (الأولى)(1) في 15",  # one pair after another
        "أعلاه(1)(2) في",
        "(أ (ب) ج)",
        "عام 2019())، والذكرى (الخامسة) والعشرين",  # one too many, then a good pair
        "والرفاه: )أ) نأسف لإصابة (75) مليون",  # a lone one the wrong way round
        "(س س) ) القضاء على (أوجه) التفاوت",
        "1) أولا 2) ثانيا (ثالثا)",
        "أ) ثم (ب",
        "1)(2) ثم",  # letters and digits follow no closing bracket
        "قال) ثم (”كذا“)",  # blanks beside what would be inside
        "قال) ثم كذا( ”هنا“",
        "قال)ثم (”هنا“",
        "في 2019)، ثم2(”هنا“",  # a stop opens nothing
        "لا شيء",
        "",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert mend(text) == text


def test_the_two_are_near_each_other() -> None:
    assert reversed_pairs("]" + "ا" * (REACH - 1) + "[")
    assert not reversed_pairs("]" + "ا" * REACH + "[")


def test_a_bracket_that_is_never_closed_hides_only_what_is_near() -> None:
    assert not reversed_pairs("(أ ثم ب)(، ثم")
    assert reversed_pairs("(أ" + " كلمة" * REACH + " ب)(، ثم")


@given(BRACKETED)
def test_pairs_are_a_closing_and_an_opening_one_and_never_share_a_bracket(text: str) -> None:
    pairs = reversed_pairs(text)
    assert all(first < last and text[first] + text[last] in ("][", ")(") for first, last in pairs)
    places = [place for pair in pairs for place in pair]
    assert len(places) == len(set(places))
    assert [pair[0] for pair in pairs] == sorted(pair[0] for pair in pairs)


@given(BRACKETED, st.integers(0, 60), st.integers(0, 60))
def test_only_brackets_are_exchanged_and_pieces_make_up_the_whole(text: str, one: int, other: int) -> None:
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    places = sorted(place for pair in reversed_pairs(text) for place in pair)
    whole = exchanged(text, 0, len(text), places)
    assert len(whole) == len(text)
    assert {place for place in range(len(text)) if whole[place] != text[place]} == set(places)
    assert exchanged(text, 0, first, places) + exchanged(text, first, last, places) == whole[:last]


def test_in_the_corpus_seven_pairs_are_found(corpus: Path) -> None:
    found = {}
    for path in sorted((*corpus.glob("texts/*/*.txt"), *corpus.glob("seed/*.txt"))):
        text = path.read_bytes().decode("utf-8").split("\n", 2)[2]
        pairs = [text[first : last + 1] for first, last in reversed_pairs(text)]
        if pairs:
            found[path.parent.name, path.name[:16]] = pairs
    assert sorted(pair for pairs in found.values() for pair in pairs) == [
        ")(",
        ")(",
        ")(",
        ")(",
        ")1(",
        ")4(",
        "]بناء على تقرير اللجنة الثالثة (A/59/503/Add.2)[",
    ]
    assert len(found) == 6


def mend(text: str) -> str:
    return exchanged(text, 0, len(text), sorted(place for pair in reversed_pairs(text) for place in pair))
