"""The page: which blocks of a text are on the screen, and where; no widgets, no colours.

Where the page stands is an anchor: a block, and how far the viewport's top is below that block's top. Heights of blocks
that were never laid out are estimates; a short move walks over real heights from the anchor, so nothing jumps, and only
a long one trusts the estimates. All lengths are whole logical pixels, x from the left edge of the text column.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from gui.text_view.block_list import PADDING, Block, BlockList
from gui.text_view.display import DisplayOptions
from gui.text_view.geometry import Hit
from gui.text_view.layout import Row, Typography
from gui.text_view.span_index import SpanIndex
from model.annotation.values import Span
from model.text.words import previous_grapheme

NEAR = 2  # viewport heights that a move may have to be walked


class Placed(NamedTuple):
    """A laid-out block on the screen: its number, and the y of its top in the viewport.

    Of a block that a printed page's end cuts in two, only the rows from ``first`` to before ``last`` are there.
    """

    number: int
    block: Block
    top: int
    first: int = 0
    last: int | None = None

    def rows(self) -> Iterator[tuple[Row, int]]:
        """The rows with the y of their tops in the viewport."""
        top = self.text_top
        return ((row, top + row.top) for row in self.block.laid_out.rows[self.first : self.last])

    @property
    def start(self) -> int:
        """The offset at which what is placed begins."""
        return self.block.laid_out.rows[self.first].start if self.first else self.block.limits.start

    @property
    def end(self) -> int:
        """The offset at which what is placed ends."""
        return self.block.limits.end if self.last is None else self.block.laid_out.rows[self.last - 1].end

    @property
    def text_top(self) -> int:
        """Top of the first row in the viewport."""
        return self.top + self.block.above

    @property
    def text_bottom(self) -> int:
        """Bottom of the last row in the viewport."""
        return self.text_top + self.block.laid_out.height


class Page:
    """The blocks of a text, of which those at the anchor are on a screen of ``height`` pixels."""

    def __init__(self, typography: Typography, width: int) -> None:
        self.height = 0
        self._list = BlockList(typography, width)
        self._anchor = (0, -PADDING)
        self._kept_top: int | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return self._list.text

    @property
    def spans(self) -> SpanIndex:
        """All spans that are shown."""
        return self._list.spans

    @property
    def blocks(self) -> list[Block]:
        """All blocks, of which few are laid out."""
        return self._list.blocks

    @property
    def typography(self) -> Typography:
        """Font and sizes."""
        return self._list.typography

    @property
    def width(self) -> int:
        """Width of the text column."""
        return self._list.width

    # What is shown

    def set_document(self, text: str, spans: Iterable[Span], trees: Collection[str]) -> None:
        """Show a text from its top; ``trees`` names the layers whose limits begin blocks."""
        self._list.set_text(text, spans, trees)
        self._anchor = (0, -PADDING)
        self._kept_top = None

    def set_trees(self, trees: Collection[str]) -> None:
        """Take other layers as those whose limits begin blocks; what stood at the top stays there."""
        top = self._keep_top()
        self._list.set_trees(trees)
        self.anchor_to(top)

    @property
    def options(self) -> DisplayOptions:
        """How the text is displayed."""
        return self._list.options

    def set_shape(self, typography: Typography, width: int, options: DisplayOptions | None = None) -> None:
        """Lay out in another font or width, or display in another way; what stood at the top stays there."""
        options = options or self.options
        if (typography, width, options) != (self.typography, self.width, self.options):
            top = self._keep_top()
            self._list.set_shape(typography, width, options)
            self.anchor_to(top)

    def replace_spans(self, removed: Collection[str], added: Sequence[Span]) -> tuple[list[Span], int | None]:
        """Take spans out and in. Gives those whose painting changes, and the first block laid out anew, if any."""
        changed, moved = self._list.replace_spans(removed, added)
        if moved is None:
            return changed, None
        top = self._top_row()
        first = self._list.plan_anew(*moved)
        if first is not None:
            self._hold(*top)
        return changed, first

    def clauses_at(self, offset: int) -> list[Span]:
        """The clauses that hold ``offset``, the innermost last; where there are none, those that end there."""
        return self._list.clauses(offset, offset + 1) or self._list.clauses(offset - 1, offset)

    @property
    def total_height(self) -> int:
        """Height of the whole page, as far as it is known."""
        return self._list.total_height

    # The anchor

    @property
    def position(self) -> int:
        """How far the viewport's top is below the page's top."""
        number, rest = self._anchor
        return self._list.top_of(number) + rest if self.blocks else 0

    def _top_row(self) -> tuple[int, int]:
        """An offset of the first row that is seen, and the y of its top in the viewport."""
        if not self.blocks:
            return 0, PADDING
        number, rest = self._anchor
        block = self.blocks[number]
        if not block.is_laid_out:
            return block.limits.start, block.above - rest
        rows = block.laid_out.rows
        row = next((row for row in rows if block.above + row.top + row.height > rest), rows[-1])
        return row.start, block.above + row.top - rest

    def _hold(self, offset: int, y: int) -> None:
        """Scroll so that the top of the row of an offset stands at ``y`` in the viewport, as far as the page goes."""
        if not self.blocks:
            self._anchor = (0, -PADDING)
            return
        number, row = self.row_of(Hit(offset, False))
        self._anchor = (number, self.blocks[number].above + row.top - y)
        self._settle()

    def _keep_top(self) -> int:
        """The offset to keep at the top while the shape changes: the same until someone scrolls, or it would creep."""
        if self._kept_top is None:
            self._kept_top = self._top_row()[0]
        return self._kept_top

    def anchor_to(self, offset: int, below: int = 0) -> None:
        """Scroll so that the row of ``offset`` stands ``below`` pixels under the viewport's top, as far as there is
        text.
        """
        self._hold(offset, PADDING if offset == 0 and below == 0 else below)

    def scroll_to(self, position: int) -> None:
        """Scroll to a distance from the page's top: walked when near, by the estimates when far."""
        distance = position - self.position
        self._kept_top = None
        if not self.blocks or distance == 0:
            return
        if abs(distance) <= NEAR * max(self.height, 100):
            self.scroll_by(distance)
        else:
            number = self._list.number_at(position)
            self._anchor = (number, position - self._list.top_of(number))
            self._settle()

    def scroll_by(self, distance: int) -> None:
        """Scroll down by so many real pixels (up where negative), as far as the page goes."""
        self._kept_top = None
        if self.blocks:
            number, rest = self._anchor
            self._anchor = (number, rest + distance)
            self._settle()

    def _settle(self) -> None:
        """Make the anchor's block the one at the viewport's top, and hold the page's ends at the viewport's."""
        number, rest = self._anchor
        while rest < 0 and number > 0:
            number -= 1
            rest += self._list.lay_out(number).height
        while number + 1 < len(self.blocks) and rest >= self._list.lay_out(number).height:
            rest -= self.blocks[number].height
            number += 1
        if number == 0:
            rest = max(rest, -PADDING)
        bottom, below = -rest, number
        while below < len(self.blocks) and bottom < self.height:
            bottom += self._list.lay_out(below).height
            below += 1
        missing = self.height - PADDING - bottom
        if below == len(self.blocks) and missing > 0:
            rest -= missing
            while rest < 0 and number > 0:
                number -= 1
                rest += self._list.lay_out(number).height
            if number == 0:
                rest = max(rest, -PADDING)
        self._anchor = (number, rest)

    def placed(self) -> list[Placed]:
        """The blocks on the screen, laid out, from top to bottom."""
        if not self.blocks:
            return []
        self._settle()
        number, rest = self._anchor
        top = -rest
        result: list[Placed] = []
        while number < len(self.blocks) and top < self.height:
            block = self._list.lay_out(number)
            result.append(Placed(number, block, top))
            top += block.height
            number += 1
        self._list.drop_layouts_but({placed.block for placed in result})
        return result

    # Places

    def block_number(self, offset: int) -> int:
        """The number of the block that holds ``offset``; the last one's at the text's end."""
        return self._list.number_of(offset)

    def paragraph_at(self, offset: int) -> tuple[int, int]:
        """The limits of what is seen as one paragraph: a block, or those blocks that run on in one another."""
        first = last = self.block_number(offset)
        while first > 0 and self.blocks[first - 1].limits.runs_on:
            first -= 1
        while self.blocks[last].limits.runs_on:
            last += 1
        return self.blocks[first].limits.start, self.blocks[last].limits.end

    def tops_of(self, offsets: Iterable[int]) -> Iterator[int]:
        """For offsets in order how far each is below the page's top, as well as that is known without laying out."""
        end, start, top, height, length = 0, 0, 0, 0, 1
        for offset in offsets if self.blocks else ():
            if offset >= end:
                number = self.block_number(offset)
                block = self.blocks[number]
                start, end = block.limits.start, block.limits.end
                top, height, length = self._list.top_of(number), block.height, max(1, end - start)
            yield top + height * (offset - start) // length

    def signs(self, block: int) -> list[int]:
        """The offsets of marks of a block that are shown by signs, in order."""
        return self._list.lay_out(block).laid_out.signs

    def laid_out_count(self) -> int:
        """How many blocks are laid out."""
        return self._list.laid_out_count()

    def row_number(self, place: Hit) -> tuple[int, int]:
        """Block and row, by number, on which a caret place is drawn."""
        offset = place.offset - 1 if place.upstream and place.offset > 0 else place.offset
        number = self.block_number(offset)
        rows = self._list.lay_out(number).laid_out.rows
        return number, max(0, bisect_right(rows, offset, key=lambda row: row.start) - 1)

    def row_of(self, place: Hit) -> tuple[int, Row]:
        """Number of the block, and the row, on which a caret place is drawn."""
        number, row = self.row_number(place)
        return number, self.row(number, row)

    def row(self, block: int, row: int) -> Row:
        """The row of that number of the block of that number."""
        return self._list.lay_out(block).laid_out.rows[row]

    def beside_row(self, block: int, row: int, step: int) -> tuple[int, int] | None:
        """Block and row, by number, one row further down (step 1) or up (step -1); None at the page's end."""
        row += step
        if row < 0:
            if block == 0:
                return None
            return block - 1, self._row_count(block - 1) - 1
        if row >= self._row_count(block):
            return (block + 1, 0) if block + 1 < len(self.blocks) else None
        return block, row

    def _row_count(self, block: int) -> int:
        return len(self._list.lay_out(block).laid_out.rows)

    def hit(self, x: float, y: float) -> Hit:
        """The caret place nearest to a point, y in the viewport."""
        placed = self.placed()
        if not placed:
            return Hit(0, False)
        tops = [block.top for block in placed]
        block = placed[max(0, bisect_right(tops, y) - 1)]
        rows = list(block.rows())
        row = next((row for row, top in rows if y < top + row.height), rows[-1][0])
        return row.boxes.hit(x)

    def character_at(self, place: Hit) -> int:
        """The character to which a caret place belongs: the one behind which it stands upstream, else the one before
        which.
        """
        return previous_grapheme(self.text, place.offset) if place.upstream else place.offset

    def rows_meeting(self, start: int, end: int) -> Iterable[tuple[Row, int]]:
        """The rows on the screen that share a code point with ``start`` to ``end``, with their tops in the viewport."""
        for placed in self.placed():
            if placed.block.limits.end > start and placed.block.limits.start < end:
                for row, top in placed.rows():
                    if row.end > start and row.start < end:
                        yield row, top

    def rows_at(self, place: Hit) -> Iterable[tuple[Row, int]]:
        """The row on which a caret place is drawn, with its top in the viewport; none where it is off the screen."""
        offset = place.offset - 1 if place.upstream or place.offset >= len(self.text) else place.offset
        return self.rows_meeting(offset, offset + 1)

    def reveal(self, place: Hit) -> None:
        """Scroll as little as needed to show the row of a caret place; to a third of the height where it is far."""
        if not self.blocks:
            return
        number, row = self.row_of(place)
        placed = self.placed()
        first, last = (placed[0].number, placed[-1].number) if placed else (number + 2, number + 2)
        if not first - 1 <= number <= last + 1:
            self._kept_top = None
            self.anchor_to(place.offset, below=self.height // 3)
            return
        if number < first:
            top = placed[0].top - self.blocks[number].height
        elif number > last:
            top = placed[-1].top + placed[-1].block.height
        else:
            top = placed[number - first].top
        top += self.blocks[number].above + row.top
        if top < 0:
            self.scroll_by(top - self.typography.gap)
        elif top + row.height > self.height:
            self.scroll_by(top + row.height - self.height + self.typography.gap)
