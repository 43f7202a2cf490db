"""Everything that can be done, as rows: for the palette, which finds it by its words, and for the lists of keys."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from gui.commands.actions import Actions, shown_key
from gui.commands.command_table import BY_ID, MENUS, PANELS, SEPARATOR, SUBMENUS, worded
from gui.commands.key_map import PANEL_MOVES, SELECTING, TEXT_MOVES, TEXT_SCROLLS
from gui.i18n.error_messages import isolated
from model.annotation.document_list import DocumentSummary
from model.annotation.layers import Label, Scheme
from model.text.folding import fold

_Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_SPOKEN = ("ar", "en")
SUBMENU = " › "  # mirrored among Arabic words


@dataclass(frozen=True, slots=True)
class Row:
    """A thing to do, or a heading over such.

    ``id``: what it is, the same at every start (``merge``, ``label:title``, ``document:…``). ``path``: the menus that
    lead there. ``keys``: as ``gui.commands.key_map`` writes them. ``label``: the id of the label whose colour it shows.
    ``names`` and ``paths``: by which it is found, in both languages. ``act``: does it.
    """

    id: str
    name: str
    path: str = ""
    keys: tuple[str, ...] = ()
    enabled: bool = True
    checked: bool = False
    label: str = ""
    heading: bool = False
    names: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    act: Callable[[], object] | None = None


class RowRole(IntEnum):
    """What a row of the model has beside its name."""

    ROW = Qt.ItemDataRole.UserRole


class CommandModel(QAbstractListModel):
    """Rows in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, index: _Index) -> Row | None:
        """What stands at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rows(self) -> Sequence[Row]:
        """All rows."""
        return self._rows

    def index_of(self, row_id: str) -> QModelIndex:
        """Where the row with an id stands; an invalid index where none does."""
        place = next((place for place, row in enumerate(self._rows) if row.id == row_id and not row.heading), None)
        return QModelIndex() if place is None else self.index(place)

    def first(self) -> QModelIndex:
        """The first row that can be chosen."""
        place = next((place for place, row in enumerate(self._rows) if row.enabled and not row.heading), None)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: _Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or row.heading or not row.enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == RowRole.ROW:
            return row
        return None


def spoken(row: Row) -> str:
    """A row as a screen reader says it, and as it is copied: its name, its menu, its keys."""
    return "; ".join(part for part in (row.name, row.path, "  ".join(map(shown_key, row.keys))) if part)


# The rows


def command_rows(actions: Actions, scheme: Scheme | None) -> list[Row]:
    """Everything in the menus, in their order."""
    return [row for title, entries in MENUS for row in _menu_rows(actions, scheme, title, entries)]


def _menu_rows(actions: Actions, scheme: Scheme | None, title: object, entries: Iterable[str]) -> list[Row]:
    rows: list[Row] = []
    for entry in entries:
        if entry in SUBMENUS:
            rows += _submenu_rows(actions, scheme, (str(title), str(SUBMENUS[entry])), entry)
        elif entry != SEPARATOR:
            rows.append(_command_row(actions, str(title), entry))
    return rows


def _command_row(actions: Actions, title: str, command: str) -> Row:
    action = actions[command]
    source = str(BY_ID[command].text)
    return Row(
        command,
        _text(action),
        _shown_path((title,)),
        actions.keymap.keys(command),
        action.isEnabled(),
        action.isCheckable() and action.isChecked(),
        names=tuple(bare(worded(source, language)) for language in _SPOKEN),
        paths=_both((title,)),
        act=action.trigger,
    )


def _submenu_rows(actions: Actions, scheme: Scheme | None, titles: tuple[str, ...], submenu: str) -> list[Row]:
    menu = actions.menu(submenu)
    if submenu == "recent":
        menu.aboutToShow.emit()  # it is filled when it is opened
    rows: list[Row] = []
    for action in menu.actions():
        if action.isSeparator() or (submenu == "recent" and not action.isEnabled()):
            continue
        row = Row(
            "",
            _text(action),
            _shown_path(titles),
            enabled=action.isEnabled() and menu.isEnabled(),
            checked=action.isCheckable() and action.isChecked(),
            paths=_both(titles),
            act=lambda action=action: _trigger(action),
        )
        rows.append(_identified(row, submenu, action, scheme))
    return rows


def _trigger(action: QAction) -> None:
    """Such actions come and go with what their menu lists."""
    if isValid(action):
        action.trigger()


def _identified(row: Row, submenu: str, action: QAction, scheme: Scheme | None) -> Row:
    """With an id, and what else is known of such rows."""
    if submenu == "labels" and scheme is not None:
        label = _label_row(scheme.label(str(action.data())), "")
        return replace(row, id=label.id, names=label.names, keys=label.keys, label=label.label)
    if submenu == "language":
        return replace(row, id=f"language:{action.data()}")
    if submenu == "panels":
        dock = action.parent()
        name = "" if dock is None else dock.objectName()
        title = str(PANELS[name])
        return replace(row, id=f"panel:{name}", names=(title, worded(title, "ar", "Docks")))
    return replace(row, id=f"{submenu}:{row.name}")


def document_rows(
    documents: Iterable[DocumentSummary], query: str, most: int, act: Callable[[str], object]
) -> list[Row]:
    """The first documents whose name, symbol or title holds all words of a query."""
    words = fold(query).split()
    path = QCoreApplication.translate("CommandPalette", "Documents")
    rows: list[Row] = []
    for summary in documents:
        if len(rows) == most:
            break
        folded = _folded(" ".join(part for part in (summary.name, summary.symbol, summary.title) if part))
        if all(word in folded for word in words):
            name = isolated(summary.name)
            rows.append(Row(f"document:{summary.id}", name, path, act=lambda each=summary.id: act(each)))
    return rows


def key_rows(actions: Actions, scheme: Scheme | None, language: str) -> list[Row]:
    """All commands with their keys, by menu, then the labels with theirs, by layer."""
    rows: list[Row] = []
    for title, entries in MENUS:
        rows.append(heading(worded_now(str(title))))
        for command in (entry for entry in entries if entry in BY_ID):
            row = _command_row(actions, str(title), command)
            keys = actions.keymap.assigned(command)
            rows.append(replace(row, name=_usual_name(row), path="", keys=keys, enabled=True, checked=False))
    return rows + label_rows(scheme, language)


def label_rows(scheme: Scheme | None, language: str) -> list[Row]:
    """The labels of a scheme with their keys, under their layers' names."""
    rows: list[Row] = []
    for layer in scheme.layers if scheme is not None else ():
        rows.append(heading(worded_now(str(SUBMENUS["labels"])) + SUBMENU + layer.name(language)))
        rows += [_label_row(label, language) for label in layer.labels]
    return rows


