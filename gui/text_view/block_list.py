"""The blocks of a text with their heights: planned when clauses change, laid out only when they are looked at."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from PySide6.QtGui import QFontMetricsF

from gui.text_view.blocks import BlockLimits, BlockPlan
from gui.text_view.display import DisplayedCopy, DisplayOptions
from gui.text_view.heights import Heights
from gui.text_view.layout import LaidOutBlock, Typography
from gui.text_view.span_index import SpanIndex
from model.annotation.values import Span, text_order

_USUAL = DisplayOptions()
PADDING = 12  # above the first block and below the last
KEPT_LAYOUTS = 96  # blocks laid out at a time; a page shows fewer
_KEPT_GONE = 64  # laid-out blocks that are no longer on the page
_SAMPLE = "قرار اتخذته الجمعية العامة في كانون الأول ديسمبر وإذ تشير إلى قرارها"


class Block:
    """A block on the page; ``height`` includes the space above it (``above``) and the gap below."""

    __slots__ = ("_laid_out", "above", "height", "limits")

    def __init__(self, limits: BlockLimits, above: int, height: int) -> None:
        self.limits = limits
        self.above = above
        self.height = height
        self._laid_out: LaidOutBlock | None = None

    @property
    def is_laid_out(self) -> bool:
        """Whether ``laid_out`` may be asked for."""
        return self._laid_out is not None

    @property
    def laid_out(self) -> LaidOutBlock:
        """The block's rows."""
        assert self._laid_out is not None, "asked for the rows of a block that is not laid out"
        return self._laid_out

    def set_laid_out(self, laid_out: LaidOutBlock | None) -> None:
        """Keep rows, or let them go."""
        self._laid_out = laid_out


