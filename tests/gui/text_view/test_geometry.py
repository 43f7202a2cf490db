"""Every character of real and hard texts against the box in which it is painted."""

import random
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from gui.text_view import geometry
from gui.text_view.display import DisplayOptions
from gui.text_view.geometry import LineBoxes
from gui.text_view.utf16 import UnitMap
from gui.text_view.view import TextView
from model.text.words import INVISIBLE, next_grapheme

UNPAINTED = INVISIBLE + "\u200c\u200d\u0300\u0651"
DISPLAYS = {
    "usual": DisplayOptions(),
    "stored": DisplayOptions(as_stored=True, show_hidden=True, mend_brackets=False),
    "stored, marks hidden": DisplayOptions(as_stored=True),
    "marks shown, close rows": DisplayOptions(show_hidden=True, line_spacing=0.8, reading_width=16),
    "far rows": DisplayOptions(line_spacing=2.0, reading_width=0),
}
WIDTHS = (420, 560, 700, 901, 1300)


def page_through(view: TextView):
    """Show the whole text, piece by piece: yields a row and its top, each row once, in order."""
    seen = -1
    while True:
        view.reveal(seen + 1 if seen < len(view.page.text) else seen)
        rows = [(row, top) for row, top in view.page.rows_meeting(0, len(view.page.text)) if row.start > seen]
        rows = [(row, top) for row, top in rows if top >= 0 and top + row.height <= view.page.height]
        if not rows:
            return
        for row, top in rows:
            yield row, top
            seen = row.start
        if rows[-1][0].end >= len(view.page.text):
            return
        seen = rows[-1][0].end - 1


def shown_at(view: TextView, offset: int) -> str:
    """The character that is displayed for the one at an offset."""
    laid_out = view.page.blocks[view.page.block_number(offset)].laid_out
    return laid_out.shown[offset - laid_out.start]


def check_all_clicks(view: TextView) -> int:
    """Click each grapheme's halves where it is painted; the number of characters that were clicked."""
    text = view.page.text
    clicked = 0
    covered = 0
    for row, top in page_through(view):
        assert row.start == covered
        covered = row.end
        offset = row.start
        while offset < row.end:
            end = next_grapheme(text, offset)
            left, right = row.boxes.box(offset)
            box = view.character_box(offset)
            assert box is not None
            assert (box.left() - view.column_left, box.top()) == (pytest.approx(left), top)
            if right - left > 0.01:
                near, far = left + 0.25 * (right - left), left + 0.75 * (right - left)
                if row.boxes.right_to_left[row.boxes.number_at(offset)]:
                    near, far = far, near
                y = top + row.height / 2
                assert view.offset_at(QPointF(near + view.column_left, y)) == offset
                assert view.offset_at(QPointF(far + view.column_left, y)) == end
                clicked += end - offset
            else:  # only blanks at lines' ends, controls and marks without a letter are not painted
                rest = text[offset : row.end]
                assert not rest.strip() or shown_at(view, offset) in UNPAINTED, (offset, text[offset:end])
            offset = end
    assert covered == len(text)
    return clicked


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("font", ["Amiri", "other"])
def test_every_character_of_the_seed_is_hit_where_it_is_painted(
    make_view: Callable[..., TextView], seed: str, other_family: str, width: int, font: str
) -> None:
    view = make_view(seed, width, 600, family="Amiri" if font == "Amiri" else other_family)
    assert check_all_clicks(view) > len(seed) * 0.95


@pytest.mark.parametrize("font", ["Amiri", "other"])
@pytest.mark.parametrize("width", [420, 700])
@pytest.mark.parametrize("display", DISPLAYS)
def test_every_character_of_invented_texts_is_hit(
    make_view: Callable[..., TextView], invented: str, hard: str, other_family: str, width: int, font: str, display: str
) -> None:
    family, options = "Amiri" if font == "Amiri" else other_family, DISPLAYS[display]
    assert check_all_clicks(make_view(invented, width, 600, family=family, options=options)) > len(invented) * 0.95
    check_all_clicks(make_view(hard, width, 600, family=family, options=options))


def ink_of(layout: QTextLayout, first: int, count: int, size: tuple[int, int]) -> QImage:
    """The layout drawn with one stretch of characters (UTF-16 units) in red, all else invisible."""
    image = QImage(*size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor(255, 255, 255))
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length = first, count
    form = QTextCharFormat()
    form.setForeground(QColor(255, 0, 0))
    stretch.format = form
    layout.draw(painter, QPointF(0, 0), [stretch])
    painter.end()
    return image


