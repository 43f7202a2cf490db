from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from gui.printing.body import Body, Place, TextPage
from gui.printing.content import Content, PrintOptions
from gui.text_view.painting import Lanes
from model.annotation.layers import read_scheme
from model.annotation.metadata import Metadata
from model.annotation.values import Span
from model.formats import resolution_text
from tests.gui.printing.conftest import TEXT

ENGLISH = PrintOptions(language="en")


def content_of(text: str, *spans: tuple[str, str, int, int]) -> Content:
    found = [Span(str(number), "d", *span) for number, span in enumerate(spans)]
    return Content("d", Metadata(), text, read_scheme(), tuple(found), (), (), (), "p")


def rows(body: Body, page: TextPage) -> list[tuple[int, int, int, int]]:
    """Start, end, top and bottom of the rows of a page."""
    return [(row.start, row.end, top, top + row.height) for placed in body.placed(page) for row, top in placed.rows()]


def check_complete(body: Body, text: str, first_room: int, room: int) -> list[TextPage]:
    """All rows of all pages, one after the other, are the whole text, and every one lies within its page."""
    pages = list(body.pages(first_room, room))
    at = 0
    for number, page in enumerate(pages):
        found = rows(body, page)
        assert found[0][2] == 0
        assert found[-1][3] <= (room if number else first_room)
        assert all(before[3] <= after[2] for before, after in pairwise(found))
        for start, end, _, _ in found:
            assert start == at
            at = end
    assert at == len(text)
    return pages


@pytest.mark.parametrize("room", [60, 100, 170, 900])
@pytest.mark.parametrize("marks", [True, False])
def test_every_character_is_on_exactly_one_page(content, room, marks):
    body = Body(content, replace(ENGLISH, marks=marks), 400)
    pages = check_complete(body, content.text, 80, room)
    assert len(pages) > 1


def test_pages_can_be_looked_at_in_any_order(qapp):
    text = TEXT * 60
    body = Body(content_of(text), ENGLISH, 300)
    pages = check_complete(body, text, 300, 300)
    forward = [rows(body, page) for page in pages]
    assert [rows(body, page) for page in reversed(pages)] == forward[::-1]
    assert len(pages) > 30


def test_a_page_of_many_short_lines_keeps_them_all_laid_out(qapp):
    body = Body(content_of("سطر قصير\n" * 400), ENGLISH, 500)
    pages = list(body.pages(2500, 2500))
    forward = [rows(body, page) for page in pages]
    assert max(len(found) for found in forward) > 48
    for page in (pages[-1], pages[0], pages[3], pages[1], *pages):
        assert rows(body, page) == forward[pages.index(page)]


def test_the_space_above_headings_counts(qapp):
    length = len(TEXT)
    text = TEXT * 12
    headings = [("clause", "heading", start, start + 30) for start in range(0, len(text), length)]
    body = Body(content_of(text, *headings), ENGLISH, 420)
    for room in range(200, 320, 7):
        check_complete(body, text, room, room)


def test_the_longest_resolution_of_the_corpus_is_complete(qapp, corpus: Path):
    path = max((corpus / "texts").glob("*/*.txt"), key=lambda path: path.stat().st_size)
    text = resolution_text.read_file(path).text
    body = Body(content_of(text), ENGLISH, 700)
    pages = check_complete(body, text, 500, 1000)
    assert len(text) == 188_059
    assert len(pages) > 50


def test_a_row_higher_than_a_page_has_one_for_itself(qapp):
    body = Body(content_of(TEXT), ENGLISH, 300)
    pages = list(body.pages(5, 5))
    assert [len(rows(body, page)) for page in pages] == [1] * len(pages)
    assert rows(body, pages[-1])[-1][1] == len(TEXT)


def test_no_single_row_of_a_paragraph_is_parted_from_the_others(qapp):
    first = TEXT.index("1 -")
    text = TEXT[:first] + TEXT * 3
    body = Body(
        content_of(text, ("clause", "preambular", 0, first), ("clause", "operative", first, len(text))), ENGLISH, 400
    )
    one = next(iter(body.pages(10_000, 10_000)))
    long = body.placed(one)[1].block.laid_out.rows
    height = long[0].height
    assert len(long) > 6
    before = body.placed(one)[1].text_top
    # Room for one row of the long paragraph: it is left to the next page.
    pages = list(body.pages(before + height + 2, 10_000))
    assert pages[0].last == Place(1, 0)
    # Room for all but one: two go over.
    pages = list(body.pages(before + long[-1].top + 2, 10_000))
    assert pages[0].last == Place(1, len(long) - 2)


def test_a_short_paragraph_stays_whole(qapp):
    text = TEXT[:150]
    limit = TEXT.index("إن الهيئة")
    body = Body(content_of(text, ("clause", "preambular", 0, limit), ("clause", "operative", limit, 150)), ENGLISH, 400)
    whole = body.placed(next(iter(body.pages(10_000, 10_000))))
    assert 2 <= len(whole[1].block.laid_out.rows) <= 3
    room = whole[1].text_top + whole[1].block.laid_out.rows[1].top + 2
    assert next(iter(body.pages(room, 10_000))).last == Place(1, 0)


def test_a_heading_is_not_left_at_the_foot_of_a_page(qapp):
    first, heading, after = 60, 120, 150
    spans = [("preambular", 0, first), ("heading", first, heading), ("operative", heading, len(TEXT))]
    text = TEXT
    body = Body(content_of(text, *(("clause", *span) for span in spans)), ENGLISH, 500)
    whole = body.placed(next(iter(body.pages(10_000, 10_000))))
    assert after < len(text)
    room = whole[2].text_top + whole[2].block.laid_out.rows[0].height
    pages = list(body.pages(room, 10_000))
    assert pages[0].last == Place(1, 0)
    assert rows(body, pages[1])[0][2] == 0  # no space above it at a page's top


def test_a_clause_over_two_pages_is_in_the_margin_of_both(qapp):
    text = TEXT * 6
    content = content_of(text, ("clause", "operative", 0, len(text)))
    body = Body(content, ENGLISH, 400)
    lanes = Lanes.of(content.scheme)
    pages = list(body.pages(300, 300))
    assert len(pages) > 2
    for page in pages:
        placed = body.placed(page)
        bottom = rows(body, page)[-1][3]
        (mark,) = body._margin.marks(body._blocks, placed, lanes)
        assert (mark.begins_here, mark.ends_here) == (page is pages[0], page is pages[-1])
        assert (mark.top, mark.bottom) == (0, bottom)
        assert mark.name.lines == ("Operative paragraph",) or len(mark.name.lines) == 2


def test_rows_stand_closer_where_nothing_is_underlined(content):
    without = replace(content, spans=tuple(span for span in content.spans if span.layer == "clause"))
    assert Body(without, ENGLISH, 400).row_height < Body(content, ENGLISH, 400).row_height


def test_an_empty_text_has_no_page(qapp):
    assert list(Body(content_of(""), ENGLISH, 400).pages(100, 100)) == []
