"""Boxes of the graphemes of one laid-out line, from its glyph runs: the only geometry that is right on wrapped lines.

Qt's own ``cursorToX`` and ``xToCursor`` are about one letter off on every wrapped right-to-left line and are not used
anywhere.

A box belongs to a grapheme (a letter with its marks), for that is what a caret can stand before or behind. Where the
font draws several graphemes as one glyph (lam-alef) the glyph is cut into equal parts; where it draws one grapheme with
several glyphs, their boxes are joined. Neighbours share an edge, so that fills show no slit. x in logical pixels of the
layout.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtGui import QGlyphRun, QRawFont, QTextLayout, QTextLine

from gui.text_view.display import ZERO_WIDTH
from gui.text_view.utf16 import UnitMap
from model.text.words import next_grapheme

_Wanted = QTextLayout.GlyphRunRetrievalFlag
_WANTED = _Wanted.RetrieveGlyphIndexes | _Wanted.RetrieveGlyphPositions | _Wanted.RetrieveStringIndexes
_UNSHOWN = frozenset(ZERO_WIDTH)
# Characters that join none before them: all below U+0300 but controls, and what is usual in Arabic but vowel marks.
_alone = re.compile("[\x20-\u02ff\u060c-\u060f\u061b\u061d-\u064a\u0660-\u066f]*")

_advances: dict[tuple[str, str, float], dict[int, float]] = {}


_Cluster = tuple[float, float, int, bool]  # left, right, the first character's offset, right-to-left


class Hit(NamedTuple):
    """A caret place: ``offset``, and whether it stands behind the grapheme before it rather than before the next."""

    offset: int
    upstream: bool


def grapheme_starts(text: str, start: int, end: int) -> list[int]:
    """The offsets at which graphemes begin, from ``start``, which is one, to before ``end``."""
    starts: list[int] = []
    while start < end:
        alone = _alone.match(text, start, end)
        behind = alone.end() if alone else start
        last = max(start, behind - 1)  # of these, which what follows may join
        starts += range(start, last + 1)
        start = next_grapheme(text, last) if behind < end else end
    return starts


class LineBoxes:
    """Left edge, right edge and direction of each grapheme of a line, in logical order.

    ``starts`` has the offset at which each begins; ``start`` and ``end`` are the line's limits. Offsets are code points
    of the whole text; ``text`` is the block's own, which begins at ``origin``, and ``shown`` its displayed copy, where
    it differs.
    """

    __slots__ = ("_extents", "_visual", "end", "left", "right", "right_to_left", "start", "starts")

    def __init__(self, line: QTextLine, text: str, units: UnitMap, origin: int, shown: str | None = None) -> None:
        first = units.to_offset(line.textStart())
        last = units.to_offset(line.textStart() + line.textLength())
        self.start, self.end = origin + first, origin + last
        self.starts = [origin + start for start in grapheme_starts(text, first, last)]
        count = len(self.starts)
        self.left = array("d", bytes(8 * count))
        self.right = array("d", bytes(8 * count))
        self.right_to_left = bytearray(b"\1" * count)
        blanks = last - first - len(text[first:last].rstrip())
        shown = text if shown is None else shown
        self._fill(_clusters(line, shown, units, origin), blanks, shown, origin)
        self._visual: list[int] | None = None
        self._extents: dict[tuple[int, int], list[tuple[float, float]]] = {}  # the marks of a row, painted again

    def _fill(self, clusters: list[_Cluster], blanks: int, shown: str, origin: int) -> None:
        """Share each cluster out among the graphemes that begin in it and are seen; ``blanks`` code points of white
        space end the line.
        """
        starts = self.starts
        # Blanks at a wrapped line's end have no glyph: they get no part of the last letter's.
        drawn_to = max(self.end - blanks, max((cluster[2] + 1 for cluster in clusters), default=self.start))
        ordered = sorted(cluster[2] for cluster in clusters)
        following = dict(zip(ordered, [*ordered[1:], drawn_to], strict=False))  # there may be none at all
        count = len(starts)
        filled = bytearray(count)
        lefts, rights, directions = self.left, self.right, self.right_to_left
        for left, right, first, right_to_left in clusters:
            low = bisect_right(starts, first) - 1
            high = low + 1
            end = following[first]
            if not filled[low] and (high == count or starts[high] >= end):  # nearly always
                lefts[low], rights[low], directions[low], filled[low] = left, right, right_to_left, 1
                continue
            while high < count and starts[high] < end:
                high += 1
            sharing = range(low, high)
            if high - low > 1:  # what is drawn without width may belong to the glyph of the letter before it
                sharing = [number for number in sharing if shown[starts[number] - origin] not in _UNSHOWN] or [low]
            parts = len(sharing)
            for part, number in enumerate(sharing):
                part_left, part_right = left, right
                if parts > 1:
                    width = (right - left) / parts
                    place = parts - 1 - part if right_to_left else part
                    part_left = left + place * width
                    if place < parts - 1:  # else the cluster's very edge, so that neighbours' edges are equal
                        part_right = left + (place + 1) * width
                # A joiner may lie at the row's other end: its place counts only while its letter has no box.
                if filled[number] and self.right[number] > self.left[number]:
                    part_left, part_right = min(part_left, self.left[number]), max(part_right, self.right[number])
                self.left[number], self.right[number] = part_left, part_right
                self.right_to_left[number] = right_to_left
                filled[number] = 1
        if not all(filled):
            self._place_unfilled(filled, min((cluster[0] for cluster in clusters), default=0.0), shown, origin)

    def _place_unfilled(self, filled: bytearray, edge: float, shown: str, origin: int) -> None:
        """Give what has no box one without width: blanks at the line's end its ``edge``, others behind the grapheme
        before.
        """
        for number, start in enumerate(self.starts):
            if filled[number]:
                continue
            place = edge
            if shown[start - origin] in _UNSHOWN and number > 0:
                self.right_to_left[number] = self.right_to_left[number - 1]
                place = self.left[number - 1] if self.right_to_left[number] else self.right[number - 1]
            self.left[number] = self.right[number] = place

    @property
    def visual(self) -> list[int]:
        """The numbers of the graphemes from left to right; of those without width the later one first."""
        if self._visual is None:
            edges = zip(self.left, self.right, range(0, -len(self.starts), -1), strict=True)
            self._visual = [-negative for _, _, negative in sorted(edges)]
        return self._visual

    def extents(self, first: int, last: int) -> list[tuple[float, float]]:
        """The stretches (left, right) that the graphemes meeting ``first`` to ``last`` cover, from left to right."""
        low, high = self._numbers(first, last)
        if low >= high:
            return []
        known = self._extents.get((low, high))
        if known is not None:
            return known
        edges = sorted(zip(self.left[low:high], self.right[low:high], strict=True))
        result: list[tuple[float, float]] = []
        left, right = edges[0]
        for next_left, next_right in edges[1:]:
            if next_left <= right:
                right = max(right, next_right)
            else:
                result.append((left, right))
                left, right = next_left, next_right
        result.append((left, right))
        return self._extents.setdefault((low, high), [(left, right) for left, right in result if right > left])

    def _numbers(self, first: int, last: int) -> tuple[int, int]:
        """Numbers of the graphemes that share a code point with ``first`` to ``last``."""
        first, last = max(first, self.start), min(last, self.end)
        if first >= last or not self.starts:
            return 0, 0
        return max(0, bisect_right(self.starts, first) - 1), bisect_left(self.starts, last)

    def number_at(self, offset: int) -> int:
        """The number of the grapheme that holds ``offset``."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def box(self, offset: int) -> tuple[float, float]:
        """Left and right edge of the grapheme that holds ``offset``."""
        number = self.number_at(offset)
        return self.left[number], self.right[number]

    def runs_right_to_left(self, offset: int) -> bool:
        """Whether the grapheme that holds ``offset`` is read from the right."""
        return bool(self.starts) and bool(self.right_to_left[self.number_at(offset)])

    def is_mark(self, offset: int, marks: list[int]) -> bool:
        """Whether a grapheme of this line begins at ``offset`` that has no width and is one of ``marks`` (sorted)."""
        if not self.start <= offset < self.end:
            return False
        number, place = self.number_at(offset), bisect_left(marks, offset)
        return (
            self.starts[number] == offset
            and self.right[number] <= self.left[number]
            and marks[place : place + 1] == [offset]
        )

    def end_of(self, number: int) -> int:
        """The offset at which the grapheme of that number ends."""
        return self.starts[number + 1] if number + 1 < len(self.starts) else self.end

    def hit(self, x: float) -> Hit:
        """The caret place nearest to ``x``: before the grapheme that is there in its near half, behind it in its far
        half.
        """
        best, least = -1, float("inf")
        for number, (left, right) in enumerate(zip(self.left, self.right, strict=True)):
            if left <= x < right:
                best = number
                break
            distance = left - x if x < left else x - right
            if distance < least and right > left:
                best, least = number, distance
        if best < 0:
            return Hit(self.start, False)
        return self._edge(best, x < (self.left[best] + self.right[best]) / 2)

    def _edge(self, number: int, at_left: bool) -> Hit:
        """The caret place at the left or the right edge of a grapheme."""
        if at_left != bool(self.right_to_left[number]):
            return Hit(self.starts[number], False)
        return Hit(self.end_of(number), True)

    def caret_x(self, place: Hit) -> float:
        """Where the caret of a place on this line is drawn."""
        if not self.starts:
            return 0.0
        if place.upstream or place.offset >= self.end:
            number = self.number_at(place.offset - 1)
            return self.left[number] if self.right_to_left[number] else self.right[number]
        number = self.number_at(place.offset)
        return self.right[number] if self.right_to_left[number] else self.left[number]

    def beside(self, place: Hit, leftward: bool) -> Hit | None:
        """The caret place behind the next grapheme seen to the left or right; None where the line ends there."""
        x = self.caret_x(place)
        numbers = reversed(self.visual) if leftward else self.visual
        for number in numbers:
            left, right = self.left[number], self.right[number]
            if right > left and (right <= x + 0.01 if leftward else left >= x - 0.01):
                return self._edge(number, leftward)
        return None

    def outermost(self, at_left: bool) -> Hit:
        """The caret place at the line's left or right end."""
        shown = [number for number in self.visual if self.right[number] > self.left[number]]
        return self._edge(shown[0 if at_left else -1], at_left) if shown else Hit(self.start, False)


