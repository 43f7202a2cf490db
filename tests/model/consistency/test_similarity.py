from collections.abc import Hashable, Iterable

import numpy as np
import pytest

from model.consistency import similarity
from model.consistency.similarity import Texts
from model.suggestion import vectors

TEXTS = ("تقرر الجمعية ما يلي تقرر", "الجمعية تطلب المال", "", "تقرر الجمعية ما يلي تقرر", "water rights, water")


@pytest.fixture
def texts() -> Texts:
    return Texts(TEXTS)


def test_the_cosines_are_those_of_scikit_learn(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer

    weights = TfidfVectorizer(sublinear_tf=True, token_pattern=r"\w+").fit_transform(TEXTS)
    expected = (weights @ weights.T).toarray()
    monkeypatch.setattr(similarity, "_AT_ONCE", 2)
    rows = dict(texts.rows(range(5)))
    assert list(rows) == [0, 1, 2, 3, 4]
    np.testing.assert_allclose(np.vstack(list(rows.values())), expected, atol=1e-6)
    pairs = [(0, 1), (3, 0), (2, 4), (1, 1)]
    np.testing.assert_allclose(texts.pairs(pairs), [expected[pair] for pair in pairs], atol=1e-6)


def test_only_what_is_wanted_is_compared(texts: Texts) -> None:
    assert [number for number, _ in texts.rows([3, 1])] == [3, 1]
    assert texts.pairs([]) == []


def test_no_texts() -> None:
    assert list(Texts([]).rows([])) == []
    assert Texts([]).pairs([]) == []


def test_weights_are_those_that_suggestions_are_made_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """One formula: what is known of how alike texts are holds for both."""
    seen: list[list[list[str]]] = []

    def weights(texts: Iterable[Iterable[Hashable]]) -> object:
        seen.append([[str(word) for word in text] for text in texts])
        return vectors.weights_of(seen[-1])

    monkeypatch.setattr(similarity, "weights_of", weights)
    assert Texts(["a b a", ""]).pairs([(0, 0), (0, 1)]) == pytest.approx([1, 0])
    assert seen == [[["a", "b", "a"], []]]
