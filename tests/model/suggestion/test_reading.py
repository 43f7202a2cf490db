"""What of a text is read to suggest descriptors for it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.measuring.variants import given as given_in
from model.segmentation.gold import GoldDocument
from model.suggestion import reading
from model.suggestion.reading import LEAD, label_stems, number_of, places_of, read_text, stem
from model.text.folding import fold
from tests.model.resolutions import resolution, text_of

STOPS = '،؛:.؟()[]"”“«»'
# Arabic with what folds to nothing or to several letters, digits, stops, bidi controls, another script, one far letter.
LETTERS = "وابلكهيتنمإذقرار ـًّ\u200f\u2066ﻻﷺ٠١19/ ،؛:.()[]-é中🕊"
texts = st.one_of(st.text(max_size=60), st.text(LETTERS, max_size=60))


@pytest.mark.parametrize(
    "word, wanted",
    [
        ("والمكتبات", "مكتب"),
        ("المكتبات", "مكتب"),
        ("بالمكتبات", "مكتب"),
        ("للمكتبات", "مكتب"),
        ("فالقري", "قري"),  # no more than four letters: a stem as it is
        ("نوفمبر", "نوفمبر"),
        ("كتب", "كتب"),
        ("الى", "الى"),
        ("والي", "والي"),
        ("بالاو", "بالاو"),  # too little would be left
        ("1325", "1325"),
        ("ييييي", "يييي"),
    ],
)
def test_a_stem_has_neither_particles_nor_article_nor_common_endings(word: str, wanted: str) -> None:
    assert stem(word) == wanted


@given(st.text(LETTERS, max_size=12))
def test_no_word_is_stemmed_to_nothing(letters: str) -> None:
    for word in fold(letters).split():
        assert stem(word)


def test_stops_stand_among_stems_and_not_among_words() -> None:
    read = read_text("الكتب، والقرى: (النهر)؛ 1 - تقرر.")
    assert read.words == ("الكتب", "والقري", "النهر", "1", "تقرر")
    assert read.stems == ("كتب", None, "قري", None, None, "نهر", None, None, "1", "تقرر", None)


@pytest.mark.parametrize("stop", STOPS)
def test_each_stop_divides(stop: str) -> None:
    assert read_text(f"كتب{stop}قلم").stems == ("كتب", None, "قلم")


def test_first_words_stand_behind_an_opening_and_behind_a_number_up_to_a_stop() -> None:
    read = read_text("كتاب إذ تشير إلى الكتب، كتاب وإذ تؤكد؛ 1 - تقرر النظر. ثم 2 - كتاب")
    words = [word for word, lead in zip(read.stems, read.leads, strict=True) if lead]
    assert words == ["تشير", "الي", "كتب", "توكد", "تقرر", "نظر"]


def test_no_more_than_so_many_words_are_first_ones() -> None:
    read = read_text("إذ " + "كتاب " * (LEAD + 5))
    assert read.leads == (False, *[True] * LEAD, *[False] * 5)
    assert read_text("10 - كتاب 100 - كتاب").leads == (False,) * 4


def test_what_a_text_cites_is_read_once_each_in_order_without_its_own_number() -> None:
    text = text_of("إذ تشير إلى قراراتها 75/903 و 60/1 و75/903،", "وإذ تؤكد القرار 1325 (2000) والقرار ٦٩/٢،")
    assert read_text(text).cited == ("75/903", "60/1", "1325 (2000)", "69/2")
    assert read_text(text, symbol="A/RES/60/1").cited == ("75/903", "1325 (2000)", "69/2")
    assert read_text(text, symbol="S/RES/1325 (2000)").cited == ("75/903", "60/1", "69/2")


@pytest.mark.parametrize(
    "text", ["A/59/503", "59/503/2", "12345/6", "1.5/6", "10 (1899)", "20000 (2000)", "1/2/3 (2000)"]
)
def test_what_only_looks_like_a_number_is_not_cited(text: str) -> None:
    assert read_text(text).cited == ()


@pytest.mark.parametrize(
    "symbol, number",
    [
        ("A/RES/74/37", "74/37"),
        ("A/HRC/RES/57/1", "57/1"),
        ("S/RES/1325  (2000)", "1325 (2000)"),
        ("A/RES/74/261 C", "74/261 C"),
        ("A/DEC/74/5", "74/5"),
        ("A/59/503", ""),
        ("", ""),
    ],
)
def test_the_number_by_which_others_cite(symbol: str, number: str) -> None:
    assert number_of(symbol) == number


def test_what_is_not_given_is_recognised() -> None:
    text = "قرار اتخذته الجمعية العامة في 4 كانون الأول/ديسمبر 2019 74/903 - مدارس الجزر إن الجمعية العامة، إذ تشير،"
    read = read_text(text)
    assert (read.title_words, read.title_stems, read.number, read.organ) == (
        *(("مدارس", "الجزر"), ("مدارس", "جزر")),
        *("74/903", "GA"),
    )
    given_ones = read_text(text, title="أسواق، طرق", symbol="A/HRC/RES/57/1", organ="HRC")
    assert given_ones.title_words == ("اسواق", "طرق")
    assert given_ones.title_stems == ("اسواق", None, "طرق")
    assert (given_ones.number, given_ones.organ) == ("57/1", "HRC")
    assert read_text(text, title="أسواق").organ == "GA"


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def test_the_day_of_adoption_is_read_or_given() -> None:
    text = "قرار اتخذته الجمعية العامة في 4 كانون الأول/ديسمبر 2019 74/903 - مدارس الجزر إن الجمعية العامة، إذ تشير،"
    assert read_text(text).day == day("2019-12-04")
    assert read_text(text, "", "", "", "2020-01-02").day == day("2020-01-02")
    assert read_text("كتاب").day == read_text("كتاب", symbol="A/RES/74/1").day == 0


@pytest.mark.parametrize("adopted", ["2019", "4 December 2019", "2019-02-30", "0000-01-01"])
def test_what_is_no_day_of_adoption_counts_as_none(adopted: str) -> None:
    assert read_text("كتاب", adopted=adopted).day == 0
    assert read_text("كتاب", symbol="S/RES/2701 (2023)", adopted=adopted).day == day("2023-07-01")


def test_a_resolution_of_the_security_council_without_a_day_is_of_its_year() -> None:
    assert read_text("كتاب", symbol="S/RES/2701 (2023)").day == day("2023-07-01")
    assert read_text("كتاب", symbol="S/RES/2701 (0000)").day == day("0001-07-01")
    assert read_text("كتاب", symbol="S/RES/2701 (2023)", adopted="2023-10-19").day == day("2023-10-19")


@pytest.mark.parametrize("variant", ["digits", "brackets", "ligatures", "tatweel", "older"])
def test_older_typography_makes_no_difference(variant: str) -> None:
    for number in range(12):
        typed = given_in(resolution(number), variant).text
        assert typed != resolution(number).text
        assert read_text(typed) == read_text(resolution(number).text)
    text = (
        "القرار 1325 (2000) الذي اتخذه مجلس الأمن في 31 تشرين الأول/أكتوبر 2000 إن مجلس الأمن، إذ يشير إلى 1261 (1999)،"
    )
    typed = given_in(GoldDocument("a", text, (), ""), variant).text
    assert typed != text and read_text(typed) == read_text(text)
    assert read_text(typed).cited == ("1261 (1999)",) and read_text(typed).number == "1325 (2000)"
    title = given_in(GoldDocument("a", "الاتفاقات (الدولية) لعام 2000", (), ""), variant).text
    assert read_text("", title).title_stems == read_text("", "الاتفاقات (الدولية) لعام 2000").title_stems


def test_where_the_title_stands() -> None:
    read = read_text("74/903 - مدارس الجزر إن الجمعية العامة، مدارس الجزر", title="مدارس الجزر")
    assert read.title_places == range(1, 3)
    assert read_text("مدارس", title="مدارس الجزر").title_places == range(0)
    assert read_text("مدارس الجزر", title="").title_places == range(0)


def test_a_label_is_read_without_what_stands_in_brackets() -> None:
    assert label_stems("الحرب (القانون الدولي)") == ("حرب",)
    assert label_stems("الكتب، والمكتبات") == ("كتب", "مكتب")
    assert label_stems("(كتب)") == ()
    assert label_stems("") == label_stems("؛") == ()


def test_what_a_text_has_of_each_kind() -> None:
    read = read_text("كتاب 60/1", title="")
    assert [read.has(kind) for kind in ("words", "letters", "cited")] == [True] * 3
    assert not read.has("title words") and not read.has("title letters")
    assert not read_text("،").has("words") and not read_text("كتاب").has("cited")
    assert read_text("،", title="كتاب").has("title letters")


@given(texts, st.none() | texts, st.none() | texts)
def test_any_text_is_read_and_its_places_go_with_its_stems(text: str, title: str | None, symbol: str | None) -> None:
    read = read_text(text, title, symbol)
    folded = fold(text)
    places = places_of(folded)
    assert len(places) == len(read.stems) == len(read.leads)
    for (start, end), found in zip(places, read.stems, strict=True):
        token = folded[start:end]
        assert found == (None if token in STOPS else stem(token))
    assert read.words == tuple(folded[start:end] for start, end in places if folded[start:end] not in STOPS)
    assert read.number not in read.cited or not read.number
    assert len(read.title_places) in (0, len(read.title_stems))


@pytest.mark.parametrize("text", ["", " ", "،", "ا", "1", "/", "\u200f", "🕊", "Water", STOPS * 3])
def test_the_smallest_texts(text: str) -> None:
    read = read_text(text)
    assert (len(read.words), len(read.leads)) == (len(read.stems) - read.stems.count(None), len(read.stems))


def test_stems_are_found_once_for_each_word(monkeypatch: pytest.MonkeyPatch) -> None:
    stemmed: list[str] = []
    monkeypatch.setattr(reading, "stem", lambda word: stemmed.append(word) or word)
    assert reading.stems_of(["كتب", "،", "كتب"]) == ("كتب", None, "كتب")
    assert stemmed == ["كتب"]
