"""The hits of a search in a project as a table, a row a hit: kept packed, and read only where they are looked at."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.error_messages import isolated
from gui.item_models.hit_places import HitPlaces
from gui.item_models.packed_hits import PackedHits
from gui.widgets.tool_tips import plain_tool_tip
from model.search.hit_finder import DocumentHits

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
QUOTED = 60  # code points at both sides of a hit where it is read out


class HitColumn(IntEnum):
    """What stands in which column."""

    DOCUMENT = 0
    CLAUSE = 1
    CONTEXT = 2


class HitModel(QAbstractTableModel):
    """Hits in project order, document by document; those of one document alone where ``narrow`` asks for it.

    A hit has a *number*, counted through all documents; rows are those that are listed. Each can be ticked.
    """

    def __init__(self, places: HitPlaces, parent=None) -> None:
        super().__init__(parent)
        self.places = places
        self._documents: list[tuple[str, str]] = []  # id and name
        self._places: dict[str, int] = {}  # by the documents' ids
        self._firsts: array[int] = array("L")  # the number of each document's first hit
        self._starts: array[int] = array("I")
        self._ends: array[int] = array("I")
        self._ticks = bytearray()
        self._ticked = 0
        self._only: int | None = None  # the document that is listed alone, by its place among all
        self._headers = ("", "", "")

    # What is listed

    def clear(self) -> None:
        """List nothing."""
        self.beginResetModel()
        self._documents, self._places, self._only = [], {}, None
        self._firsts, self._starts, self._ends = array("L"), array("I"), array("I")
        self._ticks, self._ticked = bytearray(), 0
        self.endResetModel()

    def add(self, found: PackedHits) -> None:
        """List more hits behind those that are here."""
        first, count = len(self._starts), len(found.starts)
        if self._only is None and count:
            self.beginInsertRows(NOWHERE, first, first + count - 1)
        behind = first
        for document, name, hits in found.documents:
            self._places[document] = len(self._documents)
            self._documents.append((document, name))
            self._firsts.append(behind)
            behind += hits
        self._starts.extend(found.starts)
        self._ends.extend(found.ends)
        self._ticks.extend(bytes(count))
        if self._only is None and count:
            self.endInsertRows()

    def narrow(self, place: int | None) -> None:
        """List the hits of one document alone, by its place among those that have hits; None: all."""
        if place != self._only:
            self.beginResetModel()
            self._only = place
            self.endResetModel()

    @property
    def only(self) -> int | None:
        """The place of the document that is listed alone."""
        return self._only

    @property
    def total(self) -> int:
        """How many hits there are, listed or not."""
        return len(self._starts)

    @property
    def document_count(self) -> int:
        """How many documents have hits."""
        return len(self._documents)

    def _listed(self) -> range:
        """The numbers of the hits that are listed."""
        if self._only is None:
            return range(len(self._starts))
        return range(*self.numbers_of(self._only))

    def numbers_of(self, place: int) -> tuple[int, int]:
        """The number of a document's first hit, and that behind its last."""
        last = self._firsts[place + 1] if place + 1 < len(self._firsts) else len(self._starts)
        return self._firsts[place], last

    # One hit

    def place_of(self, row: int) -> int:
        """The place, among those that have hits, of the document in which a row's hit stands."""
        return bisect_right(self._firsts, self._listed()[row]) - 1

    def document_at(self, row: int) -> str:
        """The id of the document in which a row's hit stands."""
        return self._documents[self.place_of(row)][0]

    def limits(self, row: int) -> tuple[int, int]:
        """Start and end of a row's hit in its text."""
        number = self._listed()[row]
        return self._starts[number], self._ends[number]

    def hits_in(self, document: str) -> list[tuple[int, int]]:
        """All hits in a document, in order."""
        place = self._places.get(document)
        if place is None:
            return []
        first, last = self.numbers_of(place)
        return list(zip(self._starts[first:last], self._ends[first:last], strict=True))

    def row_of(self, document: str, start: int) -> int:
        """The row of the first hit in a document that does not begin before ``start``; -1 where none is listed."""
        place = self._places.get(document)
        if place is None or self._only not in (None, place):
            return -1
        first, last = self.numbers_of(place)
        number = bisect_left(self._starts, start, first, last)
        return number - self._listed().start if number < last else -1

    def name_of(self, place: int) -> str:
        """The name of a document, by its place among those that have hits."""
        return self._documents[place][1]

    # Ticks

    @property
    def ticked(self) -> int:
        """How many hits are ticked, listed or not."""
        return self._ticked

    def is_ticked(self, row: int) -> bool:
        """Whether a row's hit is ticked."""
        return bool(self._ticks[self._listed()[row]])

    def tick(self, first: int, last: int, ticked: bool) -> None:
        """Tick the hits of the rows from ``first`` to before ``last``, or no longer."""
        if first >= last:
            return
        listed = self._listed()
        low, high = listed[first], listed[last - 1] + 1
        self._ticked += (high - low if ticked else 0) - self._ticks.count(1, low, high)
        self._ticks[low:high] = bytes((ticked,)) * (high - low)
        roles = [Qt.ItemDataRole.CheckStateRole]
        self.dataChanged.emit(self.index(first, HitColumn.DOCUMENT), self.index(last - 1, HitColumn.DOCUMENT), roles)

    def untick_all(self) -> None:
        """Tick no hit any more, listed or not."""
        self._ticks, self._ticked = bytearray(len(self._ticks)), 0
        if self.rowCount():
            roles = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), roles)

    def rows_of_document(self, row: int) -> tuple[int, int]:
        """The rows, from and to before, of the document in which a row's hit stands."""
        first, last = self.numbers_of(self.place_of(row))
        return first - self._listed().start, last - self._listed().start

    def chosen(self) -> int:
        """How many hits an act is about: those that are ticked, or where none is, all that are listed."""
        return self._ticked or len(self._listed())

    def chosen_documents(self) -> list[int]:
        """The places of the documents that have such hits."""
        if not self._ticked:
            return list(range(len(self._documents))) if self._only is None else [self._only]
        return [place for place in range(len(self._documents)) if self._ticks.count(1, *self.numbers_of(place))]

    def chosen_hits(self) -> Iterator[DocumentHits]:
        """The same hits as they are now, document by document; may be gone through in another thread."""
        documents = [(*self._documents[place], *self.numbers_of(place)) for place in self.chosen_documents()]
        starts, ends = self._starts, self._ends  # these are only ever added to, or replaced
        ticks = self._ticks[:] if self._ticked else None

        def packed() -> Iterator[DocumentHits]:
            for document, name, first, last in documents:
                numbers = (number for number in range(first, last) if ticks is None or ticks[number])
                yield DocumentHits(document, name, tuple((starts[number], ends[number]) for number in numbers))

        return packed()

    # Qt's side

    def set_words(self, headers: tuple[str, str, str]) -> None:
        """Take the headers of the columns in the window's language."""
        self._headers = headers
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HitColumn) - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._listed())

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HitColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == HitColumn.DOCUMENT else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == HitColumn.DOCUMENT:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column == HitColumn.DOCUMENT:
            return plain_tool_tip(self._documents[self.place_of(row)][1])
        return None

    def _text(self, row: int, column: int) -> str:
        document, name = self._documents[self.place_of(row)]
        if column == HitColumn.DOCUMENT:
            return isolated(self.places.symbol(document) or name)
        start, end = self.limits(row)
        if column == HitColumn.CLAUSE:
            return self.places.clause_name(document, start, end)
        text = self.places.text(document)
        before, after = text[max(0, start - QUOTED) : start], text[end : end + QUOTED]
        return " ".join(f"{before}[{text[start:end]}]{after}".split())

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != HitColumn.DOCUMENT:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.tick(index.row(), index.row() + 1, ticked)
        return True
