"""Breaks as evidence: how much each kind is worth, in texts where it tells everything, something, or nothing."""

import math
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from model.formats import corpus
from model.measuring.scoring import NOTHING, score
from model.measuring.variants import given as as_given
from model.segmentation import breaks
from model.segmentation.breaks import NO_EVIDENCE, Break, Evidence, breaks_of, chances_of_places, weighed
from model.segmentation.frame import Frame
from model.segmentation.gold import GoldDocument
from model.segmentation.marks import Candidate
from model.segmentation.recitals import Openings
from model.segmentation.segmenter import Segmenter
from model.segmentation.structure import Stretch
from model.segmentation.values import ProposedClause
from model.text.layout import NO_LAYOUT, Layout
from model.text.reading_form import ReadingForm
from tests.model.resolutions import resolution, resolutions
from tests.model.segmentation.small_weights import small_weights

WORDS = 1_000
CLAUSES = dict.fromkeys(range(0, 5_000, 200), 0.95)  # 25 places, the first of which is the text's beginning
ALL = frozenset(place for place in CLAUSES if place)


def evidence(*kinds: frozenset[int]) -> Evidence:
    return weighed(kinds, CLAUSES, WORDS)


def candidate(place: int) -> Candidate:
    return Candidate(place, place, "word", None, None, "", None, False, False, place, False, ())


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(small_weights())


Found = list[tuple[GoldDocument, tuple[ProposedClause, ...]]]


@pytest.fixture(scope="module")
def shipped() -> Segmenter:
    return Segmenter.shipped()


@pytest.fixture(scope="module")
def real(newer_corpus: Path, shipped: Segmenter) -> Found:
    """Some real resolutions, and what the shipped segmenter proposes for them as they are."""
    documents = corpus.read([newer_corpus])[::70]
    return [(document, shipped.segment(document.text)) for document in documents]


def clauses_of(found: tuple[ProposedClause, ...]) -> list[tuple[int, int, str, str | None]]:
    return [(each.start, each.end, each.label, each.number) for each in found]


def test_where_every_clause_has_a_paragraph_breaks_are_near_certain() -> None:
    found = evidence(ALL)
    assert found.chance(200, 0.3) > 0.99
    assert found.chance(300, 0.9) < 0.05  # no break there
    assert found.tells(200) and not found.tells(300)


def test_breaks_among_others_are_worth_less() -> None:
    many = ALL | {place + 7 for place in range(0, 5_000, 40)}
    few, more = evidence(ALL).chance(200, 0.3), evidence(frozenset(many)).chance(200, 0.3)
    assert 0.5 < more < few
    assert evidence(frozenset(many)).chance(300, 0.99) < 0.3


def test_breaks_that_have_nothing_to_do_with_clauses_are_worth_nothing() -> None:
    draw = random.Random(1)
    anywhere = frozenset(draw.sample(range(1, 5_000), 80))
    assert evidence(anywhere) == NO_EVIDENCE
    assert evidence() == NO_EVIDENCE
    assert NO_EVIDENCE.chance(200, 0.3) == 0.3


def test_that_breaks_are_rarer_where_clauses_begin_says_nothing() -> None:
    assert evidence(frozenset(range(7, 5_000, 14)) - ALL) == NO_EVIDENCE


def test_what_breaks_say_of_clauses_says_in_turn_what_breaks_are_worth() -> None:
    unsure = weighed([ALL], dict.fromkeys(CLAUSES, 0.4), WORDS)
    assert unsure.chance(200, 0.3) > 0.99


def test_a_break_tells_something_only_where_it_changes_the_odds_by_much() -> None:
    def says(log_odds: float) -> Evidence:
        return Evidence((Break(frozenset({5}), log_odds, -0.1),))

    assert says(math.log(3.1)).tells(5)
    assert not says(math.log(2.9)).tells(5)
    stretch = Stretch(0, 9, [])
    assert [each.start for each, _ in says(0.1).of_stretch("و" * 9, stretch).candidates] == [5]
    assert says(-0.1).of_stretch("و" * 9, stretch).candidates == []


def test_a_word_that_nothing_else_speaks_for_needs_breaks_that_stand_at_clauses_alone() -> None:
    text = "و" * 400
    chances = []
    for places in (ALL, ALL | {place + 7 for place in range(0, 5_000, 100)}):
        found = evidence(frozenset(places | {100})).of_stretch(text, Stretch(50, 150, []))
        chances += [chance for each, chance in found.candidates if each.start == 100]
    assert chances[0] > 0.5 > 0.2 > chances[1]


