"""Suggestions: where their evidence stands, and what must not change them."""

import os
import subprocess
import sys
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.suggestion import ranking
from model.suggestion import suggester as room
from model.suggestion.labels import LabelFinder
from model.suggestion.memory import KnownDocument
from model.suggestion.reading import label_stems, read_text
from model.suggestion.suggester import PLACES, Suggester, Suggestion, Suggestions
from model.text.folding import fold
from tests.conftest import ROOT
from tests.model.resolutions import THINGS
from tests.model.suggestion.indexed_resolutions import LABELS, UNLABELLED, document, documents, rank_little, text_of


@pytest.fixture(scope="module")
def taught() -> Suggester:
    """One that has learned a ranking of its own."""
    with pytest.MonkeyPatch.context() as patch:
        rank_little(patch)
        return Suggester.learn(LABELS, documents(40))


def by_term(found: Suggestions) -> dict[str, Suggestion]:
    return {each.term: each for each in found.terms}


def asked(suggester: Suggester, number: int, limit: int = 20, known: Iterable[str] = ()) -> Suggestions:
    return suggester.suggest(text_of(number), document(number).text, limit, known=frozenset(known))


def lexical(text: str, *labels: str, title: str = "") -> Suggestions:
    """What labels alone say."""
    made = Suggester.learn([(label, label) for label in labels], [])
    return made.suggest(text, read_text(text, title, "", ""), 100)


def test_what_documents_have_taught_is_suggested_best_first(taught: Suggester) -> None:
    hits = total = 0
    for number in range(60, 80):
        found = asked(taught, number)
        chances = [each.chance for each in found.terms]
        assert chances == sorted(chances, reverse=True)
        assert all(0 <= chance <= 1 for chance in chances)
        assert len({each.term for each in found.terms}) == len(found.terms)
        assigned = [each.assign for each in found.terms]
        assert assigned == sorted(assigned, reverse=True) and assigned[0]
        own = document(number).terms
        hits += sum(each.term in own for each in found.terms[: len(own)])
        total += len(own)
    assert hits > 0.9 * total


def test_a_term_without_a_label_is_suggested_too(taught: Suggester) -> None:
    number = next(number for number in range(60, 90) if UNLABELLED in document(number).terms)
    suggestion = by_term(asked(taught, number))[UNLABELLED]
    assert (suggestion.evidence, suggestion.found, suggestion.in_title) == ((), 0, False)
    assert suggestion.similar


def test_similar_documents_are_named_nearest_first_with_their_terms(taught: Suggester) -> None:
    found = asked(taught, 3)
    assert found.similar[0].name == document(3).name
    assert found.similar[0].likeness == pytest.approx(1, abs=1e-5)
    assert len(found.similar) == room._SIMILAR
    likeness = [each.likeness for each in found.similar]
    assert likeness == sorted(likeness, reverse=True)
    assert {each.name: each.terms for each in found.similar}[document(3).name] == document(3).terms
    for suggestion in found.terms:
        known = {each.name: each.terms for each in documents(40)}
        assert all(suggestion.term in known[name] for name in suggestion.similar)
        assert len(suggestion.similar) <= room._SIMILAR


def test_a_document_is_never_similar_to_itself(taught: Suggester) -> None:
    few = Suggester.learn(LABELS, documents(3))
    alone = Suggester.learn(LABELS, [document(3), KnownDocument("other", read_text("،"), frozenset({"x"}))])
    for suggester in (taught, few, alone):
        for number in range(3) if suggester is few else (3,):
            name = document(number).name
            found = suggester.suggest(text_of(number), document(number).text, 50, name=name)
            assert name not in {each.name for each in found.similar}
            assert name not in {each for suggestion in found.terms for each in suggestion.similar}


def test_no_more_are_suggested_than_wanted_and_none_that_is_known(taught: Suggester) -> None:
    everything = asked(taught, 60, 100).terms
    assert [each.term for each in asked(taught, 60, 3).terms] == [each.term for each in everything[:3]]
    known = {everything[0].term, everything[2].term}
    left = asked(taught, 60, 3, known).terms
    assert [each.term for each in left] == [everything[place].term for place in (1, 3, 4)]
    assert left[0] == everything[1]
    assert asked(taught, 60, 100, {each.term for each in everything}).terms == ()


