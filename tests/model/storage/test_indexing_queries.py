from model.annotation import documents
from model.project import Project
from model.storage import indexing_queries
from model.vocabulary import assignments
from tests.model.consistency.indexed import index

HELD = {
    "recognised_title": "Water",
    "recognised_session": "74",
    "corrected_session": "75",
    "recognised_symbol": "A/RES/75/1",
}


def test_documents_with_what_is_held_of_them(project: Project) -> None:
    ids = index(project, {}, {"10": [], "9": []})
    with project.operation("metadata") as writing:
        writing.update("document", ids["9"], **HELD)
    assert project.read(indexing_queries.documents) == [
        (ids["9"], "9", "A/RES/75/1", None, "75", None, "Water"),
        (ids["10"], "10", None, None, None, None, None),
    ]


def test_confirmed_descriptors_by_document_and_rank(project: Project) -> None:
    ids = index(project, {"a": [("en", "A")], "b": [("en", "B")]}, {"2": ["b", "a"], "1": ["a"]})
    with project.operation("order") as writing:
        first = project.assignments(ids["2"])[0]
        assignments.move(writing, first.id, 1)
        assignments.set_status(writing, project.assignments(ids["1"])[0].id, "rejected")
    assert project.read(indexing_queries.confirmed) == [(ids["2"], "a"), (ids["2"], "b")]


def test_labels_in_the_languages_that_can_be_near_doubles(project: Project) -> None:
    labels = [("en", "B"), ("en-GB", "A", "alternative"), ("ar", "ج"), ("fr", "D"), ("", "E"), ("en", "F", "hidden")]
    ids = index(project, {"a": labels}, {}, {"f": "G"})
    rows = project.read(indexing_queries.labels)
    assert [row[1:] for row in rows if row[0] == "a"] == [
        (0, "", "preferred", "E", "e"),
        (0, "ar", "preferred", "ج", "ج"),
        (0, "en", "preferred", "B", "b"),
        (0, "en-GB", "alternative", "A", "a"),
    ]
    assert [row[1:] for row in rows if row[0] == ids["f"]] == [(1, "en", "preferred", "G", "g")]


def test_folded_texts_in_project_order(project: Project) -> None:
    with project.operation("import") as writing:
        ids = [documents.add(writing, name, text) for name, text in (("10", "أمّا"), ("9", "قرارٌ"), ("8", "أمّا"))]
    assert list(indexing_queries.folded_texts(project.tables)) == [(ids[2], "اما"), (ids[1], "قرار"), (ids[0], "اما")]
