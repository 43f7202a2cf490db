"""A document whose clauses are known: what is learned from, and measured on."""

from dataclasses import dataclass, replace

from model.segmentation.values import ProposedClause, read_in
from model.text.layout import NO_LAYOUT, Layout
from model.text.reading_form import ReadingForm


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and its clauses as they are right. ``group`` names what is as new as it: organ and session. ``layout``
    is that of the text's source, where it is known.
    """

    name: str
    text: str
    clauses: tuple[ProposedClause, ...]
    group: str
    layout: Layout = NO_LAYOUT

    def in_reading_form(self) -> "GoldDocument":
        """The same document as the segmenter reads it; its layout is left as it is."""
        form = ReadingForm(self.text)
        return replace(self, text=form.text, clauses=tuple(read_in(clause, form) for clause in self.clauses))
