import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.item_models.labels import LabelModel
from gui.panels.labels.delegate import LabelDelegate
from gui.style.theme import MARK_CONTRAST, TEXT_CONTRAST, contrast, theme_of
from model.annotation.layers import read_scheme

RIGHT_TO_LEFT, LEFT_TO_RIGHT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
WIDTH, HEIGHT = 200, 24


def _palette(dark: bool) -> QPalette:
    palette = QPalette(QColor("#2b2d31" if dark else "#eeeeee"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1f22" if dark else "#ffffff"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#e6e6e6" if dark else "#000000"))
    return palette


def _painted(label: str, at_caret: str | None, direction: Qt.LayoutDirection) -> QImage:
    model = LabelModel()
    model.set_scheme(read_scheme(), "en")
    model.set_at_caret(at_caret)
    theme = theme_of(_palette(False), read_scheme())
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, HEIGHT)
    option.direction = direction
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.ground)
    painter = QPainter(image)
    LabelDelegate(theme).paint(painter, option, model.index_of(label))
    painter.end()
    return image


@pytest.mark.parametrize("direction", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_the_swatch_stands_at_the_leading_edge(qapp, direction):
    image = _painted("title", None, direction)
    theme = theme_of(_palette(False), read_scheme())
    leading = 8 + 7 if direction == LEFT_TO_RIGHT else WIDTH - 8 - 7
    assert image.pixelColor(leading, HEIGHT // 2) == theme.of_label("title").strong


@pytest.mark.parametrize("direction", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_the_label_at_the_caret_has_its_colour_and_a_bar(qapp, direction):
    image = _painted("title", "title", direction)
    colours = theme_of(_palette(False), read_scheme()).of_label("title")
    edge, other = (0, WIDTH - 1) if direction == LEFT_TO_RIGHT else (WIDTH - 1, 0)
    assert image.pixelColor(edge, HEIGHT // 2) == colours.bar
    assert image.pixelColor(other, HEIGHT // 2) == colours.strong


@pytest.mark.parametrize("dark", [False, True])
def test_every_label_can_be_told_and_read(qapp, dark):
    theme = theme_of(_palette(dark), read_scheme())
    for label in read_scheme().labels():
        colours = theme.of_label(label.id)
        assert contrast(theme.text, colours.strong) >= TEXT_CONTRAST
        assert contrast(colours.bar, theme.ground) >= MARK_CONTRAST
