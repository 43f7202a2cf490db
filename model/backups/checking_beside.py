"""Checking a copy in a process beside: it takes seconds of the processor, for which a window must not stand still."""

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, cast

from model.backups.making import check_copy
from model.project import OperationRecord
from model.refusal import Refusal
from model.watching import Watcher

PAUSE = 0.2  # seconds between two looks at whether it is still wanted
_ROOT = Path(__file__).resolve().parents[2]
# Not the modules of the standard library for this: they run the script again that the process began with.
_SERVE = (
    "import sys; sys.path.insert(0, sys.argv[1]); from model.backups.checking_beside import serve; "
    "serve(sys.stdin.buffer, sys.stdout.buffer)"
)


def check_beside(copy: Path, newest: OperationRecord | None, watch: Watcher) -> tuple[Refusal, ...]:
    """What ``making.check_copy`` does and gives, in a process of its own; where none can be had, here."""
    if not sys.executable or getattr(sys, "frozen", False):  # an application in one file is no interpreter
        return check_copy(copy, newest, watch)
    try:
        process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return check_copy(copy, newest, watch)
    question: bytes | None = pickle.dumps((copy, newest))
    with process:
        try:
            while True:
                watch(0, 0)
                try:
                    answer, _ = process.communicate(question, timeout=PAUSE)
                    break
                except subprocess.TimeoutExpired:
                    question = None  # it has been handed over
        finally:
            process.kill()  # it only reads
    try:
        found = cast("tuple[Refusal, ...] | Refusal", pickle.loads(answer))
    except (EOFError, pickle.UnpicklingError):  # somebody has ended it
        return check_copy(copy, newest, watch)
    if isinstance(found, Refusal):
        raise found
    return found


def serve(request: BinaryIO, answer: BinaryIO) -> None:
    """In the process beside: check the copy that is asked about, after whatever else the machine has to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(10)
    copy, newest = cast("tuple[Path, OperationRecord | None]", pickle.load(request))
    try:
        found: tuple[Refusal, ...] | Refusal = check_copy(copy, newest)
    except Refusal as refusal:
        found = refusal
    answer.write(pickle.dumps(found))
    answer.flush()
