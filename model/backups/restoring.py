"""Bringing a backup back: as a new file, or in the place of the project, whose present state is kept first."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from model.backups.backup_folder import BackupFolder
from model.backups.making import has_room_for, refuse_damaged
from model.errors import StorageError, UserError
from model.progress import ProgressCallback, no_progress
from model.project import SUFFIX, Project
from model.storage import file, temp_files
from model.storage.sole_use import SoleUse, as_one_file, make_folder, sole_use, sync_file
from model.storage.temp_files import sync_folder


@dataclass(frozen=True, slots=True)
class Restored:
    """``kept``: the backup of what stood there before; none where nothing did. ``size`` in bytes."""

    path: Path
    size: int
    kept: Path | None


def restore(
    backup: Path,
    target: Path,
    *,
    keep_in: Path | None = None,
    now: datetime | None = None,
    on_progress: ProgressCallback = no_progress,
) -> Restored:
    """Bring a backup back as ``target``, which appears whole or not at all.

    A project that is there is replaced only where ``keep_in`` is given, the folder of backups in which it is kept
    first. Refuses a backup that is damaged, and a project that is open anywhere.
    """
    target = file.resolved(target)
    if os.path.exists(target) and keep_in is None:
        raise UserError("{path}: there is a file of that name already.", path=target)
    if os.path.exists(target) and _is_same(backup, target):
        raise UserError("{path}: this is the backup itself.", path=target)
    if not os.path.exists(target):
        file.refuse_log_beside(target)
    with Project.open(backup, None) as source:
        if not has_room_for(source, target.parent):
            raise StorageError("{path}: there is too little room for it on its disk.", path=target)
        try:
            temp_files.clear_leftovers(target.parent)
            with temp_files.new_folder(target.parent) as folder:
                copy = folder / f"copy{SUFFIX}"
                with temp_files.called(copy, target):
                    source.save_copy(copy, on_progress)
                    as_one_file(copy)
                with temp_files.called(copy, backup), Project.open(copy, None) as opened:
                    refuse_damaged(opened, on_progress)
                sync_file(copy)
                size = copy.stat().st_size
                if keep_in is None or not os.path.exists(target):
                    temp_files.put_new(copy, target)
                    return Restored(target, size, None)
                if not file.is_project(target):
                    raise UserError("{path}: not a Qarar project.", path=target)
                with sole_use(target) as alone:
                    kept = _keep(alone, source.id, keep_in, now or datetime.now(UTC))
                    alone.replace_by(copy)
                return Restored(target, size, kept)
        except FileExistsError as error:
            raise UserError("{path}: there is a file of that name already.", path=target) from error
        except OSError as error:
            raise StorageError("{path}: cannot be made ({reason}).", path=target, reason=error) from error


def _is_same(backup: Path, target: Path) -> bool:
    try:
        return os.path.samefile(backup, target)
    except OSError:  # the backup has gone, or its folder cannot be read: opening it says so
        return False


def _keep(alone: SoleUse, project: str, folder: Path, now: datetime) -> Path:
    """Keep what is to be replaced among the backups of its project; of a file that does not tell which that is, among
    those of the project that takes its place.
    """
    backup_folder = BackupFolder(folder, alone.project_id() or project)
    path = backup_folder.new_path(now, "replaced")
    try:
        make_folder(backup_folder.path)
        if alone.connection is not None:
            file.save_copy(alone.connection, path)
            as_one_file(path)
            sync_file(path)
        else:
            alone.copy_as_it_is(path)
        sync_folder(backup_folder.path)
    except OSError as error:
        raise StorageError("{path}: cannot be made ({reason}).", path=path, reason=error) from error
    return path
