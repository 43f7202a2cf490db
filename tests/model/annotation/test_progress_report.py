from datetime import UTC, date, timedelta, timezone

import pytest

from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.annotation.progress_report import OrganProgress, TaskStates, progress_report
from model.annotation.values import Origin
from model.project import Project

TEXT = "نص فيه كلمات كثيرة"


@pytest.fixture
def project(project: Project) -> Project:
    """Two documents of the General Assembly, one of the Council, one of nobody."""
    with project.operation("import") as writing:
        for name, organ in (("a", "GA"), ("b", None), ("c", "SC"), ("d", "GA")):
            documents.add(writing, name, TEXT, recognised=Metadata(organ=organ))
    return project


def mark(project: Project, name: str, start: int, *, origin: str = "manual", status="confirmed", label: str = "title"):
    with project.operation("mark") as writing:
        return spans.mark(
            writing,
            ids(project)[name],
            label,
            start,
            start + 2,
            origin=Origin(origin),
            status=status,  # type: ignore[arg-type]
        )


def declare(project: Project, name: str, task: str, state) -> None:
    with project.operation("progress") as writing:
        documents.set_progress(writing, ids(project)[name], task, state)


def ids(project: Project) -> dict[str, str]:
    return {summary.name: summary.id for summary in project.documents()}


def set_time(project: Project, time: str) -> None:
    """Have all marks and all progress been made at one time."""
    for kind in ("span", "progress"):
        columns = "created = :time, modified = :time" if kind == "span" else "modified = :time"
        project.tables.connection.execute(f"UPDATE {kind} SET {columns}", {"time": time})


def by_organ(project: Project) -> dict[str | None, OrganProgress]:
    return {organ.organ: organ for organ in project.progress_report().organs}


def test_an_empty_project_has_nothing_to_report(tmp_path):
    with Project.create(tmp_path / "empty.qarar", "Amal") as project:
        report = project.progress_report()
    assert (report.organs, report.days, report.documents, report.clauses) == ((), (), 0, 0)
    assert report.states("clause") == TaskStates()
    assert report.tasks[0] == "clause" and report.tasks[-1] == "descriptors"


def test_organs_stand_in_their_order_and_the_unknown_one_last(project):
    report = project.progress_report()
    assert [(organ.organ, organ.documents) for organ in report.organs] == [("GA", 2), ("SC", 1), (None, 1)]
    assert report.documents == 4


def test_a_corrected_organ_counts(project):
    with project.operation("organ") as writing:
        documents.correct_metadata(writing, ids(project)["b"], Metadata(organ="HRC"))
    assert [organ.organ for organ in project.progress_report().organs] == ["GA", "SC", "HRC"]


def test_documents_are_counted_by_the_state_of_each_task(project):
    declare(project, "a", "clause", "done")
    declare(project, "d", "clause", "in-progress")
    declare(project, "c", "descriptors", "done")
    declare(project, "c", "clause", "new")
    found = by_organ(project)
    assert found["GA"].states["clause"] == TaskStates(new=0, in_progress=1, done=1)
    assert found["GA"].states["descriptors"] == TaskStates(new=2)
    assert found["SC"].states["clause"] == TaskStates(new=1)
    assert project.progress_report().states("clause") == TaskStates(2, 1, 1)
    assert project.progress_report().states("descriptors") == TaskStates(new=3, done=1)


def test_clauses_are_counted_without_rejected_ones_and_by_whether_they_are_done(project):
    for start in (0, 3):
        mark(project, "a", start)
    rejected = mark(project, "a", 7, status="suggested", origin="model")
    with project.operation("reject") as writing:
        spans.set_status(writing, rejected.id, "rejected")
    mark(project, "d", 0, status="suggested", origin="model")
    mark(project, "c", 0, label="date")  # no clause
    declare(project, "a", "clause", "done")
    declare(project, "d", "descriptors", "done")
    found = by_organ(project)
    assert (found["GA"].clauses, found["GA"].clauses_done) == (3, 2)
    assert (found["SC"].clauses, found["SC"].clauses_done) == (0, 0)
    report = project.progress_report()
    assert (report.clauses, report.clauses_done) == (3, 2)


def test_work_counts_on_the_day_that_the_clock_at_the_desk_had(project):
    mark(project, "a", 0)
    declare(project, "a", "clause", "done")
    set_time(project, "2026-11-24T21:59:59.999Z")
    mark_late = mark(project, "c", 0)
    project.tables.connection.execute(
        "UPDATE span SET created = '2026-11-24T22:00:00.000Z' WHERE id = ?", (mark_late.id,)
    )

    def days(zone):
        report = progress_report(project.tables, project.scheme, zone)
        return [(day.day, day.clauses, day.done) for day in report.days]

    before, after = date(2026, 11, 24), date(2026, 11, 25)
    assert days(UTC) == [(before, 2, {"clause": 1})]
    assert days(timezone(timedelta(hours=2))) == [(before, 1, {"clause": 1}), (after, 1, {})]
    assert days(timezone(timedelta(hours=3))) == [(after, 2, {"clause": 1})]
    # Minutes of one hour may lie on two days.
    assert days(timezone(timedelta(hours=1, minutes=45))) == [(before, 2, {"clause": 1})]
    assert days(timezone(timedelta(hours=2, minutes=0))) != days(timezone(timedelta(hours=2, minutes=1)))


def test_each_annotator_has_a_row_of_their_own(project):
    mark(project, "a", 0)
    with Project.open(project.path, "Adam") as other:
        mark(other, "a", 3)
        mark(other, "a", 7)
        declare(other, "a", "clause", "done")
    report = project.progress_report()
    found = [(report.annotators[day.annotator], day.clauses, day.done) for day in report.days]
    assert found == [("Adam", 2, {"clause": 1}), ("Amal", 1, {})]


def test_what_was_imported_is_nobodys_work_of_that_day(project):
    mark(project, "a", 0, origin="import")
    report = project.progress_report()
    assert report.days == ()
    assert report.clauses == 1


def test_a_proposal_counts_when_it_is_confirmed_and_for_who_confirmed_it(project):
    proposal = mark(project, "a", 0, origin="model", status="suggested")
    assert project.progress_report().days == ()
    project.tables.connection.execute("UPDATE span SET created = '2026-01-01T00:00:00.000Z'")
    with Project.open(project.path, "Adam") as other, other.operation("confirm") as writing:
        spans.set_status(writing, proposal.id, "confirmed")
    project.tables.connection.execute("UPDATE span SET modified = '2026-02-01T12:00:00.000Z'")
    report = project.progress_report()
    assert [(report.annotators[day.annotator], day.day, day.clauses) for day in report.days] == [
        ("Adam", date(2026, 2, 1), 1)
    ]


def test_what_is_not_done_any_more_is_on_no_day(project):
    declare(project, "a", "clause", "done")
    declare(project, "a", "clause", "in-progress")
    assert project.progress_report().days == ()
