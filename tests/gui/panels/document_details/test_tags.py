import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.panels.document_details.tags import TagsField


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(TagsField(lambda: ["hard", "annex"], window))
    column.addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def field(window) -> TagsField:
    field = window.findChild(TagsField)
    field.line.setFocus()
    field.show_tags(("hard",))
    return field


def test_tags_are_typed_one_or_several_at_once(field, qtbot):
    for typed, told in (("two  words", ["two words"]), ("a, b،ج ؛ d", ["a", "b", "ج", "d"])):
        field.line.setText(typed)
        with qtbot.waitSignal(field.added) as added:
            qtbot.keyClick(field.line, Qt.Key.Key_Return)
        assert added.args == [told]
        assert field.line.text() == typed  # whoever writes them says when they are written
        field.forget_typed()


def test_leaving_the_line_means_what_is_typed_but_nothing_means_nothing(field, window, qtbot):
    other = next(each for each in window.findChildren(QLineEdit) if each is not field.line)
    with qtbot.assertNotEmitted(field.added):
        other.setFocus()
    field.line.setFocus()
    field.line.setText("annex")
    with qtbot.waitSignal(field.added):
        other.setFocus()


def test_escape_forgets_what_is_typed_and_then_leaves(field, qtbot):
    field.line.setText("ann")
    with qtbot.assertNotEmitted(field.added):
        qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.line, Qt.Key.Key_Escape)


def test_a_click_on_a_tag_takes_it_away(field, qtbot):
    with qtbot.waitSignal(field.removed) as told:
        qtbot.mouseClick(field.chips.chips[0], Qt.MouseButton.LeftButton)
    assert told.args == ["hard"]


def test_only_tags_that_it_has_not_are_completed_to(field):
    known = field.findChild(QStringListModel)
    assert known.stringList() == ["annex"]
    field.show_tags(())
    assert known.stringList() == ["annex", "hard"]


def test_who_reads_only_types_nothing_and_takes_nothing_away(field):
    field.set_writable(False)
    assert field.line.isReadOnly() and not field.chips.chips[0].isEnabled()
