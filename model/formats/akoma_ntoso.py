"""Reads Akoma Ntoso XML as the United Nations publish their resolutions: text, clauses, metadata, descriptors.

The text is what the page shows of the resolution, on one line: white space folded, blocks joined by one blank, without
the bodies of footnotes (their references stay as ``()``), without pictures, and of the cover page only the adoption
line and the source. Every block is a clause. Its label follows from the element it is in or, below the preamble, from
its number as in the corpus: ``1 -`` opens an operative paragraph; ``(أ)``, ``(1)`` and ``’1‘`` a sub-clause of the
first or second level; ``•`` a list paragraph; without a number it is a paragraph. A block of a deeper level belongs to
the last block before it that can hold it. The leading phrase is the italics with which a recital or an operative
paragraph begins.

Descriptors are the keywords that the library assigned (``DHLAUTH``); other keywords (Sustainable Development Goals)
were set by program and are ignored.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from model.annotation.documents import Wrapping
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats import safe_xml
from model.formats.budgets import Tick, check_clauses, check_text, untold
from model.formats.clause_json import Clause
from model.formats.safe_xml import Element
from model.formats.source_text import NOTE_MARK, Beginning, LaidOutText, RawText, SourceText, folded
from model.regular_file import read_bytes
from model.text.layout import Layout
from model.text.numbering import number_of

# Elements that have a number and text, and may hold others of their kind.
_NUMBERED = frozenset(
    ("paragraph", "subparagraph", "point", "indent", "alinea", "item", "clause", "subclause", "article", "level", "li")
) | frozenset(("rule", "subrule", "proviso", "transitional", "sublist"))
_BLOCKS = frozenset(
    ("p", "tr", "td", "th", "caption", "table", "content", "intro", "wrapUp", "list", "blockList", "ul", "ol", "block")
) | frozenset(("heading", "subheading", "crossHeading", "num", "container", "section", "tblock", "listIntroduction"))
_LINES = frozenset(("p", "num", "heading", "subheading", "block", "listIntroduction", "listWrapUp", "span", "from"))
_GROUPS = frozenset(("content", "intro", "wrapUp", "list", "blockList", "ul", "ol", "container"))
_HOLDERS = frozenset(("operative", "paragraph", "preambular", "subclause"))
_LEADING = frozenset(("operative", "preambular"))
_CELLS = frozenset(("td", "th"))
_ITALIC = frozenset(("i", "em"))
_BETWEEN_TICKS = 1000  # blocks
_bracketed = re.compile(r"[\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*\(")


@dataclass(slots=True)
class _Block:
    """One block: its label, limits, number, level (0 above all), depth, leading phrase."""

    label: str
    start: int
    end: int
    number: str | None = None
    level: int = 0
    depth: int = 0
    lead: tuple[int, int] | None = None
    annex: bool = False


@dataclass(slots=True)
class _Line:
    """The text of an element, and whether what follows in its block stands on the same line, as behind a number."""

    raw: RawText
    goes_on: bool = False


class Clauses:
    """What was read so far. ``annex`` says whether what comes next lies in an annex."""

    def __init__(self, path: Path, tick: Tick = untold) -> None:
        self._path = path  # only named
        self._tick = tick
        self.annex = False
        self.footnotes = 0
        self.images = 0
        self._text = LaidOutText()
        self._blocks: list[_Block] = []

    # Reading

    def together(self, elements: Sequence[Element], label: str) -> None:
        """Elements that make one block."""
        self._add([self._line(element) for element in elements], label)

    def whole(self, element: Element, label: str) -> None:
        """An element with all that is in it as one block."""
        self.together([element], label)

    def block(self, element: Element) -> None:
        """An element as one block that its number names."""
        self._add([self._line(element)], None)

    def blocks(self, element: Element, plain: str = "paragraph") -> None:
        """The blocks that an element holds; ``plain`` is the label of those without a number."""
        for child in element.children:
            if isinstance(child, str):
                if child.strip():
                    self._add([_Line(_raw(child))], None, plain)
            elif child.name == "meta":
                continue
            elif child.name == "formula":
                self.whole(child, "enacting")
            elif child.name == "table":
                self.whole(child, "table")
            elif child.name == "crossHeading":
                recital = child.attributes.get("refersTo") == "#preamble"
                self._add([self._line(child)], "preambular" if recital else "heading", leading=False)
            elif child.name in ("num", "heading", "subheading"):
                self.whole(child, "heading")
            elif child.name in _NUMBERED or (child.name == "container" and _has_lines(child)):
                self._numbered(child, plain)
            elif not _has_words(child) and any(each.name in _BLOCKS | _NUMBERED for each in child.elements()):
                self.blocks(child, plain)
            else:
                self._add([self._line(child)], None, plain)

    def _numbered(self, element: Element, plain: str) -> None:
        """An element with number and text, and what it holds."""
        own: list[_Line] = []
        holder: _Block | None = None
        opened = False

        def close() -> None:
            nonlocal own, holder, opened
            if not own:
                return
            if opened:  # what follows a list belongs to the paragraph that the list stands in
                text, start, _ = self._append(own)
                if holder is not None and text:
                    holder.end = start + len(text)
            else:
                added = self._add(own, None, plain)
                holder = holder or added
            own = []

        for part in _lines_of(element):
            if part.name in _NUMBERED or part.name == "table" or part.name not in _LINES:
                close()
                opened = opened or holder is not None
                if part.name == "table":
                    self.whole(part, "table")
                elif part.name in _NUMBERED:
                    self._numbered(part, plain)
                else:
                    outer = Element("", {}, part.line, [part])
                    self.blocks(outer, plain)
                continue
            line = self._line(part)
            numbered = part.name == "num" or number_of(line.raw.text()).kind is not None
            if numbered and own and any(each.raw.text().strip() for each in own):
                close()
            if numbered and opened:
                opened, holder = False, None
            own.append(line)
        close()

    def _add(
        self, lines: list[_Line], label: str | None, plain: str = "paragraph", *, leading: bool = True
    ) -> _Block | None:
        """Add one block; without a label its number says what it is, and ``plain`` where it has none."""
        text, start, italics = self._append(lines)
        if not text:
            return None
        number, level, after = None, 0, 0
        if label is None:
            label, number, level, after = _kind(text, plain)
        block = _Block(label, start, start + len(text), number, level, annex=self.annex)
        if leading and label in _LEADING:
            block.lead = _lead(text, start, after, italics)
        self._blocks.append(block)
        check_clauses(len(self._blocks), self._path)
        if len(self._blocks) % _BETWEEN_TICKS == 0:
            self._tick()
        return block

    def _append(self, lines: list[_Line]) -> tuple[str, int, Sequence[tuple[int, int]]]:
        """Add a paragraph; gives its text, folded, with its start and the limits of its italics."""
        raw = RawText()
        goes_on = True
        for line in lines:
            raw.put(" " if raw.length else "")
            if not goes_on:
                raw.begin("lines")
            raw.add(line.raw)
            goes_on = line.goes_on
        check_text(self._text.length + raw.length, self._path)
        return self._text.add(raw)

    def _line(self, element: Element) -> _Line:
        """The text of an element. Notes become their mark, pictures nothing, line breaks a blank."""
        raw = RawText()

        def inside(node: Element, what: Beginning) -> None:
            goes_on = False
            for child in node.children:
                if isinstance(child, str):
                    raw.put(child)
                    goes_on = goes_on and not child.strip()
                elif child.name == "authorialNote":
                    self.footnotes += 1
                    raw.put(NOTE_MARK)
                elif child.name == "img":
                    self.images += 1
                elif child.name in ("eol", "br"):
                    raw.put(" ")
                    raw.begin("lines")
                elif child.name == "meta":
                    continue
                elif child.name in _BLOCKS or child.name in _NUMBERED:
                    raw.put(" ")
                    within: Beginning = "cells" if child.name in _CELLS else what
                    if not goes_on:
                        raw.begin(within)
                    styled(child, within)
                    raw.put(" ")
                    goes_on = child.name == "num"
                    if not goes_on:
                        raw.begin(what)
                else:
                    styled(child, what)

        def styled(child: Element, what: Beginning) -> None:
            first = raw.length
            inside(child, what)
            if child.name in _ITALIC or "italic" in child.attributes.get("class", ""):
                raw.set_in_italics(first)

        inside(element, "cells" if element.name in _CELLS else "lines")
        return _Line(raw, goes_on=element.name == "num")

    # What came of it

    def text(self) -> str:
        """The whole text."""
        return self._text.text()

    def layout(self) -> Layout:
        """How it was laid out: a block is a paragraph, and what stands apart within one a line."""
        return self._text.layout()

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses in order; each holds those of deeper levels that follow it."""
        found: list[Clause] = []
        holding: list[_Block] = []
        for block in self._blocks:
            while holding and holding[-1].level >= block.level:
                holding.pop()
            for outer in holding:
                outer.end = max(outer.end, block.end)
            # A sub-clause's depth is told by its sign; a list's paragraph is deep where something holds it.
            block.depth = block.level if block.label == "subclause" or holding else 0
            if block.label in _HOLDERS:
                holding.append(block)
        self._hold_whole()
        for block in self._blocks:
            limits = (block.start, block.end)
            found.append(Clause(*limits, block.label, block.number, block.depth, block.lead, block.annex))
        return tuple(sorted(found, key=lambda clause: (clause.start, -clause.end)))

    def _hold_whole(self) -> None:
        """Have a block that stands within another one's element end no later than that: the outer one grows."""
        around: list[_Block] = []
        for block in sorted(self._blocks, key=lambda block: (block.start, -block.end)):
            around = [outer for outer in around if outer.end > block.start]
            for outer in around:
                outer.end = max(outer.end, block.end)
            around.append(block)


