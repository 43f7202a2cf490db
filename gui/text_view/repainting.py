"""Which parts of the viewport are painted anew after a change, and the painting of such a part from back to front."""

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea

from gui.text_view.block_list import PADDING
from gui.text_view.geometry import Hit
from gui.text_view.handles import EdgeHandles
from gui.text_view.margin import ClauseMark, Margin
from gui.text_view.page import Page, Placed
from gui.text_view.painting import CARET_WIDTH, Shown, TextPainter

_SPILL = 2  # logical pixels about a changed row that are repainted too, for its edges between device pixels


class Repainting:
    """Asks the viewport of one view to be repainted, and paints it."""

    def __init__(self, view: QAbstractScrollArea, page: Page, margin: Margin, shown: Shown) -> None:
        self._view = view
        self._page = page
        self._margin = margin
        self._shown = shown

    @property
    def column_left(self) -> int:
        """x of the text column's left edge in the viewport."""
        return self._view.viewport().width() - self._margin.width - PADDING - self._page.width

    @property
    def margin_left(self) -> int:
        """x of the margin's left edge in the viewport."""
        return self._view.viewport().width() - self._margin.width

    def all(self) -> None:
        """Repaint everything."""
        self._view.viewport().update()

    def margin(self) -> None:
        """Repaint the margin."""
        self._view.viewport().update(self._margin_rectangle())

    def _margin_rectangle(self) -> QRect:
        return QRect(self.margin_left, 0, self._margin.width, self._view.viewport().height())

    def from_block(self, number: int) -> None:
        """Repaint from the block of that number down."""
        top = next((block.top for block in self._page.placed() if block.number >= number), 0)
        top = max(0, top - self._page.typography.overhang - _SPILL)
        viewport = self._view.viewport()
        viewport.update(0, top, viewport.width(), viewport.height())

    def rows(self, start: int, end: int) -> None:
        """Repaint the rows on the screen that meet a range, and what shines out of them."""
        for row, top in self._page.rows_meeting(start, end):
            self._view.viewport().update(QRect(0, top - _SPILL, self.margin_left, row.height + 2 * _SPILL))

    def edge(self, offset: int) -> None:
        """Repaint the rows on which an edge at an offset may have a grip."""
        self.rows(offset - 1, offset + 1)

    def caret(self, place: Hit) -> None:
        """Repaint a caret's place."""
        for row, top in self._page.rows_at(place):
            x = int(row.boxes.caret_x(place)) + self.column_left
            self._view.viewport().update(QRect(x - CARET_WIDTH - 2, top, 2 * CARET_WIDTH + 5, row.height))

    def marks(self, placed: Sequence[Placed]) -> list[ClauseMark]:
        """What stands in the margin."""
        return self._margin.marks(self._page, placed, self._shown.lanes)

    def paint(self, event: QPaintEvent, handles: EdgeHandles, selecting: bool) -> None:
        """Paint the rows and the margin that meet the event's region, as ``Shown`` says."""
        placed, viewport, shown = self._page.placed(), self._view.viewport().rect(), self._shown
        painter = QPainter(self._view.viewport())
        painter.fillRect(event.rect(), shown.theme.ground)
        text_painter = TextPainter(
            painter, self._page.typography, self.column_left, self._view.viewport().devicePixelRatioF(), shown
        )
        text_painter.paint(placed, [(part.top(), part.bottom() + 1) for part in cast(Iterable[QRect], event.region())])
        handles.paint(painter, selecting)
        if event.region().intersects(self._margin_rectangle()):
            self._margin.paint(painter, viewport, self.marks(placed), shown.theme, shown.current)
        if shown.focused:
            painter.setPen(shown.theme.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(viewport.adjusted(0, 0, -1, -1))
        painter.end()
