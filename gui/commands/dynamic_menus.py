"""The menus that are filled when they are opened: of the text, and of the projects opened last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from gui.commands.actions import Actions
from gui.i18n.error_messages import isolated
from gui.settings import Settings
from gui.widgets.tool_tips import plain_tool_tip

MOST_LABELS = 24  # with more, the menu would not fit on the screen: they get one of their own
_JUDGING = ("confirm", "reject")  # of a proposal
# What is done to a mark, then what to many, then what to the selection.
_IN_TEXT = (
    ("edit_mark", "edit_note", "fit", "split", "merge", "merge_previous", "nest", "unnest"),
    ("copy_marks", "delete", "delete_all"),
    ("attach", "copy"),
)


def inner_menu(menu: QMenu, title: str) -> QMenu:
    """A submenu of a menu that is filled again and again. PySide keeps the wrappers of one that ``addMenu(title)``
    makes, and of all its actions, for as long as the outer menu lives.
    """
    inner = QMenu(title, menu)
    menu.addMenu(inner)
    return inner


def empty(menu: QMenu) -> None:
    """Clear a menu and delete its submenus (made by ``inner_menu``), which clearing alone leaves with their parent."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            inner.deleteLater()
    menu.clear()


def open_text_menu(window: QWidget, actions: Actions, place: QPoint, *, judging: bool) -> None:
    """Open the menu of the text at a global position; it goes when it is closed. With ``judging`` there is a proposal,
    and what is done to that comes first.
    """
    menu = QMenu(window)
    if judging:
        menu.addActions([actions[command] for command in _JUDGING])
        menu.addSeparator()
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


def fill_recent(menu: QMenu, settings: Settings, choose: Callable[[Path], object]) -> None:
    """List the projects opened last, newest first; those that are gone cannot be chosen. At the end all are cleared."""
    menu.clear()
    for path in settings.recent:
        shown = isolated(path).replace("&", "&&")
        there = path.exists()
        if not there:
            shown = QCoreApplication.translate("MainWindow", "{path} (not found)").format(path=shown)
        action = menu.addAction(shown)
        action.setEnabled(there)
        action.setToolTip(plain_tool_tip(isolated(path)))
        action.triggered.connect(lambda _=False, path=path: choose(path))
    menu.setEnabled(True)
    if menu.isEmpty():
        menu.addAction(QCoreApplication.translate("MainWindow", "None yet")).setEnabled(False)
        return
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("MainWindow", "&Clear this list")).triggered.connect(
        lambda: settings.clear_recent()
    )
