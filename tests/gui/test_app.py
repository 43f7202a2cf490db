import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMessageBox

from gui.app import Application, missing_display
from gui.settings import Settings
from model.errors import UserError
from model.project import Project

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def application(qapp, tmp_path):
    settings = Settings()
    settings.annotator = "Sara"
    settings.language = "en"
    made = Application(qapp, tmp_path)
    yield made
    made.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_without_a_project_the_users_copy_of_the_sample_is_opened_and_kept(application, tmp_path):
    application.open(None)
    project = application.session.project
    assert project.path.name == "Qarar sample.qarar"
    assert project.counts().documents == 3
    assert project.counts().spans > 50
    span = project.spans(application.session.document)[0]
    application.window.marking.choose(span.id)
    application.window.edits.delete()
    count = project.counts().spans
    application.open(None)
    assert application.session.project.counts().spans == count
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".qarar") == ["Qarar sample.qarar"]


def test_later_the_project_opened_last_comes_back(application, tmp_path):
    for name in ("one", "two"):
        Project.create(tmp_path / f"{name}.qarar", "Sara").close()
        application.open(tmp_path / f"{name}.qarar")
    application.session.set_project(None)
    application.open(None)
    assert application.session.project.path == tmp_path / "two.qarar"


@pytest.mark.parametrize("fault", ["gone", "damaged"])
def test_where_that_one_cannot_be_opened_the_start_screen_says_why(application, tmp_path, monkeypatch, fault):
    path = tmp_path / "last.qarar"
    Project.create(path, "Sara").close()
    application.open(path)
    application.session.set_project(None)
    path.unlink()
    if fault == "damaged":
        path.write_bytes(b"no project" * 1000)
    monkeypatch.setattr(application.window.files, "show_error", lambda *_: pytest.fail("no box"))
    application.open(None)
    window = application.window
    assert window.middle.currentWidget() is window.welcome
    assert window.welcome.start.isVisible()
    assert "last.qarar" in window.welcome.start.refused.text()


def test_with_an_emptied_list_the_start_screen_comes_and_leads_to_the_sample(application, qtbot):
    application.open(None)
    application.session.set_project(None)
    application.settings.clear_recent()
    application.open(None)
    start = application.window.welcome.start
    assert application.session.project is None
    assert start.isVisible()
    qtbot.mouseClick(start.sample, Qt.MouseButton.LeftButton)
    assert application.session.project.path.name == "Qarar sample.qarar"


def test_the_first_steps_are_shown_at_the_start_until_they_were_gone_through(application):
    application.open(None)
    assert application.window.first_steps.isHidden()
    application.begin(None)
    assert application.window.first_steps.isVisible()
    application.window.first_steps.put_away()
    application.begin(None)
    assert application.window.first_steps.isHidden()


def test_a_project_is_opened_by_its_path(application, tmp_path):
    with Project.create(tmp_path / "one.qarar", "Sara"):
        pass
    application.open(tmp_path / "one.qarar")
    assert application.session.project.path == tmp_path / "one.qarar"


def test_a_bug_is_written_down_and_shown_once(application, monkeypatch, capsys):
    shown = []

    def show(*arguments):
        shown.append(arguments)
        try:
            raise ValueError("within")
        except ValueError as error:
            application.handle_bug(ValueError, error, error.__traceback__)

    monkeypatch.setattr(application, "show_bug", show)
    try:
        raise KeyError("outer")
    except KeyError as error:
        application.handle_bug(KeyError, error, error.__traceback__)
    assert len(shown) == 1
    written = application.log.read_text("utf-8")
    assert "KeyError: 'outer'" in written
    assert "ValueError: within" in written
    assert "KeyError" in capsys.readouterr().err


def test_a_fault_of_the_file_is_said_in_the_window_and_is_no_bug(application, monkeypatch):
    monkeypatch.setattr(application, "show_bug", lambda *_: pytest.fail("no bug"))
    said = []
    application.session.message.connect(said.append)
    refusal = UserError("{path}: the disk is full.", path="p.qarar")
    application.handle_bug(UserError, refusal, None)
    assert len(said) == 1
    assert "p.qarar" in said[0]


@pytest.mark.parametrize(
    "platform, environment, said",
    [
        ("linux", {}, True),
        ("linux", {"DISPLAY": ""}, True),
        ("linux", {"DISPLAY": ":0"}, False),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("darwin", {}, False),
        ("win32", {}, False),
    ],
)
def test_without_a_screen_that_is_said_in_one_sentence(platform, environment, said):
    assert bool(missing_display(platform, environment)) == said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="screens are looked for on Linux only")
def test_the_process_ends_with_status_1_without_a_screen():
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "DISPLAY" in done.stderr


@pytest.mark.parametrize("damage", [None, "replaced", "replaced in another window", "closed"])
def test_a_bug_says_that_all_is_on_disk_only_where_that_was_seen(application, tmp_path, monkeypatch, damage):
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    path = tmp_path / "one.qarar"
    with Project.create(path, "Sara"):
        pass
    application.open(path)
    if damage == "replaced in another window":
        with Project.create(tmp_path / "other.qarar", "Sara"):
            pass
        beside = application.windows.open_beside(application.window)
        assert beside.files.open(tmp_path / "other.qarar")
        path = next(each.session.project.path for each in application.windows if each is not application.window)
    if damage is not None and damage.startswith("replaced"):
        path.rename(tmp_path / "two.qarar")
        path.write_bytes(b"x")
    elif damage == "closed":
        application.session.set_project(None)
    application.show_bug(application.window, ValueError, ValueError("x"), None)
    (said,) = shown
    assert ("is on disk" in said) == (damage is None)
    assert ("See whether" in said) == (damage is not None)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="glibc alone gives threads heaps of their own")
def test_threads_share_the_heaps_of_the_process(tmp_path):
    program = """
import ctypes, threading
from gui import app
from gui.background.worker import Worker

def work(watcher):
    kept = [bytes(5000) for _ in range(100)]
    together.wait()

class Shown(app.QApplication):
    def exec(self):
        workers = [Worker(work) for _ in range(6)]
        for each in workers:
            each.start()
        together.wait()
        libc = ctypes.CDLL(None)
        libc.fopen.restype = ctypes.c_void_p
        stream = ctypes.c_void_p(libc.fopen(b"/dev/stdout", b"w"))
        libc.malloc_info(0, stream)
        return libc.fflush(stream)

together = threading.Barrier(7)
app.QApplication = Shown
app.run([])
"""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert 0 < done.stdout.count("<heap ") <= 2
