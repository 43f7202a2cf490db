"""The frame of a resolution: what stands around its clauses, read as the organs write it.

The line of adoption, the source in brackets, the title, the enacting formula; at the end the meeting and its date, with
the vote where the Human Rights Council gives it; behind that the annexes. A resolution may have several *parts* (A, B,
C), each with a title, a formula and a closing of its own; a draft that is recommended has a formula of its own too.

All limits are half-open code points of a text in its reading form, without the white space around them. Any text
gives a frame; where no formula stands, all that is not recognised is the body of one part.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from model.text.cover_page import cover_end
from model.text.lazy_regex import lazy_re
from model.text.words import trim

Range = tuple[int, int]

HEADER_REACH = 6_000  # how far from the text's beginning the first formula may stand
TITLE_REACH = 900

_LETTER = r"[^\W\d_]"
_MONTH = rf"{_LETTER}(?:{_LETTER}|[ ]){{1,24}}?"
_DATE = rf"\d{{1,2}}\s*{_MONTH}\s?/\s?{_LETTER}{{3,12}}"


@dataclass(frozen=True, slots=True)
class Part:
    """One resolution of a text, mostly the only one."""

    title: Range | None
    formula: Range | None
    body: Range
    closing: Range | None


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the clauses of a text; ``annex`` is all that follows the last part."""

    adoption: Range | None
    source: Range | None
    parts: tuple[Part, ...]
    annex: Range | None

    def stretches(self) -> tuple[tuple[Range, bool], ...]:
        """Where clauses are: the body of each part, and the annex; each time whether it is the annex."""
        bodies = tuple((part.body, False) for part in self.parts)
        return bodies if self.annex is None else (*bodies, (self.annex, True))

    def places(self) -> tuple[int, ...]:
        """Where what stands around the clauses begins."""
        inner = (limits for part in self.parts for limits in (part.title, part.formula, part.closing))
        return tuple(limits[0] for limits in (self.adoption, self.source, *inner, self.annex) if limits is not None)


_FOOTNOTE = r"(?:[(]\d{0,3}[)]|[*]{1,3}|[¹²³⁰⁴-⁹]{1,3})"  # the sign of one

_formula = lazy_re(
    r"(?<!\S)[إا]\s?ن\s+"
    r"(?:الجمعية\s+العامة|مجلس\s+الأمن|المجلس\s+الاقتصادي\s+والاجتماعي|مجلس\s+حقوق\s+الإنسان)"
    rf"(?:\s?[،,])?{_FOOTNOTE}?(?!\S)"
)
_footnote = lazy_re(rf"{_FOOTNOTE}(?!\S)")
_adoption = lazy_re(r"\s*(?:ال)?(?:قرار|قراران|قرارات|مقرر)(?=[\s\d])")
_numbered = lazy_re(r"\s*\w*القرار\s+\d{1,4}\s?[(]\d{4}[)]")  # the Security Council's: it has no title
_date = lazy_re(rf"(?<!\d){_DATE}\s?\d{{4}}(?!\d)")
_ORDINAL = rf"(?:[(][^()]{{1,20}}[)]|\d{{1,4}}(?:\s+[(][^()]{{1,20}}[)])?|(?!المعقود|التي){_LETTER}{{1,12}})"
_meeting = lazy_re(
    r"(?<!\S)>?الجلسة(?:\s+العامة)?"
    rf"(?:\s+{_ORDINAL}){{0,4}}?[،,]?\s+{_DATE}(?:\s?\d{{4}}(?!\d))?(?!\s?[،؛])"
)
_bare_date = lazy_re(rf"(?<=[.“”؛)])\s+(?P<date>{_DATE}(?:\s?\d{{4}})?)\s*(?=$|[اإ]?ا?لم?رفق)")
_adopted = lazy_re(r"\s*(?P<bracket>\[)?(?=\s?اعتمد)")
_vote = lazy_re(r"[^.\[\]]{0,60}تصويت[.]?")
_annex = lazy_re(r"(?<=[.“”؛\])])\s+(?P<annex>(?:المرفقات|المرفق|الضميمة|التذييل|مرفق)(?=\s))(?!\s+[،.؛])")
_part_letter = lazy_re(r"(?<=[.“”؛])\s+(?P<letter>(?:[A-H]|ألف|باء|ابء|جيم|دال|هاء|واو)\s)")


