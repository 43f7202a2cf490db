"""Scrolling by itself while the mouse is dragged beyond the upper or lower edge: the further, the faster."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QTimer
from PySide6.QtWidgets import QWidget

from gui.text_view.page import Page

SCROLL_INTERVAL = 40  # ms between steps
_SCROLL_SHARE = 0.25  # rows a step for each row's height beyond the edge, at least that much
_FASTEST = 6.0  # rows a step


class Scrolled(Protocol):
    """What is scrolled."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        ...

    def viewport(self) -> QWidget:
        """Where the mouse is."""
        ...

    def scroll_rows(self, rows: float) -> None:
        """Scroll down by rows."""
        ...


class DragScroll:
    """Scrolls while the last point of a drag lies beyond an edge, and calls ``follow`` with that point after each
    step.
    """

    def __init__(self, view: Scrolled, follow: Callable[[QPointF], None], owner: QObject) -> None:
        self._view = view
        self._follow = follow
        self._point = QPointF()
        self._timer = QTimer(owner)
        self._timer.setInterval(SCROLL_INTERVAL)
        self._timer.timeout.connect(self._step)

    def drag_to(self, point: QPointF) -> None:
        """The mouse is at a point of the viewport, or beyond it."""
        self._point = point
        if 0 <= point.y() < self._view.viewport().height():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """The drag is over."""
        self._timer.stop()

    @property
    def active(self) -> bool:
        """Whether it scrolls."""
        return self._timer.isActive()

    def inside(self, point: QPointF) -> QPointF:
        """The point moved into the height of the viewport."""
        return QPointF(point.x(), min(max(0.0, point.y()), self._view.viewport().height() - 1.0))

    def _step(self) -> None:
        height, y = self._view.viewport().height(), self._point.y()
        beyond = y if y < 0 else y - height + 1
        rows = beyond / self._view.page.typography.row_height * _SCROLL_SHARE
        rows += -_SCROLL_SHARE if rows < 0 else _SCROLL_SHARE
        self._view.scroll_rows(max(-_FASTEST, min(rows, _FASTEST)))
        self._follow(self._point)
