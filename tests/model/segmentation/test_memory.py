"""The memory of openings."""

import math
import tracemalloc
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from model.segmentation.memory import REACH, WORD_BITS, Memory, Remembered, joined, words_of
from model.segmentation.passages import passage_of

EVEN = [np.ones(1 << WORD_BITS)] * 2  # every word counts alike; in so few openings all are frequent
NOTHING = Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8))
WORDS = (0, 3, 17, 1_009, 20_011, 300_007, 600_011, 900_001, (1 << WORD_BITS) - 2)  # no two pairs of them hash alike
openings = arrays.arrays(
    np.uint32, st.tuples(st.integers(1, 8), st.just(2), st.just(REACH)), elements=st.sampled_from(WORDS)
)
few = settings(max_examples=25)  # each makes tables of a million numbers


def remembered(words: np.ndarray, truths: Sequence[int] | None = None) -> Remembered:
    return Remembered(words, np.asarray([0] * len(words) if truths is None else truths, dtype=np.uint8))


def words_in(text: str) -> np.ndarray:
    return words_of(passage_of(text, 0, len(text), "GA"))


def distinct(count: int) -> np.ndarray:
    """Openings that have no word in common."""
    return np.arange(1, count * 2 * REACH + 1, dtype=np.uint32).reshape(count, 2, REACH)


def cosine(one: Sequence[int], other: Sequence[int]) -> float:
    """How much alike two rows of words are where all count alike, from the definition."""

    def weights(row: Sequence[int]) -> dict[object, float]:
        found: dict[object, float] = {}
        for place, word in enumerate(row):
            if word:
                found.setdefault(word, 1 / (1 + 0.1 * place))
        for place in range(len(row) - 1):
            if row[place] and row[place + 1]:
                found.setdefault((row[place], row[place + 1]), 1 / (1 + 0.1 * (place + 1)))
        return found

    first, second = weights(one), weights(other)
    length = math.sqrt(sum(each**2 for each in first.values()) * sum(each**2 for each in second.values()))
    return sum(weight * second.get(key, 0.0) for key, weight in first.items()) / length if length else 0.0


def test_words_are_kept_nearest_first_on_both_sides() -> None:
    (found,) = words_in("تمهيد قصير، وإذ تلاحظ المكتبات")
    (other,) = words_in("كتب، وإذ تلاحظ")
    assert found.shape == (2, REACH)
    assert np.count_nonzero(found[0]) == 3 and np.count_nonzero(found[1]) == 3
    assert found[0, :2].tolist() == other[0, :2].tolist()
    assert found[1, 0] == other[1, 0] != 0  # the comma
    assert found[1, 1] != other[1, 1]


def test_words_out_of_reach_are_not_kept() -> None:
    text = "كتب " * 20 + "، وإذ " + "متحف " * 20
    (found,) = words_in(text)
    (other,) = words_in(f"متحف {text} كتب")
    assert found.all() and (found == other).all()


def test_a_council_repeats_an_assembly() -> None:
    assembly = words_in("إذ تشير، وإذ تشير إلى قرارها السابق بشأن المكتبات")
    council = words_in("إذ يشير، وإذ يشير إلى قراره السابق بشأن مكتبات")
    assert (assembly == council).all()


def test_a_hash_is_a_number_of_few_bits_and_never_nothing() -> None:
    text = "، ".join(f"وإذ كلمة{number}" for number in range(300))
    found = words_in(text)
    assert found.dtype == np.uint32 and found.max() < 1 << WORD_BITS
    assert np.count_nonzero(found[:, 0, :2]) == 2 * len(found)


@few
@given(openings)
def test_an_opening_is_most_like_itself(words: np.ndarray) -> None:
    for own, sides in enumerate(Memory(remembered(words), EVEN).likeness(words)):
        for side, likeness in enumerate(sides):
            assert likeness[own] == pytest.approx(1.0 if words[own, side].any() else 0.0, abs=1e-5)
            assert likeness.max() <= likeness[own] + 1e-5
            assert likeness.min() >= 0


@few
@given(openings, openings)
def test_likeness_is_the_cosine_of_words_and_pairs(words: np.ndarray, asked: np.ndarray) -> None:
    found = Memory(remembered(words), EVEN).likeness(asked)
    for row, sides in zip(asked, found, strict=True):
        for side in (0, 1):
            wanted = [cosine(row[side].tolist(), other[side].tolist()) for other in words]
            assert sides[side] == pytest.approx(wanted, abs=1e-5)


@few
@given(openings, openings, st.integers(0, 12), st.integers(0, 12))
def test_parts_give_what_the_whole_gives(words: np.ndarray, asked: np.ndarray, cut: int, asked_cut: int) -> None:
    whole = Memory(remembered(words), EVEN).likeness(asked)
    by_questions = [
        each
        for part in (asked[:asked_cut], asked[asked_cut:])
        for each in Memory(remembered(words), EVEN).likeness(part)
    ]
    blocks = [Memory(remembered(part), EVEN).likeness(asked) for part in (words[:cut], words[cut:])]
    for place, sides in enumerate(whole):
        for side in (0, 1):
            assert (sides[side] == by_questions[place][side]).all()
            assert (sides[side] == np.concatenate([block[place][side] for block in blocks])).all()


