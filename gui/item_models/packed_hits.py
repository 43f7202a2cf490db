"""Hits as they stream in: packed, for there may be millions."""

from array import array
from dataclasses import dataclass, field

from model.search.hit_finder import DocumentHits


@dataclass(slots=True)
class PackedHits:
    """Hits of some documents, packed: ids, names and numbers of hits of the documents, and all hits in one row."""

    documents: list[tuple[str, str, int]] = field(default_factory=list[tuple[str, str, int]])
    starts: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, found: DocumentHits) -> None:
        """Take the hits of one more document."""
        self.documents.append((found.document, found.name, len(found.hits)))
        self.starts.extend([start for start, _ in found.hits])
        self.ends.extend([end for _, end in found.hits])
