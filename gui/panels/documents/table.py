"""The table of the documents panel: its columns where there is room for them, and how a row is painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontInfo,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.i18n.error_messages import isolated
from gui.item_models.documents import Column, DocumentModel, DocumentRole
from gui.widgets.framed_table import FramedTable
from gui.widgets.row_painting import dim
from model.annotation.document_list import DocumentSummary

LEAST_NAME = 140  # logical pixels: in less, names of documents all look the same
SYMBOL_WIDTH = 140  # logical pixels: the longest symbols fit
LONG_SYMBOL = "S/RES/2506 (2020)"  # so much of a column of symbols is to be seen before others are
SPARE_NAME = 240  # logical pixels that names keep before another column is shown
_SPARE = (Column.ADOPTED, Column.ASSIGNEE, Column.FOLDER, Column.LENGTH, Column.ORGAN)  # the first that is shown first
_LONGEST = {
    Column.CLAUSES: "999",
    Column.DESCRIPTORS: "99",
    Column.PROGRESS: "●●",
    Column.ADOPTED: "2004-12-20",
    Column.ASSIGNEE: "Annotator 1",
    Column.FOLDER: "folder/session",
    Column.LENGTH: "999,999",
    Column.ORGAN: "ECOSOC",
}
_SIGN = 11  # logical pixels: the signs of what is known about a document


class DocumentsTable(FramedTable):
    """Return and Escape lead back to the text. Several rows can be chosen with Shift and Ctrl.

    ``menu_wanted``: a menu is asked for, at this place of the screen. ``fitted``: other columns may be shown now.
    """

    entered_row = Signal()
    left = Signal()
    menu_wanted = Signal(object)
    fitted = Signal()

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, longest in _LONGEST.items():
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(longest) + 10)
        for column in _SPARE:
            self.setColumnHidden(column, True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setItemDelegateForColumn(Column.SYMBOL, _SymbolDelegate(self))
        self.setItemDelegateForColumn(Column.NAME, _NameDelegate(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit(event.size().width())
        super().resizeEvent(event)

    def fit(self, width: int) -> None:
        """Give names a column of their own where there is room for it, else the line below the symbol; where there is
        more, show more columns, and where there is little, fewer.
        """
        always = (Column.CLAUSES, Column.DESCRIPTORS, Column.PROGRESS)
        room = width - SYMBOL_WIDTH - sum(map(self._width_of, always))
        narrow = room < LEAST_NAME
        self.setColumnHidden(Column.NAME, narrow)
        self._give_way(width - sum(map(self._width_of, always)))
        for column in _SPARE:
            wanted = self._width_of(column)
            fits = room - wanted >= SPARE_NAME
            self.setColumnHidden(column, not fits)
            if fits:
                room -= wanted
        header = self.horizontalHeader()
        mode = QHeaderView.ResizeMode
        header.setSectionResizeMode(Column.SYMBOL, mode.Stretch if narrow else mode.Interactive)
        if not narrow:
            header.resizeSection(Column.SYMBOL, SYMBOL_WIDTH)
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(2 * line + 6 if narrow else line + 8)
        self.fitted.emit()

    def _give_way(self, room: int) -> None:
        """Hide counts where a symbol would have less room than it needs: of a cut one nobody knows which it is."""
        needed = self.fontMetrics().horizontalAdvance(LONG_SYMBOL) + 8
        for column in (Column.DESCRIPTORS, Column.CLAUSES):
            hidden = room < needed
            self.setColumnHidden(column, hidden)
            if hidden:
                room += self._width_of(column)

    def _width_of(self, column: Column) -> int:
        """How wide a column is, or was before it was hidden."""
        return self.columnWidth(column) or self._usual(column)

    def _usual(self, column: Column) -> int:
        return self.fontMetrics().horizontalAdvance(_LONGEST[column]) + 10

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        current = self.visualRect(self.currentIndex())
        if event.reason() == QContextMenuEvent.Reason.Keyboard and current.isValid():
            place = self.viewport().mapToGlobal(current.center())
        self.menu_wanted.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _SymbolDelegate(QStyledItemDelegate):
    """A symbol; where the panel is too narrow for a column of names, the name below it, small, with signs at its end
    for what else is known: a note, tags, that the document is somebody's.
    """

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table = self.parent()
        assert isinstance(table, DocumentsTable)
        self.initStyleOption(option, index)
        symbol, option.text = option.text, ""
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, table)
        summary = index.data(DocumentRole.SUMMARY)
        if not isinstance(summary, DocumentSummary):
            return
        narrow = table.isColumnHidden(Column.NAME)
        backward = table.isRightToLeft()
        plain, quiet = _colours(option)
        painter.save()
        area = option.rect.adjusted(4, 2, -4, -2)
        height = area.height() // 2 if narrow else area.height()
        lines = [(symbol or isolated(summary.name), option.font, plain, area.adjusted(0, 0, 0, height - area.height()))]
        if narrow:
            second = area.adjusted(0, height, 0, 0)
            _draw_signs(painter, second, summary, quiet, backward=backward)
            if summary.symbol and summary.symbol != summary.name:
                small = QFont(option.font)
                small.setPixelSize(max(9, QFontInfo(option.font).pixelSize() - 2))
                lines.append((isolated(summary.name), small, quiet, second))
        # Symbols and names of files are read from the left; where they stand follows the window.
        place = Qt.AlignmentFlag.AlignRight if backward else Qt.AlignmentFlag.AlignLeft
        for text, font, colour, box in lines:
            painter.setFont(font)
            painter.setPen(colour)
            # Of a symbol the end tells the document, of a name the middle can go.
            where = Qt.TextElideMode.ElideLeft if text == symbol and summary.symbol else Qt.TextElideMode.ElideMiddle
            shown = QFontMetrics(font).elidedText(text[1:-1], where, box.width())
            painter.drawText(
                box, place | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, isolated(shown)
            )
        painter.restore()


class _NameDelegate(QStyledItemDelegate):
    """A name, with the same signs at its end."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        table = self.parent()
        summary = index.data(DocumentRole.SUMMARY)
        if isinstance(table, DocumentsTable) and isinstance(summary, DocumentSummary):
            _, quiet = _colours(option)
            _draw_signs(painter, option.rect.adjusted(4, 2, -4, -2), summary, quiet, backward=table.isRightToLeft())


