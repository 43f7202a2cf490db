"""Folding: one form for spellings that a search should not tell apart, and the way back to the text.

What is folded: NFKC (presentation forms become letters); tatweel, the vowel marks U+064B–0652 and U+0670 and the bidi
controls are dropped; ``أ إ آ ٱ`` → ``ا``, ``ؤ`` → ``و``, ``ئ ى`` → ``ي``, ``ة`` → ``ه``; every decimal digit → its
western one; case is folded; any run of white space becomes one blank. Folding twice gives the same as folding once.

Most characters fold one by one, whatever stands beside them (``ALONE``): for these a table is enough. All others are
folded in *regions* together with the base before them, since NFKC may compose them with it; a region falls into
*pieces*, each a base and what joins it, and a piece is folded until it changes no more (dropping a tatweel may bring
a letter and its hamza together).
"""

import re
import sys
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from model.text.lazy_regex import lazy_re
from model.text.normalizing import normalized
from model.text.usual_characters import UsualCharacters
from model.text.words import BIDI_MARKS

DROPPED = "\u0640" + "".join(map(chr, range(0x64B, 0x653))) + "\u0670"
LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه"}

# ASCII and Latin; Arabic without U+0653–0655, the marks that compose; general punctuation; Arabic presentation forms.
ALONE = (
    "\t\n\r\x20-\x7e\xa0-\u017f\u060c\u061b\u061c\u061f\u0621-\u0652\u0660-\u066d\u0670\u0671\u06f0-\u06f9"
    "\u200c-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff"
)
# Vowels and finals of Hangul, and the Kirat Rai vowels: letters that compose with a letter before them.
_JOINING_LETTERS = (range(0x1160, 0x1200), range(0x16D63, 0x16D6B))


class _Table(dict[int, str]):
    """For ``str.translate``: what a character folds to by itself, found when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_piece(chr(code))
        return folded


def _simple(code: int) -> str:
    """What a character of NFKC text becomes, before folding case."""
    character = chr(code)
    if character in DROPPED or character in BIDI_MARKS:
        return ""
    if character.isspace():
        return " "
    digit = unicodedata.decimal(character, None)
    return LETTERS.get(character, character) if digit is None else str(digit)


class _SimpleTable(dict[int, str]):
    """For ``str.translate``: ``_simple`` of each character."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _simple(code)
        return folded


_simple_table = _SimpleTable()


def _fold_piece(piece: str) -> str:
    """A base and what joins it, folded until nothing changes."""
    while True:
        folded = normalized("NFKC", piece).translate(_simple_table).casefold()
        if folded == piece:
            return folded
        piece = folded


_table = _Table()


# What follows is made at first use: a start of the window folds nothing.


@cache
def _usual() -> UsualCharacters:
    """For the texts, or pieces of them, all of whose characters fold alone."""
    return UsualCharacters(_table)


@cache
def _alone() -> list[str]:
    """The characters of ``ALONE``."""
    return re.findall(f"[{ALONE}]", "".join(map(chr, range(0xFF00))))


@cache
def _vanishing() -> frozenset[str]:
    """Those of them that folding drops."""
    return frozenset(character for character in _alone() if not _table[ord(character)])


def _class_of(characters: Iterable[str]) -> str:
    """The characters as they stand within a class of an expression."""
    return "".join(map(re.escape, characters))


_uneven = lazy_re(lambda: f"[{_class_of(one for one in _alone() if len(_table[ord(one)]) != 1)}]")
_region = lazy_re(lambda: f"[^{ALONE}][^{_class_of(one for one in _alone() if _table[ord(one)])}]*")
_blanks = lazy_re("  +")  # white space is blanks by then


def fold(text: str) -> str:
    """The text folded (see the module)."""
    parts: list[str] = []
    position = 0
    for start, end in _regions(text):
        parts.append(_usual().translate(text[position:start]))
        parts.extend(_fold_piece(piece) for piece in _pieces(text[start:end]))
        position = end
    parts.append(_usual().translate(text[position:]))
    return _blanks.sub(" ", "".join(parts))


def fold_with_stretches(text: str) -> tuple[str, "Stretches"]:
    """``fold(text)``, and where each of its characters came from."""
    parts: list[str] = []
    found = Stretches()
    position = folded_at = 0
    for start, end in (*_regions(text), (len(text), len(text))):
        parts.append(_usual().translate(text[position:start]))
        folded_at = _map_alone(text, position, start, folded_at, found)
        for piece in _pieces(text[start:end]):
            folded = _fold_piece(piece)
            parts.append(folded)
            found.add(folded_at, start, len(piece))
            folded_at += len(folded)
            start += len(piece)
        position = end
    return _without_runs("".join(parts), found)


