"""Which keys each command has: the usual ones, or those that the person has given it; and what a key clashes with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal

from gui.commands.command_table import BY_ID, COMMANDS, MENUS, Command, worded
from gui.commands.keyboard import (
    canonical_key,
    is_system_key,
    is_text_key,
    key_of_letter,
    place_of_key,
)

# What moves the caret in the text (see gui.text_view.keys), in pairs; with Shift it selects on the way.
TEXT_MOVES: tuple[tuple[object, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Keymap", "A letter to the right, to the left"), ("Right", "Left")),
    (QT_TRANSLATE_NOOP("Keymap", "A word to the right, to the left"), ("Ctrl+Right", "Ctrl+Left")),
    (QT_TRANSLATE_NOOP("Keymap", "A row up, down"), ("Up", "Down")),
    (QT_TRANSLATE_NOOP("Keymap", "To the row's start, its end"), ("Home", "End")),
    (QT_TRANSLATE_NOOP("Keymap", "A page up, down"), ("PgUp", "PgDown")),
    (QT_TRANSLATE_NOOP("Keymap", "To the text's start, its end"), ("Ctrl+Home", "Ctrl+End")),
)
TEXT_SCROLLS: tuple[tuple[object, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Keymap", "Scroll a row up, down"), ("Ctrl+Up", "Ctrl+Down")),
)
PANEL_MOVES: tuple[tuple[object, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Keymap", "To the next part of the window, the one before"), ("Tab", "Shift+Tab")),
    (QT_TRANSLATE_NOOP("Keymap", "Choose the row"), ("Return",)),
)
SELECTING = QT_TRANSLATE_NOOP("Keymap", "Select on the way, with any of these")


def with_shift(key: str) -> str:
    """The key that selects on the way of one that moves (``Ctrl+Left``: ``Ctrl+Shift+Left``)."""
    return f"Ctrl+Shift+{key.removeprefix('Ctrl+')}" if key.startswith("Ctrl+") else f"Shift+{key}"


def text_view_keys() -> frozenset[str]:
    """All keys that the text view takes for itself, beside copy and select all."""
    moves = [key for _, keys in TEXT_MOVES for key in keys]
    scrolls = [key for _, keys in TEXT_SCROLLS for key in keys]
    return frozenset((*moves, *map(with_shift, moves), *scrolls))


class KeyStore(Protocol):
    """Where keys are remembered, by command's id (``gui.settings.Settings``)."""

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys of those commands that have others than the usual ones."""
        ...

    @keys.setter
    def keys(self, keys: Mapping[str, Sequence[str]]) -> None: ...


@dataclass(frozen=True, slots=True)
class Clash:
    """Why a key cannot simply be given to a command.

    ``command`` and ``label`` have it (``id`` says which), the ``text`` moves by it, a ``menu`` opens by it (``id`` is
    its English title), the ``system`` takes it, a command with the id has it for good (``fixed``), or it is ``no`` key.
    """

    kind: Literal["command", "label", "text", "menu", "system", "fixed", "no"]
    id: str = ""


class Keymap(QObject):
    """The keys of all commands. ``changed``: some command has other keys now.

    What is stored is read with distrust: entries that no command can have are left out, of two commands that would have
    a key the first in the menus has it, and a command whose every stored key is useless keeps its usual ones. A key
    that is stored goes before one that is usual: where a new command comes with a key that the person has given to
    another one, it goes without, for as long as that is so.
    """

    changed = Signal()

    def __init__(self, store: KeyStore | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._labels: dict[str, str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._own: set[str] = set()  # commands that have keys of the person's own, or have none for the person's sake
        self._owners: dict[str, str] = {}
        self._read()

    # What is

    def keys(self, command: str) -> tuple[str, ...]:
        """The keys that a command has and that work: a label's key goes before one of a command."""
        return tuple(key for key in self._keys[command] if place_of_key(key) not in self._labels)

    def assigned(self, command: str) -> tuple[str, ...]:
        """All keys that a command was given, also those that are a label's in the open project."""
        return self._keys[command]

    def shortcuts(self, command: str) -> tuple[str, ...]:
        """Those of its keys that count everywhere in the window."""
        return tuple(key for key in self.keys(command) if not is_text_key(key))

    def text_keys(self, command: str) -> tuple[str, ...]:
        """Those of its keys that count in the text only."""
        return tuple(key for key in self.keys(command) if is_text_key(key))

    def owner(self, key: str) -> str | None:
        """The id of the command that has a key."""
        return self._owners.get(place_of_key(key))

    def is_usual(self, command: str) -> bool:
        """Whether a command has the keys that it has in the beginning."""
        return self._keys[command] == BY_ID[command].keys

    @property
    def labels(self) -> Mapping[str, str]:
        """The ids of the open project's labels by their keys."""
        return self._labels

    def set_labels(self, labels: Mapping[str, str]) -> None:
        """Take the labels of a project: their ids by their physical keys."""
        if dict(labels) != self._labels:
            self._labels = dict(labels)
            self.changed.emit()

    def clash(self, key: str, command: str) -> Clash | None:
        """What stands against giving a key to a command; None where nothing does. ``key`` as ``canonical_key`` has it.

        Clashes with commands can be overcome by ``give``, those of other kinds cannot.
        """
        found = _reserved(key, command)
        if found is not None:
            return found
        label = self._labels.get(place_of_key(key))
        if label is not None:
            return Clash("label", label)
        owner = self.owner(key)
        if owner is None or owner == command:
            return None
        return Clash("fixed" if BY_ID[owner].fixed else "command", owner)

    # What is changed

    def reload(self) -> None:
        """Take the keys that were stored last, in whatever window that was."""
        before = self._keys
        self._read()
        if self._keys != before:
            self.changed.emit()

    def give(self, command: str, key: str) -> None:
        """Give a command one more key, taken from the command that had it. Reserved keys are left alone."""
        key = canonical_key(key)
        if BY_ID[command].fixed or not key or _reserved(key, command) or self.owner(key) == command:
            return
        owner = self.owner(key)
        if owner is not None and BY_ID[owner].fixed:
            return
        self._take(key)
        self._keys[command] = (*self._keys[command], key)
        self._own.add(command)
        self._keep()

    def take(self, command: str, key: str) -> None:
        """Take a key from a command."""
        if not BY_ID[command].fixed and key in self._keys[command]:
            self._take(key)
            self._keep()

    def reset(self, command: str) -> list[str]:
        """Give a command its usual keys; the ids of those that had one of them, and have it no more."""
        usual = BY_ID[command].keys
        losers = {owner for key in usual if (owner := self.owner(key)) is not None and owner != command}
        for key in usual:
            self._take(key)
        self._keys[command] = usual
        self._own.discard(command)
        self._keep()
        return [each.id for each in COMMANDS if each.id in losers]

    def reset_all(self) -> None:
        """Give all commands their usual keys."""
        self._keys = {command.id: command.keys for command in COMMANDS}
        self._own.clear()
        self._keep()

    def _take(self, key: str) -> None:
        owner = self.owner(key)
        if owner is not None:
            place = place_of_key(key)
            self._keys[owner] = tuple(each for each in self._keys[owner] if place_of_key(each) != place)
            self._own.add(owner)

    def _read(self) -> None:
        wanted = _wanted({} if self._store is None else self._store.keys)
        self._keys = _accepted(wanted)
        self._own = set(wanted)
        self._count_owners()

    def _keep(self) -> None:
        self._count_owners()
        if self._store is not None:
            self._store.keys = {
                command.id: list(self._keys[command.id])
                for command in COMMANDS
                if command.id in self._own and not self.is_usual(command.id)
            }
        self.changed.emit()

    def _count_owners(self) -> None:
        self._owners = {place_of_key(key): command for command, keys in self._keys.items() for key in keys}


