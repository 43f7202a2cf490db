"""Word files (``.docx``): the paragraphs and the cells of tables in their order, on one line as the resolution format
wants it, and beside it the layout that they had: breaks of a line, of a page too, begin lines.

Numbers of lists that Word counts are put before their paragraphs (see ``model.formats.word_numbers``); marks of notes
become ``()`` and the notes' text is left out; of tracked changes what was put in stays and what was taken out is gone.
What is left out is told.
"""

import io
import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from typing import cast

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

from model.annotation.documents import Wrapping
from model.errors import UserError
from model.formats import budgets
from model.formats.budgets import Tick, check_text, untold
from model.formats.laid_out_text import Beginning, LaidOutText, RawText
from model.formats.source_text import NOTE_MARK, SourceText
from model.formats.utf8 import BOM
from model.formats.word_italics import Italics
from model.formats.word_numbers import Element, Numbers, W
from model.formats.word_numbers import value as word_value
from model.regular_file import read_bytes

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
                if word_value(child, "customMarkFollows") not in ("1", "true", "on"):
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
            sign = chr(int(word_value(symbol, "char"), 16))
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
    return hidden is not None and word_value(hidden, "val") not in ("0", "false", "off")


def _row_is_deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None
