"""A disk that is small for real, to be filled, made read-only and taken away while a window has a file on it."""

import contextlib
import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

BALLAST = "ballast"


class SmallDisk:
    """A file system of a few megabytes in memory, mounted at ``folder``."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        self._megabytes = megabytes
        self._places = [folder]

    def mount(self) -> None:
        """Put it in its place; it is empty."""
        _do("mount", "-t", "tmpfs", "-o", f"size={self._megabytes}m,mode=0777", "qarar-tests", str(self.folder))

    def fill(self) -> None:
        """Leave no room on it, not for one byte."""
        with (self.folder / BALLAST).open("ab", buffering=0) as ballast:
            for size in (1 << 16, 1):
                with contextlib.suppress(_Full):
                    while True:
                        _write(ballast.fileno(), size)

    def free(self) -> None:
        """Make room again."""
        (self.folder / BALLAST).unlink()

    @property
    def room(self) -> int:
        """How many bytes are free on it."""
        found = os.statvfs(self.folder)
        return found.f_bavail * found.f_frsize

    def allow_writing(self, allowed: bool) -> None:
        """Mount it anew, for reading only or for writing. No file on it may be open for writing."""
        _do("mount", "-o", f"remount,{'rw' if allowed else 'ro'}", str(self.folder))

    def stand_at(self, place: Path) -> None:
        """Mount it at another place too: there it can be taken away and brought back with all that is on it."""
        _do("mount", "--bind", str(self.folder), str(place))
        self._places.append(place)

    def take_away(self, place: Path) -> None:
        """Unmount it at a place, under the files that are open on it."""
        _do("umount", "--lazy", str(place))
        self._places.remove(place)

    def unmount(self) -> None:
        """Take it away from everywhere, whatever is open on it still."""
        for place in reversed(self._places):
            subprocess.run(["umount", "--lazy", str(place)], check=False, capture_output=True)


class _Full(Exception):
    pass


def _write(descriptor: int, size: int) -> None:
    try:
        os.write(descriptor, b"\0" * size)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise _Full from error


def _do(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, text=True)


def cannot(reason: str) -> NoReturn:
    """What a test needs is not here: it is skipped; in continuous integration it fails."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def small_disks(folder: Path, megabytes: int = 8) -> Iterator[SmallDisk]:
    """A small disk below a folder; without the right to mount one, the test is skipped, in continuous integration it
    fails.
    """
    if shutil.which("mount") is None:
        cannot("there is no mount here, so no disk can be small")
    place = folder / "small disk"
    place.mkdir()
    disk = SmallDisk(place, megabytes)
    try:
        disk.mount()
    except (OSError, subprocess.CalledProcessError) as error:
        reason = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else error
        cannot(f"no small disk can be mounted: {reason}")
    try:
        yield disk
    finally:
        disk.unmount()
