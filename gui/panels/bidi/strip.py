"""The displayed line of one character as a strip of cells in visual order: character above, embedding level below."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.item_models.bidi_characters import BidiCharacters, Line
from gui.item_models.character_names import abbreviation, code_point, left_to_right, name_of, visible
from gui.style.fonts import load_bundled_fonts, text_font
from gui.style.theme import mix, over, theme_of
from gui.widgets.row_painting import dim, draw_focus, smaller
from gui.widgets.tool_tips import plain_tool_tip

_CELL_PADDING = 5  # logical pixels at both sides of what a cell shows
_LETTER = 18  # pixel size of the characters
_EMPTY = Line(0, 0, (), (), ())


class BidiStrip(QWidget):
    """Cells from left to right as the characters stand on the line, those of the stretch tinted, one current.

    Cells of odd levels have a line below that marks them as running from right to left. A click on a cell tells its
    character's offset. The strip shows what the table says too, so it takes no focus.
    """

    chosen = Signal(int)

    def __init__(self, model: BidiCharacters, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._line = _EMPTY
        self._current = -1
        self._font = text_font(load_bundled_fonts(), _LETTER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # visual order is from the left in every window

    @property
    def shown(self) -> list[int]:
        """The offsets of the line from left to right."""
        return list(self._line.order)

    def show_line(self, offset: int | None) -> None:
        """Show the line of a character, that character current; None shows nothing."""
        self._line = _EMPTY if offset is None else self._model.line(offset)
        self._current = -1 if offset is None else offset
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self._font).height() + QFontMetrics(smaller(self.font())).height() + 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def cells(self) -> list[tuple[int, QRect]]:
        """The offsets and places of the cells that are seen: the current one, and as many about it as there is room."""
        order, room = self._line.order, self.width()
        widths = {}

        def width(place: int) -> int:
            if place not in widths:
                widths[place] = self._cell_width(order[place])
            return widths[place]

        if not order:
            return []
        middle = self._middle()
        first = last = middle
        used = width(middle)
        while first > 0 or last + 1 < len(order):
            if first > 0 and (last + 1 == len(order) or middle - first <= last - middle):
                used += width(first - 1)
                first -= used <= room
            else:
                used += width(last + 1)
                last += used <= room
            if used > room:
                break
        left = max(0, (room - sum(width(place) for place in range(first, last + 1))) // 2)
        result = []
        for place in range(first, last + 1):
            result.append((order[place], QRect(left, 0, width(place), self.height())))
            left += width(place)
        return result

    def _middle(self) -> int:
        """Which cell is current: where the character has no place, that of the one before it in the text."""
        line = self._line
        for number in range(self._current - line.start, -1, -1):
            place = line.places[number]
            if place is not None:
                return place - 1
        return 0

    def _cell_width(self, offset: int) -> int:
        character = self._model.character(offset)
        short = abbreviation(character)
        metrics = QFontMetrics(smaller(self.font()) if short else self._font)
        least = QFontMetrics(smaller(self.font())).horizontalAdvance("00")
        return max(least, metrics.horizontalAdvance(visible(character))) + 2 * _CELL_PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self.palette(), None)
        painter.fillRect(self.rect(), theme.ground)
        start, end = self._model.limits
        tinted = over(theme.selection_unfocused, theme.ground)
        if start <= self._line.start and self._line.end <= end:  # all of the line: nothing to tell apart
            tinted = theme.ground
        small = smaller(self.font())
        below = QFontMetrics(small).height() + 3
        for offset, cell in self.cells():
            character = self._model.character(offset)
            level = self._line.levels[offset - self._line.start]
            ground = tinted if start <= offset < end else theme.ground
            painter.fillRect(cell, ground)
            upper = cell.adjusted(0, 0, 0, -below)
            short = abbreviation(character)
            painter.setFont(small if short else self._font)
            painter.setPen(dim(ground, theme.text) if short else theme.text)
            painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, left_to_right(visible(character)))
            painter.setFont(small)
            painter.setPen(theme.text)
            lower = QRect(cell.left(), cell.bottom() - below + 1, cell.width(), below)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, str(level))
            if level is not None and level % 2:
                painter.fillRect(QRect(cell.left(), cell.bottom() - 1, cell.width(), 2), theme.evidence)
            painter.fillRect(QRect(cell.right(), 0, 1, cell.height()), mix(theme.ground, theme.text, 0.2))
            if offset == self._current:
                draw_focus(painter, cell, theme.focus)
        painter.end()

    def _offset_at(self, x: float) -> int | None:
        return next((offset for offset, cell in self.cells() if cell.left() <= x <= cell.right()), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        offset = self._offset_at(event.position().x())
        if offset is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(offset)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            offset = self._offset_at(event.pos().x())
            if offset is None:
                self.setToolTip("")
            else:
                character = self._model.character(offset)
                self.setToolTip(plain_tool_tip(left_to_right(f"{code_point(character)} {name_of(character)}")))
        return super().event(event)
