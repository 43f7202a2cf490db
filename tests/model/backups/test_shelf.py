import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from model.backups.shelf import Backup, Shelf, backup_of, default_folder, shelves
from model.refusal import Refusal
from tests.model.backups.conftest import NOON

ROOT = Path(__file__).parents[3]


def test_a_name_tells_the_time_in_utc_and_the_reason(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "an-id")
    cairo = datetime(2026, 3, 1, 14, 5, 6, 789000, tzinfo=timezone(timedelta(hours=2)))
    usual, asked = shelf.new_path(cairo, "automatic"), shelf.new_path(cairo, "asked")
    assert usual == tmp_path / "an-id" / "20260301-120506-789Z.qarar"
    assert asked.name == "20260301-120506-789Z.asked.qarar"
    assert backup_of(usual) == Backup(usual, cairo.astimezone(UTC), "automatic")
    assert backup_of(asked) == Backup(asked, cairo, "asked")


@pytest.mark.parametrize(
    "name",
    [
        "notes.txt",
        "project.qarar",
        "20260301-120506-789Z.qarar-wal",
        "20260231-120506-789Z.qarar",
        "20260301-120506-789Z.curious.qarar",
        ".qarar-0123.partial",
    ],
)
def test_other_files_are_no_backups(name: str, tmp_path: Path) -> None:
    assert backup_of(tmp_path / name) is None


def test_the_newest_comes_first_and_nothing_has_the_name_of_another(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "an-id")
    assert shelf.backups() == []
    shelf.folder.mkdir()
    for hours in (0, 2, 1):
        shelf.new_path(NOON + timedelta(hours=hours), "automatic").touch()
    assert [each.made.hour for each in shelf.backups()] == [14, 13, 12]
    with pytest.raises(Refusal, match="already"):
        shelf.new_path(NOON, "automatic")


@pytest.mark.parametrize("project", ["../../elsewhere", "/etc", "", "..", "a" * 500, "مشروع"])
def test_an_id_leads_nowhere_else(project: str, tmp_path: Path) -> None:
    assert Shelf(tmp_path, project).folder.resolve().parent == tmp_path.resolve()


def test_only_automatic_ones_are_thinned_out(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "an-id")
    shelf.folder.mkdir()
    (shelf.folder / "notes.txt").touch()
    for minutes in range(3):
        for reason in ("automatic", "asked", "replaced"):
            shelf.new_path(NOON + timedelta(minutes=minutes), reason).touch()
    gone = shelf.thin_out(NOON + timedelta(minutes=5))
    assert sorted(each.path.name for each in gone) == ["20260301-120000-000Z.qarar", "20260301-120100-000Z.qarar"]
    assert len(list(shelf.folder.iterdir())) == 8


def test_unsound_ones_do_not_take_the_place_of_sound_ones(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "an-id")
    shelf.folder.mkdir()
    shelf.new_path(NOON, "automatic").touch()
    for minutes in (10, 20, 30):
        shelf.new_path(NOON + timedelta(minutes=minutes), "unsound").touch()
    shelf.thin_out(NOON + timedelta(minutes=40), hours=1, days=1)
    assert [(each.made.minute, each.reason) for each in shelf.backups()] == [(30, "unsound"), (0, "automatic")]


def test_projects_that_have_backups(tmp_path: Path) -> None:
    for project in ("b", "a", "empty"):
        Shelf(tmp_path, project).folder.mkdir()
    for project in ("b", "a"):
        Shelf(tmp_path, project).new_path(NOON, "automatic").touch()
    assert [shelf.folder.name for shelf in shelves(tmp_path)] == ["a", "b"]
    assert shelves(tmp_path / "missing") == []


def test_the_default_folder() -> None:
    home = Path("/home/sara")
    linux = default_folder({"HOME": "/home/sara"}, "linux")
    assert linux == home / ".local" / "share" / "qarar" / "backups"
    assert default_folder({"HOME": "/home/sara", "XDG_DATA_HOME": "/data"}, "linux") == Path("/data/qarar/backups")
    assert default_folder({"HOME": "/home/sara", "XDG_DATA_HOME": "data"}, "linux") == linux
    assert default_folder({"HOME": "/home/sara"}, "darwin").parts[-4:-2] == ("Library", "Application Support")
    assert default_folder({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/qarar/backups")


def test_it_is_the_one_that_the_window_uses() -> None:
    program = (
        "from gui.settings import Settings; from model.backups.shelf import default_folder; "
        "print(Settings().backup_folder == default_folder())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True
    )
    assert done.stdout == "True\n"
