"""The concordance: a row a hit, the hit in the middle; its document and its clause beside it."""

from math import ceil

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.item_models.hits import HitColumn, HitModel, Index
from gui.panels.find.concordance_line import ConcordanceLines
from gui.style.fonts import DEFAULT_FAMILY, text_font
from gui.style.theme import Theme, mix
from gui.widgets.framed_table import FramedTable
from gui.widgets.row_icons import draw_check
from gui.widgets.row_painting import paint_ground

_LARGER = 1.35  # than the window's letters: those of Amiri are small
_NARROW_LETTER = 0.27  # of the letters' size: a row is laid out for letters of that width, and has no more of them
_STEP = 20  # code points: how far a row reaches changes by so many, for a column that is made wider pixel by pixel
NARROW = 760  # logical pixels: in less there is no room for a column of clauses
_DOCUMENT_WIDTH, _CLAUSE_WIDTH = 170, 150


class Concordance(FramedTable):
    """``chosen``: Enter. ``left``: Escape. ``toggled``: the selected rows are to be ticked, or no longer.

    Arrow keys and clicks make a row current (``row_chosen``), as ``choose`` does.
    """

    chosen = Signal()
    left = Signal()
    toggled = Signal()
    up_requested = Signal()
    row_chosen = Signal(int)

    def __init__(self, model: HitModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _HitDelegate(model, theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)  # of a symbol the end tells the document
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(HitColumn.CONTEXT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(HitColumn.DOCUMENT, _DOCUMENT_WIDTH)
        header.resizeSection(HitColumn.CLAUSE, _CLAUSE_WIDTH)
        self._set_row_height()
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def choose(self, row: int) -> None:
        """Make a row the current one and show it."""
        model = self.model()
        if not 0 <= row < model.rowCount():
            return
        if row == self.currentIndex().row():  # it was left, and is gone back to
            self.row_chosen.emit(row)
        index = model.index(row, HitColumn.DOCUMENT)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def selected_rows(self) -> list[tuple[int, int]]:
        """The selected rows, as ranges from and to before."""
        ranges = self.selectionModel().selection()
        return sorted({(each.top(), each.bottom() + 1) for each in ranges.toList()})

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if row >= 0 and row == self.currentIndex().row() and event.button() == Qt.MouseButton.LeftButton:
            self.row_chosen.emit(row)
        super().mousePressEvent(event)

    def _current_changed(self, current: Index, _: Index) -> None:
        if current.isValid():
            self.row_chosen.emit(current.row())

    def _set_row_height(self) -> None:
        line = self.fontMetrics().height()
        self.verticalHeader().setDefaultSectionSize(round(line * 1.5) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(HitColumn.CLAUSE, event.size().width() < NARROW)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up_requested.emit()
        else:
            super().keyPressEvent(event)


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit with its context, and all columns on one ground."""

    def __init__(self, model: HitModel, theme: Theme, table: Concordance) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self._lines = ConcordanceLines()
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        ground, text = paint_ground(painter, option, keys_go_here=self._table.hasFocus())
        if index.column() != HitColumn.DOCUMENT:
            painter.fillRect(option.rect, ground)  # the bar of what is selected stands at the row's beginning alone
        painter.restore()
        if index.column() != HitColumn.CONTEXT:
            painter.save()
            self._paint_cell(painter, option, index, ground, text)
            painter.restore()
            return
        document = self._model.document_at(index.row())
        font = self._font(option.font)
        reach = ceil(option.rect.width() / 2 / (_NARROW_LETTER * font.pixelSize()) / _STEP) * _STEP
        whole = self._model.places.text(document)
        limits = self._model.limits(index.row())
        if limits[1] <= len(whole):  # else the document is gone
            line = self._lines.line(document, whole, limits, reach, font)
            line.paint(painter, QRectF(option.rect), ground, text, self.theme)

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, ground: QColor, text: QColor
    ) -> None:
        """Text and check box as the style has them, but on the ground that is painted."""
        self.initStyleOption(option, index)
        style = self._table.style()
        if index.column() == HitColumn.CLAUSE:
            option.textElideMode = Qt.TextElideMode.ElideRight
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_MouseOver
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._table)
        if index.column() == HitColumn.DOCUMENT:  # the style's own box can hardly be seen on a dark ground
            box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, self._table)
            painter.fillRect(box, ground)
            painter.setPen(mix(ground, text, 0.6))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            if self._model.is_ticked(index.row()):
                draw_check(painter, box, text)

    @staticmethod
    def _font(window: QFont) -> QFont:
        return text_font(DEFAULT_FAMILY, round(QFontInfo(window).pixelSize() * _LARGER))
