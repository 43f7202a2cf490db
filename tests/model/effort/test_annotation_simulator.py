"""What acts do to the other marks on the desk; that it is so in the window too is tested in tests/journeys."""

from model.effort.annotation_simulator import AnnotationSimulator, Mark

TEXT = "إذ تشير إلى كذا، وذاك، وإذ تلاحظ حاجتها، 1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛"


def mark(quote: str, label: str, *, suggested: bool = True) -> Mark:
    start = TEXT.index(quote)
    return Mark(start, start + len(quote), label, suggested=suggested)


def quotes(desk: AnnotationSimulator) -> list[str]:
    return [TEXT[each.start : each.end] for each in desk.marks]


def test_items_go_with_their_paragraph_and_come_back_in_another() -> None:
    one = mark("1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛", "operative")
    items = [mark("(أ) فتح المكتبات،", "subclause"), mark("(ب) دعمها؛", "subclause", suggested=False)]
    desk = AnnotationSimulator(TEXT, [one, *items])
    desk.reject(one)
    assert quotes(desk) == ["(ب) دعمها؛"]
    assert (desk.is_hidden(*items[0].limits), desk.is_hidden(*items[1].limits)) == (True, False)
    desk.mark(one.start + 4, one.end, "operative", with_lead=False)
    assert quotes(desk)[1:] == ["(أ) فتح المكتبات،", "(ب) دعمها؛"]
    assert not desk.is_hidden(*items[0].limits)


def test_a_proposal_follows_a_limit_that_is_moved_by_keys() -> None:
    first, second = mark("إذ تشير إلى كذا، وذاك،", "preambular"), mark("وإذ تلاحظ حاجتها،", "preambular")
    one = mark("1 - تطلب إلى الدول:", "operative")
    desk = AnnotationSimulator(TEXT, [first, second, one])
    desk.set_end(first, TEXT.index(" وذاك"))
    desk.set_end(second, TEXT.index(" حاجتها"))
    assert quotes(desk) == ["إذ تشير إلى كذا،", "وذاك، وإذ تلاحظ", "1 - تطلب إلى الدول:"]
    first.suggested = True
    desk.set_start(second, TEXT.index("وإذ"))
    assert quotes(desk)[:2] == ["إذ تشير إلى كذا، وذاك،", "وإذ تلاحظ"]


def test_none_follows_a_limit_that_is_moved_with_the_mouse() -> None:
    first, second = mark("إذ تشير إلى كذا، وذاك،", "preambular"), mark("وإذ تلاحظ حاجتها،", "preambular")
    desk = AnnotationSimulator(TEXT, [first, second], mouse=True)
    desk.set_end(first, TEXT.index(" تشير"))
    assert desk.acts[-1] == "fit"
    assert quotes(desk)[1] == "وإذ تلاحظ حاجتها،"


def test_an_item_that_its_paragraph_holds_no_longer_stays() -> None:
    one = mark("1 - تطلب إلى الدول: (أ) فتح المكتبات، (ب) دعمها؛", "operative")
    desk = AnnotationSimulator(TEXT, [one, mark("(ب) دعمها؛", "subclause")])
    desk.set_end(one, TEXT.index(" (ب)"))
    assert quotes(desk) == ["1 - تطلب إلى الدول: (أ) فتح المكتبات،", "(ب) دعمها؛"]
