"""Passages of recitals as words, stops and openings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.segmentation.passages import (
    OPENERS,
    Passage,
    operative_passage,
    organ_of,
    passage_of,
    stem,
    verb_of,
)

PIECES = (
    *("وإذ", "إذ", "وقد", "واقتناعا", "تشير", "إلى", "المكتبات", "أيضا"),
    *("،", "؛", ".", ":", "(", ")", "”", "“", "«", " "),
    *("75/903", "2019", "١٢", "A/RES/76/2", "\u200f", "ـ", "\u064b", "\r\n", "\x00", "𐤀", "ﻻ"),
)
passages_of_any_kind = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))


def read(text: str, closed: tuple[tuple[int, int], ...] = ()) -> Passage:
    return passage_of(text, 0, len(text), "GA", closed)


def opened(text: str, closed: tuple[tuple[int, int], ...] = ()) -> list[int]:
    """Where the openings of a text lie."""
    passage = read(text, closed)
    return [passage.places[at][0] for at in passage.openings]


def joined(*paragraphs: str, verbs: frozenset[str] = frozenset()) -> tuple[str, Passage, tuple[bool, ...]]:
    """Numbered paragraphs with their text, written as recitals."""
    text, limits = "", []
    for paragraph in paragraphs:
        text += " " if text else ""
        limits.append((len(text), len(text) + len(paragraph)))
        text += paragraph
    return text, *operative_passage(text, limits, "GA", verbs)


def test_words_are_folded_and_numbers_and_symbols_lose_their_values() -> None:
    text = "وإذ تُشـير إلى قرارها 75/903 و A/RES/76/2 لعام 2019، (١٢)"
    assert read(text).words == (
        *("واذ", "تشير", "الي", "قرارها", "#/#", "و", "S:A", "لعام", "####", "،", "(", "#", ")"),
    )


def test_the_same_words_of_another_year_make_the_same_passage() -> None:
    one, other = (
        read(f"إذ تشير إلى قرارها {number} المؤرخ {day} كانون الأول {year} والوثيقة {symbol}،").words
        for number, day, year, symbol in (("75/903", "8", "2020", "A/75/1"), ("٧٦/٤", "21", "٢٠٢١", "A/76/L.9/Rev.1"))
    )
    assert one == other


def test_only_the_limits_of_the_passage_are_read() -> None:
    text = "إن الجمعية العامة، إذ تشير، وإذ تلاحظ، 1 - تقرر"
    passage = passage_of(text, 19, 38, "")
    assert [text[slice(*place)] for place in passage.places] == ["إذ", "تشير", "،", "وإذ", "تلاحظ", "،"]
    assert passage.openings == (3,)


@pytest.mark.parametrize(
    "between, is_opening",
    [
        *(("،", True), ("؛", True), (".", True), (" ،”", True), ("،)", True), ("، «", True), ("،\u200f", True)),
        *(("", False), (":", False), (" و", False), (" (", False), ("، كتب", False)),
    ],
)
def test_a_recital_may_begin_behind_a_stop(between: str, is_opening: bool) -> None:
    text = f"إذ تشير إلى المكتبات{between} وإذ تلاحظ"
    assert opened(text) == ([text.index("وإذ")] if is_opening else [])


@pytest.mark.parametrize("word", ["وإذ", "إذ", "وقد", "وإدراكاً", "واقتناعا", "وتـأكيدا"])
def test_openers_in_any_spelling(word: str) -> None:
    assert opened(f"تمهيد، {word} منها") == [7]


@pytest.mark.parametrize("word", ["وتشير", "إذا", "المكتبات", "وذلك", "75/903"])
def test_other_words_open_nothing(word: str) -> None:
    assert opened(f"تمهيد، {word} منها") == []


def test_the_first_word_is_no_opening() -> None:
    assert opened("إذ تشير، وقد نظرت") == [9]
    assert opened("، إذ تشير") == [2]


def test_in_closed_ranges_no_recital_begins() -> None:
    text = "إذ تشير، وإذ تلاحظ، وقد نظرت، وإذ تؤكد"
    first, second, third = opened(text)
    assert opened(text, ((first, second),)) == [second, third]
    assert opened(text, ((0, first), (second - 1, third))) == [first, third]


@given(passages_of_any_kind, st.integers(0, 90), st.integers(0, 90))
def test_words_lie_in_order_within_the_limits(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    passage = passage_of(text, start, end, "SC")
    assert len(passage.words) == len(passage.places)
    assert all(start <= first < last <= end for first, last in passage.places)
    assert all(before[1] <= behind[0] for before, behind in pairwise(passage.places))
    for at in passage.openings:
        assert at > 0 and passage.words[at] in OPENERS
        assert set("،؛.") & set(passage.words[:at])


@pytest.mark.parametrize(
    "text, organ",
    [
        ("قرار اتخذته الجمعيّة العامة، وإلى مجلس الأمن", "GA"),
        ("إن مجلس الأمن، إذ يشير إلى قرار الجمعية العامة", "SC"),
        ("إن المجلس الإقتصادي والاجتماعي،", "ECOSOC"),
        ("إن مجلـس حقوق الإنسان،", "HRC"),
        ("إن المؤتمر العام،", ""),
        ("", ""),
        ("ت" * 401 + " الجمعية العامة", ""),
    ],
)
def test_the_organ_is_the_first_that_the_frame_names(text: str, organ: str) -> None:
    assert organ_of(text) == organ


@pytest.mark.parametrize(
    "recital, verb",
    [
        ("وإذ تشير إلى", "تشير"),
        ("إذ لا تزال تؤكد", "لا_تزال"),
        ("وقد نظرت في", "نظرت"),
        ("واقتناعا منها", "واقتناعا"),
        ("وإذ لا", "لا"),
        ("وإذ", ""),
    ],
)
def test_the_verb_of_a_recital(recital: str, verb: str) -> None:
    assert verb_of(read(recital).words, 0) == verb


def test_numbered_paragraphs_are_written_as_recitals() -> None:
    _, passage, truths = joined("1 - تطلب فتح المكتبات؛", "2 - تقرر مواصلة النظر.")
    assert passage.words == (
        *("واذ", "تطلب", "فتح", "المكتبات", "،"),
        *("واذ", "تقرر", "مواصله", "النظر", "."),
    )
    assert (passage.openings, truths) == ((5,), (True,))


def test_a_known_verb_within_a_paragraph_is_an_opening_that_is_none() -> None:
    paragraphs = ("1 - تطلب فتح المكتبات، وتؤكد أهميتها؛", "2 - تقرر مواصلة النظر، وتعرب عن شكرها.")
    text, passage, truths = joined(*paragraphs, verbs=frozenset(("توكد",)))
    assert truths == (False, True)
    inner, behind = passage.openings
    assert passage.words[inner : inner + 3] == ("واذ", "توكد", "اهميتها")
    assert passage.words[behind : behind + 2] == ("واذ", "تقرر")
    assert passage.places[inner][0] == text.index("وتؤكد")
    assert passage.places[behind][0] == text.index("تقرر")


def test_a_paragraph_without_a_stop_gets_one_and_a_short_one_teaches_nothing() -> None:
    _, passage, truths = joined("1 - تدعو الدول إليها", "2 - نعم.", "3 - تدعو مرة أخرى.")
    assert passage.words == (*("واذ", "تدعو", "الدول", "اليها", "،"), *("واذ", "تدعو", "مره", "اخري", "."))
    assert truths == (True,)


def test_no_paragraphs_make_an_empty_passage() -> None:
    assert joined()[1:] == (Passage("GA", (), (), ()), ())


@given(st.lists(passages_of_any_kind, max_size=5))
def test_paragraphs_of_any_kind_have_a_truth_for_each_opening(paragraphs: list[str]) -> None:
    text, passage, truths = joined(*paragraphs, verbs=frozenset(("تشير",)))
    assert len(truths) == len(passage.openings)
    assert len(passage.words) == len(passage.places)
    assert all(passage.words[at] == "واذ" and at for at in passage.openings)
    assert all(0 <= first <= last <= len(text) for first, last in passage.places)


@pytest.mark.parametrize(
    "words, same", [(("المكتبات", "ومكتبات", "للمكتبه"), True), (("قرار", "بقرارها"), True), (("كتب", "كتاب"), False)]
)
def test_stems_leave_out_what_is_joined_to_words(words: tuple[str, ...], same: bool) -> None:
    assert (len({stem(word) for word in words}) == 1) is same


@given(st.text("ابتثجوليهمن", max_size=12))
def test_a_stem_is_a_part_of_its_word_and_no_shorter_than_three_letters(word: str) -> None:
    assert stem(word) in word
    assert len(stem(word)) >= min(len(word), 3)
