"""The project's file is taken away under the open window, is replaced, or may no longer be written to."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gui.dialogs.export_dialog import ExportChoice
from gui.dialogs.import_dialog import ImportChoice
from model.project import Project
from tests.faults.fault_desk import WHILE, FaultDesk, fault_desk, make_project, marks_in
from tests.faults.small_disk import SmallDisk, cannot, small_disks

pytestmark = pytest.mark.qt_no_exception_capture  # the application's own hook is what people have
ROOT = Path(__file__).parents[2]
GONE = (
    "\u2066{path}\u2069: the project file was moved, deleted or replaced; nothing more is written to it. "
    "Save a copy to keep what is here."
)
AGAIN = "The project can be written to again."


@pytest.fixture
def disk(tmp_path):
    yield from small_disks(tmp_path)


@pytest.fixture
def desk(qtbot, tmp_path):
    with fault_desk(tmp_path / "home") as desk:
        yield desk


def goes_on_reading(desk: FaultDesk, qtbot, sentence: str) -> None:
    """It is said once by itself, and once for each act; nothing but writing is impossible."""
    qtbot.waitUntil(lambda: desk.said == [sentence])
    assert desk.shown() == sentence
    qtbot.wait(WHILE)
    assert desk.new_sentences() == [sentence]
    desk.read_on()
    assert not desk.mark()
    assert desk.new_sentences() == [sentence]
    desk.read_on()


def goes_on_in_a_copy(desk: FaultDesk, qtbot, copy: Path) -> None:
    """All that was acknowledged is in a copy, and work goes on there."""
    document = desk.session.document
    desk.window.files.ask_copy_path = lambda: copy
    desk.window.files.save_copy()
    assert desk.new_sentences() == [f"Saved as \u2066{copy}\u2069; you are working in this file now."]
    assert desk.project.path == copy
    assert desk.session.document == document
    assert desk.mark()
    qtbot.wait(WHILE)
    assert desk.new_sentences() == []
    desk.read_on()
    assert marks_in(copy) == desk.acknowledged


def test_a_file_that_is_moved_takes_all_marks_along(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path, elsewhere = tmp_path / "p.qarar", tmp_path / "elsewhere" / "q.qarar"
    elsewhere.parent.mkdir()
    desk.begin(path)
    qtbot.waitUntil(lambda: desk.project.file.is_whole)
    path.rename(elsewhere)
    assert marks_in(elsewhere) == desk.acknowledged
    assert len(desk.acknowledged) == 3
    goes_on_reading(desk, qtbot, GONE.format(path=path))
    elsewhere.rename(path)
    qtbot.waitUntil(lambda: desk.said == [AGAIN])
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged


def test_marks_in_quick_succession_are_in_the_file_soon(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    desk.begin(path)
    before = len(desk.acknowledged)

    def held() -> int:
        return len(marks_in(shutil.copy(path, tmp_path / "copy.qarar")))  # the bare file, as people copy it

    for _ in range(100):  # no pause between them is long enough by itself
        assert desk.mark()
        qtbot.wait(100)
        if held() > before:
            break
    assert held() > before
    qtbot.waitUntil(lambda: desk.project.file.is_whole)
    assert marks_in(shutil.copy(path, tmp_path / "copy.qarar")) == desk.acknowledged


def test_a_file_that_is_deleted(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    desk.begin(path)
    path.unlink()
    goes_on_reading(desk, qtbot, GONE.format(path=path))
    goes_on_in_a_copy(desk, qtbot, tmp_path / "copy.qarar")
    assert not path.exists()


def test_a_file_that_is_replaced_by_another_project(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path, other = tmp_path / "p.qarar", tmp_path / "other.qarar"
    make_project(other)
    desk.begin(path)
    qtbot.wait(WHILE)
    other.replace(path)
    before = path.read_bytes()
    goes_on_reading(desk, qtbot, GONE.format(path=path))
    # Nothing is brought into the other one, or taken from it, by mistake.
    desk.window.files.ask_import = lambda _: ImportChoice((tmp_path,))
    desk.window.files.import_documents()
    desk.window.files.ask_export = lambda: ExportChoice("dataset-jsonl", tmp_path / "out.jsonl")
    desk.window.files.export()
    assert desk.new_sentences() == [GONE.format(path=path)] * 2
    assert not (tmp_path / "out.jsonl").exists()
    goes_on_in_a_copy(desk, qtbot, tmp_path / "copy.qarar")
    assert path.read_bytes() == before
    assert marks_in(path) == set()


def test_a_project_that_took_the_place_of_the_open_one_is_opened(
    desk: FaultDesk, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "p.qarar", tmp_path / "other.qarar"
    make_project(other)
    desk.begin(path)
    qtbot.wait(WHILE)
    other.replace(path)
    desk.acknowledged.clear()
    original = Project.open

    def opened(place: Path, annotator: str | None, **named) -> Project:
        assert desk.session.project is None, "the one before still holds what SQLite keeps beside that path"
        return original(place, annotator, **named)

    monkeypatch.setattr(Project, "open", opened)
    assert desk.window.files.open(path)
    monkeypatch.undo()
    assert desk.mark()
    qtbot.wait(WHILE)
    assert desk.new_sentences() == []
    desk.read_on()
    assert marks_in(path) == desk.acknowledged


def test_a_folder_that_is_unmounted_and_mounted_again(disk: SmallDisk, desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    disk.stand_at(place)
    path = place / "p.qarar"
    desk.begin(path)
    disk.take_away(place)
    goes_on_reading(desk, qtbot, GONE.format(path=path))
    disk.stand_at(place)
    qtbot.waitUntil(lambda: desk.said == [AGAIN])
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged


def test_the_log_beside_the_file_is_deleted(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    desk.begin(path)
    Path(f"{path}-wal").unlink()
    goes_on_reading(
        desk,
        qtbot,
        f"\u2066{path}\u2069: the file \u2066p.qarar-wal\u2069 beside it, which belongs to it while it is open, was "
        "moved, deleted or replaced; nothing more is written to it. Save a copy to keep what is here.",
    )
    goes_on_in_a_copy(desk, qtbot, tmp_path / "copy.qarar")


def test_a_disk_that_is_read_only_until_it_is_not(disk: SmallDisk, desk: FaultDesk, qtbot) -> None:
    path = disk.folder / "p.qarar"
    make_project(path)
    disk.allow_writing(False)
    assert desk.window.files.open(path)
    said = f"\u2066{path}\u2069: the file is read-only, so nothing can be written to it. It is open for reading only."
    assert desk.new_sentences() == [said]
    qtbot.wait(WHILE)
    desk.read_on()
    assert not desk.mark()
    assert len(desk.new_sentences()) == 1
    disk.allow_writing(True)
    qtbot.waitUntil(lambda: desk.said == [AGAIN])
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged


def test_a_file_that_is_made_read_only(tmp_path: Path) -> None:
    """In a process that permissions hold for, as they do not for an administrator."""
    command = [sys.executable, "-m", "tests.faults.made_read_only", str(tmp_path)]
    if not _permissions_hold(tmp_path):
        if shutil.which("setpriv") is None:
            cannot("permissions hold for nobody here, and setpriv is not installed")
        command = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    path = tmp_path / "p.qarar"
    told = f"\u2066{path}\u2069: the file is read-only, so nothing can be written to it."
    folder = f"\u2066{path}\u2069: its folder is read-only, so nothing can be written to the project."
    reading = " It is open for reading only."
    assert found == {
        "refused": [told],
        "waiting": [],
        "again": [AGAIN],
        "opened": [told + reading],
        "opened again": [AGAIN],
        "folder": [folder + reading],
        "folder again": [AGAIN],
    }
    with Project.open(path, None) as project:
        assert project.counts().spans == 6


def _permissions_hold(folder: Path) -> bool:
    """Whether this process may not write to what is read-only."""
    path = folder / "read-only"
    path.touch(0o400)
    return not os.access(path, os.W_OK)
