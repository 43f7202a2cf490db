"""Fuzzing of all readers: made-up inputs are changed by their grammar and by their bytes, and read.

    python -m tests.faults.fuzz --count 1000000 --seed 1 [--reader word] [--finds FOLDER]

An input follows from the reader's name, the seed and its number alone. A find is an input at which anything but a
refusal is raised, at which something is read that does not hold (see ``readers``), that takes more than ``LONGEST``
seconds or more than ``LARGEST`` bytes of memory, or that ends the process.
"""

import argparse
import contextlib
import faulthandler
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from model.errors import Cancelled, UserError
from tests.faults.desk import Desk
from tests.faults.readers import Reader, readers

LONGEST = 10.0  # seconds of a processor: whatever else works beside is not counted
_HANGS = 120.0  # seconds of anything
LARGEST = 1 << 30  # bytes
_PROCESS = 12 << 30  # bytes of addresses that a process of a long run may have
_STUCK = 60.0  # seconds after which such a process, where even an alarm does not reach it, is given up
_RAM = Path("/dev/shm")
_ROOT = Path(__file__).resolve().parents[2]


class TakesTooLong(BaseException):
    """Raised in the middle of whatever takes too long; no reader may keep it."""


@dataclass
class Tally:
    """What came of one reader's inputs; ``read`` were not refused, ``deep`` brought into a project. ``finds``: how
    often each way to fail was met.
    """

    reader: str
    tried: int = 0
    read: int = 0
    deep: int = 0
    finds: Counter[str] = field(default_factory=Counter[str])
    seconds: float = 0.0

    @property
    def survived(self) -> int:
        """How many inputs were no finds."""
        return self.tried - self.finds.total()


def run(count: int, seed: int, finds: Path, only: str | None = None) -> list[tuple[str, int, int]]:
    """Try that many inputs on all readers, by their shares, in this process, or all on the reader ``only``; gives the
    reader, how many inputs were tried, and how many it survived. The first input of each way to fail is kept in the
    folder ``finds``.
    """
    found: list[tuple[str, int, int]] = []
    with _desk() as desk:
        for reader, number in _shared_out(count, only):
            tally = fuzz(reader, desk, range(number), seed, finds)
            found.append((tally.reader, tally.tried, tally.survived))
    return found


def fuzz(reader: Reader, desk: Desk, numbers: range, seed: int, finds: Path, told: int | None = None) -> Tally:
    """Try the inputs of these numbers on one reader. The number under way is written to ``told``, an open file."""
    tally = Tally(reader.name)
    begun = perf_counter()
    armed = 0.0
    for number in numbers:
        if told is not None:
            os.pwrite(told, b"%020d" % number, 0)
            if perf_counter() > armed + 1:
                armed = perf_counter()
                faulthandler.dump_traceback_later(_STUCK, exit=True)
        content = reader.change(Random(f"{reader.name} {seed} {number}"))
        tally.tried += 1
        before = _peak()
        since = process_time()
        try:
            with _alarm():
                try:
                    reader.read(desk, content)
                    tally.read += 1
                    if tally.read % reader.every == 0:
                        reader.deep(desk, content)
                        tally.deep += 1
                except Cancelled:
                    pass
                except UserError as refusal:
                    if len(str(refusal).splitlines()) != 1:
                        raise AssertionError("a refusal of several lines") from refusal
            grown = _peak() - before
            assert grown < LARGEST, f"takes {grown >> 20} MiB"
            assert process_time() - since < LONGEST, "takes long"
        except (Exception, TakesTooLong) as error:
            keep(reader, content, finds, tally, error)
    tally.seconds = perf_counter() - begun
    faulthandler.cancel_dump_traceback_later()
    return tally


def replay(path: Path) -> None:
    """Try the input of a find again (``<reader>-<what it is>.<suffix>``); raises what it raises."""
    names = [*(each.name for each in readers()), "project-file"]
    (reader,) = readers(max((name for name in names if path.name.startswith(f"{name}-")), key=len))
    content = path.read_bytes()
    with _desk() as desk, _alarm():
        for act in (reader.read, reader.deep):
            with contextlib.suppress(UserError, Cancelled):
                act(desk, content)


