"""The blocks of a text with their heights: planned when clauses change, laid out only when they are looked at."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from PySide6.QtGui import QFontMetricsF

from gui.text_view.blocks import BlockLimits, BlockPlan
from gui.text_view.layout import LaidOutBlock, Typography
from gui.text_view.span_index import SpanIndex
from model.annotation.values import Span, text_order

PADDING = 12  # above the first block and below the last
KEPT_LAYOUTS = 96  # blocks laid out at a time; a page shows fewer
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

    def __init__(self, typography: Typography, width: int) -> None:
        self.text = ""
        self.spans = SpanIndex()
        self.blocks: list[Block] = []
        self.typography = typography
        self.width = width
        self._plan = BlockPlan("")
        self._trees: frozenset[str] = frozenset()
        self._starts: list[int] = []
        self._tops: list[int] | None = None
        self._laid_out: dict[Block, None] = {}
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
        self._plan_all()

    def set_trees(self, trees: Collection[str]) -> None:
        """Take other layers as those whose limits begin blocks."""
        if self._trees != frozenset(trees):
            self._trees = frozenset(trees)
            self._plan_all()

    def set_shape(self, typography: Typography, width: int) -> None:
        """Take another font or width: nothing is laid out any more."""
        self.typography = typography
        self.width = width
        self._measure()
        self._laid_out.clear()
        self.blocks = [self._block(block.limits) for block in self.blocks]
        self._tops = None

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
        if not clauses or not self.blocks:
            return changed, None
        length = len(self.text)
        return changed, (
            min(length, min(span.start for span in clauses)),
            min(length, max(span.end for span in clauses)),
        )

    def _plan_all(self) -> None:
        clauses = sorted((span for span in self.spans if span.layer in self._trees), key=text_order)
        self._laid_out.clear()
        self.blocks = [self._block(limits) for limits in self._plan.blocks(0, len(self.text), clauses)]
        self._starts = [block.limits.start for block in self.blocks]
        self._tops = None

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
        for limits, block in known.items():
            if limits not in planned:
                self._laid_out.pop(block, None)
        self.blocks[first:last] = [known.get(limits) or self._block(limits) for limits in planned]
        self._starts[first:last] = [limits.start for limits in planned]
        self._tops = None
        return moved

    def number_of(self, offset: int) -> int:
        """The number of the block that holds ``offset``; the last one's at the text's end."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def _measure(self) -> None:
        letter = QFontMetricsF(self.typography.font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        self._line_length = max(1.0, self.width / letter * 0.97)

    def _block(self, limits: BlockLimits) -> Block:
        above = self.typography.wide_gap if limits.apart and limits.start > 0 else 0
        rows = max(1, -int(-(limits.end - limits.start) // self._line_length))
        return Block(limits, above, above + rows * self.typography.row_height + self.typography.gap)

    def lay_out(self, number: int) -> Block:
        """The block of that number, laid out."""
        block = self.blocks[number]
        if not block.is_laid_out:
            start, end, indent, _, _ = block.limits
            width = max(self.width // 2, self.width - indent * self.typography.indent)
            block.set_laid_out(LaidOutBlock(self.text[start:end], start, self.typography, width))
            height = block.above + block.laid_out.height + self.typography.gap
            if height != block.height:
                block.height = height
                self._tops = None
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
    def tops(self) -> list[int]:
        """Tops of all blocks, and the end of the last, below the page's top."""
        if self._tops is None:
            self._tops = list(accumulate((block.height for block in self.blocks), initial=PADDING))
        return self._tops
