"""A small window in which one of many things is chosen by typing: a folder, a tag, a term, a person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from gui.widgets.tool_tips import plain_tool_tip
from model.text.folding import fold

SIZE = (280, 320)  # logical pixels
_VALUE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen: its value, its words, how many documents have it (None: not counted), and the value of the
    one that it stands under.
    """

    value: str
    words: str
    count: str | None = None
    under: str | None = None


class ChoicePopup(QFrame):
    """Opened below a widget; closed by a choice, Escape, or a click elsewhere.

    ``chosen`` gives the value. Choices are either given, and typing leaves those whose words hold what is typed, or
    asked for (``search``) with what is typed.
    """

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        parent: QWidget,
        search: Callable[[str], Sequence[Choice]] | None = None,
    ) -> None:
        # No popup of Qt's kind: that takes the keyboard from the whole screen, and input methods with it.
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._choices = choices
        self._search = search
        self.line = QLineEdit(self)
        self.line.setAccessibleName(title)
        self.list = QTreeWidget(self)
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setRootIsDecorated(any(choice.under is not None for choice in choices))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for part in (heading, self.line, self.list):
            column.addWidget(part)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._show_found)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda item, _: self._take(item))
        self._show_found("")

    def open_below(self, widget: QWidget) -> None:
        """Show it at the leading edge of a widget, within the screen."""
        self.resize(*SIZE)
        corner = widget.mapToGlobal(QPoint(0, widget.height()))
        if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            corner.setX(corner.x() + widget.width() - self.width())
        room = widget.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        corner.setY(max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.activateWindow()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self.close()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                current = self.list.currentItem()
                if current is not None:
                    other = (
                        self.list.itemAbove(current) if event.key() == Qt.Key.Key_Up else self.list.itemBelow(current)
                    )
                    self.list.setCurrentItem(other or current)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def values(self) -> list[str]:
        """What is offered now, from the top down."""
        found: list[str] = []
        item = self.list.topLevelItem(0)
        while item is not None:
            if not item.isHidden():
                found.append(str(item.data(0, _VALUE)))
            item = self.list.itemBelow(item)
        return found

    def _show_found(self, typed: str) -> None:
        words = fold(typed).split()
        choices = self._choices if self._search is None else self._search(typed)
        if words and self._search is None:
            choices = [choice for choice in choices if all(word in fold(choice.words) for word in words)]
        self.list.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for choice in choices:
            above = items.get(choice.under) if choice.under is not None else None
            item = QTreeWidgetItem([choice.words, choice.count or ""])
            item.setData(0, _VALUE, choice.value)
            item.setToolTip(0, plain_tool_tip(choice.words))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            if above is None:
                self.list.addTopLevelItem(item)
            else:
                above.addChild(item)
            items[choice.value] = item
        if words:
            self.list.expandAll()
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _take(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            value = str(item.data(0, _VALUE))
            self.close()
            self.chosen.emit(value)
