"""Reading the files of an import: one by one, or, where they are many, in processes beside while others are written.

Reading a text, recognising what it says of itself and folding it take as long as writing it, and need no project.
"""

import contextlib
import os
import subprocess
import threading
from collections import deque
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from model import worker_process
from model.errors import UserError
from model.formats import import_batches, resolution_text
from model.formats.budgets import Tick, check_folded, untold
from model.formats.import_batches import ReadText
from model.formats.input_formats import kind_of, recognised
from model.formats.source_text import SourceText
from model.storage.folded_texts import folded_text

MANY = 1000  # files; with fewer, starting a process takes longer than it saves
_BETWEEN_TICKS = 0.2  # seconds
_MOST_PROCESSES = 3  # one project takes no more in
_AT_ONCE = 16  # files handed to a process together
_AHEAD = 3  # such batches that each process has to read or has read
# Bytes of the paths of a batch: a pipe (64 KiB) must hold those of ``_AHEAD`` batches, or both sides would wait.
_LONGEST_PATHS = 16 * 1024
_Waiting = deque[tuple["subprocess.Popen[bytes]", Sequence[Path]]]  # which process answers next, and for which files


def resolution_source(path: Path) -> SourceText:
    """The text of a file of the resolution format."""
    found = resolution_text.read_file(path)
    return SourceText(found.text, found.wrapping, found.terms)


def read_text(path: Path, kind: str | None, tick: Tick = untold) -> ReadText:
    """The text of a file of a kind (its id; null for the resolution format); refuses what is none."""
    source = resolution_source(path) if kind is None else kind_of(kind).read(path, tick)
    tick()
    check_folded(source.text, path)
    metadata, remarks = recognised(source, path)
    tick()
    return ReadText(source, metadata, remarks, folded_text(source.text))


def read_all(paths: Sequence[Path], kind: str | None, tick: Tick = untold) -> Generator[ReadText | UserError]:
    """What each file gave, or why it is refused, in order; never many of them at a time. ``tick`` is called while one
    is waited for.

    To be closed where it is not read to its end, so that no process is left.
    """
    processes = min(_MOST_PROCESSES, (os.cpu_count() or 1) - 1)
    done = 0
    if len(paths) >= MANY and processes >= 1 and worker_process.available():
        # Where no process can be had, or one has been ended, the rest is read here.
        with contextlib.suppress(OSError, EOFError, worker_process.Garbled):
            for read in _read_beside(paths, kind, processes, tick):
                yield read
                done += 1
    yield from _read(paths[done:], kind, tick)


def _read(paths: Sequence[Path], kind: str | None, tick: Tick = untold) -> Generator[ReadText | UserError]:
    for path in paths:
        try:
            yield read_text(path, kind, tick)
        except UserError as refusal:
            yield refusal


def _read_beside(
    paths: Sequence[Path], kind: str | None, processes: int, tick: Tick
) -> Generator[ReadText | UserError]:
    longest = max(len(os.fsencode(os.path.abspath(path))) for path in paths)
    at_once = max(1, min(_AT_ONCE, _LONGEST_PATHS // longest))
    left = deque(paths[start : start + at_once] for start in range(0, len(paths), at_once))
    with contextlib.ExitStack() as stack:
        readers = [stack.enter_context(worker_process.process(__name__)) for _ in range(processes)]
        waiting: _Waiting = deque()
        for reader in readers * _AHEAD:
            _hand_over(reader, left, kind, waiting)
        while waiting:
            reader, asked = waiting.popleft()
            found = import_batches.answer(_received(cast(BinaryIO, reader.stdout), tick), asked)
            _hand_over(reader, left, kind, waiting)
            yield from found


def _received(pipe: BinaryIO, tick: Tick) -> object:
    """The next piece that comes through a pipe. A thread waits for it, since what waits for a pipe can do nothing else
    on some systems; it ends at the latest when the process at the other end does."""
    found: list[object] = []

    def wait() -> None:
        try:
            found.append(worker_process.receive(pipe))
        except (OSError, ValueError, EOFError, worker_process.Garbled) as error:
            found.append(error)

    thread = threading.Thread(target=wait, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_BETWEEN_TICKS)
        if thread.is_alive():
            tick()
    (value,) = found
    if isinstance(value, ValueError):
        raise EOFError from value
    if isinstance(value, Exception):
        raise value
    return value


def _hand_over(
    reader: "subprocess.Popen[bytes]",
    left: deque[Sequence[Path]],
    kind: str | None,
    waiting: "_Waiting",
) -> None:
    if left:
        asked = left.popleft()
        worker_process.send(cast(BinaryIO, reader.stdin), import_batches.request_json(asked, kind))
        waiting.append((reader, asked))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """In a process beside: read what is asked for until nothing more comes."""
    worker_process.ignore_interrupts()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            paths, kind = import_batches.request(worker_process.receive(requests))
            worker_process.send(answers, import_batches.answer_json(paths, list(_read(paths, kind))))
