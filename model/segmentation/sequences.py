"""What the marks of a text say about each other.

A number that stands across the sequence of the paragraphs opens none; an item between two that open clauses, and
continues both, opens one too.
"""

from collections.abc import Sequence

from model.segmentation.mark_reading import STOPS
from model.segmentation.marks import Candidate, Opens, by_rule

ACROSS = 0.1  # what is left of the chance of a number across the sequence
SURE = 0.7  # the chance of both neighbours that carries an item with it
DOUBTFUL = 0.15  # the least chance of an item that is carried
CARRIED = 0.6


def decided(candidates: Sequence[Candidate], opens: Opens) -> list[tuple[Candidate, float]]:
    """The candidates with the chance that each opens a clause, in the light of the others."""
    chances = [opens(candidate) if candidate.features else by_rule(candidate) for candidate in candidates]
    items: dict[tuple[str, int, int | None], float] = {}
    for candidate, chance in zip(candidates, chances, strict=True):
        items[candidate.kind, candidate.run, candidate.place] = chance
    found: list[tuple[Candidate, float]] = []
    for candidate, chance in zip(candidates, chances, strict=True):
        if candidate.kind == "digit":
            if candidate.skips and candidate.step != 1 and candidate.before not in STOPS:
                chance *= ACROSS
        elif candidate.place is not None and DOUBTFUL <= chance < 0.5:
            around = (candidate.place - 1, candidate.place + 1)
            if all(items.get((candidate.kind, candidate.run, place), 0.0) >= SURE for place in around):
                chance = CARRIED
        found.append((candidate, chance))
    return found
