"""The find panel: what is typed is searched, hits are listed, narrowed, ticked, shown in the text, and marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from gui.item_models.hits import HitColumn
from gui.panels.find import panel as panel_module
from gui.panels.find.controls import LISTED_DOCUMENTS
from gui.panels.find.panel import FindPanel
from gui.session.session import Session
from model.annotation import documents, spans
from model.project import Project
from model.search.query import Query
from tests.gui.tabbing import ReadWindow, tab_round

TEXTS = {
    "A": "1 - تقرر النظر في القرار 59/187؛ 2 - تطلب تنفيذ القرار 60/1.",
    "B": "تقرير عن القرار 61/2 وحده.",
    "C": "نص لا صلة له بالأمر.",
    "D": "القرار القرار القرار.",
}


@dataclass
class Desk:
    session: Session
    project: Project
    panel: FindPanel
    ids: dict[str, str]
    listed: list[str]
    revealed: list[tuple[str, int, int]]
    qtbot: object

    def search(self, text: str, **how) -> None:
        self.panel.run(Query(text, **how))
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.panel.search.is_running)  # type: ignore[attr-defined]

    def press(self, widget: QWidget, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers))

    def rows(self) -> list[str]:
        model = self.panel.model
        return [
            self.name(model.document_at(row)) + self.project.text(model.document_at(row))[slice(*model.limits(row))]
            for row in range(model.rowCount())
        ]

    def name(self, document: str | None) -> str:
        return next(name for name, each in self.ids.items() if each == document)

    def count(self) -> str:
        return self.panel.controls.count.text().replace("\u2066", "").replace("\u2069", "")

    def menu(self, fill) -> QMenu:
        menu = QMenu(self.panel)
        fill(menu)
        return menu


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    with project.operation("import") as writing:
        ids = {name: documents.add(writing, name, text) for name, text in TEXTS.items()}
        first = TEXTS["A"]
        spans.mark(writing, ids["A"], "operative", 0, first.index(" 2 - "))
    session = Session()
    session.set_language("en")
    session.set_project(project)
    session.set_document(ids["C"])
    listed: list[str] = []
    panel = FindPanel(session, listed=lambda: listed)
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    panel.show()
    revealed: list[tuple[str, int, int]] = []
    panel.reveal_requested.connect(lambda start, end: revealed.append((desk.name(session.document), start, end)))
    desk = Desk(session, project, panel, ids, listed, revealed, qtbot)
    yield desk
    session.set_project(None)


def test_enter_searches_all_documents_in_project_order(desk):
    line = desk.panel.controls.query_line.line
    line.setText("القرار")
    desk.press(line, Qt.Key.Key_Return)
    desk.wait()
    assert desk.rows() == ["Aالقرار", "Aالقرار", "Bالقرار", "Dالقرار", "Dالقرار", "Dالقرار"]
    assert desk.count() == "6 hit(s) in 3 document(s)"


def test_typing_searches_after_a_pause_but_an_expression_waits_for_enter(desk, monkeypatch):
    monkeypatch.setattr(panel_module, "PAUSE", 0)
    desk.panel._pause.setInterval(0)
    line = desk.panel.controls.query_line
    line.line.setText("تقرير")
    desk.qtbot.waitUntil(lambda: desk.rows() == ["Bتقرير"])
    line.regex.setChecked(True)
    assert not desk.panel._pause.isActive()


def test_only_in_spans_of_a_label(desk):
    desk.search("القرار", label="operative")
    assert desk.rows() == ["Aالقرار"]
    assert desk.panel.controls.inside.currentText() == "Operative paragraph"


def test_a_label_that_is_gone_is_told_and_all_text_searched(desk):
    told = []
    desk.session.message.connect(told.append)
    desk.search("القرار", label="none")
    assert len(desk.rows()) == 6
    assert any("no longer in the scheme" in words for words in told)


def test_only_in_the_documents_that_are_listed_now(desk):
    desk.listed[:] = [desk.ids["B"], desk.ids["C"]]
    desk.panel.controls.scope.setCurrentIndex(LISTED_DOCUMENTS)
    desk.search("القرار")
    assert desk.rows() == ["Bالقرار"]


def test_enter_searches_anew_where_other_documents_are_listed_now(desk):
    line = desk.panel.controls.query_line.line
    desk.listed[:] = [desk.ids["B"]]
    desk.panel.controls.scope.setCurrentIndex(LISTED_DOCUMENTS)
    desk.search("القرار")
    desk.press(line, Qt.Key.Key_Return)
    assert desk.session.document == desk.ids["B"]  # the same search: to the next hit
    desk.listed[:] = [desk.ids["D"], desk.ids["C"]]
    desk.press(line, Qt.Key.Key_Return)
    desk.wait()
    assert desk.rows() == ["Dالقرار"] * 3
    desk.listed.reverse()  # they are the same in another order
    desk.press(line, Qt.Key.Key_Return)
    assert desk.session.document == desk.ids["D"]


def test_hits_of_an_older_query_are_gone_when_a_newer_is_searched(desk):
    desk.search("القرار")
    desk.panel.run(Query("تقرير"))
    assert desk.panel.model.rowCount() == 0
    desk.wait()
    assert desk.rows() == ["Bتقرير"]


def test_nothing_found_and_wrong_expressions_are_told(desk):
    desk.search("غير موجود")
    assert desk.panel.note.isVisible()
    assert desk.panel.note.text() == "Nothing was found."
    assert desk.count() == ""
    desk.search("(", regex=True)
    assert desk.panel.note.isVisible()
    assert desk.count() == ""
    assert "regular expression" in desk.panel.note.text()


def test_a_row_that_is_chosen_is_shown_in_its_document(desk):
    desk.search("القرار")
    desk.panel.focus_hits()
    table = desk.panel.concordance
    for _ in range(2):
        desk.press(table, Qt.Key.Key_Down)
    second = TEXTS["A"].rindex("القرار")
    assert desk.revealed == [
        ("A", TEXTS["A"].index("القرار"), TEXTS["A"].index("القرار") + 6),
        ("A", second, second + 6),
        ("B", 9, 15),
    ]
    hits, current = desk.panel.shown_hits()
    assert (hits, current) == ([(9, 15)], 0)


def test_enter_in_a_row_leads_to_the_text(desk, qtbot):
    desk.search("القرار")
    desk.panel.focus_hits()
    with qtbot.waitSignal(desk.panel.leave_requested, timeout=1000):
        desk.press(desk.panel.concordance, Qt.Key.Key_Return)


def test_stepping_goes_through_all_documents_and_around(desk):
    desk.search("القرار")
    for _ in range(7):
        desk.panel.step(True)
    assert [name for name, _, _ in desk.revealed] == ["A", "A", "B", "D", "D", "D", "A"]
    desk.panel.step(False)
    assert desk.revealed[-1][0] == "D"


def test_stepping_begins_where_one_is_in_the_document_that_is_shown(desk):
    desk.session.set_document(desk.ids["A"])
    middle = TEXTS["A"].index("؛")
    desk.session.set_selection(middle, middle)
    desk.search("القرار")
    desk.panel.step(True)
    assert desk.revealed == [("A", TEXTS["A"].rindex("القرار"), TEXTS["A"].rindex("القرار") + 6)]


def test_enter_in_the_line_goes_on_once_all_is_found(desk):
    desk.search("القرار")
    line = desk.panel.controls.query_line.line
    desk.press(line, Qt.Key.Key_Return)
    desk.press(line, Qt.Key.Key_Return)
    desk.press(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    first, second = TEXTS["A"].index("القرار"), TEXTS["A"].rindex("القرار")
    assert [start for _, start, _ in desk.revealed] == [first, second, first]


def test_a_document_in_the_list_narrows_the_rows(desk):
    desk.search("القرار")
    table = desk.panel.documents
    table.setCurrentIndex(table.model().index(2, 0))
    assert desk.rows() == ["Bالقرار"]
    table.setCurrentIndex(table.model().index(0, 0))
    assert len(desk.rows()) == 6


def test_space_ticks_the_selected_rows_and_the_button_says_what_is_marked(desk):
    desk.search("القرار")
    assert desk.panel.controls.mark.text() == "Mark 6 hit(s) as"
    desk.panel.focus_hits()
    table = desk.panel.concordance
    desk.press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    desk.press(table, Qt.Key.Key_Space)
    assert desk.panel.model.ticked == 2
    assert desk.panel.controls.mark.text() == "Mark 2 ticked hit(s) as"
    desk.press(table, Qt.Key.Key_Space)
    assert desk.panel.model.ticked == 0


def test_the_tick_menu_ticks_all_those_of_a_document_and_none(desk):
    desk.search("القرار")
    model = desk.panel.model
    everything, document, none = desk.menu(desk.panel.fill_tick_menu).actions()
    assert [everything.isEnabled(), document.isEnabled(), none.isEnabled()] == [True, False, False]
    everything.trigger()
    assert model.ticked == 6
    desk.menu(desk.panel.fill_tick_menu).actions()[2].trigger()
    assert model.ticked == 0
    desk.panel.concordance.choose(4)
    desk.menu(desk.panel.fill_tick_menu).actions()[1].trigger()
    assert [model.is_ticked(row) for row in range(6)] == [False, False, False, True, True, True]


def test_the_mark_menu_marks_all_hits_with_a_label(desk):
    desk.search("القرار")
    menu = desk.menu(desk.panel.fill_mark_menu)
    action = next(action for action in menu.actions() if action.data() == "resolution")
    assert not action.icon().isNull()
    action.trigger()
    marked = [span for name in "ABD" for span in desk.project.spans(desk.ids[name]) if span.label == "resolution"]
    assert len(marked) == 6
    desk.project.undo()
    assert len(desk.project.spans(desk.ids["D"])) == 0


def test_nothing_can_be_marked_where_nothing_may_be_written(desk):
    desk.search("القرار")
    reading = Project.open(desk.project.path, None)
    desk.session.replace_project(reading)
    desk.search("القرار")
    menu = desk.menu(desk.panel.fill_mark_menu)
    assert not any(action.isEnabled() for action in menu.actions() if action.data())


def test_after_an_import_it_is_said_that_the_project_has_changed(desk):
    desk.search("القرار")
    with desk.project.operation("import") as writing:
        desk.ids["E"] = documents.add(writing, "E", "القرار")
    assert desk.count().endswith("the project has changed since")
    desk.press(desk.panel.controls.query_line.line, Qt.Key.Key_Return)
    desk.wait()
    assert len(desk.rows()) == 7


def test_clauses_that_are_marked_meanwhile_are_named(desk):
    desk.search("القرار")
    index = desk.panel.model.index(2, HitColumn.CLAUSE)
    assert index.data() == ""
    with desk.project.operation("mark") as writing:
        spans.mark(writing, desk.ids["B"], "title", 0, len(TEXTS["B"]))
    assert index.data() == "Title"
    assert "the project has changed" not in desk.count()


def test_another_project_has_no_hits_yet(desk):
    desk.search("القرار")
    desk.session.set_project(None)
    assert desk.panel.model.rowCount() == 0
    assert not desk.panel.isEnabled()


def test_a_search_can_be_stopped(desk, monkeypatch):
    desk.panel.run(Query("القرار"))
    assert desk.panel.controls.search_button.text() == "Stop"
    desk.panel.controls.search_button.click()
    assert desk.panel.controls.search_button.text() == "Search"
    assert not desk.panel.search.is_running


def test_everything_that_can_be_chosen_has_a_name_and_is_reached_by_tab(qtbot, desk):
    desk.search("القرار")
    window = ReadWindow()
    window.setCentralWidget(desk.panel)
    qtbot.addWidget(window)
    window.resize(1000, 300)
    with qtbot.waitActive(window):
        window.show()
    controls = desk.panel.controls
    chain = [
        controls.query_line.line,
        controls.query_line.whole_words,
        controls.query_line.exact,
        controls.query_line.regex,
        controls.search_button,
        controls.inside,
        controls.scope,
        controls.saved,
        controls.ticks,
        controls.mark,
        controls.export,
        desk.panel.documents,
        desk.panel.concordance,
    ]
    assert tab_round(controls.query_line.line) == chain
    window.takeCentralWidget()  # it goes by itself
    assert all(part.accessibleName() or part.text() for part in chain)
