"""Reading a JSON file strictly: what is doubtful in it is refused, in one sentence with its place."""

import json
import re
from pathlib import Path
from typing import Any, cast

from model.errors import UserError
from model.formats import budgets
from model.formats.json_schema import pointer
from model.regular_file import read_bytes

LARGEST = 64 * 1024 * 1024  # bytes
MOST_VALUES = 2_000_000  # as objects of Python each takes some hundred bytes; a file of clauses has ten a clause
ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def parse(path: Path) -> Any:
    """The JSON value of a file. Whole numbers are ``int`` however they are written (for a schema ``1.0`` is one too).

    Refuses what cannot be read, is no file or larger than ``LARGEST`` bytes, has more than ``MOST_VALUES`` values, is
    not UTF-8 or not JSON, an object that has a key twice, and lone surrogates.
    """
    return parse_bytes(read_bytes(path, LARGEST), path)


def parse_bytes(content: bytes, path: Path, most: int = MOST_VALUES) -> Any:
    """The JSON value of a file's bytes; ``path`` is only named. Refuses what ``parse`` refuses of a content."""
    check_values(content, path, most)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError("{path}: not UTF-8 (at byte {position}).", path=path, position=error.start) from error
    try:
        data = json.loads(text, parse_float=number, parse_constant=no_constant, object_pairs_hook=object_of)
    except json.JSONDecodeError as error:
        raise broken(path, error.msg, error.pos) from error
    except (ValueError, RecursionError) as error:
        raise unreadable(path, error) from error
    # Only an escape can bring one in: UTF-8 has none.
    if ESCAPED_SURROGATE.search(text):
        check_surrogates(data, path)
    return data


def broken(path: Path, reason: str, position: int) -> UserError:
    """What is said of what is not JSON; ``position`` is a character of the file."""
    return UserError(
        "{path}: not JSON (at character {position}: {reason}).", path=path, position=position, reason=reason
    )


def unreadable(path: Path, error: Exception) -> UserError:
    """What is said of JSON that is doubtful."""
    if isinstance(error, RecursionError):
        return UserError("{path}: nested too deeply.", path=path)
    return UserError("{path}: not JSON that can be read ({reason}).", path=path, reason=error)


def twice(key: str) -> ValueError:
    """What is said of a key that stands twice in one object."""
    return ValueError(f"the key “{key}” stands twice in one object")


def check_surrogates(value: object, path: Path, place: str = "") -> None:
    """Refuse a value with a lone surrogate; ``place`` is its JSON Pointer in the file."""
    try:
        found = _lone_surrogate(value)
    except RecursionError as error:
        raise unreadable(path, error) from error
    if found is not None:
        raise UserError(
            "{path}: {place} holds half of a character (a lone surrogate).", path=path, place=place + found or "/"
        )


def check_values(content: bytes, path: Path, most: int = MOST_VALUES) -> None:
    """Refuse bytes that hold more values than ``most``, by the signs before them; ``path`` is only named."""
    if budgets.count(content, (b"[", b"{", b",")) > most:
        raise UserError("{path}: holds more values than are read of it at once ({most}).", path=path, most=most)


def number(literal: str) -> int | float:
    """The number of a literal; a whole one however it is written."""
    value = float(literal)
    return int(value) if value.is_integer() else value


def no_constant(name: str) -> object:
    """Refuse NaN and Infinity."""
    raise ValueError(f"{name} is no number of JSON")


def object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these members; refuses (``ValueError``) a key that stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        seen = set[str]()
        raise twice(next(key for key, _ in pairs if key in seen or seen.add(key)))
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
