"""Clauses of a text, proposed: what each stretch is, where it begins and ends, and how sure that is.

A text is read in its reading form (``model.text.reading_form``), in which older typography is that of today, and what
is found there is brought back to the text. The structure is read by rules and learned marks, the recitals between are
cut by what was learned, each clause gets its leading phrase, and each raw chance the one that holds (see
``calibration``).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from model.segmentation.calibration import LEAD
from model.segmentation.confirmed import Confirmed
from model.segmentation.leads import Leads
from model.segmentation.marks import Candidate, by_rule
from model.segmentation.passages import organ_of
from model.segmentation.structure import Preamble, Structure, structure
from model.segmentation.values import ProposedClause, brought_back
from model.segmentation.weights import Weights, read
from model.text.late_pattern import late_regex
from model.text.reading_form import reading_form

_half = late_regex(r"[\uD800-\uDFFF]")  # of a surrogate pair: no text that can be encoded has one, but any is taken


class Segmenter:
    """Proposes the clauses of texts. The same text, weights and confirmed openings always give the same clauses.

    It may be asked from any thread; ``confirmed`` is what annotators have decided, and grows.
    """

    def __init__(self, weights: Weights, confirmed: Confirmed | None = None) -> None:
        self.version = weights.version
        self.confirmed = Confirmed(weights.recitals.recitals) if confirmed is None else confirmed
        self._weights = weights
        self._marks = weights.marks.model()
        self._leads = Leads(weights.leads.model())

    @classmethod
    def shipped(cls) -> "Segmenter":
        """A segmenter with the weights that come with the application, and nothing confirmed yet.

        Refuses where the file of weights is missing or damaged.
        """
        return cls(_shipped())

    def segment(self, text: str) -> tuple[ProposedClause, ...]:
        """The clauses of a text in text order, nested or apart, none crossing; any text gives a result."""
        form = reading_form(_half.sub("\N{REPLACEMENT CHARACTER}", text))
        return tuple(brought_back(self._worth(clause), form) for clause in self.raw(form.text))

    def raw(self, text: str) -> list[ProposedClause]:
        """The clauses of a text in its reading form, with raw chances, which the calibration is learned from."""
        read_off = self.structure(text)
        organ = organ_of(text)
        clauses = list(read_off.clauses)
        for preamble in read_off.preambles:
            clauses += self._recitals(text, preamble, organ)
        clauses.sort(key=lambda clause: (clause.start, -clause.end))
        return [self._with_lead(text, clause) for clause in clauses]

    def structure(self, text: str) -> Structure:
        """The structure of a text, its preambles whole."""
        return structure(text, self._opens)

    def _opens(self, candidate: Candidate) -> float:
        return self._marks.chance(candidate.features) if candidate.features else by_rule(candidate)

    def _recitals(self, text: str, preamble: Preamble, organ: str) -> Iterator[ProposedClause]:
        found = self._weights.recitals.recitals_of(
            text, preamble.start, preamble.end, organ, preamble.lists, self.confirmed.memories()
        )
        for recital in found:
            last = recital.end == preamble.end
            chance = recital.chance * (preamble.confidence if last else 1.0)
            yield ProposedClause(
                recital.start, recital.end, "preambular", annex=preamble.annex, confidence=float(chance)
            )

    def _with_lead(self, text: str, clause: ProposedClause) -> ProposedClause:
        if clause.annex:  # what is annexed is a text of its own, in which the UN sets none in italics
            return clause
        lead, chance = self._leads.lead(text, clause.start, clause.end, clause.label)
        return clause if lead is None else replace(clause, lead=lead, lead_confidence=chance)

    def _worth(self, clause: ProposedClause) -> ProposedClause:
        worth = self._weights.calibration.chance
        confidence = worth(clause.label, clause.confidence)
        if clause.lead is None:
            return replace(clause, confidence=confidence)
        return replace(clause, confidence=confidence, lead_confidence=confidence * worth(LEAD, clause.lead_confidence))


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    return read()
