"""The rows that the decision trees read."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.segmentation import recital_inputs
from model.segmentation.hashed_linear import HashedLinear
from model.segmentation.memory import REACH, WORD_BITS, Memory, Remembered, words_of
from model.segmentation.passages import Passage, passage_of
from model.segmentation.recital_features import features_of
from model.segmentation.recital_inputs import PREFERRED, VIEWS, Memories

TEXT = "إذ تشير إلى الكتب، وإذ تلاحظ المكتبات، وإذ تلاحظ أيضا المتاحف، وقد نظرت في ذلك، واقتناعا منها بما سبق"
EVEN = [np.ones(1 << WORD_BITS)] * 2  # in so few openings every word is frequent
PLACES = {"behind": 0, "before": 9, "both": 18}  # where what recitals say begins; then come numbered paragraphs
OPENINGS = 4


def passage(text: str = TEXT) -> Passage:
    return passage_of(text, 0, len(text), "GA")


def memory_of(texts: Sequence[str], truths: Sequence[int]) -> Memory:
    words = [words_of(passage(text)) for text in texts]
    everything = np.concatenate([np.zeros((0, 2, REACH), dtype=np.uint32), *words])
    return Memory(Remembered(everything, np.asarray(truths, dtype=np.uint8)), EVEN)


NOTHING = memory_of([], [])
OTHERS = [f"تمهيد رقم{number}، وإذ ترحب بجزيرة{number} في بحر{number}" for number in range(6)]


def test_a_view_is_a_part_of_all_features() -> None:
    for each in features_of(passage()):
        everything = recital_inputs.view(each, "all")
        for name in VIEWS[1:]:
            assert set(recital_inputs.view(each, name)) < set(everything)
        assert set(each.besides) < set(everything)


@given(st.lists(st.text(max_size=4), max_size=30), st.sampled_from([1, 4, 1 << 18]))
def test_each_feature_has_its_place_among_the_weights_once(features: list[str], size: int) -> None:
    found = recital_inputs.buckets(features, size)
    assert sorted(found) == sorted({HashedLinear.bucket(each, size) for each in features})


def test_scores_are_those_of_linear_models_one_for_each_view() -> None:
    draw = np.random.default_rng(3)
    tables = draw.normal(size=(2 * len(VIEWS), 1 << 12)).astype(np.float16)
    biases = draw.normal(size=2 * len(VIEWS))
    features = features_of(passage())
    found = recital_inputs.weighed(features, tables, biases)
    assert found.shape == (OPENINGS, 2 * len(VIEWS))
    for row, each in zip(found, features, strict=True):
        models = [HashedLinear(table, bias) for table, bias in zip(tables, biases, strict=True)]
        wanted = [model.score(recital_inputs.view(each, name)) for model, name in zip(models, VIEWS * 2, strict=True)]
        assert row == pytest.approx(wanted, abs=1e-6)


def test_what_is_remembered_of_the_same_text_is_its_truth() -> None:
    truths = [1, 0, 0, 1]
    recitals = memory_of([TEXT], truths)
    found = recital_inputs.remembered(passage(), Memories(recitals, memory_of([TEXT], truths[::-1])))
    assert found.shape == (OPENINGS, 39)
    for start in PLACES.values():
        assert found[:, start] == pytest.approx([1.0] * OPENINGS)
        assert found[:, start + 1].tolist() == truths
        assert (found[:, start] > found[:, start + 2]).all()
        assert ((found[:, start + 5 : start + 8] > 0.5) == np.asarray(truths, dtype=bool)[:, None]).all()
    for start in (27, 31, 35):
        assert found[:, start] == pytest.approx([1.0] * OPENINGS)
        assert found[:, start + 1].tolist() == truths[::-1]


def test_empty_memories_say_nothing() -> None:
    assert not recital_inputs.remembered(passage(), Memories(NOTHING, NOTHING)).any()
    assert recital_inputs.remembered(passage("إذ تشير"), Memories(NOTHING, NOTHING)).shape == (0, 39)


@settings(max_examples=15)
@given(st.lists(st.booleans(), min_size=10, max_size=10), st.lists(st.booleans(), min_size=6, max_size=6))
def test_what_is_excluded_might_as_well_not_be_remembered(own: list[bool], others: list[bool]) -> None:
    texts = [*OTHERS, TEXT]
    recitals, paragraphs = memory_of(texts, [0, 1] * 5), memory_of(OTHERS, [1, 0] * 3)
    excluded = np.asarray(own), np.asarray(others)
    left = [
        Memory(Remembered(memory.remembered.words[~gone], memory.remembered.truths[~gone]), EVEN)
        for memory, gone in zip((recitals, paragraphs), excluded, strict=True)
    ]
    asked = passage(f"{TEXT}، {OTHERS[2]}، {OTHERS[5]}")
    found = recital_inputs.remembered(asked, Memories(recitals, paragraphs), excluded)
    assert found == pytest.approx(recital_inputs.remembered(asked, Memories(*left)))
    if own[-4:] == [False] * 4:
        assert found[0, PLACES["both"]] > 0.9


def test_what_is_confirmed_weighs_more_than_what_was_shipped() -> None:
    shipped, confirmed = memory_of([TEXT], [0] * 4), memory_of([TEXT], [1] * 4)
    before = recital_inputs.remembered(passage(), Memories(shipped, shipped))
    found = recital_inputs.remembered(passage(), Memories(shipped, shipped, (confirmed,)))
    for start in PLACES.values():
        assert before[:, start + 1].tolist() == [0] * 4
        assert (before[:, start + 5] == 0).all() and (found[:, start + 5] > 0.499).all()
    assert (found[:, 27:] == before[:, 27:]).all()


def test_of_the_same_opening_what_is_confirmed_is_the_nearest() -> None:
    shipped, confirmed = memory_of([TEXT], [0] * 4), memory_of([TEXT], [1] * 4)
    found = recital_inputs.remembered(passage(), Memories(shipped, shipped, (confirmed,)))
    for start in PLACES.values():
        assert found[:, start + 1].tolist() == [1] * 4


def test_what_is_confirmed_and_a_little_less_alike_is_nearer(monkeypatch: pytest.MonkeyPatch) -> None:
    words = np.arange(1, OPENINGS * 2 * REACH + 1, dtype=np.uint32).reshape(OPENINGS, 2, REACH)
    near, further = words.copy(), words.copy()
    near[:, :, -1] = further[:, 0, -1] = further[:, 1, -2:] = 900
    shipped = Memory(Remembered(near, np.zeros(OPENINGS, dtype=np.uint8)), EVEN)
    confirmed = Memory(Remembered(further, np.ones(OPENINGS, dtype=np.uint8)), EVEN)
    monkeypatch.setattr(recital_inputs, "words_of", lambda passage: words)
    less, more = (max(sum(sides) / 2) for sides in (confirmed.likeness(words)[0], shipped.likeness(words)[0]))
    assert more - PREFERRED < less < more
    found = recital_inputs.remembered(passage(), Memories(shipped, NOTHING, (confirmed,)))
    for row in found[:, PLACES["both"] :]:
        assert row[:2] == pytest.approx([less + PREFERRED, 1.0])
        assert row[2:4] == pytest.approx([more, 0.0])


def test_what_was_shipped_and_is_clearly_more_alike_weighs_more() -> None:
    distant = "تمهيد آخر، وإذ تلاحظ المكتبات، وإذ تعرب عن القلق"
    shipped, confirmed = memory_of([TEXT], [1] * 4), memory_of([distant], [0] * 2)
    likeness = confirmed.likeness(words_of(passage()))[0][0].max()
    assert 0.1 < likeness < 1 - 2 * PREFERRED
    found = recital_inputs.remembered(passage(), Memories(shipped, NOTHING, (confirmed,)))
    assert found[0, 1] == 1
    only = recital_inputs.remembered(passage(), Memories(NOTHING, NOTHING, (confirmed,)))
    assert only[0, 0] == pytest.approx(likeness + PREFERRED)


def test_blocks_of_what_is_confirmed_say_what_one_block_says() -> None:
    truths = [1, 0, 1, 1, 0, 0]
    whole = memory_of(OTHERS, truths)
    blocks = (memory_of(OTHERS[:2], truths[:2]), memory_of(OTHERS[2:], truths[2:]))
    asked = passage("، ".join(OTHERS))
    shipped = memory_of([TEXT], [1] * 4)
    one, other = (recital_inputs.remembered(asked, Memories(shipped, shipped, each)) for each in ((whole,), blocks))
    assert one == pytest.approx(other)


def test_the_first_rows_know_the_neighbours() -> None:
    features = features_of(passage())
    scores = np.arange(OPENINGS * 8, dtype=np.float64).reshape(OPENINGS, 8)
    memory = np.arange(OPENINGS * 39, dtype=np.float64).reshape(OPENINGS, 39)
    rows = recital_inputs.first_rows(features, scores, memory)
    assert rows.shape == (OPENINGS, 26 + 39 + 8 + 10)
    assert rows[:, :26].tolist() == [list(each.measures) for each in features]
    assert (rows[:, 26:65] == memory).all() and (rows[:, 65:73] == scores).all()
    two_before, before, behind, two_behind = rows[:, 73:77].T.tolist()
    assert two_before == [3, 3, 0, 8] and before == [3, 0, 8, 16]
    assert behind == [8, 16, 24, 3] and two_behind == [16, 24, 3, 3]
    assert rows[:, 78].tolist() == [1, *memory[:-1, 25]]
    assert rows[:, 81].tolist() == [1, *scores[:-1, 4]] and rows[:, 82].tolist() == [*scores[1:, 4], 1]


def test_the_second_rows_know_the_recital_that_an_opening_would_stand_in() -> None:
    read = passage()
    features, chances = features_of(read), np.asarray([0.9, 0.2, 0.4, 0.7])
    scores = np.log(chances / (1 - chances))
    first = np.arange(OPENINGS * 3, dtype=np.float64).reshape(OPENINGS, 3)
    rows = recital_inputs.second_rows(read, features, first, scores)
    assert rows.shape == (OPENINGS, 3 + 1 + 22)
    assert (rows[:, :3] == first).all() and (rows[:, 3] == scores).all()
    limits = (0, *read.openings, len(read.words))
    own = rows[:, 4:]
    # Of the third opening: the likely ones around it are the first and the fourth.
    assert own[2, :4].tolist() == [limits[3] - limits[1], limits[4] - limits[3], 1, 0]
    assert own[2, 4:8].tolist() == [False, False, False, False]
    assert own[1, 4:8].tolist() == [True, False, True, False]
    assert own[2, 8] == pytest.approx((0.9 + 0.2 + 0.7) / 3)
    assert own[2, 9:12] == pytest.approx([chances.std(), 2 / 4, len(read.words) / (1 + 2.2)])
    assert own[2, 12:18] == pytest.approx([0.2, 0.9, 1, 0.7, 1, 1])
    assert own[2, 18:] == pytest.approx([0.2, 0.7, 1 - 0.2, 1])
    # And of the first, before which the passage begins.
    assert own[0, :4].tolist() == [limits[1], limits[4] - limits[1], 0, 2]
    assert own[0, 18:] == pytest.approx([1, 0.2, 1, 0.8 * 0.6])


def test_rows_of_no_openings() -> None:
    read = passage("إذ تشير إلى الكتب")
    second = recital_inputs.second_rows(read, [], np.zeros((0, 83)), np.zeros(0))
    assert second.shape == (0, 106)
