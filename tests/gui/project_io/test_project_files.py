import json
import shutil
import sqlite3
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox

from gui.background.progress import ProgressDialog
from gui.dialogs.export_dialog import ExportChoice
from gui.dialogs.import_dialog import ImportChoice
from model.annotation import documents, spans
from model.errors import UserError
from model.formats.export_formats import FORMATS, format_of
from model.formats.importing import import_sources
from model.project import Project

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def files(desk, monkeypatch):
    """The project menu's doings; what it would say in boxes is collected in ``said`` and ``reports``."""
    files = desk.window.files
    files.said, files.reports = [], []
    monkeypatch.setattr(files, "show_error", lambda title, refusal: files.said.append(str(refusal)))
    monkeypatch.setattr(files, "show_report", files.reports.append)
    monkeypatch.setattr(files, "ask_annotator", lambda: pytest.fail("the name is known"))
    return files


def sources(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"%%%PEACE|\n\nقرار رقم {number}، نصه.", "utf-8")
    return folder


def stop_half_way(desk, monkeypatch, work: str, stop: int) -> list[int]:
    """Have the Cancel button of the progress dialog pressed when an import, or the export of a format, has come so far;
    gives the numbers that the work told."""
    told: list[int] = []
    reached = threading.Event()

    def slowed(on_progress):
        def stalling(done, total):
            told.append(done)
            if done == stop:
                reached.set()
                for _ in range(1000):  # until the button is pressed
                    on_progress(done, total)
                    time.sleep(0.01)
            on_progress(done, total)

        return stalling

    def press():
        if not reached.is_set():
            QTimer.singleShot(10, press)
            return
        dialog = desk.window.findChild(ProgressDialog)
        dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    def replaced(*given, on_progress, **named):
        return original(*given, on_progress=slowed(on_progress), **named)

    if work == "import_sources":
        original = import_sources
        monkeypatch.setattr("model.formats.importing.import_sources", replaced)
    else:
        original = format_of(work).write
        shown = replace(format_of(work), write=replaced)
        monkeypatch.setattr("model.formats.export_formats.format_of", lambda _: shown)
    QTimer.singleShot(0, press)
    return told


def undo_text(desk) -> str:
    return desk.window.actions_["undo"].text()


def test_a_new_project_is_made_and_documents_imported_into_it(desk, files, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "ask_new_path", lambda: tmp_path / "new.qarar")
    files.new()
    assert desk.session.project.path == tmp_path / "new.qarar"
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    folder = sources(tmp_path / "in", 3)
    monkeypatch.setattr(files, "ask_import", lambda _: ImportChoice((folder, tmp_path / "bad.txt")))
    files.import_documents()
    assert files.reports[0].documents == 3
    assert len(files.reports[0].of("refused")) == 1
    assert desk.window.documents.model.rowCount() == 3
    assert desk.session.text == "قرار رقم 0، نصه."
    assert desk.window.actions_["undo"].text().startswith("Undo import\t")
    assert files.said == []


def test_a_new_project_never_takes_the_place_of_a_file(desk, files, tmp_path, monkeypatch):
    work = tmp_path / "work.qarar"
    Project.create(work, "Sara").close()
    before = work.read_bytes()
    for path in (work, desk.project.path):
        monkeypatch.setattr(files, "ask_new_path", lambda path=path: path)
        files.new()
        assert "already" in files.said.pop()
    assert work.read_bytes() == before
    assert desk.session.project is desk.project


def test_an_import_that_is_stopped_leaves_nothing(desk, files, tmp_path, monkeypatch):
    folder = sources(tmp_path / "in", 50)
    monkeypatch.setattr(files, "ask_import", lambda _: ImportChoice((folder,)))
    asked = stop_half_way(desk, monkeypatch, "import_sources", 25)
    files.import_documents()
    before = asked[: asked.index(25) + 1]  # a file may be told of more than once
    assert before == sorted(before)
    assert sorted(set(before)) == list(range(26))
    assert max(asked) < 50
    assert desk.window.documents.model.rowCount() == desk.project.counts().documents == 2
    assert desk.message() == "Stopped. Nothing was changed."
    assert undo_text(desk).startswith("Undo import")


@pytest.mark.parametrize("kind", [each.id for each in FORMATS])
def test_an_export_that_is_stopped_leaves_nothing(desk, files, tmp_path, monkeypatch, kind):
    with desk.project.operation("import") as writing:
        for number in range(8):
            documents.add(writing, f"more {number}", "نص")
    target = tmp_path / "out"
    monkeypatch.setattr(files, "ask_export", lambda: ExportChoice(kind, target))
    stop_half_way(desk, monkeypatch, kind, 5)
    before = sorted(tmp_path.iterdir())
    files.export()
    assert desk.message() == "Stopped. Nothing was changed."
    assert [path for path in sorted(tmp_path.iterdir()) if path not in before] == []


