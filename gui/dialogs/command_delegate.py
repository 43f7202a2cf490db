"""Paints rows of things to do: a name, the menu that leads there, and its keys as key caps."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.commands.actions import shown_key
from gui.item_models.commands import Row, RowRole
from gui.style.theme import Theme
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
    paint_ground,
    row_height,
    smaller,
    text_width,
)

CHECK = "✓"
PATH_SHARE = 0.4  # of what the keys leave, at most


class CommandDelegate(QStyledItemDelegate):
    """Shows the first ``most_keys`` keys of a row. ``focused``: keys go to these rows though the focus is elsewhere."""

    def __init__(self, theme: Theme, parent=None, *, most_keys: int = 9, focused: bool = False) -> None:
        super().__init__(parent)
        self.theme = theme
        self._most_keys = most_keys
        self._focused = focused

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(RowRole.ROW)
        if row.heading:
            return QSize(80, row_height(heading_font(option.font), padding=3) + (8 if index.row() else 0))
        cap = key_cap_size("W", option.font).height() + 6
        return QSize(200, max(row_height(option.font), cap))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(RowRole.ROW)
        painter.save()
        if row.heading:
            self._paint_heading(painter, option, row.name, first=index.row() == 0)
        else:
            self._paint_row(painter, option, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, name: str, *, first: bool) -> None:
        rect = option.rect if first else option.rect.adjusted(0, 8, 0, 0)
        painter.setPen(dim(self.theme.ground, self.theme.text))
        draw_text(painter, RowCursor(rect, option.direction).rest(), name, option.direction, heading_font(option.font))
        if not first:
            painter.setPen(self.theme.rule)
            painter.drawLine(rect.left(), option.rect.top() + 4, rect.right(), option.rect.top() + 4)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground, text = paint_ground(painter, option, keys_go_here=self._focused or focused)
        if not row.enabled:
            text = dim(ground, text)
        cursor = RowCursor(option.rect, option.direction)
        font = QFont(option.font)
        if row.label:
            colours = self.theme.of_label(row.label)
            draw_swatch(painter, cursor.leading(SWATCH), colours.strong, colours.bar)
        for key in reversed(row.keys[: self._most_keys]):
            shown = shown_key(key)
            draw_key_cap(painter, cursor.trailing(key_cap_size(shown, font).width(), 4), shown, font, ground, text)
        if row.path:
            quiet = smaller(font)
            room = round(cursor.rest().width() * PATH_SHARE)
            painter.setPen(dim(ground, text))
            place = cursor.trailing(min(room, text_width(row.path, quiet) + 4))
            draw_text(painter, place, row.path, option.direction, quiet)
        if row.checked:
            painter.setPen(text)
            draw_text(painter, cursor.trailing(text_width(CHECK, font) + 2), CHECK, option.direction, font)
        painter.setPen(text)
        draw_text(painter, cursor.rest(), row.name, option.direction, font)
        if focused:
            draw_focus(painter, option.rect, self.theme.focus)
