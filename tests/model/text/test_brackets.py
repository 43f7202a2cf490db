"""Turned brackets: which are found, which are not, and that nothing else of a text is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.brackets import exchanged, turned, upright

BRACKETED = st.text("[]() ،ابa1", max_size=60)
EXCHANGED = str.maketrans("[]()", "][)(")


@pytest.mark.parametrize(
    "text, mended",
    [
        ("في 2031 ]بناء على تقرير (A/99/1)[ 99/187 - صون", "في 2031 [بناء على تقرير (A/99/1)] 99/187 - صون"),
        ("ذات الصلة)(، وضرورة", "ذات الصلة()، وضرورة"),
        ("المنشآت)4( ودليل", "المنشآت(4) ودليل"),
        ("المرأة)(، واتفاقية الطفل)(، واتفاقية", "المرأة()، واتفاقية الطفل()، واتفاقية"),
        ("قبلها (مغلق) ثم )مقلوب(؛ ثم (مغلق)", "قبلها (مغلق) ثم (مقلوب)؛ ثم (مغلق)"),
        ("]أ[", "[أ]"),
        ("يلي: )أ( تقرير ( نص", "يلي: (أ) تقرير ( نص"),  # one pair does not say how all are typed
        ("والرفاه: )أ) نأسف لإصابة (75) مليون", "والرفاه: (أ) نأسف لإصابة (75) مليون"),  # one of two
        ("يلي: )أ( تقرير؛ )ب( بيان", "يلي: (أ) تقرير؛ (ب) بيان"),
        ("]اعتُمد من دون تصويت.[", "[اعتُمد من دون تصويت.]"),
        ("تقرير )A/59/503 )Part I(( في", "تقرير (A/59/503 (Part I)) في"),  # one within another
        ("عام 2019)((، والذكرى )الخامسة( والعشرين", "عام 2019())، والذكرى (الخامسة) والعشرين"),
        ("يلي:)أ تقرير", "يلي:(أ تقرير"),  # a colon stands before what opens
        ("قال()”كذا)(“ ثم", "قال()”كذا()“ ثم"),  # a quotation ends behind a mark
        ("(نص و(نص ثم ( نص", "(نص و(نص ثم ) نص"),  # one of three closes, but not what stands before a letter
    ],
)
def test_turned_brackets_are_found(text: str, mended: str) -> None:
    assert upright(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "المعاهدة (الأولى)(1) في 15",  # one pair after another
        "أعلاه(1)(2) في",
        "(أ (ب) ج)",
        "عام 2019())، والذكرى (الخامسة) والعشرين",  # one too many, then a good pair
        "التنمية()من إقرار (A/1) وبيجين(4) ونتائج",  # a mark that a letter touches
        "(س س) ) القضاء على (أوجه) التفاوت",
        "1) أولا 2) ثانيا (ثالثا)",
        "أ) ثم (ب",
        "قال) ثم (”كذا“)",
        "في 2019)، ثم (”هنا“)",
        "يلي: (أ) تقرير ( نص",
        "الفقرة (أ)منه()() ثم",  # all match
        "قرار )\u200f",  # what is not seen is no letter
        "لا شيء",
        "",
    ],
)
def test_others_are_left_alone(text: str) -> None:
    assert turned(text) == []


@given(BRACKETED, st.integers(0, 60), st.integers(0, 60))
def test_only_brackets_are_exchanged_and_pieces_make_up_the_whole(text: str, one: int, other: int) -> None:
    first, last = sorted((min(one, len(text)), min(other, len(text))))
    places = turned(text)
    assert places == sorted(set(places))
    whole = upright(text)
    assert len(whole) == len(text)
    assert {place for place in range(len(text)) if whole[place] != text[place]} == set(places)
    assert whole.translate(dict.fromkeys(map(ord, "[]()"))) == text.translate(dict.fromkeys(map(ord, "[]()")))
    assert exchanged(text, 0, first, places) + exchanged(text, first, last, places) == whole[:last]


def test_in_the_corpora_few_are_turned_and_texts_typed_the_other_way_round_are_read_alike(
    corpus: Path, newer_corpus: Path
) -> None:
    found: list[str] = []
    otherwise = 0
    for path in sorted(
        (*corpus.glob("texts/*/*.txt"), *corpus.glob("seed/*.txt"), *newer_corpus.glob("texts/*/*.txt"))
    ):
        text = path.read_bytes().decode("utf-8").split("\n", 2)[2]
        found += [text[max(0, place - 3) : place + 3] for place in turned(text)]
        otherwise += upright(text.translate(EXCHANGED)) != upright(text)
    assert len(found) == 28  # looked at one by one: all of them stand the wrong way round
    assert otherwise == 0
