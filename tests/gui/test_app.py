import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from gui.app import Application, missing_display
from gui.settings import Settings
from model.project import Project
from model.refusal import Refusal

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
    refusal = Refusal("{path}: the disk is full.", path="p.qarar")
    application.handle_bug(Refusal, refusal, None)
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