def test_the_order_of_words_counts_and_nearer_words_count_more() -> None:
    memory = Memory(remembered(distinct(1)), EVEN)
    same, turned, near, far = (distinct(1) for _ in range(4))
    turned[0, 0] = turned[0, 0, ::-1]
    near[0, 0, 1:], far[0, 0, :-1] = 900, 901
    likeness = [float(memory.likeness(each)[0][0][0]) for each in (same, turned, near, far)]
    assert likeness[0] > likeness[1] > 0.3
    assert likeness[2] > likeness[3] > 0


def test_what_many_openings_have_tells_nothing_and_what_few_have_most() -> None:
    words = distinct(40)
    words[:10, 0, 0] = 5_000  # in a quarter
    words[:3, 0, 1] = 5_001  # in three
    words[:2, 0, 3] = 5_002  # in two
    memory = Memory(remembered(words))
    asked = np.zeros((3, 2, REACH), dtype=np.uint32)
    asked[0, 0, 0] = 5_000
    asked[1, 0, :2] = 5_000, 5_001
    asked[2, 0, :3:2] = 5_002, 5_001
    frequent, rare, both = (behind for behind, _ in memory.likeness(asked))
    assert not frequent.any()
    assert np.flatnonzero(rare).tolist() == [0, 1, 2]
    rarity = [memory.rarity[0][word] for word in (5_000, 5_001, 5_002)]
    assert rarity[0] == 0 < rarity[1] < rarity[2]
    assert both[0] > both[2] > 0


def test_rarity_can_come_from_another_memory() -> None:
    large, small = Memory(remembered(distinct(30))), Memory(remembered(distinct(1)))
    assert not small.likeness(distinct(1))[0][0].any()
    assert Memory(remembered(distinct(1)), large.rarity).likeness(distinct(1))[0][0] == pytest.approx([1.0])


def test_an_empty_memory_knows_nothing_and_nobody_asked_gets_no_answer() -> None:
    for behind, before in Memory(NOTHING).likeness(distinct(2)):
        assert len(behind) == len(before) == 0
    assert len(Memory(NOTHING).nearest(np.zeros(0), 5).likeness) == 0
    assert Memory(remembered(distinct(2)), EVEN).likeness(distinct(0)) == []


@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60),
    st.integers(1, 70),
)
def test_the_nearest_come_best_first_with_their_truths(rows: list[tuple[float, bool]], count: int) -> None:
    memory = Memory(remembered(distinct(len(rows)), [truth for _, truth in rows]))
    found = memory.nearest(np.asarray([likeness for likeness, _ in rows]), count)
    wanted = sorted((likeness for likeness, _ in rows if likeness > 0.1), reverse=True)[:count]
    assert found.likeness.tolist() == wanted
    for likeness, truth in zip(found.likeness, found.truths, strict=True):
        assert (likeness, bool(truth)) in rows


def test_of_equally_alike_ones_the_first_remembered_comes_first() -> None:
    memory = Memory(remembered(distinct(3), [1, 0, 1]))
    assert memory.nearest(np.asarray([0.5, 0.5, 0.9]), 3).truths.tolist() == [1, 1, 0]


def test_parts_are_joined_in_order() -> None:
    first, second = remembered(distinct(2), [1, 0]), remembered(distinct(3)[2:], [1])
    both = joined([first, NOTHING, second])
    assert len(both) == 3 and both.truths.tolist() == [1, 0, 1]
    assert (both.words == distinct(3)).all()
    assert len(joined([])) == 0


@few
@given(openings, st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
def test_what_is_left_out_is_found_no_more(words: np.ndarray, start: int, end: int, other: int) -> None:
    memory = Memory(remembered(words), EVEN)
    whole = memory.likeness(words)
    left = memory.without(slice(start, end)).without(slice(other, other + 1))
    gone = {*range(start, end), other}
    for before, after in zip(whole, left.likeness(words), strict=True):
        for side in (0, 1):
            wanted = [0.0 if at in gone else float(likeness) for at, likeness in enumerate(before[side])]
            assert after[side].tolist() == wanted
    for before, again in zip(whole, memory.likeness(words), strict=True):
        assert (before[0] == again[0]).all() and (before[1] == again[1]).all()


def test_what_finds_openings_is_built_before_or_when_it_is_asked() -> None:
    early, late = (Memory(remembered(distinct(3)), EVEN) for _ in range(2))
    assert not early.is_prepared
    early.prepare()
    assert early.is_prepared and early.without(slice(0, 1)).is_prepared
    for one, other in zip(early.likeness(distinct(3)), late.likeness(distinct(3)), strict=True):
        assert (one[0] == other[0]).all() and (one[1] == other[1]).all()
    assert late.is_prepared


def test_a_memory_takes_room_by_what_it_remembers() -> None:
    memory = Memory(remembered(distinct(10)), EVEN)
    tracemalloc.start()
    memory.prepare()
    taken, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 1 << 18  # a number for each key that there can be would be 16 MiB


def test_of_those_that_are_as_much_alike_the_first_count() -> None:
    truths = np.asarray([1] * 3 + [0] * 40, dtype=np.uint8)
    memory = Memory(Remembered(np.zeros((43, 2, REACH), np.uint32), truths))
    assert memory.nearest(np.full(43, 0.5), 3).truths.tolist() == [1, 1, 1]
    assert memory.nearest(np.asarray([0.5] * 42 + [0.9]), 3).truths.tolist() == [0, 1, 1]
