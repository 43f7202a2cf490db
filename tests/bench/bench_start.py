"""Milliseconds from the start of the process to the project's document painted.

python -m tests.bench.bench_start
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.bench.bench_speed import own_home
from tests.bench.generator import Corpus, Wanted, make_project

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9


def started(project: Path, begun: float) -> None:
    """In a process of its own: prints the seconds since ``begun`` (epoch) until the window shows the document."""
    import os

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from gui.app import Application

    application = QApplication([])

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and opened.session.document is not None:
                application.processEvents()
                print(time.time() - begun, flush=True)
                os._exit(0)
            return False

    opened = Application(application, project.parent)
    opened.settings.annotator = "Bench"
    on_progress = Watch()
    opened.open(project)
    opened.window.view.viewport().installEventFilter(on_progress)
    opened.window.view.viewport().update()
    application.exec()


def main() -> None:
    """Median and worst of several starts."""
    with own_home() as folder:
        path = folder / "bench.qarar"
        make_project(path, Corpus(), [Wanted("short", 4_000, 20, 80)], 0)
        command = [sys.executable, "-m", "tests.bench.bench_start", "--started", str(path)]
        found = [
            float(
                subprocess.run(
                    [*command, repr(time.time())], cwd=ROOT, capture_output=True, text=True, check=True
                ).stdout
            )
            for _ in range(RUNS)
        ]
    print(f"start to painted: median {median(found) * 1000:.0f} ms, worst {max(found) * 1000:.0f} ms, n {RUNS}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--started"]:
        started(Path(sys.argv[2]), float(sys.argv[3]))
    else:
        main()
