"""The form in which programs read a text, and the way back to the text: typography undone, words as they are.

Resolutions of the 1990s were typed otherwise than those of today. In their reading form both are the same:

- Brackets that stand the wrong way round are turned (see ``model.text.brackets``).
- Presentation forms (``ﻷ``) become letters, a letter and its hamza or maddah typed apart become one, the Persian
  letters that look like Arabic ones become these, decimal digits of any script western ones, and white space blanks.
- Tatweel, vowel marks, and characters that are not seen are dropped. A tatweel that touches no letter is a dash:
  ``1 ـ تقرر``.

Hamza, final letters, case and punctuation stay, unlike in what a search folds (``model.text.folding``).
"""

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from model.text.brackets import upright
from model.text.folding import DROPPED
from model.text.lazy_regex import lazy_re
from model.text.usual_characters import UsualCharacters
from model.text.words import INVISIBLE

_UNSEEN = DROPPED + INVISIBLE + "\u200b\u200c\u200d" + "".join(map(chr, (*range(0x610, 0x61B), *range(0x653, 0x660))))
_LETTERS = {"ی": "ي", "ک": "ك", "ھ": "ه"}
_PRESENTATION = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFF))
_TATWEEL = "\u0640"

_MARKS = "\u064b-\u0652\u0670"
_dash = lazy_re(rf"(?<![^\W\d_])(?<![{_MARKS}{_TATWEEL}]){_TATWEEL}{{1,2}}(?![^\W\d_]|{_TATWEEL})")
_HAMZA = "\u0653\u0654\u0655"  # and maddah, as marks of their own
_apart = lazy_re(f"[اوي][{_HAMZA}]")
_other_digit = lazy_re(r"(?![0-9])\d")
_uneven = lazy_re(lambda: f"[{''.join(_uneven_characters())}]")


@lru_cache(maxsize=4)  # checks ask again at every change of a document
def plain_signs(text: str) -> str:
    """The text with as much of this undone as keeps every code point at its place: brackets, dashes and digits."""
    return _other_digit.sub(lambda digit: str(unicodedata.decimal(digit[0])), _with_signs(text))


def _with_signs(text: str) -> str:
    """The text with the brackets and dashes of its reading form, each at its place."""
    return _dash.sub(lambda dash: "-" * len(dash[0]), upright(text))


def _composed(text: str) -> str:
    """The text with hamza and maddah in their letters, and something that is not seen at their places."""
    if not any(mark in text for mark in _HAMZA):
        return text
    return _apart.sub(lambda pair: unicodedata.normalize("NFC", pair[0]).ljust(2, INVISIBLE[0]), text)


class _Table(dict[int, str]):
    """For ``str.translate``: what a character becomes, found when it is first met."""

    def __missing__(self, code: int) -> str:
        read = self[code] = _read(chr(code))
        return read


def _read(character: str) -> str:
    if character in _UNSEEN:
        return ""
    if character.isspace():
        return " "
    if any(ord(character) in forms for forms in _PRESENTATION):
        letters = unicodedata.normalize("NFKC", character)
        if len(letters) > 1:  # of several words (``ﷺ``) none could begin or end anything in the text
            return character if " " in letters else "".join(map(_read, letters))
        return _LETTERS.get(letters, letters)
    digit = unicodedata.decimal(character, None)
    return _LETTERS.get(character, character) if digit is None else str(digit)


_table = _Table()


@cache
def _usual() -> UsualCharacters:
    return UsualCharacters(_table)


def _uneven_characters() -> list[str]:
    """Those that become none or several."""
    forms = (chr(code) for codes in _PRESENTATION for code in codes)
    return [character for character in (*_UNSEEN, *forms) if len(_table[ord(character)]) != 1]


class ReadingForm:
    """The reading form of a text, ``text``, and where its characters came from. All places are code points."""

    def __init__(self, source: str) -> None:
        self.source = source
        prepared = _composed(_with_signs(source))
        self.text = _usual().translate(prepared)
        # From each of these places on, characters came from one each, one after the other, from the source's place.
        self._places, self._sources = array("I", [0]), array("I", [0])
        if len(self.text) != len(source) or _uneven.search(prepared) is not None:
            self._map(prepared)

    def _map(self, prepared: str) -> None:
        places, sources = self._places, self._sources
        place = last = 0
        for found in _uneven.finditer(prepared):
            source = found.start()
            place += source - last
            for number in range(len(_table[ord(found[0])])):
                self._step(place + number, source)
            place += len(_table[ord(found[0])])
            last = source + 1
            self._step(place, last)
        if places[-1] > len(self.text) or sources[-1] > len(self.source):
            raise AssertionError("a reading form that does not lie on its text")

    def _step(self, place: int, source: int) -> None:
        """From ``place`` on characters came from ``source`` on."""
        if self._places[-1] == place:
            self._sources[-1] = source
        else:
            self._places.append(place)
            self._sources.append(source)

    def source_place(self, place: int) -> int:
        """Where the character at a place of the reading form stands in the source; its end for the end."""
        if place >= len(self.text):
            return len(self.source)
        at = bisect_right(self._places, place) - 1
        return self._sources[at] + place - self._places[at]

    def place(self, source: int) -> int:
        """The place of the first character of the reading form that stands at a place of the source or behind it."""
        at = bisect_left(self._sources, source)
        limit = self._places[at] if at < len(self._places) else len(self.text)
        if not at:
            return 0
        return min(limit, self._places[at - 1] + source - self._sources[at - 1])

    def source_limits(self, start: int, end: int) -> tuple[int, int]:
        """The limits in the source of what stands between two places, which must not be the same: from the first to
        the last of its characters, what was dropped behind these, and behind a blank also what was before the first.
        """
        first = 0
        if start:
            first = self.source_place(start - 1) + 1 if self.text[start - 1] == " " else self.source_place(start)
        return first, self.source_place(end)

    def limits(self, start: int, end: int) -> tuple[int, int]:
        """The limits in the reading form of ``source[start:end]``."""
        return self.place(start), self.place(end)


@lru_cache(maxsize=4)  # who asks about a text asks about it again
def reading_form(text: str) -> ReadingForm:
    """The reading form of a text."""
    return ReadingForm(text)
