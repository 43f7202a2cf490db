"""A table that shows by a frame whether the keys go to it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QTableView

from gui.row_painting import draw_view_focus


class FramedTable(QTableView):
    """Painted over its rows, so the frame is painted anew whenever they move or the focus comes or goes."""

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
