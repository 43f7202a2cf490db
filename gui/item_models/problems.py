"""The problems of the document shown, one a row, in the order of the text."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from gui.i18n.error_messages import isolated, sentence
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation.layers import Scheme
from model.checking.checks import title
from model.checking.problems import Problem
from model.errors import UserError

_Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

_QUOTED = frozenset({"quote", "word", "phrase", "term"})
_ITEMS = frozenset({"item", "before", "missing", "letter"})


class ProblemRole(IntEnum):
    """What a row gives beside its sentence."""

    PROBLEM = Qt.ItemDataRole.UserRole
    KIND = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2
    FIX = Qt.ItemDataRole.UserRole + 3
    LABEL_ID = Qt.ItemDataRole.UserRole + 4


class ProblemModel(QAbstractListModel):
    """Rows that are still there stay rows: what is current or in sight is so after a change too."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: list[Problem] = []
        self._scheme: Scheme | None = None
        self._language = "ar"
        self.key = ""  # the one that fixes, as it is shown

    def show(self, found: Sequence[Problem], scheme: Scheme | None, language: str) -> None:
        """Show these, with names from a scheme in a language."""
        if (scheme, language) != (self._scheme, self._language):
            self.beginResetModel()
            self._rows, self._scheme, self._language = list(found), scheme, language
            self.endResetModel()
            return
        before = self._rows
        least = min(len(before), len(found))
        first = next((row for row in range(least) if before[row] != found[row]), least)
        last = next((row for row in range(least - first) if before[-1 - row] != found[-1 - row]), least - first)
        old_end, new_end = len(before) - last, len(found) - last
        if first < old_end:
            self.beginRemoveRows(NOWHERE, first, old_end - 1)
            del self._rows[first:old_end]
            self.endRemoveRows()
        if first < new_end:
            self.beginInsertRows(NOWHERE, first, new_end - 1)
            self._rows[first:first] = found[first:new_end]
            self.endInsertRows()

    def problem(self, index: _Index) -> Problem | None:
        """The problem of a row; None where there is no such row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_behind(self, offset: int) -> int:
        """The first row whose place begins behind an offset; the number of rows where none does."""
        return next((row for row, each in enumerate(self._rows) if each.start > offset), len(self._rows))

    # Qt's side

    def rowCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        problem = self.problem(index)
        if problem is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._said(problem.message)
            case ProblemRole.PROBLEM:
                return problem
            case ProblemRole.KIND:
                return kind_name(problem)
            case ProblemRole.PLACE:
                return self.place(problem)
            case ProblemRole.FIX:
                return "" if problem.fix is None else self._said(problem.fix.message)
            case ProblemRole.LABEL_ID:
                return problem.path[-1][0] if problem.span is not None and problem.path else None
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(*self._told(problem))
            case Qt.ItemDataRole.AccessibleTextRole:
                said, *others = self._told(problem)
                separator = self.tr("; ")
                return f"{said} {separator.join(others)}"
        return None

    def _told(self, problem: Problem) -> list[str]:
        lines = [self._said(problem.message), self.place(problem), kind_name(problem)]
        if problem.fix is not None:
            said = self._said(problem.fix.message)
            lines.append(self.tr("{key}: {fix}").format(key=self.key, fix=said) if self.key else said)
        return [line for line in lines if line]

    def _said(self, said: UserError) -> str:
        values = {name: _isolated(name, value) for name, value in said.values.items()}
        return sentence(UserError(said.template, **values), self._language, self._scheme)

    def place(self, problem: Problem) -> str:
        """Where a problem is, as people say it: ``Operative paragraph 3 (أ)``."""
        if problem.kind == "vocabulary":
            return ""
        if not problem.path:
            return self.tr("at the beginning")
        label, number = problem.path[0]
        name = label
        if self._scheme is not None:
            name = next((each.name(self._language) for each in self._scheme.labels() if each.id == label), label)
        parts = [name, *([_numbered(number)] if number else [])]
        parts += [_item(each) for _, each in problem.path[1:] if each]
        where = " ".join(parts)
        return self.tr("after {place}").format(place=where) if problem.span is None else where


def kind_name(problem: Problem) -> str:
    """The name of a problem's kind."""
    return sentence(title(problem), language="")  # a title has no values that depend on it


def _numbered(number: str) -> str:
    return isolated(number) if number.isdecimal() else f"({number})"


def _isolated(name: str, value: object) -> object:
    """What is quoted from the text keeps its own order in a sentence of either direction; items run as in the text."""
    if not isinstance(value, str):
        return value
    if name in _ITEMS:
        return f"\u2067{value}\u2069"
    return f"\u2068{value}\u2069" if name in _QUOTED else value


def _item(number: str) -> str:
    return f"\u2067’{number}‘\u2069" if number.isdecimal() else f"\u2067({number})\u2069"
