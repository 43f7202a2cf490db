"""The right-hand margin: for each clause on the screen a bracket, its label's name in small letters, and its number."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen

from gui.style.theme import Theme
from gui.text_view.block_list import BlockList
from gui.text_view.page import Page, Placed
from gui.text_view.painting import Lanes
from model.annotation.layers import Scheme
from model.annotation.values import Span, is_unsure

WIDEST_SHARE = 0.22  # of the viewport's width
BRACKET_PITCH = 5
BRACKET_WIDTH = 3
MOST_BRACKETS = 4
_PADDING = 8
_TICK = 4
_NARROWEST = 24  # logical pixels
_SMALLEST_NAME = 10  # logical pixels, of letters
_LARGEST_NAME = 15
_BESIDE_BRACKETS = 8 + MOST_BRACKETS * BRACKET_PITCH
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
_NUMBER_SAMPLE = "88"
_UNSURE = {"ar": "؟"}  # beside the name of an unsure proposal, by language; else a question mark
_BESIDE_UNSURE = 3


class NameLines(NamedTuple):
    """A label's name cut to the margin's width, and on which of its lines the number stands (behind the last: on its
    own).
    """

    lines: tuple[str, ...]
    number_line: int

    @property
    def count(self) -> int:
        """How many lines are needed."""
        return max(len(self.lines), self.number_line + 1)


@dataclass(frozen=True)
class ClauseMark:
    """A clause in the margin: where its bracket runs, in which lane, and where its name stands (height 0: no room for
    any line).
    """

    span: Span
    lane: int
    top: int
    bottom: int
    begins_here: bool
    ends_here: bool
    name_top: int
    name_height: int
    name: "NameLines"


class Margin:
    """Measures, arranges and paints the margin. x runs from the viewport's left, the margin being at its right."""

    def __init__(self) -> None:
        self.width = 0
        self._names: dict[str, str] = {}
        self._font = QFont()
        self._bold = QFont()
        self._unsure = "?"
        self.unsure_below = 0.0  # the chance (0 … 1) below which a proposal is unsure
        self._arranged: dict[tuple[str, int, int], NameLines] = {}
        self._advances: dict[str, int] = {}

    def measure(self, viewport_width: int, scheme: Scheme | None, language: str, font: QFont, text_size: int) -> None:
        """Fit the margin to the longest name of a clause label, within its share of the viewport."""
        trees = [layer for layer in scheme.layers if layer.overlap == "tree"] if scheme is not None else []
        self._unsure = _UNSURE.get(language, "?")
        self._names = {label.id: label.name(language) for layer in trees for label in layer.labels}
        words = [word for name in self._names.values() for word in name.split()]
        most = max(_NARROWEST, int(viewport_width * WIDEST_SHARE))
        for size in range(max(_SMALLEST_NAME, min(_LARGEST_NAME, round(text_size * 0.62))), _SMALLEST_NAME - 1, -1):
            self._font = QFont(font)
            self._font.setPixelSize(size)
            self._bold = QFont(self._font)
            self._bold.setBold(True)
            bold = QFontMetrics(self._bold)
            number = bold.horizontalAdvance(_NUMBER_SAMPLE) + _PADDING
            longest = max(map(bold.horizontalAdvance, self._names.values()), default=0) + number
            self.width = max(_NARROWEST, min(longest + _BESIDE_BRACKETS + _PADDING + 2, most))
            if max(map(bold.horizontalAdvance, words), default=0) <= self._room:
                break  # smaller letters only where not even single words fit
        self._arranged.clear()
        self._advances.clear()

    def marks(self, page: Page | BlockList, placed: Sequence[Placed], lanes: Lanes) -> list[ClauseMark]:
        """The clauses on the screen, from top to bottom, outer ones before those inside them."""
        if not placed:
            return []
        first, last = placed[0].start, placed[-1].end
        starts = [block.block.limits.start for block in placed]
        line_height = QFontMetrics(self._font).height()
        marks: list[ClauseMark] = []
        beside: list[ClauseMark] = []  # those that run on beside the next one, or end on the row on which it begins
        free_from = 0
        for span in page.spans.meeting(first, last):
            if span.layer not in lanes.trees:
                continue
            begins_here, ends_here = span.start >= first, span.end <= last
            top, bottom = _extent(page.text, placed, starts, span)
            if not begins_here:
                top = min(0, top)
            beside = [other for other in beside if other.span.end > span.start or other.bottom > top]
            taken = {other.lane for other in beside}
            lane = next((lane for lane in range(MOST_BRACKETS) if lane not in taken), MOST_BRACKETS - 1)
            name_top = max(top + 2, free_from, 2)
            name = self._name_lines(span, (bottom + 2 - name_top) // line_height)
            height = name.count * line_height
            free_from = max(free_from, name_top + height)
            marks.append(ClauseMark(span, lane, top, bottom, begins_here, ends_here, name_top, height, name))
            beside.append(marks[-1])
        return marks

    def paint(
        self, painter: QPainter, viewport: QRect, marks: Sequence[ClauseMark], theme: Theme, current: str | None
    ) -> None:
        """Paint the margin's ground, brackets and names."""
        left = viewport.width() - self.width
        painter.fillRect(QRect(left, 0, self.width, viewport.height()), theme.margin)
        painter.fillRect(QRect(left, 0, 1, viewport.height()), theme.rule)
        for mark in marks:
            self._paint_bracket(painter, left, mark, theme, mark.span.id == current)
            if mark.name_height:
                self._paint_name(painter, viewport.width(), mark, theme, mark.span.id == current)

    def _paint_bracket(self, painter: QPainter, left: int, mark: ClauseMark, theme: Theme, current: bool) -> None:
        colour = theme.of_label(mark.span.label).bar
        x = left + 4 + (MOST_BRACKETS - 1 - mark.lane) * BRACKET_PITCH
        width = BRACKET_WIDTH + (1 if current else 0)
        top, bottom = mark.top + 1, mark.bottom - 1
        if mark.span.status == "suggested":
            pen = QPen(colour, 2)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawLine(QPointF(x + width / 2, top), QPointF(x + width / 2, bottom))
        else:
            painter.fillRect(QRectF(x, top, width, bottom - top), colour)
        for here, y in ((mark.begins_here, top), (mark.ends_here, bottom - 2)):
            if here:
                painter.fillRect(QRectF(x - _TICK + width, y, _TICK, 2), colour)

    def _paint_name(self, painter: QPainter, right: int, mark: ClauseMark, theme: Theme, current: bool) -> None:
        room = self._room
        left = right - self.width + _BESIDE_BRACKETS
        line_height = mark.name_height // mark.name.count
        colours = theme.of_label(mark.span.label)
        painter.setFont(self._bold)
        number = QRectF(left, mark.name_top + mark.name.number_line * line_height, room, line_height)
        if is_unsure(mark.span, self.unsure_below):
            painter.setPen(theme.unsure)
            painter.drawText(number, _AT_LEFT, self._unsure)
            number.setLeft(left + self._advance(self._unsure) + _BESIDE_UNSURE)
        painter.setPen(colours.name)
        if mark.span.number:
            painter.drawText(number, _AT_LEFT, self._elide(mark.span.number, round(number.width())))
        painter.setFont(self._bold if current else self._font)
        for number, line in enumerate(mark.name.lines):
            painter.drawText(QRectF(left, mark.name_top + number * line_height, room, line_height), _AT_RIGHT, line)

    def _name_lines(self, span: Span, most: int) -> NameLines:
        """The name on as few lines as hold it, the number beside it; cut short where there is room for fewer."""
        if most < 1:
            return NameLines((), -1)
        name = self._names.get(span.label, span.label)
        number = self._advance(span.number) + _PADDING if span.number else 0
        if is_unsure(span, self.unsure_below):
            number += self._advance(self._unsure) + (_BESIDE_UNSURE if number else _PADDING)
        key = (name, number, most)
        if key not in self._arranged:
            self._arranged[key] = self._arrange(name, number, most)
        return self._arranged[key]

    def _arrange(self, name: str, number: int, most: int) -> NameLines:
        room = self._room
        lines: list[str] = []
        for word in name.split():
            if lines and self._advance(f"{lines[-1]} {word}") <= room:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        if self._advance(name) + number <= room:
            return NameLines((name,), 0)
        beside = next((place for place, line in enumerate(lines) if self._advance(line) + number <= room), len(lines))
        if max(len(lines), beside + 1 if number else 0) <= most:
            return NameLines(tuple(self._elide(line, room) for line in lines), beside if number else 0)
        return NameLines((self._elide(name, room - number),), 0)

    @property
    def _room(self) -> int:
        """The width for names and numbers."""
        return self.width - _BESIDE_BRACKETS - _PADDING

    def _advance(self, text: str) -> int:
        if text not in self._advances:
            self._advances[text] = QFontMetrics(self._bold).horizontalAdvance(text)
        return self._advances[text]

    def _elide(self, name: str, room: int) -> str:
        return QFontMetrics(self._bold).elidedText(name, Qt.TextElideMode.ElideRight, max(0, room))

    @staticmethod
    def span_at(marks: Sequence[ClauseMark], y: float) -> Span | None:
        """The clause whose name stands at ``y``, else the innermost one whose bracket runs there."""
        for mark in marks:
            if mark.name_height and mark.name_top <= y < mark.name_top + mark.name_height:
                return mark.span
        beside = [mark.span for mark in marks if mark.top <= y < mark.bottom]
        return beside[-1] if beside else None


def _extent(text: str, placed: Sequence[Placed], starts: Sequence[int], span: Span) -> tuple[int, int]:
    """Top of the row of a span's first character that is no blank, and bottom of the row of its last one; as far as
    they are among the blocks, which begin at ``starts``.
    """
    first, last = placed[0].start, placed[-1].end
    start, end = max(span.start, first), min(span.end, last)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    start, end = min(start, last - 1), max(end - 1, first)
    top_block = placed[max(0, bisect_right(starts, start) - 1)]
    bottom_block = placed[max(0, bisect_right(starts, end) - 1)]
    row = top_block.block.laid_out.row_at(start)
    other = bottom_block.block.laid_out.row_at(end)
    return top_block.text_top + row.top, bottom_block.text_top + other.top + other.height
