"""Files that appear whole or not at all: written beside their target, then put in its place."""

import contextlib
import errno
import io
import os
import stat
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, BinaryIO, cast

from model.errors import UserError
from model.storage import temp_files
from model.storage.file import is_project


@contextlib.contextmanager
def replacing(target: Path) -> Generator[BinaryIO]:
    """A binary file for writing that takes the place of ``target`` when the block ends, and is gone where it raises.

    An existing target keeps its permissions; a link is followed. Refuses, naming the target, a folder, a device, a file
    that is read-only, a folder that is missing or cannot be written to, and a full disk.
    """
    with contextlib.ExitStack() as stack:
        with _explained(target):
            place = Path(os.path.realpath(target))
            mode = _mode_of(target, place)
            temp_files.clear_leftovers(place.parent)
            beside, descriptor = stack.enter_context(temp_files.new_file(place.parent))
            raw = _Explaining(descriptor, target)
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
                beside.chmod(mode)
            temp_files.put(beside, place)


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
        raise UserError("{path}: this is a file, not a folder.", path=target)
    made: list[Path] = []
    names: list[str] = []
    try:
        with contextlib.ExitStack() as stack:
            with _explained(target):
                folder = place.parent if new else place
                for each in (*reversed(folder.parents), folder):
                    if not each.exists():
                        each.mkdir()
                        made.append(each)
                temp_files.clear_leftovers(folder)
                aside = stack.enter_context(temp_files.new_folder(folder))

            def write(name: str, content: bytes) -> None:
                with _explained(target / name):
                    (aside / name).write_bytes(content)
                names.append(name)

            yield write
            if new:
                with _explained(target):
                    aside.rename(place)
            else:
                _move_in(names, aside, place, target)
    except BaseException:
        with contextlib.suppress(OSError):
            for each in reversed(made):
                each.rmdir()
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
        raise UserError("{path}: this is a folder, not a file.", path=target)
    if not stat.S_ISREG(found.st_mode):
        raise UserError("{path}: this is a device, which cannot be replaced by a file.", path=target)
    if is_project(place):
        raise UserError("{path}: this is a project; an export never takes the place of one.", path=target)
    if not os.access(place, os.W_OK):
        raise UserError("{path}: the file is read-only, so nothing can be written to it.", path=target)
    return stat.S_IMODE(found.st_mode)


@contextlib.contextmanager
def _explained(target: Path) -> Generator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise UserError("{path}: cannot be written, because its folder does not exist.", path=target) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise UserError("{path}: the disk is full.", path=target) from error
        raise UserError("{path}: cannot be written ({reason}).", path=target, reason=error) from error
