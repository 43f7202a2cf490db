"""The table of free terms, with the keys by which it is worked through."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from gui.item_models.free_terms import FreeColumn, FreeTermModel
from gui.widgets.framed_table import FramedTable


class FreeTable(FramedTable):
    """``chosen``: Enter or a double click; ``typed``: letters, which are meant for the line."""

    chosen = Signal()
    typed = Signal(str)

    def __init__(self, model: FreeTermModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setSectionResizeMode(FreeColumn.TERM, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.doubleClicked.connect(lambda _: self.chosen.emit())

    def fit_columns(self) -> None:
        """What it needs for the numbers; the rest for the terms, or half of it where some carry a concept's label."""
        model = self.model()
        assert isinstance(model, FreeTermModel)
        has_candidates = any(row.candidates for row in model.rows)
        self.setColumnHidden(FreeColumn.CANDIDATE, not has_candidates)
        title = str(model.headerData(FreeColumn.USES, Qt.Orientation.Horizontal))
        uses = self.fontMetrics().horizontalAdvance(title) + 20
        rest = self.viewport().width() - uses
        self.setColumnWidth(FreeColumn.TERM, rest // 2 if has_candidates else rest)
        self.setColumnWidth(FreeColumn.USES, uses)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        modified = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():  # held down it merges once
                self.chosen.emit()
        elif event.text().strip() and event.text().isprintable() and not modified:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
