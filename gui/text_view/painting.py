"""Painting of the text column: fills, hits, underlines, evidence, selection, text, caret; in that order, each row in
its boxes.

Character formats are never used (they break lam-alef and lay the text out anew). Everything below the glyphs is painted
for all rows before any glyph, so that no row's fill cuts the marks of the row beside it; what is painted does not
depend on which part of the viewport is asked for, so that repainting a part gives the same pixels as repainting all.
"""

from bisect import bisect_left, insort
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.style.theme import Theme
from gui.text_view.edges import edge_on
from gui.text_view.geometry import Hit
from gui.text_view.hidden_characters import HiddenCharacterPainter
from gui.text_view.hits import Hits
from gui.text_view.layout import LANE_PITCH, LANE_THICKNESS, Row, Typography
from gui.text_view.page import Placed
from gui.text_view.span_index import SpanIndex
from gui.text_view.unsure_limits import unsure_limits
from model.annotation.layers import Scheme
from model.annotation.values import Span, is_unsure, text_order

CARET_WIDTH = 2
_ALL_WIDTH = 100_000
MOST_LANES = 4
SUGGESTED_DASH = [3.0, 3.0]
SUGGESTED_THICKNESS = 1.5
# Of the zigzag at a unsure limit, in logical pixels.
ZIGZAG_WIDTH, ZIGZAG_STEP, ZIGZAG_THICKNESS, ZIGZAG_APART = 4.0, 3.0, 1.6, 4.0
EVIDENCE_DASH = [1.5, 3.0]
EVIDENCE_THICKNESS = 1.5
_HIT_LINE, _CURRENT_HIT_LINE = 1, 2
_LABEL_DASHES: tuple[list[float], ...] = (
    [],
    [8.0, 3.0],
    [2.0, 2.0],
    [8.0, 2.0, 2.0, 2.0],
    [16.0, 4.0],
    [2.0, 5.0],
    [8.0, 2.0, 2.0, 2.0, 2.0, 2.0],
)


@dataclass(frozen=True)
class Lanes:
    """How each layer is shown.

    ``paragraphs``: the layer, if any, whose spans are filled and make paragraphs: the first one whose spans nest.
    ``trees``: all layers whose spans nest; these have brackets in the margin. ``lane``: each layer that is underlined,
    with its lane; ``dashes``: the stroke of each of its labels.
    """

    paragraphs: frozenset[str] = frozenset()
    trees: frozenset[str] = frozenset()
    lane: Mapping[str, int] = field(default_factory=dict)
    dashes: Mapping[str, list[float]] = field(default_factory=dict)

    @classmethod
    def of(cls, scheme: Scheme | None) -> "Lanes":
        """Each layer but the one that is filled has a lane below the line, from the top in their order."""
        layers = scheme.layers if scheme is not None else ()
        trees = [layer for layer in layers if layer.overlap == "tree"]
        under = [layer for layer in layers if layer not in trees[:1]]
        return cls(
            paragraphs=frozenset(layer.id for layer in trees[:1]),
            trees=frozenset(layer.id for layer in trees),
            lane={layer.id: number % MOST_LANES for number, layer in enumerate(under)},
            dashes={
                label.id: _LABEL_DASHES[number % len(_LABEL_DASHES)]
                for layer in under
                for number, label in enumerate(layer.labels)
            },
        )

    @property
    def count(self) -> int:
        """How many lanes there are: one more than layers, for spans that overlap others of their layer."""
        return max(self.lane.values(), default=-1) + 1 + (1 if self.lane else 0)


def arranged_in_lanes(spans: Sequence[Span], lanes: Lanes) -> list[tuple[Span, int]]:
    """Spans (in text order) with their lanes: the one of their layer, or where that is taken the next that is free."""
    ends = [0] * lanes.count
    result: list[tuple[Span, int]] = []
    for span in spans:
        own = lanes.lane[span.layer]
        around = [*range(own, lanes.count), *range(own)]
        lane = next((lane for lane in around if ends[lane] <= span.start), own)
        ends[lane] = max(ends[lane], span.end)
        result.append((span, lane))
    return result


