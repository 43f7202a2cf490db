"""The segmenter that comes with the application, as a window uses it; loading this loads what reads the weights."""

from collections.abc import Sequence

from model.segmentation.segmenter import Segmenter
from model.segmentation.values import ProposedClause


class ShippedSegmenter:
    """It learns openings of recitals from the documents of one project (``model.segmentation.confirmed``)."""

    def __init__(self) -> None:
        self._segmenter = Segmenter.shipped()
        self.version = self._segmenter.version

    def segment(self, text: str) -> tuple[ProposedClause, ...]:
        """The clauses of a text."""
        return self._segmenter.segment(text)

    def learn(self, document: str, text: str, recitals: Sequence[tuple[int, int]]) -> bool:
        """Take in the recitals of a document; gives whether that is news."""
        return self._segmenter.confirmed.learn(document, text, recitals)

    def forget(self, document: str) -> bool:
        """Know nothing of a document any more; gives whether something was known."""
        return self._segmenter.confirmed.forget(document)
