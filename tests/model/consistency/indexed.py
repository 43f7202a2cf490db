"""A project with a thesaurus and documents that are indexed, for tests."""

from collections.abc import Mapping, Sequence

from model.annotation import documents
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.vocabulary.concept_rows import Labels, add_concepts, add_vocabulary


def index(
    project: Project,
    thesaurus: Mapping[str, Labels],
    indexed: Mapping[str, Sequence[str]],
    free: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Fill a project: concepts of a thesaurus by id; free terms by a name, with the language ``ar`` where they are
    Arabic; documents by name, with what they have (ids of concepts, or names of free terms). Gives all ids by name.
    """
    ids: dict[str, str] = {concept: concept for concept in thesaurus}
    with project.operation("fill") as writing:
        add_vocabulary(writing)
        add_concepts(writing, thesaurus)
        for name, label in (free or {}).items():
            ids[name] = concepts.add(writing, label, concepts.language_of(label)).id
        for name, held in indexed.items():
            ids[name] = documents.add(writing, name, f"قرار {name}")
            for each in held:
                assignments.assign(writing, ids[name], ids[each])
    return ids
