"""What a resolution says about itself: symbol, organ, session, day of adoption and title, read from its frame.

The frame of a resolution of the United Nations begins with a line on its adoption, mostly followed by where it came
from in square brackets, then number and title, then the enacting formula (``إن الجمعية العامة،``); it closes with the
meeting and its day. The Security Council's has the number in the first line and no title. Only the head and the tail of
a text are looked at, folded (``model.text.folding``), so that tatweel, marks, hamzas and forms of digits do not matter,
with its brackets upright.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from model.text.brackets import upright
from model.text.cover_page import cover_end
from model.text.folding import DROPPED, Stretches, fold, fold_with_stretches
from model.text.lazy_regex import lazy_re
from model.text.reading_form import ReadingForm
from model.text.words import trim_marks

HEAD = 2_000
ADOPTION_LINE = 120
TAIL = 3_000
LONGEST_TITLE = 1_000

ORGANS = {
    "الجمعيه العامه": "GA",
    "مجلس الامن": "SC",
    "المجلس الاقتصادي والاجتماعي": "ECOSOC",
    "مجلس حقوق الانسان": "HRC",
}
PREFIXES = {"GA": "A/RES/", "SC": "S/RES/", "ECOSOC": "E/RES/", "HRC": "A/HRC/RES/"}

# The Levantine names, those of the Gulf and Egypt, those of the Maghreb, in folded spelling.
MONTHS = (
    ("كانون الثاني", "يناير", "جانفي"),
    ("شباط", "فبراير", "فيفري"),
    ("اذار", "مارس"),
    ("نيسان", "ابريل", "افريل"),
    ("ايار", "مايو", "ماي"),
    ("حزيران", "يونيه", "يونيو", "جوان"),
    ("تموز", "يوليه", "يوليو", "يوليوز", "جويليه"),
    ("اب", "اغسطس", "غشت", "اوت"),
    ("ايلول", "سبتمبر", "شتنبر"),
    ("تشرين الاول", "اكتوبر"),
    ("تشرين الثاني", "نوفمبر", "نونبر"),
    ("كانون الاول", "ديسمبر", "دجنبر"),
)
# Lettered parts of one number: in Arabic by the names of the letters, in the symbol by Latin ones.
PARTS = {"الف": "A", "باء": "B", "ابء": "B", "جيم": "C", "دال": "D", "هاء": "E", "واو": "F"} | {
    letter.lower(): letter for letter in "ABCDEF"
}


def _any(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank in one stands for any."""
    return "|".join(word.replace(" ", r"\s*") for word in sorted(words, key=len, reverse=True))


_month = {re.sub(r"\s", "", name): number for number, names in enumerate(MONTHS, 1) for name in names}
_organ = rf"(?P<organ>{_any(ORGANS)})"
_formula = lazy_re(rf"(?<!\w)ا ?ن {_organ}(?!\w)")
_adoption = lazy_re(rf"\W*(?:ال)?قرار(?:ان|ين|ات)?(?!\w).{{0,40}}?(?<!\w)(?:الذي )?(?:اتخذ|اعتمد)\w* {_organ}(?!\w)")
_council = lazy_re(r"\W*(?:ال)?قرار (?:رقم )?(?P<number>\d{1,4}) ?\((?P<year>\d{4})\)")
_months = _any(name for names in MONTHS for name in names)
_DATE = (
    rf"(?<!\d)(?P<day>\d{{1,2}})(?: ?(?:و|-|–) ?\d{{1,2}})* ?(?P<month>{_months})(?!\w)(?: ?/ ?(?:{_months})(?!\w))?"
    r"(?:(?: ?،| من)?(?: عام| سنه)? ?(?P<year>\d{4})(?!\d))?"
)
_date = lazy_re(_DATE)
# The word first: the search for a literal is quick.
_closing = lazy_re(rf"الجلسه(?<!\wالجلسه)(?: العامه)?(?!\w)[^؛.،]{{0,60}}?(?={_DATE})")
_special = r"(?:(?P<special>es|s|د ?ا ?ط|د ?ا)(?: ?- ?|(?<=[اط])))?"
_parts = rf"(?:\.? ?(?P<part>{_any(PARTS)})(?!\w))?"
_numbers = {
    organ: lazy_re(
        rf"(?:\A|[\[\])]|\d{{4}})[\s()*.]*(?<![\d/]){_special}(?P<session>\d{{{digits}}})/(?P<number>\d{{1,4}}){_parts}(?![/\w])"
    )
    for organ, digits in (("GA", "1,3"), ("HRC", "1,3"), ("ECOSOC", "4"))
}
_whole = lazy_re(
    r"(?<![\w/])(?:(?P<organ>a/hrc|a|e)/res/(?P<special>e?s-)?(?P<session>\d{1,4})/(?P<number>\d{1,4})"
    r"|s/res/(?P<council>\d{1,4}) ?\((?P<year>\d{4})\))(?![/\w])"
)
_first_part = lazy_re(r"[\])\[\s]*(?P<part>الف|a)(?!\w)")
_opener = lazy_re(r" (?:و?اذ|وقد|1 ?[-–.]) ")
_dash = lazy_re(r"[\s.\-–—‑:()]*")

