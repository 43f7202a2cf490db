from pathlib import Path

import pytest

from model.annotation import documents
from model.backups.comparing import DocumentChange, compare
from model.errors import Cancelled
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.model.backups.conftest import mark
from tests.model.conftest import TEXT


@pytest.fixture
def backup(opened: Project, tmp_path: Path) -> Path:
    copy = tmp_path / "backup.qarar"
    opened.save_copy(copy)
    return copy


def test_the_same_state(opened: Project, backup: Path) -> None:
    with Project.open(backup, None) as before:
        found = compare(before, opened)
    assert (found.since, found.apart, found.documents, found.kinds) == (0, 0, (), frozenset())


def test_documents_that_were_added_changed_and_gone(opened: Project, backup: Path) -> None:
    first, second = (opened.find_document(name) for name in ("مكتبات", "أخرى"))
    assert first is not None
    assert second is not None
    mark(opened, first.id, "وإذ تلاحظ حاجتها،")
    with opened.operation("add descriptor") as writing:
        assignments.assign(writing, first.id, concepts.create(writing, "LIBRARIES").id)
    with opened.operation("add document") as writing:
        third = documents.add(writing, "ثالثة", TEXT + "؟")
    with opened.operation("delete document") as writing:
        writing.delete("document", second.id)
    with Project.open(backup, None) as before:
        found = compare(before, opened)
        back = compare(opened, before)
    assert (found.since, found.apart) == (4, 0)
    assert found.documents == (
        DocumentChange(third, "ثالثة", "added", (0, 0), (0, 0)),
        DocumentChange(first.id, "مكتبات", "changed", (1, 2), (0, 1)),
        DocumentChange(second.id, "أخرى", "gone", (0, 0), (0, 0)),
    )
    assert {"concept", "concept_label"} <= found.kinds
    assert [found.count(change) for change in ("added", "changed", "gone")] == [1, 1, 1]
    assert (back.since, back.apart) == (0, 4)
    assert {(each.name, each.change) for each in back.documents} == {
        ("ثالثة", "gone"),
        ("مكتبات", "changed"),
        ("أخرى", "added"),
    }


def test_what_was_taken_back_is_no_difference_but_has_happened(opened: Project, backup: Path) -> None:
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    opened.undo()
    with Project.open(backup, None) as before:
        found = compare(before, opened)
    assert (found.since, found.documents) == (2, ())


def test_each_of_what_belongs_to_a_document_counts(opened: Project, backup: Path) -> None:
    document = opened.document_ids()[0]
    with Project.open(backup, None) as before:
        for act in (
            lambda writing: documents.set_progress(writing, document, "clause", "done"),
            lambda writing: documents.set_tags(writing, document, ["x"]),
            lambda writing: documents.set_note(writing, document, "x"),
        ):
            with opened.operation("change") as writing:
                act(writing)
            assert [each.document for each in compare(before, opened).documents] == [document]
            opened.undo()
            assert compare(before, opened).documents == ()


def test_a_project_that_has_gone_another_way_since_a_restore(opened: Project, backup: Path) -> None:
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    with Project.open(backup, "Badr") as other:
        with other.operation("write note") as writing:
            documents.set_note(writing, other.document_ids()[1], "x")
        with other.operation("write note") as writing:
            documents.set_note(writing, other.document_ids()[1], "y")
        found = compare(other, opened)
    assert (found.since, found.apart) == (1, 2)
    assert len(found.documents) == 2


def test_it_tells_how_far_it_is_and_can_be_stopped(opened: Project, backup: Path) -> None:
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with Project.open(backup, None) as before:
        compare(before, opened, lambda done, total: told.append((done, total)))
        with pytest.raises(Cancelled):
            compare(before, opened, stop)
    assert told == [(0, 1), (1, 1)]
