"""The scheme as a list: under each layer's name its labels, each with how often it is marked in the open document."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from gui.i18n.numbers import numbered
from gui.widgets.mixed_directions import guideline
from model.annotation.layers import Label, Layer, Scheme
from model.annotation.values import Span

_Index = QModelIndex | QPersistentModelIndex


class LabelRole(IntEnum):
    """What a row holds beside its name. A row of a layer's name has no label id; a definition is ready to be shown."""

    LABEL_ID = Qt.ItemDataRole.UserRole
    COLOUR = Qt.ItemDataRole.UserRole + 1
    KEY = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    AT_CARET = Qt.ItemDataRole.UserRole + 4
    DEFINITION = Qt.ItemDataRole.UserRole + 5


class LabelModel(QAbstractListModel):
    """The layers and labels of a scheme, in its order."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._rows: list[Layer | Label] = []
        self._row_of: dict[str, int] = {}
        self._language = "ar"
        self._at_caret: str | None = None
        self._marks: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def set_scheme(self, scheme: Scheme | None, language: str) -> None:
        """Show a scheme with its names in a language; None shows nothing."""
        self.beginResetModel()
        self._language = language
        self._rows = [row for layer in scheme.layers for row in (layer, *layer.labels)] if scheme else []
        self._row_of = {row.id: place for place, row in enumerate(self._rows) if isinstance(row, Label)}
        if self._at_caret not in self._row_of:
            self._at_caret = None
        self.endResetModel()

    def set_spans(self, spans: Iterable[Span]) -> None:
        """Count the marks of another document."""
        self._marks = {span.id: span.label for span in spans if span.status != "rejected"}
        self._take_counts(Counter(self._marks.values()))

    def _take_counts(self, counts: Counter[str]) -> None:
        touched = {label for label in counts.keys() | self._counts.keys() if counts[label] != self._counts[label]}
        self._counts = counts
        self._tell(touched, LabelRole.COUNT)

    def change_spans(self, labels: Mapping[str, str | None]) -> None:
        """Count marks anew: what their labels are now by their ids, None where one is gone."""
        counts = self._counts.copy()
        for span_id, label in labels.items():
            before = self._marks.pop(span_id, None)
            if before is not None:
                counts[before] -= 1
            if label is not None:
                self._marks[span_id] = label
                counts[label] += 1
        self._take_counts(counts)

    def set_at_caret(self, label_id: str | None) -> None:
        """Say which label the clause at the caret has."""
        if label_id == self._at_caret:
            return
        touched = {each for each in (self._at_caret, label_id) if each is not None}
        self._at_caret = label_id
        self._tell(touched, LabelRole.AT_CARET)

    @property
    def at_caret(self) -> str | None:
        """The label of the clause at the caret."""
        return self._at_caret

    def index_of(self, label_id: str | None) -> QModelIndex:
        """Where a label stands; an invalid index where the scheme does not have it."""
        row = self._row_of.get(label_id) if label_id is not None else None
        return QModelIndex() if row is None else self.index(row)

    def label(self, index: _Index) -> Label | None:
        """The label of a row; None in a row of a layer's name."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, Label) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self.label(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name(self._language)
        if isinstance(row, Layer):
            return None
        match role:
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case LabelRole.LABEL_ID:
                return row.id
            case LabelRole.COLOUR:
                return row.colour
            case LabelRole.KEY:
                return row.key
            case LabelRole.COUNT:
                return self._counts[row.id]
            case LabelRole.AT_CARET:
                return row.id == self._at_caret
            case LabelRole.DEFINITION:
                return guideline(row, self._language)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return row.definition(self._language)
        return None

    def _spoken(self, label: Label) -> str:
        """What a screen reader says of a label."""
        name = label.name(self._language)
        marks = numbered(self.tr("%n mark(s)", "", self._counts[label.id]), self._counts[label.id])
        if not label.key:
            return self.tr("{label}; {marks}").format(label=name, marks=marks)
        return self.tr("{label}; key {key}; {marks}").format(label=name, key=label.key, marks=marks)

    def _tell(self, labels: Iterable[str], role: LabelRole) -> None:
        for label_id in labels:
            index = self.index_of(label_id)
            if index.isValid():
                self.dataChanged.emit(index, index, [role, Qt.ItemDataRole.AccessibleTextRole])
