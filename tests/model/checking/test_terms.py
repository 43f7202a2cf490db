import pytest

from model.annotation import documents
from model.checking.terms import outside_vocabulary
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.checking.marked import FRAME, Marked


@pytest.fixture
def document(project: Project) -> str:
    """A document of a project with a thesaurus that has the concept TRADE."""
    with project.operation("import") as writing:
        row = {"id": "t", "uri": "http://thesaurus", "names": "{}", "version": "1", "own": 0}
        writing.insert("vocabulary", row)
        trade = concepts.create(writing, "TRADE")
        writing.update("concept", trade.id, vocabulary="t")
        return documents.add(writing, "A", Marked(*FRAME).text)


def _assign(project: Project, document: str, label: str, evidence: tuple[int, int] | None = None) -> str:
    with project.operation("add descriptors") as writing:
        known = concepts.matching(project.tables, label)
        assignment = assignments.assign(writing, document, known or concepts.create(writing, label).id)
        if evidence is not None:
            assignments.add_evidence(writing, assignment.id, *evidence)
    return assignment.id


def test_a_free_term_is_reported_at_its_evidence(project, document):
    _assign(project, document, "OWN", (3, 8))
    (problem,) = outside_vocabulary(project.tables, document)
    assert (problem.kind, problem.text) == ("vocabulary", "The descriptor “OWN” is in no vocabulary.")
    assert (problem.start, problem.end, problem.fix) == (3, 8, None)


def test_concepts_of_the_vocabulary_and_suggested_descriptors_are_not_reported(project, document):
    _assign(project, document, "TRADE")
    suggested = _assign(project, document, "OWN")
    with project.operation("suggest") as writing:
        writing.update("assignment", suggested, status="suggested")
    assert list(outside_vocabulary(project.tables, document)) == []


def test_a_project_without_a_thesaurus_has_no_such_problem(project):
    with project.operation("import") as writing:
        document = documents.add(writing, "A", Marked(*FRAME).text)
    _assign(project, document, "OWN")
    assert list(outside_vocabulary(project.tables, document)) == []


def test_a_concept_with_the_same_label_is_offered(project, document):
    assignment = _assign(project, document, "Trade-old")
    with project.operation("name") as writing:
        writing.update("assignment", assignment, term="TRADE")
    (problem,) = outside_vocabulary(project.tables, document)
    fix = problem.fix
    assert fix is not None and (fix.action, fix.target) == ("replace-term", assignment)
    assert fix.value == concepts.matching(project.tables, "TRADE")
    assert str(fix.message) == "Take “TRADE” of the vocabulary"
