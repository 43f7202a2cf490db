"""The reading form: what it undoes, that older typography reads as today's, and the way back."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.text.reading_form import ReadingForm, plain_signs, reading_form

TYPED = st.text("ابله لاﻷﻻـ\u0651\u200f12٣۴()[] \u00a0،-", max_size=40)
LIGATURES = {"لا": "ﻻ", "لأ": "ﻷ", "لإ": "ﻹ", "لآ": "ﻵ"}
STYLES = {
    "digits": lambda text: text.translate({ord("0") + digit: 0x660 + digit for digit in range(10)}),
    "brackets": lambda text: text.translate(str.maketrans("()[]", ")(][")),
    "ligatures": lambda text: re.sub("ل[اأإآ]", lambda found: LIGATURES[found[0]], text),
    "tatweel": lambda text: re.sub("(?<=[بتسشفقكلمنهي])(?=[بتسشفقكلمنهي])", "ــ", text),
}


@pytest.mark.parametrize(
    "text, read",
    [
        ("١ ـ تقرر", "1 - تقرر"),
        ("٥٩/١٨٧ ۲۰۱5", "59/187 2015"),
        (")أ( اﻷمم؛", "(أ) الأمم؛"),
        ("]بناء على …[", "[بناء على …]"),
        ("المـــؤرخ (هـ) لـ (ب) الـ 77", "المؤرخ (ه) ل (ب) ال 77"),
        ("تسلِّم\u200f\u00a0و\u200cهي", "تسلم وهي"),
        ("ـها\tكی", "ها كي"),
        ("ا\u0653ب/ا\u0654غسطس، شؤون المرا\u0654ة وإ\u0655ن ي\u0654 ه\u0654 مٖ", "آب/أغسطس، شؤون المرأة وإن ئ ه م"),
        ("ـ ـــ", "- "),
        ("ﷺ ﷲ", "ﷺ الله"),
        ("ﯼ ﮎ", "ي ك"),  # Persian letters in their presentation forms
        ("تﹷم", "تم"),  # a vowel mark on a tatweel
        ("لِـ (ب)", "ل (ب)"),
        ("عمر\u0611 من\u200bه\u200dو", "عمر منهو"),
        ("", ""),
        ("1 - تقرر (أ) أن تؤيد", "1 - تقرر (أ) أن تؤيد"),
    ],
)
def test_typography_is_undone(text: str, read: str) -> None:
    assert ReadingForm(text).text == read


def test_as_much_is_undone_as_leaves_every_character_at_its_place() -> None:
    assert plain_signs("١ ـ تقـرر )أ( اﻷمم ۲") == "1 - تقـرر (أ) اﻷمم 2"
    assert plain_signs("1 - تقرر (أ)") == "1 - تقرر (أ)"


def test_limits_take_in_what_was_dropped_beside_them() -> None:
    form = ReadingForm("قال، \u200f1 ـ المـؤرخُ\u200f ﻷن")
    assert form.text == "قال، 1 - المؤرخ لأن"
    start, end = form.text.index("1"), form.text.index(" لأن")
    assert form.source[slice(*form.source_limits(start, end))] == "\u200f1 ـ المـؤرخُ\u200f"
    assert form.limits(*form.source_limits(start, end)) == (start, end)
    assert form.source_place(form.text.index("ؤ")) == form.source.index("ؤ")
    ligature, lam = form.source.index("ﻷ"), form.text.index("لأ")
    assert [form.source_place(lam + by) for by in range(3)] == [ligature, ligature, ligature + 1]
    assert form.place(ligature) == lam
    assert ReadingForm("ﻷن").source_limits(1, 3) == (0, 2)
    assert ReadingForm("أن").source_limits(1, 2) == (1, 2)
    assert form.place(ligature + 1) == lam + 2
    apart = ReadingForm("في ا\u0653ب")
    assert [apart.source_place(place) for place in (3, 4)] == [3, 5]


@given(TYPED)
def test_every_place_has_its_character_and_comes_back(text: str) -> None:
    form = ReadingForm(text)
    last = 0
    for place, character in enumerate(form.text):
        source = form.source_place(place)
        assert last <= source < len(text)
        assert form.source_place(form.place(source)) == source
        assert character in "()[]" or character in ReadingForm(text[source]).text or text[source] in "ـ"
        last = source
    assert form.source_place(len(form.text)) == len(text)
    assert ReadingForm(form.text).text == form.text or any(bracket in text for bracket in "()[]")


@given(st.text(max_size=30))
def test_any_text_has_a_reading_form(text: str) -> None:
    form = reading_form(text)
    assert form.limits(0, len(text)) == (0, len(form.text))
    if form.text:
        assert form.source_limits(0, len(form.text)) == (0, len(text))


@pytest.mark.parametrize("style", STYLES)
def test_real_texts_typed_otherwise_read_the_same(style: str, newer_corpus: Path) -> None:
    for path in sorted(newer_corpus.glob("texts/*/*.txt"))[::10]:
        text = path.read_bytes().decode("utf-8").split("\n", 2)[2]
        typed = STYLES[style](text)
        assert typed != text
        assert ReadingForm(typed).text == ReadingForm(text).text, path.name


def test_a_text_that_is_checked_again_is_not_evened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ")أ( كلمة ١ ـ تقرر"
    first = plain_signs(text)

    def fail(text: str) -> str:
        raise AssertionError(text)

    monkeypatch.setattr("model.text.reading_form.upright", fail)
    assert plain_signs(text) == first == "(أ) كلمة 1 - تقرر"
