"""Files that appear whole or not at all: written beside their target, then put in its place."""

import contextlib
import io
import os
import shutil
import stat
import uuid
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, BinaryIO, cast

from model.refusal import Refusal
from model.storage.file import is_project


@contextlib.contextmanager
def replacing(target: Path) -> Generator[BinaryIO]:
    """A binary file for writing that takes the place of ``target`` when the block ends, and is gone where it raises.

    An existing target keeps its permissions; a link is followed. Refuses, naming the target, a folder, a device, a file
    that is read-only, a folder that is missing or cannot be written to, and a full disk.
    """
    with _explained(target):
        place = Path(os.path.realpath(target))
        mode = _mode_of(target, place)
        partial = place.with_name(_partial_name())
        # O_BINARY exists on Windows only; without it line ends would be changed there.
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
        raw = _Explaining(os.open(partial, flags, 0o666), target)
    try:
        try:
            file = io.BufferedWriter(raw, 1 << 20)
            yield cast(BinaryIO, file)
            file.flush()
            raw.sync()
        finally:
            # Not the buffer: closing that would try once more to write what could not be written.
            raw.close()
        with _explained(target):
            if mode is not None:
                partial.chmod(mode)
            os.replace(partial, place)
    except BaseException:
        # What stopped us is what people must hear, not that the leftover could not be removed.
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def filling(target: Path) -> Generator[Callable[[str, bytes], None]]:
    """A function that writes a file (name, content) for the folder ``target``, where all appear when the block ends and
    none where it raises.

    The folder is made where it is missing. What it holds stays, but for files of these names: they are replaced with
    their permissions kept, a link by a file. The files are written to a folder inside the target (or beside it, if it
    is new) and moved at the end, one after the other: a crash just then may leave some of them moved. Other than
    ``replacing`` it does not wait until each is on the disk: with a thousand files that takes most of the time.

    Refuses, naming the file or the target, what ``replacing`` refuses; also of the last file before the first is moved.
    """
    place = Path(os.path.realpath(target))
    new = not os.path.lexists(place)
    if not new and not place.is_dir():
        raise Refusal("{path}: this is a file, not a folder.", path=target)
    aside = (place.parent if new else place) / _partial_name()
    made: list[Path] = []
    names: list[str] = []

    def write(name: str, content: bytes) -> None:
        with _explained(target / name):
            (aside / name).write_bytes(content)
        names.append(name)

    try:
        with _explained(target):
            for folder in reversed(aside.parents):
                if not folder.exists():
                    folder.mkdir()
                    made.append(folder)
            aside.mkdir()
        yield write
        if new:
            with _explained(target):
                aside.rename(place)
        else:
            _move_in(names, aside, place, target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        with contextlib.suppress(OSError):
            for folder in reversed(made):
                folder.rmdir()
        raise


def _move_in(names: list[str], aside: Path, place: Path, target: Path) -> None:
    """Move files from a folder into another, and take the first away."""
    for name in names:
        with _explained(target / name):
            mode = _mode_of(target / name, place / name)
            if mode is not None:
                (aside / name).chmod(mode)
    for name in names:
        with _explained(target / name):
            os.replace(aside / name, place / name)
    with contextlib.suppress(OSError):
        aside.rmdir()


def _partial_name() -> str:
    """A name that nothing has; it holds nothing of the target's, which may be as long as the file system allows."""
    return f".qarar-{uuid.uuid4().hex}.partial"


class _Explaining(io.FileIO):
    """A file whose own faults are told as faults of the target; what else goes wrong in the block stays what it is."""

    def __init__(self, descriptor: int, target: Path) -> None:
        super().__init__(descriptor, "wb")
        self._target = target

    def write(self, data: Any, /) -> int:
        with _explained(self._target):
            return super().write(data)

    def sync(self) -> None:
        """Have the system put what was written on the disk."""
        with _explained(self._target):
            os.fsync(self.fileno())


def _mode_of(target: Path, place: Path) -> int | None:
    """The permissions of the file that is there, or nothing where there is none; refuses what is no file."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise Refusal("{path}: this is a folder, not a file.", path=target)
    if not stat.S_ISREG(found.st_mode):
        raise Refusal("{path}: this is a device, which cannot be replaced by a file.", path=target)
    if is_project(place):
        raise Refusal("{path}: this is a project; an export never takes the place of one.", path=target)
    if not os.access(place, os.W_OK):
        raise Refusal("{path}: the file is read-only, so nothing can be written to it.", path=target)
    return stat.S_IMODE(found.st_mode)


@contextlib.contextmanager
def _explained(target: Path) -> Generator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Refusal("{path}: cannot be written, because its folder does not exist.", path=target) from error
    except OSError as error:
        raise Refusal("{path}: cannot be written ({reason}).", path=target, reason=error.strerror or error) from error
