"""Slips in numbers that should run 1, 2, 3 …: missing, repeated and misplaced ones."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Value = tuple[int, int]  # (7, 0) for 7, (4, 7) for 4-7
_MOST = 1_000  # missing numbers that are looked for one by one


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at the index ``place`` of a list.

    ``begins``: the first number is not 1. ``gap``: the numbers from ``first`` to ``last`` are missing before this one,
    which comes after the one at the index ``after``. ``twice``: the number has occurred before. ``misplaced``: it is
    between numbers where it does not belong.
    """

    kind: Literal["begins", "gap", "twice", "misplaced"]
    place: int
    after: int | None = None
    first: int = 0
    last: int = 0


def slips(values: Sequence[Value]) -> list[Slip]:
    """The slips of a list, by index.

    The longest rising subsequence is taken to be right, so that one wrong number is one slip. A gap is not reported if
    the missing number occurs elsewhere, or a wrong number is in its place.
    """
    right = _rising(values)
    kept = set(right)
    strays = [place for place in range(len(values)) if place not in kept]
    astray = {values[place] for place in strays}
    known = {values[place] for place in right}
    found: list[Slip] = []
    for place in strays:
        kind = "twice" if values[place] in known else "misplaced"
        found.append(Slip(kind, place, place - 1 if place else None))
        known.add(values[place])
    before: int | None = None
    for place in right:
        value = values[place][0]
        low = 1 if before is None else values[before][0] + 1
        missing = [number for number in range(low, min(value, low + _MOST)) if (number, 0) not in astray]
        between = place - (0 if before is None else before + 1)
        if len(missing) > between:
            if before is None and not between:
                found.append(Slip("begins", place))
            else:
                last = value - 1 if value - low > _MOST else missing[-1]
                found.append(Slip("gap", place, before, missing[0], last))
        before = place
    return sorted(found, key=lambda slip: (slip.place, slip.kind))


def _rising(values: Sequence[Value]) -> list[int]:
    """The indexes of a longest rising subsequence; of equal values, the first."""
    tails: list[Value] = []
    at: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        length = bisect_left(tails, value)
        before.append(at[length - 1] if length else -1)
        if length == len(tails):
            tails.append(value)
            at.append(place)
        elif tails[length] != value:
            tails[length] = value
            at[length] = place
    found: list[int] = []
    place = at[-1] if at else -1
    while place >= 0:
        found.append(place)
        place = before[place]
    return found[::-1]
