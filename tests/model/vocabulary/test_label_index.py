"""The index against the plainest answer: every label looked at, word by word."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from model.vocabulary.concepts import label_key
from model.vocabulary.label_index import _BITS, KINDS, Circumstances, LabelIndex
from model.vocabulary.label_words import forms_of, runs, words

WORDS = (
    "حق",
    "الحق",
    "والحق",
    "حقوق",
    "للحقوق",
    "وحقوق",
    "بحر",
    "البحر",
    "a",
    "ab",
    "abc",
    "b",
    "bab",
    "儿",
    "童",
    "2030",
)
LANGUAGES = ("ar", "en", "zh")
_label = st.tuples(
    st.sampled_from("123456"),
    st.sampled_from(LANGUAGES),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(WORDS), min_size=0, max_size=3).map(" ".join),
)
_query = st.lists(st.sampled_from((*WORDS, "ح", "ال", "حقو", "儿童", "zz")), min_size=1, max_size=3).map(" ".join)


def plain_level(query: list[str], label: list[str], key: str, spoken: str) -> int:
    level = 0
    for word in query:
        steps = [
            step
            for step, forms in enumerate(forms_of(word))
            if any(one.startswith(form) for one in label for form in forms)
        ]
        level = max(level, min(steps, default=3))
    return level if all(run in "".join(spoken.split()) for run in runs(key)) else 3


def plain_tier(query: list[str], label: list[str]) -> int:
    def begins(word: str, one: str) -> bool:
        return any(one.startswith(form) for forms in forms_of(word) for form in forms)

    def equal(word: str, one: str) -> bool:
        return any(one == form for forms in forms_of(word) for form in forms)

    if len(query) > len(label):
        return 3
    head = all(equal(word, one) for word, one in zip(query[:-1], label, strict=False))
    if head and len(query) == len(label) and equal(query[-1], label[-1]):
        return 0
    if head and begins(query[-1], label[len(query) - 1]):
        return 1
    orders = permutations(range(len(label)), len(query))
    in_order = any(
        list(places) == sorted(places) and all(begins(word, label[at]) for word, at in zip(query, places, strict=True))
        for places in orders
    )
    return 2 if in_order else 3


def unpacked(rank: int) -> tuple[int, ...]:
    """What a rank is made of, in order."""
    sizes = [size for part, size in _BITS.items() if part != "label"]
    parts: list[int] = []
    for size in reversed(sizes):
        parts.append(rank & ((1 << size) - 1))
        rank >>= size
    return tuple(reversed(parts))


@settings(max_examples=400)
@given(
    st.lists(_label, max_size=20),
    _query,
    st.permutations(LANGUAGES).map(lambda order: order[:2]),
    st.dictionaries(st.sampled_from("123456"), st.sampled_from((0, 1, 9, 10))),
)
def test_the_index_finds_what_the_plainest_way_finds(labels, query, languages, uses):
    outdated, own = {"5"}, {"4", "6"}
    index = LabelIndex(tuple("\n".join(each[at] for each in labels) for at in range(4)))
    standing = index.standing(Circumstances(tuple(languages), uses, outdated, own))
    key = label_key(query)
    typed = words(key)
    expected: dict[str, tuple[int, ...]] = {}
    for concept, language, kind, label in labels:
        held = words(label)
        level = plain_level(typed, held, key, label)
        if level < 3:
            tier = plain_tier(typed, held)
            count = uses.get(concept, 0)
            rank = (
                int(concept in outdated),
                2 * tier + level if level < 2 else 8 + tier,
                KINDS.index(kind),
                languages.index(language) if language in languages else 15,
                int(concept in own),
                2 if count == 0 else 1 if count < 10 else 0,
                sum(map(len, held)),
            )
            expected[concept] = min(rank, expected.get(concept, rank))
    found = index.find(key, standing, 10)
    assert {each.concept for each in found} == set(expected)
    assert [unpacked(each.rank) for each in found] == sorted(expected.values())
    assert [unpacked(each.rank) for each in found] == [expected[each.concept] for each in found]
    assert index.find(key, standing, 2) == found[:2]
    index.leave_out(["1", "nowhere"])
    assert [each for each in found if each.concept != "1"] == index.find(key, standing, 10)


def test_an_index_over_nothing_finds_nothing():
    index = LabelIndex(("", "", "", ""))
    assert index.find("a", index.standing(Circumstances(("ar",))), 5) == []
    assert index.labels_of("1") is None
