import json

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui import scheme_operations
from gui.dialogs.scheme_editor.dialog import SchemeEditor
from gui.dialogs.scheme_editor.questions import DELETE_MARKS, NewItem
from gui.item_models.scheme import SchemeRole
from gui.operations import relabel
from gui.scheme_operations import NAMES
from gui.widgets.tool_tips import plain_tool_tip
from model.annotation import scheme_edits as edits
from model.annotation.colours import VISIBLE, difference
from model.annotation.layers import read_scheme
from model.annotation.scheme_use import Use
from model.formats.scheme_json import To, as_bytes, read
from model.project import Project


def labels(project: Project) -> list[str]:
    return [label.id for label in project.scheme.labels()]


def test_it_opens_on_the_first_label_with_all_marks_counted(qtbot, scheme_desk):
    editor = scheme_desk.editor
    assert editor.chosen == ("label", "adoption")
    assert editor.pages.currentWidget() is editor.label_page
    counts = {
        label: editor.model.index_of(("label", label)).data(SchemeRole.COUNT) for label in labels(scheme_desk.project)
    }
    assert {label: count for label, count in counts.items() if count} == {
        "operative": 3, "subclause": 3, "preambular": 3, "title": 1,
    }  # fmt: skip
    scheme_desk.choose("label", "title")
    qtbot.waitUntil(lambda: editor.label_page.use.text() == "1 in 1")
    scheme_desk.choose("label", "table")
    assert editor.label_page.use.text() == ""
    qtbot.waitUntil(lambda: editor.label_page.use.text() == "not in use")


def test_the_tree_leads_to_the_pages_by_keyboard(qtbot, scheme_desk):
    editor = scheme_desk.editor
    editor.tree.setFocus()
    scheme_desk.press(editor.tree, Qt.Key.Key_Home)
    assert editor.pages.currentWidget() is editor.scheme_page
    scheme_desk.press(editor.tree, Qt.Key.Key_Down)
    assert editor.chosen == ("layer", "clause")
    assert editor.pages.currentWidget() is editor.layer_page
    scheme_desk.press(editor.tree, Qt.Key.Key_End)
    assert editor.chosen == ("label", "footnote")


def test_layers_and_labels_are_added_and_chosen(qtbot, scheme_desk):
    editor, ask = scheme_desk.editor, scheme_desk.ask
    ask.new = NewItem({"ar": "أصوات", "en": "Voices"}, "voices")
    qtbot.mouseClick(editor.add_layer, Qt.MouseButton.LeftButton)
    assert editor.chosen == ("layer", "voices")
    assert ask.asked[-1] == ("layer", "clause", "lead", "reference", "descriptors")
    ask.new = NewItem({"ar": "متكلم", "en": "Speaker"}, "speaker")
    qtbot.mouseClick(editor.add_label, Qt.MouseButton.LeftButton)
    assert editor.chosen == ("label", "speaker")
    assert scheme_desk.project.scheme.label("speaker").layer == "voices"
    others = {label.colour for label in scheme_desk.project.scheme.labels() if label.id != "speaker"}
    assert all(difference(editor.label_page.colour.code.text(), colour) >= VISIBLE for colour in others)
    assert scheme_desk.names()[:2] == ["add label", "add layer"]
    ask.new = None
    qtbot.mouseClick(editor.add_label, Qt.MouseButton.LeftButton)
    assert scheme_desk.names()[:2] == ["add label", "add layer"]


def test_a_label_without_marks_is_deleted_at_once(scheme_desk):
    scheme_desk.choose("label", "table")
    scheme_desk.editor.acts.delete()
    assert "table" not in labels(scheme_desk.project)
    assert scheme_desk.ask.asked == []
    assert scheme_desk.editor.chosen == ("label", "closing")  # what stands there now


