"""Sentences that quote words of the other direction, laid out so that each part reads as it was written.

What is between two words of one direction runs with them, and what is beside them with the sentence: an Arabic comma
before an English closing quote would go to the front of the Arabic words, and a sentence that begins with a quotation
would run the way of that.
"""

import re
import unicodedata

from PySide6.QtCore import QLocale, Qt

from model.annotation.layers import Label

_MARKS = {"l": "\u200e", "r": "\u200f"}  # a line that begins with one runs that way
_ISOLATES = {"l": "\u2066", "r": "\u2067"}
_POP = "\u2069"
_ARRANGED = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Every character is looked at as one of a few kinds: letters (l, r), marks on them (m), digits (d), spaces (s),
# quotation marks (q), brackets (b, e), ends of lines (n), what joins words (j), what belongs to words of one direction
# (a: Arabic, p: Latin), and all else (o).
_KINDS = {
    **dict.fromkeys('“”„«»"', "q"),
    **dict.fromkeys("/-–", "j"),
    **dict.fromkeys("،؛؟", "a"),
    **dict.fromkeys(".,:;&'’", "p"),
    **dict.fromkeys("([{", "b"),
    **dict.fromkeys(")]}", "e"),
    "\n": "n",
}
_CLASSES = {"L": "l", "R": "r", "AL": "r", "NSM": "m", "EN": "d", "AN": "d", "WS": "s"}
_QUOTATION = re.compile("q[^qn]*q")
_ASIDE = re.compile("q[^qn]*q|b[^ben]*e")
_RUNS = {
    "r": re.compile("r(?:[rmdajs]*[rmda])?"),
    "l": re.compile("(?:(?<![dj])d[dj]*)?l(?:[lmdpjs]*[lmd])?"),
}


def guideline(label: Label, language: str) -> str:
    """A label's guideline as it is shown to somebody who works in this language."""
    text = label.definition(language)
    written = language
    if dict(label.definitions).get(language) != text:  # there is none in this language
        written = next((each for each, words in label.definitions if words == text), language)
    return with_isolates(text, written)


def with_isolates(text: str, language: str) -> str:
    """A text of a language with its words of the other direction isolated and its own direction told, for showing only.
    One of one direction stays as it is, and so does one in which somebody put bidi controls.
    """
    kinds = "".join(map(_kind, text))
    if "l" not in kinds or "r" not in kinds or not _ARRANGED.isdisjoint(text):
        return text
    own = _direction(kinds, language)
    other = "r" if own == "l" else "l"
    pieces, end = [_MARKS[own]], 0
    for start, stop in _of_other_direction(kinds, own, other):
        pieces += [text[end:start], _ISOLATES[other], text[start:stop], _POP]
        end = stop
    return "".join([*pieces, text[end:]]).replace("\n", "\n" + _MARKS[own])


def _kind(letter: str) -> str:
    return _KINDS.get(letter) or _CLASSES.get(unicodedata.bidirectional(letter), "o")


def _direction(kinds: str, language: str) -> str:
    """The language's, but where only quotations and what is in brackets run that way: then it is written in another."""
    own = "r" if QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft else "l"
    other = "l" if own == "r" else "r"
    sentence = _ASIDE.sub("", kinds)
    return other if other in sentence and own not in sentence else own


def _of_other_direction(kinds: str, own: str, other: str) -> list[tuple[int, int]]:
    """Where the words of the other direction stand, in order; a quotation of nothing else is one, its stop included."""
    found: list[tuple[int, int]] = []
    end = 0
    for quoted in _QUOTATION.finditer(kinds):
        found += _runs(kinds, other, end, quoted.start())
        start, end = quoted.start() + 1, quoted.end() - 1
        inside = kinds[start:end]
        found += [(start, end)] if other in inside and own not in inside else _runs(kinds, other, start, end)
    return found + _runs(kinds, other, end, len(kinds))


def _runs(kinds: str, other: str, start: int, end: int) -> list[tuple[int, int]]:
    return [run.span() for run in _RUNS[other].finditer(kinds, start, end)]
