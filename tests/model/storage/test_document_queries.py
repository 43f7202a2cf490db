import pytest

from model.annotation import documents, spans
from model.project import Project
from model.storage import document_queries
from model.vocabulary import assignments, concepts


def test_counting_touches_no_row_of_a_span(project: Project):
    ids = ("a",)
    query = f"EXPLAIN QUERY PLAN {document_queries._ROW} WHERE id IN (?)"
    plan = [str(row[3]) for row in project.tables.connection.execute(query, ids)]
    counting = [step for step in plan if " span" in step or " assignment" in step]
    assert len(counting) == 4
    assert all("COVERING INDEX" in step or "_rejected" in step for step in counting), counting


def test_documents_are_found_by_a_concept_that_counts(project: Project):
    with project.operation("import") as writing:
        concept = concepts.create(writing, "PEACE", "en").id
        first, second, third = (documents.add(writing, name, "قرار") for name in "abc")
        for document in (first, second):
            assignments.assign(writing, document, concept)
        rejected = assignments.assign(writing, third, concept)
        assignments.set_status(writing, rejected.id, "rejected")
    assert project.documents_with(concept) == {first, second}
    assert project.documents_with("unknown") == frozenset()


def test_documents_are_found_in_which_a_task_is_done(project: Project):
    with project.operation("import") as writing:
        first, second, _ = (documents.add(writing, name, "قرار") for name in "abc")
        documents.set_progress(writing, first, "clause", "done")
        documents.set_progress(writing, second, "clause", "in-progress")
        documents.set_progress(writing, second, "lead", "done")
    assert project.documents_done("clause") == {first}
    assert project.documents_done("lead") == {second}


def test_tags_of_the_project_are_told_once_each(project: Project):
    with project.operation("import") as writing:
        for name in "ab":
            documents.set_tags(writing, documents.add(writing, name, "قرار"), ["check", name])
    assert project.tags() == ["a", "b", "check"]


@pytest.mark.parametrize("count", [0, 1, 251])
def test_ids_are_taken_apart_without_loss(count: int):
    ids = [str(number) for number in range(count)]
    assert [each for part in document_queries.in_parts(ids) for each in part] == ids


def test_marks_of_other_layers_do_not_count(project: Project):
    with project.operation("import") as writing:
        document = documents.add(writing, "a", "قرار طويل")
        spans.mark(writing, document, "date", 0, 4)
    assert document_queries.list_rows(project.tables, [document])[0][-2:] == (0, 0)
