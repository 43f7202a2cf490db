"""Paints the rows of the scheme editor's tree: a layer's name, or a label with its colour, name, marks and key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.i18n.numbers import grouped
from gui.item_models.scheme import SchemeRole
from gui.style.theme import MARK_CONTRAST, readable
from gui.widgets.row_painting import (
    SIDE,
    SWATCH,
    RowCursor,
    dim,
    draw_focus,
    draw_key_cap,
    draw_swatch,
    draw_text,
    key_cap_size,
    paint_ground,
    row_height,
    smaller,
    text_width,
)

INDENT = 12
_DEPTHS = {"scheme": 0, "layer": 1, "label": 2}


class SchemeRows(QStyledItemDelegate):
    """Rows as the labels panel has them, in a tree."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(140, max(row_height(option.font, padding=4), key_cap_size("W", option.font).height() + 6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground, text = paint_ground(painter, option, keys_go_here=focus)
        kind = str(index.data(SchemeRole.KIND))
        row = RowCursor(option.rect, option.direction, SIDE)
        row.leading(INDENT * _DEPTHS[kind], gap=0)
        font = QFont(option.font)
        if kind == "label":
            colour = QColor(index.data(SchemeRole.COLOUR))
            draw_swatch(painter, row.leading(SWATCH), colour, readable(colour, ground, MARK_CONTRAST))
            self._paint_key(painter, row, option, str(index.data(SchemeRole.KEY) or ""), ground, text)
        else:
            font.setBold(True)
        count = int(index.data(SchemeRole.COUNT) or 0)
        if count:
            shown = grouped(count)
            painter.setPen(dim(ground, text))
            place = row.trailing(text_width(shown, smaller(font)) + 2)
            draw_text(painter, place, shown, option.direction, smaller(font))
        painter.setPen(text)
        draw_text(painter, row.rest(), str(index.data()), option.direction, font)
        if focus:
            draw_focus(painter, option.rect, readable(option.palette.highlight().color(), ground, MARK_CONTRAST))
        painter.restore()

    def _paint_key(
        self,
        painter: QPainter,
        row: RowCursor,
        option: QStyleOptionViewItem,
        key: str,
        ground: QColor,
        text: QColor,
    ) -> None:
        width = key_cap_size("W", option.font).width()
        place = row.trailing(max(width, key_cap_size(key, option.font).width()))
        if key:
            draw_key_cap(painter, place, key, option.font, ground, text)
