"""Word files made from resolutions whose clauses are known, as annotators bring them: a paragraph a clause, leading
phrases in italics, and with a seed the disorder of real files.
"""

import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import escape

from model.segmentation.values import ProposedClause
from model.text.numbering import ABJAD, number_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_WORD}.numbering+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
}
_LATIN = "<w:i/>"
_ITALICS = ("<w:i/><w:iCs/>", "<w:iCs/>")  # both say it of Arabic
_BROKEN = 0.05  # of paragraphs have a line broken by hand
_BROKEN_TITLES = 0.5
_STRESSED = 0.08  # of paragraphs have something else in italics: a word, a few, or all of it
_CELLS = 4  # words of a cell, at most
_symbol = re.compile(r"[A-Z]+(?:/[\w.]+)+")


def word_file(
    text: str,
    clauses: Sequence[ProposedClause],
    *,
    seed: int | None = None,
    numbers: bool = False,
    leads: bool = True,
) -> bytes:
    """A Word file of a text with these clauses: read again it gives the text, each clause begins a paragraph (or a cell
    where it is a table, or lies in one), each leading phrase is one stretch of italics.

    With a ``seed`` some lines are broken by hand, titles often, and other things are in italics too: symbols, words,
    whole paragraphs, but nothing that touches a leading phrase. ``numbers``: where Word would count to just what stands
    there, it counts, and the number is not in the paragraph. Without ``leads`` leading phrases are upright. The same
    arguments give the same bytes. The text is folded, and clauses begin and end at blanks.
    """
    making = _Making(text, clauses, None if seed is None else random.Random(seed), numbers=numbers, leads=leads)
    body = "".join(making.blocks())
    parts = {
        **_FIXED,
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": f"<w:numbering {_W}>{making.lists.xml()}</w:numbering>",
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), _HEAD + content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def paragraph_limits(text: str, clauses: Iterable[ProposedClause]) -> list[tuple[int, int]]:
    """The limits of the paragraphs that such a file has: each ends where a clause begins, or ends."""
    edges = {0, len(text)}.union(*((clause.start, clause.end) for clause in clauses))
    found: list[tuple[int, int]] = []
    for start, end in pairwise(sorted(edges)):
        stretch = text[start:end]
        start += len(stretch) - len(stretch.lstrip())
        if stretch.strip():
            found.append((start, start + len(stretch.strip())))
    return found


@dataclass(slots=True)
class _Lists:
    """Lists that Word counts: each with the sign around its number, how it counts, and where it starts."""

    found: list[tuple[str, str, int]] = field(default_factory=list[tuple[str, str, int]])
    last: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict[tuple[str, str], tuple[int, int]])

    def goes_on(self, pattern: str, form: str, count: int) -> int:
        """The list in which a paragraph has this number: the last one of its kind, or else a new one."""
        number, before = self.last.get((pattern, form), (0, 0))
        if not number or count != before + 1:
            self.found.append((pattern, form, count))
            number = len(self.found)
        self.last[pattern, form] = number, count
        return number

    def xml(self) -> str:
        kinds = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{escape(pattern)}"/></w:lvl></w:abstractNum>'
            for number, (pattern, form, start) in enumerate(self.found, 1)
        )
        return kinds + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(1, len(self.found) + 1)
        )


