"""The project's file is damaged under the open window. No more is written than can be read back; the rest goes on."""

import os
from pathlib import Path

import pytest

from model.errors import UserError
from model.project import Project
from tests.faults.fault_desk import DOCUMENTS, WHILE, FaultDesk, Mark, fault_desk, marks_in

pytestmark = pytest.mark.qt_no_exception_capture  # the application's own hook is what people have
PAGE = 4096
DAMAGED = (
    "\u2066{path}\u2069: the project file was damaged from outside; nothing more is written to it. "
    "Save a copy to keep what can still be read."
)


@pytest.fixture
def desk(qtbot, tmp_path):
    with fault_desk(tmp_path / "home") as desk:
        yield desk


def overwrite(path: Path, start: int, content: bytes) -> None:
    """Write something over a file from one place on."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(content)


def marks_of(path: Path, name: str) -> set[Mark]:
    """The marks that a stranger finds in one document of a file, whatever else is damaged in it."""
    with Project.open(path, None) as project:
        document = project.find_document(name)
        assert document is not None
        return {(name, span.start, span.end) for span in project.spans(document.id)}


@pytest.mark.parametrize("content", [b"\xff" * 9, "الساحق، 2".encode()])
def test_a_file_that_is_damaged_in_the_middle(desk: FaultDesk, qtbot, tmp_path: Path, content: bytes) -> None:
    """The text is lost in which the damage is, be it a text still; in the others work goes on, and is kept."""
    path = tmp_path / "p.qarar"
    desk.begin(path)
    qtbot.wait(WHILE)
    overwrite(path, path.read_bytes().index("السابق، 2".encode()), content)
    readable = [row for row in range(DOCUMENTS) if desk.show_row(row)]
    assert len(readable) == DOCUMENTS - 1
    (said,) = desk.new_sentences()
    assert said.startswith(f"\u2066{path}\u2069: the ") and "damaged" in said
    # The list and the text agree about what is shown.
    (lost,) = set(range(DOCUMENTS)) - set(readable)
    shown = desk.name()
    desk.window.documents.table.selectRow(lost)
    assert desk.name() == shown
    assert desk.window.documents.table.currentIndex().row() != lost
    assert desk.shown() == said
    desk.new_sentences()
    assert desk.show_row(0)
    assert desk.mark()
    qtbot.wait(WHILE)
    assert desk.new_sentences() == []
    assert desk.steps() == len(desk.acknowledged) + 1
    assert marks_of(path, desk.name()) == desk.acknowledged


@pytest.mark.parametrize("start", [0, PAGE])
def test_a_file_that_is_overwritten(desk: FaultDesk, qtbot, tmp_path: Path, start: int) -> None:
    """Its first page, or all but that. The window has enough in memory to show and to save what it shows."""
    path, copy = tmp_path / "p.qarar", tmp_path / "copy.qarar"
    desk.begin(path)
    qtbot.wait(WHILE)
    overwrite(path, start, os.urandom(path.stat().st_size - PAGE if start else PAGE))
    assert desk.mark()  # nobody can know yet
    qtbot.waitUntil(lambda: desk.said != [])
    said = DAMAGED.format(path=path)
    assert desk.shown() == said
    qtbot.wait(WHILE)
    assert desk.new_sentences() == [said]
    assert not desk.mark()
    assert desk.new_sentences() == [said]
    shown = desk.window.view.verticalScrollBar()
    shown.setValue(shown.maximum())
    desk.window.documents.filter.setText("60_3")
    assert desk.window.documents.model.rowCount() == 1
    desk.window.documents.filter.clear()
    assert len(desk.window.view.page.spans) == len(desk.acknowledged) == 4
    desk.window.files.ask_copy_path = lambda: copy
    desk.window.files.save_copy()
    (said,) = desk.new_sentences()
    if start:
        assert said == f"Saved as \u2066{copy}\u2069, but the project file is damaged: not all of it can be read."
    else:
        assert said == f"Saved as \u2066{copy}\u2069; you are working in this file now."
        desk.read_on()
        assert desk.mark()
        assert marks_in(copy) == desk.acknowledged
    desk.session.set_project(None)
    assert not desk.window.files.open(path)
    (said,) = desk.new_sentences()
    assert said.startswith(f"\u2066{path}\u2069: ")


def test_a_log_that_is_cut_off(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    """What the file holds already is safe from it; without that, nothing is written after it."""
    path = tmp_path / "p.qarar"
    desk.begin(path)
    qtbot.wait(WHILE)
    os.truncate(f"{path}-wal", 0)
    assert desk.mark()
    qtbot.wait(WHILE)
    assert desk.new_sentences() == []
    safe = set(desk.acknowledged)
    assert desk.mark()
    os.truncate(f"{path}-wal", 0)
    qtbot.waitUntil(lambda: desk.said != [])
    qtbot.wait(WHILE)
    said = f"\u2066{path}\u2069: the system cannot read or write it; perhaps the disk is full."
    assert desk.new_sentences() == [said]
    assert not desk.mark()
    assert desk.new_sentences() == [said]
    desk.session.set_project(None)
    assert marks_in(path) == safe
    assert desk.window.files.open(path)
    desk.acknowledged = safe
    assert desk.mark()
    desk.read_on()
    assert marks_in(path) == desk.acknowledged


def test_a_file_that_is_cut_off(desk: FaultDesk, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "p.qarar"
    desk.begin(path)
    qtbot.wait(WHILE)
    os.truncate(path, path.stat().st_size // 2)
    qtbot.wait(WHILE)
    while desk.mark():
        qtbot.wait(WHILE)
    (said, *_) = desk.new_sentences()
    assert said.startswith(f"\u2066{path}\u2069: the project file ") and "damaged" in said
    qtbot.wait(WHILE)
    assert desk.new_sentences() == []
    assert desk.window.view.page.blocks
    with pytest.raises(UserError, match="damaged"), Project.open(path, None) as project:
        raise UserError("damaged: {found}", found=project.integrity_problems()[0])
