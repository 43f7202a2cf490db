import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.panels.inspector.fields import ChoiceField, LimitsField, LineField, NoteField, NumberField, western

VALUES = {
    LineField: ("one", "two", "three"),
    NumberField: ("1", "2.5", "-3"),
    NoteField: ("one", "two\nlines", ""),
    LimitsField: ((1, 2), (3, 4), (5, 60)),
}


@pytest.mark.parametrize("kind", VALUES)
def test_what_was_begun_stays_until_it_is_put_back(qtbot, kind):
    first, typed, new = VALUES[kind]
    field = kind()
    qtbot.addWidget(field)
    field.show_value(first)
    assert (field.value(), field.is_edited()) == (first, False)
    field._display(typed)
    assert field.is_edited()
    field.show_value(new)
    assert (field.value(), field.is_edited()) == (typed, True)
    field.show_value(typed)  # the project has it now
    assert not field.is_edited()
    field._display(first)
    field.settle()
    assert not field.is_edited()
    field.put_back(new)
    assert (field.value(), field.is_edited()) == (new, False)


def test_a_value_that_is_no_choice_is_shown_all_the_same(qtbot):
    field = ChoiceField()
    qtbot.addWidget(field)
    field.set_choices([("", "Not said"), ("a", "A")])
    field.put_back("old")
    assert (field.value(), field.currentText()) == ("old", "old")
    field.put_back("a")
    assert field.currentText() == "A"
    field.put_back("")
    assert field.currentText() == "Not said"


def test_what_is_offered_or_shown_is_no_edit(qtbot):
    field = ChoiceField()
    qtbot.addWidget(field)
    field.set_choices([("new", "New"), ("done", "Done")])
    assert not field.is_edited()  # though it holds the first and was shown nothing
    field.show_value("done")
    field.set_choices([("new", "جديد"), ("done", "منجز")])
    assert (field.currentText(), field.is_edited()) == ("منجز", False)
    field.setCurrentIndex(0)
    assert not field.is_edited()
    field.activated.emit(0)
    assert field.is_edited()


def test_what_stands_in_a_note_is_what_was_shown(qtbot):
    field = NoteField()
    qtbot.addWidget(field)
    field.show_value("a\u00a0b\u2028c\nd")
    assert field.value() == "a\u00a0b\u2028c\nd"
    field.show_value("a\r\nb")
    assert not field.is_edited()


def test_digits_of_every_keyboard_become_western_ones():
    assert western("٣٫١٤ ۷ 5") == "3.14 7 5"


@pytest.mark.parametrize("typed, kept", [("-2.5", "-2.5"), ("٢٫٥", "2.5"), ("1e5", "15"), ("a", ""), ("+7", "+7")])
def test_only_decimal_numbers_can_be_typed(qtbot, typed, kept):
    field = NumberField()
    qtbot.addWidget(field)
    for letter in typed:
        field.insert(letter)
    assert field.text() == kept


def test_limits_are_committed_when_both_lines_are_left(qtbot):
    window = QWidget()
    field, elsewhere = LimitsField(window), LineField(window)
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(elsewhere)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    committed: list[bool] = []
    field.events.committed.connect(lambda: committed.append(True))
    field.start.setFocus()
    field.end.setFocus()
    field.start.setFocus()
    assert committed == []
    elsewhere.setFocus()
    assert committed == [True]


def test_a_field_that_is_only_read_keeps_what_it_shows(qtbot):
    for kind, (first, _, _) in VALUES.items():
        field = kind()
        qtbot.addWidget(field)
        field.put_back(first)
        field.set_writable(False)
        line = field.start if isinstance(field, LimitsField) else field
        qtbot.keyClick(line, Qt.Key.Key_7)
        assert field.value() == first


@pytest.mark.parametrize("arabic", [False, True])
def test_lines_begin_where_reading_does(qtbot, arabic):
    around = QWidget()
    qtbot.addWidget(around)
    note = NoteField(around, arabic=arabic)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        around.setLayoutDirection(direction)
        from_right = arabic or direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        assert note.document().defaultTextOption().alignment() == side
        assert note.wordWrapMode() == note.document().defaultTextOption().wrapMode()
