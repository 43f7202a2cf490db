"""A real screen for journeys through the real window: an X server of the test's own, and keys pressed by xdotool."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


class Screen:
    """An X server, and the one window of Qarar that is open on it."""

    def __init__(self, display: str) -> None:
        self.environment = {
            name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
        }
        self.environment["DISPLAY"] = display
        self._process: subprocess.Popen[bytes] | None = None

    def layout(self, name: str) -> None:
        """Give the keyboard this layout and no other."""
        subprocess.run(["setxkbmap", name], env=self.environment, check=True)

    def settle(self, annotator: str, language: str, proposals: bool = False) -> None:
        """Settings as they are once the annotator's name was asked for."""
        settings = Path(self.environment["XDG_CONFIG_HOME"]) / "qarar" / "qarar.ini"
        settings.parent.mkdir(exist_ok=True)
        chosen = {"annotator": annotator, "language": language, "proposals_shown": "yes" if proposals else "no"}
        lines = ["[General]", *(f"{key}={value}" for key, value in chosen.items())]
        settings.write_text("\n".join(lines) + "\n", "utf-8")

    def open(self, project: Path) -> None:
        """Start Qarar on a project and wait until its window has the keyboard."""
        command = [sys.executable, "main.py", str(project)]
        self._process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stderr=subprocess.PIPE)
        search = ["xdotool", "search", "--onlyvisible", "--name", project.name]

        def window() -> str:
            found = subprocess.run(search, env=self.environment, capture_output=True, text=True, check=False)
            return found.stdout.strip()

        self.do("windowfocus", "--sync", str(until(window)).splitlines()[-1])

    def do(self, *words: str) -> None:
        """One command of xdotool."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True)

    def press(self, *keys: str) -> None:
        """Keys one after the other, by their names in X11 or their codes."""
        self.do("key", "--delay", "40", *keys)

    def kill(self) -> None:
        """End the process as a power cut does: SIGKILL, no farewell."""
        assert self._process is not None
        self._process.kill()
        self._process.communicate()
        self._process = None

    def end(self) -> None:
        """End the process if it still runs."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate()


def until(true: Callable[[], object], seconds: float = 60) -> object:
    """What the function gives as soon as that is true; fails when it never is."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found = true()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("it never came true")


@pytest.fixture
def screen() -> Iterator[Screen]:
    """A screen of 1360 by 860."""
    missing = [tool for tool in ("Xvfb", "xdotool", "setxkbmap") if shutil.which(tool) is None]
    if missing:
        reason = f"{', '.join(missing)}: not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1360x860x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        screen = Screen(f":{told.readline().strip()}")
    yield screen
    screen.end()
    server.terminate()
    server.wait()
