import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import SURE_FROM, UNSURE_BELOW, Settings, data_folder
from model.backups.backup_folder import default_backup_folder


def test_nothing_is_known_at_first():
    settings = Settings()
    assert settings.annotator == ""
    assert settings.recent == []
    assert settings.language == "en"
    assert settings.font_size == 0
    assert settings.geometry.isEmpty()


def test_what_is_set_is_there_for_the_next_start():
    settings = Settings()
    settings.annotator = "مريم"
    settings.language = "ar"
    settings.font_size = 24
    settings.geometry = QByteArray(b"abc")
    settings.set_layout("ar", QByteArray(b"def"))
    settings.set_last_document("project", "document")
    del settings
    again = Settings()
    assert (again.annotator, again.language, again.font_size) == ("مريم", "ar", 24)
    assert again.geometry == QByteArray(b"abc")
    assert again.layout("ar") == QByteArray(b"def")
    assert again.layout("en").isEmpty()
    assert again.last_document("project") == "document"
    assert again.last_document("other") == ""


def test_recent_projects_are_kept_once_each_and_not_for_ever():
    settings = Settings()
    for number in range(12):
        settings.add_recent(Path(f"/p, q/{number}.qarar"))
    settings.add_recent(Path("/p, q/5.qarar"))
    assert settings.recent[0] == Path("/p, q/5.qarar")
    assert len(settings.recent) == 10
    assert len(set(settings.recent)) == 10


def test_the_users_data_have_a_folder():
    assert data_folder().is_dir()
    assert data_folder().name == "qarar"


def test_display_and_keys_are_kept_and_what_was_damaged_is_as_if_never_set():
    settings = Settings()
    assert settings.display == {}
    assert settings.keys == {}
    settings.display = {"as_stored": True, "line_spacing": 1.5}
    settings.keys = {"split": ("Ctrl+/", "’"), "merge": ()}
    again = Settings()
    assert again.display == {"as_stored": True, "line_spacing": 1.5}
    assert again.keys == {"split": ["Ctrl+/", "’"], "merge": []}
    for damaged in ("[1, 2]", "{", "7", "[" * 100_000):
        again._set("keys", damaged)
        again._set("display", damaged)
        assert again.keys == {}
        assert again.display == {}


def test_numbers_that_nobody_can_have_set_are_as_if_never_set():
    settings = Settings()
    for damaged in ("9" * 5000, "-1", "x", "²", "1.5"):
        settings._set("font_size", damaged)
        settings._set("thresholds", f"{damaged} {damaged}")
        assert settings.font_size == 0
        assert settings.thresholds == (SURE_FROM, UNSURE_BELOW)


def test_a_project_has_a_place_of_its_own_and_else_that_of_the_last_window():
    settings = Settings()
    assert not settings.knows("one")
    settings.set_window(QByteArray(b"abc"), "ar", QByteArray(b"def"), "one")
    settings.set_window(QByteArray(b"ghi"), "ar", QByteArray(b"jkl"), "two")
    settings = Settings()
    assert settings.knows("one")
    assert (settings.geometry_of("one"), settings.layout("ar", "one")) == (b"abc", b"def")
    assert (settings.geometry, settings.layout("ar"), settings.layout("ar", "new")) == (b"ghi", b"jkl", b"jkl")
    assert settings.geometry_of("new").isEmpty()
    assert settings.layout("en", "one").isEmpty()


def test_what_is_set_is_told():
    settings, told = Settings(), []
    settings.changed.connect(told.append)
    settings.annotator = "مريم"
    settings.keys = {}
    settings.font_size = 20
    assert told == ["annotator", "keys", "font_size"]


def test_recent_projects_have_the_time_when_they_were_opened_and_can_be_taken_away():
    settings = Settings()
    one, two = Path("/p/one.qarar"), Path("/p/two.qarar")
    settings.add_recent(one)
    settings.add_recent(two)
    assert settings.opened(one).endswith("Z")
    settings.remove_recent(two)
    assert (settings.recent, settings.opened(two)) == ([one], "")
    settings.clear_recent()
    assert (settings.recent, settings.opened(one)) == ([], "")
    settings._set("recent_times", "damaged")
    assert settings.opened(one) == ""


def test_the_first_steps_are_seen_once():
    assert not Settings().first_steps_seen
    Settings().first_steps_seen = True
    assert Settings().first_steps_seen


def test_backups_as_they_are_at_first_and_as_they_are_set(tmp_path):
    settings = Settings()
    assert settings.backups_made
    assert settings.backup_folder == default_backup_folder()
    assert settings.backups_kept == (24, 30)
    told = []
    settings.changed.connect(told.append)
    settings.set_backups(False, tmp_path / "نسخ", (5, 7))
    assert sorted(told) == ["backup_folder", "backups_kept", "backups_made"]
    again = Settings()
    assert (again.backups_made, again.backup_folder, again.backups_kept) == (False, tmp_path / "نسخ", (5, 7))
    again.set_backups(True, default_backup_folder(), (0, 99999))
    assert (again.backups_made, again.backups_kept) == (True, (0, 366))
    assert again._store.value("backup_folder") == ""


def test_where_projects_are_is_known_by_their_ids_for_the_newest():
    settings = Settings()
    for number in range(60):
        settings.set_project_file(str(number), Path(f"/p/{number}.qarar"))
    settings.set_project_file("30", Path("/elsewhere.qarar"))
    known = Settings().project_files
    assert len(known) == 50
    assert list(known)[-2:] == ["59", "30"]
    assert known["30"] == Path("/elsewhere.qarar")
    assert "9" not in known


@pytest.mark.skipif(sys.platform == "win32", reason="where settings are cannot be chosen there")
def test_what_a_file_of_settings_has_as_an_object_is_not_run(tmp_path):
    """``@Variant`` with a Python object is unpickled by PySide, in whatever setting it stands."""
    program = b"cbuiltins\nprint\n(VRUN\ntR."  # a pickle: print("RUN")
    name = b"PySide::PyObjectWrapper\0"
    value = b"\0\0\0\x7f" + len(name).to_bytes(4, "big") + name + len(program).to_bytes(4, "big") + program
    escaped = "".join(f"\\{byte:03o}" for byte in value)
    file = tmp_path / "qarar" / "qarar.ini"
    file.parent.mkdir()
    file.write_text(f'[General]\nannotator=Sara\nanything="@Variant({escaped})"\n', "ascii")
    root = Path(__file__).parents[2]
    told = "from gui.settings import Settings; s = Settings(); print(s.annotator, s._store.value('anything'))"
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=root,
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("Sara None\n", "")
