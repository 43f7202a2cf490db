import pytest

from tests.model.checking.marked import FRAME, GOOD, Marked, told


def _operatives(*numbers: int) -> list[tuple[str, str]]:
    return [("operative", f"{number} - <تقرر> أمرا؛") for number in numbers]


def test_nothing_is_said_of_a_good_document():
    assert told(*GOOD) == []


@pytest.mark.parametrize(
    "numbers, sentence",
    [
        ((1, 2, 4), "Between 2 and 4, 3 is missing."),
        ((1, 2, 6), "Between 2 and 6, the numbers from 3 to 5 are missing."),
        ((1, 2, 2, 3), "Number 2 stands twice."),
        ((1, 3, 2, 4), "Number 3 is out of place after 1."),
        ((2, 3), "Numbering begins with 2."),
        ((1, 2, 1, 2), "Numbering begins anew with 1 after 2, and no heading stands between."),
    ],
)
def test_numbers_out_of_order_are_found(numbers, sentence):
    assert told(*FRAME, *_operatives(*numbers)) == [("numbering", sentence)]


@pytest.mark.parametrize("label", ["heading", "annex_title", "table", "paragraph", "title"])
def test_numbering_begins_anew_in_parts_and_annexes(label):
    assert told(*FRAME, *_operatives(1, 2), (label, "المرفق"), *_operatives(1, 2)) == []


def test_numbering_may_go_on_in_a_part_where_another_left_off():
    assert told(*_operatives(1, 2), ("heading", "أولا"), *_operatives(3, 4)) == []
    part = (("heading", "أهداف"), *_operatives(1, 2), ("heading", "خطة"))
    assert told(*_operatives(1, 2, 3), *part, *_operatives(4, 5)) == []


def test_words_that_are_not_marked_may_be_a_heading():
    found = told(*_operatives(1, 2), "المرفق", *_operatives(1, 2))
    assert [kind for kind, _ in found] == ["uncovered"]


def test_who_begins_to_mark_in_the_middle_is_not_told_that_numbering_begins_there():
    assert [kind for kind, _ in told("1 - تقرر أمرا؛", *_operatives(2, 3))] == ["uncovered"]


def test_numbers_of_two_parts_are_read():
    rows = [("operative", f"{first}-{second}- أمر.") for first, second in ((1, 1), (1, 2), (2, 1), (2, 2))]
    assert told(*rows) == []
    assert told(*rows[:2], rows[1]) == [("numbering", "Number 1 stands twice.")]


def test_a_number_that_is_not_the_one_in_the_text_is_mended_by_it():
    found = Marked(*GOOD)
    span = found.span("2 - ترحب")
    object.__setattr__(span, "number", "7")
    (problem,) = found.problems()
    assert problem.text == "The number is 7, but 2 stands in the text."
    assert (problem.span, problem.start, problem.end) == (span.id, *span.limits)
    assert problem.fix is not None and (problem.fix.action, problem.fix.value) == ("number", "2")
    object.__setattr__(span, "number", None)
    assert [each.text for each in found.problems()] == ["There is no number, but 2 stands in the text."]


def test_a_lone_paragraph_needs_no_number():
    assert told(*FRAME, ("operative", "<تقرر> أمرا.")) == []
    assert told(*FRAME, *_operatives(1), ("operative", "<تقرر> أمرا؛"), *_operatives(2)) == [
        ("numbering", "It has no number, though the others have one.")
    ]


def test_a_number_that_was_swallowed_is_split_off():
    found = Marked(*FRAME, ("operative", "1 - <تقرر> أمرا؛ 2 - ترحب به؛"), *_operatives(3))
    (problem,) = found.problems()
    assert problem.text == "Between 1 and 3, 2 is missing."
    assert problem.fix is not None and problem.fix.action == "split"
    assert found.text[problem.fix.start :].startswith("2 - ترحب")


def test_an_operative_paragraph_in_the_preamble_is_found():
    recitals = [("preambular", "<وإذ تلاحظ> أمرا،")] * 2
    clauses = (*FRAME, ("operative", "وإذ ترحب به،"), *recitals, *_operatives(1))
    assert told(*clauses) == [("part-order", "It stands in the preamble.")]
    assert Marked(*clauses).fixes() == ["Make it a preambular paragraph"]


def test_a_recital_behind_the_operative_paragraphs_is_found():
    clauses = (*FRAME, *_operatives(1, 2), ("preambular", "<وإذ تلاحظ> أمرا،"), *_operatives(3))
    assert told(*clauses) == [("part-order", "It stands behind the operative paragraphs.")]
    numbered = (*FRAME, *_operatives(1), ("preambular", "2 - <تقرر> أمرا؛"), *_operatives(3))
    assert ("part-order", "It opens with a number.") in told(*numbered)
    assert "Make it an operative paragraph" in Marked(*numbered).fixes()


@pytest.mark.parametrize("between", [("heading", "ثانيا"), ("title", "59/187 باء"), ("enacting", "إن الجمعية العامة،")])
def test_each_part_may_have_its_own_preamble(between):
    assert told(*FRAME, *_operatives(1, 2), between, ("preambular", "<وإذ تلاحظ> أمرا،"), *_operatives(1)) == []
