from pathlib import Path

import pytest

from model.annotation import documents
from model.project import Project
from model.storage import vocabulary_queries
from model.vocabulary import assignments, concepts
from model.vocabulary.concepts import OWN_VOCABULARY, label_key
from tests.model.vocabulary.test_edition import AMBIGUOUS, bring_in
from tests.model.vocabulary.thesauri import HERE, small


@pytest.fixture
def vocabulary(project: Project, tmp_path: Path) -> str:
    return bring_in(project, small(tmp_path, AMBIGUOUS)).vocabulary


def uris(project: Project, ids: list[str]) -> list[str]:
    return [project.concept(each).uri.removeprefix(HERE) for each in ids]


@pytest.mark.parametrize(
    "language, expected",
    [("en", ["3", "2", "8", "1"]), ("es", ["1", "8", "3", "2"]), ("ru", ["8", "1", "3", "2"])],
)
def test_the_order_of_concepts_with_a_label(
    project: Project, vocabulary: str, language: str, expected: list[str]
) -> None:
    """The language first (its regions too), then what is not deprecated, then the kind of label."""
    assert (
        uris(project, vocabulary_queries.concepts_with_label(project.tables, label_key("arms"), language)) == expected
    )


def test_own_terms_after_thesauri_and_what_is_gone_last(project: Project, vocabulary: str) -> None:
    tables = project.tables
    with project.operation("own") as writing:
        own = concepts.add(writing, "ARMS", "en").id
    found = vocabulary_queries.concepts_with_label(tables, label_key("arms"), "en")
    assert found.index(own) == len(found) - 1
    with project.operation("gone") as writing:
        writing.insert("concept_state", {"id": "x", "concept": found[0], "state": "gone"})
    assert vocabulary_queries.concepts_with_label(tables, label_key("arms"), "en") == [*found[1:], found[0]]
    assert vocabulary_queries.concepts_with_label(tables, label_key("nothing"), "en") == []


def test_labels_shared_by_two_vocabularies(project: Project, vocabulary: str) -> None:
    def shared() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term, other in vocabulary_queries.labels_shared(project.tables, OWN_VOCABULARY, vocabulary):
            found.setdefault(project.concept(term).label("en"), []).append(*uris(project, [other]))
        return found

    assert shared() == {}
    (guns_of_thesaurus,) = (each.id for each in project.concepts() if each.uri == f"{HERE}7")
    with project.operation("own") as writing:
        concepts.add(writing, "arms", "en")
        guns = concepts.add(writing, "Guns", "en").id
        concepts.add(writing, "NOTHING", "en")
        concepts.add(writing, "\u200f", "en")  # of which nothing is left when it is folded
        concepts.add_label(writing, guns_of_thesaurus, "\u200e", "en")
    assert shared() == {"arms": ["3", "2"], "Guns": ["7", "6"]}
    with project.operation("better") as writing:  # its preferred label counts before others
        concepts.add_label(writing, guns, "WEAPONS", "en")
    assert shared()["Guns"] == ["7", "6"]
    with project.operation("gone") as writing:
        writing.insert("concept_state", {"id": "x", "concept": guns_of_thesaurus, "state": "gone"})
    assert shared()["Guns"] == ["6"]


def test_uses_count_documents(project: Project) -> None:
    with project.operation("assign") as writing:
        found = [documents.add(writing, name, f"نص {name}") for name in "ab"]
        water = concepts.create(writing, "WATER").id
        unused = concepts.create(writing, "FIRE").id
        for document in found:
            for _ in range(2):
                assignments.assign_found(writing, document, [(water, "WATER")], assignments.MANUAL)
        rejected = assignments.assign(writing, found[0], unused)
        assignments.set_status(writing, rejected.id, "rejected")
    assert vocabulary_queries.uses(project.tables, OWN_VOCABULARY) == {water: 2}
    rows = vocabulary_queries.assignments_of(project.tables, water)
    assert len(rows) == 4
    assert [row["document"] for row in rows] == sorted(str(row["document"]) for row in rows)
    assert len(vocabulary_queries.assignments_of(project.tables, unused)) == 1


def test_what_concepts_hold(project: Project, tmp_path: Path) -> None:
    vocabulary = bring_in(project, small(tmp_path)).vocabulary
    tables = project.tables
    assert [uri for _, uri in vocabulary_queries.concept_uris(tables, vocabulary)] == [
        f"{HERE}{name}" for name in ("books", "letters", "libraries", "reading")
    ]
    (notation,) = vocabulary_queries.content(tables, vocabulary, "concept_notation")
    assert notation[2:] == ("01",)
    assert vocabulary_queries.content(tables, OWN_VOCABULARY, "concept_notation") == []
    books = notation[1]
    relations = vocabulary_queries.content_of(tables, books, "concept_relation")
    rows = [tables.row("concept_relation", each) for each in relations]
    assert sorted((row["kind"], row["other"] == books) for row in rows if row) == [
        ("broader", False),
        ("related", False),
        ("related", True),
        ("replaced_by", True),
    ]
    assert len(vocabulary_queries.content_of(tables, books, "concept_label")) == 5
    labels = [row["text"] for row in vocabulary_queries.labels(tables, vocabulary) if row["concept"] == books]
    assert labels == ["الكتب", "BOOKS", "VOLUMES", "BOKS", "libros"]


def test_a_thesaurus_is_not_gone_through_for_a_free_term(project: Project, vocabulary: str) -> None:
    with project.operation("many") as writing:
        for number in range(500):
            row = {"id": f"c{number}", "vocabulary": vocabulary, "uri": f"{HERE}more/{number}"}
            writing.insert("concept", row)
            concepts.add_label(writing, f"c{number}", f"LABEL {number}", "en")
        concepts.add(writing, "arms", "en")
    steps: list[int] = []
    project.tables.connection.set_progress_handler(lambda: steps.append(1) or 0, 100)
    found = vocabulary_queries.labels_shared(project.tables, OWN_VOCABULARY, vocabulary)
    project.tables.connection.set_progress_handler(None, 0)
    assert len(found) == 2
    assert len(steps) < 20  # hundreds of instructions each
