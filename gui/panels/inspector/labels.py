"""The inspector's two choices of labels: which label a mark has, and which of the marks at the caret is looked at."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from gui.item_models.labels import LabelRole
from gui.panels.inspector.fields import Field, QuietCombo
from gui.panels.labels.delegate import LabelDelegate
from gui.style.theme import Theme
from gui.widgets.row_painting import GAP, SWATCH, RowCursor, draw_key_cap, draw_swatch, draw_text, key_cap_size
from model.annotation.layers import Label

DATA = Qt.ItemDataRole.UserRole + 100  # beside the roles of labels


class SwatchCombo(QuietCombo):
    """A combo box whose rows, and which itself, look as labels do in the labels panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = LabelDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setIconSize(QSize(SWATCH, SWATCH))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self.update()

    def show_rows(self, rows: list[tuple[str, str, str, str]]) -> None:
        """Offer rows of data, label id, words and key."""
        self._model.clear()
        for data, label, words, key in rows:
            item = QStandardItem(words)
            item.setData(data, DATA)
            for role, value in (
                (LabelRole.LABEL_ID, label),
                (LabelRole.KEY, key),
                (LabelRole.COUNT, 0),
                (LabelRole.AT_CARET, False),
            ):
                item.setData(value, role)
            self._model.appendRow(item)

    def row_of(self, data: str) -> int:
        """The row with that data; -1 for none."""
        return self.findData(data, DATA)

    def chosen(self) -> str:
        """The data of the row chosen; empty for none."""
        return str(self.currentData(DATA) or "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        box = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        index = self._model.index(self.currentIndex(), 0)
        if index.isValid():
            self._paint_row(painter, box, index)

    def _paint_row(self, painter: QPainter, box: QRect, index: QModelIndex) -> None:
        theme = self._delegate.theme
        row = RowCursor(box, self.layoutDirection(), side=2)
        colours = theme.of_label(index.data(LabelRole.LABEL_ID))
        draw_swatch(painter, row.leading(SWATCH), colours.strong, colours.bar)
        key = str(index.data(LabelRole.KEY) or "")
        text = self.palette().color(QPalette.ColorRole.ButtonText)
        if key:
            ground = self.palette().color(QPalette.ColorRole.Button)
            cap = row.trailing(key_cap_size(key, self.font()).width(), gap=GAP)
            draw_key_cap(painter, cap, key, self.font(), ground, text)
        painter.setPen(text)
        draw_text(painter, row.rest(), str(index.data()), self.layoutDirection(), self.font())


class LabelField(SwatchCombo, Field):
    """The label of a mark, among those of its layer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._begin()
        self._offered: list[tuple[str, str, str, str]] = []
        self.left.connect(self.events.left)
        self.activated.connect(self._label_chosen)

    def offer(self, labels: tuple[Label, ...], language: str) -> None:
        """Let a person choose among these labels; what is shown stays so where it is among them."""
        rows = [(label.id, label.id, label.name(language), label.key) for label in labels]
        if rows != self._offered:
            self._offered = rows
            self.show_rows(rows)
            self._show(self._known)

    def _label_chosen(self, _: int) -> None:
        self._touch()
        self.events.committed.emit()

    def value(self) -> str:
        return self.chosen()

    def _display(self, value: object) -> None:
        self.setCurrentIndex(self.row_of(str(value)))

    def set_writable(self, writable: bool) -> None:
        self.setEnabled(writable)
