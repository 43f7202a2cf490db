import pytest

from tests.model.checking.marked import FRAME, GOOD, LIST, Marked, told

LAST = ("operative", "2 - <تقرر> أمرا.")


def test_words_between_clauses_are_told_by_their_beginning():
    found = Marked(*FRAME, "كلمات لا فقرة لها من أي نوع كان وإن طالت كثيرا حتى تجاوزت ما يقتبس منها هنا؛", LIST)
    (problem,) = found.problems()
    assert problem.kind == "uncovered" and problem.span is None
    assert problem.text.startswith("In no clause: “كلمات لا فقرة لها") and problem.text.endswith("…”")
    assert found.text[problem.start : problem.end].endswith("هنا؛")


@pytest.mark.parametrize("typed", ["ك" * 5_000, "كـ" * 5_000, "ك" + "ـ" * 5_000, "ك " + "ـ" * 5_000])
def test_of_a_word_without_end_only_its_beginning_is_quoted(typed):
    (problem,) = Marked(*FRAME, typed, LIST).problems()
    assert problem.kind == "uncovered" and problem.text.endswith("…”")
    assert problem.text.startswith("In no clause: “ك") and len(problem.text) < 1_100


def test_signs_and_marks_between_clauses_are_no_words():
    assert told(*FRAME, "() \u200f ؛", LIST) == []


def test_what_is_behind_the_last_clause_is_not_marked_yet():
    clauses = (*FRAME, LIST, "2 - تقرر أمرا.")
    assert told(*clauses) == []
    assert [kind for kind, _ in Marked(*clauses).told("clause")] == ["uncovered"]
    assert [kind for kind, _ in told(*GOOD, "كلمات بعد الخاتمة")] == ["uncovered"]


def test_what_is_before_the_first_clause_is_told():
    assert [kind for kind, _ in told("قرار اتخذته الجمعية العامة", *GOOD)] == ["uncovered"]


@pytest.mark.parametrize(
    "words, offered",
    [
        ("2 - تؤيد التقرير؛", "Mark it as “operative”"),
        ("(د) غير ذلك؛", "Take it into the clause before it"),
    ],
)
def test_words_are_marked_as_what_they_open_as(words, offered):
    found = Marked(*FRAME, LIST, words, ("operative", "3 - <تقرر> أمرا.")).problems()
    assert [str(each.fix and each.fix.message) for each in found if each.kind == "uncovered"] == [offered]


def test_a_recital_between_two_is_marked_whole():
    found = Marked(*FRAME, "وإذ ترحب بأمر، وإذ تقدر غيره،", LIST)
    (problem,) = found.problems()
    assert problem.fix is not None and problem.fix.value == "preambular"
    assert (problem.fix.start, problem.fix.end) == found.place("وإذ ترحب بأمر، وإذ تقدر غيره،")


def test_words_that_begin_the_clause_behind_them_go_to_that():
    found = Marked(*FRAME, LIST, "2 - تقرر", ("operative", "أن تواصل النظر."))
    problem = next(each for each in found.problems() if each.kind == "uncovered")
    fix = problem.fix
    assert fix is not None and str(fix.message) == "Begin the clause behind it there"
    assert found.text[fix.start : fix.end] == "2 - تقرر أن تواصل النظر."


@pytest.mark.parametrize("end", ["،", "،\u200f", "()،", "،()", "، (6)", "؛", ":", "“،", "،“"])
def test_a_recital_ends_with_a_comma_whatever_follows_it(end):
    assert told(("preambular", f"<إذ تشير> إلى أمر{end}"), LIST, LAST) == []


@pytest.mark.parametrize("end", ["؛", ".", ":", "؛()", "؛\u200f", ".“", "؛ و", "؛ أو"])
def test_an_item_ends_with_a_stop_whatever_follows_it(end):
    items = [("subclause", f"(أ) أمر{end}"), ("subclause", "(ب) أمر؛")]
    assert told(*FRAME, ("operative", "1 - <تطلب>:", items), LAST) == []


def test_a_clause_without_its_stop_is_found_at_its_last_word():
    found = Marked(*FRAME, LIST, ("operative", "2 - <تؤيد> التقرير"), "كله؛", ("operative", "3 - <تقرر> أمرا."))
    (problem,) = found.problems()
    assert (problem.kind, problem.text) == ("ending", "It ends without a stop.")
    assert found.text[problem.start : problem.end] == "التقرير"
    assert problem.fix is not None and str(problem.fix.message) == "Lengthen it to “كله؛”"
    assert found.text[problem.fix.start : problem.fix.end] == "2 - تؤيد التقرير كله؛"


def test_an_operative_paragraph_does_not_end_with_a_comma():
    found = Marked(
        *FRAME, LIST, ("operative", "2 - <تؤيد> التقرير،"), "ثم ترحب به، وتنشره؛", ("operative", "3 - <تقرر> أمرا.")
    )
    assert found.told() == [("ending", "It ends with a comma.")]
    assert found.fixes() == ["Lengthen it to “وتنشره؛”"]


def test_of_a_paragraph_and_its_last_item_only_the_item_is_told():
    items = [("subclause", "(أ) أمر؛"), ("subclause", "(ب) أمر لا ينتهي")]
    found = Marked(*FRAME, ("operative", "1 - <تطلب>:", items), "بعلامة؛", LAST)
    (problem,) = found.problems()
    assert problem.span == found.span("(ب)").id


def test_a_clause_that_takes_words_of_the_next_gives_them_back():
    found = Marked(*FRAME, LIST, ("operative", "2 - <تؤيد> التقرير؛ 3 - تقرر"), ("operative", "أن تواصل النظر فيه."))
    problem = next(each for each in found.problems() if each.kind == "ending")
    fix = problem.fix
    assert fix is not None and str(fix.message) == "Begin the clause behind it at “3”"
    assert found.text[fix.start : fix.end] == "3 - تقرر أن تواصل النظر فيه."


def test_a_clause_that_takes_in_the_closing_is_cut_back():
    found = Marked(*FRAME, LIST, ("operative", "2 - <تقرر> أمرا. الجلسة"), "العامة 41")
    problem = next(each for each in found.problems() if each.kind == "ending")
    assert problem.fix is not None and str(problem.fix.message) == "Cut it back to “أمرا.”"


def test_a_short_item_may_be_a_heading():
    items = [("subclause", "(أ) حماية المدنيين"), ("subclause", "(ب) أمر؛")]
    assert told(*FRAME, ("operative", "1 - <تقرر>:", items), LAST) == []


def test_a_source_line_ends_with_the_bracket_that_it_began_with():
    rest = (("title", "59/187 - أمر"), *GOOD)
    assert told(("source", "[بناء على تقرير اللجنة]"), *rest) == []
    assert told(("source", "]بناء على تقرير اللجنة["), *rest) == []
    found = Marked(("source", "[بناء على تقرير"), "اللجنة]", *rest)
    assert found.told() == [("ending", "It opens with a bracket and does not end with one.")]
    assert found.fixes() == ["Lengthen it to “اللجنة]”"]
