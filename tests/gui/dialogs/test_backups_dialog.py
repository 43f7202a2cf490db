import shutil
from datetime import UTC, datetime, timedelta

import pytest

from gui.dialogs import backups_dialog
from gui.dialogs.backups_dialog import BackupsDialog, Source
from model.annotation import documents
from model.backups.backup_folder import BackupFolder
from model.backups.contents import listed
from model.backups.making import back_up
from model.errors import StorageError
from model.project import Project

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def made(desk, folder):
    """Two backups; after the first a note was written, after the second a document was added."""
    backup_folder = BackupFolder(folder, desk.project.id)
    first = back_up(desk.project, backup_folder, now=NOON)
    with desk.project.operation("write note on document") as writing:
        documents.set_note(writing, desk.first, "x")
    second = back_up(desk.project, backup_folder, now=NOON + timedelta(hours=1))
    with desk.project.operation("import") as writing:
        documents.add(writing, "A_RES_61_1", "قرار ثالث.")
    return [second.path, first.path]


@pytest.fixture
def open_dialog(desk, qtbot, folder):
    def opened(current: bool = True) -> BackupsDialog:
        source = Source(desk.project.id, "desk.qarar", desk.project.path, lambda: desk.project.open_again(None))
        dialog = BackupsDialog(folder, source if current else None, "en", desk.window)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot, dialog)
        return dialog

    return opened


def settle(qtbot, dialog: BackupsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_looking)


def choose(qtbot, dialog: BackupsDialog, row: int) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(row, 0))
    settle(qtbot, dialog)


def changed(dialog: BackupsDialog) -> list[tuple[str, str]]:
    return [(each.name, each.change) for each in dialog.documents_model.rows]


def test_backups_are_listed_and_compared(qtbot, made, open_dialog):
    dialog = open_dialog()
    assert [row.backup.path for row in dialog.model.rows] == made
    assert changed(dialog) == [("A_RES_61_1", "added")]
    assert "1 operation(s) in the project since then." in dialog.summary.text()
    assert "1\u2069 added" in dialog.summary.text()
    assert "write note on document" in dialog.summary.text()
    choose(qtbot, dialog, 1)
    assert changed(dialog) == [("A_RES_59_187", "changed"), ("A_RES_61_1", "added")]
    assert "2 operation(s) in the project since then." in dialog.summary.text()


def test_they_are_read_once(made, open_dialog, monkeypatch):
    read = []
    monkeypatch.setattr(backups_dialog, "listed", lambda *given: read.append(1) or listed(*given))
    assert open_dialog().model.rowCount() == 2
    assert len(read) == 1


def test_a_state_that_is_the_same(desk, made, open_dialog, folder):
    back_up(desk.project, BackupFolder(folder, desk.project.id), now=NOON + timedelta(hours=2))
    dialog = open_dialog()
    assert "The project is as it is in this backup." in dialog.summary.text()
    assert not dialog.documents.isVisible()


def test_what_is_wanted_is_told(made, open_dialog):
    dialog = open_dialog()
    dialog.copy_button.click()
    assert (dialog.choice.act, dialog.choice.backup.backup.path) == ("copy", made[0])
    dialog = open_dialog()
    dialog.restore_button.click()
    assert (dialog.choice.act, dialog.choice.backup.backup.path) == ("restore", made[0])
    dialog = open_dialog()
    dialog.settings_button.click()
    assert (dialog.choice, dialog.settings_wanted) == (None, True)


def test_one_is_deleted_once_that_is_confirmed(qtbot, made, open_dialog, monkeypatch):
    dialog = open_dialog()
    asked = []
    monkeypatch.setattr(dialog, "ask_delete", lambda backup: asked.append(backup.backup.path))
    dialog.delete_button.click()
    assert made[0].exists()
    monkeypatch.setattr(dialog, "ask_delete", lambda backup: True)
    dialog.delete_button.click()
    settle(qtbot, dialog)
    assert asked == [made[0]]
    assert [path.exists() for path in made] == [False, True]
    assert [row.backup.path for row in dialog.model.rows] == made[1:]


def test_one_that_cannot_be_read_can_only_be_deleted(made, open_dialog):
    made[0].write_bytes(b"x")
    dialog = open_dialog()
    enabled = [button.isEnabled() for button in (dialog.copy_button, dialog.restore_button, dialog.delete_button)]
    assert enabled == [False, False, True]
    assert "not a Qarar project" in dialog.summary.text()


