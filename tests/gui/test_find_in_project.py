"""Searching a project beside the window: hits stream in, and none of an older search comes after a newer began."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import find_in_project
from gui.find_in_project import Found, ProjectSearch
from model.annotation import documents
from model.project import Project
from model.refusal import Refusal
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
        self.found: list[Found] = []
        self.estimates: list[tuple[int, bool]] = []
        self.ended: list[Refusal | None] = []
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
    monkeypatch.setattr(find_in_project, "SECONDS", 0)
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
    monkeypatch.setattr(find_in_project, "SECONDS", 0)
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
    late = Found([("x", "X", 1)])
    search._found.emit(search._number - 1, late)
    search._estimated.emit(search._number - 1, 99, True)
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
    assert isinstance(heard.ended[0], Refusal)
    assert not search.is_running


def test_closing_waits_until_the_file_is_let_go(project, search):
    search.search(project, Query("قرار"))
    workers = list(search._workers)
    search.close()
    assert all(worker.isFinished() for worker in workers)
