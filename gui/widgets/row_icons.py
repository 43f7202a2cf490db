"""Small signs that rows carry, drawn as lines so that they are sharp at every size and on light and dark."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

SIGN = 14  # logical pixels


def _begin(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw from here on in a square of ``SIGN`` in the middle of a part of the row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre = QRectF(rect).center()
    painter.translate(centre.x() - SIGN / 2, centre.y() - SIGN / 2)
    pen = QPen(colour, 1.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def draw_star(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A descriptor that is major."""
    _begin(painter, rect, colour)
    points = []
    for corner in range(10):
        radius = 6.6 if corner % 2 == 0 else 2.8
        angle = math.pi * corner / 5 - math.pi / 2
        points.append(QPointF(7 + radius * math.cos(angle), 7.4 + radius * math.sin(angle)))
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
    painter.restore()


def draw_tray(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """What came with an import: an arrow into a tray."""
    _begin(painter, rect, colour)
    path = QPainterPath(QPointF(7, 1.5))
    path.lineTo(7, 8.5)
    path.moveTo(4, 5.8)
    path.lineTo(7, 8.8)
    path.lineTo(10, 5.8)
    path.moveTo(1.8, 8.5)
    path.lineTo(1.8, 12)
    path.lineTo(12.2, 12)
    path.lineTo(12.2, 8.5)
    painter.drawPath(path)
    painter.restore()


def draw_pencil(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """What a person added by hand."""
    _begin(painter, rect, colour)
    path = QPainterPath(QPointF(2, 12))
    path.lineTo(2.8, 8.8)
    path.lineTo(9.6, 2)
    path.lineTo(12, 4.4)
    path.lineTo(5.2, 11.2)
    path.closeSubpath()
    path.moveTo(8, 3.6)
    path.lineTo(10.4, 6)
    painter.drawPath(path)
    painter.restore()


def draw_spark(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """What a model proposed."""
    _begin(painter, rect, colour)
    path = QPainterPath(QPointF(7, 1.5))
    for x, y, middle in ((12.5, 7, 1), (7, 12.5, 1), (1.5, 7, 1), (7, 1.5, 1)):
        path.quadTo(QPointF(7, 7) * middle, QPointF(x, y))
    painter.drawPath(path)
    painter.restore()


def draw_check(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """What is there already."""
    _begin(painter, rect, colour)
    path = QPainterPath(QPointF(2.5, 7.5))
    path.lineTo(5.8, 10.8)
    path.lineTo(11.5, 3.5)
    painter.drawPath(path)
    painter.restore()


def draw_plus(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """What would be created."""
    _begin(painter, rect, colour)
    path = QPainterPath(QPointF(7, 2))
    path.lineTo(7, 12)
    path.moveTo(2, 7)
    path.lineTo(12, 7)
    painter.drawPath(path)
    painter.restore()


def draw_quote(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """A stretch of text: a line of it, underlined."""
    _begin(painter, rect, colour)
    painter.drawLine(QPointF(3, 5), QPointF(11, 5))
    painter.setPen(QPen(colour, 2.4))
    painter.drawLine(QPointF(1.5, 9.5), QPointF(12.5, 9.5))
    painter.restore()