def _colours(option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
    """What words of a row are painted in, and those that are less important."""
    palette = option.palette
    if option.state & QStyle.StateFlag.State_Selected:
        selected = palette.highlightedText().color()
        return selected, selected
    plain = palette.text().color()
    return plain, dim(palette.base().color(), plain)


def _draw_signs(painter: QPainter, line: QRect, summary: DocumentSummary, colour: QColor, *, backward: bool) -> None:
    """The signs of a row at the end of a line, which is made shorter by them."""
    signs = [
        draw
        for wanted, draw in (
            (summary.assignee is not None, _draw_person),
            (bool(summary.tags), _draw_tag),
            (summary.has_note, _draw_note),
        )
        if wanted
    ]
    if not signs:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.2))
    for number, draw in enumerate(signs):
        offset = number * (_SIGN + 3)
        left = line.left() + offset if backward else line.right() - _SIGN - offset
        box = QRectF(left, QRectF(line).center().y() - _SIGN / 2, _SIGN, _SIGN)
        draw(painter, box)
    painter.restore()
    taken = len(signs) * (_SIGN + 3) + 2
    line.adjust(taken if backward else 0, 0, 0 if backward else -taken, 0)


def _draw_person(painter: QPainter, box: QRectF) -> None:
    """Somebody is to work on it: head and shoulders."""
    painter.drawEllipse(QRectF(box.center().x() - 2.4, box.top() + 0.5, 4.8, 4.8))
    painter.drawArc(QRectF(box.left() + 1, box.top() + 6.4, box.width() - 2, 9), 0, 180 * 16)


def _draw_tag(painter: QPainter, box: QRectF) -> None:
    """It has tags: a luggage label."""
    left, top, right, bottom = box.left() + 0.5, box.top() + 2, box.right() - 0.5, box.bottom() - 2
    corner, middle = left + 4, box.center().y()
    shape = [(corner, top), (right, top), (right, bottom), (corner, bottom), (left, middle)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in shape]))


def _draw_note(painter: QPainter, box: QRectF) -> None:
    """It has a note: lines on a sheet."""
    painter.drawRect(box.adjusted(1.5, 0.5, -1.5, -0.5))
    for y in (3.5, 5.5, 7.5):
        painter.drawLine(QPointF(box.left() + 3.5, box.top() + y), QPointF(box.right() - 3.5, box.top() + y))
