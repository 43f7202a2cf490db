"""Labels of several lines, read off what they paint."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette

from gui.widgets.wrapped_label import WrappedLabel

ARABIC = "حيثية واحدة من أولها إلى الفاصلة التي تنهيها ولا تبدأ بعدها فقرة جديدة في وسط الحيثية"
ENGLISH = "One recital from its first word to the comma that ends it, and no other begins in the middle of it"


@pytest.fixture
def label(qtbot) -> WrappedLabel:
    made = WrappedLabel()
    qtbot.addWidget(made)
    palette = QPalette(QColor("white"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("black"))
    made.setPalette(palette)
    made.setFixedWidth(180)
    made.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    return made


def painted(label: WrappedLabel) -> list[tuple[int, int]]:
    """The first and the last column with ink of each line that has any."""
    label.show()
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    spacing = label.fontMetrics().lineSpacing()
    found = []
    for top in range(0, image.height() - spacing + 1, spacing):
        rows = range(top, top + spacing)
        columns = [x for x in range(image.width()) if any(image.pixelColor(x, y).value() < 128 for y in rows)]
        if columns:
            found.append((columns[0], columns[-1]))
    return found


def show(label: WrappedLabel, text: str, lines: int) -> None:
    label.setText(text)
    label.setFixedHeight(lines * label.fontMetrics().lineSpacing())


def test_lines_from_right_to_left_all_begin_at_the_right_edge(label):
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(label, ARABIC, 6)
    lines = painted(label)
    assert len(lines) == len(label.lines()) > 2
    assert all(right >= 180 - 4 for _, right in lines)


def test_lines_from_left_to_right_all_begin_at_the_left_edge(label):
    label.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    show(label, ENGLISH, 6)
    lines = painted(label)
    assert len(lines) == len(label.lines()) > 2
    assert all(left <= 3 for left, _ in lines)


def test_what_has_no_room_is_cut_short_and_says_so(label):
    show(label, ENGLISH, 2)
    lines = label.lines()
    assert len(lines) == len(painted(label)) == 2
    assert not lines[0].endswith("…")
    assert lines[1].endswith("…")


def test_there_is_always_one_line(label):
    label.setText(ENGLISH)
    label.setFixedHeight(5)
    assert len(label.lines()) == 1


def test_lines_can_be_given(label):
    show(label, "One\n\nThree", 3)
    assert label.lines() == ["One", "", "Three"]


def test_nothing_is_read_as_markup(label):
    show(label, "<b>bold</b>", 1)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.lines() == ["<b>bold</b>"]


def test_an_empty_one_paints_nothing(label):
    show(label, "", 1)
    assert painted(label) == []


def test_it_takes_the_height_that_its_lines_need(label):
    label.setText(ENGLISH)
    needed = label.heightForWidth(180)
    label.setFixedHeight(needed)
    assert not label.lines()[-1].endswith("…")


@pytest.mark.parametrize(
    "side, begun", [(Qt.LayoutDirection.LeftToRight, "\u2067"), (Qt.LayoutDirection.RightToLeft, "\u200e\u2067")]
)
def test_a_line_that_is_cut_runs_as_it_did_in_the_whole_text(label, side, begun):
    label.setLayoutDirection(side)
    show(label, f"One recital from its first \u2067{ARABIC}\u2069 to the end", 2)
    assert label.lines()[-1].startswith(f"{begun}واحدة")
    show(label, f"One recital from its first {ARABIC} to the end", 2)
    assert label.lines()[-1].startswith("\u200eواحدة")
