import pytest

from model.annotation.values import Origin
from model.errors import UserError
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.conftest import TEXT


@pytest.fixture
def three(project: Project, document: str) -> list[str]:
    with project.operation("assign") as writing:
        return [
            assignments.assign(writing, document, concepts.create(writing, label).id).id for label in ("A", "B", "C")
        ]


def order(project: Project, document: str) -> list[str]:
    return [project.concept(each.concept).label("en") for each in project.assignments(document)]


def test_order(project: Project, document: str, three: list[str]) -> None:
    assert order(project, document) == ["A", "B", "C"]
    for place, expected in ((0, "CAB"), (1, "ACB"), (99, "ABC"), (-1, "CAB")):
        with project.operation("move") as writing:
            assignments.move(writing, three[2], place)
        assert order(project, document) == list(expected)
    with project.operation("unassign") as writing:
        assignments.unassign(writing, three[0])
    assert order(project, document) == ["C", "B"]
    project.undo()
    assert order(project, document) == ["C", "A", "B"]


def test_a_concept_is_assigned_once_except_by_a_header(project: Project, document: str, three: list[str]) -> None:
    concept = project.assignments(document)[0].concept
    with pytest.raises(UserError, match="already"), project.operation("assign") as writing:
        assignments.assign(writing, document, concept)
    with project.operation("import") as writing:
        assignments.assign(writing, document, concept, term="a", origin=Origin("import"))
    assert len(project.assignments(document)) == 4


def test_evidence(project: Project, document: str, three: list[str]) -> None:
    with project.operation("attach evidence") as writing:
        later = assignments.add_evidence(writing, three[0], 10, 20)
        assignments.add_evidence(writing, three[0], 2, 5)
        assignments.add_evidence(writing, three[1], 2, 5)
    assert [(each.start, each.end) for each in project.assignments(document)[0].evidence] == [(2, 5), (10, 20)]
    for start, end, sentence in (
        (2, 5, "already"),
        (5, 5, "at least"),
        (5, len(TEXT) + 1, "outside"),
        (-1, 3, "outside"),
    ):
        with pytest.raises(UserError, match=sentence), project.operation("attach evidence") as writing:
            assignments.add_evidence(writing, three[0], start, end)
    with project.operation("detach evidence") as writing:
        assignments.remove_evidence(writing, later.id)
    assert len(project.assignments(document)[0].evidence) == 1
    before = project.assignments(document)
    with project.operation("unassign") as writing:
        assignments.unassign(writing, three[0])
    assert len(project.assignments(document)) == 2
    project.undo()
    assert project.assignments(document) == before


def test_major_and_status(project: Project, document: str, three: list[str]) -> None:
    with project.operation("propose") as writing:
        assignments.set_major(writing, three[1], True)
        concept = concepts.create(writing, "D").id
        made = assignments.assign(writing, document, concept, status="suggested", origin=Origin("model", "m-1", 0.5))
    assert [each.major for each in project.assignments(document)] == [False, True, False, False]
    with project.operation("confirm") as writing:
        assignments.set_status(writing, made.id, "confirmed")
        assignments.set_status(writing, three[2], "rejected")
    found = project.assignments(document)
    assert [each.status for each in found] == ["confirmed"] * 3
    assert project.annotator is not None
    assert (found[2].origin, found[2].confirmed_by) == (Origin("model", "m-1", 0.5), project.annotator.id)
    assert len(project.assignments(document, rejected=True)) == 4
