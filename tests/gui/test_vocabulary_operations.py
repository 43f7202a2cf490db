import pytest

from gui import operations, vocabulary_operations
from model.annotation import documents
from model.errors import Cancelled
from model.project import Project
from model.vocabulary import concepts


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        with project.operation("import") as writing:
            documents.add(writing, "A", "نص")
            for term in ("ONE", "TWO", "THREE"):
                concepts.add(writing, term, "en")
        yield project


def _ids(project: Project) -> dict[str, str]:
    return {concept.label("en"): concept.id for concept in project.concepts()}


def test_a_term_becomes_another_and_undo_brings_it_back(project):
    ids = _ids(project)
    (document,) = project.document_ids()
    operations.assign(project, document, ids["ONE"])
    assert vocabulary_operations.merge(project, ids["ONE"], ids["TWO"]) == 1
    assert set(_ids(project)) == {"TWO", "THREE"}
    assert [each.concept for each in project.assignments(document)] == [ids["TWO"]]
    assert project.undo().name == "merge term"
    assert _ids(project) == ids


def test_many_are_merged_in_one_step_or_none(project):
    ids = _ids(project)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    pairs = {ids["ONE"]: ids["THREE"], ids["TWO"]: ids["THREE"]}
    with pytest.raises(Cancelled):
        vocabulary_operations.merge_all(project, pairs, stop)
    assert _ids(project) == ids
    assert vocabulary_operations.merge_all(project, pairs) == 2
    assert set(_ids(project)) == {"THREE"}
    project.undo()
    assert _ids(project) == ids