_language = lazy_re(r"(?:[-/]?\d{5,}A?|[-/]AR?|(?<=\d)A)?(?:[-/]REISSUE)?\Z")
_stem_number = lazy_re(
    r"(?:(?:\A|/)(?P<organ>A/HRC|A|E)/RES/|\A)(?P<special>E?S-)?(?P<session>\d{1,4})/(?P<number>\d{1,4})"
    r"(?:/?(?P<part>[A-Z](?:-[A-Z])?))?\Z"
)
_stem_council = lazy_re(r"(?:\A|/)(?:S/RES|SC)/(?P<number>\d{1,4})(?:/?\(?(?P<year>\d{4})\)?)?\Z")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a resolution; each null where it is not.

    ``symbol`` as the United Nations writes it (``A/RES/59/187``, ``S/RES/2618 (2022)``). ``organ`` is ``GA``, ``SC``,
    ``ECOSOC`` or ``HRC``. ``session`` is the number of the session of the Assembly or the Human Rights Council (``59``,
    ``ES-11``, ``S-32``); the other two count by years: for them it is the year in the symbol. ``adopted`` is an ISO
    date. ``title`` stands in the text as it is here, without number and dash; the Security Council gives none.
    """

    symbol: str | None = None
    organ: str | None = None
    session: str | None = None
    adopted: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class _Number:
    """A resolution's number: ``session`` with ``ES-`` or ``S-``, or the year; ``part`` is ``B`` or ``A-C``."""

    organ: str
    session: str
    number: str
    part: str = ""

    @property
    def symbol(self) -> str:
        if self.organ == "SC":
            return f"S/RES/{self.number} ({self.session})"
        return f"{PREFIXES[self.organ]}{self.session}/{self.number}" + (f" {self.part}" if self.part else "")


def _cover_end(text: str) -> int:
    """Where the resolution begins behind the cover page that some texts bring."""
    form = ReadingForm(text[:HEAD])
    return form.source_place(cover_end(form.text)) if form.text else 0


def recognise(text: str, stem: str) -> Metadata:
    """What ``text`` says about itself, and for the symbol, where it is silent, ``stem``, the name of its file.

    Where both name a symbol the text's is right; the letter of a part (``A/RES/74/261 C``), which texts often leave
    out, may come from the name. Any text will do: what is not recognised is null.
    """
    text = text[_cover_end(text) :]
    folded, sources = fold_with_stretches(upright(text[:HEAD]))
    adoption = _adoption.match(folded)
    council = _council.match(folded)
    formula = _formula.search(folded, adoption.end() if adoption is not None else 0)
    organ = _organ_of(adoption, formula) or ("SC" if council is not None else None)
    frame = formula.start() if formula is not None else _frame_without_formula(folded)
    written, number_end = _number_in(folded, frame, organ, council)
    named = _number_in_name(stem, organ)
    number = _agreed(text, folded, written, named, organ)
    if number is not None and organ is None:
        organ = number.organ
    line = min(adoption.end() + ADOPTION_LINE, number_end if organ != "SC" and number_end else frame) if adoption else 0
    day = _date.search(folded, adoption.end(), line) if adoption is not None else None
    title = None
    if organ != "SC" and (adoption is not None or number_end or (formula is not None and folded.lstrip()[:1] in "[]")):
        start = max(number_end, day.end() if day is not None else 0, _source_end(folded, frame, number_end))
        title = _title(text, folded, start, frame, sources)
    return Metadata(
        number.symbol if number is not None else None,
        organ,
        number.session if number is not None else None,
        _iso(day, council["year"] if council is not None else None) or (_closing_day(text) if organ != "SC" else None),
        title,
    )


def _organ_of(*matches: re.Match[str] | None) -> str | None:
    """The organ that the first of the matches names."""
    for match in matches:
        if match is not None:
            name = re.sub(r"\s", "", match["organ"])
            return next(organ for names, organ in ORGANS.items() if names.replace(" ", "") == name)
    return None


def _frame_without_formula(folded: str) -> int:
    """Where the frame ends in a text that lacks the formula: before its first paragraph, if that shows."""
    opener = _opener.search(folded)
    return opener.start() if opener is not None else min(len(folded), LONGEST_TITLE)


def _number_in(folded: str, frame: int, organ: str | None, council: re.Match[str] | None) -> tuple[_Number | None, int]:
    """The number that stands in the frame, and where it ends (0 where there is none)."""
    if organ == "SC" and council is not None:
        return _Number("SC", council["year"], str(int(council["number"]))), council.end()
    if organ in _numbers:
        found = _numbers[organ].search(folded, 0, frame + 1)
        if found is not None:
            special = {"": "", "s": "S-", "دا": "S-"}.get((found["special"] or "").replace(" ", ""), "ES-")
            part = PARTS.get(found["part"] or "", "")
            return _Number(organ, special + _plain(found["session"]), _plain(found["number"]), part), found.end()
    whole = _whole.search(folded, 0, frame)
    if whole is None:
        return None, 0
    found_organ = {None: "SC", "a": "GA", "a/hrc": "HRC", "e": "ECOSOC"}[whole["organ"]]
    if organ not in (None, found_organ):
        return None, 0
    if whole["council"]:
        return _Number("SC", whole["year"], _plain(whole["council"])), 0
    special = (whole["special"] or "").upper()
    if (len(whole["session"]) == 4) != (found_organ == "ECOSOC"):
        return None, 0
    return _Number(found_organ, special + _plain(whole["session"]), _plain(whole["number"])), 0


