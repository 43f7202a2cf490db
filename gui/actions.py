"""Every action of the window: its words, its keys, and its place in the menus."""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from gui.item_models.tool_tips import plain_tool_tip
from gui.operation_names import shown_name
from gui.refusals import isolated
from model.annotation.layers import Scheme

SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class Command:
    """An action: what its text is in English, its shortcuts, and the key of the text view that does the same (see
    ``gui.text_keys``), which is shown beside it. ``needs``: nothing, an open ``project``, or a ``document``."""

    id: str
    text: object
    keys: tuple[str, ...] = ()
    text_key: str = ""
    needs: str = "document"


COMMANDS = (
    Command("new", QT_TRANSLATE_NOOP("Actions", "&New project…"), ("Ctrl+N",), needs="nothing"),
    Command("open", QT_TRANSLATE_NOOP("Actions", "&Open project…"), ("Ctrl+O",), needs="nothing"),
    Command("import", QT_TRANSLATE_NOOP("Actions", "&Import…"), ("Ctrl+I",), needs="project"),
    Command("export", QT_TRANSLATE_NOOP("Actions", "&Export…"), ("Ctrl+E",), needs="project"),
    Command("save_copy", QT_TRANSLATE_NOOP("Actions", "Save a &copy…"), needs="project"),
    Command("annotator", QT_TRANSLATE_NOOP("Actions", "&Annotator…"), needs="nothing"),
    Command("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",), needs="nothing"),
    Command("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), needs="project"),
    Command("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), needs="project"),
    Command("copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), ("Ctrl+C",)),
    Command("select_all", QT_TRANSLATE_NOOP("Actions", "Select &all"), ("Ctrl+A",)),
    Command("propose", QT_TRANSLATE_NOOP("Actions", "&Propose the next stretch"), text_key="Space"),
    Command("lengthen", QT_TRANSLATE_NOOP("Actions", "&Lengthen to the next stop"), ("Alt+Left",), "]"),
    Command("shorten", QT_TRANSLATE_NOOP("Actions", "&Shorten to the stop before"), ("Alt+Right",), "["),
    Command("start_forward", QT_TRANSLATE_NOOP("Actions", "Begin a &word later"), ("Alt+Shift+Left",), "}"),
    Command("start_back", QT_TRANSLATE_NOOP("Actions", "Begin a word &earlier"), ("Alt+Shift+Right",), "{"),
    Command("next_mark", QT_TRANSLATE_NOOP("Actions", "&Next clause"), ("Alt+Down",)),
    Command("previous_mark", QT_TRANSLATE_NOOP("Actions", "Pre&vious clause"), ("Alt+Up",)),
    Command("fit", QT_TRANSLATE_NOOP("Actions", "&Fit the mark to the selection"), ("Ctrl+Return", "Ctrl+Enter")),
    Command("split", QT_TRANSLATE_NOOP("Actions", "Spl&it at the caret"), ("Ctrl+/",)),
    Command("merge", QT_TRANSLATE_NOOP("Actions", "&Merge with the next"), ("Ctrl+M",)),
    Command("nest", QT_TRANSLATE_NOOP("Actions", "Put &into the clause before"), ("Ctrl+]",)),
    Command("unnest", QT_TRANSLATE_NOOP("Actions", "Take &out of its clause"), ("Ctrl+[",)),
    Command("delete", QT_TRANSLATE_NOOP("Actions", "&Delete the mark"), text_key="Del"),
    Command("delete_all", QT_TRANSLATE_NOOP("Actions", "Delete the mark with &all inside"), text_key="Shift+Del"),
    Command("attach", QT_TRANSLATE_NOOP("Actions", "A&ttach the selection as evidence"), ("Ctrl+Shift+E",)),
    Command("descriptors", QT_TRANSLATE_NOOP("Actions", "Add a &descriptor"), ("Ctrl+D",)),
    Command("previous_document", QT_TRANSLATE_NOOP("Actions", "&Previous document"), ("F7", "Ctrl+PgUp")),
    Command("next_document", QT_TRANSLATE_NOOP("Actions", "&Next document"), ("F8", "Ctrl+PgDown")),
    Command("filter", QT_TRANSLATE_NOOP("Actions", "&Go to a document…"), ("Ctrl+G",), needs="project"),
    Command("clauses_done", QT_TRANSLATE_NOOP("Actions", "&Clauses are done"), ("F9",)),
    Command("descriptors_done", QT_TRANSLATE_NOOP("Actions", "&Descriptors are done"), ("Shift+F9",)),
    Command("zoom_in", QT_TRANSLATE_NOOP("Actions", "&Larger text"), ("Ctrl++", "Ctrl+="), needs="nothing"),
    Command("zoom_out", QT_TRANSLATE_NOOP("Actions", "&Smaller text"), ("Ctrl+-",), needs="nothing"),
    Command("zoom_reset", QT_TRANSLATE_NOOP("Actions", "&Usual size"), ("Ctrl+0",), needs="nothing"),
    Command("to_text", QT_TRANSLATE_NOOP("Actions", "Back to the &text"), text_key="Esc", needs="nothing"),
)
_COMMANDS = {command.id: command for command in COMMANDS}
CHECKABLE = frozenset({"clauses_done", "descriptors_done"})

MENUS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&Project"),
        (
            "new",
            "open",
            "recent",
            SEPARATOR,
            "import",
            "export",
            "save_copy",
            SEPARATOR,
            "annotator",
            SEPARATOR,
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            *("undo", "redo", SEPARATOR, "copy", "select_all", SEPARATOR, "propose", "lengthen", "shorten"),
            *("start_forward", "start_back", SEPARATOR, "next_mark", "previous_mark"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Mark"),
        ("labels", SEPARATOR, "fit", "split", "merge", "nest", "unnest", SEPARATOR, "delete", "delete_all"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Document"),
        (
            *("previous_document", "next_document", "filter", SEPARATOR, "descriptors", "attach", SEPARATOR),
            *("clauses_done", "descriptors_done"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        ("language", "panels", SEPARATOR, "zoom_in", "zoom_out", "zoom_reset", SEPARATOR, "to_text"),
    ),
)
SUBMENUS = {
    "recent": QT_TRANSLATE_NOOP("Actions", "&Recent projects"),
    "labels": QT_TRANSLATE_NOOP("Actions", "Mark &as"),
    "language": QT_TRANSLATE_NOOP("Actions", "&Language"),
    "panels": QT_TRANSLATE_NOOP("Actions", "&Panels"),
}
TOOLBAR = ("previous_document", "next_document", SEPARATOR, "undo", "redo", SEPARATOR, "import", "export")
LANGUAGE_NAMES = (
    ("ar", "العربية"),
    ("en", "English"),
)  # each in itself, so that it is found whatever the window's language


class Acts(Protocol):
    """What carries the actions out: gives the function of each by its id, and takes those of labels and languages."""

    def act(self, command: str) -> Callable[[], object]:
        """The function of a command."""
        ...


class Actions(QObject):
    """The actions of one window, in its menus and tool bar, all with their shortcuts."""

    def __init__(self, window: QMainWindow, acts: Acts) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self._titles: list[tuple[QMenu, object]] = []
        for command in COMMANDS:
            action = QAction(window)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setMenuRole(QAction.MenuRole.QuitRole if command.id == "quit" else QAction.MenuRole.NoRole)
            action.setCheckable(command.id in CHECKABLE)
            action.triggered.connect(acts.act(command.id))
            window.addAction(action)
            self._actions[command.id] = action
        self._build(window.menuBar())
        self._history: tuple[str | None, str | None] = (None, None)
        self._labels = QActionGroup(self)
        self.languages = self._language_actions()
        self.retranslate()

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
            action.setText(_with_menu_keys(text, command))
            action.setIconText(plain)
            action.setToolTip(_with_keys(plain, command))
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
            if command == "undo":
                template = QCoreApplication.translate("Actions", "Undo {name}")
            else:
                template = QCoreApplication.translate("Actions", "Redo {name}")
            bare = QCoreApplication.translate("Actions", "Undo" if command == "undo" else "Redo")
            text = bare if name is None else template.format(name=shown_name(name))
            action.setText(_with_menu_keys(text, _COMMANDS[command]))
            action.setIconText(bare)
            action.setToolTip(_with_keys(text, _COMMANDS[command]))

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
        menu.clear()
        for number, layer in enumerate(scheme.layers if scheme is not None else ()):
            if number:
                menu.addSeparator()
            for label in layer.labels:
                name = label.name(language).replace("&", "&&")
                action = menu.addAction(f"{name}\t{shown_key(label.key)}" if label.key else name)
                action.triggered.connect(lambda _=False, label=label.id: choose(label))


def shown_key(key: str) -> str:
    """A shortcut as it is shown: with arrows for their names, and read from left to right among Arabic words too."""
    if sys.platform == "darwin":
        return isolated(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
    for name, sign in (("Left", "←"), ("Right", "→"), ("Up", "↑"), ("Down", "↓"), ("Return", "Enter")):
        key = re.sub(rf"\b{name}$", sign, key)
    return isolated(key)


def _with_menu_keys(text: str, command: Command) -> str:
    """A menu's text: what stands behind a tab is shown as the shortcut.

    Keys of the text view are no real ones, for those would be taken from lists and lines; and Qt itself would show
    ``Ctrl+/`` as ``/+Ctrl`` in an Arabic menu.
    """
    keys = [key for key in (command.text_key, *command.keys[:1]) if key]
    return "\t".join((text, "  ".join(map(shown_key, keys)))) if keys else text


def _with_keys(text: str, command: Command) -> str:
    """A tool tip: the text with the first key."""
    keys = (*command.keys, command.text_key)
    return plain_tool_tip(f"{text} ({shown_key(keys[0])})" if keys[0] else text)
