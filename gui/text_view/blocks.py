"""Where the shown paragraphs begin and end: a block a clause, so that one long line reads like a resolution.

Blocks are for display only and cover the text without a gap: no character is left out, no offset moves. They begin at
each start and each end of a clause (a span of a layer whose overlap is ``tree``) and after each line break of the text.
White space at such a place belongs to the end of the block before it, so that no block begins with a blank and lone
white space between two clauses makes no empty row; so does a stretch of nothing but bidi controls. Only white space at
the text's very beginning leads a block.

Text between two such limits that is longer than ``LONGEST`` is cut at the punctuation that ``model.text.words`` finds.
Such a cut begins another paragraph, so that a text can be read before it is marked. A clause is one paragraph: only
where more than ``LONGEST_IN_CLAUSE`` has no other limit is it cut, with nothing to be seen there. Where the text is
shown as stored, only its own line breaks begin blocks, white space stays where it is, and a longer line is cut at the
same places, with nothing to be seen there.

These cuts are found once for the whole text, whatever is marked in it: marking a clause never moves the cuts elsewhere,
and which blocks there are depends on the text and its clauses alone, not on the order in which they were marked.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from model.annotation.values import Span
from model.text.words import INVISIBLE, display_cuts

# Code points of one block. What a mark leaves of one is laid out anew: with 2,000 a mark takes half a millisecond more,
# with 4,000 half as long again.
LONGEST = 1200
LONGEST_IN_CLAUSE = 4000  # hardly any clause has more between two limits; how cuts are hidden: ``evening``
_CUT = 960  # longest stretch between two cuts, so that …
_SLIVER = 120  # … cuts closer than this to a clause's limit can be passed over
DEEPEST_INDENT = 5
SET_APART = frozenset({"title", "heading", "annex_title", "closing"})  # labels of the default scheme with space above

_not_blank = re.compile(r"\S")
_visible = re.compile(rf"[^\s{INVISIBLE}]")
_is_visible = _visible.match


class BlockLimits(NamedTuple):
    """One block: half-open code points, indent in steps, whether it is set apart from the block above it.

    ``at_limit``: it begins where a clause begins or ends or a line of the text begins, not at a cut made for display.
    ``runs_on``: what follows goes on in the same clause, or in the same line of a text that is shown as stored, and no
    gap may be seen.
    """

    start: int
    end: int
    indent: int
    apart: bool
    at_limit: bool
    runs_on: bool = False


class BlockPlan:
    """Finds the blocks of one text, of all of it or of a part."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_ends = list(accumulate(map(len, text.splitlines(keepends=True))))
        lines = (_not_blank.search(text, start, end) for start, end in pairwise((*self._line_ends, len(text))))
        self._line_starts = [line.start() for line in lines if line is not None]  # of each line but the first

    @cached_property
    def _cuts(self) -> list[int]:
        """Where stretches may be cut; a text that is marked throughout has none that need be."""
        return [self.past_blanks(cut) for cut in display_cuts(self._text, 0, len(self._text), _CUT)]

    def stored_blocks(self) -> list[BlockLimits]:
        """The blocks of the text as it is stored: a block a line, however empty, long ones cut."""
        limits = [*dict.fromkeys((0, *self._line_ends, len(self._text)))]
        result: list[BlockLimits] = []
        for start, end in pairwise(limits):
            result += self._stretch(start, end, 0, False, runs_on=True)
        return result

    def past_blanks(self, offset: int) -> int:
        """The first place at or after ``offset`` at which no white space stands; the text's end where there is none."""
        match = _not_blank.search(self._text, offset)
        return match.start() if match else len(self._text)

    def blocks(self, first: int, last: int, clauses: Sequence[Span]) -> list[BlockLimits]:
        """The blocks from ``first`` to ``last``, both limits of blocks at a clause's limit or the text's ends.

        ``clauses`` are the spans of tree layers that meet this stretch, in text order.
        """
        if first >= last:
            return []
        text = self._text
        edges = {clause.start for clause in clauses} | {clause.end for clause in clauses}
        limits = {first, last}
        for edge in edges:
            if 0 < edge < last and text[edge].isspace():
                edge += 1  # nearly always past all of them
                if edge < last and text[edge].isspace():
                    edge = self.past_blanks(edge)
            if first < edge < last:
                limits.add(edge)
        limits.update(self._line_starts[bisect_right(self._line_starts, first) : bisect_left(self._line_starts, last)])
        result: list[BlockLimits] = []
        active: list[Span] = []
        coming, count = 0, len(clauses)
        ordered = self._with_something_to_see(sorted(limits))
        for start, end in pairwise(ordered):
            if active and (len(active) > 1 or active[0].end <= start):
                active = [clause for clause in active if clause.end > start]
            apart = False
            while coming < count and clauses[coming].start <= start:
                clause = clauses[coming]
                coming += 1
                if clause.end > start:
                    active.append(clause)
                    apart |= clause.label in SET_APART and self.past_blanks(clause.start) == start
            indent = _indent(active) if active else 0
            if end - start <= (LONGEST_IN_CLAUSE if active else LONGEST):
                result.append(BlockLimits(start, end, indent, apart, True))
            else:
                result += self._stretch(start, end, indent, apart, runs_on=bool(active))
        return result

    def _with_something_to_see(self, limits: list[int]) -> list[int]:
        """The limits less those at which only white space and invisible marks would begin a block."""
        text, kept = self._text, [limits[0]]
        for limit, following in pairwise(limits[1:]):
            if _is_visible(text[limit]) or _visible.search(text, limit, following):
                kept.append(limit)
        return [*kept, limits[-1]]

    def _stretch(self, start: int, end: int, indent: int, apart: bool, *, runs_on: bool) -> list[BlockLimits]:
        """The blocks between two neighbouring limits; ``runs_on``: they are to be seen as one paragraph."""
        if end - start <= LONGEST:
            return [BlockLimits(start, end, indent, apart, True)]
        low, high = bisect_left(self._cuts, start + _SLIVER), bisect_right(self._cuts, end - _SLIVER)
        starts = [start, *dict.fromkeys(self._cuts[low:high])]
        return [
            BlockLimits(begin, finish, indent, apart and begin == start, begin == start, runs_on and finish < end)
            for begin, finish in zip(starts, [*starts[1:], end], strict=True)
        ]


def _indent(clauses: Sequence[Span]) -> int:
    """How far a block inside these clauses is set in: by how many hold it, or by the depth its innermost one states."""
    if len(clauses) == 1:
        return min(clauses[0].depth, DEEPEST_INDENT)
    nesting = max(Counter(clause.layer for clause in clauses).values()) - 1
    stated = max(clauses, key=lambda clause: (clause.start, -clause.end)).depth
    return min(max(nesting, stated), DEEPEST_INDENT)
