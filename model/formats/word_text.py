"""Reads Word files (``.docx``): paragraphs and table cells in order, joined on one line as the resolution format has
it, with the layout that they had. A line or page break begins a new line.

Numbers that Word counts stand in no paragraph's text; they are put before their paragraphs (``Numbers``). Footnote
references become ``()`` and the notes themselves are left out. Of tracked changes, insertions are kept and deletions
dropped. What was left out is reported.
"""

import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from model.annotation.documents import Wrapping
from model.errors import UserError
from model.formats import budgets
from model.formats.budgets import Tick, check_text, untold
from model.formats.source_text import BOM, NOTE_MARK, Beginning, LaidOutText, RawText, SourceText
from model.regular_file import read_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ENDS = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9
BULLET = "•"

Element = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no other name for it


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts."""

    form: str
    text: str
    start: int
    restart: int | None
    style: str


@dataclass(slots=True)
class _List:
    """One list: its levels, and how far it has counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict[int, int])


class Numbers:
    """All lists of a document, counting on from paragraph to paragraph in their order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._abstract: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        self._styles: dict[str, Element] = {}
        self._named_by_style: dict[str, tuple[str | None, int | None, str]] = {}
        if styles is not None:
            self._styles = {_attribute(style, "styleId"): style for style in styles.iter(f"{W}style")}
        if numbering is not None:
            for abstract in numbering.iter(f"{W}abstractNum"):
                self._abstract[_attribute(abstract, "abstractNumId")] = _List(_levels(abstract))
            for abstract in numbering.iter(f"{W}abstractNum"):
                self._link(abstract, numbering)
            for number in numbering.iter(f"{W}num"):
                self._add_list(number)

    def of(self, properties: Element | None) -> str | None:
        """The number before the paragraph of these properties (``w:pPr``); null where it has none. Counts it."""
        named = self._named(properties)
        if named is None or named[0] not in self._lists:
            return None
        found = self._lists[named[0]]
        depth = named[1]
        if depth is None:  # a style alone: the level is the one that names the style
            depth = next((place for place, level in found.levels.items() if level.style == named[2]), 0)
        depth = min(max(depth, 0), _LEVELS - 1)
        level = found.levels.get(depth)
        if level is None or level.form == "none":
            return None
        found.counts[depth] = found.counts.get(depth, level.start - 1) + 1
        for above in range(depth):  # a level that is passed over counts as begun
            if above not in found.counts and above in found.levels:
                found.counts[above] = found.levels[above].start
        for below in [each for each in found.counts if each > depth]:
            restart = found.levels[below].restart if below in found.levels else None
            # A level begins anew behind any above it, unless it names one (from 1; 0: never).
            if restart is None or depth < restart:
                del found.counts[below]
        return _shown(found, depth)

    def _add_list(self, number: Element) -> None:
        """One list in use, which may say where some of its levels start."""
        link = number.find(f"{W}abstractNumId")
        shared = self._abstract.get(_attribute(link, "val")) if link is not None else None
        if shared is None:
            return
        levels = dict(shared.levels)
        changed = False
        for override in number.iter(f"{W}lvlOverride"):
            depth = _whole(_attribute(override, "ilvl"), 0)
            levels.update(_levels(override))
            start = override.find(f"{W}startOverride")
            if start is not None and depth in levels:
                level = levels[depth]
                levels[depth] = replace(level, start=_whole(_attribute(start, "val"), 1))
            changed = True
        self._lists[_attribute(number, "numId")] = _List(levels) if changed else shared

    def _link(self, abstract: Element, numbering: Element) -> None:
        """A description may be given by a style: that of the list that the style names."""
        link = abstract.find(f"{W}numStyleLink")
        style = self._styles.get(_attribute(link, "val")) if link is not None else None
        named = style.find(f"{W}pPr/{W}numPr/{W}numId") if style is not None else None
        if named is None:
            return
        for number in numbering.iter(f"{W}num"):
            other = number.find(f"{W}abstractNumId")
            if other is not None and _attribute(number, "numId") == _attribute(named, "val"):
                shared = self._abstract.get(_attribute(other, "val"))
                if shared is not None:
                    self._abstract[_attribute(abstract, "abstractNumId")] = shared

    def _named(self, properties: Element | None) -> tuple[str, int | None, str] | None:
        """The list and level that a paragraph names itself, or by its style and those that it is based on; and the
        last style that was looked at."""
        number, depth = _stated_list(properties)
        name = ""
        style = properties.find(f"{W}pStyle") if properties is not None and number is None else None
        if style is not None:
            number, inherited, name = self._of_style(_attribute(style, "val"))
            depth = inherited if depth is None else depth
        return None if not number or number == "0" else (number, depth, name)

    def _of_style(self, style: str) -> tuple[str | None, int | None, str]:
        """The same of a style; each is looked at once, however many are based on it."""
        passed: list[tuple[str, int | None]] = []  # with the level that each names
        found: tuple[str | None, int | None, str] = None, None, ""
        while found[0] is None and style in self._styles and style not in self._named_by_style:
            self._named_by_style[style] = found  # one may be based on itself
            number, depth = _stated_list(self._styles[style].find(f"{W}pPr"))
            passed.append((style, depth))
            found = number, None, style
            based = self._styles[style].find(f"{W}basedOn")
            style = _attribute(based, "val") if based is not None else ""
        if found[0] is None:
            found = self._named_by_style.get(style, (None, None, ""))
        for each, depth in reversed(passed):
            found = found[0], found[1] if depth is None else depth, found[2]
            self._named_by_style[each] = found
        return found


def _stated_list(properties: Element | None) -> tuple[str | None, int | None]:
    """List and level that properties of a paragraph or a style name themselves."""
    own = properties.find(f"{W}numPr") if properties is not None else None
    if own is None:
        return None, None
    which, level = own.find(f"{W}numId"), own.find(f"{W}ilvl")
    number = _attribute(which, "val") if which is not None else None
    return number, _whole(_attribute(level, "val"), 0) if level is not None else None


def _attribute(element: Element, name: str) -> str:
    """An attribute of Word's own; empty where it is missing."""
    return str(element.get(f"{W}{name}", ""))