def _lines_of(element: Element) -> Iterator[Element]:
    """The lines of a numbered element in order, taken out of what only groups them; stray text as a line."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield Element("p", {}, element.line, [child])
        elif child.name in _GROUPS:
            if _has_words(child):
                yield Element("p", child.attributes, child.line, child.children)
            else:
                yield from _lines_of(child)
        elif child.name != "meta":
            yield child


def _has_words(element: Element) -> bool:
    """Whether text stands in an element itself, not only in those within it."""
    return any(isinstance(child, str) and child.strip() for child in element.children)


def _has_lines(element: Element) -> bool:
    return any(child.name == "p" for child in element.elements())


def _kind(text: str, plain: str) -> tuple[str, str | None, int, int]:
    """What a block is by its number: label, number, level, and where the number ends."""
    found = number_of(text)
    if found.kind == "digit" and not _bracketed.match(text):
        return "operative", found.number, 0, found.end
    if found.kind in ("digit", "letter"):
        return "subclause", found.number, 1, found.end
    if found.kind == "quoted":
        return "subclause", found.number, 2, found.end
    if found.kind == "bullet":
        return "paragraph", None, 1, found.end
    return plain, None, 0, 0


def _lead(text: str, start: int, after: int, italics: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The italics with which a block begins behind its number."""
    if not italics:
        return None
    begin = italics[0][0] - start
    return None if begin < after or any(map(str.isalnum, text[after:begin])) else italics[0]


