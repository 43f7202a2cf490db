from model.annotation import unmarked_text
from model.annotation.values import Span
from tests.gui.conftest import RESOLUTION as TEXT


def span(quote: str, number: int = 0) -> Span:
    start = TEXT.index(quote)
    return Span(f"{number}{quote}", "d", "clause", "x", start, start + len(quote))


def meeting(*spans: Span) -> unmarked_text.Meeting:
    return lambda start, end: [each for each in spans if each.start < end and start < each.end]


def quote(limits) -> str | None:
    return None if limits is None else TEXT[slice(*limits)]


ENACTING = span("إن الجمعية العامة،")
SECOND = span("وإذ تشير إلى قراراتها السابقة،")
LIST = span("1 - تطلب إلى الأمين العام: (أ) أن يعد تقريرا، (ب) أن ينشره؛")
ITEM = span("(أ) أن يعد تقريرا،")


def test_the_next_stretch_begins_behind_what_was_marked():
    assert quote(unmarked_text.next_unmarked(TEXT, meeting(ENACTING), ENACTING)) == "إذ تعيد تأكيد التزامها،"


def test_what_is_marked_already_is_passed_over():
    first = span("إذ تعيد تأكيد التزامها،")
    found = unmarked_text.next_unmarked(TEXT, meeting(ENACTING, first, SECOND), ENACTING)
    assert quote(found) == "1 - تطلب إلى الأمين العام:"


def test_a_stretch_ends_where_a_mark_begins():
    inside = span("قراراتها السابقة،")
    found = unmarked_text.next_unmarked(
        TEXT, meeting(span("إذ تعيد تأكيد التزامها،"), inside), span("إذ تعيد تأكيد التزامها،")
    )
    assert quote(found) == "وإذ تشير إلى"


def test_inside_a_list_the_next_item_comes_and_behind_the_last_one_what_follows_the_list():
    last = span("(ب) أن ينشره؛")
    assert quote(unmarked_text.next_unmarked(TEXT, meeting(LIST, ITEM), ITEM)) == "(ب) أن ينشره؛"
    assert quote(unmarked_text.next_unmarked(TEXT, meeting(LIST, ITEM, last), last)).startswith("2 - تقرر")


def test_behind_the_last_mark_nothing_is_proposed():
    last = span("2 - تقرر أن تواصل النظر في المسألة.")
    assert unmarked_text.next_unmarked(TEXT, meeting(last), last) is None


def test_the_stretch_at_a_place():
    at = TEXT.index("تشير")
    assert quote(unmarked_text.unmarked_at(TEXT, meeting(), at)) == "وإذ تشير إلى قراراتها السابقة،"
    assert quote(unmarked_text.unmarked_at(TEXT, meeting(ENACTING), at)) == "وإذ تشير إلى قراراتها السابقة،"
    assert quote(unmarked_text.unmarked_at(TEXT, meeting(SECOND), at)) == "1 - تطلب إلى الأمين العام:"
    assert quote(unmarked_text.unmarked_at(TEXT, meeting(LIST, ITEM), TEXT.index("(ب)") + 2)) == "(ب) أن ينشره؛"
    assert unmarked_text.unmarked_at(TEXT, meeting(), len(TEXT)) is None
    assert unmarked_text.unmarked_at("", meeting(), 0) is None


def test_in_a_long_text_without_marks_stretches_are_counted_from_near_by():
    text = "وإذ تشير إلى قراراتها، " * 20_000
    at = 300_000
    start, end = unmarked_text.unmarked_at(text, meeting(), at)
    assert start <= at < end
    assert text[start:end] == "وإذ تشير إلى قراراتها،"


def test_leading_phrases():
    assert quote(unmarked_text.leading_phrase(TEXT, SECOND)) == "وإذ تشير"
    assert quote(unmarked_text.leading_phrase(TEXT, LIST)) == "تطلب"
    assert quote(unmarked_text.leading_phrase(TEXT, LIST, TEXT.index("الأمين") - 1)) == "تطلب إلى"
    assert quote(unmarked_text.leading_phrase(TEXT, LIST, TEXT.index("الأمين") + 2)) == "تطلب إلى الأمين"
    assert quote(unmarked_text.leading_phrase(TEXT, LIST, LIST.start)) == "تطلب"


def test_the_first_item_that_is_not_marked():
    assert quote(unmarked_text.first_item(TEXT, meeting(LIST), LIST)) == "(أ) أن يعد تقريرا،"
    assert quote(unmarked_text.first_item(TEXT, meeting(LIST, ITEM), LIST)) == "(ب) أن ينشره؛"
    assert unmarked_text.first_item(TEXT, meeting(SECOND), SECOND) is None
