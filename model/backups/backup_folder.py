"""Where backups stand: in a folder for each project, named after its id; the time of each (UTC) is its file's name.

A file's name ends in ``.qarar``, and before that in what it was made for, unless that is the usual. What a backup holds
is read from the file itself.
"""

import contextlib
import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from model.backups.rotation import DAYS, HOURS, kept
from model.errors import StorageError, UserError
from model.project import SUFFIX
from model.storage import file

Reason = Literal["automatic", "asked", "unsound", "replaced"]
_REASONS: dict[str, Reason] = {reason: reason for reason in get_args(Reason)}
# These are deleted when they are old; what a person asked for stays until a person deletes it.
AUTOMATIC: tuple[Reason, ...] = ("automatic", "unsound")
_name = re.compile(r"(?P<stamp>\d{8}-\d{6}-\d{3})Z(?:\.(?P<reason>[a-z]+))?\.qarar")
_id = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,99}")
_odd = re.compile(r"[^0-9A-Za-z-]")


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as its name tells of it. ``made``: when, in UTC. ``reason``: ``automatic``; ``asked`` for by a person;
    ``unsound``: made by itself of a project in which ``check`` finds something; ``replaced``: what a restored backup
    took the place of.
    """

    path: Path
    made: datetime
    reason: Reason


class BackupFolder:
    """The folder of one project's backups, named after its id, in the folder of all backups."""

    def __init__(self, folder: Path, project: str) -> None:
        # The id comes out of a file that anybody may have made; it must not lead anywhere else.
        name = project if _id.fullmatch(project) else "project-" + _odd.sub("-", project)[:80]
        self.path = folder / name

    def backups(self) -> list[Backup]:
        """All of them, the newest first; files that are called otherwise are none. Refuses a folder that cannot be
        read.
        """
        found: list[Backup] = []
        try:
            found = [each for entry in os.scandir(self.path) if (each := backup_of(Path(entry.path))) is not None]
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError as error:
            raise StorageError("{path}: cannot be read ({reason}).", path=self.path, reason=error) from error
        return sorted(found, key=lambda each: (each.made, each.reason), reverse=True)

    def new_path(self, now: datetime, reason: Reason) -> Path:
        """What a backup of this moment is to be called; nothing has that name."""
        time = now.astimezone(UTC)
        stamp = f"{time:%Y%m%d-%H%M%S}-{time.microsecond // 1000:03}Z"
        path = self.path / f"{stamp}{'' if reason == 'automatic' else f'.{reason}'}{SUFFIX}"
        if os.path.lexists(path):
            raise StorageError("{path}: there is a file of that name already.", path=path)
        return path

    def remove_old(self, now: datetime, hours: int = HOURS, days: int = DAYS) -> list[Backup]:
        """Delete the automatic backups that are kept no longer, and give them; see ``rotation.kept``. What cannot be
        deleted stays.
        """
        gone: list[Backup] = []
        backups = self.backups()
        for reason in AUTOMATIC:
            some = [each for each in backups if each.reason == reason]
            staying = kept((each.made for each in some), now, hours, days)
            for each in some:
                if each.made not in staying:
                    with contextlib.suppress(OSError):
                        each.path.unlink()
                        gone.append(each)
        return gone


def delete(backup: Backup) -> None:
    """Delete a backup for good, with the logs that are kept beside a damaged one; one that is gone already is no
    fault.
    """
    try:
        backup.path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError("{path}: cannot be deleted ({reason}).", path=backup.path, reason=error) from error
    file.remove(backup.path)


def backup_of(path: Path) -> Backup | None:
    """The backup of a path, by its name; nothing where it is not called like one."""
    found = _name.fullmatch(path.name)
    if found is None:
        return None
    reason = _REASONS.get(found["reason"] or "automatic")
    try:
        made = datetime.strptime(found["stamp"] + "000", "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
    except ValueError:  # the 31st of February
        return None
    return None if reason is None else Backup(path, made, reason)


def backup_folders(folder: Path) -> list[BackupFolder]:
    """The projects that have backups in a folder, in the order of their ids, as far as it can be read."""
    found: list[BackupFolder] = []
    with contextlib.suppress(OSError):
        for name in sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and _id.fullmatch(entry.name)):
            with contextlib.suppress(StorageError):
                if (each := BackupFolder(folder, name)).backups():
                    found.append(each)
    return found


def check_folder(folder: Path) -> None:
    """Refuse what can be no folder of backups: a file, or a place below one. It need not be there yet."""
    there = next((each for each in (folder, *folder.parents) if os.path.exists(each)), None)
    if there is not None and not there.is_dir():
        raise UserError("{path}: this is a file, not a folder.", path=there)


def remark_on(folder: Path, project: Path) -> UserError | None:
    """What is to be said of a folder of backups in which the project itself stands; nothing of any other."""
    if not Path(os.path.realpath(project)).parent.is_relative_to(os.path.realpath(folder)):
        return None
    return UserError(
        "{path}: the project itself is in this folder, so whatever happens to the folder happens to the project and "
        "its backups alike; choose another folder, on another disk if you can.",
        path=folder,
    )


def default_backup_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder of backups where nobody has chosen another: among the data that programs keep for the user."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        chosen = environment.get("XDG_DATA_HOME", "")
        base = Path(chosen) if chosen.startswith("/") else home / ".local" / "share"
    return base / "qarar" / "backups"
