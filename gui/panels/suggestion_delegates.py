"""Paints suggested descriptors and similar documents."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.item_models.numbers import percent
from gui.item_models.suggestions import SimilarModel, SimilarRow, SuggestionRole, SuggestionRow
from gui.panels.row_marks import SIGN, draw_check
from gui.row_painting import RowCursor, dim, draw_focus, draw_text, paint_ground, row_height, smaller, text_width
from gui.text_view.theme import MARK_CONTRAST, readable

_Index = QModelIndex | QPersistentModelIndex
_GAP = 8  # logical pixels between a label and the one in the other language
_LEAST = 24  # and what there must be of that one, or it is left out


class _RowDelegate(QStyledItemDelegate):
    """A row with a share at its end."""

    lines = 2

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        quiet = smaller(option.font)
        return QSize(120, row_height(option.font, *[quiet] * (self.lines_of(index) - 1), padding=3))

    def lines_of(self, index: _Index) -> int:
        """How many lines a row has."""
        return self.lines

    def _begin(self, painter: QPainter, option: QStyleOptionViewItem) -> tuple[QColor, QColor, RowCursor]:
        focused = option.widget is not None and option.widget.hasFocus()
        ground, text = paint_ground(painter, option, keys_go_here=focused)
        return ground, text, RowCursor(option.rect, option.direction)

    def _draw_share(
        self, painter: QPainter, option: QStyleOptionViewItem, row: RowCursor, share: float, colour: QColor
    ) -> None:
        words, font = percent(share), smaller(option.font)
        painter.setPen(colour)
        draw_text(painter, row.trailing(text_width("100%", font) + 2), words, option.direction, font)

    def _end(self, painter: QPainter, option: QStyleOptionViewItem, text: QColor, ground: QColor) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))


class SuggestionDelegate(_RowDelegate):
    """A suggestion: its labels in one line, why in the next; a check before what the program would assign."""

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
    """A similar document: its name and title, then a line for each way in which its descriptors differ."""

    def lines_of(self, index: _Index) -> int:
        row, model = index.data(SuggestionRole.ROW), index.model()
        assert isinstance(row, SimilarRow)
        assert isinstance(model, SimilarModel)
        return 1 + len(model.differences(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        similar, model = index.data(SuggestionRole.ROW), index.model()
        assert isinstance(similar, SimilarRow)
        assert isinstance(model, SimilarModel)
        painter.save()
        ground, text, row = self._begin(painter, option)
        quiet = dim(ground, text)
        self._draw_share(painter, option, row, similar.similar.likeness, quiet)
        rest, below = row.rest(), smaller(option.font)
        lines = [(similar.title or similar.name, option.font, text)]
        lines += [
            (words, below, text if number == 0 and similar.new else quiet)
            for number, words in enumerate(model.differences(similar))
        ]
        top = rest.top() + (rest.height() - sum(row_height(font, padding=0) for _, font, _ in lines)) // 2
        for words, font, colour in lines:
            height = row_height(font, padding=0)
            painter.setPen(colour)
            draw_text(painter, QRect(rest.left(), top, rest.width(), height), words, option.direction, font)
            top += height
        self._end(painter, option, text, ground)
        painter.restore()
