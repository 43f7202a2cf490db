import json
from pathlib import Path

import pytest

from model.errors import UserError
from model.formats import project_json
from model.project import Project
from model.search import saved
from model.search.query import Query
from tests.model.formats.projects import annotated
from tests.model.formats.test_project_json import VALIDATORS, read, written

QUERY = Query("تقرر|تطلب", whole_words=False, regex=True, label="operative")


@pytest.fixture
def searching(project: Project) -> Project:
    annotated(project)
    with project.operation("save search") as writing:
        saved.save(writing, "طلبات", QUERY)
        saved.save(writing, "a", Query("x", exact=True))
    return project


def test_a_project_with_saved_searches_is_written_and_read(searching: Project, tmp_path: Path) -> None:
    first = written(searching, tmp_path / "a.json")
    data = json.loads(first)
    assert data["format"] == "qarar-project/2"
    VALIDATORS["qarar-project/2"].validate(data)
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        read(other, tmp_path / "a.json")
        assert other.saved_searches() == searching.saved_searches()
        assert written(other, tmp_path / "b.json") == first
        read(other, tmp_path / "a.json")
        assert len(other.saved_searches()) == 2
        other.undo()
        assert other.saved_searches() == []


def test_without_them_it_is_written_as_before(searching: Project, tmp_path: Path) -> None:
    searching.undo()
    assert json.loads(written(searching, tmp_path / "a.json"))["format"] == "qarar-project/1"


def test_a_name_that_is_taken_is_numbered(searching: Project, tmp_path: Path) -> None:
    written(searching, tmp_path / "a.json")
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        with other.operation("save search") as writing:
            saved.save(writing, "A", Query("mine"))
            saved.save(writing, "a (2)", Query("mine too"))
        read(other, tmp_path / "a.json")
        names = {each.name: each.query.text for each in other.saved_searches()}
        assert names == {"A": "mine", "a (2)": "mine too", "a (3)": "x", "طلبات": "تقرر|تطلب"}


def test_what_was_numbered_is_known_again(searching: Project, tmp_path: Path) -> None:
    written(searching, tmp_path / "a.json")
    with Project.create(tmp_path / "b.qarar", "Dana") as other:
        with other.operation("save search") as writing:
            saved.save(writing, "a", Query("mine"))
        read(other, tmp_path / "a.json")
        before = other.saved_searches()
        read(other, tmp_path / "a.json")
        assert other.saved_searches() == before and len(before) == 3


@pytest.mark.parametrize("key, value", [("name", " a\n"), ("name", "a\u202eb"), ("text", "(")])
def test_what_could_not_have_been_saved_is_refused(searching: Project, tmp_path: Path, key: str, value: str) -> None:
    data = json.loads(written(searching, tmp_path / "a.json"))
    data["saved_searches"][1][key] = value
    (tmp_path / "b.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(UserError, match="/saved_searches/1: "), Project.create(tmp_path / "b.qarar", "Dana") as other:
        read(other, tmp_path / "b.json")


def test_a_long_name_is_cut_to_be_numbered(searching: Project) -> None:
    with searching.operation("save search") as writing:
        saved.save(writing, "x" * saved.LONGEST_NAME, Query("y"))
    free = saved.free_name(searching.tables, "X" * saved.LONGEST_NAME)
    assert len(free) == saved.LONGEST_NAME and free.endswith("X (2)")


def test_the_same_search_with_another_content_is_refused(searching: Project, tmp_path: Path) -> None:
    data = json.loads(written(searching, tmp_path / "a.json"))
    data["saved_searches"][0]["text"] = "y"
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(UserError, match="“a” with another content"):
        read(searching, tmp_path / "a.json")


@pytest.mark.parametrize("key", ["id", "name"])
def test_two_of_one_id_or_name_are_refused(searching: Project, tmp_path: Path, key: str) -> None:
    data = json.loads(written(searching, tmp_path / "a.json"))
    data["saved_searches"][1][key] = data["saved_searches"][0][key]
    (tmp_path / "b.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(UserError, match="/saved_searches/1: there is one"):
        read(searching, tmp_path / "b.json")


def test_a_file_of_the_first_version_has_none(searching: Project, tmp_path: Path) -> None:
    data = json.loads(written(searching, tmp_path / "a.json"))
    data["format"] = "qarar-project/1"
    (tmp_path / "b.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(UserError, match="saved_searches"):
        read(searching, tmp_path / "b.json")
    assert project_json.FORMATS[:2] == ("qarar-project/1", "qarar-project/2")
