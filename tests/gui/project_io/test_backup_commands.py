import dataclasses
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gui.dialogs.backup_settings_dialog import BackupChoices
from gui.dialogs.backups_dialog import BackupChoice, Source
from gui.project_io import backup_commands
from model.backups.backup_folder import BackupFolder
from model.backups.contents import listed
from model.backups.making import back_up
from model.project import Project
from model.storage import sole_use

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def acts(desk, tmp_path, monkeypatch):
    """What it would say in boxes is collected in ``said``."""
    desk.window.settings.set_backups(True, tmp_path / "backups", (24, 30))
    acts = desk.window.files.backups
    acts.said = []
    monkeypatch.setattr(desk.window.files, "show_error", lambda title, refusal: acts.said.append(str(refusal)))
    return acts


@pytest.fixture
def backup_folder(desk, acts):
    return BackupFolder(desk.window.settings.backup_folder, desk.project.id)


@pytest.fixture
def choice(desk, acts, backup_folder):
    """A backup, since which a recital was marked."""
    back_up(desk.project, backup_folder, now=NOON)
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    assert len(desk.marks()) == 1

    def made(act) -> BackupChoice:
        return BackupChoice(act, acts._source(), listed(backup_folder)[-1])

    return made


def test_a_backup_is_restored_in_the_place_of_the_project(desk, acts, backup_folder, choice, monkeypatch):
    chosen, path = choice("restore"), desk.project.path
    monkeypatch.setattr(acts, "ask_backup", lambda: chosen)
    monkeypatch.setattr(acts, "ask_restore", lambda choice: True)
    desk.window.act("backups")()
    assert acts.said == []
    assert desk.session.project.path == path
    assert desk.session.document == desk.first
    assert desk.session.project.spans(desk.first) == []
    assert desk.message().startswith("The project is as it was on ")
    kept = backup_folder.backups()[0]
    assert kept.reason == "replaced"
    with Project.open(kept.path, None) as before:
        assert len(before.spans(desk.first)) == 1
    # Work goes on in it.
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    assert len(desk.session.project.spans(desk.first)) == 1


def test_a_project_that_is_gone_comes_back_where_it_was(desk, acts, choice, tmp_path, monkeypatch):
    chosen, path = choice("restore"), desk.project.path
    desk.session.set_project(None)
    path.unlink()
    monkeypatch.setattr(acts, "ask_restore", lambda choice: True)
    acts.restore(chosen)
    assert acts.said == []
    assert desk.session.project.path == path
    assert "kept as a backup" not in desk.message()


def test_one_whose_file_goes_while_it_is_open_stays_open_since_it_is_nowhere_else(desk, acts, choice, monkeypatch):
    chosen, path = choice("restore"), desk.project.path
    monkeypatch.setattr(acts, "ask_restore", lambda choice: True)
    path.rename(path.with_name("moved.qarar"))
    acts.restore(chosen)
    assert len(acts.said) == 1
    assert "moved, deleted or replaced" in acts.said[0]
    assert desk.session.project is desk.project
    assert len(desk.marks()) == 1


@pytest.mark.parametrize(
    "there, words",
    [
        (True, "present state is kept as a backup first"),
        (False, "no file in its place any more, so nothing is replaced"),
    ],
)
def test_what_becomes_of_the_present_state_is_said_first(desk, acts, choice, monkeypatch, there, words):
    chosen, path, asked = choice("restore"), desk.project.path, []
    desk.session.set_project(None)
    if not there:
        path.unlink()
    monkeypatch.setattr(backup_commands, "run", lambda box: asked.append(box.informativeText()))
    acts.restore(chosen)
    assert len(asked) == 1
    assert words in asked[0]


def test_it_is_not_where_that_is_not_confirmed(desk, acts, choice, monkeypatch):
    chosen = choice("restore")
    monkeypatch.setattr(acts, "ask_restore", lambda choice: False)
    acts.restore(chosen)
    assert desk.session.project is desk.project
    assert len(desk.marks()) == 1


def test_a_project_that_is_open_elsewhere_is_left_as_it_is(desk, acts, backup_folder, choice, monkeypatch):
    chosen = choice("restore")
    monkeypatch.setattr(acts, "ask_restore", lambda choice: True)
    with Project.open(desk.project.path, "Badr"):
        acts.restore(chosen)
    assert "open elsewhere" in acts.said[0]
    assert len(desk.session.project.spans(desk.first)) == 1
    assert desk.session.document == desk.first
    assert len(backup_folder.backups()) == 1


def test_a_backup_that_has_gone_leaves_the_project_open(desk, acts, choice, monkeypatch):
    chosen = choice("restore")
    gone = chosen.backup.backup.path
    gone.unlink()
    monkeypatch.setattr(acts, "ask_restore", lambda choice: True)
    acts.restore(chosen)
    assert acts.said == [f"{gone}: there is no such file."]
    assert len(desk.session.project.spans(desk.first)) == 1
    assert desk.session.document == desk.first


def test_a_backup_is_opened_as_a_project_of_its_own(desk, acts, choice, tmp_path, monkeypatch):
    chosen, before = choice("copy"), desk.project.path
    target = tmp_path / "copy.qarar"
    monkeypatch.setattr(acts, "ask_backup", lambda: chosen)
    monkeypatch.setattr(acts, "ask_copy_path", lambda choice: target)
    acts.show()
    assert desk.session.project.path == target
    assert desk.session.project.spans(desk.first) == []
    assert "copy.qarar" in desk.message()
    with Project.open(before, None) as project:
        assert len(project.spans(desk.first)) == 1


