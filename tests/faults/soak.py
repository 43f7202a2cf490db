"""A soak: the whole window worked in without a pause, by keys, mouse and menus, while what it takes is counted.

    python -m tests.faults.soak --acts 5000 [--seed 1] [--documents 200] [--picture window.png]

Every ``EVERY`` acts the window is put back into the state in which it began (same document, same panels), all that
waits is done, garbage is collected, and everything is counted (see ``soak_counts``). The first ``WARM`` acts may fill
whatever is kept on purpose. After them nothing may go on growing: over these counts the straight line of each number
(memory, open files, threads, Qt's windows, widgets and objects, Python's objects) must rise by less than three standard
deviations of what lies about the line: less than its noise; or by less than one, and of memory and Python's objects by
less than a twentieth, since the project and its undo history grow with every act.
"""

import argparse
import gc
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from time import monotonic, perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.background import worker
from gui.session.project_signals import LOOKED_OVER_MILLISECONDS
from model.annotation import documents
from model.checking import soundness
from model.project import Project
from model.vocabulary import edition
from tests.faults.fault_desk import FaultDesk, fault_desk
from tests.faults.soak_acts import Acts
from tests.faults.soak_counts import COUNTED, Count, grown, leaks, rise, take
from tests.model.conftest import TEXT
from tests.model.vocabulary.thesauri import small

EVERY = 250  # acts between two counts
WARM = 1000  # acts after which nothing may grow any more
DOCUMENTS = 200
_RECITAL = "وإذ تلاحظ مع التقدير التقرير رقم {number}/{each} عن المكتبات، "
_PARAGRAPH = "{each} - تقرر أن تواصل النظر في القرار {number}/{each}؛ "
_WAIT = 20.0  # seconds that work beside the window may take until it has ended
_UNSUPPORTED = "This plugin does not support "  # what Qt says wherever there is no screen


def make_project(path: Path, count: int, folder: Path) -> None:
    """A project of invented resolutions of many lengths, with a small thesaurus."""
    with Project.create(path, "Sara") as project, project.operation("import") as writing:
        edition.bring_in(writing, small(folder))
        for number in range(count):
            recitals = "".join(_RECITAL.format(number=number, each=each) for each in range(number % 30))
            paragraphs = "".join(_PARAGRAPH.format(number=number, each=each) for each in range(3, 5 + number % 40))
            text = f"{number} {TEXT.replace('1 - تطلب', recitals + '1 - تطلب')} {paragraphs}"
            documents.add(writing, f"A_RES_60_{number}", text)


class Soak:
    """One window that is worked in. ``counts`` are those that were taken, the first before any act; ``finds``: what
    went wrong in an act, ``done``: how often each act was done.
    """

    def __init__(self, desk: FaultDesk, folder: Path, seed: int, count: int, *, rounds: int = 2) -> None:
        """Open a project of ``count`` documents, and do everything ``rounds`` times, so that all that ever is loaded or
        made is there.
        """
        self._desk = desk
        self.path, other = folder / "soak.qarar", folder / "other.qarar"
        make_project(self.path, count, folder)
        make_project(other, 5, folder)
        assert desk.window.files.open(self.path)
        desk.window.resize(1360, 860)
        desk.window.activateWindow()
        self.counts: list[Count] = []
        self.finds: list[str] = []
        self.done: Counter[str] = Counter()
        self.acts = Acts(desk, folder, Random(seed), (self.path, other))
        self.acts.begin()
        for _ in range(rounds):
            self.acts.each_once()
        self._begun = perf_counter()

    def work(self, acts: int) -> None:
        """So many acts at random."""
        for _ in range(acts):
            act = self.acts.choose()
            self.done[act.__name__] += 1
            try:
                act()
                QApplication.processEvents()
            except Exception as error:
                self.finds.append(f"{act.__name__}: {error!r}")
        self.finds += [f"bug: {bug!r}" for bug in self._desk.bugs]
        self._desk.bugs.clear()

    def count(self) -> Count:
        """Put the window back as it was at first, and count."""
        self.acts.put_away()
        QTest.qWait(LOOKED_OVER_MILLISECONDS)  # a project that was opened last is looked over
        settle()
        self.counts.append(take(self.done.total(), perf_counter() - self._begun))
        return self.counts[-1]

    def end(self) -> list[str]:
        """Leave the window; gives all that went wrong, with what goes on growing."""
        self.acts.leaving.stop()
        settle()
        self._desk.said.clear()
        self._desk.boxes.clear()
        warm = [count for count in self.counts if count.acts >= WARM]
        return self.finds + leaks(warm) + _unsound(self.path)


