"""The commands about backups: making one, listing them, bringing one back."""

from pathlib import Path

import click

from model.backups.backup_folder import BackupFolder, Reason, default_backup_folder
from model.backups.compacting import compact
from model.backups.contents import Listed, listed, project_id
from model.backups.making import Made, back_up, copy_verified
from model.backups.restoring import restore
from model.commands.speaking import PROJECT, check_target, progress, say
from model.project import Project

_PATH = click.Path(path_type=Path, readable=False)
_FOLDER = click.option(
    "--folder",
    metavar="DIR",
    type=_PATH,
    help="The folder of backups, which has one for each project (default: the one that the window uses unless told "
    "otherwise).",
)
_REASONS: dict[Reason, str] = {
    "automatic": "",
    "asked": "made by command",
    "unsound": "check finds problems in it",
    "replaced": "kept before another was restored",
}
# What takes the room of a file, by its tables.
_ROOM = {
    "change": "history, which undo needs",
    "concept_label": "labels of terms",
    "concept": "terms",
    "text": "texts",
    "folded_text": "what texts are found by",
    "folded_index": "index over their words",
    "folded_word": "list of words",
    "span": "marks",
    "assignment": "descriptors",
    "evidence": "evidence",
    "document": "documents",
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
    with Project.open(project, None) as opened, progress("Copying") as watch:
        if out is not None:
            made: Made | None = copy_verified(opened, out, watch=watch)
        else:
            made = back_up(opened, BackupFolder(folder or default_backup_folder(), opened.id), "asked", watch=watch)
    assert made is not None, "one that was asked for is always made"
    say(f"{made.path}: {megabytes(made.size)}.")
    for problem in made.problems:
        say(str(problem), err=True)
    return 0


@click.command("backups")
@PROJECT
@_FOLDER
def backups(project: Path, folder: Path | None) -> int:
    """List the backups of a project, the newest first. PROJECT is its file, a backup of it, or its id."""
    backup_folder = BackupFolder(
        folder or default_backup_folder(), project_id(project) if project.exists() else str(project)
    )
    found = listed(backup_folder)
    for each in found:
        say(_line(each))
    say(f"{len(found)} backup{'' if len(found) == 1 else 's'} in {backup_folder.path}.")
    return 0


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
    with progress("Restoring") as watch:
        restored = restore(backup, out, keep_in=(folder or default_backup_folder()) if replace else None, watch=watch)
    if restored.kept is not None:
        say(f"{out}: what was there is kept as {restored.kept}.")
    say(f"{out}: restored, {megabytes(restored.size)}.")
    return 0


@click.command("compact")
@PROJECT
def compact_(project: Path) -> int:
    """Make a project file smaller: drop texts that nothing names any more, and give back room that is not used."""
    with progress("Compacting") as watch:
        done = compact(project, watch=watch)
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
    made = each.backup.made.isoformat(timespec="seconds").replace("+00:00", "Z")
    parts = [f"{made}  {each.backup.path.name}  {megabytes(each.size):>10}"]
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
    if _REASONS[each.backup.reason]:
        parts.append(_REASONS[each.backup.reason])
    return "; ".join(parts)


COMMANDS = (backup, backups, restore_, compact_)
