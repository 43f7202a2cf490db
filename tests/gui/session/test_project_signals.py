import sqlite3
import threading
from pathlib import Path

import pytest

from gui.background.worker import Worker
from gui.session.project_signals import LONGEST_MILLISECONDS, PAUSE_MILLISECONDS, ProjectSignals
from model.annotation import documents
from model.errors import DamagedProjectError, StorageError, UserError
from model.project import Project


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        yield project


@pytest.fixture
def signals(qapp, project):
    """Signals that look at the file only when they are told to."""
    signals = ProjectSignals()
    signals.said, signals.again = [], []
    signals.refused.connect(lambda refusal: signals.said.append(str(refusal)))
    signals.recovered.connect(lambda: signals.again.append(1))
    signals.on_progress(project)
    signals._timer.stop()
    yield signals
    signals.on_progress(None)


def add(project: Project, name: str) -> None:
    with project.operation("import") as writing:
        documents.add(writing, name, "نص")


def test_what_is_written_is_in_the_file_after_a_pause(project, signals, qtbot):
    add(project, "one")
    assert not project.file.is_whole
    qtbot.waitUntil(lambda: project.file.is_whole)


def test_marks_in_quick_succession_put_it_off_but_not_for_ever(project, signals, monkeypatch):
    began = 10_000
    now, started = [began], []

    class Clock:
        begun = 0

        def start(self):
            self.begun = now[0]

        def elapsed(self):
            return now[0] - self.begun

    monkeypatch.setattr(signals, "_unfolded", Clock())
    begin = signals._folding.start
    monkeypatch.setattr(signals._folding, "start", lambda: (started.append(now[0] - began), begin()))
    for time in range(0, LONGEST_MILLISECONDS, 250):  # of a clock that no busy machine stretches
        now[0] = began + time
        add(project, str(time))
    assert started == list(range(0, LONGEST_MILLISECONDS - PAUSE_MILLISECONDS, 250))
    assert signals._folding.isActive()


def test_what_could_not_be_folded_because_others_read_is_folded_later(project, signals):
    reader = sqlite3.connect(project.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM document").fetchone()
    add(project, "one")
    signals._folding.stop()
    signals.fold()
    signals._look()
    assert not project.file.is_whole
    reader.close()
    signals._look()
    assert project.file.is_whole
    assert signals.said == []


def test_a_fault_is_told_once_and_its_end_once(project, signals):
    elsewhere = project.path.with_name("elsewhere.qarar")
    project.path.rename(elsewhere)
    for _ in range(3):
        signals._look()
    assert len(signals.said) == 1
    signals.tell_fault(StorageError("{path}: moved.", path=project.path))
    signals._look()
    assert signals.again == []
    elsewhere.rename(project.path)
    for _ in range(3):
        signals._look()
    assert (len(signals.said), signals.again) == (1, [1])


def test_the_end_of_a_fault_that_nobody_told_of_is_not_told(project, signals):
    signals.tell_fault(StorageError("{path}: the disk is full.", path=Path("/another/file")))
    signals._look()
    signals.tell_fault(StorageError("{path}: the disk is full.", path=project.path))
    add(project, "one")  # it could be written: the window has shown that itself
    signals._look()
    assert signals.again == []


def test_what_cannot_be_read_is_told_once_and_not_written_to(project, signals, monkeypatch):
    def unreadable():
        raise UserError("{path}: the project file is damaged ({reason}).", path=project.path, reason="so")

    monkeypatch.setattr(project, "refresh", unreadable)
    for _ in range(3):
        signals._look()
    assert len(signals.said) == 1
    monkeypatch.undo()
    with pytest.raises(UserError, match="damaged"), project.operation("import"):
        pass


def test_a_file_that_was_damaged_before_it_was_opened_is_only_read(project, signals, qtbot):
    add(project, "one")
    project.tables.connection.execute("UPDATE operation SET name = 'mark'")
    signals.on_progress(project)
    qtbot.waitUntil(lambda: signals.said != [], timeout=10_000)
    (said,) = signals.said
    assert "damaged, so nothing is written to it. The project's history is damaged at operation 1." in said
    with pytest.raises(UserError, match="so nothing is written"):
        add(project, "two")
    # Not even when all that was written is found in the file again.
    signals.fold()
    with pytest.raises(UserError, match="so nothing is written"):
        add(project, "two")
    assert len(project.documents()) == 1


def test_a_sound_file_is_looked_over_without_a_word(project, signals, qtbot, monkeypatch):
    looked = []
    look_over = type(project.file).look_over
    monkeypatch.setattr(
        type(project.file), "look_over", lambda file, on_progress: looked.append(look_over(file, on_progress))
    )
    add(project, "one")
    signals.on_progress(project)
    qtbot.waitUntil(lambda: looked == [None], timeout=10_000)
    assert signals.said == []
    add(project, "two")


def test_a_project_that_is_closed_is_looked_over_no_further(project, signals, qtbot, monkeypatch):
    begun, ended = threading.Event(), []

    def look_over(_, on_progress):
        begun.set()
        while True:
            on_progress(0, 0)

    monkeypatch.setattr(type(project.file), "look_over", look_over)
    monkeypatch.setattr("gui.session.project_signals.Worker.tell", observed(ended))
    signals._look_over()
    assert begun.wait(60)
    signals.on_progress(None)
    qtbot.waitUntil(lambda: "finished" in str(ended), timeout=60_000)
    assert "cancelled" in str(ended)
    assert signals.said == []
    assert project.file.is_sound


@pytest.mark.parametrize(
    "refusal, told",
    [(DamagedProjectError("{path}: damaged.", path="p"), True), (StorageError("{path}: busy.", path="p"), False)],
)
def test_damage_that_is_raised_while_looking_over_is_said_and_ends_writing(
    project, signals, qtbot, monkeypatch, refusal, told
):
    def fail(*_):
        raise refusal

    ended: list[object] = []
    monkeypatch.setattr(type(project.file), "look_over", fail)
    monkeypatch.setattr("gui.session.project_signals.Worker.tell", observed(ended))
    signals._look_over()
    qtbot.waitUntil(lambda: "finished" in str(ended))
    qtbot.wait(20)
    assert (signals.said == [str(refusal)]) is told
    assert project.file.is_sound is not told


def observed(told: list[object]):
    """A worker's ``tell`` that also notes which signals it emits."""
    original = Worker.tell

    def tell(worker, signal, *values):
        told.append(str(signal))
        original(worker, signal, *values)

    return tell
