"""What annotators have decided, as the memory that grows."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.segmentation.confirmed import Confirmed, openings_of, runs_of
from model.segmentation.memory import REACH, WORD_BITS, Memory, Remembered, words_of
from model.segmentation.passages import passage_of
from model.segmentation.segmenter import Segmenter
from tests.model.resolutions import limits, limits_of, resolution, text_of

RECITALS = ("إذ تشير إلى مكتبات القرى،", "وإذ تستلهم مدارس الجزر،", "وإذ تؤكد حدائق المدن،", "وإذ تدرك متاحف الأنهار،")
TEXT = text_of(*RECITALS)
APART = limits_of(TEXT, *RECITALS)
IN_PAIRS = [(APART[0][0], APART[1][1]), (APART[2][0], APART[3][1])]
EVEN = [np.ones(1 << WORD_BITS)] * 2  # every word counts alike
SHIPPED = Memory(Remembered(np.zeros((0, 2, REACH), dtype=np.uint32), np.zeros(0, dtype=np.uint8)), EVEN)


@pytest.fixture
def confirmed() -> Confirmed:
    return Confirmed(SHIPPED)


def said(confirmed: Confirmed, text: str = TEXT) -> list[list[float]]:
    """For each opening of a text the truths of what is remembered exactly so."""
    passage = passage_of(text, *_preamble(text), "GA")
    found: list[list[float]] = [[] for _ in passage.openings]
    for memory in confirmed.memories():
        for truths, (behind, before) in zip(found, memory.likeness(words_of(passage)), strict=True):
            near = memory.nearest((behind + before) / 2, 50)
            truths += near.truths[near.likeness > 0.999].tolist()
    return found


def _preamble(text: str) -> tuple[int, int]:
    return text.index("إذ"), text.index(" 1 - ")


def numbered(number: int) -> tuple[str, list[tuple[int, int]]]:
    """A text of two recitals unlike those of other numbers, and their limits."""
    name = "".join("دذرزسشصضطظ"[int(digit)] for digit in f"{number:03}")
    parts = (f"إذ تشير إلى جزر{name} في بحر{name}،", f"وإذ تؤكد مدن{name} في سهل{name}،")
    text = text_of(*parts)
    return text, limits_of(text, *parts)


def test_a_document_that_is_learned_is_known_until_it_is_forgotten(confirmed: Confirmed) -> None:
    assert said(confirmed) == [[], [], []] and len(confirmed) == 0
    assert confirmed.learn("a", TEXT, IN_PAIRS)
    assert said(confirmed) == [[0], [1], [0]] and len(confirmed) == 1
    assert confirmed.forget("a")
    assert said(confirmed) == [[], [], []] and len(confirmed) == 0
    assert not confirmed.forget("a")
    assert confirmed.memories() == ()


def test_the_same_twice_is_no_news(confirmed: Confirmed) -> None:
    assert confirmed.learn("a", TEXT, APART)
    assert not confirmed.learn("a", TEXT, APART[::-1])
    assert said(confirmed) == [[1], [1], [1]]


def test_what_is_confirmed_anew_replaces_what_was_known(confirmed: Confirmed) -> None:
    confirmed.learn("a", TEXT, APART)
    assert confirmed.learn("a", TEXT, IN_PAIRS)
    assert said(confirmed) == [[0], [1], [0]] and len(confirmed) == 1


def test_two_documents_may_decide_otherwise(confirmed: Confirmed) -> None:
    confirmed.learn("a", TEXT, APART)
    confirmed.learn("b", TEXT, IN_PAIRS)
    assert [sorted(truths) for truths in said(confirmed)] == [[0, 1], [1, 1], [0, 1]]
    confirmed.forget("a")
    assert said(confirmed) == [[0], [1], [0]]


@pytest.mark.parametrize("recitals", [[], [APART[0]], [APART[0], APART[2]]])
def test_a_document_that_teaches_nothing_is_not_known(
    confirmed: Confirmed, recitals: Sequence[tuple[int, int]]
) -> None:
    assert not confirmed.learn("a", TEXT, recitals)
    assert len(confirmed) == 0
    confirmed.learn("a", TEXT, APART)
    assert confirmed.learn("a", TEXT, recitals)
    assert len(confirmed) == 0 and confirmed.memories() == ()
    assert not confirmed.forget("a")


def test_an_opening_teaches_where_it_lies_in_a_recital_or_between_two() -> None:
    whole = [(APART[0][0], APART[-1][1])]
    assert openings_of(TEXT, APART).truths.tolist() == [1, 1, 1]
    assert openings_of(TEXT, whole).truths.tolist() == [0, 0, 0]
    assert openings_of(TEXT, [APART[0], (APART[1][0], APART[2][1])]).truths.tolist() == [1, 0]
    assert openings_of(TEXT, [APART[0], APART[2], APART[3]]).truths.tolist() == [1]
    assert len(openings_of(TEXT, [])) == 0
    words = openings_of(TEXT, APART).words
    assert (words == words_of(passage_of(TEXT, *_preamble(TEXT), "GA"))).all()


@pytest.mark.parametrize("between, are_one", [(" ", True), ("", True), ("  ", True), (" 1 - ", False), ("ـ", False)])
def test_recitals_follow_each_other_where_nothing_is_read_between(between: str, are_one: bool) -> None:
    text = f"إذ تشير،{between}وإذ تؤكد،"
    parts = [(0, 8), (8 + len(between), len(text))]
    assert runs_of(text, parts[::-1]) == ([parts] if are_one else [[parts[0]], [parts[1]]])


@given(st.text(" \u200fوإذ،", max_size=60), st.lists(st.integers(0, 60), max_size=12))
def test_runs_hold_every_recital_once_in_order(text: str, places: list[int]) -> None:
    ordered = sorted({min(place, len(text)) for place in places})
    recitals = list(zip(ordered[::2], ordered[1::2], strict=False))
    assert [each for run in runs_of(text, recitals) for each in run] == recitals


def test_many_documents_are_kept_in_few_blocks(confirmed: Confirmed) -> None:
    for number in range(500):
        assert confirmed.learn(str(number), *numbered(number))
    assert len(confirmed) == 500
    assert sum(map(len, confirmed.memories())) == 500
    assert len(confirmed.memories()) <= 10
    for number in (0, 63, 64, 250, 499):
        assert said(confirmed, numbered(number)[0]) == [[1]]


def test_it_says_how_much_has_yet_to_be_built(confirmed: Confirmed) -> None:
    assert confirmed.unprepared == 0
    confirmed.learn("a", TEXT, APART)
    assert confirmed.unprepared == 3
    confirmed.prepare()
    assert confirmed.unprepared == 0
    confirmed.learn("b", *numbered(1))
    assert confirmed.unprepared == 4  # small ones become one block, which is built anew
    said(confirmed)
    assert confirmed.unprepared == 0


changes = st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.booleans()), max_size=25)


@settings(max_examples=25)
@given(changes, st.sampled_from([1, 3, 64]))
def test_after_any_changes_it_knows_what_was_decided_last(
    steps: list[tuple[bool, int, bool]], merged_from: int
) -> None:
    confirmed, wanted = Confirmed(SHIPPED), dict[int, bool]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.segmentation.confirmed._MERGED_FROM", merged_from)
        for learns, number, apart in steps:
            if learns:
                text, both = numbered(number)
                news = confirmed.learn(str(number), text, both if apart else [(both[0][0], both[1][1])])
                assert news is (wanted.get(number) is not apart)
                wanted[number] = apart
            else:
                assert confirmed.forget(str(number)) is (wanted.pop(number, None) is not None)
    assert len(confirmed) == len(wanted)
    for number in range(6):
        assert said(confirmed, numbered(number)[0]) == [[wanted[number]] if number in wanted else []]


@pytest.fixture(scope="module")
def shipped() -> Segmenter:
    return Segmenter.shipped()


@pytest.fixture
def learning(shipped: Segmenter) -> Iterator[Segmenter]:
    yield shipped
    for document in ("a", "b"):
        shipped.confirmed.forget(document)


@pytest.mark.parametrize("recitals", [APART, IN_PAIRS, [(APART[0][0], APART[-1][1])]])
def test_what_is_confirmed_is_proposed_at_once_and_no_more_when_it_is_forgotten(
    learning: Segmenter, recitals: list[tuple[int, int]]
) -> None:
    before = learning.segment(TEXT)
    learning.confirmed.learn("a", TEXT, recitals)
    assert limits(learning.segment(TEXT), "preambular") == recitals
    learning.confirmed.learn("a", TEXT, APART if recitals != APART else IN_PAIRS)
    assert limits(learning.segment(TEXT), "preambular") != recitals
    learning.confirmed.forget("a")
    assert learning.segment(TEXT) == before


def test_what_is_confirmed_in_one_document_is_proposed_in_the_next(learning: Segmenter) -> None:
    other = text_of("إذ ترحب بأسواق السواحل،", *RECITALS[1:3], "وإذ تعرب عن قلقها إزاء الجفاف،")
    both = limits_of(other, *RECITALS[1:3])
    together = (both[0][0], both[1][1])
    learning.confirmed.learn("a", TEXT, APART)
    assert both[1] in limits(learning.segment(other), "preambular")
    learning.confirmed.learn("a", TEXT, [APART[0], (APART[1][0], APART[2][1]), APART[3]])
    assert together in limits(learning.segment(other), "preambular")


def test_what_is_confirmed_changes_nothing_but_recitals(learning: Segmenter) -> None:
    text = resolution(7).text
    before = learning.segment(text)
    recitals = limits(before, "preambular")
    gold = [clause.limits for clause in resolution(7).clauses if clause.label == "preambular"]
    learning.confirmed.learn("a", text, gold if recitals != gold else [(gold[0][0], gold[-1][1])])
    after = learning.segment(text)
    assert [each for each in after if each.label != "preambular"] == [
        each for each in before if each.label != "preambular"
    ]
    assert limits(after, "preambular") != recitals


def test_it_may_be_taught_and_asked_from_several_threads(learning: Segmenter) -> None:
    allowed: set[object] = set()
    for recitals in ([], APART, IN_PAIRS):
        learning.confirmed.learn("a", TEXT, recitals)
        allowed.add(learning.segment(TEXT))
    assert len(allowed) == 3
    learning.confirmed.forget("a")

    def teach(turn: int) -> object:
        learning.confirmed.learn("a", TEXT, (APART, IN_PAIRS)[turn % 2])
        if turn % 3 == 0:
            learning.confirmed.forget("a")
        return None

    with ThreadPoolExecutor(3) as threads:
        taught = threads.map(teach, range(60))
        asked = list(threads.map(lambda _: learning.segment(TEXT), range(12)))
        list(taught)
    assert set(asked) <= allowed
    learning.confirmed.learn("a", TEXT, APART)
    assert limits(learning.segment(TEXT), "preambular") == APART