def _raw(text: str) -> RawText:
    raw = RawText()
    raw.put(text)
    return raw


SUFFIX = ".xml"
LARGEST = 64 * 1024 * 1024
ROOT = "akomaNtoso"
LIBRARY = "DHLAUTH"
_QUOTE = 60  # characters of what was left out that a sentence shows

# What the cover page says about the publication; the rest of it belongs to the text.
_PUBLICATION = frozenset(
    ("docAuthority", "docNumber", "docStatus", "docDate", "docStage", "docCommittee", "docketNumber", "docType")
) | frozenset(("session", "event", "img", "eol"))
_PUBLICATION_NAMES = frozenset(("agenda item", "agenda item name", "originalLanguage", "languageOfExpression"))
_PARTS = frozenset(
    ("coverPage", "preface", "preamble", "mainBody", "body", "conclusions", "attachments", "components", "doc", "meta")
)
_ATTACHED = frozenset(("attachments", "attachment", "components", "component"))
_ADOPTION = ("قرار", "القرار")
_ADOPTED = ("#adoptionDate", "#dateOfAdoption")
_dash = re.compile(r"[\s.\-–—‑]*")
_ARABIC = frozenset(("ara", "ar", "arabic"))


def read_file(path: Path, tick: Tick = untold) -> SourceText:
    """The resolution of a file; one sentence that names the file and the line for what is not one. ``tick`` is called
    meanwhile."""
    return parse(read_bytes(path, LARGEST), path, tick)


