"""Training of what decides whether a number, a letter or a word opens a clause, from texts with known clauses."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from model.segmentation.frame import frame_of
from model.segmentation.headings import first_words, opens_recital
from model.segmentation.marks import Candidate, candidates_of
from model.segmentation.values import ProposedClause
from model.training.linear import train_linear

if TYPE_CHECKING:
    import numpy as np

BUCKETS = 2**15
STRENGTH = 0.5
LONGEST_SURE = 600  # an unnumbered paragraph that is longer may hold paragraphs that nobody has marked


def candidates_with_truth(text: str, clauses: Sequence[ProposedClause]) -> list[tuple[Candidate, bool]]:
    """The candidates of a text, each with whether a clause really begins there.

    Left out are those of which the clauses say nothing: where one recital follows another, and what lies within a long
    unnumbered paragraph or a table.
    """
    begins = {clause.start: clause for clause in clauses}
    vague = [clause for clause in clauses if _is_vague(clause)]
    told: list[tuple[Candidate, bool]] = []
    for limits, annex in frame_of(text).stretches():
        for candidate in candidates_of(text, *limits, annex=annex):
            start = candidate.start
            clause = begins.get(start)
            if clause is None:
                if not any(unknown.start < start < unknown.end for unknown in vague):
                    told.append((candidate, False))
            elif clause.label != "preambular" and not (clause.label == "paragraph" and _recites(text, start)):
                told.append((candidate, True))
    return told


def _is_vague(clause: ProposedClause) -> bool:
    """Whether a clause may hold others that nobody has marked."""
    return clause.label == "table" or (clause.label == "paragraph" and clause.end - clause.start > LONGEST_SURE)


def _recites(text: str, start: int) -> bool:
    """Whether a recital stands there."""
    return any(map(opens_recital, first_words(text, start, len(text), 1)))


def train(documents: Iterable[tuple[str, Sequence[ProposedClause]]]) -> tuple["np.ndarray", float]:
    """The weights and the bias, for ``HashedLinear``, from texts and their clauses."""
    rows: list[tuple[str, ...]] = []
    truths: list[bool] = []
    for text, clauses in documents:
        for candidate, truth in candidates_with_truth(text, clauses):
            rows.append(candidate.features)
            truths.append(truth)
    return train_linear(rows, truths, buckets=BUCKETS, strength=STRENGTH)
