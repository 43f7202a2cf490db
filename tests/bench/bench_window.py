"""Milliseconds that an annotator waits: the start, opening a document, a mark from key to committed and painted.

python -m tests.bench.bench_window RESOLUTION.txt
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUNS = 7


def started(project: Path, begun: float) -> None:
    """In a process of its own: seconds since ``begun`` (epoch) until the window shows the project's document."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from gui.app import Application

    application = QApplication([])

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and opened.session.document is not None:
                application.processEvents()
                print(time.time() - begun)
                os._exit(0)
            return False

    opened = Application(application, project.parent)
    watch = Watch()
    opened.open(project)
    opened.window.view.viewport().installEventFilter(watch)
    opened.window.view.viewport().update()
    application.exec()


def report(name: str, seconds: list[float]) -> None:
    """Median and worst in milliseconds."""
    print(f"{name:58} {statistics.median(seconds) * 1e3:8.1f} {max(seconds) * 1e3:8.1f}")


def timed(work: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Seconds of each run."""
    found: list[float] = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return found


def main(source: Path) -> None:
    """All figures, one line each."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-bench-"))
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from gui.app import Application
    from model.annotation import documents, spans
    from model.formats import resolution_text
    from model.project import Project

    path = folder / "bench.qarar"
    text = resolution_text.read_file(source).text
    with Project.create(path, "Bench") as project, project.operation("import") as writing:
        bare = documents.add(writing, "0 bare", text)
        full = documents.add(writing, "1 full", text)
        for number in range(1000):
            start = number * (len(text) - 12) // 1000
            spans.mark(writing, full, "symbol" if number % 2 else "date", start, start + 11)
    application = QApplication([])
    opened = Application(application, folder)
    opened.settings.annotator = "Bench"
    print(f"{'milliseconds':58} {'median':>8} {'worst':>8}")

    command = [sys.executable, "-m", "tests.bench.bench_window", "--started", str(path)]
    starts = [
        float(
            subprocess.run([*command, repr(time.time())], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        )
        for _ in range(RUNS)
    ]
    report("start of the process to the document painted", starts)

    opened.open(path)
    view, session = opened.window.view, opened.session
    opened.window.resize(1360, 860)

    def show(document: str) -> None:
        session.set_document(document)
        application.processEvents()
        view.viewport().repaint()

    for name, document, other in (("no spans", bare, full), ("1,000 spans", full, bare)):
        found: list[float] = []
        for _ in range(RUNS):
            show(other)
            found += timed(lambda shown=document: show(shown), 1)
        report(f"opening {source.stem}, {name}, to painted", found)

    def press(letter: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(view, event)
        application.processEvents()

    for name, document in (("no spans", bare), ("1,000 spans", full)):
        show(document)
        view.set_selection(0, 0)
        press(" ")  # the next stretch is selected; after a mark it is so by itself
        found = timed(lambda: press("p"), 20)
        assert sum(span.label == "preambular" for span in session.project.spans(document)) == 20
        report(f"a mark, {name} before: key to committed and painted", found)
        report(
            "  undo of one", timed(lambda: (opened.window.actions_["undo"].trigger(), application.processEvents()), 10)
        )
    opened.close()


if __name__ == "__main__":
    if sys.argv[1] == "--started":
        started(Path(sys.argv[2]), float(sys.argv[3]))
    else:
        main(Path(sys.argv[1]).resolve())