class _Making:
    """One file under way."""

    def __init__(
        self, text: str, clauses: Sequence[ProposedClause], draw: random.Random | None, *, numbers: bool, leads: bool
    ) -> None:
        self.lists = _Lists()
        self._text = text
        self._clauses = clauses
        self._draw = draw
        self._numbers = numbers
        self._leads = sorted(clause.lead for clause in clauses if clause.lead is not None)
        self._shows_leads = leads

    def blocks(self) -> Iterator[str]:
        """The XML of the paragraphs and tables."""
        tables = [clause.limits for clause in self._clauses if clause.label == "table"]
        titles = {clause.start for clause in self._clauses if clause.label == "title"}
        for start, end in paragraph_limits(self._text, self._clauses):
            if any(first <= start and end <= last for first, last in tables):
                yield self._table(start, end)
            else:
                yield self._paragraph(start, end, _BROKEN_TITLES if start in titles else _BROKEN)

    def _table(self, start: int, end: int) -> str:
        """A paragraph of a table, in cells of a few words each, two in a row."""
        cells: list[str] = []
        while start < end:
            words = [match.end() for match in re.finditer(r"\S+", self._text[start:end])]
            count = _CELLS if self._draw is None else self._draw.randint(1, _CELLS)
            last = start + words[min(count, len(words)) - 1]
            cells.append(f"<w:tc>{self._paragraph(start, last, 0)}</w:tc>")
            start = last + 1
        if len(cells) % 2:
            cells.append("<w:tc><w:p/></w:tc>")
        rows = (f"<w:tr>{one}{other}</w:tr>" for one, other in zip(cells[::2], cells[1::2], strict=True))
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"

    def _paragraph(self, start: int, end: int, broken: float) -> str:
        number, first = self._number(start, end)
        italics = [(max(one, first), min(last, end)) for one, last in self._leads if one < end and last > first]
        stressed = self._stressed(first, end, italics)
        shown = sorted([*italics, *stressed] if self._shows_leads else stressed)
        breaks = self._breaks(first, end, broken)
        edges = sorted({first, end, *(edge for each in shown for edge in each)})
        runs = "".join(
            self._run(one, other, breaks, italic=any(begin <= one < last for begin, last in shown))
            for one, other in pairwise(edges)
        )
        return f"<w:p><w:pPr>{number}<w:bidi/></w:pPr>{runs}</w:p>"

    def _run(self, start: int, end: int, breaks: set[int], *, italic: bool) -> str:
        text = self._text[start:end]
        pieces: list[str] = []
        done = 0
        for place in sorted(each - start for each in breaks if start <= each < end):
            pieces.append(_piece(text[done:place]) + "<w:br/>")
            done = place + 1
        pieces.append(_piece(text[done:]))
        form = ""
        if italic:
            form = _LATIN if text.isascii() else _ITALICS[0] if self._draw is None else self._draw.choice(_ITALICS)
        return f"<w:r><w:rPr>{form}</w:rPr>{''.join(pieces)}</w:r>"

    def _number(self, start: int, end: int) -> tuple[str, int]:
        """The properties by which Word counts a paragraph, and where its own text then begins."""
        text = self._text[start:end]
        found = number_of(text)
        sign = text[: found.end].rstrip()
        if not self._numbers or found.number is None or found.end == len(sign) or found.end == len(text):
            return "", start
        if sign.count(found.number) != 1 or any(one < start + found.end and last > start for one, last in self._leads):
            return "", start
        if found.kind == "letter":
            form, count = "arabicAbjad", ABJAD.find(found.number) + 1 if len(found.number) == 1 else 0
        else:
            form, count = "decimal", int(found.number) if found.number == str(int(found.number)) else 0
        if not count:
            return "", start
        number = self.lists.goes_on(sign.replace(found.number, "%1"), form, count)
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>', start + found.end

    def _breaks(self, start: int, end: int, chance: float) -> set[int]:
        """The blanks in place of which a line is broken."""
        blanks = [place for place in range(start, end) if self._text[place] == " "]
        if self._draw is None or not blanks or self._draw.random() >= chance:
            return set()
        return set(self._draw.sample(blanks, min(len(blanks), self._draw.randint(1, 2))))

    def _stressed(self, start: int, end: int, leads: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Other stretches in italics, apart from leading phrases by a word at least."""
        if self._draw is None or self._draw.random() >= _STRESSED:
            return []
        after = max((last for _, last in leads), default=start)
        words = [match.span() for match in re.finditer(r"\S+", self._text[:end]) if match.start() >= after]
        words = words[1:] if leads else words
        symbols = [span for span in words if _symbol.search(self._text[slice(*span)])]
        if not words:
            return []
        kind = self._draw.choice(("all", "symbol", "words"))
        if kind == "all" and not leads:
            return [(words[0][0], end)]
        if kind == "symbol" and symbols:
            return [self._draw.choice(symbols)]
        first = self._draw.randrange(len(words))
        last = min(len(words) - 1, first + self._draw.randrange(3))
        return [(words[first][0], words[last][1])]


def _piece(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
