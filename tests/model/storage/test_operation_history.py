from pathlib import Path

from model.annotation import documents, spans
from model.project import Project
from model.storage.journal import Writing
from model.storage.operation_history import LOOKED_AT, Touched
from tests.model.conftest import TEXT
from tests.model.test_project_history import LETTERS, note


def names(project: Project, **filters) -> list[str]:
    return [step.record.name for step in project.steps(100, **filters)]


def test_undo_and_redo_are_no_steps_of_their_own(project: Project, document: str) -> None:
    note(project, document, "1")
    project.undo()
    (undone, imported) = project.steps(10)
    assert (undone.record.name, undone.state, imported.state) == ("write note", "undone", "done")
    assert undone.undone_by is not None and undone.undone_by.kind == "undo"
    project.redo()
    assert [(step.state, step.undone_by) for step in project.steps(10)] == [("done", None)] * 2
    project.undo()
    with project.operation("mark reference") as writing:
        spans.mark(writing, document, "symbol", LETTERS[0], LETTERS[2])
    assert [step.state for step in project.steps(10)] == ["done", "lost", "done"]
    assert project.step(undone.record.sequence).state == "lost"


def test_steps_come_in_pages(project: Project, document: str) -> None:
    sequences = [note(project, document, str(number)) for number in range(5)]
    project.undo()
    first = project.steps(2)
    second = project.steps(2, first[-1].record.sequence)
    assert [step.record.sequence for step in first + second] == sequences[:0:-1]
    assert project.steps(10, after=sequences[2]) == first
    assert project.steps(10, first[-1].record.sequence, after=sequences[0], document=document) == second


def test_steps_of_one_document_annotator_and_name(project: Project, document: str) -> None:
    with Project.open(project.path, "Badr") as other:
        with other.operation("add document") as writing:
            second = documents.add(writing, "ثانية", TEXT)
        note(other, document, "of Badr")
        badr = other.annotator
    project.refresh()
    note(project, second, "of Amal")
    assert badr is not None and project.annotator is not None
    assert names(project, document=second) == ["write note", "add document"]
    assert names(project, annotator=badr.id) == ["write note", "add document"]
    assert names(project, annotator=badr.id, document=document) == ["write note"]
    assert names(project, names=["add document"]) == ["add document"] * 2
    assert names(project, names=[]) == []
    assert names(project, names=["write note"], annotator=project.annotator.id, document=second) == ["write note"]
    assert project.operation_names() == ["add document", "write note"]
    assert [annotator.name for annotator in project.operating_annotators()] == ["Amal", "Badr"]


def test_whoever_has_done_nothing_is_no_choice(project: Project, document: str) -> None:
    Project.open(project.path, "Badr").close()
    assert [annotator.name for annotator in project.operating_annotators()] == ["Amal"]


def test_what_others_wrote_is_listed_once_it_was_told(project: Project, document: str) -> None:
    before = project.steps(10)
    with Project.open(project.path, "Badr") as other:
        sequence = note(other, document, "of Badr")
    assert project.steps(10) == before
    assert project.operations_after(before[0].record.sequence) == []
    project.refresh()
    assert project.steps(10)[0].record.sequence == sequence
    assert [record.sequence for record in project.operations_after(before[0].record.sequence)] == [sequence]


def test_an_operation_names_the_documents_that_it_touched(project: Project, document: str) -> None:
    with project.operation("import") as writing:
        ids = [documents.add(writing, f"وثيقة {number}", TEXT) for number in range(4)]
    (step, first) = project.steps(2)
    touched = project.touched(step.record, 2)
    assert touched.documents == ((ids[0], "وثيقة 0"), (ids[1], "وثيقة 1"))
    assert touched.more
    assert project.touched(first.record, 2).documents == ((document, "مكتبات"),)
    assert not project.touched(first.record, 2).more
    project.undo()
    assert project.touched(step.record, 1).documents == ((ids[0], "وثيقة 0"),)


def test_a_document_that_is_gone_keeps_its_last_name(project: Project, document: str) -> None:
    with project.operation("mark reference") as writing:
        span = spans.mark(writing, document, "symbol", LETTERS[0], LETTERS[2])
        spans.set_features(writing, span.id, {"annex": "yes"})
    marked = project.steps(1)[0].record
    with project.operation("remove document") as writing:
        documents.remove(writing, document)
    assert project.touched(marked, 2).documents == ((document, "مكتبات"),)


def mark_many(writing: Writing, document: str, first: int = 0) -> None:
    """As many references as are looked at, the first of them at the place ``first``."""
    for place in range(first, first + LOOKED_AT):
        with writing.attempt():
            start = place // 2
            spans.insert(
                writing,
                spans.Span(
                    f"span {place}",
                    document,
                    "reference",
                    "symbol",
                    start,
                    start + 1 + place % 2,
                    annotator=writing.annotator,
                    created=writing.time,
                    modified=writing.time,
                ),
            )


def test_a_large_operation_says_whether_it_touched_other_documents(project: Project, document: str) -> None:
    with project.operation("mark reference") as writing:
        mark_many(writing, document)
    record = project.steps(1)[0].record
    assert project.touched(record, 2) == Touched(((document, "مكتبات"),), more=False)
    assert (project.size(record, 50), project.size(record, 1000)) == (50, LOOKED_AT)
    with project.operation("import") as writing:
        other = documents.add(writing, "another", TEXT)
    with project.operation("mark reference") as writing:
        writing.update("label", "title", key="")  # of no document
        mark_many(writing, document, LOOKED_AT)
        documents.set_note(writing, other, "x")
    record = project.steps(1)[0].record
    assert project.touched(record, 2) == Touched(((document, "مكتبات"),), more=True)


def test_history_of_a_file_opened_anew(project: Project, document: str, tmp_path: Path) -> None:
    note(project, document, "1")
    note(project, document, "2")
    project.undo()
    expected = project.steps(10)
    with Project.open(project.path, None) as reader:
        assert reader.steps(10) == expected
