"""How far a whole project is: documents and clauses by organ, and what was done on which day by whom."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from model.annotation.layers import Scheme
from model.storage import progress_queries
from model.storage.tables import Tables

_ORDER = ("GA", "SC", "ECOSOC", "HRC")


@dataclass(frozen=True, slots=True)
class TaskStates:
    """How many documents are in each state of one task."""

    new: int = 0
    in_progress: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class OrganProgress:
    """The documents of one organ (null: it is not known).

    ``clauses`` are those that are marked (none rejected), ``clauses_done`` those of them that stand in documents whose
    clauses are done.
    """

    organ: str | None
    documents: int
    states: Mapping[str, TaskStates]
    clauses: int
    clauses_done: int


@dataclass(frozen=True, slots=True)
class DayProgress:
    """What one annotator (id) did on one day by the clock at the desk.

    ``done``: by task, the documents declared done that day that are done still. ``clauses``: those marked that day, or
    confirmed where a model had proposed them; imported ones are on no day.
    """

    day: date
    annotator: str
    done: Mapping[str, int]
    clauses: int


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """``tasks`` in the order of the scheme, ``organs`` the four of the United Nations first and the unknown one last,
    ``days`` in order, then by annotator's name; ``annotators`` are names by id.
    """

    tasks: tuple[str, ...]
    organs: tuple[OrganProgress, ...]
    days: tuple[DayProgress, ...]
    annotators: Mapping[str, str]

    @property
    def documents(self) -> int:
        """All documents."""
        return sum(organ.documents for organ in self.organs)

    @property
    def clauses(self) -> int:
        """All clauses that are marked."""
        return sum(organ.clauses for organ in self.organs)

    @property
    def clauses_done(self) -> int:
        """Those in documents whose clauses are done."""
        return sum(organ.clauses_done for organ in self.organs)

    def states(self, task: str) -> TaskStates:
        """All documents by their state of a task."""
        found = [organ.states[task] for organ in self.organs]
        return TaskStates(
            sum(each.new for each in found), sum(each.in_progress for each in found), sum(each.done for each in found)
        )


def progress_report(tables: Tables, scheme: Scheme, zone: tzinfo | None = None) -> ProgressReport:
    """How far the project is, its days as the clocks of a time zone have them (null: this machine's)."""
    names = {str(row["id"]): str(row["name"]) for row in tables.annotators()}
    return ProgressReport(
        tasks=scheme.tasks(),
        organs=tuple(_organs(tables, scheme)),
        days=tuple(_days(tables, scheme, names, zone)),
        annotators=names,
    )


def _organs(tables: Tables, scheme: Scheme) -> Iterable[OrganProgress]:
    states = {(organ, task, state): count for organ, task, state, count in progress_queries.states_by_organ(tables)}
    layer = scheme.clauses
    clauses: dict[tuple[str | None, bool], int] = {}
    if layer is not None:
        found = progress_queries.spans_by_organ(tables, layer.id, layer.id)
        clauses = {(organ, done): count for organ, done, count in found}
    for organ, count in sorted(progress_queries.documents_by_organ(tables), key=lambda row: _organ_order(row[0])):
        by_task: dict[str, TaskStates] = {}
        for task in scheme.tasks():
            begun, done = states.get((organ, task, "in-progress"), 0), states.get((organ, task, "done"), 0)
            by_task[task] = TaskStates(count - begun - done, begun, done)
        in_done = clauses.get((organ, True), 0)
        yield OrganProgress(organ, count, by_task, clauses.get((organ, False), 0) + in_done, in_done)


def _organ_order(organ: str | None) -> tuple[int, str]:
    if organ is None:
        return len(_ORDER) + 1, ""
    return (_ORDER.index(organ) if organ in _ORDER else len(_ORDER)), organ


def _days(tables: Tables, scheme: Scheme, names: Mapping[str, str], zone: tzinfo | None) -> Iterable[DayProgress]:
    local = _LocalDays(zone)
    done: dict[tuple[date, str], Counter[str]] = {}
    clauses: Counter[tuple[date, str]] = Counter()
    for minute, annotator, task, count in progress_queries.done_by_minute(tables):
        done.setdefault((local.of(minute), annotator), Counter())[task] += count
    layer = scheme.clauses
    if layer is not None:
        for minute, annotator, count in progress_queries.spans_by_minute(tables, layer.id):
            clauses[local.of(minute), annotator] += count
    for day, annotator in sorted(done.keys() | clauses.keys(), key=lambda key: (key[0], names.get(key[1], ""), key[1])):
        tasks = done.get((day, annotator), Counter[str]())
        yield DayProgress(day, annotator, dict(tasks), clauses[day, annotator])


class _LocalDays:
    """The days of a time zone on which minutes of UTC lie. In most hours all minutes lie on one day: it is asked for
    once an hour.
    """

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self._hours: dict[str, date | None] = {}

    def of(self, minute: str) -> date:
        """The day of a minute as the file has it."""
        hour = minute[:13]
        if hour not in self._hours:
            first = datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC)
            day = self._day(first)
            self._hours[hour] = day if self._day(first + timedelta(minutes=59)) == day else None
        return self._hours[hour] or self._day(datetime.fromisoformat(minute).replace(tzinfo=UTC))

    def _day(self, moment: datetime) -> date:
        return moment.astimezone(self._zone).date()
