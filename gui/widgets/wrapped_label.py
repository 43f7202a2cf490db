"""A label of several lines: plain text, each line at its edge, and the last one cut short where there is no room."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QStyle, QWidget

from gui.widgets.row_painting import line_height, reading_direction

LINE_SEPARATOR = "\u2028"
_ISOLATES, _POP = "\u2066\u2067\u2068", "\u2069"


class WrappedLabel(QLabel):
    """Has the size that ``QLabel`` gives it. That one paints lines that run from right to left a space away from their
    edge wherever they were broken at a space, and half a line where the last one does not fit.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def lines(self) -> list[str]:
        """The lines that are painted, the last with an ellipsis where there are more."""
        room = self._room()
        layout = self._laid_out(self.text(), room.width())
        shown = self._shown(layout, room.height())
        starts = [layout.lineAt(number).textStart() for number in range(layout.lineCount())]
        units = layout.text().encode("utf-16-le")  # the layout counts UTF-16 units
        ends = [*starts[1:], len(units) // 2]
        lines = [
            units[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
            for start, end in zip(starts, ends, strict=True)
        ][:shown]
        if shown < layout.lineCount():
            lines[-1] = self._cut(layout, shown - 1, room.width())
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self._room()
        layout = self._laid_out(self.text(), room.width())
        shown = self._shown(layout, room.height())
        spacing = line_height(self.font())
        height = min(room.height(), shown * spacing)
        box = QStyle.alignedRect(
            Qt.LayoutDirection.LeftToRight, self.alignment(), QRect(0, 0, room.width(), height).size(), room
        )
        whole = shown if shown == layout.lineCount() else shown - 1
        for number in range(whole):
            layout.lineAt(number).draw(painter, QPointF(box.left(), box.top()))
        if whole < shown:
            last = self._laid_out(self._cut(layout, whole, room.width()), room.width(), wrap=False)
            last.lineAt(0).draw(painter, QPointF(box.left(), box.top() + whole * spacing))

    def _room(self) -> QRect:
        margin = self.margin()
        return self.contentsRect().adjusted(margin, margin, -margin, -margin)

    def _shown(self, layout: QTextLayout, height: int) -> int:
        """How many lines there is room for, at least one."""
        return min(layout.lineCount(), max(1, height // line_height(self.font())))

    def _cut(self, layout: QTextLayout, number: int, width: int) -> str:
        """A line, with as much of those after it as there is room for, and an ellipsis. It runs as it does in the whole
        text, whatever it begins with.
        """
        units = layout.text().encode("utf-16-le")
        start = 2 * layout.lineAt(number).textStart()
        rest = units[start:].decode("utf-16-le", "replace")
        begun = _isolates_begun(units[:start].decode("utf-16-le", "replace"))
        rest = begun + " ".join(rest.replace(LINE_SEPARATOR, " ").split())
        cut = QFontMetrics(self.font()).elidedText(rest + "…", Qt.TextElideMode.ElideRight, width)
        reading = layout.textOption().textDirection()
        if reading_direction(cut, self.layoutDirection()) == reading:
            return cut
        return ("\u200f" if reading == Qt.LayoutDirection.RightToLeft else "\u200e") + cut

    def _laid_out(self, text: str, width: int, *, wrap: bool = True) -> QTextLayout:
        option = QTextOption()
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) & Qt.AlignmentFlag.AlignHorizontal_Mask
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(reading_direction(text, self.layoutDirection()))
        option.setWrapMode(QTextOption.WrapMode.WordWrap if wrap else QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(text.replace("\n", LINE_SEPARATOR), self.font(), self)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        spacing = line_height(self.font())
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += spacing
        layout.endLayout()
        return layout


def _isolates_begun(text: str) -> str:
    """The controls that begin the isolates in which the end of a text is."""
    begun: list[str] = []
    for letter in text:
        if letter in _ISOLATES:
            begun.append(letter)
        elif letter == _POP and begun:
            begun.pop()
    return "".join(begun)
