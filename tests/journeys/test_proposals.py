"""An annotator settles documents by their proposals, with the keyboard, in the whole window."""

import contextlib
import re
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gui import proposal_operations
from gui.session import segmentation_service as segmenting_room
from gui.text_view.unsure_limits import unsure_limits
from model.annotation import documents, spans
from model.annotation.values import Span
from model.errors import UserError
from model.project import Project
from model.proposals.proposal_groups import judged
from model.proposals.proposals import is_proposal
from tests.gui.conftest import RESOLUTION, Desk
from tests.journeys.proposal_desk import CLAUSES, PROPOSED, Made, act, confirmed, press, proposal_desk, proposed, steps


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def desk(qtbot, tmp_path: Path, made: Made) -> Iterator[Desk]:
    with proposal_desk(tmp_path, made) as desk:
        yield desk


def test_opening_a_document_shows_proposals_and_writes_nothing(desk):
    with contextlib.closing(sqlite3.connect(desk.project.path)) as other:
        # Of another connection: this number is told of what others write, and what is written, the log holds at first.
        before = other.execute("PRAGMA data_version").fetchone()
        desk.session.set_document(desk.second)
        desk.session.set_document(desk.first)
        assert proposed(desk) == PROPOSED
        assert all(is_proposal(span.id) for span in desk.shown())
        assert other.execute("PRAGMA data_version").fetchone() == before
    assert steps(desk) == ["import"]
    assert desk.spans() == [] and desk.session.count("clause") == 0
    assert [summary.state("clause") for summary in desk.project.documents()] == ["new", "new"]
    assert desk.session.spans == desk.shown()


def test_enter_confirms_and_goes_on_with_a_clause_comes_its_list_but_not_what_is_unsure_in_it(desk):
    press(desk, "Return")
    assert confirmed(desk) == PROPOSED[:1]
    assert desk.selected() == CLAUSES[1][0]
    press(desk, "Return", "Return", "Return", "Return")
    assert desk.selected() == CLAUSES[5][0]
    press(desk, "Return")
    assert [label for label, _ in confirmed(desk)][-4:] == ["lead", "operative", "lead", "subclause"]
    assert desk.selected() == CLAUSES[7][0]  # the unsure item
    press(desk, "Return", "Return")
    assert proposed(desk) == []
    assert steps(desk)[:-1] == ["confirm mark"] * 8
    operative = next(span for span in desk.spans() if span.label == "operative")
    assert (operative.origin.confidence, operative.origin.version) == (0.98, "made")
    assert desk.project.annotator is not None and operative.confirmed_by == desk.project.annotator.id
    assert desk.project.document(desk.first).state("clause") == "in-progress"
    press(desk, "Return")
    assert desk.message() == "Nothing that is proposed is left to confirm in this document."
    for _ in range(8):
        act(desk, "undo")
    assert proposed(desk) == PROPOSED
    assert desk.spans() == []


def test_enter_goes_to_the_first_proposal_where_the_caret_is_behind_all(desk):
    act(desk, "confirm_sure")
    desk.window.view.set_selection(len(RESOLUTION), len(RESOLUTION))
    press(desk, "Return")
    assert desk.selected() == CLAUSES[2][0]
    assert CLAUSES[2][0] in [quote for _, quote in proposed(desk)]  # it was only gone to


def test_a_proposal_is_rejected_once_and_for_all(desk):
    press(desk, "Return", "Return", "/")
    assert desk.selected() == CLAUSES[3][0]
    assert PROPOSED[2] not in proposed(desk)
    (rejected,) = [span for span in desk.project.spans(desk.first, rejected=True) if span.status == "rejected"]
    assert (rejected.limits, rejected.origin.version) == (
        (RESOLUTION.index(CLAUSES[2][0]), RESOLUTION.index(CLAUSES[2][0]) + len(CLAUSES[2][0])),
        "made",
    )
    desk.session.set_document(desk.second)
    desk.session.set_document(desk.first)
    assert PROPOSED[2] not in proposed(desk)
    act(desk, "undo")
    assert PROPOSED[2] in proposed(desk)
    act(desk, "redo")
    assert PROPOSED[2] not in proposed(desk)
    press(desk, "/", "/")
    assert steps(desk)[0] == "reject mark"


