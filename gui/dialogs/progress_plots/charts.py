"""Plots that read from the side from which the window is read. Imported when they are first looked at: ``pyqtgraph``
brings ``numpy`` with it.

In Arabic the names stand at the right and bars grow from there to the left, as everything else in the window begins at
the right. Time does the same: the earliest day is at the right, like the first column of a table, so that the eye that
reads the dates meets them in their order. Digits stay western, and numbers run left to right in themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.dialogs.progress_plots.figures import Periods, ticks
from gui.i18n.numbers import grouped
from gui.style.theme import luminance, readable

# Told from one another with any kind of sight, and by their lightness too (Okabe and Ito, Color Universal Design).
_DONE, _BEGUN, _TOTAL = QColor("#0072b2"), QColor("#e69f00"), QColor("#d55e00")
_NEW = QColor("#c4c7cc"), QColor("#5b6068")  # on a light ground, on a dark one
_BAR_CONTRAST = 2.0  # with the ground; lines have more
_LINE_CONTRAST = 3.0
_BAR_HEIGHT, _BAR_WIDTH = 0.62, 0.82  # of the room that each has
_BEHIND_BARS = 16  # pixels beside the words behind a bar
_LEAST_BARS = 0.3  # of the width: so much is left for bars, however long the words behind them are
_LAST_NUMBER = 0.95  # of an axis, up to where numbers stand
_LEAST_TIMES = 14  # days or weeks that there is room for: a first day alone is no bar as wide as the window
_AXIS_EDGE = 16  # pixels beside an upright axis' texts
_TICK = 4  # pixels, outwards
_TICK_WIDTH = 85  # pixels that a date needs


@dataclass(frozen=True)
class Series:
    """One part of stacked bars: its name, its colour's name (``done``, ``begun``, ``new``), a value for each bar."""

    name: str
    colour: str
    values: Sequence[int]


class Swatch(QWidget):
    """A spot of a colour in a legend."""

    def __init__(self, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(0, 1, -1, -1), self._colour)
        painter.end()