def _levels(element: Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in element.iter(f"{W}lvl"):
        parts = ("numFmt", "lvlText", "start", "lvlRestart", "pStyle")
        form, text, start, restart, style = (level.find(f"{W}{name}") for name in parts)
        found[_whole(_attribute(level, "ilvl"), 0)] = _Level(
            _attribute(form, "val") if form is not None else "decimal",
            _attribute(text, "val") if text is not None else "",
            _whole(_attribute(start, "val"), 1) if start is not None else 1,
            _whole(_attribute(restart, "val"), 0) if restart is not None else None,
            _attribute(style, "val") if style is not None else "",
        )
    return found


def _shown(found: _List, depth: int) -> str:
    """The number as it stands before the paragraph."""
    level = found.levels[depth]
    if level.form == "bullet":
        # The sign is mostly one of a symbol font, which no other font has.
        plain = "".join(sign for sign in level.text if not "\ue000" <= sign <= "\uf8ff").strip()
        return plain if plain and not plain.isalnum() else BULLET
    text = level.text
    for place in range(_LEVELS):
        if f"%{place + 1}" in text and place in found.levels:
            text = text.replace(f"%{place + 1}", counted(found.counts.get(place, 1), found.levels[place].form))
    return text


def counted(count: int, form: str) -> str:
    """A count in one of Word's forms of numbers; digits for those that are not known here."""
    if count < 1:
        return str(count)
    if form in ("arabicAbjad", "arabicAlpha"):
        return _repeated(count, _ABJAD if form == "arabicAbjad" else _ALPHA)
    if form in ("lowerLetter", "upperLetter"):
        letters = _repeated(count, _LATIN)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and count < 4000:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def _repeated(count: int, letters: str) -> str:
    """The letter of that place; past the last one letters are doubled, then tripled."""
    times, place = divmod(count - 1, len(letters))
    return letters[place] * (times + 1) if times < 8 else str(count)


def _roman(count: int) -> str:
    found = ""
    for amount, sign in (*_ROMAN, *_ROMAN_ENDS):
        times, count = divmod(count, amount)
        found += sign * times
    return found


def _whole(text: str, otherwise: int) -> int:
    """A whole number, as far as one may count in a document."""
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 7 else otherwise


_complex = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")  # Hebrew to Arabic, and their presentation forms
_OFF = frozenset(("0", "false", "off"))


class Italics:
    """The italics of a document with these styles."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._usual: dict[str, str] = {}  # by kind of style, the one of what names none
        self._said: dict[tuple[str, str], bool | None] = {}  # by style and property
        self._known: dict[tuple[str, str, str], bool | None] = {}  # by styles of run and paragraph, and property
        self._defaults: Element | None = None
        if styles is not None:
            self._defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for style in styles.iter(f"{W}style"):
                self._styles[_attribute(style, "styleId")] = style
                if _attribute(style, "default") not in ("", *_OFF):
                    self._usual[_attribute(style, "type")] = _attribute(style, "styleId")

    def has(self, run: Element, paragraph: Element | None, text: str) -> bool:
        """Whether a run (``w:r``) of this text is in italics; ``paragraph`` are its paragraph's properties."""
        own = run.find(f"{W}rPr")
        styles = (self._style_of(own, "rStyle", "character"), self._style_of(paragraph, "pStyle", "paragraph"))
        for name in ("iCs", "i") if _is_complex(own, text) else ("i",):
            stated = _stated_flag(own, name)
            if stated is None:
                stated = self._inherited(styles, name)
            if stated is not None:
                return stated
        return False

    def _inherited(self, styles: tuple[str, str], name: str) -> bool | None:
        """What these styles of a run and a paragraph and the document's defaults say together."""
        key = (*styles, name)
        if key not in self._known:
            stated = [self._of_style(style, name) for style in styles]
            default = _stated_flag(self._defaults, name)
            # Italics within italics stand out by being upright (ECMA-376, part 1, 17.7.3).
            together = bool(default) or bool(stated[0]) != bool(stated[1])
            self._known[key] = None if default is None and stated == [None, None] else together
        return self._known[key]

    def _style_of(self, properties: Element | None, name: str, kind: str) -> str:
        named = properties.find(f"{W}{name}") if properties is not None else None
        return _attribute(named, "val") if named is not None else self._usual.get(kind, "")

    def _of_style(self, style: str, name: str) -> bool | None:
        """What a style says, or the first of those that it is based on that says it."""
        stated: bool | None = None
        passed: list[str] = []  # what is said of one holds for all before it
        while stated is None and style in self._styles and (style, name) not in self._said:
            self._said[style, name] = None  # one may be based on itself
            passed.append(style)
            stated = _stated_flag(self._styles[style].find(f"{W}rPr"), name)
            based = self._styles[style].find(f"{W}basedOn")
            style = _attribute(based, "val") if based is not None else ""
        if stated is None:
            stated = self._said.get((style, name))
        self._said |= {(each, name): stated for each in passed}
        return stated


def _stated_flag(properties: Element | None, name: str) -> bool | None:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return None if found is None else _attribute(found, "val") not in _OFF


def _is_complex(properties: Element | None, text: str) -> bool:
    """Whether a run is written in a complex script, or is marked so."""
    return _complex.search(text) is not None or any(_stated_flag(properties, name) for name in ("rtl", "cs"))


SUFFIX = ".docx"
LARGEST = 64 * 1024 * 1024
LARGEST_UNPACKED = 256 * 1024 * 1024
_LARGEST_XML = 64 * 1024 * 1024  # bytes of the parts that are XML, unpacked: of the longest documents they are 10 MiB
_MOST_PARTS = 10_000  # a part a picture, and a few dozen others
# How many times as large a package may become, beside what it always may. Word's own XML becomes some twenty times so.
_GROWTH = 200
_ALWAYS = 16 * 1024 * 1024
_PIECE = 1024 * 1024  # bytes
_BETWEEN_TICKS = 2000  # paragraphs, or elements of one
# What XML can be written in here (ECMA-376, part 2); in others its signs are hidden from whoever counts them.
_EBCDIC = b"\x4c\x6f\xa7\x94"
_ENCODINGS = frozenset((b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"))
_encoding = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def read_file(path: Path, tick: Tick = untold) -> SourceText:
    """The text of a Word file; one sentence that names the file for what is not one. ``tick`` is called meanwhile."""
    return parse(read_bytes(path, LARGEST), path, tick)


def parse(content: bytes, path: Path, tick: Tick = untold) -> SourceText:
    """The text of a Word file's bytes; ``path`` is only named."""
    _check_package(content, path, tick)
    try:
        body, roots, margins = _opened(content)
    except Exception as error:  # whatever a damaged package does to the library that reads it
        raise _damaged(path) from error
    numbering, styles = roots.get(RELATIONSHIP_TYPE.NUMBERING), roots.get(RELATIONSHIP_TYPE.STYLES)
    if any(_has_doctype(root) for root in (body, *roots.values())):
        raise UserError("{path}: has entities of its own, which are not read.", path=path)
    tick()
    reading = _Reading(path, Numbers(numbering, styles), Italics(styles), tick)
    reading.counts["margins"] = margins
    reading.blocks(body)
    tick()
    text = reading.text.text()
    if not text:
        raise UserError("{path}: the text is empty.", path=path)
    return SourceText(text, Wrapping(), notes=_remarks(path, reading.counts), layout=reading.text.layout())


def _remarks(path: Path, counts: Counter[str]) -> tuple[UserError, ...]:
    """What became of things that are not plain text."""
    told = {
        "numbers": UserError(
            "{path}: automatic numbers of Word written before their paragraphs: {count}.",
            path=path,
            count=counts["numbers"],
        ),
        "notes": UserError(
            "{path}: text of footnotes left out; their marks stay as (): {count}.", path=path, count=counts["notes"]
        ),
        "endnotes": UserError(
            "{path}: text of endnotes left out; their marks stay as (): {count}.", path=path, count=counts["endnotes"]
        ),
        "pictures": UserError("{path}: pictures left out: {count}.", path=path, count=counts["pictures"]),
        "boxes": UserError("{path}: text boxes left out: {count}.", path=path, count=counts["boxes"]),
        "comments": UserError("{path}: comments left out: {count}.", path=path, count=counts["comments"]),
        "deleted": UserError("{path}: tracked deletions left out: {count}.", path=path, count=counts["deleted"]),
        "inserted": UserError("{path}: tracked insertions taken in: {count}.", path=path, count=counts["inserted"]),
        "hidden": UserError("{path}: pieces of hidden text left out: {count}.", path=path, count=counts["hidden"]),
        "symbols": UserError("{path}: signs of a symbol font left out: {count}.", path=path, count=counts["symbols"]),
        "embedded": UserError("{path}: embedded files left out: {count}.", path=path, count=counts["embedded"]),
        "margins": UserError(
            "{path}: headers and footers with text left out: {count}.", path=path, count=counts["margins"]
        ),
    }
    return tuple(remark for name, remark in told.items() if counts[name])


def _opened(content: bytes) -> tuple[Element, dict[str, Element], int]:
    """The body, the parts that say how lists count, and how many headers and footers have text."""
    part = docx.Document(io.BytesIO(content)).part
    document = cast(Element, part.element)
    body = document.find(f"{W}body")
    if body is None:
        raise ValueError("no body")
    roots: dict[str, Element] = {}
    margins = 0
    for relation in part.rels.values():
        if relation.is_external:
            continue
        root = cast(
            "Element | None", getattr(relation.target_part, "element", None)
        )  # only parts that are XML have one
        if root is None:
            continue
        if relation.reltype in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES):
            roots[relation.reltype] = root
        elif relation.reltype in (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER):
            margins += any(piece.text and piece.text.strip() for piece in root.iter(f"{W}t"))
    return body, roots, margins


def _has_doctype(root: Element) -> bool:
    return cast(object, root.getroottree().docinfo.internalDTD) is not None


def unpacked_size(path: Path) -> int:
    """How many bytes a Word file would take unpacked, as it says itself; 0 for what is no package."""
    try:
        with zipfile.ZipFile(path) as package:
            return sum(info.file_size for info in package.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0


def _check_package(content: bytes, path: Path, tick: Tick) -> None:
    """Refuse what is no package, has a password, or would fill the memory."""
    if content.startswith(_OLE):
        raise UserError(
            "{path}: an old Word file (.doc), or one with a password; save it as .docx without a password.", path=path
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            infos = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UserError("{path}: not a Word file (.docx), or a damaged one.", path=path) from error
    names = {info.filename for info in infos}
    if "[Content_Types].xml" not in names:
        raise UserError("{path}: not a Word file (.docx), or a damaged one.", path=path)
    if any(info.flag_bits & 1 for info in infos):
        raise UserError("{path}: has a password; save it without one.", path=path)
    if len(infos) > _MOST_PARTS:
        raise UserError("{path}: has more parts than are read of one file ({most}).", path=path, most=_MOST_PARTS)
    # No more than this is ever unpacked of a part: reading stops at the size that is given here.
    unpacked = sum(info.file_size for info in infos)
    if unpacked > LARGEST_UNPACKED:
        raise _too_large(path, LARGEST_UNPACKED)
    if unpacked > _GROWTH * len(content) + _ALWAYS:
        raise UserError(
            "{path}: would be more than {times} times as large when unpacked, so it is not read.",
            path=path,
            times=_GROWTH,
        )
    try:
        _check_parts(content, path, tick)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(path) from error


def _check_parts(content: bytes, path: Path, tick: Tick) -> None:
    """Refuse parts whose XML would fill the memory, or has entities of its own, before any of it is made a tree."""
    size = marks = 0
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for info in package.infolist():
            with package.open(info) as part:
                piece = part.read(_PIECE)
                beginning = piece.replace(b"\0", b"").removeprefix(BOM).lstrip(b"\xfe\xff \t\r\n")
                if beginning.startswith(_EBCDIC):
                    raise _damaged(path)
                if not beginning.startswith(b"<"):
                    continue
                encoding = _encoding.match(beginning)
                if encoding is not None and encoding[1].lower() not in _ENCODINGS:
                    raise _damaged(path)
                while piece:
                    tick()
                    size += len(piece)
                    marks += budgets.count(piece, (b"<", b"="))
                    if size > _LARGEST_XML:
                        raise _too_large(path, _LARGEST_XML)
                    if marks > budgets.MOST_XML_MARKS:
                        raise budgets.too_many_elements(path, budgets.MOST_XML_MARKS)
                    piece = part.read(_PIECE)


def _damaged(path: Path) -> UserError:
    return UserError("{path}: not a Word file, or a part of it is missing or damaged.", path=path)


def _too_large(path: Path, largest: int) -> UserError:
    return UserError("{path}: larger than {limit} MiB when unpacked.", path=path, limit=largest // (1024 * 1024))


class _Reading:
    """One document under way, and what was counted in it."""

    def __init__(self, path: Path, numbers: Numbers, italics: Italics, tick: Tick) -> None:
        self.counts: Counter[str] = Counter()
        self.text = LaidOutText()
        self._path = path
        self._numbers = numbers
        self._italics = italics
        self._tick = tick
        self._paragraphs = 0
        self._length = 0  # characters

    def blocks(self, element: Element, what: Beginning = "paragraphs") -> None:
        """Add the paragraphs below an element in order, also those in cells of tables."""
        for child in element:
            name = _name(child)
            if name == "p":
                self._paragraph(child, what)
            elif name in ("del", "moveFrom"):
                self.counts["deleted"] += 1
            elif name == "altChunk":
                self.counts["embedded"] += 1
            elif name in ("ins", "moveTo"):
                self.counts["inserted"] += 1
                self.blocks(child, what)
            elif name == "tr" and _row_is_deleted(child):
                self.counts["deleted"] += 1
            elif name not in ("pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", ""):
                self.blocks(child, "cells" if name == "tc" else what)

    def _paragraph(self, paragraph: Element, what: Beginning) -> None:
        if self._paragraphs % _BETWEEN_TICKS == 0:
            self._tick()
        self._paragraphs += 1
        raw = RawText()
        properties = paragraph.find(f"{W}pPr")
        self._inline(paragraph, properties, raw)
        self._length += raw.length
        check_text(self._length, self._path)
        number = (self._numbers.of(properties) or "").strip()  # an empty paragraph counts too
        text, _, _ = self.text.add(raw, what, number)
        if text and number:
            self.counts["numbers"] += 1

    def _inline(self, element: Element, properties: Element | None, raw: RawText) -> None:
        """The text of a paragraph's parts; the paragraph has these properties."""
        for place, child in enumerate(element):
            if place % _BETWEEN_TICKS == _BETWEEN_TICKS - 1:
                self._tick()
            name = _name(child)
            if name == "t":
                raw.put(child.text or "")
            elif name in ("tab", "ptab"):
                raw.put(" ")
            elif name in ("br", "cr"):
                raw.put(" ")
                raw.begin("lines")
            elif name == "noBreakHyphen":
                raw.put("\u2011")
            elif name == "sym":
                self._symbol(child, raw)
            elif name in ("footnoteReference", "endnoteReference"):
                self.counts["notes" if name == "footnoteReference" else "endnotes"] += 1
                if _attribute(child, "customMarkFollows") not in ("1", "true", "on"):
                    raw.put(NOTE_MARK)
            elif name == "r":
                self._run(child, properties, raw)
            elif name in ("drawing", "pict", "object"):
                self._drawing(child)
            elif child.tag == _ALTERNATIVES:
                self._drawing(child[0] if len(child) else child)
            elif name in ("del", "moveFrom"):
                self.counts["deleted"] += 1
            elif name in ("ins", "moveTo"):
                self.counts["inserted"] += 1
                self._inline(child, properties, raw)
            elif name == "commentReference":
                self.counts["comments"] += 1
            elif name not in ("pPr", "rPr", "sdtPr", "instrText", "delText", "delInstrText", "rt", ""):
                if child.tag == _MATHS:
                    raw.put(child.text or "")
                self._inline(child, properties, raw)

    def _run(self, run: Element, properties: Element | None, raw: RawText) -> None:
        if _is_hidden(run):
            self.counts["hidden"] += 1
            return
        start, before = raw.length, len(raw.pieces)
        self._inline(run, properties, raw)
        if self._italics.has(run, properties, "".join(raw.pieces[before:])):
            raw.set_in_italics(start)

    def _drawing(self, drawing: Element) -> None:
        """A picture, a text box or an embedded file: none is taken in."""
        boxes = sum(1 for _ in drawing.iter(f"{W}txbxContent"))
        if boxes:
            self.counts["boxes"] += boxes
        elif _name(drawing) == "object":
            self.counts["embedded"] += 1
        else:
            self.counts["pictures"] += 1

    def _symbol(self, symbol: Element, raw: RawText) -> None:
        """A sign given by its place in a font, which only that font's own signs need."""
        try:
            sign = chr(int(_attribute(symbol, "char"), 16))
        except (ValueError, OverflowError):
            sign = "\0"
        if "\ue000" <= sign <= "\uf8ff" or not sign.isprintable():
            self.counts["symbols"] += 1
        else:
            raw.put(sign)


def _name(element: Element) -> str:
    """The name of one of Word's own elements or of mathematics; empty for what is none (a comment)."""
    tag = cast(object, element.tag)
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_hidden(run: Element) -> bool:
    """Whether a run's own properties hide it."""
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and _attribute(hidden, "val") not in ("0", "false", "off")


def _row_is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
