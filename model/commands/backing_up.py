"""The commands about backups: making one, listing them, bringing one back."""

import os
import re
from pathlib import Path

import click

from model.backups.backup_folder import (
    Backup,
    BackupFolder,
    Reason,
    backup_folders,
    check_folder,
    default_backup_folder,
    remark_on,
)
from model.backups.compacting import compact
from model.backups.contents import Listed, listed, project_id, read_contents
from model.backups.making import Made, back_up, copy_verified
from model.backups.restoring import restore
from model.commands.cli_output import PROJECT, check_target, progress, say
from model.errors import UserError
from model.project import Project


def _checked_folder(_: click.Context, __: click.Parameter, folder: Path | None) -> Path | None:
    if folder is not None:
        check_folder(folder)
    return folder


_PATH = click.Path(path_type=Path, readable=False)
_FOLDER = click.option(
    "--folder",
    metavar="DIR",
    type=_PATH,
    callback=_checked_folder,
    help="The folder of backups, which has one for each project (default: the one that the window uses unless told "
    "otherwise).",
)
_REASONS: dict[Reason, str] = {
    "automatic": "",
    "asked": "made by command",
    "unsound": "check finds problems in it",
    "replaced": "kept before another was restored",
}
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# What takes the room of a file, by its tables; that of another program's is told by its own name.
_ROOM = {
    "change": "history, which undo needs",
    "operation": "list of operations",
    "baseline": "what the project began with",
    "concept_label": "labels of terms",
    "concept_note": "notes on terms",
    "concept_relation": "relations of terms",
    "concept_notation": "notations of terms",
    "concept_documentation": "explanations of terms",
    "concept_state": "states of terms",
    "concept": "terms",
    "vocabulary": "vocabularies",
    "text": "texts",
    "folded_text": "what texts are found by",
    "folded_index": "index over their words",
    "folded_word": "list of words",
    "span": "marks",
    "feature": "features of marks",
    "assignment": "descriptors",
    "evidence": "evidence",
    "document": "documents",
    "document_tag": "tags",
    "progress": "progress",
    "layer": "layers",
    "label": "labels",
    "saved_search": "saved searches",
    "annotator": "annotators",
    "project": "project",
    "sqlite_schema": "list of tables",
    "_sqlite_migrations": "version of the file",
    "free": "not used",
}


@click.command("backup")
@PROJECT
@click.option("--out", metavar="FILE", type=_PATH, help="Where the backup is to be; a file that is there is refused.")
@_FOLDER
def backup(project: Path, out: Path | None, folder: Path | None) -> int:
    """Make a checked copy of a project, history and all, while others may be working in it."""
    if out is not None and folder is not None:
        raise click.UsageError("--out and --folder exclude each other.")
    if out is not None:
        check_target(out)
    with Project.open(project, None) as opened, progress("Copying") as on_progress:
        if out is not None:
            made: Made | None = copy_verified(opened, out, on_progress=on_progress)
        else:
            folder = folder or default_backup_folder()
            made = back_up(opened, BackupFolder(folder, opened.id), "asked", on_progress=on_progress)
    assert made is not None, "one that was asked for is always made"
    say(f"{made.path}: {megabytes(made.size)}.")
    remark = None if folder is None else remark_on(folder, project)
    for each in (*made.problems, *([] if remark is None else [remark])):
        say(str(each), err=True)
    return 0


@click.command("backups")
@click.argument("project", type=_PATH, required=False)
@_FOLDER
def backups(project: Path | None, folder: Path | None) -> int:
    """List the backups of a project, the newest first. PROJECT is its file, a backup of it, or its id. Without it, list
    the projects that have backups, by their ids, each with what is in its newest one.
    """
    folder = folder or default_backup_folder()
    if project is None:
        folders = backup_folders(folder)
        for each in folders:
            say(_project_line(each))
        say(f"{len(folders)} project{'' if len(folders) == 1 else 's'} with backups in {folder}.")
        return 0
    backup_folder = _backup_folder(folder, project)
    found = listed(backup_folder)
    for each in found:
        say(_line(each))
    say(f"{len(found)} backup{'' if len(found) == 1 else 's'} in {backup_folder.path}.")
    return 0


