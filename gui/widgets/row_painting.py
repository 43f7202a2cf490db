"""What the rows of the panels are painted with: text that keeps to the panel's side, key caps, and quiet backgrounds.

What has sides takes the row's own direction: the same code paints windows from right to left and from left to right.
"""

import math
import unicodedata

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from gui.style.theme import MARK_CONTRAST, TEXT_CONTRAST, contrast, mix, readable

SIDE = 8  # logical pixels at both ends of a row
GAP = 6  # between its parts
SWATCH = 14  # a label's square
_TALL_AND_DEEP = "Ágأٌيٍ"
_LINE_HEIGHTS: dict[str, int] = {}  # by the keys of fonts


class RowCursor:
    """Hands out the parts of a row, from its leading and from its trailing edge, in the row's direction."""

    def __init__(self, rect: QRect, direction: Qt.LayoutDirection, side: int = SIDE) -> None:
        self._whole = rect
        self._direction = direction
        self._left = rect.left() + side
        self._right = rect.right() + 1 - side

    def leading(self, width: int, gap: int = GAP) -> QRect:
        """The next part at the leading edge."""
        part = QRect(self._left, self._whole.top(), width, self._whole.height())
        self._left += width + gap
        return QStyle.visualRect(self._direction, self._whole, part)

    def trailing(self, width: int, gap: int = GAP) -> QRect:
        """The next part at the trailing edge."""
        self._right -= width
        part = QRect(self._right, self._whole.top(), width, self._whole.height())
        self._right -= gap
        return QStyle.visualRect(self._direction, self._whole, part)

    def rest(self) -> QRect:
        """What is left between the two."""
        part = QRect(self._left, self._whole.top(), max(0, self._right - self._left), self._whole.height())
        return QStyle.visualRect(self._direction, self._whole, part)


def smaller(font: QFont, share: float = 0.88) -> QFont:
    """The same font a little smaller."""
    result = QFont(font)
    if font.pixelSize() > 0:
        result.setPixelSize(max(8, round(font.pixelSize() * share)))
    else:
        result.setPointSizeF(max(6.0, font.pointSizeF() * share))
    return result


def line_height(font: QFont) -> int:
    """The height of a line of Latin or Arabic letters: a font without Arabic has those of another, often a taller one,
    of which its own metrics say nothing.
    """
    key = font.key()
    if key not in _LINE_HEIGHTS:
        layout = QTextLayout(_TALL_AND_DEEP, font)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1000)
        layout.endLayout()
        _LINE_HEIGHTS[key] = max(QFontMetrics(font).height(), math.ceil(line.height()))
    return _LINE_HEIGHTS[key]


def row_height(*fonts: QFont, padding: int = 4) -> int:
    """The height of a row that shows one line in each font."""
    return sum(line_height(font) for font in fonts) + 2 * padding


