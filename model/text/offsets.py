"""Offsets of one text in three units: code points (the model's), UTF-16 units (of Qt, Java, JavaScript), UTF-8 bytes.

Only arithmetic: nothing here knows who counts in which unit. Texts hold no lone surrogates; import refuses them.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

_astral = re.compile("[\U00010000-\U0010ffff]")
_wide = re.compile("[^\x00-\x7f]+")


class Utf16Map:
    """Code points and UTF-16 units of ``text``; both directions O(1) where all is BMP, else O(log n)."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._astral = [found.start() for found in _astral.finditer(text)]
        # Where the second unit of each astral character stands, in units.
        self._second = [offset + before + 1 for before, offset in enumerate(self._astral)]

    @property
    def length(self) -> int:
        """Length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 unit at which the code point ``offset`` begins; ``IndexError`` outside 0 … length."""
        if not 0 <= offset <= self._length:
            raise IndexError(f"offset {offset} outside a text of {self._length} code points")
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def from_utf16(self, unit: int) -> int:
        """The code point to which the UTF-16 ``unit`` belongs; ``IndexError`` outside 0 … length."""
        if not 0 <= unit <= self.length:
            raise IndexError(f"unit {unit} outside a text of {self.length} UTF-16 units")
        return unit - bisect_right(self._second, unit) if self._second else unit


class Utf8Map:
    """Code points and UTF-8 bytes of ``text``; both directions O(1) where all is ASCII, else O(log n)."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # The text in runs of characters that take the same number of bytes: where each begins, and how wide it is.
        self._starts = [0]
        self._widths = [1]
        for found in _wide.finditer(text):
            offset = found.start()
            for character in found[0]:
                self._begin_run(offset, 2 if character < "\u0800" else 3 if character < "\U00010000" else 4)
                offset += 1
            if offset < len(text):
                self._begin_run(offset, 1)
        ends = [*self._starts[1:], len(text)]
        lengths = ((end - start) * width for start, end, width in zip(self._starts, ends, self._widths, strict=True))
        *self._bytes, self.length = accumulate(lengths, initial=0)

    def _begin_run(self, offset: int, width: int) -> None:
        if width == self._widths[-1]:
            return
        if offset == self._starts[-1]:
            self._widths[-1] = width
        else:
            self._starts.append(offset)
            self._widths.append(width)

    def to_utf8(self, offset: int) -> int:
        """The byte at which the code point ``offset`` begins; ``IndexError`` outside 0 … length."""
        if not 0 <= offset <= self._length:
            raise IndexError(f"offset {offset} outside a text of {self._length} code points")
        run = bisect_right(self._starts, offset) - 1
        return self._bytes[run] + (offset - self._starts[run]) * self._widths[run]

    def from_utf8(self, byte: int) -> int:
        """The code point to which the ``byte`` belongs; ``IndexError`` outside 0 … length."""
        if not 0 <= byte <= self.length:
            raise IndexError(f"byte {byte} outside a text of {self.length} UTF-8 bytes")
        run = bisect_right(self._bytes, byte) - 1
        return self._starts[run] + (byte - self._bytes[run]) // self._widths[run]
