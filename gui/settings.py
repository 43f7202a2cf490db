"""What the application remembers from one start to the next, apart from any project."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6.QtCore import QByteArray, QDataStream, QLocale, QObject, QSettings, QStandardPaths, QTimer, Signal

from model.backups.backup_folder import default_backup_folder
from model.backups.rotation import DAYS, HOURS

LANGUAGES = ("ar", "en")
RECENT = 10
LATER = 500  # milliseconds: writing waits for the disk, which a window that is being opened must not
# Chances of proposals, unless a person says otherwise: of those from here on 98 in 100 are right …
SURE_FROM = 0.95
UNSURE_BELOW = 0.8  # … and those below are to be looked at closely
KNOWN_FILES = 50
MOST_BACKUPS = 366


class Settings(QObject):
    """The user's settings, read and written at once (but for what may be written ``LATER``; ``write`` before the end).

    ``changed`` names what was set (``annotator``, ``language``, ``display``, ``font_size``, ``keys``,
    ``proposals_shown``, ``thresholds``, ``backups_made``, ``backup_folder``, ``backups_kept``), for the windows that
    were not the ones to set it.
    """

    changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        _read_no_objects()
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "qarar", "qarar")
        self._unwritten: dict[str, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LATER)
        self._timer.timeout.connect(self.write)

    def write(self) -> None:
        """Write what was to be written later."""
        if self._unwritten:
            self._set_all({})

    def _text(self, key: str) -> str:
        return str(self._unwritten.get(key) or self._store.value(key, "") or "")

    def _set(self, key: str, value: object) -> None:
        self._set_all({key: value})

    def _set_all(self, values: Mapping[str, object]) -> None:
        self._timer.stop()
        self._unwritten.update(values)
        for key, value in self._unwritten.items():
            self._store.setValue(key, value)
        self._unwritten.clear()
        self._store.sync()  # a process that is killed has lost nothing, and a second one sees it
        for key in values:
            self.changed.emit(key)

    @property
    def annotator(self) -> str:
        """The name that marks are signed with; empty until it was asked for."""
        return self._text("annotator")

    @annotator.setter
    def annotator(self, name: str) -> None:
        self._set("annotator", name)

    @property
    def language(self) -> str:
        """``ar`` or ``en``: as chosen, else as the system's, else English."""
        chosen = self._text("language")
        if chosen in LANGUAGES:
            return chosen
        return "ar" if QLocale.system().language() == QLocale.Language.Arabic else "en"

    @language.setter
    def language(self, language: str) -> None:
        self._set("language", language)

    @property
    def recent(self) -> list[Path]:
        """The projects opened last, newest first."""
        return [Path(line) for line in self._text("recent").split("\n") if line]

    def add_recent(self, project: Path, *, later: bool = False) -> None:
        """Put a project first among those opened last; it was opened now. ``later``: that is written a little later."""
        kept = [project, *(path for path in self.recent if path != project)][:RECENT]
        values = self._recent_values(kept, {**self._object("recent_times"), str(project): _now()})
        if later:
            self._unwritten.update(values)
            self._timer.start()
        else:
            self._set_all(values)

    def remove_recent(self, project: Path) -> None:
        """Take a project off the list; the file stays where it is."""
        self._set_all(
            self._recent_values([path for path in self.recent if path != project], self._object("recent_times"))
        )

    def clear_recent(self) -> None:
        """Take all projects off the list."""
        self._set_all(self._recent_values([], {}))

    def opened(self, project: Path) -> str:
        """When a project of the list was last opened (ISO 8601, UTC, milliseconds); empty where that is not known."""
        found = self._object("recent_times").get(str(project))
        return found if isinstance(found, str) else ""

    @staticmethod
    def _recent_values(projects: Sequence[Path], times: Mapping[str, object]) -> dict[str, object]:
        kept = {str(path): times[str(path)] for path in projects if str(path) in times}
        return {"recent": "\n".join(map(str, projects)), "recent_times": json.dumps(kept)}

    @property
    def font_size(self) -> int:
        """Size of the text in logical pixels; 0 where it was never changed."""
        return _whole(self._text("font_size")) or 0

    @font_size.setter
    def font_size(self, pixels: int) -> None:
        self._set("font_size", pixels)

    @property
    def display(self) -> dict[str, object]:
        """How the text is shown, by option (see ``gui.text_view.display``); empty where nothing was changed."""
        return self._object("display")

    @display.setter
    def display(self, options: Mapping[str, object]) -> None:
        self._set("display", json.dumps(options))

    @property
    def keys(self) -> dict[str, list[str]]:
        """Keys of the commands that have others than at first, by command (see ``gui.commands.key_map``)."""
        return {
            command: [key for key in keys if isinstance(key, str)]
            for command, keys in self._object("keys").items()
            if isinstance(keys, list)
        }

    @keys.setter
    def keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        self._set("keys", json.dumps({command: list(names) for command, names in keys.items()}))

    @property
    def proposals_shown(self) -> bool:
        """Whether clauses are proposed in documents that are not done."""
        return self._text("proposals_shown") != "no"

    @proposals_shown.setter
    def proposals_shown(self, shown: bool) -> None:
        self._set("proposals_shown", "yes" if shown else "no")

    @property
    def thresholds(self) -> tuple[float, float]:
        """The chances (0 … 1) from which on a proposal is sure, and below which it is unsure."""
        sure, unsure = map(_whole, self._text("thresholds").partition(" ")[::2])
        if sure is None or unsure is None or not unsure <= sure <= 100:
            return SURE_FROM, UNSURE_BELOW
        return sure / 100, unsure / 100

    @thresholds.setter
    def thresholds(self, thresholds: tuple[float, float]) -> None:
        self._set("thresholds", " ".join(str(round(100 * chance)) for chance in thresholds))

    @property
    def backups_made(self) -> bool:
        """Whether backups of the open project are made by themselves."""
        return self._text("backups_made") != "no"

    @property
    def backup_folder(self) -> Path:
        """The folder of backups, which has one for each project: as chosen, else among the user's data."""
        chosen = self._text("backup_folder")
        return Path(chosen) if chosen else default_backup_folder()

    @property
    def backups_kept(self) -> tuple[int, int]:
        """Of how many hours, and of how many days, a backup is kept."""
        hours, days = (_whole(text) for text in self._text("backups_kept").partition(" ")[::2])
        if hours is None or days is None:
            return HOURS, DAYS
        return min(hours, MOST_BACKUPS), min(days, MOST_BACKUPS)

    def set_backups(self, made: bool, folder: Path, kept: tuple[int, int]) -> None:
        """Set the three at once. The usual folder is not written down: it is another one for another user."""
        self._set_all(
            {
                "backups_made": "yes" if made else "no",
                "backup_folder": "" if folder == default_backup_folder() else str(folder),
                "backups_kept": f"{kept[0]} {kept[1]}",
            }
        )

    @property
    def project_files(self) -> dict[str, Path]:
        """Where projects were when a backup of them was made last, by their ids; the newest last."""
        return {project: Path(path) for project, path in self._object("project_files").items() if isinstance(path, str)}

    def set_project_file(self, project: str, path: Path) -> None:
        """Keep where a project is: its backups are known by its id alone, and the file may be damaged some day."""
        known = {id_: str(each) for id_, each in self.project_files.items() if id_ != project}
        kept = dict([*known.items(), (project, str(path))][-KNOWN_FILES:])
        if kept != {id_: str(each) for id_, each in self.project_files.items()}:
            self._set("project_files", json.dumps(kept))

    @property
    def used_commands(self) -> list[str]:
        """The ids of what was done last from the palette, newest first."""
        return [line for line in self._text("used_commands").split("\n") if line]

    @used_commands.setter
    def used_commands(self, used: Sequence[str]) -> None:
        self._set("used_commands", "\n".join(used))

    @property
    def first_steps_seen(self) -> bool:
        """Whether the first steps were gone through, or put away."""
        return self._text("first_steps") == "seen"

    @first_steps_seen.setter
    def first_steps_seen(self, seen: bool) -> None:
        self._set("first_steps", "seen" if seen else "")

    # Where windows are. Each is kept for a project (its id) and, as what was last used, for those never seen; without
    # a project only the latter. The bare keys are those of the time before there was a place for each project.

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window that was last used, as ``QWidget.saveGeometry`` gives it."""
        return self._bytes("geometry")

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._set("geometry", geometry)

    def geometry_of(self, project: str) -> QByteArray:
        """Place and size that a window had with a project; empty where it was never closed with it."""
        return self._bytes(f"windows/{project}/geometry")

    def knows(self, project: str) -> bool:
        """Whether a window was ever closed with a project."""
        return not self.geometry_of(project).isEmpty()

    def layout(self, language: str, project: str = "") -> QByteArray:
        """Where the panels are, in the window of that language, as ``QMainWindow.saveState`` gives it."""
        own = self._bytes(f"windows/{project}/layout_{language}") if project else QByteArray()
        return self._bytes(f"layout_{language}") if own.isEmpty() else own

    def set_layout(self, language: str, layout: QByteArray, project: str = "") -> None:
        """Keep where the panels are, for each language by itself: a mirrored window's places are others."""
        self._set_all(self._kept(project, {f"layout_{language}": layout}))

    def set_window(self, geometry: QByteArray, language: str, layout: QByteArray, project: str = "") -> None:
        """Keep place and size of a window along with its panels'."""
        self._set_all(self._kept(project, {"geometry": geometry, f"layout_{language}": layout}))

    @staticmethod
    def _kept(project: str, values: Mapping[str, object]) -> dict[str, object]:
        own = {f"windows/{project}/{key}": value for key, value in values.items()} if project else {}
        return {**values, **own}

    def last_document(self, project: str) -> str:
        """The id of the document that was last open in a project (its id); empty where there is none."""
        return self._text(f"documents/{project}")

    def set_last_document(self, project: str, document: str) -> None:
        """Keep which document is open in a project."""
        self._set(f"documents/{project}", document)

    def _object(self, key: str) -> dict[str, Any]:
        """A JSON object; empty where there is none, or where something else has been written there."""
        try:
            value = json.loads(self._text(key) or "{}")
        except (ValueError, RecursionError):  # no JSON, or JSON that is nested beyond all measure
            return {}
        return value if isinstance(value, dict) else {}

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()


def _whole(text: str) -> int | None:
    """A whole number that stands in the file; nothing for what is none, or for none that anybody could have set."""
    return int(text) if text.isdecimal() and len(text) < 7 else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def data_folder() -> Path:
    """The folder of the user's data for this application, made if it is not there."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    folder = Path(base) / "qarar"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@cache
def _read_no_objects() -> None:
    """Have PySide read no Python object from any file. It unpickles those that stand in one as ``@Variant``, which runs
    what the file says; and it reads all of a file as soon as one setting is asked for.

    What unpickles is looked up once a process, at the first such object: here, and it finds what gives nothing.
    """
    name = "pickle"
    nothing, before = ModuleType(name), sys.modules.get(name)
    vars(nothing)["loads"] = lambda *_: None
    sys.modules[name] = nothing
    try:
        kind = b"PySide::PyObjectWrapper\0"
        written = QByteArray(b"\0\0\0\x7f" + len(kind).to_bytes(4, "big") + kind + bytes(4))
        stream = QDataStream(written)
        stream.setVersion(QDataStream.Version.Qt_4_0)
        stream.readQVariant()
    finally:
        if before is None:
            del sys.modules[name]
        else:
            sys.modules[name] = before
