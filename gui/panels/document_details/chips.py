"""Chips: short words in a row that wraps, each of which goes when it is clicked."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.style.theme import mix
from gui.widgets.row_painting import draw_focus, reading_direction
from gui.widgets.tool_tips import plain_tool_tip

GAP = 4  # logical pixels between chips
CROSS = 7  # logical pixels
EDGE = 7  # at both ends of a chip
LEAST = 48  # the narrowest chip


class Chip(QAbstractButton):
    """Words with a cross; cut short where they have no room, whole in the tool tip. Delete takes it away as well."""

    def __init__(self, value: str, words: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.setText(words)
        self.setToolTip(plain_tool_tip(words, tip))
        self.setAccessibleName(words)
        self.setAccessibleDescription(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * EDGE + CROSS + 6, metrics.height() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        ground, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(mix(ground, text, 0.35), 1))
        painter.setBrush(mix(ground, text, 0.18 if self.underMouse() or self.isDown() else 0.09))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        backward = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        centre = QPointF(words.left() + CROSS / 2 if backward else words.right() - CROSS / 2, self.height() / 2)
        words.adjust(CROSS + 5 if backward else 0, 0, 0 if backward else -CROSS - 5, 0)
        painter.setPen(text)
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, words.width())
        side = Qt.AlignmentFlag.AlignRight if backward else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(reading_direction(shown, self.layoutDirection()))
        painter.drawText(words, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QPen(text, 1.2))
        half = CROSS / 2
        for sign in (-1, 1):
            painter.drawLine(centre + QPointF(-half, -sign * half), centre + QPointF(half, sign * half))
        if self.hasFocus():
            draw_focus(painter, self.rect(), palette.color(QPalette.ColorRole.Highlight))


class Chips(QWidget):
    """Chips one behind the other, in as many lines as they need; nothing where there are none.

    ``removed`` gives the value of the one that was clicked.
    """

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.hide()

    def show_chips(self, chips: Sequence[tuple[str, str]], tip: str) -> None:
        """Show these pairs of value and words; ``tip`` says what a click does."""
        if [(chip.value, chip.text()) for chip in self.chips] == list(chips):
            return
        focused = next((number for number, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()  # not at once: it may be the one that was clicked
        self.chips = [Chip(value, words, tip, self) for value, words in chips]
        for chip in self.chips:
            chip.clicked.connect(lambda _=False, value=chip.value: self.removed.emit(value))
            chip.show()
        self.setVisible(bool(chips))
        self._arrange()
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        left, top, bottom = 0, 0, 0
        for chip in self.chips:
            size = chip.sizeHint()
            width = max(min(size.width(), self.width()), min(LEAST, self.width()))
            if left and left + width > self.width():
                left, top = 0, bottom + GAP
            box = QRect(left, top, width, size.height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                box.moveRight(self.width() - 1 - left)
            chip.setGeometry(box)
            left, bottom = left + width + GAP, top + size.height()
        self.setFixedHeight(bottom)
