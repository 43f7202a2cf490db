"""Marking hits in one step, and keeping searches."""

from pathlib import Path

import pytest

from gui import search_operations
from gui.i18n.operation_names import NAMES
from gui.search_operations import mark_hits
from model.annotation import documents, spans
from model.errors import Cancelled, UserError
from model.project import Project
from model.search.hit_finder import DocumentHits
from model.search.query import Query

FIRST = "إن الجمعية العامة، إذ تشير إلى قرارها 59/187، وإذ تلاحظ القـــرار\u064c 60/1، تقرر ما يلي."
SECOND = "القرار 61/2 والقرار 62/3."


@pytest.fixture
def project(tmp_path: Path):
    project = Project.create(tmp_path / "hits.qarar", "Sara")
    with project.operation("import") as writing:
        documents.add(writing, "A", FIRST)
        documents.add(writing, "B", SECOND)
    with project:
        yield project


def hits(project: Project, pattern: str, **how) -> list[DocumentHits]:
    return list(project.find(Query(pattern, **how)))


def quotes(project: Project) -> list[tuple[str, str]]:
    return [
        (span.label, project.text(document)[span.start : span.end])
        for document in project.document_ids()
        for span in project.spans(document)
    ]


def test_all_hits_of_all_documents_are_one_step(project):
    found = hits(project, r"\d+/\d+", regex=True)
    done = mark_hits(project, found, "resolution")
    assert (done.marked, done.there, done.refused, done.reason) == (4, 0, 0, None)
    assert [quote for _, quote in quotes(project)] == ["59/187", "60/1", "61/2", "62/3"]
    assert project.undoable().name == "mark hits"
    project.undo()
    assert quotes(project) == []
    assert all(project.document(document).state("reference") == "new" for document in project.document_ids())


def test_work_on_the_layer_has_begun_where_something_was_marked(project):
    found = hits(project, "59/187")
    mark_hits(project, found, "resolution")
    states = [project.document(document).state("reference") for document in project.document_ids()]
    assert states == ["in-progress", "new"]


def test_a_hit_is_widened_to_its_graphemes(project):
    start = FIRST.index("القـ")
    end = start + len("القـــرار")
    mark_hits(project, [DocumentHits(project.document_ids()[0], "A", ((start, end),))], "symbol")
    assert quotes(project) == [("symbol", "القـــرار\u064c")]


def test_what_a_rule_forbids_is_left_out_and_counted_with_the_most_frequent_reason(project):
    first = project.document_ids()[0]
    with project.operation("mark") as writing:
        spans.mark(writing, first, "preambular", FIRST.index("إذ تشير"), FIRST.index("، وإذ"))
    cut = FIRST.index("تشير")
    crossing = tuple((cut, FIRST.index("، وإذ") + more) for more in (4, 5, 6))
    free = (FIRST.index("تقرر"), len(FIRST))
    done = mark_hits(project, [DocumentHits(first, "A", (*crossing, free))], "operative")
    assert (done.marked, done.refused) == (1, 3)
    assert isinstance(done.reason, UserError)
    assert ("operative", "تقرر ما يلي.") in quotes(project)


def test_work_has_not_begun_where_all_was_refused(project):
    first = project.document_ids()[0]
    done = mark_hits(project, [DocumentHits(first, "A", ((18, 19),))], "operative")  # a blank
    assert (done.marked, done.refused, project.document(first).state("clause")) == (0, 1, "new")


def test_hits_that_are_marked_already_are_not_marked_twice(project):
    found = hits(project, r"\d+/\d+", regex=True)
    mark_hits(project, found[:1], "resolution")
    done = mark_hits(project, found, "resolution")
    assert (done.marked, done.there, done.refused) == (2, 2, 0)
    assert len(quotes(project)) == 4


def test_hits_whose_documents_are_gone_are_left_out_and_counted(project):
    found = hits(project, r"\d+/\d+", regex=True)
    gone = DocumentHits("gone", "C", ((0, 1), (2, 3)))
    done = mark_hits(project, [gone, *found], "resolution")
    assert (done.marked, done.refused, done.gone) == (4, 0, 2)


def test_a_person_who_stops_it_finds_nothing_changed(project):
    def on_progress(behind: int, total: int) -> None:
        if behind:
            raise Cancelled

    with pytest.raises(Cancelled):
        mark_hits(project, hits(project, r"\d+/\d+", regex=True), "resolution", on_progress)
    assert quotes(project) == []
    assert project.undoable().name == "import"


def test_a_search_is_kept_renamed_and_deleted_each_time_undoably(project):
    query = Query("قرار", whole_words=False, label="operative")
    saved = search_operations.save_search(project, "قرارات", query)
    search_operations.rename_search(project, saved.id, "كل القرارات")
    assert [(each.name, each.query) for each in project.saved_searches()] == [("كل القرارات", query)]
    search_operations.delete_search(project, saved.id)
    assert project.saved_searches() == []
    project.undo()
    assert [each.name for each in project.saved_searches()] == ["كل القرارات"]
    project.undo()
    project.undo()
    assert project.saved_searches() == []


def test_the_history_can_name_every_step():
    assert {"mark hits", "save search", "rename search", "delete search"} <= set(NAMES)
