"""The text view: an annotated Arabic text, right to left, that one reads, selects in and marks.

Offsets in and out are half-open code points of the document's text. The view shows what it is given and never changes
it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.text_view.block_list import PADDING
from gui.text_view.caret_blink import CaretBlink
from gui.text_view.fonts import DEFAULT_FAMILY, DEFAULT_PIXEL_SIZE, LARGEST_PIXEL_SIZE, SMALLEST_PIXEL_SIZE, text_font
from gui.text_view.geometry import Hit
from gui.text_view.keys import handle_key
from gui.text_view.layout import Typography
from gui.text_view.margin import ClauseMark, Margin
from gui.text_view.mouse import MouseSelection
from gui.text_view.page import Page, Placed
from gui.text_view.painting import CARET_WIDTH, Lanes, Shown, TextPainter
from gui.text_view.selection import Selection
from gui.text_view.theme import Theme, theme_of
from model.annotation.layers import Scheme
from model.annotation.values import Span

READING_WIDTH = 46  # ems: a longer line is hard to follow back to the next one's start
LEAST_COLUMN = 80
_SPILL = 2  # logical pixels about a changed row that are repainted too, for its edges between device pixels


class TextView(QAbstractScrollArea):
    """An own-painted view, for Qt's text widgets hit-test wrapped right-to-left lines wrongly and cannot show
    overlapping layers.

    ``selection_changed`` has start and end (equal: only a caret), ``span_activated`` the id of a span clicked in the
    margin, ``context_menu_requested`` a global position, ``font_size_changed`` the pixel size after zooming.
    """

    selection_changed = Signal(int, int)
    span_activated = Signal(str)
    context_menu_requested = Signal(QPoint)
    font_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._language = "ar"
        self._family = DEFAULT_FAMILY
        self._pixel_size = self._usual_pixel_size = DEFAULT_PIXEL_SIZE
        self._lanes = Lanes()
        self._margin = Margin()
        self._page = Page(Typography.of(text_font(self._family, self._pixel_size), 0), LEAST_COLUMN)
        self._selection = Selection(self._page)
        self._mouse = MouseSelection(self, self)
        self._shown = Shown(self._page.spans, self._make_theme(), self._lanes)
        self._blink = CaretBlink(self._update_caret, self)
        self._scrolling = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scroll_bar_moved)
        self._reshape()

    # What is shown

    def set_document(self, text: str, spans: Sequence[Span], scheme: Scheme) -> None:
        """Show a text with its spans from its top, the caret before it."""
        if scheme is not self._scheme:
            self._page.set_document("", (), ())
            self._take_scheme(scheme)
        self._show(text, spans)

    def clear(self) -> None:
        """Show nothing."""
        self._show("", ())

    def _show(self, text: str, spans: Sequence[Span]) -> None:
        self._page.set_document(text, spans, self._lanes.trees)
        self._selection.reset()
        self._mouse.stop()
        self._shown.spans = self._page.spans
        self._shown.evidence = ()
        self._shown.current = None
        self._refresh()
        self.selection_changed.emit(0, 0)

    def replace_spans(self, removed: Collection[str], added: Sequence[Span]) -> None:
        """Take spans out by id and others in; repaint what changed, lay out only blocks whose limits moved."""
        changed, moved = self._page.replace_spans(removed, added)
        if not changed:
            return
        if moved is not None:
            top = next((block.top for block in self._page.placed() if block.number >= moved), 0)
            top = max(0, top - self._page.typography.overhang - _SPILL)
            self._sync_scroll_bar()
            self.viewport().update(0, top, self.viewport().width(), self.viewport().height())
        for span in changed:
            self._update_rows(span.start, span.end)
        self.viewport().update(self._margin_rectangle())

    def set_scheme(self, scheme: Scheme) -> None:
        """Take other labels, names and colours for the same spans."""
        self._take_scheme(scheme)
        self._page.set_trees(self._lanes.trees)
        self._refresh()

    def _take_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._lanes = self._shown.lanes = Lanes.of(scheme)
        self._shown.theme = self._make_theme()
        self._reshape()

    def set_evidence(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Outline these ranges, and no longer those before."""
        for start, end in (*self._shown.evidence, *ranges):
            self._update_rows(start, end)
        self._shown.evidence = tuple(ranges)

    def set_current_span(self, span_id: str | None) -> None:
        """Emphasise a span in the text and in the margin; it need not be shown yet."""
        for changed in (self._shown.current, span_id):
            span = self._page.spans.get(changed) if changed is not None else None
            if span is not None and self._shown.current != span_id:
                self._update_rows(span.start, span.end)
                self.viewport().update(self._margin_rectangle())
        self._shown.current = span_id

    def span_at(self, offset: int) -> list[Span]:
        """The spans that hold the code point at ``offset``, innermost last."""
        return self._page.spans.at(offset)

    def set_language(self, language: str) -> None:
        """Name labels in the margin in this language (``ar``, ``en``)."""
        self._language = language
        self._reshape()

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
        before, caret = self._selection.limits, self._selection.caret
        self._update_caret()
        change(self._selection)
        after = self._selection.limits
        for low, high in zip(*sorted((before, after)), strict=True) if before != after else ():
            self._update_rows(min(low, high), max(low, high))
        if before[0] == before[1] or after[0] == after[1]:
            self._update_rows(*before)
            self._update_rows(*after)
        self._blink.begin(self.hasFocus())
        self._update_caret()
        if reveal and self._selection.caret != caret:
            self._reveal(self._selection.caret)
        if before != after:
            self.selection_changed.emit(*after)

    # Places

    def reveal(self, offset: int) -> None:
        """Scroll as little as needed to show the row of an offset."""
        self._reveal(Hit(offset, False))

    def character_box(self, offset: int) -> QRectF | None:
        """The painted box, in the viewport, of a character on the screen."""
        for row, top in self._page.rows_meeting(offset, offset + 1):
            left, right = row.boxes.box(offset)
            return QRectF(left + self.column_left, top, right - left, row.height)
        return None

    def offset_at(self, point: QPointF) -> int:
        """The caret offset nearest to a point of the viewport."""
        return self.hit(point).offset

    def hit(self, point: QPointF) -> Hit:
        """The caret place nearest to a point of the viewport."""
        return self._page.hit(point.x() - self.column_left, point.y())

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    @property
    def column_left(self) -> int:
        """x of the text column's left edge in the viewport."""
        return self.viewport().width() - self._margin.width - PADDING - self._page.width

    def caret_point(self) -> QPoint:
        """Where the caret is, in the viewport; its top left corner where the caret is off the screen."""
        for row, top in self._page.rows_at(self._selection.caret):
            return QPoint(round(row.boxes.caret_x(self._selection.caret)) + self.column_left, top + row.height)
        return QPoint(0, 0)

    def in_margin(self, x: float) -> bool:
        """Whether an x of the viewport lies in the margin."""
        return x >= self.viewport().width() - self._margin.width

    def activate_margin(self, y: float) -> None:
        """Tell which span was clicked in the margin."""
        span = self._margin.span_at(self._marks(self._page.placed()), y)
        if span is not None:
            self.span_activated.emit(span.id)

    # Type

    def set_text_font(self, family: str, pixel_size: int) -> None:
        """Set the text in another family and size (logical pixels); zoom_reset comes back to this size."""
        self._family = family
        self._usual_pixel_size = pixel_size
        self._set_pixel_size(pixel_size)

    def zoom_in(self) -> None:
        """Larger letters."""
        self._set_pixel_size(self._pixel_size + max(1, self._pixel_size // 10))

    def zoom_out(self) -> None:
        """Smaller letters."""
        self._set_pixel_size(self._pixel_size - max(1, self._pixel_size // 10))

    def zoom_reset(self) -> None:
        """Letters of the usual size."""
        self._set_pixel_size(self._usual_pixel_size)

    def _set_pixel_size(self, pixel_size: int) -> None:
        self._pixel_size = max(SMALLEST_PIXEL_SIZE, min(pixel_size, LARGEST_PIXEL_SIZE))
        self._reshape()
        self.font_size_changed.emit(self._pixel_size)

    # Shape

    def _make_theme(self) -> Theme:
        return theme_of(self.palette(), self._scheme)

    def _reshape(self) -> None:
        """Fit margin and column to the viewport, the font and the scheme."""
        width = self.viewport().width()
        self._margin.measure(width, self._scheme, self._language, self.font(), self._pixel_size)
        column = min(width - self._margin.width - 2 * PADDING, READING_WIDTH * self._pixel_size)
        typography = Typography.of(text_font(self._family, self._pixel_size), self._lanes.count)
        self._page.height = self.viewport().height()
        self._page.set_shape(typography, max(LEAST_COLUMN, column))
        self._refresh()

    def _refresh(self) -> None:
        self._sync_scroll_bar()
        self.viewport().update()

    def _sync_scroll_bar(self) -> None:
        """Make the scroll bar show where the page stands, without it moving the page in turn."""
        bar = self.verticalScrollBar()
        self._page.placed()
        self._scrolling = True
        bar.setRange(0, max(0, self._page.total_height - self._page.height))
        bar.setPageStep(max(1, self._page.height - self._page.typography.row_height))
        bar.setSingleStep(self._page.typography.row_height)
        bar.setValue(self._page.position)
        self._scrolling = False

    def _scroll_bar_moved(self, value: int) -> None:
        if not self._scrolling:
            self._page.scroll_to(value)
            self._refresh()

    def scroll_rows(self, rows: float) -> None:
        """Scroll down by rows (up where negative)."""
        self._page.scroll_by(round(rows * self._page.typography.row_height))
        self._refresh()

    def _reveal(self, place: Hit) -> None:
        before = self._page.position
        self._page.reveal(place)
        if self._page.position != before:
            self._refresh()

    # Repainting

    def _margin_rectangle(self) -> QRect:
        return QRect(self.viewport().width() - self._margin.width, 0, self._margin.width, self.viewport().height())

    def _update_rows(self, start: int, end: int) -> None:
        width = self.viewport().width() - self._margin.width
        for row, top in self._page.rows_meeting(start, end):
            self.viewport().update(QRect(0, top - _SPILL, width, row.height + 2 * _SPILL))

    def _update_caret(self) -> None:
        for row, top in self._page.rows_at(self._selection.caret):
            x = int(row.boxes.caret_x(self._selection.caret)) + self.column_left
            self.viewport().update(QRect(x - CARET_WIDTH - 2, top, 2 * CARET_WIDTH + 5, row.height))

    def _marks(self, placed: Sequence[Placed]) -> list[ClauseMark]:
        return self._margin.marks(self._page, placed, self._lanes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows and margin that meet the region."""
        placed, viewport, shown = self._page.placed(), self.viewport().rect(), self._shown
        shown.selection, shown.focused = self._selection.limits, self.hasFocus()
        # A selection shows its ends itself; a caret beside a number at its end would stand inside it, where the number
        # ends for a reader from the left.
        bare = shown.selection[0] == shown.selection[1]
        shown.caret = self._selection.caret if bare and shown.focused and self._blink.shown else None
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), shown.theme.ground)
        text_painter = TextPainter(
            painter, self._page.typography, self.column_left, self.viewport().devicePixelRatioF(), shown
        )
        text_painter.paint(placed, [(part.top(), part.bottom() + 1) for part in cast(Iterable[QRect], event.region())])
        if event.region().intersects(self._margin_rectangle()):
            self._margin.paint(painter, viewport, self._marks(placed), shown.theme, shown.current)
        if shown.focused:
            painter.setPen(shown.theme.focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(viewport.adjusted(0, 0, -1, -1))
        painter.end()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reshape()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._shown.theme = self._make_theme()
            self._reshape()
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._blink.begin(self.hasFocus())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._blink.begin(self.hasFocus())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._page.blocks or not handle_key(self, event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.stop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                (self.zoom_in if turn > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu_requested.emit(self._mouse.menu_position(event))
        event.accept()
