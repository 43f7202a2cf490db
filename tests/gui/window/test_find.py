"""Which of the two searches a key means, and whose hits the text shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.find.find_bar import FindableText, FindBar
from gui.panels.find.panel import FindPanel
from gui.session.session import Session
from gui.text_view.view import TextView
from gui.window.find import Find
from model.annotation import documents
from model.project import Project
from model.search.query import Query

FIRST = "القرار الأول والقرار الثاني ثم تقرير"
SECOND = "القرار الثالث"


@dataclass
class Desk:
    session: Session
    view: TextView
    bar: FindBar
    panel: FindPanel
    find: Find
    qtbot: object

    def do(self, command: str) -> None:
        self.find.by_command()[command]()

    def search(self, text: str) -> None:
        self.panel.run(Query(text, whole_words=False))
        self.qtbot.waitUntil(lambda: not self.panel.search.is_running)  # type: ignore[attr-defined]

    def selected(self) -> str:
        start, end = self.view.selection()
        return self.view.page.text[start:end]

    def shown(self) -> tuple[int, int | None]:
        hits = self.view._shown.hits
        return len(hits), hits.current


@pytest.fixture
def desk(qtbot, tmp_path: Path) -> Iterator[Desk]:
    project = Project.create(tmp_path / "desk.qarar", "Sara")
    with project.operation("import") as writing:
        first = documents.add(writing, "A", FIRST)
        documents.add(writing, "B", SECOND)
    session = Session()
    session.set_language("en")
    view = TextView()
    bar = FindBar(session, view)
    whole, panel = FindableText(bar, view), FindPanel(session)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(whole)
    column.addWidget(panel)
    panel.hide()
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)

    def show(document: str | None) -> None:
        if document is None:
            view.clear()
        else:
            view.set_document(session.text, session.spans, project.scheme)

    session.document_changed.connect(show)
    view.selection_changed.connect(session.set_selection)
    panel.reveal_requested.connect(view.set_selection)
    find = Find(session, view, bar, panel.show)
    find.use(panel)
    session.set_project(project)
    session.set_document(first)
    yield Desk(session, view, bar, panel, find, qtbot)
    session.set_project(None)


def test_without_a_query_the_next_hit_is_asked_for(desk):
    desk.do("find_next")
    assert desk.bar.isVisible()


def test_what_is_selected_is_offered_to_the_project(desk):
    desk.view.set_selection(0, 6)
    desk.do("find_in_project")
    assert desk.panel.isVisible()
    assert desk.panel.controls.query_line.line.text() == "القرار"


def test_what_was_typed_into_the_bar_is_offered_to_the_project(desk):
    desk.do("find")
    desk.bar.query_line.line.setText("قرار")
    desk.do("find_in_project")
    assert desk.panel.controls.query_line.line.text() == "قرار"


def test_keys_go_across_documents_after_a_search_in_the_project(desk):
    desk.do("find_in_project")
    desk.search("القرار ال")
    seen = []
    for _ in range(3):
        desk.do("find_next")
        seen.append((desk.session.text == FIRST, desk.view.selection()[0], desk.shown()))
    assert seen == [(True, 0, (2, 0)), (True, FIRST.rindex("القرار"), (2, 1)), (False, 0, (1, 0))]
    desk.do("find_previous")
    assert desk.session.text == FIRST


def test_keys_mean_the_search_that_was_asked_for_last(desk):
    desk.do("find")
    desk.bar.query_line.line.setText("تقرير")
    desk.do("find_in_project")
    desk.search("الأول")
    desk.view.setFocus()
    desk.do("find_next")
    assert desk.selected() == "الأول"


def test_keys_stay_in_the_document_after_a_search_in_it(desk):
    desk.do("find_in_project")
    desk.search("القرار ال")
    desk.do("find")
    desk.bar.query_line.line.setText("قرار")
    desk.do("find_next")
    assert (desk.session.text, desk.selected(), desk.shown()) == (FIRST, "قرار", (2, 1))


def test_the_bars_hits_go_before_those_of_the_project_while_it_is_there(desk):
    desk.do("find_in_project")
    desk.search("القرار ال")
    assert desk.shown() == (2, None)
    desk.do("find")
    desk.bar.query_line.line.setText("تقرير")
    assert desk.shown() == (1, 0)
    desk.search("القرار")
    assert desk.shown() == (1, 0)
    desk.bar.close_bar()
    assert desk.shown() == (2, None)


def test_hits_of_the_project_are_seen_while_its_panel_is(desk):
    desk.do("find_in_project")
    desk.search("القرار ال")
    desk.panel.hide()
    assert desk.shown() == (0, None)
    desk.panel.show()
    assert desk.shown() == (2, None)


def test_in_another_document_its_own_hits_are_shown(desk):
    desk.do("find_in_project")
    desk.search("القرار ال")
    desk.session.set_document(desk.session.project.document_ids()[1])
    assert desk.shown() == (1, None)