def _number_in_name(stem: str, organ: str | None) -> _Number | None:
    """The number in a file's name: ``74_100_A``, ``A_RES_76_84_A-B-2118640A``, ``2022__S_RES_2654-2224261A`` …

    What stands before ``__`` is the folder; a trailing ``A`` is the language (Arabic), a long number the job's.
    """
    folder, _, name = stem.rpartition("__")
    name = _language.sub("", re.sub(r"[_\s]+", "/", name).upper(), count=1)
    council = _stem_council.search(name)
    if council is not None:
        year = council["year"] or (folder if re.fullmatch(r"\d{4}", folder) else None)
        return _Number("SC", _plain(year), _plain(council["number"])) if year else None
    found = _stem_number.search(name)
    if found is None:
        return None
    bare = organ if organ in ("GA", "HRC") else "GA"
    found_organ = {"A": "GA", "A/HRC": "HRC", "E": "ECOSOC"}.get(found["organ"] or "", bare)
    if (len(found["session"]) == 4) != (found_organ == "ECOSOC"):
        return None
    session = (found["special"] or "") + _plain(found["session"])
    return _Number(found_organ, session, _plain(found["number"]), found["part"] or "")


def _agreed(
    text: str, folded: str, written: _Number | None, named: _Number | None, organ: str | None
) -> _Number | None:
    """The text's number with the part from the name if it is the same; else the name's if it is of the same organ."""
    if written is not None:
        same = named is not None and (named.organ, named.session, named.number) == (
            written.organ,
            written.session,
            written.number,
        )
        return named if named is not None and same and not written.part else written
    if named is None or organ not in (None, named.organ):
        return None
    if not named.part and (last := _last_part(text, folded)):
        return _Number(named.organ, named.session, named.number, f"A-{last}")
    return named


def _last_part(text: str, folded: str) -> str:
    """The letter of the last part of a text of several, the first after the source, each other after a closing."""
    bracket = _source_end(folded, len(folded), 0)
    if not bracket or _first_part.match(folded, bracket) is None:
        return ""
    last = ""
    position = 0
    whole = fold(text)
    for names, letter in (("باء|ابء|b", "B"), ("جيم|c", "C"), ("دال|d", "D")):
        found = re.compile(rf"الجلسه[^.؛،]{{0,60}}\d{{4}}\W* (?:{names}) ").search(whole, position)
        if found is None:
            break
        last, position = letter, found.end()
    return last


def _source_end(folded: str, frame: int, number_end: int) -> int:
    """Where the bracket ends that says where the resolution came from; 0 where there is none before the number."""
    end = number_end if number_end else frame
    opening = re.compile(r"[\[\]]").search(folded, 0, end)
    if opening is None:
        return 0
    closing = re.compile(r"[\[\]]").search(folded, opening.end(), end)
    return closing.end() if closing is not None else 0


def _title(text: str, folded: str, start: int, end: int, sources: Stretches) -> str | None:
    """The title that stands in ``folded[start:end]``, as in the text; null where no letter is left of it."""
    part = re.compile(rf"[\])\[\s]*(?:{_any(PARTS)})(?!\w)").match(folded, start, end)
    start = part.end() if part is not None else start
    dash = _dash.match(folded, start, end)
    start = dash.end() if dash is not None and "(" not in dash[0] else start
    if start >= end or end - start > LONGEST_TITLE:
        return None
    first, last = sources.source_limits(start, end)
    while last < len(text) and text[last] in DROPPED:  # vowel marks of the last letter
        last += 1
    first, last = trim_marks(text, first, last)
    title = text[first:last]
    return title if any(character.isalpha() for character in title) else None


def _closing_day(text: str) -> str | None:
    """The day of the last meeting named near the text's end."""
    folded = fold(text[-TAIL:])
    days = [_date.match(folded, closing.end()) for closing in _closing.finditer(folded)]
    return _iso(days[-1]) if days else None


def _iso(found: re.Match[str] | None, year: str | None = None) -> str | None:
    """The ISO date of a match of ``_date``, of ``year`` where it names none; null for a day that no calendar has."""
    year = (found["year"] or year) if found is not None else None
    if found is None or year is None:
        return None
    try:
        day = date(int(year), _month[re.sub(r"\s", "", found["month"])], int(found["day"]))
    except ValueError:
        return None
    return day.isoformat()


def _plain(digits: str) -> str:
    """A number without zeros before it."""
    return str(int(digits))
