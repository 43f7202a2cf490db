import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.commands.key_map import Keymap
from gui.panels.problems import updates
from gui.panels.problems.panel import ProblemsPanel
from gui.problem_operations import fix
from model.annotation import spans
from model.project import Project
from tests.gui.panels.marked_text import RIGHT, add, show

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def panel(qtbot, desk) -> ProblemsPanel:
    desk.session.set_language("en")
    show(desk.session, desk.project)
    made = ProblemsPanel(desk.session)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.updates.catch_up()
    return made


def _kinds(panel: ProblemsPanel) -> list[str]:
    rows = (panel.model.problem(panel.model.index(row)) for row in range(panel.model.rowCount()))
    return [each.kind for each in rows if each is not None]


def _press(panel: ProblemsPanel, key: Qt.Key, text: str = "", modifiers=NONE) -> None:
    QCoreApplication.sendEvent(panel.view, QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers, text))


def _choose(panel: ProblemsPanel, row: int) -> None:
    panel.view.setCurrentIndex(panel.model.index(row))


def test_it_lists_what_is_wrong_and_counts_it(qtbot, desk, panel):
    assert _kinds(panel) == ["uncovered", "ending", "numbering"]
    assert panel.summary.text() == "3 problem(s)"  # English plurals are in the translation


@pytest.mark.parametrize(
    "document, said",
    [
        (None, "Open a document to see what may be wrong in it."),
        ("unmarked", "No clause is marked yet. What may be wrong is told as soon as one is."),
        ("right", "No problem was found."),
    ],
)
def test_it_says_why_it_is_empty(qtbot, desk, panel, document, said):
    ids = {None: None, "unmarked": desk.other, "right": add(desk.project, "right", RIGHT)}
    desk.session.set_document(ids[document])
    panel.updates.catch_up()
    assert panel.nothing.text() == said and panel.nothing.isVisible()
    assert not panel.fix_button.isVisible() and not panel.summary.text()


def test_a_click_and_the_arrows_show_the_place_and_enter_goes_there(qtbot, desk, panel):
    shown, left = [], []
    panel.reveal_requested.connect(lambda start, end: shown.append(desk.session.text[start:end]))
    panel.leave_requested.connect(lambda: left.append(True))
    rect = panel.view.visualRect(panel.model.index(0))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, NONE, rect.center())
    assert shown == ["وإذ ترحب به،"] and not left
    _press(panel, Qt.Key.Key_Down)
    assert shown[1:] == ["التقرير"] and not left
    _press(panel, Qt.Key.Key_Return)
    assert shown[1:] == ["التقرير"] * 2 and left == [True]
    _press(panel, Qt.Key.Key_Escape)
    assert left == [True, True]


@pytest.mark.parametrize("key, text", [(Qt.Key.Key_M, "m"), (Qt.Key(ord("ة")), "ة")])
def test_m_mends_whatever_the_layout_and_the_next_one_is_shown(qtbot, desk, panel, key, text):
    _choose(panel, 1)
    assert panel.fix_button.text() == "Lengthen it to “\u2068كله؛\u2069” (\u2066F12\u2069)"
    with qtbot.waitSignal(panel.reveal_requested):
        _press(panel, key, text)
    assert _kinds(panel) == ["uncovered", "numbering"]
    assert panel.view.currentIndex().row() == 1
    assert desk.project.undoable().name == "move limits"
    desk.project.undo()
    panel.updates.catch_up()
    assert _kinds(panel) == ["uncovered", "ending", "numbering"]


def test_letters_search_nothing(qtbot, desk, panel):
    _choose(panel, 0)
    _press(panel, Qt.Key.Key_B, "b")
    _press(panel, Qt.Key.Key_M, "m", Qt.KeyboardModifier.ControlModifier)
    assert panel.view.currentIndex().row() == 0 and len(_kinds(panel)) == 3


