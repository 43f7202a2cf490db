"""The index against the plainest answer: every label looked at, word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from model.vocabulary.concepts import label_key
from model.vocabulary.label_index import _BITS, KINDS, LEAST_WHOLE, LITTLE, Circumstances, LabelIndex
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
    "s",
    "of",
)
LANGUAGES = ("ar", "en", "zh")
_label = st.tuples(
    st.sampled_from("123456"),
    st.sampled_from(LANGUAGES),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(WORDS), min_size=0, max_size=3).map(" ".join),
)
_query = st.lists(st.sampled_from((*WORDS, "ح", "ال", "حقو", "儿童", "zz")), min_size=1, max_size=3).map(" ".join)


def begins(word: str, one: str) -> bool:
    return any(one.startswith(form) for forms in forms_of(word) for form in forms)


def equal(word: str, one: str) -> bool:
    return any(one == form for forms in forms_of(word) for form in forms)


def plain_level(query: list[str], label: list[str], key: str, spoken: str) -> int:
    level = 0
    for word in query:
        steps = [
            step
            for step, forms in enumerate(forms_of(word))
            if any(one.startswith(form) for one in label for form in forms)
        ]
        level = max(level, min(steps, default=4))
    return level if all(run in "".join(spoken.split()) for run in runs(key)) else 4


def plain_tier(query: list[str], label: list[str]) -> tuple[int, bool]:
    """How well a label answers that does, and whether it begins with the query."""
    if len(query) > len(label):
        return 5, False
    whole = all(any(equal(word, one) for one in label) for word in query)
    head = all(equal(word, one) for word, one in zip(query[:-1], label, strict=False))
    first = head and begins(query[-1], label[len(query) - 1])
    counted = [one for one in label if one not in LITTLE]
    as_many = len(query) > 1 and len(counted) == sum(word not in LITTLE for word in query)
    if head and equal(query[-1], label[len(query) - 1]) and len(query) == len(label):
        tier = 0
    elif as_many and whole and all(any(equal(word, one) for word in query) for one in counted):
        tier = 1
    elif as_many and all(any(begins(word, one) for word in query) for one in counted):
        tier = 2
    elif whole and len(query[-1]) >= LEAST_WHOLE:
        tier = 3
    else:
        tier = 4 if first else 5
    return tier, first


def plain_closeness(tier: int, level: int) -> int:
    if level == 3:
        return 18 + tier
    if tier < 4:
        return 3 * tier + level
    return 16 + tier - 4 if level == 2 else 12 + 2 * (tier - 4) + level


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
    st.dictionaries(st.sampled_from("123456"), st.sampled_from((0, 1, 9, 10, 99, 100))),
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
        if level < 4:
            tier, first = plain_tier(typed, held)
            rank = (
                int(concept in outdated),
                plain_closeness(tier, level),
                KINDS.index(kind),
                languages.index(language) if language in languages else 15,
                int(concept in own),
                {0: 3, 1: 2, 9: 2, 10: 1, 99: 1, 100: 0}[uses.get(concept, 0)],
                int(not first),
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
