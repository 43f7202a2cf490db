from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.item_models.problems import ProblemModel
from gui.panels.problems.delegate import ROOMY, ProblemDelegate
from gui.style.theme import theme_of
from model.checking.problems import Problem
from model.errors import UserError
from tests.model.checking.marked import FRAME, LIST, SCHEME, Marked

FOUND = Marked(*FRAME, LIST, ("operative", "2 - <تؤيد> التقرير"), "كله؛", ("operative", "4 - <تقرر> أمرا.")).problems()


def _painted(
    row: int,
    width: int = 600,
    direction=Qt.LayoutDirection.LeftToRight,
    palette: QPalette | None = None,
    found: Sequence[Problem] = FOUND,
) -> QImage:
    model = ProblemModel()
    model.show(found, SCHEME, "en")
    option = QStyleOptionViewItem()
    option.palette = palette or QPalette()
    option.direction = direction
    delegate = ProblemDelegate(theme_of(option.palette, SCHEME))
    height = delegate.sizeHint(option, model.index(row)).height()
    option.rect = QRect(0, 0, width, height)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row))
    painter.end()
    return image


def _ink(image: QImage, part: QRect) -> int:
    """How many points of a part are not of the ground."""
    ground = image.pixelColor(image.width() // 2, 0)
    return sum(
        image.pixelColor(x, y) != ground
        for x in range(part.left(), part.right())
        for y in range(part.top(), part.bottom())
    )


def _trailing(image: QImage, share: int) -> QRect:
    return QRect(
        image.width() - image.width() // share, image.height() // 2, image.width() // share, image.height() // 2
    )


def test_a_row_that_can_be_mended_says_how(qtbot):
    fixed, plain = _painted(0), _painted(1)
    assert _ink(fixed, _trailing(fixed, 3)) > 100
    assert _ink(plain, _trailing(plain, 3)) == 0


def test_a_narrow_row_shows_the_key_alone(qtbot):
    assert FOUND[0].fix is not None
    other = [replace(FOUND[0], fix=replace(FOUND[0].fix, message=UserError("Something else")))]
    narrow = ROOMY - 1
    assert _painted(0, ROOMY) != _painted(0, ROOMY, found=other)
    assert _painted(0, narrow) == _painted(0, narrow, found=other)
    assert _painted(0, narrow) != _painted(0, narrow, found=[replace(FOUND[0], fix=None)])


def test_a_row_is_mirrored_with_the_window(qtbot):
    left, right = _painted(1), _painted(1, direction=Qt.LayoutDirection.RightToLeft)
    half = QRect(0, 0, 300, left.height())
    assert _ink(left, half) > 2 * _ink(right, half)


def test_it_can_be_read_in_the_dark(qtbot):
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#17181a"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#e8eaed"))
    image = _painted(0, palette=palette)
    assert image.pixelColor(300, 0).lightness() < 40
    assert max(image.pixelColor(x, y).lightness() for x in range(30, 300) for y in range(image.height())) > 180


def test_the_current_row_is_framed(qtbot):
    model = ProblemModel()
    model.show(FOUND, SCHEME, "en")
    images = []
    for state in (QStyle.StateFlag.State_None, QStyle.StateFlag.State_HasFocus):
        option = QStyleOptionViewItem()
        option.state = state
        option.rect = QRect(0, 0, 500, 40)
        image = QImage(500, 40, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        ProblemDelegate(theme_of(QPalette(), SCHEME)).paint(painter, option, model.index(0))
        painter.end()
        images.append(image.pixelColor(250, 1))
    assert images[0] != images[1]
