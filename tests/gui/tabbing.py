"""Tab pressed in a shown window, and what must hold of where it goes."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QScrollArea, QTextBrowser, QWidget

from gui.widgets.tab_order import InReadingOrder

PRESSES = 120


class ReadWindow(InReadingOrder, QMainWindow):
    """A window around a panel under test."""


def tab_round(first: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where the keys go, from a part of an active window until they come to one for the second time."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(PRESSES):
        here = QApplication.focusWidget()
        assert here is not None
        if reached and here is reached[-1] and isinstance(here, QTextBrowser):
            pass  # from link to link
        elif here in reached:
            return reached
        else:
            reached.append(here)
        QTest.keyClick(here, key)
    raise AssertionError(f"no way round: {reached}")


def place(widget: QWidget, beside: QWidget) -> QRect:
    """Where a widget stands in its window for one that looks at another too: what is scrolled, where its area is."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and not around.isAncestorOf(beside):
            widget = around
        around = around.parentWidget()
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def read_too_late(reached: Iterable[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """The pairs that are reached the wrong way round: one straight above the other, or beside it where reading comes
    from.
    """
    order = list(reached)
    for area in order[0].window().findChildren(QScrollArea) if order else ():
        area.verticalScrollBar().setValue(0)
    wrong: list[tuple[QWidget, QWidget]] = []
    for number, early in enumerate(order):
        for late in order[number + 1 :]:
            one, other = place(early, late), place(late, early)
            if early.isAncestorOf(late):
                continue
            above = other.bottom() <= one.top() and _meet(one.left(), one.right(), other.left(), other.right())
            ahead = one.right() <= other.left() if early.window().isRightToLeft() else other.right() <= one.left()
            if above or (ahead and _meet(one.top(), one.bottom(), other.top(), other.bottom())):
                wrong.append((early, late))
    return wrong


def _meet(begin: int, end: int, other_begin: int, other_end: int) -> bool:
    """Whether the two share more than an edge."""
    return min(end, other_end) - max(begin, other_begin) > 2


def unreached(window: QWidget, reached: Iterable[QWidget]) -> list[QWidget]:
    """What takes keys in a window, is seen, and is not among those."""
    found = list(reached)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.window() is window
        and widget.isEnabled()
        and not widget.visibleRegion().isEmpty()
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QAbstractItemView)
        and widget not in found
    ]