def test_the_chances_of_places_are_the_highest_that_anything_gives_them() -> None:
    frame = Frame((0, 9), None, (), (90, 99))
    stretches = [Stretch(10, 80, [(candidate(20), 0.2), (candidate(20), 0.1), (candidate(30), 0.3)])]
    openings = [Openings((40, 30, 50), (0.6, 0.5)), Openings((60, 20, 50), (0.1, 0.4))]
    wanted = {0: 1.0, 90: 1.0, 10: 1.0, 20: 0.2, 30: 0.6, 40: 1.0, 50: 0.5, 60: 1.0}
    assert chances_of_places(frame, stretches, openings) == wanted


def test_kinds_are_weighed_apart() -> None:
    draw = random.Random(2)
    anywhere = frozenset(draw.sample(range(1, 5_000), 80)) - ALL
    found = evidence(ALL, anywhere)
    assert [kind.places for kind in found.kinds] == [ALL]


def test_few_clauses_that_happen_to_have_a_break_prove_little() -> None:
    found = weighed([frozenset({200, 410, 630})], {0: 1.0, 200: 0.9, 400: 0.9, 600: 0.9}, 150)
    assert found.chance(200, 0.3) < 0.9


def test_a_break_makes_a_candidate_where_there_was_none_but_not_behind_a_comma() -> None:
    text = "و" * 99 + " " + "ك" * 98 + "، " + "م" * 200
    known = [(candidate(50), 0.9), (candidate(150), 0.9)]
    found = evidence(ALL | {100}).of_stretch(text, Stretch(0, len(text), known))
    chances = {each.start: chance for each, chance in found.candidates}
    assert list(chances) == [50, 100, 150]  # not 200
    assert chances[100] > 0.5 > chances[50]
    assert NO_EVIDENCE.of_stretch(text, found) is found


def test_in_a_short_text_a_recital_that_opens_as_none_does_begins_at_its_paragraph() -> None:
    parts = (
        *("قرار اتخذته الجمعية العامة في 14 كانون الأول/ديسمبر 2026", "81/914 - صون السواقي", "إن الجمعية العامة،"),
        *("إذ تشير إلى قرارها 79/906 المؤرخ 17 كانون الأول/ديسمبر 2024،", "ومع مراعاة ما ورد في تقرير الأمين العام،"),
        *(
            "وإذ تؤكد أن لكل قرية الحق في أن تصون سواقيها،",
            "1 - ترحب بتقرير الأمين العام؛",
            "2 - تشجع الدول على صونها.",
        ),
    )
    starts = [sum(map(len, parts[:number])) + number for number in range(len(parts))]
    found = Segmenter.shipped().segment(" ".join(parts), Layout(paragraphs=tuple(starts[1:])))
    assert [each.start for each in found] == starts
    assert len(Segmenter.shipped().segment(" ".join(parts))) == len(parts) - 1


def test_where_many_breaks_stand_at_nothing_each_of_them_says_little() -> None:
    elsewhere = [place for place in range(50, 5_000, 200) if place not in CLAUSES]
    few, many = evidence(ALL | set(elsewhere[:2])), evidence(ALL | set(elsewhere))
    assert few.chance(elsewhere[0], few.unmarked) > 0.5
    opening = many.of_openings(Openings((0,), ()), 5_000, ()).chances[0]
    assert opening == many.chance(elsewhere[0], many.unmarked)
    assert opening < 0.02  # else a clause with several of them would seem doubtful


def test_a_break_is_an_opening_but_not_where_a_list_stands() -> None:
    openings = Openings((0, 150, 200), (0.9, 0.4))
    found = evidence(ALL).of_openings(openings, 900, [(350, 650)])
    assert found.places == (0, 150, 200, 800)
    assert [chance > 0.5 for chance in found.chances] == [False, True, True]
    assert NO_EVIDENCE.of_openings(openings, 900, []) is openings


def test_breaks_stand_at_the_first_word_behind_them_in_the_reading_form() -> None:
    text = "قـال،\n\u200f 1 ـ تقرر"
    form = ReadingForm(text)
    found = breaks_of(Layout(paragraphs=(text.index("\u200f"),)), form)
    assert [sorted(kind) for kind in found] == [[form.text.index("1")]]
    assert breaks_of(NO_LAYOUT, form) == []


