"""What lists and trees of rows have in common: how they look, which keys are their own, where their menus open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame


def show_as_rows(view: QAbstractItemView) -> None:
    """Have a view be a part of its panel: without a frame, only up and down, nothing to be edited."""
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)


def claims(event: QEvent, meaning: Callable[[QKeyEvent], object]) -> bool:
    """Whether a key has a meaning of its own here; then no shortcut of the window hears it."""
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and meaning(event):
        event.accept()
        return True
    return False


def begin_at_a_row(view: QAbstractItemView) -> None:
    """Have the first row be current where none is."""
    if not view.currentIndex().isValid() and view.model().rowCount():
        view.setCurrentIndex(view.model().index(0, 0))


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint | None:
    """Where the menu of the current row is to open: by mouse on the row below it, by key on the current row. Null where
    there is none.
    """
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        where = view.visualRect(view.currentIndex()).center()
    else:
        where = event.pos()
        index = view.indexAt(where)
        if index.isValid():
            view.setCurrentIndex(index)
    return view.viewport().mapToGlobal(where) if view.currentIndex().isValid() else None
