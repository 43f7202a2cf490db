from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gui.item_models.history_list import PAGE, HistoryRole
from gui.panels.history.panel import SOON, HistoryPanel
from model.annotation import documents, spans
from model.project import Project
from tests.gui.tabbing import ReadWindow


def _panel(qtbot, desk) -> HistoryPanel:
    panel = HistoryPanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(260, 420)
    panel.show()
    return panel


def _note(desk, text: str, document: str | None = None, project: Project | None = None) -> None:
    project = project or desk.project
    with project.operation("write note") as writing:
        documents.set_note(writing, document or desk.document, text)


def _mark(desk, start: int = 0, end: int = 4) -> None:
    with desk.project.operation("mark reference") as writing:
        spans.mark(writing, desk.document, "symbol", start, end)


def _rows(panel: HistoryPanel) -> list[tuple[str, str]]:
    """Name and state of each row."""
    indexes = [panel.model.index(row) for row in range(panel.model.rowCount())]
    return [(str(index.data()), index.data(HistoryRole.STEP).state) for index in indexes]


def _choose(panel: HistoryPanel, row: int) -> None:
    panel.view.setCurrentIndex(panel.model.index(row))


def _said(panel: HistoryPanel) -> str:
    return panel.findChildren(QLabel)[-1].text()


def test_what_was_done_stands_newest_first(qtbot, desk):
    _note(desk, "x")
    panel = _panel(qtbot, desk)
    assert _rows(panel) == [("write note", "done"), ("import", "done")]
    index = panel.model.index(0)
    assert (index.data(HistoryRole.WHO), index.data(HistoryRole.WHERE)) == ("Sara", "\u2066A_RES_1\u2069")
    assert panel.model.index(1).data(HistoryRole.WHERE) == "\u2066A_RES_1\u2069, \u2066A_RES_2\u2069"


def test_it_follows_without_reading_anew_and_keeps_the_current_row(qtbot, desk):
    _note(desk, "x")
    panel = _panel(qtbot, desk)
    _choose(panel, 1)
    with qtbot.assertNotEmitted(panel.model.modelReset):
        _mark(desk)
        with Project.open(desk.project.path, "Omar") as other:
            _note(desk, "of Omar", project=other)
        desk.session.refresh()
        qtbot.waitUntil(lambda: panel.model.rowCount() == 4)
    assert [name for name, _ in _rows(panel)] == ["write note", "mark reference", "write note", "import"]
    assert panel.model.index(0).data(HistoryRole.WHO) == "Omar"
    assert panel.view.currentIndex().row() == 3


def test_an_undo_strikes_a_row_out_and_a_redo_brings_it_back(qtbot, desk):
    _note(desk, "x")
    panel = _panel(qtbot, desk)
    desk.project.undo()
    panel.catch_up()
    assert _rows(panel) == [("write note", "undone"), ("import", "done")]
    assert "Undone by \u2068Sara\u2069" in panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.project.redo()
    panel.catch_up()
    assert _rows(panel)[0] == ("write note", "done")
    desk.project.undo()
    _mark(desk)
    panel.catch_up()
    assert _rows(panel) == [("mark reference", "done"), ("write note", "lost"), ("import", "done")]


def test_hidden_it_reads_nothing_and_shown_again_it_has_all(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.hide()
    _mark(desk)
    qtbot.wait(2 * SOON)
    assert panel.model.rowCount() == 1
    panel.show()
    assert [name for name, _ in _rows(panel)] == ["mark reference", "import"]


def test_what_is_in_sight_stays_there(qtbot, desk):
    for number in range(60):
        _note(desk, str(number))
    panel = _panel(qtbot, desk)
    QApplication.processEvents()
    bar = panel.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = panel.view.viewport().rect().center()
    seen = panel.view.indexAt(place).data(HistoryRole.STEP).record.sequence
    top = panel.view.visualRect(panel.view.indexAt(place)).top()
    _mark(desk)
    panel.catch_up()
    QApplication.processEvents()
    index = panel.view.indexAt(place)
    assert (index.data(HistoryRole.STEP).record.sequence, panel.view.visualRect(index).top()) == (seen, top)
    bar.setValue(0)
    _mark(desk, 5, 9)
    panel.catch_up()
    QApplication.processEvents()
    assert panel.view.indexAt(panel.view.viewport().rect().topLeft()).row() == 0


def test_a_long_history_is_read_page_by_page(qtbot, desk):
    for number in range(2 * PAGE + 5):
        _note(desk, str(number))
    panel = _panel(qtbot, desk)
    QApplication.processEvents()
    assert panel.model.rowCount() == PAGE
    bar = panel.view.verticalScrollBar()
    for _ in range(3):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
        qtbot.wait(1)
    assert panel.model.rowCount() == 2 * PAGE + 6
    sequences = [panel.model.index(row).data(HistoryRole.STEP).record.sequence for row in range(2 * PAGE + 6)]
    assert sequences == sorted(sequences, reverse=True)
    desk.project.undo_back_to(sequences[-3])
    panel.catch_up()
    assert [state for _, state in _rows(panel)].count("undone") == 2 * PAGE + 3


def test_only_what_was_done_to_this_document(qtbot, desk):
    _note(desk, "x", desk.other)
    _mark(desk)
    panel = _panel(qtbot, desk)
    panel.documents.setCurrentIndex(1)
    assert [name for name, _ in _rows(panel)] == ["mark reference", "import"]
    _mark(desk, 5, 9)
    _note(desk, "y", desk.other)
    panel.catch_up()
    assert [name for name, _ in _rows(panel)] == ["mark reference", "mark reference", "import"]
    desk.session.set_document(desk.other)
    assert [name for name, _ in _rows(panel)] == ["write note", "write note", "import"]
    panel.documents.setCurrentIndex(0)
    assert len(_rows(panel)) == 5


def test_only_what_one_person_did(qtbot, desk):
    with Project.open(desk.project.path, "Omar <b>") as other:
        _note(desk, "of Omar", project=other)
    desk.session.refresh()
    panel = _panel(qtbot, desk)
    assert [panel.people.itemText(row) for row in range(panel.people.count())] == ["Everyone", "Omar <b>", "Sara"]
    panel.people.setCurrentIndex(1)
    assert [name for name, _ in _rows(panel)] == ["write note"]
    panel.people.setCurrentIndex(0)
    assert len(_rows(panel)) == 2


def test_typing_filters_by_the_shown_name(qtbot, desk):
    _mark(desk)
    _note(desk, "x")
    panel = _panel(qtbot, desk)
    panel.filter.setText("REF")
    assert [name for name, _ in _rows(panel)] == ["mark reference"]
    panel.filter.setText("nothing of the kind")
    assert _rows(panel) == []
    assert panel._nothing.isVisible()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert len(_rows(panel)) == 3
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)