def test_the_key_is_the_list_s_before_it_is_a_shortcut(qtbot, desk, panel):
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, int(Qt.Key.Key_M), NONE, "m")
    asked.ignore()
    QCoreApplication.sendEvent(panel.view, asked)
    assert asked.isAccepted()


def test_what_no_key_can_mend_is_said(qtbot, desk, panel):
    said = []
    desk.session.message.connect(said.append)
    _choose(panel, 2)
    assert panel.fix_button.text() == "No fix by one key" and not panel.fix_button.isEnabled()
    _press(panel, Qt.Key.Key_M, "m")
    assert said == ["No single key can fix this; it has to be looked at in the text."]
    assert len(_kinds(panel)) == 3


def test_without_a_current_problem_the_first_at_the_caret_or_behind_it_is_fixed(qtbot, desk, panel):
    uncovered, ending, _ = panel.updates.problems
    _choose(panel, -1)
    desk.session.set_selection(uncovered.end, uncovered.end)
    with qtbot.waitSignal(panel.reveal_requested):
        panel.fix_current()
    assert _kinds(panel) == ["uncovered", "numbering"]
    desk.project.undo()
    panel.updates.catch_up()
    _choose(panel, -1)
    desk.session.set_selection(ending.start + 1, ending.start + 1)  # within it
    panel.fix_current()
    assert _kinds(panel) == ["uncovered", "numbering"]


def test_where_none_can_be_fixed_that_is_said(qtbot, desk, panel):
    said = []
    desk.session.message.connect(said.append)
    _choose(panel, -1)
    last = len(desk.session.text)
    desk.session.set_selection(last, last)
    panel.fix_current()
    assert said == ["No problem is at the selection or behind it."]
    desk.session.set_document(add(desk.project, "right", RIGHT))
    panel.fix_current()
    assert said[-1] == "No problem was found."
    desk.session.set_document(None)
    panel.fix_current()
    assert said[-1] == "Open a document to see what may be wrong in it."


def test_a_key_held_down_mends_once(qtbot, desk, panel):
    _choose(panel, 0)
    for again in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key.Key_M), NONE, "m", again)
        QCoreApplication.sendEvent(panel.view, event)
    assert _kinds(panel) == ["lead", "ending", "numbering"]


def test_nothing_is_fixed_while_what_is_known_may_be_out_of_date(qtbot, desk, panel, monkeypatch):
    gate, said = threading.Event(), []
    find = updates.clause_problems
    monkeypatch.setattr(updates, "MANY", 5)
    monkeypatch.setattr(updates, "PAUSE", 1)
    monkeypatch.setattr(updates, "clause_problems", lambda *some, **named: gate.wait(20) and find(*some, **named))
    _choose(panel, 1)
    with desk.project.operation("write note") as writing:
        spans.set_note(writing, desk.session.spans[0].id, "x")
    desk.session.message.connect(said.append)
    panel.fix_current()
    assert said == ["Looking for problems…"] and desk.project.undoable().name == "write note"
    gate.set()
    qtbot.waitUntil(lambda: not panel.updates.is_busy)
    panel.fix_current()
    qtbot.waitUntil(lambda: _kinds(panel) == ["uncovered", "numbering"])


def test_a_panel_that_nobody_sees_finds_nothing_out_until_it_is_seen_or_asked(qtbot, desk, panel):
    asked = []
    panel.updates.changed.connect(lambda: asked.append(_kinds(panel)))
    panel.hide()
    (fix_of_ending,) = (each.fix for each in panel.updates.problems if each.kind == "ending")
    desk.session.attempt(fix, desk.session.document, fix_of_ending)
    qtbot.wait(20)
    assert asked == [] and panel.updates.is_busy
    panel.show()
    qtbot.waitUntil(lambda: asked == [["uncovered", "numbering"]])
    panel.hide()
    desk.project.undo()
    panel.step(True)
    assert asked[1:] == [["uncovered", "ending", "numbering"]]
    desk.session.attempt(fix, desk.session.document, fix_of_ending)
    desk.session.set_selection(0, 0)
    panel.fix_current()
    assert _kinds(panel) == ["lead", "numbering"]