def parse(content: bytes, path: Path, tick: Tick = untold) -> SourceText:
    """The resolution of a file's bytes; ``path`` is only named."""
    root = safe_xml.parse(content, path, tick)
    if root.name != ROOT:
        raise UserError(
            "{path}: not Akoma Ntoso: its outermost element is “{name}” (line {line}).",
            path=path,
            name=root.name,
            line=root.line,
        )
    reading = _Reading(path, tick)
    reading.document(root)
    tick()
    text = reading.clauses.text()
    if not text:
        raise UserError("{path}: the text is empty.", path=path)
    return SourceText(
        text,
        Wrapping(),
        _terms(root),
        _stated(root),
        reading.clauses.clauses(),
        (*_language(root, path), *reading.notes()),
        reading.clauses.layout(),
    )


class _Reading:
    """One file under way."""

    def __init__(self, path: Path, tick: Tick) -> None:
        self.clauses = Clauses(path, tick)
        self._path = path
        self._left_out: list[str] = []

    def document(self, element: Element) -> None:
        """The parts of a document in order."""
        for part in element.elements():
            if part.name == "coverPage":
                self._cover(part)
            elif part.name == "preface":
                self._preface(part)
            elif part.name == "preamble":
                self.clauses.blocks(part, "preambular")
            elif part.name == "conclusions":
                self.clauses.whole(part, "closing")
            elif part.name in _ATTACHED:
                outside, self.clauses.annex = self.clauses.annex, True
                self.document(part)
                self.clauses.annex = outside
            elif part.name in ("mainBody", "body"):
                self.clauses.blocks(part)
            elif part.name != "meta":
                # The kinds of documents (statement, act, doc …), and what a later version may bring.
                if any(child.name in _PARTS for child in part.elements()):
                    self.document(part)
                else:
                    self.clauses.block(part)

    def _cover(self, page: Element) -> None:
        """Of the cover page the adoption line and the source; what it says about the publication is left out."""
        adoption: list[Element] = []
        rest: list[tuple[Element, str]] = []
        for line in page.all("p") or [page]:
            text = folded(line.text())
            titled = line.find("docTitle") is not None or (not adoption and text.startswith(_ADOPTION))
            if not text:
                continue
            if titled and not rest:
                adoption.append(line)
            elif titled:
                rest.append((line, "title"))
            elif line.find("docProponent") is not None or text.startswith(("[", "]")):
                rest.append((line, "source"))
            elif self._is_publication(line):
                continue
            elif adoption:
                rest.append((line, "paragraph"))
            else:
                self._left_out.append(text)
        self._frame(adoption, "adoption")
        for line, label in rest:
            self._frame([line], label)

    def _frame(self, lines: list[Element], label: str) -> None:
        """A part of the frame as one block; an annex has none, only paragraphs."""
        self.clauses.together(lines, "paragraph" if self.clauses.annex else label)

    def _preface(self, preface: Element) -> None:
        """Number and title; a source where it stands here and not on the cover page."""
        title: list[Element] = []
        for line in preface.all("p") or [preface]:
            if line.find("docProponent") is not None or folded(line.text()).startswith(("[", "]")):
                self._frame(title, "title")
                self._frame([line], "source")
                title = []
            else:
                title.append(line)
        self._frame(title, "title")

    def _is_publication(self, line: Element) -> bool:
        """Whether all text of a line stands in elements about the publication."""
        return all(
            not child.strip()
            if isinstance(child, str)
            else child.name in _PUBLICATION
            or (child.name == "inline" and child.attributes.get("name") in _PUBLICATION_NAMES)
            or (child.name in ("span", "a") and self._is_publication(child))
            for child in line.children
        )

    def notes(self) -> tuple[UserError, ...]:
        """What is to be told about what was left out."""
        found: list[UserError] = []
        path = self._path
        if self.clauses.footnotes:
            found.append(
                UserError(
                    "{path}: text of footnotes left out; their marks stay as (): {count}.",
                    path=path,
                    count=self.clauses.footnotes,
                )
            )
        if self.clauses.images:
            found.append(UserError("{path}: pictures left out: {count}.", path=path, count=self.clauses.images))
        for text in self._left_out:
            quote = text if len(text) <= _QUOTE else text[:_QUOTE] + "…"
            found.append(UserError("{path}: left out of the cover page: “{quote}”.", path=path, quote=quote))
        return tuple(found)


