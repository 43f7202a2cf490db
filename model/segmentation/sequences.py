"""What the marks of a text say about each other.

A number that stands across the sequence of the paragraphs opens none. Behind "in the table below:" something begins, a
table or its heading. The items of a list with a stop before them are decided about together, by the mean of their log
odds: where that is against them none opens a clause, and where it is for them those open one too that hardly do not.
And where a paragraph's number has no stop before it, something without one ends there: before a number no recital of
the corpus (20,135) ends without a stop, and seven paragraphs (of 28,397) do.
"""

import math
from collections.abc import Sequence

from model.segmentation.headings import LONGEST_HEADING
from model.segmentation.mark_reading import BARE, ITEMS, STOPS
from model.segmentation.marks import Candidate, Opens, by_rule

TABLED = 0.9  # the least chance of what stands behind "in the table below:"
ACROSS = 0.1  # what is left of the chance of a number across the sequence
SURE = 0.7  # the chance of both neighbours that carries an item with it
DOUBTFUL = 0.15  # the least chance of an item that is carried by its neighbours
HARDLY = 0.4  # and of one that is carried by its whole list
CARRIED = 0.6
FIRST_HEADING = 0.03  # the least chance of a word that begins what ends without a stop before the first number
HEADING = 0.07  # and before another
_AGAINST = 0.49  # the most that is left of an item's chance where its list is against it
_NEVER = 1e-3


def decided(candidates: Sequence[Candidate], opens: Opens, *, annex: bool = False) -> list[tuple[Candidate, float]]:
    """The candidates with the chance that each opens a clause, in the light of the others."""
    chances = [opens(candidate) if candidate.features else by_rule(candidate) for candidate in candidates]
    for place, candidate in enumerate(candidates):
        if candidate.kind == "digit" and candidate.skips and candidate.step != 1 and candidate.before not in STOPS:
            chances[place] *= ACROSS
        elif candidate.kind == "word" and candidate.tabled:
            chances[place] = max(chances[place], TABLED)
    for run in _runs(candidates):
        _decide_run(candidates, run, chances)
    _begin_what_has_no_stop(candidates, chances, annex=annex)
    return list(zip(candidates, chances, strict=True))


def _runs(candidates: Sequence[Candidate]) -> list[list[int]]:
    """The places of the items of each list."""
    runs: dict[tuple[str, int], list[int]] = {}
    for place, candidate in enumerate(candidates):
        if candidate.kind in ITEMS and candidate.place is not None:
            runs.setdefault((candidate.kind, candidate.run), []).append(place)
    return list(runs.values())


def _decide_run(candidates: Sequence[Candidate], run: Sequence[int], chances: list[float]) -> None:
    """Decide about the items of one list, where some open a clause and others do not.

    One without a stop before it (``و (ج)``) is rather something that is cited: it says nothing of the others, and is
    carried by its two neighbours alone.
    """
    first = {candidates[place].place: chances[place] for place in run}
    together = sum(_log_odds(chances[place]) for place in run if candidates[place].before in STOPS)
    for place in run:
        number, chance, is_stopped = candidates[place].place or 0, chances[place], candidates[place].before in STOPS
        around = all(first.get(number + by, 0.0) >= SURE for by in (-1, 1))
        if chance >= 0.5:
            if is_stopped and together < 0:
                chances[place] = _AGAINST
        elif (around and chance >= DOUBTFUL) or (is_stopped and together > 0 and chance >= HARDLY):
            chances[place] = CARRIED


def _begin_what_has_no_stop(candidates: Sequence[Candidate], chances: list[float], *, annex: bool) -> None:
    """Shortly before a number that no stop precedes let the likeliest word begin something, where nothing does yet.

    An annex begins with its title, which has no stop either.
    """
    last: int | None = None  # that opens a clause
    numbered = annex
    for place, candidate in enumerate(candidates):
        if chances[place] < 0.5:
            continue
        is_digit = candidate.kind == "digit"
        begun = annex if last is None else candidates[last].kind == "word"
        if is_digit and candidate.before in BARE and not begun:
            near = [
                other
                for other in range(0 if last is None else last + 1, place)
                if candidates[other].kind == "word" and candidate.start - candidates[other].start <= LONGEST_HEADING
            ]
            likeliest = max(near, key=lambda other: chances[other], default=None)
            if likeliest is not None and chances[likeliest] >= (HEADING if numbered else FIRST_HEADING):
                chances[likeliest] = CARRIED
        numbered |= is_digit
        last = place


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _NEVER), 1 - _NEVER)
    return math.log(chance / (1 - chance))
