"""What backups hold, read from the files themselves."""

import logging
from dataclasses import dataclass
from pathlib import Path

from model.backups.backup_folder import Backup, BackupFolder
from model.backups.making import newest_operation
from model.errors import UserError
from model.progress import ProgressCallback, no_progress
from model.project import OperationRecord, Project

logger = logging.getLogger("qarar.backups")
logger.addHandler(logging.NullHandler())  # the window has a log; a command says one sentence


@dataclass(frozen=True, slots=True)
class Contents:
    """How much is in a project file, and what was done last in it, by whom (a name; empty where nothing was done)."""

    documents: int
    marks: int
    descriptors: int
    operations: int
    newest: OperationRecord | None
    annotator: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup with its size in bytes and its contents; without these where it cannot be read, with the reason."""

    backup: Backup
    size: int
    contents: Contents | None
    refusal: UserError | None = None


def contents_of(project: Project) -> Contents:
    """How much is in an open project."""
    counts, newest = project.counts(), newest_operation(project)
    names = {annotator.id: annotator.name for annotator in project.annotators()}
    annotator = "" if newest is None else names.get(newest.annotator, "")
    return Contents(counts.documents, counts.spans, counts.assignments, counts.operations, newest, annotator)


def listed(backup_folder: BackupFolder, on_progress: ProgressCallback = no_progress) -> list[Listed]:
    """The backups of a project with what they hold, the newest first."""
    found: list[Listed] = []
    backups = backup_folder.backups()
    for done, backup in enumerate(backups):
        on_progress(done, len(backups))
        found.append(read_contents(backup))
    on_progress(len(backups), len(backups))
    return found


def read_contents(backup: Backup) -> Listed:
    """A backup with what it holds. Whatever one raises that cannot be read is its own reason, and never that of others:
    a person who needs a backup needs the list.
    """
    try:
        size = backup.path.stat().st_size
    except OSError:
        size = 0
    try:
        with Project.open(backup.path, None) as opened:
            return Listed(backup, size, contents_of(opened))
    except UserError as refusal:
        return Listed(backup, size, None, refusal)
    except Exception as error:
        logger.exception("%s", backup.path)
        reason = f"{type(error).__name__}: {error}"
        return Listed(
            backup, size, None, UserError("{path}: cannot be read ({reason}).", path=backup.path, reason=reason)
        )


def open_backup(path: Path) -> Project:
    """A backup, or another project's file, opened for reading; to be closed."""
    return Project.open(path, None)


def project_id(path: Path) -> str:
    """The id of the project in a file; refuses what is none."""
    with Project.open(path, None) as opened:
        return opened.id
