"""Small files that would cost much, of every kind that is read: each is imported by the command line in a process of
its own, and must be read or refused in one sentence, in less than ``MOST_MEMORY``.

    python -m tests.faults.bombs [--full] [--only NAME]

prints as a Markdown table what came of each file, and ends with 1 where something was found: ``--full`` of its largest
size, and then nothing may take longer than ``LONGEST``.
"""

import argparse
import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.faults import forked
from tests.faults.bomb_files import BOMBS, Bomb

MOST_MEMORY = 1 << 30  # bytes
_ADDRESSES = 6 << 30  # bytes that such a process may ask for before it is refused them
LONGEST = 10.0  # seconds of a processor: whatever else works beside is not counted
SMALL = 200
_ALARM = 120  # seconds
_KINDS = {"xml": "akoma-ntoso", "docx": "docx"}
_RESOLUTIONS = ("xml", "docx", "json", "txt")
_RAM = Path("/dev/shm")
WHO = "Amal"  # already there, so that what is refused changes nothing at all


@dataclass(frozen=True)
class Outcome:
    """What came of a file. ``size``: how often something stands in it; ``length``: its bytes; ``seconds``: of a
    processor; ``peak``: the most memory
    that the process, or one that it started, has had, in bytes. ``wrong`` is empty where it is no find.
    """

    bomb: Bomb
    size: int
    length: int
    seconds: float
    peak: int
    answer: str
    wrong: str


def run(count: int, seed: int, finds: Path) -> list[tuple[str, int, int]]:
    """Read that many files, of all kinds in turn and of sizes that follow from the seed; gives the family, how many
    were tried, and how many survived. Of the others it is kept in the folder ``finds`` how they are made.
    """
    chance = Random(seed)
    tried: dict[str, list[bool]] = {}
    with _desk() as desk:
        for number in range(count):
            bomb = BOMBS[(seed * count + number) % len(BOMBS)]
            outcome = read(bomb, round(bomb.largest ** chance.random()), desk)
            tried.setdefault(bomb.family, []).append(not outcome.wrong)
            if outcome.wrong:
                finds.mkdir(parents=True, exist_ok=True)
                said = f"--only {bomb.name} --size {outcome.size}\n{outcome.wrong}\n{outcome.answer}\n"
                (finds / f"bomb-{bomb.name}-{outcome.size}.txt").write_text(said, "utf-8")
    return [(family, len(each), sum(each)) for family, each in sorted(tried.items())]


def read(bomb: Bomb, size: int, desk: Path) -> Outcome:
    """Have one file read, of a size, by a process of its own; ``desk`` holds the project that it is brought into."""
    folder = desk / "read"
    folder.mkdir()
    path, project = folder / bomb.name, folder / "p.qarar"
    shutil.copyfile(desk / "empty.qarar", project)
    before = project.read_bytes()
    if size <= SMALL:
        _make(bomb, size, path)
    else:  # in another process: what this one has of memory counts as the first of each that it forks
        _must(forked.done(lambda: _make(bomb, size, path), folder / "said"))
    length = path.stat().st_size
    process = forked.start(lambda: _import(bomb, project, path, folder), folder / "said", _ALARM)
    _, status, usage = os.wait4(process, 0)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    said = _text_of(folder / "errors")
    answer = [line.replace(f"{folder}{os.sep}", "") for line in said.splitlines() if line.strip()]
    wrong = ""
    if status != 0:
        wrong = f"ended with {os.waitstatus_to_exitcode(status)}: {(_text_of(folder / 'said') + said)[-2000:]}"
    else:
        exit_status, *found = json.loads(_text_of(folder / "answer.json"))
        wrong = _wrong_answer(bomb, size, exit_status, answer, found)
        if not wrong and exit_status and (project.read_bytes() != before or _beside(folder)):
            wrong = "refused, and the project is another"
        answer = answer if exit_status else [f"{found[0]} documents, {found[1]} concepts"]
    if not wrong and peak >= MOST_MEMORY:
        wrong = "takes too much memory"
    shutil.rmtree(folder)
    return Outcome(bomb, size, length, usage.ru_utime + usage.ru_stime, peak, " ".join(answer)[:200], wrong)


