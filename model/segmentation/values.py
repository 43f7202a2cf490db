"""What the segmenter gives: values, without a project and without ids."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from model.text.layout import Layout
from model.text.lazy_regex import lazy_regex
from model.text.reading_form import ReadingForm

_digits = lazy_regex(r"\p{Nd}+")
_OPENING = 40  # code points of a clause within which its number stands


@dataclass(frozen=True, slots=True)
class ProposedClause:
    """A clause as the segmenter proposes it; all limits are half-open code points of the text.

    ``label`` is a label's id of the layer ``clause``; ``number`` and ``depth`` as in ``Span``; ``lead`` are the limits
    of its leading phrase, where it has one. ``confidence`` (0 … 1) is the calibrated chance that start, end and label
    are all right, ``lead_confidence`` that the leading phrase is right too. ``evidence`` and ``lead_evidence`` say what
    of the source's layout speaks for each (``breaks``, ``italics``), and are empty where nothing does.
    """

    start: int
    end: int
    label: str
    number: str | None = None
    depth: int = 0
    lead: tuple[int, int] | None = None
    annex: bool = False
    confidence: float = 1.0
    lead_confidence: float = 1.0
    evidence: str = ""
    lead_evidence: str = ""

    @property
    def limits(self) -> tuple[int, int]:
        """``(start, end)`` in code points."""
        return self.start, self.end


Segment = Callable[[str, Layout], Sequence[ProposedClause]]  # the clauses of a text whose source was laid out like that


def read_in(clause: ProposedClause, form: ReadingForm) -> ProposedClause:
    """A clause of a text as it stands in the text's reading form. Its number is left as it is."""
    start, end = form.limits(clause.start, clause.end)
    lead = None if clause.lead is None else form.limits(*clause.lead)
    return replace(clause, start=start, end=end, lead=None if lead is None or lead[0] == lead[1] else lead)


def brought_back(clause: ProposedClause, form: ReadingForm) -> ProposedClause:
    """A clause of a reading form as it stands in the text; digits of its number as the text writes them (``١``)."""
    start, end = form.source_limits(clause.start, clause.end)
    lead = clause.lead
    if lead is not None:
        lead = form.source_place(lead[0]), form.source_place(lead[1])
    number = clause.number
    if number is not None and number.isdigit():
        written = _digits.search(form.source, start, min(end, start + _OPENING))
        number = number if written is None else written[0]
    return replace(clause, start=start, end=end, lead=lead, number=number)
