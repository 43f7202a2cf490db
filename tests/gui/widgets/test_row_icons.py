import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from gui.widgets import row_icons

SIGNS = [
    row_icons.draw_star,
    row_icons.draw_tray,
    row_icons.draw_pencil,
    row_icons.draw_spark,
    row_icons.draw_check,
    row_icons.draw_plus,
    row_icons.draw_quote,
]


def _painted(sign) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sign(painter, QRect(10, 10, 20, 20), QColor("black"))
    painter.drawPoint(0, 0)  # the painter is as it was: this one stands at the corner
    painter.end()
    return image


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_stays_in_its_part_of_the_row(qapp, sign):
    image = _painted(sign)
    white = QColor("white").rgb()
    ink = [(x, y) for x in range(40) for y in range(40) if image.pixel(x, y) != white]
    assert ink.pop(0) == (0, 0)
    assert len(ink) > 10
    assert all(12 <= x <= 28 and 12 <= y <= 28 for x, y in ink)


def test_signs_differ(qapp):
    pictures = [_painted(sign) for sign in SIGNS]
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])
