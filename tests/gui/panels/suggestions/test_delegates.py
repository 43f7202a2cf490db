import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.item_models.suggestions import SimilarModel, SimilarRow, SuggestionModel, SuggestionRow
from gui.panels.suggestions import delegates as room
from gui.panels.suggestions.delegates import SimilarDelegate, SuggestionDelegate
from gui.widgets.row_icons import SIGN
from gui.widgets.row_painting import RowCursor, smaller, text_width
from model.suggestion.suggester import Similar, Suggestion

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
BOTH = pytest.mark.parametrize("direction", [LEFT, RIGHT])
WIDTH, AROUND = 280, 40  # of a row, and of the ground around it that must stay as it is
OUTSIDE = QColor("#ff00ff")
LONG = "نزع السلاح النووي NUCLEAR DISARMAMENT " * 8


def suggestions(
    *, assign: bool = False, label: str = "PEACE", second: str = "السلام", chance: float = 0.99
) -> SuggestionModel:
    model = SuggestionModel()
    like = ("A/RES/58/3", "A/RES/57/9")
    suggestion = Suggestion("t", chance, assign, ((0, 5),), 20, True, like)
    model.show_rows([SuggestionRow(suggestion, label, second, like)])
    return model


def similar(*new: str, both: tuple[str, ...] = (), title: str = "السلام") -> SimilarModel:
    model = SimilarModel()
    model.show_rows([SimilarRow(Similar("d", 0.5, frozenset()), "A/RES/58/3", title, new, (), both)])
    return model


def option_of(width: int, height: int, direction: Qt.LayoutDirection) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.rect = QRect(AROUND, AROUND, width, height)
    option.direction, option.palette = direction, QPalette()
    option.state = QStyle.StateFlag.State_Enabled
    return option


def painted(
    delegate: QStyledItemDelegate, model, direction: Qt.LayoutDirection, width: int = WIDTH, *, focused: bool = False
) -> QImage:
    """A row of the height that it wants, with ground around it."""
    option = option_of(width, 0, direction)
    height = delegate.sizeHint(option, model.index(0)).height()
    option.rect.setHeight(height)
    if focused:
        option.state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    image = QImage(width + 2 * AROUND, height + 2 * AROUND, QImage.Format.Format_RGB32)
    image.fill(OUTSIDE)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    return image


def row_of(image: QImage) -> QRect:
    return image.rect().adjusted(AROUND, AROUND, -AROUND, -AROUND)


def spilled(image: QImage) -> int:
    """How many pixels outside the row are painted over."""
    row = row_of(image)
    outside = OUTSIDE.rgb()
    return sum(
        1
        for y in range(image.height())
        for x in range(image.width())
        if not row.contains(x, y) and image.pixel(x, y) != outside
    )


def inked(image: QImage, part: QRect) -> int:
    """How many pixels of a part of the row are not of its ground."""
    ground = QPalette().color(QPalette.ColorRole.Base).rgb()
    return sum(
        1
        for y in range(part.top(), part.bottom() + 1)
        for x in range(part.left(), part.right() + 1)
        if image.pixel(x, y) != ground
    )


def end_of(image: QImage, direction: Qt.LayoutDirection, width: int, *, trailing: bool) -> QRect:
    row = row_of(image)
    part = QRect(row.left(), row.top(), width, row.height())
    return part if (direction == RIGHT) == trailing else part.translated(row.width() - width, 0)


@BOTH
@pytest.mark.parametrize("width", [WIDTH, 90, 60])
@pytest.mark.parametrize("focused", [False, True])
def test_nothing_is_painted_outside_of_a_row(qapp, direction, width, focused):
    long = suggestions(assign=True, label=LONG, second=LONG)
    assert spilled(painted(SuggestionDelegate(), long, direction, width, focused=focused)) == 0
    long = similar(*[LONG] * 3, both=(LONG,), title=LONG)
    assert spilled(painted(SimilarDelegate(), long, direction, width, focused=focused)) == 0


@BOTH
def test_the_chance_stands_at_the_end_and_the_check_at_the_beginning(qapp, direction):
    plain = painted(SuggestionDelegate(), suggestions(label="", second=""), direction)
    other = painted(SuggestionDelegate(), suggestions(label="", second="", chance=0.11), direction)
    row, end = row_of(plain), end_of(plain, direction, 50, trailing=True)
    differ = [
        (x, y)
        for y in range(row.top(), row.bottom() + 1)
        for x in range(row.left(), row.right() + 1)
        if plain.pixel(x, y) != other.pixel(x, y)
    ]
    assert differ
    assert all(end.contains(x, y) for x, y in differ)
    assert inked(plain, end_of(plain, direction, 26, trailing=False)) == 0
    sure = painted(SuggestionDelegate(), suggestions(assign=True, label="", second=""), direction)
    assert inked(sure, end_of(sure, direction, 26, trailing=False)) > 10


