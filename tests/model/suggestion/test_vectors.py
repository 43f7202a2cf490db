"""Texts as weighted features, held against a plain computation by dictionaries."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.suggestion import vectors
from model.suggestion.reading import ReadText, read_text
from model.suggestion.vectors import KINDS, Similarities, Vectors
from tests.model.suggestion.indexed_resolutions import document

SINGLE = 1e-5  # sums of numbers of single precision, of a thousand features
WORDS = st.lists(st.sampled_from(["كتب", "قلم", "نهر", "سوق", "ططط", "60/1", "75/2", "،"]), max_size=8).map(" ".join)
READ = st.builds(read_text, WORDS, WORDS, st.just("A/RES/1/1"), st.just("GA"))


def features(kind: str, text: ReadText) -> list[object]:
    """Of words of letters too: numbers are cut up as words are."""
    words = text.words if kind in ("words", "letters") else text.title_words
    if kind == "cited":
        return list(text.cited)
    if kind.endswith("words"):
        return [*words, *pairwise(words)]
    padded = (f" {word} " for word in words)
    return [each[at : at + size] for each in padded for size in range(2, 6) for at in range(len(each) - size + 1)]


def naive(kind: str, learned: Iterable[ReadText], text: ReadText) -> dict[object, float]:
    """The weights of a text, of length 1."""
    texts = [set(features(kind, each)) for each in learned]
    weights = {
        feature: (1 + log(count)) * (log((1 + len(texts)) / (1 + sum(feature in each for each in texts))) + 1)
        for feature, count in Counter(features(kind, text)).items()
    }
    length = sqrt(sum(weight**2 for weight in weights.values())) or 1
    return {feature: weight / length for feature, weight in weights.items()}


def cosine(one: dict[object, float], other: dict[object, float]) -> float:
    return sum(weight * other.get(feature, 0) for feature, weight in one.items())


@settings(max_examples=40)
@given(st.lists(READ, max_size=5), READ, READ)
def test_how_much_alike_texts_are_is_as_computed_plainly(
    learned: list[ReadText], more: ReadText, asked: ReadText
) -> None:
    made = Vectors(learned)
    among = made.among_themselves()
    compared = made.compare(asked)
    made.add(more)
    with_more = made.compare(asked)
    among_more = made.among_themselves()
    for kind in KINDS:
        rows = [naive(kind, learned, each) for each in (*learned, more)]
        own = naive(kind, learned, asked)
        wanted = np.asarray([[cosine(one, other) for other in rows] for one in rows])
        assert among_more.by_kind[kind] == pytest.approx(wanted, abs=SINGLE)
        assert among.by_kind[kind] == pytest.approx(wanted[:-1, :-1], abs=SINGLE)
        told = np.asarray([[cosine(own, other) for other in rows]])
        assert with_more.by_kind[kind] == pytest.approx(told, abs=SINGLE)
        assert compared.by_kind[kind] == pytest.approx(told[:, :-1], abs=SINGLE)


def test_a_text_is_exactly_like_itself_unless_it_has_nothing_of_a_kind() -> None:
    among = Vectors([read_text("كتب قلم 60/1", "كتب", "", "GA"), read_text("،", "", "", "GA")]).among_themselves()
    for matrix in among.by_kind.values():
        assert matrix.diagonal().tolist() == [1.0, 0.0]


def test_what_was_never_met_makes_a_text_less_like_others() -> None:
    made = Vectors([read_text("كتب قلم", "", "", "GA")])
    known = made.compare(read_text("كتب قلم", "", "", "GA")).by_kind["words"][0, 0]
    assert known == pytest.approx(1)
    less = made.compare(read_text("كتب قلم نهر", "", "", "GA")).by_kind["words"][0, 0]
    assert 0.3 < less < 0.8
    assert made.compare(read_text("كتب قلم نهر", "", "", "GA")).by_kind["words"][0, 0] == less
    assert made.compare(read_text("كتب قلم", "", "", "GA")).by_kind["words"][0, 0] == known


@pytest.mark.parametrize("few", [0, 2])
def test_comparing_equals_being_among_them_whichever_columns_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, few: float
) -> None:
    monkeypatch.setattr(vectors, "_FEW", few)
    texts = [document(number).text for number in range(12)]
    made = Vectors(texts)
    among = made.among_themselves()
    for place, text in enumerate(texts):
        compared = made.compare(text)
        for kind in KINDS:
            assert compared.by_kind[kind][0] == pytest.approx(among.by_kind[kind][place], abs=SINGLE)


def test_frequent_and_rare_features_are_multiplied_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [document(number).text for number in range(15)]
    at_once = Vectors(texts).among_themselves()
    monkeypatch.setattr(vectors, "_FREQUENT", 70)
    monkeypatch.setattr(vectors, "_AT_ONCE", 30)
    in_parts = Vectors(texts).among_themselves()
    for kind in KINDS:
        assert in_parts.by_kind[kind] == pytest.approx(at_once.by_kind[kind], abs=SINGLE)


def test_no_texts_are_like_nothing() -> None:
    made = Vectors([])
    assert {matrix.shape for matrix in made.among_themselves().by_kind.values()} == {(0, 0)}
    assert {rows.shape for rows in made.compare(document(1).text).by_kind.values()} == {(1, 0)}
    made.add(document(1).text)
    assert made.compare(document(1).text).by_kind["words"][0].tolist() == [pytest.approx(1)]


def test_similarities_are_mixed_by_weights() -> None:
    both = Similarities({"words": np.asarray([[1.0, 0.5]]), "cited": np.asarray([[0.0, 1.0]])})
    assert both.mixed({"words": 0.5, "cited": 0.25}).tolist() == [[0.5, 0.5]]


def test_the_words_that_were_learned_are_not_cut_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Vectors([read_text("كتب قلم", "", "", "GA")])
    cut: list[str] = []
    whole = vectors._sequences
    monkeypatch.setattr(vectors, "_sequences", lambda word: cut.append(word) or whole(word))
    made.compare(read_text("كتب نهر كتب", "", "", "GA"))
    assert cut == ["نهر"]
