"""The characters of a stretch of text, one a row, with what the bidirectional algorithm makes of each.

Nothing is worked out before a row is shown: levels are resolved for the displayed block in which the row's character
stands, and the order from left to right for its displayed line, so that a stretch of any length is there at once.
"""

import unicodedata
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from gui.item_models.character_names import abbreviation, code_point, left_to_right, name_of, visible
from gui.widgets.tool_tips import plain_tool_tip
from model.text.bidi import levels, line_levels, visual_order
from model.text.offsets import Utf8Map, Utf16Map

_Index = QModelIndex | QPersistentModelIndex
Limits = Callable[[int], tuple[int, int]]
RIGHT_TO_LEFT = 1  # the level of every displayed block
REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))  # rule X9: these have no place and no level that counts
NOTHING = "–"
MOST_COPIED = 20_000  # rows; more than anyone reads
LONGEST_BLOCK = 20_000  # code points; a longer one is resolved in pieces of that length
_KEPT = 64  # blocks and lines whose levels are remembered


class Column(IntEnum):
    """What is told of a character."""

    CHARACTER = 0
    CODE = 1
    CLASS = 2
    LEVEL = 3
    PLACE = 4
    NAME = 5
    OFFSET = 6
    UTF16 = 7
    UTF8 = 8


class Line(NamedTuple):
    """One displayed line: its limits; of each character the level after rule L1 and the place from the left, from 1
    (None where rule X9 removes the character); and the offsets of the others from left to right.
    """

    start: int
    end: int
    levels: tuple[int | None, ...]
    places: tuple[int | None, ...]
    order: tuple[int, ...]


