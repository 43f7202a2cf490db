"""Planning again where clauses changed gives the blocks that planning all gives, and keeps the others."""

import random

import pytest
from PySide6.QtWidgets import QApplication

from gui.style.fonts import text_font
from gui.text_view.block_list import _KEPT_GONE, KEPT_LAYOUTS, PADDING, BlockList
from gui.text_view.layout import Typography
from tests.gui.text_view.conftest import HARD, INVENTED, clause, mark


@pytest.fixture
def blocks(qapp: QApplication) -> BlockList:
    return BlockList(Typography.of(text_font("Amiri", 20), 3), 600)


@pytest.mark.parametrize("start", range(6))
def test_planning_again_equals_planning_all(blocks: BlockList, start: int) -> None:
    chance = random.Random(start)
    text = chance.choice([INVENTED + HARD, "كلمة، " * 2000, INVENTED * 10, "أ\u200f ب \n ج\u200e  د " * 40])
    blocks.set_text(text, [], {"clause"})
    present = {}
    for step in range(120):
        if present and chance.random() < 0.4:
            name = chance.choice(list(present))
            removed, added = [name], []
            del present[name]
        else:
            first = chance.randrange(len(text))
            last = min(len(text), first + chance.choice([1, 2, 10, 100, 1000, 5000]))
            span = clause(first, last, chance.choice(["operative", "title"]), str(step))
            removed, added = [], [span]
            present[span.id] = span
        before = {block.limits: block for block in blocks.blocks}
        _, moved = blocks.replace_spans(removed, added)
        assert moved is not None
        first_moved = blocks.plan_anew(*moved)
        fresh = BlockList(blocks.typography, blocks.width)
        fresh.set_text(text, present.values(), {"clause"})
        assert [block.limits for block in blocks.blocks] == [block.limits for block in fresh.blocks]
        assert (first_moved is None) == (list(before) == [block.limits for block in blocks.blocks])
        for block in blocks.blocks:
            assert before.get(block.limits, block) is block
        offset = chance.randrange(len(text))
        limits = blocks.blocks[blocks.number_of(offset)].limits
        assert limits.start <= offset < limits.end


def test_a_clause_behind_a_control_gives_the_control_to_the_block_before(blocks: BlockList) -> None:
    text = "أولا، \u200fثانيا، ثالثا"
    blocks.set_text(text, [clause(0, 5), clause(6, 13)], {"clause"})
    assert [block.limits.start for block in blocks.blocks] == [0, 6, 14]
    _, moved = blocks.replace_spans(["operative-6-13"], [clause(7, 13)])
    assert moved is not None
    blocks.plan_anew(*moved)
    assert [block.limits.start for block in blocks.blocks] == [0, 7, 14]


def test_so_does_one_inside_a_clause_that_begins_with_the_control(blocks: BlockList) -> None:
    text = "أولا، \u200fثانيا، ثالثا"
    blocks.set_text(text, [clause(0, 5), clause(6, 19)], {"clause"})
    assert [block.limits.start for block in blocks.blocks] == [0, 6]
    _, moved = blocks.replace_spans([], [clause(7, 13, "subclause")])
    assert moved is not None
    blocks.plan_anew(*moved)
    assert [block.limits.start for block in blocks.blocks] == [0, 7, 14]


def test_marks_of_other_layers_move_no_limit(blocks: BlockList) -> None:
    blocks.set_text(INVENTED, [], {"clause"})
    changed, moved = blocks.replace_spans([], [mark(3, 9)])
    assert ([span.limits for span in changed], moved) == ([(3, 9)], None)


def test_heights_are_real_once_laid_out(blocks: BlockList) -> None:
    blocks.set_text(INVENTED * 20, [], {"clause"})
    assert blocks.total_height - 2 * PADDING == blocks.top_of(len(blocks)) - PADDING
    for number in range(len(blocks)):
        block = blocks.lay_out(number)
        assert block.height == block.laid_out.height + blocks.typography.gap
    assert blocks.top_of(len(blocks)) - blocks.top_of(0) == sum(block.height for block in blocks.blocks)


def test_few_layouts_are_kept(blocks: BlockList) -> None:
    blocks.set_text("كلمة،\n" * 500, [], {"clause"})
    for number in range(len(blocks)):
        kept = blocks.lay_out(number)
        blocks.drop_layouts_but({kept, blocks.blocks[0]})
        assert blocks.laid_out_count() <= KEPT_LAYOUTS + 2
    assert blocks.blocks[0].is_laid_out
    assert not blocks.blocks[1].is_laid_out


def test_what_an_undo_brings_back_is_not_laid_out_again(blocks: BlockList) -> None:
    blocks.set_text(INVENTED * 4, [], {"clause"})
    before = blocks.lay_out(0).laid_out
    height, total = blocks.blocks[0].height, blocks.total_height
    for removed, added in (([], [clause(20, 90, name="new")]), (["new"], [])):
        _, moved = blocks.replace_spans(removed, added)
        assert moved is not None and blocks.plan_anew(*moved) is not None
        again = blocks.lay_out(0).laid_out
        assert (again is before) == bool(removed)
    assert blocks.laid_out_count() == 1
    assert (blocks.blocks[0].height, blocks.total_height) == (height, total)


def test_nothing_comes_back_in_another_width_or_text(blocks: BlockList) -> None:
    def mark_and_unmark() -> None:
        for removed, added in (([], [clause(20, 90, name="new")]), (["new"], [])):
            _, moved = blocks.replace_spans(removed, added)
            assert moved is not None
            blocks.plan_anew(*moved)

    blocks.set_text(INVENTED, [], {"clause"})
    rows = len(blocks.lay_out(0).laid_out.rows)
    _, moved = blocks.replace_spans([], [clause(20, 90, name="new")])
    assert moved is not None
    blocks.plan_anew(*moved)
    blocks.set_shape(blocks.typography, blocks.width // 2)
    _, moved = blocks.replace_spans(["new"], [])
    assert moved is not None
    blocks.plan_anew(*moved)
    assert len(blocks.lay_out(0).laid_out.rows) > rows
    mark_and_unmark()
    other = INVENTED.replace("\u0627", "\u0628")
    blocks.set_text(other, [], {"clause"})
    mark_and_unmark()
    assert blocks.lay_out(0).laid_out.text == other[: blocks.blocks[0].limits.end]


def test_few_of_those_that_are_gone_are_kept(blocks: BlockList) -> None:
    blocks.set_text("كلمة، " * 2000, [], {"clause"})
    for number in range(_KEPT_GONE + 20):
        blocks.lay_out(blocks.number_of(6 * number))
        _, moved = blocks.replace_spans([], [clause(6 * number, 6 * number + 5, name=str(number))])
        assert moved is not None
        blocks.plan_anew(*moved)
        assert len(blocks._gone) == min(number + 1, _KEPT_GONE)
