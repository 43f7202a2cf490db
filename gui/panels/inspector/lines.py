"""What the inspector shows with: facts of one line, and the quote. Both keep their size whatever they show, so that
following the caret lays nothing out anew; both paint plain text."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.widgets.row_painting import dim, draw_text
from gui.widgets.tool_tips import plain_tool_tip

QUOTE_LINES = 3
LAID_OUT = 600  # code points of a quote: more does not fit into its lines
TOLD = 3000  # code points of a quote that the tool tip shows
EDGE = 6  # logical pixels around the quote


class Fact(QWidget):
    """One line, cut short where it has no room; the whole is in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(self, text: str, tip: str = "") -> None:
        """Show this; ``tip`` is a ready tool tip (see ``plain_tool_tip``), else the text itself is."""
        if (text, tip) != (self._text, self._tip):
            self._text, self._tip = text, tip
            self.setAccessibleDescription(text)
            self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._tip or plain_tool_tip(self._text))
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(60, QFontMetrics(self.font()).height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        draw_text(painter, self.rect(), self._text, self.layoutDirection(), self.font())


class Quote(QWidget):
    """The marked text itself, from right to left, its first lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines: list[tuple[str, QRectF]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """The whole quote."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show a quote; white space counts as one space each."""
        if text != self._text:
            self._text = text
            self._lines = None
            self.setAccessibleDescription(text[:TOLD])
            self.update()

    def lines(self) -> list[str]:
        """The lines as they are painted, the last one cut short where there is more."""
        return [line for line, _ in self._laid_out()]

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tool_tip(self._text[:TOLD] + ("…" if len(self._text) > TOLD else "")))
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(60, QUOTE_LINES * QFontMetrics(self.font()).lineSpacing() + 2 * EDGE)

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lines = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lines = None
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        base = self.palette().color(QPalette.ColorRole.Base)
        text = self.palette().color(QPalette.ColorRole.Text)
        painter.fillRect(self.rect(), base)
        painter.setPen(text if self.isEnabled() else dim(base, text))
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        for line, box in self._laid_out():
            painter.drawText(box, line, option)

    def _laid_out(self) -> list[tuple[str, QRectF]]:
        if self._lines is None:
            self._lines = self._lay_out()
        return self._lines

    def _lay_out(self) -> list[tuple[str, QRectF]]:
        metrics = QFontMetrics(self.font())
        room = QRect(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        text = " ".join(self._text[:LAID_OUT].split())
        more = len(self._text) > LAID_OUT
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= QUOTE_LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(20, room.width()))
            starts.append(line.textStart())
        layout.endLayout()
        units = text.encode("utf-16-le")  # the layout counts UTF-16 units
        parts = [
            units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
            for start, end in zip(starts, [*starts[1:], len(units) // 2], strict=True)
        ]
        if len(parts) > QUOTE_LINES or more:
            rest = " ".join(parts[QUOTE_LINES - 1 :]) + ("…" if more else "")
            parts = [
                *parts[: QUOTE_LINES - 1],
                metrics.elidedText(rest, Qt.TextElideMode.ElideRight, max(20, room.width())),
            ]
        spacing = metrics.lineSpacing()
        return [
            (part, QRectF(room.left(), room.top() + number * spacing, room.width(), spacing))
            for number, part in enumerate(parts)
        ]
