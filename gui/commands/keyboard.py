"""Keys by where they are on the keyboard, so that they do the same under an Arabic layout as under a Latin one.

A key has the name of its letter or sign on a US keyboard. It is found by the code that the system gives its place.
Where there is none (events made by programs), it is found by the Latin letter, or by the letter that stands on the
key in the Arabic 101 layout, which is the same on all systems but for rare signs.
"""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_ROWS = ("1234567890-=", "QWERTYUIOP[]", "ASDFGHJKL;'", "ZXCVBNM,./")
# Linux: event codes of the kernel (input-event-codes.h), to which X11 and Wayland add 8.
_EVDEV_STARTS = (2, 16, 30, 44)
# Windows: scan codes of set 1, which are the same numbers.
# macOS: virtual key codes kVK_ANSI_… (HIToolbox/Events.h); that of A is 0, as if there were none.
_MAC = dict(
    zip(
        "SDFHGZXCVBQWERYT123465=97-80]OU[IPLJ'K;,/NM.",
        [code for code in range(1, 48) if code not in (10, 36, 42)],
        strict=True,
    )
)
_ARABIC_ROWS = ("", "ضصثقفغعهخحجد", "شسيبلاتنمكط", ("ئ", "ء", "ؤ", "ر", "لا", "ى", "ة", "و", "ز", "ظ"))
_ARABIC_SHIFTED = {"لإ": "T", "إ": "Y", "أ": "H", "لأ": "G", "آ": "N", "لآ": "B", "ـ": "J", "،": "K", "ﻻ": "B"} | {
    "\u064b": "W",
    "\u064c": "R",
    "\u064d": "S",
    "\u064e": "Q",
    "\u064f": "E",
    "\u0650": "A",
    "\u0651": "`",
    "\u0652": "X",
}


def _scan_codes(offset: int) -> dict[int, str]:
    return {
        start + place + offset: key
        for row, start in zip(_ROWS, _EVDEV_STARTS, strict=True)
        for place, key in enumerate(row)
    }


_EVDEV = _scan_codes(8)
_SET_1 = _scan_codes(0)
_ARABIC = {
    letter: key
    for row, letters in zip(_ROWS, _ARABIC_ROWS, strict=True)
    for letter, key in zip(letters, row, strict=False)
} | _ARABIC_SHIFTED
_MAC_CODES = {code: key for key, code in _MAC.items()}
_LATIN = {**{ord(key): key for row in _ROWS for key in row}, ord("`"): "`"}
# What a Latin keyboard gives with Shift, and its key without.
_SHIFTED = {ord(sign): key for sign, key in zip('{}:"<>?_+', "[];',./-=", strict=True)}

MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def physical_key(event: QKeyEvent, platform: str = sys.platform) -> str:
    """The key's letter or sign on a US keyboard (``P``, ``[``, ``7``); empty for every other key."""
    if platform == "darwin":
        found = _MAC_CODES.get(event.nativeVirtualKey(), "")
    else:
        found = (_SET_1 if platform == "win32" else _EVDEV).get(event.nativeScanCode(), "")
    return found or key_of_letter(event.key(), event.text())


def key_of_letter(key: int, text: str) -> str:
    """The key on which a letter stands, on a Latin keyboard or an Arabic one; empty where it is on neither."""
    found = _LATIN.get(key) or _SHIFTED.get(key) or _ARABIC.get(text)
    if found is None and 0x80 < key <= 0x10FFFF:
        found = _ARABIC.get(chr(key))
    return found or ""


