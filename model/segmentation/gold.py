"""A document whose clauses are known: what is learned from, and measured on."""

from dataclasses import dataclass

from model.segmentation.values import ProposedClause


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document and its clauses as they are right. ``group`` names what is as new as it: organ and session."""

    name: str
    text: str
    clauses: tuple[ProposedClause, ...]
    group: str
