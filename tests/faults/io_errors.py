"""Every call that opens, reads, writes, maps, syncs, cuts, moves or removes a file fails in turn, alone or with all
after it.
"""

import errno
import json
import random
from dataclasses import dataclass
from pathlib import Path

from tests.faults import forked
from tests.faults.case import Task, Victim, copied, judged, kept, run
from tests.faults.shim import EVERY, SHORT, UNREADABLE

SEED = 5  # of what a victim does: the same each time, so that its calls can be numbered


@dataclass(frozen=True)
class Kind:
    """``number`` as ``Shim.fail`` has it; ``more``: how many calls after the first fail too."""

    name: str
    number: int
    more: int = 0


KINDS = (
    Kind("EIO", errno.EIO),
    Kind("ENOSPC", errno.ENOSPC),
    Kind("EDQUOT", errno.EDQUOT),
    Kind("short write", SHORT),
    Kind("EIO of a read", UNREADABLE),
    Kind("EIO from then on", errno.EIO, EVERY // 2),
    Kind("ENOSPC from then on", errno.ENOSPC, EVERY // 2),
)
READS = 3  # of so many calls that read one is tried: they are by far the most


def io_errors(task: Task) -> None:
    """At most so many different ones (a call of a victim, and how it fails), in random order."""
    chance = random.Random(task.seed)
    starts = task.prepared("failed")
    case = task.folder / "case"
    turns: list[tuple[float, Victim, Kind, int]] = []
    for victim, start in starts.items():
        calls = {number: _calls(victim, start, case, number) for number in (errno.EIO, SHORT, UNREADABLE)}
        cases: list[tuple[Kind, int]] = []
        for kind in KINDS:
            last = calls.get(kind.number, calls[errno.EIO])
            step = READS if kind.number == UNREADABLE else 1
            cases += [(kind, number) for number in range(1, last + 1, step)]
        chance.shuffle(cases)
        # One of each victim after the other, however many calls each makes.
        turns += [(turn + chance.random(), victim, *each) for turn, each in enumerate(cases)]
    turns.sort(key=lambda each: each[0])
    for _, victim, kind, number in turns[: None if task.count == float("inf") else int(task.count)]:
        if task.is_over:
            break
        task.tally.count(f"failed call: {victim.name}", _fail(task, victim, starts[victim], kind, number))


def _calls(victim: Victim, start: Path, folder: Path, error: int) -> int:
    """How many calls of a victim can fail with an errno, be cut short, or find nothing to read."""
    case = copied(start, folder, SEED, "failed")
    forked.ended(run(victim, case, lambda shim: shim.fail(case.at.resolve(), error, EVERY, EVERY)))
    return int(json.loads((folder / "struck").read_text("utf-8"))[0])


def _fail(task: Task, victim: Victim, start: Path, kind: Kind, number: int) -> Path | None:
    """Have one call fail; gives the find, where it is one."""
    case = copied(start, task.folder / "case", SEED, "failed")
    if not kind.more:
        (case.folder / "once").touch()
    at = case.at.resolve()
    status = forked.ended(run(victim, case, lambda shim: shim.fail(at, kind.number, number, number + kind.more)))
    struck = case.folder / "struck"
    call = json.loads(struck.read_text("utf-8"))[1] if struck.exists() else ""
    case.read_told()
    said = (case.folder / "said").read_text("utf-8")
    wrong = f"ended with {status}\n{said}" if status else judged(victim, case)
    if not wrong:
        return None
    words = f"{victim.name}: {kind.name} at call {number} ({call})\n{wrong}"
    return kept(case, task.finds, f"failed-{victim.name}-{kind.name}-{number}", words)
