"""The part of the scheme editor for the choices of a feature."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QPushButton, QWidget


class ChoiceList(QWidget):
    """Choices that are written over in their place (F2 or a double click), added, moved and deleted.

    ``added``: a new one was written; ``replaced``: old and new wording; ``moved``: from which place, by how many;
    ``deleted``: which one is to go. What comes of it is shown only when ``show_choices`` is called again.
    """

    added = Signal(str)
    replaced = Signal(str, str)
    moved = Signal(int, int)
    deleted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[str, ...] = ()
        self._showing = False
        self.list = QListWidget(self)
        self.list.setMinimumHeight(self.list.fontMetrics().height() * 4)
        self.list.setMaximumHeight(self.list.fontMetrics().height() * 8)
        self.add, self.delete, self.up, self.down = (QPushButton(self) for _ in range(4))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.list, 0, 0, 5, 1)
        for row, button in enumerate((self.add, self.delete, self.up, self.down)):
            button.setAutoDefault(False)
            grid.addWidget(button, row, 1)
        self.list.itemChanged.connect(self._changed)
        self.list.currentRowChanged.connect(self._see)
        self.add.clicked.connect(self.begin)
        self.delete.clicked.connect(self._delete)
        self.up.clicked.connect(lambda: self.moved.emit(self.list.currentRow(), -1))
        self.down.clicked.connect(lambda: self.moved.emit(self.list.currentRow(), 1))
        self._retranslate()

    def show_choices(self, choices: tuple[str, ...]) -> None:
        """Show what is stored now."""
        row = self.list.currentRow()
        self._showing = True
        self._choices = choices
        self.list.clear()
        for choice in choices:
            self.list.addItem(self._item(choice))
        self.list.setCurrentRow(min(row, len(choices) - 1) if row >= 0 else 0 if choices else -1)
        self._showing = False
        self._see()

    def begin(self) -> None:
        """Add an empty line and write in it; it is told when something was written."""
        self._showing = True
        item = self._item("")
        self.list.addItem(item)
        self._showing = False
        self.list.setCurrentItem(item)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.editItem(item)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _item(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    def _changed(self, item: QListWidgetItem) -> None:
        row, text = self.list.row(item), item.text().strip()
        if self._showing:
            return
        # Later: the list is filled anew then, and its editor has first to be done with the line.
        if row < len(self._choices) and text != self._choices[row]:
            old = self._choices[row]
            QTimer.singleShot(0, self, lambda: self.replaced.emit(old, text))
        elif row >= len(self._choices) and text:
            QTimer.singleShot(0, self, lambda: self.added.emit(text))

    def _delete(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._choices):
            self.deleted.emit(self._choices[row])
        elif row >= 0:
            self.list.takeItem(row)

    def _see(self, *_: int) -> None:
        row = self.list.currentRow()
        self.delete.setEnabled(row >= 0)
        self.up.setEnabled(0 < row < len(self._choices))
        self.down.setEnabled(0 <= row < len(self._choices) - 1)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Choices of the feature"))
        self.add.setText(self.tr("Add choice"))
        self.delete.setText(self.tr("Delete choice"))
        self.up.setText(self.tr("Move up"))
        self.down.setText(self.tr("Move down"))
