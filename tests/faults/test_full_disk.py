"""A disk that is full: while the window is open on a project one sentence, reading goes on, nothing is lost."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from gui.dialogs.export_dialog import ExportChoice
from gui.dialogs.import_dialog import ImportChoice
from model.formats.export_formats import FORMATS
from tests.faults.fault_desk import DOCUMENTS, WHILE, FaultDesk, fault_desk, make_project, marks_in
from tests.faults.small_disk import SmallDisk, small_disks

pytestmark = pytest.mark.qt_no_exception_capture  # the application's own hook is what people have
ROOT = Path(__file__).parents[2]


@pytest.fixture
def disk(tmp_path):
    yield from small_disks(tmp_path)


@pytest.fixture
def desk(qtbot, tmp_path):
    with fault_desk(tmp_path / "home") as desk:
        yield desk


def large_sources(folder: Path) -> Path:
    """Resolutions that fit on no small disk."""
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"%%%PEACE|\n\n{'قرار نصه طويل ' * 2000}{number}", "utf-8")
    return folder


def test_a_mark_on_a_full_disk(disk: SmallDisk, desk: FaultDesk, qtbot) -> None:
    path = disk.folder / "p.qarar"
    desk.begin(path)
    qtbot.wait(WHILE)
    disk.fill()
    assert not desk.mark()
    (said,) = desk.new_sentences()
    assert said == desk.shown() == f"\u2066{path}\u2069: the disk is full."
    qtbot.wait(WHILE)
    assert desk.new_sentences() == []
    desk.read_on()
    assert marks_in(path) == desk.acknowledged
    disk.free()
    qtbot.waitUntil(lambda: desk.said == ["The project can be written to again."])
    assert desk.mark()
    assert len(desk.acknowledged) == 4
    assert marks_in(path) == desk.acknowledged


def test_in_arabic(disk: SmallDisk, qtbot, tmp_path: Path) -> None:
    path = disk.folder / "p.qarar"
    with fault_desk(tmp_path / "home", "ar") as desk:
        desk.begin(path)
        qtbot.wait(WHILE)
        disk.fill()
        assert not desk.mark()
        assert desk.new_sentences() == [f"\u2066{path}\u2069: القرص ممتلئ."]


def test_marks_until_a_disk_is_full(disk: SmallDisk, desk: FaultDesk, qtbot) -> None:
    """Somebody reads one state of the file all the time, so that SQLite's log can only grow."""
    path = disk.folder / "p.qarar"
    desk.begin(path)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    assert reader.execute("SELECT count(*) FROM span").fetchone() == (3,)
    disk.fill()
    ballast = disk.folder / "ballast"
    os.truncate(ballast, ballast.stat().st_size - 400_000)
    while desk.mark():
        pass
    assert len(desk.new_sentences()) == 1
    qtbot.wait(WHILE)
    desk.read_on()
    assert marks_in(path) == desk.acknowledged
    assert len(desk.acknowledged) > 5
    assert disk.room < 40_000
    reader.execute("ROLLBACK")
    reader.close()
    disk.free()
    qtbot.waitUntil(lambda: desk.project.file.is_whole)
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged


