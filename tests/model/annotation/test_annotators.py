import pytest

from model.annotation import annotators
from model.errors import UserError
from model.project import Project


def test_a_name_is_entered_once_however_it_is_spaced(project: Project):
    first = annotators.enter(project.tables, "Omar  Said")
    assert first.name == "Omar Said"
    assert annotators.enter(project.tables, " Omar Said ") == first
    assert [each.name for each in annotators.all_annotators(project.tables)].count("Omar Said") == 1


@pytest.mark.parametrize("name", ["", " ", "x" * (annotators.LONGEST + 1), "a\u200fb"])
def test_what_is_no_name_is_refused(project: Project, name: str):
    with pytest.raises(UserError, match="needs a name"):
        annotators.enter(project.tables, name)
