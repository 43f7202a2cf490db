"""Searching one text: short ones at once, long ones and expressions in a worker, and only the last query counts."""

import threading

import pytest
import shiboken6

from gui.find import text_search
from gui.find.text_search import SHORT, TextSearch
from model.search.query import Query

WORDS = "قرار أول وقـــرار ثان والقرار الثالث. "


class Heard:
    """What a search has told."""

    def __init__(self, search: TextSearch) -> None:
        self.found: list[list[tuple[int, int]]] = []
        self.refused: list[str] = []
        search.found.connect(self.found.append)
        search.refused.connect(lambda refusal: self.refused.append(str(refusal)))


@pytest.fixture
def search(qtbot):
    search = TextSearch()
    yield search
    search.give_up()
    qtbot.waitUntil(lambda: search._worker is None)


def test_a_short_text_is_searched_at_once(search):
    heard = Heard(search)
    search.set_text(WORDS)
    search.search(Query("قرار", whole_words=False))
    assert [WORDS[start:end] for start, end in heard.found[0]] == ["قرار", "قـــرار", "قرار"]


def test_a_long_text_is_searched_beside_the_window(search, qtbot):
    heard = Heard(search)
    text = WORDS * (SHORT // len(WORDS) + 1)
    search.set_text(text)
    search.search(Query("الثالث"))
    assert heard.found == []
    qtbot.waitUntil(lambda: len(heard.found) == 1)
    assert len(heard.found[0]) == text.count("الثالث")


def test_of_queries_that_follow_fast_only_the_last_is_answered(search, qtbot):
    heard = Heard(search)
    search.set_text(WORDS * (SHORT // len(WORDS) + 1))
    for query in ("ق", "قر", "قرا", "ثان"):
        search.search(Query(query, whole_words=False))
    qtbot.waitUntil(lambda: search._worker is None and search._wanted is None)
    start, end = heard.found[0][0]
    assert (len(heard.found), (WORDS * 2)[start:end]) == (1, "ثان")


def test_what_was_looked_for_in_another_text_is_not_told(search, qtbot):
    heard = Heard(search)
    search.set_text(WORDS * (SHORT // len(WORDS) + 1))
    search.search(Query("ثان"))
    search.set_text("نص قصير")
    qtbot.waitUntil(lambda: search._worker is None)
    assert (heard.found, heard.refused) == ([], [])


def test_another_text_is_searched_though_the_one_before_was_under_way(search, qtbot):
    heard = Heard(search)
    search.set_text(WORDS * (SHORT // len(WORDS) + 1))
    search.search(Query("ثان"))
    other = "غير " * SHORT + "ثان"
    search.set_text(other)
    search.search(Query("ثان"))
    qtbot.waitUntil(lambda: bool(heard.found) and search._worker is None)
    assert heard.found == [[(len(other) - 3, len(other))]]


def test_a_wrong_expression_and_an_empty_query_are_refused_at_once(search):
    heard = Heard(search)
    search.set_text(WORDS)
    search.search(Query("(قرار", regex=True))
    search.search(Query("  "))
    assert len(heard.refused) == 2
    assert heard.found == []


def test_an_expression_that_takes_too_long_is_refused_and_the_next_query_answered(search, qtbot, monkeypatch):
    monkeypatch.setattr("model.search.matching.TIME_LIMIT", 0.05)
    heard = Heard(search)
    search.set_text("ا" * 5000 + "ب")
    search.search(Query("(ا+)+ج", regex=True, exact=True, whole_words=False))
    qtbot.waitUntil(lambda: bool(heard.refused))
    search.search(Query("ب", whole_words=False))
    assert heard.found == [[(5000, 5001)]]


def test_a_text_is_folded_once(search, qtbot, monkeypatch):
    calls = []
    fold = text_search.fold_with_stretches
    monkeypatch.setattr(text_search, "fold_with_stretches", lambda text: (calls.append(1), fold(text))[1])
    heard = Heard(search)
    search.set_text(WORDS * (SHORT // len(WORDS) + 1))
    for number, query in enumerate(("ثان", "أول"), 1):
        search.search(Query(query))
        qtbot.waitUntil(lambda number=number: len(heard.found) == number and search._worker is None)
    assert len(calls) == 1


def test_nobody_waits_for_an_expression_that_goes_on_and_it_meets_nobody(qtbot, monkeypatch):
    begun, going_on = threading.Event(), threading.Event()

    def look(matcher, text):
        begun.set()
        assert going_on.wait(60)
        return []

    monkeypatch.setattr(text_search.Matcher, "in_given", look)
    search = TextSearch()
    heard = Heard(search)
    search.set_text(WORDS)
    search.search(Query("(ق|قر)+", regex=True))
    worker = search._worker
    assert begun.wait(60)
    search.give_up()
    assert worker.is_running
    shiboken6.delete(search)
    with qtbot.waitSignal(worker.finished):
        going_on.set()
    assert (heard.found, heard.refused) == ([], [])
