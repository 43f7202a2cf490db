"""The painted rectangles of ranges cover exactly the boxes of their characters, pixel by pixel: no pixel of another
character, none missing, none twice.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from math import ceil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from gui.text_view.layout import Row
from gui.text_view.painting import Shown, TextPainter
from gui.text_view.view import TextView
from tests.gui.text_view.conftest import clauses_of

LIGATURES = "لا إلا لأن الآن بلا الأولاد ولإعداد لَّا اللَّه ﷲ ﻻ كلّا سلام "
MARKS = "حِفْظُ المَخْطُوطَاتِ e\u0301a\u0308o\u0302\u0323 ن\u064e\u0651\u0670ص ٱلرَّحْمَٰنِ 1\u0301 "
MIXED = (
    "قراراها 59/187 و(A/59/503/Add.2)، [1999] و”Arabic (عربي)“ \u200f20 -\u200f تقرر ۲۰۱5، \u202babc 12 ابج\u202c 😀 "
)
OPENINGS = ("1 - تقرر", "2 - تطلب", "3 - تحث")
TEXT = "".join(
    opening + " " + part for opening, part in zip(OPENINGS, (LIGATURES + MARKS, MIXED * 3, MARKS * 2), strict=True)
)
NOBODY = -1
RATIOS = (1.0, 1.25, 1.5, 2.0)


class Screen:
    """The rows of a view at one device pixel ratio, and to which grapheme each device pixel of a row belongs."""

    def __init__(self, view: TextView, ratio: float) -> None:
        self.view = view
        self.ratio = ratio
        self.rows = list(view.page.rows_meeting(0, len(view.page.text)))
        self.width = int(view.viewport().width() * ratio)
        height = max(top + row.height for row, top in self.rows)
        self.image = QImage(self.width, ceil(height * ratio), QImage.Format.Format_Grayscale8)
        self.owners = [self._owners(row) for row, _ in self.rows]

    def _owners(self, row: Row) -> list[int]:
        """For each column of pixels the offset of the grapheme whose box holds the pixel's middle, or ``NOBODY``."""
        owners = [NOBODY] * self.width
        for start in row.boxes.starts:
            left, right = (edge + self.view.column_left for edge in row.boxes.box(start))
            # The middle of pixel n stands at (n + 0.5) / ratio; a middle on an edge belongs to the box on its left.
            for column in range(max(0, int(left * self.ratio) - 1), min(self.width, int(right * self.ratio) + 2)):
                if left * self.ratio <= column + 0.5 < right * self.ratio:
                    assert owners[column] == NOBODY, "two characters have one pixel"
                    owners[column] = start
        return owners

    def painted(self, start: int, end: int) -> Iterator[tuple[int, list[bytes]]]:
        """Paint a range on black: the number of each row, and the row's lines of pixels."""
        self.image.fill(0)
        self.image.setDevicePixelRatio(self.ratio)
        painter = QPainter(self.image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        shown = Shown(self.view.page.spans, self.view._shown.theme, self.view._lanes)
        drawing = TextPainter(painter, self.view.page.typography, self.view.column_left, self.ratio, shown)
        for row, top in self.rows:
            for rectangle in drawing.rectangles(row, top, start, end):
                painter.fillRect(rectangle, Qt.GlobalColor.darkGray)  # twice would be brighter
        painter.end()
        for number, (row, top) in enumerate(self.rows):
            lines = range(round(top * self.ratio), round((top + row.height) * self.ratio))
            yield number, [bytes(self.image.constScanLine(y))[: self.width] for y in lines]

    def expected(self, number: int, start: int, end: int) -> bytes:
        """A line of pixels of a row on which a range is painted; a grapheme is painted whole."""
        row, _ = self.rows[number]
        boxes = row.boxes
        if start == end or start >= row.end or end <= row.start:
            return bytes(self.width)
        first, last = boxes.starts[boxes.number_at(max(start, row.start))], min(end, row.end)
        return bytes(128 if first <= owner < last else 0 for owner in self.owners[number])


def check(screen: Screen, ranges: Sequence[tuple[int, int]]) -> int:
    """Compare what is painted for each range; how many rows had something painted."""
    filled = 0
    for start, end in ranges:
        for number, lines in screen.painted(start, end):
            expected = screen.expected(number, start, end)
            # Where a row begins between two device pixels its outermost lines are the neighbour's too.
            whole = lines if screen.ratio in (1.0, 2.0) else lines[1:-1]
            assert set(whole) == {expected}, (start, end, screen.view.page.text[start:end], number)
            filled += any(expected)
    return filled


def random_ranges(chance: random.Random, length: int, count: int) -> list[tuple[int, int]]:
    """Ranges of all lengths, short ones as often as long ones; some are empty."""
    ranges = []
    for _ in range(count):
        start = chance.randrange(length)
        ranges.append((start, min(length, start + int(length ** chance.random()) - (chance.random() < 0.02))))
    return ranges


@pytest.mark.parametrize("font", ["Amiri", "other"])
def test_a_thousand_random_ranges(make_view: Callable[..., TextView], other_family: str, font: str) -> None:
    family = "Amiri" if font == "Amiri" else other_family
    view = make_view(TEXT, 470, 900, clauses_of(TEXT, *OPENINGS), family=family, size=18)
    chance = random.Random(f"ranges {font}")
    filled = 0
    for ratio in RATIOS:
        screen = Screen(view, ratio)
        assert len(screen.rows) > 9
        assert screen.rows[-1][0].end == len(TEXT)
        filled += check(screen, random_ranges(chance, len(TEXT), 125))
    assert filled > 900


def test_each_character_alone(make_view: Callable[..., TextView]) -> None:
    """The smallest ranges: a letter, one part of a lam-alef, a mark, a blank, a control."""
    text = LIGATURES + MARKS + MIXED
    screen = Screen(make_view(text, 470, 500, size=18), 1.0)
    check(screen, [(start, start + 1) for start in range(len(text))])


def test_a_range_is_painted_like_its_two_parts(make_view: Callable[..., TextView]) -> None:
    screen = Screen(make_view(TEXT, 400, 1000), 1.5)
    chance = random.Random(6)
    starts = sorted({start for row, _ in screen.rows for start in row.boxes.starts})
    for _ in range(40):
        first, middle, last = sorted(chance.sample(starts, 3))
        parts = [dict(screen.painted(*part)) for part in ((first, middle), (middle, last))]
        for number, lines in screen.painted(first, last):
            for whole, one, other in zip(lines, parts[0][number], parts[1][number], strict=True):
                assert whole == bytes(map(int.__or__, one, other))
