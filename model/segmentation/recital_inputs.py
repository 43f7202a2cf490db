"""The rows that the decision trees read, one for each opening of a passage.

First what is measured, weighed and remembered of each opening; then, once every opening has a first chance, what these
chances say about it: which recital it would stand in, and how long that would be.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.segmentation.memory import Memory, Neighbours, words_of
from model.segmentation.passages import Passage, verb_of
from model.segmentation.recital_features import OpeningFeatures
from model.segmentation.stable_math import logistic

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Words = npt.NDArray[np.uint32]

FIRST_COLUMNS, SECOND_COLUMNS = 83, 106  # of the rows that the trees read
VIEWS = ("all", "after", "before", "order")  # of recitals, and the same of numbered paragraphs
NEAREST = 30
NEAREST_PARAGRAPHS = 15
PREFERRED = 0.03  # by how much more alike an opening counts that an annotator has decided
_AT_ONCE = 32  # openings: for each there is a number for everything that is remembered
_ABSENT = 3.0  # the score of an opening outside the passage: its limits are limits


@dataclass(frozen=True, slots=True)
class Memories:
    """What was seen: recitals, numbered paragraphs, and what annotators have confirmed in the project."""

    recitals: Memory
    paragraphs: Memory
    confirmed: Sequence[Memory] = ()


def view(features: OpeningFeatures, name: str) -> tuple[str, ...]:
    """The words of one of ``VIEWS``."""
    if name == "all":
        return (*features.after, *features.before, *features.order, *features.besides)
    return {"after": features.after, "before": features.before, "order": features.order}[name]


def buckets(features: Sequence[str], size: int) -> list[int]:
    """The places of the features among ``size`` weights (a power of two), each once."""
    return list({zlib.crc32(each.encode()) & (size - 1) for each in features})


def weighed(features: Sequence[OpeningFeatures], tables: "npt.NDArray[np.float16]", biases: "Floats") -> "Floats":
    """The scores of linear models, shape (openings, models). ``tables``, shape (models, weights), are those of
    ``VIEWS`` for recitals, then of the same for paragraphs.
    """
    import numpy as np

    size = tables.shape[1]
    found = np.zeros((len(features), len(tables)))
    for row, each in enumerate(features):
        places = [buckets(view(each, name), size) for name in VIEWS]
        for column in range(len(tables)):
            found[row, column] = tables[column, places[column % len(VIEWS)]].sum(dtype=np.float64)
    return found + biases


def remembered(
    passage: Passage, memories: Memories, exclude: "tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]] | None" = None
) -> "Floats":
    """What the memories say, shape (openings, 39). ``exclude``: what is not to be looked at of recitals and paragraphs
    (in training, whatever is as new as the passage).
    """
    import numpy as np

    words = words_of(passage)
    rows: list[list[float]] = []
    for start in range(0, len(words), _AT_ONCE):
        rows += _remembered(words[start : start + _AT_ONCE], memories, exclude)
    return np.asarray(rows, dtype=np.float64).reshape(len(rows), 39)


def _remembered(
    words: "Words", memories: Memories, exclude: "tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]] | None"
) -> list[list[float]]:
    decided = [(memory, memory.likeness(words)) for memory in memories.confirmed]
    recitals, paragraphs = memories.recitals.likeness(words), memories.paragraphs.likeness(words)
    rows: list[list[float]] = []
    for opening in range(len(words)):
        row: list[float] = []
        confirmed = [(memory, _three(likeness[opening])) for memory, likeness in decided]
        for place, likeness in enumerate(_three(recitals[opening])):
            if exclude is not None:
                likeness[exclude[0]] = 0
            near = memories.recitals.nearest(likeness, NEAREST)
            if confirmed:
                near = _preferring(near, [memory.nearest(sides[place], NEAREST) for memory, sides in confirmed])
            row += _said(near, ((5, 4), (30, 4), (30, 8)), tops=3)
        for likeness in _three(paragraphs[opening]):
            if exclude is not None:
                likeness[exclude[1]] = 0
            row += _said(memories.paragraphs.nearest(likeness, NEAREST_PARAGRAPHS), ((5, 4), (15, 4)), tops=1)
        rows.append(row)
    return rows


def first_rows(features: Sequence[OpeningFeatures], scores: "Floats", memory: "Floats") -> "Floats":
    """The rows for the first trees."""
    import numpy as np

    measures = np.asarray([each.measures for each in features], dtype=np.float64).reshape(len(features), -1)
    beside = [_shifted(scores[:, 0], by, _ABSENT) for by in (-2, -1, 1, 2)]
    beside += [_shifted(memory[:, 25], by, 1.0) for by in (-2, -1, 1, 2)]
    beside += [_shifted(scores[:, len(VIEWS)], by, 1.0) for by in (-1, 1)]
    return np.column_stack([measures, memory, scores, *beside])


def second_rows(passage: Passage, features: Sequence[OpeningFeatures], first: "Floats", scores: "Floats") -> "Floats":
    """The rows for the second trees, from the ``first`` rows and the scores that the first trees gave."""
    import numpy as np

    chances = logistic(scores)
    limits = (0, *passage.openings, len(passage.words))
    verbs = [verb_of(passage.words, at) for at in limits[:-1]] if passage.words else []
    chained = [bool(each.measures[7]) for each in features]
    count = len(chances)
    mean, spread = (float(chances.mean()), float(chances.std())) if count else (0.0, 0.0)
    likely = int((chances > 0.5).sum())
    length = len(passage.words) / (1 + float(chances.sum()))
    padded = np.concatenate([np.ones(6), chances, np.ones(6)])
    rows: list[list[float]] = []
    for place in range(count):
        before, behind = place - 1, place + 1
        while before >= 0 and chances[before] < 0.5:
            before -= 1
        while behind < count and chances[behind] < 0.5:
            behind += 1
        rows.append(
            [
                *(limits[place + 1] - limits[before + 1], limits[behind + 1] - limits[place + 1]),
                *(place - 1 - before, behind - place - 1, verbs[place + 1] == verbs[before + 1]),
                *(before >= 0 and chained[before], chained[place]),
                *(
                    behind < count and verbs[behind + 1] == verbs[place + 1],
                    (mean * count - chances[place]) / max(1, count - 1),
                ),
                *(spread, likely / count, length),
                *(padded[place + 6 + by] for by in (-1, -2, -3, 1, 2, 3)),
                *(padded[place : place + 6].min(), padded[place + 7 : place + 13].min()),
                *((1 - chances[before + 1 : place]).prod(), (1 - chances[place + 1 : behind]).prod()),
            ]
        )
    return np.column_stack([first, scores, np.asarray(rows, dtype=np.float64).reshape(count, 22)])


def _three(sides: "tuple[Floats, Floats]") -> "tuple[Floats, Floats, Floats]":
    """How much alike openings are behind, before, and on both sides."""
    return sides[0], sides[1], (sides[0] + sides[1]) / 2


def _preferring(near: Neighbours, decided: Sequence[Neighbours]) -> Neighbours:
    """All together, best first; what an annotator decided counts as more alike than what was shipped."""
    import numpy as np

    shipped_first = np.minimum(1.0, near.likeness)  # rounding makes some a little more than the same
    likeness = np.concatenate([shipped_first, *(np.minimum(1.0, each.likeness + PREFERRED) for each in decided)])
    truths = np.concatenate([near.truths, *(each.truths for each in decided)])
    shipped = np.arange(len(likeness)) < len(near.likeness)
    order = np.lexsort((shipped, -likeness))[:NEAREST]
    return Neighbours(likeness[order], truths[order])


def _said(near: Neighbours, votes: Sequence[tuple[int, int]], tops: int) -> list[float]:
    """What neighbours say: how like the nearest are, their truths, and votes (of how many, to which power of
    likeness: 4 or 8).
    """
    likeness, truths = near.likeness, near.truths
    square = likeness * likeness
    fourth = square * square  # a power of numpy's own would not be the same bits on every processor
    powers = {4: fourth, 8: fourth * fourth}
    best = [float(likeness[at]) if at < len(likeness) else 0.0 for at in range(2)]
    true = [float(truths[at]) if at < len(truths) else 0.0 for at in range(3)]
    found = [best[0], true[0], best[1], true[1], true[2]] if tops == 3 else [best[0], true[0]]
    for count, power in votes:
        weights = powers[power][:count]
        found.append(float((weights * truths[:count]).sum() / (weights.sum() + 1e-6)))
    if tops == 3:
        found.append(float(fourth.sum()))
    return found


def _shifted(values: "Floats", by: int, outside: float) -> "Floats":
    """The values of the openings ``by`` places further on; ``outside`` where there is none."""
    import numpy as np

    padded = np.concatenate([np.full(2, outside), values, np.full(2, outside)])
    return padded[2 + by : 2 + by + len(values)]
