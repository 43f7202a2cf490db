"""What is measured in a process of its own: its start until a window is painted, and the most memory that it takes.

python -m tests.bench.own_process started PROJECT BEGUN | exported PROJECT TARGET

Prints a JSON array: seconds since BEGUN (epoch), and megabytes. It loads nothing but what the application loads.
"""

import gc
import json
import os
import sys
import time
from pathlib import Path


def started(project: str, begun: float) -> None:
    """Until the window is painted with text and list of a project; where that is empty, a bare window."""
    gc.disable()  # as main.py does
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and ready(watched):
                application.processEvents()
                tell(time.time() - begun)
            return False

    on_progress = Watch()
    if not project:
        bare = QMainWindow()
        bare.resize(1280, 800)
        bare.installEventFilter(on_progress)

        def ready(_: QObject) -> bool:
            return True

        bare.show()
    else:
        from gui.app import Application

        opened = Application(application, Path(project).parent)
        opened.settings.annotator = "Bench"
        opened.open(Path(project))
        text, documents = opened.window.view.viewport(), opened.window.documents
        painted: set[QObject] = set()

        def ready(watched: QObject) -> bool:
            if opened.session.document is not None and documents.model.rowCount():
                painted.add(watched)
            return len(painted) == 2

        for widget in (text, documents.table.viewport()):
            widget.installEventFilter(on_progress)
            widget.update()
    application.exec()


def exported(project: str, target: str) -> None:
    """Writes a dataset."""
    from model.formats import dataset_jsonl
    from model.project import Project

    with Project.open(Path(project), None) as opened:
        dataset_jsonl.write(opened, Path(target))
    tell(0.0)


def tell(seconds: float) -> None:
    """Print, and leave at once."""
    sys.stdout.write(json.dumps([seconds, peak()]))
    sys.stdout.flush()
    os._exit(0)


def peak() -> float:
    """The most memory that this process has had since it began, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says there is also that of the process that started this one
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    if sys.argv[1] == "started":
        started(sys.argv[2], float(sys.argv[3]))
    else:
        exported(*sys.argv[2:])
