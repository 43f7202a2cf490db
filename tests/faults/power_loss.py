"""The power fails: of what was written since the last sync, the disk holds all, nothing, some, or torn pieces.

A victim works undisturbed while the library writes down everything that it does to its files (see ``shim.c``). From
that log the disk is made as it may look after a power failure at any point of it.
"""

import os
import random
import shutil
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import forked
from tests.faults.case import Case, Task, Victim, copied, judged, kept, run

SECTOR = 512  # bytes: what a disk writes whole
HEAD = struct.Struct("=ccHHxxQqQ")
RUNS = 2  # of each victim, at the least
MOST = 40  # failures of one run


@dataclass(frozen=True)
class Record:
    """One line of the log. ``op``: o(pen), w(rite), t(runcate), s(ync), r(ename), l(ink), u(nlink), d (mkdir), m(ark).

    ``flag`` of an opening: 1 it was made, 2 it was emptied.
    """

    op: str
    flag: int
    inode: int
    offset: int
    first: str
    second: str
    data: bytes


def records(log: Path) -> Iterator[Record]:
    """The lines of a log."""
    content = log.read_bytes()
    at = 0
    while at < len(content):
        op, flag, first, second, inode, offset, length = HEAD.unpack_from(content, at)
        at += HEAD.size
        paths = [content[at : at + first].decode(), content[at + first : at + first + second].decode()]
        at += first + second
        carried = op in b"wm"
        data = content[at : at + length] if carried else b""
        at += length if carried else 0
        yield Record(op.decode(), flag[0], inode, offset, paths[0], paths[1], data)


Write = tuple[int, bytes | None]  # where, and what; without anything: the file's length is that


@dataclass(eq=False)
class Stored:
    """A file: what is on the disk for sure, and what was written since."""

    durable: bytes = b""
    pending: list[Write] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is on the disk."""
        self.durable = written(self.durable, self.pending)
        self.pending = []


@dataclass(frozen=True)
class Naming:
    """What was done to the name of a file: it was made (or linked), moved or removed. ``file`` is none for a folder."""

    op: str
    first: str
    second: str
    file: Stored | None

    @property
    def place(self) -> str:
        """The name that it is about in the end."""
        return self.second or self.first


def written(content: bytes, writes: list[Write]) -> bytes:
    """A file's content after that."""
    found = bytearray(content)
    for at, data in writes:
        if data is None:
            found = found[:at] + bytes(max(0, at - len(found)))
        else:
            found += bytes(max(0, at - len(found)))
            found[at : at + len(data)] = data
    return bytes(found)


Names = dict[str, Stored | None]


def named(names: Names, done: Naming) -> None:
    """Do it to the names; what cannot be done, since something before it is lost, is not done."""
    if done.op in "od":
        names[done.first] = done.file
    elif done.op == "l":
        names[done.second] = done.file
    elif done.op == "u":
        for each in [each for each in names if each == done.first or each.startswith(f"{done.first}/")]:
            del names[each]
    elif done.first in names:
        for each in [each for each in names if each == done.first or each.startswith(f"{done.first}/")]:
            names[done.second + each[len(done.first) :]] = names.pop(each)


@dataclass
class Disk:
    """The files of a folder. ``strict``: a sync of a file keeps its own name at the most, and one of a folder the names
    in it (what POSIX promises); otherwise every sync keeps all names that were given before (what journalling file
    systems do).
    """

    strict: bool
    kept: Names
    names: Names
    naming: list[Naming] = field(default_factory=list)
    inodes: dict[int, Stored] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, strict: bool) -> "Disk":
        """As it is before the victim comes: all on the disk."""
        kept: Names = {}
        for path in folder.rglob("*"):
            kept[str(path)] = None if path.is_dir() else Stored(path.read_bytes())
        return cls(strict, dict(kept), dict(kept))

    def follow(self, record: Record) -> None:
        """Do what a line of the log says."""
        if record.op == "o":
            self._open(record)
        elif record.op in "wt":
            file = self.inodes.get(record.inode)
            if file is not None:
                file.pending.append((record.offset, record.data if record.op == "w" else None))
        elif record.op == "s":
            self._sync(record)
        elif record.op in "rlud":
            self._name(Naming(record.op, record.first, record.second, self.names.get(record.first)))

    def _open(self, record: Record) -> None:
        if record.flag & 1:
            self.inodes[record.inode] = Stored()
            self._name(Naming("o", record.first, "", self.inodes[record.inode]))
        elif (file := self.names.get(record.first)) is not None:
            self.inodes[record.inode] = file
            if record.flag & 2:
                file.pending.append((0, None))

    def _name(self, naming: Naming) -> None:
        self.naming.append(naming)
        named(self.names, naming)

    def _sync(self, record: Record) -> None:
        is_folder = record.first in self.names and self.names[record.first] is None
        file = None if is_folder else self.inodes.get(record.inode)
        if file is not None:
            file.sync()
        rest: list[Naming] = []
        for each in self.naming:
            if not self.strict or self._is_kept_by(each, record.first, file):
                named(self.kept, each)
                # What was done to that name before is no longer to be seen.
                rest = [other for other in rest if each.place not in (other.first, other.second)]
            else:
                rest.append(each)
        self.naming = rest

    @staticmethod
    def _is_kept_by(naming: Naming, path: str, file: Stored | None) -> bool:
        if file is not None:
            return naming.op == "o" and naming.file is file
        return path in (os.path.dirname(naming.first), os.path.dirname(naming.second))

    def after_failure(self, how: "How", chance: random.Random) -> dict[str, bytes | None]:
        """A folder as it may be found when there is power again: content by path, none for a folder."""
        names = dict(self.kept)
        if how is nothing:
            done = []
        elif self.strict:
            done = [each for each in self.naming if chance.random() < 0.5]
        else:
            done = self.naming[: chance.randint(0, len(self.naming))]
        for each in done:
            named(names, each)
        return {
            path: None if file is None else written(file.durable, how(file.pending, chance))
            for path, file in names.items()
        }


