import contextlib
import sqlite3
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from gui import operations, scheme_operations
from gui.panels.inspector.lines import QUOTE_LINES
from gui.panels.inspector.panel import InspectorPanel
from gui.session.session import Session
from model.annotation import documents, spans
from model.annotation.values import Origin, Span
from model.project import Project
from tests.gui.panels.conftest import TEXT
from tests.gui.panels.inspecting import RECITAL, mark, open_window, operations_of, span_of, type_into

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, desk) -> QMainWindow:
    return open_window(qtbot, desk)


@pytest.fixture
def panel(window) -> InspectorPanel:
    return window.centralWidget()


@pytest.fixture
def marked(desk, panel) -> str:
    """A mark that is worked on."""
    span = mark(desk, RECITAL)
    desk.session.set_span(span)
    return span


@pytest.fixture
def other(desk, panel) -> str:
    return mark(desk, "1 - تقرر أن تعمل في سبيل السلام والتنمية؛", "operative")


@pytest.mark.parametrize("change", ["labels", "language", "undo"])
def test_what_nobody_edits_is_never_written(desk, panel, marked, other, change):
    operations.set_note(desk.project, marked, "A\u00a0note\r\nof its own ")
    scheme_operations.set_key(desk.project, "title", "")
    if change == "labels":
        scheme_operations.add_label(desk.project, "clause", {"en": "Own"})
    elif change == "language":
        desk.session.set_language("ar")
        QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    else:
        desk.project.undo()
    before, written = span_of(desk, marked), operations_of(desk)
    for widget in (panel.label, panel.number, panel.limits.start, panel.note, *panel.features.editors.values()):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    desk.session.set_span(other)
    desk.session.set_span(None)
    assert (span_of(desk, marked), operations_of(desk)) == (before, written)


# What is shown


def test_without_a_mark_it_says_how_to_get_one(panel):
    hint = panel._stack.currentWidget()
    assert isinstance(hint, QLabel)
    assert hint.text() == "Put the caret into a mark to see what is known about it."
    panel.focus_note()
    assert QApplication.focusWidget() is not panel.note


def test_all_of_a_mark_is_shown(desk, panel, marked):
    span = span_of(desk, marked)
    assert panel.label.value() == "preambular"
    assert panel.quote.text == "إذ تعيد تأكيد حقوق الإنسان،"
    assert panel.limits.value() == span.limits
    assert panel.record.facts["annotator"].text == "Sara"
    assert panel.record.facts["origin"].text == "manual"
    assert panel.record.facts["status"].text == "confirmed"
    assert panel.record.facts["depth"].text == "0"
    assert marked in panel.record.facts["id"].text
    assert not panel.record.facts["proposed"].isVisible()
    assert not panel.record.confirm.isVisible()
    panel.record.copy.click()
    assert QApplication.clipboard().text() == marked


def test_what_a_model_proposed_is_shown_with_its_corrections(desk, panel):
    span_id = mark(desk, "إذ تعيد تأكيد", status="suggested", origin=Origin("model", "seg 2", 0.873))
    desk.session.set_span(span_id)
    assert panel.record.facts["origin"].text == "model · \u2068seg 2\u2069 · \u206687%\u2069"
    assert panel.record.facts["evidence"].isHidden()
    assert panel.record.facts["status"].text == "suggested"
    before = span_of(desk, span_id)
    operations.set_limits(desk.project, span_id, before.start, before.end + 11)
    assert panel.record.facts["proposed"].text == f"\u2066{before.start}–{before.end}\u2069"
    assert panel.record.facts["proposed"].isVisible()
    assert panel.record.facts["status"].text == "confirmed by \u2068Sara\u2069"  # whoever corrects it has looked at it
    assert not panel.record.confirm.isVisible()
    desk.project.undo()
    assert panel.record.facts["status"].text == "suggested"
    panel.record.confirm.click()
    assert panel.record.facts["status"].text == "confirmed by \u2068Sara\u2069"
    assert operations_of(desk)[0] == "confirm mark"
    assert not panel.record.confirm.isVisible()
    panel.record.reject.click()
    assert operations_of(desk)[0] == "reject mark"
    assert span_of(desk, span_id).status == "rejected"
    assert panel._stack.currentIndex() == 0  # a rejected mark is no longer in the document


def test_what_of_the_source_spoke_for_a_proposal_has_a_row_of_its_own(desk, panel):
    span_id = mark(desk, "إذ تعيد تأكيد", status="suggested", origin=Origin("model", "seg+breaks+italics", 0.873))
    desk.session.set_span(span_id)
    assert panel.record.facts["origin"].text == "model · \u2068seg\u2069 · \u206687%\u2069"
    assert panel.record.facts["evidence"].text == "a break · italics"
    assert not panel.record.facts["evidence"].isHidden()


