import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.item_models.outline import Line, OutlineRole
from gui.panels.outline.delegate import OutlineDelegate
from gui.style.theme import theme_of
from model.annotation.layers import read_scheme

WIDTH, HEIGHT = 260, 24


def _painted(line: Line, *, at_caret: bool = False, direction=Qt.LayoutDirection.LeftToRight) -> QImage:
    model = QStandardItemModel()
    item = QStandardItem()
    item.setData(line, OutlineRole.LINE)
    item.setData(at_caret, OutlineRole.AT_CARET)
    model.appendRow(item)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QPalette().color(QPalette.ColorRole.Base))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, HEIGHT)
    option.direction = direction
    option.state = QStyle.StateFlag.State_Enabled
    painter = QPainter(image)
    OutlineDelegate(theme_of(QPalette(), read_scheme())).paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def _inked(image: QImage, left: int, right: int) -> int:
    """How many pixels between two columns are not of the ground."""
    ground = QPalette().color(QPalette.ColorRole.Base).rgb()
    return sum(1 for y in range(HEIGHT) for x in range(left, right) if image.pixel(x, y) != ground)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_rows_begin_at_the_right_in_windows_of_both_directions(qtbot, direction):
    image = _painted(Line("operative", number="1", rest="تقرر"), direction=direction)
    assert _inked(image, WIDTH - 60, WIDTH) > 40
    assert _inked(image, 0, WIDTH // 2) == 0


def test_a_proposal_has_a_hollow_mark(qtbot):
    middle = (WIDTH - 6 - 5, HEIGHT // 2)
    theme = theme_of(QPalette(), read_scheme())
    bar = theme.of_label("operative").bar.rgb()
    assert _painted(Line("operative", rest="تقرر")).pixel(*middle) == bar
    assert _painted(Line("operative", rest="تقرر", proposed=True)).pixel(*middle) == theme.ground.rgb()


def test_an_unsure_proposal_has_a_sign_at_its_end(qtbot):
    assert _inked(_painted(Line("operative", rest="تقرر", proposed=True)), 0, 24) == 0
    assert _inked(_painted(Line("operative", rest="تقرر", proposed=True, unsure=True)), 0, 24) > 40


def test_what_is_too_long_is_cut_at_its_end_and_does_not_reach_the_sign(qtbot):
    long = Line("preambular", lead="وإذ تؤكد من جديد", rest="التزامها " * 20, proposed=True, unsure=True)
    image = _painted(long)
    assert _inked(image, 0, 6) == 0
    assert _inked(image, 22, 26) == 0  # between the sign and the words
    assert _inked(image, 30, 60) > 20


def test_the_clause_at_the_caret_has_the_ground_of_its_label(qtbot):
    theme = theme_of(QPalette(), read_scheme())
    image = _painted(Line("operative", rest="تقرر"), at_caret=True)
    assert image.pixel(2, 2) == theme.of_label("operative").strong.rgb()
    assert _painted(Line(None, lead="الديباجة", count=3), at_caret=True).pixel(2, 2) == theme.ground.rgb()


def test_a_group_shows_how_many_rows_it_has(qtbot):
    assert _inked(_painted(Line(None, lead="الديباجة", count=3)), 0, 30) > 5


@pytest.mark.parametrize("part", ["rest", "lead", "before"])
def test_a_clause_is_read_from_right_to_left_whatever_its_first_letter(qtbot, part):
    def painted(words: str) -> QImage:
        match part:
            case "rest":
                return _painted(Line("source", rest=words))
            case "lead":
                return _painted(Line("source", lead=words))
            case _:
                return _painted(Line("source", before=words, lead="تقرر"))

    words = "[(E/2021/10)بناء على توصية اللجنة]"
    assert painted(words) == painted(f"\u200f{words}")  # a mark that nobody sees, and that makes Qt read it so
