"""What settling a document takes: keys from its proposals to its gold, against marking it by hand."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.effort.annotation_simulator import cost, is_mouse
from model.effort.by_hand import marking
from model.effort.correction import corrections
from model.measuring.evaluation import organ_of_group
from model.measuring.scoring import SCORED
from model.progress import ProgressCallback, no_progress
from model.segmentation.gold import GoldDocument
from model.segmentation.values import Segment

UNSURE_BELOW = 0.8  # the chance from which on no key goes to a proposal, as the window has it at first


@dataclass(frozen=True, slots=True)
class Effort:
    """What one document took, in keys and acts of the mouse together (a click is one, a stretch drawn two).

    ``keys`` with the keyboard, where the mouse is taken only for what ``edge_keys.MOST`` keys cannot do (``clicks`` of
    them); ``with_mouse`` with either, whichever is less; ``by_hand`` without proposals.
    """

    name: str
    organ: str
    clauses: int
    keys: int
    clicks: int
    with_mouse: int
    by_hand: int


def effort(
    document: GoldDocument, segment: Segment, *, unsure_below: float = UNSURE_BELOW, everything: bool = False
) -> Effort:
    """What one document takes."""
    text, gold, found = document.text, document.clauses, segment(document.text, document.layout)
    keyed, clicked = (
        corrections(text, gold, found, unsure_below=unsure_below, mouse=mouse, everything=everything)
        for mouse in (False, True)
    )
    return Effort(
        document.name,
        organ_of_group(document.group),
        sum(1 for clause in gold if everything or (clause.label in SCORED and not clause.annex)),
        len(keyed),
        sum(cost(act) for act in keyed.acts if is_mouse(act)),
        min(len(keyed), len(clicked)),
        sum(map(cost, marking(text, gold, everything=everything))),
    )


def efforts(
    documents: Sequence[GoldDocument],
    segment: Segment,
    *,
    unsure_below: float = UNSURE_BELOW,
    everything: bool = False,
    on_progress: ProgressCallback = no_progress,
) -> list[Effort]:
    """What each document takes."""
    found: list[Effort] = []
    for number, document in enumerate(documents):
        on_progress(number, len(documents))
        found.append(effort(document, segment, unsure_below=unsure_below, everything=everything))
    on_progress(len(documents), len(documents))
    return found


def by_organ(found: Sequence[Effort]) -> Mapping[str, Sequence[Effort]]:
    """The efforts of each organ, and of ``all``."""
    organs = {organ: [each for each in found if each.organ == organ] for organ in sorted({e.organ for e in found})}
    return {**organs, "all": found}


def percentile(numbers: Sequence[float], share: float) -> float:
    """The least of the numbers that at least this share (0 … 1) of them does not exceed; 0 where there are none."""
    ordered = sorted(numbers)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else 0.0
