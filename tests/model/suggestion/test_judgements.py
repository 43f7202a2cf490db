from collections.abc import Iterator
from pathlib import Path

import pytest

from model.annotation import documents
from model.errors import UserError
from model.project import Project
from model.suggestion import judgements
from model.suggestion.suggester import Suggestion
from model.vocabulary import assignments, concepts


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.qarar", "Sara") as project:
        yield project


@pytest.fixture
def made(project: Project) -> dict[str, str]:
    found: dict[str, str] = {}
    with project.operation("import") as writing:
        found["one"] = documents.add(writing, "one", "نزع السلاح والسلام")
        found["two"] = documents.add(writing, "two", "السلام")
        for term in ("PEACE", "DISARMAMENT", "TRADE"):
            found[term] = concepts.add(writing, term, "en").id
    return found


def suggestion(term: str, *evidence: tuple[int, int]) -> Suggestion:
    return Suggestion(term, 0.87654, True, evidence, len(evidence), False, ())


def test_an_accepted_one_says_who_suggested_and_who_confirmed(project: Project, made: dict[str, str]) -> None:
    with project.operation("x") as writing:
        judgements.accept(writing, made["one"], suggestion(made["DISARMAMENT"], (0, 9), (10, 17)))
    (found,) = project.assignments(made["one"])
    assert (found.status, found.confirmed_by) == ("confirmed", project.annotator and project.annotator.id)
    assert (found.origin.kind, found.origin.version, found.origin.confidence) == ("model", "suggester-1", 0.8765)
    assert [(each.start, each.end, each.origin) for each in found.evidence] == [
        (0, 9, found.origin),
        (10, 17, found.origin),
    ]


def test_one_that_is_there_is_refused_and_nothing_is_written(project: Project, made: dict[str, str]) -> None:
    with project.operation("x") as writing:
        assignments.assign(writing, made["one"], made["PEACE"])
    with pytest.raises(UserError), project.operation("x") as writing:
        judgements.accept(writing, made["one"], suggestion(made["TRADE"]))
        judgements.accept(writing, made["one"], suggestion(made["PEACE"]))
    assert [each.concept for each in project.assignments(made["one"])] == [made["PEACE"]]


def test_a_rejected_one_is_kept_as_such_and_may_be_assigned_later(project: Project, made: dict[str, str]) -> None:
    with project.operation("x") as writing:
        judgements.reject(writing, made["one"], suggestion(made["PEACE"]))
    assert project.assignments(made["one"]) == []
    (kept,) = project.assignments(made["one"], rejected=True)
    assert (kept.concept, kept.status, kept.confirmed_by) == (made["PEACE"], "rejected", None)
    with project.operation("x") as writing:
        assignments.assign(writing, made["one"], made["PEACE"])
    assert [each.concept for each in project.assignments(made["one"])] == [made["PEACE"]]


def test_what_is_taken_over_keeps_order_and_weight(project: Project, made: dict[str, str]) -> None:
    with project.operation("x") as writing:
        for term in ("TRADE", "PEACE", "DISARMAMENT"):
            assignments.assign(writing, made["two"], made[term])
        second = assignments.of_document(writing.tables, made["two"])[1]
        assignments.set_major(writing, second.id, True)
        assignments.add_evidence(writing, second.id, 0, 3)
        assignments.assign(writing, made["one"], made["TRADE"])
    wanted = {made["TRADE"], made["PEACE"], made["DISARMAMENT"]}
    with project.operation("x") as writing:
        found = judgements.take_over(writing, made["one"], made["two"], 1.0000001, wanted)
    assert [each.concept for each in found] == [made["PEACE"], made["DISARMAMENT"]]
    after = project.assignments(made["one"])
    assert [(each.concept, each.major) for each in after] == [
        (made["TRADE"], False),
        (made["PEACE"], True),
        (made["DISARMAMENT"], False),
    ]
    assert [each.origin.confidence for each in after[1:]] == [1.0, 1.0]
    assert all(each.evidence == () for each in after)


def test_the_confidence_of_what_is_taken_over_is_how_alike_the_documents_are(
    project: Project, made: dict[str, str]
) -> None:
    with project.operation("x") as writing:
        for term in ("TRADE", "PEACE"):
            assignments.assign(writing, made["two"], made[term])
        judgements.take_over(writing, made["one"], made["two"], 0.71234, {made["TRADE"], made["PEACE"]})
    origins = [each.origin for each in project.assignments(made["one"])]
    assert [(each.kind, each.version, each.confidence) for each in origins] == [
        ("model", "similar-document-1", 0.7123)
    ] * 2
    # Who reads an export is told what the number means, for either version.
    told = (Path(__file__).parents[3] / "docs" / "export-format.md").read_text("utf-8")
    assert f"`{judgements.SIMILAR}`" in told and f"`{judgements.SUGGESTER}`" in told


def test_only_what_is_wanted_and_confirmed_is_taken_over(project: Project, made: dict[str, str]) -> None:
    with project.operation("x") as writing:
        assignments.assign(writing, made["two"], made["TRADE"], status="suggested")
        assignments.assign(writing, made["two"], made["PEACE"])
        assignments.assign(writing, made["two"], made["DISARMAMENT"])
    with project.operation("x") as writing:
        found = judgements.take_over(writing, made["one"], made["two"], 0.5, {made["TRADE"], made["PEACE"]})
    assert [each.concept for each in found] == [made["PEACE"]]
