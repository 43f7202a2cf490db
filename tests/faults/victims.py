"""Who is killed, fails and loses power: a row each. A new command that writes is one more row."""

import importlib
import random
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from model import cli
from model.errors import UserError
from model.formats.export_formats import FORMATS
from model.formats.importing import import_sources
from model.project import Project
from tests.faults import verdicts
from tests.faults.case import PROJECT, Case, Tell, Victim
from tests.faults.edits import edits

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
THESAURUS = SAMPLES / "terms.ttl"
OLDER = sorted((ROOT / "tests" / "data").glob("schema-*.qarar"))
NAME = "Amal"  # who works
# What is loaded only when it is needed: here once for all processes.
for _late in ("sqlite_utils.migrations", "rdflib.plugins.parsers.notation3", "rdflib.plugins.serializers", "orjson"):
    importlib.import_module(_late)
BACKUP = "b.qarar"
DAMAGED = "damaged.qarar"
PAGE = 4096  # bytes
BACKUPS = "backups"
FEW = 10  # edits of a victim that is not killed


# Starts


def known_of(path: Path) -> dict[str, object]:
    """What a project holds before the victim comes."""
    with Project.open(path, None) as project:
        return {"history": verdicts.history(project)}


def empty(at: Path) -> dict[str, object]:
    """A project without documents."""
    with Project.create(at / PROJECT, NAME):
        pass
    return known_of(at / PROJECT)


def filled(at: Path) -> dict[str, object]:
    """A project of the samples, their clauses and some edits."""
    with Project.create(at / PROJECT, NAME) as project:
        import_sources(project, [SAMPLES], clauses=SAMPLES)
        edits(project, random.Random(1), lambda _: None, 20)
    return known_of(at / PROJECT)


def nothing(at: Path) -> dict[str, object]:
    """An empty folder."""
    return {"history": []}


def older(at: Path) -> dict[str, object]:
    """Every project file that the tests keep of an earlier version, with what is in it."""
    known: dict[str, object] = {}
    for path in OLDER:
        shutil.copy(path, at / path.name)
        known[path.name] = known_of(at / path.name)["history"]
    return known


def exported(at: Path) -> dict[str, object]:
    """A filled project, and beside the folder what every export of it must be."""
    known = filled(at)
    wanted = at.parent / "wanted"
    wanted.mkdir()
    with Project.open(at / PROJECT, None) as project:
        for each in FORMATS:
            each.write(project, wanted / each.id)
    return known


def with_backup(at: Path) -> dict[str, object]:
    """A project, and a backup of it from before its last edits."""
    known = filled(at)
    backup = at / BACKUP
    with Project.open(at / PROJECT, NAME) as project:
        project.save_copy(backup)
        edits(project, random.Random(2), lambda _: None, 5)
    return {**known_of(at / PROJECT), "backup": known["history"]}