class Stretches:
    """Where the characters of a folded text came from, as stretches of it in order.

    A stretch begins at a folded character and lasts to the next stretch. Its *width* is how many characters of the
    text all of it came from; a width of 0 stands for characters that came from one each, one after the other.
    """

    def __init__(self, packed: bytes = b"") -> None:
        self._values = array("I")  # folded start, start in the text, width; then those of the next stretch
        self._values.frombytes(packed)
        if sys.byteorder == "big":
            self._values.byteswap()

    def packed(self) -> bytes:
        """As bytes, to be kept: little-endian unsigned integers of 32 bits, three a stretch."""
        values = self._values
        if sys.byteorder == "big":
            values = values[:]
            values.byteswap()
        return values.tobytes()

    def source_limits(self, start: int, end: int) -> tuple[int, int]:
        """The limits in the text of ``folded[start:end]``, which must not be empty: from the first to the last
        character that is in it.

        What folding dropped before or after them lies outside; what several folded characters share lies inside.
        """
        return self._source(start)[0], self._source(end - 1)[1]

    def _source(self, index: int) -> tuple[int, int]:
        """The limits in the text of what one folded character came from."""
        values = self._values
        place = bisect_right(range(0, len(values), 3), index, key=values.__getitem__) - 1
        first, start, width = values[3 * place : 3 * place + 3]
        return (start, start + width) if width else (start + index - first, start + index - first + 1)

    def add(self, folded: int, source: int, width: int) -> None:
        """Go on with a stretch; where nothing folded lies between it and the last, that one is gone."""
        values = self._values
        if values and values[-3] == folded:
            del values[-3:]
        if width or not values or values[-1] or source - values[-2] != folded - values[-3]:
            values.extend((folded, source, width))

    def without(self, runs: Sequence[tuple[int, int]], length: int) -> "Stretches":
        """Each run (half-open, in order, apart) of a folded text of that length made one character."""
        kept = Stretches()
        position = gone = 0
        for start, end in runs:
            self._copy(position, start, gone, kept)
            first, last = self.source_limits(start, end)
            kept.add(start - gone, first, last - first)
            gone += end - start - 1
            position = end
        self._copy(position, length, gone, kept)
        return kept

    def _copy(self, start: int, end: int, gone: int, target: "Stretches") -> None:
        """Add what lies within ``folded[start:end]``, that many characters nearer to the beginning."""
        values = self._values
        place = max(0, bisect_right(range(0, len(values), 3), start, key=values.__getitem__) - 1)
        for at in range(3 * place, len(values), 3):
            first, source, width = values[at : at + 3]
            if first >= end:
                break
            if first < start:
                first, source = start, source if width else source + start - first
            target.add(first - gone, source, width)


def _map_alone(text: str, start: int, end: int, folded: int, found: Stretches) -> int:
    """Add the stretches of ``text[start:end]``, all of whose characters fold alone; gives where they end, folded."""
    for uneven in _uneven.finditer(text, start, end):
        if uneven.start() > start:
            found.add(folded, start, 0)
            folded += uneven.start() - start
        width = len(_table[ord(uneven[0])])
        if width:
            found.add(folded, uneven.start(), 1)
            folded += width
        start = uneven.end()
    if start < end:
        found.add(folded, start, 0)
    return folded + end - start


def _without_runs(folded: str, found: Stretches) -> tuple[str, Stretches]:
    """Each run of blanks made one blank."""
    if "  " not in folded:
        return folded, found
    runs = [run.span() for run in _blanks.finditer(folded)]
    return _blanks.sub(" ", folded), found.without(runs, len(folded))


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """Where characters stand that do not fold alone: each time with the base before them and what joins either."""
    last = 0
    for found in _region.finditer(text):
        start = found.start()
        while start > last and text[start - 1] in _vanishing():
            start -= 1
        yield max(last, start - 1), found.end()
        last = found.end()


def pieces_of(text: str) -> list[str]:
    """The text cut before each character that is folded without regard to what stands before it."""
    return list(_pieces(text))


def _pieces(region: str) -> Iterator[str]:
    """The region cut before each character that does not join what stands before it."""
    start = 0
    for index in range(1, len(region)):
        if not _joins(region[index]):
            yield region[start:index]
            start = index
    yield region[start:]


@lru_cache(maxsize=4096)
def _joins(character: str) -> bool:
    """Whether a character may be composed with, or reordered among, what stands before it."""
    folded = _table[ord(character)]
    first = unicodedata.normalize("NFKC", character)[:1]
    return (
        not folded
        or unicodedata.category(first).startswith("M")
        or unicodedata.category(folded[0]).startswith("M")
        or any(ord(letter) in letters for letters in _JOINING_LETTERS for letter in (first, folded[0]))
    )
