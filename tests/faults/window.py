"""A window on a project that others may work on too: a real application that does random acts for a while.

It tells ``did`` and the id of every operation of its annotator; ``acted`` when the time is over; in the end, as JSON,
``shown``, what the window shows, and ``said``, every different sentence that it has said to people.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.proposals.proposals import is_proposal
from tests.faults.fault_desk import WHILE, FaultDesk, fault_desk

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYS = (
    *((Qt.Key.Key_Space, NONE, " "),) * 4,
    *((Qt.Key(ord(letter)), NONE, letter.lower()) for letter in "PAEOUTLS" * 2),
    *((Qt.Key.Key_Z, CONTROL, ""),) * 3,
    *((Qt.Key.Key_Y, CONTROL, ""),) * 2,
    (Qt.Key.Key_Delete, NONE, ""),
    *((Qt.Key.Key_Down, ALT, ""), (Qt.Key.Key_Up, ALT, "")) * 2,
    (Qt.Key.Key_Slash, CONTROL, ""),
    (Qt.Key.Key_F8, NONE, ""),
    (Qt.Key.Key_F7, NONE, ""),
)
SMALL, LARGE = 3, 120  # characters of a selection


def act(desk: FaultDesk, chance: random.Random) -> None:
    """Another document, a selection, or a key."""
    model, session = desk.window.documents.model, desk.session
    kind = chance.randrange(10)
    if kind == 0 and model.rowCount():
        session.set_document(model.document_at(chance.randrange(model.rowCount())))
    elif kind < 4 and len(session.text) > LARGE:
        start = chance.randrange(len(session.text) - LARGE)
        desk.window.view.set_selection(start, start + chance.randint(SMALL, LARGE))
    key, held, text = chance.choice(KEYS)
    for event in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(desk.window.view, QKeyEvent(event, int(key), held, 0, 0, 0, text))


def shown(desk: FaultDesk) -> dict[str, object]:
    """What the window shows: the list of documents, and the marks of each."""
    model = desk.window.documents.model
    found: dict[str, object] = {}
    for row in range(model.rowCount()):
        document = model.document_at(row)
        assert document is not None
        desk.session.set_document(document)
        QTest.qWait(20)
        summary = model.summary(document)
        assert summary is not None
        spans = [span for span in desk.window.view.page.spans if not is_proposal(span.id)]
        marks = sorted([span.id, span.label, span.start, span.end] for span in spans if span.status != "rejected")
        found[summary.name] = [summary.span_count, marks]
    return found


def work(path: Path, name: str, seed: int, seconds: float, folder: Path, tell: Callable[[str], None]) -> None:
    """Open a project in a window and do random acts for so long; what was done is told. Then, once standard input has
    said that the others have ended too, what the window shows and what it has said to people.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = str(folder)
    application = QApplication([])
    chance = random.Random(seed)
    with fault_desk(folder / "home") as desk:
        desk.application.settings.annotator = name
        assert desk.window.files.open(path), desk.boxes
        me = desk.session.annotator
        assert me is not None, desk.said
        known = desk.project.read_up_to
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            act(desk, chance)
            QTest.qWait(chance.choice((0, 1, 5, 20)))
            assert desk.bugs == [], desk.bugs
            for record in desk.project.operations_after(known):
                known = record.sequence
                if record.annotator == me.id:
                    tell(f"did {record.id}")
        tell("acted")
        sys.stdin.readline()
        QTest.qWait(WHILE)
        tell(f"shown {json.dumps(shown(desk))}")
        tell(f"said {json.dumps(sorted({*desk.said, *desk.boxes}))}")
    application.quit()


def main(path: str, name: str, seed: str, seconds: str, folder: str) -> None:
    """The program."""
    work(Path(path), name, int(seed), float(seconds), Path(folder), lambda line: print(line, flush=True))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