def damaged(at: Path) -> dict[str, object]:
    """A project some of whose pages hold nothing any more, as a failing disk leaves them."""
    filled(at)
    path = (at / PROJECT).rename(at / DAMAGED)
    for suffix in ("-wal", "-shm"):  # no project is made where the log of another lies
        Path(f"{at / PROJECT}{suffix}").unlink(missing_ok=True)
    content = bytearray(path.read_bytes())
    for page in range(9, len(content) // PAGE, 30):
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    return {"sha256": sha256(content).hexdigest()}


# Acts


def told_by(tell: Tell, *arguments: object) -> bool:
    """Run a command, and tell how it ended; says whether it went well."""
    status = cli.main([str(argument) for argument in arguments])
    tell(f"ended {status}")
    return status == 0


def edit(case: Case, tell: Tell) -> None:
    """Open, edit, close; a second time where the first was refused."""
    times = None if case.fault == "killed" else FEW
    for _ in range(2):
        try:
            with Project.open(case.project, NAME) as project:
                edits(project, case.chance, tell, times)
            return
        except UserError as refusal:
            tell(f"refused {refusal}")


def close(case: Case, tell: Tell) -> None:
    """Open, edit a little, close, and open again."""
    chance = case.chance
    left = 1000 if case.fault == "killed" else 3
    while left > 0:
        left -= 1
        try:
            with Project.open(case.project, NAME) as project:
                edits(project, chance, tell, 2)
        except UserError as refusal:
            tell(f"refused {refusal}")
            left += left == 0 and case.fault == "failed" and case.goes_on


def older_of(case: Case) -> Path:
    """The older file that this case is about."""
    return case.at / case.chance.choice(OLDER).name


def migrate(case: Case, tell: Tell) -> None:
    """Open an older file to write to it."""
    try:
        Project.open(older_of(case), NAME).close()
        tell("opened")
    except UserError as refusal:
        tell(f"refused {refusal}")


def copy(case: Case, tell: Tell) -> None:
    """Save a copy, after an edit that is only in the log."""
    try:
        with Project.open(case.project, NAME) as project:
            edits(project, case.chance, tell, 2)
            project.save_copy(case.at / "copy.qarar")
            tell("copied")
    except UserError as refusal:
        tell(f"refused {refusal}")


def command(words: Sequence[object], case: Case, tell: Tell) -> None:
    """A command on the project; words that are given as ``@name`` are files in the victim's folder."""
    placed = [case.at / word[1:] if isinstance(word, str) and word.startswith("@") else word for word in words]
    if not told_by(tell, *placed) and case.fault == "failed" and case.goes_on:
        told_by(tell, *placed)  # it must work now, whatever was left by the one that failed


def work_in_a_window(case: Case, tell: Tell) -> None:
    """Work in the real window, without end."""
    from tests.faults import window  # Qt is for the process that needs it

    window.work(case.project, NAME, case.seed, float("inf"), case.folder, tell)


# Judges


def went_well(case: Case) -> bool:
    """Whether a command has said that all went well."""
    return ["0"] in case.lines("ended")


def second_works(case: Case) -> None:
    """Where one call failed, the same command works afterwards: it does what it says, or says that it is done."""
    verdicts.told_in_sentences(case)
    if case.goes_on and case.lines("ended"):
        assert went_well(case), f"the command fails again: {(case.folder / 'said').read_text('utf-8')}"


def project_is_kept(case: Case) -> None:
    """Nothing that was acknowledged is lost."""
    verdicts.told_in_sentences(case)
    verdicts.no_work_without_end(case)
    verdicts.nothing_is_lost(case, case.project)
    verdicts.is_sound(case.project)
    verdicts.work_goes_on(case.project, case.chance)
    verdicts.leftovers_go(case.at)


def is_one_step(case: Case) -> None:
    """All of a command's one step is there, or nothing of it."""
    second_works(case)
    with Project.open(case.project, None) as project:
        done = len(verdicts.history(project)) - len(verdicts.as_list(case.known["history"]))
        counts = project.counts()
    assert done in ((1,) if went_well(case) else (0, 1)), f"{done} steps"
    assert (counts.documents > 0 or counts.concepts > 0) == (done == 1)
    verdicts.nothing_is_lost(case, case.project)
    verdicts.is_sound(case.project)
    verdicts.work_goes_on(case.project, case.chance)


def is_made(case: Case) -> None:
    """A new project is there and sound, or is not there, and can be made."""
    second_works(case)
    there = verdicts.is_refused_or_sound(case.project)
    assert there or not went_well(case)
    if not there:
        assert cli.main(["new", str(case.project)]) == 0
    verdicts.work_goes_on(case.project, case.chance)
    verdicts.leftovers_go(case.at)


def is_migrated(case: Case) -> None:
    """The file is the old one or the new one, with all that was in it; a copy of the old one is whole."""
    verdicts.told_in_sentences(case)
    path = older_of(case)
    wanted = case.known[path.name]
    for each in case.at.glob(f"{path.stem}.before-migration-*"):
        verdicts.is_whole_copy(each, wanted)
    with Project.open(path, verdicts.OTHER) as project:
        assert verdicts.history(project) == wanted
        if "opened" in case.told:
            assert not Project.needs_migration(path)
    verdicts.is_sound(path)
    verdicts.work_goes_on(path, case.chance)
    verdicts.leftovers_go(case.at)


def is_copied(case: Case) -> None:
    """The copy is there and whole, or is not there; the project is kept in any case."""
    target = case.at / "copy.qarar"
    if target.exists():
        done = [words[0] for words in case.lines("did")]
        verdicts.is_whole_copy(target, [*verdicts.as_list(case.known["history"]), *done])
    else:
        assert "copied" not in case.told, "the copy that was acknowledged is not there"
    verdicts.told_in_sentences(case)
    verdicts.nothing_is_lost(case, case.project)
    verdicts.work_goes_on(case.project, case.chance)
    verdicts.leftovers_go(case.at)


def is_exported(kind: str, case: Case) -> None:
    """The export is there and whole, or is not there; what was left is gone with the next."""
    second_works(case)
    target = case.at / "out"
    if case.fault != "power" or kind != "resolution-text":  # its files are not waited for, which its docstring says
        verdicts.stays_whole(target, case.folder / "wanted" / kind)
        assert target.exists() or not went_well(case), "the export that was acknowledged is not there"
    verdicts.nothing_is_lost(case, case.project)
    assert cli.main(["export", str(case.project), "--format", kind, "--out", str(target)]) == 0
    verdicts.stays_whole(target, case.folder / "wanted" / kind)
    assert [each.name for each in case.at.iterdir() if ".partial" in each.name] == []
    verdicts.work_goes_on(case.project, case.chance)


def is_listed(case: Case) -> None:
    """The exported vocabulary is absent, or as it is written anew."""
    second_works(case)
    target, again = case.at / "terms.ttl", case.at / "again.ttl"
    assert cli.main(["vocabulary", "export", str(case.project), "--out", str(again)]) == 0
    verdicts.stays_whole(target, again)
    assert target.exists() or not went_well(case), "the export that was acknowledged is not there"
    assert [each.name for each in case.at.iterdir() if ".partial" in each.name] == []


def is_as_it_was(case: Case) -> None:
    """What only looks at a project, or makes it smaller, leaves everything in it as it was."""
    second_works(case)
    verdicts.nothing_is_lost(case, case.project, more=0)
    verdicts.is_sound(case.project)
    verdicts.work_goes_on(case.project, case.chance)
    verdicts.leftovers_go(case.at)


def is_backed_up(case: Case) -> None:
    """Every backup is whole; one that was acknowledged is there; the next works, and takes away what was left."""
    second_works(case)
    folder = case.at / BACKUPS
    found = list(folder.rglob("*.qarar"))
    assert found or not went_well(case), "the backup that was acknowledged is not there"
    for each in found:
        verdicts.is_whole_copy(each, case.known["history"])
    verdicts.nothing_is_lost(case, case.project, more=0)
    assert cli.main(["backup", str(case.project), "--folder", str(folder)]) == 0
    left = [each for each in folder.rglob("*") if ".partial" in each.name]
    assert left == [], left
    verdicts.work_goes_on(case.project, case.chance)


def is_restored(case: Case) -> None:
    """The project is the one before or the one of the backup; where it is the latter, the former is kept."""
    second_works(case)
    with Project.open(case.project, None) as project:
        found = verdicts.history(project)
    before, after = case.known["history"], case.known["backup"]
    if found == after:
        kept = list((case.at / BACKUPS).rglob("*.qarar"))
        assert kept, "what was there before is not kept"
        for each in kept:
            verdicts.is_whole_copy(each, before)
    else:
        assert found == before, f"neither what was there nor the backup: {found}"
        assert not went_well(case), "what was acknowledged is not restored"
    verdicts.is_whole_copy(case.at / BACKUP, after)
    verdicts.is_sound(case.project)
    verdicts.work_goes_on(case.project, case.chance)
    verdicts.leftovers_go(case.at)


def is_recovered(case: Case) -> None:
    """What was recovered is sound, or is not there; the damaged file is as it was."""
    second_works(case)
    there = verdicts.is_refused_or_sound(case.project)
    assert there or not went_well(case), "what was acknowledged is not there"
    assert sha256((case.at / DAMAGED).read_bytes()).hexdigest() == case.known["sha256"]
    if not there:
        assert cli.main(["recover", str(case.at / DAMAGED), "--out", str(case.project)]) == 0
    verdicts.work_goes_on(case.project, case.chance)
    verdicts.leftovers_go(case.at)


def _commands() -> list[Victim]:
    acts: Callable[..., Callable[[Case, Tell], None]] = lambda *words: partial(command, words)  # noqa: E731
    found = [
        Victim("new", nothing, acts("new", f"@{PROJECT}", "--annotator", NAME), is_made),
        Victim("import", empty, acts("import", f"@{PROJECT}", SAMPLES, "--annotator", NAME), is_one_step),
        Victim(
            "vocabulary import",
            empty,
            acts("vocabulary", "import", f"@{PROJECT}", THESAURUS, "--annotator", NAME),
            is_one_step,
        ),
        Victim(
            "vocabulary export", filled, acts("vocabulary", "export", f"@{PROJECT}", "--out", "@terms.ttl"), is_listed
        ),
    ]
    by = ("--annotator", NAME)
    inside = ("--folder", f"@{BACKUPS}")
    found += [
        Victim("check", filled, acts("check", f"@{PROJECT}"), is_as_it_was),
        Victim("compact", filled, acts("compact", f"@{PROJECT}"), is_as_it_was),
        Victim("backup", filled, acts("backup", f"@{PROJECT}", *inside), is_backed_up),
        Victim(
            "restore",
            with_backup,
            acts("restore", f"@{BACKUP}", "--out", f"@{PROJECT}", "--replace", *inside),
            is_restored,
        ),
        Victim("recover", damaged, acts("recover", f"@{DAMAGED}", "--out", f"@{PROJECT}", *by), is_recovered),
    ]
    for each in FORMATS:
        words = ("export", f"@{PROJECT}", "--format", each.id, "--out", "@out")
        found.append(Victim(f"export {each.id}", exported, acts(*words), partial(is_exported, each.id)))
    return found


VICTIMS = (
    Victim("edit", filled, edit, project_is_kept, endless=0.15),
    Victim("close", filled, close, project_is_kept, endless=0.15),
    Victim("migrate", older, migrate, is_migrated),
    Victim("save a copy", filled, copy, is_copied),
    *_commands(),
    Victim("window", filled, work_in_a_window, project_is_kept, 4, frozenset(("killed",)), every=10),
)