def test_an_import_that_fills_the_disk(disk: SmallDisk, desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = disk.folder / "p.qarar"
    desk.begin(path)
    source = large_sources(tmp_path / "in")
    desk.window.files.ask_import = lambda _: ImportChoice((source,))
    desk.window.files.import_documents()
    assert desk.new_sentences() == [f"\u2066{path}\u2069: the disk is full."]
    # What it had written is taken back, from the disk too.
    qtbot.waitUntil(lambda: disk.room > 6_000_000)
    assert desk.project.counts().documents == DOCUMENTS
    qtbot.wait(WHILE)
    assert desk.new_sentences() == ["The project can be written to again."]
    desk.read_on()
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged


def test_a_copy_on_a_full_disk(disk: SmallDisk, desk: FaultDesk, tmp_path: Path) -> None:
    target = disk.folder / "copy.qarar"
    desk.begin(tmp_path / "p.qarar")
    disk.fill()
    desk.window.files.ask_copy_path = lambda: target
    desk.window.files.save_copy()
    assert desk.new_sentences() == [f"\u2066{target}\u2069: the disk is full."]
    assert os.listdir(disk.folder) == ["ballast"]
    desk.read_on()
    assert desk.mark()
    disk.free()
    desk.window.files.save_copy()
    assert desk.new_sentences() == [f"Saved as \u2066{target}\u2069."]
    assert marks_in(target) == desk.acknowledged


@pytest.mark.parametrize("kind", [each.id for each in FORMATS])
def test_an_export_target_that_fills_up(disk: SmallDisk, desk: FaultDesk, tmp_path: Path, kind: str) -> None:
    target = disk.folder / "out"
    desk.begin(tmp_path / "p.qarar")
    disk.fill()
    ballast = disk.folder / "ballast"
    os.truncate(ballast, ballast.stat().st_size - 50_000)  # some of it can be written
    desk.window.files.ask_export = lambda: ExportChoice(kind, target)
    desk.window.files.export()
    (said,) = desk.new_sentences()
    assert said.startswith(f"\u2066{target}") and said.endswith("\u2069: the disk is full.")
    assert os.listdir(disk.folder) == ["ballast"]
    desk.read_on()
    assert desk.mark()
    disk.free()
    desk.window.files.export()
    (said,) = desk.new_sentences()
    assert said.startswith("5 documents exported")
    assert os.listdir(disk.folder) == ["out"]


@pytest.mark.parametrize("kind", [each.id for each in FORMATS])
def test_what_a_killed_export_leaves_is_gone_with_the_next(desk: FaultDesk, tmp_path: Path, kind: str) -> None:
    path, target = tmp_path / "p.qarar", tmp_path / "to" / "out"
    target.parent.mkdir()
    desk.begin(path)
    program = f"""
import os, signal
from pathlib import Path
from model.formats.export_formats import format_of
from model.project import Project
def watch(done, total):
    if done == 3:
        os.kill(os.getpid(), signal.SIGKILL)
with Project.open(Path({str(path)!r}), None) as project:
    format_of({kind!r}).write(project, Path({str(target)!r}), include_suggested=False, on_progress=watch)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == -9
    (left,) = target.parent.iterdir()
    assert left.name.startswith(".qarar-") and left.name.endswith(".partial")
    desk.window.files.ask_export = lambda: ExportChoice(kind, target)
    desk.window.files.export()
    assert [each.name for each in target.parent.iterdir()] == ["out"]


def test_a_project_on_a_full_disk_is_opened_for_reading(disk: SmallDisk, desk: FaultDesk, qtbot) -> None:
    path = disk.folder / "p.qarar"
    make_project(path)
    disk.fill()
    assert desk.window.files.open(path)
    assert desk.new_sentences() == [f"\u2066{path}\u2069: the disk is full. It is open for reading only."]
    desk.read_on()
    assert not desk.mark()
    assert len(desk.new_sentences()) == 1
    disk.free()
    qtbot.waitUntil(lambda: desk.session.annotator is not None)
    assert desk.new_sentences() == ["The project can be written to again."]
    assert desk.mark()
    assert marks_in(path) == desk.acknowledged


@pytest.mark.parametrize("has_history", [True, False])
def test_a_project_is_recovered_where_only_the_temporary_folder_is_full(
    disk: SmallDisk, tmp_path: Path, *, has_history: bool
) -> None:
    path, target = tmp_path / "p.qarar", tmp_path / "new.qarar"
    shutil.copyfile(ROOT / "tests" / "data" / "schema-0004_checksums.qarar", path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        last = 3 if has_history else 0
        connection.executescript(
            f"DELETE FROM change WHERE operation > {last}; DELETE FROM operation WHERE sequence > {last}"
        )
    disk.fill()
    done = subprocess.run(
        [sys.executable, "main.py", "recover", str(path), "--out", str(target)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(disk.folder)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert f"{target}: recovered (" in done.stdout
    assert ("the history begins with the recovery" not in done.stdout) == has_history
