"""The bidirectional algorithm (UAX #9) for texts shown without Qt: in a terminal, and for whoever wants to see levels.

The engine is python-bidi, its compiled part: the levels are read from the dump that it gives for debugging, since it
gives them nowhere else (its old pure-Python part, ``bidi.algorithm``, is wrong one time in six and is not used). Levels
belong to a whole paragraph and the order of characters to a line, so lines are cut here between the two steps.

It passes all of Unicode's cases. One fault is known that these do not show: brackets behind an isolate that begins with
another isolate are resolved as if nothing stood before it. No resolution of the corpus holds an isolate.
"""

# python-bidi carries annotations, but says nowhere that it does.
# pyright: reportMissingTypeStubs=false

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, cast

from bidi import get_base_level, get_display

from model.text.words import BIDI_MARKS, next_grapheme

Base = Literal["L", "R"] | None

_paragraph = re.compile("[^\n\r\x1c-\x1e\x85\u2029]*(?:\r\n|[\n\r\x1c-\x1e\x85\u2029]|\\Z)")
_level = re.compile(r"Level\(\s*(\d+)")
# What rule L1 sends to the paragraph's level at the end of a line.
_TRAILING = frozenset(("WS", "FSI", "LRI", "RLI", "PDI", "BN", "LRE", "RLE", "LRO", "RLO", "PDF"))


def levels(text: str, base: Base = "R") -> list[int]:
    """The embedding level of each code point, before rule L1.

    ``base`` is the direction of the paragraphs, ``None`` to let the first strong character of each decide. Characters
    that rule X9 removes (the embedding controls) have a level too; it means nothing.
    """
    if not text:
        return []
    dump = cast(str, get_display(text, base_dir=base, debug=True))
    by_byte = _level.findall(dump, dump.rindex("\n    levels: ["), dump.rindex("\n    paragraphs: ["))
    result: list[int] = []
    byte = 0
    for character in text:
        result.append(int(by_byte[byte]))
        byte += 1 if character < "\x80" else 2 if character < "\u0800" else 3 if character < "\U00010000" else 4
    if byte != len(by_byte):
        raise RuntimeError(f"python-bidi gave {len(by_byte)} levels for {byte} bytes")
    return result


def paragraph_level(text: str, base: Base = "R") -> int:
    """The level of the first paragraph: 0 left to right, 1 right to left."""
    return get_base_level(text) if base is None else int(base == "R")


def line_levels(line: str, resolved: Sequence[int], paragraph: int) -> list[int]:
    """Rule L1 for one line whose ``resolved`` levels are given.

    Separators, and white space before them and at the line's end, take the level of the ``paragraph``.
    """
    result = list(resolved)
    trailing = True
    for index in range(len(line) - 1, -1, -1):
        kind = unicodedata.bidirectional(line[index])
        if kind in ("S", "B"):
            trailing = True
            result[index] = paragraph
        elif kind not in _TRAILING:
            trailing = False
        elif trailing:
            result[index] = paragraph
    return result


def visual_order(line: Sequence[int]) -> list[int]:
    """Rule L2: the indexes of the ``line`` with these levels, from left to right."""
    order = list(range(len(line)))
    lowest_odd = min((level for level in line if level % 2), default=0)
    if not lowest_odd:
        return order
    for lowest in range(max(line), lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and line[order[end]] >= lowest:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def visual_lines(text: str, width: int, base: Base = "R") -> list[str]:
    """The text for a terminal that shows characters from left to right, in lines of at most ``width`` columns.

    Wrapped in logical order at blanks, so that symbols stay whole; what is longer than a line is cut between graphemes.
    Brackets are mirrored where they stand right to left, marks follow their letter, bidi controls are left out, other
    controls become U+FFFD. Lines are not padded: aligning them to the right is left to the caller. A grapheme wider
    than ``width`` has a line of its own.
    """
    lines: list[str] = []
    for found in _paragraph.finditer(text):
        if not found[0] and (found.start() or text):
            continue  # the end of the text after a separator, or after the last paragraph
        paragraph = found[0]
        level = paragraph_level(paragraph, base)
        resolved = levels(paragraph, base)
        units = list(_units(paragraph.rstrip("\n\r\x1c\x1d\x1e\x85\u2029")))
        lines += [_visual(paragraph, line, resolved, level) for line in _wrapped(paragraph, units, max(1, width))]
    return lines


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _units(paragraph: str) -> Iterator[tuple[int, int]]:
    """The graphemes of a paragraph."""
    start = 0
    while start < len(paragraph):
        end = next_grapheme(paragraph, start)
        yield start, end
        start = end


def _wrapped(text: str, units: Sequence[tuple[int, int]], width: int) -> Iterator[Sequence[tuple[int, int]]]:
    """The graphemes line by line, without the blanks at which the lines were cut."""
    line = 0  # first unit of the line
    blank = -1  # last unit of the line at which it may be cut
    used = 0
    index = 0
    while index < len(units):
        start, end = units[index]
        is_blank = text[start:end].isspace()
        needed = columns(text[start:end])
        if used + needed <= width or index == line or is_blank:
            # Blanks may hang over the edge: they are cut off with the line.
            blank = index if is_blank else blank
            used += needed
            index += 1
            continue
        cut = blank if blank > line else index
        yield _stripped(text, units[line:cut])
        line = cut
        while line < index and text[slice(*units[line])].isspace():
            line += 1
        index, blank, used = line, -1, 0
    yield _stripped(text, units[line:])


def _stripped(text: str, line: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The line without blanks at its end."""
    end = len(line)
    while end and text[slice(*line[end - 1])].isspace():
        end -= 1
    return line[:end]


def _visual(text: str, line: Sequence[tuple[int, int]], resolved: Sequence[int], paragraph: int) -> str:
    """One line of graphemes in visual order; rule L2 moves whole graphemes, so that marks follow their letter (L3)."""
    if not line:
        return ""
    start, end = line[0][0], line[-1][1]
    by_character = line_levels(text[start:end], resolved[start:end], paragraph)
    by_unit = [by_character[first - start] for first, _ in line]
    parts: list[str] = []
    for index in visual_order(by_unit):
        unit = text[slice(*line[index])]
        head = _mirror(unit[0]) if by_unit[index] % 2 else unit[0]
        parts.append("".join(map(_shown, head + unit[1:])))
    return "".join(parts)


def _shown(character: str) -> str:
    """The character as a terminal may have it."""
    if character in BIDI_MARKS:
        return ""
    if unicodedata.category(character) == "Cc":
        return " " if character.isspace() else "\ufffd"
    return character


@cache
def _mirror(character: str) -> str:
    """Rule L4: the character that looks like this one seen in a mirror, where Unicode names one; else itself."""
    if not unicodedata.mirrored(character):
        return character
    name = unicodedata.name(character)
    for one, other in (("LEFT", "RIGHT"), ("LESS-THAN", "GREATER-THAN")):
        for old, new in ((one, other), (other, one)):
            if old in name:
                try:
                    return unicodedata.lookup(name.replace(old, new))
                except KeyError:
                    return character
    return character