def _wanted(stored: object) -> dict[str, tuple[str, ...]]:
    """What is useful of the keys that are stored, perhaps damaged, by their commands."""
    wanted: dict[str, tuple[str, ...]] = {}
    for command in COMMANDS:
        keys = stored.get(command.id) if isinstance(stored, dict) else None
        if command.fixed or not isinstance(keys, list):
            continue
        usable = tuple(_usable(keys, command))
        if usable or not keys:
            wanted[command.id] = usable
    return wanted


def _accepted(wanted: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The keys of all commands, where these are wanted for some; no two have one."""
    claimed: set[str] = set()
    result = {command: _unclaimed(keys, claimed) for command, keys in wanted.items()}
    for command in COMMANDS:
        if command.id not in wanted or (wanted[command.id] and not result[command.id]):
            result[command.id] = _unclaimed(command.keys, claimed)
    return {command.id: result[command.id] for command in COMMANDS}


def _usable(keys: Iterable[object], command: Command) -> Iterable[str]:
    for key in keys:
        known = canonical_key(key) if isinstance(key, str) else ""
        if known and _reserved(known, command.id) is None:
            yield known


def _unclaimed(keys: Iterable[str], claimed: set[str]) -> tuple[str, ...]:
    free: list[str] = []
    for key in keys:
        if place_of_key(key) not in claimed:
            claimed.add(place_of_key(key))
            free.append(key)
    return tuple(free)


def _reserved(key: str, command: str) -> Clash | None:
    """What has a key for good, whatever keys the commands have."""
    if not key:
        return Clash("no")
    if key in text_view_keys():
        return Clash("text")
    if is_system_key(key):
        return Clash("system")
    owner = _FIXED.get(place_of_key(key))
    if owner is not None and owner != command:
        return Clash("fixed", owner)
    if key.startswith("Alt+"):
        menu = menu_of_mnemonic(key.removeprefix("Alt+"))
        if menu is not None:
            return Clash("menu", menu)
    return None


_FIXED = {place_of_key(key): command.id for command in COMMANDS if command.fixed for key in command.keys}


def menu_of_mnemonic(key: str) -> str | None:
    """The English title of the menu that Alt with a physical key opens, in Arabic or in English."""
    for title, _ in MENUS:
        for language in ("en", "ar"):
            _, _, rest = worded(str(title), language).partition("&")
            if rest and key_of_letter(ord(rest[0].upper()), rest[0]) == key:
                return str(title)
    return None
