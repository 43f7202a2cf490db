"""How wide the rows of a stretch are so that its last row is as long as the others.

A long clause, or a long line of a text that is shown as stored, is laid out in stretches, so that not all of it need
be laid out at once.
Where a stretch ends its last row would be short, like a paragraph's. A little less width for all its rows gives the
last one about as much as the others, and the cut looks like the end of any row. What is seen (over corpus texts): rows
a few hundredths shorter than the column, in very wide columns with few rows a sixth; of twenty such last rows one is
shorter than the others by a third in narrow columns, by a fifth in usual ones.
"""

import re
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

_STEPS = 8  # halvings of the search for the least width
_TRIED, _STEP = 48, 0.8  # wider ones, by so many pixels each
_GOOD = 0.93  # of the longest row
_FURTHER = (1.6, 3.0, 5.0, 8.0, 12.0, 17.0)  # pixels more, where what comes out is otherwise than was thought
_DOUBTFUL = 0.2  # what it counts that a word fits, or does not, by so little that it may come out otherwise
_MOST_KNOWN = 20_000  # words whose widths are kept for a font

_word = re.compile(r"\S+\s*|\s+")
_known_of: dict[str, dict[str, "_Word"]] = {}


class _Word(NamedTuple):
    """What no row ends inside: its width, that of the blanks behind it, and how far its last letter reaches beyond."""

    width: float
    blank: float
    beyond: float


def evened_widths(text: str, unbroken: list[tuple[int, int]], font: QFont, width: float) -> list[float]:
    """Widths, at most ``width``, in which the last row of ``text`` should be about as long as the others, the best one
    first; none where it has but one row. Pixels.

    ``unbroken`` are stretches (code points) inside which no row ends. Words are measured by themselves, and a row may
    end elsewhere than was thought here: whoever lays out looks at what came out.
    """
    words = _measured(text, unbroken, font)
    most = _row_count(words, width)
    if most < 2:
        return []
    low, high = sum(word.width + word.blank for word in words) / most * 0.9, width
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _row_count(words, middle) <= most:
            high = middle
        else:
            low = middle
    found: list[tuple[float, float]] = []
    for step in range(_TRIED):
        tried = high + step * _STEP
        if tried > width:
            break
        filled, doubt = _last_row(words, tried)
        found.append((filled - (_DOUBTFUL if doubt < _STEP / 2 else 0.0), tried))
        if found[-1][0] >= _GOOD:
            break
    found.sort(reverse=True)
    likely = [tried for _, tried in found[:2]]
    return [*likely, *(tried for more in _FURTHER if (tried := likely[0] + more) <= width)] if likely else []


def _row_count(words: list[_Word], width: float) -> int:
    """How many rows the words fill, each put on the row before as long as it fits there."""
    rows, x = 1, 0.0
    for word, blank, beyond in words:
        if x + word + beyond > width and x > 0:
            rows += 1
            x = 0.0
        x += word + blank
    return rows


def _last_row(words: list[_Word], width: float) -> tuple[float, float]:
    """How long the last row is beside the longest one (0 … 1), and by how little a word fitted or did not fit."""
    x = end = longest = 0.0
    doubt = width
    for word, blank, beyond in words:
        room = width - x - word - beyond
        if -doubt < room < doubt and x > 0:
            doubt = abs(room)
        if room < 0 and x > 0:
            longest = max(longest, end)
            x = 0.0
        end = x + word
        x = end + blank
    return end / max(1.0, longest, end), doubt


def _measured(text: str, unbroken: list[tuple[int, int]], font: QFont) -> list[_Word]:
    """What no row ends inside, measured by itself."""
    known = _known_of.setdefault(font.key(), {})
    if len(known) > _MOST_KNOWN:
        known.clear()
    metrics = QFontMetricsF(font)
    words: list[_Word] = []
    coming = 0
    for match in _word.finditer(text):
        piece = match[0]
        word = known.get(piece)
        if word is None:
            word = known[piece] = _measure(piece, metrics)
        while coming < len(unbroken) and unbroken[coming][1] <= match.start():
            coming += 1
        if coming < len(unbroken) and unbroken[coming][0] < match.start() and words:
            words[-1] = _Word(words[-1].width + words[-1].blank + word.width, word.blank, word.beyond)
        else:
            words.append(word)
    return words


def _measure(piece: str, metrics: QFontMetricsF) -> _Word:
    bare = piece.rstrip()
    width = metrics.horizontalAdvance(bare)
    return _Word(width, metrics.horizontalAdvance(piece) - width, max(0.0, -metrics.boundingRect(bare).left()))