def keep(reader: Reader, content: bytes, finds: Path, tally: Tally, error: BaseException) -> None:
    """Count a find, and keep its input and what was raised where it is the first of its kind."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if str(_ROOT) in frame.filename and ".venv" not in frame.filename]
    last = (own or frames)[-1] if frames else None
    where = "" if last is None else f" in {Path(last.filename).name}:{last.name}:{last.lineno}"
    kind = f"{type(error).__name__}{where}"
    tally.finds[kind] += 1
    if tally.finds[kind] > 1:
        return
    finds.mkdir(parents=True, exist_ok=True)
    name = f"{reader.name}-{type(error).__name__}-{hashlib.sha256(kind.encode()).hexdigest()[:8]}"
    (finds / f"{name}{reader.suffix}").write_bytes(content)
    (finds / f"{name}.trace").write_text(
        "".join(traceback.format_exception(error))[-20_000:], "utf-8", errors="backslashreplace"
    )


def _shared_out(count: int, only: str | None) -> list[tuple[Reader, int]]:
    chosen = readers(only)
    total = sum(reader.share for reader in chosen)
    return [(reader, round(count * reader.share / total)) for reader in chosen]


@contextlib.contextmanager
def _desk() -> Generator[Desk]:
    """Where nothing waits for a disk."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-fuzz-", dir=_RAM if os.access(_RAM, os.W_OK) else None))
    desk = Desk(folder)
    try:
        yield desk
    finally:
        desk.close()
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _alarm() -> Generator[None]:
    """Interrupt what takes too long; where the system has no alarms, it is only measured."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def ring(*_: object) -> None:
        raise TakesTooLong

    timers = ((signal.ITIMER_PROF, signal.SIGPROF, LONGEST), (signal.ITIMER_REAL, signal.SIGALRM, _HANGS))
    before = [signal.signal(each, ring) for _, each, _ in timers]
    for timer, _, seconds in timers:
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for (timer, each, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(each, handler)


def _peak() -> int:
    """The most memory that the process has had, in bytes; 0 where that cannot be told."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


# A long run: each reader in a process of its own, which may end whatever an input does to it


def _one_process(name: str, first: int, end: int, seed: int, finds: Path, told: Path) -> None:
    """What such a process does: it writes its tally as JSON to standard output."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_PROCESS, _PROCESS))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_CONFIG_HOME"] = str(told.parent)  # the settings are those of nobody
    (reader,) = readers(name)
    with _desk() as desk, told.open("wb") as file:
        tally = fuzz(reader, desk, range(first, end), seed, finds, file.fileno())
    _say(json.dumps([tally.tried, tally.read, tally.deep, tally.finds, tally.seconds]))


def _beside(reader: Reader, count: int, seed: int, finds: Path) -> Tally:
    """Try inputs in processes beside: where one ends before its time, the input that it was at is a find."""
    whole = Tally(reader.name)
    begun = perf_counter()
    first, step = 0, 20_000
    with tempfile.TemporaryDirectory(prefix="qarar-fuzz-") as folder:
        told = Path(folder) / "number"
        while first < count:
            end = min(count, first + step)
            values = [reader.name, first, end, seed, finds, told]
            command = [sys.executable, "-m", "tests.faults.fuzz", "--process", *map(str, values)]
            done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                tried, read, deep, kinds, _ = json.loads(done.stdout.splitlines()[-1])
                whole.tried, whole.read, whole.deep = whole.tried + tried, whole.read + read, whole.deep + deep
                whole.finds.update(kinds)
                first = end
                continue
            at = int(told.read_bytes() or first)
            content = reader.change(Random(f"{reader.name} {seed} {at}"))
            # What came before it is counted as tried; how much of it was read went with the process.
            whole.tried += at + 1 - first
            keep(reader, content, finds, whole, RuntimeError(f"status {done.returncode}: {done.stderr[-4000:]}"))
            first = at + 1
    whole.seconds = perf_counter() - begun
    return whole


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """The long run; gives the exit status: 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.fuzz", description="Fuzz all readers.")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", help="word, turtle, query, project-file …; all but the last where none is named")
    parser.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "qarar-finds")
    parser.add_argument("--jobs", type=int, default=2)
    wanted = parser.parse_args(arguments)
    if hasattr(os, "nice"):
        os.nice(10)
    _say("| reader | tried | read | into projects | survived | a second |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    failed, total = False, Counter[str]()
    shares = sorted(_shared_out(wanted.count, wanted.reader), key=lambda each: each[1])
    with ThreadPoolExecutor(wanted.jobs) as pool:
        for tally in pool.map(lambda each: _beside(each[0], each[1], wanted.seed, wanted.finds), shares):
            rate = tally.tried / tally.seconds if tally.seconds else 0
            counts = (tally.tried, tally.read, tally.deep, tally.survived, round(rate))
            _say(f"| {tally.reader} | " + " | ".join(f"{each:,}" for each in counts) + " |")
            for kind, times in tally.finds.most_common():
                _say(f"  {times} × {kind}")
            failed = failed or bool(tally.finds)
            total.update(tried=tally.tried, read=tally.read, deep=tally.deep, survived=tally.survived)
    _say(f"| all | {total['tried']:,} | {total['read']:,} | {total['deep']:,} | {total['survived']:,} | |")
    return int(failed)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--process"]:
        _name, _first, _end, _seed, _finds, _told = sys.argv[2:]
        _one_process(_name, int(_first), int(_end), int(_seed), Path(_finds), Path(_told))
    else:
        sys.exit(main(sys.argv[1:]))