def test_of_a_label_in_use_it_is_asked_where_its_marks_go(scheme_desk):
    project, ask = scheme_desk.project, scheme_desk.ask
    scheme_desk.choose("label", "operative")
    scheme_desk.editor.acts.delete()
    assert ask.asked[-1][:3] == ("fate", "operative", Use(3, 3, 0))
    assert "operative" in labels(project)  # nothing was answered
    ask.fate = To("paragraph")
    scheme_desk.editor.acts.delete()
    assert [span.label for span in project.spans(scheme_desk.documents[0])] == ["preambular", "paragraph", "subclause"]
    project.undo()
    ask.fate = DELETE_MARKS
    scheme_desk.choose("label", "preambular")
    scheme_desk.editor.acts.delete()
    assert [span.label for span in project.spans(scheme_desk.documents[0])] == ["operative", "subclause"]
    scheme_desk.choose("label", "title")
    scheme_desk.editor.acts.delete()
    assert ask.asked[-1][:3] == ("fate", "title", Use(1, 1, 1))


def test_what_the_rules_forbid_is_said_in_the_editor_and_nothing_changes(scheme_desk):
    scheme_desk.choose("label", "subclause")
    scheme_desk.ask.fate = To("title")
    scheme_desk.editor.acts.delete()
    assert "subclause" in labels(scheme_desk.project)
    assert "“Title” cannot stand inside “Operative paragraph”" in scheme_desk.said()
    assert "A_RES_0" in scheme_desk.said()
    scheme_desk.editor.acts.move(1)
    assert scheme_desk.said() == ""