def _terms(root: Element) -> tuple[str, ...]:
    """The descriptors that the library assigned, in order."""
    found: list[str] = []
    for classification in root.all("classification"):
        if classification.attributes.get("source", "").lstrip("#") == LIBRARY:
            for keyword in classification.all("keyword"):
                term = " ".join((keyword.attributes.get("showAs") or keyword.attributes.get("value", "")).split())
                if term and keyword.attributes.get("dictionary", "").startswith("UNBIS"):
                    found.append(term.replace("|", " "))
    return tuple(found)


def _stated(root: Element) -> Metadata:
    """What the file says beside the text: symbol, day of adoption, title."""
    cover, preface = root.find("coverPage"), root.find("preface")
    numbers = cover.all("docNumber") if cover is not None else []
    numbers.sort(key=lambda number: number.attributes.get("refersTo") != "#symbol")
    symbol = folded(numbers[0].text()) if numbers else ""
    titles = [folded(each.text()) for each in preface.all("docTitle")] if preface is not None else []
    title = _dash.sub("", titles[0], count=1) if titles else ""
    return Metadata(symbol=symbol or None, adopted=_adopted(root), title=title or None)


def _adopted(root: Element) -> str | None:
    """The day of adoption: of the work, or as the conclusions have it."""
    days = [day for work in root.all("FRBRWork") for day in work.all("FRBRdate")]
    days = [day for day in days if day.attributes.get("name") == "adoption"]
    days += [day for day in root.all("docDate") if day.attributes.get("refersTo") in _ADOPTED]
    for day in days:
        try:
            found = date.fromisoformat(day.attributes.get("date", ""))
        except ValueError:
            continue
        if found.year > 1:  # 0001-01-01 stands for a day that is not known
            return found.isoformat()
    return None


def _language(root: Element, path: Path) -> list[UserError]:
    """A remark where the file says that its text is not Arabic."""
    named = root.find("FRBRlanguage")
    language = named.attributes.get("language", "") if named is not None else ""
    if not language or language.lower() in _ARABIC:
        return []
    return [UserError("{path}: says that its language is “{language}”, not Arabic.", path=path, language=language)]
