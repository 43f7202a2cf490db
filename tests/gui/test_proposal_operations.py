from collections.abc import Callable
from dataclasses import replace

import pytest

from gui import inspector_operations, operations, problem_operations, proposal_operations
from model.annotation.unmarked_text import Copied
from model.annotation.values import Origin, Span
from model.checking.problems import Fix
from model.errors import UserError
from model.project import Project
from model.proposals.judgements import adopt_all
from model.proposals.proposal_groups import judged
from model.proposals.proposals import Adoption
from tests.gui.conftest import RESOLUTION


@pytest.fixture
def suggested(desk) -> Span:
    """A row that is a proposal."""
    span = operations.mark(desk.project, desk.first, "preambular", 60, 90)
    with desk.project.operation("suggest") as writing:
        writing.update("span", span.id, status="suggested", origin_kind="model", origin_version="1")
    found = desk.project.span(span.id)
    assert found is not None
    return found


@pytest.fixture
def in_memory(desk) -> Span:
    origin = Origin("model", "w", 0.9)
    return Span("proposal:title:0:9", desk.first, "clause", "title", 0, 9, status="suggested", origin=origin)


def names(desk) -> list[str]:
    return [
        record.name for record in desk.project.history(20) if record.name not in ("import", "suggest", "mark clause")
    ]


def test_rows_and_proposals_in_memory_are_confirmed_in_one_step(desk, suggested, in_memory):
    (written,) = proposal_operations.confirm(desk.project, judged(desk.first, [suggested, in_memory]))
    assert desk.session.annotator is not None
    assert [(span.status, span.confirmed_by) for span in desk.spans()] == [
        ("confirmed", desk.session.annotator.id),
        ("confirmed", desk.session.annotator.id),
    ]
    assert (written.label, written.origin) == ("title", in_memory.origin)
    assert desk.project.document(desk.first).state("clause") == "in-progress"
    assert names(desk) == ["confirm mark"]


def test_what_is_confirmed_already_is_nothing_to_judge(desk):
    span = operations.mark(desk.project, desk.first, "preambular", 60, 90)
    assert len(judged(desk.first, [span])) == 0


def test_a_proposal_is_rejected_be_it_a_row_or_not(desk, suggested, in_memory):
    assert proposal_operations.reject(desk.project, suggested.id)
    assert proposal_operations.reject(desk.project, Adoption(in_memory))
    assert desk.spans() == []
    rejected = [span for span in desk.project.spans(desk.first, rejected=True) if span.status == "rejected"]
    assert [span.label for span in rejected] == ["title", "preambular"]
    assert names(desk) == ["reject mark", "reject mark"]


def test_a_document_is_confirmed_and_done_in_one_step(desk, suggested, in_memory):
    found = judged(desk.first, [suggested, in_memory])
    assert proposal_operations.confirm_document(desk.project, found, "clause")
    assert {span.status for span in desk.spans()} == {"confirmed"}
    assert desk.project.document(desk.first).state("clause") == "done"
    assert names(desk) == ["confirm document"]
    desk.project.undo()
    assert [span.status for span in desk.spans()] == ["suggested"]
    assert desk.project.document(desk.first).state("clause") == "in-progress"


def test_what_is_sure_is_confirmed_under_a_name_of_its_own(desk, in_memory):
    proposal_operations.confirm_sure(desk.project, judged(desk.first, [in_memory]))
    assert names(desk) == ["confirm what is sure"]


# Somebody else has been quicker


def test_what_another_window_has_judged_is_not_judged_by_one_that_has_not_heard_of_it(desk, suggested, in_memory):
    stale = judged(desk.first, [suggested, in_memory])
    with Project.open(desk.project.path, "Omar") as other:
        proposal_operations.confirm(other, stale)
    before = desk.spans()
    for act in (
        lambda: proposal_operations.confirm(desk.project, judged(desk.first, [suggested])),
        lambda: proposal_operations.confirm(desk.project, judged(desk.first, [in_memory])),
        lambda: proposal_operations.confirm_sure(desk.project, stale),
        lambda: proposal_operations.confirm_document(desk.project, stale, "clause"),
        lambda: proposal_operations.reject(desk.project, suggested.id),
        lambda: proposal_operations.reject(desk.project, Adoption(in_memory)),
        lambda: operations.set_note(desk.project, Adoption(in_memory), "?"),
        lambda: operations.delete(desk.project, Adoption(in_memory)),
    ):
        with pytest.raises(UserError, match="meanwhile"):
            act()
    assert desk.spans() == before
    assert desk.project.document(desk.first).state("clause") == "in-progress"


def test_no_two_clauses_cross_where_the_first_was_rejected_in_another_window(desk, suggested):
    with Project.open(desk.project.path, "Omar") as other:
        proposal_operations.reject(other, suggested.id)
        crossing = operations.mark(other, desk.first, "preambular", suggested.start + 10, suggested.end + 10)
    with pytest.raises(UserError, match="meanwhile"):
        proposal_operations.confirm(desk.project, judged(desk.first, [suggested]))
    with pytest.raises(UserError, match="no longer there"):
        operations.set_limits(desk.project, suggested.id, suggested.start, suggested.end + 1)
    assert desk.spans() == [crossing]


