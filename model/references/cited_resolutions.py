"""Resolutions that a folded text cites, each with the symbol of the document that it is.

Offsets are half-open, of the *folded* text (see ``model.text.folding``); the patterns are written in its letters.

A number is a citation where the word ``قرار`` in any of its forms stands before it (``قرارها 58/170``, ``للقرار 2254
(2015)``, ``قراري مجلس الأمن 1325 (2000) و 1889 (2009)``), and so are the numbers that go on with ``و`` or a comma from
one that is, behind its date, its title in quotes or what it is about.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

from model.references.dates import FoldedDate
from model.references.symbols import Body, Citing, Gender, Number, Shape, body_of, may_be_of, symbol_of
from model.text.folding import fold
from model.text.lazy_regex import lazy_re

_HEAD_REACH = 160  # code points from the word for a resolution to its number
_GAP_REACH = 420  # code points from one number of a list to the next
_BEFORE_REACH = 400  # code points before that word in which a body is spoken of whose resolution it may be
_NEAR = 80  # code points between two numbers that are said of one body in one breath
_DATE_REACH = 40  # code points from a number to its date
_OWN_REACH = 5_000  # code points from the beginning in which a text says whose resolution it is

# The letter of a part: ``66/240 ألف``, ``36/87 ألف وباء``, ``51/211 ألف إلى هاء``, ``53/77 ألف ألف``.
_NAMES = "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد"
_LETTERS = [fold(name) for name in _NAMES.split()]
_letter = lazy_re(rf"(?P<letter>{'|'.join(_LETTERS)})(?P<double> الف)?(?!\w)")
_L = rf"(?:{'|'.join(_LETTERS)})(?: الف)?(?!\w)"


def _parts(name: str) -> str:
    """Letters of parts, as a group of that name."""
    return rf"(?P<{name}>{_L}(?:(?: و ?| الي ){_L})*|[a-z](?![\w.'’(/]))"


_S = r" ?[-–] ?"
# Behind a year the bracket may have met that of a footnote's mark the wrong way round: ``2334 (2016())``.
_number = lazy_re(
    r"(?<![\d/.,\-–a-z])(?:"
    rf"(?:(?P<kind>e?s|د ?ا ?ط|د ?ا){_S})?(?P<first>\d{{1,4}})/(?P<second>\d{{1,4}})(?![\d/])(?: {_parts('of_new')})?"
    r"|(?P<serial>\d{1,4}) ?\((?P<year>(?:19|20)\d\d)[()]"
    rf"|(?P<old>\d{{1,4}})(?: {_parts('of_old')})? ?\((?P<old_kind>د ?ا ?ط|د ?ا|د){_S}(?P<meeting>\d\d?)(?:\( ?\))?\)"
    rf"(?: {_parts('behind')})?"
    r"|(?P<maritime>(?:a|msc|mepc|fal|leg|lc|lp|lc-lp)\.\d{1,4} ?\(\d{1,4}\))"
    r"|(?P<bare>\d{3,4})(?![\d/%\-–(]|[.,:]\d)"
    r")"
)
_year_known = lazy_re(r"(?<![\d/.,\-–a-z])(\d{1,4}) ?\(((?:19|20)\d\d)[()]")

_head = lazy_re(r"(?<!\w)[وف]?(?:بال|كال|لل|ال|[بلك])?(?P<noun>قرار|مقرر)(?P<ending>\w{0,6})")
# Between that word and the number: nothing, or whose it is, or which of several.
_middle = lazy_re(
    r" ?(?:(?:(?:ال)?(?:مجلس|لجنه|موتمر|منظمه)|الجمعيه|جمعيه|هييه|رقم|السابق\w*|الاخير\w*|التوافقي\w*|التالي\w*"
    r"|اللاحق\w*|الاتي\w*|المرقم\w*|ذات|ذوا?ت?ي?)(?: [^\W\d]+){0,11})?[ ،:(]*"
)
_POINTS = r"[ ،)]|\(\d{0,3}\)|\(?(?:ال)?مورخ\w*+"
_plain_gap = lazy_re(rf"(?:{_POINTS}|في|و)*(?:[و،]|الي) ?")
_free_gap = lazy_re(
    rf"(?:{_POINTS}|في|و)*"
    r"(?:الجزء|الفرع|الفقره|بخاص|لا سيما|خاصه|(?<=مورخ )\d|بشان|و?المعنون|بعنوان|”|و?المتعلق|المتضمن|بصيغت"
    r"|الذي|التي|اللذ|اللت|الصادر|المتخذ|الوارد)"
    r".*[ ،”“)\"]و ?"
)
_stop = lazy_re(r"؛|\.(?= |\Z)|(?<!\w)واذ(?!\w)|[\[\]]")
_dated = lazy_re(r"[ ،()]*(?:\d{0,3}\)[ ،]*)?\(?(?:ال)?مورخ\w* (?:في )?")

_BODY = (
    r"(?P<assembly>(?:(?<=ال)|(?<=لل))جمعيه(?: العامه)?(?! (?:العام|لمنظم|للمنظم|للاتحاد|البرلماني)))"
    r"|(?P<security>مجلس الامن)"
    r"|(?P<economic>مجلس الاقتصادي والاجتماعي)"
    r"|(?P<rights>مجلس حقوق الانسان)"
    r"|(?P<commission>لجنه حقوق الانسان)"
    r"|(?P<subcommission>لجنه الفرعيه)"
    r"|(?P<council>(?:(?<=ال)|(?<=لل))مجلس)(?! (?:التنفيذي|الاوروبي|الوزاري|الوطني|الاستشاري|العالمي))(?!\w)"
    r"|(?P<she>(?:لجنه|جمعيه|منظمه|هييه)(?!\w))|(?P<he>(?:موتمر|مجلس|مكتب|اجتماع)(?!\w))"
)
_body = lazy_re(rf"(?<!\w)[وف]?[بك]?(?:ال|لل|ل)?(?:{_BODY})")
_adopting = lazy_re(
    r"[ ،)]*(?:(?:الذي|التي|اللذين|اللذان|اللتين)? ?(?:اتخذ|اعتمد|اصدر)\w*|الصادر\w* (?:عن|من)|المتخذ\w* (?:في|من قبل)|"
    rf"(?=ل)) ?(?:ايضا |كذلك |موخرا )?(?:ال|لل|ل)?(?:{_BODY})"
)
_own = lazy_re(
    r"(?<!\w)(?:اتخذته|اتخذه|اعتمدته|اعتمده|ان) (?P<body>الجمعيه العامه|مجلس الامن|المجلس الاقتصادي|مجلس حقوق)"
)
_OWN: dict[str, Body] = {
    "الجمعيه العامه": "assembly",
    "مجلس الامن": "security",
    "المجلس الاقتصادي": "economic",
    "مجلس حقوق": "rights",
}
# The resolution's own first words are no citation: ``القرار 2618 (2022) الذي اتخذه مجلس الأمن في جلسته …``.
_own_number = lazy_re(r" ?الذي (?:اتخذ|اعتمد)\w* [^\d؛،]{0,50}في جلست")
_FEMININE: tuple[Body, ...] = ("assembly", "commission", "subcommission")


@dataclass(frozen=True, slots=True)
class FoldedCitation:
    """A cited resolution in the folded text, with the symbol of its document (see ``symbol_of``)."""

    start: int
    end: int
    symbol: str


@dataclass(frozen=True, slots=True)
class _Listed:
    """Where the last number of a list ends, and what the list says of its numbers.

    ``start`` is where the list's first number begins; ``outer`` the list that goes on when a title ends in which this
    one stands.
    """

    start: int
    end: int
    decision: bool
    bare: bool
    citing: Citing
    outer: "_Listed | None" = None


@dataclass(frozen=True, slots=True)
class _Cited:
    """A cited number with the list it belongs to."""

    start: int
    end: int
    list_start: int
    number: Number
    citing: Citing


def folded_citations(text: str, dates: Sequence[FoldedDate]) -> Iterator[FoldedCitation]:
    """The resolutions that a folded text cites, in text order; ``dates`` are those of the same text."""
    cited = list(_cited(text, dates))
    bodies: list[Body | None] = [body_of(each.number, each.citing) for each in cited]
    of_list: dict[int, set[Body]] = {}
    for each, body in zip(cited, bodies, strict=True):
        if body is not None and each.number.shape == "session":
            of_list.setdefault(each.list_start, set()).add(body)
    last: tuple[_Cited, Body] | None = None
    for each, body in zip(cited, bodies, strict=True):
        if body is None:
            near: set[Body] = of_list.get(each.list_start, set())
            if not near and last is not None and _goes_with(each, last[0]):
                near = {last[1]}
            body = _only(each, near)
        last = None if body is None else (each, body)
        yield FoldedCitation(each.start, each.end, symbol_of(each.number, body))


def _only(cited: _Cited, bodies: Collection[Body]) -> Body | None:
    """The one body, where it is one, and where the number may be its."""
    for body in bodies:
        if len(bodies) == 1 and may_be_of(cited.number, cited.citing, body):
            return body
    return None


def _goes_with(cited: _Cited, before: _Cited) -> bool:
    """Whether both are said of one body by the same pronoun: ``قرارها 70/111 والجزء الثاني من قرارها 71/7``."""
    near = cited.start - before.end <= _NEAR
    alike = cited.citing.gender == before.citing.gender != ""
    return near and alike and cited.number.shape == before.number.shape


def _cited(text: str, dates: Sequence[FoldedDate]) -> Iterator[_Cited]:
    """The numbers that are citations, in text order."""
    starts = [date.start for date in dates]
    years = {found[1]: int(found[2]) for found in _year_known.finditer(text)}
    named = _own.search(text, 0, _OWN_REACH)
    own = _OWN[named["body"]] if named is not None else None
    last: _Listed | None = None
    for found in _number.finditer(text):
        if found["bare"] and found["bare"] not in years:
            continue
        listed = _headed(text, found, own, last) or _going_on(text, found, dates, starts, last)
        if listed is None or _is_no_resolution(found):
            continue
        last = listed
        date = _date_behind(text, found.end(), dates, starts)
        citing = listed.citing
        if citing.said is None and (body := _adopting_body(text, found.end() if date is None else date.end)):
            citing = replace(citing, said=body)
        if not listed.decision and not _is_own(text, found):
            yield _Cited(found.start(), found.end(), listed.start, _number_of(found, date, years), citing)


def _headed(text: str, found: re.Match[str], own: Body | None, last: _Listed | None) -> _Listed | None:
    """What the word before a number says, where it is one for resolutions or decisions."""
    start = max(last.end if last is not None else 0, found.start() - _HEAD_REACH)
    head = None
    for each in _head.finditer(text, start, found.start()):
        head = each
    if head is None or _middle.fullmatch(text, head.end(), found.start()) is None:
        return None
    said = None
    ending = head["ending"]
    gender: Gender = "feminine" if ending.endswith("ها") else "masculine" if ending.endswith("ه") else ""
    if (body := _body.search(text, head.end(), found.start())) is not None:
        if text[body.start() : found.start()].strip() == "اللجنه":
            gender = "feminine"  # one that was named before
        else:
            said = _named(body)
    if found["bare"] and said not in (None, "security", "council"):
        return None
    before = None
    reach = max(0, head.start() - _BEFORE_REACH)
    for stop in _stop.finditer(text, reach, head.start()):
        reach = stop.end()
    for body in _body.finditer(text, reach, head.start()):
        feminine = body["she"] is not None or _named(body) in _FEMININE
        if not gender or feminine == (gender == "feminine"):
            before = _named(body)
    outer = last if last is not None and _quotes(text, last.end, found.start()) > 0 else None
    return _Listed(
        found.start(),
        found.end(),
        head["noun"] == "مقرر",
        found["bare"] is not None,
        Citing(said, gender, own, before),
        outer,
    )


def _going_on(
    text: str, found: re.Match[str], dates: Sequence[FoldedDate], starts: Sequence[int], last: _Listed | None
) -> _Listed | None:
    """What the list says in which a number goes on from the last one."""
    if last is None or found.start() - last.end > _GAP_REACH:
        return None
    gap = _without_dates(text, last.end, found.start(), dates, starts)
    if _plain_gap.fullmatch(gap) is not None:
        if found["bare"] and not last.bare:
            return None
    elif found["bare"] or _free_gap.fullmatch(gap) is None or _stop.search(gap) is not None:
        return None
    if last.outer is not None and _quotes(text, last.end, found.start()) < 0:
        last = last.outer
    return replace(last, end=found.end(), citing=replace(last.citing, listed=True), bare=found["bare"] is not None)


def _quotes(text: str, start: int, end: int) -> int:
    """How many more quotes open than close between two offsets (``”`` opens, ``“`` closes)."""
    return text.count("”", start, end) - text.count("“", start, end)


def _without_dates(text: str, start: int, end: int, dates: Sequence[FoldedDate], starts: Sequence[int]) -> str:
    """``text[start:end]`` without the dates in it."""
    parts: list[str] = []
    for date in dates[bisect_left(starts, start) : bisect_left(starts, end)]:
        parts.append(text[start : date.start])
        start = date.end
    return "".join((*parts, text[start:end]))


def _date_behind(text: str, end: int, dates: Sequence[FoldedDate], starts: Sequence[int]) -> FoldedDate | None:
    """The date that a number has: ``58/170 المؤرخ 22 كانون الأول/ديسمبر 2003``."""
    place = bisect_left(starts, end)
    if place == len(dates) or dates[place].start - end > _DATE_REACH:
        return None
    return dates[place] if _dated.fullmatch(text, end, dates[place].start) is not None else None


def _adopting_body(text: str, end: int) -> Body | None:
    """The body that is named behind the number: ``الذي اتخذته الجمعية العامة``, ``الصادر عن …``."""
    found = _adopting.match(text, end)
    return None if found is None else _named(found)


def _named(found: re.Match[str]) -> Body:
    """Which body a match of ``_BODY`` is."""
    name = found.lastgroup or "other"
    return "other" if name in ("she", "he") else cast("Body", name)


def _is_no_resolution(found: re.Match[str]) -> bool:
    """Whether a number with a stroke is a span of two years, as 2019/2020."""
    return found["first"] is not None and min(int(found["first"]), int(found["second"])) >= 1000


def _is_own(text: str, found: re.Match[str]) -> bool:
    """Whether the number is the text's own, in its first words."""
    return found.start() < 30 and _own_number.match(text, found.end()) is not None


