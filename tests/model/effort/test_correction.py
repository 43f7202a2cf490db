"""Acts counted one by one; that they do in the window what they are counted for is tested in tests/journeys."""

from collections.abc import Sequence

from model.effort.annotation_simulator import AnnotationSimulator, Mark, cost, is_mouse
from model.effort.correction import corrections
from model.segmentation.values import ProposedClause

# Invented; two recitals with commas in them, a paragraph with a list, and another one.
TEXT = (
    "إن الجمعية العامة، إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها، "
    "1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛ 2 - تقرر مواصلة النظر."
)


def clause(quote: str, label: str, confidence: float = 0.99, **more) -> ProposedClause:
    start = TEXT.index(quote)
    return ProposedClause(start, start + len(quote), label, confidence=confidence, **more)


FORMULA = clause("إن الجمعية العامة،", "enacting")
FIRST = clause("إذ تشير إلى أهمية المكتبات، والكتب،", "preambular")
SECOND = clause("وإذ تلاحظ حاجتها، وفقرها،", "preambular")
ONE = clause("1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛", "operative", number="1")
ITEM = clause("(أ) فتح المكتبات،", "subclause", number="أ", depth=1)
OTHER_ITEM = clause("(ب) دعمها؛", "subclause", number="ب", depth=1)
TWO = clause("2 - تقرر مواصلة النظر.", "operative", number="2")
GOLD = (FORMULA, FIRST, SECOND, ONE, ITEM, OTHER_ITEM, TWO)
JOINED = clause("إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها،", "preambular", 0.6)
HALF, OTHER_HALF = clause("إذ تشير إلى أهمية المكتبات،", "preambular", 0.7), clause("والكتب،", "preambular", 0.7)


def corrected(found: Sequence[ProposedClause], gold: Sequence[ProposedClause] = GOLD, **more) -> list[str]:
    desk = corrections(TEXT, gold, found, unsure_below=0.8, **more)
    assert {(*mark.limits, mark.label) for mark in desk.marks} >= {(*each.limits, each.label) for each in gold}
    assert len(desk) == sum(map(cost, desk.acts))
    return desk.acts


def instead(*found: ProposedClause, of: Sequence[ProposedClause]) -> list[ProposedClause]:
    return [*(each for each in GOLD if each not in of), *found]


def test_where_all_is_right_one_key_confirms_the_document() -> None:
    assert corrected(GOLD) == ["confirm_document"]


def test_what_is_joined_is_split_at_the_place_to_which_the_selection_is_shortened() -> None:
    found = instead(JOINED, of=(FIRST, SECOND))
    assert corrected(found) == ["next_unsure", "shorten", "shorten", "split", "confirm_document"]
    assert corrected(found, mouse=True) == [f"click {FIRST.end}", "split", "confirm_document"]


def test_what_is_split_is_joined() -> None:
    assert corrected(instead(HALF, OTHER_HALF, of=(FIRST,))) == ["next_unsure", "merge", "confirm_document"]


def test_a_limit_between_two_is_moved() -> None:
    rest = clause("والكتب، وإذ تلاحظ حاجتها، وفقرها،", "preambular", 0.7)
    assert corrected(instead(HALF, rest, of=(FIRST, SECOND))) == ["next_unsure", "grow", "confirm_document"]
    first = clause("إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها،", "preambular", 0.7)
    second = clause("وفقرها،", "preambular", 0.7)
    assert corrected(instead(first, second, of=(FIRST, SECOND))) == [
        *("next_unsure", "shorten", "split", "merge", "confirm_document"),
    ]


def test_the_way_goes_from_clause_to_clause_where_nothing_is_unsure() -> None:
    wrong = clause("2 - تقرر مواصلة النظر.", "closing")
    assert corrected(instead(wrong, of=(TWO,))) == [*["next_mark"] * 7, "label operative", "confirm_document"]
    start, end = TWO.limits
    assert corrected(instead(wrong, of=(TWO,)), mouse=True)[0] == f"choose {start} {end}"


def test_unsure_ones_that_are_right_are_passed_by() -> None:
    unsure = clause("إذ تشير إلى أهمية المكتبات، والكتب،", "preambular", 0.5)
    wrong = clause("2 - تقرر مواصلة النظر.", "closing", 0.5)
    found = instead(unsure, wrong, of=(FIRST, TWO))
    assert corrected(found) == ["next_unsure", "next_unsure", "label operative", "confirm_document"]


