"""What a reader of any file format returns: a document's text with what the file says about it.

``decoded`` reads bytes as UTF-8; ``LaidOutText`` joins paragraphs on one line and records the layout they had.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Literal

from model.annotation.documents import Wrapping
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats.clause_json import Clause
from model.text.layout import NO_LAYOUT, Layout

BOM = b"\xef\xbb\xbf"


def decoded(content: bytes, path: Path) -> tuple[str, bool]:
    """The text of a file's bytes without a byte order mark, and whether there was one; ``path`` is only named.

    Refuses what is not UTF-8, lone surrogates, and NUL characters.
    """
    bom = content.startswith(BOM)
    before = len(BOM) if bom else 0
    try:
        text = content[before:].decode("utf-8")
    except UnicodeDecodeError as error:
        position = before + error.start
        if is_surrogate(content, position):
            raise UserError("{path}: a lone surrogate at byte {position}.", path=path, position=position) from error
        raise UserError("{path}: not UTF-8 at byte {position}.", path=path, position=position) from error
    nul = text.find("\0")
    if nul >= 0:
        raise UserError("{path}: a NUL character at character {position}.", path=path, position=nul)
    return text, bom


def is_surrogate(content: bytes, position: int) -> bool:
    """Whether half of a character of UTF-16 stands there as if it were a character of UTF-8."""
    found = content[position : position + 3]
    return len(found) == 3 and found[0] == 0xED and 0xA0 <= found[1] <= 0xBF and 0x80 <= found[2] <= 0xBF


NOTE_MARK = "\0"  # stands for a footnote's mark until the text is folded; no XML can hold it
_mark_in_brackets = re.compile(rf"\(\s*{NOTE_MARK}\s*\)")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a file; ``terms`` of its descriptors in order; ``stated`` is what the file says of itself beside the
    text; ``clauses`` that it marks; ``notes`` are sentences about what was left out or is unusual;
    ``layout`` is what the text alone does not tell of how it was laid out."""

    text: str
    wrapping: Wrapping
    terms: tuple[str, ...] = ()
    stated: Metadata = field(default_factory=Metadata)
    clauses: tuple[Clause, ...] = ()
    notes: tuple[UserError, ...] = ()
    layout: Layout = NO_LAYOUT


def folded(text: str) -> str:
    """A text on one line as the resolution format wants it: every stretch of white space one blank, none at the ends;
    each mark of a footnote ``()``, whether brackets stood around it or not."""
    marked = _mark_in_brackets.sub("()", text) if NOTE_MARK in text else text
    return " ".join(marked.replace(NOTE_MARK, "()").split())


Beginning = Literal["lines", "paragraphs", "cells"]
_RANKS: tuple[Beginning, ...] = ("lines", "paragraphs", "cells")  # where several begin at one place, the last counts
_Stretch = tuple[int, int]
_note_mark = re.compile(rf"\(\s*{NOTE_MARK}\s*\)|{NOTE_MARK}")


@dataclass(slots=True)
class RawText:
    """The text of one paragraph as it stands in a file, white space and all; offsets are its own."""

    pieces: list[str] = field(default_factory=list[str])
    length: int = 0
    beginnings: list[tuple[int, Beginning]] = field(default_factory=list[tuple[int, Beginning]])
    italics: list[_Stretch] = field(default_factory=list[_Stretch])

    def put(self, text: str) -> None:
        """Add text at the end."""
        self.pieces.append(text)
        self.length += len(text)

    def begin(self, what: Beginning) -> None:
        """Say that what is put next begins a line, or a paragraph."""
        self.beginnings.append((self.length, what))

    def set_in_italics(self, start: int) -> None:
        """Say that all from ``start`` on is set in italics."""
        self.italics.append((start, self.length))

    def add(self, other: "RawText") -> None:
        """Add another one at the end."""
        self.beginnings.extend((self.length + place, what) for place, what in other.beginnings)
        self.italics.extend((self.length + start, self.length + end) for start, end in other.italics)
        self.put(other.text())

    def text(self) -> str:
        """All that was put, as it stands."""
        return "".join(self.pieces)


