"""A list whose keys act on the current row, before any shortcut of the window hears them."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QListView, QWidget

from gui.widgets.row_views import begin_at_a_row, claims, menu_place, show_as_rows

_PLAIN = frozenset(
    {
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Space,
        Qt.Key.Key_Insert,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    }
)


class ActingList(QListView):
    """Rows of one or two lines. Says which act on the current row is wanted; whoever listens decides what it means."""

    chosen = Signal()  # Enter, or a double click
    remove_wanted = Signal()  # Delete
    toggle_wanted = Signal()  # Space
    attach_wanted = Signal()  # Insert
    move_wanted = Signal(int)  # Alt+Up, Alt+Down
    up_requested = Signal()  # Up in the first row
    leave_requested = Signal()  # Escape
    menu_wanted = Signal(QPoint)

    def __init__(self, model: QAbstractItemModel, delegate: QAbstractItemDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        show_as_rows(self)
        self.doubleClicked.connect(self._double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match _meaning(event):
            case "chosen":
                self.chosen.emit()
            case "remove":
                self.remove_wanted.emit()
            case "toggle":
                self.toggle_wanted.emit()
            case "attach":
                self.attach_wanted.emit()
            case "leave":
                self.leave_requested.emit()
            case "move up":
                self.move_wanted.emit(-1)
            case "move down":
                self.move_wanted.emit(1)
            case "up" if self.currentIndex().row() <= 0:
                self.up_requested.emit()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return claims(event, _meaning) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        begin_at_a_row(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = menu_place(self, event)
        if where is not None:
            self.menu_wanted.emit(where)

    def _double_clicked(self, _: QModelIndex) -> None:
        self.chosen.emit()


def _meaning(event: QKeyEvent) -> str:
    """What a key means in such a list; empty for nothing of its own."""
    key = event.key()
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.AltModifier:
        return {Qt.Key.Key_Up: "move up", Qt.Key.Key_Down: "move down"}.get(Qt.Key(key), "")
    if modifiers != Qt.KeyboardModifier.NoModifier or key not in _PLAIN:
        return ""
    return {
        Qt.Key.Key_Delete: "remove",
        Qt.Key.Key_Backspace: "remove",
        Qt.Key.Key_Space: "toggle",
        Qt.Key.Key_Insert: "attach",
        Qt.Key.Key_Escape: "leave",
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
    }.get(Qt.Key(key), "chosen")
