"""Milliseconds for which the window stands still while the thesaurus panel lists concepts that all stand at the top.

    python -m tests.bench.bench_tree [--concepts N]

The panel is shown on a flat vocabulary, its language changes, and its end is scrolled to. Nothing is judged.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.bench import many_concepts

CONCEPTS = 100_000
LONGEST = 60  # seconds that anything may take
PASSES = 20  # of the event loop after the rows have come


def measure(path: Path) -> dict[str, tuple[float, float]]:
    """For each act on a project of one vocabulary: until its rows are there; the longest that no event was heard."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from gui.panels.thesaurus.panel import ThesaurusPanel
    from gui.session.session import Session
    from gui.window.idle_gc import IdleCollection
    from model.project import Project

    application = QApplication.instance() or QApplication([])
    collection = IdleCollection()
    session = Session()
    figures: dict[str, tuple[float, float]] = {}
    with Project.open(path, "Bench") as project:
        session.set_project(project)
        panel = ThesaurusPanel(session)
        panel.resize(320, 800)
        model, bar = panel.model, panel.tree.verticalScrollBar()
        beats: list[float] = []
        heart = QTimer()
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        heart.start(0)

        def timed(name: str, act: Callable[[], object], rows: int) -> None:
            begun = time.perf_counter()
            beats[:] = [begun]
            act()
            while model.rowCount() < rows and time.perf_counter() - begun < LONGEST:
                application.processEvents()
            there = time.perf_counter() - begun
            for _ in range(PASSES):
                application.processEvents()
            still = max(after - before for before, after in pairwise(beats))
            figures[name] = (there * 1000, still * 1000)

        timed("shown", panel.show, 1)
        timed("in another language", lambda: session.set_language("en"), 1)
        timed("scrolled to its end", lambda: bar.setValue(bar.maximum()), 1)
        heart.stop()
        panel.deleteLater()
        session.set_project(None)
    collection.stop()
    return figures


def main(arguments: list[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="bench_tree", description=__doc__.partition("\n")[0])
    parser.add_argument("--concepts", metavar="N", type=int, default=CONCEPTS, help="how many (%(default)s)")
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="qarar-bench-") as folder:
        path = Path(folder) / "flat.qarar"
        many_concepts.make(path, many_concepts.invented(many_concepts.read(), wanted.concepts))
        for name, (there, still) in measure(path).items():
            print(f"{name:24} there after {there:8,.0f} ms, the window stood still for {still:6,.0f} ms at the most")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