def test_a_project_that_is_gone_has_its_backups(qtbot, made, open_dialog):
    dialog = open_dialog(current=False)
    assert [row.backup.path for row in dialog.model.rows] == made
    assert dialog.copy_button.isEnabled()
    assert not dialog.restore_button.isEnabled(), "nobody knows where"
    assert "is not known" in dialog.summary.text()


def test_a_project_that_is_damaged_can_be_restored_where_it_was(qtbot, desk, made, folder, tmp_path):
    damaged = tmp_path / "damaged.qarar"
    damaged.write_bytes(b"x" * 100)
    dialog = BackupsDialog(folder, None, "en", desk.window, {desk.project.id: damaged})
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, dialog)
    assert dialog.projects.currentText() == "\u2066damaged.qarar\u2069"
    assert dialog.source.path == damaged
    assert dialog.restore_button.isEnabled()
    assert "not a Qarar project" in dialog.summary.text()


def test_another_project_is_chosen(qtbot, desk, made, open_dialog, tmp_path, monkeypatch):
    other = tmp_path / "other.qarar"
    shutil.copyfile(made[1], other)
    dialog = open_dialog(current=False)
    monkeypatch.setattr(dialog, "ask_project", lambda: other)
    dialog.other_button.click()
    settle(qtbot, dialog)
    assert dialog.source.path == other
    assert dialog.restore_button.isEnabled()
    assert "1 operation(s) in the backup that the project does not have." in dialog.summary.text()
    # A file that is none is refused in a sentence, and nothing else happens.
    said = []
    monkeypatch.setattr(backups_dialog, "say", lambda parent, title, words: said.append(words))
    (tmp_path / "letter.txt").write_text("x")
    monkeypatch.setattr(dialog, "ask_project", lambda: tmp_path / "letter.txt")
    dialog.other_button.click()
    assert "not a Qarar project" in said[0]
    assert dialog.source.path == other


def test_there_are_none(open_dialog):
    assert open_dialog().summary.text() == "There are no backups of this project yet."
    assert open_dialog(current=False).summary.text() == "There are no backups yet."


def test_why_they_cannot_be_listed_is_said(made, open_dialog, folder, monkeypatch):
    def refuse(*_):
        raise StorageError("{path}: cannot be read ({reason}).", path=folder, reason="why")

    monkeypatch.setattr(backups_dialog, "listed", refuse)
    assert open_dialog().summary.text() == f"\u2066{folder}\u2069: cannot be read (why)."


@pytest.mark.parametrize("part", ["listed", "compare"])
def test_a_bug_on_the_way_is_said_instead_of_looking_for_good(qtbot, desk, made, folder, monkeypatch, part):
    def fail(*_):
        raise KeyError("why")

    monkeypatch.setattr(backups_dialog, part, fail)
    source = Source(desk.project.id, "desk.qarar", desk.project.path, lambda: desk.project.open_again(None))
    dialog = BackupsDialog(folder, source, "en", desk.window)
    qtbot.addWidget(dialog)
    with qtbot.captureExceptions() as raised:
        dialog.show()
        settle(qtbot, dialog)
    assert [kind for kind, *_ in raised] == [KeyError], "nor does it go by unseen"
    assert dialog.summary.text().endswith(
        "This could not be found out because of an unexpected fault (\u2068KeyError: 'why'\u2069)."
    )


def test_it_can_be_left_while_it_looks(desk, qtbot, made, folder):
    source = Source(desk.project.id, "desk.qarar", desk.project.path, lambda: desk.project.open_again(None))
    dialog = BackupsDialog(folder, source, "en", desk.window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    assert not dialog.is_looking


def test_nothing_is_compared_any_more_once_it_was_left(made, open_dialog):
    dialog = open_dialog()
    dialog._resting.setInterval(60_000)
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    assert dialog._resting.isActive()
    dialog.reject()
    assert not dialog.is_looking


def test_a_project_that_vanishes_meanwhile_is_told(qtbot, desk, made, folder):
    def gone() -> Project:
        return Project.open(folder / "gone.qarar", None)

    dialog = BackupsDialog(folder, Source(desk.project.id, "x", folder / "gone.qarar", gone), "en", desk.window)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot, dialog)
    assert "no such file" in dialog.summary.text()
