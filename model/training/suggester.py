"""Training of the ranking that comes with Qarar, for projects with few indexed documents or none.

From few documents little can be learned of how much each reason is worth, but that is much the same in all projects: it
is learned here from memories of several sizes, which answer for documents that they do not know. Needs scikit-learn.
"""

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from model.boosting.growing import single_thread
from model.refusal import Refusal
from model.suggestion.labels import LabelFinder
from model.suggestion.memory import KnownDocument, Memory
from model.suggestion.ranking import Ranking, can_learn
from model.suggestion.reasons import Reasoner, Reasons
from model.watching import Parts, Watcher

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

SIZES = (0, 0, 5, 20, 60, 150)  # documents in the memory; twice none, for which only labels speak
ASKED = 250  # documents that each memory is asked about


def least() -> int:
    """How many documents it takes: the largest memory, and one that it is asked about."""
    return max(SIZES) + 1


def train(labels: Iterable[tuple[str, str]], documents: Sequence[KnownDocument], watch: Watcher) -> Ranking:
    """The ranking of these documents and labels; the same in the same order give the same. Refuses documents that teach
    nothing: fewer than the largest memory has to answer for, or such that none of their terms is found, or no other.
    """
    if len(documents) < least():
        raise Refusal(
            "From these {number} documents nothing can be learned: at least {least} are needed.",
            number=len(documents),
            least=least(),
        )
    with single_thread():
        parts = Parts(watch, 2, len(SIZES))
        reasons, truths = _rows(LabelFinder(labels), documents, parts.of(0))
        if not can_learn(truths):
            raise Refusal(
                "From these {number} documents nothing can be learned: too few terms are found.", number=len(documents)
            )
        learned = Ranking.learn(reasons, truths, parts.of(1))
    parts.done()
    return learned


def _rows(
    index: LabelFinder, documents: Sequence[KnownDocument], watch: Watcher
) -> "tuple[list[Reasons], list[npt.NDArray[np.bool_]]]":
    """For documents that the memories do not know, the reasons, and which of the candidates are right."""
    import numpy as np

    reasons: list[Reasons] = []
    truths: list[npt.NDArray[np.bool_]] = []
    for number, size in enumerate(SIZES):
        watch(number, len(SIZES))
        drawn = random.Random(number).sample(list(documents), len(documents))
        memory = Memory(drawn[:size])
        reasoner = Reasoner(memory, index, [index.find(document.text) for document in memory.documents])
        for document in drawn[size : size + ASKED]:
            found = index.find(document.text)
            each = reasoner.reasons(document.text, memory.ask(document.text), found)
            reasons.append(each)
            truths.append(np.asarray([term in document.terms for term in each.terms], dtype=bool))
    return reasons, truths
