"""Two windows, each a process with the real application, and a command line, at work on one project file at once."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

from model import cli
from model.annotation import documents
from model.formats.importing import import_sources
from model.project import Project
from tests.faults import forked, verdicts
from tests.faults.case import Case, Task, kept
from tests.faults.edits import edits
from tests.faults.victims import SAMPLES

ROOT = Path(__file__).parents[2]
NAMES = ("Sara", "Omar")
HAND = "Mona"  # who types commands
TEXTS = 3
LATE = 1800  # seconds after which a window that does not end hangs
# What no sentence for people has in it.
TECHNICAL = ("Traceback", "Unexpected", "Error", "sqlite", "SQL", "UNIQUE", "FOREIGN", "constraint", "\n")
# What is typed, and how often.
COMMANDS = {
    "edit": 8,
    "import": 1,
    "check": 2,
    "export": 2,
    "find": 2,
    "info": 1,
    "backup": 1,
    "terms": 1,
    "compact": 1,
}


def two_windows(task: Task) -> None:
    """Work on one file for so many minutes."""
    seconds = min(task.count * 60, task.ends - time.monotonic())
    place = task.folder / "two windows"
    (place / "at").mkdir(parents=True)
    case = Case(place, task.seed, "killed")
    counted, wrong = work(case, seconds)
    row = "two windows and a command line: acts"
    find = kept(case, task.finds, "windows", wrong) if wrong else None
    task.tally.add(row, counted, 0 if find else counted)
    if find is not None:
        task.tally.finds.append(str(find))


def prepare(path: Path) -> None:
    """A project of the samples, and of some texts without marks."""
    with Project.create(path, HAND) as project:
        import_sources(project, [SAMPLES], clauses=SAMPLES)
        with project.operation("import") as writing:
            for number in range(TEXTS):
                text = " ".join(f"وإذ تشير إلى الفقرة {each} من قرارها {number}،" for each in range(200))
                documents.add(writing, f"A_RES_60_{number}", text)


def work(case: Case, seconds: float) -> tuple[int, str]:
    """How many operations there were, and what is wrong."""
    said = case.folder / "said"
    assert forked.done(lambda: prepare(case.project), said) == 0, said.read_text("utf-8")
    windows = [Window(case, number, seconds) for number in range(len(NAMES))]
    chance = random.Random(case.seed)
    ends = time.monotonic() + seconds
    turn = 0
    wrong = ""
    while time.monotonic() < ends and not wrong and all(window.lives for window in windows):
        wrong = type_command(case, turn, chance)
        turn += 1
        time.sleep(chance.random() / 4)
    for window in windows:
        window.acted.wait(LATE)
    for window in windows:
        window.let_go()
    case.read_told()
    for window in windows:
        case.told += [line for line in window.lines if line.startswith("did ")]
        wrong += window.end()
    if not wrong:
        verdict = case.folder / "verdict"
        if forked.done(lambda: judge(case, windows), verdict, longest=0) != 0:
            wrong = verdict.read_text("utf-8")
    return len(case.lines("did")) + turn, wrong


class Window:
    """One of the windows; ``lines``: what it has told."""

    def __init__(self, case: Case, number: int, seconds: float) -> None:
        self.name = NAMES[number]
        self.lines: list[str] = []
        self.acted = threading.Event()
        home = case.folder / f"home-{number}"
        home.mkdir()
        self._said = case.folder / f"said-{number}"
        with self._said.open("w") as said:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-P", "-m", "tests.faults.window", str(case.project), self.name),
                    *(str(case.seed * 2 + number), str(seconds), str(home)),
                ],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=said,
                text=True,
            )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    @property
    def lives(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.removesuffix("\n"))
            if line == "acted\n":
                self.acted.set()
        self.acted.set()

    def let_go(self) -> None:
        """Say that the others have ended."""
        if self._process.stdin is not None and self.lives:
            self._process.stdin.write("\n")
            self._process.stdin.flush()

    def end(self) -> str:
        """Wait for its end; gives what is wrong with it, or nothing."""
        try:
            self._process.wait(LATE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        status = self._process.wait()
        return f"the window of {self.name} ended with {status}: {self._said.read_text('utf-8')}\n" if status else ""

    def told(self, first: str) -> object:
        """What it told as JSON after that word."""
        (line,) = (line for line in self.lines if line.startswith(f"{first} "))
        return json.loads(line.removeprefix(f"{first} "))


def type_command(case: Case, turn: int, chance: random.Random) -> str:
    """One command, or a few edits of a script; gives what is wrong with how it ended."""
    said = case.folder / "said-by-command"
    said.unlink(missing_ok=True)
    path = str(case.project)
    (kind,) = chance.choices(list(COMMANDS), list(COMMANDS.values()))
    source = case.folder / f"new {turn}.txt"
    seed = chance.getrandbits(32)

    def do() -> None:
        if kind == "edit":
            with Project.open(case.project, HAND) as project, (case.folder / "told").open("a") as told:
                edits(project, random.Random(seed), lambda line: print(line, file=told, flush=True), 3)
            return
        if kind == "import":
            source.write_text(f"%%%PEACE|TERM {turn % 7}|\n\nقرار رقم {turn}، نصه.", "utf-8")
        words = {
            "import": ("import", path, str(source), "--annotator", HAND),
            "check": ("check", path),
            "export": ("export", path, "--format", "dataset-jsonl", "--out", str(case.folder / "out.jsonl")),
            "find": ("find", path, "قرار"),
            "info": ("info", path),
            "backup": ("backup", path, "--folder", str(case.folder / "backups")),
            "terms": ("vocabulary", "export", path, "--out", str(case.folder / "terms.ttl")),
            "compact": ("compact", path),
        }[kind]
        status = cli.main(words)
        assert status == (1 if kind == "compact" else 0), f"{words} ended with {status}"

    status = forked.done(do, said, longest=LATE)
    source.unlink(missing_ok=True)
    words = said.read_text("utf-8") if said.exists() else ""
    if status != 0 or "Traceback" in words or "Unexpected fault" in words:
        return f"{kind} ended with {status}: {words}\n"
    return ""


def judge(case: Case, windows: list[Window]) -> None:
    """Every acknowledged operation is in the history, the file and each backup is sound, both windows show what the
    file holds, and all that they have said are plain sentences.
    """
    verdicts.is_sound(case.project)
    with Project.open(case.project, None) as project:
        known = set(verdicts.history(project))
        lost = [words[0] for words in case.lines("did") if words[0] not in known]
        assert lost == [], f"lost: {lost}"
        holds: dict[str, list[object]] = {}
        for summary in project.documents():
            spans = [span for span in project.spans(summary.id) if span.status != "rejected"]
            holds[summary.name] = [summary.span_count, sorted([s.id, s.label, s.start, s.end] for s in spans)]
    for window in windows:
        shown = window.told("shown")
        assert isinstance(shown, dict)
        assert shown.keys() == holds.keys(), f"{window.name} is shown {shown.keys()}, there are {holds.keys()}"
        different = [each for each in holds if shown[each] != holds[each]]
        assert different == [], [(each, shown[each][0], holds[each][0]) for each in different]
        said = window.told("said")
        assert isinstance(said, list)
        assert [words for words in said if any(each in words for each in TECHNICAL)] == [], said
    for each in (case.folder / "backups").rglob("*.qarar"):
        verdicts.is_sound(each)
    verdicts.work_goes_on(case.project, case.chance, undo=0)
    verdicts.leftovers_go(case.at)
