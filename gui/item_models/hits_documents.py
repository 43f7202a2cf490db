"""The documents that have hits, with how many each has; all of them together in the first row."""

from array import array
from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped
from gui.widgets.tool_tips import plain_tool_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class CountColumn(IntEnum):
    """What stands in which column."""

    DOCUMENT = 0
    HITS = 1


class HitDocumentModel(QAbstractTableModel):
    """A document has a *place*, counted in project order; rows may be in another order. ``symbol`` gives a document's
    symbol, or nothing, by its id.
    """

    def __init__(self, symbol: Callable[[str], str], parent=None) -> None:
        super().__init__(parent)
        self._symbol = symbol
        self._documents: list[tuple[str, str]] = []  # id and name
        self._counts: array[int] = array("L")
        self._order: list[int] = []  # the places row by row
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)
        self._headers = ("", "")
        self._all = ""

    def clear(self) -> None:
        """Show none."""
        self.beginResetModel()
        self._documents, self._counts, self._order = [], array("L"), []
        self.endResetModel()

    def add(self, documents: list[tuple[str, str, int]]) -> None:
        """Show more documents (id, name, hits), behind those that are here."""
        first = len(self._documents)
        self.beginInsertRows(NOWHERE, first + 1, first + len(documents))
        for document, name, hits in documents:
            self._order.append(len(self._documents))
            self._documents.append((document, name))
            self._counts.append(hits)
        self.endInsertRows()
        self.dataChanged.emit(self.index(0, CountColumn.HITS), self.index(0, CountColumn.HITS))

    def place_at(self, row: int) -> int | None:
        """The place of a row's document; None for all of them, and where there is no such row."""
        return self._order[row - 1] if 1 <= row <= len(self._order) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Most hits first, or fewest; in project order, or the other way round (column -1: in project order)."""
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.place_at(index.row())) for index in self.persistentIndexList()]
        places = list(range(len(self._documents)))
        descending = order == Qt.SortOrder.DescendingOrder
        if column == CountColumn.HITS:
            places.sort(key=self._counts.__getitem__, reverse=descending)
        elif column == CountColumn.DOCUMENT and descending:
            places.reverse()
        self._order = places
        rows = {place: row for row, place in enumerate(places, 1)}
        for index, place in kept:
            row = 0 if place is None else rows[place]
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def sort_again(self) -> None:
        """As before, with what has come since."""
        if self._sorted_by[0] >= 0:
            self.sort(*self._sorted_by)

    def set_words(self, headers: tuple[str, str], all_documents: str) -> None:
        """Take the headers, and the name of the first row, in the window's language."""
        self._headers, self._all = headers, all_documents
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(CountColumn) - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(0, 0))

    # Qt's side

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(CountColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        place = self.place_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == CountColumn.HITS:
                return grouped(sum(self._counts) if place is None else self._counts[place])
            if place is None:
                return self._all
            document, name = self._documents[place]
            return isolated(self._symbol(document) or name)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == CountColumn.HITS:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole and place is not None:
            return plain_tool_tip(self._documents[place][1])
        return None