@pytest.mark.parametrize("own_from", [30, 1000])
def test_the_same_gives_the_same(monkeypatch: pytest.MonkeyPatch, own_from: int) -> None:
    rank_little(monkeypatch, own_from)
    one, other = (Suggester.learn(LABELS, documents(32)) for _ in range(2))
    for number in (60, 61):
        assert asked(one, number) == asked(other, number) == asked(one, number)


SCRIPT = """
from tests.model.suggestion.indexed_resolutions import *
from model.suggestion.suggester import Suggester
ranking.ROUNDS, ranking.OWN_FROM = 12, 30
made = Suggester.learn(LABELS, documents(32))
made.take_in(document(50))
for number in (60, 61, 62):
    found = made.suggest(text_of(number), document(number).text, 30)
    print([(each.term, each.chance, each.assign, each.evidence, each.similar) for each in found.terms])
    print([(each.name, each.likeness) for each in found.similar])
"""


def test_another_process_gives_the_same() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(said) == 1 and "term:" in said.pop()


@pytest.mark.parametrize("terms", [(), ("term:03", "own"), tuple(term for term, _ in LABELS)])
def test_own_terms_of_a_document_do_not_tell_what_it_has(terms: tuple[str, ...]) -> None:
    """With the ranking that comes with Qarar: one that is learned besides has learned from all documents."""
    known = documents(40)
    for place in (1, 12, 25):
        changed = [*known]
        changed[place] = KnownDocument(known[place].name, known[place].text, frozenset(terms))
        left, right = (
            Suggester.learn(LABELS, each).suggest(text_of(place), known[place].text, 10, name=known[place].name)
            for each in (known, changed)
        )
        assert [each.term for each in left.terms] == [each.term for each in right.terms]
        for one, other in zip(left.terms, right.terms, strict=True):
            assert one.chance == pytest.approx(other.chance, abs=1e-9)
            assert (one.assign, one.evidence, one.similar) == (other.assign, other.evidence, other.similar)
        assert left.similar == right.similar


def test_taking_in_is_learning() -> None:
    made, anew = Suggester.learn(LABELS, documents(10)), Suggester.learn(LABELS, documents(12))
    assert len(made) == 10
    for number in (10, 11):
        made.take_in(document(number))
    assert (len(made), len(anew)) == (12, 12)
    found = asked(made, 11)
    assert found.similar[0].name == document(11).name
    told, wanted = by_term(found), by_term(asked(anew, 11))
    for term in document(11).terms:
        assert told[term].chance == pytest.approx(wanted[term].chance, abs=0.2)
        assert told[term].similar[0] == wanted[term].similar[0]
    made.take_in(KnownDocument(document(11).name, document(11).text, frozenset({"new"})))
    assert len(made) == 12
    assert "new" in by_term(asked(made, 11))


def test_terms_are_taken_in_where_they_are_news_and_forgotten_with_their_document() -> None:
    made = Suggester.learn(LABELS, documents(5))
    name = document(9).name

    def never() -> None:
        raise AssertionError

    assert not made.take_in_terms(name, frozenset(), never)
    assert made.take_in_terms(name, frozenset({"a"}), lambda: document(9).text)
    assert not made.take_in_terms(name, frozenset({"a"}), never)
    assert made.take_in_terms(name, frozenset({"b"}), never)
    assert "b" in by_term(asked(made, 9)) and "a" not in by_term(asked(made, 9))
    made.forget(name)
    made.forget("nobody")
    assert "b" not in by_term(asked(made, 9))
    assert len(made) == 6


def test_labels_alone_speak_where_nothing_was_learned() -> None:
    found = lexical("قلم مكتبات القرى قلم", "مكتبات القرى", "نهر", title="مكتبات القرى")
    assert [each.term for each in found.terms] == ["مكتبات القرى"]
    assert found.terms[0] == Suggestion("مكتبات القرى", found.terms[0].chance, True, ((4, 16),), 1, True, ())
    assert found.similar == ()


def test_documents_alone_speak_where_there_are_no_labels() -> None:
    made = Suggester.learn([], documents(20))
    found = asked(made, 3, 50)
    assert document(3).terms <= {each.term for each in found.terms[:4]}
    assert {each.evidence for each in found.terms} == {()}