def _label_row(label: Label, language: str) -> Row:
    keys = (label.key,) if label.key else ()
    names = tuple(label.name(each) for each in _SPOKEN)
    return Row(f"label:{label.id}", label.name(language), keys=keys, label=label.id, names=names)


def sheet_rows(
    actions: Actions, scheme: Scheme | None, language: str, panels: Iterable[tuple[str, QMenu]] = ()
) -> list[Row]:
    """All keys there are, under headings: the text's own, the menus', the labels', the panels'.

    ``panels``: names of panels with menus of theirs, whose entries name their keys behind a tab.
    """
    translate = QCoreApplication.translate
    rows = [heading(translate("Keymap", "In the text"))]
    rows += [Row("", translate("Keymap", str(text)), keys=keys) for text, keys in TEXT_MOVES]
    rows.append(Row("", translate("Keymap", str(SELECTING)), keys=("Shift",)))
    rows += [Row("", translate("Keymap", str(text)), keys=keys) for text, keys in TEXT_SCROLLS]
    for title, entries in MENUS:
        rows.append(heading(worded_now(str(title))))
        for row in _menu_rows(
            actions, scheme, title, (entry for entry in entries if entry not in ("recent", "labels"))
        ):
            inner = row.path.partition(SUBMENU)[2]
            rows.append(replace(row, name=_usual_name(row), path=inner, enabled=True, checked=False))
    rows += label_rows(scheme, language)
    rows.append(heading(translate("Keymap", "In panels")))
    rows += [Row("", translate("Keymap", str(text)), keys=keys) for text, keys in PANEL_MOVES]
    for name, panel in panels:
        rows.append(heading(name))
        for action in panel.actions():
            text, _, key = action.text().partition("\t")
            if text:
                rows.append(Row("", bare(text), keys=(key,) if key else ()))
    return rows


