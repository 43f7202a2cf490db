"""Making a backup, and making sure that it is one: copied, opened, checked, and only then called a backup."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.annotation.documents import sha256_of
from model.backups.backup_folder import AUTOMATIC, Backup, BackupFolder, Reason
from model.backups.rotation import is_due
from model.checking import soundness
from model.errors import DamagedProjectError, StorageError, UserError
from model.progress import ProgressCallback, no_progress
from model.project import SUFFIX, OperationRecord, Project
from model.storage import file, temp_files
from model.storage.sole_use import as_one_file, make_folder, sync_file

RESERVE = 64 << 20  # bytes that a backup leaves free on its disk
# Takes a copy, what was done last in what was copied, and a watcher; gives what there is to say of the copy.
Check = Callable[[Path, OperationRecord | None, ProgressCallback], tuple[UserError, ...]]


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made. ``problems``: what ``check`` finds in the project, and so in this copy of it; ``size`` in
    bytes.
    """

    path: Path
    size: int
    problems: tuple[UserError, ...] = ()


def newest_operation(project: Project) -> OperationRecord | None:
    """What was done last in a project, as it stands in the file now."""
    return next(iter(project.history(1)), None)


def back_up(
    project: Project,
    backup_folder: BackupFolder,
    reason: Reason = "automatic",
    *,
    now: datetime | None = None,
    check: Check | None = None,
    on_progress: ProgressCallback = no_progress,
) -> Made | None:
    """Make a backup of a project in its folder; others may write to the project meanwhile. ``project`` is a connection
    of the caller's own, which need not write.

    An automatic one is not made where nothing has changed since the last one: that gives nothing. Refuses where it
    cannot be made, or would not be sound; then there is none. ``on_progress`` is told of pages, and may raise;
    ``check`` is ``check_copy`` unless another is given.
    """
    now = now or datetime.now(UTC)
    if reason == "automatic" and is_backed_up(project, backup_folder, now):
        return None
    path = backup_folder.new_path(now, reason)
    try:
        make_folder(backup_folder.path)
    except OSError as error:
        raise StorageError("{path}: cannot be made ({reason}).", path=backup_folder.path, reason=error) from error
    unsound = backup_folder.new_path(now, "unsound") if reason == "automatic" else None
    return copy_verified(project, path, check=check, on_progress=on_progress, unsound=unsound)


def keep_up(
    project: Project,
    backup_folder: BackupFolder,
    every: timedelta,
    kept: tuple[int, int],
    *,
    now: datetime | None = None,
    check: Check | None = None,
    on_progress: ProgressCallback = no_progress,
) -> Made | None:
    """Make an automatic backup where the last one is as long ago as that and something has changed since; then delete
    those that are kept no longer, ``kept`` being of how many hours and of how many days one is.
    """
    now = now or datetime.now(UTC)
    if not is_due((each.made for each in backup_folder.backups() if each.reason in AUTOMATIC), now, every):
        return None
    made = back_up(project, backup_folder, now=now, check=check, on_progress=on_progress)
    if made is not None:
        backup_folder.remove_old(now, *kept)
    return made


