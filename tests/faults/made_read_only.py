"""A window whose file, then its folder, is made read-only and writable again; what was said goes to standard output.

A program of its own, because permissions do not hold for every user: see ``test_vanished``.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.faults.fault_desk import WHILE, FaultDesk, fault_desk, marks_in

SECONDS = 60


def wait_for(true: Callable[[], bool]) -> None:
    """Let the window live until that is true."""
    ends = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < ends, "it never came true"
        QTest.qWait(50)


def journey(desk: FaultDesk, path: Path) -> dict[str, list[str]]:
    """Make the file read-only while it is open, at opening, and then its folder."""
    told: dict[str, list[str]] = {}

    def reopen(mode: int, name: str, place: Path) -> None:
        desk.session.set_project(None)
        before = place.stat().st_mode
        place.chmod(mode)
        assert desk.window.files.open(path)
        told[name] = desk.new_sentences()
        desk.read_on()
        place.chmod(before)
        wait_for(lambda: desk.session.annotator is not None)
        told[f"{name} again"] = desk.new_sentences()
        assert desk.mark()

    desk.begin(path)
    path.chmod(0o444)
    assert not desk.mark()
    told["refused"] = desk.new_sentences()
    QTest.qWait(WHILE)
    told["waiting"] = desk.new_sentences()
    desk.read_on()
    path.chmod(0o644)
    wait_for(lambda: bool(desk.said))
    told["again"] = desk.new_sentences()
    assert desk.mark()
    reopen(0o444, "opened", path)
    reopen(0o555, "folder", path.parent)
    assert marks_in(path) == desk.acknowledged
    return told


def main() -> None:
    """The program."""
    folder = Path(sys.argv[1])
    os.environ["XDG_CONFIG_HOME"] = str(folder / "settings")
    application = QApplication([])
    with fault_desk(folder / "home") as desk:
        found = journey(desk, folder / "p.qarar")
    json.dump(found, sys.stdout)
    application.quit()


if __name__ == "__main__":
    main()