def test_markup_in_names_notes_and_texts_stays_as_it_is(qtbot, desk, panel):
    with desk.project.operation("import") as writing:
        document = documents.add(writing, "html", "<b>نص</b> " * 90)
    desk.session.set_document(document)
    with Project.open(desk.project.path, "<i>Omar</i>") as of_omar, of_omar.operation("mark") as writing:
        span = spans.mark(writing, document, "preambular", 0, 700)
        spans.set_note(writing, span.id, "<h1>note</h1>")
    desk.session.refresh()
    desk.session.set_span(span.id)
    assert panel.note.value() == "<h1>note</h1>"
    assert panel.record.facts["annotator"].text == "<i>Omar</i>"
    assert panel.quote.text.startswith("<b>نص</b>")
    lines = panel.quote.lines()
    assert len(lines) == QUOTE_LINES
    assert lines[-1].endswith("…")
    QCoreApplication.sendEvent(panel.quote, QEvent(QEvent.Type.ToolTip))
    assert "&lt;b&gt;" in panel.quote.toolTip()
    assert panel.grab().width() > 0


def test_hidden_it_reads_nothing_and_shown_again_it_has_the_mark(desk, panel, marked, other, monkeypatch):
    panel.hide()
    said: list[str] = []
    desk.project.tables.connection.set_trace_callback(said.append)
    desk.session.set_span(other)
    desk.session.set_selection(3, 3)
    desk.project.tables.connection.set_trace_callback(None)
    assert said == []
    panel.show()
    assert panel.label.value() == "operative"


def test_a_mark_that_is_gone_is_shown_no_more(desk, panel, marked):
    desk.project.undo()
    assert panel._stack.currentIndex() == 0
    desk.session.set_document(desk.other)
    desk.session.set_document(desk.document)
    assert panel._stack.currentIndex() == 0


# Editing


def test_another_label_of_the_same_layer_is_chosen(desk, panel, marked):
    labels = [panel.label.itemData(row, Qt.ItemDataRole.UserRole) for row in range(panel.label.count())]
    assert labels == [label.id for label in desk.project.scheme.layer("clause").labels]
    panel.label.setCurrentIndex(panel.label.row_of("operative"))
    panel.label.activated.emit(panel.label.currentIndex())
    assert span_of(desk, marked).label == "operative"
    assert operations_of(desk)[0] == "change label"
    desk.project.undo()
    assert panel.label.value() == "preambular"


def test_what_is_refused_is_said_and_put_back(qtbot, desk, panel, marked):
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel.label.setCurrentIndex(panel.label.row_of("closing"))
    panel.label.activated.emit(panel.label.currentIndex())
    assert panel.label.value() == "preambular"
    assert "Closing" in said[-1]
    assert span_of(desk, marked).label == "preambular"


def test_a_number_is_corrected_and_taken_away(qtbot, desk, panel, other):
    desk.session.set_span(other)
    assert panel.number.value() == "1"
    panel.number.setText("1 مكررا")
    qtbot.keyClick(panel.number, Qt.Key.Key_Return)
    assert span_of(desk, other).number == "1 مكررا"
    panel.number.setText("")
    qtbot.keyClick(panel.number, Qt.Key.Key_Return)
    assert span_of(desk, other).number is None
    assert operations_of(desk)[:2] == ["change number"] * 2


def test_a_note_is_committed_by_leaving_it_and_once(qtbot, desk, panel, marked):
    panel.focus_note()
    assert QApplication.focusWidget() is panel.note
    type_into(panel.note, "ملاحظة")
    qtbot.keyClick(panel.note, Qt.Key.Key_Tab)
    assert span_of(desk, marked).note == "ملاحظة"
    panel.focus_note()
    qtbot.keyClick(panel.note, Qt.Key.Key_Tab)
    assert operations_of(desk).count("write note") == 1


def test_control_and_enter_commit_the_note_and_go_back(qtbot, desk, panel, marked):
    panel.focus_note()
    type_into(panel.note, "x")
    with qtbot.waitSignal(panel.leave_requested):
        qtbot.keyClick(panel.note, Qt.Key.Key_Return, CONTROL)
    assert span_of(desk, marked).note == "x"
    override = QKeyEvent(QEvent.Type.ShortcutOverride, int(Qt.Key.Key_Return), CONTROL)
    override.ignore()
    QCoreApplication.sendEvent(panel.note, override)
    assert override.isAccepted()  # or the window would take it for its own command