def test_the_button_and_the_menu_mend_too(qtbot, desk, panel):
    _choose(panel, 0)
    assert [each.text() for each in panel.menu().actions()] == [
        "&Show in the text",
        "Mark it as “Preambular paragraph”\t\u2066F12\u2069",
    ]
    panel.menu().actions()[1].trigger()
    assert _kinds(panel) == ["lead", "ending", "numbering"]  # of what is marked now, the phrase is missing
    assert panel.current() == panel.updates.problems[0]
    panel.fix_button.click()
    assert _kinds(panel) == ["ending", "numbering"]


def test_steps_go_from_the_selection_on_and_around(qtbot, desk, panel):
    shown = []
    panel.reveal_requested.connect(lambda start, end: shown.append((start, end)))
    panel.reveal_requested.connect(desk.session.set_selection)
    places = [(each.start, each.end) for each in panel.updates.problems]
    for forward in (True, True, True, True, False):
        panel.step(forward)
    assert shown == [*places, places[0], places[2]]
    desk.session.set_selection(places[1][1], places[1][1])
    panel.step(True)
    assert shown[-1] == places[2]
    desk.session.set_selection(places[1][0], places[1][0])
    panel.step(False)
    assert shown[-1] == places[0]


def test_a_step_in_a_good_document_says_so(qtbot, desk, panel):
    said = []
    desk.session.message.connect(said.append)
    desk.session.set_document(add(desk.project, "right", RIGHT))
    panel.step(True)
    assert said[-1] == "No problem was found."


def test_the_current_row_stays_while_others_come_and_go(qtbot, desk, panel):
    _choose(panel, 2)
    desk.session.attempt(fix, desk.session.document, panel.updates.problems[1].fix)
    panel.updates.catch_up()
    assert panel.current().kind == "numbering" and panel.view.currentIndex().row() == 1


def test_who_can_only_read_mends_nothing(qtbot, desk, panel):
    document = desk.session.document
    desk.session.replace_project(Project.open(desk.project.path, None))
    assert desk.session.document == document
    panel.updates.catch_up()
    _choose(panel, 1)
    assert not panel.fix_button.isEnabled()
    assert panel.fix_button.text() == "Lengthen it to “\u2068كله؛\u2069” (\u2066F12\u2069)"


def test_it_speaks_the_window_s_language(qtbot, desk, panel):
    desk.session.set_language("ar")
    assert panel.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole).count("فقرة من المنطوق") == 1
    assert panel.view.accessibleName() == "Problems"


def test_the_button_s_text_has_room_or_is_cut_short(qtbot, desk, panel):
    _choose(panel, 1)
    panel.resize(200, 300)
    QApplication.processEvents()
    assert "…" in panel.fix_button.text() and "كله" not in panel.fix_button.text()
    assert panel.fix_button.accessibleName() == "Lengthen it to “\u2068كله؛\u2069” (\u2066F12\u2069)"


def test_it_names_the_key_that_mends_anywhere(qtbot, desk, panel):
    keymap = Keymap(parent=panel)
    panel = ProblemsPanel(desk.session, panel, keymap)
    panel.updates.catch_up()
    _choose(panel, 1)
    for key in ("F12", "Ctrl+F12"):
        assert panel.delegate.key == f"\u2066{key}\u2069"
        assert panel.fix_button.accessibleName().endswith(f"(\u2066{key}\u2069)")
        assert f"\u2066{key}\u2069: Lengthen it" in panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
        keymap.take("mend_problem", "F12")
        keymap.give("mend_problem", "Ctrl+F12")
    keymap.take("mend_problem", "Ctrl+F12")
    assert panel.delegate.key == "\u2066M\u2069"  # of the list alone
