"""Where on a row the limits of a range are seen."""

from gui.text_view.geometry import LineBoxes
from gui.text_view.layout import Row


def edge_on(row: Row, start: int, end: int, at_start: bool) -> float:
    """As ``edge_x``; of a row that is covered whole without finding its boxes."""
    if start <= row.start and row.end <= end:
        extents = row.extents(start, end)
        return max(right for _, right in extents) if at_start else min(left for left, _ in extents)
    return edge_x(row.boxes, start, end, at_start)


def edge_x(boxes: LineBoxes, start: int, end: int, at_start: bool) -> float:
    """x in the column at which a range begins or ends on the row that ``boxes`` are of.

    Where a number or Latin word lies there with all its letters inside the range, its far side: a clause ends behind
    its last number for a reader from the right, though the number's last digit stands at the number's right.
    """
    offset = start if at_start else end
    number = boxes.number_at(offset if at_start else offset - 1)
    if boxes.right_to_left[number]:
        return boxes.right[number] if at_start else boxes.left[number]
    first = last = number
    while first > 0 and not boxes.right_to_left[first - 1]:
        first -= 1
    while last + 1 < len(boxes.starts) and not boxes.right_to_left[last + 1]:
        last += 1
    behind = boxes.starts[last + 1] if last + 1 < len(boxes.starts) else boxes.end
    run = range(first, last + 1)
    if at_start and number == first and behind <= end:
        return max(boxes.right[each] for each in run)
    if not at_start and number == last and boxes.starts[first] >= start:
        return min(boxes.left[each] for each in run)
    return boxes.left[number] if at_start else boxes.right[number]
