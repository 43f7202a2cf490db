"""SIGKILL at random moments: by the clock, and, where calls can be looked into, between any two of them."""

import json
import os
import random
import signal
import time
from pathlib import Path

from tests.faults import forked
from tests.faults.case import Case, Task, Victim, copied, judged, kept, run
from tests.faults.shim import EVERY, KILL

ENDLESS_CALLS = 150  # within which what never ends is killed


class Extent:
    """How long a victim takes when nobody kills it, and how many calls it makes."""

    def __init__(self, victim: Victim, start: Path, folder: Path) -> None:
        self.seconds, self.calls = victim.endless, ENDLESS_CALLS if "failed" in victim.faults else 0
        if victim.endless:
            return
        case = copied(start, folder, 0, "killed")
        begins = time.monotonic()
        status = forked.ended(run(victim, case, lambda shim: shim.fail(case.at.resolve(), KILL, EVERY, EVERY)))
        self.seconds = time.monotonic() - begins
        self.calls = json.loads((folder / "struck").read_text("utf-8"))[0]
        case.read_told()
        if status != 0 or (wrong := judged(victim, case)):
            said = (folder / "said").read_text("utf-8")
            raise RuntimeError(f"{victim.name} does not even survive when nothing happens: {said} {wrong or status}")


def kills(task: Task) -> None:
    """Kill so many times, the victims by turns."""
    chance = random.Random(task.seed)
    starts = task.prepared("killed")
    extents: dict[Victim, Extent] = {}
    done = turn = 0
    while done < task.count and not task.is_over:
        victim = list(starts)[turn % len(starts)]
        round_ = turn // len(starts)
        turn += 1
        if round_ % victim.every:
            continue
        if victim not in extents:
            extents[victim] = Extent(victim, starts[victim], task.folder / "case")
        case = copied(starts[victim], task.folder / "case", chance.getrandbits(32), "killed")
        status, when = kill(victim, case, extents[victim], chance)
        if status == 0:
            continue  # it was through before
        done += 1
        wrong = judged(victim, case)
        if status != -signal.SIGKILL:
            wrong = f"ended with {status}: {(case.folder / 'said').read_text('utf-8')}\n{wrong}"
        find = kept(case, task.finds, f"killed-{victim.name}", f"{victim.name} {when}\n{wrong}") if wrong else None
        task.tally.count(f"killed: {victim.name}", find)


def kill(victim: Victim, case: Case, extent: Extent, chance: random.Random) -> tuple[int, str]:
    """Run a victim and kill it; gives how it ended, and when it was to."""
    if extent.calls and chance.random() < 0.5:
        number = chance.randint(1, extent.calls)
        process = run(victim, case, lambda shim: shim.fail(case.at.resolve(), KILL, number, EVERY))
        when = f"before call {number}"
    else:
        moment = chance.uniform(0, extent.seconds * 1.1)
        process = run(victim, case, lambda shim: None)
        time.sleep(moment)
        os.kill(process, signal.SIGKILL)
        when = f"after {moment * 1000:.1f} ms"
    status = forked.ended(process)
    case.read_told()
    return status, when
