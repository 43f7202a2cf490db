"""Two people settle the same proposals: who has not heard of the other yet is told so, and nothing is overwritten."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import proposal_operations
from model.annotation.values import Span
from model.project import Project
from model.proposals.judgements import adopt_all
from model.proposals.proposal_groups import judged
from tests.gui.conftest import Desk
from tests.journeys.proposal_desk import CLAUSES, PROPOSED, Made, act, confirmed, press, proposal_desk, proposed


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    with proposal_desk(tmp_path, Made()) as desk:
        yield desk


def elsewhere(desk: Desk, spans: list[Span]) -> None:
    """Omar confirms these; the window has not heard of it."""
    with Project.open(desk.project.path, "Omar") as other:
        proposal_operations.confirm(other, judged(desk.first, spans))


def store(desk: Desk) -> None:
    """All that is proposed becomes rows, as by a batch."""
    with desk.project.operation("propose clauses") as writing:
        adopt_all(writing, desk.session.proposed, status="suggested")
    assert [span.status for span in desk.spans()] == ["suggested"] * 12


@pytest.mark.parametrize("are_rows", [True, False])
@pytest.mark.parametrize("how", ["Return", "/", "Del", ".", "confirm_sure", "confirm_document"])
def test_what_another_has_confirmed_stays_as_it_is_and_is_said(desk, are_rows, how):
    if are_rows:
        store(desk)
    desk.caret(CLAUSES[0][0], 1)
    (first,) = (span for span in desk.shown() if span.label == "adoption")
    elsewhere(desk, [first])
    before, version = desk.spans(), len(desk.project.history(50))
    if "_" in how:
        act(desk, how)
    else:
        press(desk, how)
    if are_rows and how == ".":  # to move the end of a confirmed mark is no judgement of a proposal
        assert desk.message() == ""
        return
    assert desk.message() == "That proposal has been confirmed, rejected or stored meanwhile."
    assert (desk.spans(), len(desk.project.history(50))) == (before, version)
    desk.session.refresh()
    assert (confirmed(desk), proposed(desk)) == (PROPOSED[:1], PROPOSED[1:])
    press(desk, "Return")  # the mark is looked at again: it is none to be confirmed
    assert desk.selected() == CLAUSES[1][0]
    press(desk, "Return")
    assert confirmed(desk) == PROPOSED[:2]
