import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.annotation import documents, scheme_changes, scheme_edits, spans
from model.annotation.values import Origin, Span, Status
from model.errors import UserError
from model.project import Project
from model.proposals import judgements, proposals
from model.proposals.judgements import adopt, adopt_all
from model.proposals.proposals import Adoption, is_proposal
from model.segmentation.values import ProposedClause
from tests.model.proposals.proposed_clauses import ALL, FIRST, SECOND, TEXT, A, B


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "a.qarar", "Sara") as project:
        with project.operation("import") as writing:
            documents.add(writing, "one", TEXT)
        yield project


def proposed(project: Project) -> list[Span]:
    (document,) = project.document_ids()
    present = project.spans(document, rejected=True)
    return proposals.proposals(project.scheme, document, ALL, present, "w1")


def of(found: list[Span], clause: ProposedClause) -> Span:
    return next(span for span in found if span.limits == clause.limits)


def test_an_adopted_proposal_is_a_row_that_says_where_it_came_from(project):
    found = proposed(project)
    lead = next(span for span in found if span.label == "lead")
    with project.operation("confirm mark") as writing:
        span = adopt(writing, of(found, FIRST), leads=[lead])
    assert span == project.span(span.id)
    assert not is_proposal(span.id)
    assert project.annotator is not None
    assert (span.status, span.confirmed_by, span.annotator) == ("confirmed", project.annotator.id, project.annotator.id)
    assert span.origin == Origin("model", "w1", 0.9)
    assert [each.label for each in project.spans(span.document)] == ["operative", "lead"]
    assert proposed(project) == [each for each in found if each not in (of(found, FIRST), lead)]
    with project.operation("move limits") as writing:
        moved = spans.set_limits(writing, span.id, span.start, span.end - 14)
    assert moved.proposed == FIRST.limits
    project.undo()
    project.undo()
    assert proposed(project) == found


def test_what_is_adopted_is_as_deep_as_it_stands(project):
    found = proposed(project)
    with project.operation("confirm mark") as writing:
        inner = adopt(writing, of(found, A), status="suggested")
    assert (inner.status, inner.depth, inner.confirmed_by) == ("suggested", 1, None)
    with project.operation("relabel") as writing:
        spans.relabel(writing, inner.id, "paragraph")
    with project.operation("confirm mark") as writing:
        adopt(writing, of(found, FIRST))
    again = project.span(inner.id)
    assert again is not None
    assert again.depth == 1


def test_all_can_be_adopted_at_once(project):
    found = proposed(project)
    with project.operation("confirm document") as writing:
        rows = adopt_all(writing, found)
        assert adopt_all(writing, []) == []
    assert rows == [project.span(each.id) for each in rows]
    assert proposed(project) == []
    assert [each.depth for each in rows] == [each.depth for each in found]
    project.undo()
    assert proposed(project) == found


def test_what_would_break_a_rule_is_not_adopted(project):
    found = proposed(project)
    with project.operation("mark") as writing:
        spans.mark(writing, found[0].document, "title", SECOND.start + 4, SECOND.end)
    with pytest.raises(UserError, match="cannot stand inside"), project.operation("confirm mark") as writing:
        adopt_all(writing, found)
    assert len(project.spans(found[0].document)) == 1


def test_a_rejected_proposal_is_kept_and_not_made_again(project):
    found = proposed(project)
    with project.operation("reject mark") as writing:
        span = adopt(writing, of(found, SECOND), status="rejected")
    assert span.status == "rejected"
    assert project.spans(span.document) == []
    assert span.label not in {each.label for each in proposed(project) if each.limits == SECOND.limits}
    assert len(proposed(project)) == len(found) - 2  # nor its leading phrase


def test_a_mark_that_was_proposed_is_rejected_with_its_leading_phrase(project):
    found = proposed(project)
    with project.operation("confirm document") as writing:
        rows = adopt_all(writing, found)
    with project.operation("delete mark") as writing:
        judgements.delete(writing, of(rows, SECOND).id)
    (document,) = project.document_ids()
    gone = [span for span in project.spans(document, rejected=True) if span.status == "rejected"]
    assert [span.label for span in gone] == ["operative", "lead"]
    assert proposed(project) == []
    with project.operation("delete mark with all inside") as writing:
        judgements.delete(writing, of(rows, FIRST).id, children=True)
    assert [span.label for span in project.spans(document)] == ["enacting"]
    assert proposed(project) == []


