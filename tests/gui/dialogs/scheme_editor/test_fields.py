import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QWidget

from gui.dialogs.scheme_editor.fields import LineField, TextField, TextsField


@pytest.fixture(params=[LineField, TextField])
def field(request, qtbot):
    found = request.param()
    qtbot.addWidget(found)
    found.told = []
    found.entered.connect(found.told.append)
    found.show_text("stored")
    return found


def text(field) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def write(field, new: str) -> None:
    (field.setText if isinstance(field, LineField) else field.setPlainText)(new)


def test_what_was_typed_is_told_once_and_only_if_it_differs(field):
    field.flush()
    write(field, "new")
    field.flush()
    assert field.told == ["new"]
    field.show_text("new")
    field.flush()
    assert field.told == ["new"]


@pytest.mark.parametrize("stored", ["a\u00a0b", "a\u2028b", "a\r\nb", "a\u2029b", " a "])
def test_what_was_only_shown_is_not_told(field, stored):
    field.show_text(stored)
    field.flush()
    assert field.told == []


def test_a_text_in_another_language_stays_as_it_is_when_one_is_written(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    field = TextsField(QFormLayout(parent), parent, lines=True)
    told = []
    field.entered.connect(told.append)
    field.show_texts((("ar", "عنوان"), ("en", "Title:\u00a01")))
    field.fields["ar"].setPlainText("فقرة")
    field.flush()
    assert told == [{"ar": "فقرة", "en": "Title:\u00a01"}]


def test_it_goes_back_to_what_is_stored(field):
    write(field, "new")
    field.restore()
    assert text(field) == "stored"
    field.flush()
    assert field.told == []


def test_undo_is_its_own_only_while_something_is_typed(field):
    def claims() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        field.event(event)
        return event.isAccepted()

    assert not claims()
    write(field, "new")
    assert claims()


def test_markup_is_text(field):
    field.show_text("<b>x</b>")
    assert text(field) == "<b>x</b>"


def test_two_languages_are_told_together_with_the_others(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    field = TextsField(QFormLayout(parent), parent, lines=False)
    told = []
    field.entered.connect(told.append)
    field.show_texts((("ar", "عنوان"), ("fr", "Titre")))
    assert field.fields["ar"].layoutDirection() == Qt.LayoutDirection.RightToLeft
    field.fields["en"].setText("Title")
    field.flush()
    assert told == [{"ar": "عنوان", "en": "Title", "fr": "Titre"}]
    field.restore()
    assert field.texts() == {"ar": "عنوان", "en": "", "fr": "Titre"}
