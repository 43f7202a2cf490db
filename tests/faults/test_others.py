"""Another program has the same project file open and writes; and an import that is stopped half-way."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox

from gui.background.progress import ProgressDialog
from gui.dialogs.import_dialog import ImportChoice
from model.formats.importing import import_sources
from tests.faults.fault_desk import DOCUMENTS, STRETCH, WHILE, FaultDesk, fault_desk, make_project, marks_in

pytestmark = pytest.mark.qt_no_exception_capture  # the application's own hook is what people have
ROOT = Path(__file__).parents[2]
WRITING = "\u2066{path}\u2069: another program is writing to it; try again when it has finished."
AGAIN = "The project can be written to again."

HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
print("released", flush=True)
"""
MARK = """
import sys, time
from pathlib import Path
from model.annotation import spans
from model.project import Project
with Project.open(Path(sys.argv[1]), "Omar") as project:
    document = project.document_ids()[0]
    text = project.text(document)
    for number in range(300, 340):
        words = sys.argv[2].format(number=number)
        start = text.index(words)
        with project.operation("mark clause") as writing:
            spans.mark(writing, document, "preambular", start, start + len(words))
        print("A_RES_60_0", start, start + len(words), flush=True)
        time.sleep(0.01)
"""


class Other:
    """Another process on the file."""

    def __init__(self, program: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def line(self) -> str:
        """The next that it says."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def go_on(self) -> None:
        """Have it read a line."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def rest(self) -> list[str]:
        """All that it says until it ends."""
        out, _ = self._process.communicate()
        assert self._process.returncode == 0
        return out.splitlines()


@pytest.fixture
def desk(qtbot, tmp_path) -> Iterator[FaultDesk]:
    with fault_desk(tmp_path / "home") as desk:
        yield desk


def test_another_process_writes_when_the_project_is_opened(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    make_project(path)
    other = Other(HOLD, str(path))
    assert other.line() == "held"
    assert desk.window.files.open(path)
    assert desk.new_sentences() == [WRITING.format(path=path) + " It is open for reading only."]
    qtbot.wait(WHILE)
    desk.read_on()
    assert not desk.mark()
    assert desk.new_sentences() == [f"\u2066{path}\u2069: open for reading only."]
    other.go_on()
    qtbot.waitUntil(lambda: desk.said == [AGAIN])
    assert desk.mark()
    assert other.rest() == ["released"]
    assert marks_in(path) == desk.acknowledged


def test_another_process_writes_when_a_mark_is_made(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    desk.begin(path)
    other = Other(HOLD, str(path))
    assert other.line() == "held"
    assert not desk.mark()
    assert desk.new_sentences() == [WRITING.format(path=path)]
    qtbot.wait(WHILE)
    desk.read_on()
    assert marks_in(path) == desk.acknowledged
    other.go_on()
    qtbot.waitUntil(lambda: desk.said == [AGAIN])
    assert desk.mark()
    assert other.rest() == ["released"]
    assert marks_in(path) == desk.acknowledged


def test_two_processes_mark_at_the_same_time(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    desk.begin(path)
    other = Other(MARK, str(path), STRETCH)
    first = other.line()
    for _ in range(40):
        assert desk.mark()
        qtbot.wait(10)
    for line in [first, *other.rest()]:
        name, start, end = line.split()
        desk.acknowledged.add((name, int(start), int(end)))
    assert len(desk.acknowledged) == 83
    qtbot.wait(WHILE)
    desk.read_on()  # the window shows those of the other, too
    assert marks_in(path) == desk.acknowledged
    assert desk.project.file.is_whole


def test_an_import_that_is_stopped_half_way(desk: FaultDesk, qtbot, tmp_path: Path, monkeypatch) -> None:
    path, folder = tmp_path / "p.qarar", tmp_path / "in"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"%%%PEACE|\n\nقرار رقم {number}، نصه.", "utf-8")
    desk.begin(path)
    half = threading.Event()

    def slowed(*given, on_progress, **named):
        def stalling(done: int, total: int) -> None:
            on_progress(done, total)
            if done == 30:
                half.set()
                while True:  # until the button is pressed
                    on_progress(done, total)
                    time.sleep(0.01)

        return import_sources(*given, on_progress=stalling, **named)

    def press() -> None:
        dialog = desk.window.findChild(ProgressDialog)
        if not half.is_set() or dialog is None:
            QTimer.singleShot(10, press)
            return
        dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    monkeypatch.setattr("model.formats.importing.import_sources", slowed)
    desk.window.files.ask_import = lambda _: ImportChoice((folder,))
    QTimer.singleShot(0, press)
    desk.window.files.import_documents()
    assert half.is_set()
    assert desk.new_sentences() == ["Stopped. Nothing was changed."]
    assert desk.project.counts().documents == DOCUMENTS
    assert desk.project.counts().concepts == 0
    desk.read_on()
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged
    monkeypatch.setattr("model.formats.importing.import_sources", import_sources)
    desk.window.files.import_documents()
    assert desk.project.counts().documents == DOCUMENTS + 60
