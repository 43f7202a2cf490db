"""Where recitals are cut: the search over all cuts, and recitals of a text."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from model.segmentation.recitals import BALANCE, Recital, RecitalModel, cuts, recitals_between, recitals_in
from model.text.words import trim
from tests.model.resolutions import resolution
from tests.model.segmentation.small_weights import small_weights


def worth(chances: Sequence[float], chosen: Sequence[int]) -> float:
    """What the recitals between cuts are worth together, from the definition."""
    limits = [1.0, *chances, 1.0]
    total = 0.0
    for first, last in pairwise([0, *(place + 1 for place in chosen), len(limits) - 1]):
        chance = limits[first] * limits[last]
        for between in limits[first + 1 : last]:
            chance *= 1 - between
        total += chance - BALANCE
    return total


def best(chances: Sequence[float]) -> float:
    """The most that any cuts are worth."""
    every = range(len(chances))
    return max(worth(chances, chosen) for count in range(len(chances) + 1) for chosen in combinations(every, count))


@pytest.mark.parametrize(
    "chances, chosen",
    [
        ([], []),
        ([0.9], [0]),
        ([0.1], []),
        ([0.9, 0.9, 0.1, 0.9], [0, 1, 3]),
        ([0.0, 0.0], []),
        ([1.0, 1.0], [0, 1]),
        ([0.48], []),  # two recitals, each worth .48 less the balance, against one worth .52
        ([0.49], [0]),
    ],
)
def test_cuts(chances: list[float], chosen: list[int]) -> None:
    assert cuts(chances) == chosen


@settings(max_examples=60)
@given(st.lists(st.floats(0, 0.75), max_size=6))
def test_no_other_cuts_are_worth_more(chances: list[float]) -> None:
    chosen = cuts(chances)
    assert chosen == sorted(set(chosen)) and set(chosen) <= set(range(len(chances)))
    assert worth(chances, chosen) == pytest.approx(best(chances), abs=1e-9)


@settings(max_examples=30)
@example([0.6, 0.5, 1.0, 0.5, 0.5])
@example([0.5, 0.5, 1.0, 0.0, 0.5, 0.5, 0.7, 0.6])
@given(st.lists(st.floats(0, 1), max_size=7))
def test_nor_where_a_chance_is_next_to_certain(chances: list[float]) -> None:
    assert worth(chances, cuts(chances)) >= best(chances) - 1e-3


@pytest.mark.parametrize("chances", [[0.5] * 14, [0.55] * 12, [0.3] * 30])
def test_many_doubtful_openings_are_no_reason_to_cut(chances: list[float]) -> None:
    assert worth(chances, cuts(chances)) >= worth(chances, []) - 1e-3


@given(st.lists(st.floats(0, 1), max_size=40), st.none() | st.integers(1, 50))
def test_recitals_follow_each_other_from_the_first_place_to_the_end(chances: list[float], behind: int | None) -> None:
    begins = [10 + 7 * place for place in range(len(chances) + 1)]
    end = None if behind is None else begins[-1] + behind
    found = recitals_between(begins, chances, end)
    assert found[0].start == 10
    assert found[-1].end == (begins[-1] + 1 if end is None else end)
    assert all(before.end == following.start for before, following in pairwise(found))
    assert [each.start for each in found[1:]] == [begins[place + 1] for place in cuts(chances)]
    assert all(0 <= each.chance <= 1 for each in found)


def test_the_chance_of_a_recital_is_that_of_its_limits_and_of_none_within() -> None:
    found = recitals_between([0, 10, 20, 30], [0.1, 0.9, 0.2], 40)
    assert [(each.start, each.end) for each in found] == [(0, 20), (20, 40)]
    assert [each.chance for each in found] == pytest.approx([0.9 * 0.9, 0.9 * 0.8])


@pytest.fixture(scope="module")
def model() -> RecitalModel:
    return small_weights().recitals


def recitals_of(
    model: RecitalModel, text: str, start: int, end: int, organ: str, closed: Sequence[tuple[int, int]] = ()
) -> list[Recital]:
    start, end = trim(text, start, end)
    return recitals_in(text, model.openings_of(text, start, end, organ, closed), end) if start < end else []


def found_in(model: RecitalModel, text: str, closed: Sequence[tuple[int, int]] = ()) -> list[str]:
    found = recitals_of(model, text, 0, len(text), "GA", closed)
    return [text[each.start : each.end] for each in found]


def test_the_recitals_of_an_invented_resolution(model: RecitalModel) -> None:
    unseen = resolution(301)
    wanted = [clause.limits for clause in unseen.clauses if clause.label == "preambular"]
    found = recitals_of(model, unseen.text, wanted[0][0] - 1, wanted[-1][1] + 1, "GA")
    assert [(each.start, each.end) for each in found] == wanted
    assert min(each.chance for each in found) > 0.4


def test_a_passage_without_openings_is_one_recital(model: RecitalModel) -> None:
    assert found_in(model, " إذ تشير إلى ذلك، \n") == ["إذ تشير إلى ذلك،"]


def test_no_recital_begins_in_a_list(model: RecitalModel) -> None:
    text = "إذ تشير إلى مكتبات القرى، وإذ تؤكد متاحف الأنهار، وإذ تدرك مدارس الجزر،"
    first, second = text.index("وإذ"), text.rindex("وإذ")
    assert len(found_in(model, text)) == 3
    assert found_in(model, text, closed=[(first, second)]) == [text[: second - 1], text[second:]]
    assert found_in(model, text, closed=[(0, len(text))]) == [text]


PIECES = (
    *("إذ تشير إلى", "، وإذ تؤكد", "، وإذ تستلهم", "؛ وقد", " المكتبات", "(أ)"),
    *("\u200f", "ـ", "\x1c", "\r\n", "”", "."),
)


@settings(max_examples=40)
@given(
    st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=30).map("".join)),
    st.integers(0, 300),
    st.integers(0, 300),
)
def test_recitals_fill_any_stretch_but_for_white_space(model: RecitalModel, text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = recitals_of(model, text, start, end, "SC")
    places = [start, *(place for each in found for place in (each.start, each.end)), end]
    assert places == sorted(places)
    between = [text[first:last] for first, last in zip(places[::2], places[1::2], strict=True)]
    assert all(trim(part, 0, len(part)) == (0, 0) for part in between)
    assert all(each.start < each.end and trim(text, each.start, each.end) == (each.start, each.end) for each in found)
