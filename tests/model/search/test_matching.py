import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from model.errors import UserError
from model.search import matching
from model.search.matching import Matcher
from model.search.query import Query
from tests.model.search import plain

# What folds one character by one: there the slow search has the same rules.
LETTERS = "اأإآىيةهوؤبتقرـ\u064e\u0651\u0670ﻻ١3۴ A/aß،؛()[].-\u200f\u00a0\n"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)


@pytest.mark.parametrize(
    "text, query, found",
    [
        ("تقـــرر أن", "تقرر", ["تقـــرر"]),
        ("تقرّرُ أن", "تقرر", ["تقرّر"]),  # the range ends with the last letter that was matched
        ("ستقرر تقررت تقرر", "تقرر", ["تقرر"]),
        ("الأمم المتحدة والأُمم  المتحده", "الامم المتحدة", ["الأمم المتحدة"]),
        ("القرار 59/187 و59/1871", "59/187", ["59/187"]),
        ("القرار ٥٩/۱۸۷", "59/187", ["٥٩/۱۸۷"]),
        ("سﻻم ﻻ", "لا", ["ﻻ"]),
        ("a/res/59 A/RES/59", "A/Res/59", ["a/res/59", "A/RES/59"]),
        ("الجمعية \u00a0\n العامة", "الجمعية العامة", ["الجمعية \u00a0\n العامة"]),
        ("(أ) و(أ)", "(أ)", ["(أ)"]),
        ("تقرر )أ( و (ا) و )أ) و [أ]", "(أ)", [")أ(", "(ا)", ")أ)"]),
        ("الفقرة (هـ) والقرار ]59/187[", ")ه(", ["(هـ)"]),
        ("القرار ]59/187[ و ٥٩/١٨٧]", "59/187]", ["59/187[", "٥٩/١٨٧]"]),
        ("14(3)(أ)() وحدها ()", "()", ["()", "()"]),
    ],
)
def test_whole_words_folded(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Matcher(Query(query)).ranges(text)] == found


@pytest.mark.parametrize(
    "text, query, found",
    [
        ("ستقرر والأُمم", "أمم", ["أُمم"]),
        ("سﻻم", "ا", ["ﻻ"]),
        ("aß sß", "s", ["ß", "s", "ß"]),
        ("ﷺ", "ل", ["ﷺ"]),
        ("ططط", "طط", ["طط"]),
        ("ب تق", "ب ", ["ب "]),
    ],
)
def test_pieces_folded(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Matcher(Query(query, whole_words=False)).ranges(text)] == found


def test_exact_is_the_characters_as_they_are() -> None:
    text = "الأمم الامم الأمـم الأممَ"
    assert Matcher(Query("الأمم", exact=True)).ranges(text) == [(0, 5)]
    assert Matcher(Query("الأمم", exact=True, whole_words=False)).ranges(text) == [(0, 5), (19, 24)]
    assert Matcher(Query("(أ)", exact=True)).ranges(")أ( (أ)") == [(4, 7)]


@given(TEXTS, TEXTS.filter(lambda text: len(text) < 5), st.booleans(), st.booleans())
@example("تقـررَ", "ررَ", False, False)
def test_as_the_slow_search_has_it(text: str, query: str, whole_words: bool, exact: bool) -> None:
    assume((query if exact else plain.folded(query)[0]).strip())
    found = Matcher(Query(query, whole_words=whole_words, exact=exact)).ranges(text)
    assert found == plain.hits(text, query, whole_words=whole_words, exact=exact)


@pytest.mark.parametrize("text", ["", "  ", "ـ", "\u200f", "َ"])
def test_nothing_to_look_for(text: str) -> None:
    with pytest.raises(UserError, match="nothing to look for"):
        Matcher(Query(text))


def test_an_expression_meets_folded_text() -> None:
    text = "تقرّر أن تُقرر، ويقــرر ٥٩"
    whole = Matcher(Query(r"[تي]قـ*رر", regex=True)).ranges(text)
    assert [text[start:end] for start, end in whole] == ["تقرّر", "تُقرر"]
    pieces = Matcher(Query(r"[تي]قـ*رر", regex=True, whole_words=False)).ranges(text)
    assert [text[start:end] for start, end in pieces] == ["تقرّر", "تُقرر", "يقــرر"]
    digits = Matcher(Query(r"[٠-٩]+", regex=True)).ranges(text)
    assert [text[start:end] for start, end in digits] == ["٥٩"]


def test_an_exact_expression_meets_the_text_itself() -> None:
    text = "تقرّر تقرر"
    assert Matcher(Query("تقرر", regex=True, exact=True)).ranges(text) == [(6, 10)]


def test_an_expression_that_matches_nothing_at_all_has_no_hits() -> None:
    assert Matcher(Query("ط*", regex=True, whole_words=False)).ranges("اب طط") == [(3, 5)]


def test_a_verbose_expression_may_end_in_a_comment() -> None:
    assert Matcher(Query("(?x) ا ب  # two letters", regex=True)).ranges("اب") == [(0, 2)]


def test_what_searches_backwards_is_refused() -> None:
    with pytest.raises(UserError, match="backwards"):
        Matcher(Query("(?r)ا", regex=True))


@pytest.mark.parametrize("wrong", ["(", "[ا", "ا)(ب", "*", r"\p{Nothing}", "(?V1)ا"])
def test_what_is_no_expression(wrong: str) -> None:
    with pytest.raises(UserError, match="no regular expression"):
        Matcher(Query(wrong, regex=True))


def test_a_slow_expression_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "TIME_LIMIT", 0.05)
    with pytest.raises(UserError, match="takes longer"):
        Matcher(Query("(ا|ا(?1))+ط", regex=True)).ranges("ا" * 30_000)
    with pytest.raises(UserError, match="takes longer"):
        Matcher(Query("(ا+ا+)+ب", regex=True)).ranges("ا" * 5_000)