def test_enter_alone_is_a_line_of_the_note(qtbot, desk, panel, marked):
    panel.focus_note()
    type_into(panel.note, "a")
    qtbot.keyClick(panel.note, Qt.Key.Key_Return)
    type_into(panel.note, "b")
    assert panel.note.value() == "a\nb"
    assert operations_of(desk).count("write note") == 0


def test_escape_goes_back_from_every_field(qtbot, desk, panel, marked):
    fields = (panel.label, panel.number, panel.limits.start, panel.limits.end, panel.note)
    for field in (*fields, *panel.features.editors.values()):
        field.setFocus()
        with qtbot.waitSignal(panel.leave_requested):
            qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_both_limits_are_moved_together(qtbot, desk, panel, marked):
    start, end = span_of(desk, marked).limits
    panel.limits.start.setFocus()
    panel.limits.start.setText(str(start + 3))
    qtbot.keyClick(panel.limits.start, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.limits.end
    assert span_of(desk, marked).limits == (start, end)
    panel.limits.end.setText(str(end - 1))
    qtbot.keyClick(panel.limits.end, Qt.Key.Key_Tab)
    assert span_of(desk, marked).limits == (start + 3, end - 1)
    assert operations_of(desk).count("move limits") == 1


def test_limits_that_cannot_be_are_put_back(qtbot, desk, panel, marked):
    limits = span_of(desk, marked).limits
    said: list[str] = []
    desk.session.message.connect(said.append)
    for text in ("999999", ""):
        panel.limits.end.setText(text)
        qtbot.keyClick(panel.limits.end, Qt.Key.Key_Return)
        assert panel.limits.value() == limits
    assert any(said)


# Nothing that was begun is lost


def test_what_was_begun_is_written_to_the_mark_it_was_begun_on(desk, panel, marked, other):
    panel.focus_note()
    type_into(panel.note, "of the first")
    panel.features.editors["speaker"].setText("A")
    panel.number.setText("7")
    desk.session.set_span(other)
    first = span_of(desk, marked)
    assert (first.note, first.number, dict(first.features)) == ("of the first", "7", {"speaker": "A"})
    assert span_of(desk, other).note == ""
    assert panel.note.value() == ""


@pytest.mark.parametrize("leave", ["caret", "document", "hide", "project"])
def test_what_was_begun_is_written_however_the_mark_is_left(desk, panel, marked, leave):
    panel.focus_note()
    type_into(panel.note, "kept")
    if leave == "caret":
        desk.session.set_span(None)
    elif leave == "document":
        desk.session.set_document(desk.other)
    elif leave == "hide":
        panel.hide()
    else:
        desk.session.set_project(None)
    with Project.open(desk.project.path, None) as reader:
        span = reader.span(marked)
    assert span is not None
    assert span.note == "kept"


def test_whoever_moves_on_while_it_is_written_has_it_written_once(desk, panel, marked, other, monkeypatch):
    """The window looks for the mark that is worked on after every change, which leads back here."""
    written: list[str] = []
    set_note = operations.set_note

    def watched(project: Project, span: str, note: str) -> Span:
        written.append(span)
        return set_note(project, span, note)

    monkeypatch.setattr(operations, "set_note", watched)
    desk.session.changes.connect(lambda _: desk.session.set_span(other))
    panel.focus_note()
    type_into(panel.note, "once")
    desk.session.set_span(None)
    assert span_of(desk, marked).note == "once"
    assert written == [marked]


def test_typing_stays_while_something_else_of_the_mark_changes(desk, panel, marked):
    panel.focus_note()
    type_into(panel.note, "half a tho")
    with Project.open(desk.project.path, "Omar") as of_omar:
        operations.set_number(of_omar, marked, "9")
        operations.set_features(of_omar, marked, {"mood": "calm"})
    desk.session.refresh()
    assert panel.note.value() == "half a tho"
    assert (panel.number.value(), panel.features.editors["mood"].value()) == ("9", "calm")
    type_into(panel.note, "ught")
    desk.session.set_span(None)
    span = span_of(desk, marked)
    assert (span.note, span.number, dict(span.features)) == ("half a thought", "9", {"mood": "calm"})


def test_a_note_on_a_mark_that_is_gone_is_refused_in_one_sentence(desk, panel, marked):
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel.focus_note()
    type_into(panel.note, "too late")
    with Project.open(desk.project.path, "Omar") as of_omar:
        operations.delete(of_omar, marked)
    desk.session.set_span(None)
    assert said[-1] != ""


def test_a_wheel_and_an_arrow_change_nothing(qtbot, desk, panel, marked, monkeypatch):
    opened: list[bool] = []
    monkeypatch.setattr(panel.label, "showPopup", lambda: opened.append(True))
    panel.label.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(panel.label, key)
    assert opened == [True, True]
    place = panel.label.rect().center()
    wheel = QWheelEvent(
        QPointF(place),
        QPointF(panel.label.mapToGlobal(place)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(panel.label, wheel)
    assert panel.label.value() == span_of(desk, marked).label == "preambular"


# Whoever only reads; several marks at one place


def test_who_only_reads_changes_nothing(desk, panel, marked):
    desk.session.replace_project(Project.open(desk.project.path, None))
    desk.session.set_span(None)
    desk.session.set_span(marked)
    assert panel.note.isReadOnly() and panel.number.isReadOnly() and panel.limits.start.isReadOnly()
    assert not panel.label.isEnabled()
    assert not panel.features.editors["annex"].isEnabled()
    assert not panel.record.confirm.isVisible()


def test_other_marks_at_the_caret_can_be_chosen(qtbot, desk, panel, marked):
    assert not panel.also.isVisible()
    outer = span_of(desk, marked)
    lead = mark(desk, "إذ تعيد", "lead")
    symbol = mark(desk, "تعيد", "symbol")
    desk.session.set_selection(TEXT.index("تعيد") + 1, TEXT.index("تعيد") + 1)
    assert panel.also.isVisible()
    offered = [panel.also.itemData(row, Qt.ItemDataRole.UserRole + 100) for row in range(panel.also.count())]
    assert offered == [symbol, lead, marked]
    assert panel.also.chosen() == marked
    with qtbot.waitSignal(panel.span_chosen) as chosen:
        panel.also.setCurrentIndex(0)
        panel.also.activated.emit(0)
    assert chosen.args == [symbol]
    desk.session.set_span(symbol)
    assert panel.also.chosen() == symbol
    desk.session.set_span(marked)
    desk.session.set_selection(outer.end - 2, outer.end - 2)
    assert not panel.also.isVisible()


def test_the_view_may_say_what_is_at_the_caret(qtbot, desk, marked):
    asked: list[int] = []
    span = span_of(desk, marked)

    def at(offset: int) -> list[Span]:
        asked.append(offset)
        return [span, replace(span, id="another", layer="reference", label="symbol")]

    panel = InspectorPanel(desk.session, None, at)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.also.count() == 2
    desk.session.set_selection(span.start + 2, span.start + 2)
    assert asked[-1] == span.start + 2


# The language, and the keyboard


def test_words_follow_the_language(desk, panel, marked):
    desk.session.set_language("ar")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.label.currentText() == desk.project.scheme.label("preambular").name("ar")
    assert panel.features.editors["annex"].accessibleName() == "في مرفق"


def test_tab_goes_from_field_to_field_in_the_order_in_which_they_stand(qtbot, desk, panel, marked):
    panel.label.setFocus()
    reached = []
    for _ in range(9):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    editors = panel.features.editors.values()
    assert reached == [panel.label, panel.number, panel.limits.start, panel.limits.end, *editors, panel.note]
    assert all(widget.accessibleName() for widget in reached)


def test_a_mark_of_ten_thousand_combining_marks_is_shown(qtbot, desk, tmp_path):
    project = Project.create(tmp_path / "marks.qarar", "Sara")
    with project.operation("import") as writing:
        document = documents.add(writing, "d", "ا" + "\u064e" * 10_000 + " 𐤀 \u202e نص")
        span = spans.mark(writing, document, "title", 0, 10_004)
    session = Session()
    session.set_project(project)
    session.set_document(document)
    panel = InspectorPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    session.set_span(span.id)
    assert panel.grab().width() > 0
    assert len(panel.quote.lines()) <= QUOTE_LINES
    session.set_project(None)


def test_what_was_typed_stays_where_it_could_not_be_written(qtbot, desk, panel, marked, other):
    said: list[str] = []
    desk.session.message.connect(said.append)
    desk.project.tables.connection.execute("PRAGMA busy_timeout = 50")  # milliseconds: less patient than it is
    panel.note.setFocus()
    panel.note.setPlainText("half an hour of work")
    with locked(desk.project.path):
        panel.note.events.committed.emit()
        assert said[-1]
        assert panel.note.toPlainText() == "half an hour of work"
        desk.session.set_span(other)
        assert panel.note.toPlainText() == ""
    desk.session.set_span(marked)
    assert panel.note.toPlainText() == "half an hour of work"
    panel.note.events.committed.emit()
    assert span_of(desk, marked).note == "half an hour of work"
    assert span_of(desk, other).note == ""


@contextlib.contextmanager
def locked(path):
    """Another program writes into the project all the while."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
