"""The history of a project as a list, newest first: read page by page, and followed without being read anew."""

import bisect
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.error_messages import isolated
from gui.i18n.operation_names import shown_name
from gui.widgets.local_times import long_time, short_time
from gui.widgets.tool_tips import plain_tool_tip
from model.project import Project, Step

_Index = QModelIndex | QPersistentModelIndex
PAGE = 100  # rows read at once
MANY = 500  # operations: whoever missed more than that reads the first page anew
NAMED = 2  # documents named in a row


class HistoryRole(IntEnum):
    """What a row gives beside its name."""

    STEP = Qt.ItemDataRole.UserRole
    WHO = Qt.ItemDataRole.UserRole + 1
    WHERE = Qt.ItemDataRole.UserRole + 2
    WHEN = Qt.ItemDataRole.UserRole + 3
    STATE = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class Filter:
    """Which steps are listed: those of a document, of an annotator (ids), with one of these names; None: any."""

    document: str | None = None
    annotator: str | None = None
    names: frozenset[str] | None = None


class HistoryModel(QAbstractListModel):
    """One row a step (``model.project.Step``): an undo changes the row of what it took back and adds none."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._filter = Filter()
        self._rows: list[Step] = []
        self._sequences: dict[str, int] = {}  # of the rows, by the ids of their operations
        self._undone: set[str] = set()  # ids of those that redo can bring back: a new operation makes an end of that
        self._newest = 0
        self._complete = True
        self._people: dict[str, str] = {}
        self._places: dict[int, str] = {}

    @property
    def filter(self) -> Filter:
        """Which steps are listed."""
        return self._filter

    def show_history(self, project: Project | None, wanted: Filter) -> None:
        """List the history of a project (or none) from its newest operation."""
        self.beginResetModel()
        self._project, self._filter = project, wanted
        self._rows, self._sequences, self._undone, self._newest = [], {}, set(), 0
        self._people, self._places = {}, {}
        self._complete = project is None
        if project is not None:
            self._newest = project.read_up_to
            self._take(project.steps(PAGE, **self._filters()))
        self.endResetModel()

    def catch_up(self) -> None:
        """Show what was written since: new rows on top, and what has become of those that are here."""
        project = self._project
        if project is None:
            return
        records = project.operations_after(self._newest)
        if not records:
            return
        if len(records) > MANY:
            self.show_history(project, self._filter)
            return
        found = project.steps(len(records), after=self._newest, **self._filters())
        self._newest = records[-1].sequence
        touched = {record.target for record in records if record.target in self._sequences}
        if any(record.kind == "do" for record in records):  # it ends redo
            touched |= self._undone
        for operation in touched:
            sequence = self._sequences[operation]
            row = bisect.bisect_left(self._rows, -sequence, key=lambda step: -step.record.sequence)
            self._rows[row] = project.step(sequence)
            self._note([self._rows[row]])
            self.dataChanged.emit(self.index(row), self.index(row))
        if found:
            self.beginInsertRows(QModelIndex(), 0, len(found) - 1)
            self._rows[:0] = found
            self._note(found)
            self.endInsertRows()

    def forget_names(self) -> None:
        """Read the names of people and documents anew."""
        self._people, self._places = {}, {}
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words and the dates of another language, or of another day."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def step(self, index: _Index) -> Step | None:
        """The step of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: _Index) -> None:
        if self._project is None or self._complete or parent.isValid():
            return
        last = self._rows[-1].record.sequence if self._rows else None
        found = self._project.steps(PAGE, last, **self._filters())
        if not found:
            self._complete = True
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(found) - 1)
        self._take(found)
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        step = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shown_name(step.record.name)
            case HistoryRole.STEP:
                return step
            case HistoryRole.WHO:
                return self._person(step.record.annotator)
            case HistoryRole.WHERE:
                return self._where(step)
            case HistoryRole.WHEN:
                return short_time(step.record.time)
            case HistoryRole.STATE:
                return self._state(step)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(*self._told(step), isolated(step.record.time))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("; ").join(self._told(step))
        return None

    def _filters(self) -> dict:
        names: Collection[str] | None = self._filter.names
        return {"document": self._filter.document, "annotator": self._filter.annotator, "names": names}

    def _take(self, steps: list[Step]) -> None:
        """Add rows below those that are here."""
        self._rows += steps
        self._note(steps)
        self._complete = len(steps) < PAGE

    def _note(self, steps: list[Step]) -> None:
        for step in steps:
            self._sequences[step.record.id] = step.record.sequence
            (self._undone.add if step.state == "undone" else self._undone.discard)(step.record.id)

    def _person(self, annotator: str) -> str:
        if annotator not in self._people and self._project is not None:
            self._people = {each.id: each.name for each in self._project.annotators()}
        return self._people.get(annotator, "")

    def _where(self, step: Step) -> str:
        sequence = step.record.sequence
        if sequence not in self._places and self._project is not None:
            touched = self._project.touched(step.record, NAMED)
            names = [isolated(name) for _, name in touched.documents if name]
            words = self.tr("{documents} and more") if touched.more and names else "{documents}"
            self._places[sequence] = words.format(documents=self.tr(", ").join(names))
        return self._places.get(sequence, "")

    def _state(self, step: Step) -> str:
        if step.state == "done":
            return ""
        return self.tr("Undone") if step.state == "undone" else self.tr("Undone for good")

    def _told(self, step: Step) -> list[str]:
        """All of a row in words."""
        told = [shown_name(step.record.name), self._person(step.record.annotator), long_time(step.record.time)]
        if self._where(step):
            told.append(self._where(step))
        if step.undone_by is not None:
            words = (
                self.tr("Undone by {name}, {time}")
                if step.state == "undone"
                else self.tr("Undone by {name}, {time}; what was done after it ended redo")
            )
            name = f"\u2068{self._person(step.undone_by.annotator)}\u2069"
            told.append(words.format(name=name, time=long_time(step.undone_by.time)))
        return told
