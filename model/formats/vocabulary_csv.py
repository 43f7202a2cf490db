"""A vocabulary as a table: CSV or TSV, one row a concept, as spreadsheets write it and as Qarar itself does.

UTF-8 with or without a byte order mark, or UTF-16 with one. The first row has the headings; what a column holds, its
*role*, is guessed from its heading or said by a person. Several values in one cell stand between ``|``; a ``|`` within
a value has a backslash before it. A concept without a URI is known by its id, else by its first preferred label, and
its URI follows from that; an id that is no URI is kept as a notation. Relations name other rows by URI, id, or
preferred label, or else by notation.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from model.errors import UserError
from model.formats.list_csv import defused
from model.formats.process_settings import Setting
from model.formats.source_text import decoded, is_surrogate
from model.formats.thesaurus_check import (
    MOST_CONCEPTS,
    Draft,
    finished,
    is_uri,
    one_line,
    too_many_concepts,
)
from model.formats.vocabulary_columns import Role, guess
from model.progress import ProgressCallback, no_progress
from model.regular_file import read_bytes
from model.vocabulary.concepts import LabelKind, label_key
from model.vocabulary.thesaurus import LABEL_KINDS, NOTE_KINDS, NoteKind, Thesaurus, derived_id

SUFFIXES = (".csv", ".tsv")
LARGEST = 64 * 1024 * 1024  # bytes
LONGEST_CELL = 1_000_000  # characters; the longest scope note of UNBIS has 700
# Delimiters, line ends, and ``|`` in the whole table: no fewer than cells, rows and values. 50,000 concepts in six
# languages with all their notes come to 2,000,000.
_MOST_SIGNS = 5_000_000
_OF_SCHEME = ("scheme", "scheme_name", "scheme_version")  # roles of columns
MOST_COLUMNS = 200  # of which a person can still say what each holds
Mapping = tuple[Role | None, ...]

_SHOWN = 5  # rows
_DELIMITERS = (",", ";", "\t")
_LOOKED_AT = 50  # rows, by which the delimiter is told
_PART = re.compile(r"(\\*)\|")  # what ends a value, unless an odd number of backslashes stands before it
_BETWEEN_LOOKS = 500  # rows
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # the byte order marks
_NUL_SHARE = 10  # percent of the bytes: a text with fewer has a stray character, one with more another encoding


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table looks like: its headings, its first rows, each as long as the headings, and for each column the role
    that its heading suggests, or nothing. ``empty`` are the places of the columns without a value in any row.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping
    empty: frozenset[int] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called."""
        return names_of(self.headings)

    def left_out(self, mapping: Mapping) -> tuple[str, ...]:
        """The names of the columns that have values and, by this mapping, no role, in order."""
        return tuple(
            name
            for place, (name, role) in enumerate(zip(self.names, mapping, strict=True))
            if role is None and place not in self.empty
        )


def columns(path: Path) -> Columns:
    """What the table of a file looks like. Refuses what cannot be read, is no table, or has no headings."""
    headings, rows = _table(path, read_bytes(path, LARGEST))
    empty = set(range(len(headings)))
    for _, row in rows:
        empty = {place for place in empty if not row[place].strip()}
        if not empty:
            break
    return Columns(headings, tuple(row for _, row in rows[:_SHOWN]), guess(headings), frozenset(empty))


def read(
    path: Path, content: bytes, mapping: Mapping | None = None, on_progress: ProgressCallback = no_progress
) -> Thesaurus:
    """The thesaurus of a table's bytes; ``path`` is named, and its stem names the vocabulary where the table does not.

    Refuses what is no table, a mapping without preferred labels, two rows of one URI or id, and what
    ``thesaurus_check`` refuses. ``on_progress`` is told of rows.
    """
    headings, rows = _table(path, content, on_progress)
    return _Reading(path, headings, mapping or guess(headings)).thesaurus(rows, on_progress)


