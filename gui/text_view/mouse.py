"""Selecting with the mouse: drag, double click for words, triple click for a clause, Shift+click, scrolling while
dragging.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent

from gui.text_view.drag_scroll import DragScroll, Scrolled
from gui.text_view.geometry import Hit
from gui.text_view.selection import Selection, Unit


class Clicked(Scrolled, Protocol):
    """What the mouse acts upon."""

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
        self._scrolling = DragScroll(view, self._extend_to, owner)

    @property
    def dragging(self) -> bool:
        """Whether a selection is being dragged."""
        return self._dragging

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        point = self._point_in_text(event)
        if point is None:
            return
        place = self._view.hit(point)
        third, self._double_clicked = self.awaits_third_click(point), None
        if third:
            self._begin(place, "clause")
        else:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._unit = "grapheme"
            self._dragging = True
            self._view.change_selection(lambda selection: selection.place(place, extend), reveal=False)

    def double_click(self, event: QMouseEvent) -> None:
        """A second press at the same place."""
        point = self._point_in_text(event)
        if point is None:
            return
        self._begin(self._view.hit(point), "word")
        self._double_clicked = point
        self._since_double_click.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

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

    def awaits_third_click(self, point: QPointF) -> bool:
        """Whether a press at a point would be the third one there."""
        before = self._double_clicked
        return (
            before is not None
            and self._since_double_click.isActive()
            and (before - point).manhattanLength() <= QGuiApplication.styleHints().startDragDistance()
        )

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves."""
        if not self._dragging:
            return
        point = event.position()
        self._scrolling.drag_to(point)
        self._extend_to(point)

    def _extend_to(self, point: QPointF) -> None:
        place = self._view.hit(self._scrolling.inside(point))
        if self._unit == "grapheme":
            self._view.change_selection(lambda selection: selection.place(place, True), reveal=False)
        else:
            self._view.change_selection(
                lambda selection: selection.extend_by_unit(
                    self._view.page.character_at(place), self._unit, self._first
                ),
                reveal=False,
            )

    def stop(self) -> None:
        """The button goes up, or another text is shown."""
        self._dragging = False
        self._scrolling.stop()

    def menu_position(self, event: QContextMenuEvent) -> QPoint:
        """Where a menu opens. A right click outside the selection puts the caret there first; one in the margin does
        what a left one does.
        """
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            return self._view.viewport().mapToGlobal(self._view.caret_point())
        point = QPointF(event.pos())
        if self._view.in_margin(point.x()):
            self._view.activate_margin(point.y())
        else:
            place = self._view.hit(point)
            start, end = self._view.selection()
            if not start <= place.offset <= end or start == end:
                self._view.change_selection(lambda selection: selection.place(place, False), reveal=False)
        return event.globalPos()
