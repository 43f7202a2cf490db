"""Project JSON of projects whose thesauri say more than labels, scope notes and relations."""

import json
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import project_json
from model.project import Project
from model.storage.journal import Writing
from tests.model.formats.projects import annotated, content
from tests.model.formats.test_project_json import VALIDATORS, read, written

# One row of each kind of what only the third version holds, of the concepts that ``annotated`` makes.
MORE = (
    ("concept_notation", {"id": "n1", "concept": "v1", "text": "01.02"}),
    ("concept_documentation", {"id": "d1", "concept": "v1", "kind": "history", "language": "ar", "text": "منذ 1946"}),
    ("concept_state", {"id": "s1", "concept": "v1", "state": "gone"}),
    ("concept_relation", {"id": "r1", "concept": "v1", "kind": "replaced_by", "other": "v2"}),
)


def insert(writing: Writing, kind: str, row: dict[str, str]) -> None:
    writing.insert(kind, {**row})


@pytest.mark.parametrize("kind, row", MORE, ids=lambda value: value if isinstance(value, str) else "")
def test_each_of_these_makes_it_the_third_version(
    project: Project, tmp_path: Path, kind: str, row: dict[str, str]
) -> None:
    annotated(project)
    before = written(project, tmp_path / "a.json")
    assert json.loads(before)["format"] == "qarar-project/1"
    with project.operation("more") as writing:
        insert(writing, kind, row)
    data = json.loads(written(project, tmp_path / "b.json"))
    assert data["format"] == "qarar-project/3"
    assert data["saved_searches"] == []
    VALIDATORS["qarar-project/3"].validate(data)
    project.undo()
    assert written(project, tmp_path / "c.json") == before


def test_what_is_written_and_read_is_the_same_project(project: Project, tmp_path: Path) -> None:
    annotated(project)
    with project.operation("more") as writing:
        for kind, row in MORE:
            insert(writing, kind, row)
        insert(writing, "concept_documentation", {**MORE[1][1], "id": "d2", "kind": "change"})
        insert(writing, "concept_state", {"id": "s2", "concept": "v1", "state": "deprecated"})
    first = written(project, tmp_path / "a.json")
    concept = next(each for each in json.loads(first)["concepts"] if each["id"] == "v1")
    assert (concept["notations"], concept["replaced_by"]) == (["01.02"], ["v2"])
    assert concept["states"] == ["deprecated", "gone"]
    assert [each["kind"] for each in concept["documentation"]] == ["change", "history"]
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        assert read(other, tmp_path / "a.json") == 1
        assert written(other, tmp_path / "b.json") == first
        before = content(other)
        assert read(other, tmp_path / "a.json") == 0
        assert content(other) == before
        other.undo()
        assert other.counts().concepts == 0
        assert [other.tables.count(kind) for kind, _ in MORE] == [0, 0, 0, 0]


def test_what_does_not_fit_together_is_refused(project: Project, tmp_path: Path) -> None:
    annotated(project)
    with project.operation("more") as writing:
        for kind, row in MORE:
            insert(writing, kind, row)
    path = tmp_path / "a.json"
    before = content(project)
    data = json.loads(written(project, path))
    place = next(index for index, each in enumerate(data["concepts"]) if each["id"] == "v1")
    for key, value, sentence in (
        ("replaced_by", ["nobody"], f"/concepts/{place}/replaced_by/0 names a concept that the file does not have"),
        ("states", ["gone", "gone"], f"/concepts/{place}/states has a state twice"),
        ("states", ["lost"], f"/concepts/{place}/states/0"),
        ("notations", ["other"], f"/concepts/{place}: the project has this concept with other content"),
    ):
        changed = json.loads(json.dumps(data))
        changed["concepts"][place][key] = value
        path.write_text(json.dumps(changed), "utf-8")
        with pytest.raises(UserError, match=sentence):
            read(project, path)
    data["format"] = "qarar-project/2"
    path.write_text(json.dumps(data), "utf-8")
    with pytest.raises(UserError, match="concepts/0"):
        read(project, path)
    assert content(project) == before
    assert project_json.FORMATS[:3] == ("qarar-project/1", "qarar-project/2", "qarar-project/3")