def test_a_new_kind_of_operation_comes_in_where_its_name_fits(qtbot, desk):
    panel = _panel(qtbot, desk)
    panel.filter.setText("mark")
    assert _rows(panel) == []
    _mark(desk)
    panel.catch_up()
    _note(desk, "x")
    panel.catch_up()
    assert [name for name, _ in _rows(panel)] == ["mark reference"]


def test_enter_asks_for_the_place(qtbot, desk):
    _mark(desk)
    panel = _panel(qtbot, desk)
    _choose(panel, 0)
    with qtbot.waitSignal(panel.go_requested) as asked:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert asked.args[0].name == "mark reference"
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


def test_the_button_says_what_it_takes_back(qtbot, desk):
    for number in range(3):
        _note(desk, str(number))
    panel = _panel(qtbot, desk)
    assert not panel.back.isEnabled()
    _choose(panel, 0)
    assert not panel.back.isEnabled()
    _choose(panel, 2)
    assert (panel.back.text(), panel.back.isEnabled()) == ("Undo back to here", True)
    assert _said(panel) == "Takes back %n later operation(s); this one stays.".replace("%n", "2")
    with qtbot.waitSignal(panel.undo_back_requested) as asked:
        qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    desk.project.undo_back_to(asked.args[0].record.sequence)
    panel.catch_up()
    assert [state for _, state in _rows(panel)] == ["undone", "undone", "done", "done"]
    _choose(panel, 0)
    assert panel.back.text() == "Redo up to here"
    assert [action.text() for action in panel.menu().actions()] == ["Show in the text", "Redo up to here"]
    with qtbot.waitSignal(panel.redo_up_requested) as asked:
        qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    desk.project.redo_up_to(asked.args[0].record.sequence)
    panel.catch_up()
    assert [state for _, state in _rows(panel)] == ["done"] * 4


def test_with_a_filter_it_says_that_more_is_taken_back_than_is_listed(qtbot, desk):
    _mark(desk)
    _note(desk, "x", desk.other)
    panel = _panel(qtbot, desk)
    panel.documents.setCurrentIndex(1)
    _choose(panel, 1)
    assert _said(panel) == (
        "Takes back %n later operation(s), also those not listed; this one stays.".replace("%n", "2")
    )


def test_who_only_reads_takes_nothing_back(qtbot, desk):
    _note(desk, "x")
    _note(desk, "y")
    desk.session.set_project(Project.open(desk.project.path, None))
    panel = _panel(qtbot, desk)
    _choose(panel, 1)
    assert not panel.back.isEnabled()


def test_another_project_another_history(qtbot, desk, tmp_path):
    _note(desk, "x")
    panel = _panel(qtbot, desk)
    panel.filter.setText("note")
    desk.session.set_project(Project.create(tmp_path / "other.qarar", "Omar"))
    assert _rows(panel) == []
    assert panel._nothing.text() == "Nothing has been done yet."
    desk.session.set_project(None)
    assert panel._nothing.text() == "Open a project to see what was done to it."


def test_names_are_never_markup(qtbot, desk):
    with desk.project.operation("<b>bold</b>") as writing:
        documents.add(writing, "<i>slanted</i>", "نص")
    panel = _panel(qtbot, desk)
    tip = panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold" in tip and "&lt;i&gt;slanted" in tip
    assert panel.view.grab().width() > 0


def test_all_of_it_is_reached_by_tab(qtbot, desk):
    _note(desk, "x")
    window = ReadWindow()
    panel = HistoryPanel(desk.session, window)
    window.setCentralWidget(panel)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    panel.focus_filter()
    _choose(panel, 1)
    reached = [QApplication.focusWidget()]
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [panel.filter, panel.documents, panel.people, panel.view, panel.back]
    assert all(widget.accessibleName() or isinstance(widget, QPushButton) for widget in reached)
