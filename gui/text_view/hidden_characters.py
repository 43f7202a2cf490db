"""The small signs that show hidden marks: painted over the place at which a mark stands, never put into the text.

Bidi controls have a post with a flag to the side to which they turn the text (isolates two posts, their ends and those
of embeddings a cross), joiners a cross or a bar, no-break spaces a ring, a soft hyphen a hyphen, tatweel a dot above,
other zero-width characters a small square. Where several stand at one place, one stands above the other.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.text_view.display import NO_BREAK_SPACES, TATWEEL
from gui.text_view.layout import Row

_TO_LEFT = "\u200f\u061c\u202b\u202e\u2067"
_TO_RIGHT = "\u200e\u202a\u202d\u2066"
_ISOLATES = "\u2066\u2067\u2068"
_ENDS = "\u202c\u2069"
_MOST_AT_ONE_PLACE = 6


class HiddenCharacterPainter:
    """Paints signs in one colour; ``size`` in logical pixels is that of the letters."""

    def __init__(self, painter: QPainter, size: int, colour: QColor) -> None:
        self._painter = painter
        self._unit = max(2.0, size / 8)
        self._pen = QPen(colour, max(1.0, size / 20))
        self._colour = colour

    def paint(self, row: Row, left: float, baseline: float, text: str, origin: int, offsets: list[int]) -> None:
        """Paint those of a row; ``left`` is the x of the text column, ``text`` is the block's, from ``origin``."""
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        stacked: dict[int, int] = {}
        for offset in offsets:
            box_left, box_right = row.boxes.box(offset)
            x = left + (box_left + box_right) / 2
            place = round(x)
            above = stacked.get(place, 0)
            stacked[place] = above + 1
            if above < _MOST_AT_ONE_PLACE:
                self._paint_one(text[offset - origin], x, baseline, above)
        painter.restore()

    def _paint_one(self, mark: str, x: float, baseline: float, above: int) -> None:
        unit = self._unit
        if mark in NO_BREAK_SPACES:
            self._painter.drawEllipse(QPointF(x, baseline - unit * 2), unit * 0.7, unit * 0.7)
        elif mark == TATWEEL:
            self._painter.setBrush(self._colour)
            self._painter.drawEllipse(QPointF(x, baseline - unit * 3), unit * 0.3, unit * 0.3)
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            self._paint_zero_width(mark, x, baseline - unit * 2.4 * above)

    def _paint_zero_width(self, mark: str, x: float, bottom: float) -> None:
        unit, painter = self._unit, self._painter
        middle = bottom - unit
        if mark in _TO_LEFT + _TO_RIGHT + "\u2068":
            self._paint_flag(mark, x, bottom)
        elif mark in _ENDS + "\u200d":
            half = unit * (0.8 if mark in _ENDS else 0.5)
            painter.drawLine(QLineF(x - half, middle - half, x + half, middle + half))
            painter.drawLine(QLineF(x - half, middle + half, x + half, middle - half))
        elif mark == "\u200c":
            painter.drawLine(QLineF(x, bottom, x, bottom - unit * 2))
        elif mark == "\u00ad":
            painter.drawLine(QLineF(x - unit, middle, x + unit, middle))
        else:
            painter.drawRect(QRectF(x - unit * 0.6, middle - unit * 0.6, unit * 1.2, unit * 1.2))

    def _paint_flag(self, mark: str, x: float, bottom: float) -> None:
        unit, painter = self._unit, self._painter
        top = bottom - unit * 2.2
        painter.drawLine(QLineF(x, bottom, x, top))
        if mark in _ISOLATES:
            painter.drawLine(QLineF(x - unit * 0.6, bottom, x - unit * 0.6, top))
        for side, marks in ((-1, _TO_LEFT), (1, _TO_RIGHT)):
            if mark in marks:
                painter.drawPolyline([QPointF(x, top), QPointF(x + side * unit * 1.4, top + unit * 0.6)])
