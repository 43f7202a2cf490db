"""How a text is displayed, and the displayed copy of it: of the same length in UTF-16, so that no offset moves.

The copy goes into the layout and nowhere else: offsets, words, the clipboard and all that is stored are of the text
itself.
"""

import re
from dataclasses import dataclass, replace

from PySide6.QtGui import QFontDatabase

from gui.style.fonts import DEFAULT_FAMILY, load_bundled_fonts
from model.text.brackets import exchanged, turned
from model.text.words import BIDI_MARKS

READING_WIDTH = 46  # ems: a longer line is hard to follow back to the next one's start
NARROWEST_READING, WIDEST_READING = 16, 200  # ems
CLOSEST_SPACING, WIDEST_SPACING = 0.8, 2.5

ZERO_WIDTH = BIDI_MARKS + "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # drawn without width, whatever their glyph's advance
NO_BREAK_SPACES = "\u00a0\u202f"
TATWEEL = "\u0640"

# Characters that Qt would act upon; shown as a blank (blocks begin after line breaks, so these stand at a block's end).
_as_blank = re.compile("[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]")
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_LETTER = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\ufb50-\ufdfb\ufe70-\ufefc"
_VOWEL_MARKS = "\u064b-\u065f\u0670"
_unseen = re.compile(
    # A tatweel that only draws a word out. It stays where it is part of the spelling: at a word's end or beginning (هـ,
    # الـ 17), where it bears a vowel mark, and between lam and alef, which would not join as they must.
    rf"(?<=[{_LETTER}{_VOWEL_MARKS}])(?<![\u0644]){TATWEEL}+(?=[{_LETTER}])"
    rf"|(?<=\u0644){TATWEEL}+(?=[{_LETTER}])(?![\u0622\u0623\u0625\u0627\u0671])"
    # What is left of a footnote's mark. It stays where a letter or digit follows directly: the two would run together.
    r"|\(\)(?!\w)"
)
# A letter that never joins the one behind it, with its marks, at the end of what is looked at.
_unjoining = re.compile(f"[\u0622-\u0625\u0627\u0629\u062f-\u0632\u0648\u0671-\u0677\u0688-\u0699][{_VOWEL_MARKS}]*$")
# What is shown with a sign where hidden marks are shown. Tatweel and empty footnote marks are seen as they are.
_signs = re.compile(f"[{ZERO_WIDTH}{NO_BREAK_SPACES}{TATWEEL}\u034f\u180e\u2061-\u2064\u206a-\u206f]")


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """What a reader may choose.

    ``as_stored``: the text with its own line breaks alone: no block a clause, no indentation, nothing set apart.
    ``mend_brackets``: reversed brackets (``model.text.brackets``) are shown the right way round.
    ``show_hidden``: bidi controls, no-break spaces, zero-width characters and tatweel carry small signs, and empty
    footnote marks are seen; otherwise none of these is seen, tatweel and footnote marks neither.
    ``family``: the font. ``line_spacing``: rows' distance as a factor of the font's own, ``CLOSEST_SPACING`` to
    ``WIDEST_SPACING``. ``reading_width``: the longest row in ems, ``NARROWEST_READING`` to ``WIDEST_READING``, or 0 for
    as wide as the window.
    """

    as_stored: bool = False
    mend_brackets: bool = True
    show_hidden: bool = False
    family: str = DEFAULT_FAMILY
    line_spacing: float = 1.0
    reading_width: int = READING_WIDTH

    def within_limits(self) -> "DisplayOptions":
        """The same, each value moved to its nearest limit; a family that is not installed gives way to the default."""
        load_bundled_fonts()
        width = self.reading_width
        spacing = self.line_spacing if self.line_spacing == self.line_spacing else 1.0
        return replace(
            self,
            family=self.family if QFontDatabase.hasFamily(self.family) else DEFAULT_FAMILY,
            line_spacing=max(CLOSEST_SPACING, min(spacing, WIDEST_SPACING)),
            reading_width=0 if width <= 0 else max(NARROWEST_READING, min(width, WIDEST_READING)),
        )

    def copies_like(self, other: "DisplayOptions") -> bool:
        """Whether a displayed copy by the one is that by the other."""
        return (self.mend_brackets, self.show_hidden) == (other.mend_brackets, other.show_hidden)


def without_breaks(text: str) -> str:
    """The text with a blank for each character upon which a layout would act: line breaks and tabs."""
    return _as_blank.sub(" ", text)


class DisplayedCopy:
    """The displayed copy of one text, made piece by piece."""

    def __init__(self, text: str, options: DisplayOptions) -> None:
        self._text = text
        self._show_hidden = options.show_hidden
        self._turned = turned(text) if options.mend_brackets else []

    def of(self, start: int, end: int) -> str:
        """What is laid out for ``text[start:end]``: as many code points, each as long in UTF-16 as the one it stands
        for.
        """
        shown = without_breaks(exchanged(self._text, start, end, self._turned))
        if self._show_hidden or (TATWEEL not in shown and "()" not in shown):
            return shown
        return _unseen.sub(_nothing_seen, shown)

    def signs(self, start: int, end: int) -> list[int]:
        """The offsets from ``start`` to before ``end`` at which a hidden mark is shown by a sign."""
        if not self._show_hidden:
            return []
        return [match.start() for match in _signs.finditer(self._text, start, end)]


def _nothing_seen(match: re.Match[str]) -> str:
    """As many characters without width; joiners for a tatweel between letters that it joins, for they stay joined.

    No others: of these two the fonts for Arabic have glyphs, and another font stepping in would tear the word apart.
    """
    joined = (
        match[0][0] == TATWEEL and _unjoining.search(match.string, max(0, match.start() - 8), match.start()) is None
    )
    return (_JOINER if joined else _NON_JOINER) * len(match[0])
