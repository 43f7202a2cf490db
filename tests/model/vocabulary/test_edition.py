from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from model.annotation import documents
from model.annotation.values import Origin
from model.errors import Cancelled, UserError
from model.formats import resolution_text
from model.formats.importing import import_sources
from model.project import Project
from model.vocabulary import assignments, concepts, edition
from model.vocabulary.concepts import OWN_VOCABULARY
from model.vocabulary.edition import EditionReport
from model.vocabulary.thesaurus import Thesaurus, of_vocabulary
from tests.model.formats.projects import content
from tests.model.vocabulary.thesauri import HERE, PREFIXES, TURTLE, small


def bring_in(project: Project, thesaurus: Thesaurus) -> EditionReport:
    with project.operation(edition.OPERATION) as writing:
        return edition.bring_in(writing, thesaurus)


def id_of(project: Project, name: str) -> str:
    return next(concept.id for concept in project.concepts() if concept.uri == HERE + name)


def resolution(folder: Path, header: str, name: str = "r", body: str = "نص") -> Path:
    path = folder / f"{name}.txt"
    path.write_bytes(f"{header}\n\n{body}".encode())
    return path


def edited(folder: Path, *changes: tuple[str, str]) -> Thesaurus:
    text = TURTLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return small(folder, text)


def test_a_new_vocabulary(project: Project, tmp_path: Path) -> None:
    report = bring_in(project, small(tmp_path))
    assert (report.new, report.renamed, len(report.added), report.unchanged) == (True, False, 4, 0)
    assert (report.changed, report.gone, report.matched, report.unmatched) == ((), (), (), ())
    (vocabulary,) = (each for each in project.vocabularies() if not each.own)
    assert (vocabulary.id, vocabulary.uri, vocabulary.version) == (report.vocabulary, f"{HERE}t", "1")
    assert vocabulary.names == (("ar", "القراءة"), ("en", "Reading"))
    assert [project.concept(each).uri for each in report.added] == sorted(concept.uri for concept in project.concepts())
    assert project.concept(id_of(project, "books")).label("ar") == "الكتب"
    record = project.undoable()
    assert record is not None and record.name == "import vocabulary"


def test_the_same_edition_is_no_operation(project: Project, tmp_path: Path) -> None:
    bring_in(project, small(tmp_path))
    before = content(project)
    report = bring_in(project, small(tmp_path))
    assert (report.new, report.added, report.changed, report.gone, report.unchanged) == (False, (), (), (), 4)
    assert content(project) == before


def test_an_edition_without_concepts(project: Project, tmp_path: Path) -> None:
    thesaurus = small(tmp_path)
    empty = replace(thesaurus, concepts=())
    report = bring_in(project, empty)
    assert report.new and not report.added
    bring_in(project, thesaurus)
    before = project.counts()
    with pytest.raises(UserError, match=r"has \d+ concepts in the project, and none in the file: all would be marked"):
        bring_in(project, empty)
    assert project.counts() == before
    own = next(each for each in project.vocabularies() if each.own)
    report = bring_in(project, Thesaurus(own.uri, own.names, own.version, ()))
    assert not (report.new or report.added or report.gone)


def test_a_newer_edition(project: Project, tmp_path: Path) -> None:
    bring_in(project, small(tmp_path))
    books, letters, libraries, reading = (id_of(project, each) for each in ("books", "letters", "libraries", "reading"))
    with project.operation("assign") as writing:
        document = documents.add(writing, "r", "نص")
        assigned = assignments.assign(writing, document, books)
        assignments.assign(writing, document, letters)
    before = content(project)
    newer = edited(
        tmp_path,
        ('owl:versionInfo "1"', 'owl:versionInfo "2"'),
        ('"LIBRARIES"@en', '"PUBLIC LIBRARIES"@en'),
        ('skos:historyNote "Since 1450."@en', 'skos:historyNote "Since 1455."@en ; skos:definition "Printed."@en'),
        ('skos:notation "01"', 'skos:notation "02"'),
        ("; skos:related :books", ""),
        (TURTLE[TURTLE.index(":letters a") :], ':pens a skos:Concept ; skos:inScheme :t ; skos:prefLabel "PENS"@en .'),
    )
    report = bring_in(project, newer)
    assert (report.new, report.renamed, report.unchanged) == (False, True, 1)
    assert [project.concept(each).uri for each in report.added] == [f"{HERE}pens"]
    assert [(each.concept, each.parts) for each in report.changed] == [
        (books, ("notes", "notations", "relations")),
        (libraries, ("labels", "relations")),
    ]
    assert (report.gone, report.returned) == ((letters,), ())
    assert project.assignments(document)[0] == assigned
    assert len(project.assignments(document)) == 2
    held = project.read(of_vocabulary, report.vocabulary)
    assert [each for each in held.concepts if not each.gone] == list(newer.concepts)
    (gone,) = (each for each in held.concepts if each.gone)
    assert (gone.uri, gone.deprecated, gone.replaced_by) == (f"{HERE}letters", True, (f"{HERE}books",))
    assert (held.names, held.version) == (newer.names, "2")
    assert bring_in(project, newer).gone == ()  # told once
    assert project.concept(reading).label("en") == "READING"

    again = bring_in(project, small(tmp_path))
    assert again.returned == (letters,)
    assert letters in {each.concept for each in again.changed}
    assert [project.concept(each).uri for each in again.gone] == [f"{HERE}pens"]
    project.undo()
    project.undo()
    assert project.read(of_vocabulary, report.vocabulary) == small(tmp_path)
    assert before[: before.index('"operation"')] == content(project)[: content(project).index('"operation"')]


