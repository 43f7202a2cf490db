"""Where a search has found something in the text: looked up row by row, and shown by ticks on the scroll bar."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from gui.text_view.page import Page

TICK = 2  # logical pixels, the height of a tick
_OFF = 0.2  # of the bar's width that stays free at both sides of a tick


class Hits:
    """Ranges in text order, half-open code points, none of which overlap; ``current`` is the number of one of them."""

    __slots__ = ("current", "ends", "starts")

    def __init__(self, ranges: Sequence[tuple[int, int]] = (), current: int | None = None) -> None:
        self.starts = array("l", [start for start, _ in ranges])
        self.ends = array("l", [end for _, end in ranges])
        self.current = current

    def __len__(self) -> int:
        return len(self.starts)

    def has_same_ranges(self, other: "Hits") -> bool:
        """Whether these are the ranges of others."""
        return self.starts == other.starts and self.ends == other.ends

    def limits(self) -> tuple[int, int] | None:
        """Start and end of the current one."""
        return None if self.current is None else (self.starts[self.current], self.ends[self.current])

    def meeting(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Start and end of those that share a code point with a range, and whether it is the current one."""
        for number in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            yield self.starts[number], self.ends[number], number == self.current


class HitTicks(QWidget):
    """Lies on the scroll bar and lets everything through: a tick wherever the text has a hit."""

    def __init__(self, bar: QScrollBar, page: Page) -> None:
        super().__init__(bar)
        self._page = page
        self._hits = Hits()
        self._ticks: list[tuple[int, int]] = []  # top and height, in pixels
        self._current: int | None = None
        self._groove_top, self._scale = 0, 0.0
        self._colours = (QColor(), QColor())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar.installEventFilter(self)
        self.hide()

    def show_hits(self, hits: Hits, quiet: QColor, clear: QColor) -> None:
        """Tick these hits, the current one in the clear colour."""
        self._hits, self._colours = hits, (quiet, clear)
        self.setVisible(len(hits) > 0)
        self._measure()

    def _measure(self) -> None:
        """Where the ticks are. Known as well as the page's heights are; it is not looked at again while one scrolls."""
        if self.isHidden():
            return
        bar = self.parentWidget()
        assert isinstance(bar, QScrollBar)
        self.setGeometry(bar.rect())
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        groove = bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarGroove, bar
        )
        scale = groove.height() / max(1, self._page.total_height)
        ticks: list[tuple[int, int]] = []
        last = groove.top() - TICK
        for top in self._page.tops_of(self._hits.starts):
            place = groove.top() + int(top * scale)
            if place < last + TICK and ticks:  # they run together, as many as there may be
                ticks[-1] = (ticks[-1][0], place + TICK - ticks[-1][0])
            else:
                ticks.append((place, TICK))
            last = place
        self._ticks, self._groove_top, self._scale = ticks, groove.top(), scale
        self.show_current()

    def show_current(self) -> None:
        """Tick the current one anew."""
        limits, self._current = self._hits.limits(), None
        if limits is not None:
            top = next(self._page.tops_of([limits[0]]), 0)
            self._current = self._groove_top + int(top * self._scale)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._measure()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        quiet, clear = self._colours
        painter = QPainter(self)
        free = round(self.width() * _OFF)
        for top, height in self._ticks:
            painter.fillRect(QRect(free, top, self.width() - 2 * free, height), quiet)
        if self._current is not None:
            painter.fillRect(QRect(0, self._current - 1, self.width(), TICK + 2), clear)
        painter.end()
