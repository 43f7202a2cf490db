"""A concordance's line has the hit in its middle, in its real boxes, and Latin symbols and numbers where they are."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette

from gui.panels.find.concordance_line import LONGEST_SHOWN, ConcordanceLine, ConcordanceLines
from gui.style.fonts import text_font
from gui.style.theme import Theme, theme_of

COLUMN = QRectF(0, 0, 600, 30)
TEXT = "وإذ تشير إلى تقرير اللجنة (A/59/503/Add.2) المؤرخ 20 كانون الأول/ديسمبر 2004 وقـــرار\u064c سابق"


@pytest.fixture
def font(qapp) -> QFont:
    return text_font("Amiri", 17)


@pytest.fixture
def theme(qapp) -> Theme:
    return theme_of(QPalette(QColor("#ffffff")), None)


def line_of(text: str, quote: str, font: QFont, reach: int = 100) -> ConcordanceLine:
    start = text.index(quote)
    return ConcordanceLine(text, start, start + len(quote), reach, font)


def painted(line: ConcordanceLine, theme: Theme) -> QImage:
    image = QImage(600, 30, QImage.Format.Format_RGB32)
    image.fill(theme.ground)
    painter = QPainter(image)
    line.paint(painter, COLUMN, theme.ground, theme.text, theme)
    painter.end()
    return image


def columns_of(image: QImage, colour: QColor, y: int = 4) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y).name() == colour.name()]


@pytest.mark.parametrize("quote", ["اللجنة", "503", "A/59/503/Add.2", "2004", "وقـــرار\u064c", "و", "تقرير اللجنة"])
def test_the_hit_is_in_the_middle_of_the_column(font, theme, quote):
    line = line_of(TEXT, quote, font)
    lit = columns_of(painted(line, theme), theme.hit)
    assert lit
    assert (lit[0] + lit[-1]) / 2 == pytest.approx(300, abs=1.5)
    width = sum(right - left for left, right in line.stretches)
    assert len(lit) == pytest.approx(width + 2, abs=2)


def test_a_number_within_a_symbol_stands_where_the_whole_text_has_it(font):
    """Read alone or cut at the hit, the parts of a symbol would change places."""
    whole = line_of(TEXT, "A/59/503/Add.2", font)
    inner = line_of(TEXT, "503", font)
    (left, right), (inner_left, inner_right) = whole.stretches[0], inner.stretches[0]
    assert left < inner_left < inner_right < right
    assert inner_left - left < right - inner_right  # before it stands “A/59/”, to the left of it, as in any Latin word


def test_what_is_before_the_hit_stands_to_its_right(font):
    boxes = [line_of(TEXT, quote, font).stretches[0] for quote in ("وإذ", "اللجنة", "المؤرخ", "سابق")]
    assert boxes == sorted(boxes, reverse=True)


def test_blanks_and_breaks_of_lines_are_seen_as_blanks(font):
    line = line_of("قبل\n\u2028\tالموضع\r\nبعد\x00ذلك", "الموضع", font)
    assert line._layout.text() == "قبل   الموضع  بعد ذلك"


def test_a_text_that_goes_on_fades_out(font, theme):
    long = painted(line_of("كلمة " * 60 + "الموضع" + " كلمة" * 60, "الموضع", font), theme)
    dark = [x for x in range(600) for y in range(30) if long.pixelColor(x, y).lightness() < 60]
    assert min(dark) > 12
    assert max(dark) < 588
    assert any(long.pixelColor(x, y).lightness() < 250 for x in range(36) for y in range(30))


def test_a_text_that_is_short_is_not_faded(font, theme):
    text = "الموضع" + " كلمة" * 4
    line = line_of(text, "الموضع", font)
    assert line._goes_on == (False, False)
    dark = [x for x in range(600) for y in range(30) if painted(line, theme).pixelColor(x, y).lightness() < 60]
    assert dark


def test_a_hit_that_is_wider_than_the_column_is_shown_from_its_beginning(font, theme):
    text = "قبل " + "كلمة " * 300 + "بعد"
    line = ConcordanceLine(text, 4, 4 + 1400, 100, font)
    assert len(line._layout.text()) <= LONGEST_SHOWN + 210
    lit = columns_of(painted(line, theme), theme.hit)
    assert lit[-1] == pytest.approx(0.8 * 600, abs=2)


def test_characters_beyond_the_basic_plane_move_no_box(font, theme):
    line = line_of("😀😀😀 𐤀𐤁 الموضع 😀", "الموضع", font)
    plain = line_of("الموضع", "الموضع", font)
    (left, right), (plain_left, plain_right) = line.stretches[0], plain.stretches[0]
    assert right - left == pytest.approx(plain_right - plain_left, abs=0.5)


def test_the_lines_painted_last_are_kept(font, monkeypatch):
    monkeypatch.setattr("gui.panels.find.concordance_line._KEPT", 2)
    lines = ConcordanceLines()
    first = lines.line("a", TEXT, (0, 3), 100, font)
    assert lines.line("a", TEXT, (0, 3), 100, font) is first
    assert lines.line("a", TEXT, (0, 3), 120, font) is not first
    lines.line("b", TEXT, (4, 8), 100, font)
    assert lines.line("a", TEXT, (0, 3), 100, font) is not first
