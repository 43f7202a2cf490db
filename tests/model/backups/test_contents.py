from pathlib import Path

from model.backups.backup_folder import BackupFolder
from model.backups.contents import contents_of, listed, project_id
from model.backups.making import back_up
from model.project import Project
from tests.model.backups.conftest import NOON, mark


def test_what_backups_hold_is_read_from_them(opened: Project, backup_folder: BackupFolder) -> None:
    first = back_up(opened, backup_folder, now=NOON)
    mark(opened, opened.document_ids()[0], "وإذ تلاحظ حاجتها،")
    second = back_up(opened, backup_folder, "asked", now=NOON.replace(hour=13))
    assert first is not None
    assert second is not None
    found = listed(backup_folder)
    assert [(each.backup.path, each.size) for each in found] == [(second.path, second.size), (first.path, first.size)]
    newest, before = (each.contents for each in found)
    assert newest == contents_of(opened)
    assert before is not None
    assert (before.documents, before.marks, before.descriptors, before.operations) == (2, 1, 0, 2)
    assert before.newest is not None
    assert (before.newest.name, before.annotator) == ("mark clause", "Amal")


def test_one_that_cannot_be_read_is_listed_with_the_reason(opened: Project, backup_folder: BackupFolder) -> None:
    made = back_up(opened, backup_folder, now=NOON)
    assert made is not None
    made.path.write_bytes(b"nothing of the kind")
    (found,) = listed(backup_folder)
    assert found.contents is None
    assert "not a Qarar project" in str(found.refusal)
    assert found.size == 19


def test_the_id_is_that_of_the_project(opened: Project, path: Path) -> None:
    assert project_id(path) == opened.id