_SHIFTED_SIGNS = {key: chr(sign) for sign, key in _SHIFTED.items()}
_KEYS_OF_SIGNS = {sign: key for key, sign in _SHIFTED_SIGNS.items()}
_PLACES = frozenset(key for row in _ROWS for key in row) | {"`"}
_NAMES: dict[int, str] = {
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Return",
    Qt.Key.Key_Insert: "Ins",
}
_NAMED_TEXT_KEYS = frozenset({*_NAMES.values(), "Esc"})
_SYSTEM_KEYS = frozenset(
    {"Alt+F4", "F10", "Shift+F10", "Alt+Tab", "Alt+Shift+Tab", "Alt+Space", "Alt+Esc", "Ctrl+Esc", "Ctrl+Shift+Esc"}
)
_SPECIAL = 0x01000000  # from here on Qt's codes of keys are no characters
_NO_KEYS = frozenset(
    int(key)
    for key in (
        *(Qt.Key.Key_unknown, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta, Qt.Key.Key_Alt, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L, Qt.Key.Key_Super_R),
        *(Qt.Key.Key_Menu, Qt.Key.Key_Multi_key, Qt.Key.Key_Mode_switch, Qt.Key.Key_Tab, Qt.Key.Key_Backtab),
    )
)
_HELD = (
    ("Ctrl", Qt.KeyboardModifier.ControlModifier),
    ("Alt", Qt.KeyboardModifier.AltModifier),
    ("Shift", Qt.KeyboardModifier.ShiftModifier),
    ("Meta", Qt.KeyboardModifier.MetaModifier),
)
_PORTABLE = QKeySequence.SequenceFormat.PortableText


def text_key(event: QKeyEvent) -> str:
    """How a key without Ctrl, Alt and Meta is written, by its place: ``P``, ``}``, ``Shift+P``, ``Shift+Del``.

    Empty for keys that are none of the text's.
    """
    if event.modifiers() & _COMMANDS:
        return ""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    name = _NAMES.get(event.key()) or physical_key(event)
    return _written(name, shift)


def _written(name: str, shift: bool) -> str:
    if not shift or not name:
        return name
    return _SHIFTED_SIGNS.get(name, f"Shift+{name}")


def pressed_key(event: QKeyEvent, platform: str = sys.platform) -> str:
    """How any key is written that a command could have (``Ctrl+Shift+M``, ``F5``, ``}``), whatever the layout.

    Empty for a modifier alone and for keys that no command can have. With Ctrl, Alt or Meta a Latin letter is what
    the layout says, as shortcuts are; a letter of another script is known by its place.
    """
    if not event.modifiers() & _COMMANDS:
        known = text_key(event)
        if known:
            return known
    key = event.key()
    name = _NAMES.get(key)
    if name is None and key < _SPECIAL:
        name = (key_of_letter(key, "") if 0 < key < 0x80 else "") or physical_key(event, platform)
        if not name:
            return ""
    bare = QKeySequence(key).toString(_PORTABLE) if name is None else name
    held = (sign for sign, modifier in _HELD if event.modifiers() & modifier)
    return canonical_key("+".join((*held, bare)))


def canonical_key(key: str) -> str:
    """The one way to write a key; empty where it is none.

    A key of the text is a sign or a named key; a shortcut is one key with Ctrl, Alt or Meta, or a function key. The
    keys that move have a form too, so that it can be said that they are taken.
    """
    if is_text_key(key):
        return _written(key.removeprefix("Shift+"), key.startswith("Shift+"))
    sequence = QKeySequence.fromString(key, _PORTABLE)
    if sequence.count() != 1:
        return ""
    combination = sequence[0]  # pyright: ignore[reportIndexIssue] (missing in the stubs)
    modifiers, code = combination.keyboardModifiers(), int(combination.key())
    if code == 0 or code in _NO_KEYS:
        return ""
    if code == Qt.Key.Key_Enter:
        code = int(Qt.Key.Key_Return)
    elif 0x80 <= code < _SPECIAL:
        name = key_of_letter(code, "")
        if not name:
            return ""
        code = ord(name)
    written = QKeySequence(QKeyCombination(modifiers, Qt.Key(code))).toString(_PORTABLE)
    if not modifiers & _COMMANDS:
        if is_text_key(written):
            return _written(written.removeprefix("Shift+"), written.startswith("Shift+"))
        function = Qt.Key.Key_F1 <= code <= Qt.Key.Key_F35
        return written if function or Qt.Key.Key_Home <= code <= Qt.Key.Key_PageDown else ""
    return written