# Work has begun


RECITAL, SECOND = "إذ تعيد تأكيد التزامها،", "وإذ تشير إلى قراراتها السابقة،"


@pytest.fixture
def stored(desk) -> tuple[Span, Span, Span]:
    """Rows as a batch leaves them: two recitals and the leading phrase of the first; nobody has begun anything."""
    origin = Origin("model", "w", 0.9)
    rows = []
    for label, quote in (("preambular", RECITAL), ("preambular", SECOND), ("lead", "إذ تعيد تأكيد")):
        start = RESOLUTION.index(quote)
        layer = desk.project.scheme.label(label).layer
        span = Span(quote, desk.first, layer, label, start, start + len(quote), status="suggested", origin=origin)
        rows.append(span)
    with desk.project.operation("propose clauses") as writing:
        first, second, lead = adopt_all(writing, rows, status="suggested")
    assert desk.project.document(desk.first).progress == {}
    return first, second, lead


ACTS: dict[str, Callable[[Project, Span, Span], object]] = {
    "confirm": lambda project, one, two: proposal_operations.confirm(project, judged(one.document, [one])),
    "confirm sure": lambda project, one, two: proposal_operations.confirm_sure(project, judged(one.document, [one])),
    "reject": lambda project, one, two: proposal_operations.reject(project, one.id),
    "delete": lambda project, one, two: operations.delete(project, one.id),
    "delete all": lambda project, one, two: operations.delete_with_children(project, one.id),
    "relabel": lambda project, one, two: operations.relabel(project, one.id, "paragraph"),
    "limits": lambda project, one, two: operations.set_limits(project, one.id, one.start, one.end - 1),
    "edge": lambda project, one, two: operations.move_limits(project, one.id, one.start, two.start + 4),
    "split": lambda project, one, two: operations.split(project, one.id, one.end - 8),
    "merge": lambda project, one, two: operations.merge(project, one.id, two.id),
    "number": lambda project, one, two: operations.set_number(project, one.id, "7"),
    "note": lambda project, one, two: operations.set_note(project, one.id, "?"),
    "features": lambda project, one, two: operations.set_features(project, one.id, {"annex": "true"}),
    "feature": lambda project, one, two: inspector_operations.set_feature(project, one.id, "annex", "true"),
    "fix": lambda project, one, two: problem_operations.fix(
        project, one.document, Fix("number", UserError("A number."), one.id, value="7")
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_with_each_act_on_a_stored_proposal_work_on_clauses_has_begun(desk, stored, act):
    one, two, _ = stored
    ACTS[act](desk.project, one, two)
    assert desk.project.document(desk.first).state("clause") == "in-progress"
    desk.project.undo()
    assert desk.project.document(desk.first).progress == {}


def test_work_has_begun_in_the_layer_of_what_was_worked_on_and_of_what_was_confirmed_with_it(desk, stored):
    one, _, lead = stored
    operations.set_note(desk.project, lead.id, "?")
    assert set(desk.project.document(desk.first).progress) == {"lead"}
    desk.project.undo()
    operations.set_note(desk.project, one.id, "?")
    assert {span.label: span.status for span in desk.spans()} == {"preambular": "suggested", "lead": "confirmed"}
    assert set(desk.project.document(desk.first).progress) == {"clause", "lead"}


def test_with_a_proposal_in_memory_work_on_its_leading_phrase_has_begun_too(desk, in_memory):
    lead = replace(in_memory, id="proposal:lead:0:4", layer="lead", label="lead", end=4)
    operations.set_note(desk.project, Adoption(in_memory, leads=(lead,)), "?")
    assert set(desk.project.document(desk.first).progress) == {"clause", "lead"}


def test_work_has_begun_in_every_layer_that_something_was_marked_in(desk, stored):
    _, two, _ = stored
    begin = two.start
    operations.split(desk.project, two.id, begin + 10, ("lead", begin + 10, begin + 13))
    assert set(desk.project.document(desk.first).progress) == {"clause", "lead"}
    desk.project.undo()
    wanted = [Copied("operative", (0, 20), ()), Copied("lead", (0, 4), ()), Copied("symbol", (5, 8), ())]
    operations.copy_marks(desk.project, desk.second, wanted)
    assert set(desk.project.document(desk.second).progress) == {"clause", "lead", "reference"}


def test_a_proposed_leading_phrase_is_deleted_without_its_clause_being_written(desk, in_memory):
    lead = replace(in_memory, id="proposal:lead:0:4", layer="lead", label="lead", end=4)
    operations.delete_with_children(desk.project, Adoption(lead, around=(in_memory,)))
    found = desk.project.spans(desk.first, rejected=True)
    assert [(span.label, span.status) for span in found] == [("lead", "rejected")]
    assert set(desk.project.document(desk.first).progress) == {"lead"}
