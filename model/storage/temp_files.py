"""Files that are not whole yet: they stand beside their target under a name of their own until they are.

A process that is killed leaves them behind. Whoever writes one holds a lock on it, which ends with the process: one
that nobody holds is a leftover, and is taken away when the next file is written into the same folder. Where a system or
a network drive knows no such locks, leftovers stay.
"""

import contextlib
import errno
import os
import re
import shutil
import uuid
from collections.abc import Generator
from pathlib import Path

from model.errors import UserError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

# SQLite keeps a journal beside a copy that is under way.
_LEFTOVER = re.compile(r"\.qarar-[0-9a-f]{32}\.partial(?P<beside>-journal|-wal|-shm)?")
_TRIES = 10  # nobody takes that many for leftovers one after the other: the folder does not show what is made in it


@contextlib.contextmanager
def new_file(folder: Path) -> Generator[tuple[Path, int]]:
    """An empty file in a folder and a descriptor to write it with, which the block closes. What is not moved to its
    place when the block ends is gone then.
    """
    # O_BINARY exists on Windows only; without it line ends would be changed there.
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    tried = 0
    while True:
        tried += 1
        path = folder / _name()
        descriptor = os.open(path, flags, 0o666)
        held = _hold(descriptor)
        if path.exists() or tried == _TRIES:
            break
        _release(held)  # somebody took it for a leftover before it was held
        os.close(descriptor)
    try:
        yield path, descriptor
    finally:
        # What stopped the block is what people must hear, not that the leftover could not be removed.
        with contextlib.suppress(OSError):
            _remove(path)
        _release(held)


@contextlib.contextmanager
def new_folder(folder: Path) -> Generator[Path]:
    """An empty folder in another one. What is not moved to its place when the block ends is gone then."""
    tried = 0
    while True:
        tried += 1
        path = folder / _name()
        path.mkdir()
        held = _hold_folder(path)
        if path.exists() or tried == _TRIES:
            break
        _release(held)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
        _release(held)


@contextlib.contextmanager
def called(beside: Path, target: Path) -> Generator[None]:
    """Have a refusal tell of a file by its target's name: what it is called until then tells nobody anything."""
    try:
        yield
    except UserError as refusal:
        raise refusal.renamed(beside, target) from refusal


def put(beside: Path, target: Path) -> None:
    """Have what is written take the place of its target, also if the power fails right afterwards."""
    os.replace(beside, target)
    sync_folder(target.parent)


def put_new(beside: Path, target: Path) -> None:
    """The same where there must be no target yet: FileExistsError where there is one."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        os.rename(beside, target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the system put the names of a folder on the disk; some systems cannot."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def clear_leftovers(folder: Path) -> None:
    """Take away what processes that were killed have left in a folder; whatever cannot be taken away stays."""
    if fcntl is None:
        return
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            found = _LEFTOVER.fullmatch(entry.name)
            if found is None:
                continue
            with contextlib.suppress(OSError):
                if not found["beside"]:
                    _clear(Path(entry.path))
                elif not os.path.lexists(entry.path.removesuffix(found["beside"])):
                    os.unlink(entry.path)  # after a power failure a folder may have kept this name alone


def _clear(path: Path) -> None:
    assert fcntl is not None
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.is_dir():
            shutil.rmtree(path)
            return
        _remove(path)
    finally:
        os.close(descriptor)


def _remove(path: Path) -> None:
    """Take a file away, and before it what SQLite keeps beside it: afterwards nobody would know whose that was."""
    for beside in ("-journal", "-wal", "-shm", ""):
        Path(f"{path}{beside}").unlink(missing_ok=True)


def _name() -> str:
    """A name that nothing has; it holds nothing of the target's, which may be as long as the file system allows."""
    return f".qarar-{uuid.uuid4().hex}.partial"


def _hold(descriptor: int) -> int | None:
    """Lock what a descriptor is open on, beyond that descriptor's own end; gives what to release. Who is about to take
    it away as a leftover is waited for: the file or folder is gone then.
    """
    if fcntl is None:
        return None
    held = os.dup(descriptor)
    with contextlib.suppress(OSError):
        fcntl.flock(held, fcntl.LOCK_EX)
    return held


def _hold_folder(path: Path) -> int | None:
    if fcntl is None:
        return None
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    held = _hold(descriptor)
    os.close(descriptor)
    return held


def _release(held: int | None) -> None:
    if held is not None:
        os.close(held)