def test_those_that_were_passed_by_are_not_counted_again() -> None:
    unsure = clause("إذ تشير إلى أهمية المكتبات، والكتب،", "preambular", 0.5)
    first = clause("وإذ تلاحظ حاجتها، وفقرها،", "operative", 0.5)
    second = clause("2 - تقرر مواصلة النظر.", "closing", 0.5)
    acts = corrected(instead(unsure, first, second, of=(FIRST, SECOND, TWO)))
    assert acts[2:] == ["label preambular", "next_unsure", "label operative", "confirm_document"]


def test_a_heading_within_a_clause_is_joined_with_it() -> None:
    heading = clause("والكتب،", "heading", 0.1)
    assert corrected(instead(HALF, heading, of=(FIRST,))) == ["next_unsure", "merge", "confirm_document"]


def test_what_is_none_is_rejected() -> None:
    extra = clause("فتح المكتبات", "subclause", 0.4, depth=2)
    assert corrected([*GOLD, extra]) == ["next_unsure", "delete", "confirm_document"]


def test_what_is_missing_is_selected_and_marked() -> None:
    assert corrected(instead(of=(SECOND,))) == [*["next_mark"] * 2, "propose", "label preambular", "confirm_document"]
    part = clause("المكتبات، والكتب،", "subclause", depth=1)
    assert corrected(GOLD, [*GOLD, part]) == [
        *["next_mark"] * 2,
        *["start_forward"] * 4,
        *("label subclause", "confirm_document"),
    ]
    # No key moves the start to a bracket.
    start, end = OTHER_ITEM.limits
    assert corrected(instead(of=(OTHER_ITEM,))) == [f"select {start} {end}", "label subclause", "confirm_document"]


def test_leading_phrases_are_put_right_where_the_gold_has_one() -> None:
    start = SECOND.start
    led = clause("وإذ تلاحظ حاجتها، وفقرها،", "preambular", lead=(start, start + len("وإذ تلاحظ")))
    short = clause("وإذ تلاحظ حاجتها، وفقرها،", "preambular", lead=(start, start + len("وإذ")))
    gold = [*(each for each in GOLD if each is not SECOND), led]
    found = instead(short, of=(SECOND,))
    assert corrected(found, gold) == [*["next_mark"] * 3, "label lead", "end_later", "confirm_document"]
    assert corrected(GOLD, gold) == [*["next_mark"] * 3, "label lead", "label lead", "confirm_document"]
    assert corrected(found) == ["confirm_document"]
    dash = clause("1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛", "operative", lead=(ONE.start + 2, ONE.start + 3))
    assert corrected(GOLD, [*(each for each in GOLD if each is not ONE), dash]) == ["confirm_document"]


def test_a_number_takes_as_many_keys_as_it_has_and_some() -> None:
    wrong = clause("2 - تقرر مواصلة النظر.", "operative", number="3")
    acts = corrected(instead(wrong, of=(TWO,)))
    assert acts == [*["next_mark"] * 7, "number 2", "confirm_document"]
    assert cost("number 12") == cost("number 2") + 1 > 2


def test_what_is_not_scored_is_left_unless_everything_is_to_be_right() -> None:
    heading = clause("والكتب،", "heading")
    assert corrected([*GOLD, heading], [*GOLD]) == ["confirm_document"]
    assert corrected([*GOLD, heading], [*GOLD], everything=True)[-2:] == ["delete", "confirm_document"]


def test_a_click_is_one_act_and_a_stretch_two() -> None:
    assert [cost(act) for act in ("click 3", "choose 1 2", "select 1 2", "split", "label operative lead")] == [
        *(1, 1, 2, 1, 1),
    ]
    assert is_mouse("select 1 2") and not is_mouse("split")


def test_the_mouse_is_taken_where_too_many_keys_would_be_needed() -> None:
    marks = [Mark(at, at + 1, "operative") for at in range(0, 60, 2)]
    desk = AnnotationSimulator("ا " * 30, marks)
    assert desk.way_to(desk.marks[5]) == ["next_mark"] * 6
    assert desk.way_to(desk.marks[20]) == ["choose 40 41"]
