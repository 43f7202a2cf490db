"""What a process that reads files beside an import is asked and answers, as JSON (see ``model.worker_process``).

A request is ``{"kind": text or null, "paths": [text…]}``. An answer is a list with an item a path, in order: ``{"read":
…}`` or ``{"refused": …}``, of the shapes that ``_read_json`` and ``isolated.refusal_json`` give. A path travels as an
absolute one, since the process works in a folder of its own; refusals name it as the reader of the answer knows it.
"""

import base64
import binascii
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from model import worker_process
from model.annotation.documents import Newline, Wrapping
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats.clause_json import Clause
from model.formats.source_text import SourceText
from model.storage import stored_json
from model.storage.folded_texts import FoldedText
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
    return _read(worker_process.fields(cast(object, item), "read")["read"], path)


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


def _read(value: object, path: Path) -> ReadText:
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
