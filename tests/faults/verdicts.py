"""What must be true of a project after whatever has happened to who was writing to it."""

import filecmp
import os
import random
from pathlib import Path

from model import cli
from model.annotation import documents
from model.errors import UserError
from model.project import Project
from model.storage.tables import JOURNALLED, Row
from tests.faults.case import Case

OTHER = "Badr"  # who comes afterwards


def history(project: Project) -> list[str]:
    """The ids of all operations, oldest first."""
    return [record.id for record in reversed(project.history(1_000_000))]


def rows(project: Project) -> dict[str, list[Row]]:
    """Everything that a project holds, but its history."""
    return {kind: sorted(project.tables.all(kind), key=lambda row: str(row["id"])) for kind in JOURNALLED}


def is_sound(path: Path) -> None:
    """``check`` finds nothing wrong with the file."""
    status = cli.main(["check", str(path)])
    assert status == 0, f"check of {path} ended with {status}"


def nothing_is_lost(case: Case, path: Path, *, more: int = 1) -> None:
    """The history is what it was, then what was acknowledged, in that order; at the end, at most ``more`` operations
    that nobody was told of yet. Where the last acknowledged one is the newest, the project holds what it held then.
    """
    acknowledged = case.lines("did")
    with Project.open(path, None) as project:
        found = history(project)
        wanted = [*map(str, as_list(case.known["history"])), *(words[0] for words in acknowledged)]
        assert found[: len(wanted)] == wanted, f"acknowledged {wanted}, found {found}"
        assert len(found) - len(wanted) <= more, f"{len(found) - len(wanted)} operations that nobody asked for"
        if found == wanted and acknowledged and len(acknowledged[-1]) > 1:
            counts = project.counts()
            now = [str(count) for count in (counts.spans, counts.assignments, counts.documents)]
            assert now == acknowledged[-1][1:], f"held {acknowledged[-1][1:]}, holds {now}"


def as_list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def work_goes_on(path: Path, chance: random.Random, undo: float = 0.25) -> None:
    """The next annotator can write; with that chance everything is undone and done again, which changes nothing.
    Nothing stays beside the file that does not belong there.
    """
    with Project.open(path, OTHER) as project:
        before = rows(project)
        if chance.random() < undo:
            steps = 0
            while project.undoable() is not None:
                project.undo()
                steps += 1
            for _ in range(steps):
                project.redo()
            assert rows(project) == before
        found = project.document_ids()
        if found:
            with project.operation("look") as writing:
                documents.set_note(writing, found[0], f"{OTHER} {chance.random()}")
            assert project.document(found[0]).note.startswith(OTHER)
    assert not os.path.lexists(f"{path}-wal") and not os.path.lexists(f"{path}-shm"), os.listdir(path.parent)


def leftovers_go(folder: Path) -> None:
    """With the next file that is written into a folder, what is left of one that was not finished goes."""
    if not any(".partial" in name for name in os.listdir(folder)):
        return
    copy = folder / "next.qarar"
    with Project.create(folder / "other.qarar", OTHER) as project:
        project.save_copy(copy)
    left = [name for name in os.listdir(folder) if ".partial" in name]
    assert left == [], left


def stays_whole(path: Path, wanted: Path) -> None:
    """A file or a folder of files is absent, or is byte for byte the one that is wanted."""
    if not path.exists():
        return
    if path.is_dir():
        names = sorted(os.listdir(wanted))
        assert sorted(os.listdir(path)) == names, f"{sorted(os.listdir(path))} instead of {names}"
        different = [name for name in names if not filecmp.cmp(path / name, wanted / name, shallow=False)]
        assert different == [], f"{different} of {path} are not whole"
    else:
        assert filecmp.cmp(path, wanted, shallow=False), f"{path} is not whole"


def is_whole_copy(path: Path, wanted: object) -> None:
    """Where a copy of a project is, it opens, is sound, and has all of that history."""
    if path.exists():
        is_sound(path)
        with Project.open(path, None) as project:
            found = history(project)
        assert found == wanted, f"the copy has {found}, not {wanted}"


def told_in_sentences(case: Case) -> None:
    """No traceback; what was refused, was refused in one sentence."""
    path = case.folder / "said"
    said = path.read_text("utf-8", errors="replace") if path.exists() else ""
    assert "Traceback" not in said and "Unexpected fault" not in said, said
    for words in case.lines("refused"):
        assert words and "\n" not in " ".join(words)


def no_work_without_end(case: Case) -> None:
    """After what was refused only once, later acts work."""
    kinds = [line.split(" ")[0] for line in case.told]
    if "refused" in kinds and case.goes_on:
        after = kinds[kinds.index("refused") :]
        assert "did" in after, f"nothing works after one call that failed: {case.told}"


def is_refused_or_sound(path: Path) -> bool:
    """Whether a project that was just being made is there; where it is, it is a sound one."""
    if not path.exists():
        return False
    try:
        with Project.open(path, None):
            pass
    except UserError as refusal:
        raise AssertionError(f"half a project stands at {path}: {refusal}") from refusal
    is_sound(path)
    return True
