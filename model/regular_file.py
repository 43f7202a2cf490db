"""Reading files whole, and nothing but files: what has no end, or waits for another program, is never read."""

import os
import stat
from pathlib import Path

from model.errors import UserError

_MEBIBYTE = 1024 * 1024


def check_file(path: Path) -> None:
    """Refuse what is not there, and what is no file: a folder, a device, a pipe, a socket."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise unreadable(path, error) from error
    if stat.S_ISDIR(mode):
        raise UserError("{path}: cannot be read, because it is a folder.", path=path)
    if not stat.S_ISREG(mode):
        raise UserError("{path}: cannot be read, because it is a device, a pipe or a socket.", path=path)


def read_bytes(path: Path, largest: int) -> bytes:
    """The content of a file; refuses one of more than ``largest`` bytes, of which no more than that is read."""
    check_file(path)
    try:
        with path.open("rb") as file:
            # Room for all that is allowed would be made before a byte is read: for most files that takes the longest.
            expected = min(os.fstat(file.fileno()).st_size, largest)
            content = file.read(expected + 1)
            if expected < len(content) <= largest:  # it has grown meanwhile
                content += file.read(largest + 1 - len(content))
    except OSError as error:
        raise unreadable(path, error) from error
    if len(content) > largest:
        raise UserError("{path}: larger than {limit} MiB.", path=path, limit=largest // _MEBIBYTE)
    return content


def unreadable(path: Path, error: OSError) -> UserError:
    """What is said of a file that the system does not give."""
    return UserError("{path}: cannot be read ({reason}).", path=path, reason=error)
