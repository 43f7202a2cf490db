"""The marks of a text and what ties them to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.mark_reading import Mark, read_marks, read_words, tail_of, tie_items, tie_numbers


def marks_of(text: str) -> list[Mark]:
    return read_marks(text, 0, len(text))


def tied(text: str) -> tuple[list[Mark], list[Mark]]:
    marks = marks_of(text)
    firm = tie_numbers(marks)
    tie_items(marks)
    return marks, firm


def words_of(text: str) -> list[str]:
    marks, firm = tied(text)
    return [text[word.start :].split()[0] for word in read_words(text, 0, len(text), marks, firm)]


@pytest.mark.parametrize(
    "mark, kind, number",
    [
        ("1 -", "digit", "1"),
        ("12-", "digit", "12"),
        ("1-2-", "digit", "1"),
        ("3 –", "digit", "3"),
        ("(أ)", "letter", "أ"),
        ("(ه)", "letter", "ه"),
        ("(أ أ)", "letter", "أأ"),
        ("(iv)", "letter", "iv"),
        ("(1)", "bracketed", "1"),
        ("’1‘", "quoted", "1"),
        ("‘2’", "quoted", "2"),
        ("•", "bullet", None),
        ("-", "dash", None),
        ("أ -", "dash", None),
    ],
)
def test_marks(mark: str, kind: str, number: str | None) -> None:
    text = f"ما يلي: {mark} المكتبات"
    (found,) = marks_of(text)
    assert (found.kind, found.number, found.start) == (kind, number, 8)


@pytest.mark.parametrize(
    "text",
    ["القرار 2282 (2016) بشأن", "(د-15) و", "A/59/1 و", "الغاية 14-ج من", "في الفقرة 6. وإذ", "(الإيدز) و", "أ.(ب)"],
)
def test_what_is_no_mark(text: str) -> None:
    assert marks_of(text) == []


def test_a_number_with_a_full_stop_stands_behind_a_stop() -> None:
    assert [mark.number for mark in marks_of("تقرر؛ 59. تطلب")] == ["59"]


def test_what_stands_before_a_mark() -> None:
    (mark,) = marks_of("تطلب إلى الدول؛ حظر السفر (ب) منع")
    assert (mark.before, mark.since) == ("a", "؛2")
    assert mark.words == ["الدول؛", "حظر", "السفر"]
    assert mark.after == ["منع"]
    (mark,) = marks_of("2 -")
    assert (mark.before, mark.words, mark.since) == ("", [], "-")


def test_numbers_that_go_on_are_firm() -> None:
    marks, firm = tied("1 - تشير إلى المرفق 7 - ألف، 2 - تقرر الركيزة 3 - 4 - تطلب")
    assert [mark.number for mark in firm] == ["1", "2", "3", "4"]
    assert [mark.step for mark in marks] == [1, 6, 1, 1, 1]
    assert [mark.segment for mark in marks] == [1, 1, 2, 3, 4]


def test_the_items_of_a_list_continue_each_other() -> None:
    marks, _ = tied("1 - تطلب: (أ) كذا؛ (ب) كذا؛ ’1‘ كذا؛ ’2‘ كذا؛ (ج) كذا؛ 2 - تقرر: (أ) كذا")
    runs = [[item.number for item in mark.run.items] for mark in marks if mark.kind in ("letter", "quoted")]
    assert runs == [list("أبج"), list("أبج"), ["1", "2"], ["1", "2"], list("أبج"), ["أ"]]
    assert [mark.under for mark in marks] == [False, False, True, True, True, True, False, False]


def test_a_reference_leaves_the_list_to_the_item_behind_a_stop() -> None:
    marks, _ = tied("1 - ما يلي: (أ) وفقا للفقرة 3 (ب) أعلاه؛ (ب) كذا؛")
    first, reference, item = (mark for mark in marks if mark.kind == "letter")
    assert first.run is item.run
    assert first.run.items == [first, item]
    assert reference.run.items == [reference]


def test_a_word_knows_whether_a_colon_precedes_it() -> None:
    text = "1 - ما يلي: الأول؛ الثاني؛ (أ) كذا؛ الثالث؛ 2 - كذا"
    marks, firm = tied(text)
    assert [word.under for word in read_words(text, 0, len(text), marks, firm)] == [False, True, False]


def test_the_words_behind_stops() -> None:
    assert words_of("1 - تقرر كذا؛ أولا 2 - تطلب. المتاحف 3 - تحث ما يلي: (أ) كذا، وتطلب") == ["أولا", "المتاحف"]


def test_behind_a_comma_a_word_counts_before_the_first_number() -> None:
    assert words_of("إذ تشير إلى كذا، في هذا الصدد، تقرر كذا، وتطلب") == ["تقرر"]
    assert words_of("1 - تشير إلى كذا، تقرر كذا، وتطلب") == []


def test_behind_a_comma_a_word_counts_where_no_stop_precedes_a_number() -> None:
    assert words_of("إذ تشير، الحالة السياسية 1 - تقرر") == ["الحالة"]


def test_behind_any_comma_shortly_before_a_number_that_no_stop_precedes() -> None:
    assert words_of("إذ تشير، المتاحف، بما فيها الصغيرة 1 - تقرر") == ["المتاحف،", "بما"]
    assert words_of("إذ تشير، التقييم: المتاحف الصغيرة 1 - تقرر") == ["التقييم:", "المتاحف"]
    assert words_of("إذ تشير، المتاحف، بما فيها الصغيرة، 1 - تقرر") == []
    assert words_of(f"إذ تشير، المتاحف، {'كذا ' * 60}، بما فيها الصغيرة 1 - تقرر") == ["بما"]


@pytest.mark.parametrize("text", ["كذا؛ و (ب) كذا", "كذا؛ 6 - كذا", "نهاية... تتسبب"])
def test_where_no_word_stands(text: str) -> None:
    assert words_of(text) == []


def test_a_verb_before_another_recital() -> None:
    text = "إذ تشير إلى أداة، يمكن أن تساعد، وإذ تلاحظ كذا، تقرر كذا."
    marks, firm = tied(text)
    assert [word.recites for word in read_words(text, 0, len(text), marks, firm)] == [True, False]


def test_the_tail_of_a_list() -> None:
    text = "(أ) كذا؛ (ب) كذا، وتطلب كذا؛"
    assert tail_of(text, marks_of(text)[-1], len(text)) == "1,1,1,؛"
    assert tail_of("(أ)", marks_of("(أ)")[-1], 3) == "0,0,0,-"


@given(st.text(alphabet="1 -(أب)’‘؛.،:•وت", max_size=80))
def test_marks_and_words_stand_in_order_within_the_text(text: str) -> None:
    marks, firm = tied(text)
    words = read_words(text, 0, len(text), marks, firm)
    for found in (marks, words):
        assert [mark.start for mark in found] == sorted({mark.start for mark in found})
        assert all(0 <= mark.start <= mark.end <= len(text) for mark in found)
    assert not {mark.start for mark in marks} & {word.start for word in words}