@dataclass
class Shown:
    """What is painted beside the text itself."""

    spans: SpanIndex
    theme: Theme
    lanes: Lanes
    selection: tuple[int, int] = (0, 0)
    focused: bool = False
    evidence: Sequence[tuple[int, int]] = ()
    hits: Hits = field(default_factory=Hits)
    current: str | None = None
    caret: Hit | None = None  # None while it is not to be seen
    coming: Span | None = None  # a span with the limits that it would have, while one is dragged
    unsure_below: float = 0.0  # the chance (0 … 1) below which a proposal is unsure
    text: str = ""  # all of it

    def spans_meeting(self, start: int, end: int) -> list[Span]:
        """The spans that share a code point with a range, in text order, one perhaps with its coming limits."""
        found, coming = self.spans.meeting(start, end), self.coming
        if coming is None:
            return found
        found = [span for span in found if span.id != coming.id]
        if coming.start < end and coming.end > start:
            insort(found, coming, key=text_order)
        return found


class TextPainter:
    """Paints rows of blocks; ``left`` is the x of the text column in the viewport, ``ratio`` the device pixel ratio."""

    def __init__(self, painter: QPainter, typography: Typography, left: int, ratio: float, shown: Shown) -> None:
        self._painter = painter
        self._typography = typography
        self._left = left
        self._ratio = ratio
        self._shown = shown
        self._pens: dict[tuple[int, float, tuple[float, ...]], QPen] = {}

    def paint(self, placed: Sequence[Placed], parts: Collection[tuple[int, int]]) -> None:
        """Paint the rows that meet one of the ``parts`` (top and bottom y in the viewport)."""
        reach = self._typography.overhang  # rows this near to a part are drawn too, for their glyphs may be seen in it
        drawn: list[tuple[Row, int, Placed]] = []
        for block in placed:
            if not any(block.top - reach < bottom and block.text_bottom + reach > top for top, bottom in parts):
                continue
            limits = block.block.limits
            spans = self._shown.spans_meeting(limits.start, limits.end)
            lanes = arranged_in_lanes(
                [span for span in spans if span.layer in self._shown.lanes.lane], self._shown.lanes
            )
            fills = [span for span in spans if span.layer not in self._shown.lanes.lane]
            for row, y in block.rows():
                if any(y - reach < bottom and y + row.height + reach > top for top, bottom in parts):
                    self._paint_below(row, y, fills, lanes, block.block.laid_out.text_end)
                    drawn.append((row, y, block))
        self._paint_unsure(drawn)
        self._painter.setPen(QPen(self._shown.theme.text))
        for row, y, block in drawn:
            overhangs = block.block.laid_out.overhangs
            if overhangs:  # a tower of marks ends here, or it would be seen or not as its row is drawn or not
                self._painter.setClipRect(QRectF(0, y - reach, _ALL_WIDTH, row.height + 2 * reach))
            row.line.draw(self._painter, QPointF(self._left, block.text_top))
            if overhangs:
                self._painter.setClipping(False)
        self._paint_signs(drawn)
        if self._shown.caret is not None:
            self._paint_caret(drawn, self._shown.caret)

    def _paint_signs(self, drawn: Sequence[tuple[Row, int, Placed]]) -> None:
        """The signs of hidden marks, where these are shown."""
        signs: HiddenCharacterPainter | None = None
        for row, y, block in drawn:
            laid_out = block.block.laid_out
            if laid_out.signs:
                low, high = bisect_left(laid_out.signs, row.start), bisect_left(laid_out.signs, row.end)
                signs = signs or HiddenCharacterPainter(
                    self._painter, self._typography.font.pixelSize(), self._shown.theme.evidence
                )
                baseline = y + row.baseline - row.top
                signs.paint(row, self._left, baseline, laid_out.text, laid_out.start, laid_out.signs[low:high])

    def _paint_below(
        self, row: Row, y: int, fills: Sequence[Span], lanes: Sequence[tuple[Span, int]], text_end: int
    ) -> None:
        """All that lies below the glyphs of a row; blanks at its block's end, from ``text_end``, are not filled."""
        for span in fills:
            if span.start >= row.end:
                break
            if span.end > row.start:
                self._paint_fill(row, y, span, text_end)
        found: list[QRectF] = []  # the rectangles of the current hit
        for start, end, current in self._shown.hits.meeting(row.start, row.end):
            rectangles = self._paint_hit(row, y, start, end, current)
            found = rectangles if current else found
        for span, lane in lanes:
            if span.start >= row.end:
                break
            if span.end > row.start:
                self._paint_lane(row, y, span, lane)
        for start, end in self._shown.evidence:
            if start < row.end and end > row.start:
                self._paint_evidence(row, y, start, end)
        start, end = self._shown.selection
        if start < row.end and end > row.start:
            theme = self._shown.theme
            colour = theme.selection if self._shown.focused else theme.selection_unfocused
            rectangles = self.rectangles(row, y, start, end)
            for rectangle in rectangles if rectangles != found else ():  # a current hit shows that it is selected
                self._painter.fillRect(rectangle, colour)

    def rectangles(self, row: Row, y: int, start: int, end: int) -> list[QRectF]:
        """The rectangles of a range on a row, their edges at device pixels; neighbouring ranges share them."""
        return [
            QRectF(left, y, right - left, row.height)
            for left, right in ((self._snap(left), self._snap(right)) for left, right in row.extents(start, end))
        ]

    def _snap(self, x: float) -> float:
        """x of the column as x of the viewport, at the device pixel to which Qt's fill would round it."""
        return ceil((x + self._left) * self._ratio - 0.5) / self._ratio

    def _paint_fill(self, row: Row, y: int, span: Span, text_end: int) -> None:
        colours = self._shown.theme.of_label(span.label)
        suggested = span.status == "suggested"
        fill = colours.faint if suggested else colours.fill
        if span.id == self._shown.current:
            fill = colours.fill if suggested else colours.strong
        for rectangle in self.rectangles(row, y, span.start, min(span.end, text_end)):
            self._painter.fillRect(rectangle, fill)
            if suggested:
                bottom = rectangle.bottom() - 1
                dash, thickness = SUGGESTED_DASH, SUGGESTED_THICKNESS
                self._stroke(rectangle.left(), rectangle.right(), bottom, colours.bar, thickness, dash)

    def _paint_unsure(self, drawn: Sequence[tuple[Row, int, Placed]]) -> None:
        """A zigzag outside each limit of an unsure proposal that no sure mark has too: no grip hides it there."""
        shown = self._shown
        for row, y, _ in drawn:
            for span in shown.spans.meeting(row.start, row.end):
                if span.layer not in shown.lanes.trees or not is_unsure(span, shown.unsure_below):
                    continue
                at_start, at_end = unsure_limits(span, shown.spans, shown.text, shown.unsure_below)
                if at_start and row.start <= span.start < row.end:
                    self._paint_zigzag(edge_on(row, span.start, span.end, True) + ZIGZAG_APART, y, row.height)
                if at_end and row.start < span.end <= row.end:
                    self._paint_zigzag(edge_on(row, span.start, span.end, False) - ZIGZAG_APART, y, row.height)

    def _paint_zigzag(self, x: float, y: int, height: int) -> None:
        left = self._snap(x) - ZIGZAG_WIDTH / 2
        steps = int(height // ZIGZAG_STEP)
        points = [QPointF(left + ZIGZAG_WIDTH * (step % 2), y + step * ZIGZAG_STEP) for step in range(steps + 1)]
        self._painter.save()
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(QPen(self._shown.theme.unsure, ZIGZAG_THICKNESS))
        self._painter.drawPolyline(QPolygonF(points))
        self._painter.restore()

    def _paint_hit(self, row: Row, y: int, start: int, end: int, current: bool) -> list[QRectF]:
        """A ground of its own with a line below; the current one has a stronger one and is framed."""
        theme, rectangles = self._shown.theme, self.rectangles(row, y, start, end)
        for rectangle in rectangles:
            self._painter.fillRect(rectangle, theme.current_hit if current else theme.hit)
            left, top, right, bottom = rectangle.left(), rectangle.top(), rectangle.right(), rectangle.bottom()
            width, height, line = rectangle.width(), rectangle.height(), theme.hit_line
            if not current:
                self._painter.fillRect(QRectF(left, bottom - _HIT_LINE, width, _HIT_LINE), line)
                continue
            for edge in (top, bottom - _CURRENT_HIT_LINE):
                self._painter.fillRect(QRectF(left, edge, width, _CURRENT_HIT_LINE), line)
            for side in (left, self._snap(right - _CURRENT_HIT_LINE - self._left)):
                self._painter.fillRect(
                    QRectF(side, top, self._snap(side + _CURRENT_HIT_LINE - self._left) - side, height), line
                )
        return rectangles

    def _paint_lane(self, row: Row, y: int, span: Span, lane: int) -> None:
        shown = self._shown
        colour = shown.theme.of_label(span.label).bar
        scale = self._typography.lane_scale
        below = self._typography.lane_top + (lane * LANE_PITCH + LANE_THICKNESS / 2) * scale
        middle = y + row.baseline - row.top + below
        suggested = span.status == "suggested"
        thickness = scale * (1 if suggested else LANE_THICKNESS + (1 if span.id == shown.current else 0))
        dash = SUGGESTED_DASH if suggested else shown.lanes.dashes.get(span.label, [])
        for rectangle in self.rectangles(row, y, span.start, span.end):
            self._stroke(rectangle.left(), rectangle.right(), middle, colour, thickness, dash)

    def _paint_evidence(self, row: Row, y: int, start: int, end: int) -> None:
        """An outline, dotted above and below. Its sides are not: where a part is painted anew, Qt begins the dots of
        an upright line elsewhere.
        """
        colour = self._shown.theme.evidence
        for rectangle in self.rectangles(row, y, start, end):
            inner = rectangle.adjusted(1, 1, -1, -1)
            for edge in (inner.top(), inner.bottom()):
                self._stroke(inner.left(), inner.right(), edge, colour, EVIDENCE_THICKNESS, EVIDENCE_DASH)
            for side in (inner.left(), inner.right() - 1):
                self._painter.fillRect(QRectF(self._snap(side - self._left), inner.top(), 1, inner.height()), colour)

    def _stroke(self, left: float, right: float, y: float, colour: QColor, thickness: float, dash: list[float]) -> None:
        """A horizontal line; dashes in logical pixels, from the right, where the text begins."""
        if not dash:
            self._painter.fillRect(QRectF(left, y - thickness / 2, right - left, thickness), colour)
            return
        key = (colour.rgba(), thickness, tuple(dash))
        pen = self._pens.get(key)
        if pen is None:
            pen = self._pens[key] = QPen(colour, thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([length * self._typography.lane_scale / thickness for length in dash])
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(right, y), QPointF(left, y))

    def _paint_caret(self, drawn: Sequence[tuple[Row, int, Placed]], place: Hit) -> None:
        offset = place.offset - 1 if place.upstream and place.offset > 0 else place.offset
        for row, y, _ in drawn:
            if row.start <= offset < row.end or (offset == row.end and row is drawn[-1][0]):
                x = self._snap(row.boxes.caret_x(place)) - CARET_WIDTH / 2
                baseline = y + row.baseline - row.top
                top = max(y, baseline - self._typography.ascent)
                height = baseline + self._typography.lane_top - top
                self._painter.fillRect(QRectF(x, top, CARET_WIDTH, height), self._shown.theme.text)
                return