def test_several_vocabularies_keep_apart(project: Project, tmp_path: Path) -> None:
    first = bring_in(project, small(tmp_path))
    other = small(tmp_path, TURTLE.replace(":t ", ":u ").replace("BOOKS", "TOMES"))
    second = bring_in(project, other)
    assert (second.new, len(second.added), second.gone) == (True, 4, ())
    assert project.read(of_vocabulary, first.vocabulary) == small(tmp_path)
    assert project.read(of_vocabulary, second.vocabulary) == other
    assert len(project.vocabularies()) == 3
    assert first.shared == first.remarks(str) == ()
    assert [(vocabulary.id, count) for vocabulary, count in second.shared] == [(first.vocabulary, 4)]
    (remark,) = second.remarks(lambda each: each.uri)
    assert str(remark) == f"4 of its concepts have URIs that the vocabulary “{HERE}t” has already."


def test_free_terms_become_concepts(project: Project, tmp_path: Path) -> None:
    header = "%%%Books|  volumes |المكتبـات|LIBRARIES|PENCILS|BOOKS|"
    path = resolution(tmp_path, header)
    import_sources(project, [path])
    document = project.document_ids()[0]
    with project.operation("evidence") as writing:
        first = project.assignments(document)[0]
        assignments.add_evidence(writing, first.id, 0, 2)
    before = project.assignments(document)
    free = len(list(project.concepts()))
    report = bring_in(project, small(tmp_path))
    found = project.assignments(document)
    books, libraries = id_of(project, "books"), id_of(project, "libraries")
    assert [each.concept for each in found] == [books, books, libraries, libraries, before[4].concept, books]
    assert [(each.id, each.term, each.rank, each.evidence) for each in found] == [
        (each.id, each.term, each.rank, each.evidence) for each in before
    ]
    assert [(each.term.label("en"), each.concept, each.uses, each.others) for each in report.matched] == [
        ("Books", books, 2, ()),
        ("LIBRARIES", libraries, 1, ()),
        ("volumes", books, 1, ()),
        ("المكتبـات", libraries, 1, ()),
    ]
    assert [(each.concept.label("en"), each.uses) for each in report.unmatched] == [("PENCILS", 1)]
    assert len(list(project.concepts())) == 4 + 1
    assert resolution_text.document_bytes(project, document) == path.read_bytes()
    project.undo()
    assert project.assignments(document) == before
    assert len(list(project.concepts())) == free
    project.redo()
    assert project.assignments(document) == found


def test_documents_that_come_later_match(project: Project, tmp_path: Path) -> None:
    bring_in(project, small(tmp_path))
    path = resolution(tmp_path, "%%%boOKS|VOLUMES|boks|libros|PENCILS|")
    import_sources(project, [path])
    document = project.document_ids()[0]
    books = id_of(project, "books")
    assert [each.concept == books for each in project.assignments(document)] == [True, True, True, True, False]
    assert resolution_text.document_bytes(project, document) == path.read_bytes()


AMBIGUOUS = (
    PREFIXES
    + """
:1 a skos:Concept ; skos:prefLabel "ARMS"@es . :2 a skos:Concept ; skos:prefLabel "ARMS"@en ; owl:deprecated true .
:3 a skos:Concept ; skos:altLabel "ARMS"@en-GB . :4 a skos:Concept ; skos:prefLabel "WEAPONS"@en, "السلاح"@ar .
:5 a skos:Concept ; skos:prefLabel "السلاح"@ar . :6 a skos:Concept ; skos:altLabel "GUNS"@fr .
:7 a skos:Concept ; skos:prefLabel "GUNS"@es . :8 a skos:Concept ; skos:altLabel "ARMS" .
"""
)


