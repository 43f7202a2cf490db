"""Labels of terms found in texts."""

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.suggestion.labels import LabelFinder, LabelOccurrences, WordCover
from model.suggestion.reading import bare_of, label_stems, read_text, stems_of

BOOKS, SCHOOL, LIBRARY = "كتب", "كتب المدارس", "مكتبات كتب المدارس"
INDEX = LabelFinder([("books", BOOKS), ("school", SCHOOL), ("library", LIBRARY), ("texts", "الكتب")])


def occurrences(text: str, index: LabelFinder = INDEX) -> list[tuple[int, int, list[str]]]:
    read = read_text(text)
    return [(place, length, list(terms)) for place, length, terms in index.occurrences(read.stems, read.bare)]


@pytest.mark.parametrize(
    "text, found",
    [
        ("كتب", [(0, 1, ["books", "texts"])]),
        ("قلم كتب المدارس كتب", [(1, 2, ["school"]), (3, 1, ["books", "texts"])]),
        ("مكتبات كتب المدارس", [(0, 3, ["library"])]),  # none within another
        ("مكتبات كتب قلم", [(1, 1, ["books", "texts"])]),
        ("والكتب بالمدارس", [(0, 2, ["school"])]),  # particles and articles
        ("كُتُبٌ ٱلْمَــدارس", [(0, 2, ["school"])]),  # vowel marks and tatweel
        ("مكتبات كتب", [(1, 1, ["books", "texts"])]),  # a longer one that the text ends within
        ("قلم", []),
        ("", []),
    ],
)
def test_the_longest_label_at_each_place_is_found(text: str, found: list[tuple[int, int, list[str]]]) -> None:
    assert occurrences(text) == found


@pytest.mark.parametrize("stop", '،؛:.؟()[]"”“«»')
def test_no_label_runs_over_a_stop(stop: str) -> None:
    assert occurrences(f"كتب{stop}المدارس") == [(0, 1, ["books", "texts"])]


def test_labels_are_found_without_what_stands_in_their_brackets() -> None:
    index = LabelFinder([("war", "الحرب (القانون الدولي)"), ("none", "(القانون)"), ("empty", "")])
    assert occurrences("الحرب والقانون الدولي", index) == [(0, 1, ["war"])]
    assert list(index.terms) == ["war"]
    assert index.words("none") == index.words("unknown") == ()
    assert index.with_word("unknown") == ()


def test_a_label_given_twice_counts_once_and_the_first_is_the_one_whose_words_count() -> None:
    index = LabelFinder([("a", "كتب المدارس كتب"), ("a", "قلم"), ("a", "القلم"), ("b", "قلم")])
    assert index.words("a") == ("كتب", "مدارس")
    assert occurrences("قلم", index) == [(0, 1, ["a", "b"])]
    assert list(index.with_word("قلم")) == ["b"]
    assert list(index.with_word("كتب")) == ["a"]


def test_no_labels_find_nothing() -> None:
    index = LabelFinder([])
    assert (occurrences("كتب", index), index.find(read_text("كتب")), list(index.terms)) == ([], {}, [])


def test_what_was_found_is_counted_in_text_title_and_first_words() -> None:
    text = "قلم كتب، إذ تشير إلى كتب المدارس، 1 - كتب؛ كتب"
    found = INDEX.find(read_text(text, title="كتب المدارس، كتب"))
    size = len(read_text(text).stems)
    assert size == 13
    books = LabelOccurrences(count=3, in_title=1, first=1 / size, last=12 / size, length=1, exact=3, exact_in_title=1)
    assert found["books"] == books
    assert found["school"] == LabelOccurrences(
        count=1, in_title=1, in_leads=1, first=6 / size, last=6 / size, length=2, exact=1, exact_in_title=1
    )
    assert found["texts"] == books
    assert "library" not in found


def test_what_stands_in_the_title_alone_stands_at_the_beginning() -> None:
    assert INDEX.find(read_text("قلم", title="كتب المدارس")) == {
        "school": LabelOccurrences(count=0, in_title=1, first=0.0, last=0.0, length=2, exact_in_title=1)
    }
    assert INDEX.find(read_text("", title="كتب")).keys() == {"books", "texts"}


words = st.lists(st.sampled_from(["كتب", "قلم", "نهر", "،"]), max_size=12)


