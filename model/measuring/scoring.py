"""How right proposed clauses are, measured strictly: a clause is right where its start, end and label all are.

Annexes, headings, unnumbered paragraphs and tables are not scored: they count on neither side, and what is proposed in
them counts only where it is right. Leading phrases are compared by themselves, and only in clauses that have one in the
gold; numbers in clauses that are right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from model.segmentation.values import ProposedClause

SCORED = ("adoption", "source", "title", "enacting", "preambular", "operative", "subclause", "closing")

Key = tuple[int, int, str]  # start, end, label


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are in the gold, how many were found, and how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 … 1; 1 where there is nothing."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0


@dataclass(frozen=True, slots=True)
class Compared:
    """The clauses of one document that count, in the gold and among those found."""

    gold: Mapping[Key, ProposedClause]
    found: Mapping[Key, ProposedClause]

    @property
    def right(self) -> set[Key]:
        """Those that are in both."""
        return set(self.gold) & set(self.found)

    @property
    def faultless(self) -> bool:
        """Whether all are."""
        return self.gold.keys() == self.found.keys()


@dataclass(frozen=True, slots=True)
class Score:
    """What came out for some documents. ``labels`` are those of ``SCORED``; of the right clauses ``numbered`` have a
    number, which is right in ``numbers_right``; ``faultless`` documents have no wrong clause.
    """

    labels: Mapping[str, Count]
    leads: Count = Count()
    numbered: int = 0
    numbers_right: int = 0
    documents: int = 0
    faultless: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            {label: self.labels[label] + other.labels[label] for label in SCORED},
            self.leads + other.leads,
            self.numbered + other.numbered,
            self.numbers_right + other.numbers_right,
            self.documents + other.documents,
            self.faultless + other.faultless,
        )

    @property
    def all(self) -> Count:
        """All labels together."""
        return sum(self.labels.values(), Count())

    @property
    def numbers(self) -> float:
        """The share of numbers that are right, 0 … 1; 0 where there are none."""
        return self.numbers_right / max(1, self.numbered)

    @property
    def without_error(self) -> float:
        """The share of documents without any wrong clause, 0 … 1; 0 where there are none."""
        return self.faultless / max(1, self.documents)


NOTHING = Score({label: Count() for label in SCORED})


def compared(gold: Sequence[ProposedClause], found: Sequence[ProposedClause]) -> Compared:
    """The clauses of a document that are scored."""
    wanted = {_key(clause): clause for clause in gold if clause.label in SCORED and not clause.annex}
    unscored = [clause.limits for clause in gold if clause.annex or clause.label not in SCORED]
    got = {
        _key(clause): clause
        for clause in found
        if clause.label in SCORED
        and (_key(clause) in wanted or not any(start <= clause.start < end for start, end in unscored))
    }
    return Compared(wanted, got)


def score(gold: Sequence[ProposedClause], found: Sequence[ProposedClause]) -> Score:
    """The score of one document."""
    return score_of(compared(gold, found))


def score_of(pair: Compared) -> Score:
    """The same, of clauses that are compared already."""
    right = pair.right
    labels = {
        label: Count(*(sum(key[2] == label for key in keys) for keys in (pair.gold, pair.found, right)))
        for label in SCORED
    }
    numbered = [key for key in right if pair.gold[key].number is not None]
    wanted = {clause.lead for clause in pair.gold.values() if clause.lead is not None}
    leadless = {clause.limits for clause in pair.gold.values() if clause.lead is None}
    got = {clause.lead for clause in pair.found.values() if clause.lead is not None and clause.limits not in leadless}
    return Score(
        labels,
        Count(len(wanted), len(got), len(wanted & got)),
        len(numbered),
        sum(pair.found[key].number == pair.gold[key].number for key in numbered),
        1,
        int(pair.faultless),
    )


def _key(clause: ProposedClause) -> Key:
    return clause.start, clause.end, clause.label
