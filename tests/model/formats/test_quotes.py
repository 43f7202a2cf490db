import json
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats.export_formats import Format, format_of
from model.formats.quotes import WrongQuote
from model.project import Project
from tests.model.formats.projects import annotated

FORMATS = [format_of("dataset-jsonl"), format_of("project-json")]
LIMITS = (
    ("span", "UPDATE span SET \"end\" = 10000 WHERE label = 'date'"),
    ("span", "UPDATE span SET start = -1 WHERE label = 'date'"),
    ("span", "UPDATE span SET \"end\" = start WHERE label = 'date'"),
    ("evidence", 'UPDATE evidence SET "end" = 10000'),
)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
@pytest.mark.parametrize("kind,change", LIMITS)
def test_limits_outside_the_text_are_told_and_nothing_is_written(
    form: Format, kind: str, change: str, project: Project, tmp_path: Path
) -> None:
    document = annotated(project)
    span = next(span.id for span in project.spans(document) if span.label == "date")
    evidence = project.assignments(document)[0].evidence[0].id
    # A damaged file may hold what SQLite would not have let in.
    project.tables.connection.execute("PRAGMA ignore_check_constraints = ON")
    project.tables.connection.execute(change)
    target = tmp_path / "out"
    target.write_text("before")
    with pytest.raises(UserError) as raised:
        form.write(project, target)
    for said in ("“مكتبات”", span if kind == "span" else evidence, "“check” tells more"):
        assert said in str(raised.value)
    assert target.read_text() == "before"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_a_text_that_is_another_is_told_and_nothing_is_written(form: Format, project: Project, tmp_path: Path) -> None:
    annotated(project)
    project.tables.connection.execute("UPDATE text SET body = 'x' || body")
    with pytest.raises(WrongQuote, match="“مكتبات”: the text is not the one that was imported"):
        form.write(project, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_project_json_does_not_write_a_proposal_that_it_would_not_read(project: Project, tmp_path: Path) -> None:
    annotated(project)
    project.tables.connection.execute("UPDATE span SET proposed_end = 10000 WHERE proposed_end IS NOT NULL")
    with pytest.raises(WrongQuote, match="has the limits"):
        format_of("project-json").write(project, tmp_path / "out")


def test_what_is_sound_is_written(project: Project, tmp_path: Path) -> None:
    annotated(project)
    for form in FORMATS:
        assert form.write(project, tmp_path / "out") == 1
        json.loads((tmp_path / "out").read_bytes())
