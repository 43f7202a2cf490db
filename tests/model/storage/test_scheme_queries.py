from model.annotation import documents, spans
from model.project import Project
from model.storage import scheme_queries as queries


def test_labels_features_and_values_are_counted_over_all_documents(project: Project):
    with project.operation("mark") as writing:
        found = [documents.add(writing, f"d{number}", "نص قصير هنا") for number in (10, 9)]
        for document in found:
            spans.mark(writing, document, "title", 0, 2, features=[("a", "1"), ("b", document)])
        spans.mark(writing, found[0], "date", 3, 7)
    tables = project.tables
    assert queries.spans_by_label(tables) == {"title": 2, "date": 1}
    assert queries.use_of_labels(tables, ["title", "date"]) == (3, 2, 0)
    assert queries.use_of_labels(tables, []) == (0, 0, 0)
    assert queries.documents_with_labels(tables, ["title"]) == [found[1], found[0]]  # in project order: 9 before 10
    assert queries.documents_with_labels(tables, []) == []
    assert queries.spans_by_feature(tables, "title") == {"a": 2, "b": 2}
    assert queries.spans_by_value(tables, "title", "a") == {"1": 2}
    assert {row["document"] for row in queries.feature_rows(tables, "title", "b")} == set(found)
    assert queries.feature_rows(tables, "date", "b") == []
