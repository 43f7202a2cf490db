import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.printing.body import print_font
from gui.printing.strips import Item, blank, flowing, lines_of, paint_words

BLACK = QColor("black")


def seen(strips, width: int) -> list[tuple[int, int]]:
    """The first and the last column with ink of each strip."""
    found = []
    for strip in strips:
        image = QImage(width, strip.height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        painter = QPainter(image)
        strip.paint(painter, 0)
        painter.end()
        inked = [x for x in range(width) if any(image.pixelColor(x, y).lightness() < 120 for y in range(strip.height))]
        found.append((inked[0], inked[-1]) if inked else (-1, -1))
    return found


@pytest.fixture
def font(qapp):
    return print_font("Amiri", 14)


def test_items_flow_over_as_many_rows_as_they_need(font):
    items = [Item(f"item {number}", font) for number in range(9)]
    width = int(items[0].width * 3 + 50)
    assert len(flowing(items, width, BLACK, from_right=False)) == 3
    assert len(flowing(items, 5000, BLACK, from_right=False)) == 1
    assert flowing([], width, BLACK, from_right=False) == []


def test_rows_begin_at_the_side_from_which_one_reads(font):
    (left, _), *_ = seen(flowing([Item("word", font)], 400, BLACK, from_right=False), 400)
    (_, right), *_ = seen(flowing([Item("كلمة", font)], 400, BLACK, from_right=True), 400)
    assert left < 5
    assert right > 395


def test_what_is_wider_than_a_row_is_cut_short(font):
    ((left, right),) = seen(flowing([Item("long " * 40, font)], 200, BLACK, from_right=False), 200)
    assert left < 5 and 150 < right < 200


def test_a_sign_stands_before_its_words(font):
    places = []
    item = Item("كلمة", font, lambda painter, place: places.append((place.left(), place.right())), 20)
    ((_, right),) = seen(flowing([item], 300, BLACK, from_right=True), 300)
    assert places == [(280, 300)]
    assert right < 280


def test_a_title_stands_at_the_right_on_as_many_lines_as_it_needs(font):
    strips = lines_of("صون المكتبات العامة وحفظ المخطوطات النادرة", font, 120, BLACK)
    assert len(strips) > 1
    assert all(right > 112 for _, right in seen(strips, 120))


def test_words_at_the_end_stand_at_the_other_side(font):
    from PySide6.QtCore import QRectF

    from gui.printing.strips import Strip

    strip = Strip(
        30,
        lambda painter, y: paint_words(painter, "1", font, QRectF(0, y, 100, 30), BLACK, from_right=True, at_end=True),
    )
    ((_, right),) = seen([strip], 100)
    assert right < 20
    assert seen([blank(9)], 50) == [(-1, -1)]
