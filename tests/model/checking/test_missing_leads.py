from tests.model.checking.marked import FRAME, GOOD, LIST, Clause, Marked, told


def _without(*clauses: Clause) -> list[Clause]:
    return [
        (each[0], each[1].replace("<", "").replace(">", "")) if not isinstance(each, str) else each for each in clauses
    ]


def test_a_paragraph_without_its_leading_phrase_is_found_among_those_with_one():
    found = Marked(*FRAME, LIST, ("operative", "2 - تلاحظ مع التقدير أمرا؛"), ("operative", "3 - <تقرر> أمرا."))
    (problem,) = found.problems()
    assert (problem.kind, problem.text) == ("lead", "The leading phrase is not marked.")
    fix = problem.fix
    assert fix is not None and (fix.action, fix.value) == ("mark", "lead")
    assert found.text[fix.start : fix.end] == "تلاحظ مع التقدير"


def test_where_none_is_marked_nothing_is_missing():
    assert told(*_without(*FRAME), *_without(*(each for each in GOOD[4:6]))) == [
        ("numbering", "Numbering begins with 2.")
    ]


def test_where_leading_phrases_are_done_every_one_ought_to_be_there():
    clauses = (*_without(*FRAME), ("operative", "تقرر أمرا."))
    assert Marked(*clauses).told("clause") == []
    assert Marked(*clauses).told("lead") == [("lead", "The leading phrase is not marked.")] * 3


def test_each_part_is_judged_by_itself():
    part = (("heading", "ثانيا"), *_without(*FRAME[1:], FRAME[1]), ("operative", "1 - <تقرر> أمرا."))
    assert told(*GOOD[:-1], *part) == []


def test_a_paragraph_that_opens_with_no_verb_has_none():
    assert told(*FRAME, LIST, ("operative", "2 - الأمم المتحدة مسؤولة؛"), ("operative", "3 - <تقرر> أمرا.")) == []
