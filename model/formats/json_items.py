"""Reading a large JSON object piece by piece: its members, of lists each item, as they come out of the file.

No more is in memory than a window of the file and what the reader of the pieces keeps. What is doubtful is refused as
by ``json_file``, with the same sentences.
"""

import codecs
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from model.errors import UserError
from model.formats import json_file
from model.formats.budgets import Tick, untold
from model.formats.json_schema import pointer
from model.regular_file import check_file, unreadable

LARGEST = 1024 * 1024 * 1024  # bytes: a project of 20,000 resolutions of usual length has half of it
# Values of one piece, such as a document: each of its marks has about fifteen, and a long resolution has 1,500 marks.
MOST_VALUES = 2_000_000
# Bytes of memory that the characters of one piece may take: a text as large as may be imported takes less.
MOST_MEMORY = 160 * 1024 * 1024
_PIECE = 1024 * 1024  # bytes that are read at once
_BYTES_A_VALUE = 100  # beside its characters: of a mark with what is recorded of it
_CUT = 16  # characters before the window's end: what is wrong there, or ends, may only be cut off
_SIGNS = "[{,"  # before each value but the first
_blank = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder(
    parse_float=json_file.number, parse_constant=json_file.no_constant, object_pairs_hook=json_file.object_of
)


class Size(NamedTuple):
    """How much a piece is, at most: of how many values it is made, and how many bytes it takes as objects of Python."""

    values: int
    memory: int


def members(path: Path, tick: Tick = untold) -> Iterator[tuple[str, int | None, Any, Size]]:
    """The members of the object that a file holds: key, place in its list, value, and size. The first of a list has no
    place and is an empty list; then its items follow. ``tick`` is called meanwhile.

    A file whose value is no object gives this under an empty key. Refuses what cannot be read, is no file or larger
    than ``LARGEST`` bytes, a member or item of more than ``MOST_VALUES`` values or ``MOST_MEMORY``, and what
    ``json_file.parse`` refuses.
    """
    check_file(path)
    try:
        with path.open("rb") as file:
            yield from _Reader(file, path, tick).members()
    except OSError as error:
        raise unreadable(path, error) from error


class _Reader:
    """A window of a file, and the place in it that has been reached."""

    def __init__(self, file: BinaryIO, path: Path, tick: Tick) -> None:
        self._file = file
        self._path = path
        self._tick = tick
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._bytes = 0  # that have been read
        self._before = 0  # characters before the window
        self._window = ""
        self._at = 0
        self._ended = False

    def members(self) -> Iterator[tuple[str, int | None, Any, Size]]:
        """See ``members``."""
        self._more()
        if self._window.startswith("\ufeff"):
            self._at = 1
        if self._sign() != "{":
            yield "", None, *self._value("")
            self._end()
            return
        self._at += 1
        seen = set[str]()
        more = self._sign() != "}"
        while more:
            if self._sign() != '"':
                raise self._broken("Expecting property name enclosed in double quotes", self._at)
            key, _ = self._value("")
            if key in seen:
                raise self._unreadable(json_file.twice(key))
            seen.add(key)
            if self._sign() != ":":
                raise self._broken("Expecting ':' delimiter", self._at)
            self._at += 1
            if self._sign() == "[":
                yield key, None, list[Any](), Size(1, _BYTES_A_VALUE)
                for index, (value, size) in enumerate(self._items(key)):
                    yield key, index, value, size
            else:
                yield key, None, *self._value(pointer(key))
            more = self._goes_on("}")
        self._at += 1
        self._end()

    def _items(self, key: str) -> Iterator[tuple[Any, Size]]:
        self._at += 1
        more = self._sign() != "]"
        index = 0
        while more:
            yield self._value(pointer(key, index))
            index += 1
            more = self._goes_on("]")
        self._at += 1

    def _goes_on(self, last: str) -> bool:
        """Whether a comma comes next, which is passed, or what ends the list or the object."""
        sign = self._sign()
        if sign == ",":
            self._at += 1
            return True
        if sign != last:
            raise self._broken("Expecting ',' delimiter", self._at)
        return False

    def _end(self) -> None:
        if self._sign():
            raise self._broken("Extra data", self._at)

    def _sign(self) -> str:
        """The next character that is not blank, at which the place is then; empty at the end."""
        while True:
            found = _blank.match(self._window, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._window):
                return self._window[self._at]
            if self._ended:
                return ""
            self._more()

    def _value(self, place: str) -> tuple[Any, Size]:
        """The value that begins here, and its size; ``place`` is its JSON Pointer."""
        self._sign()
        while True:
            if len(self._window) - self._at > 4 * _PIECE:
                self._check_size(len(self._window), place)
            try:
                value, end = _DECODER.raw_decode(self._window, self._at)
            except json.JSONDecodeError as error:
                cut = error.pos >= len(self._window) - _CUT or error.msg.startswith("Unterminated string")
                if self._ended or not cut:
                    raise self._broken(error.msg, error.pos) from error
            except (ValueError, RecursionError) as error:
                raise self._unreadable(error) from error
            else:
                # Near the end of the window a number may go on: ``1`` in ``1.`` and ``1e+``.
                if end <= len(self._window) - _CUT or self._ended:
                    break
            self._more()
        size = self._check_size(end, place)
        if json_file.ESCAPED_SURROGATE.search(self._window, self._at, end):
            json_file.check_surrogates(value, self._path, place)
        self._at = end
        return value, size

    def _check_size(self, end: int, place: str) -> Size:
        values = sum(self._window.count(sign, self._at, end) for sign in _SIGNS)
        if values > MOST_VALUES:
            raise UserError(
                "{path}: {place} holds more values than are read of it at once ({most}).",
                path=self._path,
                place=place or "/",
                most=MOST_VALUES,
            )
        # Each character takes as many bytes as the widest of the window.
        characters = (end - self._at) * sys.getsizeof(self._window) // max(1, len(self._window))
        if characters > MOST_MEMORY:
            raise UserError(
                "{path}: {place} is larger than {limit} MiB.",
                path=self._path,
                place=place or "/",
                limit=MOST_MEMORY // (1024 * 1024),
            )
        return Size(values + 1, characters + (values + 1) * _BYTES_A_VALUE)

    def _more(self) -> None:
        """Move the window on: it begins at the place that is reached, and ends half as far again behind its end."""
        self._tick()
        content = self._file.read(max(_PIECE, (len(self._window) - self._at) // 2))
        pending = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(content, not content)
        except UnicodeDecodeError as error:
            raise UserError(
                "{path}: not UTF-8 (at byte {position}).",
                path=self._path,
                position=self._bytes - pending + error.start,
            ) from error
        self._bytes += len(content)
        if self._bytes > LARGEST:
            raise UserError("{path}: larger than {limit} MiB.", path=self._path, limit=LARGEST // (1024 * 1024))
        self._before += self._at
        self._window = self._window[self._at :] + text
        self._at = 0
        self._ended = not content

    def _broken(self, reason: str, at: int) -> UserError:
        return json_file.broken(self._path, reason, self._before + at)

    def _unreadable(self, error: Exception) -> UserError:
        return json_file.unreadable(self._path, error)
