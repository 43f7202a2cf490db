import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.panels.descriptors.delegates import EvidenceDelegate


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_evidence_is_read_from_right_to_left_whatever_its_first_letter(qtbot, direction):
    def painted(quote: str) -> QImage:
        model = QStandardItemModel()
        model.appendRow(QStandardItem(quote))
        image = QImage(300, 24, QImage.Format.Format_RGB32)
        option = QStyleOptionViewItem()
        option.rect, option.direction, option.palette = QRect(0, 0, 300, 24), direction, QPalette()
        painter = QPainter(image)
        EvidenceDelegate().paint(painter, option, model.index(0, 0))
        painter.end()
        return image

    words = "E/2021/10) بناء على توصية"
    assert painted(words) == painted(f"\u200f{words}") != painted("")
