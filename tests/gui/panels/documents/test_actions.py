import pytest
from PySide6.QtWidgets import QMenu

from gui.background.progress import ProgressDialog
from gui.panels.documents import actions
from gui.panels.documents.panel import DocumentsPanel
from model.annotation import documents
from model.errors import UserError
from model.project import Project


@pytest.fixture
def panel(desk, qtbot) -> DocumentsPanel:
    desk.session.set_language("en")
    panel = DocumentsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def entry(menu: QMenu, *path: str):
    """An entry of a menu by the words on the way to it."""
    for words in path[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text().replace("&", "") == words)
    return next(action for action in menu.actions() if action.text().replace("&", "") == path[-1])


def test_what_is_chosen_is_changed_in_one_step(desk, panel):
    assert desk.project.annotator is not None
    panel.table.selectAll()
    for path, told in (
        (("Descriptors", "done"), lambda each: each.state("descriptors") == "done"),
        (("Leading phrases", "in progress"), lambda each: each.state("lead") == "in-progress"),
        (("Assign to", "Me"), lambda each: each.assignee == desk.project.annotator.id),
    ):
        before = desk.project.counts().operations
        entry(panel.acts.menu(), *path).trigger()
        assert all(told(each) for each in desk.project.documents())
        assert desk.project.counts().operations == before + 1
        assert entry(panel.acts.menu(), *path).isChecked()
    assert len(panel.chosen()) == 2


def test_the_heading_says_how_many_are_chosen(panel):
    panel.table.selectAll()
    assert "2" in panel.acts.menu().actions()[0].text()


def test_a_tag_that_some_have_is_put_on_all_and_one_that_all_have_is_taken_off(desk, panel):
    with desk.project.operation("change tags") as writing:
        documents.set_tags(writing, desk.other, ["hard"])
    panel.table.selectAll()
    assert not entry(panel.acts.menu(), "Tags", "hard").isChecked()
    entry(panel.acts.menu(), "Tags", "hard").trigger()
    assert [each.tags for each in desk.project.documents()] == [("hard",), ("hard",)]
    entry(panel.acts.menu(), "Tags", "hard").trigger()
    assert [each.tags for each in desk.project.documents()] == [(), ()]


def test_a_new_tag_is_asked_for(desk, panel, monkeypatch):
    monkeypatch.setattr(panel.acts, "ask_tag", lambda: "annex")
    entry(panel.acts.menu(), "Tags", "New tag…").trigger()
    assert desk.project.document(desk.document).tags == ("annex",)
    monkeypatch.setattr(panel.acts, "ask_tag", lambda: None)
    entry(panel.acts.menu(), "Tags", "New tag…").trigger()
    assert desk.project.document(desk.document).tags == ("annex",)


def test_a_refusal_is_said_and_nothing_is_changed(desk, panel):
    said: list[str] = []
    desk.session.message.connect(said.append)
    assert not panel.acts.change_tags([desk.document], add=("x" * 200,))
    assert "100" in said[-1]
    assert desk.project.document(desk.document).tags == ()


def test_of_a_project_that_is_open_for_reading_nothing_can_be_changed(desk, panel):
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.session.set_document(desk.document)
    assert not any(action.isEnabled() for action in panel.acts.menu().actions() if action.menu() is not None)


def test_details_are_those_of_one_document(panel, qtbot):
    with qtbot.waitSignal(panel.details_wanted):
        entry(panel.acts.menu(), "Note and data…").trigger()
    panel.table.selectAll()
    assert all("data" not in action.text() for action in panel.acts.menu().actions())


def test_many_documents_are_changed_beside_the_window(desk, panel, monkeypatch, qtbot):
    with desk.project.operation("import") as writing:
        many = [documents.add(writing, f"B_{number:03}", "قرار") for number in range(actions.BESIDE)]
    before = desk.project.counts().operations
    assert panel.acts.set_progress(many, "clause", "done")
    assert desk.project.counts().operations == before + 1
    assert all(desk.project.document(each).state("clause") == "done" for each in many)
    qtbot.waitUntil(lambda: panel.model.unread == 0)
    assert panel.model.summary(many[-1]).state("clause") == "done"


@pytest.fixture
def many(desk):
    with desk.project.operation("import") as writing:
        return [documents.add(writing, f"B_{number:03}", "قرار") for number in range(actions.BESIDE)]


def test_nothing_is_written_into_a_file_that_took_the_place_of_the_open_one(desk, panel, many, tmp_path):
    said: list[str] = []
    desk.session.message.connect(said.append)
    desk.project.save_copy(tmp_path / "other.qarar")
    (tmp_path / "other.qarar").replace(desk.project.path)
    assert not panel.acts.set_progress(many, "clause", "done")
    assert "moved, deleted or replaced" in said[-1]
    desk.session.set_project(None)
    with Project.open(desk.project.path, None) as other:
        assert other.documents_done("clause") == frozenset()


def test_while_many_are_changed_other_windows_are_told_that_nothing_can_be_written(desk, panel, many, monkeypatch):
    writing: list[bool] = []
    tell = documents.set_progress
    monkeypatch.setattr(
        documents, "set_progress", lambda *given: (writing.append(desk.session.writing_beside), tell(*given))[1]
    )
    assert panel.acts.set_progress(many, "clause", "done")
    assert set(writing) == {True}
    assert not desk.session.writing_beside
    desk.session.hindrance = lambda: "Another window is at work."
    said: list[str] = []
    desk.session.message.connect(said.append)
    assert not panel.acts.set_progress(many, "clause", "new")
    assert said == ["Another window is at work."]
    assert desk.project.documents_done("clause") == frozenset(many)


def test_what_was_stopped_has_changed_nothing_and_that_is_said(desk, panel, many, monkeypatch):
    tell = documents.set_progress

    def stop(*given):
        panel.findChild(ProgressDialog).worker.cancel()
        return tell(*given)

    monkeypatch.setattr(documents, "set_progress", stop)
    said: list[str] = []
    desk.session.message.connect(said.append)
    assert not panel.acts.set_progress(many, "clause", "done")
    assert said[-1] == "Stopped. Nothing was changed."
    assert desk.project.documents_done("clause") == frozenset()


def test_many_that_are_refused_are_all_left_and_it_is_said(desk, panel, monkeypatch):
    with desk.project.operation("import") as writing:
        many = [documents.add(writing, f"B_{number:03}", "قرار") for number in range(actions.BESIDE)]
    said: list[str] = []
    desk.session.message.connect(said.append)

    def refuse(*_):
        raise UserError("The disk is full.")

    monkeypatch.setattr(ProgressDialog, "run", refuse)
    assert not panel.acts.assign(many, None)
    assert said[-1] == "The disk is full."