def test_what_is_sure_is_confirmed_in_one_step(desk):
    act(desk, "confirm_sure")
    assert proposed(desk) == [PROPOSED[2], PROPOSED[3], PROPOSED[7]]
    assert steps(desk)[:-1] == ["confirm what is sure"]
    assert re.fullmatch(r"6 .* confirmed\. 3 .* left to look at\.", desk.message())
    assert desk.selected() == CLAUSES[2][0]
    act(desk, "undo")
    assert proposed(desk) == PROPOSED


def test_the_threshold_is_remembered(desk):
    desk.window.proposing.ask = lambda sure, unsure, window: (0.98, 0.65)
    act(desk, "thresholds")
    act(desk, "confirm_sure")
    assert len(proposed(desk)) == 5
    assert desk.window.settings.thresholds == (0.98, 0.65)
    press(desk, "?", "?")
    assert desk.selected() == CLAUSES[2][0]  # of three, two are unsure still


def test_one_goes_from_an_unsure_proposal_to_the_next(desk):
    press(desk, "?")
    assert desk.selected() == CLAUSES[2][0]
    assert "60" in desk.window.status.proposal.text()
    press(desk, "?", "?")
    assert desk.selected() == CLAUSES[7][0]
    act(desk, "previous_unsure")
    assert desk.selected() == CLAUSES[3][0]
    act(desk, "next_unsure")
    act(desk, "next_unsure")
    assert desk.selected() == CLAUSES[2][0]
    act(desk, "confirm_document")
    press(desk, "?")
    assert desk.message() == "Nothing that is proposed here is unsure."


def test_references_that_are_proposed_are_confirmed_one_by_one_where_they_are_chosen_or_with_the_document(desk):
    start = RESOLUTION.index("20 كانون")
    with desk.project.operation("suggest") as writing:
        for end in (start + 8, start + 28):
            spans.mark(writing, desk.first, "date", start, end, status="suggested")
    press(desk, "Return")
    assert desk.selected() == CLAUSES[1][0]  # they are another task
    desk.window.view.set_selection(start, start + 8)
    press(desk, "Return")
    assert ("date", "20 كانون") in confirmed(desk)
    assert desk.selected() == CLAUSES[1][0]
    act(desk, "confirm_document")
    assert len([label for label, _ in confirmed(desk) if label == "date"]) == 2


def test_the_first_steps_speak_of_proposals(desk):
    steps = desk.window.first_steps
    steps.begin()
    assert "only proposed" in steps.words.text()
    press(desk, "Space")
    assert "Enter" in steps.words.text()
    press(desk, "Return")
    assert "F6" in steps.words.text()
    act(desk, "confirm_document")
    assert steps.step == "done"


def test_space_goes_from_one_proposal_to_the_next(desk):
    press(desk, "Space")
    assert desk.selected() == CLAUSES[0][0]
    press(desk, "Space")
    assert desk.selected() == CLAUSES[1][0]
    assert desk.spans() == []


def test_the_document_is_confirmed_in_one_step_and_proposes_no_more(desk):
    press(desk, "?")
    act(desk, "merge")
    act(desk, "confirm_document")
    assert proposed(desk) == []
    assert {span.status for span in desk.spans()} == {"confirmed"}
    assert desk.project.document(desk.first).state("clause") == "done"
    assert desk.window.actions_["clauses_done"].isChecked()
    assert steps(desk)[:2] == ["confirm document", "merge"]
    assert desk.message() == "All clauses are confirmed, and the document is done."
    act(desk, "undo")
    assert len(proposed(desk)) == 7
    assert desk.project.document(desk.first).state("clause") == "in-progress"


COMING = "The clauses of this document are still being looked for; wait a moment."


@pytest.fixture
def gate(made: Made) -> Iterator[threading.Event]:
    """No clauses are found before it is opened."""
    opened, segment = threading.Event(), made.segment

    def held_up(*asked):
        assert opened.wait(20)
        return segment(*asked)

    made.segment = held_up
    yield opened
    opened.set()


@pytest.fixture
def early(qtbot, tmp_path: Path, made: Made, gate) -> Iterator[Desk]:
    """The window before there are proposals."""
    with proposal_desk(tmp_path, made, wait=False) as desk:
        yield desk


