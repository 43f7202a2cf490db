from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation.values import Origin, Status
from model.errors import UserError
from model.formats import resolution_text
from model.formats.importing import import_sources
from model.project import Project
from model.storage.journal import Writing
from model.vocabulary import assignments, concepts, edition, merging
from model.vocabulary.assignments import Assignment
from tests.model.formats.projects import content
from tests.model.vocabulary.test_edition import bring_in, id_of, resolution
from tests.model.vocabulary.thesauri import small


@pytest.fixture
def books(project: Project, tmp_path: Path) -> str:
    """A concept of a thesaurus that the project has."""
    bring_in(project, small(tmp_path))
    return id_of(project, "books")


def merge(project: Project, term: str, into: str) -> int:
    with project.operation("merge terms") as writing:
        return merging.merge(writing, term, into)


def own(project: Project, label: str = "CODICES") -> str:
    with project.operation("own term") as writing:
        return concepts.create(writing, label).id


def assign(
    writing: Writing, document: str, concept: str, *, term: str | None = None, status: Status = "confirmed"
) -> Assignment:
    origin = Origin("import", "resolution") if term else Origin("manual")
    return assignments.assign(writing, document, concept, term=term, status=status, origin=origin)


def test_assignments_move_with_their_evidence_and_places(project: Project, books: str, tmp_path: Path) -> None:
    paths = [resolution(tmp_path, "%%%PENS|CODICES|INK|", "a"), resolution(tmp_path, "%%%CODICES|", "b", "نص آخر")]
    import_sources(project, paths)
    first, second = project.document_ids()
    term = project.assignments(first)[1]
    with project.operation("evidence") as writing:
        assignments.add_evidence(writing, term.id, 0, 2)
    before = content(project)
    found = project.assignments(first)
    assert merge(project, term.concept, books) == 2
    moved = project.assignments(first)
    assert [each.concept for each in moved] == [found[0].concept, books, found[2].concept]
    assert [(each.id, each.rank, each.term) for each in moved] == [(each.id, each.rank, each.term) for each in found]
    assert moved[1].evidence == project.assignments(first)[1].evidence != ()
    assert [each.concept for each in project.assignments(second)] == [books]
    assert project.tables.row("concept", term.concept) is None
    assert project.tables.concept_labels(term.concept) == []
    assert [resolution_text.document_bytes(project, each) for each in (first, second)] == [
        path.read_bytes() for path in paths
    ]
    project.undo()
    assert content(project)[: before.index('"operation"')] == before[: before.index('"operation"')]


def test_what_a_term_holds_goes_with_it(project: Project, books: str) -> None:
    term = own(project)
    with project.operation("more") as writing:
        concepts.add_label(writing, term, "مخطوطات", "ar")
        for kind, row in (
            ("concept_note", {"language": "en", "text": "n"}),
            ("concept_notation", {"text": "1"}),
            ("concept_documentation", {"kind": "note", "language": "en", "text": "n"}),
            ("concept_state", {"state": "deprecated"}),
            ("concept_relation", {"kind": "broader", "other": books}),
        ):
            writing.insert(kind, {"id": f"x{kind}", "concept": term, **row})
        writing.insert("concept_relation", {"id": "back", "concept": books, "kind": "related", "other": term})
    assert merge(project, term, books) == 0
    assert project.integrity_problems() == []
    assert project.tables.row("concept_relation", "back") is None


@pytest.mark.parametrize("term_first", [True, False])
def test_a_document_that_has_both_has_one_then(project: Project, books: str, term_first: bool) -> None:
    term = own(project)
    with project.operation("assign") as writing:
        document = documents.add(writing, "r", "نص طويل")
        order = (term, books) if term_first else (books, term)
        made = {concept: assign(writing, document, concept) for concept in order}
        other = concepts.create(writing, "INK").id
        assign(writing, document, other)
        assignments.add_evidence(writing, made[term].id, 0, 2)
        assignments.add_evidence(writing, made[term].id, 3, 5)
        assignments.add_evidence(writing, made[books].id, 0, 2)
        assignments.set_major(writing, made[term].id, True)
    assert merge(project, term, books) == 1
    found = project.assignments(document)
    assert [each.concept for each in found] == [books, other]
    assert (found[0].id, found[0].rank, found[0].major) == (made[books].id, 0, True)
    assert [(each.start, each.end) for each in found[0].evidence] == [(0, 2), (3, 5)]
    assert all(each.assignment == found[0].id for each in found[0].evidence)
    project.undo()
    assert {each.concept for each in project.assignments(document)} == {books, term, other}


