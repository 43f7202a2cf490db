import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.item_models.document_filter import NOT_DONE
from gui.panels.document_details.choice import ChoicePopup
from gui.panels.documents import filters
from gui.panels.documents.filters import IN_MENU
from gui.panels.documents.panel import DocumentsPanel
from model.annotation import documents
from model.annotation.metadata import Metadata
from tests.gui.refilled import left_by


@pytest.fixture
def panel(desk, qtbot) -> DocumentsPanel:
    desk.session.set_language("en")
    with desk.project.operation("import") as writing:
        for number in range(4):
            known = Metadata(symbol=f"A/{number}", organ="GA" if number else "SC", session=str(50 + number))
            document = documents.add(writing, f"B_{number}", "قرار", folder=f"GA/{50 + number}", recognised=known)
            documents.set_tags(writing, document, ["hard", "R&D"][: number % 3])
    panel = DocumentsPanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(240, 500)
    panel.show()
    return panel


def entries(menu) -> dict[str, object]:
    plain = {0x2068: None, 0x2069: None}
    return {action.text().translate(plain).replace("&", ""): action for action in menu.actions()}


def entry(panel: DocumentsPanel, *path: str):
    """An entry of the menu, as it is filled now."""
    panel.filters.fill_menu()
    menu = panel.filters.menu
    for words in path[:-1]:
        menu = entries(menu)[words].menu()
    found = entries(menu)
    return next(action for words, action in found.items() if words.split("\t")[0] == path[-1])


def names(panel: DocumentsPanel) -> list[str]:
    found = (panel.model.summary(panel.model.document_at(row)) for row in range(panel.model.rowCount()))
    return [summary.name for summary in found if summary is not None]


def chips(panel: DocumentsPanel) -> list[str]:
    return [chip.text().translate({0x2068: None, 0x2069: None}) for chip in panel.filters.chips.chips]


def test_a_menu_that_is_filled_again_leaves_nothing_of_what_was_in_it(panel):
    counts = []
    for _ in range(3):
        panel.filters.fill_menu()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
        counts.append((len(panel.filters.menu.findChildren(QMenu)), len(panel.filters.menu.findChildren(QAction))))
    assert counts[0] == counts[1] == counts[2]
    assert counts[0] > (5, 20)
    assert left_by(panel.filters.fill_menu) == 0


def test_an_entry_of_the_menu_narrows_the_list_and_a_chip_widens_it(panel, qtbot):
    entry(panel, "Organ", "SC").trigger()
    assert names(panel) == ["B_0"]
    assert chips(panel) == ["Organ: SC"]
    assert panel.count.text() == "\u20661\u2069 of \u20666\u2069"
    assert entry(panel, "Organ", "SC").isChecked() and not entry(panel, "Organ", "GA").isChecked()
    entry(panel, "Organ", "no organ").trigger()
    assert names(panel) == ["A_RES_1", "A_RES_2", "B_0"]
    qtbot.mouseClick(panel.filters.chips.chips[0], Qt.MouseButton.LeftButton)
    assert len(names(panel)) == 6 and chips(panel) == []
    assert not panel.filters.chips.isVisible()


def test_progress_is_asked_for_by_task(desk, panel):
    with desk.project.operation("change progress") as writing:
        documents.set_progress(writing, desk.document, "clause", "done")
        documents.set_progress(writing, desk.other, "clause", "in-progress")
        documents.set_progress(writing, desk.other, "descriptors", "done")
    entry(panel, "Clauses", "Not done").trigger()
    assert desk.document not in [panel.model.document_at(row) for row in range(panel.model.rowCount())]
    assert chips(panel) == ["Clauses: not done"]
    entry(panel, "Descriptors", "done").trigger()
    assert names(panel) == ["A_RES_2"]
    entry(panel, "Clauses", "Not done").trigger()
    assert chips(panel) == ["Descriptors: done"]
    entry(panel, "Clauses", "done").trigger()
    assert names(panel) == []
    entry(panel, "Clear all filters").trigger()
    assert len(names(panel)) == 6


