"""Text can be read on every fill, in light and in dark, with any colours, and marks are seen on all they may lie on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from gui.style.theme import MARK_CONTRAST, TEXT_CONTRAST, Theme, contrast, label_colours, mix, over, theme_of
from model.annotation.layers import Scheme

GROUNDS = {
    "light": ("#ffffff", "#000000", "#308cc6"),
    "dark": ("#1e1f22", "#e6e6e6", "#3d7be0"),
    "black": ("#000000", "#ffffff", "#ffff00"),
    "sepia": ("#f4ecd8", "#3b2f1e", "#b58b3a"),
    "unreadable": ("#888888", "#808080", "#848484"),
}


def palette(name: str) -> QPalette:
    return palette_of(*GROUNDS[name])


def palette_of(*colours: str) -> QPalette:
    result = QPalette()
    for role, colour in zip(
        (QPalette.ColorRole.Base, QPalette.ColorRole.Text, QPalette.ColorRole.Highlight), colours, strict=True
    ):
        result.setColor(role, QColor(colour))
    return result


COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def coloured(scheme: Scheme, colours: Sequence[str]) -> Scheme:
    """The scheme with these colours for its labels in turn, and the last two layers once more: a user's own layers."""
    layers = (*scheme.layers, *(replace(layer, id=f"own-{layer.id}") for layer in scheme.layers[:2]))
    given = cycle(colours)
    return replace(
        scheme,
        layers=tuple(
            replace(
                layer,
                labels=tuple(
                    replace(label, id=f"{layer.id}.{label.id}", layer=layer.id, colour=next(given))
                    for label in layer.labels
                ),
            )
            for layer in layers
        ),
    )


def check(theme: Theme, scheme: Scheme) -> None:
    """All that may lie on or under each other in the text, and the names in the margin."""
    filled = next(layer.labels for layer in scheme.layers if layer.overlap == "tree")
    fills = [fill for label in filled for fill in (theme.of_label(label.id).fill, theme.of_label(label.id).strong)]
    for label in scheme.labels():
        colours = theme.of_label(label.id)
        for ground in (theme.ground, colours.fill, colours.strong):
            assert contrast(theme.text, ground) >= TEXT_CONTRAST
            assert contrast(theme.text, over(theme.selection, ground)) >= TEXT_CONTRAST
            assert contrast(theme.text, over(theme.selection_unfocused, ground)) >= TEXT_CONTRAST
        assert contrast(colours.name, theme.margin) >= TEXT_CONTRAST
        for ground in (theme.ground, colours.fill, colours.strong, *fills):
            assert contrast(colours.bar, ground) >= MARK_CONTRAST
    assert contrast(theme.evidence, theme.ground) >= MARK_CONTRAST


@pytest.fixture(params=GROUNDS)
def theme(request: pytest.FixtureRequest, scheme: Scheme) -> Theme:
    return theme_of(palette(request.param), scheme)


def test_text_can_be_read_and_lines_be_seen_on_every_fill(theme: Theme, scheme: Scheme) -> None:
    """Also a line of one label on the fill of another, and all below the selection, with focus and without."""
    check(theme, scheme)


@settings(max_examples=60, deadline=None)
@given(colours=st.lists(COLOURS, min_size=1, max_size=9), name=st.sampled_from(sorted(GROUNDS)))
@example(colours=["#000000", "#ffffff"], name="light")
@example(colours=["#ffffff", "#000000", "#00ff00"], name="dark")
@example(colours=["#ffff00", "#808080"], name="unreadable")
def test_any_colours_of_a_users_labels_will_do(scheme: Scheme, colours: list[str], name: str) -> None:
    own = coloured(scheme, colours)
    check(theme_of(palette(name), own), own)


@settings(max_examples=60, deadline=None)
@given(base=COLOURS, text=COLOURS, accent=COLOURS, colours=st.lists(COLOURS, min_size=1, max_size=3))
@example(base="#757575", text="#767676", accent="#757575", colours=["#757575"])
def test_any_palette_will_do(scheme: Scheme, base: str, text: str, accent: str, colours: list[str]) -> None:
    own = coloured(scheme, colours)
    check(theme_of(palette_of(base, text, accent), own), own)


def test_a_label_of_the_grounds_colour_is_seen() -> None:
    for name, (ground, text, _) in GROUNDS.items():
        if name != "unreadable":
            colours = label_colours(QColor(ground), QColor(ground), QColor(text), QColor(ground))
            assert colours.fill != QColor(ground)
            assert colours.strong != colours.fill


def test_what_is_selected_is_set_off_whatever_the_palette() -> None:
    for name in GROUNDS:
        theme = theme_of(palette(name), None)
        for selection in (theme.selection, theme.selection_unfocused):
            assert contrast(over(selection, theme.ground), theme.ground) >= 1.1


def test_a_fill_can_be_told_from_the_ground_and_from_the_current_one(theme: Theme, scheme: Scheme) -> None:
    if theme.ground == QColor(GROUNDS["unreadable"][0]):
        return  # there is no room for fills
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
