import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QColor

from gui.item_models.document_filter import NOT_DONE
from gui.item_models.documents import Column
from gui.panels.documents.panel import FEW_DOCUMENTS, DocumentsPanel
from gui.style.theme import MARK_CONTRAST, contrast
from model.annotation import documents, spans
from model.annotation.metadata import Metadata
from model.errors import UserError
from model.project import Project
from model.vocabulary import assignments


@pytest.fixture
def panel(desk, qtbot) -> DocumentsPanel:
    panel = DocumentsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def current(panel: DocumentsPanel) -> str | None:
    return panel.model.document_at(panel.table.currentIndex().row())


def test_the_document_shown_is_the_current_row_and_the_other_way_round(desk, panel):
    assert current(panel) == desk.document
    desk.session.set_document(desk.other)
    assert current(panel) == desk.other
    panel.table.setCurrentIndex(panel.model.index(0, 0))
    assert desk.session.document == desk.document


def test_filtering_leaves_the_document_that_is_shown(desk, panel):
    panel.filter.setText("A_RES_2")
    assert panel.model.rowCount() == 1
    assert desk.session.document == desk.document
    assert not panel.table.selectionModel().hasSelection()
    assert panel.count.text() == "\u20661\u2069 of \u20662\u2069"
    panel.filter.clear()
    assert current(panel) == desk.document


def test_return_in_the_filter_opens_the_first_found_and_leads_back_to_the_text(desk, panel, qtbot):
    panel.filter.setText("A_RES_2")
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Return)
    assert desk.session.document == desk.other


def test_escape_empties_the_filter_and_then_leaves_it(panel, qtbot):
    panel.filter.setText("A")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)


def test_stepping_follows_the_rows_that_are_shown(desk, panel):
    panel.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert current(panel) == desk.document
    assert panel.table.selectionModel().hasSelection()
    panel.step(-1)
    assert desk.session.document == desk.other
    panel.step(-1)
    assert desk.session.document == desk.other
    panel.step(5)
    assert desk.session.document == desk.document


def test_a_changed_document_changes_one_row_and_a_new_one_adds_a_row(desk, panel, monkeypatch):
    monkeypatch.setattr(Project, "document_ids", lambda *_: pytest.fail("the list was read anew"))
    with desk.project.operation("change progress") as writing:
        documents.set_progress(writing, desk.document, "clause", "done")
    assert panel.model.index(0, 4).data().startswith("●")
    monkeypatch.undo()
    with desk.project.operation("import") as writing:
        documents.add(writing, "A_RES_0", "نص")
    assert panel.model.rowCount() == 3
    assert current(panel) == desk.document
    desk.project.undo()
    assert panel.model.rowCount() == 2


def test_without_a_project_the_list_is_empty(desk, panel):
    desk.session.set_project(None)
    assert panel.model.rowCount() == 0
    panel.step(1)


def test_names_stand_below_the_symbols_where_the_panel_is_narrow(desk, panel):
    table = panel.table
    table.fit(700)
    assert not table.isColumnHidden(Column.NAME)
    one_line = table.verticalHeader().defaultSectionSize()
    table.fit(260)
    assert table.isColumnHidden(Column.NAME)
    assert table.verticalHeader().defaultSectionSize() > one_line
    unnamed = table.grab().toImage()
    with desk.project.operation("correct metadata") as writing:
        documents.correct_metadata(writing, desk.session.document, Metadata(symbol="A/RES/59/187"))
    assert table.grab().toImage() != unnamed


def test_many_changed_documents_are_read_many_at_once(desk, panel, monkeypatch, qtbot):
    with desk.project.operation("import") as writing:
        many = [documents.add(writing, f"more {number:02}", "نص") for number in range(FEW_DOCUMENTS + 1)]
    read = Project.summaries
    asked: list[int] = []
    monkeypatch.setattr(Project, "summaries", lambda *args: asked.append(len(args[1])) or read(*args))
    with desk.project.operation("import") as writing:
        for document in many:
            spans.mark(writing, document, "title", 0, 2)
    qtbot.waitUntil(lambda: panel.model.unread == 0)
    assert max(asked) > 1 and len(asked) < 5
    row = panel.model.row_of(many[-1])
    assert panel.model.index(row, Column.CLAUSES).data() == "1"
    assert current(panel) == desk.document


