"""The blocks of an Akoma Ntoso document one after the other: the text that they make, and the clauses that they are.

Below the preamble a block is what its number says, as in the corpus: ``1 -`` opens an operative paragraph, ``(أ)``,
``(1)`` and ``’1‘`` a sub-clause of the first or second level, ``•`` a paragraph of a list, and without any it is a
paragraph. A block of a deeper level belongs to the last one above it that can hold it. The leading phrase is the
italics with which a recital or an operative paragraph begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from model.formats.budgets import Tick, check_clauses, check_text, untold
from model.formats.clause_json import Clause
from model.formats.laid_out_text import Beginning, LaidOutText, RawText
from model.formats.source_text import NOTE_MARK
from model.formats.xml_tree import Element
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