def test_what_a_header_named_stays(project: Project, books: str, tmp_path: Path) -> None:
    path = resolution(tmp_path, "%%%CODICES|INK|")
    import_sources(project, [path])
    document = project.document_ids()[0]
    named = project.assignments(document)[0]
    with project.operation("assign") as writing:
        added = assign(writing, document, books)
        assignments.move(writing, added.id, 0)
        assignments.add_evidence(writing, added.id, 0, 2)
    assert resolution_text.document_bytes(project, document) != path.read_bytes()
    rank = project.assignments(document)[1].rank
    merge(project, named.concept, books)
    found = project.assignments(document)
    assert [(each.id, each.term) for each in found] == [(named.id, "CODICES"), (found[1].id, "INK")]
    assert (found[0].rank, len(found[0].evidence)) == (rank, 1)
    assert resolution_text.document_bytes(project, document) == path.read_bytes()


def test_two_that_a_header_named_both_stay(project: Project, books: str, tmp_path: Path) -> None:
    path = resolution(tmp_path, "%%%BOOKS|CODICES|")
    import_sources(project, [path])
    document = project.document_ids()[0]
    merge(project, project.assignments(document)[1].concept, books)
    assert [(each.concept, each.term) for each in project.assignments(document)] == [
        (books, "BOOKS"),
        (books, "CODICES"),
    ]
    assert resolution_text.document_bytes(project, document) == path.read_bytes()


@pytest.mark.parametrize(
    "of_term, of_concept, expected",
    [
        ("confirmed", "suggested", ["confirmed"]),
        ("suggested", "confirmed", ["confirmed"]),
        ("suggested", "suggested", ["suggested"]),
        ("rejected", "confirmed", ["confirmed", "rejected"]),
        ("confirmed", "rejected", ["confirmed", "rejected"]),
        ("rejected", "rejected", ["rejected", "rejected"]),
    ],
)
def test_the_stronger_status_stays_and_what_was_rejected_stands_beside(
    project: Project, books: str, of_term: Status, of_concept: Status, expected: list[str]
) -> None:
    term = own(project)
    with project.operation("assign") as writing:
        document = documents.add(writing, "r", "نص")
        for concept, status in ((books, of_concept), (term, of_term)):
            made = assignments.assign(writing, document, concept, status="suggested", origin=Origin("model", "m", 0.5))
            if status != "suggested":
                assignments.set_status(writing, made.id, status)
    merge(project, term, books)
    found = project.assignments(document, rejected=True)
    assert sorted(each.status for each in found) == expected
    assert {each.concept for each in found} == {books}
    assert project.annotator is not None
    for each in found:
        assert each.confirmed_by == (project.annotator.id if each.status == "confirmed" else None)


def test_what_cannot_be_merged(project: Project, books: str) -> None:
    term, other = own(project), own(project, "SCROLLS")
    reading = id_of(project, "reading")
    before = content(project)
    for first, second, sentence in (
        (books, reading, "“BOOKS” is a concept of a thesaurus; only a term of the project can be merged."),
        (books, term, "“BOOKS” is a concept of a thesaurus; only a term of the project can be merged."),
        (term, term, "A term cannot be merged into itself."),
        ("nothing", books, "That term is no longer there."),
        (term, "nothing", "That term is no longer there."),
    ):
        with pytest.raises(UserError) as refused:
            merge(project, first, second)
        assert str(refused.value) == sentence
    assert content(project) == before
    assert merge(project, term, other) == 0  # two terms of the project can be


def test_free_terms_with_their_uses_and_candidates(project: Project, tmp_path: Path) -> None:
    with project.operation("terms") as writing:
        found = [documents.add(writing, name, f"نص {name}") for name in "abc"]
        codices, ink, paper = (concepts.create(writing, label).id for label in ("CODICES", "INK", "PAPER"))
        for document in found:
            assign(writing, document, ink)
        assign(writing, found[0], codices)
        made = assignments.assign(writing, found[1], codices, status="suggested", origin=Origin("model", "m", 0.5))
        assignments.set_status(writing, made.id, "rejected")
    terms = project.read(merging.free_terms)
    assert [(each.concept.id, each.uses, each.candidates) for each in terms] == [
        (ink, 3, ()),
        (codices, 1, ()),
        (paper, 0, ()),
    ]
    assert [each.concept for each in terms] == [project.concept(each) for each in (ink, codices, paper)]
    bring_in(project, small(tmp_path))
    with project.operation("terms") as writing:  # as a project that was brought in may have it
        libraries = concepts.add(writing, "Libraries", "en").id
    candidates = {each.concept.id: each.candidates for each in project.read(merging.free_terms)}
    assert candidates == {ink: (), codices: (), paper: (), libraries: (id_of(project, "libraries"),)}


def test_the_operation_of_an_edition_has_a_name() -> None:
    assert edition.OPERATION == "import vocabulary"
