"""The colours of the text view, derived from the window's palette and the labels' own colours, in light and in dark.

Text stays readable on whatever is painted below it: each fill keeps a contrast of at least ``TEXT_CONTRAST`` with the
text, also below the selection (WCAG 2.1, success criterion 1.4.3, asks for 4.5:1).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QPalette

from model.annotation.layers import Label, Scheme

TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0  # of bars and underlines with the ground (success criterion 1.4.11)
_SELECTION_CONTRAST = 7.5  # of text selected on the bare ground: it leaves room for a fill between the two
_FILL_CONTRAST = 1.5  # of a label's colour with the ground before it is mixed in: white on white would not be seen
_FAINTEST_SELECTION, _OPPOSITE_SELECTION = 0.1, 0.4  # alpha
_MIDDLE = 0.179  # luminance at which black and white text can be read equally well
_UNKNOWN_LABEL = QColor("#7a7f87")
_HIT, _CURRENT_HIT = QColor("#ffd400"), QColor("#ff8a00")
_UNSURE = QColor("#e0301e")
FAINT = 0.35  # of a label's fill, below what is only proposed


@dataclass(frozen=True, slots=True)
class LabelColours:
    """``fill`` below the text, ``faint`` below that of proposals, ``strong`` for the current span, ``bar`` for lines,
    ``name`` in the margin.
    """

    faint: QColor
    fill: QColor
    strong: QColor
    bar: QColor
    name: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one view."""

    dark: bool
    ground: QColor
    text: QColor
    margin: QColor
    rule: QColor
    selection: QColor
    selection_unfocused: QColor
    evidence: QColor
    hit: QColor
    current_hit: QColor
    hit_line: QColor
    unsure: QColor
    focus: QColor
    labels: Mapping[str, LabelColours]
    unknown: LabelColours

    def of_label(self, label_id: str) -> LabelColours:
        """The colours of a label; grey ones for a label that the scheme does not have."""
        return self.labels.get(label_id, self.unknown)


def theme_of(palette: QPalette, scheme: Scheme | None) -> Theme:
    """The colours that fit a palette; the same ones again where they are asked for again, as every panel does."""
    roles = (QPalette.ColorRole.Base, QPalette.ColorRole.Text, QPalette.ColorRole.Highlight)
    return _theme(*(palette.color(QPalette.ColorGroup.Active, role).rgba() for role in roles), scheme)


@lru_cache(maxsize=4)
def _theme(base: int, foreground: int, highlight: int, scheme: Scheme | None) -> Theme:
    ground, text, accent = QColor.fromRgba(base), QColor.fromRgba(foreground), QColor.fromRgba(highlight)
    dark = luminance(ground) < luminance(text)
    if contrast(ground, text) < 9:  # a palette that cannot be read by itself leaves no room for fills
        dark = luminance(ground) < _MIDDLE
        text = QColor("#f2f2f2") if dark else QColor("#141414")
        if contrast(ground, text) < 9:
            text = QColor("white") if dark else QColor("black")
    margin = mix(ground, text, 0.05 if dark else 0.03)
    selection = _overlay(ground, text, accent, 0.42)
    selection_unfocused = _overlay(ground, text, mix(ground, text, 0.6), 0.3)
    selections = (selection, selection_unfocused)
    fills = [_fills(QColor(label.colour), ground, text, *selections) for label in _filled_labels(scheme)]
    below = tuple(colour for pair in fills for colour in pair)
    # Hits cover a clause's fill rather than tint it: what is found looks the same in every clause.
    hit = _below_text(_HIT, ground, text, selections, 0.34 if dark else 0.6)
    current_hit = _below_text(_CURRENT_HIT, ground, text, selections, 0.6 if dark else 0.75)
    labels = {
        label.id: label_colours(QColor(label.colour), ground, text, margin, *selections, below=below)
        for label in (scheme.labels() if scheme is not None else ())
    }
    return Theme(
        dark=dark,
        ground=ground,
        text=text,
        margin=margin,
        rule=mix(ground, text, 0.16),
        selection=selection,
        selection_unfocused=selection_unfocused,
        evidence=readable(accent, ground, MARK_CONTRAST),
        hit=hit,
        current_hit=current_hit,
        hit_line=_seen_on((ground, hit, current_hit, *below), _CURRENT_HIT, text),
        unsure=_seen_on((ground, margin, *below), _UNSURE, text),
        focus=readable(accent, ground, MARK_CONTRAST),
        labels=labels,
        unknown=label_colours(_UNKNOWN_LABEL, ground, text, margin, *selections, below=below),
    )