def red_columns(image: QImage, top: int, bottom: int) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).green() < 128 for y in range(max(0, top), min(bottom, image.height())))
    ]


@pytest.mark.parametrize("font", ["Amiri", "other"])
def test_boxes_lie_where_the_ink_is(
    make_view: Callable[..., TextView], invented: str, other_family: str, font: str
) -> None:
    """The middle of what Qt draws for a letter alone lies in the letter's box: an oracle that knows nothing of glyph
    runs.
    """
    view = make_view(invented, 520, 900, family="Amiri" if font == "Amiri" else other_family, size=24)
    checked = 0
    for placed in view.page.placed():
        laid_out = placed.block.laid_out
        assert laid_out is not None
        for row in laid_out.rows[::3]:
            for offset in range(row.start, row.end, 5):
                number = row.boxes.number_at(offset)
                first, last = row.boxes.starts[number], row.boxes.end_of(number)
                left, right = row.boxes.box(offset)
                if shown_at(view, first) in UNPAINTED or not view.page.text[first].isalnum():
                    continue
                if view.page.text[first - 1 : last].count("ل"):
                    continue  # lam-alef is one glyph: its parts have no ink of their own
                image = ink_of(
                    laid_out.layout,
                    laid_out.units.to_unit(first - laid_out.start),
                    last - first,
                    (view.page.width + 40, laid_out.height),
                )
                columns = red_columns(image, row.top, row.top + row.height)
                assert columns, view.page.text[first:last]
                middle = (columns[0] + columns[-1] + 1) / 2
                assert left - 1.5 <= middle <= right + 1.5, (view.page.text[first:last], left, right, middle)
                checked += 1
    assert checked > 20


def test_neighbouring_boxes_share_their_edges(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 700, 900)
    for row, _ in view.page.rows_meeting(0, len(invented)):
        boxes = sorted(zip(row.boxes.left, row.boxes.right, strict=True))
        wide = [box for box in boxes if box[1] > box[0]]
        assert all(one[1] == other[0] for one, other in pairwise(wide))


@pytest.mark.parametrize("width", range(420, 900, 20))
def test_every_row_ends_at_the_columns_right_edge(
    make_view: Callable[..., TextView], invented: str, width: int
) -> None:
    text = "الأمم المتحدة كاملة، بما " * 40  # behind a blank its kaf is narrower than its glyph
    view = make_view(text, width, 1400)
    for row, _ in view.page.rows_meeting(0, len(text)):
        assert max(row.boxes.right) == pytest.approx(view.page.width, abs=0.01)


def test_ranges_cover_exactly_the_boxes_of_their_characters(
    make_view: Callable[..., TextView], invented: str, hard: str
) -> None:
    chance = random.Random(1)
    text = invented + hard
    view = make_view(text, 480, 1600)
    for _ in range(1000):
        start, end = sorted((chance.randrange(len(text)), chance.randrange(len(text) + 1)))
        for row, _ in view.page.rows_meeting(start, end):
            painted = row.boxes.extents(start, end)
            boxes = [row.boxes.box(offset) for offset in range(max(start, row.start), min(end, row.end))]
            assert sum(right - left for left, right in painted) == pytest.approx(
                sum(right - left for left, right in set(boxes))
            )
            for left, right in boxes:
                assert left == right or any(low <= left and right <= high for low, high in painted)


def test_a_letter_with_its_marks_is_one_box(make_view: Callable[..., TextView]) -> None:
    text = "حِفْظُ النصّ e\u0301a"
    view = make_view(text, 700, 300)
    assert view.character_box(0) == view.character_box(1)
    first, second = view.character_box(2), view.character_box(0)
    assert first is not None
    assert second is not None
    assert first.right() == second.left()
    assert view.offset_at(first.center() - QPointF(first.width() / 4, 0)) == 4
    assert view.character_box(text.index("e")) == view.character_box(text.index("\u0301"))


class FakeFont:
    """A font whose glyphs are as wide as their numbers."""

    def familyName(self) -> str:
        return "fake"

    def styleName(self) -> str:
        return "fake"

    def pixelSize(self) -> float:
        return 1.0

    def advancesForGlyphIndexes(self, glyphs: list[int]) -> list[QPointF]:
        return [QPointF(glyph, 0) for glyph in glyphs]


