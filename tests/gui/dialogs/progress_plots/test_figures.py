from datetime import date, timedelta

import pytest

from gui.dialogs.progress_plots import figures
from model.annotation.progress_report import DayProgress, OrganProgress, ProgressReport, TaskStates
from model.formats.list_csv import write_list

START = date(2026, 11, 20)  # a Friday


def report(*days: tuple[int, str, int, int], start: date = START) -> ProgressReport:
    """Days from the first: how many later, who, clauses marked, documents done."""
    organs = (
        OrganProgress("GA", 3, {"clause": TaskStates(1, 1, 1)}, 10, 4),
        OrganProgress(None, 1, {"clause": TaskStates(1)}, 0, 0),
    )
    found = [
        DayProgress(start + timedelta(later), who, {"clause": done}, clauses) for later, who, clauses, done in days
    ]
    return ProgressReport(("clause",), organs, tuple(found), {"a": "Amal", "s": "=Sara"})


def test_days_on_which_nothing_was_done_are_there_too():
    found = figures.periods(report((0, "a", 5, 1), (0, "s", 2, 0), (3, "a", 4, 2)), "clauses", "clause")
    assert (found.days, found.first[0], len(found.first)) == (1, START, 4)
    assert found.counts == (7, 0, 0, 4)
    assert found.totals == (7, 7, 7, 11)


def test_documents_and_single_annotators_can_be_asked_for():
    days = report((0, "a", 5, 1), (0, "s", 2, 0), (3, "a", 4, 2))
    assert figures.periods(days, "documents", "clause").counts == (1, 0, 0, 2)
    assert figures.periods(days, "documents", "descriptors").counts == (0, 0, 0, 0)
    assert figures.periods(days, "clauses", "clause", "s").counts == (2, 0, 0, 0)


def test_a_long_time_is_shown_by_weeks_that_begin_on_monday():
    found = figures.periods(report((0, "a", 1, 0), (3, "a", 2, 0), (figures.MOST_DAYS, "a", 4, 0)), "clauses", "clause")
    assert found.days == 7
    assert found.first[0] == date(2026, 11, 16)
    assert found.counts[:2] == (1, 2)
    assert sum(found.counts) == 7
    almost = figures.periods(report((0, "a", 1, 0), (figures.MOST_DAYS - 1, "a", 4, 0)), "clauses", "clause")
    assert almost.days == 1


def test_nothing_done_has_no_days():
    assert figures.periods(report(), "clauses", "clause").counts == ()
    assert figures.ticks(figures.periods(report(), "clauses", "clause"), 8) == []


def test_dates_at_the_axis_are_as_many_as_have_room_and_name_a_new_year(qapp):
    found = figures.periods(report((0, "a", 1, 0), (59, "a", 1, 0)), "clauses", "clause")
    ticks = figures.ticks(found, 6)
    assert [place for place, _ in ticks] == [0, 10, 20, 30, 40, 50]
    assert sum("2027" in text for _, text in ticks) <= 1
    assert "2026" in ticks[0][1]  # not the year in which it ends


@pytest.mark.parametrize(
    "part, whole, shown",
    [(0, 0, "0%"), (0, 9, "0%"), (9, 9, "100%"), (1, 3, "33%"), (1, 1000, "<1%"), (999, 1000, ">99%"), (1, 100, "1%")],
)
def test_a_percentage_never_says_all_or_nothing_of_what_is_neither(part, whole, shown):
    assert figures.percent(part, whole) == shown


def test_numbers_are_written_as_every_list_is_and_run_nothing(tmp_path):
    table = figures.day_table(report((0, "s", 5, 1)))
    data = figures.table_bytes(table)
    assert data.decode("utf-8-sig").splitlines() == [
        '"day","annotator","clauses","done_clause"',
        '"2026-11-20","\'=Sara","5","1"',
    ]
    write_list(table[0], table[1:], tmp_path / "list.csv")
    assert data == (tmp_path / "list.csv").read_bytes()
    rows = figures.organ_table(report(), "clause")
    assert rows[1:] == [("GA", "3", "1", "1", "1", "10", "4"), ("", "1", "1", "0", "0", "0", "0")]


def test_organs_and_tasks_have_names(qapp):
    from model.annotation.layers import read_scheme

    assert figures.organ_name("SC") == "Security Council"
    assert "XYZ" in figures.organ_name("XYZ")
    assert figures.organ_name(None) == "Unknown organ"
    scheme = read_scheme()
    assert figures.task_name("clause", scheme, "ar") == "الفقرات"
    assert figures.task_name("descriptors", scheme, "en") == "Descriptors"
