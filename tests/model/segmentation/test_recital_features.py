"""What is looked at of each opening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.passages import OPENERS, ORGANS, Passage, passage_of
from model.segmentation.recital_features import OpeningFeatures, features_of

TEXT = (
    "إذ تشير إلى قرارها 75/903 (الأول)، وإذ تشير أيضا إلى هذا القرار وأهدافها، في القرى، "
    "وإذ تلاحظ أن المكتبات قليلة، وقد نظرت في ذلك"
)
MEASURES = (
    *("words_before", "words_behind", "place", "count", "share", "same_verb"),
    *("chained_before", "chained", "chained_next"),
    *("overlap", "possessive", "pointing", "commas", "commas_before", "cited_before", "cited", "words", "words_each"),
    *("words_from_start", "words_to_end", "organ", "bracket", "that_before", "that", "earlier", "later"),
)


def of_text(text: str, organ: str = "GA") -> list[OpeningFeatures]:
    return features_of(passage_of(text, 0, len(text), organ))


def measured(features: OpeningFeatures) -> dict[str, float]:
    return dict(zip(MEASURES, features.measures, strict=True))


def test_each_opening_has_its_features() -> None:
    first, second, third = of_text(TEXT)
    assert {"v=تشير", "ov=GAتشير", "a0=واذ", "a1=تشير", "A:ايضا", "an=هذا"} <= set(first.after)
    assert {"pv=تشير", "b0=،", "b1=)", "b2=الاول", "B:#/#"} <= set(first.before)
    assert {"same=TrueTrue", "vpv=تشير|تشير", "nv=تلاحظ", "cw=ايضا|تشير"} <= set(first.order)
    assert {"ppv=^تشير", "k=0", "rk=2"} <= set(first.order)
    assert {"vpv=تلاحظ|تشير", "ppv=تشيرتلاحظ", "same=FalseFalse", "ch=TrueFalseFalse"} <= set(second.order)
    assert {"v=نظرت", "nv=$", "rk=0", "ok=GA2"} <= set(third.order)


def test_what_is_measured_of_the_first_opening() -> None:
    told = measured(of_text(TEXT)[0])
    wanted = {"words_before": 9, "words_behind": 11, "place": 0, "count": 3, "share": 0, "earlier": 0, "later": 6}
    wanted |= {"same_verb": True, "chained_before": False, "chained": True, "chained_next": False}
    wanted |= {"possessive": 1, "pointing": 1, "commas": 2, "commas_before": 1, "cited_before": 1, "cited": 0}
    wanted |= {"words": 30, "words_each": 7.5, "words_from_start": 9, "words_to_end": 21, "organ": 0, "bracket": True}
    wanted |= {"that_before": 0, "that": 0, "overlap": 0}
    assert told == wanted


def test_what_is_measured_of_the_last_opening() -> None:
    told = measured(of_text(TEXT, "HRC")[2])
    wanted = {"words_before": 6, "words_behind": 4, "place": 2, "share": 2 / 3, "earlier": 11, "later": 0}
    wanted |= {"that_before": 1, "that": 0, "commas_before": 1, "commas": 0, "organ": 3, "words_to_end": 4}
    assert {name: told[name] for name in wanted} == pytest.approx(wanted)


def test_how_many_of_the_longer_words_are_on_both_sides() -> None:
    (shared,) = of_text("إذ تؤكد أهمية المكتبات العامة، وإذ تلاحظ المكتبات العامة قديمة")
    (apart,) = of_text("إذ تؤكد أهمية المتاحف الكبيرة، وإذ تلاحظ المكتبات العامة قديمة")
    (turned,) = of_text("إذ تلاحظ المكتبات العامة قديمة، وإذ تؤكد أهمية المكتبات العامة")
    assert measured(shared)["overlap"] == measured(turned)["overlap"] == pytest.approx(2 / 3)
    assert measured(apart)["overlap"] == 0


def test_an_unknown_organ_is_none_of_those_known() -> None:
    assert measured(of_text(TEXT, "")[0])["organ"] == -1
    assert [measured(of_text(TEXT, organ)[0])["organ"] for organ in ORGANS] == [0, 1, 2, 3]


def test_spelling_and_numbers_make_no_difference() -> None:
    other = TEXT.replace("إذ", "اذ").replace("تشير", "تُشـير").replace("75/", "٧٦/").replace("أن", "أنّ")
    assert other != TEXT
    for one, two in zip(of_text(TEXT), of_text(other), strict=True):
        assert (one.measures, set(one.besides)) == (two.measures, set(two.besides))
        assert (set(one.after), set(one.before), set(one.order)) == (set(two.after), set(two.before), set(two.order))


def test_words_beyond_reach_change_neither_side() -> None:
    near = "إذ تشير " + "كتب " * 30 + "، وإذ تلاحظ" + " كتب" * 30
    far = near.replace("تشير كتب", "تشير متحف") + " متحف"
    (one,), (other,) = of_text(near), of_text(far)
    assert set(one.before) == set(other.before) and set(one.after) == set(other.after)
    assert set(one.besides) != set(other.besides)


def test_passages_without_openings_have_no_features() -> None:
    assert features_of(Passage("GA", (), (), ())) == []
    assert of_text("إذ تشير إلى القرى") == []


@given(st.lists(st.sampled_from((*sorted(OPENERS), "،", "؛", "(", ")", "تشير", "ان", "#/#", "")), max_size=40))
def test_any_words_have_features_for_each_opening(words: list[str]) -> None:
    openings = tuple(at for at in range(1, len(words)) if words[at] in OPENERS)
    passage = Passage("SC", tuple(words), tuple((at, at + 1) for at in range(len(words))), openings)
    found = features_of(passage)
    assert len(found) == len(openings)
    for place, each in enumerate(found):
        told = measured(each)
        assert (told["place"], told["count"], told["words_from_start"]) == (place, len(found), openings[place])
        assert told["words_before"] + told["earlier"] <= told["words_from_start"]
        assert told["words_behind"] + told["later"] <= told["words_to_end"]
        assert 0 <= told["overlap"] <= 1
