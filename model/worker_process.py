"""Processes beside: isolated from where a person works, and talked to by JSON, each piece with its length before it.

Nothing here runs what it reads, as unpickling would: each value is looked at, and what has another shape is
``Garbled``.
"""

import contextlib
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import BinaryIO, NoReturn, TypeVar, cast

import orjson

from model.errors import DamagedProjectError, StorageError, UserError

_LENGTH = 8  # bytes, the first the highest
_LARGEST = 2**32  # bytes; a batch of files as large as may be read stays below it
_DEEPEST = 5  # sentences within one another; ours are three
_REFUSALS: dict[str, type[UserError]] = {
    "damage": DamagedProjectError,
    "fault": StorageError,
    "error": UserError,
}  # what is a kind of others last
_ROOT = Path(__file__).resolve().parents[1]
_SERVE = (
    "import sys; sys.path.insert(0, sys.argv[1]); from {module} import serve; "
    "serve(sys.stdin.buffer, sys.stdout.buffer)"
)
_T = TypeVar("_T")


class Garbled(Exception):
    """What came through a pipe does not have the shape that it must have."""


def available() -> bool:
    """Whether there is a Python to start: what is installed as one program has none, its executable opens a window."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


@contextlib.contextmanager
def process(module: str) -> Generator["subprocess.Popen[bytes]"]:
    """A process in which ``serve(requests, answers)`` of a module of ours runs; it ends with this, or when its input
    does. ``OSError`` where none can be had.

    It is isolated (``-I``), and works in the program's folder: otherwise Python would take modules from where the
    person stands, a ``pickle.py`` among the files to import too, and from what ``PYTHONPATH`` names. The modules of the
    standard library for this are not used: they run the script again that the process began with.
    """
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", _SERVE.replace("{module}", module), str(_ROOT)],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield process
    finally:
        process.kill()  # it holds nothing that could be lost
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                cast(BinaryIO, pipe).close()


def ignore_interrupts() -> None:
    """In a process beside: a key that stops a command is for the process that asks; it ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def send(pipe: BinaryIO, value: object) -> None:
    """Write one piece; ``Garbled`` for what JSON cannot hold (half of a character in a path)."""
    try:
        content = orjson.dumps(value)
    except orjson.JSONEncodeError as error:
        raise Garbled(str(error)) from error
    pipe.write(len(content).to_bytes(_LENGTH, "big") + content)
    pipe.flush()


def receive(pipe: BinaryIO) -> object:
    """Read one piece; ``EOFError`` where nothing more comes, ``Garbled`` for what is none."""
    length = int.from_bytes(_exactly(pipe, _LENGTH), "big")
    if length > _LARGEST:
        raise Garbled(f"{length} bytes")
    try:
        return cast(object, orjson.loads(_exactly(pipe, length)))
    except orjson.JSONDecodeError as error:
        raise Garbled(str(error)) from error


# Values as JSON, and JSON as values


def error_json(error: UserError, path: Path) -> object:
    """A sentence; ``path`` is what was read, and ``[]`` stands for it."""
    kind = next(name for name, each in _REFUSALS.items() if isinstance(error, each))
    values = {name: _value_json(value, path) for name, value in error.values.items()}
    return {"kind": kind, "template": error.template, "values": values}


def _value_json(value: object, path: Path) -> object:
    """A value of a sentence: a number, a text or another sentence as it is, other things as what is shown of them."""
    if value == path:
        return []
    if isinstance(value, UserError):
        return error_json(value, path)
    return value if isinstance(value, (str, int, float)) else str(value)


def error(value: object, path: Path, deepest: int = _DEEPEST) -> UserError:
    """What ``error_json`` made, with the path as the reader of the answer knows it; of at most ``deepest`` sentences
    within one another.
    """
    if not deepest:
        garbled("too many sentences within one another")
    found = fields(value, "kind", "template", "values")
    kind = _REFUSALS.get(text(found["kind"]))
    if kind is None or not isinstance(found["values"], dict):
        garbled("no refusal")
    values = cast("dict[str, object]", found["values"])
    return kind(text(found["template"]), **{name: _value(each, path, deepest) for name, each in values.items()})


def _value(value: object, path: Path, deepest: int) -> object:
    if value == []:
        return path
    if isinstance(value, dict):
        return error(cast(object, value), path, deepest - 1)
    return value if isinstance(value, (str, int, float)) else garbled("no value of a sentence")


def fields(value: object, *names: str) -> dict[str, object]:
    """An object with exactly these names."""
    if not isinstance(value, dict) or cast("dict[str, object]", value).keys() != set(names):
        garbled(f"no object of {', '.join(names)}")
    return cast("dict[str, object]", value)


def items(value: object) -> list[object]:
    """A list."""
    return cast("list[object]", value) if isinstance(value, list) else garbled("no list")


def text(value: object) -> str:
    """A text."""
    return value if isinstance(value, str) else garbled("no text")


def flag(value: object) -> bool:
    """True or false."""
    return value if isinstance(value, bool) else garbled("neither true nor false")


def whole(value: object) -> int:
    """A whole number, which true and false are not."""
    return value if type(value) is int else garbled("no whole number")


def number(value: object) -> float:
    """Any number."""
    return value if type(value) is float else float(whole(value))


def optional(read: Callable[[object], _T], value: object) -> _T | None:
    """Null, or what ``read`` reads."""
    return None if value is None else read(value)


def garbled(what: str) -> NoReturn:
    """Raise ``Garbled``."""
    raise Garbled(what)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    found = pipe.read(length)
    if len(found) != length:
        raise EOFError
    return found
