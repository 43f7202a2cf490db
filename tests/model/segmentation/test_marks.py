"""The candidates of a text, and the rule that decides about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation import marks
from model.segmentation.marks import by_rule, candidates_of

TEXT = "1 - تطلب إلى الدول ما يلي: (أ) فتحها وفقا للفقرة 3 (ب) أعلاه؛ (ب) دعمها؛ الإبلاغ 2 - تقرر النظر."


def opened(text: str) -> list[str]:
    return [text[one.start :].split()[0] for one in candidates_of(text, 0, len(text)) if by_rule(one) >= 0.5]


def test_the_rule_opens_numbers_lists_and_headings() -> None:
    assert opened(TEXT) == ["1", "(أ)", "(ب)", "الإبلاغ", "2"]


def test_the_rule_opens_bullets_and_no_dashes() -> None:
    assert opened("1 - ما يلي: • كذا؛ • كذا – وكذا - وكذا") == ["1", "•", "•"]


def test_candidates_stand_in_order_each_once() -> None:
    starts = [one.start for one in candidates_of(TEXT, 0, len(TEXT))]
    assert starts == sorted(set(starts))


def test_a_stretch_is_read_by_itself() -> None:
    start = TEXT.index("(ب) دعمها")
    found = candidates_of(TEXT, start, len(TEXT))
    assert [one.number for one in found] == ["ب", None, "2"]
    assert found[0].before == ""


def test_items_of_one_list_share_a_run() -> None:
    text = "1 - ما يلي: (أ) كذا؛ (ب) كذا؛ 2 - ما يلي: (أ) كذا؛"
    runs = [one.run for one in candidates_of(text, 0, len(text)) if one.kind == "letter"]
    assert runs == [text.index("(أ)"), text.index("(أ)"), text.rindex("(أ)")]


@pytest.mark.parametrize("count, featured", [(3, True), (9, False)])
def test_a_text_with_too_many_candidates_has_no_features(
    monkeypatch: pytest.MonkeyPatch, count: int, *, featured: bool
) -> None:
    monkeypatch.setattr(marks, "DENSE", 5)
    text = "• كذا " * count
    assert all(bool(one.features) is featured for one in candidates_of(text, 0, len(text)))


@given(st.text())
def test_any_text_has_candidates_within_it(text: str) -> None:
    for one in candidates_of(text, 0, len(text)):
        assert 0 <= one.start <= one.end <= len(text)
        assert 0 <= by_rule(one) <= 1
        assert all(one.features)
