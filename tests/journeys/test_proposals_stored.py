"""Proposals that are stored are corrected as those in memory are; what is undone is worked on again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.annotation.values import Span, text_order
from model.proposals.judgements import adopt_all
from tests.gui.conftest import RESOLUTION, Desk
from tests.journeys.proposal_desk import CLAUSES, PROPOSED, Made, act, confirmed, press, proposal_desk, proposed, steps

MOVES = ("grow", "shrink", "end_later", "end_earlier", "begin_later", "begin_earlier")
ACTS = (*MOVES, "merge", "merge_previous", "unnest", "reject", "delete_all")
ITEMS = PROPOSED[6:8]


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    with proposal_desk(tmp_path, Made()) as desk:
        yield desk


@pytest.fixture(params=["in memory", "stored"])
def either(desk, request) -> Desk:
    if request.param == "stored":
        store(desk)
    return desk


def store(desk: Desk) -> None:
    """All that is proposed becomes rows, as by a batch."""
    with desk.project.operation("propose clauses") as writing:
        adopt_all(writing, desk.session.proposed, status="suggested")


def choose(desk: Desk, quote: str) -> Span:
    """Pick the clause with this text in the margin."""
    (span,) = (each for each in desk.shown() if each.layer == "clause" and desk.quote(each) == quote)
    desk.window.view.span_activated.emit(span.id)
    return span


def seen(desk: Desk) -> list[tuple[str, str, str]]:
    """Everything that is shown: its label, text and status."""
    return [(span.label, desk.quote(span), span.status) for span in sorted(desk.shown(), key=text_order)]


def results(desk: Desk, command: str) -> list[object]:
    """What a command leads to at each of the clauses, each time undone again."""
    found: list[object] = []
    before = seen(desk)
    for quote, *_ in CLAUSES:
        choose(desk, quote)
        done = len(steps(desk))
        act(desk, command)
        found.append((quote, desk.message(), seen(desk)))
        if len(steps(desk)) > done:
            act(desk, "undo")
        assert seen(desk) == before
    return found


@pytest.mark.parametrize("command", ACTS)
def test_stored_proposals_are_corrected_as_those_in_memory_are(desk, command):
    in_memory = results(desk, command)
    store(desk)
    for stored, before in zip(results(desk, command), in_memory, strict=True):
        assert stored == before


@pytest.mark.parametrize("command", [*MOVES, "merge"])
def test_what_is_undone_is_chosen_again_with_its_own_limits(either, command):
    quote = CLAUSES[3][0] if command == "begin_earlier" else CLAUSES[2][0]
    before = seen(either)
    choose(either, quote)
    act(either, command)
    done = [each for each in seen(either) if each not in before]
    assert done
    changed = either.selected()
    act(either, "undo")
    assert (seen(either), either.selected()) == (before, quote)
    act(either, "redo")
    assert either.selected() == changed
    act(either, "undo")
    press(either, "Return")
    assert confirmed(either) == [("preambular", quote)]


def test_after_an_edge_was_put_back_a_label_confirms_that_proposal_only(either):
    choose(either, CLAUSES[4][0])
    act(either, "begin_earlier")
    act(either, "undo")
    press(either, "P")
    assert [each for each in confirmed(either) if each[0] == "preambular"] == [PROPOSED[4]]
    assert proposed(either) == [*PROPOSED[:4], *PROPOSED[5:]]


def test_where_the_holder_was_chosen_meanwhile_its_item_is_chosen_again(either):
    choose(either, ITEMS[1][1])
    act(either, "end_earlier")
    paragraph = next(span for span in either.shown() if span.label == "operative")
    either.window.view.span_activated.emit(paragraph.id)
    act(either, "undo")
    assert either.selected() == ITEMS[1][1]
    act(either, "end_earlier")
    assert ("subclause", "(ب) أن") in confirmed(either)


def test_a_stored_proposal_of_which_no_word_is_left_is_rejected(desk):
    store(desk)
    choose(desk, CLAUSES[2][0])
    act(desk, "grow")
    rejected = [span for span in desk.project.spans(desk.first, rejected=True) if span.status == "rejected"]
    assert [desk.quote(span) for span in rejected] == [CLAUSES[3][0]]
    assert len(steps(desk)) == 3  # import, propose, move


def test_a_leading_phrase_that_was_taken_away_comes_back_with_its_word(either):
    choose(either, CLAUSES[3][0])
    act(either, "end_later")
    assert "وإذ تشير" not in [quote for _, quote, _ in seen(either)]
    act(either, "end_earlier")
    assert ("lead", "وإذ تشير", "suggested") in seen(either)
    assert [each[:2] for each in seen(either) if each[0] not in ("lead",)] == PROPOSED


def test_a_confirmed_leading_phrase_is_not_cut(desk):
    store(desk)
    desk.select("وإذ تشير")
    desk.window.docks["inspector"].show()
    desk.window.inspector.record.confirm.click()
    before = seen(desk)
    choose(desk, CLAUSES[3][0])
    act(desk, "end_later")
    assert "must lie inside" in desk.message() or "would be cut" in desk.message()
    assert seen(desk) == before


def test_a_confirmed_mark_beside_it_is_neither_taken_away_nor_lengthened(either):
    choose(either, CLAUSES[3][0])
    press(either, "Return")
    choose(either, CLAUSES[2][0])
    act(either, "grow")
    assert either.message() == "Nothing would be left of “Preambular paragraph”."
    act(either, "end_earlier")
    assert confirmed(either) == [("preambular", "إذ تعيد"), PROPOSED[3]]


@pytest.mark.parametrize("key", ["/", "Del"])
def test_the_items_of_a_paragraph_that_is_rejected_go_with_it(either, key):
    choose(either, CLAUSES[5][0])
    before, done = seen(either), len(steps(either))
    press(either, key)
    assert proposed(either) == [*PROPOSED[:5], PROPOSED[8]]
    assert len(steps(either)) == done + 1
    if key == "/":
        assert either.selected() == CLAUSES[8][0]
    either.session.set_document(either.second)
    either.session.set_document(either.first)
    assert proposed(either) == [*PROPOSED[:5], PROPOSED[8]]
    act(either, "undo")
    assert seen(either) == before


def test_they_come_back_where_a_paragraph_is_marked_around_them(either):
    choose(either, CLAUSES[5][0])
    press(either, "Del")
    either.select(CLAUSES[5][0].removeprefix("1 - "))
    press(either, "O")
    assert [each for each in proposed(either) if each[0] == "subclause"] == ITEMS


def test_a_confirmed_item_stays_where_its_paragraph_is_rejected(either):
    choose(either, ITEMS[0][1])
    press(either, "Return")
    choose(either, CLAUSES[5][0])
    press(either, "/")
    assert confirmed(either) == [ITEMS[0]]
    assert ITEMS[1] not in proposed(either)


@pytest.mark.parametrize("command", ["shrink", "end_earlier"])
def test_the_next_proposal_follows_a_limit_that_goes_back(either, command):
    choose(either, CLAUSES[2][0])
    act(either, command)
    assert confirmed(either) == [("preambular", "إذ تعيد")]
    assert proposed(either)[2] == ("preambular", "تأكيد التزامها،")


def test_the_one_before_follows_a_limit_that_goes_on(either):
    choose(either, CLAUSES[3][0])
    act(either, "begin_earlier")
    assert proposed(either)[2] == ("preambular", "إذ تعيد")
    act(either, "begin_later")
    assert proposed(either)[2] == PROPOSED[2]


def test_a_paragraph_that_opens_with_its_number_begins_there(either):
    choose(either, CLAUSES[4][0])
    act(either, "end_earlier")
    assert confirmed(either)[0] == ("preambular", "وإذ تشير إلى قراراتها")
    assert proposed(either)[4] == PROPOSED[5]


def test_what_follows_a_list_does_not_follow_its_last_item(either):
    choose(either, ITEMS[1][1])
    act(either, "end_earlier")
    assert ("operative", CLAUSES[5][0]) in proposed(either)
    assert PROPOSED[8] in proposed(either)


def test_the_holder_grows_where_its_last_item_is_joined_with_what_follows(either):
    choose(either, ITEMS[1][1])
    act(either, "merge")
    whole = RESOLUTION[RESOLUTION.index("(ب)") :]
    assert confirmed(either)[0] == ("subclause", whole)
    assert ("operative", RESOLUTION[RESOLUTION.index("1 - تطلب") :]) in proposed(either)
