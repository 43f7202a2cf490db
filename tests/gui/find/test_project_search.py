"""Searching a project beside the window: hits stream in, and none of an older search comes after a newer began."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6

from gui.find import project_search
from gui.find.project_search import ProjectSearch
from gui.item_models.packed_hits import PackedHits
from model.annotation import documents
from model.errors import UserError
from model.project import Project
from model.search import hit_finder
from model.search.matching import Matcher
from model.search.query import Query

COUNT = 60


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = Project.create(tmp_path / "many.qarar", "Sara")
    with project.operation("import") as writing:
        for number in range(COUNT):
            documents.add(writing, f"D{number:03}", f"قرار رقم {number} " + ("وسلام " * (number % 3)))
    with project:
        yield project


@pytest.fixture
def search(qtbot) -> Iterator[ProjectSearch]:
    search = ProjectSearch()
    yield search
    search.close()


class Heard:
    def __init__(self, search: ProjectSearch) -> None:
        self.found: list[PackedHits] = []
        self.estimates: list[tuple[int, bool]] = []
        self.ended: list[UserError | None] = []
        search.found.connect(self.found.append)
        search.estimated.connect(lambda *estimate: self.estimates.append(estimate))
        search.ended.connect(self.ended.append)

    def names(self) -> list[str]:
        return [name for found in self.found for _, name, _ in found.documents]

    def hits(self) -> int:
        return sum(len(found.starts) for found in self.found)


def test_all_hits_come_in_project_order_with_their_places(project, search, qtbot):
    heard = Heard(search)
    search.search(project, Query("سلام", whole_words=False))
    qtbot.waitUntil(lambda: heard.ended == [None])
    assert heard.names() == [f"D{number:03}" for number in range(COUNT) if number % 3]
    document, _, count = heard.found[0].documents[1]
    assert count == 2
    text = project.text(document)
    first, second = list(zip(heard.found[0].starts, heard.found[0].ends, strict=True))[1:3]
    assert text[slice(*first)] == text[slice(*second)] == "سلام"


def test_the_number_of_documents_is_told_before_the_hits(project, search, qtbot):
    heard = Heard(search)
    search.search(project, Query("وسلام"))
    qtbot.waitUntil(lambda: heard.ended == [None])
    assert heard.estimates == [(40, True)]


def test_hits_stream_in(project, search, qtbot, monkeypatch):
    monkeypatch.setattr(project_search, "SECONDS", 0)
    heard = Heard(search)
    search.search(project, Query("قرار"))
    qtbot.waitUntil(lambda: heard.ended == [None])
    assert len(heard.found) > 10
    assert heard.hits() == COUNT


def test_only_the_documents_that_are_asked_for_are_searched(project, search, qtbot):
    heard = Heard(search)
    search.search(project, Query("قرار"), project.document_ids()[3:5])
    qtbot.waitUntil(lambda: heard.ended == [None])
    assert heard.names() == ["D003", "D004"]


def test_nothing_of_an_older_search_comes_after_a_newer_began(project, search, qtbot, monkeypatch):
    monkeypatch.setattr(project_search, "SECONDS", 0)
    heard = Heard(search)
    for _ in range(10):
        search.search(project, Query("قرار"))
    search.search(project, Query("سلام", whole_words=False))
    qtbot.waitUntil(lambda: not search._workers)
    assert heard.ended == [None]
    assert heard.hits() == sum(number % 3 for number in range(COUNT))


def test_what_comes_late_of_an_older_search_is_not_passed_on(project, search, qtbot):
    heard = Heard(search)
    search.search(project, Query("قرار"))
    late = PackedHits([("x", "X", 1)])
    search._pass_found(search._number - 1, late)
    search._pass_estimated(search._number - 1, 99, True)
    qtbot.waitUntil(lambda: heard.ended == [None])
    assert late not in heard.found
    assert (99, True) not in heard.estimates


def test_a_search_that_was_stopped_says_nothing_any_more(project, search, qtbot):
    heard = Heard(search)
    search.search(project, Query("قرار"))
    search.stop()
    assert all(worker.stopping for worker in search._workers)
    qtbot.waitUntil(lambda: not search._workers)
    assert (heard.found, heard.ended, search.is_running) == ([], [], False)


def test_what_cannot_be_looked_for_is_told(project, search, qtbot):
    heard = Heard(search)
    search.search(project, Query("(", regex=True))
    qtbot.waitUntil(lambda: len(heard.ended) == 1)
    assert isinstance(heard.ended[0], UserError)
    assert not search.is_running


def test_closing_waits_a_moment_until_the_file_is_let_go(project, search):
    search.search(project, Query("قرار"))
    workers = list(search._workers)
    search.close()
    assert not any(worker.is_running for worker in workers)


class Held:
    """A search that has begun with its first text, and goes on when it may."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.going_on = threading.Event(), threading.Event()
        looked = Matcher.in_given

        def look(matcher: Matcher, text: str) -> list[tuple[int, int]]:
            self.begun.set()
            assert self.going_on.wait(60)
            return looked(matcher, text)

        monkeypatch.setattr(Matcher, "in_given", look)


def test_nobody_waits_for_an_expression_that_goes_on_and_it_meets_nobody(project, qtbot, monkeypatch):
    held = Held(monkeypatch)
    search = ProjectSearch()
    heard = Heard(search)
    search.search(project, Query("(ق|قر)+", regex=True))
    (worker,) = search._workers
    assert held.begun.wait(60)
    search.close()
    assert worker.is_running
    shiboken6.delete(search)
    with qtbot.waitSignal(worker.finished):
        held.going_on.set()
    assert (heard.found, heard.ended) == ([], [])


def test_what_stands_in_the_place_of_the_file_now_is_not_searched(project, search, qtbot, tmp_path):
    with Project.create(tmp_path / "other.qarar", "Omar") as other, other.operation("import") as writing:
        documents.add(writing, "X", "قرار")
    (tmp_path / "other.qarar").replace(project.path)
    heard = Heard(search)
    search.search(project, Query("قرار"))
    qtbot.waitUntil(lambda: len(heard.ended) == 1)
    assert "moved, deleted or replaced" in str(heard.ended[0])
    assert heard.found == []


def test_a_query_is_prepared_once(project, search, qtbot, monkeypatch):
    made = []
    candidates = hit_finder.candidates
    monkeypatch.setattr(hit_finder, "candidates", lambda *given: (made.append(1), candidates(*given))[1])
    heard = Heard(search)
    search.search(project, Query("قرار"))
    qtbot.waitUntil(lambda: heard.ended == [None])
    assert len(made) == 1
