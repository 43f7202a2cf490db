"""Bars and lines: which values they have, from which side they grow, and what is said of them."""

from datetime import date

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel

from gui.dialogs.progress_plots.charts import BarsByName, BarsByTime, LineOfTotals, NumberAxis, Series
from gui.dialogs.progress_plots.figures import Periods

NAMES, WORDS = ["General Assembly", "Security Council"], ["3 of 4", "0 of 2"]
SERIES = [Series("done", "done", [3, 0]), Series("not begun", "new", [1, 2])]
DAYS = [date(2025, 5, day) for day in (1, 2, 3)]


@pytest.fixture
def by_name(qtbot) -> BarsByName:
    chart = BarsByName()
    qtbot.addWidget(chart)
    chart.resize(600, 200)
    chart.show()
    return chart


def meanings(chart) -> list[str]:
    """The words of the legend that are seen."""
    QCoreApplication.processEvents()
    return [label.text() for label in chart.legend.findChildren(QLabel) if label.isVisible()]


def bars(chart) -> list[pg.BarGraphItem]:
    return [item for item in chart.item.items if isinstance(item, pg.BarGraphItem)]


def test_bars_are_stacked_in_the_order_of_their_series(by_name):
    by_name.show_bars("Documents", NAMES, SERIES, WORDS)
    done, new = bars(by_name)
    assert (done.opts["x0"], done.opts["width"]) == ([0, 0], [3, 0])
    assert (new.opts["x0"], new.opts["width"]) == ([3, 0], [1, 2])
    assert by_name.plot.accessibleDescription() == "General Assembly: 3 of 4. Security Council: 0 of 2"
    assert meanings(by_name) == ["Documents", "done", "not begun"]


def test_other_numbers_take_the_place_of_those_before(by_name):
    by_name.show_bars("Documents", NAMES, SERIES, WORDS)
    by_name.show_bars("Documents", NAMES[:1], [Series("done", "done", [7])], ["7 of 7"])
    (done,) = bars(by_name)
    assert done.opts["width"] == [7]
    assert meanings(by_name) == ["Documents", "done"]


@pytest.mark.parametrize(
    "direction, side, mirrored",
    [(Qt.LayoutDirection.LeftToRight, "left", False), (Qt.LayoutDirection.RightToLeft, "right", True)],
)
def test_names_stand_where_one_begins_to_read(by_name, direction, side, mirrored):
    by_name.setLayoutDirection(direction)
    by_name.show_bars("Documents", NAMES, SERIES, WORDS)
    assert by_name.mirrored == mirrored
    assert by_name.item.getAxis(side).isVisible()
    assert not by_name.item.getAxis("left" if mirrored else "right").isVisible()
    assert by_name.box.state["xInverted"] == mirrored


def test_words_behind_the_longest_bar_have_room(by_name):
    by_name.show_bars("Documents", NAMES, SERIES, ["4 of 4 and a great deal more"] * 2)
    pixels = by_name.box.viewPixelSize()[0]
    left = (by_name.box.viewRange()[0][1] - 4) / pixels
    assert left >= by_name.fontMetrics().horizontalAdvance("4 of 4 and a great deal more")


def test_colours_are_seen_on_any_ground(by_name):
    light = by_name.colour("new")
    palette = QPalette(by_name.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    by_name.setPalette(palette)
    assert by_name.colour("new") != light
    assert len({by_name.colour(name).rgb() for name in ("done", "begun", "new", "total")}) == 4


def test_days_and_totals_stand_over_one_another(qtbot):
    found = Periods(1, tuple(DAYS), (2, 0, 5))
    by_day, totals = BarsByTime(), LineOfTotals()
    for chart in (by_day, totals):
        qtbot.addWidget(chart)
        chart.resize(600, 200)
        chart.show_periods("Documents", found, ["one", "two", "three"])
    (drawn,) = bars(by_day)
    assert drawn.opts["height"] == [2, 0, 5]
    (line,) = (item for item in totals.item.items if isinstance(item, pg.PlotDataItem))
    assert list(line.getData()[1]) == [2, 2, 7]
    assert by_day.item.getAxis("left").width() == totals.item.getAxis("left").width()
    assert by_day.box.viewRange()[0] == totals.box.viewRange()[0]
    assert totals.box.viewRange()[1][1] > 7
    assert totals.plot.accessibleDescription() == "one. two. three"


def test_an_axis_has_whole_numbers_alone(qapp):
    axis = NumberAxis("left")
    axis.setRange(0, 1000)
    assert axis.tickStrings([0, 0.5, 1000], 1, 1) == ["0", "", "1,000"]
    lying = NumberAxis("bottom")
    lying.setRange(0, 1000)
    assert lying.tickStrings([500, 1000], 1, 1) == ["500", ""]  # at its end it would be cut