def names_of(headings: Sequence[str]) -> tuple[str, ...]:
    """What columns are called: by their headings, without one by their numbers, from 1: ``(4)``."""
    return tuple(heading or f"({number})" for number, heading in enumerate(headings, 1))


def with_roles(path: Path, headings: Sequence[str], mapping: Mapping, wanted: Iterable[str]) -> Mapping:
    """A mapping in which some columns have other roles: ``HEADING=ROLE``, or ``HEADING=`` for a column to be left out.
    One without a heading is ``(4)``, by its number.

    Refuses a heading that is not there and a role that is none.
    """
    roles = list(mapping)
    names = names_of(headings)
    for each in wanted:
        heading, sign, role = each.rpartition("=")
        places = [place for place, found in enumerate(names) if one_line(found) == one_line(heading)]
        if not sign or not places:
            raise UserError(
                "{path}: has no column “{heading}”; its columns are: {known}.",
                path=path,
                heading=heading or each,
                known=", ".join(names),
            )
        for place in places:
            roles[place] = Role.of(role) if role.strip() else None
    return tuple(roles)


def _table(
    path: Path, content: bytes, on_progress: ProgressCallback = no_progress
) -> tuple[tuple[str, ...], list[tuple[int, tuple[str, ...]]]]:
    """Headings, and the other rows that are not empty, each with its line and as long as the headings."""
    text = _text(path, content)
    if sum(map(text.count, "|,;\t\n\r")) > _MOST_SIGNS:
        raise UserError("{path}: has more cells, lines or values than are read of one table.", path=path)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    with _long_cells.changed():
        try:
            found: list[tuple[int, list[str]]] = []
            for row in reader:
                if any(cell.strip() for cell in row):
                    found.append((reader.line_num, row))
                    if len(found) % _BETWEEN_LOOKS == 0:
                        on_progress(0, 0)
                    if len(found) > MOST_CONCEPTS + 1:
                        raise too_many_concepts(path)
        except csv.Error as error:
            if "field limit" in str(error):
                raise UserError(
                    "{path}: has a cell of more than {most} characters (line {line}).",
                    path=path,
                    most=LONGEST_CELL,
                    line=reader.line_num,
                ) from error
            raise UserError(
                "{path}: not a table (line {line}: {reason}).", path=path, line=reader.line_num, reason=error
            ) from error
    if not found:
        raise UserError("{path}: the table is empty.", path=path)
    # Spreadsheets write many empty columns behind the others.
    width = max(_width(row) for _, row in found)
    headings = tuple(one_line(cell) for cell in found[0][1][:width])
    if len(headings) > MOST_COLUMNS:
        raise UserError(
            "{path}: the table has {count} columns; at most {most} are read.",
            path=path,
            count=len(headings),
            most=MOST_COLUMNS,
        )
    rows: list[tuple[int, tuple[str, ...]]] = []
    for line, row in found[1:]:
        if len(row) > len(headings):
            if any(cell.strip() for cell in row[len(headings) :]):
                raise UserError("{path}: line {line} has more cells than there are headings.", path=path, line=line)
            row = row[: len(headings)]
        rows.append((line, (*map(_unmarked, row), *([""] * (len(headings) - len(row))))))
    return headings, rows


def _width(row: Sequence[str]) -> int:
    """How many cells there are up to the last that holds something."""
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)


def _text(path: Path, content: bytes) -> str:
    """The text of a table's bytes. Refuses what is neither UTF-8 nor, by its byte order mark, UTF-16: in which of the
    older encodings a file is can only be guessed, and a wrong guess would bring in wrong letters unseen.
    """
    try:
        if content.startswith(_UTF_16):
            content = content.decode("utf-16").encode("utf-8")
        return decoded(content, path)[0]
    except UnicodeDecodeError as error:
        raise UserError(
            "{path}: begins like UTF-16, but is none at byte {position}; save it as UTF-8 (in a spreadsheet: “CSV "
            "UTF-8”) and import it again.",
            path=path,
            position=error.start,
        ) from error
    except UserError as refusal:
        position = refusal.values["position"] if isinstance(refusal.__cause__, UnicodeDecodeError) else None
        other_bytes = isinstance(position, int) and not is_surrogate(content, position)
        if not other_bytes and content.count(0) * 100 < len(content) * _NUL_SHARE:
            raise
        raise UserError(
            "{path}: not UTF-8 at byte {position}; save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and import it "
            "again.",
            path=path,
            position=position if other_bytes else content.index(0),
        ) from refusal


