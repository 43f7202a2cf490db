"""What the descriptors panel offers while a person types: the concepts found, and last the term itself."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.languages import language_name
from gui.item_models.concept_places import Place
from gui.item_models.descriptors import other_language
from gui.widgets.tool_tips import plain_tool_tip
from model.vocabulary.concepts import Concept, ConceptLabel, label_key
from model.vocabulary.lookup import ConceptMatch

_Index = QModelIndex | QPersistentModelIndex


class MatchRole(IntEnum):
    """What a row holds beside its label. The row that creates a term has no concept."""

    CONCEPT_ID = Qt.ItemDataRole.UserRole
    SECOND = Qt.ItemDataRole.UserRole + 1
    MATCHED = Qt.ItemDataRole.UserRole + 2
    ASSIGNED = Qt.ItemDataRole.UserRole + 3
    TERM = Qt.ItemDataRole.UserRole + 4
    DETAILS = Qt.ItemDataRole.UserRole + 5
    STATE = Qt.ItemDataRole.UserRole + 6


class MatchModel(QAbstractListModel):
    """The answer to one query."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._matches: list[ConceptMatch] = []
        self._assigned: frozenset[str] = frozenset()
        self._term = ""
        self._language = "ar"
        self._place: Callable[[Concept], Place] = _nowhere

    def show_matches(
        self,
        matches: list[ConceptMatch],
        term: str,
        assigned: frozenset[str],
        language: str,
        place: Callable[[Concept], Place] | None = None,
    ) -> None:
        """Show what was found for a term; it can be created unless one of the concepts is called exactly so. ``place``
        tells where each concept stands.
        """
        self.beginResetModel()
        self._matches = matches
        self._assigned = assigned
        self._language = language
        self._place = place or _nowhere
        shown = " ".join(term.split())
        key = label_key(shown)
        known = any(label_key(match.label.text) == key for match in matches)
        self._term = "" if known or not key else shown
        self.endResetModel()

    @property
    def assigned(self) -> frozenset[str]:
        """The concepts that the document has."""
        return self._assigned

    def set_assigned(self, concepts: frozenset[str]) -> None:
        """Say which concepts the document has; whoever shows the rows paints them anew."""
        self._assigned = concepts

    def concept_id(self, index: _Index) -> str | None:
        """The concept of a row; None in the row that creates a term."""
        return None if self._creates(index) or not index.isValid() else self._matches[index.row()].concept.id

    @property
    def creation_row(self) -> int:
        """Where the row stands that creates a term; -1 where there is none."""
        return len(self._matches) if self._term else -1

    def best_row(self) -> int:
        """What Enter should take: the best concept not assigned yet, but always one that is called exactly so."""
        if self._term:
            for row, match in enumerate(self._matches):
                if match.concept.id not in self._assigned:
                    return row
        return 0

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._matches) + bool(self._term)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        if self._creates(index):
            return self._creation(role)
        match = self._matches[index.row()]
        concept = match.concept
        label = concept.label(self._language)
        second = concept.label_in(other_language(self._language)) or ""
        second = "" if second == label else second
        matched = "" if match.label.text in (label, second) else match.label.text
        place = self._place(concept)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return label
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(label, second, self._matched(match.label, matched), place.where, place.state)
            case Qt.ItemDataRole.AccessibleTextRole:
                assigned = self.tr("already assigned") if concept.id in self._assigned else ""
                told = (label, second, self._matched(match.label, matched), place.where, place.state, assigned)
                return self.tr("; ").join(text for text in told if text)
            case MatchRole.DETAILS:
                told = (place.state, self._matched(match.label, matched), place.where)
                return " · ".join(f"\u2068{text}\u2069" for text in told if text)
            case MatchRole.STATE:
                return place.state
            case MatchRole.CONCEPT_ID:
                return concept.id
            case MatchRole.SECOND:
                return second
            case MatchRole.MATCHED:
                return matched
            case MatchRole.ASSIGNED:
                return concept.id in self._assigned
        return None

    def _matched(self, label: ConceptLabel, text: str) -> str:
        """What matched where it is another label than those shown: with what it is, and in which language."""
        if not text:
            return ""
        words = {
            "alternative": self.tr("{label} (alternative, {language})"),
            "hidden": self.tr("{label} (hidden, {language})"),
            "preferred": self.tr("{label} ({language})"),
        }[label.kind]
        language = language_name(label.language) or self.tr("no language")
        return words.format(label=f"\u2068{text}\u2069", language=f"\u2068{language}\u2069")

    def _creates(self, index: _Index) -> bool:
        return index.row() == len(self._matches)

    def _creation(self, role: int):
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("Create term “{term}”").format(term=f"\u2068{self._term}\u2069")
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(self._term)
            case MatchRole.TERM:
                return self._term
            case MatchRole.SECOND | MatchRole.MATCHED | MatchRole.DETAILS | MatchRole.STATE:
                return ""
            case MatchRole.ASSIGNED:
                return False
        return None


def _nowhere(_: Concept) -> Place:
    return Place()