def _clusters(line: QTextLine, text: str, units: UnitMap, origin: int) -> list[_Cluster]:
    """The line's glyph clusters from left to right, each up to the next one's left edge."""
    found: dict[int, tuple[float, float, bool, bool]] = {}
    for run, indexes in _indexed(line.glyphRuns(-1, -1, _WANTED)):
        right_to_left = run.isRightToLeft()
        glyphs = run.glyphIndexes()
        advances = _advances_of(run.rawFont(), glyphs)
        for unit, position, glyph in zip(indexes, run.positions(), glyphs, strict=True):
            x = position.x()
            advance = advances[glyph]
            known = found.get(unit)
            if known is None or (advance > 0 and not known[3]):  # a mark's own place never counts beside its letter's
                found[unit] = (x, x + advance, right_to_left, advance > 0)
            elif advance > 0:
                found[unit] = (min(x, known[0]), max(x + advance, known[1]), right_to_left, True)
    same = units.same
    edges: list[_Cluster] = []
    for unit, (left, right, right_to_left, _) in found.items():
        offset = unit if same else units.to_offset(unit)
        edges.append((left, left if text[offset] in _UNSHOWN else right, origin + offset, right_to_left))
    edges.sort()
    if edges:
        # Kerning may have made the glyph at the right end narrower than its advance; the line ends where Qt aligned it.
        left, right, first, right_to_left = edges[-1]
        aligned = line.x() + line.width()
        edges[-1] = (left, min(right, aligned) if left < aligned else right, first, right_to_left)
    shared = [
        (left, following[0], first, right_to_left) for (left, _, first, right_to_left), following in pairwise(edges)
    ]
    return shared + edges[-1:]


