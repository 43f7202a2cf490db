"""Akoma Ntoso XML as the United Nations publish their resolutions: the text, its clauses, and what it says of itself.

The text is what the page shows of the resolution, on one line: white space folded, blocks joined by one blank, bodies
of footnotes left out (their marks stay as ``()``), pictures left out, and of the cover page only the line on the
adoption and where the resolution came from. Every block is a clause: which one is read off the element that it stands
in, and below the preamble off its number (see ``model.formats.akoma_clauses``).

Descriptors are the keywords that the library assigned (``DHLAUTH``); the others are keywords of the Sustainable
Development Goals, set by program.
"""

import re
from datetime import date
from pathlib import Path

from model.annotation.documents import Wrapping
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.formats import xml_tree
from model.formats.akoma_clauses import Clauses
from model.formats.budgets import Tick, untold
from model.formats.source_text import SourceText, folded
from model.formats.xml_tree import Element
from model.regular_file import read_bytes

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
    root = xml_tree.parse(content, path, tick)
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
