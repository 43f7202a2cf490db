from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from gui import operations
from gui.panels.outline.panel import OutlinePanel
from model.annotation import spans
from model.annotation.values import Origin, Span


@pytest.fixture
def marked(desk) -> dict[str, Span]:
    """The clauses of the first document: two recitals' worth of preamble, one paragraph with one item, another."""
    text = desk.session.text
    found: dict[str, Span] = {}
    for name, label, quote in (
        ("recital", "preambular", "إذ تعيد تأكيد حقوق الإنسان،"),
        ("first", "operative", "1 - تقرر أن تعمل في سبيل السلام والتنمية؛"),
        ("item", "subclause", "أن تعمل في سبيل السلام"),
        ("second", "operative", "2 - تطلب تقريرا."),
    ):
        start = text.index(quote)
        found[name] = operations.mark(desk.project, desk.document, label, start, start + len(quote))
    return found


def _panel(qtbot, desk, language: str = "ar") -> OutlinePanel:
    panel = OutlinePanel(desk.session)
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    panel.show()
    return panel


def _seen(panel: OutlinePanel) -> list[str | None]:
    """Keys of the rows that are not hidden by closed ones."""
    found = []
    index = panel.model.index(0, 0)
    while index.isValid():
        found.append(panel.model.key(index))
        index = panel.view.indexBelow(index)
    return found


def _current(panel: OutlinePanel) -> str | None:
    return panel.model.key(panel.view.currentIndex())


