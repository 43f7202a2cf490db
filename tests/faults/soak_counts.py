"""What a process has, counted; and whether it goes on growing."""

import ctypes
import gc
import os
import sys
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

COUNTED = ("memory", "handles", "threads", "windows", "widgets", "objects", "python")
_SCATTERS = 3.0  # a rise is none where it is less than so many standard deviations of what lies about the line
# What a rise over all counts must reach besides, as a share of the first count: what grows by less is no leak, since
# some things are kept on purpose (the undo history, texts that were looked at) and memory that is free is in pieces.
_SHARES = {"memory": 0.05, "python": 0.05}
_FEWEST = 8  # counts from which a line tells anything


@dataclass(frozen=True, slots=True)
class Count:
    """What the process has after so many ``acts``: ``memory`` that is resident, in MiB; the others are numbers: of open
    files, threads, Qt's top-level windows, widgets and objects, and of Python's objects; ``kinds``: the last two by
    their classes.
    """

    acts: int
    seconds: int
    memory: float
    handles: int
    threads: int
    windows: int
    widgets: int
    objects: int
    python: int
    kinds: Counter[str] = field(default_factory=Counter[str], repr=False, compare=False)


def take(acts: int, seconds: float) -> Count:
    """Count now. What nobody holds any more should be gone before."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    gc.unfreeze()  # what is frozen is not listed
    kinds = Counter(sys.intern(f"{type(each).__module__}.{type(each).__qualname__}") for each in gc.get_objects())
    python = kinds.total()
    tops = QApplication.topLevelWidgets()
    objects = [name for root in (application, *tops) if root.parent() is None for name in _tree(root)]
    kinds.update(sys.intern(f"Qt: {name}") for name in objects)
    return Count(
        acts=acts,
        seconds=round(seconds),
        memory=round(_resident() / 2**20, 1),
        handles=len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0,
        threads=threading.active_count(),
        windows=len(QGuiApplication.topLevelWindows()),
        widgets=len(QApplication.allWidgets()),
        objects=len(objects),
        python=python,
        kinds=kinds,
    )


def _tree(root: QObject) -> list[str]:
    """The classes of an object and of all below it. Asked of Qt in words: to be given the objects themselves, each
    would be wrapped for Python, and some wrappers stay.
    """
    lines: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, words: lines.append(words))
    root.dumpObjectTree()
    qInstallMessageHandler(before)
    return [line.strip().partition("::")[0] for line in lines]


def _resident() -> int:
    """The memory that the process has now, in bytes; 0 where that cannot be told. What is free is given back first: as
    long as nobody needs it, the C library keeps it, for each thread apart.
    """
    if sys.platform != "linux":
        return 0
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def rise(places: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
    """How much higher the straight line that lies nearest to the values is at its end than at its beginning, and the
    standard deviation of the values about it.
    """
    middle, mean = sum(places) / len(places), sum(values) / len(values)
    spread = sum((place - middle) ** 2 for place in places)
    slope = sum((place - middle) * (value - mean) for place, value in zip(places, values, strict=True)) / spread
    left = [value - mean - slope * (place - middle) for place, value in zip(places, values, strict=True)]
    scatter = (sum(each * each for each in left) / max(1, len(left) - 2)) ** 0.5
    return slope * (max(places) - min(places)), scatter


def leaks(found: Sequence[Count]) -> list[str]:
    """A sentence for everything that goes on growing: its line rises over these counts by more than ``_SCATTERS``
    standard deviations of what lies about it, and by one at least, or by its share of ``_SHARES``. Too few counts tell
    nothing.
    """
    if len(found) < _FEWEST:
        return []
    places = [float(count.acts) for count in found]
    sentences: list[str] = []
    for name in COUNTED:
        values = [float(getattr(count, name)) for count in found]
        up, scatter = rise(places, values)
        if up > max(_SCATTERS * scatter, _SHARES.get(name, 0.0) * values[0], 1.0):
            acts = places[-1] - places[0]
            sentences.append(f"{name}: {values[0]:,.1f} → {values[-1]:,.1f}, {up:+,.1f} in {acts:.0f} acts")
    return sentences


def grown(found: Sequence[Count], most: int = 25) -> list[tuple[str, int, int, float]]:
    """The kinds whose lines rise most: name, first count, last count, rise; those that rise by less than their scatter
    are left out.
    """
    places = [float(count.acts) for count in found]
    rising: list[tuple[str, int, int, float]] = []
    for kind in found[-1].kinds:
        values = [float(count.kinds[kind]) for count in found]
        up, scatter = rise(places, values)
        if up > max(scatter, 1.0):
            rising.append((kind, found[0].kinds[kind], found[-1].kinds[kind], up))
    return sorted(rising, key=lambda each: -each[3])[:most]
