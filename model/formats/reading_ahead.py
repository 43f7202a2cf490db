"""Reads the files of an import one by one or, where there are many, in worker processes while others are being written.

Reading a text, recognising its metadata and folding it take as long as writing it, and need no project.

Workers are asked and answer in JSON (see ``model.worker_process``). A request is ``{"kind": text or null, "paths":
[text…]}``; an answer is a list with one item a path, in order: ``{"read": …}`` or ``{"refused": …}``. Paths are sent as
absolute paths because the worker has its own working folder; errors name the path as the importer knows it.
"""

import base64
import binascii
import contextlib
import hashlib
import os
import subprocess
import threading
from collections import deque
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast, get_args

from model import worker_process
from model.annotation.documents import Newline, Wrapping
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats import resolution_text
from model.formats.budgets import Tick, check_folded, untold
from model.formats.clause_json import Clause
from model.formats.input_formats import kind_of, recognised
from model.formats.source_text import SourceText
from model.storage import stored_json
from model.storage.folded_texts import FoldedText, folded_text
from model.text.layout import Layout

_STRETCH = 12  # bytes (see ``Stretches.packed``)
_NEWLINES = get_args(Newline)


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a file gave, ready to be written: ``metadata`` is what is known about the text, ``remarks`` what there is to
    tell of that.
    """

    source: SourceText
    metadata: Metadata
    remarks: tuple[UserError, ...]
    folded: FoldedText


def request_json(paths: Sequence[Path], kind: str | None) -> object:
    """What asks for some files of a kind (its id; null for the resolution format)."""
    return {"kind": kind, "paths": [os.path.abspath(path) for path in paths]}


def request(value: object) -> tuple[list[Path], str | None]:
    """The paths and the kind that a request names."""
    fields = worker_process.fields(value, "kind", "paths")
    return [Path(worker_process.text(path)) for path in worker_process.items(fields["paths"])], worker_process.optional(
        worker_process.text, fields["kind"]
    )


def answer_json(paths: Sequence[Path], found: Sequence[ReadText | UserError]) -> object:
    """What the files of a request gave."""
    return [
        {"refused": worker_process.error_json(each, path)}
        if isinstance(each, UserError)
        else {"read": _read_json(each, path)}
        for path, each in zip(paths, found, strict=True)
    ]


def answer(value: object, paths: Sequence[Path]) -> list[ReadText | UserError]:
    """What these files gave; ``paths`` are those of the request, as they are to be named."""
    items = worker_process.items(value)
    if len(items) != len(paths):
        worker_process.garbled(f"{len(items)} items for {len(paths)} files")
    return [_answer(item, path) for item, path in zip(items, paths, strict=True)]


def _answer(item: object, path: Path) -> ReadText | UserError:
    if isinstance(item, dict) and "read" not in item:
        return worker_process.error(worker_process.fields(cast(object, item), "refused")["refused"], path)
    return _read_text_json(worker_process.fields(cast(object, item), "read")["read"], path)


# Values as JSON


def _read_json(read: ReadText, path: Path) -> object:
    source, folded = read.source, read.folded
    return {
        "text": source.text,
        "wrapping": _fields(source.wrapping),
        "terms": source.terms,
        "stated": _fields(source.stated),
        "clauses": [_fields(each) for each in source.clauses],
        "notes": [worker_process.error_json(each, path) for each in source.notes],
        "layout": source.layout.stored(),
        "metadata": _fields(read.metadata),
        "remarks": [worker_process.error_json(each, path) for each in read.remarks],
        "sha256": folded.sha256,
        "body": folded.body,
        "stretches": base64.b64encode(folded.stretches).decode("ascii"),
        "words": folded.words,
    }


def _fields(value: object) -> dict[str, Any]:
    """The fields of one of our dataclasses that hold no others."""
    return {name: getattr(value, name) for name in cast(Any, type(value)).__slots__}


# JSON as values


def _read_text_json(value: object, path: Path) -> ReadText:
    fields = worker_process.fields(
        value, *("text", "wrapping", "terms", "stated", "clauses", "notes", "layout"),
        *("metadata", "remarks", "sha256", "body", "stretches", "words"),
    )  # fmt: skip
    text, sha256 = worker_process.text(fields["text"]), worker_process.text(fields["sha256"])
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
        worker_process.garbled("a text and another's SHA-256")
    source = SourceText(
        text,
        _wrapping(fields["wrapping"]),
        tuple(map(worker_process.text, worker_process.items(fields["terms"]))),
        _metadata(fields["stated"]),
        tuple(map(_clause, worker_process.items(fields["clauses"]))),
        tuple(worker_process.error(each, path) for each in worker_process.items(fields["notes"])),
        _layout(fields["layout"], len(text)),
    )
    folded = FoldedText(
        sha256,
        worker_process.text(fields["body"]),
        _stretches(fields["stretches"]),
        worker_process.text(fields["words"]),
    )
    remarks = tuple(worker_process.error(each, path) for each in worker_process.items(fields["remarks"]))
    return ReadText(source, _metadata(fields["metadata"]), remarks, folded)


def _layout(value: object, length: int) -> Layout:
    try:
        return stored_json.read_layout(worker_process.optional(worker_process.text, value), length)
    except ValueError as error:
        raise worker_process.Garbled("a layout of no such text") from error


def _wrapping(value: object) -> Wrapping:
    fields = worker_process.fields(value, *Wrapping.__slots__)
    newline = worker_process.text(fields["newline"])
    if newline not in _NEWLINES:
        worker_process.garbled("no kind of line ends")
    return Wrapping(
        worker_process.optional(worker_process.text, fields["header"]),
        worker_process.flag(fields["bom"]),
        cast(Newline, newline),
        worker_process.flag(fields["final_newline"]),
    )


def _metadata(value: object) -> Metadata:
    return Metadata(
        **{
            name: worker_process.optional(worker_process.text, each)
            for name, each in worker_process.fields(value, *Metadata.__slots__).items()
        }
    )


def _clause(value: object) -> Clause:
    fields = worker_process.fields(value, *Clause.__slots__)
    return Clause(
        worker_process.whole(fields["start"]),
        worker_process.whole(fields["end"]),
        worker_process.text(fields["type"]),
        worker_process.optional(worker_process.text, fields["number"]),
        worker_process.whole(fields["depth"]),
        worker_process.optional(_limits, fields["lead"]),
        worker_process.flag(fields["annex"]),
        worker_process.optional(worker_process.number, fields["confidence"]),
    )


def _limits(value: object) -> tuple[int, int]:
    start, *ends = worker_process.items(value)
    if len(ends) != 1:
        worker_process.garbled("no limits")
    return worker_process.whole(start), worker_process.whole(ends[0])


def _stretches(value: object) -> bytes:
    try:
        packed = base64.b64decode(worker_process.text(value), validate=True)
    except binascii.Error as error:
        raise worker_process.Garbled("no stretches") from error
    return packed if len(packed) % _STRETCH == 0 else worker_process.garbled("half a stretch")


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
            found = answer(_received(cast(BinaryIO, reader.stdout), tick), asked)
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
        worker_process.send(cast(BinaryIO, reader.stdin), request_json(asked, kind))
        waiting.append((reader, asked))


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """In a process beside: read what is asked for until nothing more comes."""
    worker_process.ignore_interrupts()
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            paths, kind = request(worker_process.receive(requests))
            worker_process.send(answers, answer_json(paths, list(_read(paths, kind))))