def settle() -> None:
    """Let everything end that was begun, and have what nobody holds any more gone."""
    until = perf_counter() + _WAIT
    while worker._running and perf_counter() < until:
        QTest.qWait(20)
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
        gc.collect()


def _unsound(path: Path) -> list[str]:
    """What ``check`` finds in the file."""
    with Project.open(path, None) as project:
        return [*project.integrity_problems(), *(str(problem) for problem in soundness.problems(project.tables))]


def run(acts: int, seed: int, finds: Path, *, ends: float = float("inf"), count: int = DOCUMENTS) -> tuple[int, int]:
    """Do so many acts, but only one after ``ends`` of the monotonic clock; gives how many were tried, and survived.
    What went wrong is kept in the folder ``finds``, a sentence for each: what was raised, what Qt complained of, what
    goes on growing (which takes some thousand acts to be told), what is unsound in the file.
    """
    with _soak(seed, count) as (soak, complaints):
        soak.count()
        while (tried := soak.done.total()) < acts and (tried == 0 or monotonic() < ends):
            soak.work(1)
            if soak.done.total() % EVERY == 0:
                soak.count()
        wrong = soak.end() + complaints
        tried = soak.done.total()
    if wrong:
        finds.mkdir(parents=True, exist_ok=True)
        (finds / f"soak-seed-{seed}.txt").write_text("".join(f"{sentence}\n" for sentence in wrong), "utf-8")
    return tried, max(0, tried - len(wrong))


@contextmanager
def _soak(seed: int, count: int) -> Iterator[tuple[Soak, list[str]]]:
    """A window to work in, and what Qt complains of meanwhile."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    complaints: list[str] = []

    def hear(kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not words.startswith(_UNSUPPORTED):
            complaints.append(f"Qt: {words}")

    with tempfile.TemporaryDirectory(prefix="qarar-soak-") as name:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = name  # the settings are those of nobody
        worker.share_heaps()
        application = QApplication.instance() or QApplication([])
        before = qInstallMessageHandler(hear)
        try:
            with fault_desk(Path(name)) as desk:
                yield Soak(desk, Path(name), seed, count), complaints
        finally:
            qInstallMessageHandler(before)
        application.processEvents()


def main(arguments: Sequence[str]) -> int:
    """The long soak: a table of counts, and what goes on growing; exit status 1 where something was found."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.soak", description="Work in the window without a pause."
    )
    parser.add_argument("--acts", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--picture", type=Path)
    wanted = parser.parse_args(arguments)
    names = ("acts", "seconds", *COUNTED)
    _say("| " + " | ".join(names) + " |\n|" + " ---: |" * len(names))
    with _soak(wanted.seed, wanted.documents) as (soak, complaints):
        _tell(soak.count(), names)
        while (left := wanted.acts - soak.done.total()) > 0:
            soak.work(min(EVERY, left))
            _tell(soak.count(), names)
        if wanted.picture is not None:
            soak.acts.window.grab().save(str(wanted.picture))
        finds = soak.end() + complaints
    warm = [count for count in soak.counts if count.acts >= WARM]
    if len(warm) > 2:
        places = [float(count.acts) for count in warm]
        for name in COUNTED:
            up, scatter = rise(places, [float(getattr(count, name)) for count in warm])
            _say(f"{name}: {up:+,.1f} in {places[-1] - places[0]:.0f} acts, ± {scatter:,.1f} about the line")
        for kind, first, last, up in grown(warm):
            _say(f"  {kind}: {first} → {last} ({up:+,.0f})")
    for find in finds:
        _say(f"find: {find}")
    return int(bool(finds))


def _tell(count: Count, names: Sequence[str]) -> None:
    _say("| " + " | ".join(str(getattr(count, name)) for name in names) + " |")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