def test_an_export_is_written_and_said(desk, files, tmp_path, monkeypatch):
    target = tmp_path / "out.jsonl"
    monkeypatch.setattr(files, "ask_export", lambda: ExportChoice("dataset-jsonl", target))
    files.export()
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [line["name"] for line in lines] == ["A_RES_59_187", "A_RES_60_1"]
    assert str(target) in desk.message()


def test_an_export_that_cannot_be_written_is_refused_in_one_sentence(desk, files, tmp_path, monkeypatch):
    target = tmp_path / "none" / "out.jsonl"
    monkeypatch.setattr(files, "ask_export", lambda: ExportChoice("dataset-jsonl", target))
    files.export()
    assert len(files.said) == 1
    assert str(target) in files.said[0]


def test_what_is_no_project_is_refused_and_the_open_one_stays(desk, files, tmp_path):
    stranger = tmp_path / "stranger.qarar"
    stranger.write_text("not a database")
    assert not files.open(stranger)
    assert len(files.said) == 1
    assert desk.session.project is desk.project
    assert desk.session.document == desk.first


def test_a_project_that_cannot_be_written_is_opened_for_reading(desk, files, tmp_path, monkeypatch):
    original = Project.open

    def refusing(path, annotator, **_):
        if annotator is not None:
            raise sqlite_refusal(path)
        return original(path, None)

    def sqlite_refusal(path):
        return UserError("{path}: the file is read-only, so nothing can be written to it.", path=path)

    monkeypatch.setattr(Project, "open", refusing)
    assert files.open(desk.project.path)
    assert desk.session.annotator is None
    assert "read-only" in desk.message()
    assert files.said == []
    assert not desk.window.actions_["undo"].isEnabled()


def test_an_act_waits_a_second_for_another_program_and_is_then_refused(desk, files):
    assert files.open(desk.project.path)
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
        begun = time.monotonic()
        desk.select("إذ تعيد تأكيد التزامها،")
        desk.type("P")
        assert 0.5 < time.monotonic() - begun < 3
        assert "another program is writing" in desk.message()
    desk.type("P")
    assert [span.label for span in desk.session.project.spans(desk.first)] == ["title", "preambular"]


def test_a_project_that_is_new_waits_no_longer(desk, files, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "ask_new_path", lambda: tmp_path / "new.qarar")
    files.new()
    with Project.open(tmp_path / "new.qarar", "Omar") as other, other.operation("import") as writing:
        documents.add(writing, "one", "نص")
        begun = time.monotonic()
        with pytest.raises(UserError, match="another program"), desk.session.project.operation("import"):
            pass
        assert time.monotonic() - begun < 3


def test_a_project_opened_while_another_program_writes_can_be_written_to_when_it_has_finished(desk, files, qtbot):
    desk.session.set_project(None)
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
        assert files.open(desk.project.path)
        assert desk.session.annotator is None
        assert desk.message().endswith("It is open for reading only.")
        desk.session.set_document(desk.first)
        desk.select("إذ تعيد تأكيد التزامها،")
        qtbot.wait(1200)
        assert desk.session.annotator is None
        assert desk.selected() == "إذ تعيد تأكيد التزامها،"
    qtbot.waitUntil(lambda: desk.session.annotator is not None)
    assert desk.message() == "The project can be written to again."
    assert desk.window.status.annotator.text() == "Sara"
    assert (desk.session.document, desk.selected()) == (desk.first, "إذ تعيد تأكيد التزامها،")
    assert [span.label for span in desk.shown()] == ["title"]
    desk.type("P")
    assert [span.label for span in desk.shown()] == ["title", "preambular"]
    assert not files._again.isActive()


def test_a_copy_holds_everything(desk, files, tmp_path, monkeypatch):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    monkeypatch.setattr(files, "ask_copy_path", lambda: tmp_path / "copy.qarar")
    files.save_copy()
    with Project.open(tmp_path / "copy.qarar", None) as copy:
        assert len(copy.spans(desk.first)) == 1
    files.save_copy()
    assert len(files.said) == 1  # there is one of that name now


