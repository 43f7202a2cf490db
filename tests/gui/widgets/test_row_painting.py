import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.style.fonts import load_bundled_fonts
from gui.style.theme import TEXT_CONTRAST, contrast
from gui.widgets.row_painting import (
    RowCursor,
    cut_to_lines,
    dim,
    draw_text,
    paint_ground,
    reading_direction,
    row_height,
    smaller,
    text_width,
)

RIGHT_TO_LEFT, LEFT_TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def test_parts_are_handed_out_from_both_edges():
    row = RowCursor(QRect(0, 0, 100, 20), LEFT_TO_RIGHT, side=8)
    assert row.leading(10, gap=4) == QRect(8, 0, 10, 20)
    assert row.trailing(12, gap=4) == QRect(80, 0, 12, 20)
    assert row.rest() == QRect(22, 0, 54, 20)


@pytest.fixture
def font_without_arabic(qapp) -> QFont:
    """Its Arabic letters are those of Amiri, which are deeper."""
    arabic = QFontDatabase.WritingSystem.Arabic
    found = [name for name in QFontDatabase.families() if arabic not in QFontDatabase.writingSystems(name)]
    if not found:
        pytest.skip("every font here has Arabic letters")
    font = QFont()
    font.setFamilies([found[0], load_bundled_fonts()])
    return font


def test_a_row_has_room_for_letters_that_another_font_gives(font_without_arabic):
    def ink(height: int) -> int:
        """How many lines of dots the words take in a row of that height."""
        image = QImage(200, 100, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_text(painter, QRect(0, 50 - height // 2, 200, height), "يحيى على", RIGHT_TO_LEFT, font_without_arabic)
        painter.end()
        white = QColor("white").rgb()
        return sum(any(image.pixel(x, y) != white for x in range(200)) for y in range(100))

    assert ink(row_height(font_without_arabic, padding=0)) == ink(90)


def test_from_right_to_left_all_is_mirrored():
    row = RowCursor(QRect(0, 0, 100, 20), RIGHT_TO_LEFT, side=8)
    assert row.leading(10, gap=4) == QRect(82, 0, 10, 20)
    assert row.trailing(12, gap=4) == QRect(8, 0, 12, 20)
    assert row.rest() == QRect(24, 0, 54, 20)


def test_what_has_no_room_left_is_empty():
    row = RowCursor(QRect(0, 0, 30, 20), LEFT_TO_RIGHT)
    row.leading(20)
    assert row.rest().width() == 0


def _ink(image: QImage) -> list[int]:
    """The columns that something is painted in."""
    white = QColor("white").rgb()
    return [x for x in range(image.width()) if any(image.pixel(x, y) != white for y in range(image.height()))]


@pytest.mark.parametrize("text", ["PEACE", "السلام"])
@pytest.mark.parametrize("direction", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_text_stands_at_the_leading_edge_whatever_its_script(qapp, text, direction):
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    cut = draw_text(painter, image.rect(), text, direction, QFont())
    painter.end()
    ink = _ink(image)
    assert not cut
    assert ink
    assert (ink[0] < 6) == (direction == LEFT_TO_RIGHT)
    assert (ink[-1] > 193) == (direction == RIGHT_TO_LEFT)


def test_what_is_too_long_is_cut_and_that_is_said(qapp):
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert draw_text(painter, image.rect(), "INTERGOVERNMENTAL ORGANIZATIONS", RIGHT_TO_LEFT, QFont())
    painter.end()


@pytest.mark.parametrize(
    "colours", [("#ffffff", "#000000", "#308cc6"), ("#1e1f22", "#e6e6e6", "#3d6fb4"), ("#fff", "#222", "#000080")]
)
@pytest.mark.parametrize("state", [QStyle.StateFlag.State_None, QStyle.StateFlag.State_Selected])
@pytest.mark.parametrize("keys_go_here", [True, False])
def test_text_can_be_read_on_every_ground(qapp, colours, state, keys_go_here):
    ground, text, accent = map(QColor, colours)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 100, 20)
    option.state = state
    option.palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.Base, ground)
    option.palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.Text, text)
    option.palette.setColor(QPalette.ColorGroup.All, QPalette.ColorRole.Highlight, accent)
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painted, words = paint_ground(painter, option, keys_go_here=keys_go_here)
    painter.end()
    assert image.pixelColor(50, 10) == painted
    assert (painted != ground) == (state == QStyle.StateFlag.State_Selected)
    assert contrast(words, painted) >= TEXT_CONTRAST
    assert contrast(dim(painted, words), painted) >= TEXT_CONTRAST


@pytest.mark.parametrize("set_size", [lambda font: font.setPixelSize(20), lambda font: font.setPointSize(20)])
def test_smaller_is_smaller_in_whatever_unit(qapp, set_size):
    font = QFont()
    set_size(font)
    assert text_width("PEACE", smaller(font)) < text_width("PEACE", font)


@pytest.mark.parametrize(
    "text, otherwise, direction",
    [
        ("Human rights", RIGHT_TO_LEFT, LEFT_TO_RIGHT),
        ("1 - تقرر", LEFT_TO_RIGHT, RIGHT_TO_LEFT),
        ("\u2066A/59\u2069، \u2066S/12\u2069", RIGHT_TO_LEFT, RIGHT_TO_LEFT),
        ("\u2066A/59\u2069, \u2066S/12\u2069", LEFT_TO_RIGHT, LEFT_TO_RIGHT),
        ("\u2066A/59\u2069 وغيرها", LEFT_TO_RIGHT, RIGHT_TO_LEFT),
        ("\u2068\u2067A\u2069B\u2069 12", RIGHT_TO_LEFT, RIGHT_TO_LEFT),
        ("\u2069A", RIGHT_TO_LEFT, LEFT_TO_RIGHT),
        ("", RIGHT_TO_LEFT, RIGHT_TO_LEFT),
    ],
)
def test_the_first_strong_letter_outside_isolates_says_the_direction(text, otherwise, direction):
    assert reading_direction(text, otherwise) == direction


def test_text_is_read_in_another_direction_where_that_is_asked_for(qapp):
    def painted(text: str, reading: Qt.LayoutDirection | None) -> QImage:
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_text(painter, image.rect(), text, RIGHT_TO_LEFT, QFont(), reading)
        painter.end()
        return image

    assert painted("A/59: PEACE.", RIGHT_TO_LEFT) == painted("\u200fA/59: PEACE.", None)
    assert painted("A/59: PEACE.", RIGHT_TO_LEFT) != painted("A/59: PEACE.", None)


def test_a_text_is_cut_to_lines():
    font = QFont()
    words = (
        "\u2068HUMAN RIGHTS\u2069، \u2068حقوق الإنسان\u2069، \u2068PEACE\u2069، \u2068السلام\u2069، \u2068TRADE\u2069"
    )
    assert cut_to_lines(words, 10_000, font, 2) == (words, 1)
    assert cut_to_lines("", 100, font, 2) == ("", 1)
    width = QFontMetrics(font).horizontalAdvance("HUMAN RIGHTS، حقوق")
    _, all_lines = cut_to_lines(words, width, font, 100)
    assert all_lines > 2
    cut, lines = cut_to_lines(words, width, font, 2)
    assert lines == 2
    assert cut.endswith("…")
    assert words.startswith(cut[:-1])
    assert cut_to_lines(cut, width, font, 100)[1] <= 2


def test_what_is_cut_keeps_characters_beyond_16_bits_whole():
    font = QFont()
    words = " ".join(["\U0001d49c" * 3] * 40)
    cut, _ = cut_to_lines(words, 60, font, 3)
    assert words.startswith(cut[:-1])
