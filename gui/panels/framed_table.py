"""A table that shows by a frame whether the keys go to it."""

from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QTableView

from gui.panels.row_painting import draw_view_focus


class FramedTable(QTableView):
    """Painted over its rows, so the frame is painted anew whenever they move or the focus comes or goes."""

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
