"""What is told where the mouse rests: each span that is there, from the innermost to the outermost."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.text_view.page import Page
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation.values import Span

MOST_TOLD = 8  # spans in one tip
LONGEST_NOTE = 300  # code points

Describer = Callable[[Span], str]


class Hovered(Protocol):
    """The view that is asked what is at a point."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        ...

    @property
    def column_left(self) -> int:
        """x of the text column in the viewport."""
        ...

    def viewport(self) -> QWidget:
        """Where the mouse is."""
        ...

    def in_margin(self, x: float) -> bool:
        """Whether an x lies in the margin."""
        ...

    def margin_span(self, y: float) -> Span | None:
        """The span whose name or bracket stands at a y of the margin."""
        ...

    def label_name(self, label_id: str) -> str:
        """The name of a label."""
        ...


class Hover:
    """Shows the tips of one view; ``describer`` gives a span's lines of text (None: label, number and note)."""

    def __init__(self, view: Hovered) -> None:
        self._view = view
        self.describer: Describer | None = None

    def spans_under(self, point: QPointF) -> list[Span]:
        """The spans at a point of the viewport, the innermost first; none beside the letters."""
        if self._view.in_margin(point.x()):
            span = self._view.margin_span(point.y())
            return [] if span is None else [span]
        offset = self._offset_under(point)
        if offset is None:
            return []
        return sorted(self._view.page.spans.at(offset), key=lambda span: (span.end - span.start, span.layer, span.id))

    def _offset_under(self, point: QPointF) -> int | None:
        """The character in whose box a point lies."""
        page, x = self._view.page, point.x() - self._view.column_left
        offset = page.character_at(page.hit(x, point.y()))
        for row, top in page.rows_meeting(offset, offset + 1):
            left, right = row.boxes.box(offset)
            if top <= point.y() < top + row.height and left <= x < right:
                return offset
        return None

    def lines(self, spans: Sequence[Span]) -> list[str]:
        """What is told of spans."""
        describe = self.describer or self.describe_plainly
        told = [line for span in spans[:MOST_TOLD] for line in describe(span).split("\n")]
        if len(spans) > MOST_TOLD:
            more = QCoreApplication.translate("Hover", "and {count} more")
            told.append(more.format(count=len(spans) - MOST_TOLD))
        return told

    def describe_plainly(self, span: Span) -> str:
        """The label's name and the number, and the note below them."""
        name = self._view.label_name(span.label)
        note = span.note if len(span.note) <= LONGEST_NOTE else span.note[:LONGEST_NOTE] + "…"
        return "\n".join(line for line in (f"{name} {span.number or ''}".strip(), note) if line)

    def show(self, event: QHelpEvent) -> bool:
        """Show the tip for where the mouse rests, or hide the one that is shown; whether there is one."""
        point = QPointF(event.pos())
        spans = self.spans_under(point)
        tip = plain_tool_tip(*self.lines(spans))
        if not tip:
            QToolTip.hideText()
            return False
        near = QRect(event.pos().x() - 6, event.pos().y() - 6, 13, 13)
        QToolTip.showText(event.globalPos(), tip, self._view.viewport(), near)
        return True
