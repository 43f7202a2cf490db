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
        if not event.modifiers() & _COMMANDS or event.key() < 0x80 or event.key() >= 0x01000000:
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        key = physical_key(event)
        if not key:
            return False
        self._passing = True
        try:
            return self._press(watched, key, event.modifiers() & MODIFIERS)
        finally:
            self._passing = False

    def _press(self, widget: QWidget, key: str, modifiers: Qt.KeyboardModifier) -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, ord(key), modifiers)
        asked.ignore()
        QCoreApplication.sendEvent(widget, asked)
        if not asked.isAccepted():
            action = self._action(QKeySequence(QKeyCombination(modifiers, Qt.Key(ord(key)))))
            if action is not None:
                action.trigger()
                return True
        QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, ord(key), modifiers))
        return True

    def _action(self, sequence: QKeySequence) -> QAction | None:
        if QApplication.activeModalWidget() not in (None, self._window):
            return None
        for action in self._window.actions():
            if action.isEnabled() and any(sequence == other for other in action.shortcuts()):
                return action
        return None
