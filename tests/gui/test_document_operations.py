from pathlib import Path

import pytest

from gui import document_operations
from gui.i18n.operation_names import NAMES
from model.annotation import documents
from model.annotation.metadata import Metadata
from model.errors import Cancelled, UserError
from model.project import Project


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "p.qarar", "Sara") as made:
        with made.operation("import") as writing:
            for name in "abc":
                documents.add(writing, name, "قرار", recognised=Metadata(symbol="A/1", adopted="2004-12-20"))
        yield made


def last(project: Project) -> str:
    record = project.undoable()
    assert record is not None
    return record.name


def test_many_documents_change_in_one_step_and_come_back_in_one(project: Project):
    ids = project.document_ids()
    me = project.annotator
    assert me is not None
    before = project.documents()
    acts = [
        (lambda: document_operations.set_progress(project, ids, "clause", "done"), "change progress"),
        (lambda: document_operations.assign_to(project, ids, me.id), "assign document"),
        (lambda: document_operations.change_tags(project, ids, add=("hard",)), "change tags"),
    ]
    for act, name in acts:
        assert act()
        assert last(project) == name and name in NAMES
    found = project.documents()
    assert all((each.state("clause"), each.assignee, each.tags) == ("done", me.id, ("hard",)) for each in found)
    for _ in acts:
        project.undo()
    assert project.documents() == before


def test_what_a_document_is_already_is_not_written_again(project: Project):
    ids = project.document_ids()
    document_operations.set_progress(project, ids[:1], "clause", "done")
    modified = project.document(ids[0]).progress["clause"].modified
    count = project.counts().operations
    document_operations.set_progress(project, ids[:1], "clause", "done")
    document_operations.set_progress(project, ids[:1], "reference", "new")
    assert project.counts().operations == count
    assert project.document(ids[0]).progress["clause"].modified == modified


def test_tags_are_put_on_and_taken_off_beside_others(project: Project):
    first, second, _ = project.document_ids()
    document_operations.change_tags(project, [first], add=("a", "b"))
    document_operations.change_tags(project, [first, second], add=("  two\t words ",), remove=("a", "unknown"))
    assert project.document(first).tags == ("b", "two words")
    assert project.document(second).tags == ("two words",)


@pytest.mark.parametrize("tag", ["", "  ", "x" * 101, "a\u2066b"])
def test_a_tag_that_cannot_be_shown_is_refused(project: Project, tag: str):
    with pytest.raises(UserError, match="A tag has"):
        document_operations.change_tags(project, project.document_ids(), add=(tag,))
    assert not project.tags()


def test_a_correction_wins_and_is_taken_back_by_nothing_or_by_what_was_recognised(project: Project):
    document = project.document_ids()[0]
    document_operations.correct(project, document, "symbol", "A/2")
    document_operations.correct(project, document, "organ", "GA")
    assert last(project) == "correct document data" and last(project) in NAMES
    known = project.document(document)
    assert (known.metadata.symbol, known.metadata.organ, known.metadata.adopted) == ("A/2", "GA", "2004-12-20")
    for value in ("", "A/1"):
        document_operations.correct(project, document, "symbol", "A/2")
        document_operations.correct(project, document, "symbol", value)
        assert project.document(document).corrected.symbol is None
    assert project.document(document).corrected.organ == "GA"
    with pytest.raises(UserError, match="not a date"):
        document_operations.correct(project, document, "adopted", "20 December")


def test_a_note_is_written_under_a_name_of_its_own(project: Project):
    document = project.document_ids()[0]
    document_operations.set_note(project, document, "look\nagain")
    assert project.document(document).note == "look\nagain"
    assert last(project) in NAMES


def test_who_watches_can_stop_it_and_then_nothing_is_changed(project: Project):
    def on_progress(done: int, total: int) -> None:
        assert total == 3
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        document_operations.set_progress(project, project.document_ids(), "clause", "done", on_progress)
    assert not any(each.complete for each in project.documents())
