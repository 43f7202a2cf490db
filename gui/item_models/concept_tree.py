"""The vocabularies of a project as a tree: what is narrower stands below, and is read when a row is opened.

Of very many rows beside each other a page is made at a time, as a view comes near the end of those that are there.
"""

from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from gui.item_models.concept_places import state_words
from gui.widgets.tool_tips import plain_tool_tip
from model.vocabulary.hierarchy import Node

_Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PAGE = 500  # rows: each costs a view some microseconds, whether it is in sight or not
FAR = 5_000  # rows on, beyond which none are made only to come to one of them


class TreeRole(IntEnum):
    """What a row gives beside its label. The row of a vocabulary has no concept."""

    CONCEPT = Qt.ItemDataRole.UserRole
    VOCABULARY = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2
    ASSIGNED = Qt.ItemDataRole.UserRole + 3


class _Row:
    """A row: where it stands, and what is below it once that was read: all ``nodes``, of the first of which there are
    rows. It is ``awaited`` as long as it was asked for and has not come.
    """

    __slots__ = ("awaited", "below", "key", "label", "node", "nodes", "number", "parent", "vocabulary")

    def __init__(self, key: int, parent: "_Row | None", number: int, vocabulary: str, label: str, node: Node | None):
        self.key, self.parent, self.number = key, parent, number
        self.vocabulary, self.label, self.node = vocabulary, label, node
        self.below: list[_Row] | None = None
        self.nodes: Sequence[Node] = ()
        self.awaited = False

    @property
    def may_have_below(self) -> bool:
        if self.below is not None:
            return bool(self.below)
        return self.node is None or self.node.has_narrower

    @property
    def has_more(self) -> bool:
        """Whether there is more below than has rows."""
        return self.below is not None and len(self.below) < len(self.nodes)


