import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMainWindow

from gui import scheme_operations
from gui.i18n.translation import Translation
from gui.panels.document_details.panel import DocumentPanel
from gui.panels.inspector.fields import ChoiceField
from model.annotation import documents
from model.annotation.metadata import Metadata
from model.project import Project
from tests.gui.panels.inspecting import choose, operations_of, type_into
from tests.gui.tabbing import ReadWindow, tab_round


@pytest.fixture
def window(desk, qtbot) -> QMainWindow:
    desk.session.set_language("en")
    with desk.project.operation("import") as writing:
        for document in (desk.document, desk.other):
            recognised = {"recognised_symbol": "A/RES/59/1", "recognised_adopted": "2004-12-20"}
            writing.update("document", document, **recognised)
    window = ReadWindow()
    window.setCentralWidget(DocumentPanel(desk.session, window))
    qtbot.addWidget(window)
    window.resize(280, 900)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def panel(window) -> DocumentPanel:
    panel = window.centralWidget()
    assert isinstance(panel, DocumentPanel)
    return panel


def known(desk, document: str | None = None) -> documents.Document:
    return desk.project.document(document or desk.document)


def write(qtbot, widget, text: str) -> None:
    """Type into a line anew, and press Enter."""
    widget.setFocus()
    widget.selectAll()
    type_into(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def test_what_is_known_is_shown(desk, panel):
    assert panel.fields["symbol"].text() == "A/RES/59/1"
    assert panel.fields["organ"].currentText() == "not known"
    assert panel.facts["name"].text == "\u2066A_RES_1\u2069"
    assert panel.assignee.currentText() == "nobody"
    assert list(panel.progress) == ["clause", "lead", "reference", "descriptors"]
    assert not panel.recognised["symbol"].isVisibleTo(panel)


def test_a_correction_wins_and_what_was_recognised_stays_in_sight(desk, panel, qtbot):
    write(qtbot, panel.fields["symbol"], "A/RES/59/2")
    assert known(desk).metadata.symbol == "A/RES/59/2"
    assert panel.recognised["symbol"].text == "Recognised: \u2068A/RES/59/1\u2069"
    assert panel.recognised["symbol"].isVisibleTo(panel)
    panel.fields["symbol"].clear()
    qtbot.keyClick(panel.fields["symbol"], Qt.Key.Key_Return)
    assert known(desk).corrected == Metadata()
    assert panel.fields["symbol"].text() == "A/RES/59/1"
    assert not panel.recognised["symbol"].isVisibleTo(panel)
    choose(panel.fields["organ"], "SC")
    assert known(desk).metadata.organ == "SC"
    assert panel.recognised["organ"].text == "Recognised: nothing"


def test_a_wrong_date_is_refused_stays_typed_and_is_said(desk, panel, qtbot):
    said: list[str] = []
    desk.session.message.connect(said.append)
    write(qtbot, panel.fields["adopted"], "20.12.2004")
    assert "2004-12-20" in said[-1]
    assert panel.fields["adopted"].text() == "20.12.2004"
    assert known(desk).metadata.adopted == "2004-12-20"
    desk.session.set_document(desk.other)
    assert panel.fields["adopted"].text() == "2004-12-20"
    desk.session.set_document(desk.document)
    assert panel.fields["adopted"].text() == "20.12.2004"


@pytest.mark.parametrize("typed", ["2005-01-31", "٢٠٠٥-٠١-٣١"])
def test_a_day_of_adoption_is_set_and_made_unknown_again(desk, panel, qtbot, typed):
    with desk.project.operation("import") as writing:
        writing.update("document", desk.document, recognised_adopted=None)
    adopted = panel.fields["adopted"]
    assert adopted.text() == ""
    assert adopted.placeholderText() == "not known"
    write(qtbot, adopted, typed)
    assert known(desk).metadata.adopted == "2005-01-31"
    assert adopted.text() == "2005-01-31"
    adopted.setFocus()
    adopted.selectAll()
    qtbot.keyClick(adopted, Qt.Key.Key_Delete)
    qtbot.keyClick(adopted, Qt.Key.Key_Return)
    assert known(desk).metadata.adopted is None
    assert adopted.text() == ""
    assert operations_of(desk)[:2] == ["correct document data"] * 2


def test_what_is_unknown_is_said_in_the_windows_language(desk, panel, qapp):
    translation = Translation(qapp)
    translation.use("ar")
    QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    words = {name: field.placeholderText() for name, field in panel.fields.items() if name != "organ"}
    translation.use("en")
    translation.leave()
    masculine, feminine = "غير معروف", "غير معروفة"
    assert words == {"symbol": masculine, "session": feminine, "adopted": masculine, "title": masculine}


def test_who_empties_what_the_text_gives_is_told_so(desk, panel, qtbot):
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel.fields["adopted"].setFocus()
    panel.fields["adopted"].selectAll()
    qtbot.keyClick(panel.fields["adopted"], Qt.Key.Key_Delete)
    qtbot.keyClick(panel.fields["adopted"], Qt.Key.Key_Return)
    assert said[-1] == "The text itself gives \u20682004-12-20\u2069: type another value to correct it."
    assert panel.fields["adopted"].text() == "2004-12-20"


def test_a_title_of_several_lines_becomes_one(desk, panel):
    panel.fields["title"].setFocus()
    panel.fields["title"].setPlainText("تعزيز\nالتعاون")
    panel.note.setFocus()
    assert known(desk).metadata.title == "تعزيز التعاون"


def test_a_note_is_written_when_it_is_left_and_to_the_document_it_was_typed_for(desk, panel):
    panel.note.setFocus()
    panel.note.setPlainText("انظر\nالمرفق")
    assert known(desk).note == ""
    panel.fields["symbol"].setFocus()
    assert known(desk).note == "انظر\nالمرفق"
    panel.note.setFocus()
    type_into(panel.note, "! ")
    desk.session.set_document(desk.other)
    assert (known(desk).note, known(desk, desk.other).note) == ("! انظر\nالمرفق", "")
    assert panel.note.toPlainText() == ""


def test_what_others_write_is_shown_but_not_over_what_is_being_typed(desk, panel):
    panel.note.setFocus()
    type_into(panel.note, "mine")
    with Project.open(desk.project.path, "Omar") as other, other.operation("write note on document") as writing:
        documents.set_note(writing, desk.document, "theirs")
        documents.set_tags(writing, desk.document, ["hard"])
        documents.set_progress(writing, desk.document, "clause", "done")
        documents.set_assignee(writing, desk.document, writing.annotator)
    desk.session.refresh()
    assert panel.note.toPlainText() == "mine"
    assert [chip.value for chip in panel.tags.chips.chips] == ["hard"]
    assert panel.progress["clause"].value() == "done"
    assert "Omar" in panel.assignee.currentText()
    told: list[str] = []
    desk.session.message.connect(told.append)
    desk.session.set_document(desk.other)
    assert known(desk).note == "mine"
    assert [message for message in told if message] == [
        "It was changed elsewhere while you typed. What you typed stands now; undo brings that back."
    ]
    desk.project.undo()
    assert known(desk).note == "theirs"


def test_tags_are_put_on_and_taken_off(desk, panel, qtbot):
    write(qtbot, panel.tags.line, "hard, annex")
    assert known(desk).tags == ("annex", "hard")
    assert panel.tags.line.text() == ""
    panel.tags.chips.chips[0].click()
    assert known(desk).tags == ("hard",)
    assert operations_of(desk)[:2] == ["change tags", "change tags"]
    count = len(operations_of(desk))
    write(qtbot, panel.tags.line, "hard")
    assert len(operations_of(desk)) == count


def test_a_tag_that_is_refused_stays_typed(desk, panel, qtbot):
    write(qtbot, panel.tags.line, "x" * 101)
    assert panel.tags.line.text() == "x" * 101
    assert known(desk).tags == ()


def test_a_tag_typed_for_one_document_is_put_on_that_one(desk, panel):
    panel.tags.line.setFocus()
    panel.tags.line.setText("hard")
    desk.session.set_document(desk.other)
    assert (known(desk).tags, known(desk, desk.other).tags) == (("hard",), ())
    assert panel.tags.line.text() == ""


def test_assignee_and_progress_are_chosen(desk, panel):
    assert desk.project.annotator is not None
    choose(panel.assignee, "\u2068Sara\u2069 (me)")
    assert known(desk).assignee == desk.project.annotator.id
    choose(panel.progress["reference"], "done")
    assert known(desk).state("reference") == "done"
    desk.project.undo()
    desk.project.undo()
    assert panel.progress["reference"].value() == "new"
    assert panel.assignee.currentText() == "nobody"


def test_a_new_layer_of_the_scheme_is_a_task_here_too(desk, panel):
    desk.session.set_document(desk.other)
    with desk.project.operation("change scheme") as writing:
        writing.insert(
            "layer", {"id": "own", "position": 9, "names": '{"en": "Own & other"}', "overlap": "free", "within": None}
        )
    assert list(panel.progress) == ["clause", "lead", "reference", "own", "descriptors"]
    choose(panel.progress["own"], "done")
    assert known(desk, desk.other).state("own") == "done"


def test_who_reads_only_can_change_nothing(desk, panel):
    desk.session.set_project(Project.open(desk.project.path, None))
    desk.session.set_document(desk.document)
    assert panel.note.isReadOnly() and panel.fields["symbol"].isReadOnly()
    assert not panel.assignee.isEnabled() and not panel.progress["clause"].isEnabled()
    assert panel.tags.line.isReadOnly()


def test_without_a_document_a_hint_is_shown(desk, panel):
    desk.session.set_document(None)
    assert panel._stack.currentIndex() == 0
    said: list[str] = []
    desk.session.message.connect(said.append)
    panel.focus_note()
    assert said == ["Show a document to see what is known about it."]
    desk.session.set_document(desk.document)
    panel.focus_note()
    assert panel.note.hasFocus()


def test_a_document_that_is_taken_away_leaves_the_panel_empty(desk, panel):
    with desk.project.operation("remove document") as writing:
        documents.remove(writing, desk.document)
    assert panel._stack.currentIndex() == 0
    desk.project.undo()


def test_escape_leads_back_to_the_text(panel, qtbot):
    for widget in (panel.note, panel.fields["symbol"], panel.assignee, panel.tags.line):
        with qtbot.waitSignal(panel.leave_requested):
            qtbot.keyClick(widget, Qt.Key.Key_Escape)


def test_hidden_it_reads_nothing_and_shows_what_is_so_when_it_is_seen_again(desk, panel, monkeypatch):
    panel.hide()
    with monkeypatch.context() as patched:
        patched.setattr(panel, "_read", lambda _: pytest.fail("a document was read"))
        desk.session.set_document(desk.other)
    panel.show()
    assert panel.facts["name"].text == "\u2066A_RES_2\u2069"


def test_choices_are_offered_in_the_windows_language(desk, panel):
    assert isinstance(panel.fields["organ"], ChoiceField)
    choose(panel.fields["organ"], "GA")
    desk.session.set_language("ar")
    assert panel.fields["organ"].value() == "GA"
    assert known(desk).metadata.organ == "GA"


def test_words_of_several_lines_begin_where_reading_does(desk, panel):
    def from_right(field) -> bool:
        return bool(field.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight)

    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        panel.setLayoutDirection(direction)
        assert from_right(panel.note) == (direction == Qt.LayoutDirection.RightToLeft)
        assert from_right(panel.fields["title"])


def test_tab_goes_down_the_panel(panel):
    order = [panel.note, panel.tags.line, panel.assignee, *panel.progress.values(), *panel.fields.values()]
    assert tab_round(panel.note) == order


SCHEME_CHANGES = {
    "key": lambda desk: scheme_operations.set_key(desk.project, "title", ""),
    "label": lambda desk: scheme_operations.add_label(desk.project, "clause", {"en": "Own"}),
    "layer": lambda desk: scheme_operations.add_layer(desk.project, {"en": "Own"}),
    "layer moved": lambda desk: scheme_operations.move_layer(desk.project, "lead", -1),
    "layer gone": lambda desk: scheme_operations.delete_layer(desk.project, "reference"),
    "undo": lambda desk: desk.project.undo(),
    "language": lambda desk: desk.session.set_language("ar"),
}


@pytest.mark.parametrize("change", SCHEME_CHANGES)
def test_what_nobody_edits_is_never_written(desk, panel, window, change):
    """Whatever has the fields made or filled anew."""
    with desk.project.operation("finish") as writing:
        for task in ("clause", "descriptors"):
            documents.set_progress(writing, desk.document, task, "done")
        documents.set_assignee(writing, desk.document, writing.annotator)
        documents.correct_metadata(writing, desk.document, Metadata(organ="SC"))
        documents.set_note(writing, desk.document, "A\u00a0note\u2028\r\nof  its own ")
    scheme_operations.set_key(desk.project, "closing", "")
    SCHEME_CHANGES[change](desk)
    if change == "language":
        QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    before, written = known(desk), operations_of(desk)
    assert {task: panel.progress[task].value() for task in ("clause", "descriptors")} == {
        "clause": "done",
        "descriptors": "done",
    }
    assert panel.progress["lead"].value() == "new"
    assert panel.assignee.value() == before.assignee
    assert panel.fields["organ"].value() == "SC"
    for widget in (panel.note, *panel.progress.values(), panel.assignee, *panel.fields.values()):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    desk.session.set_document(desk.other)
    desk.session.set_document(desk.document)
    window.hide()
    window.show()
    assert known(desk) == before
    assert operations_of(desk) == written


def test_nothing_is_written_of_a_document_that_goes_and_comes_back(desk, panel):
    with desk.project.operation("finish") as writing:
        documents.set_progress(writing, desk.document, "clause", "done")
    with desk.project.operation("remove document") as writing:
        documents.remove(writing, desk.document)
    desk.session.set_document(desk.other)
    desk.project.undo()
    scheme_operations.set_key(desk.project, "closing", "")
    written = operations_of(desk)
    desk.session.set_document(desk.document)
    assert panel.progress["clause"].value() == "done"
    desk.session.set_document(desk.other)
    assert operations_of(desk) == written


def test_a_change_of_the_scheme_leaves_the_keys_where_they_are(desk, panel):
    panel.progress["lead"].setFocus()
    scheme_operations.set_key(desk.project, "closing", "")
    assert panel.progress["lead"].hasFocus()
