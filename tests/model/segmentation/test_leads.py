"""Leading phrases as decided word by word, with weights that are set by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.hashed_linear import HashedLinear
from model.segmentation.leads import (
    REACH,
    Italics,
    Leads,
    first_words,
    italics_of,
    presence_features,
    stop_features,
)
from model.text import words
from model.text.layout import Layout
from model.text.reading_form import ReadingForm

GOING_ON = (  # of these words the phrase is not over when the second follows the first
    *("W1 واذ|تعرب", "W1 واذ|يساورها", "W1 تعرب|عن", "W1 عن|قلقها", "W1 عن|بالغ", "W1 بالغ|قلقها", "W1 توكد|من"),
    *("W1 من|جديد", "W1 يساورها|القلق", "W1 تشير|ايضا"),
)


def model_of(weights: dict[str, float], bias: float = 4.0) -> HashedLinear:
    """A model in which features have the given weights, and all others none."""
    values = np.zeros(1 << 16)
    for feature, weight in weights.items():
        values[HashedLinear.bucket(feature, 1 << 16)] = weight
    return HashedLinear(values, bias)


LEADS = Leads(model_of(dict.fromkeys(GOING_ON, -8.0) | {"has1 ينبغي": -8.0}))


def phrase_of(leads: Leads, clause: str, label: str = "operative") -> str | None:
    """The phrase that is found in the reading form of a clause amid other text, as it stands in the text."""
    text = f"ما قبلها، {clause} تعرب عن قلقها"
    form, start = ReadingForm(text), text.index(clause)
    limits, chance = leads.lead(form.text, *form.limits(start, start + len(clause)), label)
    assert 0 <= chance <= 1
    return None if limits is None else text[slice(*map(form.source_place, limits))]


@pytest.mark.parametrize(
    "clause, phrase",
    [
        ("وإذ تعرب عن بالغ قلقها إزاء الحالة،", "وإذ تعرب عن بالغ قلقها"),
        ("12 - تعرب عن قلقها؛", "تعرب عن قلقها"),
        ("1- تؤكـد من جديـــد أهمية ذلك؛", "تؤكـد من جديـــد"),
        ("وإذ يساورُها القلقُ، إزاء ذلك،", "وإذ يساورُها القلقُ"),
        ("3 - تشير أيضاًإلى قرارها؛", "تشير أيضاً"),
        ("4 - تشجع ِ على ذلك؛", "تشجع"),
        ("تطلب\u200f، إلى", "تطلب\u200f"),
        ("تط\u200fلب، إلى", "تط\u200fلب"),
        ("تطلب\u200d إلى", "تطلب\u200d"),
        ("تطلب إلى الأمين العام أن يقدم تقريرا.", "تطلب"),
        ("5 - تعرب", "تعرب"),
        ("6 - تعرب عن", "تعرب عن"),
    ],
)
def test_the_phrase_goes_on_as_long_as_the_weights_say(clause: str, phrase: str) -> None:
    assert phrase_of(LEADS, clause) == phrase


@pytest.mark.parametrize("clause", ["1 - ", "  ", "() ؛", "7 - ينبغي للدول أن تتعاون؛"])
def test_a_clause_without_words_or_of_other_words_has_none(clause: str) -> None:
    assert phrase_of(LEADS, clause) is None


@pytest.mark.parametrize("label", ["title", "heading", "adoption", "subclause", "paragraph", "closing"])
def test_other_clauses_have_none(label: str) -> None:
    assert phrase_of(LEADS, "تعرب عن قلقها", label) is None


def test_without_a_model_the_set_phrases_count() -> None:
    assert phrase_of(Leads(None), "2 - تلاحظ مع التقدير عمل اللجنة؛") == "تلاحظ مع التقدير"
    assert Leads(None).lead("1 - تقرر", 0, 8, "operative")[1] < 1
    assert Leads(None).lead("1 - ", 0, 4, "operative") == (None, 1.0)


def test_the_phrase_ends_within_reach() -> None:
    never_ending = Leads(model_of({"has": 30.0}, -8.0))
    text = "تعرب " * (REACH + 5)
    assert never_ending.lead(text, 0, len(text), "operative")[0] == (0, len("تعرب " * REACH) - 1)


def test_the_phrase_ends_before_a_word_that_is_too_long_to_be_looked_at() -> None:
    never_ending = Leads(model_of({"has": 30.0}, -8.0))
    text = f"تعرب عن {'ا' * 500}"
    assert never_ending.lead(text, 0, len(text), "operative")[0] == (0, 7)


def test_the_likeliest_end_is_taken_not_the_first_likely_one() -> None:
    # Stopping at once has .45, and going on leads to an end that takes nearly all of the rest.
    leads = Leads(model_of({"has": 9.0, "W1 تعرب|عن": -4.2, "W1 عن|قلقها": -9.0}))
    limits, chance = leads.lead("تعرب عن قلقها هنا", 0, 17, "operative")
    assert limits == (0, 13)
    assert 0.5 < chance < 0.56


def test_the_chance_is_that_of_both_decisions() -> None:
    text = "تعرب هنا"
    sure, unsure = (Leads(model_of({"has": weight})).lead(text, 0, 8, "operative")[1] for weight in (9.0, -3.0))
    assert unsure < sure < 1
    limits, chance = Leads(model_of({"has": -5.0})).lead(text, 0, 8, "operative")
    assert limits is None and 0.7 < chance < 0.8


def test_spelling_makes_no_difference_to_the_features() -> None:
    plain, marked = "1 - تؤكد أيضا أهمية", "1 - تُؤكِّـــد ايضاً أهميّة"
    one, other = (first_words(text, 0, len(text), "operative") for text in (plain, marked))
    assert list(stop_features(one)) == list(stop_features(other))
    assert presence_features(one) == presence_features(other)


def test_assembly_and_council_share_features() -> None:
    one, other = (
        set(next(stop_features(first_words(text, 0, len(text), "preambular"))))
        for text in ("تعرب عن قلقها", "يعرب عن قلقه")
    )
    assert "p1  @عرب|عن" in one & other
    assert "p2  @عرب|عن قلق#" in one & other
    assert "P1  تعرب|عن" in one - other


@pytest.mark.parametrize(
    "frame, organ",
    [
        ("قرار اتخذته الجمعية العامة في 20 كانون الأول، ومجلس الأمن", "G"),
        ("القرار 1 (2022) الذي اتخذه مجلس الأمن في جلسته", "S"),
        ("قرار اتخذه المجلس الاقتصادي والاجتماعي", "E"),
        ("قرار اعتمده مجلس حقوق الإنسان", "H"),
        ("ولا أحد", ""),
    ],
)
def test_the_organ_is_the_first_named(frame: str, organ: str) -> None:
    assert first_words(f"{frame} 1 - تقرر", len(frame), len(frame) + 9, "operative").organ == organ


@given(
    st.one_of(st.text(max_size=60), st.text("وإذ تؤكد منجدي1-(أ) ،؛/\u200fـ\u064b\u200d\n", max_size=300)),
    st.integers(0, 300),
    st.integers(0, 300),
    st.sampled_from(("operative", "preambular", "title")),
    st.sampled_from((-0.5, 0.0, 4.0)),
)
def test_the_phrase_lies_in_the_clause_at_grapheme_limits(
    text: str, one: int, other: int, label: str, bias: float
) -> None:
    start, end = words.snap(text, one, other)
    limits, chance = Leads(model_of({"has": 9.0}, bias)).lead(text, start, end, label)
    assert 0 <= chance <= 1
    if limits is not None:
        assert start <= limits[0] < limits[1] <= end
        assert words.snap(text, *limits) == limits
        assert not text[limits[0]].isspace()


def test_the_phrase_stays_in_a_clause_that_ends_within_a_letter() -> None:
    assert LEADS.lead("تطلُ", 0, 3, "operative")[0] == (0, 3)


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_limits_of_a_clause_will_do(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    limits, _ = LEADS.lead(text, start, end, "operative")
    assert limits is None or start <= limits[0] < limits[1] <= end


TEXT = "سابق 12 - تعرب عن قلقها إزاء الحالة؛"
CLAUSE = TEXT.index("12")


def in_italics(*stretches: str, text: str = TEXT, start: int = CLAUSE) -> str | None:
    """The phrase of the clause where these pieces of the text are in italics."""
    italics = Italics(tuple((text.index(each), text.index(each) + len(each)) for each in stretches))
    found = italics.phrase(text, start, len(text), "operative")
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    "stretches, phrase",
    [
        (("تعرب عن قلقها",), "تعرب عن قلقها"),
        (("12 - تعرب",), "تعرب"),
        (("سابق", "تعرب عن قل"), "تعرب عن قلقها"),  # a word that is half in italics belongs to the phrase
        (("سابق", "عن قلقها"), None),
        ((TEXT[CLAUSE:],), None),  # all of the clause
        ((), None),
    ],
)
def test_italics_from_the_first_word_on_are_the_phrase(stretches: tuple[str, ...], phrase: str | None) -> None:
    assert in_italics(*stretches) == phrase


def test_a_phrase_that_is_all_of_its_paragraph() -> None:
    text = "3 - تطلب ما يلي: (أ) كذا؛"
    verb, whole = (4, text.index(" ما")), (4, text.index(": ("))
    paragraphs = Italics((), (text.index("("),))
    assert [paragraphs.fill(text, phrase) for phrase in (verb, whole)] == [False, True]
    assert [Italics().fill(text, phrase) for phrase in (whole, (4, len(text) - 1))] == [False, True]


def test_long_italics_are_no_phrase() -> None:
    text = "تقرر " + "كلمة " * (REACH + 2) + "أن تنظر."
    assert in_italics(text[: 5 + 5 * (REACH - 1)].strip(), text=text, start=0) is not None
    assert in_italics(text[: 5 + 5 * REACH].strip(), text=text, start=0) is None


def test_italics_are_brought_into_the_reading_form() -> None:
    text = "١ ـ تُعـرب عن قلقـها ـ ـ"
    form = ReadingForm(text)
    start, end = text.index("ت"), text.index(" ـ ـ")
    italics = italics_of(Layout(cells=(start,), italics=((start, end), (0, 0))), form)
    (found,) = italics.stretches
    assert form.text[slice(*found)] == "تعرب عن قلقها"
    assert italics.paragraphs == (found[0],)