class ConceptTreeModel(QAbstractItemModel):
    """``read`` gives what stands below a vocabulary (its id, None) or a concept (None, its id); null where that takes
    long, and is handed to ``fill`` as soon as it has come.

    One vocabulary alone has no row: its concepts are the top of the tree. A concept with two broader ones has two rows.
    """

    def __init__(self, read: Callable[[str | None, str | None], Sequence[Node] | None], parent=None) -> None:
        super().__init__(parent)
        self._read = read
        self._rows: list[_Row] = []  # by their keys: Qt hands back a number, and keeps nothing alive
        self._root = _Row(-1, None, 0, "", "", None)
        self._root.below = []
        self._assigned: Collection[str] = frozenset()
        self._changing = False  # rows come or go: views may ask for more meanwhile, and get it later

    # What is shown

    def show_vocabularies(self, vocabularies: Sequence[tuple[str, str]]) -> None:
        """Show these vocabularies (id and name) anew, none of them read yet."""
        self.beginResetModel()
        self._rows.clear()
        self._root = _Row(-1, None, 0, "", "", None)
        if len(vocabularies) == 1:
            self._root.vocabulary = vocabularies[0][0]
        else:
            self._root.below = [self._made(self._root, each, name, None) for each, name in vocabularies]
            _number(self._root.below)
        self.endResetModel()
        self._filled(self._root)

    def fill(self, vocabulary: str, nodes: Sequence[Node]) -> None:
        """Show what stands at the top of a vocabulary, or what has become of that since."""
        row = self._top(vocabulary)
        if row is not None:
            row.awaited = False
            if row.below is None:
                self._put(row, nodes)
            else:
                self._compare(row, nodes)

    def give_up(self, vocabulary: str) -> None:
        """Await the top of a vocabulary no longer: what is there stays."""
        row = self._top(vocabulary)
        if row is not None:
            row.awaited = False
            if row.below is None:
                self._put(row, ())

    def _top(self, vocabulary: str) -> _Row | None:
        """What the concepts at the top of a vocabulary stand below."""
        tops = [self._root] if self._root.vocabulary else self._root.below or ()
        return next((row for row in tops if row.vocabulary == vocabulary), None)

    def follow(self, changed: Collection[str], nodes: Sequence[Node], vocabularies: Collection[str]) -> None:
        """Show concepts that changed, of which these rows are there still; ``vocabularies`` are those in which one may
        be new. Only what lists one whose row is another now is read again, and there only what came, went or moved
        changes: what is open or current stays so.
        """
        known: dict[str, Node | None] = {**dict.fromkeys(changed), **{node.concept: node for node in nodes}}
        lists: list[_Row] = []
        for row in self._shown():
            if row.has_more and _differ(row.nodes[len(row.below or ()) :], known):
                lists.append(row)
            if row.node is not None and row.parent is not None:
                if _differ((row.node,), known):
                    lists.append(row.parent)
            elif row.node is None and row.vocabulary in vocabularies and row.below is not None:
                lists.append(row)
        for row in dict.fromkeys(lists):
            found = self._nodes_below(row)
            if found is not None:
                self._compare(row, found)

    def _shown(self) -> list[_Row]:
        """All rows that were read, each before what is below it."""
        found: list[_Row] = []
        waiting = [self._root]
        while waiting:
            row = waiting.pop()
            found.append(row)
            waiting += row.below or ()
        return found

    def _compare(self, row: _Row, found: Sequence[Node]) -> None:
        """Change the rows below a row where what stands there differs."""
        before, where = row.below or [], self._index(row)
        nodes = found[: max(len(before), PAGE)]
        wanted = {node.concept: node.label for node in nodes}
        with self._change():
            row.nodes = found
            for each in list(before):
                if each.node is None or each.node.concept not in wanted:
                    self.beginRemoveRows(where, each.number, each.number)
                    before.remove(each)
                    _number(before)
                    self.endRemoveRows()
                elif each.label != wanted[each.node.concept]:
                    self._move(before, each, len(before) - 1)  # so that it alone moves, not all that are behind it
            there = {each.node.concept: each for each in before if each.node is not None}
            row.below = before
            for at, node in enumerate(nodes):
                each = there.get(node.concept)
                if each is None:
                    made = self._made(row, row.vocabulary, node.label, node)
                    self.beginInsertRows(where, at, at)
                    before.insert(at, made)
                    _number(before)
                    self.endInsertRows()
                    continue
                self._move(before, each, at)
                if each.node != node:
                    each.node, each.label = node, node.label
                    self.dataChanged.emit(self._index(each), self._index(each))

    def _move(self, rows: list[_Row], row: _Row, to: int) -> None:
        """Put a row elsewhere among those beside it; it stays open, or current."""
        if row.number != to and row.parent is not None:
            where = self._index(row.parent)
            self.beginMoveRows(where, row.number, row.number, where, to + 1 if to > row.number else to)
            rows.insert(to, rows.pop(row.number))
            _number(rows)
            self.endMoveRows()

    def set_assigned(self, concepts: Collection[str]) -> None:
        """Say which concepts the open document has; whoever shows the rows paints them anew."""
        self._assigned = concepts

    def _made(self, parent: _Row, vocabulary: str, label: str, node: Node | None) -> _Row:
        row = _Row(len(self._rows), parent, 0, vocabulary, label, node)
        self._rows.append(row)
        return row

    def _nodes_below(self, row: _Row) -> Sequence[Node] | None:
        """What stands below a row; null where it has to be awaited. What stands above it too is left out there: a chain
        that comes back to its beginning has no end.
        """
        if row.node is None:
            found = self._read(row.vocabulary, None)
            row.awaited = found is None
            return found
        around: set[str] = set()
        above: _Row | None = row
        while above is not None and above.node is not None:
            around.add(above.node.concept)
            above = above.parent
        return [each for each in self._read(None, row.node.concept) or () if each.concept not in around]

    def _filled(self, row: _Row) -> list[_Row]:
        """The rows below a row, read now where that has not been."""
        if row.below is None and not row.awaited:
            found = self._nodes_below(row)
            if found is not None:
                self._put(row, found)
        return row.below or []

    def _put(self, row: _Row, nodes: Sequence[Node]) -> None:
        """Have this stand below a row that has nothing there yet."""
        row.nodes, row.below = nodes, []
        self._lengthen(row, PAGE)

    def _lengthen(self, row: _Row, count: int) -> None:
        """Make rows until there are so many below a row, or there is no more."""
        below = row.below
        if self._changing or below is None or not len(below) < min(count, len(row.nodes)):
            return
        with self._change():
            more = [self._made(row, row.vocabulary, each.label, each) for each in row.nodes[len(below) : count]]
            self.beginInsertRows(self._index(row), len(below), len(below) + len(more) - 1)
            below += more
            _number(below)
            self.endInsertRows()

    @contextmanager
    def _change(self) -> Generator[None]:
        """While rows come or go, no others are made."""
        self._changing = True
        try:
            yield
        finally:
            self._changing = False

    # Asking

    def concept(self, index: _Index) -> str | None:
        """The concept of a row; None for a vocabulary and for no row."""
        node = self._row(index).node
        return None if node is None else node.concept

    def vocabulary(self, index: _Index) -> str | None:
        """The vocabulary that a row is, or is in."""
        return self._row(index).vocabulary or None

    def count_at_top(self, vocabulary: str) -> int | None:
        """How many concepts stand at the top of a vocabulary, with and without rows; null where that was not read."""
        row = self._top(vocabulary)
        return None if row is None or row.below is None else len(row.nodes)

    def index_of(self, vocabulary: str, path: Sequence[str]) -> QModelIndex:
        """The row of the last concept of a path from the top of a vocabulary; an invalid index where it has none, or
        is not to be had at once: its list is awaited, or it stands far down in it.
        """
        row: _Row | None = self._root
        if not self._root.vocabulary:
            row = next((each for each in self._filled(self._root) if each.vocabulary == vocabulary), None)
        for concept in path:
            if row is None:
                break
            below = self._filled(row)
            at = next((at for at, node in enumerate(row.nodes) if node.concept == concept), None)
            if at is not None and len(below) <= at < len(below) + FAR:
                self._lengthen(row, at + PAGE)
            row = below[at] if at is not None and at < len(below) else None
        return NOWHERE if row is None else self._index(row)

    def path_of(self, index: _Index) -> tuple[str, ...]:
        """The concepts from the top of the tree to a row."""
        path: list[str] = []
        row: _Row | None = self._row(index)
        while row is not None and row.node is not None:
            path.append(row.node.concept)
            row = row.parent
        return tuple(reversed(path))

    def _row(self, index: _Index) -> _Row:
        return self._rows[int(index.internalId())] if index.isValid() else self._root

    def _index(self, row: _Row) -> QModelIndex:
        return NOWHERE if row is self._root else self.createIndex(row.number, 0, row.key)

    # Qt's own

    def index(self, row: int, column: int = 0, parent: _Index = NOWHERE) -> QModelIndex:
        below = self._row(parent).below or ()
        return self.createIndex(row, column, below[row].key) if column == 0 and 0 <= row < len(below) else NOWHERE

    def parent(self, child: _Index = NOWHERE) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        above = self._row(child).parent if child.isValid() else None
        return NOWHERE if above is None else self._index(above)

    def columnCount(self, parent: _Index = NOWHERE) -> int:
        return 1

    def rowCount(self, parent: _Index = NOWHERE) -> int:
        return len(self._row(parent).below or ())

    def hasChildren(self, parent: _Index = NOWHERE) -> bool:
        return self._row(parent).may_have_below

    def canFetchMore(self, parent: _Index) -> bool:
        row = self._row(parent)
        return row.has_more or (row.below is None and row.may_have_below and not row.awaited)

    def fetchMore(self, parent: _Index) -> None:
        row = self._row(parent)
        if row.below is None:
            self._filled(row)
        else:
            self._lengthen(row, len(row.below) + PAGE)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self._row(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label
            case TreeRole.CONCEPT:
                return self.concept(index)
            case TreeRole.VOCABULARY:
                return row.vocabulary
            case TreeRole.STATE:
                return None if row.node is None else row.node.state
            case TreeRole.ASSIGNED:
                return row.node is not None and row.node.concept in self._assigned
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tool_tip(row.label, _state(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                assigned = self.tr("already assigned") if self.data(index, TreeRole.ASSIGNED) else ""
                return self.tr("; ").join(words for words in (row.label, _state(row), assigned) if words)
        return None


def _differ(nodes: Iterable[Node], known: Mapping[str, Node | None]) -> bool:
    """Whether one of these is another now, or gone: what has changed is ``known``."""
    return any(node.concept in known and known[node.concept] != node for node in nodes)


def _number(rows: Sequence[_Row]) -> None:
    """Say of each row which one it is among those beside it."""
    for number, row in enumerate(rows):
        row.number = number


def _state(row: _Row) -> str:
    return "" if row.node is None else state_words(row.node.state)
