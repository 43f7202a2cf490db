import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.main_window import MainWindow
from model.annotation import documents, spans
from model.project import Project
from model.vocabulary import assignments, concepts
from tests.gui.conftest import RESOLUTION

CONTROL = Qt.KeyboardModifier.ControlModifier


def undo_text(desk) -> str:
    return desk.window.actions_["undo"].text().partition("\t")[0]


def test_undo_and_redo_name_what_they_do_and_select_what_they_changed(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    assert undo_text(desk) == "Undo mark clause"
    desk.window.view.set_selection(0, 0)
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"
    assert desk.shown() == []
    assert desk.window.actions_["redo"].text().partition("\t")[0] == "Redo mark clause"
    desk.window.view.set_selection(0, 0)
    desk.press(Qt.Key.Key_Y, CONTROL)
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"
    assert len(desk.shown()) == 1
    assert not desk.window.actions_["redo"].isEnabled()


def test_undo_goes_to_the_document_that_it_changes(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.press(Qt.Key.Key_F8)
    assert desk.session.document == desk.second
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document == desk.first
    assert desk.selected() == "إذ تعيد تأكيد التزامها،"


def test_undoing_the_import_leaves_an_empty_window_and_redo_fills_it(desk):
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document == desk.first  # the first only names it
    desk.press(Qt.Key.Key_Z, CONTROL)
    assert desk.session.document is None
    assert desk.window.middle.currentWidget() is desk.window.welcome
    assert desk.window.documents.model.rowCount() == 0
    desk.window.actions_["redo"].trigger()
    assert desk.session.document == desk.first
    assert desk.window.middle.currentWidget() is desk.window.text


@pytest.fixture
def active(qtbot, desk):
    """The desk in front of all, with a descriptor assigned."""
    with desk.project.operation("assign descriptor") as writing:
        concept = concepts.add(writing, "ABDUCTION", "en")
        assignments.assign(writing, desk.first, concept.id)
    desk.window.activateWindow()
    qtbot.waitActive(desk.window)
    return desk


@pytest.mark.parametrize("opening", [Qt.Key.Key_D, Qt.Key.Key_T])
def test_whoever_looks_for_a_term_goes_on_typing_after_undo_and_redo(active, opening):
    QTest.keyClick(active.window.view, opening, CONTROL)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    for key, left in ((Qt.Key.Key_Z, 0), (Qt.Key.Key_Y, 1)):
        QTest.keyClick(line, key, CONTROL)
        assert len(active.project.assignments(active.first)) == left
        assert QApplication.focusWidget() is line
        assert active.window.focusWidget() is line
    for key in (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_D):
        QTest.keyClick(QApplication.focusWidget() or active.window, key)
    assert (line.text(), active.spans()) == ("abd", [])


def test_whoever_filters_documents_goes_on_typing_after_undo(active):
    line = active.window.documents.filter
    active.window.act("filter")()
    QTest.keyClick(line, Qt.Key.Key_R)
    active.window.actions_["undo"].trigger()
    assert active.project.assignments(active.first) == []
    assert QApplication.focusWidget() is line
    assert line.text() == "r"


def test_where_undo_takes_the_document_away_the_keys_do_not_stay_in_a_line_that_is_dead(qtbot, desk):
    desk.window.activateWindow()
    qtbot.waitActive(desk.window)
    QTest.keyClick(desk.window.view, Qt.Key.Key_D, CONTROL)
    for _ in range(2):  # the first only names the import
        assert QApplication.focusWidget() is desk.window.descriptors.entry
        desk.window.actions_["undo"].trigger()
    assert desk.session.document is None
    assert desk.window.welcome.isAncestorOf(QApplication.focusWidget())


def shown_field(active, name: str) -> QWidget:
    """A field of a panel that is shown, with the keys in it."""
    if name in ("note", "limits"):
        active.select("إذ تعيد تأكيد التزامها،")
        active.type("P")
        active.select("إذ تعيد تأكيد التزامها،")
        active.window.act("edit_mark")()
        field = active.window.inspector.note if name == "note" else active.window.inspector.limits.end
    else:
        active.window.act("document_note")()
        details = active.window.details
        field = {"tag": details.tags.line, "symbol": details.fields["symbol"], "document_note": details.note}[name]
    field.setFocus()
    assert QApplication.focusWidget() is field
    return field


@pytest.mark.parametrize("name", ["note", "limits", "tag", "symbol", "document_note"])
def test_what_is_typed_into_a_field_is_written_before_it_is_undone(active, name):
    field = shown_field(active, name)
    before = active.project.undoable().sequence
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_7)
    assert active.project.undoable().sequence == before
    active.window.actions_["undo"].trigger()
    written = active.project.redoable()
    assert written is not None and written.sequence > before
    assert active.project.undoable().sequence == before
    assert active.window.view.hasFocus()


def test_previous_and_next_document(desk):
    view = desk.window.view
    desk.press(Qt.Key.Key_PageDown, CONTROL)
    assert (desk.session.document, view.page.text) == (desk.second, desk.project.text(desk.second))
    desk.press(Qt.Key.Key_F8)
    assert desk.session.document == desk.second
    desk.press(Qt.Key.Key_F7)
    assert desk.session.document == desk.first


def test_a_document_is_found_again_as_it_was_left(desk):
    desk.select("إذ تعيد")
    desk.press(Qt.Key.Key_F8)
    assert desk.window.view.selection() == (0, 0)
    desk.press(Qt.Key.Key_F7)
    assert desk.selected() == "إذ تعيد"
    assert desk.session.selection == desk.window.view.selection()


def test_only_what_changed_is_shown_anew(desk, monkeypatch):
    desk.press(Qt.Key.Key_Space)
    desk.type("AE")
    replaced = []
    original = desk.window.view.replace_spans
    monkeypatch.setattr(
        desk.window.view, "replace_spans", lambda gone, new: (replaced.append((gone, new)), original(gone, new))
    )
    monkeypatch.setattr(desk.window.view, "set_document", lambda *_: pytest.fail("the document was shown anew"))
    desk.type("P")
    assert [(gone, [span.label for span in new]) for gone, new in replaced] == [([], ["preambular"])]
    assert desk.shown() == desk.spans()


def test_what_another_process_writes_is_shown(desk, qtbot):
    with Project.open(desk.project.path, "Omar") as other, other.operation("mark clause") as writing:
        spans.mark(writing, desk.first, "title", 0, 9)
    qtbot.waitUntil(lambda: [span.label for span in desk.shown()] == ["title"])
    assert undo_text(desk) == "Undo mark clause"


@pytest.mark.parametrize("others", [True, False])
def test_where_another_process_takes_away_the_document_shown_none_is_shown_and_that_is_said(desk, others):
    with Project.open(desk.project.path, "Omar") as other, other.operation("remove") as writing:
        for document in (desk.first,) if others else (desk.first, desk.second):
            documents.remove(writing, document)
    desk.session.refresh()
    assert desk.session.document is None
    assert desk.message() == "\u2066A_RES_59_187\u2069 is no longer in the project."
    welcome = desk.window.welcome
    assert welcome.words.text().startswith("No document is shown" if others else "This project has no documents")
    assert welcome.bring.isHidden() == others
    assert not desk.window.actions_["confirm_document"].isEnabled()
    QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_F6)
    assert desk.session.document is None
    desk.window.actions_["next_document"].trigger()
    assert desk.session.document == (desk.second if others else None)


