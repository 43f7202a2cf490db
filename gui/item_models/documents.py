"""The documents of a project as a table. It filters and sorts by itself: Qt's proxy is slow over a model in Python.

The order of all documents is known from the start; what their rows tell is read a few at a time (``read_some``), and
at once for rows that are painted. Until all are read, a list that is filtered or sorted shows only those that are.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped
from gui.item_models.document_filter import DocumentFilter
from gui.item_models.document_names import document_name
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation.document_list import DocumentSummary
from model.annotation.documents import ProgressState, order_key
from model.errors import UserError
from model.text.folding import fold

Index = QModelIndex | QPersistentModelIndex
Reader = Callable[[Sequence[str]], list[DocumentSummary]]
NOWHERE = QModelIndex()
PAGE = 60  # rows that are read together when one of them is painted
SOON = 1000  # documents that are read at once where the list is to be filtered or sorted


class Column(IntEnum):
    """The columns, in order."""

    SYMBOL = 0
    NAME = 1
    CLAUSES = 2
    DESCRIPTORS = 3
    PROGRESS = 4
    ORGAN = 5
    ADOPTED = 6
    LENGTH = 7
    ASSIGNEE = 8
    FOLDER = 9


class DocumentRole(IntEnum):
    """What a row gives beside its words."""

    ID = Qt.ItemDataRole.UserRole
    STATES = Qt.ItemDataRole.UserRole + 1
    SUMMARY = Qt.ItemDataRole.UserRole + 2


SIGNS: dict[int, str] = {Column.CLAUSES: "¶", Column.DESCRIPTORS: "#", Column.PROGRESS: "✓"}
MARKS: dict[ProgressState, str] = {"new": "○", "in-progress": "◐", "done": "●"}
_CENTRED = frozenset({Column.CLAUSES, Column.DESCRIPTORS, Column.PROGRESS, Column.ORGAN, Column.ADOPTED, Column.LENGTH})
_LEVELS = {state: level for level, state in enumerate(MARKS)}


def _nothing_to_read(documents: Sequence[str]) -> list[DocumentSummary]:
    return []


class DocumentModel(QAbstractTableModel):
    """One row a document, those that the filter lets through; ``total`` counts all."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []  # all, in the project's order
        self._places: dict[str, int] = {}
        self._all: dict[str, DocumentSummary] = {}  # those that are read
        self._folded: dict[str, str] = {}
        self._keys: dict[str, str] = {}  # what symbols are sorted by
        self._unread: list[str] = []  # the last first
        self._stale: Set[str] = set()  # those of them of which what is known may be no longer so
        self._read: Reader = _nothing_to_read
        self._ordered: list[str] | None = None  # those that are read, as they are sorted; None where that is to be done
        self._shown: list[str] = []
        self._row_of: dict[str, int] | None = None
        self._tasks: tuple[str, ...] = ()
        self._words: tuple[str, ...] = ()
        self._filter = DocumentFilter()
        self._holders: Mapping[str, Set[str]] = {}
        self._sorting: tuple[Column, bool] | None = None
        self._headers: Sequence[str] = [""] * len(Column)  # in words; counts have signs for headers, being narrow
        self._describe: Callable[[DocumentSummary], str] = lambda summary: ""
        self._people: Mapping[str, str] = {}

    @property
    def total(self) -> int:
        """How many documents there are, shown or not."""
        return len(self._ids)

    @property
    def unread(self) -> int:
        """How many documents there are at most of which nothing is read but that they are there."""
        return len(self._unread)

    @property
    def selective(self) -> bool:
        """Whether the list is any other than all documents in the project's order."""
        return bool(self._words) or self._filter.active or self._sorting is not None

    @property
    def sorting(self) -> tuple[Column, bool] | None:
        """The column that the rows are sorted by and whether from the largest down; None in the project's order."""
        return self._sorting

    def set_words(self, headers: Sequence[str], describe: Callable[[DocumentSummary], str]) -> None:
        """Take the columns' names, and what says a document's state in words, in the window's language."""
        self._headers, self._describe = headers, describe
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def set_people(self, people: Mapping[str, str]) -> None:
        """Take the annotators' names by id."""
        if people != self._people:
            self._people = dict(people)
            self._tell_column(Column.ASSIGNEE)

    # All documents

    def set_documents(
        self, documents: Iterable[str], tasks: tuple[str, ...], read: Reader, stale: Set[str] | None = None
    ) -> None:
        """Show other documents, in the project's order; ``tasks`` are those whose progress is shown.

        ``read`` gives what is to be told of some of them, those that are there. Without ``stale`` nothing is kept of
        what is known; else all is, and those that are ``stale`` are read once more.
        """
        ids, self._tasks, self._read = list(documents), tasks, read
        if stale is None:
            self._all, self._folded, self._keys = {}, {}, {}
        if ids != self._ids:
            self._ids = ids
            self._places = {document: place for place, document in enumerate(ids)}
            gone = [document for document in self._all if document not in self._places]
            for known in (self._all, self._folded, self._keys):
                for document in gone:
                    del known[document]
        self._stale = set() if stale is None else self._stale | stale
        self._unread = [each for each in reversed(self._ids) if each not in self._all or each in self._stale]
        self._ordered = None
        self.arrange()

    def read_some(self, count: int) -> bool:
        """Read what the rows of a few more documents tell; says whether others are left. When all are read, the list is
        arranged with them. Where the project refuses, they are left.
        """
        if self._unread:
            self._read_last(count)
            if not self._unread:
                self.arrange()
        return bool(self._unread)

    def _read_last(self, count: int) -> None:
        some = self._unread[-count:] if count else []
        self._take([each for each in reversed(some) if each not in self._all or each in self._stale])
        del self._unread[len(self._unread) - len(some) :]
        if not self._unread:
            self._stale = set()

    def read_all(self) -> None:
        """Read what is not read yet."""
        while self._unread:
            self.read_some(8 * PAGE)

    def _take(self, documents: Sequence[str]) -> None:
        if documents:
            for summary in self._read(documents):
                self._put(summary)
            self._ordered = None

    def _put(self, summary: DocumentSummary) -> None:
        document = summary.id
        self._all[document] = summary
        self._folded[document] = fold(" ".join(part for part in (summary.name, summary.symbol, summary.title) if part))
        self._keys[document] = order_key(summary.symbol or "")

    def change(self, summary: DocumentSummary) -> None:
        """Take over what changed about one document; it stays where it is until the list is arranged anew."""
        before = self._all.get(summary.id)
        if summary.id not in self._places or before == summary:
            return
        self._put(summary)
        self._ordered = None
        row = self.row_of(summary.id)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def summaries(self) -> Iterable[DocumentSummary]:
        """All that are read, in no order."""
        return self._all.values()

    def summary(self, document: str | None) -> DocumentSummary | None:
        """What is known of a document, shown or not, read by now or not; nothing where it is not there."""
        found = self._all.get(document or "")
        if found is None and document is not None and document in self._places:
            self._take([document])
            found = self._all.get(document)
        return found

    def place_of(self, document: str) -> int:
        """The place of a document among all, in the project's order, from 0; -1 where it is not there."""
        return self._places.get(document, -1)

    # Those that are shown

    def set_filter(self, text: str) -> None:
        """Show documents whose name, symbol or title hold all words of a text, in any spelling (see ``fold``)."""
        wanted = tuple(fold(text).split())
        if wanted != self._words:
            self._words = wanted
            self.arrange()

    def set_conditions(self, conditions: DocumentFilter, holders: Mapping[str, Set[str]]) -> None:
        """Show only documents that fulfil these conditions too (see ``DocumentFilter.test``)."""
        self._filter, self._holders = conditions, holders
        self.arrange()

    def set_holders(self, holders: Mapping[str, Set[str]]) -> None:
        """Other documents have the concepts asked for; those shown stay until the list is arranged anew."""
        self._holders = holders

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one is the project's own order."""
        self._sorting = None if column < 0 else (Column(column), order == Qt.SortOrder.DescendingOrder)
        self._ordered = None
        self.arrange()

    def listed(self) -> Sequence[str]:
        """The ids of the documents that are shown, in order."""
        return tuple(self._shown)

    def document_at(self, row: int) -> str | None:
        """The id of the document in a row that is shown."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, document: str | None) -> int:
        """The row of a document; -1 where it is not shown."""
        if self._shown is self._ids:  # all, as at a start
            return self._places.get(document or "", -1)
        if self._row_of is None:
            self._row_of = {shown: row for row, shown in enumerate(self._shown)}
        return self._row_of.get(document or "", -1)

    def next_wanted(self, document: str | None, wanted: Callable[[str], bool], step: int) -> str | None:
        """The next shown document after (with ``step`` -1: before) one that is wanted, going on from the other end of
        the list; the document itself comes last. None where no document shown is wanted.

        A document that is not shown is counted from where it stands in the project.
        """
        if self.selective:
            self.read_all()  # which documents are shown, and where, is known only then
        rows = len(self._shown)
        start = self.row_of(document)
        if start < 0:
            place = self.place_of(document or "")
            after = (row for row, each in enumerate(self._shown) if self._places[each] > place)
            first = next(after, 0)
            start = first - 1 if step > 0 else first
        for distance in range(1, rows + 1):
            found = self._shown[(start + step * distance) % rows]
            if wanted(found):
                return found
        return None

    def arrange(self) -> None:
        """Filter and sort anew, with all that has changed since. For that all must be read; few are read at once."""
        if self.selective and len(self._unread) <= SOON:
            with contextlib.suppress(UserError):  # whoever reads the rest says what is wrong
                self._read_last(len(self._unread))
        wanted = self._arranged()
        if wanted == self._shown:
            self._shown = wanted
            if wanted:
                self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._shown = wanted
        self._row_of = None
        self.endResetModel()

    def _arranged(self) -> list[str]:
        """Those that are to be shown, in order."""
        if not self.selective:
            return self._ids
        shown = self._sorted()
        folded, known = self._folded, self._all
        for word in self._words:
            shown = [document for document in shown if word in folded[document]]
        if self._filter.active:
            passes = self._filter.test(self._holders)
            shown = [document for document in shown if passes(known[document])]
        return shown

    def _sorted(self) -> list[str]:
        """All that are read, as they are sorted."""
        if self._ordered is None:
            known = self._all
            ids = [document for document in self._ids if document in known]
            if self._sorting is not None:
                column, descending = self._sorting
                # Names are in order already; where others are equal, names decide.
                if column != Column.NAME:
                    ids.sort(key=self._sort_key(column), reverse=descending)
                elif descending:
                    ids.reverse()
            self._ordered = ids
        return self._ordered

    def _sort_key(self, column: Column) -> Callable[[str], Any]:
        known = self._all
        match column:
            case Column.CLAUSES:
                return lambda document: known[document].span_count
            case Column.DESCRIPTORS:
                return lambda document: known[document].assignment_count
            case Column.PROGRESS:
                few = {id(each.progress): each for each in known.values()}  # many have the very same
                ways = {way: self._level(each) for way, each in few.items()}
                return lambda document: ways[id(known[document].progress)]
            case Column.ORGAN:
                return lambda document: known[document].organ or ""
            case Column.ADOPTED:
                return lambda document: known[document].adopted or ""
            case Column.LENGTH:
                return lambda document: known[document].length
            case Column.ASSIGNEE:
                return lambda document: self._person(known[document]).casefold()
            case Column.FOLDER:
                keys = {folder: order_key(folder) for folder in {each.folder for each in known.values()}}
                return lambda document: keys[known[document].folder]
            case _:
                return self._keys.__getitem__

    def _level(self, summary: DocumentSummary) -> int:
        """How far a document is in all tasks together, the first counting most."""
        return sum(_LEVELS[state] * 3**place for place, state in enumerate(reversed(self._states(summary))))

    def _states(self, summary: DocumentSummary) -> tuple[ProgressState, ...]:
        return tuple(summary.progress.get(task, "new") for task in self._tasks)

    def person(self, annotator: str) -> str:
        """The name of an annotator (id); empty where it is not known."""
        return self._people.get(annotator, "")

    def _person(self, summary: DocumentSummary) -> str:
        return "" if summary.assignee is None else self.person(summary.assignee)

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
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter if column in _CENTRED else None
        if role == DocumentRole.ID:
            return self._shown[index.row()]
        if role not in _TOLD:
            return None
        summary = self._summary_at(index.row())
        if summary is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(summary, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(summary) if column == Column.PROGRESS else None
        return summary if role == DocumentRole.SUMMARY else self._states(summary)

    def _summary_at(self, row: int) -> DocumentSummary | None:
        """What is told of the document in a row. What is not read yet is read now, with the rows about it; of a
        document that is gone meanwhile there is nothing to be told.
        """
        document = self._shown[row]
        found = self._all.get(document)
        if found is None:
            near = self._shown[max(0, row - PAGE // 2) : row + PAGE]
            with contextlib.suppress(UserError):  # whoever reads the rest says what is wrong
                self._take([each for each in near if each not in self._all])
            found = self._all.get(document)
        return found

    def _tell_column(self, column: Column) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._shown) - 1, column))

    def _text(self, summary: DocumentSummary, column: int) -> str:
        match column:
            case Column.NAME:
                return isolated(summary.name)
            case Column.SYMBOL:
                return isolated(document_name(summary))  # the name's column is hidden where there is no room
            case Column.CLAUSES:
                return grouped(summary.span_count)
            case Column.DESCRIPTORS:
                return grouped(summary.assignment_count)
            case Column.PROGRESS:
                return "".join(MARKS[state] for state in self._states(summary))
            case Column.ORGAN:
                return summary.organ or ""
            case Column.ADOPTED:
                return isolated(summary.adopted) if summary.adopted else ""
            case Column.LENGTH:
                return grouped(summary.length)
            case Column.ASSIGNEE:
                return self._person(summary)
            case _:
                return isolated(summary.folder) if summary.folder else ""

    def _tool_tip(self, summary: DocumentSummary) -> str:
        told = (summary.name, summary.title or "", summary.adopted or "", *self._describe(summary).split("\n"))
        return plain_tool_tip(*(line for line in told if line))


_TOLD = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        DocumentRole.STATES,
        DocumentRole.SUMMARY,
    }
)