class LaidOutText:
    """The text of a document under way: paragraphs parted by one blank. ``length`` is how long it is."""

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._beginnings: dict[int, Beginning] = {}
        self._italics: list[_Stretch] = []

    def add(
        self, raw: RawText, what: Beginning = "paragraphs", number: str = ""
    ) -> tuple[str, int, Sequence[_Stretch]]:
        """Add a paragraph, folded, with the number that stands before it; gives its text, where that begins in the
        whole, and the italics in it (offsets of the whole). Nothing is added where nothing is left of it.
        """
        places = {place for place, _ in raw.beginnings} | {edge for stretch in raw.italics for edge in stretch}
        text, moved = folded_with_places(raw.text(), sorted(places))
        if not text:
            return "", self.length, ()
        before = f"{folded(number)} " if number.strip() else ""
        if self._parts:
            self._parts.append(" ")
            self.length += 1
        start = self.length
        inner = start + len(before)
        self._parts.append(before + text)
        self.length = inner + len(text)
        self._begin(start, what)
        for place, inside in raw.beginnings:
            # At its end nothing begins, and behind its number no line.
            if moved[place] < len(text):
                self._begin(inner + moved[place] if moved[place] else start, inside)
        italics = [
            (inner + first, inner + last)
            for first, last in _united(text, ((moved[first], moved[last]) for first, last in raw.italics))
        ]
        self._italics += italics
        return before + text, start, italics

    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)

    def layout(self) -> Layout:
        """How it was laid out; none where more was found than is kept of one document."""
        places: dict[Beginning, list[int]] = {what: [] for what in _RANKS}
        for place in sorted(self._beginnings):
            if place:
                places[self._beginnings[place]].append(place)
        found = Layout(**{what: tuple(each) for what, each in places.items()}, italics=tuple(self._italics))
        return found if found.fits(self.length) else NO_LAYOUT

    def _begin(self, place: int, what: Beginning) -> None:
        known = self._beginnings.get(place)
        if known is None or _RANKS.index(known) < _RANKS.index(what):
            self._beginnings[place] = what


def folded_with_places(raw: str, places: Sequence[int]) -> tuple[str, dict[int, int]]:
    """``folded(raw)``, and where each of some places of ``raw`` (rising) stands in it: behind a blank that it follows;
    before a note's mark that it stands in.
    """
    text, marked = _marked(raw, places)
    pieces: list[str] = []
    length = 0
    found: list[int] = []
    blank = False
    for start, end in pairwise((0, *marked, len(text))):
        stretch = text[start:end]
        words = " ".join(stretch.split())
        if words:
            if length and (blank or stretch[0].isspace()):
                words = " " + words
            pieces.append(words)
            length += len(words)
            blank = stretch[-1].isspace()
        elif stretch:
            blank = True
        found.append(length + 1 if blank and length else length)
    return "".join(pieces), {place: min(each, length) for place, each in zip(places, found, strict=False)}


def _marked(raw: str, places: Sequence[int]) -> tuple[str, Iterable[int]]:
    """The text with each mark of a note as ``()``, and where the places stand in it."""
    if NOTE_MARK not in raw:
        return raw, places
    limits = [match.span() for match in _note_mark.finditer(raw)]
    starts = [start for start, _ in limits]
    grown = list(accumulate((2 - (end - start) for start, end in limits), initial=0))
    moved: list[int] = []
    for place in places:
        before = bisect_left(starts, place)  # how many marks begin before it
        inside = before and place < limits[before - 1][1]
        moved.append(starts[before - 1] + grown[before - 1] if inside else place + grown[before])
    return _note_mark.sub("()", raw), moved


def _united(text: str, stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Stretches of a text in order, without blanks at their edges; those that blanks alone part are one."""
    found: list[_Stretch] = []
    for start, end in sorted(stretches):
        stretch = text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        end = start + len(stretch.strip())
        if start >= end:
            continue
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
