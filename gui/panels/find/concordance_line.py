"""One line of a concordance: a hit with what stands before and behind it, laid out as one text and read as one.

The hit's boxes are those of its glyphs (``gui.text_view.geometry``), so that a symbol or a number beside it, or one
that a hit lies in, stays where it is for a reader of the whole text.
"""

import re
from collections import OrderedDict

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient, QPainter, QTextLayout, QTextOption

from gui.style.theme import Theme
from gui.text_view.geometry import LineBoxes
from gui.text_view.utf16 import UnitMap
from model.text import words

LONGEST_SHOWN = 400  # code points of a hit
FADE = 36  # logical pixels at the outer ends over which a text that goes on fades out
_WIDE_HIT = 0.6  # of the column: a hit that is longer is shown from its beginning
_WIDTH = 30_000  # logical pixels, more than any line has
_KEPT = 300  # lines
_blank = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffc]")


class ConcordanceLine:
    """A window of a text, ``reach`` code points to both sides of the hit ``start`` to ``end``."""

    def __init__(self, text: str, start: int, end: int, reach: int, font: QFont) -> None:
        shown_end = min(end, start + LONGEST_SHOWN)
        low = words.grapheme_start(text, max(0, start - reach))
        high = words.grapheme_end(text, min(len(text), shown_end + reach))
        window = _blank.sub(" ", text[low:high])
        self._goes_on = (low > 0, high < len(text))
        self._layout = QTextLayout(window, font)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(_WIDTH)
        self._layout.endLayout()
        boxes = LineBoxes(self._line, window, UnitMap(window), low)
        self.stretches = boxes.extents(start, shown_end)
        shown = [stretch for stretch in boxes.extents(low, high) if stretch[1] > stretch[0]]
        self._ends = (shown[0][0], shown[-1][1]) if shown else (0.0, 0.0)

    @property
    def ascent(self) -> float:
        """How far the line reaches above its baseline."""
        return self._line.ascent()

    def left_in(self, width: float) -> float:
        """The x, in a column of that width, of what is at 0 in the line: the hit stands in the middle."""
        if not self.stretches:
            return width - self._ends[1]
        left, right = self.stretches[0][0], self.stretches[-1][1]
        if right - left > _WIDE_HIT * width:
            return (1 + _WIDE_HIT) / 2 * width - right
        return width / 2 - (left + right) / 2

    def paint(self, painter: QPainter, column: QRectF, ground: QColor, text: QColor, theme: Theme) -> None:
        """Paint the line on a ground that is painted already."""
        painter.save()
        painter.setClipRect(column)
        x = column.left() + self.left_in(column.width())
        y = column.center().y() - self._line.height() / 2
        for left, right in self.stretches:
            box = QRectF(x + left - 1, column.top() + 2, right - left + 2, column.height() - 4)
            painter.fillRect(box, theme.hit)
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.hit_line)
        painter.setPen(text)
        self._layout.draw(painter, QPointF(x, y))
        self._fade(painter, column, x, ground)
        painter.restore()

    def _fade(self, painter: QPainter, column: QRectF, x: float, ground: QColor) -> None:
        """Fade the text out where it goes on beyond the column; in a text read from the right it begins there."""
        clear = QColor(ground)
        clear.setAlpha(0)
        before, behind = self._goes_on
        ends = (
            (column.left(), FADE, behind or x + self._ends[0] < column.left()),
            (column.right(), -FADE, before or x + self._ends[1] > column.right()),
        )
        for edge, inward, goes_on in ends:
            if goes_on:
                gradient = QLinearGradient(edge, 0, edge + inward, 0)
                gradient.setColorAt(0, ground)
                gradient.setColorAt(1, clear)
                box = QRectF(min(edge, edge + inward), column.top(), FADE, column.height())
                painter.fillRect(box, QBrush(gradient))


class ConcordanceLines:
    """The lines that were painted last, kept to be painted again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int, int, int, str], ConcordanceLine] = OrderedDict()

    def line(self, document: str, text: str, limits: tuple[int, int], reach: int, font: QFont) -> ConcordanceLine:
        """The line of a hit in a document's text."""
        key = (document, *limits, reach, font.key())
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = ConcordanceLine(text, *limits, reach, font)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found
