"""Paints the labels panel's rows: a layer's name, or a label with its colour, name, count and key."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.i18n.numbers import grouped
from gui.item_models.labels import LabelRole
from gui.style.theme import Theme, mix
from gui.widgets.row_painting import (
    SWATCH,
    RowCursor,
    dim,
    draw_focus,
    draw_key_cap,
    draw_swatch,
    draw_text,
    heading_font,
    key_cap_size,
    row_height,
    smaller,
    text_width,
)


class LabelDelegate(QStyledItemDelegate):
    """Rows in the colours of the text view, so that a label looks here as its marks look there."""

    def __init__(self, theme: Theme, parent=None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(LabelRole.LABEL_ID) is None:
            return QSize(80, row_height(heading_font(option.font), padding=3) + (6 if index.row() else 0))
        cap = key_cap_size("W", option.font).height() + 6
        return QSize(120, max(row_height(option.font, padding=3), cap))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if index.data(LabelRole.LABEL_ID) is None:
            self._paint_layer(painter, option, str(index.data()), first=index.row() == 0)
        else:
            self._paint_label(painter, option, index)

    def _paint_layer(self, painter: QPainter, option: QStyleOptionViewItem, name: str, *, first: bool) -> None:
        rect = option.rect if first else option.rect.adjusted(0, 6, 0, 0)
        font = heading_font(option.font)
        painter.save()
        painter.setPen(dim(self.theme.ground, self.theme.text))
        draw_text(painter, RowCursor(rect, option.direction).rest(), name, option.direction, font)
        painter.setPen(self.theme.rule)
        if not first:
            painter.drawLine(rect.left(), option.rect.top() + 3, rect.right(), option.rect.top() + 3)
        painter.restore()

    def _paint_label(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = self.theme.of_label(index.data(LabelRole.LABEL_ID))
        at_caret = bool(index.data(LabelRole.AT_CARET))
        ground = self._ground(option, at_caret, colours.strong)
        painter.save()
        if ground != self.theme.ground:
            painter.fillRect(option.rect, ground)
        row = RowCursor(option.rect, option.direction)
        draw_swatch(painter, row.leading(SWATCH), colours.strong, colours.bar)
        key = str(index.data(LabelRole.KEY) or "")
        font = QFont(option.font)
        cap = key_cap_size("W", font).width()
        if key:
            draw_key_cap(
                painter, row.trailing(max(cap, key_cap_size(key, font).width())), key, font, ground, self.theme.text
            )
        else:
            row.trailing(cap)
        count = int(index.data(LabelRole.COUNT))
        if count:
            shown = grouped(count)
            painter.setPen(dim(ground, self.theme.text))
            width = text_width(shown, smaller(font)) + 2
            draw_text(painter, row.trailing(width), shown, option.direction, smaller(font))
        font.setBold(at_caret)
        painter.setPen(self.theme.text)
        draw_text(painter, row.rest(), str(index.data()), option.direction, font)
        if at_caret:
            edge = QRect(option.rect.left(), option.rect.top(), 4, option.rect.height())
            painter.fillRect(QStyle.visualRect(option.direction, option.rect, edge), colours.bar)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, self.theme.focus)
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem, at_caret: bool, strong: QColor) -> QColor:
        if at_caret:
            return strong
        if option.state & QStyle.StateFlag.State_MouseOver:
            return mix(self.theme.ground, self.theme.text, 0.07)
        return self.theme.ground
