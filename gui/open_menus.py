"""The menus that are filled when they are opened: of the text, and of the projects opened last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from gui.actions import Actions
from gui.refusals import isolated
from gui.tool_tips import plain_tool_tip

MOST_LABELS = 24  # with more, the menu would not fit on the screen: they get one of their own
# What is done to a mark, then what to many, then what to the selection.
_IN_TEXT = (
    ("edit_mark", "edit_note", "fit", "split", "merge", "merge_previous", "nest", "unnest"),
    ("copy_marks", "delete", "delete_all"),
    ("attach", "copy"),
)


def open_text_menu(window: QWidget, actions: Actions, place: QPoint) -> None:
    """Open the menu of the text at a global position; it goes when it is closed."""
    menu = QMenu(window)
    labels = actions.menu("labels")
    if len(labels.actions()) > MOST_LABELS:
        menu.addMenu(labels)
    else:
        menu.addActions(labels.actions())
    for commands in _IN_TEXT:
        menu.addSeparator()
        for command in commands:
            menu.addAction(actions[command])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def fill_recent(menu: QMenu, recent: list[Path], choose: Callable[[Path], object]) -> None:
    """List the projects opened last, newest first."""
    menu.clear()
    for path in recent:
        shown = isolated(path).replace("&", "&&")
        action = menu.addAction(shown)
        action.setToolTip(plain_tool_tip(isolated(path)))
        action.triggered.connect(lambda _=False, path=path: choose(path))
    menu.setEnabled(True)
    if menu.isEmpty():
        menu.addAction(QCoreApplication.translate("MainWindow", "None yet")).setEnabled(False)
