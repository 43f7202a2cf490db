"""What an annotator waits for, in the real window, each figure at three sizes beside its limit on this machine.

Started by ``script/bench``. The projects are made of the resolutions in ``../shared/corpus``.
"""

import argparse
import contextlib
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.figures import Figure, percentile, table, write_json
from tests.bench.generator import Corpus, Wanted, gap_in, joined, make_project

SHORT, LONG = 4_000, 1_000_000  # code points
SHORT_SPANS = {0: 40.0, 100: 45.0, 1_000: 60.0}  # target in ms
LONG_CLAUSES = {0: 150.0, 1_000: 150.0, 10_000: 150.0}
LEAST = 10_000  # code points of the document that is shown before another is opened
SCROLLED = {10_000: 20, 100_000: 5, 1_000_000: 2}  # code points: how often it is scrolled through
PRESENT = (0, 1_000, 10_000)
GROWN = (100, 1_000, 10_000)  # against none
PROPOSED = (30, 100, 300)
UNMARKED = (4_000, 40_000, 400_000)  # code points for which clauses are proposed
MARKED = 30_000  # code points in the middle of the long text that are left to be marked
OTHERS = 100  # documents beside those that are measured
OPENINGS, LONG_OPENINGS, MARKS, WARM_UP, UNDONE = 15, 7, 25, 3, 7
BARE = 25
CONFIRMED = 8
PARTS = ("one", "many")  # documents


