"""How proposals become better while annotators confirm documents of a session that the weights have never seen.

Simulated: the documents are confirmed one after another, as their gold says, and after so many the others are proposed
and scored. The order is that of the session's numbers or dates, or drawn with a seed.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from model.annotation import metadata
from model.measuring.scoring import NOTHING, Score, score
from model.progress import ProgressCallback, no_progress
from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause
from model.text.layout import Layout

STEPS = (0, 10, 50, 200)  # documents

_pieces = re.compile(r"\d+|\D+")


class Knowledge(Protocol):
    """What grows as documents are confirmed."""

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]], /) -> bool:
        """Take in the confirmed recitals of a document."""
        ...


class Learner(Protocol):
    """A segmenter that learns in use."""

    @property
    def confirmed(self) -> Knowledge:
        """What it has taken in."""
        ...

    def segment(self, text: str, layout: Layout, /) -> Sequence[ProposedClause]:
        """The clauses of a text."""
        ...


@dataclass(frozen=True, slots=True)
class Step:
    """After so many confirmed documents: the score on ``rest``, all that are not confirmed yet, and on the ``last``
    ones, the same after every step, added up over all orders.
    """

    confirmed: int
    rest: Score
    last: Score


def simulate(
    documents: Sequence[GoldDocument],
    fresh: Callable[[], Learner],
    orders: Sequence[Sequence[int]],
    steps: Sequence[int] = STEPS,
    on_progress: ProgressCallback = no_progress,
) -> list[Step]:
    """The score after each of the rising ``steps``. ``orders``: each the documents' places, in the order in which they
    are confirmed; ``fresh`` gives a segmenter that knows nothing yet.

    Steps after which no document would be left are left out.
    """
    steps = [step for step in steps if step < len(documents)]
    rest, last = ([NOTHING] * len(steps) for _ in range(2))
    total = len(orders) * sum(len(documents) - step for step in steps)
    done = 0
    for order in orders:
        learner, known = fresh(), 0
        for place, step in enumerate(steps):
            for number in order[known:step]:
                document = documents[number]
                recitals = [clause.limits for clause in document.clauses if clause.label == "preambular"]
                learner.confirmed.learn(document.name, document.text, recitals)
            known = step
            for at in range(step, len(order)):
                on_progress(done, total)
                document = documents[order[at]]
                own = score(document.clauses, learner.segment(document.text, document.layout))
                rest[place] += own
                if at >= steps[-1]:
                    last[place] += own
                done += 1
    on_progress(total, total)
    return [Step(*each) for each in zip(steps, rest, last, strict=True)]


def in_order(documents: Sequence[GoldDocument], *, by_date: bool = False) -> list[int]:
    """The documents' places in order of their symbols' numbers, or first of the days on which they were adopted."""

    def key(place: int) -> tuple[str, list[tuple[int, str]]]:
        about = metadata.recognise(documents[place].text, documents[place].name)
        symbol = about.symbol or documents[place].name
        pieces = [(int(piece), "") if piece.isdigit() else (0, piece) for piece in _pieces.findall(symbol)]
        return (about.adopted or "") if by_date else "", pieces

    return sorted(range(len(documents)), key=key)


def drawn(count: int, seed: int) -> list[int]:
    """So many places in an order that the seed decides."""
    places = list(range(count))
    random.Random(seed).shuffle(places)
    return places
