"""Clauses of a text, proposed: what each stretch is, where it begins and ends, and how sure that is.

A text is read in its reading form (``model.text.reading_form``), in which older typography is that of today, and what
is found there is brought back to the text. The structure is read by rules and learned marks, the recitals between are
cut by what was learned, each clause gets its leading phrase, and each raw chance the one that holds (see
``calibration``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from model.segmentation.breaks import BREAKS, NO_EVIDENCE, breaks_of, chances_of_places, weighed
from model.segmentation.calibration import LEAD
from model.segmentation.confirmed import Confirmed
from model.segmentation.leads import ITALICS, ITALICS_CHANCE, LABELS, MOSTLY, Italics, Leads, italics_of
from model.segmentation.marks import Candidate, by_rule
from model.segmentation.passages import organ_of
from model.segmentation.recitals import Openings, recitals_in
from model.segmentation.structure import Preamble, Structure, frame_and_stretches, structure, structure_of
from model.segmentation.values import ProposedClause, brought_back
from model.segmentation.weights import Weights, read
from model.text.layout import NO_LAYOUT, Layout, with_own_breaks
from model.text.lazy_regex import lazy_regex
from model.text.reading_form import reading_form

_half = lazy_regex(r"[\uD800-\uDFFF]")  # of a surrogate pair: no text that can be encoded has one, but any is taken


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

    def segment(self, text: str, layout: Layout = NO_LAYOUT) -> tuple[ProposedClause, ...]:
        """The clauses of a text in text order, nested or apart, none crossing; any text gives a result. ``layout`` is
        how the text's source was laid out; breaks in the text itself are seen besides.
        """
        form = reading_form(_half.sub("\N{REPLACEMENT CHARACTER}", text))
        clauses = self.raw(form.text, breaks_of(with_own_breaks(layout, text), form))
        if layout.italics:
            clauses = _with_leads_in_italics(form.text, clauses, italics_of(layout, form))
        return tuple(brought_back(self._worth(clause), form) for clause in clauses)

    def raw(self, text: str, breaks: Sequence[frozenset[int]] = ()) -> list[ProposedClause]:
        """The clauses of a text in its reading form, with raw chances, which the calibration is learned from.
        ``breaks`` are as ``breaks_of`` gives them.
        """
        organ = organ_of(text)
        frame, stretches = frame_and_stretches(text, self._opens)
        read_off = structure_of(text, frame, stretches)
        openings = {preamble: self._openings(text, preamble, organ) for preamble in read_off.preambles}
        evidence = NO_EVIDENCE
        if breaks:
            chances = chances_of_places(frame, stretches, openings.values())
            evidence = weighed(breaks, chances, text.count(" ") + 1)
            stretches = [evidence.of_stretch(text, stretch) for stretch in stretches]
            read_off = structure_of(text, frame, stretches)
        clauses = list(read_off.clauses)
        for preamble in read_off.preambles:
            found = openings.get(preamble) or self._openings(text, preamble, organ)
            clauses += _recitals(text, preamble, evidence.of_openings(found, preamble.end, preamble.lists))
        clauses.sort(key=lambda clause: (clause.start, -clause.end))
        return [
            replace(self._with_lead(text, clause), evidence=BREAKS if evidence.tells(clause.start) else "")
            for clause in clauses
        ]

    def structure(self, text: str) -> Structure:
        """The structure of a text, its preambles whole."""
        return structure(text, self._opens)

    def _opens(self, candidate: Candidate) -> float:
        return self._marks.chance(candidate.features) if candidate.features else by_rule(candidate)

    def _openings(self, text: str, preamble: Preamble, organ: str) -> Openings:
        return self._weights.recitals.openings_of(
            text, preamble.start, preamble.end, organ, preamble.lists, self.confirmed.memories()
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
        chance = ITALICS_CHANCE if clause.lead_evidence else worth(LEAD, clause.lead_confidence)
        return replace(clause, confidence=confidence, lead_confidence=confidence * chance)


def _with_leads_in_italics(text: str, clauses: list[ProposedClause], italics: Italics) -> list[ProposedClause]:
    """Clauses with the leading phrases that their source set in italics; where most have one, the others have none. A
    clause whose first paragraph is in italics as a whole keeps the phrase that was found in its words.
    """
    phrases = [
        italics.phrase(text, clause.start, clause.end, clause.label) if clause.label in LABELS else None
        for clause in clauses
    ]
    asked = [
        phrase for phrase, clause in zip(phrases, clauses, strict=True) if clause.label in LABELS and not clause.annex
    ]
    mostly = sum(phrase is not None for phrase in asked) > MOSTLY * len(asked)
    found: list[ProposedClause] = []
    for phrase, clause in zip(phrases, clauses, strict=True):
        if phrase is not None and (phrase == clause.lead or not italics.fill(text, phrase)):
            clause = replace(clause, lead=phrase, lead_evidence=ITALICS)
        elif phrase is None and mostly:
            clause = replace(clause, lead=None)
        found.append(clause)
    return found


def _recitals(text: str, preamble: Preamble, openings: Openings) -> Iterator[ProposedClause]:
    for recital in recitals_in(text, openings, preamble.end):
        last = recital.end == preamble.end
        chance = recital.chance * (preamble.confidence if last else 1.0)
        yield ProposedClause(recital.start, recital.end, "preambular", annex=preamble.annex, confidence=float(chance))


@lru_cache(maxsize=1)
def _shipped() -> Weights:
    return read()