def nothing(writes: list[Write], chance: random.Random) -> list[Write]:
    """What of the writes that were not synced is on the disk; so the others."""
    return []


def everything(writes: list[Write], chance: random.Random) -> list[Write]:
    return writes


def first(writes: list[Write], chance: random.Random) -> list[Write]:
    return writes[: chance.randint(0, len(writes))]


def some(writes: list[Write], chance: random.Random) -> list[Write]:
    return [each for each in writes if chance.random() < 0.5]


def torn(writes: list[Write], chance: random.Random) -> list[Write]:
    """Each sector by itself."""
    found: list[Write] = []
    for at, data in writes:
        if data is None:
            found += [(at, None)] if chance.random() < 0.5 else []
            continue
        begin = 0
        while begin < len(data):
            end = min(len(data), (at + begin) // SECTOR * SECTOR + SECTOR - at)
            if chance.random() < 0.5:
                found.append((at + begin, data[begin:end]))
            begin = end
    return found


How = Callable[[list[Write], random.Random], list[Write]]
HOW: tuple[How, ...] = (nothing, everything, first, some, torn)


def lay_out(content: dict[str, bytes | None], at: Path) -> None:
    """Make a folder as the disk has it."""
    shutil.rmtree(at)
    at.mkdir()
    for path in sorted(content):
        data = content[path]
        if data is None:
            Path(path).mkdir(parents=True, exist_ok=True)
        elif Path(path).parent.is_dir():  # else the folder's own name is lost
            Path(path).write_bytes(data)


def power_loss(task: Task) -> None:
    """Cut the power so many times, victims by turns."""
    chance = random.Random(task.seed)
    starts = task.prepared("power")
    share = max(2, int(min(MOST, task.count / (len(starts) * RUNS))))
    done = 0
    while done < task.count and not task.is_over:
        for victim, start in starts.items():
            case = copied(start, task.folder / "case", chance.getrandbits(32), "power")
            lines = recorded(victim, case, task.folder / "log")
            for point, how, strict in chosen(lines, share, chance):
                if done >= task.count or task.is_over:
                    return
                done += 1
                wrong = cut(victim, start, case, lines[:point], how, strict, chance)
                name = f"power{' (strict)' if strict else ''}: {victim.name}"
                words = f"{name}, {how.__name__} at {point} of {len(lines)}\n{wrong}"
                find = kept(case, task.finds, name.replace(":", ""), words) if wrong else None
                task.tally.count(name, find)


def recorded(victim: Victim, case: Case, log: Path) -> list[Record]:
    """What a victim does to its files when nothing happens to it."""
    at = case.at.resolve()
    status = forked.ended(run(victim, case, lambda shim: shim.record(at, log)))
    if status != 0:
        raise RuntimeError((case.folder / "said").read_text("utf-8"))
    return list(records(log))


def chosen(lines: list[Record], share: int, chance: random.Random) -> list[tuple[int, How, bool]]:
    """So many failures of a run: half right before a sync or right after it, of which everything unsynced is lost, half
    at any point, of which anything is.
    """
    syncs = [number for number, line in enumerate(lines) if line.op == "s"]
    points: list[tuple[int, How]] = [(number + after, nothing) for number in syncs for after in (0, 1)]
    chance.shuffle(points)
    points = points[: share // 2]
    points += [(chance.randint(1, len(lines)), chance.choice(HOW)) for _ in range(share - len(points))]
    return [(point, how, bool(number % 2)) for number, (point, how) in enumerate(points)]


def cut(
    victim: Victim, start: Path, case: Case, lines: list[Record], how: How, strict: bool, chance: random.Random
) -> str:
    """What is wrong after a power failure at the end of those lines, or nothing."""
    lay_out({}, case.at)
    shutil.copytree(start / "at", case.at, dirs_exist_ok=True)
    disk = Disk.of(case.at, strict)
    case.told = []
    for line in lines:
        if line.op == "m":
            case.told.append(line.data.decode())
        else:
            disk.follow(line)
    lay_out(disk.after_failure(how, chance), case.at)
    return judged(victim, case)
