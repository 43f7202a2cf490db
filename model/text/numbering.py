"""The number with which a clause opens, as resolutions write it.

Paragraphs: ``1 - ``, ``1- ``, ``1 – ``, ``1.``, with a tatweel ``1 ـ``; sub-clauses: ``(أ)`` in abjad order, after the
last letter ``(أأ)``, ``(بب)`` …, below them ``’1‘``, also ``(1)``; lists: ``•``. Brackets may stand the wrong way
round, ``)أ(``, and bidi marks anywhere between. Digits are given as found; a letter without brackets, blanks,
marks and tatweel in its plain form (``(هـ)`` and ``(ﻫ)`` are ``ه``, ``(أ أ)`` is ``أأ``). Of ``1-2-`` the first number
counts. Numbers of four digits are years.
"""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from model.text.lazy_regex import lazy_regex

if TYPE_CHECKING:
    import regex

Kind = Literal["digit", "letter", "quoted", "bullet"]

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"

_I = r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
_S = rf"(?:\s|{_I})*+"
_TATWEEL_DASH = r"ـ{1,2}(?![\p{L}\p{M}])"
_digit = lazy_regex(
    rf"{_S}(?P<number>\p{{Nd}}{{1,3}})(?:(?:-|{_TATWEEL_DASH})\p{{Nd}}{{1,2}}(?={_S}(?:[-–]|{_TATWEEL_DASH})))?(?!\p{{Nd}})"
    rf"(?:{_S}(?:[-–—‑−]|{_TATWEEL_DASH})(?!\p{{Nd}})|{_I}*+[.)](?![\p{{Nd}}\p{{L}}])){_S}"
)
_OPENED, _CLOSED = rf"{_S}(?P<bracket>[()]){_S}", rf"{_S}(?!(?P=bracket))[()]{_S}"
_letter = lazy_regex(
    rf"{_OPENED}(?P<number>\p{{Arabic}}[\p{{M}}ـ]*+(?:{_S}\p{{Arabic}}[\p{{M}}ـ]*+)?|[A-Za-z]|[ivxIVX]{{1,5}}){_CLOSED}"
)
_bracketed = lazy_regex(rf"{_OPENED}(?P<number>\p{{Nd}}{{1,3}}){_CLOSED}")
_quoted = lazy_regex(rf"{_S}[’‘'](?:{_S})(?P<number>\p{{Nd}}{{1,3}}){_S}[’‘']{_S}")
_bullet = lazy_regex(rf"{_S}[•●▪◦·]{_S}")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The opening of a clause: its number (null for bullets and none), how it is written, where what follows begins.

    ``end`` is the offset in the clause's text behind the number, its signs and white space; 0 where there is none.
    """

    number: str | None
    kind: Kind | None
    end: int


NONE = Numbering(None, None, 0)


def number_of(text: str) -> Numbering:
    """The number with which the text of a clause opens; ``NONE`` where it opens with none (``59/187 -`` is none)."""
    for pattern, kind in _PATTERNS:
        found = pattern.match(text)
        if found is None:
            continue
        if kind == "bullet":
            return Numbering(None, kind, found.end())
        number = _plain(found["number"]) if kind == "letter" else found["number"]
        if kind == "letter" and not number.isascii() and number.strip(number[0]):
            continue  # a short word in brackets: only a letter twice is a number
        if number:
            return Numbering(number, kind, found.end())
    return NONE


_PATTERNS: tuple[tuple["regex.Pattern[str]", Kind], ...] = (
    (_digit, "digit"),
    (_letter, "letter"),
    (_bracketed, "digit"),
    (_quoted, "quoted"),
    (_bullet, "bullet"),
)


def _plain(letters: str) -> str:
    """Letters without blanks, marks, tatweel and invisible characters, presentation forms as plain letters."""
    plain = unicodedata.normalize("NFKC", letters)
    return "".join(one for one in plain if unicodedata.category(one) in ("Lo", "Lu", "Ll"))


def abjad_index(number: str) -> int | None:
    """The place of a letter in abjad order from 1: ``أ`` 1, ``غ`` 28, ``أأ`` 29, ``بب`` 30 …; null for all else."""
    place = ABJAD.find(number[:1].replace("ا", "أ")) + 1
    if not number or not place or number.strip(number[0]) or len(number) > 2:
        return None
    return place + len(ABJAD) * (len(number) - 1)
