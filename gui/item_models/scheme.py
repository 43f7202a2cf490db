"""The scheme as a tree, for its editor: in the scheme the layers, in them the labels, each with its number of marks."""

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from gui.i18n.numbers import numbered
from model.annotation.layers import Label, Layer, Scheme

_Index = QModelIndex | QPersistentModelIndex


class SchemeRole(IntEnum):
    """What a row holds beside its name."""

    KIND = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1
    COLOUR = Qt.ItemDataRole.UserRole + 2
    KEY = Qt.ItemDataRole.UserRole + 3
    COUNT = Qt.ItemDataRole.UserRole + 4


class Node(NamedTuple):
    """What a row stands for: ``kind`` is ``scheme``, ``layer`` or ``label``; the scheme has no id here."""

    kind: str
    id: str = ""


SCHEME = Node("scheme")


class SchemeModel(QStandardItemModel):
    """Rows keep their places in the view as long as none comes, goes or moves."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._items: dict[Node, QStandardItem] = {}
        self._order: list[tuple[Node, ...]] = []
        self._counts: Mapping[str, int] = {}
        self._labels: dict[str, list[str]] = {}

    def show_scheme(self, scheme: Scheme | None, language: str) -> bool:
        """Show a scheme with its names in a language; says whether rows came, went or moved."""
        order = _order(scheme)
        rebuilt = order != self._order
        if rebuilt:
            self._rebuild(order)
        self._labels = {layer.id: [label.id for label in layer.labels] for layer in scheme.layers} if scheme else {}
        if scheme is not None:
            names = dict(scheme.names)
            name = names.get(language) or names.get("en") or next(iter(names.values()), scheme.id)
            self._set(SCHEME, {Qt.ItemDataRole.DisplayRole: name})
            for layer in scheme.layers:
                self._set(Node("layer", layer.id), {Qt.ItemDataRole.DisplayRole: layer.name(language)})
                for label in layer.labels:
                    values = {
                        Qt.ItemDataRole.DisplayRole: label.name(language),
                        SchemeRole.COLOUR: label.colour,
                        SchemeRole.KEY: label.key,
                    }
                    self._set(Node("label", label.id), values)
        self.set_counts(self._counts)
        return rebuilt

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many marks each label has in the project."""
        self._counts = counts
        for layer, labels in self._labels.items():
            marks = sum(counts.get(label, 0) for label in labels)
            self._set(Node("layer", layer), {SchemeRole.COUNT: marks})
            for label in labels:
                self._set(Node("label", label), {SchemeRole.COUNT: counts.get(label, 0)})
        for node, item in self._items.items():
            item.setData(self._spoken(node, item), Qt.ItemDataRole.AccessibleTextRole)

    def index_of(self, node: Node) -> QModelIndex:
        """Where something stands; an invalid index where it does not."""
        item = self._items.get(node)
        return QModelIndex() if item is None else item.index()

    def node(self, index: _Index) -> Node | None:
        """What a row stands for."""
        if not index.isValid():
            return None
        return Node(str(index.data(SchemeRole.KIND)), str(index.data(SchemeRole.ID)))

    def _rebuild(self, order: list[tuple[Node, ...]]) -> None:
        self.removeRows(0, self.rowCount())  # PySide would keep for good the rows that are cleared
        self._items = {}
        self._order = order
        for path in order:
            item = QStandardItem()
            item.setEditable(False)
            item.setData(path[-1].kind, SchemeRole.KIND)
            item.setData(path[-1].id, SchemeRole.ID)
            self._items[path[-1]] = item
            (self._items[path[-2]] if len(path) > 1 else self.invisibleRootItem()).appendRow(item)

    def _set(self, node: Node, values: Mapping[int, object]) -> None:
        item = self._items[node]
        for role, value in values.items():
            if item.data(role) != value:
                item.setData(value, role)

    def _spoken(self, node: Node, item: QStandardItem) -> str:
        """What a screen reader says of a row."""
        name = item.text()
        if node.kind == "scheme":
            return self.tr("Scheme {name}").format(name=name)
        count = int(item.data(SchemeRole.COUNT) or 0)
        marks = numbered(self.tr("%n mark(s)", "", count), count)
        if node.kind == "layer":
            return self.tr("Layer {name}; {marks}").format(name=name, marks=marks)
        key = str(item.data(SchemeRole.KEY) or "")
        if not key:
            return self.tr("{label}; {marks}").format(label=name, marks=marks)
        return self.tr("{label}; key {key}; {marks}").format(label=name, key=key, marks=marks)


def _order(scheme: Scheme | None) -> list[tuple[Node, ...]]:
    if scheme is None:
        return []
    found: list[tuple[Node, ...]] = [(SCHEME,)]
    for layer in scheme.layers:
        found.append((SCHEME, _node(layer)))
        found += [(SCHEME, _node(layer), _node(label)) for label in layer.labels]
    return found


def _node(part: Layer | Label) -> Node:
    return Node("layer" if isinstance(part, Layer) else "label", part.id)
