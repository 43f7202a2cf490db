"""The proposals for the document shown: in memory only, filtered against what stands in the project.

``Session`` asks for them after each change and tells of them with its marks. They are there as long as the clauses of
the document are not done, the project can be written to, and nobody has put them away.
"""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from gui.session.segmentation_service import Asked, SegmentationService
from gui.settings import SURE_FROM, UNSURE_BELOW
from model.annotation.layers import Scheme
from model.annotation.values import Span, is_unsure
from model.project import Project
from model.proposals.proposals import Proposer
from model.text.layout import NO_LAYOUT, Layout

State = Literal["none", "hidden", "coming", "failed", "known"]


class Proposals(QObject):
    """``changed``: others are to be asked for; ``thresholds_changed``: others are sure, or unsure, now; ``failed`` has
    the exception where there are none to be had; ``state_changed``: ``state`` is another one.

    ``state``: what is known of the document shown. ``none`` where nothing is to be proposed: no document, its clauses
    are done, or nothing can be written; ``hidden`` where a person put the proposals away; ``coming`` while its clauses
    are looked for; ``failed`` where they could not be found; else ``known``, be they many or none.

    ``sure_from`` and ``unsure_below`` are chances, 0 … 1.
    """

    changed = Signal()
    thresholds_changed = Signal()
    failed = Signal(object)
    state_changed = Signal()

    def __init__(self, segmenting: SegmentationService | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.segmenting = segmenting
        self.sure_from = SURE_FROM
        self.unsure_below = UNSURE_BELOW
        self.state: State = "none"
        self._shown = True
        self._document: str | None = None
        self._asked = Asked("")
        self._scheme: Scheme | None = None  # the one that the proposals were made for
        self._open: bool | None = None  # the clauses of the document are not done; None where that is to be looked up
        self._proposer: Proposer | None = None  # None where its clauses are to be found out
        if segmenting is not None:
            segmenting.setParent(self)
            segmenting.found.connect(self._arrive)
            segmenting.failed.connect(self._fail)

    @property
    def shown(self) -> bool:
        """Whether a person wants to see them."""
        return self._shown

    @shown.setter
    def shown(self, shown: bool) -> None:
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def set_thresholds(self, sure_from: float, unsure_below: float) -> None:
        """Take other chances for those from which a proposal is sure, and below which it is unsure."""
        if (sure_from, unsure_below) != (self.sure_from, self.unsure_below):
            self.sure_from, self.unsure_below = sure_from, unsure_below
            self.thresholds_changed.emit()

    def is_unsure(self, span: Span) -> bool:
        """Whether a mark is a proposal that is to be looked at closely."""
        return is_unsure(span, self.unsure_below)

    def is_sure(self, span: Span) -> bool:
        """Whether a mark is a proposal that can be confirmed without a look."""
        confidence = span.origin.confidence
        return span.status == "suggested" and confidence is not None and confidence >= self.sure_from

    # Which there are

    def show_document(self, document: str | None, text: str, layout: Layout = NO_LAYOUT) -> None:
        """Another document is shown, whose source was laid out like that, or none."""
        self._document, self._asked = document, Asked(text, layout)
        self._scheme = self._proposer = self._open = None
        if document is None:
            self._take_state("none")

    def look_again(self) -> None:
        """How far the document is, or the scheme, may have changed."""
        self._open = None

    def beside(self, project: Project, present: Iterable[Span]) -> list[Span]:
        """What there is to propose beside all spans of the document shown (rejected ones too), in text order.

        Where that is not known yet, nothing, and ``changed`` comes later.
        """
        self._take_state(self._look(project))
        if self.state != "known" or self._proposer is None:
            return []
        return self._proposer.left_beside(present)

    def _look(self, project: Project) -> State:
        """What is known now; asks for the clauses of the document where they are wanted."""
        if self.segmenting is None or self._document is None or project.annotator is None:
            return "none"
        scheme = project.scheme
        if scheme is not self._scheme:
            if scheme != self._scheme:  # else the same was read anew: what is shown stays as it is
                self._proposer = None
            self._scheme, self._open = scheme, None
        if self._open is None:
            clauses = scheme.clauses
            self._open = clauses is not None and project.document(self._document).state(clauses.id) != "done"
        if not self._open:
            return "none"
        if not self._shown:
            return "hidden"
        if self._proposer is None:
            found = self.segmenting.clauses(self._asked)
            if found is None:
                return "failed" if self.segmenting.has_failed(self._asked) else "coming"
            self._proposer = Proposer(scheme, self._document, found, self.segmenting.version)
        return "known"

    def _take_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit()

    def _fail(self, error: object) -> None:
        if self.state == "coming" and self.segmenting is not None and self.segmenting.has_failed(self._asked):
            self._take_state("failed")
        self.failed.emit(error)

    def _arrive(self, asked: object) -> None:
        if self._proposer is None and self._document is not None and self._asked == asked:
            self.changed.emit()