def _number_of(found: re.Match[str], date: FoldedDate | None, years: dict[str, int]) -> Number:
    """The number that was found, with the year of its date."""
    year = date.year if date is not None else None
    if found["maritime"]:
        return Number("own form", 0, 0, found["maritime"].replace(" ", "").upper())
    if found["bare"]:
        return Number("bracketed year", int(found["bare"]), years[found["bare"]])
    if found["serial"]:
        return Number("bracketed year", int(found["serial"]), int(found["year"]))
    if found["old"]:
        parts = _western(found["of_old"] or found["behind"])
        session = {"دا": "S-", "داط": "ES-"}.get(found["old_kind"].replace(" ", ""), "")
        return Number("roman", int(found["old"]), int(found["meeting"]), parts, session, year)
    first, second = int(found["first"]), int(found["second"])
    kind = (found["kind"] or "").replace(" ", "")
    parts = _western(found["of_new"])
    if kind in ("es", "داط"):
        return Number("emergency", first, second, parts, "ES-", year)
    if kind:
        return Number("special", first, second, parts, "S-", year)
    shape: Shape = "year" if first >= 1900 else "turned year" if second >= 1900 else "session"
    return Number(shape, first, second, parts, "", year)


def _western(parts: str | None) -> str:
    """Letters of parts as the symbols have them: ``A``, ``A-C``, ``A,D``."""
    if not parts:
        return ""
    if parts.isascii():
        return parts.upper()
    letters: list[str] = []
    for found in _letter.finditer(parts):
        letter = chr(ord("A") + _LETTERS.index(found["letter"]))
        letters.append(letter * 2 if found["double"] else letter)
    follow = all(ord(after[0]) - ord(before[0]) == 1 for before, after in pairwise(letters))
    if len(letters) > 1 and (follow or " الي " in parts):
        return f"{letters[0]}-{letters[-1]}"
    return ",".join(letters)
