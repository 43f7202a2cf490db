"""Paints suggested descriptors and similar documents."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.i18n.numbers import percent
from gui.item_models.suggestions import SimilarModel, SimilarRow, SuggestionRole, SuggestionRow
from gui.style.theme import MARK_CONTRAST, readable
from gui.widgets.row_icons import SIGN, draw_check
from gui.widgets.row_painting import (
    RowCursor,
    cut_to_lines,
    dim,
    draw_focus,
    draw_text,
    draw_wrapped,
    paint_ground,
    row_height,
    smaller,
    text_width,
)

_Index = QModelIndex | QPersistentModelIndex
WRAPPED = 4  # lines of what would be taken over; more is cut off, and told by the tool tip
PADDING = 3  # logical pixels above and below a row
_GAP = 8  # logical pixels between a label and the one in the other language
_LEAST = 24  # and what there must be of that one, or it is left out


class _RowDelegate(QStyledItemDelegate):
    """A row with a share at its end."""

    def _begin(self, painter: QPainter, option: QStyleOptionViewItem) -> tuple[QColor, QColor, RowCursor]:
        focused = option.widget is not None and option.widget.hasFocus()
        ground, text = paint_ground(painter, option, keys_go_here=focused)
        return ground, text, RowCursor(option.rect, option.direction)

    def _draw_share(
        self, painter: QPainter, option: QStyleOptionViewItem, row: RowCursor, share: float, colour: QColor
    ) -> None:
        words, font = percent(share), smaller(option.font)
        painter.setPen(colour)
        draw_text(painter, row.trailing(_share_width(option)), words, option.direction, font)

    def _end(self, painter: QPainter, option: QStyleOptionViewItem, text: QColor, ground: QColor) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))


def _share_width(option: QStyleOptionViewItem) -> int:
    return text_width("100%", smaller(option.font)) + 2


class SuggestionDelegate(_RowDelegate):
    """A suggestion: its labels in one line, why in the next; a check before what the program would assign."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(120, row_height(option.font, smaller(option.font), padding=PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        suggestion = index.data(SuggestionRole.ROW)
        assert isinstance(suggestion, SuggestionRow)
        painter.save()
        ground, text, row = self._begin(painter, option)
        quiet = dim(ground, text)
        sign = row.leading(SIGN)
        if suggestion.suggestion.assign:
            draw_check(painter, sign, text)
        self._draw_share(painter, option, row, suggestion.suggestion.chance, quiet)
        rest, font, below = row.rest(), QFont(option.font), smaller(option.font)
        font.setBold(suggestion.suggestion.assign)
        upper, lower = row_height(font, padding=0), row_height(below, padding=0)
        top = rest.top() + (rest.height() - upper - lower) // 2
        line = QRect(rest.left(), top, rest.width(), upper)
        painter.setPen(text)
        draw_text(painter, line, suggestion.label, option.direction, font)
        width = min(line.width(), text_width(suggestion.label, font) + _GAP)
        if suggestion.second and line.width() - width >= _LEAST:
            left = option.direction == Qt.LayoutDirection.RightToLeft
            beside = line.adjusted(0, 0, -width, 0) if left else line.adjusted(width, 0, 0, 0)
            painter.setPen(quiet)
            draw_text(painter, beside, f"\u2068{suggestion.second}\u2069", option.direction, below)
        painter.setPen(quiet)
        reason = QRect(rest.left(), top + upper, rest.width(), lower)
        draw_text(painter, reason, str(index.data(SuggestionRole.REASON)), option.direction, below)
        self._end(painter, option, text, ground)
        painter.restore()


class SimilarDelegate(_RowDelegate):
    """A similar document: its name and title, then in what its descriptors differ; what would be taken over in full, as
    far as ``WRAPPED`` lines go, and one line for each of the others.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        cursor = RowCursor(QRect(0, 0, width, 10), option.direction)
        cursor.trailing(_share_width(option))
        heights = [height for _, _, height, _ in self._lines(option, index, cursor.rest().width())]
        return QSize(120, sum(heights) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        similar = index.data(SuggestionRole.ROW)
        assert isinstance(similar, SimilarRow)
        painter.save()
        ground, text, row = self._begin(painter, option)
        quiet = dim(ground, text)
        self._draw_share(painter, option, row, similar.similar.likeness, quiet)
        rest = row.rest()
        top = option.rect.top() + PADDING
        for number, (words, font, height, wrapped) in enumerate(self._lines(option, index, rest.width())):
            painter.setPen(text if number == 0 or (number == 1 and similar.new) else quiet)
            line = QRect(rest.left(), top, rest.width(), height)
            if wrapped:
                draw_wrapped(painter, line, words, option.direction, font)
            else:
                draw_text(painter, line, words, option.direction, font)
            top += height
        self._end(painter, option, text, ground)
        painter.restore()

    def _lines(self, option: QStyleOptionViewItem, index: _Index, width: int) -> list[tuple[str, QFont, int, bool]]:
        """Words, font, height, and whether they are broken into lines."""
        row, model = index.data(SuggestionRole.ROW), index.model()
        assert isinstance(row, SimilarRow)
        assert isinstance(model, SimilarModel)
        below = smaller(option.font)
        one = row_height(below, padding=0)
        found = [(row.title or row.name, QFont(option.font), row_height(option.font, padding=0), False)]
        for number, words in enumerate(model.differences(row)):
            lines = 1
            if number == 0:
                words, lines = cut_to_lines(words, width, below, WRAPPED)
            found.append((words, below, lines * one, lines > 1))
        return found
