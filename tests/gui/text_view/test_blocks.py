"""Blocks cover the text, begin at clause limits, and depend on text and clauses alone."""

import random
from itertools import pairwise

from gui.text_view.blocks import LONGEST, LONGEST_IN_CLAUSE, BlockPlan
from tests.gui.text_view.conftest import HARD, INVENTED, clause


def shown(text: str, *clauses) -> list[str]:
    return [text[block.start : block.end] for block in BlockPlan(text).blocks(0, len(text), clauses)]


def test_a_block_begins_at_each_start_and_end_of_a_clause():
    assert shown("أولا، ثانيا، ثالثا", clause(6, 12)) == ["أولا، ", "ثانيا، ", "ثالثا"]


def test_white_space_between_clauses_belongs_to_the_block_before_it():
    text = "أولا،   ثانيا؛ "
    assert shown(text, clause(0, 5), clause(8, 14)) == ["أولا،   ", "ثانيا؛ "]


def test_a_control_between_clauses_makes_no_block():
    text = "أولا،\u200f ثانيا؛\u200e"
    assert shown(text, clause(0, 5), clause(7, 13)) == ["أولا،\u200f ", "ثانيا؛\u200e"]


def test_white_space_at_the_texts_beginning_leads_a_block():
    assert shown("  أولا، ثانيا", clause(2, 7)) == ["  ", "أولا، ", "ثانيا"] or shown(
        "  أولا، ثانيا", clause(2, 7)
    ) == ["  أولا، ", "ثانيا"]


def test_a_block_begins_after_a_line_break():
    assert shown("سطر\nثان\n\nثالث\n") == ["سطر\n", "ثان\n\n", "ثالث\n"]


def test_the_empty_text_has_no_block_and_a_blank_one_has_one():
    assert shown("") == []
    assert shown("   ") == ["   "]


def test_sub_clauses_are_set_in_by_their_depth():
    text = "0 " * 50
    clauses = [
        clause(0, 60, "operative"),
        clause(10, 30, "subclause"),
        clause(14, 20, "subclause"),
        clause(80, 90, "subclause", depth=1),
    ]
    blocks = BlockPlan(text).blocks(0, len(text), clauses)
    assert [(block.start, block.indent) for block in blocks] == [
        (0, 0),
        (10, 1),
        (14, 2),
        (20, 1),
        (30, 0),
        (60, 0),
        (80, 1),
        (90, 0),
    ]


def test_titles_and_headings_are_set_apart():
    blocks = BlockPlan("قرار العنوان إن الجمعية").blocks(0, 23, [clause(5, 12, "title"), clause(13, 23, "enacting")])
    assert [block.apart for block in blocks] == [False, True, False]


def test_long_unmarked_text_is_cut_at_punctuation():
    text = "كلمة أخرى، ثم غيرها؛ " * 1000
    pieces = shown(text)
    assert "".join(pieces) == text
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith("؛ ") for piece in pieces)


def test_a_cut_inside_a_clause_begins_no_paragraph():
    text = "كلمة أخرى، ثم غيرها؛ " * 400
    clauses = [clause(0, 41, "title"), clause(42, 8000, depth=1), clause(4200, 4219, "subclause", depth=2)]
    blocks = BlockPlan(text).blocks(0, len(text), clauses)
    ends = [block.end for block in blocks if not block.runs_on]
    assert ends == [42, 4200, 4219, 8001, len(text)]
    assert len(blocks) == len(ends) + 4  # what is longer than ``LONGEST_IN_CLAUSE``
    for block, following in pairwise(blocks):
        if block.runs_on:
            assert (block.indent, following.apart, following.at_limit) == (following.indent, False, False)


def test_marking_a_clause_leaves_the_cuts_elsewhere():
    text = "كلمة أخرى، ثم غيرها؛ " * 1000
    plan = BlockPlan(text)
    before = plan.blocks(0, len(text), [])
    after = plan.blocks(0, len(text), [clause(100, 119)])
    assert after[-8:] == before[-8:]
    assert len(after) == len(before) + 2


def random_clauses(chance: random.Random, length: int, count: int) -> list:
    return [
        clause(start, min(length, start + chance.choice([1, 3, 30, 300, 5000])), name=str(number))
        for number in range(count)
        for start in [chance.randrange(length)]
    ]


def test_blocks_cover_the_text_without_a_gap_whatever_is_marked():
    chance = random.Random(5)
    for _ in range(200):
        text = chance.choice([INVENTED + HARD, "كلمة، " * 2000, "ا" * 9000, "\n \n" + HARD, INVENTED * 6])
        clauses = sorted(random_clauses(chance, len(text), chance.randrange(12)), key=lambda c: (c.start, -c.end))
        blocks = BlockPlan(text).blocks(0, len(text), clauses)
        assert "".join(text[block.start : block.end] for block in blocks) == text
        for block in blocks:
            held = any(each.start < block.end and block.start < each.end for each in clauses)
            assert block.end - block.start <= (LONGEST_IN_CLAUSE if held else LONGEST)
        for block in blocks[1:]:
            assert not text[block.start].isspace()


def test_a_long_run_of_line_breaks_is_planned_line_by_line():
    text = "قرار\n" + "\n" * 200_000 + "نص\n \n\r\nآخر"
    blocks = BlockPlan(text).blocks(0, len(text), [])
    assert [text[block.start : block.end].strip() for block in blocks] == ["قرار", "نص", "آخر"]
    assert blocks[-1].end == len(text)
