"""The C library in between (``shim.c``): compiled where there is a compiler, loaded with LD_PRELOAD, armed from here.

A process is armed for the files below one folder. What it does then fails, kills it, or is written down.
"""

import contextlib
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
KILL = -1  # instead of an errno: the process is killed at that call
SHORT = -2  # half of what was to be written is
UNREADABLE = -3  # EIO of calls that read; nothing else strikes those
EVERY = 1 << 62  # a call that is never reached


def compiled(folder: Path) -> Path | str:
    """The library, made in a folder; or why there is none."""
    if not sys.platform.startswith("linux"):
        return "calls are only looked into on Linux"
    compiler = next((found for name in ("cc", "gcc", "clang") if (found := shutil.which(name))), None)
    if compiler is None:
        return "there is no C compiler"
    library = folder / "faults.so"
    command = [compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return library if done.returncode == 0 else f"{compiler} cannot compile: {' '.join(done.stderr.split())}"


class Shim:
    """The library as it is loaded in this process; without it every call does nothing."""

    def __init__(self) -> None:
        self._library = None
        with contextlib.suppress(AttributeError):
            library = ctypes.CDLL(None)
            library.faults_fail.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_long, ctypes.c_long]
            library.faults_record.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
            library.faults_mark.argtypes = [ctypes.c_char_p]
            library.faults_count.restype = ctypes.c_long
            library.faults_struck.restype = ctypes.c_char_p
            self._library = library

    @property
    def is_loaded(self) -> bool:
        """Whether this process was started with it."""
        return self._library is not None

    def fail(self, folder: Path, number: int, first: int, last: int) -> None:
        """Have calls on files below a folder fail with an errno (or ``KILL``, ``SHORT``, ``UNREADABLE``), from the
        first to the last of these numbers; they are counted from 1.
        """
        if self._library is not None:
            self._library.faults_fail(os.fsencode(folder), number, first, last)

    def record(self, folder: Path, log: Path) -> None:
        """Write down in a log everything that is done to files below a folder."""
        if self._library is not None:
            self._library.faults_record(os.fsencode(folder), os.fsencode(log))

    def mark(self, line: str) -> None:
        """Write a line into the log, where there is one."""
        if self._library is not None:
            self._library.faults_mark(line.encode())

    def idle(self) -> None:
        """From now on, nothing more."""
        if self._library is not None:
            self._library.faults_idle()

    @property
    def count(self) -> int:
        """How many calls there were that could have failed."""
        return 0 if self._library is None else int(self._library.faults_count())

    @property
    def struck(self) -> str:
        """The first call that was struck, and the file it was about; empty where none was."""
        return "" if self._library is None else self._library.faults_struck().decode()
