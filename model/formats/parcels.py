"""What a process that reads files beside an import is asked and answers: JSON, each piece with its length before it.

A request is ``{"kind": text or null, "paths": [text…]}``. An answer is a list with an item a path, in order: ``{"read":
…}`` or ``{"refused": …}``, of the shapes that ``_read_json`` and ``_refusal_json`` give. Nothing here runs what it
reads, as unpickling would: each value is looked at, and what has another shape is ``Garbled``. A path travels as an
absolute one, since the process works in a folder of its own; refusals name it as the reader of the answer knows it.
"""

import base64
import binascii
import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeVar, cast, get_args

import orjson

from model.annotation.documents import Newline, Wrapping
from model.annotation.metadata import Metadata
from model.formats.clause_json import Clause
from model.formats.source_text import SourceText
from model.refusal import Fault, Refusal
from model.storage.folded_texts import FoldedText

_LENGTH = 8  # bytes, the first the highest
_LARGEST = 2**32  # bytes; a parcel of files as large as may be read stays below it
_STRETCH = 12  # bytes (see ``Stretches.packed``)
_NEWLINES = get_args(Newline)
_REFUSALS: dict[str, type[Refusal]] = {"refusal": Refusal, "fault": Fault}
_T = TypeVar("_T")


class Garbled(Exception):
    """What came through a pipe does not have the shape that it must have."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a file gave, ready to be written: ``metadata`` is what is known about the text, ``remarks`` what there is to
    tell of that.
    """

    source: SourceText
    metadata: Metadata
    remarks: tuple[Refusal, ...]
    folded: FoldedText


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


def request_json(paths: Sequence[Path], kind: str | None) -> object:
    """What asks for some files of a kind (its id; null for the resolution format)."""
    return {"kind": kind, "paths": [os.path.abspath(path) for path in paths]}


def request(value: object) -> tuple[list[Path], str | None]:
    """The paths and the kind that a request names."""
    fields = _object(value, "kind", "paths")
    return [Path(_text(path)) for path in _list(fields["paths"])], _optional(_text, fields["kind"])


def answer_json(paths: Sequence[Path], found: Sequence[ReadText | Refusal]) -> object:
    """What the files of a request gave."""
    return [
        {"refused": _refusal_json(each, path)} if isinstance(each, Refusal) else {"read": _read_json(each, path)}
        for path, each in zip(paths, found, strict=True)
    ]


def answer(value: object, paths: Sequence[Path]) -> list[ReadText | Refusal]:
    """What these files gave; ``paths`` are those of the request, as they are to be named."""
    items = _list(value)
    if len(items) != len(paths):
        _garbled(f"{len(items)} items for {len(paths)} files")
    return [_answer(item, path) for item, path in zip(items, paths, strict=True)]


def _answer(item: object, path: Path) -> ReadText | Refusal:
    if isinstance(item, dict) and "read" not in item:
        return _refusal(_object(cast(object, item), "refused")["refused"], path)
    return _read(_object(cast(object, item), "read")["read"], path)


# Values as JSON


def _read_json(read: ReadText, path: Path) -> object:
    source, folded = read.source, read.folded
    return {
        "text": source.text,
        "wrapping": _fields(source.wrapping),
        "terms": source.terms,
        "stated": _fields(source.stated),
        "clauses": [_fields(each) for each in source.clauses],
        "notes": [_refusal_json(each, path) for each in source.notes],
        "metadata": _fields(read.metadata),
        "remarks": [_refusal_json(each, path) for each in read.remarks],
        "sha256": folded.sha256,
        "body": folded.body,
        "stretches": base64.b64encode(folded.stretches).decode("ascii"),
        "words": folded.words,
    }


def _refusal_json(refusal: Refusal, path: Path) -> object:
    kind = next(name for name, each in _REFUSALS.items() if type(refusal) is each)
    values = {name: _value_json(value, path) for name, value in refusal.values.items()}
    return {"kind": kind, "template": refusal.template, "values": values}


def _value_json(value: object, path: Path) -> object:
    """A value of a sentence: a number or a text as it is, other things as what a sentence shows of them. ``[]`` stands
    for the path that was read."""
    if value == path:
        return []
    return value if isinstance(value, (str, int, float)) else str(value)


