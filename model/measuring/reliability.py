"""Whether confidences hold: of clauses given .9, nine in ten should be right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LIMITS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)  # of the bins
SURE_FROM = 0.95


@dataclass(frozen=True, slots=True)
class Judged:
    """A clause that was found: its label, its confidence (0 … 1), and whether it is right."""

    label: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Clauses with a confidence from ``least`` to below ``most`` (the last one: up to it): how many, how many of these
    are right, and their mean confidence.
    """

    least: float
    most: float
    clauses: int
    right: int
    mean: float

    @property
    def share(self) -> float:
        """The share that is right, 0 … 1."""
        return self.right / max(1, self.clauses)


def bins(judged: Sequence[Judged]) -> tuple[Bin, ...]:
    """The reliability table."""
    found: list[Bin] = []
    for least, most in pairwise(LIMITS):
        own = [each for each in judged if least <= each.confidence and (each.confidence < most or most == LIMITS[-1])]
        mean = sum(each.confidence for each in own) / max(1, len(own))
        found.append(Bin(least, most, len(own), sum(each.right for each in own), mean))
    return tuple(found)


def sure(judged: Sequence[Judged]) -> Bin:
    """Those that are given ``SURE_FROM`` or more."""
    own = [each for each in judged if each.confidence >= SURE_FROM]
    mean = sum(each.confidence for each in own) / max(1, len(own))
    return Bin(SURE_FROM, LIMITS[-1], len(own), sum(each.right for each in own), mean)


def calibration_error(table: Sequence[Bin]) -> float:
    """How far confidence and truth are apart, 0 … 1: the mean over all clauses of the difference in their bins."""
    total = sum(each.clauses for each in table)
    return sum(each.clauses * abs(each.mean - each.share) for each in table) / max(1, total)
