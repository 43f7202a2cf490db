from model.effort.by_hand import marking
from model.segmentation.values import ProposedClause

TEXT = (
    "إن الجمعية العامة، إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها، "
    "1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛ 2 - تقرر مواصلة النظر."
)


def clause(quote: str, label: str, lead: str = "", **more) -> ProposedClause:
    start = TEXT.index(quote)
    begin = TEXT.index(lead, start)
    return ProposedClause(start, start + len(quote), label, lead=(begin, begin + len(lead)) if lead else None, **more)


FORMULA = clause("إن الجمعية العامة،", "enacting")
FIRST = clause("إذ تشير إلى أهمية المكتبات، والكتب،", "preambular", "إذ تشير")
SECOND = clause("وإذ تلاحظ حاجتها، وفقرها،", "preambular", "وإذ تلاحظ")
ONE = clause("1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛", "operative", "تطلب")
ITEM = clause("(أ) فتح المكتبات،", "subclause")
OTHER_ITEM = clause("(ب) دعمها؛", "subclause")
TWO = clause("2 - تقرر مواصلة النظر.", "operative", "تقرر")
GOLD = (FORMULA, FIRST, SECOND, ONE, ITEM, OTHER_ITEM, TWO)


def test_a_clause_that_is_proposed_rightly_takes_its_label_alone() -> None:
    assert marking(TEXT, GOLD) == [
        *("label enacting", "label preambular lead", "label preambular lead", "label operative lead"),
        *("label subclause", "label subclause", "label operative lead", "clauses_done"),
    ]


def test_what_the_stretch_is_too_short_or_long_for_is_more() -> None:
    halves = [clause("إذ تشير إلى أهمية المكتبات،", "preambular"), clause("والكتب،", "preambular")]
    acts = marking(TEXT, [FORMULA, *halves, *GOLD[2:]])
    assert acts[1:4] == ["shorten", "label preambular", "label preambular"]
    whole = clause("إذ تشير إلى أهمية المكتبات، والكتب، وإذ تلاحظ حاجتها، وفقرها،", "preambular")
    assert marking(TEXT, [FORMULA, whole, *GOLD[3:]])[1:4] == ["lengthen", "lengthen", "label preambular"]


def test_a_leading_phrase_that_is_not_the_likely_one_is_put_right() -> None:
    short = clause("وإذ تلاحظ حاجتها، وفقرها،", "preambular", "وإذ")
    acts = marking(TEXT, [FORMULA, FIRST, short, *GOLD[3:]])
    assert acts[2:5] == ["label preambular lead", "label lead", "shrink"]


def test_what_lies_apart_is_gone_to_with_a_click_and_annexes_are_passed_by() -> None:
    assert marking(TEXT, [FORMULA, TWO])[1:3] == [f"click {TWO.start}", "label operative lead"]
    annex = clause("2 - تقرر مواصلة النظر.", "operative", annex=True)
    assert marking(TEXT, [FORMULA, annex]) == ["label enacting", "clauses_done"]
    assert len(marking(TEXT, [FORMULA, annex], everything=True)) == 4
