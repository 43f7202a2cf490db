"""One block laid out: right-to-left rows that keep symbols, dual months, and a number with its verb whole."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from gui.text_view.display import without_breaks
from gui.text_view.geometry import LineBoxes
from gui.text_view.line_balancing import evened_widths
from gui.text_view.utf16 import UnitMap
from model.text.words import BIDI_MARKS

LANE_PITCH = 3  # logical pixels from one underline to the next, at up to twice the usual size of letters
LANE_THICKNESS = 2
_SCALED_AT = 20  # pixels of letters: for each that many more, underlines are as much thicker again
_EVEN_ENOUGH = 0.8  # of the longest row
LONGEST_UNBROKEN = 60  # code points; a longer run without blanks may break

# Rows of which the fonts draw all within the advances, and the advances from edge to edge: letters, digits and usual
# signs, without vowel marks, controls or what is drawn around digits.
_plain_row = re.compile(
    "(?<![^ ])[\u0621-\u064a0-9(\u00ab\u2019\u201c\u201d]"
    "[ -~\u00a0\u00ab\u00bb\u060c\u061b\u061f-\u064a\u0660-\u066c\u06f0-\u06f9\u2010-\u2027]*"
)

_stacked = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u20d0-\u20ff\ufe20-\ufe2f]{4}")
_DEEP = "جع ح ي بجبحبع صقيشإِ (/"  # letters whose lowest points an underline must not cross
_MARKS = f"[{BIDI_MARKS}]*"
_DASH = "[-–—\u2010\u2011]"
_unbroken = re.compile(
    # Each begins where a word does, or behind a slash: else every place of the text would be tried four times.
    r"(?<![^\s/])(?:"
    # a day with its dual month: 8 أيلول/سبتمبر, 20 كانون الأول/ديسمبر
    rf"(?:(?<=\s)|^){_MARKS}\d{{1,2}}{_MARKS}\s(?:(?:كانون|تشرين)\s)?[ء-ي\u064b-\u0652]+/[^\s/]+"
    # a run without blanks that holds a slash: A/59/503/Add.2, 59/187, آب/أغسطس
    r"|[^\s/]++(?:/[^\s/]++)+"
    # a paragraph's number, its dash and its verb: 1 - تشجع, 1- تشجع, 1. تشجع; likewise (أ) تشجع and ’1‘ تشجع at the
    # start
    rf"|(?:(?<=\s)|^){_MARKS}\d{{1,3}}{_MARKS}\s?{_MARKS}(?:{_DASH}|\.{_MARKS}(?=\s))\.?{_MARKS}\s+\S+"
    rf"|^{_MARKS}(?:\([^\s()]{{1,3}}\)|[’‘'][^\s’‘']{{1,3}}[’‘'])\s+\S+"
    r")"
)


@dataclass(frozen=True)
class Typography:
    """Sizes that a font and the number of underline lanes give, in whole logical pixels."""

    font: QFont
    lanes: int
    ascent: int
    descent: int
    lane_top: int  # below the baseline
    lane_scale: int  # by which underlines are thicker than usual
    row_height: int
    leading: int  # above the ascent; negative where rows stand closer than the font is high
    indent: int
    gap: int  # between blocks
    wide_gap: int  # above a block that is set apart
    overhang: int  # how far glyphs may be seen above and below their row
    blank: float

    @classmethod
    def of(cls, font: QFont, lanes: int, spacing: float = 1.0) -> "Typography":
        """Measure a font; ``spacing`` is the rows' distance as a factor of what the font and the lanes need."""
        metrics = QFontMetricsF(font)
        size = font.pixelSize()
        ascent = _up(metrics.ascent())
        deep = _up(metrics.tightBoundingRect(_DEEP).bottom())
        descent = max(_up(metrics.descent()), deep)
        lane_top = min(descent, deep + 1)
        leading = max(1, round(size * 0.1))
        scale = max(1, size // _SCALED_AT)
        below = max(descent, lane_top + lanes * LANE_PITCH * scale)
        leading += round((leading + ascent + below) * (spacing - 1))
        return cls(
            font=font,
            lanes=lanes,
            ascent=ascent,
            descent=descent,
            lane_top=lane_top,
            lane_scale=scale,
            row_height=leading + ascent + below,
            leading=leading,
            indent=round(size * 1.6),
            gap=max(3, round(size * 0.3 * spacing)),
            wide_gap=round(size * 0.9 * spacing),
            overhang=max(leading, 0) + ascent + below,
            blank=metrics.horizontalAdvance(" "),
        )


def _up(value: float) -> int:
    return int(-(-value // 1))


class _Source(NamedTuple):
    """What a block's rows have in common. Not the block itself, so that letting go of it is enough for it to be gone;
    but its QTextLayout, for a QTextLine that is used after that is gone crashes.
    """

    layout: QTextLayout
    text: str
    units: UnitMap
    start: int
    shown: str


class Row:
    """One line of a block: its limits in the whole text, its place in the block, and its boxes once they are asked for.

    ``top`` and ``height`` in logical pixels from the block's top; offsets are code points of the whole text.
    """

    __slots__ = ("_boxes", "_source", "baseline", "end", "height", "line", "start", "top")

    def __init__(self, source: _Source, line: QTextLine, start: int, end: int, top: int, height: int, baseline: int):
        self._source = source
        self._boxes: LineBoxes | None = None
        self.line = line
        self.start = start
        self.end = end
        self.top = top
        self.height = height
        self.baseline = baseline

    @property
    def boxes(self) -> LineBoxes:
        """The boxes of the row's graphemes."""
        if self._boxes is None:
            _, text, units, start, shown = self._source
            self._boxes = LineBoxes(self.line, text, units, start, shown)
        return self._boxes

    def extents(self, first: int, last: int) -> list[tuple[float, float]]:
        """The stretches that ``first`` to ``last`` cover of the row, as ``LineBoxes.extents`` gives them.

        Most rows that a mark meets it covers whole, and for these no boxes need be found.
        """
        if self._boxes is None and first <= self.start and self.end <= last and self._is_plain():
            right = self.line.x() + self.line.width()
            return [(right - self.line.horizontalAdvance(), right)]
        return self.boxes.extents(first, last)

    def _is_plain(self) -> bool:
        origin, shown = self._source.start, self._source.shown
        return _plain_row.fullmatch(shown, self.start - origin, self.end - origin) is not None


class LaidOutBlock:
    """The rows of a block."""

    __slots__ = ("height", "layout", "overhangs", "rows", "shown", "signs", "start", "text", "text_end", "units")

    def __init__(
        self,
        text: str,
        start: int,
        typography: Typography,
        width: float,
        shown: str | None = None,
        signs: list[int] | None = None,
        runs_on: bool = False,
    ) -> None:
        """``text`` is the block's own, ``start`` its offset in the whole text, ``width`` that of its rows in pixels.

        ``shown`` is the text's displayed copy, ``signs`` the offsets of marks that carry a sign, in order. Of a block
        that ``runs_on`` in the next one the last row is about as long as the others (see ``evening``).
        """
        self.text = text
        self.shown = without_breaks(text) if shown is None else shown
        self.signs = signs or []
        self.start = start
        self.text_end = start + len(text.rstrip())  # behind the last character that is not a blank
        self.units = UnitMap(text)
        self.layout = QTextLayout(self.shown, typography.font)
        self.layout.setTextOption(_text_option())
        self.layout.setCacheEnabled(True)
        self.overhangs = _stacked.search(text) is not None  # its glyphs may reach further than ``Typography.overhang``
        self.rows: list[Row] = []
        self.height = self._lay_out(typography, width, runs_on)

    def row_at(self, offset: int) -> Row:
        """The row that holds an offset of the whole text; the first or last one where it lies outside."""
        return self.rows[max(0, bisect_right(self.rows, offset, key=lambda row: row.start) - 1)]

    def _lay_out(self, typography: Typography, width: float, runs_on: bool) -> int:
        unbroken = unbroken_stretches(self.text)
        units = [(self.units.to_unit(first), self.units.to_unit(last)) for first, last in unbroken]
        widths = evened_widths(self.shown, unbroken, typography.font, width) if runs_on else []
        row_width, lines = self._lines(units, widths, width)
        source = _Source(self.layout, self.text, self.units, self.start, self.shown)
        top = 0
        for line in lines:
            ascent = max(typography.ascent, _up(line.ascent()))
            extra = max(0, _up(line.descent()) - typography.descent)
            height = typography.row_height + ascent - typography.ascent + extra
            baseline = top + typography.leading + ascent
            line.setPosition(QPointF(width - row_width, baseline - line.ascent()))
            first = self.units.to_offset(line.textStart())
            last = self.units.to_offset(line.textStart() + line.textLength())
            self.rows.append(Row(source, line, self.start + first, self.start + last, top, height, baseline))
            top += height
        return top

    def _lines(
        self, unbroken: list[tuple[int, int]], widths: list[float], width: float
    ) -> tuple[float, list[QTextLine]]:
        """The lines, and their width: the first of ``widths`` in which the last row really is about as long as the
        others, else the one in which it is longest; ``width`` where there are none.
        """
        best, most = width, 0.0
        for tried in widths:
            lines = self._lines_of(unbroken, tried)
            filled = _last_row_filled(lines)
            if filled >= _EVEN_ENOUGH:
                return tried, lines
            if filled > most:
                best, most = tried, filled
        return best, self._lines_of(unbroken, best)

    def _lines_of(self, unbroken: list[tuple[int, int]], width: float) -> list[QTextLine]:
        self.layout.beginLayout()
        lines = list(lines_unbroken(self.layout, unbroken, width))
        self.layout.endLayout()
        return lines


def _last_row_filled(lines: list[QTextLine]) -> float:
    """How long the last row is beside the longest of those before it, 0 … 1 and more."""
    lengths = [line.naturalTextWidth() for line in lines]
    return lengths[-1] / max(1.0, *lengths) if lengths else 1.0


def _text_option() -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setAlignment(Qt.AlignmentFlag.AlignRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def unbroken_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches of a block's text that stay on one line where they fit on one, in code points."""
    return [match.span() for match in _unbroken.finditer(text) if match.end() - match.start() <= LONGEST_UNBROKEN]


def lines_unbroken(layout: QTextLayout, unbroken: list[tuple[int, int]], width: float) -> Iterator[QTextLine]:
    """Make the lines of a layout so that none ends inside a stretch of ``unbroken`` (UTF-16 units) that fits on a line.

    Where Qt would end a line inside one, the line is asked to hold fewer columns. It does not always end where asked,
    for Qt counts clusters, so what it did is looked at and the request corrected.
    """
    coming = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        while coming < len(unbroken) and unbroken[coming][1] <= end:
            coming += 1
        if coming < len(unbroken) and start < unbroken[coming][0] < end:
            _end_line_before(line, unbroken[coming][0], width)
        yield line


def _end_line_before(line: QTextLine, wanted: int, width: float) -> None:
    """Make a line end at ``wanted``, or at the last place before it at which Qt can break."""
    columns = wanted - line.textStart()
    for _ in range(12):
        line.setNumColumns(columns, width)
        end = line.textStart() + line.textLength()
        if end == wanted or columns <= 1:
            return
        columns = max(1, columns - (end - wanted)) if end > wanted else columns + (wanted - end)
    while end > wanted and columns > 1:
        columns -= 1
        line.setNumColumns(columns, width)
        end = line.textStart() + line.textLength()
