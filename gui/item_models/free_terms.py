"""The free terms of a project as a table: in how many documents each is, and what it could become."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.numbers import grouped
from gui.widgets.tool_tips import plain_tool_tip
from model.consistency.number import other_numbers, singular_words
from model.vocabulary.concepts import Concept, label_key
from model.vocabulary.label_words import words

_LEAST = 3  # letters: with fewer, only the very same label is alike
_Index = QModelIndex | QPersistentModelIndex


class FreeColumn(IntEnum):
    """The columns, in order."""

    TERM = 0
    USES = 1
    CANDIDATE = 2


@dataclass(frozen=True, slots=True)
class FreeRow:
    """A free term, with the concepts that carry one of its labels, the best first."""

    concept: Concept
    uses: int
    candidates: tuple[Concept, ...]

    @property
    def is_sure(self) -> bool:
        """Whether there is exactly one concept that it can become."""
        return len(self.candidates) == 1


def are_alike(one: Concept, other: Concept) -> bool:
    """Whether two concepts have a label in common, but for what stands between its letters, and for its number by the
    rules of ``model.consistency.number``. As there, no number of Arabic counts where English labels speak against it.
    """
    if not set(_spellings(one)).isdisjoint(_spellings(other)):
        return True
    if _has_english(one) and _has_english(other):
        return False
    mine, others = _arabic(one), _arabic(other)
    return any(form in others for each in mine for form in other_numbers(each)) or any(
        form in mine for each in others for form in other_numbers(each)
    )


def _spellings(concept: Concept) -> Iterator[str]:
    """What the labels of a concept are compared by."""
    for label in concept.labels:
        key = label_key(label.text)
        yield key
        found = words(key)
        letters = "".join(found)
        if len(letters) >= _LEAST:
            yield letters
            if label.language.partition("-")[0] in ("", "en"):
                yield "".join(singular_words(found))


def _arabic(concept: Concept) -> set[tuple[str, ...]]:
    return {tuple(words(label_key(each.text))) for each in concept.labels if each.language.partition("-")[0] == "ar"}


def _has_english(concept: Concept) -> bool:
    return any(each.language.partition("-")[0] == "en" for each in concept.labels)


class FreeTermModel(QAbstractTableModel):
    """Those of most documents first."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.rows: Sequence[FreeRow] = ()
        self._language = "ar"

    def show_rows(self, rows: Sequence[FreeRow], language: str) -> None:
        """Show these terms."""
        self.beginResetModel()
        self.rows, self._language = rows, language
        self.endResetModel()

    def row(self, index: _Index) -> FreeRow | None:
        """The term of a row."""
        return self.rows[index.row()] if index.isValid() else None

    def first_of(self, terms: Iterable[str]) -> int:
        """Where the first of some terms stands that is there; -1 where none is."""
        places = {row.concept.id: place for place, row in enumerate(self.rows)}
        return next((places[term] for term in terms if term in places), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FreeColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return [self.tr("Free term"), self.tr("Documents"), self.tr("Carries the same label")][section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if index.column() == FreeColumn.USES else Qt.AlignmentFlag.AlignLeading
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        match index.column():
            case FreeColumn.TERM:
                words = [row.concept.label(self._language)]
            case FreeColumn.USES:
                words = [grouped(row.uses)]
            case _:
                words = [each.label(self._language) for each in row.candidates]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tool_tip(*words)
        return " · ".join(f"\u2068{each}\u2069" for each in words)
