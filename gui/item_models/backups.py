"""Backups as a table, and what has become of the project's documents since one of them."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.error_messages import isolated, quoted
from gui.i18n.numbers import grouped
from gui.i18n.operation_names import shown_name
from gui.widgets.local_times import short_time, time_tool_tip
from gui.widgets.tool_tips import plain_tool_tip
from model.backups.comparing import DocumentChange
from model.backups.contents import Listed

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole


class BackupColumn(IntEnum):
    """The columns, in order."""

    MADE = 0
    DOCUMENTS = 1
    MARKS = 2
    DESCRIPTORS = 3
    OPERATION = 4
    ANNOTATOR = 5
    SIZE = 6
    REASON = 7


class DocumentColumn(IntEnum):
    """The columns, in order."""

    DOCUMENT = 0
    CHANGE = 1
    MARKS = 2
    DESCRIPTORS = 3


_NUMBERS = frozenset({BackupColumn.DOCUMENTS, BackupColumn.MARKS, BackupColumn.DESCRIPTORS, BackupColumn.SIZE})


def made_at(listed: Listed) -> str:
    """When a backup was made, as the file names have times: ISO 8601 in UTC."""
    return listed.backup.made.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def size_words(size: int) -> str:
    """A size in bytes."""
    number = f"{size / 1_000_000:,.1f}" if size >= 100_000 else f"{size / 1_000_000:,.2f}"
    return QCoreApplication.translate("Backups", "{number} MB").format(number=isolated(number))


def _alignment(centred: bool) -> int:
    side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class BackupModel(QAbstractTableModel):
    """The newest first."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Listed] = ()

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Show these backups."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, index: _Index) -> Listed | None:
        """The backup of a row."""
        return self.rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(BackupColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY):
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return [
            self.tr("When"),
            self.tr("Documents"),
            self.tr("Marks"),
            self.tr("Descriptors"),
            self.tr("Last operation"),
            self.tr("By"),
            self.tr("Size"),
            self.tr("Remark"),
        ][section]

    def data(self, index: _Index, role: int = _DISPLAY):
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column() in _NUMBERS)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == BackupColumn.MADE:
            return time_tool_tip(made_at(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(self._cell(row, BackupColumn(index.column())))
        return self._cell(row, BackupColumn(index.column())) if role == _DISPLAY else None

    def _cell(self, row: Listed, column: BackupColumn) -> str:
        found = row.contents
        match column:
            case BackupColumn.MADE:
                return short_time(made_at(row))
            case BackupColumn.SIZE:
                return size_words(row.size)
            case BackupColumn.REASON:
                return self._remark(row)
        if found is None:
            return ""
        match column:
            case BackupColumn.DOCUMENTS:
                return grouped(found.documents)
            case BackupColumn.MARKS:
                return grouped(found.marks)
            case BackupColumn.DESCRIPTORS:
                return grouped(found.descriptors)
            case BackupColumn.OPERATION:
                return "" if found.newest is None else shown_name(found.newest.name)
            case _:
                return quoted(found.annotator) if found.annotator else ""

    def _remark(self, row: Listed) -> str:
        if row.refusal is not None:
            return self.tr("cannot be read")
        return {
            "automatic": "",
            "asked": self.tr("made by command"),
            "unsound": self.tr("has problems"),
            "replaced": self.tr("kept before a backup was restored"),
        }[row.backup.reason]


class DocumentChangeModel(QAbstractTableModel):
    """Documents that are not in the project as they are in the backup."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.rows: Sequence[DocumentChange] = ()

    def show_rows(self, rows: Sequence[DocumentChange]) -> None:
        """Show these documents."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(DocumentColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY):
        if orientation != Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return [self.tr("Document"), self.tr("Since then"), self.tr("Marks"), self.tr("Descriptors")][section]

    def data(self, index: _Index, role: int = _DISPLAY):
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column() >= DocumentColumn.MARKS)
        if role not in (_DISPLAY, Qt.ItemDataRole.ToolTipRole):
            return None
        words = self._cell(self.rows[index.row()], DocumentColumn(index.column()))
        return words if role == _DISPLAY else plain_tool_tip(words)

    def _cell(self, row: DocumentChange, column: DocumentColumn) -> str:
        match column:
            case DocumentColumn.DOCUMENT:
                return isolated(row.name)
            case DocumentColumn.CHANGE:
                return {"added": self.tr("added"), "changed": self.tr("changed"), "gone": self.tr("gone")}[row.change]
            case DocumentColumn.MARKS:
                return self._from_to(*row.marks)
            case _:
                return self._from_to(*row.descriptors)

    def _from_to(self, before: int, now: int) -> str:
        """A number then and now; in the order in which the language of the window is read."""
        if before == now:
            return grouped(now)
        return self.tr("{before} → {now}").format(before=isolated(grouped(before)), now=isolated(grouped(now)))