class BidiCharacters(QAbstractTableModel):
    """The characters from ``start`` to ``end`` of a text.

    ``block_of`` gives the limits of the displayed block (a paragraph to the algorithm) that holds an offset,
    ``line_of`` those of the displayed line; without it a block is one line. Half-open code points, as all offsets here.
    """

    def __init__(self, block_of: Limits, line_of: Limits | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._block_of = block_of
        self._line_of = line_of or block_of
        self._text = ""
        self._maps: tuple[Utf16Map, Utf8Map] | None = None
        self._start = self._end = 0
        self._font: QFont | None = None
        self._headers: dict[Column, tuple[str, str]] = {}
        self._make_caches()
        self.retranslate()

    def _make_caches(self) -> None:
        """Forget what was worked out for another text or another layout."""
        self._levels_of = lru_cache(_KEPT)(self._resolve)
        self._line = lru_cache(_KEPT)(self._order)

    # What is shown

    @property
    def limits(self) -> tuple[int, int]:
        """The stretch that is shown."""
        return self._start, self._end

    def set_stretch(self, text: str, start: int, end: int) -> None:
        """Show a stretch of a text, its levels resolved anew."""
        self.beginResetModel()
        if text is not self._text:
            self._text = text
            self._maps = None
        self._start, self._end = max(0, min(start, len(text))), max(0, min(end, len(text)))
        self._make_caches()
        self.endResetModel()

    def set_character_font(self, font: QFont) -> None:
        """The font in which the characters themselves are shown."""
        self._font = font

    def retranslate(self) -> None:
        """Take the names of the columns from the window's language."""
        self._headers = {
            Column.CHARACTER: (self.tr("Character"), self.tr("The character; what cannot be seen by its abbreviation")),
            Column.CODE: (self.tr("Code point"), ""),
            Column.NAME: (self.tr("Name"), self.tr("Name in Unicode")),
            Column.CLASS: (self.tr("Class"), self.tr("Bidi class: the kind of direction that the character has")),
            Column.LEVEL: (
                self.tr("Level"),
                self.tr("Embedding level on its line: odd runs from right to left, even from left to right"),
            ),
            Column.PLACE: (self.tr("Place"), self.tr("Place on its line, counted from the left")),
            Column.OFFSET: (self.tr("Offset"), self.tr("Offset in code points")),
            Column.UTF16: (self.tr("UTF-16"), self.tr("Offset in UTF-16 units")),
            Column.UTF8: (self.tr("UTF-8"), self.tr("Offset in UTF-8 bytes")),
        }
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def offset(self, row: int) -> int:
        """The offset of the character of a row."""
        return self._start + row

    def row_of(self, offset: int) -> int:
        """The row of the character at an offset; the nearest one where it is not shown."""
        return max(0, min(offset, self._end - 1) - self._start)

    def line(self, offset: int) -> Line:
        """The displayed line on which the character at an offset stands."""
        return self._line(*self._limits(self._line_of, offset))

    def level(self, offset: int) -> int | None:
        """The embedding level on its line; None where rule X9 removes the character."""
        line = self.line(offset)
        return line.levels[offset - line.start]

    def place(self, offset: int) -> int | None:
        """How many characters of its line stand to the left of it, and itself; None where it has no place."""
        line = self.line(offset)
        return line.places[offset - line.start]

    def character(self, offset: int) -> str:
        """The character at an offset."""
        return self._text[offset]

    def described(self, first: int, last: int) -> str:
        """Rows as text, the last one included: columns parted by tabs, one row a line, at most ``MOST_COPIED`` rows."""
        rows = range(first, min(last + 1, first + MOST_COPIED, self.rowCount()))
        return "\n".join("\t".join(self.value(row, column) for column in Column) for row in rows)

    # The algorithm

    def _limits(self, limits_of: Limits, offset: int) -> tuple[int, int]:
        """Limits that are sure to hold the offset and not to be too long to work out at once."""
        start, end = limits_of(offset)
        if not start <= offset < end:
            return offset, offset + 1
        if end - start > LONGEST_BLOCK:
            start += (offset - start) // LONGEST_BLOCK * LONGEST_BLOCK
            end = min(end, start + LONGEST_BLOCK)
        return start, min(end, len(self._text))

    def _resolve(self, start: int, end: int) -> list[int]:
        """Levels of a block."""
        return levels(self._text[start:end], "R")

    def _order(self, start: int, end: int) -> Line:
        """Rules L1 and L2 for a line."""
        text = self._text[start:end]
        resolved: list[int] = []
        while len(resolved) < end - start:  # but for a line that knows no blocks this is one round
            first, last = self._limits(self._block_of, start + len(resolved))
            resolved += self._levels_of(first, last)[start + len(resolved) - first : end - first]
        of_line = line_levels(text, resolved, RIGHT_TO_LEFT)
        kept = [number for number, each in enumerate(text) if unicodedata.bidirectional(each) not in REMOVED]
        order = [kept[number] for number in visual_order([of_line[number] for number in kept])]
        levels_kept: list[int | None] = [None] * (end - start)
        places: list[int | None] = [None] * (end - start)
        for place, number in enumerate(order, 1):
            levels_kept[number], places[number] = of_line[number], place
        return Line(start, end, tuple(levels_kept), tuple(places), tuple(start + number for number in order))

    def _offsets(self) -> tuple[Utf16Map, Utf8Map]:
        if self._maps is None:
            self._maps = Utf16Map(self._text), Utf8Map(self._text)
        return self._maps

    # The table

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._end - self._start

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        name, explained = self._headers[Column(section)]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(name, explained)
        return None

    def value(self, row: int, column: int) -> str:
        """What stands in a cell, without isolates."""
        offset = self.offset(row)
        character = self._text[offset]
        match column:
            case Column.CHARACTER:
                return visible(character)
            case Column.CODE:
                return code_point(character)
            case Column.NAME:
                return name_of(character)
            case Column.CLASS:
                return unicodedata.bidirectional(character) or NOTHING
            case Column.LEVEL:
                return _number(self.level(offset))
            case Column.PLACE:
                return _number(self.place(offset))
            case Column.OFFSET:
                return str(offset)
            case Column.UTF16:
                return str(self._offsets()[0].to_utf16(offset))
            case _:
                return str(self._offsets()[1].to_utf8(offset))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return left_to_right(self.value(row, column))
            case Qt.ItemDataRole.AccessibleTextRole:
                if column == Column.CHARACTER:  # what a screen reader says first should say what it is
                    return name_of(self._text[self.offset(row)])
                return self.value(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                name, explained = self._headers[Column(column)]
                return plain_tool_tip(f"{name}: {left_to_right(self.value(row, column))}", explained)
            case Qt.ItemDataRole.TextAlignmentRole:
                middle = column in (Column.CHARACTER, Column.CLASS, Column.LEVEL, Column.PLACE)
                if middle:
                    return Qt.AlignmentFlag.AlignCenter
                side = Qt.AlignmentFlag.AlignLeading if column in (Column.CODE, Column.NAME) else _RIGHT
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole:
                shown_itself = column == Column.CHARACTER and not abbreviation(self._text[self.offset(row)])
                return self._font if shown_itself else None
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def _number(number: int | None) -> str:
    return NOTHING if number is None else str(number)