def test_nothing_is_suggested_from_nothing() -> None:
    assert asked(Suggester.learn([], []), 3) == Suggestions((), ())
    assert asked(Suggester.learn([("a", "")], [KnownDocument("a", document(3).text, frozenset())]), 3).terms == ()


def test_documents_that_teach_nothing_leave_the_ranking_that_comes_with_qarar(monkeypatch: pytest.MonkeyPatch) -> None:
    rank_little(monkeypatch, own_from=3)
    without = [KnownDocument(each.name, each.text, frozenset()) for each in documents(5)]
    apart = [KnownDocument(each.name, each.text, frozenset({each.name})) for each in documents(5)]
    for known in (without, apart):
        assert Suggester.learn(LABELS, known)._ranks.trees == ranking.shipped().trees[:1]
        assert Suggester.learn(LABELS, known, alone=True)._ranks.trees == ranking.shipped().trees[:1]


def test_which_rankings_count(monkeypatch: pytest.MonkeyPatch) -> None:
    rank_little(monkeypatch, own_from=30)
    start = ranking.shipped()
    assert len(start.trees) == 2
    assert Suggester.learn(LABELS, documents(29), start=start)._ranks.trees == start.trees[:1]
    assert Suggester.learn(LABELS, documents(30), start=start)._ranks.trees[1:] == start.trees
    assert len(Suggester.learn(LABELS, documents(30), start=start)._ranks.trees) == 3
    assert len(Suggester.learn(LABELS, documents(30), start=start, alone=True)._ranks.trees) == 1


class StoppedError(Exception):
    pass


