"""A table of rows, one height for all, that shows by a frame whether the keys go to it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.widgets.row_painting import draw_view_focus
from gui.widgets.tool_tips import plain_tool_tip

_WIDEST = 320  # pixels of a column, but for the last


class FramedTable(QTableView):
    """Rows are chosen whole and never edited in place.

    The frame is painted over them, so it is painted anew whenever they move or the focus comes or goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        # One height for all rows: a table that asks each row for its size is slow at 20,000.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def minimumSizeHint(self) -> QSize:
        """One row, less than Qt's: in a low window the panels above and below have to have room too."""
        least = super().minimumSizeHint()
        header = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        row = self.verticalHeader().defaultSectionSize()
        return QSize(least.width(), min(least.height(), header + row + 2 * self.frameWidth()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_view_focus(self)

    def scrollContentsBy(self, across: int, down: int) -> None:
        super().scrollContentsBy(across, down)
        if self.hasFocus():
            self.viewport().update()  # else the frame is scrolled with the rows

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class ReportTable(FramedTable):
    """Rows of words that do not change; the last column has the room that the others leave, and long words in it are
    shown whole in a tool tip.
    """

    def __init__(self, titles: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        model = QStandardItemModel(0, len(titles), self)
        model.setHorizontalHeaderLabels(list(titles))
        for row in rows:
            items = [QStandardItem(text) for text in row]
            items[-1].setToolTip(plain_tool_tip(row[-1]))
            model.appendRow(items)
        self.setModel(model)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(_WIDEST)
        header.setStretchLastSection(True)
