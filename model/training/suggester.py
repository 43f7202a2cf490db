"""Training of the ranking that comes with Qarar, for projects with few indexed documents or none.

From few documents little can be learned of how much each reason is worth, but that is much the same in all projects: it
is learned here from memories of several sizes, which answer for documents that they do not know. What is learned in a
project has seen each document among older and newer ones alike, while new ones come after all others: so a second
ranking is learned from memories of older documents, which answer for those that came next. Needs scikit-learn.
"""

import random
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from model.boosting.tree_training import single_thread
from model.errors import UserError
from model.progress import ProgressCallback, ProgressParts
from model.suggestion.labels import LabelFinder
from model.suggestion.memory import KnownDocument, Memory
from model.suggestion.ranking import Ranking, can_learn
from model.suggestion.reasons import Reasoner, Reasons

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SIZES = (0, 0, 5, 20, 60, 150)  # documents in the memory; twice none, for which only labels speak
AHEAD = (0.2, 0.4, 0.6, 0.8)  # of the documents, the oldest, are in a memory that answers for the next fifth
ASKED = 250  # documents that each memory is asked about
Trial = tuple[list[KnownDocument], list[KnownDocument]]  # what a memory knows, and what it is asked about


def least() -> int:
    """How many documents it takes: the largest memory, and one that it is asked about."""
    return max(SIZES) + 1


def train(
    labels: Iterable[tuple[str, str]], documents: Sequence[KnownDocument], on_progress: ProgressCallback
) -> Ranking:
    """The ranking of these documents and labels: the trees for few documents (``Ranking.of_few``), then those that were
    learned from older documents asked about newer ones. The same in the same order give the same.

    Refuses documents that teach nothing: fewer than the largest memory has to answer for, or such that none of their
    terms is found, or no other.
    """
    if len(documents) < least():
        raise UserError(
            "From these {number} documents nothing can be learned: at least {least} are needed.",
            number=len(documents),
            least=least(),
        )
    parts = ProgressParts(on_progress, 4, len(SIZES))
    index = LabelFinder(labels)
    found: list[Ranking] = []
    with single_thread():
        for number, trials in enumerate((_of_all_sizes(documents), _of_older(documents))):
            reasons, truths = _rows(index, trials, parts.of(2 * number))
            if can_learn(truths):
                found.append(Ranking.learn(reasons, truths, parts.of(2 * number + 1)))
            elif not number:
                raise UserError(
                    "From these {number} documents nothing can be learned: too few terms are found.",
                    number=len(documents),
                )
    parts.done()
    return found[0].beside(*found[1:])


def _of_all_sizes(documents: Sequence[KnownDocument]) -> list[Trial]:
    """Memories of each size, of documents that are drawn anew each time, asked about others."""
    found: list[Trial] = []
    for number, size in enumerate(SIZES):
        drawn = random.Random(number).sample(list(documents), len(documents))
        found.append((drawn[:size], drawn[size : size + ASKED]))
    return found


def _of_older(documents: Sequence[KnownDocument]) -> list[Trial]:
    """Memories of the oldest documents, asked about those that came next."""
    rising = sorted(documents, key=lambda document: document.text.day)
    limits = [int(part * len(rising)) for part in (*AHEAD, 1)]
    return [(rising[:start], rising[start:end]) for start, end in pairwise(limits)]


def _rows(
    index: LabelFinder, trials: Sequence[Trial], on_progress: ProgressCallback
) -> "tuple[list[Reasons], list[npt.NDArray[np.bool_]]]":
    """For documents that memories do not know, the reasons, and which of the candidates are right."""
    import numpy as np

    reasons: list[Reasons] = []
    truths: list[npt.NDArray[np.bool_]] = []
    for number, (known, asked) in enumerate(trials):
        on_progress(number, len(trials))
        memory = Memory(known)
        reasoner = Reasoner(memory, index, [index.find(document.text) for document in memory.documents])
        for document in asked:
            found = index.find(document.text)
            each = reasoner.reasons(document.text, memory.ask(document.text), found)
            reasons.append(each)
            truths.append(np.asarray([term in document.terms for term in each.terms], dtype=bool))
    return reasons, truths
