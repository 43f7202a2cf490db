"""What the report of how a project is indexed is made of. Only confirmed descriptors count."""

from dataclasses import dataclass
from typing import Literal

from model.vocabulary.concepts import Concept, ConceptState


@dataclass(frozen=True, slots=True)
class Named:
    """A document: its id, its name, and its symbol where one is known."""

    id: str
    name: str
    symbol: str | None = None


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term and the documents that have it, in project order; ``own``: a free term, of no thesaurus."""

    concept: Concept
    own: bool
    state: ConceptState | None
    documents: tuple[Named, ...]


# ``label``: a free term is called as a concept of a thesaurus is. ``spelling``: the same letters and digits, with other
# blanks or punctuation. ``joined``: a free term is two or more labels run together. ``arabic``: the same Arabic label,
# folded, of two concepts in use. ``number``: one is the plural of the other.
NearDuplicateKind = Literal["label", "spelling", "joined", "arabic", "number"]
DOUBLE_KINDS: tuple[NearDuplicateKind, ...] = ("label", "spelling", "joined", "arabic", "number")


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Terms that may be meant to be one (or what one of them joins), the better ones to keep first: those of a
    thesaurus before a free term, then the one that is used more. ``labels`` are those that are alike, in the same
    order. Two of each, but for ``joined``, where the joined term is the last.
    """

    kind: NearDuplicateKind
    terms: tuple[TermUse, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outdated:
    """A term in use that is deprecated or gone, and the concepts that replace it, where it is known which do."""

    term: TermUse
    replaced_by: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two resolutions on the same, one the next after the other in time, that are not indexed alike.

    ``same_title``: they have one title, folded; else ``similarity`` says why they are taken for one another. That is
    the cosine of their words' weights, 0 … 1. ``common`` is how many descriptors both have.
    """

    earlier: Named
    later: Named
    same_title: bool
    similarity: float
    common: int
    only_earlier: tuple[Concept, ...]
    only_later: tuple[Concept, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """How a project is indexed. Documents are in project order, terms in the order of their use, those most used first.

    ``documents``: how many there are. ``none``: those whose descriptors are done, and are none; ``waiting``: those that
    have none and are not done. ``twice``: terms, each with the documents that have it more than once. ``renewals`` are
    those that differ, those of one title first and the most similar texts before others; ``alike`` is the number of the
    others.
    """

    documents: int
    terms: tuple[TermUse, ...]
    none: tuple[Named, ...]
    waiting: tuple[Named, ...]
    twice: tuple[TermUse, ...]
    doubles: tuple[NearDuplicate, ...]
    outdated: tuple[Outdated, ...]
    renewals: tuple[Renewal, ...]
    alike: int

    @property
    def once(self) -> tuple[TermUse, ...]:
        """The terms that only one document has."""
        return tuple(term for term in self.terms if len(term.documents) == 1)
