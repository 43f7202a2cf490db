"""The width in which the last row of a stretch is as long as the others."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from gui.style.fonts import text_font
from gui.text_view.layout import LaidOutBlock, Typography, unbroken_stretches
from gui.text_view.line_balancing import evened_widths
from tests.gui.text_view.conftest import HARD, INVENTED


@pytest.fixture
def typography(qapp: QApplication) -> Typography:
    return Typography.of(text_font("Amiri", 20), 3)


def lengths(text: str, typography: Typography, width: float, runs_on: bool) -> list[float]:
    block = LaidOutBlock(text, 0, typography, width, runs_on=runs_on)
    return [row.line.naturalTextWidth() for row in block.rows]


@pytest.mark.parametrize("width", range(300, 1500, 130))
def test_the_last_row_is_about_as_long_as_the_others(typography: Typography, width: int) -> None:
    filled = []
    for start in range(0, 400, 57):
        text = (INVENTED + HARD + INVENTED)[start : start + 1600]
        plain, even = lengths(text, typography, width, False), lengths(text, typography, width, True)
        assert len(even) <= len(plain) + 1
        assert max(even) <= width + 1
        assert min(even[:-1]) >= width * 0.5
        filled.append(even[-1] / max(even))
    assert sum(filled) / len(filled) > 0.6


def test_rows_end_at_the_columns_edge(typography: Typography) -> None:
    block = LaidOutBlock(INVENTED, 0, typography, 500, runs_on=True)
    rights = [max(row.boxes.right) for row in block.rows]
    assert all(right == pytest.approx(500, abs=6) for right in rights)
    assert all(one.end == other.start for one, other in pairwise(block.rows))


def test_what_fits_on_one_row_and_what_has_no_blank_keep_their_width(typography: Typography) -> None:
    font = typography.font
    assert evened_widths("قصير ", [], font, 300) == []
    assert evened_widths("", [], font, 300) == []
    word = "كلمة" * 200
    assert all(0 < width <= 300 for width in evened_widths(word, unbroken_stretches(word), font, 300))
    assert lengths(word, typography, 300, True)