@contextlib.contextmanager
def own_home() -> Iterator[Path]:
    """A folder for everything that is written; the settings of whoever runs this are neither read nor changed."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-bench-"))
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wanted_documents(corpus: Corpus, seed: int) -> list[Wanted]:
    """All documents that are measured."""
    gap = gap_in(joined(corpus, seed, LONG), MARKED)
    found = [Wanted(f"short {count}", SHORT, min(count, 20), max(0, count - 20)) for count in SHORT_SPANS]
    found += [Wanted(f"long {count}", LONG, count) for count in LONG_CLAUSES]
    found += [Wanted(f"scrolled {length}", length, length // 300) for length in SCROLLED]
    found += [Wanted(f"marked {count}", LONG, count, gap=gap) for count in sorted({*PRESENT, *GROWN})]
    found += [Wanted(f"unmarked {length}", length) for length in UNMARKED]
    found += [Wanted(f"proposed {count}", count * 300, count, status="suggested") for count in PROPOSED]
    return found


class Measuring:
    """One run over one project."""

    def __init__(self, opened, page, bare, ids: dict[str, str], say) -> None:
        self.opened = opened
        self.page = page
        self.bare = bare
        self.ids = ids
        self.say = say
        self.figures: list[Figure] = []

    def add(self, name: str, size: str, value: float, limit: float, target: float, runs: int, limit_name: str) -> None:
        self.figures.append(Figure(name, size, value, "ms", limit, target, runs, limit_name))
        self.say(f"{name}, {size}: {value:.1f} ms")

    def openings(self) -> None:
        """Open a short document with marks, and a long one."""
        from tests.bench.opened_window import collect

        limit_name = "reading the text and the rows of the spans with sqlite3, laying out and drawing one page"
        for name, size, targets, times, open_one in (
            ("open 4,000 characters", "spans", SHORT_SPANS, OPENINGS, self.opened.open),
            ("open 1,000,000 characters", "clauses", LONG_CLAUSES, LONG_OPENINGS, self.opened.open_and_scroll),
        ):
            for count, target in targets.items():
                document = self.ids[f"{'short' if size == 'spans' else 'long'} {count}"]
                other = self.ids[f"scrolled {LEAST}"]
                collect()
                found: list[float] = []
                for _ in range(times):
                    self.opened.open(other)
                    found.append(open_one(document))
                pages = 1 if size == "spans" else 2
                limit = self._bare_opening(document, pages)
                more = "" if pages == 1 else "; opened and scrolled by a page, so two pages"
                self.add(name, f"{count:,} {size}", median(found), limit, target, times, limit_name + more)

    def _bare_opening(self, document: str, pages: int) -> float:
        text = self.page.filling(self.opened.session.project.text(document))
        return median(
            self.bare.reading(document) + sum(self.page.frame(text) for _ in range(pages)) for _ in range(BARE)
        )

    def scrolling(self) -> None:
        """Scroll documents from their beginnings to their ends."""
        from tests.bench.opened_window import collect

        worst: list[Figure] = []
        for length, times in SCROLLED.items():
            document = self.ids[f"scrolled {length}"]
            collect()
            frames: list[float] = []
            for _ in range(times):
                self.opened.open(self.ids["short 0"])
                self.opened.open(document)
                self.opened.idle()
                frames += self.opened.frames()
            text = self.opened.session.project.text(document)
            bare = [self.page.frame(page) for _ in range(times) for page in list(self.page.pages(text))]
            size = f"{length:,} characters"
            limit_name = "laying out and drawing each page of the same text, the same share of the frames"
            self.add(
                "scroll by a page, 99 of 100 frames",
                size,
                percentile(frames, 0.99),
                percentile(bare, 0.99),
                16.7,
                len(frames),
                limit_name,
            )
            worst.append(
                Figure(
                    "scroll by a page, worst frame",
                    size,
                    max(frames),
                    "ms",
                    max(bare),
                    50.0,
                    len(frames),
                    "laying out and drawing each page of the same text, the worst of them",
                )
            )
        self.figures += worst

    def marking(self, gap: tuple[int, int]) -> None:
        """Mark clause after clause with a key, then undo all of it."""
        from tests.bench.opened_window import collect

        commit = "one commit of the same rows with sqlite3 (synchronous=FULL), drawing one page"
        marks: dict[int, tuple[float, float]] = {}
        undos: list[Figure] = []
        for count in sorted({*PRESENT, *GROWN}):
            document = self.ids[f"marked {count}"]
            self.opened.open(document)
            self.opened.select_stretch_at(gap[0])
            collect()
            found = [self.opened.mark("p") for _ in range(WARM_UP + MARKS)][WARM_UP:]
            undone = [self.opened.undo() for _ in range(WARM_UP + MARKS)][WARM_UP:]
            assert len(self.opened.session.spans) == count
            self.page.filling(self.opened.session.project.text(document))
            bare_marks: list[float] = []
            bare_undos: list[float] = []
            for _ in range(BARE):
                spent, span = self.bare.marking(document)
                bare_marks.append(spent + self.page.drawing())
                bare_undos.append(self.bare.unmarking(span) + self.page.drawing())
            marks[count] = median(found), median(bare_marks)
            if count in PRESENT:
                size = f"{count:,} spans"
                self.add("mark a span, key to painted", size, *marks[count], 8.0, MARKS, commit)
                undos.append(
                    Figure("undo of a mark", size, median(undone), "ms", median(bare_undos), 8.0, MARKS, commit)
                )
        for count in GROWN:
            growth, limit = (marks[count][place] / marks[0][place] for place in (0, 1))
            size = f"{count:,} spans against none"
            limit_name = "the growth of the bare commit and drawing"
            self.figures.append(Figure("mark a span, growth", size, growth, "x", limit, 1.5, MARKS, limit_name))
        self.figures += undos

    def proposals(self) -> None:
        """Confirm proposal after proposal with a key."""
        from tests.bench.opened_window import collect

        commit = "one commit of the same rows with sqlite3 (synchronous=FULL), drawing one page"
        for length in UNMARKED:
            document = self.ids[f"unmarked {length}"]
            self.opened.open(document)
            self.opened.propose()
            collect()
            found = [self.opened.confirm() for _ in range(CONFIRMED)]
            self.opened.propose_nothing()
            for _ in found:
                self.opened.undo()
            self.page.filling(self.opened.session.project.text(document))
            bare = [self.bare.marking(document)[0] + self.page.drawing() for _ in range(BARE)]
            size = f"{length:,} characters"
            self.add("confirm a proposal, key to painted", size, median(found), median(bare), 20.0, CONFIRMED, commit)

    def confirming(self) -> None:
        """Undo one operation that confirmed many proposals."""
        from model.annotation import spans
        from tests.bench.opened_window import collect

        project = self.opened.session.project
        for count in PROPOSED:
            document = self.ids[f"proposed {count}"]
            self.opened.open(document)
            proposed = [span.id for span in project.spans(document) if span.status == "suggested"]
            assert len(proposed) == count
            collect()
            found: list[float] = []
            for _ in range(UNDONE):
                with project.operation("confirm") as writing:
                    for span in proposed:
                        spans.set_status(writing, span, "confirmed")
                self.opened.idle()
                found.append(self.opened.undo())
                assert all(span.status == "suggested" for span in self.opened.session.spans)
            bare: list[float] = []
            self.page.filling(project.text(document))
            for _ in range(UNDONE):
                self.bare.changing(proposed, "confirmed")
                bare.append(self.bare.changing(proposed, "suggested") + self.page.drawing())
            self.add(
                "undo of one operation that confirmed clauses",
                f"{count} clauses",
                median(found),
                median(bare),
                80.0,
                UNDONE,
                "one commit of the same rows with sqlite3 (synchronous=FULL), drawing one page",
            )


def machine() -> str:
    """What the figures were measured on, without its name."""
    from PySide6 import __version__ as pyside
    from PySide6.QtGui import QGuiApplication

    parts = [
        f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()})",
        f"Python {platform.python_version()}",
        f"PySide6 {pyside}",
        f"SQLite {sqlite3.sqlite_version}",
        f"platform {QGuiApplication.platformName()}",
    ]
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[0]:.1f} at the start")
    return ", ".join(parts)


def _pass_on(kind: object, context: object, message: str) -> None:
    """Without a screen Qt says of every window that sizes and raising are not for it: that is no news here."""
    if "This plugin does not support" not in message:
        sys.stderr.write(message + "\n")


def measure(corpus: Corpus, folder: Path, seed: int, say) -> list[Figure]:
    """All figures."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from tests.bench.limits import BareFile, BarePage
    from tests.bench.opened_window import OpenedWindow

    path = folder / "bench.qarar"
    say("making the projects")
    gap = gap_in(joined(corpus, seed, LONG), MARKED)
    ids = make_project(path, corpus, wanted_documents(corpus, seed), OTHERS, seed)
    before = qInstallMessageHandler(_pass_on)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([sys.argv[0]])
    opened = OpenedWindow(application, folder, path)
    view = opened.view
    page = BarePage(view.viewport().width(), view.viewport().height(), view.page.width, view.page.typography.font)
    bare = BareFile(path, folder / "bare.qarar")
    measuring = Measuring(opened, page, bare, ids, say)
    try:
        measuring.openings()
        measuring.scrolling()
        measuring.marking(gap)
        measuring.proposals()
        measuring.confirming()
    finally:
        bare.close()
        page.close()
        opened.close()
        qInstallMessageHandler(before)
    return measuring.figures