def _fields(value: object) -> dict[str, Any]:
    """The fields of one of our dataclasses that hold no others."""
    return {name: getattr(value, name) for name in cast(Any, type(value)).__slots__}


# JSON as values


def _read(value: object, path: Path) -> ReadText:
    fields = _object(
        value, *("text", "wrapping", "terms", "stated", "clauses", "notes", "metadata", "remarks"),
        *("sha256", "body", "stretches", "words"),
    )  # fmt: skip
    text, sha256 = _text(fields["text"]), _text(fields["sha256"])
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != sha256:
        _garbled("a text and another's SHA-256")
    source = SourceText(
        text,
        _wrapping(fields["wrapping"]),
        tuple(map(_text, _list(fields["terms"]))),
        _metadata(fields["stated"]),
        tuple(map(_clause, _list(fields["clauses"]))),
        tuple(_refusal(each, path) for each in _list(fields["notes"])),
    )
    folded = FoldedText(sha256, _text(fields["body"]), _stretches(fields["stretches"]), _text(fields["words"]))
    remarks = tuple(_refusal(each, path) for each in _list(fields["remarks"]))
    return ReadText(source, _metadata(fields["metadata"]), remarks, folded)


def _wrapping(value: object) -> Wrapping:
    fields = _object(value, *Wrapping.__slots__)
    newline = _text(fields["newline"])
    if newline not in _NEWLINES:
        _garbled("no kind of line ends")
    return Wrapping(
        _optional(_text, fields["header"]),
        _flag(fields["bom"]),
        cast(Newline, newline),
        _flag(fields["final_newline"]),
    )


def _metadata(value: object) -> Metadata:
    return Metadata(**{name: _optional(_text, each) for name, each in _object(value, *Metadata.__slots__).items()})


def _clause(value: object) -> Clause:
    fields = _object(value, *Clause.__slots__)
    return Clause(
        _whole(fields["start"]),
        _whole(fields["end"]),
        _text(fields["type"]),
        _optional(_text, fields["number"]),
        _whole(fields["depth"]),
        _optional(_limits, fields["lead"]),
        _flag(fields["annex"]),
        _optional(_number, fields["confidence"]),
    )


def _limits(value: object) -> tuple[int, int]:
    start, *ends = _list(value)
    if len(ends) != 1:
        _garbled("no limits")
    return _whole(start), _whole(ends[0])


def _refusal(value: object, path: Path) -> Refusal:
    fields = _object(value, "kind", "template", "values")
    kind = _REFUSALS.get(_text(fields["kind"]))
    if kind is None or not isinstance(fields["values"], dict):
        _garbled("no refusal")
    values = cast("dict[str, object]", fields["values"])
    return kind(_text(fields["template"]), **{name: _value(each, path) for name, each in values.items()})


def _value(value: object, path: Path) -> object:
    if value == []:
        return path
    return value if isinstance(value, (str, int, float)) else _garbled("no value of a sentence")


def _stretches(value: object) -> bytes:
    try:
        packed = base64.b64decode(_text(value), validate=True)
    except binascii.Error as error:
        raise Garbled("no stretches") from error
    return packed if len(packed) % _STRETCH == 0 else _garbled("half a stretch")


def _object(value: object, *names: str) -> dict[str, object]:
    if not isinstance(value, dict) or cast("dict[str, object]", value).keys() != set(names):
        _garbled(f"no object of {', '.join(names)}")
    return cast("dict[str, object]", value)


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else _garbled("no list")


def _text(value: object) -> str:
    return value if isinstance(value, str) else _garbled("no text")


def _flag(value: object) -> bool:
    return value if isinstance(value, bool) else _garbled("neither true nor false")


def _whole(value: object) -> int:
    return value if type(value) is int else _garbled("no whole number")


def _number(value: object) -> float:
    return value if type(value) is float else float(_whole(value))


def _optional(read: Callable[[object], _T], value: object) -> _T | None:
    return None if value is None else read(value)


def _garbled(what: str) -> NoReturn:
    raise Garbled(what)


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    found = pipe.read(length)
    if len(found) != length:
        raise EOFError
    return found
