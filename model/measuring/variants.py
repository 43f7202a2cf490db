"""Documents with known clauses as they might have been brought: with breaks, wrapped, or in older typography.

What is proposed for a text as it stands is measured beside the same text laid out or typed otherwise. Each variant is
drawn by the document's name: the same document always gives the same.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from model.segmentation.gold import GoldDocument
from model.segmentation.values import ProposedClause
from model.text.layout import Layout

Variant = Callable[[GoldDocument, random.Random], GoldDocument]

AS_IT_IS = "as-it-is"
_BREAK_RATE = 0.04  # of random breaks: as many as there are clauses in a text of average length
_WIDTHS = (60, 100)  # columns at which texts are wrapped
_LIGATURES = {"لا": "\ufefb", "لأ": "\ufef7", "لإ": "\ufef9", "لآ": "\ufef5"}
_DIGITS = {ord("0") + digit: chr(0x660 + digit) for digit in range(10)}
_TURNED = str.maketrans("()[]", ")(][")
_TATWEEL_RATE = 0.06  # of the places where one may stand
_lam_alef = re.compile("ل[اأإآ]")
_joined = re.compile("(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[بتثجحخسشصضطظعغفقكلمنهيةىاو])")
_blank = re.compile(" ")


def given(document: GoldDocument, variant: str) -> GoldDocument:
    """A document as one of ``VARIANTS``."""
    return VARIANTS[variant](document, random.Random(document.name))


def _paragraphs(document: GoldDocument, _: random.Random) -> GoldDocument:
    """A line break before every clause."""
    return _broken(document, _clause_places(document))


def _italics(document: GoldDocument, _: random.Random) -> GoldDocument:
    """Paragraphs beside the text, and leading phrases in italics: a Word file."""
    places = [place for place in _clause_places(document) if place]
    italics = sorted({clause.lead for clause in document.clauses if clause.lead is not None})
    return replace(document, layout=Layout(paragraphs=tuple(places), italics=tuple(italics)))


def _wrapped(document: GoldDocument, draw: random.Random) -> GoldDocument:
    """Lines of at most so many columns, whatever begins in them."""
    return _broken(document, [*_wraps(document.text, 0, len(document.text), draw.randint(*_WIDTHS))])


def _wrapped_paragraphs(document: GoldDocument, draw: random.Random) -> GoldDocument:
    """The same, a line break before every clause besides."""
    width = draw.randint(*_WIDTHS)
    places = _clause_places(document)
    wraps = [
        place
        for start, end in zip([0, *places], [*places, len(document.text)], strict=True)
        for place in _wraps(document.text, start, end, width)
    ]
    return _broken(document, [*places, *wraps])


def _random_breaks(document: GoldDocument, draw: random.Random) -> GoldDocument:
    """Breaks anywhere, and none for a clause's sake."""
    return _broken(document, _some_blanks(document.text, draw))


def _paragraphs_and_random_breaks(document: GoldDocument, draw: random.Random) -> GoldDocument:
    """A line break before every clause, and others anywhere."""
    return _broken(document, [*_clause_places(document), *_some_blanks(document.text, draw)])


def _digits(document: GoldDocument, _: random.Random) -> GoldDocument:
    """Arabic-Indic digits."""
    clauses = [
        replace(clause, number=None if clause.number is None else clause.number.translate(_DIGITS))
        for clause in document.clauses
    ]
    return replace(document, text=document.text.translate(_DIGITS), clauses=tuple(clauses))


def _brackets(document: GoldDocument, _: random.Random) -> GoldDocument:
    """All brackets turned round."""
    return replace(document, text=document.text.translate(_TURNED))


def _ligatures(document: GoldDocument, _: random.Random) -> GoldDocument:
    """Lam and alef as one character."""
    pieces = [(found.start(), found.end(), _LIGATURES[found[0]]) for found in _lam_alef.finditer(document.text)]
    return _rewritten(document, pieces)


def _tatweel(document: GoldDocument, draw: random.Random) -> GoldDocument:
    """Some letters drawn apart."""
    places = (found.start() for found in _joined.finditer(document.text))
    pieces = [(at, at, "\u0640" * draw.randint(1, 3)) for at in places if draw.random() < _TATWEEL_RATE]
    return _rewritten(document, pieces)


def _older(document: GoldDocument, draw: random.Random) -> GoldDocument:
    """All four."""
    for variant in (_digits, _brackets, _ligatures, _tatweel):
        document = variant(document, draw)
    return document


VARIANTS: Mapping[str, Variant] = {
    AS_IT_IS: lambda document, _: document,
    "paragraphs": _paragraphs,
    "italics": _italics,
    "wrapped": _wrapped,
    "wrapped-paragraphs": _wrapped_paragraphs,
    "random-breaks": _random_breaks,
    "paragraphs-and-random-breaks": _paragraphs_and_random_breaks,
    "digits": _digits,
    "brackets": _brackets,
    "ligatures": _ligatures,
    "tatweel": _tatweel,
    "older": _older,
}


def _clause_places(document: GoldDocument) -> list[int]:
    return sorted({clause.start for clause in document.clauses if clause.start})


def _broken(document: GoldDocument, places: Sequence[int]) -> GoldDocument:
    """The document with a line end instead of the blank before each of these places."""
    characters = list(document.text)
    for place in places:
        if characters[place - 1].isspace():
            characters[place - 1] = "\n"
    return replace(document, text="".join(characters))


def _some_blanks(text: str, draw: random.Random) -> list[int]:
    return [found.end() for found in _blank.finditer(text) if found.end() < len(text) and draw.random() < _BREAK_RATE]


def _wraps(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Where lines begin behind the first one."""
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        blank = text.find(" ", start, end) if blank < 0 else blank
        if blank < 0 or blank + 1 >= end:
            return
        start = blank + 1
        yield start


def _rewritten(document: GoldDocument, pieces: Sequence[tuple[int, int, str]]) -> GoldDocument:
    """The document with stretches replaced, (start, end, by what), in order and apart; limits move along."""
    parts: list[str] = []
    steps = [0] * (len(document.text) + 1)
    last = 0
    for start, end, written in pieces:
        parts += (document.text[last:start], written)
        steps[end] += len(written) - (end - start)
        last = end
    parts.append(document.text[last:])
    moved = [place + step for place, step in enumerate(accumulate(steps))]

    def at(limits: tuple[int, int]) -> tuple[int, int]:
        return moved[limits[0]], moved[limits[1]]

    def along(clause: ProposedClause) -> ProposedClause:
        start, end = at(clause.limits)
        return replace(clause, start=start, end=end, lead=None if clause.lead is None else at(clause.lead))

    return replace(document, text="".join(parts), clauses=tuple(map(along, document.clauses)))
