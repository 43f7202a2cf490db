"""What the breaks of a source say about where clauses begin: its paragraphs, its lines, its cells of tables.

How much a kind of break is worth differs from source to source. In a Word file a paragraph may be a clause; in a text
that was wrapped at 80 columns lines begin anywhere. So it is learned from the very text (Bayes): breaks are counted at
places where a clause surely begins, or surely does not, and from that follows how often each kind of break stands where
a clause begins, and where none does. A break then changes the odds of a place by the ratio of the two, and so does the
absence of one: where every clause has a paragraph of its own, a place without one begins none.

All places are code points of a reading form (``model.text.reading_form``).
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from model.segmentation.frame import Frame
from model.segmentation.marks import Candidate
from model.segmentation.recitals import Openings
from model.segmentation.structure import Stretch
from model.text.layout import Layout
from model.text.lazy_regex import lazy_re
from model.text.reading_form import ReadingForm

BREAKS = "breaks"  # what the evidence is called
# At how many clauses there may be a break, and how much each of these shares is expected beforehand; and how much it is
# that breaks stand where clauses begin as often as elsewhere. Most sources have a paragraph a clause, or are wrapped.
_SHARES = ((0.9995, 0.4), (0.98, 0.05), (0.9, 0.03), (0.8, 0.05), (0.6, 0.03), (0.4, 0.03), (0.2, 0.02), (0.1, 0.02))
_UNTIED = 0.4
_ROUNDS = 3  # in which chances and counts follow from each other
_ELSEWHERE = 0.5  # breaks at no clause that are imagined besides, for what was not seen yet
# The chance, before its break counts, that a clause begins at a word that nothing else makes a candidate: in 875
# resolutions 641 of 2 million do; but where nothing else is seen that such a break could stand for, most of them do. In
# a short text, as many are expected as in one of a thousand words; and where there are more breaks at such words than
# that, each of them says less.
_UNMARKED = 0.003
_FEW_UNMARKED = 3
_WORTH = 3.0  # by how much the odds must change for a break to be called evidence
_FARTHEST = 1e-9
_BLANKS = 8
_word = lazy_re(r"(?<!\S)\S")
_comma = lazy_re(r"،[()\d”“]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Break:
    """One kind of breaks. ``with_break`` and ``without`` are the log odds that a place has from one, or from none."""

    places: frozenset[int]
    with_break: float
    without: float


@dataclass(frozen=True)
class Evidence:
    """What the breaks of a text are worth; without any, everything stays as it is. ``unmarked`` is the chance, before
    its break counts, of a place where nothing but a break stands.
    """

    kinds: tuple[Break, ...] = ()
    unmarked: float = _UNMARKED

    @cached_property
    def places(self) -> list[int]:
        """All places behind a break that says something, in order."""
        return sorted(frozenset[int]().union(*(kind.places for kind in self.kinds if kind.with_break > 0)))

    def _between(self, start: int, end: int) -> list[int]:
        """Those of them behind ``start`` and before ``end``."""
        return self.places[bisect_right(self.places, start) : bisect_left(self.places, end)]

    def chance(self, place: int, chance: float) -> float:
        """The chance that a clause begins at a place, from the chance that it would have without breaks."""
        if not self.kinds:
            return chance
        return _chance(_log_odds(chance) + sum(self._log_ratio(kind, place) for kind in self.kinds))

    def tells(self, place: int) -> bool:
        """Whether a break says that a clause begins there."""
        return any(place in kind.places and kind.with_break >= math.log(_WORTH) for kind in self.kinds)

    def of_stretch(self, text: str, stretch: Stretch) -> Stretch:
        """A stretch whose candidates have the chances that they have by the breaks, and one more at each break where
        there was none. Behind a comma there is none: what begins there is a recital or goes on.
        """
        if not self.kinds:
            return stretch
        found = [(candidate, self.chance(candidate.start, chance)) for candidate, chance in stretch.candidates]
        known = {candidate.start for candidate, _ in found}
        for place in self._between(stretch.start, stretch.end):
            if place not in known and _comma.search(text, max(0, place - _BLANKS), place) is None:
                found.append((_unmarked(place), self.chance(place, self.unmarked)))
        return replace(stretch, candidates=sorted(found, key=lambda each: each[0].start))

    def of_openings(self, openings: Openings, end: int, closed: Collection[tuple[int, int]]) -> Openings:
        """The openings of a passage that ends at ``end``, with the chances that they have by the breaks; but for what
        is ``closed``, each break is one too.
        """
        if not self.kinds:
            return openings
        begin, *places = openings.places
        found = {place: self.chance(place, each) for place, each in zip(places, openings.chances, strict=True)}
        for place in self._between(begin, end):
            if place not in found and not any(first <= place < last for first, last in closed):
                found[place] = self.chance(place, self.unmarked)
        places = sorted(found)
        return Openings((begin, *places), tuple(found[place] for place in places))

    @staticmethod
    def _log_ratio(kind: Break, place: int) -> float:
        return kind.with_break if place in kind.places else kind.without


NO_EVIDENCE = Evidence()


def breaks_of(layout: Layout, form: ReadingForm) -> list[frozenset[int]]:
    """Where something begins behind a break of each kind, in the reading form; kinds that the source has none of are
    left out.
    """
    kinds = (layout.paragraphs, layout.lines, layout.cells)
    return [frozenset(_first_words(places, form)) for places in kinds if places]


def _first_words(places: Iterable[int], form: ReadingForm) -> Iterable[int]:
    """The first words at rising places or behind them, each once."""
    last = -1
    for place in places:
        start = form.place(place)
        if start <= last:  # within the same word, which may be a million letters long
            continue
        found = _word.search(form.text, start)
        if found is None:
            return
        last = found.start()
        yield last


def chances_of_places(frame: Frame, stretches: Sequence[Stretch], openings: Iterable[Openings]) -> dict[int, float]:
    """The places of a text where a clause may begin, each with the chance that one does."""
    certain = [*frame.places(), *(stretch.start for stretch in stretches)]
    found = dict.fromkeys(certain, 1.0)
    for stretch in stretches:
        for candidate, chance in stretch.candidates:
            found[candidate.start] = max(chance, found.get(candidate.start, 0.0))
    for each in openings:
        for place, chance in zip(each.places, (1.0, *each.chances), strict=True):
            found[place] = max(chance, found.get(place, 0.0))
    return found


def weighed(kinds: Sequence[frozenset[int]], chances: Mapping[int, float], words: int) -> Evidence:
    """What breaks are worth in a text of so many words, at some places of which a clause begins with these chances and
    at all others with none.
    """
    prior = {place: chance for place, chance in chances.items() if place}  # the text's beginning has no break before it
    evidence = NO_EVIDENCE
    for _ in range(_ROUNDS):
        now = {place: evidence.chance(place, chance) for place, chance in prior.items()}
        found = (_worth_of(places, now, words) for places in kinds)
        evidence = Evidence(tuple(kind for kind in found if kind is not None))
    unmarked = sum(place not in chances for place in evidence.places)
    likely = max(_UNMARKED, _FEW_UNMARKED / words)
    return replace(evidence, unmarked=likely * min(1.0, _FEW_UNMARKED / max(1, unmarked)))


def _worth_of(places: frozenset[int], chances: Mapping[int, float], words: int) -> Break | None:
    """What one kind of breaks is worth: the mean over all shares, each by how well it explains what is seen. None where
    breaks most likely stand where clauses begin as often as elsewhere.
    """
    clauses = sum(chances.values())
    at_clauses = sum(chances.get(place, 0.0) for place in places)
    others, at_others = max(1.0, words - clauses), len(places) - at_clauses
    elsewhere = (at_others + _ELSEWHERE) / (others + 2 * _ELSEWHERE)
    everywhere = (len(places) + _ELSEWHERE) / (words + 2 * _ELSEWHERE)
    shares = [(everywhere, everywhere, _UNTIED)]
    shares += [(share, elsewhere, prior) for share, prior in _SHARES if share > elsewhere]
    logs = [
        math.log(prior)
        + _log_likelihood(at_clauses, clauses - at_clauses, share)
        + _log_likelihood(at_others, others - at_others, other)
        for share, other, prior in shares
    ]
    best = max(logs)
    weights = [math.exp(each - best) for each in logs]
    if weights[0] > sum(weights[1:]):
        return None
    at_clause = sum(weight * share for weight, (share, _, _) in zip(weights, shares, strict=True)) / sum(weights)
    at_other = sum(weight * other for weight, (_, other, _) in zip(weights, shares, strict=True)) / sum(weights)
    return Break(places, math.log(at_clause / at_other), math.log((1 - at_clause) / (1 - at_other)))


def _log_likelihood(yes: float, no: float, share: float) -> float:
    return yes * math.log(share) + max(0.0, no) * math.log(1 - share)


def _unmarked(place: int) -> Candidate:
    """A word at a break that nothing else makes a candidate."""
    return Candidate(place, place, "word", None, None, "", None, False, False, place, False, ())


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _FARTHEST), 1 - _FARTHEST)
    return math.log(chance / (1 - chance))


def _chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, log_odds))))
