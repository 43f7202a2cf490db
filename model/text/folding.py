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
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

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
        folded = unicodedata.normalize("NFKC", piece).translate(_simple_table).casefold()
        if folded == piece:
            return folded
        piece = folded


_table = _Table()
_alone = [chr(code) for code in range(0xFF00) if re.match(f"[{ALONE}]", chr(code))]
_vanishing = frozenset(character for character in _alone if not _table[ord(character)])
_bases = "".join(re.escape(character) for character in _alone if _table[ord(character)])
_uneven = re.compile(f"[{''.join(re.escape(one) for one in _alone if len(_table[ord(one)]) != 1)}]")
_region = re.compile(f"[^{ALONE}][^{_bases}]*")
_blanks = re.compile(r"\s{2,}")


def fold(text: str) -> str:
    """The text folded (see the module)."""
    parts: list[str] = []
    position = 0
    for start, end in _regions(text):
        parts.append(text[position:start].translate(_table))
        parts.extend(_fold_piece(piece) for piece in _pieces(text[start:end]))
        position = end
    parts.append(text[position:].translate(_table))
    return _blanks.sub(" ", "".join(parts))


def fold_with_map(text: str) -> tuple[str, "array[int]"]:
    """``fold(text)``, and for each of its characters the index in ``text`` of the character that it came from.

    One more index, the length of ``text``, ends the array; it never falls. Use ``source_range`` to find the way back.
    """
    parts: list[str] = []
    sources: array[int] = array("I")
    position = 0
    for start, end in _regions(text):
        parts.append(text[position:start].translate(_table))
        _map_alone(text, position, start, sources)
        for piece in _pieces(text[start:end]):
            folded = _fold_piece(piece)
            parts.append(folded)
            sources.extend((start,) * len(folded))
            start += len(piece)
        position = end
    parts.append(text[position:].translate(_table))
    _map_alone(text, position, len(text), sources)
    sources.append(len(text))
    return _without_runs("".join(parts), sources)


def source_range(sources: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The range of the text that ``folded[start:end]`` came from, ``sources`` being the map of ``fold_with_map``.

    What folding dropped after a character belongs to it; a character that became several is covered whole.
    """
    if start >= end:
        return sources[start], sources[start]
    last = sources[end - 1]
    return sources[start], sources[bisect_right(sources, last, end - 1)]


def _map_alone(text: str, start: int, end: int, sources: "array[int]") -> None:
    """Appends the sources of ``text[start:end]``, all of whose characters fold alone."""
    for found in _uneven.finditer(text, start, end):
        sources.extend(range(start, found.start()))
        sources.extend((found.start(),) * len(_table[ord(found[0])]))
        start = found.end()
    sources.extend(range(start, end))


def _without_runs(folded: str, sources: "array[int]") -> tuple[str, "array[int]"]:
    """Each run of blanks made one blank, which comes from where the run began."""
    kept: array[int] = array("I")
    position = 0
    for run in _blanks.finditer(folded):
        kept.extend(sources[position : run.start() + 1])
        position = run.end()
    kept.extend(sources[position:])
    return _blanks.sub(" ", folded), kept


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """Where characters stand that do not fold alone: each time with the base before them and what joins either."""
    last = 0
    for found in _region.finditer(text):
        start = found.start()
        while start > last and text[start - 1] in _vanishing:
            start -= 1
        yield max(last, start - 1), found.end()
        last = found.end()


def _pieces(region: str) -> Iterator[str]:
    """The region cut before each character that does not join what stands before it."""
    start = 0
    for index in range(1, len(region)):
        if not _joins(region[index]):
            yield region[start:index]
            start = index
    yield region[start:]


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
