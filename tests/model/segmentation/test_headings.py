"""What the first words of an unmarked stretch say."""

import pytest

from model.segmentation import headings


@pytest.mark.parametrize(
    "word, expected", [("إذ", "اذ"), ("ٱلآن", "الان"), ("أولا", "اولا"), ("كذا…", "كذا..."), ("على", "علي")]
)
def test_plain_words(word: str, expected: str) -> None:
    assert headings.plain(word) == expected


def test_first_words_stay_within_their_limits() -> None:
    assert headings.first_words("أولا الإدارة والمال", 5, 13, 3) == ["الادارة"]
    assert headings.first_words("", 0, 0, 3) == []


@pytest.mark.parametrize("text", ["أولا", "ثاني عشر", "ثالث وعشرون", "باء -", "الجزء الثاني", "ألف-"])
def test_numbers_of_sections(text: str) -> None:
    assert headings.is_ordinal([headings.plain(word) for word in text.split()])


@pytest.mark.parametrize("text", ["", "ثاني المكتبات", "المكتبات", "تقرر"])
def test_what_is_no_number_of_a_section(text: str) -> None:
    assert not headings.is_ordinal([headings.plain(word) for word in text.split()])


@pytest.mark.parametrize("word", ["تقرر", "يقرر", "نؤكد", "تحث،"])
def test_verbs(word: str) -> None:
    assert headings.is_verb(word)


@pytest.mark.parametrize("word", ["", "تقديرا", "اذ", "تنمية", "والدول", "تعزيزه"])
def test_what_is_no_verb(word: str) -> None:
    assert not headings.is_verb(word)


@pytest.mark.parametrize("word", ["اذ", "واذ", "وقد", "واقتناعا", "ادراكا"])
def test_openers_of_recitals(word: str) -> None:
    assert headings.opens_recital(word)


def test_a_heading_is_short_and_has_no_stop() -> None:
    assert headings.is_heading("حقوق الإنسان", 0, 12)
    assert not headings.is_heading("حقوق الإنسان؛ ", 0, 14)
    assert not headings.is_heading("ا" * 300, 0, 300)


def test_a_table_is_numbers_without_stops() -> None:
    rows = " ".join(f"الباب {number} 000 100 200" for number in range(20))
    assert headings.is_table(rows, 0, len(rows))
    assert not headings.is_table(rows[:40], 0, 40)
    words = "تقرر أن تواصل، في دورتها المقبلة، النظر في البند؛ " * 8
    assert not headings.is_table(words, 0, len(words))


def test_a_recital_begins_within_a_heading() -> None:
    text = "أولا أنشطة المكتبات، والمتاحف إذ تشير إلى قرارها"
    assert headings.recital_within(text, 0, len(text)) == text.index("إذ")
    unnumbered = text.removeprefix("أولا ")
    assert headings.recital_within(unnumbered, 0, len(unnumbered)) is None
    assert headings.recital_within("أولا أنشطة", 0, 10) is None
