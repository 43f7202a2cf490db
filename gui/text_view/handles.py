"""The grips at both edges of the selection and of the current span, by which the mouse moves one edge.

An edge goes to the nearest edge of a word, for marks begin and end with words and stops far more often than inside
them: a start before a word or sign, an end behind one, with the bidi marks that follow it. While Ctrl is held it goes
from grapheme to grapheme. Escape gives up. A click on a grip without a drag is a click in the text.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QPen

from gui.text_view.drag_scroll import DragScroll, Scrolled
from gui.text_view.edges import edge_on
from gui.text_view.geometry import Hit
from gui.text_view.layout import Row
from gui.text_view.painting import Shown
from gui.text_view.selection import Selection
from model.annotation.values import Span
from model.text import words

BAR_WIDTH = 2
KNOB = 8  # logical pixels across
_REACH = 3  # how far beside the bar, and beside the knob, the mouse takes hold
_TOKENS = 3  # looked at before and behind the mouse


class Grip(NamedTuple):
    """One grip on the screen: of the selection (``span`` None) or of a span; x and y in the viewport."""

    span: Span | None
    at_start: bool
    x: float
    top: float
    bottom: float
    knob: QRectF

    def holds(self, point: QPointF) -> bool:
        """Whether the mouse takes hold of it at a point."""
        bar = QRectF(self.x - _REACH, self.top, 2 * _REACH, self.bottom - self.top)
        return bar.contains(point) or self.knob.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point)


class Gripped(Scrolled, Protocol):
    """The view whose edges are dragged."""

    @property
    def column_left(self) -> int:
        """x of the text column in the viewport."""
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

    def show_coming(self, span: Span | None) -> None:
        """Paint a span with the limits that it would have; None: as it is."""
        ...


@dataclass
class _Drag:
    grip: Grip
    limits: tuple[int, int]  # when it began
    began: QPointF
    exact: bool = False
    moved: bool = False


class EdgeHandles:
    """Finds, paints and drags the grips; ``finished`` gets the id and limits of a span whose edge was dragged."""

    def __init__(self, view: Gripped, shown: Shown, finished: Callable[[str, int, int], None], owner: QObject) -> None:
        self._view = view
        self._shown = shown
        self._finished = finished
        self._drag: _Drag | None = None
        self._scrolling = DragScroll(view, self._follow, owner)

    @property
    def dragging(self) -> bool:
        """Whether a grip is held."""
        return self._drag is not None

    def grips(self) -> list[Grip]:
        """The grips that are on the screen, those of the selection first; where the current span is what is selected,
        only the span's, for it is what a person works on.
        """
        result: list[Grip] = []
        selected, span = self._view.selection(), self._current()
        if selected[0] < selected[1] and not self._is_of_current(selected):
            result += self._of(None, *selected)
        if span is not None:
            result += self._of(span, *span.limits)
        return result

    def _is_of_current(self, selected: tuple[int, int]) -> bool:
        """Whether the current span has these limits, or had them when the drag of one of its edges began."""
        current = self._shown.current
        span = self._shown.spans.get(current) if current is not None else None
        return span is not None and span.limits == selected

    def _current(self) -> Span | None:
        """The current span, with the limits that it would have while one of them is dragged."""
        span = self._shown.spans.get(self._shown.current) if self._shown.current is not None else None
        coming = self._shown.coming
        return coming if span is not None and coming is not None and coming.id == span.id else span

    def _of(self, span: Span | None, start: int, end: int) -> list[Grip]:
        return [
            self._grip(span, place, row, top, round(edge_on(row, start, end, not place.upstream)))
            for place in (Hit(start, False), Hit(end, True))
            for row, top in self._view.page.rows_at(place)
        ]

    def _grip(self, span: Span | None, place: Hit, row: Row, top: int, edge: int) -> Grip:
        at_start = not place.upstream
        x = edge + self._view.column_left
        x = min(max(KNOB / 2, x), self._view.column_left + self._view.page.width)
        knob = QRectF(x - KNOB / 2, top if at_start else top + row.height - KNOB, KNOB, KNOB)
        return Grip(span, at_start, x, top, top + row.height, knob)

    def grip_at(self, point: QPointF) -> Grip | None:
        """The grip that the mouse would take hold of at a point of the viewport."""
        return next((grip for grip in self.grips() if grip.holds(point)), None)

    def paint(self, painter: QPainter, selecting: bool) -> None:
        """Paint the grips: round ones for the selection (none while it is being dragged out), square ones for a
        span.
        """
        theme = self._shown.theme
        for grip in self.grips():
            if grip.span is None and selecting:
                continue
            colour = theme.focus if grip.span is None else theme.of_label(grip.span.label).bar
            painter.fillRect(QRectF(grip.x - BAR_WIDTH / 2, grip.top, BAR_WIDTH, grip.bottom - grip.top), colour)
            painter.setPen(QPen(theme.ground, 1))
            painter.setBrush(colour)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, grip.span is None)
            if grip.span is None:
                painter.drawEllipse(grip.knob.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.drawRect(grip.knob.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    # Dragging

    def press(self, event: QMouseEvent) -> bool:
        """A button goes down; whether on a grip."""
        if event.button() != Qt.MouseButton.LeftButton or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        grip = self.grip_at(event.position())
        if grip is None:
            return False
        limits = self._view.selection() if grip.span is None else grip.span.limits
        self._drag = _Drag(grip, limits, event.position())
        return True

    def move(self, event: QMouseEvent) -> None:
        """The mouse moves while a grip is held."""
        drag = self._drag
        if drag is None:
            return
        point = event.position()
        distance = (point - drag.began).manhattanLength()
        drag.moved |= distance >= max(2, QGuiApplication.styleHints().startDragDistance() // 3)
        drag.exact = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if drag.moved:
            self._scrolling.drag_to(point)
            self._follow(point)

    def _follow(self, point: QPointF) -> None:
        """Bring the edge that is held to a point."""
        drag = self._drag
        if drag is None:
            return
        offset = self._view.hit(self._scrolling.inside(point)).offset
        start, end = drag.limits
        fixed = end if drag.grip.at_start else start
        if drag.grip.span is None:
            if not drag.exact:
                offset = edge_near(self._view.page.text, offset, offset < fixed)
            self._view.change_selection(lambda selection: selection.select(fixed, offset), reveal=False)
            return
        text = self._view.page.text
        if not drag.exact:
            offset = edge_near(text, offset, drag.grip.at_start)
        if drag.grip.at_start:
            start = min(offset, words.previous_grapheme(text, end))
        else:
            end = max(offset, words.next_grapheme(text, start))
        self._view.show_coming(replace(drag.grip.span, start=start, end=end))

    def release(self, event: QMouseEvent) -> None:
        """The button goes up: a span's new limits are told; without a drag the caret goes where the click was."""
        drag, coming = self._drag, self._shown.coming
        self._stop()
        if drag is None:
            return
        if not drag.moved:
            place = self._view.hit(event.position())
            self._view.change_selection(lambda selection: selection.place(place, False), reveal=False)
        elif drag.grip.span is not None and coming is not None and coming.limits != drag.limits:
            self._finished(coming.id, *coming.limits)

    def forget(self, removed: Collection[str] = (), added: Collection[Span] = ()) -> None:
        """Let go of what is no longer shown as it was: of anything, or of a span that goes or becomes another."""
        if self._drag is None:
            return
        span = self._drag.grip.span
        if (not removed and not added) or (
            span is not None and (span.id in removed or span.id in {s.id for s in added})
        ):
            self._stop()

    def cancel(self) -> None:
        """Let go, and leave everything as it was."""
        drag = self._drag
        self._stop()
        if drag is not None and drag.moved and drag.grip.span is None:
            start, end = drag.limits
            self._view.change_selection(lambda selection: selection.select(start, end), reveal=False)

    def _stop(self) -> None:
        self._drag = None
        self._scrolling.stop()
        self._view.show_coming(None)


def edge_near(text: str, offset: int, at_start: bool) -> int:
    """The edge of a word or sign nearest to ``offset``: a start of one, or an end with the bidi marks behind it.

    Of two as near the outer one. Where none is near, ``offset`` moved to a grapheme limit.
    """
    found: list[int] = []
    behind = before = offset
    for _ in range(_TOKENS):
        if behind < len(text):
            start, end = words.word_at(text, behind)
            found += _edges(text, start, end, at_start)
            behind = end
        if before > 0:
            start, end = words.word_at(text, before - 1)
            found += _edges(text, start, end, at_start)
            before = start
    outward = 1 if at_start else -1
    return min(found, key=lambda edge: (abs(edge - offset), outward * edge), default=words.grapheme_start(text, offset))


def _edges(text: str, start: int, end: int, at_start: bool) -> list[int]:
    """The start or end of a token, if it is one to end at: not of blanks, not of bidi marks alone."""
    token = text[start:end]
    if not token.strip() or not token.strip(words.BIDI_MARKS):
        return []
    if at_start:
        return [start]
    while end < len(text) and text[end] in words.BIDI_MARKS:
        end += 1
    return [end]
