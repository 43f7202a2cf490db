import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from gui.dialogs.command_delegate import CommandDelegate
from gui.item_models.commands import CommandModel, Row
from gui.style.theme import theme_of
from model.annotation.layers import read_scheme

SIZE = (400, 26)


@pytest.fixture
def drawn(qtbot):
    """Paints one row as it looks in a direction."""
    view = QListView()
    qtbot.addWidget(view)
    model = CommandModel(view)
    delegate = CommandDelegate(theme_of(view.palette(), read_scheme()), view, most_keys=2)

    def draw(row: Row, direction=Qt.LayoutDirection.LeftToRight, state=QStyle.StateFlag.State_Enabled) -> QImage:
        model.set_rows([row])
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, *SIZE)
        option.direction = direction
        option.palette = view.palette()
        option.font = view.font()
        option.state = state
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(view.palette().base().color())
        painter = QPainter(image)
        delegate.paint(painter, option, model.index(0))
        painter.end()
        return image

    return draw


def inked(image: QImage) -> list[int]:
    """The columns of pixels in which something is."""
    ground = QColor(Qt.GlobalColor.white)
    return [x for x in range(SIZE[0]) if any(image.pixelColor(x, y) != ground for y in range(SIZE[1]))]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_name_stands_at_the_leading_side_and_keys_at_the_trailing_one(drawn, direction):
    leading = inked(drawn(Row("a", "Name"), direction))
    both = inked(drawn(Row("a", "Name", keys=("Ctrl+M",)), direction))
    trailing = set(both) - set(leading)
    assert leading
    if direction == Qt.LayoutDirection.RightToLeft:
        assert max(trailing) < SIZE[0] / 2 < min(leading)
    else:
        assert max(leading) < SIZE[0] / 2 < min(trailing)


def test_so_many_keys_are_shown_and_no_more(drawn):
    two, three = (Row("a", "Name", keys=keys) for keys in (("A", "B"), ("A", "B", "C")))
    assert drawn(two) == drawn(three)
    assert drawn(two) != drawn(Row("a", "Name", keys=("A",)))


def test_what_cannot_be_done_is_dim(drawn):
    assert drawn(Row("a", "Name", enabled=False)) != drawn(Row("a", "Name"))


def test_what_is_on_has_a_check_mark_and_a_label_its_colour(drawn):
    assert drawn(Row("a", "Name", checked=True)) != drawn(Row("a", "Name"))
    image = drawn(Row("a", "Name", label="title"))
    colour = theme_of(QListView().palette(), read_scheme()).of_label("title").strong
    assert any(image.pixelColor(x, SIZE[1] // 2) == colour for x in range(30))


def test_the_selected_row_is_tinted_and_a_heading_is_not(drawn):
    selected = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Selected
    assert len(inked(drawn(Row("a", "Name"), state=selected))) == SIZE[0]
    assert len(inked(drawn(Row("", "Name", heading=True), state=selected))) < SIZE[0] / 2


def test_a_long_name_is_cut_before_the_keys(drawn):
    long = drawn(Row("a", "A very long name " * 10, path="Mark", keys=("Ctrl+M",)))
    keys = drawn(Row("a", "", path="Mark", keys=("Ctrl+M",)))
    right = QRect(SIZE[0] - 60, 0, 60, SIZE[1])
    assert long.copy(right) == keys.copy(right)