def test_marks_of_the_document_shown_are_counted_without_reading_it_anew(desk, panel, monkeypatch):
    with desk.project.operation("mark") as writing:
        documents.set_progress(writing, desk.document, "clause", "in-progress")
        spans.mark(writing, desk.document, "enacting", 0, 5)
    row = panel.model.row_of(desk.document)
    assert panel.model.index(row, Column.CLAUSES).data() == "1"
    with monkeypatch.context() as patched:
        patched.setattr(Project, "summaries", lambda *_: pytest.fail("the document was read anew"))
        patched.setattr(Project, "document_ids", lambda *_: pytest.fail("all documents were read anew"))
        with desk.project.operation("mark") as writing:
            span = spans.mark(writing, desk.document, "preambular", 19, 30)
            spans.mark(writing, desk.document, "date", 6, 9)
        assert panel.model.index(row, Column.CLAUSES).data() == "2"
        desk.project.undo()
        assert panel.model.index(row, Column.CLAUSES).data() == "1"
        desk.project.redo()
        with desk.project.operation("reject") as writing:
            spans.set_status(writing, span.id, "rejected")
        assert panel.model.index(row, Column.CLAUSES).data() == "1"
    with desk.project.operation("mark") as writing:
        spans.mark(writing, desk.other, "title", 0, 4)
        spans.mark(writing, desk.document, "title", 10, 15)
    for document in (desk.document, desk.other):
        summary = desk.project.summary(document)
        assert panel.model.summary(document) == summary


def test_many_documents_are_counted_in_threes_however_many_are_shown(desk, panel):
    with desk.project.operation("import") as writing:
        for number in range(998):
            documents.add(writing, f"B_{number}", "قرار")
    assert "1,000" in panel.count.text()
    panel.filter.setText("A_RES")
    assert panel.count.text() == "\u20662\u2069 of \u20661,000\u2069"


def test_where_the_keys_go_is_seen(panel, qtbot):
    def corner() -> QColor:
        return panel.table.viewport().grab().toImage().pixelColor(1, panel.table.viewport().height() // 2)

    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.filter.setFocus()
    elsewhere = corner()
    panel.table.setFocus()
    here = corner()
    assert contrast(here, panel.palette().base().color()) >= MARK_CONTRAST
    panel.filter.setFocus()
    assert corner() == elsewhere == panel.palette().base().color()


def add_documents(desk, count: int) -> list[str]:
    with desk.project.operation("import") as writing:
        return [documents.add(writing, f"B_{number:03}", "قرار") for number in range(count)]


def set_state(desk, ids, task: str = "clause", state: str = "done") -> None:
    with desk.project.operation("change progress") as writing:
        for document in ids:
            documents.set_progress(writing, document, task, state)


def test_the_list_is_complete_soon_without_being_asked_for(desk, panel, qtbot):
    add_documents(desk, 300)
    assert panel.model.unread > 0
    assert panel.model.rowCount() == 302
    qtbot.waitUntil(lambda: panel.model.unread == 0)
    assert len(list(panel.model.summaries())) == 302
    assert not panel._reading.isActive()


def test_the_next_that_is_not_done_is_found_before_all_are_read(desk, panel, monkeypatch):
    ids = add_documents(desk, 300)
    set_state(desk, [desk.document, desk.other, *ids[:-1]])
    monkeypatch.setattr(panel.model, "read_all", lambda: pytest.fail("that takes too long"))
    panel._reload(None)
    assert panel.model.unread > 0
    panel.step_not_done("clause")
    assert desk.session.document == ids[-1]


def test_what_cannot_be_read_is_said_once_and_read_when_it_can_be(desk, panel, qtbot, monkeypatch):
    said: list[str] = []
    desk.session.message.connect(said.append)
    with monkeypatch.context() as broken:

        def refuse(*_):
            raise UserError("{path}: cannot be opened.", path=desk.project.path)

        broken.setattr(Project, "summaries", refuse)
        add_documents(desk, FEW_DOCUMENTS + 1)
        panel._read_some()
        panel._read_some()
    assert sum("cannot be opened" in words for words in said) == 1
    assert panel._reading.isActive()
    panel._read_some()
    qtbot.waitUntil(lambda: panel.model.unread == 0)
    assert panel.model.rowCount() == FEW_DOCUMENTS + 3


def test_choosing_several_rows_opens_none_of_them(desk, panel, qtbot):
    add_documents(desk, 5)
    table = panel.table
    table.setFocus()
    at = [table.visualRect(panel.model.index(row, 0)).center() for row in range(5)]
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at[1])
    assert desk.session.document == desk.other
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, shift, pos=at[3])
    assert (desk.session.document, len(panel.chosen())) == (desk.other, 3)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, control, pos=at[2])
    assert panel.chosen() == [panel.model.document_at(1), panel.model.document_at(3)]
    qtbot.keyClick(table, Qt.Key.Key_Down, shift)
    assert desk.session.document == desk.other
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at[4])
    assert desk.session.document == panel.model.document_at(4)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert desk.session.document == panel.model.document_at(3)


