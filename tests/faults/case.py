"""One run of a victim: a copy of what it starts from, what it has acknowledged, and what a find of it keeps."""

import json
import os
import random
import shutil
import tarfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.faults import forked
from tests.faults.shim import Shim
from tests.faults.tally import Tally

PROJECT = "p.qarar"
Tell = Callable[[str], None]
Fault = Literal["killed", "failed", "power"]
EVERY_FAULT: frozenset[Fault] = frozenset(("killed", "failed", "power"))


@dataclass
class Case:
    """``folder`` holds ``at``, where the victim works; ``known.json``, what there is to know of the start; and
    ``told``, the lines that it has acknowledged. ``fault``: what happens to it.
    """

    folder: Path
    seed: int
    fault: Fault
    told: list[str] = field(default_factory=list)

    @property
    def at(self) -> Path:
        """The folder in which the victim works."""
        return self.folder / "at"

    @property
    def project(self) -> Path:
        """The project that it works on."""
        return self.at / PROJECT

    @property
    def chance(self) -> random.Random:
        """What decides what is done, always anew from the same seed."""
        return random.Random(self.seed)

    @property
    def known(self) -> dict[str, object]:
        """What the preparation wrote down."""
        return json.loads((self.folder / "known.json").read_text("utf-8"))

    @property
    def goes_on(self) -> bool:
        """Whether only one call is made to fail, so that whatever comes after it must work."""
        return (self.folder / "once").exists()

    def lines(self, first: str) -> list[list[str]]:
        """The words after the first, of all acknowledged lines that begin with that one."""
        return [line.split(" ")[1:] for line in self.told if line.split(" ")[0] == first]

    def read_told(self) -> None:
        """Read what the victim has acknowledged; half a line is none."""
        path = self.folder / "told"
        text = path.read_text("utf-8") if path.exists() else ""
        self.told = [line.removesuffix("\n") for line in text.splitlines(keepends=True) if line.endswith("\n")]


@dataclass(frozen=True)
class Victim:
    """``prepare`` makes what it starts from in ``at`` and gives what is to be known of it; ``act`` works there and
    tells what it has acknowledged; ``judge`` raises AssertionError where something of that is lost, or is not sound.

    ``endless``: where it is to be killed it works until then, and for these seconds that is worth while. ``faults``:
    what happens to it. ``every``: it has its turn only in each so many rounds, since it takes long.
    """

    name: str
    prepare: Callable[[Path], dict[str, object]]
    act: Callable[[Case, Tell], None]
    judge: Callable[[Case], None]
    endless: float = 0
    faults: frozenset[Fault] = EVERY_FAULT
    every: int = 1


@dataclass
class Task:
    """What a harness is asked: to try so many times (or minutes), but no longer than until ``ends`` of the monotonic
    clock, and to count that in ``tally``. It works in ``folder``, with what ``victims`` start from in ``starts``.
    """

    tally: Tally
    folder: Path
    starts: Path
    finds: Path
    seed: int
    count: float
    ends: float
    victims: tuple[Victim, ...]

    @property
    def is_over(self) -> bool:
        """Whether its time is."""
        return time.monotonic() > self.ends

    def prepared(self, fault: Fault) -> dict[Victim, Path]:
        """The victims that this happens to, and what each starts from."""
        return {victim: prepared(victim, self.starts) for victim in self.victims if fault in victim.faults}


def prepared(victim: Victim, folder: Path) -> Path:
    """What a victim starts from, made once."""
    place = folder / victim.name
    if place.exists():
        return place

    def make() -> None:
        (place / "at").mkdir(parents=True)
        known = victim.prepare(place / "at")
        (place / "known.json").write_text(json.dumps(known), "utf-8")

    said = folder / "said"
    folder.mkdir(exist_ok=True)
    status = forked.done(make, said)
    if status != 0:
        raise RuntimeError(f"{victim.name} cannot be prepared: {said.read_text('utf-8')}")
    return place


def copied(start: Path, folder: Path, seed: int, fault: Fault) -> Case:
    """A case that begins anew, in the place of the one before."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(start, folder)
    return Case(folder, seed, fault)


def run(victim: Victim, case: Case, arm: Callable[[Shim], None]) -> int:
    """Start a victim in a process of its own, armed first; gives the process id."""
    told = case.folder / "told"

    def work() -> None:
        shim = Shim()
        descriptor = os.open(told, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

        def tell(line: str) -> None:
            os.write(descriptor, f"{line}\n".encode())
            shim.mark(line)

        arm(shim)
        try:
            victim.act(case, tell)
        finally:
            (case.folder / "struck").write_text(json.dumps([shim.count, shim.struck]), "utf-8")
            shim.idle()

    return forked.start(work, case.folder / "said")


def judged(victim: Victim, case: Case) -> str:
    """Have a process of its own look at what is left; gives what is wrong, or nothing."""
    verdict = case.folder / "verdict"
    verdict.unlink(missing_ok=True)
    before = case.folder / "before"  # for a find: the judge writes too
    shutil.rmtree(before, ignore_errors=True)
    shutil.copytree(case.at, before, symlinks=True)
    status = forked.done(lambda: victim.judge(case), verdict)
    if status == 0:
        return ""
    return f"the judge ended with {status}\n{verdict.read_text('utf-8')}"


def kept(case: Case, finds: Path, name: str, words: str) -> Path:
    """Keep everything of a case as a find, in one file; gives that. In it ``find.txt`` says what is wrong and what was
    acknowledged, and ``before`` is ``at`` as the judge found it.
    """
    (case.folder / "find.txt").write_text(
        f"{words}\nseed {case.seed}\ntold:\n" + "\n".join(case.told) + "\n", "utf-8", errors="backslashreplace"
    )
    finds.mkdir(parents=True, exist_ok=True)
    name = f"{name.replace(' ', '-')}-seed-{case.seed}"
    number = 1
    while (place := finds / f"{name}-{number}.tar.gz").exists():
        number += 1
    with tarfile.open(place, "w:gz") as archive:
        archive.add(case.folder, place.name.removesuffix(".tar.gz"))
    return place