def test_all_rows_are_open_at_first(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    assert _seen(panel) == ["preamble 1", *(marked[name].id for name in ("recital", "first", "item", "second"))]


def test_a_click_goes_to_a_clause_and_leaves_the_focus_where_it_was(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    place = panel.view.visualRect(panel.model.index_of(marked["first"].id)).center()
    with qtbot.waitSignal(panel.span_chosen) as chosen:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [marked["first"].id]
    assert panel.view.focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_group_goes_to_its_first_clause(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    place = panel.view.visualRect(panel.model.index_of("preamble 1")).center()
    with qtbot.waitSignal(panel.span_chosen) as chosen:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [marked["recital"].id]


def test_the_keyboard_goes_through_the_rows_opens_and_closes_them_and_chooses(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    view = panel.view
    view.setFocus()
    view.setCurrentIndex(panel.model.index_of(marked["first"].id))
    qtbot.keyClick(view, Qt.Key.Key_Right)  # from right to left: toward where the row begins
    assert marked["item"].id not in _seen(panel)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert marked["item"].id in _seen(panel)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert _current(panel) == marked["item"].id
    shown: list[str] = []
    left: list[bool] = []
    panel.span_chosen.connect(shown.append)
    panel.leave_requested.connect(lambda: left.append(True))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert (shown, left) == ([marked["item"].id], [])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (shown, left) == ([marked["item"].id] * 2, [True])
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert left == [True, True]


def test_typing_goes_to_the_row_that_begins_so(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(panel.view, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, "ت"))
    assert _current(panel) == marked["first"].id


def test_its_keys_come_before_shortcuts_of_the_window(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    for key, taken in ((Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, True), (Qt.Key.Key_F5, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(panel.view, event)
        assert event.isAccepted() == taken


def test_the_clause_at_the_caret_is_followed(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.view.clearFocus()
    for name in ("second", "recital", "item"):
        desk.session.set_selection(marked[name].start + 1, marked[name].start + 1)
        assert (panel.model.at_caret, _current(panel)) == (marked[name].id, marked[name].id)
    # Behind the last letter the clause before the caret counts; in what nobody has marked, none.
    end = len(desk.session.text.rstrip())
    desk.session.set_selection(end, end)
    assert panel.model.at_caret == marked["second"].id
    desk.session.set_selection(3, 3)
    assert panel.model.at_caret is None


def test_the_clause_that_is_worked_on_counts_before_the_innermost_at_the_caret(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    desk.session.set_selection(*marked["item"].limits)
    desk.session.set_span(marked["first"].id)
    assert panel.model.at_caret == marked["first"].id


def test_with_the_keys_in_the_outline_the_current_row_stays(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    panel.view.setCurrentIndex(panel.model.index_of(marked["second"].id))
    desk.session.set_selection(marked["recital"].start + 1, marked["recital"].start + 1)
    assert panel.model.at_caret == marked["recital"].id
    assert _current(panel) == marked["second"].id


def test_a_closed_row_stands_for_what_it_hides_and_stays_closed(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.view.clearFocus()
    panel.view.collapse(panel.model.index_of("preamble 1"))
    desk.session.set_selection(marked["recital"].start + 1, marked["recital"].start + 1)
    assert _current(panel) == "preamble 1"
    assert marked["recital"].id not in _seen(panel)
    start = desk.session.text.index("إن الجمعية")
    new = operations.mark(desk.project, desk.document, "preambular", start, start + 17)
    assert new.id not in _seen(panel)
    desk.session.set_document(desk.other)
    desk.session.set_document(desk.document)
    assert marked["recital"].id not in _seen(panel)


def test_rows_come_and_go_with_marks_and_the_current_one_stays(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    panel.view.setCurrentIndex(panel.model.index_of(marked["second"].id))
    operations.delete(desk.project, marked["item"].id)
    assert marked["item"].id not in _seen(panel)
    assert _current(panel) == marked["second"].id
    # As a heading it holds what follows it: the current row is moved, and stays current.
    operations.relabel(desk.project, marked["first"].id, "heading")
    assert panel.model.key(panel.model.index_of(marked["second"].id).parent()) == marked["first"].id
    assert _current(panel) == marked["second"].id
    desk.project.undo()
    desk.project.undo()
    assert _seen(panel) == ["preamble 1", *(marked[name].id for name in ("recital", "first", "item", "second"))]
    assert _current(panel) == marked["second"].id


def test_a_proposal_that_is_confirmed_keeps_its_place(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    first = marked["first"]
    proposal = replace(first, id="proposal", status="suggested", origin=Origin("model", "w", 0.5))
    panel.take_over([first.id], [proposal])
    panel.view.setCurrentIndex(panel.model.index_of("proposal"))
    panel.view.collapse(panel.model.index_of("proposal"))
    panel.take_over(["proposal"], [first])
    assert _current(panel) == first.id
    assert marked["item"].id not in _seen(panel)


def test_other_thresholds_are_seen_at_once(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    proposal = replace(marked["first"], status="suggested", origin=Origin("model", "w", 0.9))
    panel.take_over([], [proposal])
    assert not panel.model.line(proposal.id).unsure
    desk.session.proposals.set_thresholds(0.99, 0.95)
    assert panel.model.line(proposal.id).unsure


def test_unseen_it_reads_nothing_and_seen_again_it_is_up_to_date(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    panel.hide()
    operations.delete(desk.project, marked["second"].id)
    assert panel.model.index_of(marked["second"].id).isValid()
    panel.show()
    assert not panel.model.index_of(marked["second"].id).isValid()


def test_without_clauses_it_says_so(qtbot, desk):
    panel = _panel(qtbot, desk)
    assert panel._stack.currentWidget() is panel._nothing
    assert panel._nothing.text() == panel.tr("No clause is marked in this document yet.")
    span = operations.mark(desk.project, desk.document, "enacting", 0, 18)
    assert panel._stack.currentWidget() is panel.view
    operations.delete(desk.project, span.id)
    assert panel._stack.currentWidget() is panel._nothing
    desk.session.set_document(None)
    assert panel._nothing.text() == panel.tr("Open a document to see its outline.")


def test_rejected_marks_have_no_rows(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    with desk.project.operation("reject mark") as writing:
        spans.set_status(writing, marked["second"].id, "rejected")
    assert marked["second"].id not in _seen(panel)


def test_it_is_laid_out_from_right_to_left_in_english_too(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    assert panel.layoutDirection() == Qt.LayoutDirection.LeftToRight
    outer = panel.view.visualRect(panel.model.index_of(marked["first"].id))
    inner = panel.view.visualRect(panel.model.index_of(marked["item"].id))
    assert inner.right() < outer.right()
    assert inner.left() == outer.left()


def test_a_tool_tip_tells_all_of_a_clause(qtbot, desk, marked):
    panel = _panel(qtbot, desk)
    rect = panel.view.visualRect(panel.model.index_of(marked["second"].id))
    event = QHelpEvent(QEvent.Type.ToolTip, rect.center(), panel.view.viewport().mapToGlobal(rect.center()))
    QApplication.sendEvent(panel.view.viewport(), event)
    assert "2 - تطلب تقريرا." in panel.view.viewport().toolTip()
    nowhere = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 390), panel.view.viewport().mapToGlobal(QPoint(5, 390)))
    QApplication.sendEvent(panel.view.viewport(), nowhere)
    assert panel.view.viewport().toolTip() == ""


def test_it_has_a_name_for_screen_readers(qtbot, desk):
    panel = _panel(qtbot, desk)
    assert panel.view.accessibleName() == panel.tr("Outline")
    assert panel.focusProxy() is panel.view