def test_a_copy_takes_the_place_of_nothing(desk, acts, choice, tmp_path, monkeypatch):
    (tmp_path / "there.qarar").write_text("mine")
    monkeypatch.setattr(acts, "ask_copy_path", lambda choice: tmp_path / "there.qarar")
    acts.open_copy(choice("copy"))
    assert "already" in acts.said[0]
    assert desk.session.project is desk.project


@pytest.fixture
def in_riyadh(monkeypatch):
    """Three hours ahead of UTC."""
    monkeypatch.setenv("TZ", "Asia/Riyadh")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="another time zone cannot be set there")
def test_the_name_that_is_proposed_tells_the_time_at_the_desk(desk, acts, choice, in_riyadh, monkeypatch):
    asked: list[str] = []
    monkeypatch.setattr(desk.window.files, "ask_save", lambda title, name="": asked.append(name))
    acts.open_copy(choice("copy"))
    assert asked == [f"{desk.project.path.stem} 2026-03-01 15.00"]


def test_the_name_of_a_project_that_nobody_finds_is_its_id(desk, acts, choice, monkeypatch):
    chosen, asked = choice("copy"), []
    unknown = Source(desk.project.id, f"Project \u2066{desk.project.id}\u2069")
    monkeypatch.setattr(desk.window.files, "ask_save", lambda title, name="": asked.append(name))
    acts.open_copy(dataclasses.replace(chosen, source=unknown))
    assert asked[0].rpartition(" ")[0].rpartition(" ")[0] == desk.project.id


def test_nothing_chosen_does_nothing(desk, acts, monkeypatch):
    monkeypatch.setattr(acts, "ask_backup", lambda: None)
    acts.show()
    assert desk.session.project is desk.project


def test_settings_are_changed(desk, acts, tmp_path, monkeypatch):
    shown = []

    def ask(choices, size, parent, project):
        shown.append((choices, size, project))
        return BackupChoices(False, tmp_path / "elsewhere", (1, 2))

    monkeypatch.setattr("gui.project_io.backup_commands.ask_backup_settings", ask)
    desk.window.act("backup_settings")()
    path = desk.project.path
    assert shown == [(BackupChoices(True, tmp_path / "backups", (24, 30)), path.stat().st_size, path)]
    settings = desk.window.settings
    assert (settings.backups_made, settings.backup_folder, settings.backups_kept) == (
        False,
        tmp_path / "elsewhere",
        (1, 2),
    )
    monkeypatch.setattr("gui.project_io.backup_commands.ask_backup_settings", lambda *_: None)
    acts.change_settings()
    assert settings.backups_kept == (1, 2)


def test_the_file_is_compacted_and_work_goes_on(desk, acts, choice):
    connection = desk.project.tables.connection
    connection.execute("CREATE TABLE much (x TEXT)")
    connection.executemany("INSERT INTO much VALUES (?)", [("x" * 4000,)] * 500)
    connection.execute("DROP TABLE much")
    choice("copy")  # marks something
    path = desk.project.path
    desk.project.file.fold_log()
    before = path.stat().st_size
    desk.window.act("compact")()
    assert acts.said == []
    assert path.stat().st_size < before - 1_500_000
    assert desk.session.document == desk.first
    assert desk.message().startswith("The file was ")
    desk.window.actions_["undo"].trigger()
    assert desk.session.project.spans(desk.first) == []


def test_a_project_that_is_open_elsewhere_is_not_compacted(desk, acts):
    with Project.open(desk.project.path, None):
        acts.compact()
    assert "open elsewhere" in acts.said[0]
    assert desk.session.document == desk.first


def test_a_project_that_is_only_read_is_not_compacted(desk, acts):
    desk.session.set_project(Project.open(desk.project.path, None))
    acts.compact()
    assert "open for reading only" in desk.message()


def test_without_a_project_there_is_nothing_to_compact(desk, acts):
    desk.session.set_project(None)
    acts.compact()
    assert acts._source() is None
    assert desk.session.project is None


def test_backups_can_be_shown_without_a_project(desk, acts, backup_folder, choice, monkeypatch):
    choice("copy")
    desk.session.set_project(None)
    assert desk.window.actions_["backups"].isEnabled()
    assert not desk.window.actions_["compact"].isEnabled()
    shown = []

    def run(dialog):
        shown.append(dialog.source.project)
        dialog.done(0)  # what it was looking for is not told to a dialog that is gone
        assert not dialog.is_looking
        return 0

    monkeypatch.setattr("gui.dialogs.backups_dialog.BackupsDialog.exec", run)
    assert acts.ask_backup() is None
    assert shown == [desk.project.id]


def test_after_the_settings_the_backups_are_shown_again(desk, acts, monkeypatch):
    shown = []

    def run(dialog):
        shown.append(dialog)
        dialog.settings_wanted = len(shown) == 1
        dialog.done(0)
        return 0

    changed = []
    monkeypatch.setattr("gui.dialogs.backups_dialog.BackupsDialog.exec", run)
    monkeypatch.setattr(acts, "change_settings", lambda: changed.append(True))
    assert acts.ask_backup() is None
    assert (len(shown), changed) == (2, [True])
    assert isinstance(desk.window.settings.backup_folder, Path)


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for what will stay open."""
    monkeypatch.setattr(sole_use, "PATIENCE", 0.2)
