"""What is said of what is left, after acts on proposals; these themselves are in tests/journeys/test_proposals.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import proposal_operations
from gui.project_io.preannotation import propose
from model.annotation import spans
from model.project import Project
from model.proposals.proposal_groups import judged
from tests.gui.conftest import RESOLUTION, Desk
from tests.journeys.proposal_desk import Made, act, press, proposal_desk, proposed

ALL_JUDGED = "Nothing that is proposed is left to confirm; \u2066F6\u2069 says that the clauses are done."


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def desk(qtbot, tmp_path: Path, made: Made) -> Iterator[Desk]:
    with proposal_desk(tmp_path, made) as desk:
        yield desk


def said(desk: Desk) -> str:
    QApplication.processEvents()
    return desk.message()


@pytest.mark.parametrize("command", ["clauses_done", "clauses_finish"])
@pytest.mark.parametrize("stored", [True, False])
def test_clauses_said_to_be_done_with_proposals_left_are_told_of(desk, made, command, stored):
    if stored:
        propose(desk.project, [desk.first], made)
    press(desk, "Return", "Return")
    act(desk, command)
    assert desk.project.document(desk.first).state("clause") == "done"
    kept = len([span for span in desk.project.spans(desk.first) if span.status == "suggested"])
    assert (kept > 0) is stored
    left = "stay proposals" if stored else "are not kept"
    assert said(desk) == f"\u2066A_RES_59_187\u2069: 7 proposed clause(s) were not confirmed and {left}."


def test_nothing_is_said_to_be_left_where_another_window_has_confirmed_the_document(desk):
    with Project.open(desk.project.path, "Omar") as other:
        proposal_operations.confirm_document(other, judged(desk.first, desk.session.spans), "clause")
    desk.session.refresh()
    assert proposed(desk) == [] and len(desk.spans()) == 12
    assert said(desk) == ""


def test_after_the_last_proposal_it_is_said_once_how_the_document_is_finished(desk):
    while len(proposed(desk)) > 1:
        press(desk, "Return")
        assert said(desk) == ""
    press(desk, "Return")
    assert said(desk) == ALL_JUDGED
    desk.window.view.set_selection(0, 0)
    assert said(desk) == ""
    act(desk, "undo")
    act(desk, "redo")
    assert said(desk) == ALL_JUDGED


def test_it_is_said_after_every_act_that_settles_the_last_one(desk):
    act(desk, "confirm_sure")
    press(desk, "Return", "Return")
    assert len(proposed(desk)) == 1
    press(desk, "/")
    assert said(desk) == ALL_JUDGED


def test_it_is_said_where_all_that_is_left_is_sure(desk):
    desk.window.settings.thresholds = (0.5, 0.4)
    act(desk, "confirm_sure")
    assert said(desk) == f"9 clause(s) confirmed. {ALL_JUDGED}"


def test_it_is_not_said_while_more_may_come(desk, made, monkeypatch):
    propose(desk.project, [desk.first], made)
    desk.window.settings.thresholds = (0.5, 0.4)
    monkeypatch.setattr(desk.session.proposals, "_look", lambda project: "coming")
    act(desk, "confirm_sure")
    assert said(desk) == "9 clause(s) confirmed. 0 proposed clause(s) left to look at."


def test_it_names_the_key_that_the_command_has(desk):
    desk.window.keymap.give("confirm_document", "Ctrl+F12")
    desk.window.keymap.take("confirm_document", "F6")
    act(desk, "confirm_sure")
    press(desk, "Return", "Return", "Return")
    assert said(desk) == ALL_JUDGED.replace("F6", "Ctrl+F12")
    desk.window.keymap.take("confirm_document", "Ctrl+F12")
    act(desk, "undo")
    act(desk, "redo")
    assert said(desk) == "Nothing that is proposed is left to confirm in this document."


def test_it_is_not_said_where_proposals_go_for_another_reason(desk):
    act(desk, "show_proposals")
    assert proposed(desk) == [] and said(desk) == ""
    act(desk, "show_proposals")
    assert proposed(desk)
    act(desk, "confirm_document")
    assert said(desk) == "All clauses are confirmed, and the document is done."


def test_nor_where_nothing_was_left_to_be_confirmed(desk, made):
    made.of_text[RESOLUTION] = (("إن الجمعية العامة،", "enacting", 0.6, ""),)
    desk.session.proposals.segmenting.forget()
    desk.session.set_document(desk.second)
    desk.session.set_document(desk.first)
    press(desk, "?", "/")
    assert proposed(desk) == [] and said(desk) == ""


def test_where_nothing_is_unsure_what_is_not_sure_either_is_told_of(desk):
    desk.window.settings.thresholds = (0.98, 0.5)
    between = "5 proposed clause(s) are neither sure nor unsure. \u2066Enter\u2069 goes from one proposal to the next."
    press(desk, "?")
    assert said(desk) == f"Nothing that is proposed here is unsure. {between}"
    act(desk, "confirm_sure")
    press(desk, "?")
    assert said(desk) == f"Nothing that is proposed here is unsure. {between}"
    desk.window.settings.thresholds = (0.5, 0.5)
    press(desk, "?")
    assert said(desk) == "Nothing that is proposed here is unsure."


@pytest.mark.parametrize("references", [0, 2])
def test_references_that_are_confirmed_along_are_counted(desk, references):
    with desk.project.operation("suggest") as writing:
        for start in range(references):
            spans.mark(writing, desk.first, "date", start, start + 8, status="suggested")
    act(desk, "confirm_document")
    done = "All clauses are confirmed, and the document is done."
    assert said(desk) == (f"{done} 2 proposed reference(s) confirmed along." if references else done)


def test_they_are_counted_too_where_one_goes_on_to_the_next_document(desk):
    with desk.project.operation("suggest") as writing:
        for document in (desk.first, desk.second):
            spans.mark(writing, document, "date", 0, 8, status="suggested")
    act(desk, "confirm_next")
    assert desk.session.document == desk.second
    assert said(desk) == "\u2066A_RES_59_187\u2069: 1 proposed reference(s) confirmed along."
    act(desk, "confirm_next")
    assert said(desk) == "\u2066A_RES_60_1\u2069: 1 proposed reference(s) confirmed along. All documents are done."