def reading_direction(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The direction of a line's first strong letter outside isolates (rules P2 and P3 of UAX #9), else another one.

    Qt takes a line of nothing but isolated names for one that runs from left to right, wherever it stands.
    """
    depth = 0
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("LRI", "RLI", "FSI"):
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return Qt.LayoutDirection.LeftToRight if kind == "L" else Qt.LayoutDirection.RightToLeft
    return otherwise


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    direction: Qt.LayoutDirection,
    font: QFont,
    reading: Qt.LayoutDirection | None = None,
) -> bool:
    """One line at the leading edge; says whether it had to be cut short. It is read in the direction ``reading``, or,
    where that is not given, in its own.
    """
    metrics = QFontMetrics(font)
    shown = " ".join(text.split())
    elided = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, rect.width())
    side = Qt.AlignmentFlag.AlignRight if direction == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    painter.save()
    painter.setFont(font)
    painter.setLayoutDirection(reading_direction(elided, direction) if reading is None else reading)
    painter.drawText(
        rect,
        side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
        elided,
    )
    painter.restore()
    return elided != shown


def draw_wrapped(painter: QPainter, rect: QRect, text: str, direction: Qt.LayoutDirection, font: QFont) -> None:
    """Draw a text that is broken into lines, in the painter's colour, from where reading begins in ``direction``."""
    painter.save()
    painter.setFont(font)
    painter.setLayoutDirection(direction)
    is_left = direction == Qt.LayoutDirection.LeftToRight
    option = QTextOption(Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(QRectF(rect), text, option)
    painter.restore()


def cut_to_lines(text: str, width: int, font: QFont, most: int) -> tuple[str, int]:
    """A text as ``draw_wrapped`` can draw it in so many logical pixels and ``most`` so many lines, cut short where it
    is longer, and how many lines that is; at least one.
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    ends: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    if len(ends) <= most:
        return text, max(1, len(ends))
    # UTF-16 units are what Qt counts; the last word but one makes room for the dots.
    kept = text.encode("utf-16-le")[: 2 * ends[most - 1]].decode("utf-16-le", "ignore")
    return kept.rstrip().rpartition(" ")[0].rstrip(" ،,") + "…", most


def text_width(text: str, font: QFont) -> int:
    """How much room a line takes."""
    return QFontMetrics(font).horizontalAdvance(text)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, *, keys_go_here: bool) -> tuple[QColor, QColor]:
    """Fill a row, tinted where it is selected or below the mouse, and give its ground and text colours.

    The tint is as strong as the text on it can bear; where keys go elsewhere the selection is quieter.
    """
    palette: QPalette = option.palette
    ground = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
    bar: QColor | None = None
    if option.state & QStyle.StateFlag.State_Selected:
        accent = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight)
        bar = readable(accent, ground, MARK_CONTRAST)
        ground = _tinted(ground, accent, text, 0.5 if keys_go_here else 0.3)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground = mix(ground, text, 0.07)
    painter.fillRect(option.rect, ground)
    if bar is not None:
        edge = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
        painter.fillRect(QStyle.visualRect(option.direction, option.rect, edge), bar)
    return ground, text


def _tinted(ground: QColor, accent: QColor, text: QColor, strength: float) -> QColor:
    while strength > 0.05 and contrast(mix(ground, accent, strength), text) < 1.5 * TEXT_CONTRAST:
        strength -= 0.03
    return mix(ground, accent, strength)


def dim(ground: QColor, text: QColor) -> QColor:
    """A quieter text colour that can still be read."""
    quiet = mix(text, ground, 0.35)
    return quiet if contrast(quiet, ground) >= TEXT_CONTRAST else readable(quiet, ground, TEXT_CONTRAST)


def draw_focus(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """The frame around the row that the keyboard is at."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


def draw_view_focus(view: QAbstractItemView) -> None:
    """The same around a whole table: its rows look selected wherever the keys go. To be called after it is painted."""
    if view.hasFocus():
        painter = QPainter(view.viewport())
        ground, accent = (
            view.palette().color(QPalette.ColorRole.Base),
            view.palette().color(QPalette.ColorRole.Highlight),
        )
        draw_focus(painter, view.viewport().rect(), readable(accent, ground, MARK_CONTRAST))
        painter.end()


def key_cap_size(key: str, font: QFont) -> QSize:
    """The room of a key cap."""
    metrics = QFontMetrics(smaller(font))
    height = metrics.height() + 2
    return QSize(max(height, metrics.horizontalAdvance(key) + 8), height)


def draw_key_cap(painter: QPainter, rect: QRect, key: str, font: QFont, ground: QColor, text: QColor) -> None:
    """A key as it looks on a keyboard, in the middle of its part of the row."""
    size = key_cap_size(key, font)
    cap = QRectF(QRect(0, 0, size.width(), size.height()))
    cap.moveCenter(QRectF(rect).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(mix(ground, text, 0.45), 1))
    painter.setBrush(mix(ground, text, 0.07))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(text)
    painter.setFont(smaller(font))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def draw_swatch(painter: QPainter, rect: QRect, fill: QColor, bar: QColor) -> None:
    """A small square of a label's colours in the middle of a rectangle."""
    box = QRectF(0, 0, SWATCH, SWATCH)
    box.moveCenter(QRectF(rect).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(bar, 2))
    painter.setBrush(fill)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    painter.restore()


def heading_font(font: QFont) -> QFont:
    """The font of a list's headings."""
    heading = smaller(font, 0.92)
    heading.setBold(True)
    return heading
