"""What the marks of a text say about each other.

A number that stands across the sequence of the paragraphs opens none. Behind "the table below:" stands a table. The
items of one list stand together: one that opens a clause against all others opens none, and one that hardly opens none
does as the others do. And a number without a stop before it has something before it that ends without one, a heading or
a table: of 20,135 recitals of the corpus none ends so, and of 28,397 paragraphs five.
"""

import math
from collections.abc import Sequence

from model.segmentation.mark_reading import BARE, ITEMS, STOPS
from model.segmentation.marks import Candidate, Opens, by_rule

TABLED = 0.9  # the least chance of what stands behind "the table below:"
ACROSS = 0.1  # what is left of the chance of a number across the sequence
SURE = 0.7  # the chance of both neighbours that carries an item with it
DOUBTFUL = 0.15  # the least chance of an item that is carried by its neighbours
HARDLY = 0.4  # and of one that is carried by its whole list
CARRIED = 0.6
HEADING = 0.07  # the least chance of a word that begins what ends without a stop within paragraphs
_NEVER = 1e-3


def decided(candidates: Sequence[Candidate], opens: Opens) -> list[tuple[Candidate, float]]:
    """The candidates with the chance that each opens a clause, in the light of the others."""
    chances = [opens(candidate) if candidate.features else by_rule(candidate) for candidate in candidates]
    for place, candidate in enumerate(candidates):
        if candidate.kind == "digit" and candidate.skips and candidate.step != 1 and candidate.before not in STOPS:
            chances[place] *= ACROSS
        elif candidate.kind == "word" and candidate.tabled:
            chances[place] = max(chances[place], TABLED)
    for run in _runs(candidates):
        _decide_run(candidates, run, chances)
    _begin_what_has_no_stop(candidates, chances)
    return list(zip(candidates, chances, strict=True))


def _runs(candidates: Sequence[Candidate]) -> list[list[int]]:
    """The places of the items of each list."""
    runs: dict[tuple[str, int], list[int]] = {}
    for place, candidate in enumerate(candidates):
        if candidate.kind in ITEMS:
            runs.setdefault((candidate.kind, candidate.run), []).append(place)
    return list(runs.values())


def _decide_run(candidates: Sequence[Candidate], run: Sequence[int], chances: list[float]) -> None:
    """Decide about the items of one list together, where some open a clause and others do not."""
    first = {candidates[place].place: chances[place] for place in run}
    if not min(first.values()) < 0.5 <= max(first.values()):
        return
    together = sum(map(_log_odds, first.values())) / len(first)
    for place in run:
        candidate, chance = candidates[place], chances[place]
        if together < 0:
            chances[place] = min(chance, 1 / (1 + math.exp(-together)))
        elif chance < 0.5 and candidate.place is not None:
            around = (first.get(candidate.place + by, 0.0) >= SURE for by in (-1, 1))
            if (chance >= DOUBTFUL and all(around)) or (chance >= HARDLY and candidate.before in STOPS):
                chances[place] = CARRIED


def _begin_what_has_no_stop(candidates: Sequence[Candidate], chances: list[float]) -> None:
    """Before a number that no stop precedes, let the likeliest word begin a heading, where nothing does yet."""
    last: int | None = None  # that opens a clause
    numbered = False
    for place, candidate in enumerate(candidates):
        if chances[place] < 0.5:
            continue
        is_digit = candidate.kind == "digit"
        if is_digit and candidate.before in BARE and (last is None or candidates[last].kind != "word"):
            between = range(0 if last is None else last + 1, place)
            words = [other for other in between if candidates[other].kind == "word"]
            likeliest = max(words, key=lambda other: chances[other], default=None)
            if likeliest is not None and (not numbered or chances[likeliest] >= HEADING):
                chances[likeliest] = CARRIED
        numbered |= is_digit
        last = place


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _NEVER), 1 - _NEVER)
    return math.log(chance / (1 - chance))