def test_delete_in_the_tree_deletes_what_is_chosen_there(qtbot, scheme_desk):
    editor = scheme_desk.editor
    editor.activateWindow()
    scheme_desk.choose("label", "table")
    editor.tree.setFocus()
    qtbot.waitUntil(editor.tree.hasFocus)
    qtbot.keyClick(editor.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert labels(scheme_desk.project).index("table") == 9
    qtbot.keyClick(editor.tree, Qt.Key.Key_Delete)
    assert "table" not in labels(scheme_desk.project)


def test_a_layer_in_use_goes_only_when_that_is_sure(scheme_desk):
    scheme_desk.choose("layer", "lead")
    scheme_desk.editor.acts.delete()
    assert [layer.id for layer in scheme_desk.project.scheme.layers] == ["clause", "reference"]
    scheme_desk.choose("layer", "clause")
    scheme_desk.editor.acts.delete()
    assert scheme_desk.ask.asked[-1] == ("layer", "clause", Use(10, 3, 1))
    assert len(scheme_desk.project.scheme.layers) == 2
    scheme_desk.ask.sure = True
    scheme_desk.editor.acts.delete()
    assert [layer.id for layer in scheme_desk.project.scheme.layers] == ["reference"]
    assert scheme_desk.project.counts().spans == 0


def test_rows_are_moved_and_stay_chosen(qtbot, scheme_desk):
    scheme_desk.choose("label", "source")
    qtbot.mouseClick(scheme_desk.editor.up, Qt.MouseButton.LeftButton)
    assert labels(scheme_desk.project)[:2] == ["source", "adoption"]
    assert scheme_desk.editor.chosen == ("label", "source")
    assert scheme_desk.editor.tree.currentIndex().data() == "Source line"
    scheme_desk.choose("layer", "reference")
    qtbot.mouseClick(scheme_desk.editor.up, Qt.MouseButton.LeftButton)
    assert [layer.id for layer in scheme_desk.project.scheme.layers] == ["clause", "reference", "lead"]
    assert scheme_desk.editor.chosen == ("layer", "reference")


def test_undo_and_redo_work_in_the_editor_also_under_an_arabic_layout(qtbot, scheme_desk):
    editor, project = scheme_desk.editor, scheme_desk.project
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    scheme_desk.choose("label", "table")
    field = editor.label_page.names.fields["en"]
    field.setFocus()
    field.setText("Chart")
    scheme_desk.press(field, Qt.Key.Key_Return)
    assert project.scheme.label("table").name("en") == "Chart"
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert project.scheme.label("table").name("en") == field.text() == "Table"
    assert scheme_desk.said() == "Undone: rename label"
    qtbot.keyClick(field, Qt.Key.Key_Z, control | shift)
    assert project.scheme.label("table").name("en") == field.text() == "Chart"
    scheme_desk.press(field, Qt.Key(ord("ئ")), "ئ", control)  # where Z is
    assert project.scheme.label("table").name("en") == "Table"
    assert editor.redo_button.isEnabled()
    assert editor.redo_button.toolTip() == plain_tool_tip("Redo rename label")


def test_what_is_typed_and_not_taken_yet_is_the_fields_own_to_undo(qtbot, scheme_desk):
    editor = scheme_desk.editor
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    before = scheme_desk.names()
    field = editor.label_page.names.fields["en"]
    field.setFocus()
    field.end(False)
    qtbot.keyClicks(field, "xy")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Adoption line"
    assert scheme_desk.names() == before


def test_closing_takes_what_was_typed(scheme_desk):
    field = scheme_desk.editor.label_page.definitions.fields["en"]
    field.setFocus()
    field.setPlainText("First line.\nSecond.")
    scheme_desk.editor.reject()
    assert scheme_desk.project.scheme.label("adoption").definition("en") == "First line.\nSecond."


def test_it_does_not_close_over_what_was_refused(scheme_desk):
    page = scheme_desk.editor.label_page
    for field in page.names.fields.values():
        field.setText("")
    scheme_desk.editor.close()
    assert scheme_desk.editor.isVisible()
    assert "needs a name" in scheme_desk.said()
    assert page.names.fields["ar"].text() == "سطر الاعتماد"
    scheme_desk.editor.close()
    assert not scheme_desk.editor.isVisible()


def test_choosing_another_row_takes_what_was_typed_for_the_one_before(scheme_desk):
    scheme_desk.editor.label_page.names.fields["en"].setText("Adopted")
    scheme_desk.choose("label", "title")
    assert scheme_desk.project.scheme.label("adoption").name("en") == "Adopted"
    assert scheme_desk.editor.label_page.names.fields["en"].text() == "Title"


def test_why_something_was_refused_can_be_read_on_the_next_row_and_goes_then(scheme_desk):
    for field in scheme_desk.editor.label_page.names.fields.values():
        field.setText("")
    scheme_desk.choose("label", "title")
    assert "“adoption” needs a name" in scheme_desk.said()
    scheme_desk.choose("label", "source")
    assert scheme_desk.said() == ""


def test_it_follows_what_others_write(qtbot, scheme_desk):
    editor, project = scheme_desk.editor, scheme_desk.project
    with Project.open(project.path, "Badr") as other:
        scheme_operations.rename_label(other, "adoption", {"en": "Opening"})
        scheme_operations.delete_label(other, "table")
        span = next(span for span in other.spans(scheme_desk.documents[0]) if span.label == "operative")
        relabel(other, span.id, "paragraph")
    scheme_desk.session.refresh()
    assert editor.label_page.names.fields["en"].text() == "Opening"
    assert not editor.model.index_of(("label", "table")).isValid()
    qtbot.waitUntil(lambda: editor.model.index_of(("label", "paragraph")).data(SchemeRole.COUNT) == 1)


def test_shown_again_it_is_as_the_project_is_then(scheme_desk):
    editor = scheme_desk.editor
    editor.close()
    scheme_operations.rename_label(scheme_desk.project, "adoption", {"en": "Opening"})
    assert editor.label_page.names.fields["en"].text() == "Adoption line"
    editor.show()
    assert editor.label_page.names.fields["en"].text() == "Opening"


def test_what_one_is_typing_stays_while_others_write(qtbot, scheme_desk):
    field = scheme_desk.editor.label_page.names.fields["en"]
    scheme_desk.editor.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("My na")
    with Project.open(scheme_desk.project.path, "Badr") as other:
        scheme_operations.set_colour(other, "adoption", "#123456")
    scheme_desk.session.refresh()
    assert scheme_desk.editor.label_page.colour.colour == "#123456"
    assert field.text() == "My na"


def test_a_scheme_is_written_and_read(scheme_desk, tmp_path):
    editor, ask, project = scheme_desk.editor, scheme_desk.ask, scheme_desk.project
    ask.path = tmp_path / "mine.json"
    editor.acts.export_scheme()
    assert read(ask.path) == project.scheme
    assert ask.asked[-1] == ("save", "un-resolution.json")
    assert "mine.json" in scheme_desk.said()
    fewer = edits.remove_label(edits.remove_label(read_scheme(), "operative"), "table")
    ask.path.write_bytes(as_bytes(fewer))
    editor.acts.import_scheme()
    assert ask.asked[-1] == ("missing", "operative", "table")
    assert "operative" in labels(project)  # thought better of it
    ask.fates = {"operative": To("paragraph"), "table": "drop"}
    editor.acts.import_scheme()
    assert project.scheme == fewer
    assert scheme_desk.names()[0] == "import scheme"
    project.undo()
    assert project.scheme == read_scheme()


def test_a_broken_file_is_told_in_one_sentence(scheme_desk, tmp_path):
    path = scheme_desk.ask.path = tmp_path / "x.json"
    path.write_text(json.dumps({"id": "x"}), "utf-8")
    scheme_desk.editor.acts.import_scheme()
    assert "lacks “version”" in scheme_desk.said()
    path.unlink()
    scheme_desk.editor.acts.import_scheme()
    assert "cannot be read" in scheme_desk.said()
    scheme_desk.ask.path = tmp_path / "no" / "folder.json"
    scheme_desk.editor.acts.export_scheme()
    assert "cannot be written" in scheme_desk.said()


def test_many_marks_are_looked_at_beside_the_window(scheme_desk):
    scheme_desk.editor.work.marks = 10_000
    scheme_desk.choose("label", "subclause")
    scheme_desk.editor.label_page.top.setChecked(False)
    assert not scheme_desk.project.scheme.label("subclause").top
    page = scheme_desk.editor.label_page
    scheme_desk.choose("label", "operative")
    page.top.setChecked(False)
    assert page.top.isChecked()
    assert "Marks that would break this rule" in scheme_desk.said()


def test_it_speaks_another_language_at_once(scheme_desk):
    scheme_desk.session.set_language("ar")
    QApplication.sendEvent(scheme_desk.editor, QEvent(QEvent.Type.LanguageChange))
    assert scheme_desk.editor.tree.currentIndex().data() == "سطر الاعتماد"


def test_every_part_has_a_name_and_can_be_reached_by_keyboard(scheme_desk):
    editor = scheme_desk.editor
    assert editor.tree.accessibleName()
    page = editor.label_page
    for field in (
        *page.names.fields.values(),
        *page.definitions.fields.values(),
        page.colour.code,
        page.key.line,
        page.inside,
    ):
        assert field.accessibleName()
        assert field.focusPolicy() & Qt.FocusPolicy.TabFocus
    for button in editor.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
        assert not button.autoDefault()


def test_another_project_is_edited_as_soon_as_it_is_open(scheme_desk, tmp_path):
    other = Project.create(tmp_path / "other.qarar", "Sara")
    scheme_operations.rename_label(other, "adoption", {"en": "Elsewhere"})
    scheme_desk.editor.label_page.names.fields["en"].setText("meant for the first")
    scheme_desk.session.set_project(other)
    assert scheme_desk.editor.label_page.names.fields["en"].text() == "Elsewhere"
    scheme_desk.editor.flush()
    assert len(other.history(9)) == 1
    scheme_desk.session.set_project(None)
    assert not scheme_desk.editor.isVisible()


def test_all_that_it_does_has_a_name_for_the_history(scheme_desk):
    assert set(scheme_desk.names()) - {"import"} <= set(map(str, NAMES))


def test_markup_in_names_is_shown_as_it_is(scheme_desk):
    scheme_operations.rename_label(scheme_desk.project, "adoption", {"en": "<b>bold</b> &amp"})
    assert scheme_desk.editor.tree.currentIndex().data() == "<b>bold</b> &amp"
    scheme_operations.rename_label(scheme_desk.project, "table", {"en": "<i>x</i>"})
    scheme_desk.editor.work(scheme_operations.set_key, "table", "A")
    assert "<b>bold</b> &amp" in scheme_desk.said()
    assert scheme_desk.editor.message.textFormat() == Qt.TextFormat.PlainText


def test_it_is_a_dialog_of_its_own(scheme_desk):
    assert isinstance(scheme_desk.editor, SchemeEditor)
    assert not scheme_desk.editor.isModal()
