"""Decisions about marks in the light of the others."""

import pytest

from model.segmentation.marks import Candidate, candidates_of
from model.segmentation.sequences import decided

LIST = "1 - ما يلي: (أ) كذا؛ (ب) كذا؛ (ج) كذا؛"


def chances(text: str, given: dict[str, float]) -> list[float]:
    """What is decided where the numbers have these chances at first (a number that is not among them .9)."""

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


def test_an_item_without_a_stop_before_it_is_carried_by_its_neighbours_alone() -> None:
    text = "1 - ما يلي: (أ) كذا؛ (ب) كذا (ج) كذا؛ (د) كذا؛"
    assert chances(text, {"ج": 0.45, "د": 0.6})[3] == 0.45
    assert chances(text, {"ج": 0.2})[3] == pytest.approx(0.6)


def test_the_least_chance_that_is_carried() -> None:
    assert chances(LIST, {"ب": 0.14})[2] == 0.14
    assert chances(LIST, {"ب": 0.15})[2] == pytest.approx(0.6)


def test_an_item_opens_none_where_its_list_is_against_it() -> None:
    found = chances(LIST, {"أ": 0.2, "ب": 0.3, "ج": 0.6})
    assert found[1:3] == [0.2, 0.3] and 0.4 < found[3] < 0.5


def test_what_has_no_stop_before_it_says_nothing_of_its_list() -> None:
    text = "1 - ما يلي: (أ) كذا؛ (ب) كذا؛ و (ج) كذا و (د) كذا؛"
    assert chances(text, {"أ": 0.8, "ب": 0.9, "ج": 0.01, "د": 0.01})[1:] == [0.8, 0.9, 0.01, 0.01]


def test_what_another_list_says_counts_for_nothing() -> None:
    text = "1 - ما يلي: (أ) كذا؛ (ب) كذا؛ 2 - ما يلي: ’1‘ كذا؛ ’2‘ كذا؛ 3 - كذا؛ (أ) كذا؛ (ب) كذا؛ (ج) كذا؛"
    opened: list[float] = []

    def opens(candidate: Candidate) -> float:
        if candidate.kind == "letter":
            opened.append(0.0)
            return (0.6, 0.7, 0.1, 0.2, 0.3)[len(opened) - 1]
        return 0.9

    found = [chance for one, chance in decided(candidates_of(text, 0, len(text)), opens) if one.kind == "letter"]
    assert found == [0.6, 0.7, 0.1, 0.2, 0.3]


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
    assert words_decided(text, 0.03) == ["وإلى"]  # the first of those that are as likely
    assert words_decided(text, 0.03, of_the_last=0.04) == ["بما"]
    assert words_decided(text, 0.02) == []


def test_also_where_a_figure_stands_before_the_number() -> None:
    assert words_decided("إذ تشير إلى كذا، المتاحف في عام 2030 1 - تقرر كذا؛", 0.03) == ["المتاحف"]


def test_no_heading_is_needed_behind_a_stop_or_another_heading() -> None:
    assert words_decided("إذ تشير إلى كذا، تقرر كذا، 1 - تقرر كذا؛", 0.06) == []
    text = "إذ تشير إلى كذا، المتاحف، والمكتبات 1 - تقرر كذا؛"
    assert words_decided(text, 0.06) == ["المتاحف،"]
    assert words_decided("إذ تشير إلى كذا؛ المتاحف، والمكتبات 1 - كذا؛", 0.9, of_the_last=0.4) == ["المتاحف،"]


def test_a_heading_is_not_looked_for_far_from_its_number() -> None:
    text = f"إذ تشير إلى المبادئ الآتية: سيادة الدول {'كذا ' * 70}1 - تقرر كذا؛"
    assert words_decided(text, 0.3) == []


def test_within_paragraphs_a_heading_must_be_a_little_more_likely() -> None:
    text = "1 - تقرر كذا، المتاحف 2 - تطلب كذا؛"
    assert words_decided(text, 0.06) == [] and words_decided(text, 0.07) == ["المتاحف"]


def test_what_ends_without_a_stop_begins_behind_the_clause_before() -> None:
    text = "1 - تقرر كذا، المتاحف 2 - تطلب كذا؛ 3 - تحث المتاحف 4 - تدعو."
    assert words_decided(text, 0.07) == ["المتاحف"]


def test_the_title_of_an_annex_is_left_whole() -> None:
    text = "المرفق محيطاتنا، مستقبلنا، مسؤوليتنا 1 - نؤكد كذا؛ 2 - نقرر كذا، المتاحف 3 - نطلب."
    found = decided(
        candidates_of(text, 0, len(text), annex=True), lambda one: 0.07 if one.kind == "word" else 0.9, annex=True
    )
    assert [text[one.start :].split()[0] for one, chance in found if one.kind == "word" and chance >= 0.5] == [
        "المتاحف"
    ]


def test_behind_in_the_table_below_something_begins() -> None:
    assert words_decided("1 - تقرر الآتي في الجدول أدناه: الباب الأول 20 30؛ 2 - تطلب كذا؛", 0.01) == ["الباب"]


@pytest.mark.parametrize("before", ["القائمة أدناه:", "الجدول أدناه؛", "الجدول الزمني التالي:"])
def test_behind_anything_else_nothing_does(before: str) -> None:
    assert words_decided(f"1 - تقرر الآتي في {before} الباب الأول 20 30؛ 2 - تطلب كذا؛", 0.01) == []


def test_before_the_first_number_less_is_enough_but_not_in_an_annex() -> None:
    text = "إذ تشير إلى ما يلي: (أ) كذا، المتاحف 1 - تقرر كذا؛"
    assert words_decided(text, 0.03) == ["المتاحف"]
    candidates = candidates_of(text, 0, len(text), annex=True)
    found = decided(candidates, lambda one: 0.03 if one.kind == "word" else 0.9, annex=True)
    assert [chance for one, chance in found if one.kind == "word"] == [0.03]


def test_how_likely_something_begins_behind_the_table() -> None:
    text = "1 - تقرر الآتي في الجدول أدناه: الباب الأول 20 30؛ 2 - تطلب كذا؛"
    for chance, left in ((0.01, 0.9), (0.95, 0.95)):
        found = decided(candidates_of(text, 0, len(text)), lambda _, chance=chance: chance)
        assert [its for one, its in found if one.tabled] == [left]