def _indexed(runs: list[QGlyphRun]) -> list[tuple[QGlyphRun, list[int]]]:
    """The runs with the string index of each glyph.

    Where a character is missing in the font and another font steps in, Qt (6.11) cuts the run at the change of fonts
    and counts the indexes of each part from the start of the whole. No two runs begin at one index otherwise: the
    later parts are moved up behind the earlier ones.
    """
    found = [(run, list(run.stringIndexes())) for run in runs]
    parts: dict[int, list[int]] = {}
    for number, (_, indexes) in enumerate(found):
        if indexes:
            parts.setdefault(min(indexes), []).append(number)
    for start, numbers in parts.items():
        if len(numbers) == 1:
            continue
        backwards = found[numbers[0]][0].isRightToLeft()
        numbers.sort(key=lambda number: found[number][0].positions()[0].x(), reverse=backwards)
        following = start
        for number in numbers:
            run, indexes = found[number]
            found[number] = (run, [index + following - start for index in indexes])
            following += max(indexes) - start + 1
    return found


def _advances_of(font: QRawFont, glyphs: list[int]) -> dict[int, float]:
    """Advances by glyph, asked for once a font, size and glyph."""
    known = _advances.setdefault((font.familyName(), font.styleName(), font.pixelSize()), {})
    missing = [glyph for glyph in set(glyphs) if glyph not in known]
    if missing:
        for glyph, advance in zip(missing, font.advancesForGlyphIndexes(missing), strict=True):
            known[glyph] = advance.x()
    return known
