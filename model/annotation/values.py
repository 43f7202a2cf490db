"""The values of annotation: who, where from, and the span itself. Immutable; nothing here touches a file."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["suggested", "confirmed", "rejected"]
OriginKind = Literal["manual", "import", "model"]


@dataclass(frozen=True, slots=True)
class Annotator:
    """A person who annotates; rows refer to them by ``id`` (a UUID as text)."""

    id: str
    name: str


_AND = "+"  # between a version and what was evidence


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an annotation first came from; it stays when a proposal is confirmed.

    ``version`` names the model or format that made it, ``confidence`` is 0 … 1; both are null for manual marks. Where
    the layout of the text's source spoke for a proposal, the version says so (``8c1f03a2d4+breaks+italics``).
    """

    kind: OriginKind
    version: str | None = None
    confidence: float | None = None

    @property
    def maker(self) -> str:
        """The name of what made it alone; empty where there is none."""
        return (self.version or "").partition(_AND)[0] if self.kind == "model" else self.version or ""

    @property
    def evidence(self) -> tuple[str, ...]:
        """What of a source's layout spoke for a proposal."""
        return tuple(self.version.split(_AND)[1:]) if self.kind == "model" and self.version else ()


def with_evidence(version: str, *evidence: str) -> str:
    """The version of what made a proposal, together with the evidence that there was."""
    return _AND.join((version, *filter(None, evidence)))


MANUAL = Origin("manual")


@dataclass(frozen=True, slots=True)
class Span:
    """A labelled stretch of a document's text: half-open ``start`` to ``end`` in code points.

    ``depth`` is 0 for clauses that stand by themselves and grows with nesting (corpus conventions: ``(أ)`` is 1,
    ``’1‘`` is 2). ``features`` are name and value pairs in order of name. Times are ISO 8601 in UTC.
    ``confirmed_by`` is the annotator who confirmed a proposal; ``proposed`` the limits it had when they were corrected.
    """

    id: str
    document: str
    layer: str
    label: str
    start: int
    end: int
    number: str | None = None
    depth: int = 0
    note: str = ""
    status: Status = "confirmed"
    annotator: str = ""
    created: str = ""
    modified: str = ""
    origin: Origin = MANUAL
    confirmed_by: str | None = None
    proposed: tuple[int, int] | None = None
    features: tuple[tuple[str, str], ...] = ()

    @property
    def limits(self) -> tuple[int, int]:
        """``(start, end)`` in code points."""
        return self.start, self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies within these limits (equal limits count)."""
        return self.start <= other.start and other.end <= self.end


def text_order(span: Span) -> tuple[int, int, str, str]:
    """Sort key: earlier start first, the longer one first where starts are equal, then label and id."""
    return span.start, -span.end, span.label, span.id


def is_unsure(span: Span, below: float) -> bool:
    """Whether a mark is a proposal whose chance (0 … 1) is below this."""
    return span.status == "suggested" and span.origin.confidence is not None and span.origin.confidence < below
