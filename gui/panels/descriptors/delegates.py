"""Paints descriptors, their evidence, and the concepts found while a person types: one or two lines and signs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.i18n.numbers import grouped
from gui.item_models.concept_matches import MatchRole
from gui.item_models.descriptors import DescriptorRole, EvidenceRole
from gui.style.theme import MARK_CONTRAST, readable
from gui.widgets.row_icons import (
    SIGN,
    draw_check,
    draw_pencil,
    draw_plus,
    draw_quote,
    draw_spark,
    draw_star,
    draw_tray,
)
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
from model.vocabulary.assignments import Assignment

_Index = QModelIndex | QPersistentModelIndex
_GOLD = QColor("#d09a1a")
LEAST_AFTER = 40  # logical pixels in which it is worth saying what comes after a stretch
_SIGNS = {"import": draw_tray, "manual": draw_pencil, "model": draw_spark}


class _TwoLineDelegate(QStyledItemDelegate):
    """A row of a label with, where there is one, a quieter second line."""

    second_role: int = DescriptorRole.SECOND

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        fonts = [option.font, smaller(option.font)] if self.second_line(index) else [option.font]
        return QSize(120, row_height(*fonts))

    def second_line(self, index: _Index) -> str:
        """The second line's text, empty for none."""
        return str(index.data(self.second_role) or "")

    def _paint_lines(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        lines: tuple[str, str],
        font: QFont,
        colours: tuple[QColor, QColor],
    ) -> None:
        ground, text = colours
        label, second = lines
        painter.setPen(text)
        if not second:
            draw_text(painter, rect, label, option.direction, font)
            return
        upper = row_height(font, padding=0)
        lower = row_height(smaller(option.font), padding=0)
        top = rect.top() + (rect.height() - upper - lower) // 2
        draw_text(painter, QRect(rect.left(), top, rect.width(), upper), label, option.direction, font)
        painter.setPen(dim(ground, text))
        below = QRect(rect.left(), top + upper, rect.width(), lower)
        draw_text(painter, below, second, option.direction, smaller(option.font))


class DescriptorDelegate(_TwoLineDelegate):
    """A descriptor: a star if it is major, its labels, how many pieces of evidence it has, and its origin."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        assignment = index.data(DescriptorRole.ASSIGNMENT)
        assert isinstance(assignment, Assignment)
        painter.save()
        ground, text = paint_ground(painter, option, keys_go_here=_has_focus(option))
        quiet = dim(ground, text)
        row = RowCursor(option.rect, option.direction)
        _SIGNS[assignment.origin.kind](painter, row.trailing(SIGN), quiet)
        if assignment.major:
            draw_star(painter, row.trailing(SIGN), readable(_GOLD, ground, MARK_CONTRAST))
        if assignment.evidence:
            count = grouped(len(assignment.evidence))
            painter.setPen(quiet)
            draw_quote(painter, row.trailing(SIGN, gap=2), quiet)
            font = smaller(option.font)
            draw_text(painter, row.trailing(text_width(count, font) + 1), count, option.direction, font)
        font = QFont(option.font)
        font.setItalic(assignment.status == "suggested")
        lines = (str(index.data()), self.second_line(index))
        self._paint_lines(painter, option, row.rest(), lines, font, (ground, text))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))
        painter.restore()


class MatchDelegate(_TwoLineDelegate):
    """A concept found: its labels, and below them what matched where that is neither, where the concept stands, and
    what has become of it; a check where it is assigned. ``keys_go_here`` says that Enter takes the selected row
    whatever has the focus.
    """

    def __init__(self, parent: QWidget, *, keys_go_here: bool = False) -> None:
        super().__init__(parent)
        self._keys_go_here = keys_go_here

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        quiet = smaller(option.font)
        below = sum(bool(words) for words in (self.second_line(index), index.data(MatchRole.DETAILS)))
        return QSize(120, row_height(option.font, *[quiet] * max(1, below), padding=3))

    def second_line(self, index: _Index) -> str:
        second = str(index.data(MatchRole.SECOND) or "")
        return f"\u2068{second}\u2069" if second else ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        ground, text = paint_ground(painter, option, keys_go_here=self._keys_go_here or _has_focus(option))
        quiet = dim(ground, text)
        row = RowCursor(option.rect, option.direction)
        if index.data(MatchRole.TERM):
            draw_plus(painter, row.leading(SIGN), text)
        if index.data(MatchRole.ASSIGNED):
            draw_check(painter, row.trailing(SIGN), quiet)
            text = quiet
        font, below = QFont(option.font), smaller(option.font)
        font.setStrikeOut(bool(index.data(MatchRole.STATE)))
        lines = [(str(index.data()), font, text)]
        lines += [
            (words, below, quiet) for words in (self.second_line(index), str(index.data(MatchRole.DETAILS) or ""))
        ]
        lines = [line for line in lines if line[0]]
        rest = row.rest()
        top = rest.top() + (rest.height() - sum(row_height(each, padding=0) for _, each, _ in lines)) // 2
        for words, each, colour in lines:
            height = row_height(each, padding=0)
            painter.setPen(colour)
            draw_text(painter, QRect(rest.left(), top, rest.width(), height), words, option.direction, each)
            top += height
        painter.restore()


class EvidenceDelegate(_TwoLineDelegate):
    """A stretch of text, as quoted, and quieter what comes after it."""

    def second_line(self, index: _Index) -> str:
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        ground, text = paint_ground(painter, option, keys_go_here=_has_focus(option))
        row = RowCursor(option.rect, option.direction)
        draw_quote(painter, row.leading(SIGN), dim(ground, text))
        quote, after = str(index.data()), str(index.data(EvidenceRole.AFTER) or "")
        rest = row.rest()
        # The text reads from right to left, whatever the window does; so what follows the quote stands to its left.
        begins = QRect(rest)
        begins.setLeft(max(rest.left(), rest.right() - 1 - text_width(quote, option.font)))
        reading = Qt.LayoutDirection.RightToLeft
        painter.setPen(text)
        draw_text(painter, begins, quote, reading, option.font, reading=reading)
        follows = QRect(rest)
        follows.setRight(begins.left() - GAP)
        if after and follows.width() > LEAST_AFTER:
            painter.setPen(dim(ground, text))
            draw_text(painter, follows, after, reading, smaller(option.font), reading=reading)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, option.rect, readable(text, ground, MARK_CONTRAST))
        painter.restore()


def _has_focus(option: QStyleOptionViewItem) -> bool:
    return option.widget is not None and option.widget.hasFocus()
