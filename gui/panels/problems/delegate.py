"""Paints the problems panel's rows: what is said, and below it where that is and what one key would do."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.item_models.problems import ProblemRole
from gui.style.theme import MARK_CONTRAST, Theme, readable
from gui.widgets.row_painting import (
    GAP,
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

KEY = "M"  # fixes in the list, whatever keys the commands have
ROOMY = 400  # logical pixels: in a narrower row the key alone says that there is a fix


class ProblemDelegate(QStyledItemDelegate):
    """A row has the colour of the clause that it is about, as the text shows it; what is not marked has none.

    ``key`` is the one that fixes, as it is shown.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.key = KEY

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        small = smaller(option.font)
        return QSize(120, row_height(option.font, padding=3) + max(row_height(small, padding=0), _cap(option)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        focused = option.widget is not None and option.widget.hasFocus()
        ground, text = paint_ground(painter, option, keys_go_here=focused)
        quiet = dim(ground, text)
        small = smaller(option.font)
        upper = row_height(option.font, padding=0)
        lower = max(row_height(small, padding=0), _cap(option))
        top = option.rect.top() + (option.rect.height() - upper - lower) // 2
        first = RowCursor(QRect(option.rect.left(), top, option.rect.width(), upper), option.direction)
        second = RowCursor(QRect(option.rect.left(), top + upper, option.rect.width(), lower), option.direction)
        label = index.data(ProblemRole.LABEL_ID)
        swatch = first.leading(SWATCH)
        second.leading(SWATCH)
        if label is None:
            draw_swatch(painter, swatch, ground, quiet)
        else:
            colours = self.theme.of_label(label)
            draw_swatch(painter, swatch, colours.strong, colours.bar)
        painter.setPen(text)
        draw_text(painter, first.rest(), str(index.data()), option.direction, option.font)

        fix = str(index.data(ProblemRole.FIX))
        if fix:
            # What a key does is said from the trailing edge on, the key before it; the place has what is left.
            room = second.rest().width()
            cap = key_cap_size(self.key, option.font).width()
            if option.rect.width() >= ROOMY:
                width = min(text_width(fix, small) + 1, max(0, room * 3 // 5 - cap - GAP))
                painter.setPen(quiet)
                draw_text(painter, second.trailing(width), fix, option.direction, small)
            draw_key_cap(painter, second.trailing(cap), self.key, option.font, ground, text)
        painter.setPen(quiet)
        draw_text(painter, second.rest(), _where(index), option.direction, small)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))
        painter.restore()


def _where(index: QModelIndex | QPersistentModelIndex) -> str:
    place, kind = str(index.data(ProblemRole.PLACE)), str(index.data(ProblemRole.KIND))
    return f"{place} · {kind}" if place else kind


def _cap(option: QStyleOptionViewItem) -> int:
    return key_cap_size(KEY, option.font).height() + 2