def test_of_many_breaks_within_one_word_one_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    searches: list[int] = []

    class Counted:
        def search(self, text: str, place: int) -> re.Match[str] | None:
            searches.append(place)
            return re.compile(r"(?<!\S)\S").search(text, place)

    monkeypatch.setattr(breaks, "_word", Counted())
    places = tuple(range(1, 60))
    assert breaks_of(Layout(lines=places), ReadingForm("ا" * 50 + " ب" * 5 + "ج" * 50)) == [frozenset(range(51, 60, 2))]
    assert len(searches) == 5
    searches.clear()
    assert breaks_of(Layout(lines=places), ReadingForm("ا" * 60)) == [frozenset()]
    assert len(searches) == 1


@pytest.mark.parametrize("number", range(301, 307))
def test_a_text_with_a_break_before_every_clause_comes_out_as_it_is(segmenter: Segmenter, number: int) -> None:
    document = resolution(number)
    for variant in ("paragraphs", "italics"):
        broken = as_given(document, variant)
        found = segmenter.segment(broken.text, broken.layout)
        assert clauses_of(found) == [(each.start, each.end, each.label, each.number) for each in document.clauses], (
            variant
        )
        by_break = {each.start for each in found if each.evidence}
        assert by_break == {each.start for each in document.clauses if each.start}


@pytest.mark.parametrize("variant", ["wrapped", "random-breaks"])
def test_breaks_anywhere_change_nothing(segmenter: Segmenter, variant: str) -> None:
    for document in resolutions(8):
        broken = as_given(document, variant)
        assert segmenter.segment(broken.text) == segmenter.segment(document.text)


@pytest.mark.parametrize("variant", ["digits", "brackets", "ligatures", "tatweel", "older"])
def test_older_typography_gives_the_same_clauses(segmenter: Segmenter, variant: str) -> None:
    document = resolution(303)
    typed = as_given(document, variant)
    wanted = {(each.start, each.end, each.label, each.number) for each in typed.clauses}
    usual = {(each.start, each.end, each.label, each.number) for each in document.clauses}
    found = segmenter.segment(typed.text)
    assert len(wanted & set(clauses_of(found))) == len(usual & set(clauses_of(segmenter.segment(document.text))))
    assert any(each.number == "١" for each in found) == (variant in ("digits", "older"))


def test_real_texts_with_a_break_before_every_clause_come_out_almost_as_they_are(
    shipped: Segmenter, real: Found
) -> None:
    """The shipped weights have seen these documents: this says that breaks are heeded, not how good they are on others
    (see ``docs/proposals.md`` for that).
    """
    total = NOTHING
    for document, _ in real:
        broken = as_given(document, "paragraphs")
        found = shipped.segment(broken.text)
        total += score(broken.clauses, found)
        assert {each.start for each in found if each.start} == {each.start for each in found if each.evidence}
    assert total.documents == 13
    assert total.all.f1 > 0.99
    assert total.labels["preambular"].f1 > 0.98


@pytest.mark.parametrize("variant", ["wrapped", "random-breaks"])
def test_in_real_texts_breaks_anywhere_change_nothing(shipped: Segmenter, real: Found, variant: str) -> None:
    """The same clauses with the same chances, be they right or wrong."""
    for document, found in real:
        broken = as_given(document, variant)
        assert "\n" in broken.text
        assert shipped.segment(broken.text) == found, document.name


@pytest.mark.parametrize("variant", ["digits", "brackets", "ligatures", "tatweel", "older"])
def test_real_texts_in_older_typography_give_the_same_clauses(shipped: Segmenter, real: Found, variant: str) -> None:
    """The same, be they right or wrong, at the places where they stand then; numbers as the text has them."""
    for document, found in real:
        typed = as_given(replace(document, clauses=found), variant)
        assert typed.text != document.text
        assert shipped.segment(typed.text) == typed.clauses, document.name


def test_chances_and_their_logarithms_stay_finite() -> None:
    found = evidence(ALL)
    assert all(0 < found.chance(200, chance) < 1 for chance in (0.0, 1e-12, 0.5, 1.0))
    assert all(math.isfinite(kind.with_break) and math.isfinite(kind.without) for kind in found.kinds)