def test_it_says_how_far_it_is_and_can_be_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    rank_little(monkeypatch)
    told: list[tuple[int, int]] = []
    Suggester.learn(LABELS, documents(30), lambda done, total: told.append((done, total)))
    assert told == sorted(told) and told[-1] == (120, 120)
    assert {total for _, total in told} == {120}
    assert {30 + done for done in range(60)} < {done for done, _ in told}  # documents, one by one
    assert {done for done, _ in told if done < 30} == {0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 23, 26}
    assert {done - 90 for done, _ in told if done >= 90} == {30 * tree // 12 for tree in range(13)}
    for last in (0, 12, 26, 45, 75, 90, 105, 120):

        def stop(done: int, total: int, last: int = last) -> None:
            if done == last:
                raise StoppedError

        with pytest.raises(StoppedError):
            Suggester.learn(LABELS, documents(30), stop)


def test_whether_a_text_repeats_a_document() -> None:
    made = Suggester.learn(LABELS, documents(10))
    text = document(3).text
    assert made.repeats(text, 0.8)
    assert not made.repeats(text, 0.99, document(3).name)
    assert not made.repeats(read_text("كتاب", "", "", ""), 0.0)
    other = read_text("كتاب آخر", " ".join(text.title_words), "", "")
    assert made.repeats(other, 0.99)
    assert not made.repeats(other, 0.99, document(3).name)
    assert not Suggester.learn(LABELS, []).repeats(text, 0.0)


# Evidence.


def test_evidence_is_given_in_code_points_of_the_text_itself() -> None:
    text = "🕊🕊 \u2067ﻗﻠﻢ مَكْتَبـــاتُ الْقُرى\u2069، 🕊 المكتبات القرى؛ بمكتبات\u200f \u00a0القرى"
    (suggestion,) = lexical(text, "مكتبات القرى").terms
    assert [text[start:end] for start, end in suggestion.evidence] == [
        "مَكْتَبـــاتُ الْقُرى",
        "المكتبات القرى",
        "بمكتبات\u200f \u00a0القرى",
    ]
    (pen,) = lexical(text, "القلم").terms
    assert [text[start:end] for start, end in pen.evidence] == ["ﻗﻠﻢ"]


def test_of_many_places_those_of_the_title_and_of_first_words_are_given_in_order() -> None:
    text = "كتب 0 كتب 1 كتب 2 كتب 3، سوق كتب، إذ كتب 4، وإذ كتب 5، كتب 6"
    (suggestion,) = lexical(text, "كتب", title="سوق كتب").terms
    assert (suggestion.found, len(suggestion.evidence)) == (8, PLACES)
    starts = [start for start, _ in suggestion.evidence]
    title, lead = text.index("سوق كتب") + 4, text.index("كتب 4")
    assert starts == [text.index("كتب 0"), text.index("كتب 1"), title, lead, text.index("كتب 5")]
    (only,) = lexical("كتب " * 9, "كتب").terms
    assert only.evidence == tuple((4 * number, 4 * number + 3) for number in range(PLACES))


@pytest.mark.parametrize("text", ["كتبٌ قديمة", "في كُتُبِّ القرى", "كتب"])
def test_evidence_holds_the_vowel_marks_of_its_last_letter(text: str) -> None:
    (suggestion,) = lexical(text, "كتب").terms
    word = next(word for word in text.split() if word != "في")
    assert [text[start:end] for start, end in suggestion.evidence] == [word]


def test_only_what_is_suggested_has_evidence() -> None:
    text = "كتب قلم"
    made = Suggester.learn([("a", "كتب"), ("b", "قلم")], [])
    found = made.suggest(text, read_text(text, "", "", ""), 1)
    assert len(found.terms) == 1 and len(found.terms[0].evidence) == 1


NOISE = st.text("ـًَّْ\u200f\u2066\u2069\u061c 🕊،؛(é\u00a0\n", max_size=4)
WORDS = st.sampled_from(["مكتبات", "القرى", "وللقرى", "ﻛﺘﺐ", "كُتُب", "قلم", "𞸀", "ﻻ", "59/187", "x"])


@settings(max_examples=80)
@given(st.lists(st.tuples(NOISE, WORDS), max_size=25), NOISE)
def test_what_is_quoted_reads_as_the_label(parts: list[tuple[str, str]], end: str) -> None:
    text = "".join(noise + " " + word for noise, word in parts) + end
    labels = ("مكتبات القرى", "كتب", "القرى", "قلم كتب قلم")
    for suggestion in lexical(text, *labels).terms:
        assert 0 < len(suggestion.evidence) <= PLACES
        assert list(suggestion.evidence) == sorted(set(suggestion.evidence))
        for start, end_of_it in suggestion.evidence:
            assert 0 <= start < end_of_it <= len(text)
            assert label_stems(text[start:end_of_it].replace("(", "")) == label_stems(suggestion.term)
            assert fold(text[start:end_of_it])[0] == fold(text[start:end_of_it]).strip()[0]
        assert suggestion.found >= len(suggestion.evidence)


# Hard texts.


@pytest.mark.parametrize(
    "text",
    [
        "ا",
        "،",
        ".",
        "🕊",
        "\u200f",
        "1",
        "",
        "،؛:.()[]؟" * 50,
        "The General Assembly, recalling water",
        "中文" * 30,
        "ـ" * 99,
    ],
)
def test_texts_that_say_nothing(taught: Suggester, text: str) -> None:
    for suggester in (taught, Suggester.learn(LABELS, [])):
        found = suggester.suggest(text, read_text(text), 20)
        assert all(0 <= each.chance <= 1 and each.evidence == () for each in found.terms)
        assert len(found.terms) <= 20


def test_a_text_that_is_very_long(taught: Suggester) -> None:
    text = " ".join(text_of(number) for number in range(60, 280))[:200_000]
    assert len(text) == 200_000
    found = taught.suggest(text, read_text(text), 20)
    assert len(found.terms) == len(LABELS) + 1
    for suggestion in found.terms:
        for start, end in suggestion.evidence:
            assert label_stems(text[start:end]) == label_stems(dict(LABELS)[suggestion.term])


def test_a_text_of_one_word_over_and_over() -> None:
    text = f"{THINGS[0]} " * 5_000
    (first, *_) = Suggester.learn(LABELS, []).suggest(text, read_text(text), 5).terms
    assert (first.term, first.found) == ("term:00", 5_000)


def test_learning_rows_say_which_candidates_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    rank_little(monkeypatch, own_from=1000)
    made = Suggester.learn(LABELS, documents(12))
    told: list[tuple[int, int]] = []
    reasons, truths = room.learning_rows(made._reasoner, lambda done, total: told.append((done, total)))
    assert told == [(done, 12) for done in range(12)]
    for place, (each, truth) in enumerate(zip(reasons, truths, strict=True)):
        assert [term for term, is_right in zip(each.terms, truth, strict=True) if is_right] == sorted(
            document(place).terms & set(each.terms)
        )
        assert np.isfinite(each.rows).all()
        index = LabelFinder(LABELS)
        assert each.found == index.find(document(place).text)