def test_the_menu_opens_at_once_and_has_the_rest_when_all_is_read(desk, panel, monkeypatch, qtbot):
    whole = list(filled(panel))
    monkeypatch.setattr(filters, "SOON", 0)
    panel._reload(None)
    begun = list(filled(panel))
    assert panel.model.unread > 0
    place = begun.index("Reading…")
    assert begun == [*whole[:place], "Reading…", *whole[place + len(whole) - len(begun) + 1 :]]
    assert whole[place] == "Organ"
    assert "Organ" not in begun
    qtbot.waitUntil(lambda: panel.model.unread == 0)
    assert list(entries(panel.filters.menu)) == whole
    panel.filters.offer_read()  # nothing is offered twice
    assert list(entries(panel.filters.menu)) == whole


def filled(panel: DocumentsPanel) -> dict[str, object]:
    panel.filters.fill_menu()
    return entries(panel.filters.menu)


def test_me_comes_first_among_assignees(desk, panel):
    assert desk.project.annotator is not None
    with desk.project.operation("assign document") as writing:
        documents.set_assignee(writing, desk.other, desk.project.annotator.id)
    panel.filters.fill_menu()
    menu = entries(panel.filters.menu)["Assignee"].menu()
    assert [words.split("\t")[0] for words in entries(menu)] == ["me", "nobody"]
    entry(panel, "Assignee", "me").trigger()
    assert names(panel) == ["A_RES_2"]
    assert chips(panel) == ["Assignee: me"]


def test_tags_are_shown_as_they_are_with_their_counts(panel):
    panel.filters.fill_menu()
    menu = entries(panel.filters.menu)["Tag"].menu()
    shown = [action.text().translate({0x2068: None, 0x2069: None}) for action in menu.actions()]
    assert shown == ["no tag\t4", "hard\t2", "R&&D\t1"]
    panel.filters.toggle("tags", "R&D")
    assert names(panel) == ["B_2"]


def open_popup(panel: DocumentsPanel, words: str) -> ChoicePopup:
    entry(panel, words).trigger()
    return next(each for each in panel.filters.button.findChildren(ChoicePopup) if each.isVisible())


def test_a_folder_counts_with_all_below_it(panel, qtbot):
    popup = open_popup(panel, "Folder…")
    assert popup.values() == ["", "GA"]
    item = popup.list.topLevelItem(1)
    assert (item.text(1), item.childCount()) == ("4", 4)
    popup.line.setText("ga/52")
    assert popup.values() == ["GA/52"]
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert names(panel) == ["B_2"]
    panel.filters.clear()
    panel.filters.toggle("folders", "GA")
    assert names(panel) == ["B_0", "B_1", "B_2", "B_3"]


def test_many_values_are_chosen_by_typing(desk, panel, qtbot):
    with desk.project.operation("import") as writing:
        for number in range(IN_MENU + 1):
            documents.add(writing, f"C_{number}", "قرار", recognised=Metadata(session=str(number + 60)))
    popup = open_popup(panel, "Session…")
    assert popup.values()[0] == "76"
    popup.line.setText("53")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert names(panel) == ["B_3"]


def test_a_term_is_found_by_typing_and_its_chip_is_translated(desk, panel, qtbot):
    popup = open_popup(panel, "With the descriptor…")
    popup.line.setText("human rights")
    assert popup.values()[0] == desk.concepts["HUMAN RIGHTS"]
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    assert names(panel) == ["A_RES_1"]
    assert chips(panel) == ["With: HUMAN RIGHTS"]
    panel.filters.ask_for_concept(desk.concepts["HUMAN RIGHTS"], wanted=False)
    assert chips(panel) == ["Without: HUMAN RIGHTS"]
    desk.session.set_language("ar")
    panel.filters.retranslate()
    assert chips(panel) == ["Without: حقوق الإنسان"]
    panel.filters.chips.chips[0].click()
    assert len(names(panel)) == 6


def test_sorting_by_a_column_that_is_not_shown(panel):
    entry(panel, "Sort by", "Organ").trigger()
    assert names(panel)[-1] == "B_0"
    entry(panel, "Sort by", "Organ").trigger()
    assert names(panel)[0] == "B_0"
    assert entry(panel, "Sort by", "Organ").isChecked()
    assert chips(panel) == ["Sorted by: Organ ↓"]
    panel.filters.chips.chips[0].click()
    assert names(panel)[0] == "A_RES_1"
    assert chips(panel) == []


def test_not_done_is_the_two_states_that_are_not_done():
    assert set(NOT_DONE) == {"new", "in-progress"}
