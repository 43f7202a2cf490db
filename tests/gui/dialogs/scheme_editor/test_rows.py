import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui import scheme_operations


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_label_is_painted_in_its_colour_at_the_leading_side(scheme_desk, direction):
    editor = scheme_desk.editor
    editor.setLayoutDirection(direction)
    editor.work(scheme_operations.set_colour, "title", "#ff0000")
    rect = editor.tree.visualRect(editor.model.index_of(("label", "title")))
    image = editor.tree.viewport().grab(rect).toImage()
    red = [
        x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == QColor("#ff0000")
    ]
    assert red
    half = image.width() / 2
    assert (max(red) < half) == (direction == Qt.LayoutDirection.LeftToRight)


def test_rows_have_room_for_their_key_cap(scheme_desk):
    tree = scheme_desk.editor.tree
    height = tree.visualRect(scheme_desk.editor.model.index_of(("label", "title"))).height()
    assert height >= tree.fontMetrics().height() + 4