@BOTH
def test_a_label_keeps_to_the_side_of_the_row_whatever_its_direction(qapp, direction):
    for label in ("PEACE", "السلام"):
        image = painted(SuggestionDelegate(), suggestions(label=label, second=""), direction)
        empty = painted(SuggestionDelegate(), suggestions(label="", second=""), direction)
        near = end_of(image, direction, 90, trailing=False)
        upper = QRect(near.topLeft(), near.bottomRight()).adjusted(0, 0, 0, -near.height() // 2)
        assert inked(image, upper) - inked(empty, upper) > 40


@BOTH
def test_the_second_label_is_left_out_where_there_is_no_room_for_it(qapp, direction):
    def with_second(label: str, second: str) -> QImage:
        return painted(SuggestionDelegate(), suggestions(label=label, second=second), direction)

    def left_beside(label: str) -> int:
        """What there is of the first line beside a label."""
        option = option_of(WIDTH, 30, direction)
        row = RowCursor(option.rect, direction)
        row.leading(SIGN)
        row.trailing(text_width("100%", smaller(option.font)) + 2)
        return row.rest().width() - text_width(label, option.font) - 8

    assert with_second("PEACE", "السلام") != with_second("PEACE", "")
    assert with_second(LONG, "السلام") == with_second(LONG, "")
    long = next(label for count in range(200) if left_beside(label := "i" * count) < 24)
    assert left_beside(long) > 15  # there is room for a letter and dots
    assert with_second(long, "السلام") == with_second(long, "")
    assert with_second(long[:-2], "السلام") != with_second(long[:-2], "")


def wanted(delegate: QStyledItemDelegate, model, option: QStyleOptionViewItem) -> int:
    """The height of the first row."""
    return delegate.sizeHint(option, model.index(0)).height()


def test_a_suggestion_is_two_lines_high_whatever_it_says(qapp):
    option = option_of(WIDTH, 0, RIGHT)
    lines = QFontMetrics(option.font).height() + QFontMetrics(smaller(option.font)).height()
    for label in ("A", LONG):
        assert wanted(SuggestionDelegate(), suggestions(label=label), option) == lines + 2 * room.PADDING


def test_a_similar_document_is_as_high_as_what_would_be_taken_over_but_not_endlessly(qapp):
    option = option_of(WIDTH, 0, RIGHT)
    one = QFontMetrics(smaller(option.font)).height()

    def lines(*new: str, both: tuple[str, ...] = ()) -> float:
        height = wanted(SimilarDelegate(), similar(*new, both=both), option)
        return (height - QFontMetrics(option.font).height() - 2 * room.PADDING) / one

    assert (lines(), lines("ONE"), lines("ONE", both=(LONG,))) == (1, 1, 2)
    assert 1 < lines(*["NUCLEAR DISARMAMENT"] * 2) < room.WRAPPED
    assert lines(LONG, LONG, LONG) == room.WRAPPED


def test_a_similar_document_is_measured_in_the_width_of_its_list(qtbot):
    view = QListView()
    qtbot.addWidget(view)
    view.resize(700, 200)
    view.show()
    option, model = option_of(100, 0, LEFT), similar(*["NUCLEAR DISARMAMENT"] * 4)
    narrow = wanted(SimilarDelegate(), model, option)
    option.widget = view
    assert wanted(SimilarDelegate(), model, option) < narrow


@BOTH
def test_only_what_would_be_taken_over_is_as_plain_as_the_title(qapp, direction):
    """Where there is nothing to take over, that is said quietly."""
    text = QPalette().color(QPalette.ColorRole.Text).rgb()

    def dark(image: QImage) -> int:
        row = row_of(image).adjusted(0, row_of(image).height() // 2, 0, 0)
        return sum(
            image.pixel(x, y) == text for y in range(row.top(), row.bottom()) for x in range(row.left(), row.right())
        )

    quietly = dark(painted(SimilarDelegate(), similar(), direction))
    assert dark(painted(SimilarDelegate(), similar(LONG), direction)) > quietly + 20