def test_the_best_of_several_and_none_of_another_language(project: Project, tmp_path: Path) -> None:
    """The same whether the documents or the thesaurus come first."""
    thesaurus = small(tmp_path, AMBIGUOUS)
    path = resolution(tmp_path, "%%%ARMS|السلاح|GUNS|")
    import_sources(project, [path])
    report = bring_in(project, thesaurus)

    def uris(*ids: str) -> list[str]:
        return [project.concept(each).uri.removeprefix(HERE) for each in ids]

    assert [(each.term.label("en"), uris(each.concept, *each.others)) for each in report.matched] == [
        ("ARMS", ["3", "2"]),
        ("GUNS", ["7", "6"]),
        ("السلاح", ["4", "5"]),
    ]
    assert report.ambiguous == report.matched
    document = project.document_ids()[0]
    assert uris(*(each.concept for each in project.assignments(document))) == ["3", "4", "7"]
    with Project.create(tmp_path / "later.qarar", "Badr") as later:
        bring_in(later, thesaurus)
        import_sources(later, [path])
        found = later.assignments(later.document_ids()[0])
        assert [later.concept(each.concept).uri for each in found] == [f"{HERE}3", f"{HERE}4", f"{HERE}7"]


def test_concepts_that_are_gone_match_last(project: Project, tmp_path: Path) -> None:
    bring_in(project, small(tmp_path))
    without = edited(tmp_path, (TURTLE[TURTLE.index(":letters a") :], ""))
    bring_in(project, without)
    tables = project.tables
    assert concepts.matching(tables, "letters") == id_of(project, "letters")
    with project.operation("own") as writing:
        own = concepts.add(writing, "LETTERS", "en").id
    assert concepts.matching(tables, "letters") == own
    report = bring_in(project, edited(tmp_path, ('"1"', '"2"'), (TURTLE[TURTLE.index(":letters a") :], "")))
    assert (report.matched, [each.concept.id for each in report.unmatched]) == ((), [own])
    back = bring_in(project, small(tmp_path))
    assert [each.term.id for each in back.matched] == [own]


def test_relations_out_of_the_vocabulary_are_left_alone(project: Project, tmp_path: Path) -> None:
    bring_in(project, small(tmp_path))
    with project.operation("own") as writing:
        own = concepts.create(writing, "PAPER").id
        row = {"id": "r", "concept": id_of(project, "books"), "kind": "related", "other": own}
        writing.insert("concept_relation", {**row})
    before = content(project)
    assert bring_in(project, small(tmp_path)).changed == ()
    assert content(project) == before


def test_stopping_leaves_nothing(project: Project, tmp_path: Path) -> None:
    before = content(project)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled), project.operation(edition.OPERATION) as writing:
        edition.bring_in(writing, small(tmp_path), stop)
    assert told == [(0, 4), (4, 4)]
    assert content(project) == before


def test_what_writes_most_can_be_stopped_too(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edition that takes concepts away, changes labels, and has terms of files: a look after every few rows."""
    monkeypatch.setattr(edition, "_AT_ONCE", 2)
    monkeypatch.setattr(edition, "_TERMS_AT_ONCE", 1)
    bring_in(project, small(tmp_path))
    import_sources(project, [resolution(tmp_path, "%%%PENS|INK|PAPER|")])
    newer = edited(
        tmp_path,
        ('"READING"@en', '"PENS"@en, "PEN"@en-GB, "stylo"@fr'),
        ('"VOLUMES"@en', '"INK"@en, "a"@en, "b"@en, "c"@en'),
        ('"LIBRARIES"@en', '"PAPER"@en'),
        (TURTLE[TURTLE.index(":letters a") :], ""),
    )
    before = content(project)
    written: list[int] = []

    def stopping_at(look: int) -> None:
        with project.operation(edition.OPERATION) as writing:

            def on_progress(done: int, total: int) -> None:
                if done == total:
                    written.append(len(writing.changes))
                    if len(written) == look:
                        raise Cancelled

            edition.bring_in(writing, newer, on_progress)

    for look in range(1, 14):
        written.clear()
        with pytest.raises(Cancelled):
            stopping_at(look)
        assert content(project) == before
    written.clear()
    stopping_at(0)
    # Two rows at once; a term that becomes a concept is one assignment, one label and the term itself.
    assert max(later - earlier for earlier, later in pairwise(written)) == 3
    assert (written[0], len(written)) == (0, 13)
    assert content(project) != before


def test_rejected_terms_and_those_of_models_move_too(project: Project, tmp_path: Path) -> None:
    with project.operation("assign") as writing:
        document = documents.add(writing, "r", "نص")
        own = concepts.create(writing, "BOOKS").id
        made = assignments.assign(writing, document, own, status="suggested", origin=Origin("model", "m", 0.5))
        assignments.set_status(writing, made.id, "rejected")
    report = bring_in(project, small(tmp_path))
    (found,) = project.assignments(document, rejected=True)
    assert (found.concept, found.status, found.origin) == (id_of(project, "books"), "rejected", made.origin)
    assert report.matched[0].uses == 1
    assert project.tables.row("concept", own) is None
    assert project.read(of_vocabulary, OWN_VOCABULARY).concepts == ()
