"""How good suggested descriptors are, against those that indexers have assigned.

P@k is how many of the first k are right, R@k how many of the right ones are among the first k, each in the mean over
documents; F1@5 and the F1 of the set that would be assigned are taken a document at a time; NDCG@10 is binary, its
ideal over as many places as there are right terms, at most 10 (Järvelin & Kekäläinen 2002). A document without terms is
not counted.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from model.measuring.variants import given
from model.progress import ProgressCallback, no_progress
from model.segmentation.gold import GoldDocument
from model.suggestion.memory import KnownDocument
from model.suggestion.ranking import Ranking
from model.suggestion.reading import read_text
from model.suggestion.suggester import Suggester, Suggestions

LIMIT = 20
REPEATS = 0.8  # how like the nearest learned document a text is that repeats it (cosine of words)
TYPOGRAPHIES = ("as-it-is", "digits", "brackets", "ligatures", "tatweel", "older")  # of ``variants.VARIANTS``
_BANDS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Figures:
    """The means over some documents; 0 where there is none."""

    documents: int = 0
    p_at_1: float = 0.0
    p_at_5: float = 0.0
    r_at_10: float = 0.0
    f1_at_5: float = 0.0
    ndcg_at_10: float = 0.0
    assigned_f1: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """What was suggested for a document whose terms are known, and whether it repeats one that was learned from."""

    document: KnownDocument
    ranked: tuple[str, ...]
    chances: tuple[float, ...]
    assigned: frozenset[str]
    repeats: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Suggestions whose chance lies between two limits: how many, their mean chance, and how many of them were right
    (0 … 1).
    """

    low: float
    high: float
    suggestions: int
    mean: float
    right: float


def ask(
    suggester: Suggester,
    documents: Sequence[tuple[str, KnownDocument]],
    on_progress: ProgressCallback = no_progress,
) -> list[Answer]:
    """What is suggested for documents, given with their texts; those that were learned from as if they were not."""
    found: list[Answer] = []
    for number, (source, document) in enumerate(documents):
        on_progress(number, len(documents))
        suggestions = suggester.suggest(source, document.text, LIMIT, name=document.name)
        found.append(_answer(suggester, document, suggestions))
    return found


def _answer(suggester: Suggester, document: KnownDocument, suggestions: Suggestions) -> Answer:
    return Answer(
        document,
        tuple(each.term for each in suggestions.terms),
        tuple(each.chance for each in suggestions.terms),
        frozenset(each.term for each in suggestions.terms if each.assign),
        suggester.repeats(document.text, REPEATS, document.name),
    )


def typed(name: str, source: str, document: KnownDocument, variant: str) -> tuple[str, KnownDocument]:
    """A document as it would have been typed in one of ``TYPOGRAPHIES``, with the text; its terms stay."""
    text = given(GoldDocument(name, source, (), ""), variant).text
    return text, KnownDocument(document.name, read_text(text), document.terms)


def figures(answers: Iterable[Answer]) -> Figures:
    """The means over the documents that have terms."""
    rows = [_figures(answer) for answer in answers if answer.document.terms]
    if not rows:
        return Figures()
    names = [field.name for field in fields(Figures)][1:]
    means = {name: sum(getattr(row, name) for row in rows) / len(rows) for name in names}
    return Figures(documents=len(rows), **means)


def bands(answers: Iterable[Answer]) -> list[Band]:
    """How far the chances hold."""
    pairs = [
        (chance, term in answer.document.terms)
        for answer in answers
        for term, chance in zip(answer.ranked, answer.chances, strict=True)
    ]
    found: list[Band] = []
    for low, high in pairwise(_BANDS):
        within = [pair for pair in pairs if low <= pair[0] < high or pair[0] == high == 1]
        if within:
            mean = sum(chance for chance, _ in within) / len(within)
            right = sum(is_right for _, is_right in within) / len(within)
            found.append(Band(low, high, len(within), mean, right))
    return found


def learning(
    labels: Sequence[tuple[str, str]],
    older: Sequence[KnownDocument],
    newer: Sequence[tuple[str, KnownDocument]],
    counts: Sequence[int],
    start: Ranking,
    on_progress: ProgressCallback = no_progress,
) -> list[tuple[int, Figures]]:
    """What is suggested for the last of the newer documents when as many of the first have been indexed as ``counts``
    say (rising); learned anew at each count.
    """
    asked = newer[max(counts) :]
    found: list[tuple[int, Figures]] = []
    for number, count in enumerate(counts):
        on_progress(number, len(counts))
        known = [*older, *(document for _, document in newer[:count])]
        found.append((count, figures(ask(Suggester.learn(labels, known, start=start), asked))))
    return found


def _figures(answer: Answer) -> Figures:
    right = answer.document.terms
    hits = [term in right for term in answer.ranked]

    def precision(count: int) -> float:
        return sum(hits[:count]) / count

    gain = sum(1 / math.log2(place + 2) for place, hit in enumerate(hits[:10]) if hit)
    ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(right))))
    return Figures(
        documents=1,
        p_at_1=precision(1),
        p_at_5=precision(5),
        r_at_10=sum(hits[:10]) / len(right),
        f1_at_5=2 * sum(hits[:5]) / (len(hits[:5]) + len(right)),
        ndcg_at_10=gain / ideal,
        assigned_f1=2 * len(answer.assigned & right) / (len(answer.assigned) + len(right)),
    )
