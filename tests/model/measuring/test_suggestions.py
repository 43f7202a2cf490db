"""Figures by hand, and what is asked."""

from math import log2

import pytest

from model.measuring import suggestions
from model.measuring.suggestions import TYPOGRAPHIES, Answer, Band, Figures, ask, bands, figures, learning, typed
from model.suggestion import ranking
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import read_text
from model.suggestion.suggester import Suggester
from tests.model.suggestion.indexed_resolutions import LABELS, document, documents, text_of

TEXT = read_text("كتاب", "", "", "")


def answer(
    ranked: str, right: str, assigned: str = "", chances: tuple[float, ...] = (), repeats: bool = False
) -> Answer:
    """Each letter is a term."""
    given = chances or tuple(1 - place / 100 for place in range(len(ranked)))
    return Answer(KnownDocument("a", TEXT, frozenset(right)), tuple(ranked), given, frozenset(assigned), repeats)


def test_figures_by_hand() -> None:
    found = figures([answer("axbyc", "abcd", "ax")])
    gain, ideal = 1 + 1 / log2(4) + 1 / log2(6), sum(1 / log2(place + 2) for place in range(4))
    assert found == Figures(1, 1.0, 3 / 5, 3 / 4, 2 * 3 / (5 + 4), pytest.approx(gain / ideal), 2 * 1 / (2 + 4))


def test_only_the_first_count() -> None:
    found = figures([answer("uvwxyabcdefg", "abfg", "")])
    assert (found.p_at_1, found.p_at_5, found.f1_at_5, found.assigned_f1) == (0, 0, 0, 0)
    assert found.r_at_10 == 2 / 4
    assert found.ndcg_at_10 == pytest.approx(
        (1 / log2(7) + 1 / log2(8)) / sum(1 / log2(place + 2) for place in range(4))
    )


def test_fewer_than_five_are_not_counted_as_five() -> None:
    found = figures([answer("ab", "ab", "ab")])
    assert found == Figures(1, 1.0, 2 / 5, 1.0, 1.0, 1.0, 1.0)
    assert figures([answer("", "ab")]) == Figures(1)


def test_more_than_ten_right_ones_are_ideal_at_ten() -> None:
    assert figures([answer("abcdefghijkl", "abcdefghijkl")]).ndcg_at_10 == pytest.approx(1)


def test_means_are_those_of_the_documents_that_have_terms() -> None:
    found = figures([answer("a", "a", "a"), answer("b", "a"), answer("a", "")])
    assert (found.documents, found.p_at_1, found.assigned_f1) == (2, 0.5, 0.5)
    assert figures([]) == figures([answer("a", "")]) == Figures()


def test_how_far_chances_hold() -> None:
    found = bands([answer("abcd", "ac", chances=(1.0, 0.96, 0.05, 0.0)), answer("ab", "b", chances=(0.99, 0.5))])
    assert found == [
        Band(0.0, 0.05, 1, 0.0, 0.0),
        Band(0.05, 0.2, 1, 0.05, 1.0),
        Band(0.4, 0.6, 1, 0.5, 1.0),
        Band(0.95, 1.0, 3, pytest.approx((1 + 0.96 + 0.99) / 3), pytest.approx(1 / 3)),
    ]
    assert bands([]) == []


def test_documents_are_asked_about_as_if_they_were_not_known() -> None:
    suggester = Suggester.learn(LABELS, documents(12))
    told: list[tuple[int, int]] = []
    given = [(text_of(number), document(number)) for number in (3, 60)]
    answers = ask(suggester, given, lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]
    for (source, known), each in zip(given, answers, strict=True):
        wanted = suggester.suggest(source, known.text, suggestions.LIMIT, name=known.name)
        assert each.document is known
        assert list(zip(each.ranked, each.chances, strict=True)) == [(one.term, one.chance) for one in wanted.terms]
        assert each.assigned == {one.term for one in wanted.terms if one.assign}
        assert each.repeats == suggester.repeats(known.text, suggestions.REPEATS, known.name)


def test_a_document_that_has_been_indexed_is_not_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    learned: list[int] = []
    own = Suggester.learn.__func__
    monkeypatch.setattr(
        Suggester,
        "learn",
        classmethod(lambda cls, labels, known, **named: learned.append(len(known)) or own(cls, labels, known, **named)),
    )
    newer = [(text_of(number), document(number)) for number in range(60, 70)]
    told: list[int] = []
    steps = learning(
        LABELS, documents(5), newer, (0, 2, 6), ranking.shipped(), lambda done, total: told.append((done, total))
    )
    assert learned == [5, 7, 11] and told == [(0, 3), (1, 3), (2, 3)]
    assert [(count, each.documents) for count, each in steps] == [(0, 4), (2, 4), (6, 4)]
    assert all(each.p_at_1 > 0 for _, each in steps)


@pytest.mark.parametrize("variant", TYPOGRAPHIES)
def test_a_document_is_typed_otherwise_with_the_same_terms(variant: str) -> None:
    source, known = text_of(3), document(3)
    text, found = typed("a", source, known, variant)
    assert (text == source) == (variant == "as-it-is")
    assert found == known