def test_a_copy_to_go_on_in_is_checked_beside_the_window(desk, files, tmp_path, monkeypatch):
    checked: list[bool] = []
    check = Project.integrity_problems
    monkeypatch.setattr(files, "ask_copy_path", lambda: tmp_path / "copy.qarar")
    monkeypatch.setattr(
        Project,
        "integrity_problems",
        lambda copy: (checked.append(threading.current_thread() is threading.main_thread()), check(copy))[1],
    )
    desk.project.path.unlink()
    files.save_copy()
    assert checked == [False]
    assert desk.session.project.path == tmp_path / "copy.qarar"
    assert "working in this file now" in desk.message()


def test_nobody_goes_on_in_a_copy_that_is_damaged(desk, files, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "ask_copy_path", lambda: tmp_path / "copy.qarar")
    monkeypatch.setattr(Project, "integrity_problems", lambda copy: ["wrong"])
    desk.project.path.unlink()
    files.save_copy()
    assert desk.session.project is desk.project
    assert "not all of it can be read" in desk.message()


def test_the_name_is_asked_for_once_and_signs_what_is_marked(desk, files, monkeypatch):
    files._settings.annotator = ""
    asked = []
    monkeypatch.setattr(files, "ask_annotator", lambda: asked.append(1) or "Omar")
    path = desk.project.path
    files.open(path)
    files.open(path)
    assert asked == [1]
    assert desk.session.annotator.name == "Omar"
    assert files._settings.annotator == "Omar"


def test_without_a_name_a_project_can_only_be_read(desk, files, monkeypatch):
    files._settings.annotator = ""
    monkeypatch.setattr(files, "ask_annotator", lambda: None)
    assert files.open(desk.project.path)
    assert desk.session.annotator is None
    assert "reading only" in desk.message()


def test_another_annotator_goes_on_in_the_same_project(desk, files, monkeypatch):
    monkeypatch.setattr(files, "ask_annotator", lambda: "Omar")
    files.change_annotator()
    assert desk.session.annotator.name == "Omar"
    assert desk.session.document == desk.first


def test_recent_projects_are_listed_newest_first(desk, files, tmp_path):
    for name in ("a", "b"):
        with Project.create(tmp_path / f"{name}.qarar", "Sara"):
            pass
        files.open(tmp_path / f"{name}.qarar")
    assert [path.name for path in desk.window.settings.recent[:2]] == ["b.qarar", "a.qarar"]
    menu = desk.window.actions_.menu("recent")
    menu.aboutToShow.emit()
    assert "b.qarar" in menu.actions()[0].text()
    menu.actions()[1].trigger()
    assert desk.session.project.path.name == "a.qarar"


def test_an_open_project_can_be_read_by_others_meanwhile(desk):
    connection = sqlite3.connect(desk.project.path)
    assert connection.execute("SELECT count(*) FROM document").fetchone() == (2,)
    connection.close()


def old_project(folder: Path) -> Path:
    """A file as the version before this one wrote it."""
    return Path(shutil.copy(DATA / "schema-0001_first.qarar", folder / "old.qarar"))


def test_an_older_project_is_brought_up_to_date_and_opened(desk, files, tmp_path):
    path = old_project(tmp_path)
    assert files.open(path)
    assert desk.session.project.path == path
    assert desk.window.documents.model.rowCount() == 3
    assert len(list(tmp_path.glob("old.before-migration-*.qarar"))) == 1
    assert files.said == []


def test_bringing_a_project_up_to_date_can_be_stopped_and_changes_nothing(desk, files, tmp_path, monkeypatch):
    path = old_project(tmp_path)
    before = path.read_bytes()
    reached = threading.Event()
    original = Project.open

    def slowed(place, annotator, *, on_progress=None, **named):
        def stalling(done, total):
            if done == 2:
                reached.set()
                while True:  # until the button is pressed
                    on_progress(done, total)
                    time.sleep(0.01)
            on_progress(done, total)

        return original(place, annotator, on_progress=None if on_progress is None else stalling, **named)

    def press():
        dialog = desk.window.findChild(ProgressDialog)
        if not reached.is_set() or dialog is None:
            QTimer.singleShot(10, press)
            return
        dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()

    monkeypatch.setattr(Project, "open", slowed)
    QTimer.singleShot(0, press)
    assert not files.open(path)
    assert desk.message() == "Stopped. Nothing was changed."
    assert desk.session.project is desk.project
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.glob("old*")) == ["old.qarar"]


def test_files_are_proposed_for_an_import(desk, files, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(files, "ask_import", asked.append)
    files.import_documents([tmp_path / "a.txt"])
    files.import_documents()
    assert asked == [[tmp_path / "a.txt"], ()]
