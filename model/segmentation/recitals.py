"""Where one recital ends and the next begins: the learned part of the segmenter.

Each opening of a passage (see ``passages``) gets a chance from two rounds of decision trees; the cuts are then chosen
together, so that as many whole recitals as possible are right.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.boosting.trees import Trees
from model.segmentation import recital_inputs
from model.segmentation.memory import Memory
from model.segmentation.passages import Passage, passage_of
from model.segmentation.recital_features import features_of
from model.segmentation.recital_inputs import Memories
from model.segmentation.stable_math import logistic
from model.text.words import trim

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

BALANCE = 0.45  # what a recital must be worth to be cut out; chosen on newer documents among .3, .45, .6
# By how much (log odds) an opening counts less than the trees say, which grew on documents of sessions that they knew
# others of; in a new session fewer openings begin a recital. Chosen on newer documents among 0, .2 and .4.
CAUTION = 0.2
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Recital:
    """A recital: half-open code points, and the chance (0 … 1, not calibrated yet) that it begins and ends there."""

    start: int
    end: int
    chance: float


@dataclass(frozen=True, slots=True)
class Openings:
    """Where a recital may begin in a passage: its beginning, then the others, each of which has a chance."""

    places: tuple[int, ...]
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class RecitalModel:
    """What was learned. ``tables`` and ``biases`` are linear models, see ``recital_inputs.weighed``."""

    tables: "npt.NDArray[np.float16]"
    biases: "Floats"
    recitals: Memory
    paragraphs: Memory
    first: Trees
    second: Trees

    def chances(self, passage: Passage, confirmed: Sequence[Memory] = ()) -> "Floats":
        """The chance of each opening that a recital begins there; ``confirmed`` is what annotators have decided."""
        import numpy as np

        if not passage.openings:
            return np.zeros(0)
        features = features_of(passage)
        memory = recital_inputs.remembered(passage, Memories(self.recitals, self.paragraphs, confirmed))
        rows = recital_inputs.first_rows(features, recital_inputs.weighed(features, self.tables, self.biases), memory)
        rows = recital_inputs.second_rows(passage, features, rows, self.first.scores(rows))
        return chances_of(self.second.scores(rows))

    def openings_of(
        self,
        text: str,
        start: int,
        end: int,
        organ: str,
        closed: Collection[tuple[int, int]] = (),
        confirmed: Sequence[Memory] = (),
    ) -> Openings:
        """Where a recital may begin between two places of a text, but for what is ``closed``."""
        passage = passage_of(text, start, end, organ, closed)
        chances = [float(chance) for chance in self.chances(passage, confirmed)]
        return Openings((start, *(passage.places[at][0] for at in passage.openings)), tuple(chances))


def recitals_in(text: str, openings: Openings, end: int) -> list[Recital]:
    """The recitals from the first of the openings to ``end``, which they fill but for white space."""
    found = recitals_between(openings.places, openings.chances, end)
    return [Recital(*trim(text, each.start, each.end), each.chance) for each in found]


def chances_of(scores: "Floats") -> "Floats":
    """The chances of openings, from the scores (log odds) that the second trees gave."""
    return logistic(scores - CAUTION)


def recitals_between(begins: Sequence[int], chances: Sequence[float], end: int | None = None) -> list[Recital]:
    """The recitals cut out of a passage that begins at the first of ``begins``; the others are its openings, with their
    chances. Each ends where the next begins, and the last one at ``end`` (past all of them where none is given).
    """
    chosen = [place + 1 for place in cuts(chances)]
    limits = [1.0, *chances, 1.0]
    last = begins[-1] + 1 if end is None else end
    found: list[Recital] = []
    for first, following in zip([0, *chosen], [*chosen, len(begins)], strict=True):
        chance = limits[first] * limits[following]
        for between in range(first + 1, following):
            chance *= 1 - limits[between]
        found.append(Recital(begins[first], begins[following] if following < len(begins) else last, chance))
    return found


def cuts(chances: Sequence[float], balance: float = BALANCE) -> list[int]:
    """The openings at which to cut, in order, such that the recitals between them are worth most.

    A recital is worth the chance that it begins and ends where it is cut and nowhere between, less ``balance``: the
    sum of this is greatest where F1 is (the exact search of semi-Markov models, over all cuts). A chance below
    ``_LEAST`` counts as none.
    """
    limits = [1.0, *chances, 1.0]
    best = [0.0, *(float("-inf") for _ in limits[1:])]
    came = [0 for _ in limits]
    highest = [0]  # up to each place, where the best is
    for end in range(1, len(limits)):
        whole = 1.0
        for start in range(end - 1, -1, -1):
            worth = best[start] + limits[start] * limits[end] * whole - balance
            if worth > best[end]:
                best[end], came[end] = worth, start
            whole *= 1 - limits[start]
            if whole < _LEAST:
                far = highest[start - 1] if start else 0
                if start and best[far] - balance > best[end]:
                    best[end], came[end] = best[far] - balance, far
                break
        highest.append(end if best[end] > best[highest[-1]] else highest[-1])
    found: list[int] = []
    at = came[-1]
    while at > 0:
        found.append(at - 1)
        at = came[at]
    return found[::-1]
