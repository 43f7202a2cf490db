"""Selecting with the mouse: drag, double click for words, triple click for a clause, Shift+click, scrolling while
dragging.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.text_view.geometry import Hit
from gui.text_view.page import Page
from gui.text_view.selection import Selection, Unit

SCROLL_INTERVAL = 40  # ms between steps while the mouse is dragged beyond an edge
_SCROLL_SHARE = 0.25  # rows a step for each row's height beyond the edge, at least that much
_FASTEST = 6.0  # rows a step


class Clicked(Protocol):
    """What the mouse acts upon."""

    @property
    def page(self) -> Page:
        """The page that is shown."""
        ...

    def viewport(self) -> QWidget:
        """Where the mouse is."""
        ...

    def hit(self, point: QPointF) -> Hit:
        """The caret place nearest to a point."""
        ...

    def selection(self) -> tuple[int, int]:
        """What is selected."""
        ...

    def change_selection(self, change: Callable[[Selection], None], *, reveal: bool = True) -> None:
        """Let ``change`` move the selection."""
        ...

    def in_margin(self, x: float) -> bool:
        """Whether an x lies in the margin."""
        ...

    def activate_margin(self, y: float) -> None:
        """A click in the margin."""
        ...

    def caret_point(self) -> QPoint:
        """Where the caret is, in the viewport."""
        ...

    def scroll_rows(self, rows: float) -> None:
        """Scroll down by rows."""
        ...


class MouseSelection:
    """Follows the mouse from press to release."""

    def __init__(self, view: Clicked, owner: QObject) -> None:
        self._view = view
        self._dragging = False
        self._unit: Unit = "grapheme"
        self._first = (0, 0)  # the word or clause at which the drag began
        self._double_clicked: QPointF | None = None
        self._since_double_click = QTimer(owner)
        self._since_double_click.setSingleShot(True)
        self._scroll_timer = QTimer(owner)
        self._scroll_timer.setInterval(SCROLL_INTERVAL)
        self._scroll_timer.timeout.connect(self._scroll_on)
        self._last_point = QPointF()

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        point = self._point_in_text(event)
        if point is None:
            return
        place = self._view.hit(point)
        if self._is_third_click(point):
            self._begin(place, "clause")
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._unit = "grapheme"
            self._dragging = True
            self._view.change_selection(lambda selection: selection.place(place, extend), reveal=False)
        self._last_point = point

    def double_click(self, event: QMouseEvent) -> None:
        """A second press at the same place."""
        point = self._point_in_text(event)
        if point is None:
            return
        self._begin(self._view.hit(point), "word")
        self._double_clicked = point
        self._since_double_click.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        self._last_point = point

    def _point_in_text(self, event: QMouseEvent) -> QPointF | None:
        """Where the left button went down; None for another button, and in the margin, which answers itself."""
        point = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return None
        if self._view.in_margin(point.x()):
            self._view.activate_margin(point.y())
            return None
        return point

    def _begin(self, place: Hit, unit: Unit) -> None:
        """Begin a drag by whole words or clauses, with the one at ``place``."""
        self._unit = unit
        self._dragging = True

        def select(selection: Selection) -> None:
            self._first = selection.unit_at(self._view.page.character_at(place), unit)
            selection.select(*self._first)

        self._view.change_selection(select, reveal=False)

    def _is_third_click(self, point: QPointF) -> bool:
        before, self._double_clicked = self._double_clicked, None
        return (
            before is not None
            and self._since_double_click.isActive()
            and (before - point).manhattanLength() <= QGuiApplication.styleHints().startDragDistance()
        )

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves."""
        point = event.position()
        if not self._dragging:
            in_margin = self._view.in_margin(point.x())
            shape = Qt.CursorShape.PointingHandCursor if in_margin else Qt.CursorShape.IBeamCursor
            if self._view.viewport().cursor().shape() != shape:
                self._view.viewport().setCursor(shape)
            return
        self._last_point = point
        if 0 <= point.y() < self._view.viewport().height():
            self._scroll_timer.stop()
        elif not self._scroll_timer.isActive():
            self._scroll_timer.start()
        self._extend_to(point)

    def _extend_to(self, point: QPointF) -> None:
        place = self._view.hit(QPointF(point.x(), min(max(0.0, point.y()), self._view.viewport().height() - 1.0)))
        if self._unit == "grapheme":
            self._view.change_selection(lambda selection: selection.place(place, True), reveal=False)
        else:
            self._view.change_selection(
                lambda selection: selection.extend_by_unit(
                    self._view.page.character_at(place), self._unit, self._first
                ),
                reveal=False,
            )

    def _scroll_on(self) -> None:
        """One step of scrolling while the mouse is beyond an edge: the further, the faster."""
        height = self._view.viewport().height()
        y = self._last_point.y()
        beyond = y if y < 0 else y - height + 1
        rows = beyond / self._view.page.typography.row_height * _SCROLL_SHARE
        self._view.scroll_rows(
            max(-_FASTEST, min(rows - _SCROLL_SHARE if rows < 0 else rows + _SCROLL_SHARE, _FASTEST))
        )
        self._extend_to(self._last_point)

    def stop(self) -> None:
        """The button goes up, or another text is shown."""
        self._dragging = False
        self._scroll_timer.stop()

    def menu_position(self, event: QContextMenuEvent) -> QPoint:
        """Where a menu opens; a right click outside the selection puts the caret there first."""
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            return self._view.viewport().mapToGlobal(self._view.caret_point())
        point = QPointF(event.pos())
        if not self._view.in_margin(point.x()):
            place = self._view.hit(point)
            start, end = self._view.selection()
            if not start <= place.offset <= end or start == end:
                self._view.change_selection(lambda selection: selection.place(place, False), reveal=False)
        return event.globalPos()
