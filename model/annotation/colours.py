"""Colours of labels: how different two look, and one for a new label.

Measured in OKLab, in which equal distances look about equally large. How light a colour is counts half: text and
window mix label colours with their ground, which leaves hue more than lightness.
"""

import colorsys
import re
from collections.abc import Iterable

VISIBLE = 0.07  # from this difference on two labels are told apart at a glance
# Told apart on light and on dark ground; a new label has the first that is unlike all others.
_COLOURS = (
    "#5b6abf", "#3f9b63", "#b5473c", "#c9a227", "#8e5bb5", "#2f8f8f", "#a0632c", "#b0568f", "#3a8fb7", "#5d7f3b",
    "#c0585f", "#1f5fae", "#7a7f87", "#8a4fb0", "#2d8a57", "#b06a1f",
)  # fmt: skip
_HUES = 36
_TONES = ((0.32, 0.6), (0.42, 0.45), (0.42, 0.75), (0.6, 0.5))  # lightness and saturation of HLS, 0 … 1
_CODE = re.compile(r"#[0-9a-fA-F]{6}")


def new_colour(used: Iterable[str]) -> str:
    """A colour (``#rrggbb``) that looks different from those in use, or as different as can be."""
    known = [_lab(colour) for colour in used if _CODE.fullmatch(colour)]

    def apart(colour: str) -> float:
        here = _lab(colour)
        return min((_distance(here, other) for other in known), default=1.0)

    usual = next((colour for colour in _COLOURS if apart(colour) >= VISIBLE), None)
    return usual or max((*_COLOURS, *_wheel()), key=apart)


def difference(one: str, other: str) -> float:
    """How different two colours (``#rrggbb``) look: 0 for the same, near 1 for black and a pure colour."""
    return _distance(_lab(one), _lab(other))


def _wheel() -> Iterable[str]:
    for lightness, saturation in _TONES:
        for hue in range(_HUES):
            channels = colorsys.hls_to_rgb(hue / _HUES, lightness, saturation)
            yield "#" + "".join(f"{round(255 * channel):02x}" for channel in channels)


def _distance(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    lightness, green_red, blue_yellow = (first - second for first, second in zip(one, other, strict=True))
    return ((lightness / 2) ** 2 + green_red**2 + blue_yellow**2) ** 0.5


def _lab(colour: str) -> tuple[float, float, float]:
    """A colour (``#rrggbb``) in OKLab: lightness 0 … 1, from green to red, from blue to yellow."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    # The published matrices of OKLab: to what the three kinds of cones see, and from the cube roots of that.
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _linear(channel: float) -> float:
    """A channel of sRGB, 0 … 1, as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
