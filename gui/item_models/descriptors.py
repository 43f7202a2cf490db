"""A document's descriptors by rank, and the evidence of one of them, as lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.numbers import numbered
from gui.widgets.tool_tips import plain_tool_tip
from model.vocabulary.assignments import Assignment, Evidence
from model.vocabulary.concepts import Concept

_Index = QModelIndex | QPersistentModelIndex
LONGEST_QUOTE = 300  # code points of a stretch that a row shows; the text itself shows all of it
AFTERWARDS = 80  # code points of what comes after a stretch: the same words may stand in many places


@dataclass(frozen=True, slots=True)
class DescriptorRow:
    """One descriptor as shown: ``label`` in the window's language, ``second`` in the other one, else the term."""

    assignment: Assignment
    label: str
    second: str


class DescriptorRole(IntEnum):
    """What a row holds beside its label."""

    ASSIGNMENT = Qt.ItemDataRole.UserRole
    SECOND = Qt.ItemDataRole.UserRole + 1


class EvidenceRole(IntEnum):
    """What a row of evidence gives beside its quote."""

    AFTER = Qt.ItemDataRole.UserRole


def other_language(language: str) -> str:
    """The second language beside the window's own."""
    return "en" if language == "ar" else "ar"


def descriptor_row(assignment: Assignment, concept: Concept, language: str) -> DescriptorRow:
    """How a descriptor is shown in a language."""
    label = concept.label(language)
    second = concept.label_in(other_language(language)) or assignment.term or ""
    return DescriptorRow(assignment, label, "" if second.casefold() == label.casefold() else second)


class DescriptorModel(QAbstractListModel):
    """The descriptors in order. What changed is told row by row, so that the list keeps its place and its selection."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: list[DescriptorRow] = []

    def row_of(self, assignment_id: str | None) -> int:
        """Where an assignment stands; -1 where it does not."""
        return next((place for place, row in enumerate(self._rows) if row.assignment.id == assignment_id), -1)

    def row_of_concept(self, concept_id: str) -> int:
        """Where the first assignment of a concept stands; -1 where there is none."""
        return next((place for place, row in enumerate(self._rows) if row.assignment.concept == concept_id), -1)

    def assignment(self, index: _Index) -> Assignment | None:
        """The assignment of a row."""
        return self._rows[index.row()].assignment if index.isValid() else None

    def assigned_concepts(self) -> frozenset[str]:
        """The concepts that the document has; what is only proposed is not counted."""
        return frozenset(row.assignment.concept for row in self._rows if row.assignment.status == "confirmed")

    def reset(self, rows: Sequence[DescriptorRow]) -> None:
        """Show another document's descriptors."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def update(self, rows: Sequence[DescriptorRow]) -> None:
        """Show what the same document's descriptors are now."""
        wanted = {row.assignment.id for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].assignment.id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            present = self.row_of(row.assignment.id)
            if present < 0:
                self.beginInsertRows(QModelIndex(), place, place)
                self._rows.insert(place, row)
                self.endInsertRows()
                continue
            if present != place:
                self.beginMoveRows(QModelIndex(), present, present, QModelIndex(), place)
                self._rows.insert(place, self._rows.pop(present))
                self.endMoveRows()
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label
            case DescriptorRole.ASSIGNMENT:
                return row.assignment
            case DescriptorRole.SECOND:
                return row.second
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(row.label, row.second, *self._told(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("; ").join([text for text in (row.label, row.second) if text] + self._told(row))
        return None

    def _told(self, row: DescriptorRow) -> list[str]:
        """What the marks in a row mean, in words."""
        assignment = row.assignment
        told: list[str] = []
        if assignment.major:
            told.append(self.tr("Major descriptor"))
        if assignment.status == "suggested":
            told.append(self.tr("Suggested, not confirmed yet"))
        if assignment.evidence:
            pieces = len(assignment.evidence)
            told.append(numbered(self.tr("%n piece(s) of evidence", "", pieces), pieces))
        if assignment.origin.kind == "import":
            told.append(self.tr("Origin: import"))
        elif assignment.origin.kind == "model":
            told.append(self.tr("Origin: model"))
        else:
            told.append(self.tr("Origin: manual"))
        if assignment.term and assignment.term not in (row.label, row.second):
            told.append(self.tr("Term in the header: {term}").format(term=f"\u2068{assignment.term}\u2069"))
        return told


class EvidenceModel(QAbstractListModel):
    """The stretches of text that stand for one descriptor, in text order, each with its quote."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: tuple[Evidence, ...] = ()
        self._text = ""

    def show_evidence(self, evidence: tuple[Evidence, ...], text: str) -> None:
        """Show these stretches of a text; nothing happens where they are shown already."""
        if evidence == self._rows and text == self._text:
            return
        self.beginResetModel()
        self._rows = evidence
        self._text = text
        self.endResetModel()

    def evidence(self, index: _Index) -> Evidence | None:
        """The evidence of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == EvidenceRole.AFTER:
            return " ".join(self._text[row.end : row.end + AFTERWARDS].split())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            quote = " ".join(self._text[row.start : min(row.end, row.start + LONGEST_QUOTE)].split())
            quote += "…" if row.end - row.start > LONGEST_QUOTE else ""
            return quote if role == Qt.ItemDataRole.DisplayRole else plain_tool_tip(quote)
        return None
