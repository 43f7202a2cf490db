"""Files that appear whole or not at all: written beside their target, then put in its place."""

import contextlib
import io
import os
import stat
import uuid
from collections.abc import Generator
from pathlib import Path
from typing import Any, BinaryIO, cast

from model.refusal import Refusal


@contextlib.contextmanager
def replacing(target: Path) -> Generator[BinaryIO]:
    """A binary file for writing that takes the place of ``target`` when the block ends, and is gone where it raises.

    An existing target keeps its permissions; a link is followed. Refuses, naming the target, a folder, a device, a file
    that is read-only, a folder that is missing or cannot be written to, and a full disk.
    """
    with _explained(target):
        place = Path(os.path.realpath(target))
        mode = _mode_of(target, place)
        # The name has nothing of the target's, which may be as long as the file system allows.
        partial = place.with_name(f".qarar-{uuid.uuid4().hex}.partial")
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