def test_what_is_chosen_stays_chosen_where_the_list_is_arranged_anew(desk, panel):
    new = add_documents(desk, 5)
    rows = [panel.model.row_of(document) for document in (desk.document, new[2], new[3])]
    for row in rows:
        panel.table.selectionModel().select(
            panel.model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    panel.table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert panel.chosen() == [new[3], new[2], desk.document]
    panel.filter.setText("B_")
    assert panel.chosen() == [new[3], new[2]]
    assert desk.session.document == desk.document


def test_commands_are_about_what_is_chosen_only_while_the_keys_go_to_the_list(desk, panel, qtbot):
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.table.selectAll()
    panel.filter.setFocus()
    assert panel.acted_on() == [desk.document]
    panel.table.setFocus()
    assert panel.acted_on() == [desk.document, desk.other]


def test_the_next_document_that_is_not_done_goes_around_and_says_so(desk, panel):
    said: list[str] = []
    desk.session.message.connect(said.append)
    first, second, third = add_documents(desk, 3)
    set_state(desk, [second])
    desk.session.set_document(first)
    panel.step_not_done("clause")
    assert desk.session.document == third and not any(said)
    panel.step_not_done("clause")
    assert desk.session.document == desk.document
    assert said[-1] == "Gone on from the beginning of the list."
    panel.step_not_done("clause", -1)
    assert desk.session.document == third
    assert said[-1] == "Gone on from the end of the list."
    panel.step_not_done("descriptors", -1)
    assert desk.session.document == second


def test_when_all_is_done_that_is_said(desk, panel):
    said: list[str] = []
    desk.session.message.connect(said.append)
    set_state(desk, [desk.other])
    panel.step_not_done("clause")
    assert said[-1] == "This is the only document of the list that is not done."
    set_state(desk, [desk.document])
    panel.step_not_done("clause")
    assert said[-1] == "All documents are done."
    set_state(desk, [desk.other], state="new")
    panel.filter.setText("A_RES_1")
    panel.step_not_done("clause")
    assert said[-1] == "All documents that the filter shows are done."


def test_done_and_next_in_one(desk, panel):
    panel.finish_and_step("clause")
    assert desk.project.document(desk.document).state("clause") == "done"
    assert desk.session.document == desk.other
    panel.filters.set_states("clause", NOT_DONE)
    assert panel.chosen() == [desk.other]
    panel.finish_and_step("clause")
    assert desk.project.document(desk.other).state("clause") == "done"


def test_escape_takes_the_typing_away_then_the_conditions_then_leaves(desk, panel, qtbot):
    panel.filter.setText("A")
    panel.filters.set_states("clause", ("done",))
    assert panel.model.rowCount() == 0
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filters.conditions.active
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert not panel.filters.conditions.active and panel.model.rowCount() == 2
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)


def test_filter_and_sort_stay_when_documents_come_and_end_with_the_project(desk, panel, tmp_path, qtbot):
    panel.filters.set_states("clause", NOT_DONE)
    panel.table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    add_documents(desk, 3)
    assert panel.model.rowCount() == 5
    assert panel.model.document_at(4) == desk.document
    desk.session.set_project(Project.create(tmp_path / "other.qarar", "Sara"))
    assert not panel.filters.conditions.active
    assert panel.model.rowCount() == 0


def test_documents_with_a_term_are_those_that_have_it_now(desk, panel):
    panel.filters.ask_for_concept(desk.concepts["PEACE"], wanted=True)
    assert [panel.model.document_at(row) for row in range(panel.model.rowCount())] == [desk.document]
    with desk.project.operation("add descriptor") as writing:
        assignments.assign(writing, desk.other, desk.concepts["PEACE"])
    panel.model.arrange()
    assert panel.model.rowCount() == 2
    panel.filters.ask_for_concept(desk.concepts["PEACE"], wanted=False)
    assert panel.model.rowCount() == 0


def test_the_tool_tip_tells_note_tags_and_assignee(desk, panel):
    assert desk.project.annotator is not None
    with desk.project.operation("write note on document") as writing:
        documents.set_note(writing, desk.document, "انظر المرفق")
        documents.set_tags(writing, desk.document, ["hard"])
        documents.set_assignee(writing, desk.document, desk.project.annotator.id)
    tip = panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert all(words in tip for words in ("انظر المرفق", "hard", "Sara"))


def test_where_other_marks_are_clauses_now_every_row_counts_anew(desk, panel, qtbot):
    with desk.project.operation("mark") as writing:
        spans.mark(writing, desk.other, "title", 0, 4)
    row = panel.model.row_of(desk.other)
    assert panel.model.index(row, Column.CLAUSES).data() == "1"
    with desk.project.operation("change overlap") as writing:
        writing.update("layer", "clause", overlap="free")
        writing.update("layer", "reference", overlap="tree")
    qtbot.waitUntil(lambda: panel.model.unread == 0)
    assert panel.model.index(row, Column.CLAUSES).data() == "0"
    assert len(panel.model.index(row, Column.PROGRESS).data()) == 2
