"""The rows of the bidi inspector, against what was worked out by hand and what the model says."""

import random

import pytest
from PySide6.QtCore import QModelIndex, Qt

from gui.item_models.bidi_characters import LONGEST_BLOCK, MOST_COPIED, BidiCharacters, Column
from model.text.bidi import levels, line_levels, visual_order

TEXT = "قرار 59/187 (A/1)، حِ😀\u200f ب"


def whole(text: str):
    return lambda _: (0, len(text))


def rows(model: BidiCharacters, column: Column) -> list[str]:
    return [model.value(row, column) for row in range(model.rowCount())]


@pytest.fixture
def model(qapp) -> BidiCharacters:
    result = BidiCharacters(whole(TEXT))
    result.set_stretch(TEXT, 0, len(TEXT))
    return result


def test_what_is_told_of_each_character(model: BidiCharacters) -> None:
    assert model.rowCount() == len(TEXT)
    assert rows(model, Column.CHARACTER)[:6] == ["ق", "ر", "ا", "ر", "SP", "5"]
    assert rows(model, Column.CODE)[:2] == ["U+0642", "U+0631"]
    assert rows(model, Column.NAME)[5] == "DIGIT FIVE"
    assert rows(model, Column.CLASS)[:8] == ["AL", "AL", "AL", "AL", "WS", "EN", "EN", "CS"]
    assert rows(model, Column.LEVEL)[:13] == ["1"] * 5 + ["2"] * 6 + ["1"] * 2
    assert rows(model, Column.OFFSET) == [str(offset) for offset in range(len(TEXT))]
    assert rows(model, Column.UTF16) == [
        str(len(TEXT[:offset].encode("utf-16-le")) // 2) for offset in range(len(TEXT))
    ]
    assert rows(model, Column.UTF8) == [str(len(TEXT[:offset].encode())) for offset in range(len(TEXT))]
    assert rows(model, Column.CHARACTER)[TEXT.index("\u0650")] == "\u25cc\u0650"
    assert rows(model, Column.CHARACTER)[TEXT.index("\u200f")] == "RLM"


def test_the_place_is_counted_from_the_left_of_the_line(model: BidiCharacters) -> None:
    places = [int(place) for place in rows(model, Column.PLACE)]
    assert sorted(places) == list(range(1, len(TEXT) + 1))
    assert places[0] == len(TEXT)  # the first letter stands at the right
    start = TEXT.index("59")
    assert places[start : start + 6] == list(range(places[start], places[start] + 6))  # a number runs rightward
    assert places[-1] == 1
    assert model.line(0).order == tuple(sorted(range(len(TEXT)), key=lambda offset: places[offset]))


def test_levels_are_of_the_whole_block_though_less_is_shown(qapp) -> None:
    text = "ب 12-34 a"
    model = BidiCharacters(whole(text))
    model.set_stretch(text, 2, 7)
    assert rows(model, Column.LEVEL) == [
        "2",
        "2",
        "1",
        "2",
        "2",
    ]  # alone they would be a Latin number, all of one level
    assert rows(model, Column.OFFSET) == ["2", "3", "4", "5", "6"]


def test_lines_and_blocks_of_their_own(qapp) -> None:
    """Against the model's own functions, for every offset of a text cut into blocks and lines at random."""
    chance = random.Random(2)
    text = "".join(chance.choices("ابج abc 123 ٤٥ ()[]/.-\u200f\u202b\u202c\u2067\u2069", k=400))
    blocks = [0, 90, 91, 200, 333, len(text)]
    lines = sorted({*blocks, *chance.sample(range(len(text)), 20)})

    def within(limits: list[int]):
        def of(offset: int) -> tuple[int, int]:
            start = max(limit for limit in limits if limit <= offset)
            return start, min(limit for limit in limits if limit > offset)

        return of

    model = BidiCharacters(within(blocks), within(lines))
    model.set_stretch(text, 50, 380)
    for row in range(model.rowCount()):
        offset = 50 + row
        block, line = within(blocks)(offset), within(lines)(offset)
        resolved = levels(text[slice(*block)], "R")[line[0] - block[0] : line[1] - block[0]]
        of_line = line_levels(text[slice(*line)], resolved, 1)
        if model.value(row, Column.CLASS) in ("RLE", "PDF"):
            assert (model.value(row, Column.LEVEL), model.value(row, Column.PLACE)) == ("–", "–")
            continue
        assert model.value(row, Column.LEVEL) == str(of_line[offset - line[0]])
        kept = [place for place, each in enumerate(text[slice(*line)]) if each not in "\u202b\u202c"]
        order = [kept[place] for place in visual_order([of_line[place] for place in kept])]
        assert model.value(row, Column.PLACE) == str(order.index(offset - line[0]) + 1)


def test_numbers_and_code_points_keep_their_direction(model: BidiCharacters) -> None:
    for column in Column:
        shown = model.index(0, column).data()
        assert shown == f"\u2066{model.value(0, column)}\u2069"
        assert "\u2066" not in model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(4, Column.CHARACTER).data(Qt.ItemDataRole.AccessibleTextRole) == "SPACE"


def test_nothing_is_worked_out_before_it_is_asked_for(qapp) -> None:
    asked: list[int] = []
    text = "قرار 59/187 " * 90_000

    def block_of(offset: int) -> tuple[int, int]:
        asked.append(offset)
        return offset - offset % 1200, min(len(text), offset - offset % 1200 + 1200)

    model = BidiCharacters(block_of)
    model.set_stretch(text, 0, len(text))
    assert (model.rowCount(), asked) == (len(text), [])
    assert model.value(999_996, Column.LEVEL) == "1"
    assert model.value(1_000_002, Column.LEVEL) == "2"
    assert len(asked) < 10
    model.set_stretch(text, 5, 50)
    assert len(asked) < 10


def test_a_block_too_long_to_resolve_at_once_is_resolved_in_pieces(qapp) -> None:
    text = "اa" * LONGEST_BLOCK
    model = BidiCharacters(whole(text))
    model.set_stretch(text, 0, len(text))
    assert model.line(LONGEST_BLOCK + 7).start == LONGEST_BLOCK
    assert model.value(LONGEST_BLOCK + 7, Column.LEVEL) == "2"


def test_limits_that_are_wrong_for_a_moment_do_no_harm(qapp) -> None:
    """The view may still show another text than the one that was just selected in."""
    model = BidiCharacters(lambda _: (500, 900))
    model.set_stretch("ابج", 0, 3)
    assert rows(model, Column.LEVEL) == ["1"] * 3
    model.set_stretch("ابج", 2, 99)
    assert model.limits == (2, 3)


def test_rows_as_text(model: BidiCharacters) -> None:
    lines = model.described(3, 5).split("\n")
    assert [line.split("\t")[1] for line in lines] == ["U+0631", "U+0020", "U+0035"]
    assert lines[1].split("\t") == ["SP", "U+0020", "WS", "1", str(len(TEXT) - 4), "SPACE", "4", "4", "8"]
    long = "ا" * (MOST_COPIED + 5)
    model.set_stretch(long, 0, len(long))
    assert model.described(0, len(long)).count("\n") == MOST_COPIED - 1


def test_it_is_a_table(model: BidiCharacters) -> None:
    assert model.columnCount() == len(Column)
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
    assert model.data(QModelIndex()) is None
    assert {model.headerData(column, Qt.Orientation.Horizontal) for column in Column} >= {"Name", "UTF-8"}
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    tip = model.headerData(Column.LEVEL, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "odd" in tip
    text = "<b>"
    model.set_stretch(text, 0, 3)
    assert "&lt;" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
