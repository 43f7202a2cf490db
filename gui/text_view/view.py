"""The text view: an annotated Arabic text, right to left, that one reads, selects in and marks.

Offsets in and out are half-open code points of the document's text. The view shows what it is given and never changes
it.
"""

from collections.abc import Callable, Collection, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from gui.text_view.caret_blink import CaretBlink
from gui.text_view.geometry import Hit
from gui.text_view.handles import EdgeHandles
from gui.text_view.hits import Hits
from gui.text_view.hover import Describer, Hover
from gui.text_view.keys import handle_key
from gui.text_view.mouse import MouseSelection
from gui.text_view.selection import Selection
from gui.text_view.surface import TextSurface
from gui.text_view.unsure_limits import REACH
from model.annotation.layers import Scheme
from model.annotation.values import Span


class TextView(TextSurface):
    """The surface with a caret, a selection, the mouse and keys.

    ``selection_changed`` has start and end (equal: only a caret), ``span_activated`` the id of a span clicked in the
    margin, ``context_menu_requested`` a global position, ``limits_dragged`` the id of the current span with the start
    and end that its grips were dragged to (the span itself stays as it is until ``replace_spans``). ``text_shown``:
    another text is shown, so far without evidence and hits.
    """

    selection_changed = Signal(int, int)
    span_activated = Signal(str)
    context_menu_requested = Signal(QPoint)
    limits_dragged = Signal(str, int, int)
    text_shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = Selection(self._page)
        self._mouse = MouseSelection(self, self)
        self._handles = EdgeHandles(self, self._shown, self.limits_dragged.emit, self)
        self._hover = Hover(self)
        self._blink = CaretBlink(self._update_caret, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)

    # What is shown

    def set_document(self, text: str, spans: Sequence[Span], scheme: Scheme) -> None:
        """Show a text with its spans from its top, the caret before it."""
        if scheme is not self._scheme:
            self._show_text("", ())
            self.set_scheme(scheme)
        self._show(text, spans)

    def clear(self) -> None:
        """Show nothing."""
        self._show("", ())

    def _show(self, text: str, spans: Sequence[Span]) -> None:
        self._mouse.stop()
        self._handles.forget()
        self._selection.reset()
        self._show_text(text, spans)
        self.selection_changed.emit(0, 0)
        self.text_shown.emit()

    def replace_spans(self, removed: Collection[str], added: Sequence[Span]) -> None:
        """Take spans out by id and others in; repaint what changed, lay out only blocks whose limits moved."""
        self._handles.forget(removed, added)
        changed, moved = self._page.replace_spans(removed, added)
        if not changed:
            return
        if self._shown.coming is not None and any(span.id == self._shown.coming.id for span in changed):
            self.show_coming(None)
        if moved is not None:
            self._sync_scroll_bar()
            self._repaint.from_block(moved)
        for span in changed:
            self._repaint.rows(span.start - REACH, span.end + REACH)  # a limit beside it may be unsure no longer
        self._repaint.margin()

    def set_unsure_below(self, chance: float) -> None:
        """Point out proposals whose chance (0 … 1) is below this."""
        self._shown.unsure_below = self._margin.unsure_below = chance
        self._repaint.all()

    def set_evidence(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Outline these ranges, and no longer those before."""
        for start, end in (*self._shown.evidence, *ranges):
            self._repaint.rows(start, end)
        self._shown.evidence = tuple(ranges)

    def set_hits(self, ranges: Sequence[tuple[int, int]], current: int | None = None) -> None:
        """Show what a search has found, in text order and not overlapping, and no longer what was shown before;
        ``current`` is the number of the one that is looked at.
        """
        hits = Hits(ranges, current)
        if hits.has_same_ranges(self._shown.hits):
            self.set_current_hit(current)
            return
        self._shown.hits = hits
        self._show_ticks()
        self._repaint.all()

    def set_current_hit(self, current: int | None) -> None:
        """Look at another one of the hits that are shown, or at none."""
        before = self._shown.hits.limits()
        self._shown.hits.current = current
        for limits in (before, self._shown.hits.limits()):
            if limits is not None:
                self._repaint.rows(*limits)
        self._ticks.show_current()

    def set_current_span(self, span_id: str | None) -> None:
        """Emphasise a span in the text and in the margin; it need not be shown yet."""
        for changed in (self._shown.current, span_id):
            span = self._page.spans.get(changed) if changed is not None else None
            if span is not None and self._shown.current != span_id:
                self._repaint.rows(span.start, span.end)
                self._repaint.margin()
        if self._shown.current != span_id:
            self._handles.forget()
            self.show_coming(None)
        self._shown.current = span_id

    def show_coming(self, span: Span | None) -> None:
        """Paint a span with the limits that it would have, while an edge of it is dragged; None: as it is."""
        before, self._shown.coming = self._shown.coming, span
        if before == span:
            return
        for changed in (before, span, self._current_span()):
            if changed is not None:
                self._repaint.rows(changed.start - 1, changed.end + 1)

    def _current_span(self) -> Span | None:
        current = self._shown.current
        return self._page.spans.get(current) if current is not None else None

    def span_at(self, offset: int) -> list[Span]:
        """The spans that hold the code point at ``offset``, innermost last."""
        return self._page.spans.at(offset)

    def set_describer(self, describer: Describer | None) -> None:
        """Say what is told of a span where the mouse rests (lines of plain text); None: its label, number and note."""
        self._hover.describer = describer

    # Selection

    def selection(self) -> tuple[int, int]:
        """Start and end of the selection; equal when there is only a caret."""
        return self._selection.limits

    def caret(self) -> int:
        """The offset at which the caret stands."""
        return self._selection.caret.offset

    def set_selection(self, start: int, end: int, *, reveal: bool = True) -> None:
        """Select a range, widened to grapheme limits; the caret goes to ``end``, which may be before ``start``."""
        self.change_selection(lambda selection: selection.select(start, end), reveal=False)
        if reveal:
            self._reveal(Hit(self._selection.limits[1], True))
            self._reveal(Hit(self._selection.limits[0], False))

    def select_all(self) -> None:
        """Select the whole text, without scrolling."""
        self.set_selection(0, len(self._page.text), reveal=False)

    def copy(self) -> None:
        """Put the selected text on the clipboard, as it is stored."""
        start, end = self._selection.limits
        if start < end:
            QGuiApplication.clipboard().setText(self._page.text[start:end])

    def change_selection(self, change: Callable[[Selection], None], *, reveal: bool = True) -> None:
        """Let ``change`` move the selection; repaint the rows that differ, and tell."""
        before, caret, position = self._selection.limits, self._selection.caret, self._page.position
        self._update_caret()
        change(self._selection)
        if self._page.position != position:  # by a page up or down
            self._refresh()
        after = self._selection.limits
        for low, high in zip(before, after, strict=True) if before != after else ():
            if low != high:
                self._repaint.rows(min(low, high) - 1, max(low, high) + 1)
        if before[0] == before[1] or after[0] == after[1]:
            self._repaint.rows(*before)
            self._repaint.rows(*after)
        span = self._current_span()
        if before != after and span is not None and span.limits in (before, after):  # whose grips come or go
            self._repaint.edge(span.start)
            self._repaint.edge(span.end)
        self._blink.begin(self.hasFocus())
        self._update_caret()
        if reveal and self._selection.caret != caret:
            self._reveal(self._selection.caret)
        if before != after:
            self.selection_changed.emit(*after)

    # Places

    def caret_point(self) -> QPoint:
        """Where the caret is, in the viewport; its top left corner where the caret is off the screen."""
        for row, top in self._page.rows_at(self._selection.caret):
            return QPoint(round(row.boxes.caret_x(self._selection.caret)) + self.column_left, top + row.height)
        return QPoint(0, 0)

    def activate_margin(self, y: float) -> None:
        """Tell which span was clicked in the margin."""
        span = self.margin_span(y)
        if span is not None:
            self.span_activated.emit(span.id)

    def _update_caret(self) -> None:
        if self._selection.is_empty:  # else none is painted
            self._repaint.caret(self._selection.caret)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, selection = self._shown, self._selection
        shown.selection, shown.focused = selection.limits, self.hasFocus()
        # A selection shows its ends itself; a caret beside a number at its end would stand inside it, where the number
        # ends for a reader from the left.
        shown.caret = selection.caret if selection.is_empty and shown.focused and self._blink.shown else None
        self._repaint.paint(event, self._handles, self._mouse.dragging)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._gives_up(cast(QKeyEvent, event)):
            event.accept()  # else Escape would be the window's while a grip is held
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return self._hover.show(cast(QHelpEvent, event))
        return super().viewportEvent(event)

    def _gives_up(self, event: QKeyEvent) -> bool:
        return self._handles.dragging and event.key() == Qt.Key.Key_Escape

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._blink.begin(self.hasFocus())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._blink.begin(self.hasFocus())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gives_up(event):
            self._handles.cancel()
        elif not self._page.blocks or not handle_key(self, event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._mouse.awaits_third_click(event.position()) or not self._handles.press(event):
            self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._handles.dragging:
            self._handles.move(event)
        elif self._mouse.dragging:
            self._mouse.move(event)
        else:
            self._show_cursor(event.position())

    def _show_cursor(self, point: QPointF) -> None:
        """The mouse's shape says what it would take hold of."""
        shape = Qt.CursorShape.IBeamCursor
        if self.in_margin(point.x()):
            shape = Qt.CursorShape.PointingHandCursor
        elif self._handles.grip_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._handles.dragging:
            self._handles.release(event)
        elif self._mouse.dragging:
            self._mouse.stop()
            for edge in self._selection.limits:  # whose grips are seen from now on
                self._repaint.edge(edge)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu_requested.emit(self._mouse.menu_position(event))
        event.accept()
