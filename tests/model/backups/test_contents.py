import sqlite3
from pathlib import Path

import pytest

from model.backups import contents
from model.backups.backup_folder import BackupFolder
from model.backups.contents import Contents, contents_of, listed, project_id
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


def test_one_over_which_something_unforeseen_is_raised_does_not_hide_the_others(
    opened: Project, backup_folder: BackupFolder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    good = back_up(opened, backup_folder, now=NOON)
    odd = back_up(opened, backup_folder, "asked", now=NOON.replace(hour=13))
    assert good is not None
    assert odd is not None

    def counts(project: Project) -> Contents:
        if project.path == odd.path:
            raise sqlite3.OperationalError("no such column: name")
        return contents_of(project)

    monkeypatch.setattr(contents, "contents_of", counts)
    first, second = listed(backup_folder)
    assert (first.contents, first.size) == (None, odd.size)
    assert str(first.refusal) == f"{odd.path}: cannot be read (OperationalError: no such column: name)."
    assert second.contents == contents_of(opened)
    (record,) = caplog.records
    assert record.exc_info is not None, "what may be a bug of ours is in the log with its traceback"
    assert str(odd.path) in record.getMessage()


def test_the_id_is_that_of_the_project(opened: Project, path: Path) -> None:
    assert project_id(path) == opened.id
