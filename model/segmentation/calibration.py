"""From raw chances to chances that hold: of clauses given .9, nine in ten are right.

A map for each label, learned on documents that the models were trained without (``model.training.calibration``): it
rises with the raw chance and is straight between its knots (isotonic regression).
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

LEAD = "lead"  # the name of the map for leading phrases of clauses that are right themselves
LEAST, MOST = 0.01, 0.9995  # no clause is surely wrong or surely right


@dataclass(frozen=True, slots=True)
class Knots:
    """Raw chances in rising order, and what each is worth."""

    raw: tuple[float, ...]
    worth: tuple[float, ...]

    def at(self, chance: float) -> float:
        """What a raw chance is worth; outside the knots as at the nearest one."""
        place = bisect_right(self.raw, chance)
        if place == 0:
            return self.worth[0]
        if place == len(self.raw):
            return self.worth[-1]
        left, right = self.raw[place - 1], self.raw[place]
        share = (chance - left) / (right - left)
        return self.worth[place - 1] + share * (self.worth[place] - self.worth[place - 1])


@dataclass(frozen=True, slots=True)
class Calibration:
    """The knots of each label; a label without keeps its raw chances."""

    knots: Mapping[str, Knots]

    def chance(self, label: str, raw: float) -> float:
        """The chance (0 … 1) that a clause of the label with this raw chance is right."""
        knots = self.knots.get(label)
        return max(LEAST, min(MOST, raw if knots is None else knots.at(raw)))