def _filled_labels(scheme: Scheme | None) -> Sequence[Label]:
    """The labels of the one layer whose spans are filled; lines of all others may lie on them."""
    clauses = None if scheme is None else scheme.clauses
    return () if clauses is None else clauses.labels


def label_colours(
    colour: QColor, ground: QColor, text: QColor, margin: QColor, *selections: QColor, below: Sequence[QColor] = ()
) -> LabelColours:
    """What a label's own colour becomes on a ground with a text colour.

    Text stays readable on its fills by themselves and under each of ``selections`` (transparent colours); its lines are
    seen on the ground, on its own fills and on those of other labels (``below``).
    """
    colour = colour if colour.isValid() else _UNKNOWN_LABEL
    fill, strong = _fills(colour, ground, text, *selections)
    return LabelColours(
        faint=mix(ground, fill, FAINT),
        fill=fill,
        strong=strong,
        bar=_seen_on((ground, fill, strong, *below), colour, text),
        name=readable(colour, margin, TEXT_CONTRAST),
    )


def _fills(colour: QColor, ground: QColor, text: QColor, *selections: QColor) -> tuple[QColor, QColor]:
    """The fill of a label, and its stronger one."""
    colour = readable(colour if colour.isValid() else _UNKNOWN_LABEL, ground, _FILL_CONTRAST)
    dark = luminance(ground) < luminance(text)
    return (
        _below_text(colour, ground, text, selections, 0.24 if dark else 0.15),
        _below_text(colour, ground, text, selections, 0.38 if dark else 0.32),
    )


def _below_text(colour: QColor, ground: QColor, text: QColor, selections: Sequence[QColor], strength: float) -> QColor:
    """``colour`` mixed into the ground as strongly as wished, or less, so that text on it stays readable."""
    while strength > 0.01:
        fill = mix(ground, colour, strength)
        if all(
            contrast(text, seen) >= TEXT_CONTRAST
            for seen in (fill, *(over(selection, fill) for selection in selections))
        ):
            return fill
        strength -= 0.02
    return QColor(ground)


def _seen_on(grounds: Collection[QColor], colour: QColor, text: QColor) -> QColor:
    """``colour``, moved toward the side of the text until lines in it are seen on all grounds.

    Text is readable on all of them, so that the end of that side is seen on them at the latest.
    """
    ordered = sorted(grounds, key=luminance)
    goal = QColor("white") if luminance(text) > luminance(ordered[0]) else QColor("black")
    for step in range(51):
        result = mix(colour, goal, step / 50)
        if min(contrast(result, ordered[0]), contrast(result, ordered[-1])) >= MARK_CONTRAST and (
            not luminance(ordered[0]) < luminance(result) < luminance(ordered[-1])
        ):
            return result
    return goal


def _overlay(ground: QColor, text: QColor, colour: QColor, alpha: float) -> QColor:
    """``colour``, as transparent as needed for text on it to be readable.

    Where hardly any of it may be seen, what is selected is set off by the colour opposite to the text instead.
    """
    result = QColor(colour)
    while alpha >= _FAINTEST_SELECTION:
        result.setAlphaF(alpha)
        if contrast(text, over(result, ground)) >= _SELECTION_CONTRAST:
            return result
        alpha -= 0.02
    result = QColor("black") if luminance(ground) < luminance(text) else QColor("white")
    result.setAlphaF(_OPPOSITE_SELECTION)
    return result


def readable(colour: QColor, ground: QColor, least: float) -> QColor:
    """``colour``, moved toward black or white until its contrast with the ground is at least ``least``."""
    goal = QColor("black") if luminance(ground) > 0.18 else QColor("white")
    for step in range(51):
        result = mix(colour, goal, step / 50)
        if contrast(result, ground) >= least:
            return result
    return goal


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """The opaque colour with ``share`` (0 … 1) of ``second``."""
    return QColor(
        round(first.red() * (1 - share) + second.red() * share),
        round(first.green() * (1 - share) + second.green() * share),
        round(first.blue() * (1 - share) + second.blue() * share),
    )


def over(front: QColor, back: QColor) -> QColor:
    """The colour seen where a transparent one is painted over an opaque one."""
    return mix(back, front, front.alphaF())


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 … 1 (WCAG 2.1)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two opaque colours, 1 … 21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
