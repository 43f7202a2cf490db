"""Paints the history panel's rows: what was done and when, and below it by whom and where."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.item_models.history_list import HistoryRole
from gui.style.theme import MARK_CONTRAST, readable
from gui.widgets.row_painting import (
    GAP,
    RowCursor,
    dim,
    draw_focus,
    draw_text,
    paint_ground,
    row_height,
    smaller,
    text_width,
)


class HistoryDelegate(QStyledItemDelegate):
    """What was undone is struck out and quiet, and says in words what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, row_height(option.font, smaller(option.font)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        focused = option.widget is not None and option.widget.hasFocus()
        ground, text = paint_ground(painter, option, keys_go_here=focused)
        quiet = dim(ground, text)
        small = smaller(option.font)
        state = str(index.data(HistoryRole.STATE))
        upper, lower = row_height(option.font, padding=0), row_height(small, padding=0)
        top = option.rect.top() + (option.rect.height() - upper - lower) // 2
        first = RowCursor(QRect(option.rect.left(), top, option.rect.width(), upper), option.direction)
        second = RowCursor(QRect(option.rect.left(), top + upper, option.rect.width(), lower), option.direction)

        painter.setPen(quiet)
        when = str(index.data(HistoryRole.WHEN))
        draw_text(painter, first.trailing(text_width(when, small) + 1), when, option.direction, small)
        if state:
            draw_text(painter, second.trailing(text_width(state, small) + 1), state, option.direction, small)
        who, where = str(index.data(HistoryRole.WHO)), str(index.data(HistoryRole.WHERE))
        room = second.rest().width()
        beside = text_width(where, small) + GAP + 3 if where else 0
        who_width = min(text_width(who, small) + 1, max(room // 2, room - beside))
        draw_text(painter, second.leading(who_width, gap=GAP + 2), who, option.direction, small)
        draw_text(painter, second.rest(), where, option.direction, small)

        font = QFont(option.font)
        font.setStrikeOut(bool(state))
        painter.setPen(quiet if state else text)
        draw_text(painter, first.rest(), str(index.data()), option.direction, font)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))
        painter.restore()