class FakeRun:
    """One run: (index, x, advance) of each glyph."""

    def __init__(self, *glyphs: tuple[int, float, int], right_to_left: bool = True) -> None:
        self.glyphs = glyphs
        self.right_to_left = right_to_left

    def isRightToLeft(self) -> bool:
        return self.right_to_left

    def glyphIndexes(self) -> list[int]:
        return [glyph[2] for glyph in self.glyphs]

    def stringIndexes(self) -> list[int]:
        return [glyph[0] for glyph in self.glyphs]

    def positions(self) -> list[QPointF]:
        return [QPointF(glyph[1], 0) for glyph in self.glyphs]

    def rawFont(self) -> FakeFont:
        return FakeFont()


class FakeLine:
    def __init__(self, length: int, *runs: FakeRun) -> None:
        self.length = length
        self.runs = runs

    def textStart(self) -> int:
        return 0

    def textLength(self) -> int:
        return self.length

    def x(self) -> float:
        return 0.0

    def width(self) -> float:
        return 100.0

    def glyphRuns(self, *_: object) -> tuple[FakeRun, ...]:
        return self.runs


@pytest.mark.parametrize("mark_first", [True, False])
def test_a_marks_own_place_never_widens_its_letter(mark_first: bool) -> None:
    letter, mark = (0, 10.0, 5), (0, 3.0, 0)
    run = FakeRun(*((mark, letter) if mark_first else (letter, mark)))
    boxes = LineBoxes(FakeLine(2, run), "ب\u064e", UnitMap("ب\u064e"), 0)
    assert boxes.box(0) == (10.0, 15.0)


def test_a_ligature_is_shared_by_its_letters(make_view: Callable[..., TextView], other_family: str) -> None:
    view = make_view("بلا", 700, 300, family=other_family, size=40)
    lam, alef = view.character_box(1), view.character_box(2)
    assert lam is not None
    assert alef is not None
    assert lam.width() == pytest.approx(alef.width())
    assert alef.right() == pytest.approx(lam.left())


def test_a_control_has_no_width_and_leaves_the_blank_beside_it_its_own(make_view: Callable[..., TextView]) -> None:
    view = make_view("كلمة \u202bأخرى\u202c هنا", 700, 300)
    control, blank = view.character_box(5), view.character_box(4)
    assert control is not None
    assert blank is not None
    assert control.width() == 0
    assert blank.width() > 2


def test_blanks_at_a_wrapped_lines_end_take_nothing_of_the_last_letter(make_view: Callable[..., TextView]) -> None:
    text = "كلمة " * 60
    view = make_view(text, 420, 900)
    widths = {
        round(box.width(), 2)
        for row, _ in view.page.rows_meeting(0, len(text))
        for offset in range(row.start, row.end)
        if text[offset] == "ة"
        for box in [view.character_box(offset)]
        if box is not None
    }
    assert len(widths) == 1


def test_parts_of_a_run_in_several_fonts_get_their_own_indexes() -> None:
    letters = FakeRun((80, 30, 1), (81, 20, 1))
    missing, rest = FakeRun((76, 113.1, 1)), FakeRun((76, 107.3, 1), (77, 100.0, 1))
    found = geometry._indexed([rest, letters, missing])
    assert found == [(rest, [77, 78]), (letters, [80, 81]), (missing, [76])]
    first, second = FakeRun((5, 0, 1), (6, 9, 1), right_to_left=False), FakeRun((5, 20, 1), right_to_left=False)
    third = FakeRun((5, 30, 1), (7, 40, 1), right_to_left=False)
    found = geometry._indexed([third, first, second])
    assert [indexes for _, indexes in found] == [[8, 10], [5, 6], [7]]


@pytest.mark.parametrize("text", ["a13\u200c", "c/3\u200c", "ب a1\u200d", "\u066532\u200c"])
def test_a_joiner_at_the_rows_other_end_does_not_widen_its_letter(
    make_view: Callable[..., TextView], text: str
) -> None:
    """Qt draws it where its level places it, which at a row's end may be far from the letter to which it belongs."""
    view = make_view(text, size=30)
    plain = make_view(text[:-1], size=30)
    last = len(text) - 2
    box, other = view.character_box(last), plain.character_box(last)
    assert box is not None
    assert other is not None
    assert box.width() == pytest.approx(other.width(), abs=1)