def heading(text: str) -> Row:
    """A row over others."""
    return Row("", bare(text), heading=True)


def _usual_name(row: Row) -> str:
    """Without what undo and redo would do just now."""
    command = BY_ID.get(row.id)
    return row.name if command is None else bare(worded_now(str(command.text)))


# Finding


def found(rows: Iterable[Row], query: str, used: Sequence[str]) -> list[Row]:
    """The rows that a query means, the best first; those used last go before others as good. An empty one means all."""
    folded = " ".join(_folded(query).split())
    places = {row_id: place for place, row_id in enumerate(used)}
    ranked: list[tuple[float, int, int, Row]] = []
    for order, row in enumerate(rows):
        rank = _rank(row, folded) if folded else 0.0
        if rank is not None:
            ranked.append((rank, places.get(row.id, len(places)), order, row))
    return [row for *_, row in sorted(ranked, key=lambda each: each[:3])]


def filtered(rows: Iterable[Row], query: str) -> list[Row]:
    """The rows that a query means, or that have a key with it, in their order, below their headings."""
    folded = " ".join(_folded(query).split())
    if not folded:
        return list(rows)
    result: list[Row] = []
    waiting: Row | None = None
    for row in rows:
        if row.heading:
            waiting = row
            continue
        keys = (key.casefold() for key in row.keys)
        if _rank(row, folded) is not None or any(folded.replace(" ", "") in key for key in keys):
            result += [row] if waiting is None else [waiting, row]
            waiting = None
    return result


def _rank(row: Row, query: str) -> float | None:
    """How well a folded query names a row, 0 being best; None where it does not."""
    names = [_folded(name) for name in dict.fromkeys((row.name, *row.names)) if name]
    if query in names or query.replace(" ", "") in (key.casefold() for key in row.keys):
        return 0
    if any(name.startswith(query) for name in names):
        return 1
    words = query.split()
    if any(all(any(_begins(part, word) for part in name.split()) for word in words) for name in names):
        return 2
    if any(all(word in name for word in words) for name in names):
        return 3
    whole = " ".join((*names, *(_folded(path) for path in row.paths)))
    if all(word in whole for word in words):
        return 4
    letters = query.replace(" ", "")
    if len(letters) > 1 and letters.isascii():
        spreads = [spread for name in names if (spread := _spread(letters, name)) is not None]
        if spreads:
            return 5 + min(spreads) / 1000
    return None


def _begins(part: str, word: str) -> bool:
    """Whether a word of a name begins with another, the Arabic article aside."""
    return part.startswith(word) or part.removeprefix("ال").startswith(word)


def _spread(letters: str, name: str) -> int | None:
    """Over how many characters of a name these letters are spread, in their order; None where it has them not."""
    pattern = ".*?".join(map(re.escape, letters))
    hit = re.search(rf"\b{pattern}", name)
    return None if hit is None else hit.end() - hit.start()


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    return fold(text)


# Words


def worded_now(source: str) -> str:
    """A text of the actions in the window's language, as menus show it but for the mnemonic."""
    return bare(QCoreApplication.translate("Actions", source))


def bare(text: str) -> str:
    """A menu's text without the mark of its mnemonic."""
    return re.sub("&(.)", r"\1", text)


def _text(action: QAction) -> str:
    return bare(action.text().partition("\t")[0])


def _shown_path(titles: Iterable[str]) -> str:
    return SUBMENU.join(worded_now(title) for title in titles)


def _both(titles: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare(worded(title, language)) for title in titles for language in _SPOKEN)