@pytest.mark.parametrize("command", ["confirm_document", "confirm_next"])
def test_a_document_is_not_confirmed_before_its_proposals_are_there(early, gate, qtbot, command):
    act(early, command)
    assert (early.message(), early.session.document) == (COMING, early.first)
    assert early.project.document(early.first).state("clause") == "new"
    gate.set()
    qtbot.waitUntil(lambda: proposed(early) == PROPOSED)
    act(early, command)
    assert len([label for label, _ in early.marks() if label != "lead"]) == (9 if command == "confirm_document" else 0)
    assert early.project.document(early.first).state("clause") == "done"
    assert len(early.project.spans(early.first)) == 12


@pytest.mark.parametrize("command", ["confirm", "confirm_sure", "next_unsure"])
def test_whoever_is_too_early_is_told_so(early, command):
    act(early, command)
    assert early.message() == COMING


def test_a_window_closed_while_clauses_are_looked_for_hears_nothing_of_them(qtbot, tmp_path, made, gate):
    def open_and_close() -> None:  # nothing keeps the session when it is left
        with proposal_desk(tmp_path, made, wait=False) as desk:
            qtbot.waitUntil(lambda: desk.session.proposals.segmenting.version == "made")

    with qtbot.captureExceptions() as raised:
        open_and_close()
        gate.set()
        qtbot.wait(50)
    assert raised == []


@pytest.mark.parametrize("at_once", [True, False])
def test_where_clauses_cannot_be_found_nothing_is_confirmed(desk, made, qtbot, monkeypatch, at_once):
    def fail(text, _):
        made.asked.append(text)
        raise UserError("It cannot be read.")

    made.segment = fail
    monkeypatch.setattr(segmenting_room, "AT_ONCE", 1_000 if at_once else 0)
    with desk.project.operation("import") as writing:
        other = documents.add(writing, "other", "نص لا يقرأ")
    desk.session.set_document(other)
    qtbot.waitUntil(lambda: desk.message() == "It cannot be read.")
    qtbot.waitUntil(lambda: desk.session.proposals.state == "failed")
    assert desk.window.status.proposal.text() == ""
    act(desk, "confirm_document")
    assert desk.message() == "No clause is marked here, and none could be proposed; there is nothing to confirm."
    assert desk.project.document(other).state("clause") == "new"
    desk.window.view.set_selection(0, 2)
    press(desk, "T")
    assert made.asked.count("نص لا يقرأ") == 1  # it is not tried at every change
    act(desk, "confirm_document")
    assert desk.project.document(other).state("clause") == "done"


def test_where_proposals_are_hidden_only_what_is_marked_is_confirmed(desk):
    act(desk, "show_proposals")
    act(desk, "confirm_document")
    assert desk.message() == "No clause is marked here, and proposals are not shown; show them to confirm them."
    assert desk.project.document(desk.first).state("clause") == "new"
    desk.select(CLAUSES[0][0])
    press(desk, "A")
    act(desk, "confirm_document")
    assert desk.project.document(desk.first).state("clause") == "done"


def test_where_nothing_is_marked_or_proposed_nothing_is_confirmed_but_one_goes_on_from_what_is_done(desk, made):
    with desk.project.operation("import") as writing:
        empty = documents.add(writing, "A_RES_1_1", "لا شيء")
    desk.session.set_document(empty)
    assert desk.session.proposals.state == "known"
    act(desk, "confirm_next")
    assert desk.message() == "No clause is marked or proposed here; there is nothing to confirm."
    assert desk.session.document == empty
    act(desk, "clauses_done")
    assert desk.session.proposals.state == "none"
    act(desk, "confirm_next")
    assert desk.session.document != empty


def test_proposals_stay_where_somebody_else_sits_down(desk):
    desk.project = desk.project.open_again("Omar")
    desk.session.replace_project(desk.project)
    assert proposed(desk) == PROPOSED
    press(desk, "Return")
    (mark,) = desk.spans()
    assert desk.project.annotator is not None
    assert (desk.project.annotator.name, mark.confirmed_by) == ("Omar", desk.project.annotator.id)
    desk.project = desk.project.open_again(None)
    desk.session.replace_project(desk.project)
    assert proposed(desk) == []
    assert desk.session.proposals.state == "none"