def test_a_mark_that_nobody_proposed_is_deleted(project):
    (document,) = project.document_ids()
    with project.operation("mark") as writing:
        span = spans.mark(writing, document, "operative", *SECOND.limits)
        spans.mark(writing, document, "lead", *(SECOND.lead or (0, 0)))
        judgements.delete(writing, span.id)
    assert project.spans(document, rejected=True) == []


def test_a_proposal_that_is_worked_on_becomes_a_confirmed_row_with_what_it_needs(project):
    found = proposed(project)
    lead = next(span for span in found if span.label == "lead")
    with project.operation("move limits") as writing:
        row_id = judgements.taken(writing, Adoption(lead, around=(of(found, FIRST),)))
    assert [(span.label, span.status) for span in project.spans(lead.document)] == [
        ("operative", "suggested"),
        ("lead", "confirmed"),
    ]
    clause_id = project.spans(lead.document)[0].id
    with project.operation("relabel") as writing:
        assert judgements.taken(writing, row_id) == row_id
        assert judgements.taken(writing, clause_id) == clause_id
    assert {span.status for span in project.spans(lead.document)} == {"confirmed"}


def test_a_row_that_needs_proposals_around_it_stays_itself(project):
    found = proposed(project)
    with project.operation("confirm mark") as writing:
        own = adopt(writing, of(found, A))
    with project.operation("nest") as writing:
        assert judgements.taken(writing, Adoption(own, around=(of(found, FIRST),))) == own.id
    assert len(project.spans(own.document)) == 2


# Judged meanwhile


@pytest.fixture
def other(project) -> Iterator[Project]:
    """The same file, open in another window."""
    with Project.open(project.path, "Omar") as other:
        yield other


def stored(project: Project, *, status: Status = "suggested") -> list[Span]:
    """Rows of all that is proposed."""
    with project.operation("propose clauses") as writing:
        return adopt_all(writing, proposed(project), status=status)


def statuses(project: Project) -> list[tuple[str, str]]:
    (document,) = project.document_ids()
    return [(span.label, span.status) for span in project.spans(document, rejected=True)]


def test_a_row_that_was_rejected_and_crossed_meanwhile_is_not_confirmed(project, other):
    row = of(stored(project), SECOND)
    with other.operation("reject mark") as writing:
        judgements.reject(writing, row.id)
    with other.operation("mark clause") as writing:
        spans.mark(writing, row.document, "operative", row.start + 4, row.end)
    before = statuses(project)
    with pytest.raises(UserError, match="meanwhile"), project.operation("confirm mark") as writing:
        judgements.confirm(writing, [row.id])
    with pytest.raises(UserError, match="no longer there"), project.operation("move limits") as writing:
        judgements.taken(writing, row.id)
    with pytest.raises(UserError, match="no longer there"), project.operation("delete mark") as writing:
        judgements.delete(writing, row.id)
    assert statuses(project) == before


def test_what_somebody_has_confirmed_meanwhile_is_not_rejected(project, other):
    row = of(stored(project), SECOND)
    with other.operation("confirm mark") as writing:
        judgements.confirm(writing, [row.id])
    for judge in (judgements.reject, lambda writing, mark: judgements.confirm(writing, [mark])):
        with pytest.raises(UserError, match="meanwhile"), project.operation("judge") as writing:
            judge(writing, row.id)
    found = project.span(row.id)
    assert found is not None and other.annotator is not None
    assert (found.status, found.confirmed_by) == ("confirmed", other.annotator.id)


def test_a_row_that_is_gone_cannot_be_judged(project, other):
    row = of(stored(project), SECOND)
    other.undo()
    for judge in (judgements.reject, judgements.taken, lambda writing, mark: judgements.confirm(writing, [mark])):
        with pytest.raises(UserError, match="no longer there"), project.operation("judge") as writing:
            judge(writing, row.id)


def test_rows_that_break_a_rule_are_not_confirmed(project):
    row = of(stored(project), SECOND)
    with project.operation("import") as writing:  # as a file of another program could have it
        writing.update("span", row.id, start=row.start - 5)
    with pytest.raises(UserError, match="must not cross"), project.operation("confirm mark") as writing:
        judgements.confirm(writing, [row.id])
    found = project.span(row.id)
    assert found is not None and found.status == "suggested"


