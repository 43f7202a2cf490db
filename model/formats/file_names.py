"""Names of files for documents: sound on every system, and no two that one system would take for the same."""

import unicodedata
from collections.abc import Sequence

from model.text.words import grapheme_start

# What common file systems take: bytes of UTF-8.
LONGEST = 255
_FORBIDDEN = frozenset('/\\:*?"<>|')
# Windows opens a device where a file's name is one of these, whatever suffix follows.
_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³")
_DEVICES = frozenset(("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS))


def file_names(names: Sequence[str], suffix: str) -> list[str]:
    """A file's name with ``suffix`` for each document's name, in the same order; the same names always give the same.

    What would lead out of the folder, or cannot stand in a name, becomes ``_``; a name too long is cut at a grapheme;
    that of a device gets ``_`` before it. A name that needs none of this is kept; of those that would then be one file
    (without regard to case, or to how a letter and its marks are put together) the later ones are numbered, ``a (2)``.
    """
    room = LONGEST - len(suffix.encode())
    safe = [_safe(name, room) for name in names]
    found: list[str | None] = [None] * len(names)
    taken: set[str] = set()
    for index, (name, candidate) in enumerate(zip(names, safe, strict=True)):
        if candidate == name and _key(name) not in taken:
            found[index] = name
            taken.add(_key(name))
    # From which number on one is free: without it a thousand equal names would try all numbers a thousand times.
    numbers: dict[str, int] = {}
    for index, candidate in enumerate(safe):
        if found[index] is not None:
            continue
        free, number = candidate, numbers.get(_key(candidate), 2)
        while _key(free) in taken:
            ending = f" ({number})"
            free, number = _cut(candidate, room - len(ending)) + ending, number + 1
        numbers[_key(candidate)] = number
        found[index] = free
        taken.add(_key(free))
    return [f"{name}{suffix}" for name in found]


def _safe(name: str, room: int) -> str:
    safe = "".join("_" if character in _FORBIDDEN or ord(character) < 32 else character for character in name)
    if not safe.strip(". ") or safe.partition(".")[0].rstrip(" ").upper() in _DEVICES:
        safe = f"_{safe}"
    return _cut(safe, room)


def _cut(name: str, room: int) -> str:
    """As much of the name as has room, in bytes of UTF-8, ending with a grapheme unless it is all one."""
    encoded = name.encode()
    if len(encoded) <= room:
        return name
    end = len(encoded[:room].decode("utf-8", "ignore"))
    return name[: grapheme_start(name, end) or end]


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