def _wrong_answer(bomb: Bomb, size: int, status: int, answer: Sequence[str], found: Sequence[int]) -> str:
    if "Traceback" in "".join(answer):
        return "a traceback"
    if status == 1:
        return "" if len(answer) == 1 and answer[0] else f"refused in {len(answer)} lines"
    if status != 0:
        return f"status {status}"
    if bomb.refused:
        return "read, though it must not be"
    wanted = [bomb.documents(size), bomb.concepts(size)]
    return "" if list(found) == wanted else f"holds {found} documents and concepts instead of {wanted}"


def _make(bomb: Bomb, size: int, path: Path) -> None:
    path.write_bytes(bomb.make(size))


def _import(bomb: Bomb, project: Path, path: Path, folder: Path) -> None:
    """What the process does: as ``main.py`` with those words; then it writes down the exit status, and what it finds in
    the project.
    """
    import resource  # not everywhere, as ``fork`` is not

    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    os.environ["QARAR_TRACEBACK"] = "1"  # what nobody foresaw is no refusal
    os.dup2(os.open(folder / "errors", os.O_CREAT | os.O_WRONLY, 0o600), 2)
    import main
    from model.project import Project

    words = ["import"] if bomb.family in _RESOLUTIONS else ["vocabulary", "import"]
    kind = _KINDS.get(bomb.family)
    status = main.main([*words, str(project), str(path), "--annotator", WHO, *(["--as", kind] if kind else [])])
    counts = [0, 0]
    if status == 0:
        with Project.open(project, None) as opened:
            counts = [opened.counts().documents, opened.counts().concepts]
    (folder / "answer.json").write_text(json.dumps([status, *counts]), "utf-8")


def _beside(folder: Path) -> list[str]:
    """What stays beside the project that does not belong there."""
    return [each.name for each in folder.glob("p.qarar?*")]


def _text_of(path: Path) -> str:
    return path.read_text("utf-8", errors="replace") if path.exists() else ""


def _must(status: int) -> None:
    if status:
        raise AssertionError(f"a process that must not fail ended with {status}")


@contextlib.contextmanager
def _desk() -> Iterator[Path]:
    """A folder, in memory where that can be had, with an empty project."""
    desk = Path(tempfile.mkdtemp(prefix="qarar-bombs-", dir=_RAM if os.access(_RAM, os.W_OK) else None))

    def new() -> None:
        from model.project import Project

        Project.create(desk / "empty.qarar", WHO).close()

    # What each of them needs is loaded once; a project, though, only they may open.
    import rdflib.plugins.parsers.jsonld
    import rdflib.plugins.parsers.notation3  # noqa: F401

    import model.cli  # noqa: F401

    try:
        _must(forked.done(new, desk / "said"))
        yield desk
    finally:
        shutil.rmtree(desk, ignore_errors=True)


def main(arguments: Sequence[str]) -> int:
    """Read each file once, and print what came of it; gives the exit status: 1 where something was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.bombs", description="Read files that would cost much."
    )
    parser.add_argument("--full", action="store_true", help="of their largest size; and measure the time")
    parser.add_argument("--only", metavar="NAME", choices=[bomb.name for bomb in BOMBS])
    parser.add_argument("--size", type=int, help="how often something stands in each")
    wanted = parser.parse_args(arguments)
    failed = False
    _say("| file | MB | s | peak MB | answer |\n| --- | ---: | ---: | ---: | --- |")
    with _desk() as desk:
        for bomb in BOMBS:
            if wanted.only not in (None, bomb.name):
                continue
            size = wanted.size or (bomb.largest if wanted.full else min(SMALL, bomb.largest))
            outcome = read(bomb, size, desk)
            wrong = outcome.wrong
            if not wrong and wanted.full and outcome.seconds > LONGEST:
                wrong = "takes long"
            found = f"**{wrong}** " if wrong else ""
            answer = (found + outcome.answer).replace("|", "\\|").replace("\n", " ")
            figures = f"{outcome.length / 1e6:.2f} | {outcome.seconds:.1f} | {outcome.peak / 2**20:.0f}"
            _say(f"| {bomb.name} | {figures} | {answer} |")
            failed = failed or bool(wrong)
    return int(failed)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
