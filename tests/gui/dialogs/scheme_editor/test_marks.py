import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from gui.dialogs.scheme_editor.marks import ColourField, ColourSample, KeyField


@pytest.mark.parametrize("dark", [False, True])
def test_a_sample_has_the_colours_of_the_text(qtbot, dark):
    sample = ColourSample(dark)
    qtbot.addWidget(sample)
    sample.resize(200, 40)
    sample.set_colour("#3f9b63")
    image = sample.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    for colour in (sample.theme.ground, sample.colours.fill, sample.colours.strong, sample.colours.bar):
        assert colour.name() in seen
    assert sample.theme.dark == dark
    assert sample.contrast() >= 4.5


def test_what_is_being_typed_is_shown_as_soon_as_it_is_a_colour(qtbot):
    field = ColourField()
    qtbot.addWidget(field)
    told = []
    field.entered.connect(told.append)
    field.show_colour("#000000")
    before = field.samples[False].colours
    field.code.setText("#ff00")
    assert field.samples[False].colours == before
    field.code.setText("#ff0000")
    assert field.samples[False].colours != before
    assert told == []
    field.restore()
    assert field.colour == "#000000"
    assert field.samples[False].colours == before


def test_keys_with_ctrl_or_alt_and_keys_that_move_are_not_taken(qtbot):
    field = KeyField()
    qtbot.addWidget(field)
    told = []
    field.entered.connect(told.append)
    for key, modifiers, text in (
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, ""),
        (Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier, "a"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"),
    ):
        QCoreApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    assert told == []
    press = QKeyEvent(QEvent.Type.KeyPress, int(Qt.Key(ord("ش"))), Qt.KeyboardModifier.NoModifier, "ش")
    QCoreApplication.sendEvent(field.line, press)
    assert told == ["A"]


def test_no_shortcut_of_the_window_takes_a_plain_key_away(qtbot):
    field = KeyField()
    qtbot.addWidget(field)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s")
    event.ignore()
    field.line.event(event)
    assert event.isAccepted()
