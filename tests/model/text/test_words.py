"""Graphemes, words, stops and display cuts, each against a plain definition over whole (short) texts."""

from itertools import pairwise

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from model.text import words
from model.text.words import (
    display_cuts,
    extend_stop,
    grapheme_end,
    grapheme_start,
    next_clause,
    next_grapheme,
    next_stop,
    next_word,
    previous_grapheme,
    previous_stop,
    previous_word,
    snap,
    trim,
    trim_marks,
    word_at,
)

HARD = st.text(
    st.sampled_from(
        "ابة1aA/.-،؛:()[]”“ \u00a0\n\r\u064b\u0301\u0600\u200d\u200f\u202cـ🇫🇷👩क\u094d\u0937가\u1100\u1161\u11a8"
    )
)
TEXTS = st.one_of(st.text(), HARD)
SYMBOLS = ["A/59/503/Add.2", "59/187", "S/RES/2618", "A/RES/ES-11/4", "E/CN.4/2004/L.12", "A/C.3/59/L.40/Rev.1"]


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks so small that short texts reach over several."""
    monkeypatch.setattr(words, "GRAPHEME_BLOCK", 8)
    monkeypatch.setattr(words, "WORD_BLOCK", 8)


def limits(text: str) -> list[int]:
    found = [0]
    for cluster in regex.findall(r"\X", text):
        found.append(found[-1] + len(cluster))
    return found


# Graphemes


@given(TEXTS)
@example("a\u0301\u0301b\r\n\u0600١👨\u200d👩")
def test_graphemes_as_unicode_cuts_them(text: str) -> None:
    expected = limits(text)
    for offset in range(len(text) + 1):
        assert grapheme_start(text, offset) == max(limit for limit in expected if limit <= offset)
        assert grapheme_end(text, offset) == min(limit for limit in expected if limit >= offset)
        assert next_grapheme(text, offset) == min([limit for limit in expected if limit > offset] or [len(text)])
        assert previous_grapheme(text, offset) == max([limit for limit in expected if limit < offset] or [0])


@pytest.mark.usefixtures("small_blocks")
def test_graphemes_longer_than_a_block_are_cut_the_same_from_everywhere() -> None:
    for before in range(20):
        for marks in range(60):
            text = "b" * before + "a" + "\u0301" * marks + "🇫🇷" + "c\u0301"
            forwards = [0]
            while forwards[-1] < len(text):
                forwards.append(next_grapheme(text, forwards[-1]))
            backwards = [len(text)]
            while backwards[-1] > 0:
                backwards.append(previous_grapheme(text, backwards[-1]))
            assert forwards == backwards[::-1]
            for offset in range(len(text)):
                assert grapheme_start(text, offset) == max(limit for limit in forwards if limit <= offset)
            if marks < 6:
                assert forwards == limits(text)


def test_ten_thousand_marks_stay_on_their_letter() -> None:
    text = "ab" + "\u0301" * 10_000 + "c"
    assert snap(text, 5_000, 5_001) == (1, 10_002)
    assert word_at(text, 5_000) == (0, 10_002)


def test_snap_widens() -> None:
    text = "بَتِ"
    assert snap(text, 1, 3) == (0, 4)
    assert snap(text, 3, 1) == (0, 4)
    assert snap(text, 1, 1) == (0, 0)
    assert snap(text, -5, 99) == (0, 4)


def test_trim() -> None:
    assert trim("  \u200fنص\u200f،\u200f \n", 0, 10) == (2, 8)
    assert trim(" \u00a0 ", 1, 3) == (1, 1)
    assert trim_marks("  \u200fنص\u200f،\u200f \n", 0, 10) == (3, 7)
    assert trim_marks(" \u00a0\u200b ", 1, 3) == (1, 1)
    assert trim("a b", 0, 3) == (0, 3)
    assert trim(" \u0301a", 0, 3) == (0, 3)


@given(TEXTS, st.integers(-2, 30), st.integers(-2, 30))
def test_trim_stays_inside(text: str, start: int, end: int) -> None:
    first, last = trim(text, start, end)
    low, high = sorted((max(0, min(start, len(text))), max(0, min(end, len(text)))))
    assert low <= first <= last <= high
    assert text[low:high].strip() in text[first:last]
    first, last = trim_marks(text, start, end)
    assert low <= first <= last <= high
    assert text[low:high].strip().strip(words.BIDI_MARKS).strip() in text[first:last]


# Words


@pytest.mark.parametrize(
    "symbol", [*SYMBOLS, "آب/أغسطس", "2018-2019", "COVID-19", "1,000", "٣٫٥", "www.un.org", "d’Ivoire"]
)
@pytest.mark.parametrize(
    "frame", ["{}", "({})", "[{}]", "]{}[", "في {} ثم", "”{}“", "{}،", "{}؛", "{}.", "{}:", "\u200f{}\u200f"]
)
def test_symbols_are_one_word(symbol: str, frame: str) -> None:
    text = frame.format(symbol)
    start = text.index(symbol)
    for offset in range(start, start + len(symbol)):
        assert word_at(text, offset) == (start, start + len(symbol))


@pytest.mark.parametrize(
    "text, offset, word",
    [
        ("الأمم المتحدة، ثم", 7, "المتحدة"),
        ("الأمم المتحدة، ثم", 13, "،"),
        ("قال: نعم", 1, "قال"),
        ("1 - تقرر", 0, "1"),
        ("1- تقرر", 0, "1"),
        ("(أ) تقرر", 1, "أ"),
        ("’1‘ تقرر", 1, "1"),
        ("المـــؤرَّخ في", 3, "المـــؤرَّخ"),
        ("ﻗﺮﺍﺭ", 2, "ﻗﺮﺍﺭ"),
        ("A\u200f/59/\u200e3 و", 0, "A\u200f/59/\u200e3"),
        ("S/RES/2618 (2022)", 3, "S/RES/2618"),
        ("كوفيد-19", 6, "19"),
        ("ثم   لا", 3, "   "),
        ("نص", 2, "نص"),
        ("و/أو", 1, "و/أو"),
        ("2020.ثم", 1, "2020"),
        ("Add.2) ثم", 3, "Add.2"),
    ],
)
def test_word_at(text: str, offset: int, word: str) -> None:
    start, end = word_at(text, offset)
    assert text[start:end] == word
    assert start <= offset <= end


def test_word_at_in_nothing() -> None:
    assert word_at("", 0) == (0, 0)


def test_word_by_word() -> None:
    text = "1 - تقـرر، في A/59/503/Add.2: (أ) ”لا“."
    starts = [0]
    while (following := next_word(text, starts[-1])) < len(text):
        starts.append(following)
    assert [text[slice(*word_at(text, start))] for start in starts] == ["1", "تقـرر", "في", "A/59/503/Add.2", "أ", "لا"]
    offset, back = len(text), []
    while offset > 0:
        offset = previous_word(text, offset)
        back.append(offset)
    assert back == starts[::-1]


NEAREST = "|بب |]أن[ |(ب) |أن |ينشره؛|(ج) |ووو، |«قرار» |A/59/503 |1 - |تقرر.|و|"


def test_the_nearest_start_of_a_word() -> None:
    text = NEAREST.replace("|", "")
    starts = [0]
    for piece in NEAREST[1:-1].split("|"):
        starts.append(starts[-1] + len(piece))
    for offset in range(len(text) + 1):
        wanted = min(starts, key=lambda start: (abs(start - offset), start))
        assert words.nearest_word_start(text, offset) == wanted, text[offset:]
    assert words.nearest_word_start("", 5) == 0
    assert words.nearest_word_start(" ، ", 2) == 3
    assert words.nearest_word_start("قال (َ) ", -4) == 0


@given(TEXTS, st.integers(-1, 30))
def test_the_nearest_start_of_a_word_cuts_no_word(text: str, offset: int) -> None:
    start = words.nearest_word_start(text, offset)
    assert grapheme_start(text, start) == start
    if start < len(text):
        assert words.nearest_word_start(text, start) == start
        assert not word_at(text, start)[0] < start or text[start].isspace()


@given(TEXTS, st.booleans())
def test_words_lie_on_graphemes_and_agree(text: str, short: bool) -> None:
    blocks = words.WORD_BLOCK
    words.WORD_BLOCK = 8 if short else blocks
    try:
        starts = [start for start in range(len(text)) if next_word(text, start - 1) == start and start > 0]
        for offset in range(len(text)):
            start, end = word_at(text, offset)
            assert start <= offset < end
            assert snap(text, start, end) == (start, end)
            following = next_word(text, offset)
            assert following == min([one for one in starts if one > offset] or [len(text)])
            before = previous_word(text, offset)
            assert before == max([one for one in starts if one < offset] or [0])
    finally:
        words.WORD_BLOCK = blocks


# Stops


CLAUSES = [
    "إذ تشير إلى قرارها 59/187 (A/59/503/Add.2، الفقرة 7) المؤرخ 20 آب/أغسطس 2004،",
    "وإذ تحيط علما بالبند المعنون ”الماء، والهواء: نظرة“،\u200f",
    "1 - تقرر النظر في 1.5 من A/C.3/59/L.40؛",
    "2 - تطلب ما يلي:",
    "(أ) شيء )؛",
    "3. تقرر أن تنهي النظر “.",
]


def test_clause_after_clause() -> None:
    text = "  ".join(CLAUSES) + " "
    offset = 0
    for clause in CLAUSES:
        start, end = next_stop(text, offset)
        assert text[start:end] == clause
        offset = end
    assert next_stop(text, offset) == (len(text), len(text))
    assert extend_stop(text, offset) == offset


WHOLE = [
    "إن الجمعية العامة،",
    "إذ تشير إلى الماء، وإلى الهواء، في هذا العام،",
    "وقد نظرت، مع التقدير، في التقرير،\u200f",
    "1 - تقرر، في هذا الصدد، ما يلي:",
    "(أ) الماء، والهواء؛",
    "(ب) التراب، وإذ لا مناص؛",
    "2 - تطلب، مع ذلك، ما سبق.",
]


def test_whole_clauses() -> None:
    text = " ".join(WHOLE)
    offset = 0
    for clause in WHOLE:
        start, offset = next_clause(text, offset)
        assert text[start:offset] == clause
    assert next_clause(text, offset) == (len(text), len(text))


def test_a_number_of_the_next_paragraph_ends_a_preambular_one() -> None:
    text = "وإذ ترحب بالماء، 1 - تقرر ذلك؛"
    assert next_clause(text, 0) == (0, text.index(" 1"))


OLDER = [
    "إن الجمعية العامـة",
    "إذ تشير إلى الماء)(، وإلى الهواء )في البر، وفي البحر(، وفي )أ( منه)١(،",
    "وقـد نظرت، مع التقدير، في التقرير،",
    "واعتـرافا بذلك،",
    "١ ـ ﻻ تقرر، في هذا الصدد، ما يلي:",
    ")أ( الماء، والهواء؛(",
    ")ب( التراب، وإذ لا مناص،",
    ")ج( النار",
    "٢ ـ تطلب، مع ذلك، ما سبق )انظر أعلاه.(",
]


@pytest.mark.parametrize(
    "formula", ["إن الجمعـيـة العامة،", "إن مجلس اﻷمن،", "إن المجلس اﻻقتصادي واﻻجتماعي", "إن مجـلس حقوق اﻹنسان،"]
)
def test_the_enacting_formula_in_older_typography(formula: str) -> None:
    assert next_stop(formula + " يقرر اﻵتي:", 0) == (0, len(formula))
    assert next_stop(f"عنوان {formula} إذ", 0) == (0, len("عنوان"))


def test_whole_clauses_of_older_typography() -> None:
    text = " ".join(OLDER)
    offset = 0
    for clause in OLDER:
        start, offset = next_clause(text, offset)
        assert text[start:offset] == clause


@pytest.mark.parametrize("opening", ["وإذ تشير", "وإذْ تشير", "وَإِذْ تشير", "إذْ تشير", "وقَدْ نظرت", "وقـد نظرت"])
def test_a_recital_is_known_by_its_first_word_with_whatever_marks(opening: str) -> None:
    assert words.recital.match(opening) is not None
    assert words.recital.match(opening.replace(" ", "ا ")) is None


def test_the_frame_of_a_resolution() -> None:
    frame = [
        "قرار اتخذته الجمعية العامة في 4 آذار/مارس 2011",
        "]بناء على تقرير اللجنة الثانية (A/65/999/Add.1، الفقرة 2)[",
        "65/901. - حماية أشجار النخيل",
        "إن الجمعية العامة ،",
        "إذ تشير،",
    ]
    text = " ".join(frame)
    offset = 0
    for part in frame:
        start, end = next_stop(text, offset)
        assert text[start:end].replace(" ،", "،") == part.replace(" ،", "،")
        offset = end


def test_further_and_back() -> None:
    text = "وإذ تشير، وإذ تضع، في اعتبارها؛ ثم"
    start, end = next_stop(text, 0)
    ends = [end]
    while (end := extend_stop(text, end)) > ends[-1]:
        ends.append(end)
    assert [text[:end] for end in ends] == ["وإذ تشير،", "وإذ تشير، وإذ تضع،", "وإذ تشير، وإذ تضع، في اعتبارها؛", text]
    for before, after in pairwise(ends):
        assert previous_stop(text, start, after) == before
        assert previous_stop(text, start, after - 1) == before
    assert previous_stop(text, start, ends[0]) == ends[0]


def test_an_open_bracket_or_quote_hides_no_stop() -> None:
    assert next_stop("قال ( ثم، وبعد", 0) == (0, 9)
    assert next_stop("قال ”ثم؛ وبعد“ الآن،", 0) == (0, 8)
    assert next_stop("((أ، ب) ج، د) ه، و", 0) == (0, 16)


def test_a_stretch_without_stops_ends() -> None:
    text = "كلمة " * 10_000
    start, end = next_stop(text, 0)
    assert start == 0
    assert words.LONGEST_STRETCH - 10 < end <= words.LONGEST_STRETCH
    assert text[end - 1] != " "
    assert text[end] == " "


@given(TEXTS, st.integers(-1, 20))
@example("0\x1f0", 1)
def test_stops_lie_on_graphemes_and_go_on(text: str, offset: int) -> None:
    start, end = next_stop(text, offset)
    assert max(0, min(offset, len(text))) <= start <= end <= len(text)
    assert start == end or not text[start].isspace()
    assert start < end or not text[start:].strip()
    assert grapheme_end(text, end) == end
    further = extend_stop(text, end)
    assert further > end or not text[end:].strip()
    if end < further:
        assert previous_stop(text, start, further) == end


# Display


def pieces(text: str, longest: int) -> list[str]:
    cuts = [0, *display_cuts(text, 0, len(text), longest), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


def test_what_fits_is_not_cut() -> None:
    assert display_cuts("نص، " * 1000, 0, 4000) == []
    assert display_cuts("", 0, 0) == []


def test_cut_after_stops() -> None:
    text = "وإذ تشير إلى 59/187، " * 100 + "1 - تقرر ما يلي؛ " * 100
    for piece in pieces(text, 200):
        assert 100 <= len(piece) <= 200
        assert piece.rstrip()[-1] in "،؛"
        assert piece[-1] == " "


def test_no_short_piece_is_left_over() -> None:
    assert min(map(len, pieces("س" * 98 + "، " + "س" * 20, 100))) >= 50


def test_cut_at_blanks_where_no_stop_stands_but_not_behind_a_number() -> None:
    for piece in pieces("كلمة 1 - كلمات " * 60, 100):
        assert 50 <= len(piece) <= 100
        assert piece.endswith(" ")
        assert not piece.rstrip().endswith("1")


def test_symbols_are_not_cut_for_display() -> None:
    assert all(piece.count("A/59/503/Add.2") * 15 == len(piece) for piece in pieces("A/59/503/Add.2؛" * 50, 100))
    assert all(piece.startswith("A/59") for piece in pieces("A/59/503/Add.2|" * 50, 100))


@given(TEXTS, st.integers(2, 20))
def test_display_cuts_lie_on_graphemes(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert "".join(found) == text
    cuts = display_cuts(text, 0, len(text), longest)
    assert cuts == sorted(set(cuts))
    assert set(cuts) <= set(limits(text)[1:-1])
    if all(len(cluster) == 1 for cluster in regex.findall(r"\X", text)):
        assert all(len(piece) <= longest for piece in found)
        assert len(found) == 1 or all(len(piece) >= longest // 2 for piece in found)


def test_only_the_range_is_cut() -> None:
    text = "س" * 100 + "، " * 100
    assert all(100 < cut < 200 for cut in display_cuts(text, 100, 200, 30))


@pytest.mark.parametrize(
    "unit", ["س", " ", "،", "(", ".", "/", "A", "\u0301", "\u200f", "س\u0301", "🇫", "🏽", "1 ", "ـ"]
)
def test_a_million_code_points(unit: str) -> None:
    """Answers for one place look at its surroundings only (``tests/bench/bench_words.py`` says how long they take)."""
    text = unit * (1_000_000 // len(unit))
    middle = len(text) // 2
    for start, end in (snap(text, middle, middle + 7), word_at(text, middle)):
        assert middle - words.GRAPHEME_BLOCK <= start <= middle < end <= middle + 7 + words.GRAPHEME_BLOCK
    assert previous_word(text, middle) < middle <= next_word(text, middle)
    assert next_stop(text, middle)[0] >= middle
    assert next_clause(text, middle)[0] >= middle
    cuts = display_cuts(text, 0, len(text))
    assert len(cuts) >= 1_000_000 // (2 * words.GRAPHEME_BLOCK)


@pytest.mark.parametrize("number", ["34 - ", "\u200f34 -\u200f ", "3- ", "5 – "])
def test_a_heading_ends_before_the_number_of_a_paragraph(number: str) -> None:
    heading = "تقرير أداء الميزانية للفترة من 1 تموز/يوليه 2018 إلى 30 حزيران/يونيه 2019"
    text = f"{heading} {number}تحيط علما بالتقرير؛"
    assert text[slice(*next_stop(text, 0))] == heading


@pytest.mark.parametrize("text", ["الفقرات 1 - 3 من القرار،", "للفترة 2019 - 2020 وما بعدها،", "52 - 65 دولة،"])
def test_a_range_is_no_number_of_a_paragraph(text: str) -> None:
    assert next_stop(text, 0) == (0, len(text))


@pytest.mark.parametrize("comma", ["،", " ،", ""])
def test_the_enacting_formula_ends_with_or_without_its_comma(comma: str) -> None:
    text = f"إن المجلس الاقتصادي والاجتماعي{comma} يوصي بأن تعتمد الجمعية العامة ما يلي:"
    assert text[slice(*next_stop(text, 0))] == f"إن المجلس الاقتصادي والاجتماعي{comma}"


@pytest.mark.parametrize("run", ["\n", "\r\n", "\r", "\u2028", "\x00", "\u202e"])
def test_graphemes_in_a_long_run_of_breaks_and_controls(run: str) -> None:
    text = "أ" + run * 30_000 + "ب\u064b"
    limits = [match.start() for match in regex.finditer(r"\X", text)]
    found = [0]
    while found[-1] < len(text):
        found.append(words.next_grapheme(text, found[-1]))
    assert found == [*limits, len(text)]
    assert [words.grapheme_start(text, offset) for offset in limits[::97]] == limits[::97]


def test_ends_of_words_and_stops_beside_an_end() -> None:
    text = "قرار اتخذته الجمعية، في جلستها؛ اليوم"
    assert text[: words.next_word_end(text, 4)].endswith("اتخذته")
    assert words.next_word_end(text, len(text)) == len(text)
    end = text.index("؛") + 1
    assert text[: words.word_end_before(text, end)].endswith("في")
    assert words.word_end_before(text, 4, 2) == 2
    assert text[: words.stop_before(text, 0, end)].endswith("الجمعية،")
    assert text[: words.stop_before(text, 0, text.index("،"))].endswith("اتخذته")
