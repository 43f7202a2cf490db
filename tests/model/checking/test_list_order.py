import pytest

from model.text.numbering import ABJAD
from tests.model.checking.marked import FRAME, LIST, Clause, Marked, told


def _items(*signs: str, stop: str = "؛") -> list[Clause]:
    return [("subclause", f"{sign} أمر{stop}") for sign in signs]


def _listing(*signs: str) -> Clause:
    return ("operative", "1 - <تطلب> ما يلي:", _items(*signs))


def _letters(letters: str) -> list[str]:
    return [f"({letter})" for letter in letters]


@pytest.mark.parametrize(
    "signs, sentence",
    [
        (("(أ)", "(ج)"), "(ج) comes after (أ); (ب) is missing."),
        (("(ب)", "(ج)"), "The list begins with (ب)."),
        (("(أ)", "(ب)", "(ب)", "(ج)"), "(ب) stands twice in its list."),
        (("(أ)", "(ج)", "(ب)", "(د)"), "(ج) is out of place in its list."),
        (("’1‘", "’3‘"), "’3‘ comes after ’1‘; ’2‘ is missing."),
        (("(1)", "(3)"), "(3) comes after (1); (2) is missing."),
    ],
)
def test_items_out_of_order_are_found(signs, sentence):
    assert told(*FRAME, _listing(*signs)) == [("list-order", sentence)]


@pytest.mark.parametrize(
    "signs",
    [
        ("(أ)", "(ب)", "(ج)", "(د)", "(هـ)", "(ﻭ)", "(ز)"),
        [*_letters(ABJAD), "(أأ)", "(بب)"],
        [*_letters(ABJAD[:26]), "(أأ)", "(ب ب)", "(جج)"],  # ظ and غ are often left out
        ("•", "•"),
        ("(a)", "(c)"),
    ],
)
def test_lists_as_resolutions_have_them_are_in_order(signs):
    assert told(*FRAME, _listing(*signs)) == []


def test_a_letter_left_out_before_the_doubled_ones_is_found():
    signs = [*_letters(ABJAD[:26]), "(بب)"]
    assert [kind for kind, _ in told(*FRAME, _listing(*signs))] == ["list-order"]


def test_each_paragraph_has_a_list_of_its_own_and_may_have_two():
    two = ("operative", "2 - <تطلب> ما يلي:", [*_items("(أ)", "(ب)"), "وتطلب أيضا:", *_items("(أ)", "(ب)")])
    assert told(*FRAME, LIST, two) == []


def test_letters_run_on_below_headings_with_numbers():
    clauses = ("operative", "1 - <تقرر>:", _items("’1‘", "(أ)", "(ب)", "’2‘", "(ج)", "(د)"))
    anew = ("operative", "1 - <تقرر>:", _items("’1‘", "(أ)", "(ب)", "’2‘", "(أ)", "(ب)"))
    assert told(*FRAME, clauses) == told(*FRAME, anew) == []


def test_prose_goes_on_with_the_list_of_the_paragraph_before_it():
    prose = ("paragraph", "يتصل بذلك:", _items("(ج)", "(د)"))
    named = ("paragraph", "نزع السلاح (ج) بذل المساعي؛", _items("(د)", "(ه)"))
    assert told(*FRAME, _listing("(أ)", "(ب)"), prose) == []
    assert told(*FRAME, _listing("(أ)", "(ب)"), named) == []


def test_an_item_that_is_missing_in_prose_is_found():
    prose = ("paragraph", "يتصل بذلك:", [*_items("(أ)"), "(ب) أمر؛", *_items("(ج)")])
    assert told(*FRAME, ("operative", "1 - <تقرر> أمرا؛"), prose) == [
        ("list-order", "(ج) comes after (أ); (ب) is missing.")
    ]


def test_the_item_that_is_missing_is_marked_where_it_stands():
    between = ("operative", "1 - <تطلب>:", [*_items("(أ)"), "(ب) أمر آخر؛", *_items("(ج)")])
    first = ("operative", "1 - <تطلب>: (أ) أمر آخر؛", _items("(ب)", "(ج)"))
    swallowed = ("operative", "1 - <تطلب>:", [("subclause", "(أ) أمر؛ (ب) آخر؛"), *_items("(ج)")])
    for clause, offered, act in ((between, "Mark (ب)", "mark"), (first, "Mark (أ)", "mark")):
        found = Marked(*FRAME, clause)
        (problem,) = found.problems()
        assert problem.fix is not None and (str(problem.fix.message), problem.fix.action) == (offered, act)
        assert found.text[problem.fix.start : problem.fix.end].endswith("أمر آخر؛")
        assert found.text[problem.fix.start] == "("
    assert Marked(*FRAME, swallowed).fixes() == ["Split off (ب)"]


def test_an_item_beside_the_one_that_it_belongs_to_is_found():
    clause = ("operative", "1 - <تطلب>:", _items("(أ)", "’1‘", "’2‘", "(ب)"))
    found = Marked(*FRAME, clause)
    assert ("level", "’1‘ stands beside (أ), inside which it belongs.") in found.told()
    assert found.fixes()[0] == "Put it into that one"


def test_a_level_that_is_left_out_is_found():
    clause = ("operative", "1 - <تطلب>: (أ) أمر بما يأتي:", _items("’1‘", "’2‘"))
    found = Marked(*FRAME, clause)
    assert found.told() == [("level", "A level is left out: ’1‘ belongs inside (أ), which is not marked.")]
    (fix,) = (each.fix for each in found.problems())
    assert fix is not None and found.text[fix.start : fix.end] == "(أ) أمر بما يأتي: ’1‘ أمر؛ ’2‘ أمر؛"


def test_numbers_directly_in_a_paragraph_are_no_fault():
    assert told(*FRAME, _listing("’1‘", "’2‘")) == []


def test_an_item_inside_one_of_its_own_level_is_found():
    clause = ("operative", "1 - <تطلب>:", [("subclause", "(أ) أمر؛", _items("(ب)"))])
    found = Marked(*FRAME, clause)
    assert found.told() == [("level", "(ب) stands inside (أ), beside which it belongs.")]
    assert found.fixes() == ["Put it beside that one"]


def test_items_without_a_paragraph_are_told_once_and_taken_in_together():
    clauses = (*FRAME, ("operative", "1 - <تطلب> ما يلي:"), *_items("(أ)", "(ب)"), ("operative", "2 - <تقرر> أمرا."))
    found = Marked(*clauses)
    (problem,) = found.problems()
    assert (problem.kind, problem.text) == ("orphan", "It stands in no paragraph.")
    fix = problem.fix
    assert fix is not None and fix.action == "hold" and fix.target == found.span("1 - تطلب").id
    assert fix.end == found.span("(ب)").end


def test_items_behind_a_title_have_no_fix():
    assert Marked(("title", "59/187 - أمر"), *_items("(أ)")).fixes() == []
