"""Where the page stands: scrolling by small and large steps, at the ends, while the shape changes."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from gui.style.fonts import text_font
from gui.text_view.block_list import PADDING
from gui.text_view.geometry import Hit
from gui.text_view.layout import Typography
from gui.text_view.page import Page
from gui.text_view.view import TextView
from tests.gui.text_view.conftest import INVENTED, clause


@pytest.fixture
def page(qapp: QApplication) -> Page:
    result = Page(Typography.of(text_font("Amiri", 20), 2), 500)
    result.height = 400
    length = len(INVENTED)
    result.set_document(
        INVENTED * 30, [clause(n * length, n * length + 200, name=str(n)) for n in range(30)], {"clause"}
    )
    return result


def rows(page: Page) -> dict[int, int]:
    return {row.start: top for placed in page.placed() for row, top in placed.rows()}


@pytest.mark.parametrize("upward", [True, False])
def test_small_steps_move_every_row_by_exactly_the_step(page: Page, upward: bool) -> None:
    """From a place that was jumped to, over blocks whose heights were only estimated."""
    chance = random.Random(2)
    page.scroll_to(page.total_height // 2)
    before = rows(page)
    for _ in range(120):
        step = chance.choice([7, 46, 120, 300]) * (-1 if upward else 1)
        page.scroll_to(page.position + step)
        after = rows(page)
        moved = {before[start] - after[start] for start in before if start in after}
        assert moved == {step} or page.position <= 0 or page.position >= page.total_height - page.height
        before = after


def test_the_ends_are_where_the_page_ends(page: Page) -> None:
    assert page.placed()[0].top == PADDING
    page.scroll_to(10**9)
    last = page.placed()[-1]
    assert last.number == len(page.blocks) - 1
    assert last.top + last.block.height == page.height - PADDING
    page.scroll_by(10**6)
    assert page.placed()[-1].top == last.top
    page.scroll_by(-(10**6))
    assert page.placed()[0].top == PADDING


def test_a_short_text_stays_at_the_top(page: Page) -> None:
    page.set_document("قرار قصير", [], set())
    page.scroll_by(500)
    assert page.placed()[0].top == PADDING
    assert page.total_height < page.height


def test_every_row_is_passed_once_when_paging_through(page: Page) -> None:
    seen: list[int] = []
    while True:
        seen += [start for start in rows(page) if not seen or start > seen[-1]]
        position = page.position
        page.scroll_by(page.height - page.typography.row_height)
        if page.position == position:
            break
    ends = [page.row_of(Hit(start, False))[1].end for start in seen]
    assert seen[0] == 0
    assert ends == [*seen[1:], len(page.text)]


def test_few_blocks_are_laid_out(page: Page) -> None:
    assert page.laid_out_count() < 12
    page.scroll_to(page.total_height // 2)
    page.placed()
    assert page.laid_out_count() < 24


def test_changing_the_width_keeps_the_top_and_does_not_creep(page: Page) -> None:
    page.scroll_to(5000)
    first = min(start for start, top in rows(page).items() if top + page.typography.row_height > 0)
    for width in [*range(500, 300, -3), *range(300, 503, 3), 500]:
        page.set_shape(page.typography, width)
    _, row = page.row_of(Hit(first, False))
    assert abs(rows(page)[row.start]) <= row.height


def test_far_places_are_revealed_at_a_third_and_near_ones_by_little(page: Page) -> None:
    page.reveal(Hit(9000, False))
    _, row = page.row_of(Hit(9000, False))
    assert abs(rows(page)[row.start] - page.height // 3) <= 1
    position = page.position
    page.reveal(Hit(9000, False))
    assert page.position == position
    last = max(rows(page))
    page.reveal(Hit(last, False))
    assert 0 <= page.position - position <= 2 * row.height


def test_hits_outside_the_rows_go_to_the_nearest(make_view: Callable[..., TextView], invented: str) -> None:
    view = make_view(invented, 500, 3000)
    page = view.page
    assert page.hit(page.width + 300, -500) == Hit(0, False)
    assert page.hit(-300, 10**6).offset == len(invented)
    assert page.hit(-300, PADDING + 5).offset == len(invented[: page.row(0, 0).end].rstrip())


def test_the_empty_page_answers(page: Page) -> None:
    page.set_document("", [], set())
    assert (page.placed(), page.hit(5, 5), page.position) == ([], Hit(0, False), 0)
    page.scroll_to(100)
    page.scroll_by(100)
    page.reveal(Hit(0, False))
    page.set_shape(page.typography, 333)
    assert page.replace_spans([], [clause(0, 5)]) == ([clause(0, 5)], None)


@pytest.mark.parametrize("longer", [False, True])
@pytest.mark.parametrize("width", [360, 520, 900])
def test_a_long_clause_is_seen_as_one_paragraph(make_view: Callable[..., TextView], width: int, longer: bool) -> None:
    text = INVENTED * (8 if longer else 5)
    end = len(text.rstrip())
    view = make_view(text, width, 600, [clause(0, end, depth=2)])
    page = view.page
    assert len(page.blocks) == (6 if longer else 1)
    assert page.paragraph_at(end // 2) == (0, len(text))
    filled, rights = [], []
    for number in range(len(page.blocks)):
        view.reveal(page.blocks[number].limits.start)
        page.row(number, 0)
        block = page.blocks[number]
        rows = block.laid_out.rows
        last = number == len(page.blocks) - 1
        assert block.height - sum(row.height for row in rows) == (page.typography.gap if last else 0)
        lengths = [row.line.naturalTextWidth() for row in rows]
        rights += [max(row.boxes.right) for row in rows]
        if not last:
            filled.append(lengths[-1] / max(lengths))
    assert max(rights) - min(rights) < 12
    assert all(each > 0.45 for each in filled)  # in narrow columns other rows are as short
    assert sum(filled) >= 0.8 * len(filled)
