from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.item_models import history_list
from gui.item_models.history_list import Filter, HistoryModel, HistoryRole
from model.annotation import documents
from model.project import Project


@dataclass
class Desk:
    """A project of two documents."""

    project: Project
    document: str
    other: str


@pytest.fixture
def desk(qapp, tmp_path: Path) -> Iterator[Desk]:
    with Project.create(tmp_path / "desk.qarar", "Sara") as project:
        with project.operation("import") as writing:
            document = documents.add(writing, "A_RES_1", "نص")
            other = documents.add(writing, "A_RES_2", "نص آخر")
        yield Desk(project, document, other)


@pytest.fixture
def model(desk) -> HistoryModel:
    shown = HistoryModel()
    shown.show_history(desk.project, Filter())
    return shown


def _note(project: Project, document: str, text: str) -> None:
    with project.operation("write note") as writing:
        documents.set_note(writing, document, text)


def _sequences(model: HistoryModel) -> list[int]:
    found = [model.step(model.index(row)) for row in range(model.rowCount())]
    return [step.record.sequence for step in found if step is not None]


def test_pages_end_where_history_begins(desk, model, monkeypatch):
    monkeypatch.setattr(history_list, "PAGE", 3)
    for number in range(5):
        _note(desk.project, desk.document, str(number))
    model.show_history(desk.project, Filter())
    assert (model.rowCount(), model.canFetchMore(QModelIndex())) == (3, True)
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 6
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert _sequences(model) == sorted(_sequences(model), reverse=True)


def test_whoever_missed_much_reads_anew(qtbot, desk, model, monkeypatch):
    monkeypatch.setattr(history_list, "MANY", 3)
    for number in range(4):
        _note(desk.project, desk.document, str(number))
    with qtbot.waitSignal(model.modelReset):
        model.catch_up()
    assert model.rowCount() == 5


def test_an_undo_of_what_is_not_listed_changes_no_row(qtbot, desk, model):
    _note(desk.project, desk.other, "x")
    model.show_history(desk.project, Filter(document=desk.document))
    desk.project.undo()
    with qtbot.assertNotEmitted(model.dataChanged):
        model.catch_up()
    assert model.rowCount() == 1


def test_what_was_done_and_undone_unseen_comes_as_it_is(desk, model):
    _note(desk.project, desk.document, "x")
    _note(desk.project, desk.document, "y")
    desk.project.undo()
    model.catch_up()
    states = [model.index(row).data(HistoryRole.STEP).state for row in range(model.rowCount())]
    assert states == ["undone", "done", "done"]
    _note(desk.project, desk.document, "z")
    model.catch_up()
    states = [model.index(row).data(HistoryRole.STEP).state for row in range(model.rowCount())]
    assert states == ["done", "lost", "done", "done"]
    assert model.index(1).data(HistoryRole.STATE) == "Undone for good"


def test_a_new_name_of_a_document_is_shown_once_names_are_forgotten(desk, model):
    assert "A_RES_1" in model.index(0).data(HistoryRole.WHERE)
    with desk.project.operation("rename") as writing:
        writing.update("document", desk.document, name="A_RES_77", name_key="a_res_77")
    model.forget_names()
    assert "A_RES_77" in model.index(0).data(HistoryRole.WHERE)


def test_every_row_says_all_of_itself(desk, model):
    _note(desk.project, desk.document, "x")
    desk.project.undo()
    model.catch_up()
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("write note", "Sara", "A_RES_1", "Undone by"):
        assert part in spoken


def test_no_project_no_rows(desk, model):
    model.show_history(None, Filter())
    model.catch_up()
    assert model.rowCount() == 0
    assert not model.canFetchMore(QModelIndex())


def test_what_another_wrote_unseen_comes_with_the_next_look(desk):
    with Project.open(desk.project.path, "Amal") as other, other.operation("write note") as writing:
        documents.set_note(writing, desk.document, "x")
    model = HistoryModel()
    model.show_history(desk.project, Filter())
    seen = model.rowCount()
    desk.project.refresh()
    model.catch_up()
    assert model.rowCount() == seen + 1
    assert model.step(model.index(0)).record.name == "write note"
