"""The surface on which an annotated text is seen: a page with its margin that scrolls and zooms, displayed as chosen.

It knows no caret and no mouse; ``gui.text_view.view`` adds these.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from gui.style.fonts import DEFAULT_PIXEL_SIZE, LARGEST_PIXEL_SIZE, SMALLEST_PIXEL_SIZE, text_font
from gui.style.theme import Theme, theme_of
from gui.text_view.block_list import PADDING
from gui.text_view.display import DisplayOptions
from gui.text_view.geometry import Hit
from gui.text_view.hits import Hits, HitTicks
from gui.text_view.layout import Typography
from gui.text_view.margin import Margin
from gui.text_view.page import Page
from gui.text_view.page_bar import PageBar
from gui.text_view.painting import Lanes, Shown
from gui.text_view.repainting import Repainting
from model.annotation.layers import Scheme
from model.annotation.values import Span

LEAST_COLUMN = 80


class TextSurface(QAbstractScrollArea):
    """An own-painted page, for Qt's text widgets hit-test wrapped right-to-left lines wrongly and cannot show
    overlapping layers.

    ``font_size_changed`` has the pixel size after zooming.
    """

    font_size_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme | None = None
        self._language = "ar"
        self._options = DisplayOptions()
        self._pixel_size = self._usual_pixel_size = DEFAULT_PIXEL_SIZE
        self._lanes = Lanes()
        self._margin = Margin()
        self._page = Page(Typography.of(text_font(self._options.family, self._pixel_size), 0), LEAST_COLUMN)
        self._shown = Shown(self._page.spans, self._make_theme(), self._lanes)
        self._repaint = Repainting(self, self._page, self._margin, self._shown)
        self._bar = PageBar(self)
        self._ticks = HitTicks(self._bar, self._page)
        self.setVerticalScrollBar(self._bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._bar.valueChanged.connect(self._scroll_bar_moved)
        self._reshape()

    # What is shown, and how

    def _show_text(self, text: str, spans: Sequence[Span]) -> None:
        self._page.set_document(text, spans, self._lanes.paragraphs)
        self._shown.spans, self._shown.text = self._page.spans, text
        self._shown.evidence = ()
        self._shown.hits = Hits()
        self._show_ticks()
        self._shown.current = self._shown.coming = None
        self._refresh()

    def set_scheme(self, scheme: Scheme) -> None:
        """Take other labels, names and colours for the same spans."""
        self._scheme = scheme
        self._lanes = self._shown.lanes = Lanes.of(scheme)
        self._shown.theme = self._make_theme()
        self._reshape()
        self._page.set_trees(self._lanes.paragraphs)
        self._refresh()

    def set_language(self, language: str) -> None:
        """Name labels in the margin in this language (``ar``, ``en``)."""
        self._language = language
        self._reshape()

    def label_name(self, label_id: str) -> str:
        """The name of a label in the language of the margin; its id where the scheme does not have it."""
        labels = self._scheme.labels() if self._scheme is not None else ()
        return next((label.name(self._language) for label in labels if label.id == label_id), label_id)

    @property
    def display(self) -> DisplayOptions:
        """How the text is displayed."""
        return self._options

    def set_display(self, options: DisplayOptions) -> None:
        """Display the text in another way; caret, selection, marks, and what stands at the top stay where they are."""
        self._options = options.within_limits()
        self._reshape()

    def _show_ticks(self) -> None:
        self._ticks.show_hits(self._shown.hits, self._shown.theme.hit_line, self._shown.theme.text)

    # Type

    def set_text_font(self, family: str, pixel_size: int) -> None:
        """Set the text in another family and size (logical pixels); zoom_reset comes back to this size."""
        self._options = replace(self._options, family=family)
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
        return self._repaint.column_left

    def in_margin(self, x: float) -> bool:
        """Whether an x of the viewport lies in the margin."""
        return x >= self._repaint.margin_left

    def margin_span(self, y: float) -> Span | None:
        """The span whose name, else whose bracket, stands at a y of the margin."""
        return self._margin.span_at(self._repaint.marks(self._page.placed()), y)

    # Shape

    def _make_theme(self) -> Theme:
        return theme_of(self.palette(), self._scheme)

    def _reshape(self) -> None:
        """Fit margin and column to the viewport, the font and the scheme."""
        width = self.viewport().width()
        self._margin.measure(width, self._scheme, self._language, self.font(), self._pixel_size)
        options = self._options
        column = width - self._margin.width - 2 * PADDING
        if options.reading_width:
            column = min(column, options.reading_width * self._pixel_size)
        font = text_font(options.family, self._pixel_size)
        self._page.height = self.viewport().height()
        typography = Typography.of(font, self._lanes.count, options.line_spacing)
        self._page.set_shape(typography, max(LEAST_COLUMN, column), options)
        self._refresh()

    def _refresh(self) -> None:
        self._sync_scroll_bar()
        self.viewport().update()

    def _sync_scroll_bar(self) -> None:
        """Make the scroll bar show where the page stands, without it moving the page in turn."""
        page = self._page
        page.placed()
        self._bar.show_page(page.position, page.total_height, page.height, page.typography.row_height)

    def _scroll_bar_moved(self, value: int) -> None:
        if not self._bar.is_being_told:
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._reshape()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._shown.theme = self._make_theme()
            self._show_ticks()
            self._reshape()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                (self.zoom_in if turn > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)
