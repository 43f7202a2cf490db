import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.storage.folded_texts import folded_text
from model.text import normalizing
from model.text.folding import fold
from model.text.normalizing import normalized

MARKS = "\u0300\u0315\u0344\u0345\u0651\u064e\u0655\u0670\u0f73\u3099\U0001d165"
FORMS = ("NFC", "NFD", "NFKC", "NFKD")


@given(st.lists(st.text(MARKS, min_size=20, max_size=90) | st.text("aé\u0627\ufb2cﷺ\u1100\u1161\u00a8", max_size=3)))
def test_it_is_the_normal_form_of_unicode(parts: list[str]) -> None:
    text = "".join(parts)
    assert [normalized(form, text) for form in FORMS] == [unicodedata.normalize(form, text) for form in FORMS]


@pytest.mark.parametrize("form", FORMS)
def test_of_every_mark(form: normalizing.Form) -> None:
    apart: normalizing.Form = "NFKD" if "K" in form else "NFD"
    marks = [chr(code) for code in range(0x110000) if normalizing.is_mark(apart, chr(code))]
    assert {mark for mark in map(chr, range(0x110000)) if unicodedata.combining(mark)} < set(marks)
    for text in ("a" + "".join(marks), "a" + "".join(reversed(marks))):
        assert normalized(form, text) == unicodedata.normalize(form, text)


def test_marks_that_are_never_in_their_order_do_not_stand_in_each_others_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is handed on has them in their order: moving them one by one would take the square of their number."""
    handed_on: list[str] = []
    as_it_is = unicodedata.normalize

    def normalize(form: normalizing.Form, text: str) -> str:
        if len(text) > 1000:
            handed_on.append(text)
        return as_it_is(form, text)

    monkeypatch.setattr(unicodedata, "normalize", normalize)
    for marks in ("\u0315\u0300", "\u0f73"):
        fold("a" + marks * 3000)
        folded_text("a" + marks * 3000)
    assert len(handed_on) >= 4
    for each in handed_on:
        classes = [unicodedata.combining(mark) for mark in each[1:]]
        assert classes == sorted(classes)
