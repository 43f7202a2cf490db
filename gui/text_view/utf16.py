"""Code points and Qt's UTF-16 units: the one place of the application where one is turned into the other."""

from model.text.offsets import Utf16Map


class UnitMap:
    """Offsets of one block's text (code points) and units of the QTextLayout that shows it."""

    __slots__ = ("_map", "same")

    def __init__(self, text: str) -> None:
        self._map = Utf16Map(text)
        self.same = self._map.length == len(text)  # no character beyond U+FFFF: offsets are units

    def to_unit(self, offset: int) -> int:
        """The unit at which the character at an offset begins."""
        return self._map.to_utf16(offset)

    def to_offset(self, unit: int) -> int:
        """The offset of the character to which a unit belongs; a second half belongs to the same one as the first."""
        return self._map.from_utf16(unit)