def measure_many(corpus: Corpus, folder: Path, say) -> list[Figure]:
    """What grows with the number of documents."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from tests.bench import bench_projects

    before = qInstallMessageHandler(_pass_on)
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication([sys.argv[0]])
    try:
        return bench_projects.Measuring(application, folder / "many", corpus, say).all()
    finally:
        qInstallMessageHandler(before)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write where asked; the exit status is 0 when it could be measured, whatever came out."""
    parser = argparse.ArgumentParser(prog="script/bench", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE, as a JSON array")
    parser.add_argument("--only", choices=PARTS, help="measure only what one document takes, or what many do")
    parser.add_argument("--seed", type=int, default=1, help="which resolutions the projects are made of (default 1)")
    options = parser.parse_args(arguments)
    if options.json is not None and not options.json.absolute().parent.is_dir():
        parser.error(f"{options.json}: there is no such folder to write to")
    begun = perf_counter()
    try:
        corpus = Corpus()
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1

    def say(what: str) -> None:
        sys.stderr.write(f"[{perf_counter() - begun:5.0f} s] {what}\n")

    with own_home() as folder:
        figures = measure(corpus, folder, options.seed, say) if options.only != "many" else []
        if options.only != "one":
            figures += measure_many(corpus, folder, say)
        print(machine())
    print(f"milliseconds, medians of n; made from seed {options.seed}; took {perf_counter() - begun:.0f} s")
    print()
    print(table(figures))
    if options.json is not None:
        write_json(options.json, figures)
    return 0


if __name__ == "__main__":
    sys.exit(main())
