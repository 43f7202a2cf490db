"""The numbers that the progress plots show: in series, in words, and as rows of a table. No drawing here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale

from gui.i18n.error_messages import isolated
from gui.i18n.numbers import grouped
from model.annotation.layers import DESCRIPTORS, Scheme
from model.annotation.progress_report import ProgressReport
from model.formats.list_csv import BYTE_ORDER_MARK, csv_row, defused

Measure = Literal["documents", "clauses"]
MOST_DAYS = 180  # bars that can be told from one another; of a longer time weeks are shown
_WEEK = 7

_ORGANS = {
    "GA": QT_TRANSLATE_NOOP("ProgressPlots", "General Assembly"),
    "SC": QT_TRANSLATE_NOOP("ProgressPlots", "Security Council"),
    "ECOSOC": QT_TRANSLATE_NOOP("ProgressPlots", "Economic and Social Council"),
    "HRC": QT_TRANSLATE_NOOP("ProgressPlots", "Human Rights Council"),
}


@dataclass(frozen=True, slots=True)
class Periods:
    """What was done in equal stretches of time one after the other, none left out: ``first`` days of each, ``counts``,
    and ``totals`` up to the end of each. A stretch is ``days`` long (1 or 7).
    """

    days: int
    first: tuple[date, ...]
    counts: tuple[int, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """What was done up to the end of each."""
        total, found = 0, list[int]()
        for count in self.counts:
            total += count
            found.append(total)
        return tuple(found)


def periods(report: ProgressReport, measure: Measure, task: str, annotator: str | None = None) -> Periods:
    """The documents whose task was declared done, or the clauses that were marked, from the first day on which anything
    was done to the last; of one annotator (id) or of all.
    """
    if not report.days:
        return Periods(1, (), ())
    by_day: Counter[date] = Counter()
    for each in report.days:
        if annotator in (None, each.annotator):
            by_day[each.day] += each.clauses if measure == "clauses" else each.done.get(task, 0)
    first, last = report.days[0].day, report.days[-1].day
    days = 1 if (last - first).days < MOST_DAYS else _WEEK
    if days == _WEEK:
        first -= timedelta(first.weekday())
    counts = [0] * ((last - first).days // days + 1)
    for day, count in by_day.items():
        counts[(day - first).days // days] += count
    return Periods(days, tuple(first + timedelta(days * number) for number in range(len(counts))), tuple(counts))


def ticks(found: Periods, most: int) -> list[tuple[int, str]]:
    """At most so many of the stretches with the dates to be written at them; the year where it is a new one."""
    step = -(-len(found.first) // max(1, most)) or 1
    result: list[tuple[int, str]] = []
    year = found.first[-1].year if found.first else 0
    for number in range(0, len(found.first), step):
        day = found.first[number]
        result.append((number, short_date(day, with_year=day.year != year)))
        year = day.year
    return result


def short_date(day: date, *, with_year: bool = False) -> str:
    """A day as it is written at an axis."""
    locale = QLocale()
    text = locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy" if with_year else "d MMM")
    return f"\u2068{text}\u2069"


def organ_name(organ: str | None) -> str:
    """What an organ is called in the window's language."""
    if organ is None:
        return QCoreApplication.translate("ProgressPlots", "Unknown organ")
    return QCoreApplication.translate("ProgressPlots", str(_ORGANS[organ])) if organ in _ORGANS else isolated(organ)


def task_name(task: str, scheme: Scheme, language: str) -> str:
    """What a task is called: by its layer, or the descriptors."""
    if task == DESCRIPTORS:
        return QCoreApplication.translate("ProgressPlots", "Descriptors")
    return next((layer.name(language) for layer in scheme.layers if layer.id == task), task)


def percent(part: int, whole: int) -> str:
    """A share as a percentage; one that is not all never says so, nor one that is something nothing."""
    if not whole:
        return "0%"
    share = part * 100 / whole
    if 0 < part < whole:
        return "<1%" if share < 1 else ">99%" if share > 99 else f"{share:.0f}%"
    return f"{share:.0f}%"


def share(part: int, whole: int) -> str:
    """A number out of another, and its percentage."""
    template = QCoreApplication.translate("ProgressPlots", "{part} of {whole} ({percent})")
    return template.format(part=grouped_words(part), whole=grouped_words(whole), percent=isolated(percent(part, whole)))


def grouped_words(number: int) -> str:
    """A number among words."""
    return isolated(grouped(number))


def organ_table(report: ProgressReport, task: str) -> list[Sequence[str]]:
    """The numbers by organ, under their headings; the keys of the headings stay English, for programs to read."""
    rows: list[Sequence[str]] = [
        ("organ", "documents", "not_begun", "in_progress", "done", "clauses", "clauses_in_done_documents")
    ]
    for organ in report.organs:
        states = organ.states[task]
        counts = (organ.documents, states.new, states.in_progress, states.done, organ.clauses, organ.clauses_done)
        rows.append((organ.organ or "", *map(str, counts)))
    return rows


def day_table(report: ProgressReport) -> list[Sequence[str]]:
    """The numbers by day and annotator, documents done in a column for each task."""
    rows: list[Sequence[str]] = [("day", "annotator", "clauses", *(f"done_{task}" for task in report.tasks))]
    for each in report.days:
        done = (str(each.done.get(task, 0)) for task in report.tasks)
        name = report.annotators.get(each.annotator, "")
        rows.append((each.day.isoformat(), name, str(each.clauses), *done))
    return rows


def table_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """A table as CSV, byte for byte what ``formats.list_csv`` writes into a file."""
    return BYTE_ORDER_MARK + b"".join(csv_row(map(defused, row)) for row in rows)