def frame_of(text: str) -> Frame:
    """The frame of a text; the cover page that some bring is of no part of it."""
    formulas = _formulas(text)
    first = formulas[0] if formulas else None
    head = cover_end(text)
    is_council = _numbered.match(text, head) is not None
    adoption, position = _line_of_adoption(text, head, first, is_council=is_council)
    source, position = _source(text, position, first[0] if first is not None else None)
    title = _title(text, position, first, has_title=position > head and not is_council)
    start = title[1] if title is not None else position
    parts: list[Part] = []
    opening: Range | None = first
    while True:
        begin = opening[1] if opening is not None else start
        following = next((formula for formula in formulas if formula[0] >= begin), None)
        limit = following[0] if following is not None else len(text)
        closing = None if is_council else _closing(text, begin, len(text))
        if closing is not None and closing[0] < limit:
            parts.append(Part(title, opening, trim(text, begin, closing[0]), closing))
            if following is None or not _is_title(text, closing[1], following[0]):
                rest = trim(text, closing[1], len(text))
                break
            title = _filled(text, closing[1], following[0])
        elif following is not None and (letter := _title_without_closing(text, begin, limit)) is not None:
            parts.append(Part(title, opening, trim(text, begin, letter), None))
            title = _filled(text, letter, limit)
        elif following is not None and text[begin:limit].rstrip().endswith(":"):
            parts.append(Part(title, opening, trim(text, begin, limit), None))
            title = None
        elif following is not None:  # somebody else's formula, quoted
            formulas = [formula for formula in formulas if formula[0] < begin or formula[0] > following[0]]
            continue
        else:
            closing = _bare_closing(text, begin)
            annex = _annex.search(text, begin) if closing is None else None
            end = closing[0] if closing is not None else annex.start("annex") if annex is not None else len(text)
            parts.append(Part(title, opening, trim(text, begin, end), closing))
            rest = trim(text, closing[1] if closing is not None else end, len(text))
            break
        opening = following
    return Frame(adoption, source, tuple(parts), rest if rest[0] < rest[1] else None)


def _filled(text: str, start: int, end: int) -> Range | None:
    """The range without white space at its edges; None where nothing is left."""
    start, end = trim(text, start, end)
    return (start, end) if start < end else None


def _formulas(text: str) -> list[Range]:
    """The enacting formulas. Of two that follow each other at once, the first belongs to the title."""
    found = [match.span() for match in _formula.finditer(text)]
    alone = [one for one, after in pairwise(found) if text[one[1] : after[0]].strip()]
    found = [*alone, *found[-1:]]
    return found if found and found[0][0] <= HEADER_REACH else []


def _line_of_adoption(text: str, begin: int, formula: Range | None, *, is_council: bool) -> tuple[Range | None, int]:
    """The line that says who adopted the resolution and when; and where what follows it begins."""
    limit = formula[0] if formula is not None else min(len(text), HEADER_REACH)
    if _adoption.match(text, begin, limit) is None:
        return None, begin
    bracket = text.find("[", begin, limit)
    bracket = limit if bracket < 0 else bracket
    if is_council and formula is not None:
        end = limit
    else:
        date = _date.search(text, begin, min(bracket, begin + 400))
        if date is None and bracket == limit:
            return None, begin
        end = date.end() if date is not None else bracket
        if bracket - end < 12 and bracket < limit:
            end = bracket
    found = _filled(text, begin, end)
    return found, found[1] if found is not None else begin


def _source(text: str, position: int, limit: int | None) -> tuple[Range | None, int]:
    """What stands in brackets after the line of adoption, with the sign of its footnote."""
    start, end = trim(text, position, min(len(text), position + HEADER_REACH) if limit is None else limit)
    close = text.find("]", start, end) if text.startswith("[", start) else -1
    if close < 0:
        return None, position
    footnote = _footnote.match(text, close + 1, end)
    last = footnote.end() if footnote is not None else close + 1
    return (start, last), last


def _title(text: str, position: int, formula: Range | None, *, has_title: bool) -> Range | None:
    """What stands between the header and the formula; without a formula, up to where the first recital begins."""
    if formula is not None:
        return _filled(text, position, formula[0])
    if not has_title:
        return None
    for opener in re.finditer(r"(?<=\s)(?:و?[إأ]ذ|وقد|1\s?[-–])\s", text[position : position + TITLE_REACH]):
        return _filled(text, position, position + opener.start())
    return None


def _is_title(text: str, start: int, end: int) -> bool:
    """Whether what stands between a closing and a formula is the title of a further part."""
    start, end = trim(text, start, end)
    return end - start <= TITLE_REACH and not text.startswith("المرفق", start)


def _title_without_closing(text: str, start: int, end: int) -> int | None:
    """Where the title of a further part begins that no closing precedes: at its letter."""
    letters = [found.start("letter") for found in _part_letter.finditer(text, max(start, end - TITLE_REACH), end)]
    return letters[-1] if letters else None


def _closing(text: str, start: int, end: int) -> Range | None:
    """The meeting and its date, with the vote."""
    found = _meeting.search(text, start, end)
    if found is None:
        return None
    return _with_vote(text, trim(text, *found.span()), end)


def _bare_closing(text: str, start: int) -> Range | None:
    """A date alone, at the end or before the annex: of what was adopted without a meeting."""
    found = _bare_date.search(text, start)
    return trim(text, *found.span("date")) if found is not None else None


def _with_vote(text: str, closing: Range, end: int) -> Range:
    """The closing together with ``[اعتُمد …]``; where the bracket is not closed, to the annex or the end."""
    opening = _adopted.match(text, closing[1], end)
    if opening is None:
        return closing
    if opening["bracket"] is None:
        vote = _vote.match(text, opening.end(), end)
        return (closing[0], vote.end()) if vote is not None else closing
    close = text.find("]", opening.end(), end)
    if close >= 0:
        close += 1
        if text.startswith(".", close):
            close += 1
        return closing[0], close
    annex = _annex.search(text, opening.end(), end)
    return trim(text, closing[0], annex.start("annex") if annex is not None else end)
