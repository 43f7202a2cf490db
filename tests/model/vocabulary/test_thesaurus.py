import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from model.errors import UserError
from model.project import Project
from model.vocabulary import concepts, edition
from model.vocabulary.concepts import OWN_VOCABULARY
from model.vocabulary.thesaurus import Thesaurus, derived_id, of_vocabulary, row_of
from tests.model.vocabulary.thesauri import small, thesauri


def brought_in(project: Project, thesaurus: Thesaurus) -> str:
    with project.operation(edition.OPERATION) as writing:
        return edition.bring_in(writing, thesaurus).vocabulary


@given(thesauri())
@settings(max_examples=25)
def test_what_is_brought_in_and_read_is_the_same_thesaurus(thesaurus: Thesaurus) -> None:
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "p.qarar", "Amal") as project:
        vocabulary = brought_in(project, thesaurus)
        assert project.read(of_vocabulary, vocabulary) == thesaurus
        before = project.counts()
        assert brought_in(project, thesaurus) == vocabulary
        assert project.counts() == before
        project.undo()
        assert project.counts().concepts == 0
        assert [each.own for each in project.vocabularies()] == [True]


def test_two_projects_have_the_same_rows(project: Project, tmp_path: Path) -> None:
    """So that one can be brought into the other."""
    kinds = ("vocabulary", "concept", "concept_label", "concept_relation", "concept_notation", "concept_state")
    thesaurus = small(tmp_path)
    with Project.create(tmp_path / "other.qarar", "Badr") as other:
        brought_in(project, thesaurus)
        brought_in(other, thesaurus)
        for kind in kinds:
            assert project.tables.all(kind) == other.tables.all(kind) != []


def test_ids_are_uuids_of_version_5() -> None:
    found = {derived_id("a", str(number)) for number in range(500)}
    assert len(found) == 500
    assert {(each[14], each[19]) for each in found} == {("5", variant) for variant in "89ab"}
    assert derived_id("ab", "c") != derived_id("a", "bc")


def test_a_row_never_takes_the_id_of_another() -> None:
    fact = ("concept_notation", "01")
    first = row_of("c", fact, ())
    second = row_of("c", fact, {str(first["id"])})
    assert first["id"] != second["id"]
    assert {**second, "id": first["id"]} == first


def test_related_at_one_end_only_is_read_at_both(project: Project, tmp_path: Path) -> None:
    """As files that other programs, or versions, have written may have it."""
    vocabulary = brought_in(project, small(tmp_path))
    with project.operation("take away") as writing:
        rows = [row for row in writing.tables.all("concept_relation") if row["kind"] == "related"]
        writing.delete("concept_relation", str(rows[0]["id"]))
    assert project.read(of_vocabulary, vocabulary) == small(tmp_path)


def test_the_own_vocabulary_comes_back_with_its_ids(project: Project, tmp_path: Path) -> None:
    with project.operation("terms") as writing:
        water = concepts.create(writing, "WATER").id
        concepts.add_label(writing, water, "المياه", "ar", "preferred")
    thesaurus = project.read(of_vocabulary, OWN_VOCABULARY)
    assert [concept.uri for concept in thesaurus.concepts] == [f"urn:uuid:{water}"]
    with Project.create(tmp_path / "other.qarar", "Badr") as other:
        with other.operation("terms") as writing:
            peace = concepts.create(writing, "PEACE").id
        brought_in(other, thesaurus)
        assert {concept.id for concept in other.concepts()} == {water, peace}
        assert other.concept(water).label("ar") == "المياه"
        assert other.tables.count("concept_state") == 0  # what the file lacks is not gone
        assert len(other.vocabularies()) == 1


def test_a_vocabulary_that_is_not_there_is_refused(project: Project) -> None:
    with pytest.raises(UserError, match="no longer there"):
        project.read(of_vocabulary, "nothing")
