"""Text can be read on every fill, in light and in dark, and marks can be seen."""

import pytest
from PySide6.QtGui import QColor, QPalette

from gui.text_view.theme import MARK_CONTRAST, TEXT_CONTRAST, Theme, contrast, label_colours, mix, over, theme_of
from model.annotation.layers import Scheme

GROUNDS = {
    "light": ("#ffffff", "#000000", "#308cc6"),
    "dark": ("#1e1f22", "#e6e6e6", "#3d7be0"),
    "black": ("#000000", "#ffffff", "#ffff00"),
    "sepia": ("#f4ecd8", "#3b2f1e", "#b58b3a"),
    "unreadable": ("#888888", "#808080", "#848484"),
}


def palette(name: str) -> QPalette:
    result = QPalette()
    for role, colour in zip(
        (QPalette.ColorRole.Base, QPalette.ColorRole.Text, QPalette.ColorRole.Highlight), GROUNDS[name], strict=True
    ):
        result.setColor(role, QColor(colour))
    return result


@pytest.fixture(params=[name for name in GROUNDS if name != "unreadable"])
def theme(request: pytest.FixtureRequest, scheme: Scheme) -> Theme:
    return theme_of(palette(request.param), scheme)


def test_text_can_be_read_on_every_fill(theme: Theme, scheme: Scheme) -> None:
    for label in scheme.labels():
        colours = theme.of_label(label.id)
        for ground in (theme.ground, colours.fill, colours.strong):
            assert contrast(theme.text, ground) >= TEXT_CONTRAST
            assert contrast(theme.text, over(theme.selection, ground)) >= TEXT_CONTRAST
            assert contrast(theme.text, over(theme.selection_unfocused, ground)) >= TEXT_CONTRAST


def test_names_can_be_read_and_lines_be_seen(theme: Theme, scheme: Scheme) -> None:
    for label in scheme.labels():
        colours = theme.of_label(label.id)
        assert contrast(colours.name, theme.margin) >= TEXT_CONTRAST
        assert contrast(colours.bar, theme.ground) >= MARK_CONTRAST
        assert contrast(colours.bar, colours.fill) >= MARK_CONTRAST
    assert contrast(theme.evidence, theme.ground) >= MARK_CONTRAST


def test_a_fill_can_be_told_from_the_ground_and_from_the_current_one(theme: Theme, scheme: Scheme) -> None:
    for label in scheme.labels():
        colours = theme.of_label(label.id)
        assert len({theme.ground.name(), colours.fill.name(), colours.strong.name()}) == 3


def test_any_colour_of_a_users_label_will_do() -> None:
    ground, text = QColor("#1e1f22"), QColor("#e6e6e6")
    for colour in ("#ffffff", "#000000", "#ff0000", "#ffff00", "no colour"):
        colours = label_colours(QColor(colour), ground, text, ground, QColor(0, 0, 255, 90))
        assert contrast(text, colours.fill) >= TEXT_CONTRAST
        assert contrast(colours.name, ground) >= TEXT_CONTRAST


def test_a_palette_that_cannot_be_read_gets_another_text_colour(scheme: Scheme) -> None:
    theme = theme_of(palette("unreadable"), scheme)
    assert contrast(theme.text, theme.ground) >= TEXT_CONTRAST


def test_black_on_white_is_21_to_1() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
    assert mix(QColor(0, 0, 0), QColor(200, 100, 50), 0.5) == QColor(100, 50, 25)