def test_confirming_goes_on_to_the_next_document_that_is_not_done(desk):
    act(desk, "confirm_next")
    assert desk.session.document == desk.second
    assert [label for label, _ in proposed(desk)] == ["title", "preambular", "operative"]
    act(desk, "confirm_next")
    assert [summary.state("clause") for summary in desk.project.documents()] == ["done", "done"]
    assert desk.message() == "All documents are done."


def test_who_declares_the_clauses_done_is_told_of_what_was_only_proposed(desk, qtbot):
    act(desk, "clauses_done")
    assert desk.shown() == []
    qtbot.waitUntil(lambda: re.search("9 proposed clause.* were not confirmed", desk.message()) is not None)
    act(desk, "clauses_done")
    assert proposed(desk) == PROPOSED


def test_proposals_can_be_put_away(desk):
    assert desk.window.actions_["show_proposals"].isChecked()
    act(desk, "show_proposals")
    assert desk.shown() == []
    assert not desk.window.actions_["show_proposals"].isChecked()
    assert not desk.window.settings.proposals_shown
    act(desk, "show_proposals")
    assert proposed(desk) == PROPOSED


def test_nothing_is_proposed_where_nothing_can_be_written(desk):
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.session.set_document(desk.first)
    assert desk.shown() == []


def test_what_others_write_is_taken_into_account_at_once(desk):
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark") as writing:
        spans.mark(writing, desk.first, "title", *_limits(CLAUSES[1][0]))
    desk.session.refresh()
    assert proposed(desk) == [PROPOSED[0], *PROPOSED[2:]]


def _limits(quote: str) -> tuple[int, int]:
    start = RESOLUTION.index(quote)
    return start, start + len(quote)


def test_limits_are_unsure_where_no_sure_clause_has_them_too(desk):
    view = desk.window.view
    first, second = (span for span in desk.shown() if (span.origin.confidence or 1) == 0.6)
    index, below = view.page.spans, desk.session.proposals.unsure_below
    assert unsure_limits(first, index, RESOLUTION, below) == (False, True)
    assert unsure_limits(second, index, RESOLUTION, below) == (True, False)
    item = next(span for span in desk.shown() if span.number == "ب")
    assert unsure_limits(item, index, RESOLUTION, below) == (False, False)  # its label may be wrong
    assert unsure_limits(replace(first, status="confirmed"), index, RESOLUTION, below) == (False, False)


def test_long_texts_are_segmented_beside_the_window(desk, made, qtbot, monkeypatch):
    monkeypatch.setattr(segmenting_room, "AT_ONCE", 10)
    made.of_text[RESOLUTION + " "] = CLAUSES
    with desk.project.operation("import") as writing:
        long = documents.add(writing, "long", RESOLUTION + " ")
    desk.session.set_document(long)
    assert desk.shown() == []
    qtbot.waitUntil(lambda: proposed(desk) == PROPOSED)
    asked = len(made.asked)
    desk.session.set_document(desk.second)
    desk.session.set_document(long)
    assert proposed(desk) == PROPOSED  # kept
    assert len(made.asked) == asked


def test_a_document_left_before_its_proposals_came_gets_none_of_another(desk, made, qtbot, monkeypatch):
    monkeypatch.setattr(segmenting_room, "AT_ONCE", 10)
    made.of_text["نص طويل آخر"] = (("نص طويل", "title", 0.9, ""),)
    with desk.project.operation("import") as writing:
        other = documents.add(writing, "other", "نص طويل آخر")
    desk.session.set_document(other)
    desk.session.set_document(desk.first)
    qtbot.waitUntil(lambda: "نص طويل آخر" in made.asked)
    assert proposed(desk) == PROPOSED


def test_a_proposal_is_told_apart_at_the_mouse_and_in_the_text(desk):
    span: Span = desk.shown()[0]
    describe = desk.window.view._hover.describer
    assert describe is not None
    assert "right with a chance of \u206699%\u2069" in describe(span)
    end = len(RESOLUTION)  # where the caret stands in another clause: of this one nothing else changes
    desk.window.view.set_selection(end, end)
    picture = desk.window.view.grab().toImage()
    desk.session.attempt(proposal_operations.confirm, judged(desk.first, [span]))
    assert "chance" not in describe(desk.shown()[0])
    desk.window.view.set_selection(end, end)
    assert desk.window.view.grab().toImage() != picture
    act(desk, "undo")
    desk.window.view.set_selection(end, end)
    assert desk.window.view.grab().toImage() == picture