class BlockList:
    """All blocks of a text, from its beginning to its end. Heights are estimates until a block is laid out."""

    def __init__(self, typography: Typography, width: int, options: DisplayOptions = _USUAL) -> None:
        self.text = ""
        self._options = options
        self._copy = DisplayedCopy("", options)
        self.spans = SpanIndex()
        self.blocks: list[Block] = []
        self.typography = typography
        self.width = width
        self._plan = BlockPlan("")
        self._trees: frozenset[str] = frozenset()
        self._starts: list[int] = []
        self._heights = Heights()
        self._laid_out: dict[Block, None] = {}
        self._gone: dict[BlockLimits, Block] = {}  # what an undo brings back
        self._line_length = 1.0
        self._measure()

    def __len__(self) -> int:
        return len(self.blocks)

    def set_text(self, text: str, spans: Iterable[Span], trees: Collection[str]) -> None:
        """Take a text and its spans; ``trees`` names the layers whose limits begin blocks."""
        self.text = text
        self.spans = SpanIndex(spans)
        self._trees = frozenset(trees)
        self._plan = BlockPlan(text)
        self._copy = DisplayedCopy(text, self._options)
        self._plan_all()

    def set_trees(self, trees: Collection[str]) -> None:
        """Take other layers as those whose limits begin blocks."""
        if self._trees != frozenset(trees):
            self._trees = frozenset(trees)
            self._plan_all()

    @property
    def options(self) -> DisplayOptions:
        """How the text is displayed."""
        return self._options

    def set_shape(self, typography: Typography, width: int, options: DisplayOptions | None = None) -> None:
        """Take another font, width or way of display: nothing is laid out any more."""
        before, self._options = self._options, options or self._options
        if not before.copies_like(self._options):
            self._copy = DisplayedCopy(self.text, self._options)
        self.typography = typography
        self.width = width
        self._measure()
        if before.as_stored != self._options.as_stored:
            self._plan_all()
            return
        self._forget_layouts()
        self.blocks = [self._block(block.limits) for block in self.blocks]
        self._heights = Heights([block.height for block in self.blocks])

    def clauses(self, start: int, end: int) -> list[Span]:
        """The spans whose limits begin blocks that meet a range, in text order."""
        return [span for span in self.spans.meeting(start, end) if span.layer in self._trees]

    def replace_spans(
        self, removed: Collection[str], added: Sequence[Span]
    ) -> tuple[list[Span], tuple[int, int] | None]:
        """Take spans out and in. Gives those whose painting changes, and the range in which block limits may have
        moved.
        """
        changed = [span for span in map(self.spans.remove, removed) if span is not None]
        for span in added:
            before = self.spans.get(span.id)
            if before is not None:
                changed.append(before)
            self.spans.add(span)
            if self.spans.get(span.id) is not None:
                changed.append(span)
        clauses = [span for span in changed if span.layer in self._trees]
        if not clauses or not self.blocks or self._options.as_stored:
            return changed, None
        length = len(self.text)
        return changed, (
            min(length, min(span.start for span in clauses)),
            min(length, max(span.end for span in clauses)),
        )

    def _forget_layouts(self) -> None:
        self._laid_out.clear()
        self._gone.clear()

    def _plan_all(self) -> None:
        self._forget_layouts()
        self.blocks = [self._block(limits) for limits in self._all_limits()]
        self._starts = [block.limits.start for block in self.blocks]
        self._heights = Heights([block.height for block in self.blocks])

    def _all_limits(self) -> list[BlockLimits]:
        if self._options.as_stored:
            return self._plan.stored_blocks()
        clauses = sorted((span for span in self.spans if span.layer in self._trees), key=text_order)
        return self._plan.blocks(0, len(self.text), clauses)

    def plan_anew(self, low: int, high: int) -> int | None:
        """Plan the blocks about ``low`` to ``high`` again, keeping those that come out the same; the first that did
        not.
        """
        first = self.number_of(max(0, self._plan.past_blanks(low) - 1))
        for _ in range(2):  # to a limit that stays, and one further: what stands before it may have nothing to see
            while first > 0 and not self.blocks[first].limits.at_limit:
                first -= 1
            first = max(0, first - 1)
        while first > 0 and not self.blocks[first].limits.at_limit:
            first -= 1
        last = self.number_of(self._plan.past_blanks(high)) + 1
        while last < len(self.blocks) and not self.blocks[last].limits.at_limit:
            last += 1
        start, end = self.blocks[first].limits.start, self.blocks[last - 1].limits.end
        known = {block.limits: block for block in self.blocks[first:last]}
        planned = self._plan.blocks(start, end, self.clauses(start, end))
        if planned == [block.limits for block in self.blocks[first:last]]:
            return None
        moved = first + next(number for number, limits in enumerate(planned) if limits not in known)
        kept = set(planned)
        self.blocks[first:last] = [known.get(limits) or self._come_back(limits) for limits in planned]
        for limits, block in known.items():
            if limits not in kept:
                self._let_go(block)
        self._starts[first:last] = [limits.start for limits in planned]
        self._heights.replace(first, last, [block.height for block in self.blocks[first : first + len(planned)]])
        return moved

    def _let_go(self, block: Block) -> None:
        """A block is not on the page any more."""
        if block.is_laid_out:
            del self._laid_out[block]
            self._gone[block.limits] = block
            if len(self._gone) > _KEPT_GONE:
                del self._gone[next(iter(self._gone))]

    def _come_back(self, limits: BlockLimits) -> Block:
        """A block that comes onto the page: laid out where it was there before."""
        block = self._gone.pop(limits, None)
        if block is None:
            return self._block(limits)
        self._laid_out[block] = None
        return block

    def number_of(self, offset: int) -> int:
        """The number of the block that holds ``offset``; the last one's at the text's end."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _measure(self) -> None:
        letter = QFontMetricsF(self.typography.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self._line_length = max(1.0, self.width / letter * 0.97)

    def _block(self, limits: BlockLimits) -> Block:
        above = self.typography.wide_gap if limits.apart and limits.start > 0 else 0
        rows = -int((limits.start - limits.end) // self._line_length) or 1
        return Block(limits, above, above + rows * self.typography.row_height + self._gap(limits))

    def _gap(self, limits: BlockLimits) -> int:
        """The space below a block."""
        return 0 if limits.runs_on else self.typography.gap

    def lay_out(self, number: int) -> Block:
        """The block of that number, laid out."""
        block = self.blocks[number]
        if not block.is_laid_out:
            start, end = block.limits.start, block.limits.end
            width = max(self.width // 2, self.width - block.limits.indent * self.typography.indent)
            shown, signs = self._copy.of(start, end), self._copy.signs(start, end)
            block.set_laid_out(
                LaidOutBlock(self.text[start:end], start, self.typography, width, shown, signs, block.limits.runs_on)
            )
            height = block.above + block.laid_out.height + self._gap(block.limits)
            if height != block.height:
                block.height = height
                self._heights.set(number, height)
            self._laid_out[block] = None
        return block

    def drop_layouts_but(self, kept: Collection[Block]) -> None:
        """Where too many blocks are laid out, let the oldest layouts go, but none of these blocks'."""
        if len(self._laid_out) > KEPT_LAYOUTS:
            for block in [block for block in self._laid_out if block not in kept][: -KEPT_LAYOUTS // 2]:
                block.set_laid_out(None)
                del self._laid_out[block]

    def laid_out_count(self) -> int:
        """How many blocks are laid out."""
        return len(self._laid_out)

    @property
    def total_height(self) -> int:
        """Height of the page, as far as it is known, with what is left free above and below."""
        return self._heights.total + 2 * PADDING

    def top_of(self, number: int) -> int:
        """The top of a block below the page's top, as far as it is known."""
        return PADDING + self._heights.top_of(number)

    def number_at(self, position: int) -> int:
        """The number of the block at a distance from the page's top, as far as heights are known."""
        return self._heights.number_at(position - PADDING)
