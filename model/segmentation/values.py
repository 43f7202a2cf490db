"""What the segmenter gives: values, without a project and without ids."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProposedClause:
    """A clause as the segmenter proposes it; all limits are half-open code points of the text.

    ``label`` is a label's id of the layer ``clause``; ``number`` and ``depth`` as in ``Span``; ``lead`` are the limits
    of its leading phrase, where it has one. ``confidence`` (0 … 1) is the calibrated chance that start, end and label
    are all right, ``lead_confidence`` that the leading phrase is right too.
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

    @property
    def limits(self) -> tuple[int, int]:
        """``(start, end)`` in code points."""
        return self.start, self.end
