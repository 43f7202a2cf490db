import pytest

from model.annotation import documents
from model.project import Project
from model.storage import concept_queries
from model.vocabulary import assignments, concepts
from tests.model.vocabulary.concept_rows import add_concepts, add_vocabulary


@pytest.fixture
def filled(project: Project) -> Project:
    with project.operation("thesaurus") as writing:
        add_vocabulary(writing)
        add_concepts(writing, {"a": [("en", "WATER"), ("ar", "المياه")], "b": [("", "RAIN")], "c": []})
        concepts.add(writing, "SNOW", "en")
    return project


def test_the_columns_of_labels_go_together(filled: Project) -> None:
    columns = filled.read(concept_queries.label_columns)
    rows = set(zip(*(column.split("\n") for column in columns), strict=True))
    assert {row[1:] for row in rows} == {
        ("en", "preferred", "water"),
        ("ar", "preferred", "المياه"),
        ("", "preferred", "rain"),
        ("en", "preferred", "snow"),
    }
    some = filled.read(concept_queries.label_columns, ["b", "a", "c", "nothing"])
    assert sorted(some[0].split("\n")) == ["a", "a", "b"]
    assert filled.read(concept_queries.label_columns, ["c"]) == ("", "", "", "")
    assert filled.read(concept_queries.label_columns, []) == ("", "", "", "")


def test_a_language_with_a_line_end_shifts_no_column(project: Project) -> None:
    with project.operation("thesaurus") as writing:
        add_vocabulary(writing)
        add_concepts(writing, {"a": [("e\nn", "WATER"), ("", "")], "b": [("en", "RAIN")]})
    columns = project.read(concept_queries.label_columns)
    assert [len(column.split("\n")) for column in columns] == [3, 3, 3, 3]
    assert project.search_concepts("wat")[0].label.language == "e\nn"


def test_many_ids_are_asked_for_in_parts(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concept_queries, "AT_ONCE", 1)
    keys = filled.read(concept_queries.label_columns, ["a", "c", "b"])[3]
    assert sorted(keys.split("\n")) == ["rain", "water", "المياه"]
    assert [row[0] for row in filled.read(concept_queries.labels_of, ["b", "a"])] == ["b", "a", "a"]
    assert {row[0]: row[2] for row in filled.read(concept_queries.names_of, ["a", "b"], "en")} == {
        "a": "WATER",
        "b": None,
    }


def test_labels_that_are_gone_have_no_concept(filled: Project) -> None:
    labels = [row[1] for row in filled.read(concept_queries.labels_of, ["a"])]
    assert filled.read(concept_queries.concepts_of_labels, [*labels, "gone"]) == ["a", "a"]


def test_own_concepts(filled: Project) -> None:
    own = filled.read(concept_queries.own_concepts)
    assert [filled.concept(each).label("en") for each in own] == ["SNOW"]


def test_what_is_rejected_is_no_use(filled: Project) -> None:
    with filled.operation("assign") as writing:
        first, second = (documents.add(writing, name, "قرار") for name in "12")
        assignments.assign(writing, first, "a")
        assignments.assign(writing, first, "b")
        rejected = assignments.assign(writing, second, "b")
        assignments.set_status(writing, rejected.id, "rejected")
        rejected = assignments.assign(writing, second, "c")
        assignments.set_status(writing, rejected.id, "rejected")
    assert dict(filled.read(concept_queries.counts_of_use)) == {"a": 1, "b": 1}
