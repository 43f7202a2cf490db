from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.item_models.history_list import Filter, HistoryModel
from gui.panels.history.delegate import HistoryDelegate
from gui.style.theme import TEXT_CONTRAST, contrast
from model.annotation import documents


def _painted(desk, row: int, direction=Qt.LayoutDirection.LeftToRight) -> QImage:
    model = HistoryModel()
    model.show_history(desk.project, Filter())
    option = QStyleOptionViewItem()
    option.palette = QPalette()
    option.direction = direction
    option.font = QFont()
    image = QImage(260, 40, QImage.Format.Format_RGB32)
    option.rect = image.rect()
    painter = QPainter(image)
    HistoryDelegate().paint(painter, option, model.index(row))
    painter.end()
    return image


def _longest_run(image: QImage) -> int:
    """The longest horizontal line of one colour that is not the ground."""
    ground = image.pixelColor(0, 0)
    longest = 0
    for y in range(image.height()):
        run, before = 0, ground
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            run = run + 1 if colour == before and colour != ground else 0
            before = colour
            longest = max(longest, run)
    return longest


def test_what_was_undone_is_struck_out(qtbot, desk):
    with desk.project.operation("write note") as writing:
        documents.set_note(writing, desk.document, "x")
    plain = _longest_run(_painted(desk, 0))
    desk.project.undo()
    assert _longest_run(_painted(desk, 0)) > 30 > plain


def test_a_row_is_mirrored_with_the_window(qtbot, desk):
    def weight(image: QImage) -> tuple[int, int]:
        ground, middle = image.pixelColor(0, 0), image.width() // 2
        marks = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != ground]
        return sum(x < middle for x in marks), sum(x >= middle for x in marks)

    left, right = weight(_painted(desk, 0))
    mirrored_left, mirrored_right = weight(_painted(desk, 0, Qt.LayoutDirection.RightToLeft))
    assert left > right
    assert mirrored_right > mirrored_left


def test_what_is_quiet_can_still_be_read(qtbot, desk):
    desk.project.undo()
    image = _painted(desk, 0)
    ground = image.pixelColor(0, 0)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert max(contrast(QColor(colour), ground) for colour in colours) >= TEXT_CONTRAST
