import pytest
from PySide6.QtCore import Qt

from gui.panels.document_details.chips import Chips
from gui.style.theme import TEXT_CONTRAST, contrast


@pytest.fixture
def chips(qtbot) -> Chips:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.resize(200, 100)
    chips.show()
    chips.show_chips([("a", "first of them"), ("b", "second of them"), ("c", "x")], "Click to take it away")
    return chips


def test_they_wrap_within_the_width_and_take_the_height_that_they_need(chips):
    boxes = [chip.geometry() for chip in chips.chips]
    assert all(box.left() >= 0 and box.right() < 200 for box in boxes)
    assert not any(one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert boxes[1].top() > boxes[0].top()
    assert chips.height() == max(box.bottom() for box in boxes) + 1
    chips.resize(60, chips.height())
    assert all(chip.geometry().right() < 60 for chip in chips.chips)


def test_from_right_to_left_the_first_stands_at_the_right(chips):
    chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    chips.resize(201, chips.height())
    assert chips.chips[0].geometry().right() == 200


def test_a_click_or_delete_tells_its_value(chips, qtbot):
    with qtbot.waitSignal(chips.removed) as told:
        qtbot.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    assert told.args == ["b"]
    with qtbot.waitSignal(chips.removed) as told:
        qtbot.keyClick(chips.chips[0], Qt.Key.Key_Delete)
    assert told.args == ["a"]


def test_without_chips_there_is_nothing(chips):
    chips.show_chips([], "")
    assert not chips.isVisible() and chips.height() == 0


def test_the_focus_goes_to_the_neighbour_of_the_one_taken_away(chips, qtbot):
    with qtbot.waitActive(chips):
        chips.activateWindow()
    chips.chips[2].setFocus()
    chips.show_chips([("a", "first of them"), ("b", "second of them")], "")
    assert chips.chips[1].hasFocus()


def test_words_can_be_read(chips):
    image = chips.chips[0].grab().toImage()
    colours = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    ground = image.pixelColor(image.width() // 2, 3)
    assert max(contrast(colour, ground) for colour in colours) >= TEXT_CONTRAST
