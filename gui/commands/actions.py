"""Every action of the window: its words, its keys, and its place in the menus."""

import re
import sys
from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolButton

from gui.background.project_jobs import WHOLESALE
from gui.commands.command_table import CHECKABLE, COMMANDS, LANGUAGE_NAMES, MENUS, ONCE, SEPARATOR, SUBMENUS, TOOLBAR
from gui.commands.key_map import Keymap
from gui.i18n.error_messages import isolated
from gui.i18n.operation_names import shown_name
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation.layers import Scheme


class CommandLookup(Protocol):
    """What carries the actions out: gives the function of each by its id, and takes those of labels and languages."""

    def act(self, command: str) -> Callable[[], object]:
        """The function of a command."""
        ...


class Actions(QObject):
    """The actions of one window, in its menus and tool bar, all with their keys as ``keymap`` has them."""

    def __init__(self, window: QMainWindow, acts: CommandLookup, keymap: Keymap | None = None) -> None:
        super().__init__(window)
        self._window = window
        self.keymap = keymap or Keymap(parent=self)
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._titles: list[tuple[QMenu, object]] = []
        for command in COMMANDS:
            action = QAction(window)
            action.setObjectName(command.id)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setMenuRole(QAction.MenuRole.QuitRole if command.id == "quit" else QAction.MenuRole.NoRole)
            action.setCheckable(command.id in CHECKABLE)
            action.setAutoRepeat(command.id not in ONCE)
            action.triggered.connect(lambda _=False, command=command.id: acts.act(command)())
            window.addAction(action)
            self._actions[command.id] = action
        self._build(window.menuBar())
        self._history: tuple[str | None, str | None] = (None, None)
        self.languages = self._language_actions()
        self.keymap.changed.connect(self._take_keys)
        self._take_keys()

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def menu(self, name: str) -> QMenu:
        """A submenu that the window fills: ``recent``, ``labels``, ``language``, ``panels``."""
        return self._menus[name]

    def _build(self, bar: QMenuBar) -> None:
        for title, entries in MENUS:
            menu = bar.addMenu("")
            self._titles.append((menu, title))
            for entry in entries:
                if entry == SEPARATOR:
                    menu.addSeparator()
                elif entry in SUBMENUS:
                    submenu = menu.addMenu("")
                    self._titles.append((submenu, SUBMENUS[entry]))
                    self._menus[entry] = submenu
                else:
                    menu.addAction(self._actions[entry])
        self.toolbar = self._window.addToolBar("")
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.toolbar.setMovable(False)
        for entry in TOOLBAR:
            if entry == SEPARATOR:
                self.toolbar.addSeparator()
            else:
                self.toolbar.addAction(self._actions[entry])
                self.toolbar.widgetForAction(self._actions[entry]).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show on a button of the tool bar what has changed of its action. Left to Qt 6.11, the button would connect
        itself to the action once more with every change, each of which took longer than the one before.
        """
        if event.type() != QEvent.Type.ActionChanged or not isinstance(watched, QToolButton):
            return super().eventFilter(watched, event)
        action = watched.defaultAction()
        watched.setText(action.iconText())
        watched.setIcon(action.icon())
        watched.setToolTip(action.toolTip())
        watched.setCheckable(action.isCheckable())
        watched.setChecked(action.isChecked())
        watched.setEnabled(action.isEnabled())
        return True

    def _take_keys(self) -> None:
        for command in COMMANDS:
            self._actions[command.id].setShortcuts(_sequences(self.keymap.shortcuts(command.id)))
        self.retranslate()

    def _language_actions(self) -> QActionGroup:
        group = QActionGroup(self)
        for language, name in LANGUAGE_NAMES:
            action = group.addAction(name)
            action.setCheckable(True)
            action.setData(language)
            self._menus["language"].addAction(action)
        return group

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        for command in COMMANDS:
            text = QCoreApplication.translate("Actions", str(command.text))
            action = self._actions[command.id]
            plain = text.replace("&", "").removesuffix("…")
            action.setText(self._with_menu_keys(text, command.id))
            action.setIconText(plain)
            action.setToolTip(self._with_keys(plain, command.id))
        for menu, title in self._titles:
            menu.setTitle(QCoreApplication.translate("Actions", str(title)))
        self.toolbar.setWindowTitle(QCoreApplication.translate("Actions", "Tool bar"))
        self.show_history(*self._history)

    def show_history(self, undo: str | None, redo: str | None) -> None:
        """Name what undo and redo would do; None where there is nothing."""
        self._history = (undo, redo)
        for command, name in (("undo", undo), ("redo", redo)):
            action = self._actions[command]
            action.setEnabled(name is not None)
            # A key held down stops where whole files would go.
            action.setAutoRepeat(command == "redo" or name not in WHOLESALE)
            if command == "undo":
                template = QCoreApplication.translate("Actions", "Undo {name}")
            else:
                template = QCoreApplication.translate("Actions", "Redo {name}")
            bare = QCoreApplication.translate("Actions", "Undo" if command == "undo" else "Redo")
            text = bare if name is None else template.format(name=shown_name(name))
            action.setText(self._with_menu_keys(text, command))
            action.setIconText(bare)
            action.setToolTip(self._with_keys(text, command))

    def _with_menu_keys(self, text: str, command: str) -> str:
        """A menu's text: what stands behind a tab is shown as the shortcut.

        Keys of the text view are no real ones, for those would be taken from lists and lines; and Qt itself would show
        ``Ctrl+/`` as ``/+Ctrl`` in an Arabic menu.
        """
        keys = [*self.keymap.text_keys(command)[:1], *self.keymap.shortcuts(command)[:1]]
        return "\t".join((text, "  ".join(map(shown_key, keys)))) if keys else text

    def _with_keys(self, text: str, command: str) -> str:
        """A tool tip: the text with the first key."""
        keys = (*self.keymap.shortcuts(command), *self.keymap.text_keys(command))
        return plain_tool_tip(f"{text} ({shown_key(keys[0])})" if keys else text)

    def enable(self, project: bool, document: bool) -> None:
        """Let only those actions be chosen that can do something; for undo and redo, ``show_history`` does."""
        for command in COMMANDS:
            if command.id not in ("undo", "redo"):
                available = {"nothing": True, "project": project, "document": document}[command.needs]
                self._actions[command.id].setEnabled(available)
        self._menus["labels"].setEnabled(document)

    def show_labels(self, scheme: Scheme | None, language: str, choose: Callable[[str], None]) -> None:
        """List the labels with their keys in the menu of marks."""
        menu = self._menus["labels"]
        for action in menu.actions():  # clearing keeps for good those that a context menu shows at this time
            menu.removeAction(action)
            action.deleteLater()
        # PySide never frees the wrappers of actions that the menu makes itself.
        for number, layer in enumerate(scheme.layers if scheme is not None else ()):
            if number:
                separator = QAction(menu)
                separator.setSeparator(True)
                menu.addAction(separator)
            for label in layer.labels:
                name = label.name(language).replace("&", "&&")
                action = QAction(f"{name}\t{shown_key(label.key)}" if label.key else name, menu)
                menu.addAction(action)
                action.setData(label.id)
                action.setToolTip(plain_tool_tip(label.name(language)))
                action.triggered.connect(lambda _=False, label=label.id: choose(label))


def shown_key(key: str) -> str:
    """A shortcut as it is shown: with arrows for their names, and read from left to right among Arabic words too."""
    if sys.platform == "darwin":
        return isolated(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
    for name, sign in (("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓"), ("Return", "Enter")):
        key = re.sub(rf"\b{name}$", sign, key)
    return isolated(key)


def _sequences(keys: Iterable[str]) -> list[QKeySequence]:
    """The shortcuts as Qt has them: Return is on the keypad too, and has another name there."""
    both = (name for key in keys for name in ((key, key.replace("Return", "Enter")) if "Return" in key else (key,)))
    return [QKeySequence(name, QKeySequence.SequenceFormat.PortableText) for name in both]
