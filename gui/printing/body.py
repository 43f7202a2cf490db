"""The text of a document on pages: a clause a paragraph, as on the screen, with its marks and margin; cut between rows.

Pages are found first, from the first to the last; then any of them can be painted. Blocks are laid out when they are
needed and let go again, so that a long document takes no more room than a short one.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from gui.printing.content import Content, PrintOptions
from gui.style.fonts import text_font
from gui.style.theme import Theme, theme_of
from gui.text_view.block_list import PADDING, Block, BlockList
from gui.text_view.display import DisplayOptions
from gui.text_view.layout import Typography
from gui.text_view.margin import Margin
from gui.text_view.page import Placed
from gui.text_view.painting import Lanes, Shown, TextPainter
from gui.text_view.span_index import SpanIndex

TEXT_SIZE = 20  # units
_SPACING = 0.94  # of what rows on the screen have
_PAIR = 2  # rows: a paragraph leaves no single one behind, and takes no single one along


class Place(NamedTuple):
    """A row: the number of its block, and its own there."""

    block: int
    row: int


class TextPage(NamedTuple):
    """The rows of a page: from ``first`` to before ``last``."""

    first: Place
    last: Place


class Body:
    """A document's text laid out for pages of one width."""

    def __init__(self, content: Content, options: PrintOptions, width: int) -> None:
        scheme = content.scheme
        self.theme = paper_theme(content)
        self._width = width
        used = {span.layer for span in content.spans} if options.marks else set[str]()
        lanes = Lanes.of(scheme)  # no room below the rows for what is not there
        self._lanes = replace(lanes, lane={layer: lane for layer, lane in lanes.lane.items() if layer in used})
        self._margin = Margin()
        self._with_marks = options.marks
        font = print_font(options.family, TEXT_SIZE)
        column = width
        if options.marks:
            self._margin.measure(width, scheme, options.language, font, TEXT_SIZE)
            column -= self._margin.width + PADDING
        typography = Typography.of(font, self._lanes.count, _SPACING)
        display = DisplayOptions(family=options.family, mend_brackets=options.mend_brackets)
        self._blocks = BlockList(typography, column, display)
        self._blocks.set_text(content.text, content.spans, self._lanes.paragraphs)
        self._shown = Shown(
            spans=self._blocks.spans if options.marks else SpanIndex(),
            theme=self.theme,
            lanes=self._lanes,
            evidence=content.evidence,
        )

    @property
    def row_height(self) -> int:
        """The height of a row of the text."""
        return self._blocks.typography.row_height

    def pages(self, first_room: int, room: int) -> Iterator[TextPage]:
        """Cut the text into pages of a height of ``room``, the first of ``first_room``; every row is on one of them."""
        start = Place(0, 0)
        end = Place(len(self._blocks), 0)
        while start < end:
            stop = self._page_end(start, first_room)
            first_room = room
            yield TextPage(start, stop)
            start = stop

    def _page_end(self, start: Place, room: int) -> Place:
        """Where the page ends that begins at ``start``: at least a row further."""
        y, place, apart = 0, start, None
        while place.block < len(self._blocks):
            block = self._lay_out(place.block)
            rows = block.laid_out.rows
            y += block.above if place > start and place.row == 0 else 0
            top = rows[place.row].top
            fitting = sum(y + row.top + row.height - top <= room for row in rows[place.row :])
            kept = fitting if fitting == len(rows) - place.row else _kept_together(fitting, place.row, len(rows))
            if kept < len(rows) - place.row:
                if kept > 0:
                    return Place(place.block, place.row + kept)
                if place == start:
                    after = place.row + max(1, fitting)
                    return Place(place.block, after) if after < len(rows) else Place(place.block + 1, 0)
                # A title or heading is not left at the foot of a page.
                return apart or place
            if not block.limits.apart:
                apart = None
            elif apart is None and place > start:
                apart = place
            y += block.height - block.above - top
            place = Place(place.block + 1, 0)
        return place

    def placed(self, page: TextPage) -> list[Placed]:
        """The blocks of a page, laid out, the top of the first row at 0."""
        result: list[Placed] = []
        bottom = 0
        for number in range(page.first.block, page.last.block + (1 if page.last.row else 0)):
            block = self._blocks.lay_out(number)
            first = page.first.row if number == page.first.block else 0
            last = page.last.row if number == page.last.block else None
            top = bottom
            if number == page.first.block:
                top = -block.above - block.laid_out.rows[first].top
            result.append(Placed(number, block, top, first, last))
            bottom = top + block.height
        self._blocks.drop_layouts_but({each.block for each in result})
        return result

    def paint(self, painter: QPainter, page: TextPage, scale: float) -> int:
        """Paint a page, its first row's top at y 0, and give the y of its end. ``scale``: device pixels to a unit."""
        placed = self.placed(page)
        if not placed:
            return 0
        bottom = max(top + row.height for row, top in placed[-1].rows())
        TextPainter(painter, self._blocks.typography, 0, scale, self._shown).paint(placed, [(0, bottom)])
        if self._with_marks:
            marks = self._margin.marks(self._blocks, placed, self._lanes)
            self._margin.paint(painter, QRect(0, 0, self._width, bottom), marks, self.theme, None)
        return bottom

    def _lay_out(self, number: int) -> Block:
        block = self._blocks.lay_out(number)
        self._blocks.drop_layouts_but({block})
        return block


def _kept_together(fitting: int, first: int, count: int) -> int:
    """How many of a block's rows, from ``first`` on, stay on a page on which ``fitting`` (not all) have room."""
    kept = min(fitting, count - first - _PAIR)
    return 0 if kept < _PAIR and first == 0 else max(0, kept)


def paper_theme(content: Content) -> Theme:
    """Black on white, whatever the window's colours are."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
    palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.darkGray)
    theme = theme_of(palette, content.scheme)
    return replace(theme, margin=theme.ground)


def print_font(family: str, size: int, *, bold: bool = False) -> QFont:
    """A font whose letters stand where its designer had them: not moved to the pixels of a screen."""
    font = text_font(family, size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    return font