@given(words, st.lists(st.lists(st.sampled_from(["كتب", "قلم", "نهر"]), min_size=1, max_size=3), max_size=5))
def test_occurrences_are_those_of_a_plain_search(text: list[str], labels: list[list[str]]) -> None:
    index = LabelFinder((" ".join(label), " ".join(label)) for label in labels)
    stems = stems_of(text)
    wanted: list[tuple[int, int]] = []
    place = 0
    while place < len(stems):
        fitting = [len(label) for label in labels if stems[place : place + len(label)] == stems_of(label)]
        if fitting:
            wanted.append((place, max(fitting)))
        place += max(fitting, default=1)
    found = index.occurrences(stems, bare_of(text))
    assert [(place, length) for place, length, _ in found] == wanted
    assert all(label_stems(term) == stems[place : place + size] for place, size, terms in found for term in terms)


@pytest.mark.parametrize(
    "label, nowhere, somewhere",
    [
        ("بالاو", "أو", "في بالاو"),  # Palau, not «or»
        ("العامية", "في عام 2020", "باللغة العامية"),  # slang, not a year
        ("التلك", "تلك المسائل", ""),  # talc, which cannot be told from «that»
        ("العالم", "عوالم", "في العالم"),
        ("المياه", "ماء", "والمياه"),
        ("الوفيات", "وفي هذا الصدد", "خفض الوفيات"),
        ("القبلية", "قبل ذلك", "والقبلية"),
        ("المسنون", "المسنة", "حماية المسنين"),
        ("الأميين", "", "الأميون"),
    ],
)
def test_what_is_left_of_a_word_is_not_taken_for_another(label: str, nowhere: str, somewhere: str) -> None:
    index = LabelFinder([("a", label)])
    assert occurrences(nowhere, index) == []
    assert bool(occurrences(somewhere, index)) == bool(somewhere)


def test_a_longer_label_may_have_short_words_and_words_that_say_nothing() -> None:
    index = LabelFinder([("a", "حقوق المرأة في العمل")])
    assert [length for _, length, _ in occurrences("بحقوق المرأة في العمل", index)] == [4]


def test_how_much_of_a_label_stands_in_a_text_is_weighed_by_how_rare_its_words_are() -> None:
    index = LabelFinder([("a", "كتب نهر"), ("b", "نهر"), ("c", "قلم سوق")])
    cover = WordCover(index, {"كتب": 9, "نهر": 1}, documents=9)
    rare, rarest = log(10 / 2), log(10 / 1)  # a word that stands in all documents weighs nothing
    assert cover.whole("a") == pytest.approx(rare)
    assert cover.whole("c") == pytest.approx(2 * rarest)
    assert cover.covered("a", {"كتب"}) == 0
    assert cover.covered("a", {"نهر"}) == pytest.approx(1)
    assert cover.covered("c", {"سوق", "آخر"}) == pytest.approx(0.5)
    assert (cover.whole("none"), cover.covered("none", {"كتب"})) == (-1, -1)
    assert cover.of_words({"نهر", "سوق"}) == {
        "a": pytest.approx(rare),
        "b": pytest.approx(rare),
        "c": pytest.approx(rarest),
    }
    assert cover.nearly_whole({"نهر", "سوق"}, 0.99) == {"a": pytest.approx(rare)}  # not b: it has only one word
    assert cover.nearly_whole({"قلم", "سوق"}, 0.99) == {"c": pytest.approx(2 * rarest)}
    assert cover.nearly_whole({"قلم"}, 0.99) == {}


def test_nothing_is_rare_where_there_are_no_documents() -> None:
    cover = WordCover(LabelFinder([("a", "كتب نهر")]), {}, documents=0)
    assert (cover.covered("a", {"كتب", "نهر"}), cover.nearly_whole({"كتب", "نهر"}, 0.99)) == (0, {})


def test_words_of_the_same_stems_are_not_the_very_words_of_a_label() -> None:
    index = LabelFinder([("scientists", "العالمات"), ("media", "الإعلام")])
    found = index.find(read_text("اليوم العالمي للعلوم؛ والعالمات؛ وسائط الإعلام", title="اليوم العالمي"))
    women, media = found["scientists"], found["media"]
    assert (women.count, women.exact, women.in_title, women.exact_in_title) == (2, 1, 1, 0)
    assert (media.count, media.exact) == (1, 1)