def _backup_folder(folder: Path, project: Path) -> BackupFolder:
    """The backups of a project that is told by a file or its id."""
    if not os.path.exists(project):
        by_id = BackupFolder(folder, str(project))
        if by_id.path.is_dir() or _UUID.fullmatch(str(project)):
            return by_id
    try:
        return BackupFolder(folder, project_id(project))
    except UserError as refusal:
        if not os.path.exists(project):
            raise
        # What cannot be opened may have been a project, and its backups are all that is left of it.
        raise UserError(
            "{problem} “backups” without PROJECT lists the backups of all projects by their ids.", problem=refusal
        ) from refusal


@click.command("restore")
@click.argument("backup", type=_PATH)
@click.option("--out", metavar="PROJECT", type=_PATH, required=True, help="The project file that is to be.")
@click.option(
    "--replace",
    is_flag=True,
    help="Replace a project that is there; it is kept among the backups first, and must be open nowhere.",
)
@_FOLDER
def restore_(backup: Path, out: Path, replace: bool, folder: Path | None) -> int:
    """Bring a backup back as a project."""
    if folder is not None and not replace:
        raise click.UsageError("--folder is for what --replace keeps.")
    check_target(out)
    with progress("Restoring") as on_progress:
        restored = restore(
            backup, out, keep_in=(folder or default_backup_folder()) if replace else None, on_progress=on_progress
        )
    if restored.kept is not None:
        say(f"{out}: what was there is kept as {restored.kept}.")
    say(f"{out}: restored, {megabytes(restored.size)}.")
    return 0


@click.command("compact")
@PROJECT
def compact_(project: Path) -> int:
    """Make a project file smaller: drop texts that nothing names any more, and give back room that is not used."""
    with progress("Compacting") as on_progress:
        done = compact(project, on_progress=on_progress)
    texts = f", {done.texts} text{'' if done.texts == 1 else 's'} dropped" if done.texts else ""
    say(f"{project}: {megabytes(done.before)} before, {megabytes(done.after)} now{texts}.")
    for table, size in done.room.items():
        if size * 100 >= done.after:
            say(f"{megabytes(size):>12}  {_ROOM.get(table, table)}")
    return 0


def megabytes(size: int) -> str:
    """A size in bytes for people."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{size / 1000:,.1f} kB"


def _line(each: Listed) -> str:
    parts = [f"{_made(each.backup)}  {each.backup.path.name}  {megabytes(each.size):>10}", *_held(each)]
    if _REASONS[each.backup.reason]:
        parts.append(_REASONS[each.backup.reason])
    return "; ".join(parts)


def _project_line(backup_folder: BackupFolder) -> str:
    newest, *others = backup_folder.backups()
    count = f"{1 + len(others)} backup{'s' if others else ''}"
    held = "; ".join(_held(read_contents(newest)))
    return f"{backup_folder.path.name}  {count}, the newest {_made(newest)}; {held}"


def _made(backup: Backup) -> str:
    return backup.made.isoformat(timespec="seconds").replace("+00:00", "Z")


def _held(each: Listed) -> list[str]:
    """What a backup holds, in parts of a line."""
    parts: list[str] = []
    if each.contents is None:
        parts.append(str(each.refusal))
    else:
        found = each.contents
        parts.append(
            f"{found.documents:,} documents, {found.marks:,} marks, {found.descriptors:,} descriptors, "
            f"{found.operations:,} operations"
        )
        if found.newest is not None:
            parts.append(f"last: {found.newest.name} ({found.annotator}, {found.newest.time})")
    return parts


COMMANDS = (backup, backups, restore_, compact_)
