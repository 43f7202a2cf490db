import pytest

from model.annotation import documents
from model.annotation.metadata import Metadata
from model.checking import soundness
from model.errors import UserError
from model.project import Project
from model.text.layout import NO_LAYOUT, Layout
from tests.model.conftest import TEXT


def test_names_are_unique_without_regard_to_case(project: Project, document: str) -> None:
    with project.operation("add document") as writing:
        documents.add(writing, "Straße", "x")
    for name in ("STRASSE", "مكتبات"):
        with pytest.raises(UserError, match="already"), project.operation("add document") as writing:
            documents.add(writing, name, TEXT)
    assert [summary.name for summary in project.documents()] == ["Straße", "مكتبات"]


def test_a_correction_wins_and_stands_beside_what_was_recognised(project: Project) -> None:
    with project.operation("add document") as writing:
        document = documents.add(writing, "d", "x", recognised=Metadata("A/RES/1/2", "GA", "1", "1946-01-24", "t"))
    with project.operation("correct metadata") as writing:
        documents.correct_metadata(writing, document, Metadata(symbol="A/RES/1/3", adopted="1946-01-25"))
    found = project.document(document)
    assert found.metadata == Metadata("A/RES/1/3", "GA", "1", "1946-01-25", "t")
    assert found.recognised.symbol == "A/RES/1/2"
    assert project.find_document("a/res/1/3") == found
    assert project.find_document("A/RES/1/2") is None
    (summary,) = project.documents()
    assert (summary.symbol, summary.adopted) == ("A/RES/1/3", "1946-01-25")
    project.undo()
    assert project.document(document).metadata.symbol == "A/RES/1/2"


@pytest.mark.parametrize(
    "corrected",
    [
        Metadata(adopted="20 December 2004"),
        Metadata(adopted="20041220"),
        Metadata(adopted="2004-13-01"),
        Metadata(organ="UN"),
    ],
)
def test_corrections_that_readers_could_not_read(project: Project, document: str, corrected: Metadata) -> None:
    with pytest.raises(UserError, match="is not"), project.operation("correct metadata") as writing:
        documents.correct_metadata(writing, document, corrected)


def test_progress(project: Project, document: str) -> None:
    assert project.document(document).state("clause") == "new"
    with project.operation("progress") as writing:
        documents.set_progress(writing, document, "clause", "in-progress")
        documents.set_progress(writing, document, "descriptors", "done")
    with project.operation("progress") as writing:
        documents.set_progress(writing, document, "clause", "done")
    found = project.document(document)
    assert found.complete() == ("clause", "descriptors")
    assert project.annotator is not None
    assert found.progress["clause"].annotator == project.annotator.id
    assert project.documents()[0].complete == ("clause", "descriptors")
    operations = project.counts().operations
    with project.operation("progress") as writing:
        documents.set_progress(writing, document, "clause", "done")
    assert project.counts().operations == operations
    with pytest.raises(UserError, match="no task"), project.operation("progress") as writing:
        documents.set_progress(writing, document, "nonsense", "done")


def test_note_tags_and_assignee(project: Project, document: str) -> None:
    assert project.annotator is not None
    with project.operation("note") as writing:
        documents.set_note(writing, document, "ملاحظة")
        documents.set_tags(writing, document, ["b", "a", "a"])
        documents.set_assignee(writing, document, project.annotator.id)
    with project.operation("tags") as writing:
        documents.set_tags(writing, document, ["c", "a"])
    found = project.document(document)
    assert (found.note, found.tags, found.assignee) == ("ملاحظة", ("a", "c"), project.annotator.id)


def test_finding(project: Project, document: str) -> None:
    for wanted in ("مكتبات", document):
        found = project.find_document(wanted)
        assert found is not None and found.id == document
    assert project.find_document("") is None


def test_what_is_gone_is_told(project: Project, document: str) -> None:
    project.undo()
    for read in (project.document, project.text):
        with pytest.raises(UserError, match="no longer there"):
            read(document)
    assert project.summary(document) is None


def test_numbers_in_names_are_in_order_of_their_value(project: Project) -> None:
    names = ["b", "a 10", "A 9", "a 89_B", "a 90", "a 9 (2)", "a 009", "a"]
    with project.operation("add documents") as writing:
        for name in names:
            documents.add(writing, name, "x")
    expected = ["a", "a 009", "A 9", "a 9 (2)", "a 10", "a 89_B", "a 90", "b"]
    assert [summary.name for summary in project.documents()] == expected


LAYOUT = Layout(paragraphs=(20,), italics=((0, 3),))


def test_a_layout_stays_with_its_document_through_undo_and_redo(project: Project) -> None:
    with project.operation("import") as writing:
        document = documents.add(writing, "d", TEXT, layout=LAYOUT)
    assert project.layout(document) == LAYOUT
    with project.operation("write note on document") as writing:
        documents.set_note(writing, document, "ملاحظة")
    project.undo()
    project.undo()
    with pytest.raises(UserError, match="no longer there"):
        project.layout(document)
    project.redo()
    assert project.layout(document) == LAYOUT
    assert list(soundness.problems(project.tables)) == []


def test_a_layout_is_kept_where_none_is_known_and_can_be_taken_back(project: Project, document: str) -> None:
    assert project.layout(document) == NO_LAYOUT
    with project.operation("import") as writing:
        assert not documents.keep_layout(writing, document, NO_LAYOUT)
        assert documents.keep_layout(writing, document, LAYOUT)
        assert not documents.keep_layout(writing, document, Layout(lines=(4,)))
    assert project.layout(document) == LAYOUT
    project.undo()
    assert project.layout(document) == NO_LAYOUT
    project.redo()
    assert project.layout(document) == LAYOUT
