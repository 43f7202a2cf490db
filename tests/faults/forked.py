"""Processes that begin with everything loaded: a fork costs some milliseconds where a start of Python costs hundreds.

The process that forks must never have opened a project file itself: SQLite's locks would go with the copy.
"""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

LONGEST = 120  # seconds: whatever takes longer hangs
RAISED = 70  # exit status of a process in which something was raised


def start(work: Callable[[], None], said: Path, longest: int = LONGEST) -> int:
    """A process that does something and ends; gives its id. What it writes to standard output and error is in ``said``.

    Its exit status is 0, or ``RAISED``; after ``longest`` seconds (0: never) SIGALRM ends it.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    _work(work, said, longest)


def _work(work: Callable[[], None], said: Path, longest: int) -> NoReturn:
    status = RAISED
    try:
        signal.alarm(longest)
        descriptor = os.open(said, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        for stream in (1, 2):
            os.dup2(descriptor, stream)
        work()
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def ended(process: int) -> int:
    """Wait until a process has ended: its exit status, or, where a signal ended it, that as a negative number."""
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status)


def done(work: Callable[[], None], said: Path, longest: int = LONGEST) -> int:
    """Do something in a process of its own, to its end."""
    return ended(start(work, said, longest))