@pytest.mark.parametrize("status", ["confirmed", "rejected", "suggested"])
def test_what_was_written_meanwhile_is_not_written_again_from_memory(project, other, status):
    shown = of(proposed(project), SECOND)
    with other.operation("judge") as writing:
        adopt(writing, shown, status=status)
    for again in ("confirmed", "rejected", "suggested"):
        with pytest.raises(UserError, match="meanwhile"), project.operation("judge") as writing:
            adopt(writing, shown, status=again)
    assert statuses(project) == [("operative", status)]


def test_what_was_corrected_meanwhile_is_not_confirmed_as_it_was(project, other):
    shown = of(proposed(project), A)
    with other.operation("move limits") as writing:
        row = adopt(writing, shown)
        spans.set_limits(writing, row.id, row.start, row.end - 3)  # which could stand in what it was
    with pytest.raises(UserError, match="meanwhile"), project.operation("confirm mark") as writing:
        adopt(writing, shown)


CONFIRMING = """
import sys
from pathlib import Path
from model.project import Project
from model.errors import UserError
from model.proposals import judgements

with Project.open(Path(sys.argv[1]), sys.argv[2]) as project:
    print("ready", flush=True)
    sys.stdin.readline()
    for row in sys.argv[3:]:
        try:
            with project.operation("confirm mark") as writing:
                judgements.confirm(writing, [row])
            print(row, flush=True)
        except UserError as refusal:
            assert "meanwhile" in str(refusal), refusal
"""


