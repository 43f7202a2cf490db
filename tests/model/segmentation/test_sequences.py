"""Decisions about marks in the light of the others."""

import pytest

from model.segmentation.marks import Candidate, candidates_of
from model.segmentation.sequences import decided

LIST = "1 - ما يلي: (أ) كذا؛ (ب) كذا؛ (ج) كذا؛"


def chances(text: str, given: dict[str, float]) -> list[float]:
    """What is decided where the numbers have these chances at first."""

    def opens(candidate: Candidate) -> float:
        return given.get(candidate.number or "", 0.9)

    return [chance for _, chance in decided(candidates_of(text, 0, len(text)), opens)]


def test_an_item_between_two_that_open_clauses_opens_one() -> None:
    assert chances(LIST, {"ب": 0.4}) == [0.9, 0.9, pytest.approx(0.6), 0.9]


@pytest.mark.parametrize("given", [{"ب": 0.1}, {"ب": 0.39, "أ": 0.6}, {"ب": 0.39, "ج": 0.2}])
def test_an_item_that_is_not_carried(given: dict[str, float]) -> None:
    assert chances(LIST, given)[2] == given["ب"]


def test_the_last_item_is_carried_by_its_whole_list_only() -> None:
    assert chances(LIST, {"ج": 0.39})[-1] == 0.39
    assert chances(LIST, {"ج": 0.4})[-1] == pytest.approx(0.6)


def test_an_item_without_a_stop_before_it_is_carried_by_none() -> None:
    assert chances("1 - ما يلي: (أ) كذا؛ (ب) كذا (ج) كذا؛", {"ج": 0.45})[-1] == 0.45


def test_an_item_that_opens_a_clause_against_its_list_opens_none() -> None:
    found = chances(LIST, {"أ": 0.2, "ب": 0.3, "ج": 0.6})
    assert found[1:3] == [0.2, 0.3] and 0.3 < found[3] < 0.5


def test_what_another_list_says_counts_for_nothing() -> None:
    text = f"{LIST} 2 - ما يلي: (أ) كذا؛ (ب) كذا؛"
    assert chances(text, {"أ": 0.3, "ب": 0.3, "ج": 0.6})[-2:] == [0.3, 0.3]


def test_a_number_across_the_sequence_opens_nothing() -> None:
    assert chances("1 - كذا؛ 2 - الركيزة 1 - كذا؛ 3 - كذا", {}) == [0.9, 0.9, pytest.approx(0.09), 0.9]


def test_numbers_may_begin_anew() -> None:
    assert chances("1 - كذا؛ 2 - كذا؛ 1 - كذا؛ 2 - كذا", {}) == [0.9] * 4


def test_without_features_the_rule_decides() -> None:
    bare = [
        Candidate(
            *(one.start, one.end, one.kind, one.number, one.place, one.before, one.step),
            *(one.open, one.skips, one.run, one.tabled, ()),
        )
        for one in candidates_of("1 - كذا؛", 0, 8)
    ]
    assert [chance for _, chance in decided(bare, lambda _: 0.0)] == [0.99]


def words_decided(text: str, chance: float, *, of_the_last: float | None = None) -> list[str]:
    """The first words of what begins, where each word behind a stop has this chance, and the last one another."""
    found = candidates_of(text, 0, len(text))
    last = [one.start for one in found if one.kind == "word"][-1]

    def opens(candidate: Candidate) -> float:
        if candidate.kind != "word":
            return 0.9
        return of_the_last if of_the_last is not None and candidate.start == last else chance

    return [text[one.start :].split()[0] for one, its in decided(found, opens) if one.kind == "word" and its >= 0.5]


def test_a_recital_ends_with_a_stop_and_a_heading_stands_behind_it() -> None:
    text = "إذ تشير إلى كذا، وإلى كذا، منع التصدير، بما فيه النفط 1 - تقرر كذا؛"
    assert words_decided(text, 0.01) == ["وإلى"]  # the first of those that are as likely
    assert words_decided(text, 0.01, of_the_last=0.02) == ["بما"]


def test_no_heading_is_needed_behind_a_stop_or_another_heading() -> None:
    assert words_decided("إذ تشير إلى كذا، تقرر كذا، 1 - تقرر كذا؛", 0.01) == []
    assert words_decided("إذ تشير إلى كذا، وإلى كذا، المتاحف 1 - تقرر كذا؛", 0.01, of_the_last=0.9) == ["المتاحف"]


def test_within_paragraphs_a_heading_must_be_a_little_likely() -> None:
    text = "1 - تقرر كذا، المتاحف 2 - تطلب كذا؛"
    assert words_decided(text, 0.06) == [] and words_decided(text, 0.07) == ["المتاحف"]


def test_behind_the_table_below_stands_one() -> None:
    assert words_decided("1 - تقرر الآتي في الجدول أدناه: الباب الأول 20 30؛ 2 - تطلب كذا؛", 0.01) == ["الباب"]
    assert words_decided("1 - تقرر الآتي في القائمة أدناه: الباب الأول 20 30؛ 2 - تطلب كذا؛", 0.01) == []
    assert words_decided("1 - تقرر الآتي في الجدول أدناه؛ الباب الأول 20 30؛ 2 - تطلب كذا؛", 0.01) == []
