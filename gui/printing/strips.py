"""Strips: what stands before a document's text, cut where a page may end: words side by side, and lines of a title."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from gui.text_view.layout import LaidOutBlock, Typography

_FLAGS = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
AT_LEFT, AT_RIGHT = _FLAGS | Qt.AlignmentFlag.AlignLeft, _FLAGS | Qt.AlignmentFlag.AlignRight
_BETWEEN = 14  # units from one item to the next
_AFTER_SIGN = 5


@dataclass(frozen=True)
class Strip:
    """Something of a height in units, painted with its top at a y."""

    height: int
    paint: Callable[[QPainter, int], None]


@dataclass(frozen=True)
class Item:
    """Words that stand together on one row, perhaps behind a sign ``sign_width`` wide, which is painted into a
    rectangle.
    """

    text: str
    font: QFont
    sign: Callable[[QPainter, QRectF], None] | None = None
    sign_width: int = 0

    @property
    def width(self) -> float:
        """Units from its beginning to its end."""
        words = QFontMetricsF(self.font).horizontalAdvance(self.text) if self.text else 0.0
        return words + (self.sign_width + _AFTER_SIGN if self.sign is not None else 0)


def blank(height: int) -> Strip:
    """White."""
    return Strip(height, lambda painter, y: None)


def rule(width: int, colour: QColor) -> Strip:
    """A line from edge to edge."""
    return Strip(9, lambda painter, y: painter.fillRect(QRectF(0, y + 4, width, 1), colour))


def flowing(items: Sequence[Item], width: int, colour: QColor, *, from_right: bool) -> list[Strip]:
    """Items side by side from the right (or left), on as many rows as they need; what is wider than a row is cut
    short.
    """
    rows: list[list[tuple[float, Item]]] = []
    x = 0.0
    for item in items:
        if not rows or x + item.width > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, item))
        x += item.width + _BETWEEN
    return [_row(row, width, colour, from_right) for row in rows]


def _row(row: list[tuple[float, Item]], width: int, colour: QColor, from_right: bool) -> Strip:
    height = max(round(QFontMetricsF(item.font).height()) for _, item in row) + 2

    def paint(painter: QPainter, y: int) -> None:
        for x, item in row:
            _paint_item(painter, item, QRectF(x, y, min(item.width, width - x), height), width, colour, from_right)

    return Strip(height, paint)


def _paint_item(painter: QPainter, item: Item, place: QRectF, width: int, colour: QColor, from_right: bool) -> None:
    """Paint an item whose place is counted from the side at which rows begin."""
    words = place.adjusted(item.sign_width + _AFTER_SIGN if item.sign is not None else 0, 0, 0, 0)
    if item.sign is not None:
        sign = QRectF(place.left(), place.top(), item.sign_width, place.height())
        item.sign(painter, _seen(sign, width, from_right))
    paint_words(painter, item.text, item.font, _seen(words, width, from_right), colour, from_right=from_right)


def _seen(place: QRectF, width: int, from_right: bool) -> QRectF:
    """A place counted from the beginning of a row, as it is on the paper."""
    return QRectF(width - place.right(), place.top(), place.width(), place.height()) if from_right else place


def paint_words(
    painter: QPainter, text: str, font: QFont, place: QRectF, colour: QColor, *, from_right: bool, at_end: bool = False
) -> None:
    """Words in a place, at the side where their row begins or, ``at_end``, where it ends; cut short where they are
    wider.
    """
    painter.setFont(font)
    painter.setPen(colour)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) > place.width() + 1:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, AT_RIGHT if from_right != at_end else AT_LEFT, text)


def lines_of(text: str, font: QFont, width: int, colour: QColor) -> list[Strip]:
    """A text of the document's own kind (its title), right to left, on as many lines as it needs."""
    typography = replace(Typography.of(font, 0), leading=1)
    block = LaidOutBlock(text, 0, typography, width)
    strips: list[Strip] = []
    for row in block.rows:

        def paint(painter: QPainter, y: int, row=row, block=block) -> None:
            painter.setPen(colour)
            row.line.draw(painter, QPointF(0, y - row.top))

        strips.append(Strip(row.height, paint))
    return strips
