"""Suggested descriptors, and the documents that the one shown is like, as lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

from gui.i18n.numbers import grouped, numbered, percent
from gui.item_models.shown_rows import Index, ShownRows
from gui.widgets.tool_tips import plain_tool_tip
from model.suggestion.suggester import Similar, Suggestion

NAMED = 2  # documents that a reason names; the others are counted


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion as shown: ``label`` in the window's language, ``second`` in the other; ``like`` are the names of the
    similar documents that have it.
    """

    suggestion: Suggestion
    label: str
    second: str
    like: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """A similar document as shown: its name, and labels in the window's language of the terms that it has and this one
    has not (``new``), that this one has besides (``besides``), and that both have.
    """

    similar: Similar
    name: str
    title: str
    new: tuple[str, ...]
    besides: tuple[str, ...]
    both: tuple[str, ...]


class SuggestionRole(IntEnum):
    """What a row holds beside its label."""

    ROW = Qt.ItemDataRole.UserRole
    REASON = Qt.ItemDataRole.UserRole + 1


class SuggestionModel(ShownRows[SuggestionRow]):
    """Suggestions, best first."""

    def row_of(self, term: str | None) -> int:
        """Where a term (id of a concept) stands; -1 where it does not."""
        return next((place for place, row in enumerate(self._rows) if row.suggestion.term == term), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label
            case SuggestionRole.ROW:
                return row
            case SuggestionRole.REASON:
                return self.reason(row, NAMED)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(row.label, row.second, *self._told(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("; ").join([text for text in (row.label, row.second) if text] + self._told(row))
        return None

    def reason(self, row: SuggestionRow, named: int) -> str:
        """Why a term is suggested, in words; ``named`` is how many similar documents are named."""
        found = row.suggestion.found
        reasons: list[str] = []
        if row.suggestion.in_title:
            reasons.append(self.tr("in the title"))
        if found:
            shown = len(row.suggestion.evidence)
            words = (
                self.tr("%n time(s) in the text, {shown} shown", "", found)
                if 0 < shown < found
                else self.tr("%n time(s) in the text", "", found)
            )
            reasons.append(numbered(words, found).format(shown=grouped(shown)))
        if row.like:
            names = self.tr(", ").join(f"\u2068{name}\u2069" for name in row.like[:named])
            more = len(row.like) - named
            if more > 0:
                reasons.append(self.tr("as in {names} and {count} more").format(names=names, count=more))
            else:
                reasons.append(self.tr("as in {names}").format(names=names))
        return " · ".join(reasons) or self.tr("learned from documents like this")

    def _told(self, row: SuggestionRow) -> list[str]:
        chance = self.tr("Chance: {chance}").format(chance=percent(row.suggestion.chance))
        assigned = [self.tr("Would be assigned")] if row.suggestion.assign else []
        return [chance, *assigned, self.reason(row, len(row.like))]


class SimilarModel(ShownRows[SimilarRow]):
    """The most similar indexed documents, nearest first."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case SuggestionRole.ROW:
                return row
            case SuggestionRole.REASON:
                return self.differences(row)[0]
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(row.name, row.title, self._likeness(row), *self.differences(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                told = [row.name, row.title, self._likeness(row), *self.differences(row)]
                return self.tr("; ").join(text for text in told if text)
        return None

    def differences(self, row: SimilarRow) -> list[str]:
        """What would be taken over, and what else differs, a line each."""
        if row.new:
            lines = [self.tr("To take over: {terms}").format(terms=self._listed(row.new))]
        else:
            lines = [self.tr("Nothing to take over")]
        if row.both:
            lines.append(self.tr("In both: {terms}").format(terms=self._listed(row.both)))
        if row.besides:
            lines.append(self.tr("Only here: {terms}").format(terms=self._listed(row.besides)))
        return lines

    def _listed(self, labels: Sequence[str]) -> str:
        """Labels of either direction, each kept together."""
        return self.tr(", ").join(f"\u2068{label}\u2069" for label in labels)

    def _likeness(self, row: SimilarRow) -> str:
        return self.tr("Similarity: {share}").format(share=percent(row.similar.likeness))