def _lift_limit() -> Callable[[], object]:
    """The library's limit of a cell would be met by long notes."""
    return partial(csv.field_size_limit, csv.field_size_limit(LONGEST_CELL))


_long_cells = Setting(_lift_limit)


def _delimiter(text: str) -> str:
    """The delimiter by which most rows have as many cells as the first, and that more than one."""

    def fit(delimiter: str) -> tuple[int, int]:
        rows: list[int] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            rows = [len(row) for row, _ in zip(reader, range(_LOOKED_AT), strict=False) if row]
        except csv.Error:
            return 0, 0
        first = rows[0] if rows else 0
        return (sum(count == first for count in rows) if first > 1 else 0), first

    return max(_DELIMITERS, key=fit)


class _Reading:
    """The rows of one table, gathered as concepts."""

    def __init__(self, path: Path, headings: Sequence[str], mapping: Mapping) -> None:
        self._path = path
        self._columns: dict[str, list[tuple[int, str]]] = {}
        for place, role in enumerate(mapping[: len(headings)]):
            if role is not None:
                self._columns.setdefault(role.kind, []).append((place, role.language))
        if "preferred" not in self._columns:
            raise UserError("{path}: no column holds preferred labels; say which one does.", path=path)
        self._drafts: dict[str, Draft] = {}
        self._by_name: dict[str, set[str]] = {}
        self._by_notation: dict[str, set[str]] = {}
        self._lines: dict[str, int] = {}
        self._unknown: list[tuple[int, str]] = []

    def thesaurus(self, rows: Sequence[tuple[int, tuple[str, ...]]], on_progress: ProgressCallback) -> Thesaurus:
        """All of it, looked at."""
        if not rows:
            raise UserError("{path}: no concepts here: the table has headings only.", path=self._path)
        scheme, names, version = self._scheme(rows)
        if self._says_only_the_scheme(rows):
            return finished(self._path, scheme, names, version, {})
        uris: list[str] = []
        for done, (line, row) in enumerate(rows):
            if done % _BETWEEN_LOOKS == 0:
                on_progress(done, len(rows))
            uris.append(self._concept(scheme, line, row))
        for uri, (line, row) in zip(uris, rows, strict=True):
            self._relations(uri, line, row)
        on_progress(len(rows), len(rows))
        remarks: list[UserError] = []
        if self._unknown:
            line, name = self._unknown[0]
            remarks.append(
                UserError(
                    "{path}: {count} relations name no row, or several, and were left out (the first: “{name}” in line "
                    "{line}).",
                    path=self._path,
                    count=len(self._unknown),
                    name=name,
                    line=line,
                )
            )
        return finished(self._path, scheme, names, version, self._drafts, remarks)

    def _says_only_the_scheme(self, rows: Sequence[tuple[int, tuple[str, ...]]]) -> bool:
        """Whether there is one row, of a vocabulary by its URI, and of no concept (see ``parts``)."""
        row = rows[0][1]
        about = {place for kind in _OF_SCHEME for place, _ in self._columns.get(kind, ())}
        others = (cell for place, cell in enumerate(row) if place not in about)
        return len(rows) == 1 and bool(self._one("scheme", row)) and not any(map(str.strip, others))

    def _values(self, kind: str, row: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The values of a role in a row, each with its column's language."""
        for place, language in self._columns.get(kind, ()):
            for value in values(row[place]):
                yield value, language

    def _one(self, kind: str, row: Sequence[str]) -> str:
        return next((value.strip() for value, _ in self._values(kind, row)), "")

    def _scheme(self, rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[str, dict[str, str], str]:
        """URI, names and version of the vocabulary: as the first row says them, else by the file's name."""
        stem = one_line(self._path.stem)
        first = rows[0][1]
        uri = self._one("scheme", first)
        names = {language: value for value, language in self._values("scheme_name", first)}
        if uri and not is_uri(uri):
            raise UserError("{path}: “{uri}” is no absolute URI.", path=self._path, uri=uri)
        if uri:
            return uri, names, self._one("scheme_version", first)
        return f"urn:uuid:{derived_id('file', stem)}", names or {"": stem}, self._one("scheme_version", first)

    def _concept(self, scheme: str, line: int, row: Sequence[str]) -> str:
        """Gather what a row says but for its relations; gives the URI of its concept."""
        draft = Draft()
        for kind in LABEL_KINDS:
            draft.labels.extend((language, kind, value) for value, language in self._values(kind, row))
        for kind in NOTE_KINDS:
            draft.notes.extend((kind, language, value) for value, language in self._values(kind, row))
        draft.notations += [value for value, _ in self._values("notation", row)]
        states = {value.strip().lower() for value, _ in self._values("state", row)}
        draft.deprecated, draft.gone = "deprecated" in states, "gone" in states
        preferred = [one_line(text) for _, kind, text in draft.labels if kind == "preferred" and text.strip()]
        name = self._one("uri", row)
        if not name and not preferred:
            raise UserError("{path}: line {line} has neither a URI nor a preferred label.", path=self._path, line=line)
        uri = name if is_uri(name) else derived_uri(scheme, name or preferred[0])
        if name and uri != name:
            draft.notations.append(name)
        if uri in self._drafts:
            raise UserError(
                "{path}: lines {first} and {line} are the same concept, “{name}”.",
                path=self._path,
                first=self._lines[uri],
                line=line,
                name=name or preferred[0],
            )
        self._drafts[uri], self._lines[uri] = draft, line
        for each in {uri, name, *map(label_key, preferred)} - {""}:
            self._by_name.setdefault(each, set()).add(uri)
        for each in map(one_line, draft.notations):
            self._by_notation.setdefault(each, set()).add(uri)
        return uri

    def _relations(self, uri: str, line: int, row: Sequence[str]) -> None:
        draft = self._drafts[uri]
        draft.broader |= self._named("broader", line, row)
        for narrower in self._named("narrower", line, row):
            self._drafts[narrower].broader.add(uri)
        draft.related |= self._named("related", line, row)
        draft.replaced_by |= self._named("replaced_by", line, row)

    def _named(self, kind: str, line: int, row: Sequence[str]) -> set[str]:
        """The URIs of the rows that a cell names; what names none, or several, is remembered."""
        found: set[str] = set()
        for value, _ in self._values(kind, row):
            name = one_line(value)
            uris = (
                self._by_name.get(name) or self._by_name.get(label_key(name)) or self._by_notation.get(name, set[str]())
            )
            if len(uris) == 1:
                found |= uris
            else:
                self._unknown.append((line, name))
        return found


def derived_uri(scheme: str, name: str) -> str:
    """The URI of a concept that a table knows by an id or a label: the same vocabulary and name give the same one."""
    return f"urn:uuid:{derived_id('row', scheme, name)}"


def values(cell: str) -> list[str]:
    """The values of a cell, without the empty ones; blanks around them do not count."""
    found, value, place = list[str](), "", 0
    for part in _PART.finditer(cell):
        slashes = len(part[1])
        value += cell[place : part.start()] + "\\" * (slashes // 2)
        if slashes % 2:
            value += "|"
        else:
            found.append(value)
            value = ""
        place = part.end()
    found.append(value + cell[place:])
    return [stripped for each in found if (stripped := each.strip())]


def cell_of(found: Iterable[str]) -> str:
    """The cell that holds these values."""
    escaped = [re.sub(r"\\*\|", lambda part: "\\" * (2 * (len(part[0]) - 1) + 1) + "|", value) for value in found]
    ends = [re.sub(r"\\+$", lambda part: part[0] * 2, value) for value in escaped[:-1]]
    return "|".join((*ends, *escaped[-1:]))


def parts(thesaurus: Thesaurus, target: Path) -> Iterator[bytes]:
    """The bytes of a thesaurus as a table: UTF-8 with a byte order mark, as spreadsheets want it; ``.tsv`` has tabs.

    A vocabulary without concepts has one row, in which only its own columns are filled. A cell that a spreadsheet
    would run has an apostrophe before it (see ``list_csv``), which reading takes off. Refuses a thesaurus of so many
    languages that its table could not be read again.
    """
    roles = _roles(thesaurus)
    if len(roles) > MOST_COLUMNS:
        raise UserError(
            "{path}: the table would have {count} columns, and at most {most} are read; write it as SKOS.",
            path=target,
            count=len(roles),
            most=MOST_COLUMNS,
        )
    delimiter = "\t" if target.suffix.lower() == ".tsv" else ","
    yield b"\xef\xbb\xbf" + _row((role.text for role in roles), delimiter)
    scheme = [(Role("scheme"), thesaurus.uri), (Role("scheme_version"), thesaurus.version)]
    scheme += [(Role("scheme_name", language), name) for language, name in thesaurus.names]

    def row(cells: dict[Role, list[str]]) -> bytes:
        return _row((_marked(cell_of(cells.get(role, ()))) for role in roles), delimiter)

    if not thesaurus.concepts:
        yield row({role: [text] for role, text in scheme if text})
    for concept in thesaurus.concepts:
        cells = {role: [text] for role, text in scheme if text}
        cells[Role("uri")] = [concept.uri]
        for language, kind, text in concept.labels:
            cells.setdefault(Role(kind, language), []).append(text)
        for kind, language, text in concept.notes:
            cells.setdefault(Role(kind, language), []).append(text)
        cells[Role("notation")] = list(concept.notations)
        cells[Role("broader")] = list(concept.broader)
        cells[Role("related")] = list(concept.related)
        cells[Role("replaced_by")] = list(concept.replaced_by)
        states = (("deprecated", concept.deprecated), ("gone", concept.gone))
        cells[Role("state")] = [state for state, holds in states if holds]
        yield row(cells)


def _roles(thesaurus: Thesaurus) -> list[Role]:
    """The columns that a thesaurus needs, in order."""
    labels = {(language, kind) for concept in thesaurus.concepts for language, kind, _ in concept.labels}
    notes = {(language, kind) for concept in thesaurus.concepts for kind, language, _ in concept.notes}

    def languaged(kinds: Sequence[LabelKind | NoteKind], found: set[Any]) -> list[Role]:
        return [Role(kind, language) for kind in kinds for language, each in sorted(found) if each == kind]

    labels.add(("en", "preferred"))  # without any the table could not be read again
    return [
        Role("uri"),
        *languaged(LABEL_KINDS, labels),
        *(Role(kind) for kind in ("notation", "broader", "related")),
        *languaged(NOTE_KINDS, notes),
        *(Role(kind) for kind in ("replaced_by", "state", "scheme")),
        *(Role("scheme_name", language) for language, _ in thesaurus.names),
        Role("scheme_version"),
    ]


def _marked(cell: str) -> str:
    """The cell as a spreadsheet leaves it alone; one that looks marked already is marked once more."""
    return f"'{cell}" if _would_run(cell) else cell


def _unmarked(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _would_run(cell) else cell


def _would_run(cell: str) -> bool:
    bare = cell.lstrip("'")
    return defused(bare) != bare


def _row(cells: Iterable[str], delimiter: str) -> bytes:
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(cells)
    return line.getvalue().encode("utf-8")
