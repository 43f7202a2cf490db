"""The scroll bar beside the page: what it shows, and that it is painted anew only where that is to be seen."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStyleFactory

from gui.text_view.page_bar import PageBar
from gui.text_view.view import TextView

SEEN, ROW = 500, 30
LONG = 600_000


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture(params=["fusion", "windows"])
def bar(request: pytest.FixtureRequest, qtbot, qapp: QApplication) -> PageBar:
    made = PageBar()
    style = QStyleFactory.create(request.param)
    style.setParent(made)
    made.setStyle(style)
    qtbot.addWidget(made)
    made.resize(16, SEEN)
    made.show()
    qapp.processEvents()
    return made


def on_screen(bar: PageBar) -> QImage:
    QApplication.processEvents()
    image = bar.backingStore().paintDevice()
    assert isinstance(image, QImage)
    return image.copy()


def test_it_always_looks_as_if_it_were_painted_anew(bar: PageBar) -> None:
    chance = random.Random(1)
    for _ in range(300):
        total = chance.choice([SEEN - 100, SEEN + 1, 900, 5000, LONG, LONG + ROW])
        bar.show_page(chance.choice([0, 1, 300_000, 300_040, max(0, total - SEEN)]), total, SEEN, ROW)
        partly = on_screen(bar)
        bar.repaint()
        assert partly == on_screen(bar)


def test_a_row_more_in_a_long_text_is_not_painted_but_a_slider_that_moves_is(bar: PageBar) -> None:
    bar.show_page(LONG // 2, LONG, SEEN, ROW)
    on_screen(bar)
    paints = Paints(bar)
    bar.show_page(LONG // 2 + 20, LONG + ROW, SEEN, ROW)
    on_screen(bar)
    assert paints.count == 0
    assert (bar.value(), bar.maximum()) == (LONG // 2 + 20, LONG + ROW - SEEN)
    bar.show_page(LONG // 4, LONG + ROW, SEEN, ROW)
    on_screen(bar)
    assert paints.count == 1
    bar.setValue(0)  # someone scrolls
    on_screen(bar)
    assert paints.count == 2


@pytest.mark.parametrize("end", [0, LONG - SEEN])
def test_it_is_painted_where_its_end_is_reached(bar: PageBar, end: int) -> None:
    """Some styles show that there is nothing to go to any more."""
    beside = 1 if end == 0 else end - 1
    bar.show_page(beside, LONG, SEEN, ROW)
    on_screen(bar)
    paints = Paints(bar)
    for position in (end, beside):
        bar.show_page(position, LONG, SEEN, ROW)
        on_screen(bar)
    assert paints.count == 2


def test_being_told_where_the_page_stands_scrolls_nothing(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented * 20, 600, 400)
    bar = view.verticalScrollBar()
    assert isinstance(bar, PageBar)
    told: list[bool] = []
    bar.valueChanged.connect(lambda _: told.append(bar.is_being_told))
    view.scroll_rows(3)
    assert told == [True]
    assert bar.value() == view.page.position
    bar.setValue(bar.value() + 100)
    assert told[1] is False
    assert view.page.position == bar.value()