def test_keys_lead_to_the_descriptors_and_back(desk, qtbot):
    desk.press(Qt.Key.Key_D, CONTROL)
    assert desk.window.descriptors.isAncestorOf(desk.window.focusWidget())
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Escape)
    assert desk.window.focusWidget() is desk.window.view


def test_escape_empties_the_filter_first_and_then_leads_to_the_text(desk, qtbot):
    line = desk.window.documents.filter
    desk.press(Qt.Key.Key_G, CONTROL)
    assert desk.window.focusWidget() is line
    qtbot.keyClicks(line, "60")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), desk.window.focusWidget()) == ("", line)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert desk.window.focusWidget() is desk.window.view
    desk.window.view.set_selection(3, 8)
    qtbot.keyClick(desk.window.view, Qt.Key.Key_Escape)
    assert desk.window.view.selection() == (8, 8)


def test_progress_is_declared_with_a_key(desk):
    desk.press(Qt.Key.Key_F9)
    assert desk.project.document(desk.first).complete() == ("clause",)
    assert desk.window.actions_["clauses_done"].isChecked()
    desk.press(Qt.Key.Key_F9)
    assert desk.project.document(desk.first).complete() == ()
    assert not desk.window.actions_["clauses_done"].isChecked()
    desk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert desk.project.document(desk.first).complete() == ("descriptors",)


def test_the_status_bar_says_where_one_is(desk):
    desk.window.view.set_selection(10, 14)
    status = desk.window.status
    assert status.document.text() == "Document \u20661\u2069 of \u20662\u2069"
    assert "\u206610–14\u2069" in status.selection.text()
    assert status.annotator.text() == "Sara"
    assert status.path.text() == "\u2066desk.qarar\u2069"


def test_another_language_is_spoken_at_once_and_mirrors_the_window(desk, qapp):
    window = desk.window
    left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
    assert window.dockWidgetArea(window.docks["documents"]) == left
    seen = {name for name, dock in window.docks.items() if dock.isVisibleTo(window)}
    assert seen >= {"documents", "labels", "descriptors"}
    desk.press(Qt.Key.Key_Space)
    selected = window.view.selection()
    arabic = next(action for action in window.actions_.languages.actions() if action.data() == "ar")
    arabic.trigger()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    try:
        assert window.settings.language == "ar"
        assert window.dockWidgetArea(window.docks["documents"]) == right
        assert window.dockWidgetArea(window.docks["labels"]) == left
        assert {name for name, dock in window.docks.items() if dock.isVisibleTo(window)} == seen
        assert window.view.selection() == selected
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qapp.processEvents()
    assert window.dockWidgetArea(window.docks["documents"]) == left


