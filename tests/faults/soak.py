"""A soak: the whole window worked in without a pause, by keys and mouse, while what it takes is written down.

    python -m tests.faults.soak --acts 5000 [--seed 1] [--documents 200] [--picture window.png]

Every so many acts all that waits is done, garbage is collected, and it is counted how much memory (resident), how many
open files, Qt objects, widgets and Python objects the process has.
"""

import argparse
import gc
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from random import Random
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.background import worker
from model.annotation import documents
from model.checking import soundness
from model.project import Project
from model.vocabulary import edition
from tests.faults.fault_desk import FaultDesk, fault_desk
from tests.faults.soak_acts import Acts
from tests.model.conftest import TEXT
from tests.model.vocabulary.thesauri import small

EVERY = 250  # acts between two counts
_RECITAL = "وإذ تلاحظ مع التقدير التقرير رقم {number}/{each} عن المكتبات، "
_PARAGRAPH = "{each} - تقرر أن تواصل النظر في القرار {number}/{each}؛ "
_WAIT = 20.0  # seconds that work beside the window may take until it has ended


@dataclass(frozen=True, slots=True)
class Count:
    """What the process has after so many ``acts``: ``memory`` in MiB, the others as numbers."""

    acts: int
    seconds: int
    memory: float
    handles: int
    objects: int
    widgets: int
    python: int


def make_project(path: Path, count: int, folder: Path) -> None:
    """A project of invented resolutions of many lengths, with a small thesaurus."""
    with Project.create(path, "Sara") as project, project.operation("import") as writing:
        edition.bring_in(writing, small(folder))
        for number in range(count):
            recitals = "".join(_RECITAL.format(number=number, each=each) for each in range(number % 30))
            paragraphs = "".join(_PARAGRAPH.format(number=number, each=each) for each in range(3, 5 + number % 40))
            text = f"{number} {TEXT.replace('1 - تطلب', recitals + '1 - تطلب')} {paragraphs}"
            documents.add(writing, f"A_RES_60_{number}", text)


def soak(
    desk: FaultDesk, folder: Path, acts: int, seed: int, count: int, tell: Callable[[Count], object], every: int = EVERY
) -> list[Count]:
    """Open a project of ``count`` documents, do everything once, so that all is loaded that ever is, and then so many
    acts at random; gives what was counted before these and after each ``every`` of them, and tells it at once.
    """
    path = folder / "soak.qarar"
    make_project(path, count, folder)
    assert desk.window.files.open(path)
    desk.window.resize(1360, 860)
    desk.window.activateWindow()
    doing = Acts(desk, folder, Random(seed))
    doing.each_once()
    begun = perf_counter()
    found: list[Count] = []
    done: Counter[str] = Counter()
    for number in range(acts + 1):
        if number % every == 0:
            found.append(_count(number, perf_counter() - begun))
            tell(found[-1])
        if number < acts:
            done[doing.one()] += 1
    doing.leaving.stop()
    settle()
    return found


def settle() -> None:
    """Let everything end that was begun, and have what nobody holds any more gone."""
    until = perf_counter() + _WAIT
    while worker._running and perf_counter() < until:
        QTest.qWait(20)
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
        gc.collect()


def _count(acts: int, seconds: float) -> Count:
    settle()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    roots: list[QObject] = [application, *QApplication.topLevelWidgets()]
    return Count(
        acts=acts,
        seconds=round(seconds),
        memory=round(_resident() / 2**20, 1),
        handles=len(os.listdir("/proc/self/fd")) if sys.platform == "linux" else 0,
        objects=sum(len(root.findChildren(QObject)) for root in roots if root.parent() is None) + len(roots),
        widgets=len(QApplication.allWidgets()),
        python=len(gc.get_objects()) + gc.get_freeze_count(),
    )


def _resident() -> int:
    """The memory that the process has now, in bytes; 0 where that cannot be told."""
    if sys.platform != "linux":
        return 0
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def slope(found: Sequence[Count], name: str) -> float:
    """How much more of it there is after each 1,000 acts, by the straight line that lies nearest to the counts."""
    places = [count.acts / 1000 for count in found]
    values = [float(getattr(count, name)) for count in found]
    middle, mean = sum(places) / len(places), sum(values) / len(values)
    spread = sum((place - middle) ** 2 for place in places)
    return sum((place - middle) * (value - mean) for place, value in zip(places, values, strict=True)) / spread


def check_sound(path: Path) -> None:
    """What ``check`` looks at."""
    with Project.open(path, None) as project:
        assert project.integrity_problems() == []
        assert [str(problem) for problem in soundness.problems(project.tables)] == []


def main(arguments: Sequence[str]) -> int:
    """The long soak: a table of counts, and how they went on after the first fifth."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.soak", description="Work in the window without a pause."
    )
    parser.add_argument("--acts", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--picture", type=Path)
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    names = [field.name for field in fields(Count)]
    _say("| " + " | ".join(names) + " |\n|" + " ---: |" * len(names))
    with tempfile.TemporaryDirectory(prefix="qarar-soak-") as name:
        folder = Path(name)
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = name  # the settings are those of nobody
        application = QApplication([])
        with fault_desk(folder) as desk:
            found = soak(desk, folder, wanted.acts, wanted.seed, wanted.documents, _say_count)
            if wanted.picture is not None:
                desk.window.grab().save(str(wanted.picture))
        check_sound(folder / "soak.qarar")
        later = [count for count in found if count.acts >= wanted.acts / 5]
        for name in names[2:]:
            _say(f"{name}: {slope(later, name):+,.1f} in 1,000 acts")
    application.quit()
    return 0


def _say_count(count: Count) -> None:
    _say("| " + " | ".join(str(getattr(count, field.name)) for field in fields(count)) + " |")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
