"""Dates of a folded text: the months with both their names, and what day and year they stand with.

Offsets are half-open, of the *folded* text (see ``model.text.folding``).
"""

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass

from model.annotation.metadata import MONTHS
from model.text.folding import fold
from model.text.lazy_regex import lazy_re

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REACH = 70  # code points between two dates that share what only one of them says
_GLUE = r"[ /\\]{1,3}"  # also between the two words of one name: ``تشرين/الأول أكتوبر``

_numbers = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_names = "|".join(_GLUE.join(name.split()) for name in sorted(_numbers, key=len, reverse=True))
_B = r"(?![^\W\d])"
_month = lazy_re(
    r"(?<![^\W\d])[وفبلك]?"
    rf"(?P<names>(?P<first>{_names}){_B}(?:{_GLUE}(?P<second>{_names}){_B})?)"
    # Not the first half of 2019/2020, nor the number of a resolution: 2282 (2016), 1874 (د إ-4).
    r"(?:/? ?(?:من |ل)?(?:ال)?(?:عام |سنه )?(?P<year>1[89]\d\d|2[01]\d\d)(?![\d/]| ?\((?:[12]\d{3}|د)))?"
)
_day = lazy_re(r"(?<![\d/.,])(?P<day>\d\d?) ?\Z")
_WEEKDAYS = "|".join(map(fold, ("الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت")))
_WORDS = rf"يوم|يومي|ايام|الفتره|للفتره|فتره|من|في|بين|ما|شهر|شهري|كل|وكل|{_WEEKDAYS}|الي|حتي|لغايه|ولغايه|غايه|او|و"
# What stands between two dates of which the first has no year, or no month either, because the second has it.
_between = lazy_re(rf"(?:[ ،]*(?:و?(?:{_WORDS})\b|و(?=\d|\w*/)|[-–]))+[ ،]*(?:و|ب)?")
_joint = lazy_re(r"و|الي|حتي|غايه|او|[-–]")
_earlier_day = lazy_re(
    rf"(?<![\d/.,\-–])(?P<day>\d\d?)(?P<gap>(?:[ ،]{{1,3}}(?:و?(?:{_WORDS})\b|[-–])|[-–])"
    rf"(?:[ ،]{{1,3}}(?:{_WORDS})\b){{0,4}}[ ،]{{0,2}}| ،? ?و)\Z"
)
_before_no_day = lazy_re(
    r"(?:الفقر\w*|الماد\w*|البند\w*|القرار\w*|قرار\w*|المقرر\w*|الجلس\w*|القاعد\w*|رقم|[\d)])(?: \(\w\))? \Z"
)


@dataclass(frozen=True, slots=True)
class FoldedDate:
    """A date in the folded text with its ISO 8601 form: ``2004-12-20`` or ``2004-12``."""

    start: int
    end: int
    iso: str

    @property
    def year(self) -> int:
        """Its year."""
        return int(self.iso[:4])


@dataclass(slots=True)
class _Month:
    """A month as it stands: what belongs to it from ``start`` to ``end``, and its year once it is known.

    ``days`` are the days of it that are named, in order, each with where its own words begin and end.
    """

    start: int
    end: int
    number: int
    days: list[tuple[int, int, int]]
    year: int | None


def folded_dates(text: str) -> tuple[FoldedDate, ...]:
    """The dates of a folded text in text order; what a date is, ``references`` says."""
    months = list(_months(text))
    following: _Month | None = None
    for month in reversed(months):
        if month.year is None and following is not None and following.year is not None:
            month.year = _shared_year(text, month, following)
        following = month
    return tuple(date for month in months if month.year is not None for date in _dates_of(month, month.year))


def _months(text: str) -> Iterator[_Month]:
    """The names of months, each with the days before and the year behind it, where they stand."""
    last = 0
    for found in _month.finditer(text):
        numbers = {_number_of(found[group]) for group in ("first", "second") if found[group]}
        days = _days_before(text, found.start("names"), last) if found.start() == found.start("names") else []
        last = found.end()
        number = min(numbers)
        if len(numbers) > 1 or (days and not 1 <= days[-1][0] <= _LENGTHS[number - 1]):
            continue  # two names of different months, or the 31st of one that has 30 days: what is meant is not said
        if not days and not found["second"]:
            continue  # one name alone may be another word
        start = found.start("names")
        days = [*days[:-1], (days[-1][0], days[-1][1], found.end())] if days else []
        year = int(found["year"]) if found["year"] else None
        yield _Month(days[0][1] if days else start, found.end(), number, days, year)


def _number_of(name: str) -> int:
    """Which month it is, from 1."""
    return _numbers[" ".join(name.replace("/", " ").replace("\\", " ").split())]


def _days_before(text: str, start: int, last: int) -> list[tuple[int, int, int]]:
    """The days that stand before a month (``3 إلى 14 حزيران/يونيه``) and not before ``last``: day, start, end."""
    nearest = _day.search(text, max(last, start - 4), start)
    if nearest is None:
        return []
    days = [(int(nearest["day"]), nearest.start("day"), nearest.end("day"))]
    while (before := _earlier_day.search(text, max(last, days[0][1] - _REACH), days[0][1])) is not None:
        if not 1 <= int(before["day"]) < days[0][0] or _joint.search(before["gap"]) is None:
            break
        if _before_no_day.search(text, max(last, before.start() - 20), before.start()) is not None:
            break
        days.insert(0, (int(before["day"]), before.start("day"), before.end("day")))
    return days


def _shared_year(text: str, month: _Month, following: _Month) -> int | None:
    """The year that the next month says for this one too: ``31 آب/أغسطس إلى 8 أيلول/سبتمبر 2001``."""
    between = text[month.end : following.start]
    if len(between) > _REACH or _between.fullmatch(between) is None or _joint.search(between) is None:
        return None
    if month.number > following.number:
        return None  # from December to January: whose year it is, is not said
    return following.year


def _dates_of(month: _Month, year: int) -> Iterator[FoldedDate]:
    """The dates of a month that has a year."""
    if not month.days:
        yield FoldedDate(month.start, month.end, f"{year:04}-{month.number:02}")
    for day, start, end in month.days:
        if (month.number, day) != (2, 29) or isleap(year):
            yield FoldedDate(start, end, f"{year:04}-{month.number:02}-{day:02}")
