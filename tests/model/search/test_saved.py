import pytest

from model.errors import UserError
from model.project import Project
from model.search import saved
from model.search.query import Query

QUERY = Query("تقرر", whole_words=False, label="operative")


def save(project: Project, name: str, query: Query = QUERY) -> saved.SavedSearch:
    with project.operation("save search") as writing:
        return saved.save(writing, name, query)


def test_a_search_is_saved_found_and_undone(project: Project) -> None:
    made = save(project, "  قرارات   التقرير ")
    assert made.name == "قرارات التقرير"
    assert project.saved_searches() == [made]
    assert project.saved_searches()[0].query == QUERY
    project.undo()
    assert project.saved_searches() == []


def test_saving_again_under_the_name_replaces(project: Project) -> None:
    first = save(project, "One")
    second = save(project, "one", Query("غيره", regex=True))
    assert project.saved_searches() == [second]
    assert second.id == first.id and second.query == Query("غيره", regex=True) and second.name == "one"


def test_names_are_in_order_and_each_once(project: Project) -> None:
    save(project, "b")
    other = save(project, "A")
    assert [each.name for each in project.saved_searches()] == ["A", "b"]
    with pytest.raises(UserError, match="named “B” already"), project.operation("rename search") as writing:
        saved.rename(writing, other.id, "B")
    with project.operation("rename search") as writing:
        assert saved.rename(writing, other.id, "a").name == "a"
    with project.operation("delete search") as writing:
        saved.delete(writing, other.id)
    assert [each.name for each in project.saved_searches()] == ["b"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\u202eb"])
def test_a_name_that_cannot_be(project: Project, name: str) -> None:
    with pytest.raises(UserError, match="needs a name"):
        save(project, name)


def test_a_query_that_cannot_be_is_not_saved(project: Project) -> None:
    with pytest.raises(UserError, match="no regular expression"):
        save(project, "x", Query("(", regex=True))
    assert project.saved_searches() == []
