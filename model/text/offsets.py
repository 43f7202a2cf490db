"""Offsets of one text in three units: code points (the model's), UTF-16 units (of Qt, Java, JavaScript), UTF-8 bytes.

Only arithmetic: nothing here knows who counts in which unit. Texts hold no lone surrogates; import refuses them.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

_astral = re.compile("[\U00010000-\U0010ffff]")
_CHUNK = 1024  # code points; what is counted anew for one offset


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
    """Code points and UTF-8 bytes of ``text``; made at the speed of encoding it, both directions O(log n)."""

    def __init__(self, text: str) -> None:
        self._text = text
        chunks = (text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK))
        # The byte at which each chunk begins, and the end.
        self._bytes = list(accumulate((len(chunk.encode()) for chunk in chunks), initial=0))

    @property
    def length(self) -> int:
        """Length of the text in UTF-8 bytes."""
        return self._bytes[-1]

    def to_utf8(self, offset: int) -> int:
        """The byte at which the code point ``offset`` begins; ``IndexError`` outside 0 … length."""
        if not 0 <= offset <= len(self._text):
            raise IndexError(f"offset {offset} outside a text of {len(self._text)} code points")
        chunk = min(offset // _CHUNK, len(self._bytes) - 1)
        return self._bytes[chunk] + len(self._text[chunk * _CHUNK : offset].encode())

    def from_utf8(self, byte: int) -> int:
        """The code point to which the ``byte`` belongs; ``IndexError`` outside 0 … length."""
        if not 0 <= byte <= self.length:
            raise IndexError(f"byte {byte} outside a text of {self.length} UTF-8 bytes")
        if byte == self.length:
            return len(self._text)
        chunk = bisect_right(self._bytes, byte) - 1
        start = chunk * _CHUNK
        before = self._text[start : start + _CHUNK].encode()[: byte - self._bytes[chunk]]
        return start + len(before.decode(errors="ignore"))  # a character that is only begun does not count
