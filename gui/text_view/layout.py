"""One block laid out: right-to-left rows that keep symbols, dual months, and a number with its verb whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from gui.text_view.geometry import LineBoxes
from gui.text_view.utf16 import UnitMap
from model.text.words import BIDI_MARKS

LANE_PITCH = 3  # logical pixels from one underline to the next
LANE_THICKNESS = 2
LONGEST_UNBROKEN = 60  # code points; a longer run without blanks may break

_stacked = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\u20d0-\u20ff\ufe20-\ufe2f]{4}")
_DEEP = "جع ح ي بجبحبع صقيشإِ (/"  # letters whose lowest points an underline must not cross
_MARKS = f"[{BIDI_MARKS}]*"
_DASH = "[-–—\u2010\u2011]"
_unbroken = re.compile(
    # a day with its dual month: 8 أيلول/سبتمبر, 20 كانون الأول/ديسمبر
    rf"(?:(?<=\s)|^){_MARKS}\d{{1,2}}{_MARKS}\s(?:(?:كانون|تشرين)\s)?[ء-ي\u064b-\u0652]+/[^\s/]+"
    # a run without blanks that holds a slash: A/59/503/Add.2, 59/187, آب/أغسطس
    r"|(?<![^\s/])[^\s/]++(?:/[^\s/]++)+"
    # a paragraph's number, its dash and its verb: 1 - تشجع, 1- تشجع, 1. تشجع; likewise (أ) تشجع and ’1‘ تشجع at the
    # start
    rf"|(?:(?<=\s)|^){_MARKS}\d{{1,3}}{_MARKS}\s?{_MARKS}(?:{_DASH}|\.{_MARKS}(?=\s))\.?{_MARKS}\s+\S+"
    rf"|^{_MARKS}(?:\([^\s()]{{1,3}}\)|[’‘'][^\s’‘']{{1,3}}[’‘'])\s+\S+"
)
# Characters that Qt would act upon; shown as a blank (blocks begin after line breaks, so these stand at a block's end).
_SHOWN = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))


@dataclass(frozen=True)
class Typography:
    """Sizes that a font and the number of underline lanes give, in whole logical pixels."""

    font: QFont
    lanes: int
    ascent: int
    descent: int
    lane_top: int  # below the baseline
    row_height: int
    leading: int  # above the ascent
    indent: int
    gap: int  # between blocks
    wide_gap: int  # above a block that is set apart
    overhang: int  # how far glyphs may be seen above and below their row
    blank: float

    @classmethod
    def of(cls, font: QFont, lanes: int) -> "Typography":
        """Measure a font."""
        metrics = QFontMetricsF(font)
        size = font.pixelSize()
        ascent = _up(metrics.ascent())
        deep = _up(metrics.tightBoundingRect(_DEEP).bottom())
        descent = max(_up(metrics.descent()), deep)
        lane_top = min(descent, deep + 1)
        leading = max(1, round(size * 0.1))
        below = max(descent, lane_top + lanes * LANE_PITCH)
        return cls(
            font=font,
            lanes=lanes,
            ascent=ascent,
            descent=descent,
            lane_top=lane_top,
            row_height=leading + ascent + below,
            leading=leading,
            indent=round(size * 1.6),
            gap=max(3, round(size * 0.3)),
            wide_gap=round(size * 0.9),
            overhang=leading + ascent + below,
            blank=metrics.horizontalAdvance(" "),
        )


def _up(value: float) -> int:
    return int(-(-value // 1))


class Row:
    """One line of a block: its limits in the whole text, its place in the block, and its boxes once they are asked for.

    ``top`` and ``height`` in logical pixels from the block's top; offsets are code points of the whole text.
    """

    __slots__ = ("_block", "_boxes", "baseline", "end", "height", "line", "start", "top")

    def __init__(
        self, block: "LaidOutBlock", line: QTextLine, start: int, end: int, top: int, height: int, baseline: int
    ):
        self._block = block
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
            self._boxes = LineBoxes(self.line, self._block.text, self._block.units, self._block.start)
        return self._boxes


class LaidOutBlock:
    """The rows of a block. Holds the QTextLayout too: a QTextLine that is used after its layout is gone crashes."""

    __slots__ = ("height", "layout", "overhangs", "rows", "start", "text", "text_end", "units")

    def __init__(self, text: str, start: int, typography: Typography, width: float) -> None:
        """``text`` is the block's own, ``start`` its offset in the whole text, ``width`` that of its rows in pixels."""
        self.text = text
        self.start = start
        self.text_end = start + len(text.rstrip())  # behind the last character that is not a blank
        self.units = UnitMap(text)
        self.layout = QTextLayout(text.translate(_SHOWN), typography.font)
        self.layout.setTextOption(_text_option())
        self.layout.setCacheEnabled(True)
        self.overhangs = _stacked.search(text) is not None  # its glyphs may reach further than ``Typography.overhang``
        self.rows: list[Row] = []
        self.height = self._lay_out(typography, width)

    def _lay_out(self, typography: Typography, width: float) -> int:
        top = 0
        unbroken = [
            (self.units.to_unit(first), self.units.to_unit(last)) for first, last in unbroken_stretches(self.text)
        ]
        self.layout.beginLayout()
        for line in lines_unbroken(self.layout, unbroken, width):
            ascent = max(typography.ascent, _up(line.ascent()))
            extra = max(0, _up(line.descent()) - typography.descent)
            height = typography.row_height + ascent - typography.ascent + extra
            baseline = top + typography.leading + ascent
            line.setPosition(QPointF(0, baseline - line.ascent()))
            first = self.units.to_offset(line.textStart())
            last = self.units.to_offset(line.textStart() + line.textLength())
            self.rows.append(Row(self, line, self.start + first, self.start + last, top, height, baseline))
            top += height
        self.layout.endLayout()
        return top


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
