"""Training of ``Leads`` on clauses whose leading phrases are known. Needs scikit-learn, which the application does not.

Each clause gives one row on whether it has a phrase and, where it has, one for each of its words up to the last of the
phrase. Phrases that do not begin with the first word, or end within one, are slips of the markup (a ``-`` in italics,
one ``و`` left out), and teach nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from model.segmentation.leads import LABELS, FirstWords, first_words, presence_features, stop_features
from model.segmentation.values import ProposedClause
from model.training.linear import train_linear

if TYPE_CHECKING:
    import numpy as np

BUCKETS = 1 << 19
STRENGTH = 0.5


def train(documents: Iterable[tuple[str, Sequence[ProposedClause]]]) -> tuple["np.ndarray", float]:
    """The weights and the bias for ``HashedLinear``, from texts and their clauses.

    The same documents in the same order always give the same weights.
    """
    rows: list[list[str]] = []
    truths: list[bool] = []
    for text, clauses in documents:
        for clause in clauses:
            for row, truth in rows_with_truth(text, clause):
                rows.append(row)
                truths.append(truth)
    return train_linear(rows, truths, buckets=BUCKETS, strength=STRENGTH)


def rows_with_truth(text: str, clause: ProposedClause) -> Iterator[tuple[list[str], bool]]:
    """The decisions that a clause teaches, each as its features and what is right.

    A clause in an annex is asked as well: that most of these have no phrase is to be learned from their words.
    """
    if clause.label not in LABELS:
        return
    found = first_words(text, clause.start, clause.end, clause.label)
    if not found.places:
        return
    yield presence_features(found), clause.lead is not None
    count = _count_of(found, clause.lead) if clause.lead is not None else 0
    # Behind the last word within reach nothing is decided: the phrase ends there at the latest.
    for place, features in enumerate(islice(stop_features(found), min(count, found.reach - 1)), start=1):
        yield features, place == count


def _count_of(found: FirstWords, lead: tuple[int, int]) -> int:
    """How many words the phrase has; 0 where its limits are not those of words."""
    if found.places[0][0] != lead[0]:
        return 0
    ends = [last for _, last in found.places[: found.reach]]
    return ends.index(lead[1]) + 1 if lead[1] in ends else 0
