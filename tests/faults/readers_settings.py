"""The reader of the file of settings: of what it holds, the keys of commands and the display of the text too."""

import json
import os
import re
from dataclasses import asdict
from pathlib import Path
from random import Random

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.commands.command_table import COMMANDS
from gui.commands.key_map import Keymap
from gui.settings import LANGUAGES, Settings
from gui.text_view.view import TextView
from gui.widgets.local_times import short_time
from gui.window.text_display import TextDisplay
from model.annotation.layers import read_scheme
from tests.faults.desk import Desk
from tests.faults.mutations import NUMBERS, changed_bytes, changed_json, changed_text, listed, word
from tests.faults.readers import Reader

_VALUES = {
    "annotator": "Sara",
    "language": "ar",
    "font_size": "24",
    "proposals_shown": "no",
    "thresholds": "95 80",
    "recent": "/a/b.qarar\n/c, d.qarar",
    "recent_times": json.dumps({"/a/b.qarar": "2026-01-02T03:04:05.678Z"}),
    "used_commands": "undo\nfind",
    "first_steps": "seen",
    "documents/p": "document-1",
    "display": json.dumps(
        {
            "as_stored": False,
            "mend_brackets": True,
            "show_hidden": True,
            "family": "Amiri",
            "line_spacing": 1.5,
            "reading_width": 40,
        }
    ),
    "keys": json.dumps({COMMANDS[3].id: ["Ctrl+Shift+7"], "undo": ["Ctrl+Z", "F9"], "find": [], "redo": ["Ctrl+Z"]}),
}
_BYTES = r"@ByteArray(\x1\xd9\xd0\xcb\0\x3\0\0\0\0\0\0\0\0\0\x64\0\0\x4\xff\0\0\x3\x1f\0\0\0\0\0\0\0\x64\0\0\x4\xff)"
_RAW = (
    *listed(r"""
    @Invalid() @Variant(\0\0\0\x2\0\0\0\x1) @Variant(\0\0\0\x7f\0\0\0\xfPyObject\0) @ByteArray(x) @String(@x)
    @@x "a\x640 [a] \x0 %1 @DateTime(x) " @Variant( @Point(1) = ;x \ ٢٤ ² -5 1e3
    """),
    "@Rect(1 2 3 4)",
    "a, b",
    "@Size(9 9)",
    "1, @Invalid()",
    "100 0 1",
    "٩٥ ٨٠",
)
_TOKENS = re.compile(r"\\x[0-9a-f]+|[\[\]=\n\"\\,@();]|\w+|.", re.DOTALL)
_held: list[QObject] = []  # for as long as the process lives, as Qt wants it


def _ini(values: dict[str, str]) -> str:
    quoted = {
        key: value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for key, value in values.items()
    }
    lines = [f'{key.replace("/", "%2F", key.count("/") - 1)}="{value}"' for key, value in quoted.items()]
    return "\n".join(["[General]", *lines, f"geometry={_BYTES}", f"layout_ar={_BYTES}"]) + "\n"


def _change(chance: Random) -> bytes:
    act = chance.randrange(5)
    values = dict(_VALUES)
    key = chance.choice(list(values))
    if act <= 1:
        key = chance.choice(("display", "keys", "recent_times"))
        values[key] = changed_json(values[key].encode(), chance).decode("utf-8", "replace")
    elif act == 2:
        values[key] = chance.choice((word(chance), chance.choice(NUMBERS), values[chance.choice(list(values))]))
    elif act == 3:
        return re.sub(f"(?m)^{key}=.*$", lambda _: f"{key}={chance.choice(_RAW)}", _ini(values)).encode(
            "utf-8", "replace"
        )
    elif chance.random() < 0.5:
        return changed_text(_ini(values), chance, _TOKENS.findall, _RAW).encode()
    else:
        return changed_bytes(_ini(values).encode(), chance)
    return _ini(values).encode("utf-8", "replace")


def _stage() -> tuple[TextView, QMainWindow]:
    """A text view and a window, made once."""
    if not _held:
        _held.append(QApplication.instance() or QApplication([]))
        window = QMainWindow()
        view = TextView(window)
        view.set_document("قرار A/59/1", [], read_scheme())
        window.setCentralWidget(view)
        _held.extend((view, window))
    _, view, window = _held
    assert isinstance(view, TextView) and isinstance(window, QMainWindow)
    return view, window


def _settings(content: bytes) -> Settings:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "qarar" / "qarar.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Settings()


def _read(_: Desk, content: bytes) -> object:
    view, window = _stage()
    settings = _settings(content)
    try:
        assert settings.language in LANGUAGES
        sure, unsure = settings.thresholds
        assert 0 <= unsure <= sure <= 1
        assert isinstance(settings.annotator, str) and isinstance(settings.last_document("p"), str)
        for path in settings.recent:
            os.path.exists(path)
            opened = settings.opened(path)
            assert not opened or isinstance(short_time(opened), str)
        assert all(isinstance(each, str) for each in settings.used_commands)
        assert {settings.proposals_shown, settings.first_steps_seen} <= {True, False}
        keymap = Keymap(settings)
        given = [key for command in COMMANDS for key in keymap.assigned(command.id)]
        assert all(given) and all(keymap.assigned(command.id) == command.keys for command in COMMANDS if command.fixed)
        display = TextDisplay(view, settings, window)
        assert 0 < view.page.typography.font.pixelSize() < 1000
        window.restoreGeometry(settings.geometry)
        window.restoreGeometry(settings.geometry_of("p"))
        window.restoreState(settings.layout("ar"))
        for each in (display, keymap):
            each.deleteLater()
    finally:
        settings.deleteLater()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    return asdict(view.display)


def _deep(desk: Desk, content: bytes) -> object:
    """The text can be shown like that, and what is set then is there for the next start."""
    view, window = _stage()
    settings = _settings(content)
    display = TextDisplay(view, settings, window)
    window.resize(600, 400)
    assert not window.grab().isNull()
    shown = display.options
    display.set_options(shown)
    settings.add_recent(Path("/z.qarar"))
    again = Settings()
    assert again.recent[0] == Path("/z.qarar")
    keymap = Keymap(again)
    keymap.reset_all()
    assert again.keys == {}
    second = TextDisplay(view, again, window)
    assert second.options == shown
    for each in (display, second, keymap, settings, again):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    return shown


READERS = (Reader("settings", ".ini", _change, _read, _deep, 6, every=50),)