def copy_verified(
    project: Project,
    target: Path,
    *,
    check: Check | None = None,
    on_progress: ProgressCallback = no_progress,
    unsound: Path | None = None,
) -> Made:
    """A copy of a project as ``target``, which appears whole and checked or not at all; an existing file is refused.

    A copy that cannot be read back is refused. One that is true, of a project in which ``check`` finds problems, is
    kept, under the name ``unsound`` where that is given: the project has nothing better. Where the project itself is
    too damaged for that, it is the project that is named.
    """
    if os.path.lexists(target):
        raise UserError("{path}: there is a file of that name already.", path=target)
    if not has_room_for(project, target.parent):
        raise StorageError("{path}: there is too little room on its disk for a backup.", path=target.parent)
    try:
        temp_files.clear_leftovers(target.parent)
        with temp_files.new_folder(target.parent) as folder:
            copy = folder / f"copy{SUFFIX}"
            with temp_files.called(copy, target):
                with project.reading():
                    newest = newest_operation(project)
                    project.save_copy(copy, on_progress)
                as_one_file(copy)
                problems = (check or check_copy)(copy, newest, on_progress)
            problems = tuple(each.renamed(copy, project.path) for each in problems)
            sync_file(copy)
            if problems and unsound is not None:
                target = unsound
            size = copy.stat().st_size
            temp_files.put_new(copy, target)
    except DamagedProjectError as damage:
        raise _damage_of(project, on_progress) or damage from damage
    except FileExistsError as error:
        raise UserError("{path}: there is a file of that name already.", path=target) from error
    except OSError as error:
        raise StorageError("{path}: cannot be made ({reason}).", path=target, reason=error) from error
    return Made(target, size, problems)


def check_copy(
    copy: Path, newest: OperationRecord | None, on_progress: ProgressCallback = no_progress
) -> tuple[UserError, ...]:
    """Refuse a copy that SQLite finds damaged, or in which something else was done last than in what was copied; gives
    what ``check`` finds in it.
    """
    with Project.open(copy, None) as opened:
        refuse_damaged(opened, on_progress)
        if newest_operation(opened) != newest:
            raise StorageError("{path}: the copy is not what was copied.", path=copy)
        return _problems(opened)


def _problems(opened: Project) -> tuple[UserError, ...]:
    """What ``check`` finds, as far as the rows can be read."""
    found: list[UserError] = []
    try:
        with file.explained(opened.path):
            found.extend(soundness.problems(opened.tables))
    except DamagedProjectError as damage:
        found.append(damage)
    return tuple(found)


def _damage_of(project: Project, on_progress: ProgressCallback) -> DamagedProjectError | None:
    """How a project is damaged in whose copy damage was found: nothing where only the copy is."""
    try:
        with project.open_again(None) as again:
            refuse_damaged(again, on_progress)
    except DamagedProjectError as damage:
        return damage
    except UserError:  # it can no longer be looked at
        pass
    return None


def refuse_damaged(opened: Project, on_progress: ProgressCallback = no_progress) -> None:
    """Refuse a file that SQLite finds damaged, or in which a text is not the one that it was: of letters that have
    changed within it SQLite knows nothing. Nothing else of a document is read: it need not be readable.
    """
    on_progress(0, 0)
    found = opened.integrity_problems()
    if found:
        raise file.damaged(opened.path, found[0])
    for row in opened.tables.iterate("SELECT id, text_sha256 FROM document ORDER BY order_key, name_key, id"):
        on_progress(0, 0)
        sha256 = str(row["text_sha256"])
        if sha256_of(opened.tables.text(sha256)) != sha256:
            name = opened.document(str(row["id"])).name
            raise DamagedProjectError("{path}: damaged: the text of “{name}” has changed.", path=opened.path, name=name)


def is_backed_up(project: Project, backup_folder: BackupFolder, now: datetime | None = None) -> bool:
    """Whether there is nothing to back up, or the last backup holds what was done last: the last of all, or, where the
    clock has been set, the last before now.
    """
    now = now or datetime.now(UTC)
    newest = newest_operation(project)
    if newest is None:
        return True
    backups = [each for each in backup_folder.backups() if each.reason != "replaced"]
    last = dict.fromkeys((*backups[:1], *[each for each in backups if each.made <= now][:1]))
    return any(_newest_in(each) == newest for each in last)


def _newest_in(backup: Backup) -> OperationRecord | None:
    try:
        with Project.open(backup.path, None) as opened:
            return newest_operation(opened)
    except UserError:
        return None


def has_room_for(project: Project, folder: Path) -> bool:
    """Whether a copy would not fill its disk. Where that cannot be known, it is taken as one that would not."""
    try:
        return shutil.disk_usage(folder).free >= project.path.stat().st_size + RESERVE
    except OSError:
        return True
