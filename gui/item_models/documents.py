"""The documents of a project as a table. It filters and sorts by itself: Qt's proxy is slow over a model in Python."""

from collections.abc import Callable, Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.item_models.numbers import grouped
from gui.refusals import isolated
from gui.tool_tips import plain_tool_tip
from model.annotation.documents import DocumentSummary, ProgressState
from model.text.folding import fold

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in order."""

    SYMBOL = 0
    NAME = 1
    CLAUSES = 2
    DESCRIPTORS = 3
    PROGRESS = 4


class DocumentRole(IntEnum):
    """What a row gives beside its words."""

    ID = Qt.ItemDataRole.UserRole
    STATES = Qt.ItemDataRole.UserRole + 1


SIGNS: dict[int, str] = {Column.CLAUSES: "¶", Column.DESCRIPTORS: "#", Column.PROGRESS: "✓"}
MARKS: dict[ProgressState, str] = {"new": "○", "in-progress": "◐", "done": "●"}


class DocumentModel(QAbstractTableModel):
    """One row a document, those that the filter lets through; ``total`` counts all."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._all: dict[str, DocumentSummary] = {}
        self._places: dict[str, int] = {}
        self._folded: dict[str, str] = {}
        self._shown: list[DocumentSummary] = []
        self._row_of: dict[str, int] = {}
        self._tasks: tuple[str, ...] = ()
        self._filter: tuple[str, ...] = ()
        self._sorting: tuple[Column, bool] | None = None
        self._headers = ("", "", "", "", "")  # in words; counts have signs for headers, their columns being narrow
        self._describe: Callable[[DocumentSummary], str] = lambda summary: ""

    @property
    def total(self) -> int:
        """How many documents there are, shown or not."""
        return len(self._all)

    def set_words(self, headers: tuple[str, str, str, str, str], describe: Callable[[DocumentSummary], str]) -> None:
        """Take the columns' names, and what says a document's progress in words, in the window's language."""
        self._headers, self._describe = headers, describe
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def set_documents(self, documents: Iterable[DocumentSummary], tasks: tuple[str, ...]) -> None:
        """Show other documents; ``tasks`` are those whose progress is shown, in order."""
        self.beginResetModel()
        self._all = {summary.id: summary for summary in documents}
        self._places = {document: place for place, document in enumerate(self._all)}
        self._folded.clear()
        self._tasks = tasks
        self._arrange()
        self.endResetModel()

    def change(self, summary: DocumentSummary) -> None:
        """Take over what changed about one document; it stays where it is until the list is arranged anew."""
        before = self._all.get(summary.id)
        if before is None or before == summary:
            return
        self._all[summary.id] = summary
        self._folded.pop(summary.id, None)
        row = self._row_of.get(summary.id)
        if row is not None:
            self._shown[row] = summary
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def set_filter(self, text: str) -> None:
        """Show documents whose name, symbol or title hold all words of a text, in any spelling (see ``fold``)."""
        wanted = tuple(fold(text).split())
        if wanted != self._filter:
            self.beginResetModel()
            self._filter = wanted
            self._arrange()
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one is the project's own order."""
        self.beginResetModel()
        self._sorting = None if column < 0 else (Column(column), order == Qt.SortOrder.DescendingOrder)
        self._arrange()
        self.endResetModel()

    def document_at(self, row: int) -> str | None:
        """The id of the document in a row that is shown."""
        return self._shown[row].id if 0 <= row < len(self._shown) else None

    def row_of(self, document: str | None) -> int:
        """The row of a document; -1 where it is not shown."""
        return self._row_of.get(document or "", -1)

    def summary(self, document: str | None) -> DocumentSummary | None:
        """What is known of a document, shown or not; nothing where it is not there."""
        return self._all.get(document or "")

    def place_of(self, document: str) -> int:
        """The place of a document among all, in the project's order, from 0; -1 where it is not there."""
        return self._places.get(document, -1)

    def _arrange(self) -> None:
        shown = list(self._all.values())
        if self._filter:
            shown = [summary for summary in shown if self._passes(summary)]
        if self._sorting is not None:
            column, descending = self._sorting
            shown.sort(key=lambda summary: self._sort_key(summary, column), reverse=descending)
        self._shown = shown
        self._row_of = {summary.id: row for row, summary in enumerate(shown)}

    def _passes(self, summary: DocumentSummary) -> bool:
        folded = self._folded.get(summary.id)
        if folded is None:
            folded = fold(" ".join(part for part in (summary.name, summary.symbol, summary.title) if part))
            self._folded[summary.id] = folded
        return all(word in folded for word in self._filter)

    def _sort_key(self, summary: DocumentSummary, column: Column):
        if column == Column.CLAUSES:
            return summary.span_count
        if column == Column.DESCRIPTORS:
            return summary.assignment_count
        if column == Column.PROGRESS:
            return tuple(list(MARKS).index(state) for state in self._states(summary))
        return (summary.name if column == Column.NAME else summary.symbol or "").casefold()

    def _states(self, summary: DocumentSummary) -> tuple[ProgressState, ...]:
        return tuple(summary.progress.get(task, "new") for task in self._tasks)

    # Qt's side

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return SIGNS.get(section, self._headers[section])
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return self._headers[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        summary, column = self._shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(summary, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (
            Column.CLAUSES,
            Column.DESCRIPTORS,
            Column.PROGRESS,
        ):
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(summary, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.PROGRESS:
            return self._describe(summary)
        if role == DocumentRole.ID:
            return summary.id
        if role == DocumentRole.STATES:
            return self._states(summary)
        return None

    def _text(self, summary: DocumentSummary, column: int) -> str:
        if column == Column.NAME:
            return isolated(summary.name)
        if column == Column.SYMBOL:
            return isolated(summary.symbol or summary.name)  # the name's column is hidden where there is no room
        if column == Column.CLAUSES:
            return grouped(summary.span_count)
        if column == Column.DESCRIPTORS:
            return grouped(summary.assignment_count)
        return "".join(MARKS[state] for state in self._states(summary))

    def _tool_tip(self, summary: DocumentSummary, column: int) -> str:
        if column == Column.PROGRESS:
            return plain_tool_tip(self._describe(summary))
        return plain_tool_tip(*(part for part in (summary.name, summary.title or "", summary.adopted or "") if part))