def test_of_two_processes_that_confirm_the_same_one_does(project):
    rows = [row.id for row in stored(project)]
    people = [
        subprocess.Popen(
            [sys.executable, "-c", CONFIRMING, str(project.path), name, *rows],
            cwd=Path(__file__).parents[3],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in ("Omar", "Huda")
    ]
    for process in people:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in people:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    done = [process.communicate(timeout=60)[0].split() for process in people]
    assert [process.returncode for process in people] == [0, 0]
    assert sorted(done[0] + done[1]) == sorted(rows)
    by_name = {each.name: each.id for each in project.annotators()}
    for name, theirs in zip(("Omar", "Huda"), done, strict=True):
        found = [span for span in project.spans(project.document_ids()[0]) if span.id in theirs]
        assert {(span.status, span.confirmed_by) for span in found} <= {("confirmed", by_name[name])}


# Taken away


def test_two_that_were_joined_do_not_come_back_when_they_are_deleted(project):
    found = proposed(project)
    with project.operation("merge") as writing:
        first, second = (adopt(writing, of(found, each)).id for each in (A, B))
        spans.merge(writing, first, second)
    assert statuses(project) == [("subclause", "confirmed"), ("subclause", "rejected")]
    rest = proposed(project)
    assert not {A.limits, B.limits} & {each.limits for each in rest}
    with project.operation("delete mark") as writing:
        judgements.delete(writing, first)
    assert proposed(project) == rest
    project.undo()
    project.undo()
    assert proposed(project) == found
    project.redo()
    assert proposed(project) == rest


def test_a_proposal_that_needs_another_around_it_goes_without_it(project):
    found = proposed(project)
    lead = next(span for span in found if span.label == "lead")
    with project.operation("delete mark with all inside") as writing:
        judgements.delete(writing, Adoption(lead, around=(of(found, FIRST),)), children=True)
    assert statuses(project) == [("lead", "rejected")]
    assert proposed(project) == [each for each in found if each is not lead]


def test_all_inside_goes_with_a_proposal_be_it_a_row_or_not(project):
    found = proposed(project)
    with project.operation("confirm mark") as writing:
        adopt(writing, of(found, A))
        own = spans.mark(writing, found[0].document, "paragraph", B.start + 4, B.end)
    with project.operation("delete mark with all inside") as writing:
        judgements.delete(writing, Adoption(of(found, FIRST)), children=True, inside=[of(found, B)])
    assert statuses(project) == [("operative", "rejected"), ("subclause", "rejected"), ("subclause", "rejected")]
    assert project.span(own.id) is None


def test_what_may_not_stand_by_itself_is_deleted_with_all_inside(project):
    with project.operation("change scheme") as writing:
        scheme_changes.change(
            writing, lambda scheme: scheme_edits.set_nesting(scheme, "subclause", ["operative", "subclause"], top=False)
        )
    found = proposed(project)
    needed = tuple(proposals.around(project.scheme, found, "subclause", *A.limits))
    assert needed == (of(found, FIRST),)
    with project.operation("delete mark with all inside") as writing:
        judgements.delete(writing, Adoption(of(found, A), around=needed), children=True)
    assert statuses(project) == [("subclause", "rejected")]


# Work has begun


@pytest.mark.parametrize(
    "act, begun",
    [
        (lambda writing, row, lead: judgements.confirm(writing, [row, lead]), ["clause", "lead"]),
        (lambda writing, row, lead: judgements.taken(writing, row), ["clause", "lead"]),
        (lambda writing, row, lead: judgements.taken(writing, lead), ["lead"]),
        (lambda writing, row, lead: judgements.reject(writing, row), ["clause"]),
        (lambda writing, row, lead: judgements.delete(writing, row, children=True), ["clause"]),
    ],
)
def test_with_what_a_person_says_of_a_stored_proposal_work_has_begun(project, act, begun):
    rows = stored(project)
    document = rows[0].document
    assert project.document(document).progress == {}  # what is stored, nobody has worked on
    lead = next(row for row in rows if row.label == "lead")
    with project.operation("judge") as writing:
        act(writing, of(rows, FIRST).id, lead.id)
    assert {task: each.state for task, each in project.document(document).progress.items()} == dict.fromkeys(
        begun, "in-progress"
    )
    project.undo()
    assert project.document(document).progress == {}


@pytest.mark.parametrize("status", ["confirmed", "rejected"])
def test_with_what_a_person_says_of_a_proposal_in_memory_work_has_begun(project, status):
    found = proposed(project)
    lead = next(span for span in found if span.label == "lead")
    with project.operation("judge") as writing:
        adopt(writing, of(found, FIRST), leads=[lead], status=status)
    about = project.document(lead.document)
    assert [about.state(task) for task in ("clause", "lead", "reference")] == ["in-progress", "in-progress", "new"]


def test_what_is_done_stays_done(project):
    rows = stored(project)
    with project.operation("change progress") as writing:
        documents.set_progress(writing, rows[0].document, "clause", "done")
        judgements.confirm(writing, [of(rows, SECOND).id])
    assert project.document(rows[0].document).state("clause") == "done"


@pytest.mark.parametrize("act", [judgements.reject, judgements.delete])
def test_items_that_are_only_proposed_go_with_their_paragraph_and_are_not_judged(project, act):
    before = proposed(project)
    rows = stored(project)
    with project.operation("reject mark") as writing:
        act(writing, of(rows, FIRST).id)
    assert [label for label, status in statuses(project) if status == "rejected"] == ["operative", "lead"]
    assert "subclause" not in [label for label, _ in statuses(project)]
    assert not {A.limits, B.limits} & {span.limits for span in proposed(project)}
    with project.operation("mark clause") as writing:
        spans.mark(writing, rows[0].document, "operative", FIRST.start + 4, FIRST.end)
    assert [span.limits for span in proposed(project) if span.label == "subclause"] == [A.limits, B.limits]
    for _ in range(3):
        project.undo()
    assert proposed(project) == before


def test_an_item_in_which_something_is_confirmed_stays(project):
    rows = stored(project)
    with project.operation("mark leading phrase") as writing:
        spans.mark(writing, rows[0].document, "lead", A.start + 4, A.start + 6)
    with project.operation("reject mark") as writing:
        judgements.reject(writing, of(rows, FIRST).id)
    assert [span.limits for span in project.spans(rows[0].document) if span.label == "subclause"] == [A.limits]


def test_a_leading_phrase_that_does_not_fit_is_not_confirmed_along(project):
    row = of(stored(project), FIRST)
    with project.operation("move limits") as writing:
        judgements.taken(writing, row.id, (FIRST.start, FIRST.start + 6))
    assert {label: status for label, status in statuses(project) if label in ("operative", "lead")}["lead"] == (
        "suggested"
    )
    assert project.span(row.id).status == "confirmed"
