"""Harms whoever writes to a project, or reads what others wrote, in every way that is known, and prints what was tried
and what survived, as a table.

    python -m tests.faults --hours 1
    python -m tests.faults --kills 2000 --io 1000 --power 500
"""

import argparse
import gc
import importlib
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.faults import shim
from tests.faults.batches import batches
from tests.faults.case import Task
from tests.faults.io_errors import io_errors
from tests.faults.kills import kills
from tests.faults.power_loss import power_loss
from tests.faults.tally import Tally
from tests.faults.windows import two_windows

LOADED = "QARAR_FAULTS"  # the folder of the library, in a process that was started with it
ROOT = Path(__file__).parents[2]
MEMORY = "/dev/shm"


@dataclass(frozen=True)
class Harness:
    """``count``: what its number on the command line is. ``looks_into_calls``: it needs the library of ``shim.c``."""

    work: Callable[[Task], None]
    count: str
    help: str
    looks_into_calls: bool = False


HARNESSES = {
    "kills": Harness(kills, "N", "kill N times"),
    "io": Harness(io_errors, "N", "have N different calls fail", True),
    "power": Harness(power_loss, "N", "cut the power N times", True),
    "windows": Harness(two_windows, "MINUTES", "two windows and a command line on one file for so long"),
    "fuzz": Harness(batches("tests.faults.fuzz", 20_000), "N", "have N changed inputs read"),
    "bombs": Harness(batches("tests.faults.bombs", 40), "N", "have N files read that would cost much"),
    "copies": Harness(batches("tests.faults.damaged_copies", 200), "N", "recover N damaged copies"),
    "soak": Harness(batches("tests.faults.soak", 5000, timed=True), "N", "do N acts in a window"),
}


def parsed() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="script/faults", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument(
        "--hours", type=float, help="how long in all; with it each harness, or each that is named, has an equal part"
    )
    for name, each in HARNESSES.items():
        parser.add_argument(f"--{name}", type=float, metavar=each.count, help=each.help)
    parser.add_argument("--victim", action="append", metavar="NAME", help="only this victim, and others so named")
    parser.add_argument("--victims", default="tests.faults.victims", metavar="MODULE", help="where victims are listed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--finds", type=Path, default=Path("faults-found"), help="folder for what did not survive")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the table to FILE, as JSON")
    return parser.parse_args()


def start_again(folder: str) -> str:
    """Begin anew with the library loaded; where that cannot be, gives why."""
    found = shim.compiled(Path(folder))
    if isinstance(found, str):
        return found
    environment = {**os.environ, LOADED: folder, "LD_PRELOAD": str(found)}
    environment |= {"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}  # threads do not survive a fork
    os.execve(sys.executable, [sys.executable, "-P", "-m", "tests.faults", *sys.argv[1:]], environment)


def main() -> int:
    """Exit status 0 when everything survived."""
    arguments = parsed()
    folder = os.environ.get(LOADED)
    missing = ""
    if folder is None:
        # In memory, where that can be had: whether a disk is quick says nothing about what is tried.
        folder = tempfile.mkdtemp(prefix="qarar-faults-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None)
        missing = start_again(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("LD_PRELOAD", None)  # not for processes that a victim starts
    os.environ.pop(LOADED, None)
    tally = Tally()
    try:
        work(arguments, Path(folder), tally, missing)
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; this is what there is:\n")
    shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write(f"{tally.table()}\n")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(tally.as_json()), "utf-8")
    return 1 if tally.finds else 0


def work(arguments: argparse.Namespace, folder: Path, tally: Tally, missing: str) -> None:
    """Have all that was asked for work, one after the other."""
    victims = importlib.import_module(arguments.victims).VICTIMS
    if arguments.victim is not None:
        victims = tuple(each for each in victims if each.name in arguments.victim)
    wanted = {name: getattr(arguments, name) for name in HARNESSES}
    asked = {name: count for name, count in wanted.items() if count is not None}
    if arguments.hours is not None and not asked:
        asked = dict.fromkeys(HARNESSES, float("inf"))
    seconds = float("inf") if arguments.hours is None else arguments.hours * 3600 / max(1, len(asked))
    gc.collect()
    gc.freeze()
    for number, (name, count) in enumerate(asked.items()):
        if missing and HARNESSES[name].looks_into_calls:
            tally.skipped[name] = missing
            continue
        now = time.monotonic()
        room = folder / name
        room.mkdir()
        starts, finds = folder / "starts", arguments.finds
        task = Task(tally, room, starts, finds, arguments.seed + number, count, now + seconds, victims)
        HARNESSES[name].work(task)
        shutil.rmtree(room, ignore_errors=True)
        sys.stderr.write(f"{name}: {time.monotonic() - now:.0f} s\n")


if __name__ == "__main__":
    sys.exit(main())