class Legend(QWidget):
    """A heading, and what the colours mean, in the direction of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def tell(self, heading: str, meanings: Sequence[tuple[str, QColor]]) -> None:
        """Say other words."""
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        title = QLabel(heading, self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._row.addWidget(title)
        for name, colour in meanings:
            self._row.addSpacing(12)
            self._row.addWidget(Swatch(colour, self))
            self._row.addWidget(QLabel(name, self))
        self._row.addStretch(1)


class NumberAxis(pg.AxisItem):
    """Whole numbers in threes, and words in any direction.

    It is painted straight onto what it is seen on: pyqtgraph keeps it as a QPicture, which remembers the places of
    words as one device measures them, and on another they run into one another where directions mix.
    """

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.save()
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            self.drawPicture(painter, *specs)
        painter.restore()

    def tickStrings(self, values, scale, spacing) -> list[str]:
        # A number at the very end of a lying axis would be cut in the middle.
        last = max(self.range) * (_LAST_NUMBER if self.orientation == "bottom" else 1)
        return [grouped(round(value)) if abs(value - round(value)) < 1e-6 and value <= last else "" for value in values]


class Chart(QWidget):
    """A legend above a plot that nobody can drag about; ``said`` is what is seen, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend = Legend(self)
        self.plot = pg.PlotWidget(
            self,
            background="default",
            enableMenu=False,
            axisItems={side: NumberAxis(side) for side in ("bottom", "left", "right")},
        )
        for part in (self.plot, self.plot.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hideButtons()
        item = self.plot.getPlotItem()
        assert item is not None
        self.item = item
        menu = item.ctrlMenu  # which nobody can open, and which would stay when all else goes
        assert menu is not None
        self.destroyed.connect(menu.deleteLater)
        item.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # its right axis stands at the right in any window
        self.box = item.getViewBox()
        self.box.setMouseEnabled(x=False, y=False)
        self.item.hideButtons()
        self.box.setDefaultPadding(0.0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.legend)
        column.addWidget(self.plot, 1)

    @property
    def mirrored(self) -> bool:
        """Whether it is read from the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _begin(self, said: str) -> tuple[QColor, str]:
        """Take away what was plotted; gives the colour of words, and the side on which an upright axis stands."""
        self.item.clear()
        palette = self.palette()
        ground, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        self.plot.setBackground(ground)
        side, other = ("right", "left") if self.mirrored else ("left", "right")
        self.item.showAxis(side)
        self.item.hideAxis(other)
        self.box.invertX(self.mirrored)
        for name in (side, "bottom"):
            axis = self.item.getAxis(name)
            axis.setStyle(tickLength=_TICK, maxTickLevel=0, hideOverlappingLabels=False)
            axis.setPen(pg.mkPen(readable(QColor("#8a8f98"), ground, 2.0)))
            axis.setTextPen(pg.mkPen(text))
        self.plot.setAccessibleDescription(said)
        self.plot.setToolTip("")
        return text, side

    def colour(self, name: str) -> QColor:
        """A colour as it can be seen on the ground."""
        ground = self.palette().color(QPalette.ColorRole.Base)
        if name == "new":
            return _NEW[0] if luminance(ground) > 0.18 else _NEW[1]
        if name == "total":
            return readable(_TOTAL, ground, _LINE_CONTRAST)
        return readable(_DONE if name == "done" else _BEGUN, ground, _BAR_CONTRAST)


class BarsByName(Chart):
    """Lying stacked bars, one below the other, each with its name before it and words behind it."""

    def show_bars(self, heading: str, names: Sequence[str], series: Sequence[Series], words: Sequence[str]) -> None:
        """Show other bars; ``words`` are those behind each bar."""
        said = ". ".join(f"{name}: {what}" for name, what in zip(names, words, strict=True))
        text, side = self._begin(said)
        self.legend.tell(heading, [(each.name, self.colour(each.colour)) for each in series])
        rows = list(range(len(names)))
        ends = [0] * len(names)
        for each in series:
            self.item.addItem(
                pg.BarGraphItem(
                    x0=list(ends),
                    width=list(each.values),
                    y=rows,
                    height=_BAR_HEIGHT,
                    brush=self.colour(each.colour),
                    pen=None,
                )
            )
            ends = [end + value for end, value in zip(ends, each.values, strict=True)]
        for row, end, what in zip(rows, ends, words, strict=True):
            label = pg.TextItem(what, color=text, anchor=(1 if self.mirrored else 0, 0.5))
            self.item.addItem(label)
            label.setPos(end, row)
        axis = self.item.getAxis(side)
        axis.setStyle(tickLength=0)
        axis.setTicks([list(zip(rows, names, strict=True))])
        axis.setWidth(_width_of(self, names))
        self.box.invertY(True)
        self._ends = list(zip(ends, map(self.fontMetrics().horizontalAdvance, words), strict=True))
        self._fit()
        self.box.setYRange(-0.5, max(0, len(names) - 1) + 0.5)

    def _fit(self) -> None:
        """Make the axis so long that there is room for the words behind every bar."""
        room = max(1.0, self.plot.width() - self.item.getAxis("right" if self.mirrored else "left").width())
        lengths = [end / max(_LEAST_BARS, 1 - (width + _BEHIND_BARS) / room) for end, width in self._ends]
        self.box.setXRange(0, max([1, *lengths]))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Resize and hasattr(self, "_ends"):
            self._fit()
        return done


def _width_of(widget: QWidget, texts: Sequence[str]) -> int:
    """The width that an upright axis needs for its longest text."""
    metrics = widget.fontMetrics()
    return max(map(metrics.horizontalAdvance, texts), default=0) + _AXIS_EDGE


class BarsByTime(Chart):
    """Upright bars, a day (or week) beside the other."""

    def show_periods(self, heading: str, found: Periods, words: Sequence[str]) -> None:
        """Show other numbers; ``words`` say each bar."""
        self._draw(heading, found, words, found.counts)
        bars = pg.BarGraphItem(
            x=list(range(len(found.counts))),
            height=list(found.counts),
            width=_BAR_WIDTH,
            brush=self.colour("done"),
            pen=None,
        )
        self.item.addItem(bars)

    def _draw(self, heading: str, found: Periods, words: Sequence[str], values: Sequence[int]) -> None:
        self._found = found
        _, side = self._begin(". ".join(words))
        self.item.getAxis(side).setWidth(_width_of(self, [grouped(sum(found.counts))]))  # the same for both plots
        self.legend.tell(heading, [])
        self._set_ticks()
        self.box.setXRange(-0.6, max(_LEAST_TIMES, len(values)) - 0.4)
        self.box.setYRange(0, max([1, *values]) * 1.08)

    def _set_ticks(self) -> None:
        self.item.getAxis("bottom").setTicks([ticks(self._found, max(2, self.plot.width() // _TICK_WIDTH))])

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Resize and hasattr(self, "_found"):
            self._set_ticks()
        return done


class LineOfTotals(BarsByTime):
    """What was done up to each day, as a line."""

    def show_periods(self, heading: str, found: Periods, words: Sequence[str]) -> None:
        totals = found.totals
        self._draw(heading, found, words, totals)
        line = pg.PlotDataItem(
            list(range(len(totals))),
            list(totals),
            pen=pg.mkPen(self.colour("total"), width=2),
            symbol="o" if len(totals) < 40 else None,
            symbolSize=6,
            symbolBrush=self.colour("total"),
            symbolPen=None,
        )
        self.item.addItem(line)
