"""Paints the outline's rows: the label's colour, the number, the leading phrase, and more quietly what comes next."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.i18n.numbers import grouped
from gui.item_models.outline import Line, OutlineRole
from gui.style.theme import MARK_CONTRAST, Theme, mix, readable
from gui.widgets.row_painting import (
    RowCursor,
    dim,
    draw_focus,
    draw_text,
    heading_font,
    paint_ground,
    row_height,
    smaller,
    text_width,
)

MARK = 10  # logical pixels: the label's mark
BADGE = 15
BETWEEN = 4  # parts of a row's words
_RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


class OutlineDelegate(QStyledItemDelegate):
    """Rows read from right to left, as the text does. A proposal's mark is hollow and its words are quieter; one that
    is unsure has a question mark at its end.
    """

    def __init__(self, theme: Theme, parent=None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, max(row_height(option.font, padding=3), BADGE + 4))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(OutlineRole.LINE)
        if line is None:
            return
        at_caret = bool(index.data(OutlineRole.AT_CARET))
        painter.save()
        ground = self._ground(painter, option, line, at_caret)
        row = RowCursor(option.rect, _RIGHT_TO_LEFT, side=6)
        if line.label is None:
            self._paint_group(painter, option, row, line, ground)
        else:
            self._paint_clause(painter, option, row, line, ground)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, self.theme.focus)
        painter.restore()

    def ground(self, line: Line) -> QColor:
        """What the row of the clause at the caret is painted on."""
        return self.theme.ground if line.label is None else self.theme.of_label(line.label).strong

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, at_caret: bool) -> QColor:
        if not at_caret:
            ground, _ = paint_ground(painter, option, keys_go_here=True)
            return ground
        ground = self.ground(line)
        painter.fillRect(option.rect, ground)
        return ground

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, row: RowCursor, line: Line, ground: QColor
    ) -> None:
        painter.setPen(dim(ground, self.theme.text))
        count = grouped(line.count)
        font = smaller(option.font)
        draw_text(painter, row.trailing(text_width(count, font) + 2), count, _RIGHT_TO_LEFT, font)
        draw_text(painter, row.rest(), line.lead, _RIGHT_TO_LEFT, heading_font(option.font))

    def _paint_clause(
        self, painter: QPainter, option: QStyleOptionViewItem, row: RowCursor, line: Line, ground: QColor
    ) -> None:
        assert line.label is not None
        bar = self.theme.of_label(line.label).bar
        self._draw_mark(painter, row.leading(MARK), readable(bar, ground, MARK_CONTRAST), hollow=line.proposed)
        if line.unsure:
            self._draw_badge(painter, row.trailing(BADGE), ground)
        quiet = dim(ground, self.theme.text)
        loud = quiet if line.proposed else self.theme.text
        bold = QFont(option.font)
        bold.setBold(True)
        if line.number:
            painter.setPen(loud)
            draw_text(painter, row.leading(text_width(line.number, bold) + 2), line.number, _RIGHT_TO_LEFT, bold)
        bold.setBold(not line.number)  # beside a number one bold word is enough
        parts = [(line.before, option.font, quiet), (line.lead, bold, loud), (line.rest, option.font, quiet)]
        if not line.lead:
            parts = [(line.rest, option.font, loud)]
        self._draw_parts(painter, row.rest(), [part for part in parts if part[0]])

    def _draw_parts(self, painter: QPainter, room: QRect, parts: list[tuple[str, QFont, QColor]]) -> None:
        """One behind the other, as far as there is room."""
        for words, font, colour in parts:
            painter.setPen(colour)
            cut = draw_text(painter, room, words, _RIGHT_TO_LEFT, font, reading=_RIGHT_TO_LEFT)
            room = room.adjusted(0, 0, -text_width(words, font) - BETWEEN, 0)
            if cut or room.width() < text_width("…", font):
                break

    def _draw_mark(self, painter: QPainter, rect: QRect, colour: QColor, *, hollow: bool) -> None:
        box = QRectF(0, 0, MARK, MARK)
        box.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), 2.5, 2.5)
        painter.restore()

    def _draw_badge(self, painter: QPainter, rect: QRect, ground: QColor) -> None:
        """A question mark in a circle, drawn: fonts differ in whether theirs is turned in Arabic."""
        colour = readable(QColor("#d08700"), ground, MARK_CONTRAST)
        circle = QRectF(0, 0, BADGE, BADGE)
        circle.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(mix(ground, colour, 0.15))
        painter.drawEllipse(circle.adjusted(0.7, 0.7, -0.7, -0.7))
        font = QFont(painter.font())
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(self.theme.text)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.tr("?"))
        painter.restore()
