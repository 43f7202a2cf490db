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


@pytest.mark.parametrize("given", [{"ب": 0.1}, {"ب": 0.4, "أ": 0.6}, {"ب": 0.4, "ج": 0.2}])
def test_an_item_that_is_not_carried(given: dict[str, float]) -> None:
    assert chances(LIST, given)[2] == given["ب"]


def test_the_last_item_is_carried_by_none() -> None:
    assert chances(LIST, {"ج": 0.4})[-1] == 0.4


def test_a_number_across_the_sequence_opens_nothing() -> None:
    assert chances("1 - كذا؛ 2 - الركيزة 1 - كذا؛ 3 - كذا", {}) == [0.9, 0.9, pytest.approx(0.09), 0.9]


def test_numbers_may_begin_anew() -> None:
    assert chances("1 - كذا؛ 2 - كذا؛ 1 - كذا؛ 2 - كذا", {}) == [0.9] * 4


def test_without_features_the_rule_decides() -> None:
    bare = [
        Candidate(
            one.start, one.end, one.kind, one.number, one.place, one.before, one.step, one.open, one.skips, one.run, ()
        )
        for one in candidates_of("1 - كذا؛", 0, 8)
    ]
    assert [chance for _, chance in decided(bare, lambda _: 0.0)] == [0.99]