def is_text_key(key: str) -> bool:
    """Whether a key, as ``canonical_key`` writes it, could be typed: then it counts in the text only.

    All others, with Ctrl, Alt or Meta or beside the signs (F5), are shortcuts of the whole window.
    """
    bare = key.removeprefix("Shift+")
    return bare in _NAMED_TEXT_KEYS or bare in _PLACES or key in _KEYS_OF_SIGNS


def place_of_key(key: str) -> str:
    """The same for all ways to write one key: ``}`` and ``Shift+]``, ``Ctrl++`` and ``Ctrl+Shift+=``."""
    before, sign = key[:-1], key[-1:]
    place = _KEYS_OF_SIGNS.get(sign)
    if place is None or (before and not before.endswith("+")):
        return key
    return f"{before}{place}" if "Shift+" in before else f"{before}Shift+{place}"


def is_system_key(key: str, platform: str = sys.platform) -> bool:
    """Whether the system, or Qt for its menus, takes a key before anyone else. Ctrl+Alt is AltGr, which types signs."""
    if platform != "darwin" and ("Meta+" in key or ("Ctrl+" in key and "Alt+" in key)):
        return True
    return key in _SYSTEM_KEYS


class LatinShortcuts(QObject):
    """Makes shortcuts such as Ctrl+Z work under a layout without Latin letters. Installed on the application.

    Qt itself does so only where the system lists a Latin layout beside the active one. What the focused widget claims
    for itself (undo in a line of text) stays its own.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._passing = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._passing or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.modifiers() & _COMMANDS or event.key() >= _SPECIAL:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        key = physical_key(event)
        if not key or (event.key() < 0x80 and not self._is_sign_for(event, key)):
            return False
        self._passing = True
        try:
            return self._press(watched, key, event.modifiers() & MODIFIERS, repeated=event.isAutoRepeat())
        finally:
            self._passing = False

    def _is_sign_for(self, event: QKeyEvent, key: str) -> bool:
        """Whether a key gives a sign that is no shortcut, where a Latin letter stands that is one.

        Under the Arabic layout Shift and the key of Z give ``~``, which is no letter of another script.
        """
        if not key.isalpha() or chr(event.key()).isalnum():
            return False
        held = event.modifiers() & MODIFIERS
        if self._action(QKeySequence(QKeyCombination(held, Qt.Key(event.key())))) is not None:
            return False
        return self._action(QKeySequence(QKeyCombination(held, Qt.Key(ord(key))))) is not None

    def _press(self, widget: QWidget, key: str, modifiers: Qt.KeyboardModifier, *, repeated: bool) -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, ord(key), modifiers)
        asked.ignore()
        QCoreApplication.sendEvent(widget, asked)
        if not asked.isAccepted():
            action = self._action(QKeySequence(QKeyCombination(modifiers, Qt.Key(ord(key)))))
            if action is not None:
                if action.autoRepeat() or not repeated:
                    action.trigger()
                return True
        QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ord(key), modifiers, "", repeated))
        return True

    def _is_blocked(self) -> bool:
        """Whether a dialog has to be answered first: of this window, or one for which all windows wait."""
        modal = QApplication.activeModalWidget()
        if modal is None or modal is self._window:
            return False
        parent = modal.parentWidget()
        if parent is None or modal.windowModality() != Qt.WindowModality.WindowModal:
            return True
        return parent.window() is self._window

    def _action(self, sequence: QKeySequence) -> QAction | None:
        if self._is_blocked():
            return None
        for action in self._window.actions():
            if action.isEnabled() and any(sequence == other for other in action.shortcuts()):
                return action
        return None
