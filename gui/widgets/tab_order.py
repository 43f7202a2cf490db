"""Where Tab goes: through a window in the order in which it is read, from right to left where its language is.

Read off what is seen when the key is pressed: what is made later, or lies in another place now, needs no order of its
own.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QWidget

_Item = TypeVar("_Item")
_TOUCHING = 2  # logical pixels by which neighbours may lie over one another


class InReadingOrder:
    """Mixed into a window before its class of Qt's. ``passed_by``: parts that Tab does not go to, though it can go on
    from there.
    """

    passed_by: Collection[QWidget] = ()

    def focusNextPrevChild(self, forward: bool) -> bool:
        assert isinstance(self, QWidget)
        return step(self, forward, self.passed_by)


def step(window: QWidget, forward: bool, passed_by: Collection[QWidget] = ()) -> bool:
    """Give the keys to the next stop of a window, or the one before; after the last comes the first. Says whether
    there is another one.
    """
    focused = QApplication.focusWidget()
    here = focused if focused is not None and window.isAncestorOf(focused) else None
    ring = stops(window, here)
    place = here
    while place is not None and place not in ring:  # in a part of a stop, such as the editor of a list
        place = place.parentWidget()
    if place is not None:
        number = ring.index(place)
        ring = [*ring[number + 1 :], *ring[:number]]
    found = next((stop for stop in (ring if forward else ring[::-1]) if stop not in passed_by), None)
    if found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _show(found)
    return True


def stops(part: QWidget, here: QWidget | None = None) -> list[QWidget]:
    """What Tab stops at in a part of a window, in reading order; ``here`` counts although it be hidden by now."""
    own = [part] if part is here or _takes_tab(part) else []
    if isinstance(part, QAbstractItemView):
        return own
    children = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    boxes = [(child.geometry(), stops(child, here)) for child in children if _is_seen(child, part, here)]
    return own + [stop for found in reading_order(boxes, part.isRightToLeft()) for stop in found]


def _is_seen(child: QWidget, parent: QWidget, here: QWidget | None) -> bool:
    """Whether a part can be seen, or scrolled to. A panel that lies below another one is put outside its window."""
    if child.isWindow():
        return False
    if here is not None and (child is here or child.isAncestorOf(here)):
        return True
    return child.isVisible() and (not parent.isWindow() or parent.rect().intersects(child.geometry()))


def _takes_tab(widget: QWidget) -> bool:
    return (
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not widget.size().isEmpty()
    )


def reading_order(boxes: Sequence[tuple[QRect, _Item]], mirrored: bool) -> list[_Item]:
    """What lies in these rectangles: line by line where a blank line can be drawn between them, else column by column,
    beginning at the side where reading does.
    """

    def ahead(box: QRect) -> tuple[int, int]:
        return (-box.right(), -box.left()) if mirrored else (box.left(), box.right())

    def down(box: QRect) -> tuple[int, int]:
        return box.top(), box.bottom()

    for sides in (down, ahead):
        groups = _apart(boxes, sides)
        if len(groups) > 1:
            return [item for group in groups for item in reading_order(group, mirrored)]
    return [item for _, item in sorted(boxes, key=lambda each: (down(each[0]), ahead(each[0])))]


def _apart(
    boxes: Sequence[tuple[QRect, _Item]], sides: Callable[[QRect], tuple[int, int]]
) -> list[list[tuple[QRect, _Item]]]:
    """The rectangles in groups with room between them along one axis; ``sides``: where one begins and ends on it."""
    groups: list[list[tuple[QRect, _Item]]] = []
    reached = 0
    for each in sorted(boxes, key=lambda each: sides(each[0])):
        begin, end = sides(each[0])
        if groups and begin <= reached - _TOUCHING:
            groups[-1].append(each)
            reached = max(reached, end)
        else:
            groups.append([each])
            reached = end
    return groups


def _show(widget: QWidget) -> None:
    """Scroll to a widget."""
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
