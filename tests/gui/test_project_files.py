import json
import sqlite3
from pathlib import Path

import pytest

from gui.dialogs.export_dialog import ExportChoice
from gui.dialogs.import_dialog import ImportChoice
from model.project import Project
from model.refusal import Cancelled


@pytest.fixture
def files(desk, monkeypatch):
    """The project menu's doings; what it would say in boxes is collected in ``said`` and ``reports``."""
    files = desk.window.files
    files.said, files.reports = [], []
    monkeypatch.setattr(files, "show_refusal", lambda title, refusal: files.said.append(str(refusal)))
    monkeypatch.setattr(files, "show_report", files.reports.append)
    monkeypatch.setattr(files, "ask_annotator", lambda: pytest.fail("the name is known"))
    return files


def sources(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"%%%PEACE|\n\nقرار رقم {number}، نصه.", "utf-8")
    return folder


def test_a_new_project_is_made_and_documents_imported_into_it(desk, files, tmp_path, monkeypatch):
    monkeypatch.setattr(files, "ask_new_path", lambda: tmp_path / "new.qarar")
    files.new()
    assert desk.session.project.path == tmp_path / "new.qarar"
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    folder = sources(tmp_path / "in", 3)
    monkeypatch.setattr(files, "ask_import", lambda: ImportChoice((folder, tmp_path / "bad.txt")))
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
    monkeypatch.setattr(files, "ask_import", lambda: ImportChoice((folder,)))

    def watched(own, paths, *, watcher, **_):
        from model.annotation import documents

        with own.operation("import") as writing:
            documents.add(writing, "half", "نص")
            raise Cancelled

    monkeypatch.setattr("gui.project_files.import_sources", watched)
    files.import_documents()
    assert desk.window.documents.model.rowCount() == 2
    assert desk.message() == "Stopped. Nothing was changed."


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

    def refusing(path, annotator):
        if annotator is not None:
            raise sqlite_refusal(path)
        return original(path, None)

    def sqlite_refusal(path):
        from model.refusal import Refusal

        return Refusal("{path}: the file is read-only, so nothing can be written to it.", path=path)

    monkeypatch.setattr(Project, "open", refusing)
    assert files.open(desk.project.path)
    assert desk.session.annotator is None
    assert "read-only" in desk.message()
    assert files.said == []
    assert not desk.window.actions_["undo"].isEnabled()


def test_a_copy_holds_everything(desk, files, tmp_path, monkeypatch):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    monkeypatch.setattr(files, "ask_copy_path", lambda: tmp_path / "copy.qarar")
    files.save_copy()
    with Project.open(tmp_path / "copy.qarar", None) as copy:
        assert len(copy.spans(desk.first)) == 1
    files.save_copy()
    assert len(files.said) == 1  # there is one of that name now


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
