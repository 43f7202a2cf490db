"""An annotator corrects what is proposed, in the whole window: in one step each, and what is corrected is confirmed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.formats import dataset_jsonl
from tests.gui.conftest import RESOLUTION, Desk
from tests.journeys.proposal_desk import CLAUSES, PROPOSED, Made, act, confirmed, press, proposal_desk, proposed, steps


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def desk(qtbot, tmp_path: Path, made: Made) -> Iterator[Desk]:
    with proposal_desk(tmp_path, made) as desk:
        yield desk


def test_deleting_a_proposal_rejects_it_and_its_place_stays_selected(desk):
    press(desk, "Return", "Return", "Del")
    assert desk.selected() == CLAUSES[2][0]
    assert steps(desk)[0] == "reject mark"
    assert PROPOSED[2] not in proposed(desk)
    desk.caret("1 - تطلب", 1)
    press(desk, "Shift+Del")
    assert [quote for _, quote in proposed(desk)][-1] == CLAUSES[8][0]
    assert not any(quote.startswith(("(أ)", "(ب)", "1")) for _, quote in proposed(desk))


def test_a_confirmed_mark_that_is_deleted_does_not_come_back_as_a_proposal(desk):
    press(desk, "Return")
    desk.caret("قرار اتخذته", 1)
    press(desk, "Del")
    assert PROPOSED[0] not in proposed(desk)
    assert steps(desk)[0] == "delete mark"


def test_two_proposals_are_joined_to_one_that_is_confirmed(desk):
    press(desk, "?")
    act(desk, "merge")
    assert (("preambular", "إذ تعيد تأكيد التزامها،")) in confirmed(desk)
    assert proposed(desk) == [*PROPOSED[:2], *PROPOSED[4:]]
    assert len(steps(desk)) == 2
    joined = next(span for span in desk.spans() if span.label == "preambular")
    assert joined.proposed == (RESOLUTION.index("إذ تعيد"), RESOLUTION.index(" التزامها"))
    press(desk, "Return")
    assert desk.selected() == CLAUSES[4][0]
    act(desk, "undo")
    assert proposed(desk) == PROPOSED


def test_two_proposals_that_were_joined_and_deleted_do_not_come_back(desk):
    press(desk, "?")
    act(desk, "merge")
    press(desk, "Del")
    rest = [*PROPOSED[:2], *PROPOSED[4:]]
    assert (proposed(desk), confirmed(desk)) == (rest, [])
    desk.session.set_document(desk.second)
    desk.session.set_document(desk.first)
    assert proposed(desk) == rest
    act(desk, "undo")
    act(desk, "undo")
    assert proposed(desk) == PROPOSED


def test_what_was_joined_counts_and_is_exported_as_one(desk):
    press(desk, "?")
    act(desk, "merge")
    assert desk.session.count("clause") == 1
    summary = desk.project.summary(desk.first)
    assert summary is not None and summary.span_count == 1
    exported = desk.project.path.with_suffix(".jsonl")
    for suggested in (False, True):
        dataset_jsonl.write(desk.project, exported, include_suggested=suggested)
        (line, _) = exported.read_text("utf-8").splitlines()
        assert [clause["type"] for clause in json.loads(line)["clauses"]] == ["preambular"]


def test_two_items_are_joined_and_neither_comes_back_inside(desk):
    desk.caret("(أ)", 1)
    act(desk, "merge")
    items = [quote for label, quote in [*confirmed(desk), *proposed(desk)] if label == "subclause"]
    assert items == ["(أ) أن يعد تقريرا، (ب) أن ينشره؛"]


def test_a_proposal_is_split_and_both_parts_have_their_leading_phrases(desk):
    desk.caret("السابقة، 1", 0)
    act(desk, "split")
    assert [quote for label, quote in confirmed(desk) if label == "preambular"] == ["وإذ تشير إلى قراراتها", "السابقة،"]
    assert len(steps(desk)) == 2
    act(desk, "undo")
    assert proposed(desk) == PROPOSED
    assert steps(desk)[0] == "split"


def test_the_key_of_a_label_corrects_a_proposal_and_goes_on(desk):
    press(desk, "Return", "H")
    assert ("heading", CLAUSES[1][0]) in confirmed(desk)
    assert desk.selected() == CLAUSES[2][0]
    press(desk, "P")  # its own label: it is confirmed
    assert ("preambular", CLAUSES[2][0]) in confirmed(desk)
    assert desk.selected() == CLAUSES[3][0]
    assert steps(desk)[:2] == ["confirm mark", "change label"]


def test_an_edge_that_is_moved_moves_the_proposal_beside_it_and_confirms_what_was_corrected(desk):
    desk.caret("إن الجمعية", 1)
    press(desk, ".")  # a word of the next clause goes to this one
    assert confirmed(desk) == [("enacting", "إن الجمعية العامة، إذ")]
    assert ("preambular", "تعيد تأكيد") in proposed(desk)
    moved = next(span for span in desk.spans() if span.label == "preambular")
    assert (moved.status, moved.proposed) == ("suggested", (RESOLUTION.index("إذ تعيد"), RESOLUTION.index(" التزامها")))
    assert steps(desk)[0] == "move limits"
    act(desk, "undo")
    assert (proposed(desk), desk.spans()) == (PROPOSED, [])


def test_a_proposal_of_which_no_word_is_left_makes_way_for_good(desk):
    press(desk, "?", "=")
    assert confirmed(desk) == [("preambular", "إذ تعيد تأكيد التزامها،")]
    assert proposed(desk) == [*PROPOSED[:2], *PROPOSED[4:]]
    act(desk, "undo")
    press(desk, ".")
    assert confirmed(desk) == [("preambular", "إذ تعيد تأكيد التزامها")]
    assert proposed(desk) == [*PROPOSED[:2], *PROPOSED[4:]]


def test_a_selection_fits_a_proposal_to_it(desk):
    press(desk, "?")
    start = RESOLUTION.index("إذ تعيد")
    desk.window.view.set_selection(start, start + len("إذ تعيد تأكيد التزامها،") - 2)
    act(desk, "fit")
    assert ("preambular", "إذ تعيد تأكيد التزامه") in confirmed(desk)


def test_a_proposal_is_put_into_the_one_before_and_taken_out_again(desk):
    desk.caret("2 - تقرر", 1)
    act(desk, "unnest")
    assert desk.message() == "This mark stands in no other."
    desk.caret("(ب)", 1)
    act(desk, "nest")
    first, second = (span for span in desk.spans() if span.label == "subclause")
    assert (first.status, second.status) == ("suggested", "confirmed")
    assert first.contains(second)
    assert (second.depth, steps(desk)[0]) == (2, "nest")
    act(desk, "unnest")
    first, second = (span for span in desk.spans() if span.label == "subclause")
    assert first.end <= second.start


def test_what_is_known_of_a_proposal_is_shown_and_corrected_in_the_inspector(desk):
    desk.window.docks["inspector"].show()
    inspector = desk.window.inspector
    press(desk, "?")
    assert inspector.record.facts["status"].text == "suggested"
    assert "60" in inspector.record.facts["origin"].text
    inspector.record.confirm.click()
    assert confirmed(desk) == [PROPOSED[2]]
    desk.caret("إن الجمعية", 1)
    inspector.record.reject.click()
    assert PROPOSED[1] not in proposed(desk)


def test_a_proposed_leading_phrase_is_confirmed_in_the_inspector_and_its_clause_stays_a_proposal(desk):
    desk.window.docks["inspector"].show()
    inspector = desk.window.inspector
    desk.select("وإذ تشير")
    inspector.record.confirm.click()
    assert desk.message() == ""
    assert {(span.label, span.status) for span in desk.spans()} == {("preambular", "suggested"), ("lead", "confirmed")}
    assert proposed(desk) == PROPOSED
    inspector.record.reject.click()  # what a model proposed can be rejected there also when it is confirmed
    assert {(span.label, span.status) for span in desk.spans()} == {("preambular", "suggested")}


def test_a_proposed_leading_phrase_is_deleted_with_all_inside(desk):
    desk.select("وإذ تشير")
    press(desk, "Shift+Del")
    assert (desk.message(), steps(desk)[0]) == ("", "delete mark with all inside")
    assert desk.spans() == []
    assert "وإذ تشير" not in [desk.quote(span) for span in desk.shown()]
    assert proposed(desk) == PROPOSED
    act(desk, "undo")
    assert "وإذ تشير" in [desk.quote(span) for span in desk.shown()]


def test_a_mark_by_hand_takes_the_place_of_what_was_proposed_there(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    press(desk, "P")
    assert proposed(desk) == [*PROPOSED[:2], *PROPOSED[4:]]
    assert desk.selected() == CLAUSES[4][0]  # the next proposal
    assert steps(desk)[0] == "mark clause"


def test_a_leading_phrase_by_hand_needs_its_clause_which_stays_a_proposal(desk):
    desk.select("إن الجمعية")
    press(desk, "L")
    assert [(span.label, span.status) for span in desk.spans()] == [("enacting", "suggested"), ("lead", "confirmed")]
    assert PROPOSED[1] in proposed(desk)


def test_an_item_by_hand_lengthens_the_proposal_before_it(desk, made):
    made.of_text[RESOLUTION] = tuple(
        (quote.replace(" (ب) أن ينشره؛", ""), *rest) for quote, *rest in CLAUSES if not quote.startswith("(ب)")
    )
    desk.session.proposals.segmenting.forget()
    desk.session.set_document(desk.second)
    desk.session.set_document(desk.first)
    desk.select("(ب) أن ينشره؛")
    press(desk, "U")
    holder, other, item = (span for span in desk.spans() if span.layer == "clause")
    assert [span.status for span in (holder, other, item)] == ["suggested", "suggested", "confirmed"]
    assert holder.contains(item)
    assert not other.contains(item)
    assert ("operative", CLAUSES[5][0]) in proposed(desk)


def test_after_a_leading_phrase_one_goes_on_from_its_clause_though_that_is_a_row_now(desk, made):
    made.of_text[RESOLUTION] = tuple((quote, label, chance, "") for quote, label, chance, _ in CLAUSES)
    desk.session.proposals.segmenting.forget()
    desk.session.set_document(desk.second)
    desk.session.set_document(desk.first)
    desk.select(CLAUSES[4][0])
    press(desk, "L")
    assert desk.selected() == "وإذ تشير"  # the phrase of the clause that was selected
    press(desk, "L")
    assert [(span.label, span.status) for span in desk.spans()] == [("preambular", "suggested"), ("lead", "confirmed")]
    assert desk.selected() == CLAUSES[5][0]
