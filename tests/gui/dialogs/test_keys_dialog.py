import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.commands.actions import shown_key
from gui.dialogs.keys_dialog import KeysDialog

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(desk, qtbot) -> KeysDialog:
    desk.window.actions_.keymap.set_labels({label.key: label.id for label in desk.project.scheme.labels()})
    dialog = KeysDialog(desk.window.actions_, desk.session, desk.window)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def keymap(desk):
    return desk.window.actions_.keymap


def press(widget, key: int, held=NONE, text: str = "") -> None:
    QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def ask(dialog, command: str) -> None:
    dialog.select(command)
    press(dialog.view, int(Qt.Key.Key_Return))
    assert dialog.recorder.isVisible()
    assert dialog.focusWidget() is dialog.recorder


def test_a_free_key_is_added_at_once(dialog, keymap, desk):
    ask(dialog, "merge")
    press(dialog.recorder, ord("ت"), CONTROL, "ت")
    assert keymap.keys("merge") == ("Ctrl+M", "Ctrl+J")
    assert dialog.words.text() == f"“Merge with the next” has the key {shown_key('Ctrl+J')} now."
    assert dialog.current().id == "merge"
    assert dialog.current().keys == ("Ctrl+M", "Ctrl+J")
    assert dialog.focusWidget() is dialog.view
    assert [key.toString() for key in desk.window.actions_["merge"].shortcuts()] == ["Ctrl+M", "Ctrl+J"]


def test_a_key_of_another_command_is_taken_only_when_one_says_so(dialog, keymap):
    ask(dialog, "merge")
    press(dialog.recorder, int(Qt.Key.Key_Slash), CONTROL)
    assert dialog.words.text() == f"{shown_key('Ctrl+/')} belongs to “Split at the caret”."
    assert keymap.owner("Ctrl+/") == "split"
    assert dialog.focusWidget() is dialog.take
    dialog.take.click()
    assert keymap.owner("Ctrl+/") == "merge"
    assert keymap.keys("split") == ()


def test_escape_leaves_the_question_first_and_then_the_dialog(dialog, keymap):
    ask(dialog, "merge")
    press(dialog.recorder, int(Qt.Key.Key_Slash), CONTROL)
    press(dialog.take, int(Qt.Key.Key_Escape))
    assert dialog.isVisible()
    assert not dialog.recorder.isVisible()
    assert keymap.owner("Ctrl+/") == "split"
    ask(dialog, "merge")
    press(dialog.recorder, int(Qt.Key.Key_Escape))
    assert dialog.focusWidget() is dialog.view
    press(dialog.view, int(Qt.Key.Key_Escape))
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "key, held, words",
    [
        (int(Qt.Key.Key_P), NONE, "{} marks “Preambular paragraph” in this project."),
        (int(Qt.Key.Key_Left), CONTROL, "{} moves the caret in the text."),
        (int(Qt.Key.Key_F4), Qt.KeyboardModifier.AltModifier, "{} belongs to the system."),
        (int(Qt.Key.Key_E), Qt.KeyboardModifier.AltModifier, "{} opens the menu “Edit”."),
        (int(Qt.Key.Key_C), CONTROL, "{} always means “Copy”."),
        (int(Qt.Key.Key_Tab), NONE, "An action cannot have this key."),
    ],
)
def test_keys_that_cannot_be_had_are_refused_with_the_reason_and_one_may_press_another(
    dialog, keymap, key, held, words
):
    ask(dialog, "merge")
    press(dialog.recorder, key, held)
    assert dialog.words.text() == words.format(shown_key(dialog.recorder.key))
    assert not dialog.take.isVisible()
    press(dialog.recorder, int(Qt.Key.Key_J), CONTROL)
    assert keymap.keys("merge") == ("Ctrl+M", "Ctrl+J")


def test_delete_takes_a_key_away_and_asks_which_of_several(dialog, keymap, monkeypatch):
    dialog.select("merge")
    press(dialog.view, int(Qt.Key.Key_Delete))
    assert keymap.keys("merge") == ()
    assert not dialog.remove.isEnabled()
    asked = []
    monkeypatch.setattr(dialog, "choose_key", lambda keys: asked.append(keys) or keys[1])
    dialog.select("redo")
    press(dialog.view, int(Qt.Key.Key_Delete))
    assert asked == [("Ctrl+Shift+Z", "Ctrl+Y")]
    assert keymap.keys("redo") == ("Ctrl+Shift+Z",)


def test_one_command_and_all_commands_get_their_usual_keys_back(dialog, keymap, monkeypatch):
    keymap.give("split", "Ctrl+M")
    dialog.select("merge")
    assert dialog.usual.isEnabled()
    dialog.usual.click()
    assert (keymap.keys("merge"), keymap.keys("split")) == (("Ctrl+M",), ("Ctrl+/",))
    assert "“Split at the caret”" in dialog.words.text()
    assert not dialog.usual.isEnabled()
    keymap.give("nest", "Ctrl+M")
    for answer in (False, True):
        monkeypatch.setattr(dialog, "confirm", lambda _, answer=answer: answer)
        dialog.all_usual.click()
        assert (keymap.owner("Ctrl+M") == "merge") == answer


def test_fixed_commands_and_labels_are_shown_but_not_changed(dialog, keymap, qtbot):
    dialog.select("copy")
    assert not dialog.add.isEnabled()
    assert dialog.words.text() == "These keys cannot be changed."
    press(dialog.view, int(Qt.Key.Key_Delete))
    assert keymap.keys("copy") == ("Ctrl+C",)
    dialog.select("label:preambular")
    assert dialog.current().keys == ("P",)
    press(dialog.view, int(Qt.Key.Key_Return))
    assert not dialog.recorder.isVisible()
    with qtbot.waitSignal(dialog.scheme_requested):
        dialog.labels.click()


def test_the_list_is_filtered_by_name_and_by_key(dialog):
    dialog.filter.setText("ctrl+shift+m")
    assert [row.id for row in dialog.model.rows() if row.id] == ["merge_previous"]
    assert dialog.current().id == "merge_previous"
    dialog.filter.setText("تراجع")
    assert "undo" in [row.id for row in dialog.model.rows()]
    dialog.filter.setText("qqqq")
    assert dialog.words.text() == "Nothing is called that."
    assert not dialog.add.isEnabled()


def test_a_key_that_a_label_has_in_this_project_is_told(dialog, keymap):
    keymap.set_labels({})
    keymap.give("merge", "7")
    keymap.set_labels({"7": "title"})
    dialog.select("split")
    dialog.select("merge")
    assert dialog.words.text() == f"{shown_key('7')} marks “Title” in this project."


def test_it_works_without_a_project(desk, qtbot):
    desk.session.set_project(None)
    dialog = KeysDialog(desk.window.actions_, desk.session)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.labels.isVisible()
    assert dialog.model.rowCount() > 50


def test_it_opens_at_the_top_of_the_list(dialog):
    assert dialog.view.verticalScrollBar().value() == 0
