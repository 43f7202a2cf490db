"""How many keys it takes to mark resolutions as their gold is marked, pressed one by one in the real window.

python -m tests.bench.bench_keys GOLD.json [GOLD.json …]

The part of the annotator is played by one who makes no mistake: looks at what is selected, moves its ends by the keys
of the text until it is the clause, and presses the label's key, with Shift where the clause has a leading phrase.
Where twelve keys do not get there, the mouse selects the clause, which is counted by itself. The gold's texts lie
beside it, in ``texts`` instead of ``gold``.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST = 12  # keys that are tried to get a selection right


@dataclass
class Count:
    """What one resolution took. Seconds are those that the window took, not those that a person would."""

    clauses: int = 0
    keys: int = 0
    mouse: int = 0
    wrong_leads: int = 0
    right: int = 0
    seconds: float = 0.0


class Annotator:
    """Presses keys in the text of a window."""

    def __init__(self, window: Any, count: Count) -> None:
        self.window = window
        self.view = window.view
        self.count = count

    def press(self, letter: str, shift: bool = False) -> None:
        """One key, down and up."""
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        begun = time.perf_counter()
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.view, QKeyEvent(kind, ord(letter.upper()), held, letter))
        QCoreApplication.processEvents()
        self.count.seconds += time.perf_counter() - begun
        self.count.keys += 1

    def select(self, start: int, end: int, first_child: int | None) -> None:
        """Get a stretch selected: all of a clause, or where it holds others, what stands before the first of them."""
        for _ in range(MOST):
            now = self.view.selection()
            if now == (start, end) or (first_child is not None and now[0] == start and now[1] <= first_child):
                return
            if now[0] == now[1] or now[1] <= start or now[0] >= end:
                self.press(" ")
            elif now[0] < start:
                self.press("}", shift=True)
            elif now[0] > start:
                self.press("{", shift=True)
            elif now[1] < end:
                self.press("]")
            else:
                self.press("[")
        self.count.mouse += 1
        self.view.set_selection(start, end)


def mark(window: Any, gold: Sequence[dict[str, Any]], count: Count) -> None:
    """Mark the document shown like its gold."""
    annotator = Annotator(window, count)
    keys = {label.id: label.key for label in window.session.project.scheme.labels()}
    ordered = sorted(gold, key=lambda clause: (clause["start"], -clause["end"]))
    for place, clause in enumerate(ordered):
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        holds = following is not None and following["end"] <= clause["end"]
        annotator.select(clause["start"], clause["end"], following["start"] if holds and following else None)
        annotator.press(keys[clause["type"]], shift=bool(clause.get("lead")))
    found = {(span.start, span.end): span for span in window.session.spans if span.layer == "clause"}
    leads = {span.limits for span in window.session.spans if span.layer == "lead"}
    count.clauses = len(ordered)
    for clause in ordered:
        span = found.get((clause["start"], clause["end"]))
        count.right += span is not None and span.label == clause["type"]
        count.wrong_leads += bool(clause.get("lead")) and tuple(clause["lead"]) not in leads


def main(golds: Sequence[Path]) -> None:
    """One line a resolution, and one for all."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-keys-"))
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ[variable] = str(folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from gui.app import Application
    from model.annotation import documents
    from model.formats import resolution_text
    from model.project import Project

    application = QApplication([])
    path = folder / "keys.qarar"
    made: list[tuple[Path, str]] = []
    with Project.create(path, "Bench") as project, project.operation("import") as writing:
        for gold in golds:
            source = Path(str(gold.parent).replace("/gold", "/texts")) / f"{gold.stem}.txt"
            made.append((gold, documents.add(writing, gold.stem, resolution_text.read_file(source).text)))
    opened = Application(application, folder)
    opened.settings.annotator = "Bench"
    opened.open(path)
    opened.window.resize(1360, 860)
    headings = ("clauses", "keys", "a clause", "mouse", "as gold", "leads", "ms a key")
    widths = (7, 6, 8, 5, 7, 6, 8)
    print(f"{'resolution':44}", *(f"{name:>{width}}" for name, width in zip(headings, widths, strict=True)))
    total = Count()
    for gold, document in made:
        opened.session.set_document(document)
        count = Count()
        mark(opened.window, json.loads(gold.read_text("utf-8"))["clauses"], count)
        show(gold.stem[:44], count)
        for name, value in vars(count).items():
            setattr(total, name, getattr(total, name) + value)
    show("all", total)
    opened.close()


def show(name: str, count: Count) -> None:
    """A line of the table: ``leads`` are those not as in the gold, to be mended with more keys."""
    each = count.keys / max(1, count.clauses)
    milliseconds = 1e3 * count.seconds / max(1, count.keys)
    print(
        f"{name:44} {count.clauses:7} {count.keys:6} {each:8.2f} {count.mouse:5} {count.right:7} {count.wrong_leads:6}"
        f" {milliseconds:8.1f}"
    )


if __name__ == "__main__":
    main([Path(argument).resolve() for argument in sys.argv[1:]])
