"""Rows: what stays on one line, right-to-left whatever the text begins with, sizes that hold the marks."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from gui.style.fonts import text_font
from gui.text_view.layout import LANE_PITCH, LANE_THICKNESS, LaidOutBlock, Typography, unbroken_stretches

WHOLE = (
    "A/59/503/Add.2",
    "59/187",
    "الأول/ديسمبر",
    "آب/أغسطس",
    "1 - تشجع",
    "12- تطلب",
    "20 -\u200f تقرر",
    "S/RES/2618",
)


@pytest.fixture(params=["Amiri", "other"])
def typography(request: pytest.FixtureRequest, qapp: QApplication, other_family: str) -> Typography:
    return Typography.of(text_font("Amiri" if request.param == "Amiri" else other_family, 20), 3)


def broken_in(block: LaidOutBlock, wholes: list[tuple[int, int]]) -> list[str]:
    """Which of these stretches a row's end really divides."""
    ends = {row.end for row in block.rows}
    return [block.text[start:end] for start, end in wholes if any(start < row_end < end for row_end in ends)]


def places(text: str) -> list[tuple[int, int]]:
    found = []
    for whole in WHOLE:
        start = text.find(whole)
        while start >= 0:
            found.append((start, start + len(whole)))
            start = text.find(whole, start + 1)
    return found


def test_symbols_months_and_numbers_with_their_verbs_stay_whole_at_every_width(typography: Typography) -> None:
    text = (
        "1 - تشجع على النظر في الوثيقة A/59/503/Add.2 وفي قرارها 59/187 المؤرخ 20 كانون الأول/ديسمبر 2004 وما تلاه في "
        "14 آب/أغسطس من S/RES/2618 (2022)؛ 12- تطلب إلى الأمين وَضْعَ تقريرٍ؛ \u200f20 -\u200f "
        "تقرر أن تنظر A/59/503/Add.2. "
    ) * 3
    found = places(text)
    assert len(found) == 3 * (len(WHOLE) + 1)
    for width in range(260, 900, 7):
        block = LaidOutBlock(text, 0, typography, width)
        assert broken_in(block, found) == [], width
        assert block.rows[0].start == 0
        assert block.rows[-1].end == len(text)
        assert all(one.end == other.start for one, other in pairwise(block.rows))


def test_nothing_of_the_seed_is_broken_at_any_width(typography: Typography, seed: str) -> None:
    wholes = unbroken_stretches(seed)
    assert len(wholes) > 20
    for width in range(330, 1000, 67):
        assert broken_in(LaidOutBlock(seed, 0, typography, width), wholes) == [], width


def test_what_is_longer_than_a_line_is_broken(typography: Typography) -> None:
    text = "كلمة " + "A/" * 25 + "9"
    block = LaidOutBlock(text, 0, typography, 150)
    assert len(block.rows) > 2
    assert block.rows[-1].end == len(text)
    for row in block.rows:
        assert max(row.boxes.right) - min(row.boxes.left) <= 151


def test_a_line_is_not_left_emptier_than_needed(typography: Typography) -> None:
    """Where a stretch is kept whole, the row before it ends right there, not somewhere earlier."""
    text = "كلمة صغيرة هنا " * 8 + "A/59/503/Add.2 "
    wholes = unbroken_stretches(text)
    for width in range(240, 500, 3):
        block = LaidOutBlock(text, 0, typography, width)
        for row, following in pairwise(block.rows):
            used = max(row.boxes.right) - min(row.boxes.left)
            first = min((end for start, end in wholes if start == following.start), default=None)
            if first is not None:
                left, right = following.boxes.extents(following.start, first)[0]
                assert used + typography.blank + (right - left) > width - 1


def test_a_paragraph_that_begins_with_latin_letters_runs_from_the_right(typography: Typography) -> None:
    block = LaidOutBlock("A/59/503 قرار", 0, typography, 400)
    boxes = block.rows[0].boxes
    assert boxes.box(9)[1] <= boxes.box(0)[0]


def test_line_breaks_and_tabs_are_shown_as_blanks(typography: Typography) -> None:
    block = LaidOutBlock("سطر\t\u2028\n", 0, typography, 400)
    assert len(block.rows) == 1
    assert block.text == "سطر\t\u2028\n"


def test_rows_hold_marks_and_underlines(qapp: QApplication) -> None:
    for family in ("Amiri", "DejaVu Sans"):
        for size in (10, 20, 60):
            typography = Typography.of(text_font(family, size), 3)
            assert typography.lane_scale == max(1, size // 20)
            metrics = QFontMetricsF(typography.font)
            assert typography.leading + typography.ascent >= -metrics.tightBoundingRect("إِلَّا لَأَكَّدَ").top()
            below = typography.row_height - typography.leading - typography.ascent
            assert below >= typography.lane_top + (2 * LANE_PITCH + LANE_THICKNESS) * typography.lane_scale
            assert typography.lane_top >= metrics.tightBoundingRect("جعيح").bottom()


@pytest.mark.parametrize("ground", ["usual", "around digits", "vowel marks", "hard"])
def test_a_row_that_is_covered_whole_is_covered_as_its_boxes_are(
    typography: Typography, invented: str, hard: str, ground: str
) -> None:
    texts = {
        "usual": invented + " 12 (A/59/503/Add.2)، ”القرار“ 2019 " + invented,
        "around digits": "في \u0600\u0601\u06dd12 سنة \u06dd12 الآن \u060012 " * 20,
        "vowel marks": "حِفْظُ المَخْطُوطَاتِ ثُمَّ \u064eكلمةٌ " * 20,
        "hard": hard * 3,
    }
    text = texts[ground]
    for width in (90, 200, 333, 620):
        with_boxes, without = (LaidOutBlock(text, 7, typography, width) for _ in range(2))
        for row, other in zip(with_boxes.rows, without.rows, strict=True):
            assert other.extents(row.start - 3, row.end + 3) == row.boxes.extents(row.start, row.end)
            assert other.extents(row.start + 1, row.end) == row.boxes.extents(row.start + 1, row.end)


def test_no_boxes_are_found_for_usual_rows_that_are_covered_whole(typography: Typography) -> None:
    block = LaidOutBlock("وإذ تشير إلى قرارها 59/187 (2004) المؤرخ 20 كانون الأول/ديسمبر، " * 9, 0, typography, 400)
    for row in block.rows:
        row.extents(0, len(block.text))
    assert len(block.rows) > 4
    assert all(row._boxes is None for row in block.rows)
