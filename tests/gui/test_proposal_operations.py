import pytest

from gui import operations, proposal_operations
from gui.proposals import judged
from model.annotation.values import Origin, Span
from model.segmentation.proposals import Adoption


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
