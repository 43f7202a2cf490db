"""Reading a JSON file strictly: what is doubtful in it is refused, in one sentence with its place."""

import json
import re
from pathlib import Path
from typing import Any, cast

from model.formats.regular_file import read_bytes
from model.formats.shape import pointer
from model.refusal import Refusal

LARGEST = 1024 * 1024 * 1024
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def parse(path: Path) -> Any:
    """The JSON value of a file. Whole numbers are ``int`` however they are written (for a schema ``1.0`` is one too).

    Refuses what cannot be read, is no file or larger than ``LARGEST`` bytes, is not UTF-8 or not JSON, an object that
    has a key twice, and lone surrogates.
    """
    return parse_bytes(read_bytes(path, LARGEST), path)


def parse_bytes(content: bytes, path: Path) -> Any:
    """The JSON value of a file's bytes; ``path`` is only named. Refuses what ``parse`` refuses of a content."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("{path}: not UTF-8 (at byte {position}).", path=path, position=error.start) from error
    try:
        data = json.loads(text, parse_float=_number, parse_constant=_no_constant, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        raise Refusal(
            "{path}: not JSON (at character {position}: {reason}).", path=path, position=error.pos, reason=error.msg
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refusal("{path}: not JSON that can be read ({reason}).", path=path, reason=error) from error
    # Only an escape can bring one in: UTF-8 has none.
    place = _lone_surrogate(data) if _SURROGATE.search(text) else None
    if place is not None:
        raise Refusal("{path}: {place} holds half of a character (a lone surrogate).", path=path, place=place or "/")
    return data


def _number(literal: str) -> int | float:
    value = float(literal)
    return int(value) if value.is_integer() else value


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for index, key in enumerate(keys) if key in keys[:index])
        raise ValueError(f"the key “{twice}” stands twice in one object")
    return found


def _lone_surrogate(value: Any) -> str | None:
    """The place of the first string that cannot be written as UTF-8, as a JSON Pointer; null where there is none."""
    if isinstance(value, str):
        return "" if not _encodes(value) else None
    if isinstance(value, dict):
        for key, item in cast(dict[str, Any], value).items():
            if not _encodes(key):
                return ""
            found = _lone_surrogate(item)
            if found is not None:
                return pointer(key) + found
    elif isinstance(value, list):
        for index, item in enumerate(cast(list[Any], value)):
            found = _lone_surrogate(item)
            if found is not None:
                return pointer(index) + found
    return None


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
