"""The list of documents beside a concordance: choosing one narrows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from gui.item_models.hits_documents import CountColumn, HitDocumentModel
from gui.widgets.framed_table import FramedTable


class DocumentTable(FramedTable):
    """Documents with hits. Escape leads back to the text."""

    left = Signal()

    def __init__(self, model: HitDocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideLeft)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(CountColumn.DOCUMENT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(CountColumn.HITS, self.fontMetrics().horizontalAdvance("999,999") + 16)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