def test_labels_are_in_the_menu_with_their_keys(desk):
    texts = [action.text() for action in desk.window.actions_.menu("labels").actions()]
    assert "Preambular paragraph\t\u2066P\u2069" in texts
    next(a for a in desk.window.actions_.menu("labels").actions() if a.text().startswith("Title")).trigger()
    assert [label for label, _ in desk.marks()] == ["title"]


def test_a_label_chosen_in_the_panel_marks_and_leaves_the_focus_in_the_text(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.window.labels.label_chosen.emit("preambular")
    assert len(desk.marks()) == 1
    assert desk.window.focusWidget() is desk.window.view


def test_a_document_opens_where_it_was_left_off(desk, qtbot):
    desk.press(Qt.Key.Key_F8)
    path = desk.project.path
    desk.session.set_project(None)
    assert desk.window.files.open(path)
    assert desk.session.document == desk.second


def test_a_window_without_a_project_or_documents_says_what_to_do(desk, tmp_path):
    window = desk.window
    window.session.set_project(None)
    assert window.middle.currentWidget() is window.welcome
    assert not window.actions_["import"].isEnabled()
    assert window.welcome.bring.isHidden()
    with Project.create(tmp_path / "empty.qarar", "Sara"):
        pass
    window.files.open(tmp_path / "empty.qarar")
    assert window.actions_["import"].isEnabled()
    assert not window.welcome.bring.isHidden()


def test_places_and_sizes_are_kept(desk, qtbot):
    window = desk.window
    window.docks["labels"].hide()
    window.resize(790, 700)
    window.view.zoom_in()
    pixels = window.view.page.typography.font.pixelSize()
    window.close()
    again = MainWindow(window.session, window.settings)
    again.show()
    assert (again.width(), again.height()) == (790, 700)
    assert again.docks["labels"].isHidden()
    assert again.view.page.typography.font.pixelSize() == pixels
    again.close()
    again.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_a_read_only_project_can_be_read_but_not_marked(desk):
    path = desk.project.path
    desk.session.set_project(Project.open(path, None))
    desk.session.set_document(desk.first)
    desk.press(Qt.Key.Key_Space)
    desk.type("A")
    assert "reading only" in desk.message()
    assert desk.shown() == []


def test_text_that_looks_like_markup_is_shown_as_it_is(desk):
    with desk.project.operation("import") as writing:
        third = documents.add(writing, "<b>bold</b> & <i>", RESOLUTION)
    desk.session.set_document(third)
    assert "<b>bold</b>" in desk.window.windowTitle()
    model = desk.window.documents.model
    tip = model.index(model.row_of(third), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_the_language_can_be_changed_again_and_again_with_a_mark_in_the_inspector(desk, qapp):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.window.docks["inspector"].raise_()
    desk.window.docks["labels"].setFloating(True)
    desk.window.marking.step(False)
    for number in range(8):
        desk.window.actions_.languages.actions()[number % 2].trigger()
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if number % 2 == 0 else Qt.LayoutDirection.LeftToRight)
        qapp.processEvents()
    desk.window.view.set_selection(60, 60)
    qapp.sendEvent(desk.window.inspector, QEvent(QEvent.Type.LanguageChange))
    path = desk.project.path
    assert desk.window.files.open(path)  # no field of the mark before is asked any more


def test_what_another_wrote_unseen_is_not_undone_in_the_place_of_what_the_menu_names(desk):
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    with Project.open(desk.project.path, "Omar") as other, other.operation("write note") as writing:
        documents.set_note(writing, desk.first, "x")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Somebody else" in desk.message()
    assert len(desk.marks()) == 1
    assert desk.project.document(desk.first).note == "x"
    assert desk.window.actions_["undo"].text().startswith("Undo write note")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.project.document(desk.first).note == ""


@pytest.mark.parametrize("command", ["next_problem", "previous_problem"])
def test_where_there_is_no_problem_that_is_said_and_no_panel_opens(desk, command):
    panel = desk.window.docks["problems"]
    desk.window.actions_[command].trigger()
    assert panel.isHidden()
    assert desk.message() == "No clause is marked yet. What may be wrong is told as soon as one is."
    desk.select("إذ تعيد تأكيد التزامها،")
    desk.type("P")
    desk.window.actions_[command].trigger()
    assert not panel.isHidden() and desk.message() == ""
    desk.press(Qt.Key.Key_Z, CONTROL)
    desk.window.actions_[command].trigger()
    assert not panel.isHidden()
    assert desk.message() == "No clause is marked yet. What may be wrong is told as soon as one is."
